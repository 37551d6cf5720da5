//! Entities and inspectors, as papers name them.

use serde::Serialize;

/// An id with its name.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub(crate) struct Named {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// The lists of the draw: how many rows, and their digest.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ListFacts {
    pub(crate) registry: u64,
    pub(crate) registry_root: String,
    pub(crate) roster: u64,
    pub(crate) roster_root: String,
    pub(crate) history: u64,
    pub(crate) history_root: String,
}

/// An entity.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EntityFacts {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) district: Option<String>,
    pub(crate) industry: Option<String>,
    pub(crate) categories: Vec<String>,
    /// The columns of `extra` that the office chose, with those that this entity lacks as empty texts.
    pub(crate) columns: Vec<Column>,
}

/// A column of `extra`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) value: String,
}

/// An inspector, and how many visits and seats he has in this draw.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct InspectorFacts {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) department: String,
    /// Visits that were assigned before this draw.
    pub(crate) load_before: u64,
    /// Seats that he holds now in this draw.
    pub(crate) seats: u64,
    /// Visits that he makes now in this draw: tasks that share a visit count once.
    pub(crate) visits: u64,
    /// Visits that he leads now.
    pub(crate) leads: u64,
    pub(crate) max_load: Option<u64>,
    pub(crate) is_away: bool,
}
