//! Findings: warnings about inputs that are allowed and may be mistakes.

use core::fmt;
use std::collections::{BTreeMap, BTreeSet};

use super::{Sealed, ShortTeam};
use crate::base::error::Error;
use crate::base::lang::Lang;
use crate::base::place::wide;
use crate::base::run::{Cancelled, Run, Stage};
use crate::base::texts::{self, Localized, Problem, Seat, Text, codes};
use crate::ceremony::commitment::Commitment;
use crate::ceremony::source::{By, Source, SourceKind};
use crate::staff;
use crate::staff::tasks;

/// A warning, made when sealing, about something that is allowed and may be a mistake.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Finding(Problem);

impl Finding {
    pub(crate) const fn of(problem: Problem) -> Self {
        Self(problem)
    }

    /// The stable code, such as `warning.stratum-not-taken`.
    pub const fn code(&self) -> &'static str {
        self.0.code.id()
    }

    /// The text for people.
    pub fn message(&self, lang: Lang) -> String {
        self.0.text(lang)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code(), self.message(Lang::En))
    }
}

impl Sealed {
    /// Warnings for the person who seals. Show them before the digest is published.
    ///
    #[expect(clippy::missing_panics_doc, reason = "this run is never cancelled")]
    pub fn findings(&self) -> Vec<Finding> {
        self.findings_with(&Run::default())
            .expect("this run is never cancelled")
    }

    /// [`Self::findings`] with a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// Those of [`Self::findings`], and `cancelled`.
    pub fn findings_with(&self, run: &Run) -> Result<Vec<Finding>, Error> {
        let mut findings = Vec::new();
        strata(self, &mut findings);
        several_tasks(self, &mut findings, run)?;
        unknown_recusals(self, &mut findings);
        unknown_entities(self, &mut findings, run)?;
        unknown_tasks(self, &mut findings);
        earlier(&self.commitment, &mut findings);
        sources(self.commitment.sources(), &mut findings);
        short(self, &mut findings);
        tight_teams(self, &mut findings);
        loads(self, &mut findings);
        Ok(findings)
    }
}

/// Finds strata from which nothing is taken.
fn strata(sealed: &Sealed, findings: &mut Vec<Finding>) {
    for task in &sealed.commitment.tasks {
        for stratum in task.strata.iter().filter(|stratum| stratum.take == 0) {
            let problem = codes::warn_stratum(&task.id, &stratum.stratum, stratum.size);
            findings.push(Finding(problem));
        }
    }
}

/// Finds entities in the frames of several tasks that do not share tickets.
fn several_tasks(sealed: &Sealed, findings: &mut Vec<Finding>, run: &Run) -> Result<(), Cancelled> {
    let (plan, registry) = (sealed.inputs.plan(), sealed.inputs.registry());
    let mut groups: BTreeMap<&str, u32> = BTreeMap::new();
    // For each row: the number of the first group that has it, and whether another group has it too.
    let mut seen = vec![(0_u32, false); registry.rows().len()];
    for (number, (task, frame)) in (1..).zip(plan.tasks.iter().zip(&sealed.frames)) {
        let group = match task.coordination() {
            Some(group) => *groups.entry(group).or_insert(number),
            None => number,
        };
        let mut step = run.step(Stage::Compare, frame.rows.len());
        for &row in &frame.rows {
            step.advance(1)?;
            let seen = &mut seen[wide(row)];
            match seen.0 {
                0 => seen.0 = group,
                first if first != group => seen.1 = true,
                _ => {}
            }
        }
    }
    let several: Vec<usize> = (0..seen.len()).filter(|&row| seen[row].1).collect();
    if let Some(&first) = several.first() {
        let problem = codes::warn_several(several.len(), registry.id(first));
        findings.push(Finding(problem));
    }
    Ok(())
}

/// Checks whether all sources are of the office, or the others have too few outcomes [V2].
pub(crate) fn sources(sources: &[Source], findings: &mut Vec<Finding>) {
    if sources.iter().all(|source| source.by == By::Office) {
        findings.push(Finding(codes::warn_office()));
    } else if let Some(product) = few_outcomes(sources) {
        findings.push(Finding(codes::warn_outcomes(product)));
    }
}

