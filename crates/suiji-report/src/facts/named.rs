//! An id with its name. Papers name entities, inspectors and tasks this way.

use serde::Serialize;

/// An id with its name.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub(crate) struct Named {
    pub(crate) id: String,
    pub(crate) name: String,
}

impl Named {
    pub(super) fn new(id: &str, name: &str) -> Self {
        Self {
            id: id.to_owned(),
            name: name.to_owned(),
        }
    }
}
