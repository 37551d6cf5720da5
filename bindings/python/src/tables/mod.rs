//! Registry, roster and history.

mod build;
mod lines;

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::{PyTuple, PyType};
use suiji::tables::{HistoryBuilder, RegistryBuilder, RosterBuilder};

use crate::errors::exception;
use crate::json::{Document, html, loads};
use crate::run::Settings;
use build::Builder;
use suiji_arrow::Renamed;
use suiji_import::List;

macro_rules! tables {
    ($($(#[$doc:meta])* $table:ident of $builder:ident, $rows:literal, $html:literal { $($methods:tt)* })+) => {$(
        $(#[$doc])*
        #[pyclass(frozen, module = "suiji")]
        pub(crate) struct $table(pub(crate) Arc<suiji::$table>, OnceLock<u64>);

        #[pymethods]
        impl $table {
            #[new]
            #[pyo3(signature = (rows=None, *, columns=None, threads=1, progress=None))]
            fn new(
                py: Python<'_>,
                rows: Option<&Bound<'_, PyAny>>,
                columns: Option<Renamed>,
                threads: usize,
                progress: Option<Py<PyAny>>,
            ) -> PyResult<Self> {
                let none = PyTuple::empty(py);
                let rows = rows.unwrap_or(&none);
                let settings = Settings::new(threads, progress);
                build::of_rows::<$builder>(rows, columns.unwrap_or_default(), settings).map(Self::of)
            }

            /// Reads JSON Lines: one row per line.
            #[classmethod]
            #[pyo3(signature = (text, *, threads=1, progress=None))]
            fn from_json_lines(
                cls: &Bound<'_, PyType>,
                text: Document,
                threads: usize,
                progress: Option<Py<PyAny>>,
            ) -> PyResult<Self> {
                let settings = Settings::new(threads, progress);
                let read = settings.run(cls.py(), |run| build::of_lines::<$builder>(text.as_bytes(), run));
                read.map(Self::of)
            }

            /// Reads a file: CSV with field names as header if its name ends with `.csv`, otherwise JSON Lines.
            #[classmethod]
            #[pyo3(signature = (path, *, threads=1, progress=None))]
            fn read(
                cls: &Bound<'_, PyType>,
                path: PathBuf,
                threads: usize,
                progress: Option<Py<PyAny>>,
            ) -> PyResult<Self> {
                let settings = Settings::new(threads, progress);
                build::of_file::<$builder>(cls.py(), &path, settings).map(Self::of)
            }

            /// The table as JSON Lines: the rows in sorted order, each canonical [C2a].
            #[pyo3(signature = (*, progress=None))]
            pub(crate) fn to_json_lines(&self, py: Python<'_>, progress: Option<Py<PyAny>>) -> PyResult<String> {
                let settings = Settings::new(1, progress);
                lines::text(py, settings, |out, run| self.0.write_json_lines_with(out, run))
            }

            fn __eq__(&self, py: Python<'_>, other: &Self) -> bool {
                py.detach(|| self.0 == other.0)
            }

            fn __hash__(&self, py: Python<'_>) -> PyResult<u64> {
                // It takes long for many rows, so it is computed when it is first needed.
                if let Some(hash) = self.1.get() {
                    return Ok(*hash);
                }
                let hash = lines::hash(py, |out, run| self.0.write_json_lines_with(out, run))?;
                Ok(*self.1.get_or_init(|| hash))
            }

            fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
                let read = py.get_type::<Self>().getattr("from_json_lines")?;
                Ok((read, (self.to_json_lines(py, None)?,)))
            }

            fn __len__(&self) -> usize {
                usize::try_from(self.0.len()).unwrap_or(usize::MAX)
            }

            fn __repr__(&self) -> String {
                format!(concat!("<suiji.", stringify!($table), ": {} ", $rows, ">"), self.0.len())
            }

            /// The rows as mappings, in sorted order.
            fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                lines::iter(py, &self.to_json_lines(py, None)?)
            }

            /// The first rows, each canonical, for a notebook.
            fn _head(&self, py: Python<'_>, rows: usize) -> PyResult<Vec<String>> {
                lines::head(py, rows, |out, run| self.0.write_json_lines_with(out, run))
            }

            fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
                html(slf.as_any(), $html)
            }

            $($methods)*
        }

        impl $table {
            fn of(table: suiji::$table) -> Self {
                Self::shared(&Arc::new(table))
            }

            pub(crate) fn shared(table: &Arc<suiji::$table>) -> Self {
                Self(Arc::clone(table), OnceLock::new())
            }
        }
    )+};
}

