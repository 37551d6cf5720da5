//! Common to all documents: JSON, files, equality, pickling, HTML in notebooks.

/// A class over a document of the core. After its name come the function that reads it, the method that writes it,
/// the source of its hash, and the function of `suiji._html` that shows it. Its own methods follow.
///
/// A class without documentation is declared in `objects`.
macro_rules! document {
    (
        $(#[$meta:meta])+
        $name:ident($($how:tt)*);
        $($methods:tt)*
    ) => {
        $crate::objects::object!($(#[$meta])+ $name);
        document!($name($($how)*); $($methods)*);
    };
    (
        $name:ident($read:expr, $write:ident, $identity:expr, $html:ident);
        $($methods:tt)*
    ) => {
        #[pyo3::pymethods]
        impl $name {
            /// Reads a JSON document.
            #[classmethod]
            fn from_json(
                cls: &pyo3::Bound<'_, pyo3::types::PyType>,
                text: $crate::json::Document,
            ) -> pyo3::PyResult<Self> {
                Self::from_bytes(cls.py(), text.as_bytes())
            }

            /// Reads a file with the JSON document.
            #[classmethod]
            fn read(
                cls: &pyo3::Bound<'_, pyo3::types::PyType>,
                path: std::path::PathBuf,
            ) -> pyo3::PyResult<Self> {
                let bytes = $crate::json::file(cls.py(), &path)?;
                Self::from_bytes(cls.py(), &bytes)
            }

            /// The document as indented JSON.
            fn $write(&self, py: pyo3::Python<'_>) -> String {
                py.detach(|| self.0.$write())
            }

            fn __reduce__<'py>(
                &self,
                py: pyo3::Python<'py>,
            ) -> pyo3::PyResult<(pyo3::Bound<'py, pyo3::PyAny>, (String,))> {
                use pyo3::types::PyAnyMethods;
                let read = py.get_type::<Self>().getattr("from_json")?;
                Ok((read, (self.$write(py),)))
            }

            fn _repr_html_<'py>(
                slf: &pyo3::Bound<'py, Self>,
            ) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
                $crate::json::html(slf.as_any(), stringify!($html))
            }

            $($methods)*
        }

        impl $name {
            pub(crate) fn of(document: suiji::$name) -> Self {
                Self(std::sync::Arc::new(document))
            }

            fn from_bytes(py: pyo3::Python<'_>, bytes: &[u8]) -> pyo3::PyResult<Self> {
                let read: fn(&[u8], &suiji::Run) -> Result<suiji::$name, suiji::Error> = $read;
                $crate::run::Settings::default()
                    .run(py, |run| read(bytes, run))
                    .map(Self::of)
            }
        }

        impl core::hash::Hash for $name {
            fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
                let identity: fn(&suiji::$name) -> _ = $identity;
                identity(&self.0).hash(state);
            }
        }
    };
}

pub(crate) use document;
