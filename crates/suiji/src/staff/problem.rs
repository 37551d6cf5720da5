//! The inputs and the result of section 7.

use crate::base::date::Date;
use crate::inputs::plan::DistrictRule;

/// An inspector of the roster, with everything that teams depend on.
#[derive(Clone, Debug)]
pub(crate) struct Inspector<'a> {
    pub(crate) id: &'a str,
    pub(crate) department: &'a str,
    pub(crate) district: Option<&'a str>,
    /// Sorted, without repeats.
    pub(crate) skills: Vec<&'a str>,
    pub(crate) lead: bool,
    pub(crate) expert: bool,
    /// Open cases at the time of sealing. They count for the load [T3].
    pub(crate) load: u64,
    /// The smaller of the inspector's and the plan's `max_load` [T3].
    pub(crate) cap: Option<u64>,
    pub(crate) valid_to: Option<Date>,
    /// Ids of entities, sorted.
    pub(crate) recuse: Vec<&'a str>,
}

impl Inspector<'_> {
    /// [T3] Whether the open cases alone reach the cap.
    pub(crate) fn is_at_cap(&self) -> bool {
        self.cap.is_some_and(|cap| self.load >= cap)
    }
}

/// One seat of a team [T1]. Seats are equal if they have the same requirements [T7].
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Seat<'a> {
    pub(crate) department: &'a str,
    pub(crate) expert: bool,
    /// Sorted, without repeats.
    pub(crate) skills: Vec<&'a str>,
}

/// A task that has a `team`.
#[derive(Clone, Debug)]
pub(crate) struct TaskTeam<'a> {
    pub(crate) task: &'a str,
    /// Two to twenty.
    pub(crate) seats: Vec<Seat<'a>>,
    pub(crate) lead_required: bool,
    pub(crate) district: Option<DistrictRule>,
    /// The end of the task's window. If it has none, the end of the plan's window [T2].
    pub(crate) window_end: Option<Date>,
    pub(crate) coordination: Option<&'a str>,
    /// An inspector who visited the entity on this date or later may not visit it again [T2].
    pub(crate) rotation_from: Option<Date>,
}

/// What must be equal, in addition to the seats, if one team visits for two tasks [T7].
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Terms<'a> {
    coordination: &'a str,
    lead_required: bool,
    district: Option<DistrictRule>,
    rotation_from: Option<Date>,
    window_end: Option<Date>,
}

impl TaskTeam<'_> {
    /// The terms of one visit, or none if the task has no coordination.
    pub(super) fn terms(&self) -> Option<Terms<'_>> {
        Some(Terms {
            coordination: self.coordination?,
            lead_required: self.lead_required,
            district: self.district,
            rotation_from: self.rotation_from,
            window_end: self.window_end,
        })
    }

    /// [T7] Whether this team also serves a later task that selected the same entity. The terms must be equal, and the
    /// seats of the later task must be the first seats of this one.
    pub(crate) fn serves(&self, later: &Self) -> bool {
        self.coordination.is_some()
            && self.terms() == later.terms()
            && self.seats.starts_with(&later.seats)
    }
}

/// An entity, with everything that teams depend on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entity<'a> {
    pub(crate) id: &'a str,
    pub(crate) district: Option<&'a str>,
}

/// A visit of the history, by one inspector of the roster.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PastVisit<'a> {
    pub(crate) entity: &'a str,
    pub(crate) date: Date,
    /// The index of the inspector in the roster.
    pub(crate) inspector: usize,
}

/// The inspectors, sorted by id, with their visits in the history, and the team of each task that has one.
#[derive(Debug)]
pub(crate) struct Staff<'a> {
    pub(crate) inspectors: Vec<Inspector<'a>>,
    pub(crate) past: Vec<PastVisit<'a>>,
    pub(crate) teams: Vec<Option<TaskTeam<'a>>>,
}

/// The numbers of those seats that are vacant.
pub(crate) fn vacant<T>(seats: &[Option<T>]) -> Vec<u64> {
    let seats = (0..).zip(seats);
    seats
        .filter_map(|(number, seat)| seat.is_none().then_some(number))
        .collect()
}

/// The team of one selected entity.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Staffed {
    /// By seat number: the index of the inspector in the roster. None for a vacant seat.
    pub(crate) seats: Vec<Option<u32>>,
    /// The earlier task whose team this is [T7].
    pub(crate) joins: Option<usize>,
}