tables! {
    /// The registry (检查对象名录库): the entities that may be inspected [I3].
    ///
    /// `rows` is a frame that supports Arrow (pandas, polars, pyarrow, DuckDB), which is not copied, or an iterable
    /// of mappings. Columns are the fields of [I3]: `id`, `name`, `class`, `categories`, `district`, `industry`,
    /// `status`, `established`, `exempt`, `exempt_from`, and `extra.NAME` for other columns of the office. `columns`
    /// maps the name of a column to the field that it fills, or to `None` to leave it out. A null is an absent field.
    ///
    /// Raises `InputError` with the faults of all rows; rows are counted from 1.
    ///
    ///     >>> rows = [{"统一社会信用代码": "A-1", "name": "样例企业"}]
    ///     >>> Registry(rows, columns={"统一社会信用代码": "id"})
    ///     <suiji.Registry: 1 entities>
    Registry of RegistryBuilder, "entities", "registry" {
        /// The ids, in order.
        fn ids(&self) -> Vec<&str> {
            self.0.ids().collect()
        }

        /// The row of an entity; `None` if it is not in the registry.
        fn entity<'py>(&self, py: Python<'py>, id: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
            self.0.entity(id).map(|row| one(py, suiji::Registry::from_rows([row]).map(Self::of), Self::to_json_lines)).transpose()
        }

        /// The name of an entity; `None` if it is not in the registry.
        fn name(&self, id: &str) -> Option<&str> {
            self.0.name(id)
        }
    }
    /// The roster (执法检查人员名录库): the inspectors [I4]; made in the same way as a `Registry`.
    ///
    /// Columns: `id`, `name`, `department`, `district`, `skills`, `lead`, `expert`, `max_load`, `load`, `valid_to`,
    /// `recuse` and `extra.NAME`.
    Roster of RosterBuilder, "inspectors", "roster" {
        /// The ids, in order.
        fn ids(&self) -> Vec<&str> {
            self.0.ids().collect()
        }

        /// The row of an inspector; `None` if he or she is not in the roster.
        fn inspector<'py>(&self, py: Python<'py>, id: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
            self.0.inspector(id).map(|row| one(py, suiji::Roster::from_rows([row]).map(Self::of), Self::to_json_lines)).transpose()
        }

        /// Name and department of an inspector; `None` if he or she is not in the roster.
        fn name(&self, id: &str) -> Option<(&str, &str)> {
            self.0.name(id)
        }
    }
    /// The history (检查历史): inspections already carried out [I5]; made in the same way as a `Registry`. It can be
    /// empty.
    ///
    /// Columns: `entity`, `task`, `date`, `kind`, `by`, `inspectors`.
    History of HistoryBuilder, "inspections", "history" {}
}

/// The table of a list from its canonical CSV.
pub(crate) fn of_csv<'py>(py: Python<'py>, list: List, csv: &[u8]) -> PyResult<Bound<'py, PyAny>> {
    let settings = Settings::default();
    match list {
        List::Roster => settings
            .run(py, |run| RosterBuilder::read_csv(csv, run))
            .and_then(|table| Roster::of(table).into_bound_py_any(py)),
        List::History => settings
            .run(py, |run| HistoryBuilder::read_csv(csv, run))
            .and_then(|table| History::of(table).into_bound_py_any(py)),
        _ => settings
            .run(py, |run| RegistryBuilder::read_csv(csv, run))
            .and_then(|table| Registry::of(table).into_bound_py_any(py)),
    }
}

/// The row of a table with one row, as a mapping.
fn one<'py, T>(
    py: Python<'py>,
    table: Result<T, suiji::Error>,
    to_json_lines: fn(&T, Python<'_>, Option<Py<PyAny>>) -> PyResult<String>,
) -> PyResult<Bound<'py, PyAny>> {
    let table = table.map_err(|error| exception(py, &error))?;
    loads(py, &to_json_lines(&table, py, None)?)
}
