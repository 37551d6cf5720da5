//! Verifies a record at every level of [V1], and does not stop at the first fault.

pub(crate) mod alone;
mod amendments;
mod check;
mod earlier;
mod evidence;
mod fact;
mod known;
mod noted;
mod one_draw;
mod outcome;
mod public;
mod report;
mod reserves;
mod roots;
mod selection;
mod tickets;
mod with_noted;
mod with_plan;
mod with_registry;
mod with_roster;

pub use crate::base::texts::{Text, checks};
pub use check::Check;
pub use evidence::Evidence;
pub use fact::{Fact, Trust};
pub use noted::Noted;
pub(crate) use one_draw::seating;
pub use outcome::{Missing, Outcome, Verdict};
pub(crate) use public::public_alone;
pub use public::{verify_public, verify_public_with};
pub use report::Report;
pub(crate) use with_plan::tasks as plan_tasks;

use crate::base::error::Error;
use crate::base::run::Run;
use crate::ceremony::commitment::Commitment;
use crate::record::Record;

/// [V1] Verifies a record with the evidence that is provided.
///
/// The report has every check with its outcome. A fault of the record is a failed check, never an error. Verification
/// does not stop at a fault.
///
/// ```no_run
/// use suiji::{Evidence, Plan, Record, Run};
/// use suiji::verify::Verdict;
///
/// let run = Run::default();
/// let record = Record::from_json_with(&std::fs::read("record.json")?, &run)?;
/// let plan = Plan::from_json(&std::fs::read("plan.json")?)?;
/// let report = suiji::verify_with(&record, &Evidence::default().with_plan(plan), &run)?;
/// assert_eq!(report.verdict(), Verdict::Incomplete, "for want of registry, history and roster");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[expect(clippy::missing_panics_doc, reason = "this run is never cancelled")]
pub fn verify(record: &Record, evidence: &Evidence) -> Report {
    verify_with(record, evidence, &Run::default()).expect("this run is never cancelled")
}

/// [`verify`] with a [`Run`]: threads, progress, cancelling.
///
/// # Errors
/// `cancelled`.
pub fn verify_with(record: &Record, evidence: &Evidence, run: &Run) -> Result<Report, Error> {
    let mut report = Report::default();
    alone::verify(record, evidence, &mut report, run)?;
    with_plan::verify(record, evidence, &mut report);
    let frames = with_registry::verify(record, evidence, &mut report, run)?;
    tickets::blinded(record, evidence, &mut report, run)?;
    with_roster::verify(record, evidence, frames.as_deref(), &mut report, run)?;
    earlier::verify(&record.commitment, evidence, &mut report);
    public::agrees(record, evidence, &mut report);
    let of = amendments::Of::Record(record);
    amendments::verify(of, evidence, &mut report, run)?;
    trusted(evidence, &record.commitment, &mut report);
    if !report.all_established(checks::SELECTION) {
        report.on_trust(checks::TRUST_FRAME);
    }
    Ok(report)
}

/// [V2] Lists what must always be trusted.
fn trusted(evidence: &Evidence, commitment: &Commitment, report: &mut Report) {
    report.always_on_trust();
    // A verifier who has the registry and the secret has seen all rows and salts.
    if commitment.blinded && !report.all_established(checks::REGISTRY_ROOT) {
        report.on_trust(checks::TRUST_BLINDED);
    }
    if evidence.amendments.is_some() {
        report.on_trust(checks::TRUST_AMENDMENTS);
    }
}
