//! The report of a verification: checks, verdict, facts, warnings, and what must be trusted [V1, V2].

use std::collections::BTreeMap;

use super::Evidence;
use super::check::{About, Check};
use super::fact::{Fact, Trust};
use super::outcome::{Missing, Outcome, Verdict};
use crate::base::error::{Error, ErrorKind, Place};
use crate::base::lang::Lang;
use crate::base::texts::{self, Code, Notice, Text, Words, checks, codes};
use crate::ceremony::commitment::Commitment;
use crate::ceremony::source::Source;
use crate::inputs::plan::Plan;
use crate::json::{Json, ObjectBuilder, in_both};
use crate::seal::findings::{self, Finding};

/// The checks that fail if an input is not the one that was sealed.
const INPUTS: [(&Code, Words); 4] = [
    (checks::PLAN_DIGEST, texts::KIND_PLAN),
    (checks::REGISTRY_ROOT, texts::KIND_REGISTRY),
    (checks::ROSTER_ROOT, texts::KIND_ROSTER),
    (checks::HISTORY_ROOT, texts::KIND_HISTORY),
];

/// What the checks show about the secret that was provided.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum SecretProvided {
    /// No secret was provided or needed, it is the one of the sealing, or nothing is known about it.
    #[default]
    NotDoubted,
    /// None of the tables matches ([`crate::tree::doubts_secret`]).
    Doubted,
    /// It is not the one of the sealing.
    Another,
}

/// The report of a verification [V1] [V2].
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Report {
    checks: Vec<Check>,
    /// By id: the first of its checks.
    first: BTreeMap<&'static str, usize>,
    facts: Vec<Fact>,
    sources: Vec<Option<String>>,
    margins: Vec<Option<u64>>,
    warnings: Vec<Finding>,
    trust: Vec<Trust>,
    secret: SecretProvided,
}

impl Report {
    /// The verdict of all checks [V1].
    pub fn verdict(&self) -> Verdict {
        let any =
            |found: fn(&Outcome) -> bool| self.checks.iter().any(|check| found(&check.outcome));
        let failed = |check: &&Check| matches!(check.outcome, Outcome::Failed { .. });
        let is_input = |check: &Check| INPUTS.iter().any(|(code, _)| *code == check.code);
        let mut failed = self.checks.iter().filter(failed).peekable();
        if failed.peek().is_some() {
            match failed.all(is_input) {
                true => Verdict::OtherInputs,
                false => Verdict::Fails,
            }
        } else if any(|outcome| {
            [Missing::SealedInput, Missing::SealedSecret]
                .map(Outcome::want)
                .contains(outcome)
        }) {
            Verdict::OtherInputs
        } else if any(|outcome| matches!(outcome, Outcome::NotChecked { .. })) {
            Verdict::Incomplete
        } else {
            Verdict::Holds
        }
    }

    /// The verdict in words. If inputs are not those that were sealed, it says which.
    pub fn message(&self, lang: Lang) -> String {
        let verdict = self.verdict();
        let inputs = self.other_inputs();
        match verdict == Verdict::OtherInputs && !inputs.is_empty() {
            true => {
                let inputs = Text::joined(&inputs, &texts::COMMA);
                texts::other_inputs(inputs).text(lang).to_owned()
            }
            false => verdict.message(lang).to_owned(),
        }
    }

