//! The checks that need the roster: `short`, and the teams by section 7 [V1].

use super::known::{Known, known_all};
use super::selection::first_difference;
use super::{Evidence, Missing, Outcome, Report};
use crate::base::error::Error;
use crate::base::id::TaskId;
use crate::base::run::{Cancelled, Run, Stage};
use crate::base::texts::checks;
use crate::frame::Frame;
use crate::record::Record;
use crate::staff::{self, Entity, Staff, Staffed, tasks};

pub(super) fn verify(
    record: &Record,
    evidence: &Evidence,
    frames: Option<&[Frame]>,
    report: &mut Report,
    run: &Run,
) -> Result<(), Error> {
    let commitment = &record.commitment;
    let known = known_all(evidence, commitment, report);
    let (known, roster, frames) = match (known, frames) {
        (Ok((known, roster)), Some(frames)) => (known, roster, frames),
        (known, _) => {
            let want = known.err().unwrap_or(Missing::EarlierCheck);
            for (index, sealed) in commitment.tasks.iter().enumerate() {
                let id = Some(sealed.id.as_str());
                let of_sheet = format!("$.commitment.tasks[{index}].short");
                report.check(checks::SHORT, id, of_sheet, Outcome::want(want));
                let path = format!("$.draws[{index}].teams");
                report.check(checks::TEAMS, id, path, Outcome::want(want));
            }
            return Ok(());
        }
    };
    let of = tasks::staff(known.plan, roster, known.history);
    short(record, &known, &of, frames, report, run)?;
    teams_again(record, &known, &of, report, run)
}

fn short(
    record: &Record,
    known: &Known<'_>,
    of: &Staff<'_>,
    frames: &[Frame],
    report: &mut Report,
    run: &Run,
) -> Result<(), Error> {
    let shortages = staff::Shortages::new(of, run)?;
    let all = record.commitment.tasks.iter().zip(frames);
    for (index, (sealed, frame)) in all.enumerate() {
        let entity = |position: usize| tasks::entity(known.registry, frame.row(position));
        let short = shortages.of_task(index, &entity, frame.rows.len(), run)?;
        let outcome = Outcome::compare(short.len(), sealed.short);
        let path = format!("$.commitment.tasks[{index}].short");
        report.check(checks::SHORT, Some(sealed.id.as_str()), path, outcome);
    }
    Ok(())
}

/// Fills the teams again by section 7, for the selected entities of the record. Other checks are about the selected
/// entities.
fn teams_again(
    record: &Record,
    known: &Known<'_>,
    of: &Staff<'_>,
    report: &mut Report,
    run: &Run,
) -> Result<(), Error> {
    let inspectors = &of.inspectors;
    let Some(selected) = selected(record, known, run)? else {
        for (index, sealed) in record.commitment.tasks.iter().enumerate() {
            let (id, path) = (sealed.id.as_str(), format!("$.draws[{index}].teams"));
            let unknown = Outcome::want(Missing::EarlierCheck);
            report.check(checks::TEAMS, Some(id), path, unknown);
        }
        return Ok(());
    };
    let staffed = staff::staff(record.commitment.hash, &record.seed, of, &selected, run)?;
    for (index, draw) in record.draws.iter().enumerate() {
        let right = |staffed: &Staffed| {
            let member = |place: &u32| {
                usize::try_from(*place)
                    .ok()
                    .and_then(|at| inspectors.get(at))
                    .map_or("", |of| of.id)
            };
            let members: Vec<&str> = staffed.seats.iter().flatten().map(member).collect();
            let joins = staffed.joins.map(|task| known.plan.tasks[task].id.as_str());
            (members, staff::vacant(&staffed.seats), joins)
        };
        let found = draw.teams.iter().map(|team| {
            let members: Vec<&str> = team.members.iter().map(|member| member.as_str()).collect();
            let joins = team.joins.as_ref().map(TaskId::as_str);
            (members, team.vacant.clone(), joins)
        });
        let text = |(members, vacant, joins): (Vec<&str>, Vec<u64>, Option<&str>)| {
            text(&members, &vacant, joins)
        };
        let difference =
            first_difference(".teams", staffed[index].iter().map(right), found, text, run)?;
        let (place, outcome) = difference.unwrap_or((".teams".to_owned(), Outcome::Established));
        let outcome = outcome.given(report.outcome_of(checks::SEED).as_ref());
        report.check(
            checks::TEAMS,
            Some(draw.task.as_str()),
            format!("$.draws[{index}]{place}"),
            outcome,
        );
    }
    Ok(())
}

/// The members, the vacant seats and the task whose team is joined, as text that needs no translation.
fn text(members: &[&str], vacant: &[u64], joins: Option<&str>) -> String {
    let empty: Vec<String> = vacant.iter().map(|seat| format!("∅{seat}")).collect();
    let members = members.iter().map(|member| (*member).to_owned());
    let joins = joins.map(|task| format!("→{task}"));
    members
        .chain(empty)
        .chain(joins)
        .collect::<Vec<_>>()
        .join(", ")
}

/// The selected entities of each task with a team.
///
/// `None` if the tasks are not those of the plan, or if an entity is repeated or not in the registry.
fn selected<'v>(
    record: &'v Record,
    known: &Known<'v>,
    run: &Run,
) -> Result<Option<Vec<Vec<Entity<'v>>>>, Cancelled> {
    let tasks = &known.plan.tasks;
    let drawn = record.draws.iter().map(|draw| &draw.task);
    if !drawn.eq(tasks.iter().map(|task| &task.id)) {
        return Ok(None);
    }
    let mut selected = Vec::new();
    for (task, draw) in tasks.iter().zip(&record.draws) {
        let mut rows = Vec::new();
        let mut step = run.step(Stage::Compare, draw.selected.len());
        for drawn in draw.selected.iter().filter(|_| task.team.is_some()) {
            step.advance(1)?;
            let Some(row) = known.registry.find(drawn.id.as_str()) else {
                return Ok(None);
            };
            rows.push(row);
        }
        let entities = rows.iter().map(|&row| tasks::entity(known.registry, row));
        selected.push(entities.collect());
        rows.sort_unstable();
        if rows.windows(2).any(|pair| pair[0] == pair[1]) {
            return Ok(None);
        }
    }
    Ok(Some(selected))
}
