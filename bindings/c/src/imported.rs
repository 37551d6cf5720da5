//! Files to import, and the result of an import.

use core::fmt;
use std::sync::Arc;

use suiji_import::{Import, PlanImport};

/// Files: the name of each, and its bytes.
#[derive(Default)]
pub struct Files(Vec<(String, Arc<[u8]>)>);

impl Files {
    pub(crate) fn add(&mut self, name: &str, data: &[u8]) {
        self.0.push((name.to_owned(), data.into()));
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        self.0.iter().map(|(name, data)| (name.as_str(), data))
    }
}

impl fmt::Debug for Files {
    /// Without the content.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Files({})", self.0.len())
    }
}

/// The result of an import.
#[derive(Debug)]
#[non_exhaustive]
pub enum Imported {
    /// Of lists.
    Lists(Import),
    /// Of a plan.
    Plan(Box<PlanImport>),
}
