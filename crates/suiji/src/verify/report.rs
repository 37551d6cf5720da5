//! The report of a verification: checks, verdict, facts, warnings, and what must be trusted [V1, V2].

use super::Evidence;
use super::outcome::{Missing, Outcome, Verdict};
use crate::base::error::{Error, ErrorKind, Place};
use crate::base::lang::Lang;
use crate::base::texts::{self, Code, Notice, Text, checks, codes};
use crate::ceremony::commitment::Commitment;
use crate::ceremony::source::Source;
use crate::inputs::plan::Plan;
use crate::json::{Json, ObjectBuilder, in_both};
use crate::seal::findings::{self, Finding};

/// The checks that fail if an input is not the one that was sealed.
const INPUTS: [&Code; 4] = [
    checks::PLAN_DIGEST,
    checks::REGISTRY_ROOT,
    checks::HISTORY_ROOT,
    checks::ROSTER_ROOT,
];

/// One check of a report [V1].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Check {
    code: &'static Code,
    task: Option<String>,
    path: String,
    outcome: Outcome,
}

impl Check {
    /// The stable id, such as `record.seed`. The table in SPEC.md has all ids.
    pub const fn id(&self) -> &'static str {
        self.code.id()
    }

    /// The id of the rule that is checked, without brackets, such as `R2`.
    pub const fn rule(&self) -> &'static str {
        self.code.rule()
    }

    /// The id of the task, if the check is about one.
    pub fn task(&self) -> Option<&str> {
        self.task.as_deref()
    }

    /// The place in the document as a JSON path, such as `$.draws[0].key`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The outcome.
    pub const fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// The statement and its outcome, as a text for people.
    pub fn message(&self, lang: Lang) -> String {
        let text = self.code.template(lang);
        let about = match &self.task {
            Some(task) => texts::about_task(task, text).text(lang).to_owned(),
            None => text.to_owned(),
        };
        let message = match &self.outcome {
            Outcome::Established => texts::check_established(about),
            Outcome::Failed { expected, found } => {
                texts::check_failed(about, &self.path, expected.text(lang), found.text(lang))
            }
            Outcome::NotChecked { missing } => texts::check_not_made(about, missing.message(lang)),
            Outcome::OnTrust => texts::check_on_trust(about),
        };
        message.text(lang).to_owned()
    }

    fn to_json(&self) -> Json<'_> {
        let object = ObjectBuilder::default()
            .with("id", Json::text(self.id()))
            .with("rule", Json::text(self.rule()))
            .maybe("task", self.task.as_deref().map(Json::text))
            .with("path", Json::text(&self.path))
            .with("outcome", Json::text(self.outcome.as_str()));
        match &self.outcome {
            Outcome::Failed { expected, found } => object
                .with("expected", Json::text(expected.text(Lang::En)))
                .with("found", Json::text(found.text(Lang::En))),
            Outcome::NotChecked { missing } => object.with("missing", Json::text(missing.as_str())),
            _ => object,
        }
        .with("message", in_both(|lang| self.message(lang)))
        .build()
    }
}

/// A fact about a stratum with a take of 30 or more: an estimate of the take from the greatest selected ticket [V1].
///
/// A take that is far from its estimate suggests that the tickets were not drawn from the whole frame.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fact {
    pub(crate) task: String,
    pub(crate) stratum: String,
    pub(crate) take: u64,
    pub(crate) estimate: u64,
    pub(crate) one_in: u64,
}

impl Fact {
    /// The id of the task.
    pub fn task(&self) -> &str {
        &self.task
    }

    /// The stratum.
    pub fn stratum(&self) -> &str {
        &self.stratum
    }

    /// How many entities were taken.
    pub const fn take(&self) -> u64 {
        self.take
    }

    /// The estimate ⌊size·t/2^256⌋ + 1, where t is the greatest selected ticket. It should be near `take`.
    pub const fn estimate(&self) -> u64 {
        self.estimate
    }

    /// A fair draw is as far off about once in this many draws. 1 if it often does.
    pub const fn one_in(&self) -> u64 {
        self.one_in
    }

    /// The text for people.
    pub fn message(&self, lang: Lang) -> String {
        let Self {
            task,
            stratum,
            take,
            estimate,
            one_in,
        } = self;
        let fact = match one_in {
            1 => texts::fact(task, stratum, take, estimate),
            _ => texts::rare_fact(task, stratum, take, estimate, one_in),
        };
        fact.text(lang).to_owned()
    }
}

/// A statement that no check can establish and that must be trusted [V2].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Trust(&'static Code);

impl Trust {
    /// The stable id, such as `trust.inputs`.
    pub const fn id(&self) -> &'static str {
        self.0.id()
    }

    /// The text for people.
    pub const fn message(&self, lang: Lang) -> &'static str {
        self.0.template(lang)
    }
}

/// The report of a verification [V1] [V2].
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Report {
    checks: Vec<Check>,
    facts: Vec<Fact>,
    sources: Vec<Option<String>>,
    warnings: Vec<Finding>,
    trust: Vec<Trust>,
}

impl Report {
    /// The verdict of all checks [V1].
    pub fn verdict(&self) -> Verdict {
        let any =
            |found: fn(&Outcome) -> bool| self.checks.iter().any(|check| found(&check.outcome));
        let failed = |check: &&Check| matches!(check.outcome, Outcome::Failed { .. });
        let mut failed = self.checks.iter().filter(failed).peekable();
        if failed.peek().is_some() {
            match failed.all(|check| INPUTS.contains(&check.code)) {
                true => Verdict::OtherInputs,
                false => Verdict::Fails,
            }
        } else if any(|outcome| *outcome == Outcome::want(Missing::SealedInput)) {
            Verdict::OtherInputs
        } else if any(|outcome| matches!(outcome, Outcome::NotChecked { .. })) {
            Verdict::Incomplete
        } else {
            Verdict::Holds
        }
    }

