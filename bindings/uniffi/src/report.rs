//! Verification: from evidence to a report.

use std::sync::Arc;

use suiji::{Error, Lang};

use crate::amend::Amendments;
use crate::commitment::Commitment;
use crate::contributions::Contributions;
use crate::count;
use crate::error::{Place, SuijiError};
use crate::inputs::Inputs;
use crate::plan::Plan;
use crate::record::{PublicForm, Record};
use crate::run::{self, Run};
use crate::tables::{History, Registry, Roster};

/// The evidence of a verifier in addition to the record. More evidence allows more checks.
#[derive(Clone, Debug, Default, uniffi::Record)]
pub struct Evidence {
    /// All four inputs.
    #[uniffi(default = None)]
    pub inputs: Option<Arc<Inputs>>,
    /// The plan.
    #[uniffi(default = None)]
    pub plan: Option<Arc<Plan>>,
    /// The registry.
    #[uniffi(default = None)]
    pub registry: Option<Arc<Registry>>,
    /// The roster.
    #[uniffi(default = None)]
    pub roster: Option<Arc<Roster>>,
    /// The history.
    #[uniffi(default = None)]
    pub history: Option<Arc<History>>,
    /// The secret of a blinded commitment, in hex.
    #[uniffi(default = None)]
    pub secret: Option<String>,
    /// The digest of the commitment that was published before the seed existed.
    #[uniffi(default = None)]
    pub commitment: Option<String>,
    /// The digest of the record that was noted when it was read out.
    #[uniffi(default = None)]
    pub record: Option<String>,
    /// The contributions that were noted when they were made.
    #[uniffi(default = None)]
    pub contributions: Option<Arc<Contributions>>,
    /// The amendments to the record. Each of them is checked.
    #[uniffi(default = None)]
    pub amendments: Option<Arc<Amendments>>,
    /// The public form that was published. It is compared with the record.
    #[uniffi(default = None)]
    pub public_form: Option<Arc<PublicForm>>,
    /// Earlier commitments of the authority.
    #[uniffi(default = [])]
    pub earlier: Vec<Arc<Commitment>>,
}

impl TryFrom<Evidence> for suiji::Evidence {
    type Error = Error;

    fn try_from(evidence: Evidence) -> Result<Self, Error> {
        let mut core = evidence
            .inputs
            .map_or_else(Self::default, |inputs| Self::of(&inputs.core));
        if let Some(plan) = evidence.plan {
            core = core.with_plan(Arc::clone(&plan.core));
        }
        if let Some(registry) = evidence.registry {
            core = core.with_registry(Arc::clone(&registry.core));
        }
        if let Some(roster) = evidence.roster {
            core = core.with_roster(Arc::clone(&roster.core));
        }
        if let Some(history) = evidence.history {
            core = core.with_history(Arc::clone(&history.core));
        }
        if let Some(secret) = evidence.secret {
            core = core.with_secret(secret.parse()?);
        }
        if let Some(digest) = evidence.commitment {
            core = core.with_commitment(digest.parse()?);
        }
        if let Some(digest) = evidence.record {
            core = core.with_record(digest.parse()?);
        }
        if let Some(contributions) = evidence.contributions {
            core = core.with_contributions(contributions.core.clone());
        }
        if let Some(amendments) = evidence.amendments {
            core = core.with_amendments(amendments.core.clone());
        }
        if let Some(form) = evidence.public_form {
            core = core.with_public_form(form.core.clone());
        }
        let earlier = evidence.earlier.iter().map(|earlier| earlier.core.clone());
        Ok(core.with_earlier(earlier.collect()))
    }
}

/// Verifies a record. The report contains all its faults.
#[uniffi::export(default(run = None))]
pub fn verify(
    record: Arc<Record>,
    evidence: Evidence,
    run: Option<Arc<Run>>,
) -> Result<Arc<Report>, SuijiError> {
    let evidence = evidence.try_into().map_err(SuijiError::from)?;
    let core = suiji::verify_with(&record.core, &evidence, &run::core(run))?;
    Ok(Report::of(core))
}

/// Verifies a public form. The report contains all its faults.
#[uniffi::export(default(run = None))]
pub fn verify_public(
    public_form: Arc<PublicForm>,
    evidence: Evidence,
    run: Option<Arc<Run>>,
) -> Result<Arc<Report>, SuijiError> {
    let evidence = evidence.try_into().map_err(SuijiError::from)?;
    let core = suiji::verify_public_with(&public_form.core, &evidence, &run::core(run))?;
    Ok(Report::of(core))
}

/// The result of a verification.
#[derive(Debug, uniffi::Object)]
pub struct Report {
    core: suiji::Report,
}

/// The result of a report.
#[derive(Clone, Copy, Debug, uniffi::Enum)]
pub enum Verdict {
    /// All checks were made and none failed.
    Holds,
    /// No check failed, but some could not be made.
    Incomplete,
    /// The provided inputs are not the sealed ones. Nothing else failed.
    OtherInputs,
    /// At least one check of the document itself failed.
    Fails,
}

/// The result of a check.
#[derive(Clone, Copy, Debug, uniffi::Enum)]
pub enum Outcome {
    /// The check passed.
    Established,
    /// The check failed.
    Failed,
    /// The check was not made, because something is missing.
    NotChecked,
    /// The claim cannot be checked and has to be trusted.
    OnTrust,
}

