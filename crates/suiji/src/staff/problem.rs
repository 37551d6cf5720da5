//! What section 7 is given, and what it gives.

use crate::base::date::Date;
use crate::inputs::plan::DistrictRule;

/// An inspector of the roster, as far as teams are concerned.
#[derive(Debug)]
pub(crate) struct Officer<'a> {
    pub(crate) id: &'a str,
    pub(crate) department: &'a str,
    pub(crate) district: Option<&'a str>,
    /// Sorted, without repeats.
    pub(crate) skills: Vec<&'a str>,
    pub(crate) lead: bool,
    pub(crate) expert: bool,
    /// The smaller of the inspector's and the plan's `max_load` [T3].
    pub(crate) cap: Option<u64>,
    pub(crate) valid_to: Option<Date>,
    /// Ids of entities, sorted.
    pub(crate) recuse: Vec<&'a str>,
}

/// One seat, written out [T1]. Seats are equal where they ask for the same [T7].
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Seat<'a> {
    pub(crate) department: &'a str,
    pub(crate) expert: bool,
    /// Sorted, without repeats.
    pub(crate) skills: Vec<&'a str>,
}

/// A task that has a `team`.
#[derive(Debug)]
pub(crate) struct TaskTeam<'a> {
    pub(crate) task: &'a str,
    /// Two to twenty.
    pub(crate) seats: Vec<Seat<'a>>,
    pub(crate) lead_required: bool,
    pub(crate) district: Option<DistrictRule>,
    /// The end of the task's window, else of the plan's [T2].
    pub(crate) window_end: Option<Date>,
    pub(crate) coordination: Option<&'a str>,
}

impl TaskTeam<'_> {
    /// [T7] Whether this team serves a later task too, where both selected an entity: the terms are equal and
    /// the seats of the later one are the first of these.
    pub(crate) fn serves(&self, later: &Self) -> bool {
        self.coordination.is_some()
            && self.coordination == later.coordination
            && self.lead_required == later.lead_required
            && self.district == later.district
            && self.window_end == later.window_end
            && self.seats.starts_with(&later.seats)
    }
}

/// An entity, as far as teams are concerned.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Firm<'a> {
    pub(crate) id: &'a str,
    pub(crate) district: Option<&'a str>,
}

/// The team of one selected entity.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Staffed {
    /// By seat number: the inspector's place in the roster, or none where the seat is vacant.
    pub(crate) seats: Vec<Option<u32>>,
    /// The earlier task whose team comes in the one visit [T7].
    pub(crate) shared_with: Option<usize>,
}