/// The product of the outcomes of all sources that are not of the office, if it is less than 2^40 [V2].
fn few_outcomes(sources: &[Source]) -> Option<u64> {
    const ENOUGH: u64 = 1 << 40;
    let others = sources.iter().filter(|source| source.by != By::Office);
    let outcomes = others.map(|source| match source.kind {
        SourceKind::Live { .. } => source.outcomes().unwrap_or(ENOUGH),
        // A committed source counts as 2^40 outcomes, a drand round as 2^128.
        SourceKind::Committed { .. } | SourceKind::Drand { .. } => ENOUGH,
    });
    let product = outcomes.fold(1, u64::saturating_mul);
    (product < ENOUGH).then_some(product)
}

/// Finds recusals of entities that are not in the registry. They are allowed and may be mistakes [I4].
fn unknown_recusals(sealed: &Sealed, findings: &mut Vec<Finding>) {
    let registry = sealed.inputs.registry();
    let members = sealed.inputs.roster().members().iter();
    let recusals = members.flat_map(|member| member.recuse.iter().map(move |of| (&member.id, of)));
    let mut recusals = recusals
        .filter(|(_, of)| registry.find(of).is_none())
        .peekable();
    if let Some((inspector, entity)) = recusals.peek().copied() {
        let problem = codes::warn_recusal(recusals.count(), inspector, entity);
        findings.push(Finding(problem));
    }
}

/// Finds rows of the history of entities that are not in the registry. They are allowed and may be mistakes [I5].
fn unknown_entities(
    sealed: &Sealed,
    findings: &mut Vec<Finding>,
    run: &Run,
) -> Result<(), Cancelled> {
    let (registry, history) = (sealed.inputs.registry(), sealed.inputs.history());
    let mut step = run.step(Stage::Compare, history.entities().len());
    let (mut count, mut first) = (0_usize, None);
    // The rows of an entity are next to each other, so each entity is looked up once.
    let mut last = ("", false);
    for entity in history.entities() {
        step.advance(1)?;
        if last.0 != entity {
            last = (entity, registry.find(entity).is_none());
        }
        if last.1 {
            count += 1;
            first = first.or(Some(entity));
        }
    }
    if let Some(entity) = first {
        findings.push(Finding(codes::warn_history(count, entity)));
    }
    Ok(())
}

/// Finds rows of the history of tasks that are not in the plan. They are allowed and may be mistakes [I5].
fn unknown_tasks(sealed: &Sealed, findings: &mut Vec<Finding>) {
    let (plan, history) = (sealed.inputs.plan(), sealed.inputs.history());
    let known: BTreeSet<&str> = plan.tasks.iter().map(|task| task.id.as_str()).collect();
    let mut tasks = history
        .task_ids()
        .filter(|id| !known.contains(id))
        .peekable();
    if let Some(task) = tasks.peek().copied() {
        findings.push(Finding(codes::warn_task(tasks.count(), task)));
    }
}

/// Earlier sheets that a sheet follows or replaces, with the reason: a second draw is never silent [S3c].
pub(crate) fn earlier(sheet: &Commitment, findings: &mut Vec<Finding>) {
    for earlier in sheet.supersedes() {
        let (reason, approved_by) = (earlier.reason(), earlier.approved_by());
        let problem = codes::warn_supersedes(earlier.commitment, reason, approved_by);
        findings.push(Finding(problem));
    }
    for earlier in sheet.follows() {
        let problem = codes::warn_follows(earlier.commitment, earlier.record);
        findings.push(Finding(problem));
    }
}

