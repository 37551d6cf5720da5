//! All tasks of all annexes, and the questions about all of them together.

use suiji::plan::{Limit, Task, TaskKind};

use super::columns;
use super::context::Context;
use super::fields;
use super::risks::Risks;
use super::rows;
use super::task::{ReadTask, Reader};
use crate::ask::Choice;
use crate::base::problem::{Error, Problem};
use crate::base::texts::{self, INTERNAL_MARKS, JOINT_MARKS, codes};
use crate::plan::open::{Asking, Open, team};
use crate::plan::parts::{Annex, Field};

/// The tasks and the limits of the plan, as far as they are known.
#[derive(Debug, Default)]
pub(super) struct Built {
    pub(super) tasks: Vec<Task>,
    pub(super) limits: Vec<Limit>,
}

/// Reads all tasks. Faults of all annexes are reported together.
pub(super) fn all(
    asking: &mut Asking<'_>,
    annexes: &[Annex],
    context: &Context<'_>,
) -> Result<Built, Error> {
    let rows: usize = annexes.iter().map(|annex| annex.rows.len()).sum();
    if rows > suiji::limits::TASKS {
        return Err(codes::plan_tasks(suiji::limits::TASKS).into());
    }
    let mut problems: Vec<Problem> = Vec::new();
    let mut read: Vec<ReadTask> = Vec::new();
    let mut ids = Ids::default();
    for annex in annexes {
        let uses = match columns::uses(asking, annex) {
            Ok(Some(uses)) => uses,
            Ok(None) => continue,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        match rows::tasks(annex, &uses) {
            Ok(tasks) => {
                let has_partners = tasks.iter().any(|raw| {
                    let partners = raw.text(Field::Partners);
                    !partners.is_empty() && !fields::is_nothing(&partners)
                });
                let kind = kind(asking, annex, has_partners);
                for raw in &tasks {
                    let mut reader = Reader::new(asking, raw, context, (kind, ids.next(kind)));
                    read.push(reader.read());
                }
            }
            Err(more) => problems.extend(more),
        }
    }
    Error::unless_none(problems)?;
    let departments = team::Departments {
        offered: departments(context, &read),
        of_roster: context.departments.clone(),
    };
    let risks = Risks::settle(asking, &read, context.year);
    let leads = read
        .first()
        .and_then(|first| team::lead(asking, &first.place));
    let shared = coordination(asking, &read);
    let open: Vec<_> = read
        .iter()
        .map(|of| {
            let seats = team::seats(asking, of.at(), &of.parties, &departments);
            (of, seats, risks.minimum(asking, of))
        })
        .collect();
    let ids: Vec<String> = read.iter().map(|of| of.id.clone()).collect();
    let settings = read
        .first()
        .and_then(|first| team::settings(asking, &first.place, &ids));
    let mut tasks = Vec::new();
    for (of, seats, minimum) in open {
        if let (Some(task), Some(seats), Some(minimum), Some(lead), Some(shared), Some(settings)) =
            (&of.task, seats, minimum, leads, &shared, &settings)
        {
            let mut task = task.clone().with_risk(minimum);
            if let Some(seats) = seats {
                task = task.with_team(team::team(seats, lead, (&of.id, settings)));
            }
            if let Some(reserves) = settings.reserves(&of.id) {
                task = task.with_reserves(reserves);
            }
            if let Some((_, group)) = shared.iter().find(|(id, _)| *id == of.id) {
                task = task.with_coordination(group);
            }
            tasks.push(task);
        }
    }
    let limits = risks.limits.unwrap_or_default();
    Ok(Built { tasks, limits })
}

/// Whether the tasks of an annex are joint or internal. The title shows it, or the departments that take part.
fn kind(asking: &mut Asking<'_>, annex: &Annex, has_partners: bool) -> Option<TaskKind> {
    let has = |words: &[&str]| words.iter().any(|word| annex.title.contains(word));
    let kind = match (has(JOINT_MARKS) || has_partners, has(INTERNAL_MARKS)) {
        (true, false) => Some(TaskKind::Joint),
        (false, true) => Some(TaskKind::Internal),
        _ => {
            let choices = vec![
                Choice::new("joint", texts::plan_joint()),
                Choice::new("internal", texts::plan_internal()),
            ];
            let open = Open::value(
                "kind",
                &annex.title,
                texts::plan_kind(),
                texts::why_plan_kind(&annex.title),
            );
            asking.settle(
                &annex.place,
                open.with(choices).closed(),
                |answer| match answer {
                    "joint" => Some(TaskKind::Joint),
                    "internal" => Some(TaskKind::Internal),
                    _ => None,
                },
            )
        }
    };
    if let Some(kind) = kind {
        let after = match kind {
            TaskKind::Joint => ("joint".to_owned(), texts::plan_joint()),
            _ => ("internal".to_owned(), texts::plan_internal()),
        };
        // The source is the text that shows it.
        let by_title = has(JOINT_MARKS) || !has_partners;
        let column = Field::Partners.text().get(suiji::Lang::Zh).to_owned();
        let before = if by_title { &annex.title } else { &column };
        asking.note(
            (&annex.place, ""),
            texts::plan_kind(),
            (before, after),
            false,
        );
    }
    kind
}

/// Ids of tasks: J1, J2 and so on for joint tasks, N1 and so on for internal tasks.
#[derive(Debug, Default)]
struct Ids {
    joint: usize,
    internal: usize,
    other: usize,
}

impl Ids {
    fn next(&mut self, kind: Option<TaskKind>) -> String {
        let (letter, number) = match kind {
            Some(TaskKind::Joint) => ('J', &mut self.joint),
            Some(TaskKind::Internal) => ('N', &mut self.internal),
            _ => ('T', &mut self.other),
        };
        *number += 1;
        format!("{letter}{number}")
    }
}

/// The departments that a question about teams offers: those of the roster or, without a roster, those in the plan.
fn departments(context: &Context<'_>, read: &[ReadTask]) -> Vec<String> {
    let mut all = context.departments.clone();
    if all.is_empty() {
        for initiator in read.iter().filter_map(|of| of.parties.initiator.as_ref()) {
            if !all.contains(initiator) {
                all.push(initiator.clone());
            }
        }
    }
    all
}

/// The id of each task that shares its draw with a task of another annex, and the name of the group.
fn coordination(asking: &mut Asking<'_>, read: &[ReadTask]) -> Option<Vec<(String, String)>> {
    let mut groups: Vec<(&str, Vec<&ReadTask>)> = Vec::new();
    for of in read.iter().filter(|of| !of.scope.is_empty()) {
        match groups.iter_mut().find(|(scope, _)| *scope == of.scope) {
            Some((_, group)) => group.push(of),
            None => groups.push((&of.scope, vec![of])),
        }
    }
    groups.retain(|(_, group)| {
        let kinds = |kind| group.iter().any(|of| of.parties.kind == Some(kind));
        kinds(TaskKind::Joint) && kinds(TaskKind::Internal)
    });
    let Some(place) = groups
        .first()
        .and_then(|(_, group)| group.first())
        .map(|of| of.place.clone())
    else {
        return Some(Vec::new());
    };
    let ids: Vec<Vec<String>> = groups
        .iter()
        .map(|(_, group)| group.iter().map(|of| of.id.clone()).collect())
        .collect();
    match team::coordination(asking, &place, &ids)? {
        false => Some(Vec::new()),
        true => {
            let of_group = |ids: Vec<String>| {
                let name = ids.first().cloned().unwrap_or_default();
                ids.into_iter().map(move |id| (id, name.clone()))
            };
            Some(ids.into_iter().flat_map(of_group).collect())
        }
    }
}
