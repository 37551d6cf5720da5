//! How lists are imported.

use suiji_tables::names::fold;

use super::list::List;

/// The columns that are not fields but are kept as `extra`.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum Extra {
    /// None. They are left out, which the log shows.
    #[default]
    Nothing,
    /// Columns with these names.
    Named(Vec<String>),
    /// All.
    All,
}

impl Extra {
    pub(crate) fn has(&self, name: &str) -> bool {
        match self {
            Self::Nothing => false,
            Self::Named(names) => names.iter().any(|of| of == name || fold(of) == fold(name)),
            Self::All => true,
        }
    }
}

/// How lists are imported. By default a list is recognised by its columns, and columns that are not fields are left
/// out.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// Every sheet is this list.
    pub list: Option<List>,
    /// The columns that are kept as `extra`.
    pub extra: Extra,
}

impl Options {
    /// Declares that every sheet is this list.
    pub fn with_list(self, list: List) -> Self {
        Self {
            list: Some(list),
            ..self
        }
    }

    /// Keeps these columns as `extra`.
    pub fn with_extra(self, extra: Extra) -> Self {
        Self { extra, ..self }
    }
}
