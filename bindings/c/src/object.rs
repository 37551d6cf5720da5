//! The objects to which handles point.

use std::sync::{Arc, Mutex};

use suiji::{History, PublicForm, Record, Registry, Roster, Sealed};
#[cfg(feature = "papers")]
use suiji_report::Paper;

#[cfg(feature = "arrow")]
use crate::builder::{Builder, Built};
#[cfg(feature = "arrow")]
use crate::codes::SUIJI_BUILDER;
#[cfg(feature = "papers")]
use crate::codes::SUIJI_PAPERS;
use crate::codes::{
    SUIJI_BYTES, SUIJI_ERROR, SUIJI_EVIDENCE, SUIJI_HISTORY, SUIJI_INPUTS, SUIJI_PUBLIC_FORM,
    SUIJI_RECORD, SUIJI_REGISTRY, SUIJI_REPORT, SUIJI_ROSTER, SUIJI_RUN, SUIJI_SEALED,
};
#[cfg(feature = "import")]
use crate::codes::{SUIJI_FILES, SUIJI_IMPORT};
use crate::evidence::Noted;
use crate::failure::Failure;
#[cfg(feature = "import")]
use crate::imported::{Files, Imported};
use crate::inputs::Held;
use crate::run::Shared;

/// The object to which a handle points: `suiji_handle` in C.
#[derive(Debug)]
#[non_exhaustive]
pub enum Object {
    /// A registry.
    Registry(Arc<Registry>),
    /// A roster.
    Roster(Arc<Roster>),
    /// A history.
    History(Arc<History>),
    /// A builder of one of these tables.
    #[cfg(feature = "arrow")]
    Builder(Box<Mutex<Builder>>),
    /// Files to import.
    #[cfg(feature = "import")]
    Files(Box<Mutex<Files>>),
    /// The result of an import.
    #[cfg(feature = "import")]
    Import(Box<Imported>),
    /// Plan and tables, checked against each other.
    Inputs(Held),
    /// Sealed inputs, with the inputs.
    Sealed(Box<(Sealed, Held)>),
    /// A record.
    Record(Box<Record>),
    /// A public form.
    PublicForm(Box<PublicForm>),
    /// The papers of a draw.
    #[cfg(feature = "papers")]
    Papers(Vec<Paper>),
    /// The evidence of a verifier in addition to the record.
    Evidence(Box<Mutex<Noted>>),
    /// A report. If it does not hold, it has the failure of `require`.
    Report(Bytes, Option<Failure>),
    /// Threads, progress, cancelling.
    Run(Arc<Shared>),
    /// A document or text.
    Bytes(Bytes),
    /// An error as a document.
    Error(Bytes),
}

/// Bytes with a zero after them, for C.
pub struct Bytes(Vec<u8>);

impl Bytes {
    /// These bytes.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        let mut bytes = bytes.into();
        bytes.push(0);
        Self(bytes)
    }

    /// The bytes without the zero.
    #[must_use]
    pub fn as_slice(&self) -> &[u8] {
        &self.0[..self.0.len() - 1]
    }
}

impl core::fmt::Debug for Bytes {
    /// Does not show the content, which may be secret.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Bytes({})", self.as_slice().len())
    }
}

impl Object {
    /// A document or text.
    pub fn bytes(bytes: impl Into<Vec<u8>>) -> Self {
        Self::Bytes(Bytes::new(bytes))
    }

    /// The kind, as `suiji_kind` returns it.
    #[must_use]
    pub const fn kind(&self) -> i32 {
        match self {
            Self::Registry(_) => SUIJI_REGISTRY,
            Self::Roster(_) => SUIJI_ROSTER,
            Self::History(_) => SUIJI_HISTORY,
            #[cfg(feature = "arrow")]
            Self::Builder(_) => SUIJI_BUILDER,
            #[cfg(feature = "import")]
            Self::Files(_) => SUIJI_FILES,
            #[cfg(feature = "import")]
            Self::Import(_) => SUIJI_IMPORT,
            Self::Inputs(_) => SUIJI_INPUTS,
            Self::Sealed(_) => SUIJI_SEALED,
            Self::Record(_) => SUIJI_RECORD,
            Self::PublicForm(_) => SUIJI_PUBLIC_FORM,
            #[cfg(feature = "papers")]
            Self::Papers(_) => SUIJI_PAPERS,
            Self::Evidence(_) => SUIJI_EVIDENCE,
            Self::Report(..) => SUIJI_REPORT,
            Self::Run(_) => SUIJI_RUN,
            Self::Bytes(_) => SUIJI_BYTES,
            Self::Error(_) => SUIJI_ERROR,
        }
    }

    /// The bytes of a document, error or report.
    #[must_use]
    pub fn data(&self) -> Option<&[u8]> {
        match self {
            Self::Bytes(bytes) | Self::Error(bytes) | Self::Report(bytes, _) => {
                Some(bytes.as_slice())
            }
            _ => None,
        }
    }

    /// The number of rows of a table.
    #[must_use]
    pub fn rows(&self) -> Option<u64> {
        match self {
            Self::Registry(table) => Some(table.len()),
            Self::Roster(table) => Some(table.len()),
            Self::History(table) => Some(table.len()),
            _ => None,
        }
    }
}

#[cfg(feature = "arrow")]
impl From<Built> for Object {
    fn from(built: Built) -> Self {
        match built {
            Built::Registry(table) => Self::Registry(table.into()),
            Built::Roster(table) => Self::Roster(table.into()),
            Built::History(table) => Self::History(table.into()),
        }
    }
}

/// The object to which a parameter of one kind points.
macro_rules! of_kind {
    ($($(#[$meta:meta])* $name:ident: $variant:ident => $target:ty, $kind:ident;)+) => {
        impl Object {$(
            $(#[$meta])*
            pub(crate) fn $name(&self, name: &'static str) -> Result<&$target, Failure> {
                match self {
                    Self::$variant(of) => Ok(of),
                    _ => Err(Failure::wrong_kind(name, &[$kind], self.kind())),
                }
            }
        )+}
    };
}

of_kind! {
    registry: Registry => Arc<Registry>, SUIJI_REGISTRY;
    roster: Roster => Arc<Roster>, SUIJI_ROSTER;
    history: History => Arc<History>, SUIJI_HISTORY;
    #[cfg(feature = "arrow")]
    builder: Builder => Mutex<Builder>, SUIJI_BUILDER;
    #[cfg(feature = "import")]
    files: Files => Mutex<Files>, SUIJI_FILES;
    #[cfg(feature = "import")]
    import: Import => Imported, SUIJI_IMPORT;
    inputs: Inputs => Held, SUIJI_INPUTS;
    sealed: Sealed => (Sealed, Held), SUIJI_SEALED;
    record: Record => Record, SUIJI_RECORD;
    #[cfg(feature = "papers")]
    papers: Papers => Vec<Paper>, SUIJI_PAPERS;
    public_form: PublicForm => PublicForm, SUIJI_PUBLIC_FORM;
    evidence: Evidence => Mutex<Noted>, SUIJI_EVIDENCE;
    run: Run => Arc<Shared>, SUIJI_RUN;
}