/// One check of a report.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Check {
    /// The stable id, such as `record.seed` (SPEC.md, annex D).
    pub id: String,
    /// The rule of SPEC.md that it checks, without brackets.
    pub rule: String,
    /// The id of the task, if it is about one task.
    pub task: Option<String>,
    /// The path in the JSON of the document.
    pub path: String,
    /// The result.
    pub outcome: Outcome,
    /// The missing evidence, such as `plan`, if it was not checked.
    pub missing: Option<String>,
    /// The message in English: the check and its result.
    pub message: String,
    /// The message in Chinese.
    pub message_zh: String,
}

/// A claim that no check covers and that has to be trusted.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Trust {
    /// The stable id.
    pub id: String,
    /// The message in English.
    pub message: String,
    /// The message in Chinese.
    pub message_zh: String,
}

/// Something that is allowed but may be a mistake (提示). The same finding in several rows is one finding with a count.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Finding {
    /// The stable code.
    pub code: String,
    /// `error`, `warning` or `note`.
    pub severity: String,
    /// The place, or the first place if it is about rows.
    pub place: Place,
    /// The number of times it was found.
    pub count: i64,
    /// The rows in which it was found, counted from 1; at most the first 1,000.
    pub rows: Vec<i64>,
    /// The message in English.
    pub message: String,
    /// The message in Chinese.
    pub message_zh: String,
    /// The remedy, in English; none if no action is needed.
    pub remedy: Option<String>,
    /// The remedy, in Chinese.
    pub remedy_zh: Option<String>,
}

/// For a stratum with 30 or more selected entities: their number, and an estimate of it from the greatest selected ticket.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Fact {
    /// The id of the task.
    pub task: String,
    /// The stratum.
    pub stratum: String,
    /// The number of selected entities.
    pub take: i64,
    /// The estimate. It should be close to `take`.
    pub estimate: i64,
    /// For a fair draw, a difference this large occurs about once in this number of draws; 1 if it is common.
    pub one_in: i64,
    /// The message in English.
    pub message: String,
    /// The message in Chinese.
    pub message_zh: String,
}

impl Report {
    pub(crate) fn of(core: suiji::Report) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

#[uniffi::export]
impl Report {
    /// The verdict.
    pub fn verdict(&self) -> Verdict {
        match self.core.verdict() {
            suiji::verify::Verdict::Holds => Verdict::Holds,
            suiji::verify::Verdict::Incomplete => Verdict::Incomplete,
            suiji::verify::Verdict::OtherInputs => Verdict::OtherInputs,
            _ => Verdict::Fails, // an unknown verdict must not pass
        }
    }

    /// Returns an error unless the verdict is `holds`.
    pub fn require(&self) -> Result<(), SuijiError> {
        Ok(self.core.require()?)
    }

    /// The checks, in the order in which they were made.
    pub fn checks(&self) -> Vec<Check> {
        self.core.checks().iter().map(Check::from).collect()
    }

    /// The claims that have to be trusted.
    pub fn trust(&self) -> Vec<Trust> {
        let trust = |trust: &suiji::verify::Trust| Trust {
            id: trust.id().to_owned(),
            message: trust.message(Lang::En).to_owned(),
            message_zh: trust.message(Lang::Zh).to_owned(),
        };
        self.core.trust().iter().map(trust).collect()
    }

    /// Warnings.
    pub fn warnings(&self) -> Vec<Finding> {
        self.core.warnings().iter().map(Finding::from).collect()
    }

    /// The facts, one for each stratum with 30 or more selected entities.
    pub fn facts(&self) -> Vec<Fact> {
        let fact = |fact: &suiji::verify::Fact| Fact {
            task: fact.task().to_owned(),
            stratum: fact.stratum().to_owned(),
            take: count(fact.take()),
            estimate: count(fact.estimate()),
            one_in: count(fact.one_in()),
            message: fact.message(Lang::En),
            message_zh: fact.message(Lang::Zh),
        };
        self.core.facts().iter().map(fact).collect()
    }

    /// The number of possible values for each source, as digits or as `2^53 or more`; none for a source that is not
    /// live.
    pub fn outcomes(&self) -> Vec<Option<String>> {
        self.core.outcomes().to_vec()
    }

    /// The report as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.core.to_json()
    }
}

impl From<&suiji::verify::Check> for Check {
    fn from(check: &suiji::verify::Check) -> Self {
        let (outcome, missing) = match check.outcome() {
            suiji::verify::Outcome::Established => (Outcome::Established, None),
            suiji::verify::Outcome::NotChecked { missing } => (Outcome::NotChecked, Some(missing)),
            suiji::verify::Outcome::OnTrust => (Outcome::OnTrust, None),
            _ => (Outcome::Failed, None), // an unknown outcome must not pass
        };
        Self {
            id: check.id().to_owned(),
            rule: check.rule().to_owned(),
            task: check.task().map(str::to_owned),
            path: check.path().to_owned(),
            outcome,
            missing: missing.map(|missing| missing.as_str().to_owned()),
            message: check.message(Lang::En),
            message_zh: check.message(Lang::Zh),
        }
    }
}

impl From<&suiji::seal::Finding> for Finding {
    fn from(finding: &suiji::seal::Finding) -> Self {
        Self {
            code: finding.code().to_owned(),
            severity: finding.severity().as_str().to_owned(),
            place: finding.place().into(),
            count: count(finding.count()),
            rows: finding.rows().iter().copied().map(count).collect(),
            message: finding.message(Lang::En),
            message_zh: finding.message(Lang::Zh),
            remedy: finding.remedy(Lang::En).map(str::to_owned),
            remedy_zh: finding.remedy(Lang::Zh).map(str::to_owned),
        }
    }
}
