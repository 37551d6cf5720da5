//! What the inspections found: results for a record and its amendments [O1–O3].
//!
//! ```text
//! inspections → results → check → status
//! ```
//!
//! A record never changes, and a draw does not depend on results. They say what became of each entity that was drawn.
//! With them an office can count, publish and project the results of a year. The next draw learns from them who was
//! visited.

mod check;
mod contradicts;
mod course;
mod document;
mod history;
mod outcome;
mod read;
mod status;
mod who;

pub use check::Known;
pub use course::Course;
pub use document::{Inspection, OwnMeasure, OwnOutcome, Results, Update};
pub use outcome::{MeasureCode, OutcomeCode, OutcomeGroup};
pub use status::{Counts, InspectionStatus, InspectorStatus, TaskStatus};
