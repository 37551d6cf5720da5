//! What changed after the draw.

use serde::Serialize;

use super::lists::Named;

/// One amendment.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct AmendmentFacts {
    pub(crate) number: usize,
    pub(crate) at: String,
    pub(crate) reason: String,
    pub(crate) approved_by: String,
    /// `away`, `back`, `substitute`, `reserve` or `by_hand`.
    pub(crate) kind: &'static str,
    pub(crate) digest: String,
    /// Inspectors who are away or back.
    pub(crate) inspectors: Vec<Named>,
    /// Seats that changed.
    pub(crate) seats: Vec<SeatChange>,
    /// The reserve that steps in, and for whom.
    pub(crate) reserve: Option<ReserveChange>,
}

/// A seat that changed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SeatChange {
    pub(crate) task: Named,
    pub(crate) entity: Named,
    /// Counted from 1.
    pub(crate) seat: u64,
    pub(crate) leaves: Option<Named>,
    /// None if the seat stays vacant.
    pub(crate) inspector: Option<Named>,
}

/// A reserve that steps in.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ReserveChange {
    pub(crate) task: Named,
    pub(crate) entity: Named,
    pub(crate) reserve: Named,
}
