//! The facts in the papers, as values: everything that a template, a table or a picture may use.
//!
//! Templates see these structs under the names of their fields. Times, dates and digests are texts in the form of the
//! record. The filters of `template/` write them for people. [`PublicFacts`] and [`PublicOutcomes`] are separate
//! structs that are filled field by field. So a field that is added to another struct does not appear on a public
//! paper.

mod all;
mod amended;
mod counted;
mod deadlines;
mod draw;
mod found;
mod letter;
mod limits;
mod lists;
mod material;
mod named;
mod office;
mod outcomes;
mod plan;
mod proposals;
mod public;
mod results;
mod sheets;
mod tasks;
mod teams;
mod visits;

pub(crate) use all::Facts;
pub(crate) use amended::AmendmentsFacts;
pub(crate) use counted::CountFacts;
pub(crate) use draw::RecordFacts;
pub(crate) use found::{Coded, ResultFacts};
pub(crate) use letter::LetterFacts;
pub(crate) use lists::{EntityFacts, InspectorFacts};
pub(crate) use material::Material;
pub(crate) use named::Named;
pub(crate) use office::OfficeFacts;
pub(crate) use outcomes::PublicOutcomes;
pub(crate) use plan::{DrawnFacts, PlanFacts, TaskFacts};
pub(crate) use public::PublicFacts;
pub(crate) use results::{ResultsFacts, StratumResults, TaskResults};
pub(crate) use sheets::SheetFacts;
pub(crate) use teams::SeatFacts;
pub(crate) use visits::VisitFacts;
