//! Visits: who goes where, after all amendments, and the sheet of each lead.

use serde::Serialize;

use super::lists::{EntityFacts, Named};
use super::plan::WindowFacts;

/// A seat of a team.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SeatFacts {
    /// The number of the seat, counted from 1.
    pub(crate) seat: u64,
    /// The inspector; none if the seat is vacant.
    pub(crate) inspector: Option<Named>,
    pub(crate) department: Option<String>,
    /// The role in the plan, if the plan gives one.
    pub(crate) role: Option<String>,
    /// 主办人员: whoever holds the first seat.
    pub(crate) is_lead: bool,
    /// The inspector whom this one replaces by an amendment.
    pub(crate) replaces: Option<Named>,
}

/// A task as part of a visit.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct VisitTask {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: Option<&'static str>,
    pub(crate) items: Vec<String>,
    pub(crate) methods: Vec<String>,
    pub(crate) window: Option<WindowFacts>,
}

/// A visit of one team to one entity, for one or more tasks.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct VisitFacts {
    /// Counted from 1 over the whole draw.
    pub(crate) number: usize,
    pub(crate) entity: EntityFacts,
    pub(crate) tasks: Vec<VisitTask>,
    pub(crate) team: Vec<SeatFacts>,
    /// The days on which all tasks may be carried out; none if there are none.
    pub(crate) window: Option<WindowFacts>,
    /// The selected entity that this reserve replaces.
    pub(crate) replaces: Option<Named>,
    /// Visits to this entity in the year of the plan that the history has, all and planned ones.
    pub(crate) visits_this_year: u64,
    pub(crate) notice_number: Option<String>,
    pub(crate) approval_number: Option<String>,
}

/// The sheet of one lead: 检查任务单.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SheetFacts {
    pub(crate) number: usize,
    /// The lead; none for the visits whose first seat is vacant.
    pub(crate) lead: Option<Named>,
    pub(crate) department: Option<String>,
    /// The numbers of the visits, in order.
    pub(crate) visits: Vec<usize>,
    /// The last days of the deadlines that the office has.
    pub(crate) deadlines: Vec<DeadlineFacts>,
}

/// A deadline.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DeadlineFacts {
    /// `notify`, `report` or `publish`.
    pub(crate) what: &'static str,
    /// The rule in words, such as «3个工作日».
    pub(crate) rule: String,
    /// The last day, if it can be computed.
    pub(crate) last_day: Option<String>,
    /// Why there is no last day.
    pub(crate) problem: Option<String>,
}
