//! Verification: evidence in, report out.

use std::sync::Arc;

use suiji::{Error, Lang};

use crate::commitment::Commitment;
use crate::count;
use crate::error::SuijiError;
use crate::inputs::Inputs;
use crate::plan::Plan;
use crate::record::{PublicForm, Record};
use crate::run::{self, Run};
use crate::tables::{History, Registry, Roster};

/// What a verifier has beside the record; the more, the more is checked.
#[derive(Clone, Debug, Default, uniffi::Record)]
pub struct Evidence {
    /// All four inputs, as whoever sealed has them.
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
    /// The secret of a blinded sheet, in hex.
    #[uniffi(default = None)]
    pub secret: Option<String>,
    /// The commitment digest that was made known before anything fell.
    #[uniffi(default = None)]
    pub sheet: Option<String>,
    /// Earlier sheets of the authority.
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
        if let Some(sheet) = evidence.sheet {
            core = core.with_commitment(sheet.parse()?);
        }
        let earlier = evidence.earlier.iter().map(|sheet| sheet.core.clone());
        Ok(core.with_earlier(earlier.collect()))
    }
}

/// Verifies a record: what is wrong with it stands in the report.
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

/// Verifies a public form: what is wrong with it stands in the report.
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

/// What a verification found.
#[derive(Debug, uniffi::Object)]
pub struct Report {
    core: suiji::Report,
}

/// What a report comes to.
#[derive(Clone, Copy, Debug, uniffi::Enum)]
pub enum Verdict {
    /// Every check was made and holds.
    Holds,
    /// No check failed, and not all could be made.
    Incomplete,
    /// A check failed.
    Fails,
}

/// What came of a check.
#[derive(Clone, Copy, Debug, uniffi::Enum)]
pub enum Outcome {
    /// It holds.
    Established,
    /// It does not hold.
    Failed,
    /// Something was wanting.
    NotChecked,
    /// It cannot be checked from what there is.
    OnTrust,
}

/// One check of a report.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Check {
    /// Its stable id, such as `record.seed` (SPEC.md, annex D).
    pub id: String,
    /// The rule that it checks, without brackets.
    pub rule: String,
    /// The task, where it is about one.
    pub task: Option<String>,
    /// The place in the JSON of the document.
    pub path: String,
    /// What came of it.
    pub outcome: Outcome,
    /// What it is and what came of it, in English.
    pub text: String,
    /// The same in Chinese.
    pub text_zh: String,
}

/// What remains on trust.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Trust {
    /// Its stable id.
    pub id: String,
    /// In English.
    pub text: String,
    /// In Chinese.
    pub text_zh: String,
}

/// What one should know, though nothing forbids it.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Finding {
    /// Its stable code.
    pub code: String,
    /// In English.
    pub text: String,
    /// In Chinese.
    pub text_zh: String,
}

/// A fact beside a stratum: an estimate of its take from the greatest selected ticket.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Fact {
    /// The task's id.
    pub task: String,
    /// The stratum.
    pub stratum: String,
    /// How many were taken.
    pub take: i64,
    /// What should be near it.
    pub estimate: i64,
}

impl Report {
    pub(crate) fn of(core: suiji::Report) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

#[uniffi::export]
impl Report {
    /// What it comes to.
    pub fn verdict(&self) -> Verdict {
        match self.core.verdict() {
            suiji::verify::Verdict::Holds => Verdict::Holds,
            suiji::verify::Verdict::Incomplete => Verdict::Incomplete,
            _ => Verdict::Fails, // what is not known here must not pass
        }
    }

    /// An error unless it holds.
    pub fn require(&self) -> Result<(), SuijiError> {
        Ok(self.core.require()?)
    }

    /// Its checks, in the order in which they were made.
    pub fn checks(&self) -> Vec<Check> {
        self.core.checks().iter().map(Check::from).collect()
    }

    /// What remains on trust.
    pub fn trust(&self) -> Vec<Trust> {
        let trust = |trust: &suiji::verify::Trust| Trust {
            id: trust.id().to_owned(),
            text: trust.message(Lang::En).to_owned(),
            text_zh: trust.message(Lang::Zh).to_owned(),
        };
        self.core.trust().iter().map(trust).collect()
    }

    /// What one should know.
    pub fn warnings(&self) -> Vec<Finding> {
        self.core.warnings().iter().map(Finding::from).collect()
    }

    /// The facts beside the strata.
    pub fn facts(&self) -> Vec<Fact> {
        let fact = |fact: &suiji::verify::Fact| Fact {
            task: fact.task().to_owned(),
            stratum: fact.stratum().to_owned(),
            take: count(fact.take()),
            estimate: count(fact.estimate()),
        };
        self.core.facts().iter().map(fact).collect()
    }

    /// The number of outcomes of each source that is a live one: digits, or a power such as `6^40`.
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
        let outcome = match check.outcome() {
            suiji::verify::Outcome::Established => Outcome::Established,
            suiji::verify::Outcome::NotChecked { .. } => Outcome::NotChecked,
            suiji::verify::Outcome::OnTrust => Outcome::OnTrust,
            _ => Outcome::Failed, // likewise
        };
        Self {
            id: check.id().to_owned(),
            rule: check.rule().to_owned(),
            task: check.task().map(str::to_owned),
            path: check.path().to_owned(),
            outcome,
            text: check.message(Lang::En),
            text_zh: check.message(Lang::Zh),
        }
    }
}

impl From<&suiji::seal::Finding> for Finding {
    fn from(finding: &suiji::seal::Finding) -> Self {
        Self {
            code: finding.code().to_owned(),
            text: finding.message(Lang::En),
            text_zh: finding.message(Lang::Zh),
        }
    }
}
