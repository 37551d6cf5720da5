//! Verification of a record at every level of [V1]; it does not stop at the first fault.

pub(crate) mod alone;
mod amendments;
mod earlier;
mod one_draw;
mod outcome;
mod public;
mod report;
mod reserves;
mod tickets;
mod with_plan;
mod with_registry;
mod with_roster;

pub use crate::base::texts::{Text, checks};
pub(crate) use one_draw::seating;
pub use outcome::{Missing, Outcome, Verdict};
pub(crate) use public::public_alone;
pub use public::{verify_public, verify_public_with};
pub use report::{Check, Fact, Report, Trust};
pub(crate) use with_plan::tasks as plan_tasks;

use std::sync::Arc;

use crate::amend::Amendments;
use crate::base::error::Error;
use crate::base::hash::{Digest, Secret};
use crate::base::run::Run;
use crate::base::texts::codes;
use crate::ceremony::commitment::Commitment;
use crate::ceremony::contributions::Contributions;
use crate::inputs::Inputs;
use crate::inputs::history::History;
use crate::inputs::plan::{Plan, Task};
use crate::inputs::registry::Registry;
use crate::inputs::roster::Roster;
use crate::record::{PublicForm, Record};

/// What a verifier has in addition to the record. With more evidence, more is checked [V1].
///
/// ```
/// use suiji::{Digest, Evidence};
///
/// // The digest that was read out and written down before the dice were thrown.
/// let heard: Digest = "0f".repeat(32).parse()?;
/// let evidence = Evidence::default().with_commitment(heard);
/// # drop(evidence);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    pub(crate) commitment: Option<Digest>,
    pub(crate) record: Option<Digest>,
    pub(crate) contributions: Option<Contributions>,
    pub(crate) amendments: Option<Amendments>,
    pub(crate) public_form: Option<PublicForm>,
    pub(crate) plan: Option<Arc<Plan>>,
    pub(crate) registry: Option<Arc<Registry>>,
    pub(crate) history: Option<Arc<History>>,
    pub(crate) roster: Option<Arc<Roster>>,
    pub(crate) secret: Option<Secret>,
    pub(crate) earlier: Vec<Commitment>,
}

impl Evidence {
    /// Evidence with all four inputs. They are shared, not copied.
    pub fn of(inputs: &Inputs) -> Self {
        Self::default()
            .with_plan(Arc::clone(&inputs.plan))
            .with_registry(Arc::clone(&inputs.registry))
            .with_history(Arc::clone(&inputs.history))
            .with_roster(Arc::clone(&inputs.roster))
    }

    /// Sets the commitment digest that was published before the seed was known [S3b].
    #[must_use]
    pub fn with_commitment(self, digest: Digest) -> Self {
        Self {
            commitment: Some(digest),
            ..self
        }
    }

    /// Sets the record digest that was noted when it was read out [E1].
    #[must_use]
    pub fn with_record(self, digest: Digest) -> Self {
        Self {
            record: Some(digest),
            ..self
        }
    }

    /// Sets the contributions that were noted when they were made [R1].
    #[must_use]
    pub fn with_contributions(self, noted: Contributions) -> Self {
        Self {
            contributions: Some(noted),
            ..self
        }
    }

    /// Sets the amendments to the record, each of which is checked [M6].
    #[must_use]
    pub fn with_amendments(self, amendments: Amendments) -> Self {
        Self {
            amendments: Some(amendments),
            ..self
        }
    }

    /// Sets the public form that was published, which is compared with the record [E2].
    #[must_use]
    pub fn with_public_form(self, form: PublicForm) -> Self {
        Self {
            public_form: Some(form),
            ..self
        }
    }

    /// Sets the plan.
    #[must_use]
    pub fn with_plan(self, plan: impl Into<Arc<Plan>>) -> Self {
        Self {
            plan: Some(plan.into()),
            ..self
        }
    }

    /// Sets the registry.
    #[must_use]
    pub fn with_registry(self, registry: impl Into<Arc<Registry>>) -> Self {
        Self {
            registry: Some(registry.into()),
            ..self
        }
    }

    /// Sets the history.
    #[must_use]
    pub fn with_history(self, history: impl Into<Arc<History>>) -> Self {
        Self {
            history: Some(history.into()),
            ..self
        }
    }

    /// Sets the roster.
    #[must_use]
    pub fn with_roster(self, roster: impl Into<Arc<Roster>>) -> Self {
        Self {
            roster: Some(roster.into()),
            ..self
        }
    }

    /// Sets the secret of a blinded commitment.
    #[must_use]
    pub fn with_secret(self, secret: Secret) -> Self {
        Self {
            secret: Some(secret),
            ..self
        }
    }

    /// Sets the earlier commitments of the authority, with which [S3c] and [S4c] are checked.
    #[must_use]
    pub fn with_earlier(self, sheets: Vec<Commitment>) -> Self {
        Self {
            earlier: sheets,
            ..self
        }
    }

    /// All four inputs together. They must be there.
    fn inputs(&self, run: &Run) -> Result<Inputs, Error> {
        let Some(plan) = self.plan.clone() else {
            return Err(Error::of_value(codes::missing_field("plan")));
        };
        let registry = self.registry.clone().unwrap_or_default();
        let roster = self.roster.clone().unwrap_or_default();
        let history = self.history.clone().unwrap_or_default();
        Inputs::new_with(plan, registry, roster, history, run)
    }

    /// The secret. It is missing only if the commitment is blinded.
    fn secret_for(&self, commitment: &Commitment) -> Result<Option<&Secret>, Missing> {
        match (commitment.blinded, &self.secret) {
            (true, None) => Err(Missing::Secret),
            (true, Some(secret)) => Ok(Some(secret)),
            (false, _) => Ok(None),
        }
    }

    /// The task of that number in the plan, if the commitment has the same task there.
    fn task(&self, commitment: &Commitment, index: usize) -> Option<&Task> {
        let task = self.plan.as_ref()?.tasks.get(index)?;
        (task.id == commitment.tasks.get(index)?.id).then_some(task)
    }
}

/// [V1] Verifies a record with the evidence that is provided.
///
/// The report has every check with its outcome. A fault of the record is a failed check, never an error, and
/// verification does not stop at it.
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
    amendments::verify(record, evidence, &mut report, run)?;
    trusted(evidence, &record.commitment, &mut report);
    if !report.all_established(checks::SELECTION) {
        report.on_trust(checks::TRUST_FRAME);
    }
    Ok(report)
}

/// [V2] Lists what must be trusted, whatever is verified.
fn trusted(evidence: &Evidence, commitment: &Commitment, report: &mut Report) {
    for code in [
        checks::TRUST_INPUTS,
        checks::TRUST_SHEET,
        checks::TRUST_FIRST,
        checks::TRUST_SOURCES,
    ] {
        report.on_trust(code);
    }
    // Anyone who has registry and secret has seen all rows and salts.
    if commitment.blinded && !report.all_established(checks::REGISTRY_ROOT) {
        report.on_trust(checks::TRUST_BLINDED);
    }
    if evidence.amendments.is_some() {
        report.on_trust(checks::TRUST_AMENDMENTS);
    }
}