/// Finds entities that cannot get a full team [S5], with the seats and departments.
fn short(sealed: &Sealed, findings: &mut Vec<Finding>) {
    const NAMED: usize = 5;
    let plan = sealed.inputs.plan();
    for task in &plan.tasks {
        let Some(team) = tasks::task_team(plan, task) else {
            continue;
        };
        let short: Vec<_> = sealed.short_teams(task.id.as_str()).collect();
        if short.is_empty() {
            continue;
        }
        let name = |short: &ShortTeam<'_>| {
            let seats = (0..).zip(&team.seats);
            let vacant = seats.filter(|(number, _)| short.seats().contains(number));
            let vacant = vacant.map(|(number, of)| texts::seat_of(Seat(number), of.department));
            let vacant: Vec<Text> = vacant.collect();
            texts::short_entity(short.entity(), Text::joined(&vacant, &texts::COMMA))
        };
        let named: Vec<Text> = short.iter().take(NAMED).map(name).collect();
        let more = if short.len() > NAMED {
            texts::AND_SO_ON
        } else {
            texts::NO_TEXT
        };
        let which = texts::short_entities(Text::joined(&named, &texts::SEMICOLON), more);
        findings.push(Finding(codes::warn_short(&task.id, short.len(), which)));
    }
}

/// Finds teams that have not more candidates than seats, so that nothing is drawn.
fn tight_teams(sealed: &Sealed, findings: &mut Vec<Finding>) {
    let plan = sealed.inputs.plan();
    let of = tasks::staff(plan, sealed.inputs.roster(), sealed.inputs.history());
    for team in tasks::task_teams(plan).iter().flatten() {
        let candidates = staff::candidates(team, &of.inspectors);
        if candidates <= team.seats.len() {
            let problem = codes::warn_tight(team.task, team.seats.len(), candidates);
            findings.push(Finding(problem));
        }
    }
}

/// Finds departments whose caps allow fewer seats than the takes need.
fn loads(sealed: &Sealed, findings: &mut Vec<Finding>) {
    let plan = sealed.inputs.plan();
    let of = tasks::staff(plan, sealed.inputs.roster(), sealed.inputs.history());
    let takes: Vec<u64> = sealed
        .commitment
        .tasks
        .iter()
        .map(|task| task.take())
        .collect();
    for (department, need, allowed) in tasks::overloaded(plan, &of.inspectors, &takes) {
        findings.push(Finding(codes::warn_load(department, need, allowed)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ceremony::source::Part;

    fn live(by: By, part: Part) -> Source {
        Source::live(by, "随机源", [part]).unwrap()
    }

    fn dice(by: By, throws: u64) -> Source {
        live(by, Part::new(throws, 1, 6).unwrap())
    }

    /// Five balls of 25, in 53,130 ways.
    fn balls(by: By) -> Source {
        live(by, Part::distinct(5, 1, 25).unwrap())
    }

    fn codes_of(list: &[Source]) -> Vec<&'static str> {
        let mut findings = Vec::new();
        sources(list, &mut findings);
        findings.iter().map(Finding::code).collect()
    }

    #[test]
    fn outcomes_of_others_multiply_and_are_compared_with_2_to_the_40() {
        // [V2]
        let office =
            Source::committed(By::Office, "机关", crate::Digest::from_bytes([1; 32])).unwrap();
        let witness =
            Source::committed(By::Witness, "见证人", crate::Digest::from_bytes([2; 32])).unwrap();
        assert_eq!(
            codes_of(std::slice::from_ref(&office)),
            ["warning.only-office"]
        );
        assert_eq!(codes_of(&[office.clone(), witness]), [""; 0]);
        // 6^15 < 2^40 < 6^16.
        assert_eq!(
            codes_of(&[office.clone(), dice(By::Public, 15)]),
            ["warning.few-outcomes"]
        );
        assert_eq!(codes_of(&[dice(By::Public, 16)]), [""; 0]);
        assert_eq!(codes_of(&[balls(By::Public)]), ["warning.few-outcomes"]);
        // 53,130² is about 2^31.4, and with 6^4 more about 2^41.7.
        let two = [balls(By::Public), balls(By::Witness)];
        assert_eq!(codes_of(&two), ["warning.few-outcomes"]);
        let three = [two[0].clone(), two[1].clone(), dice(By::Witness, 4)];
        assert_eq!(codes_of(&three), [""; 0]);
        assert_eq!(codes_of(&[dice(By::Public, 1000)]), [""; 0]);
    }
}