    /// The inputs that are not those that were sealed. With another secret, no table matches.
    fn other_inputs(&self) -> Vec<Text> {
        let is_other = |code: &Code| {
            let checks = self.checks.iter().filter(|check| check.code == code);
            let mut outcomes = checks.map(|check| &check.outcome);
            outcomes.any(|outcome| matches!(outcome, Outcome::Failed { .. }))
        };
        let others = |inputs: &[(&Code, Words)]| -> Vec<Text> {
            let others = inputs.iter().filter(|(code, _)| is_other(code));
            others
                .map(|(_, name)| Text::of(|lang| name.text(lang).to_owned()))
                .collect()
        };
        let secret = Text::of(|lang| texts::THE_SECRET.text(lang).to_owned());
        match self.secret {
            SecretProvided::NotDoubted => others(&INPUTS),
            SecretProvided::Another => [others(&INPUTS[..1]), vec![secret]].concat(),
            SecretProvided::Doubted => {
                let tables = Text::joined(&others(&INPUTS[1..]), &texts::COMMA);
                [others(&INPUTS[..1]), vec![texts::secret_or(tables)]].concat()
            }
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

    /// By how many seconds each source was later than the sealing, as far as the documents show [S4a] [V2]. A drand
    /// round has a time (annex A). `sealed_at` is the statement of the office. `None` for other sources, and for a
    /// round that was not later.
    pub fn margins(&self) -> &[Option<u64>] {
        &self.margins
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
        let verdict = Text::of(|lang| self.message(lang));
        let problem = codes::not_holding(verdict, count("failed"), count("not_checked"));
        let place = Place::new(ErrorKind::Verification, "");
        Err(Error::new(problem.at(place)))
    }

    /// The report as indented JSON (`schema/report.schema.json`).
    pub fn to_json(&self) -> String {
        let sources = self.sources.iter().zip(&self.margins);
        let source = |(index, (outcomes, margin)): (u64, (&Option<String>, &Option<u64>))| {
            ObjectBuilder::default()
                .with("source", Json::count(index))
                .maybe("outcomes", outcomes.clone().map(Json::text))
                .maybe("margin", margin.map(Json::count))
                .build()
        };
        let warning = |of: &Finding| {
            Json::object([
                ("code", Json::text(of.code())),
                ("message", in_both(|lang| of.message(lang))),
            ])
        };
        ObjectBuilder::default()
            .with("verdict", Json::text(self.verdict().as_str()))
            .with("checks", Json::list(self.checks.iter().map(Check::to_json)))
            .maybe(
                "facts",
                Some(Json::list(self.facts.iter().map(Fact::to_json))),
            )
            .maybe("sources", Some(Json::list((0..).zip(sources).map(source))))
            .maybe(
                "warnings",
                Some(Json::list(self.warnings.iter().map(warning))),
            )
            .with(
                "trust",
                Json::list(self.trust.iter().map(|of| of.to_json())),
            )
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
        let about = task.map_or(About::Whole, |id| About::Task(id.to_owned()));
        self.push(code, about, path.into(), outcome);
    }

    /// Adds a check about a source. The source is named if the commitment has it.
    pub(super) fn check_source(
        &mut self,
        code: &'static Code,
        name: Option<&str>,
        path: impl Into<String>,
        outcome: Outcome,
    ) {
        let about = name.map_or(About::Whole, |name| About::Source(name.to_owned()));
        self.push(code, about, path.into(), outcome);
    }

    fn push(&mut self, code: &'static Code, about: About, path: String, outcome: Outcome) {
        self.first.entry(code.id()).or_insert(self.checks.len());
        self.checks.push(Check {
            code,
            about,
            path,
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
        let sealed = sheet.sealed_at.unix_seconds();
        let margin = |source: &Source| u64::try_from(source.due()?.checked_sub(sealed)?).ok();
        let margins = sheet.sources().iter().map(margin);
        self.margins = margins.map(|margin| margin.filter(|of| *of > 0)).collect();
        findings::sources(sheet.sources(), &mut self.warnings);
        findings::earlier(sheet, &mut self.warnings);
    }

    pub(crate) fn warn(&mut self, notice: Notice) {
        self.warnings.push(Finding::new(ErrorKind::Receipt, notice));
    }

    /// The outcome of the first check of that id.
    pub(crate) fn outcome_of(&self, code: &'static Code) -> Option<Outcome> {
        let &first = self.first.get(code.id())?;
        Some(self.checks[first].outcome.clone())
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

    /// Sets what is known about the secret that was provided.
    pub(super) const fn secret_is(&mut self, secret: SecretProvided) {
        self.secret = secret;
    }

    /// What is known about the secret that was provided.
    pub(super) const fn secret(&self) -> SecretProvided {
        self.secret
    }

    /// Lists what must always be trusted [V2].
    pub(crate) fn always_on_trust(&mut self) {
        let always = [
            checks::TRUST_INPUTS,
            checks::TRUST_SHEET,
            checks::TRUST_FIRST,
            checks::TRUST_SOURCES,
        ];
        self.trust.extend(always.map(Trust));
    }

    pub(crate) fn on_trust(&mut self, code: &'static Code) {
        self.trust.push(Trust(code));
    }
}