    /// All checks, in the order in which they were made.
    pub fn checks(&self) -> &[Check] {
        &self.checks
    }

    /// Facts about the strata.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// The number of outcomes of each source, in their order [V2]. `None` for a source that is not live.
    ///
    /// The number is written as digits, or as a power such as `6^40` if it is greater than 2^53 − 1.
    pub fn outcomes(&self) -> &[Option<String>] {
        &self.sources
    }

    /// Warnings about the sources and about earlier commitments [V2] [S3c].
    pub fn warnings(&self) -> &[Finding] {
        &self.warnings
    }

    /// What must be trusted [V2]. This is never empty.
    pub fn trust(&self) -> &[Trust] {
        &self.trust
    }

    /// Returns an error unless the verdict is [`Verdict::Holds`].
    ///
    /// # Errors
    /// `verification.not-holding` if a check failed or could not be made.
    pub fn require(&self) -> Result<(), Error> {
        let verdict = self.verdict();
        if verdict == Verdict::Holds {
            return Ok(());
        }
        let count = |name: &str| {
            let checks = self.checks.iter();
            checks
                .filter(|check| check.outcome.as_str() == name)
                .count()
        };
        let verdict = Text::of(|lang| verdict.message(lang).to_owned());
        let problem = codes::not_holding(verdict, count("failed"), count("not_checked"));
        let place = Place::new(ErrorKind::Verification, "");
        Err(Error::new(problem.at(place)))
    }

    /// The report as indented JSON (`schema/report.schema.json`).
    pub fn to_json(&self) -> String {
        let fact = |fact: &Fact| {
            Json::object([
                ("task", Json::text(fact.task.clone())),
                ("stratum", Json::text(fact.stratum.clone())),
                ("take", Json::count(fact.take)),
                ("estimate", Json::text(fact.estimate.to_string())),
                ("one_in", Json::count(fact.one_in)),
            ])
        };
        let source = |(index, outcomes): (u64, &Option<String>)| {
            ObjectBuilder::default()
                .with("source", Json::count(index))
                .maybe("outcomes", outcomes.clone().map(Json::text))
                .build()
        };
        let words = |key: &'static str, id: &'static str, text: &dyn Fn(Lang) -> String| {
            Json::object([(key, Json::text(id)), ("message", in_both(text))])
        };
        let warnings = self
            .warnings
            .iter()
            .map(|of| words("code", of.code(), &|lang| of.message(lang)));
        let trust = self
            .trust
            .iter()
            .map(|of| words("id", of.id(), &|lang| of.message(lang).to_owned()));
        ObjectBuilder::default()
            .with("verdict", Json::text(self.verdict().as_str()))
            .with("checks", Json::list(self.checks.iter().map(Check::to_json)))
            .maybe("facts", Some(Json::list(self.facts.iter().map(fact))))
            .maybe(
                "sources",
                Some(Json::list((0..).zip(&self.sources).map(source))),
            )
            .maybe("warnings", Some(Json::list(warnings)))
            .with("trust", Json::list(trust))
            .build()
            .to_pretty()
    }

    pub(crate) fn check(
        &mut self,
        code: &'static Code,
        task: Option<&str>,
        path: impl Into<String>,
        outcome: Outcome,
    ) {
        self.checks.push(Check {
            code,
            task: task.map(str::to_owned),
            path: path.into(),
            outcome,
        });
    }

    /// Whether there are checks of that id and all of them are established.
    pub(crate) fn all_established(&self, code: &'static Code) -> bool {
        let mut of = self
            .checks
            .iter()
            .filter(|check| check.code == code)
            .peekable();
        of.peek().is_some() && of.all(|check| check.outcome == Outcome::Established)
    }

    pub(crate) fn fact(&mut self, fact: Fact) {
        self.facts.push(fact);
    }

    /// What every report says about the commitment: outcomes [V2], and earlier commitments, so that no second draw is
    /// silent [S3c].
    pub(crate) fn sheet(&mut self, sheet: &Commitment) {
        self.sources = sheet.sources().iter().map(Source::outcomes_text).collect();
        findings::sources(sheet.sources(), &mut self.warnings);
        findings::earlier(sheet, &mut self.warnings);
    }

    pub(crate) fn warn(&mut self, notice: Notice) {
        self.warnings.push(Finding::new(ErrorKind::Receipt, notice));
    }

    /// The outcome of the first check of that id.
    pub(crate) fn outcome_of(&self, code: &'static Code) -> Option<Outcome> {
        let check = self.checks.iter().find(|check| check.code == code);
        check.map(|check| check.outcome.clone())
    }

    /// Whether an input is the one that was sealed, by the check of its digest.
    pub(crate) fn sealed(&self, code: &'static Code) -> Result<(), Missing> {
        match self.outcome_of(code) {
            Some(Outcome::Established) => Ok(()),
            Some(Outcome::NotChecked { missing }) => Err(missing),
            Some(Outcome::Failed { .. }) => Err(Missing::SealedInput),
            _ => Err(Missing::EarlierCheck),
        }
    }

    /// The plan, if it is provided and is the one that was sealed.
    pub(crate) fn plan_of<'e>(&self, evidence: &'e Evidence) -> Result<&'e Plan, Missing> {
        let plan = evidence.plan.as_deref().ok_or(Missing::Plan)?;
        self.sealed(checks::PLAN_DIGEST)?;
        Ok(plan)
    }

    pub(crate) fn on_trust(&mut self, code: &'static Code) {
        self.trust.push(Trust(code));
    }
}
