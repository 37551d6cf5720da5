//! The contexts of templates.

use serde::Serialize;

use super::pictures::{Pictures, SummaryCharts};
use crate::facts::{
    AmendmentsFacts, Facts, OfficeFacts, PlanFacts, RecordFacts, ResultsFacts, SheetFacts,
    VisitFacts,
};

/// The context of one sheet or visit, with the facts that all of them share.
#[derive(Serialize)]
pub(super) struct OneOf<'f, T> {
    pub(super) office: &'f OfficeFacts,
    pub(super) plan: &'f PlanFacts,
    pub(super) record: &'f RecordFacts,
    #[serde(flatten)]
    pub(super) one: T,
}

impl<'f, T> OneOf<'f, T> {
    pub(super) const fn of(facts: &'f Facts, one: T) -> Self {
        Self {
            office: &facts.office,
            plan: &facts.plan,
            record: &facts.record,
            one,
        }
    }
}

#[derive(Serialize)]
pub(super) struct Sheet<'f> {
    pub(super) sheet: &'f SheetFacts,
}

#[derive(Serialize)]
pub(super) struct Visit<'f> {
    pub(super) visit: &'f VisitFacts,
}

/// The context of the results of a draw.
#[derive(Serialize)]
pub(super) struct Found<'f> {
    pub(super) office: &'f OfficeFacts,
    pub(super) plan: &'f PlanFacts,
    pub(super) record: &'f RecordFacts,
    pub(super) results: &'f ResultsFacts,
    pub(super) amendments: Option<&'f AmendmentsFacts>,
    pub(super) charts: SummaryCharts,
}

impl<'f> Found<'f> {
    pub(super) const fn of(facts: &'f Facts, results: &'f ResultsFacts) -> Self {
        Self {
            office: &facts.office,
            plan: &facts.plan,
            record: &facts.record,
            results,
            amendments: facts.amendments.as_ref(),
            charts: Pictures::of_summary(),
        }
    }
}

/// The facts of a draw with the names of its charts.
#[derive(Serialize)]
pub(super) struct WithCharts<'f, C> {
    #[serde(flatten)]
    pub(super) facts: &'f Facts,
    pub(super) charts: C,
}
