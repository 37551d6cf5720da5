//! The frame and the sample, as rows.

use serde::Serialize;
use suiji::Run;
use suiji::sample::SampleRow;

use crate::failure::Failure;
use crate::object::Object;
use crate::values::text;

/// The rows of the registry before the draw, with their state in a task, as JSON Lines.
///
/// # Errors
/// Misuse if the plan has no such task.
pub fn frame_rows(sealed: &Object, task: &[u8]) -> Result<Object, Failure> {
    let sealed = &sealed.sealed("sealed")?.0;
    let task = text("task", task)?;
    let rows = sealed.frame(task);
    lines(rows.ok_or_else(|| Failure::no_such_task(task))?)
}

/// The result of a task for every entity of the registry, as JSON Lines. Without `sealed`, only for the entities in the
/// record.
///
/// # Errors
/// The errors of [`suiji::Sealed::sample`]. Misuse if the record has no such task.
pub fn sample_rows(
    record: &Object,
    sealed: Option<&Object>,
    task: &[u8],
    run: &Run,
) -> Result<Object, Failure> {
    let record = record.record("record")?;
    let task = text("task", task)?;
    let no_such_task = || Failure::no_such_task(task);
    let Some(sealed) = sealed else {
        return lines(record.sample(task).ok_or_else(no_such_task)?);
    };
    let sealed = &sealed.sealed("sealed")?.0;
    let sample = sealed.sample_with(record, task, run)?;
    lines(sample.ok_or_else(no_such_task)?.rows())
}

fn lines<'s>(rows: impl IntoIterator<Item = SampleRow<'s>>) -> Result<Object, Failure> {
    let mut lines = Vec::new();
    for row in rows {
        let written = serde_json::to_writer(&mut lines, &Row::of(&row));
        written.map_err(|error| Failure::unreadable("task", &error))?;
        lines.push(b'\n');
    }
    Ok(Object::bytes(lines))
}

/// The form of `schema/sample-row.schema.json`.
#[derive(Serialize)]
struct Row<'s> {
    id: &'s str,
    task: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    stratum: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<&'s str>,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    probability: Option<Probability>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ticket: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    team: Option<Vec<&'s str>>,
}

#[derive(Serialize)]
struct Probability {
    numer: u64,
    denom: u64,
}

impl<'s> Row<'s> {
    fn of(row: &SampleRow<'s>) -> Self {
        let probability = row.probability();
        let team = row.team();
        Self {
            id: row.id(),
            task: row.task().as_str(),
            stratum: row.stratum(),
            class: row.class(),
            state: row.state().as_str(),
            reason: row.reason(),
            probability: probability.map(|of| Probability {
                numer: of.numer(),
                denom: of.denom(),
            }),
            ticket: row.ticket().map(|ticket| ticket.to_string()),
            rank: row.rank(),
            team: team.map(|team| team.iter().map(|member| member.as_str()).collect()),
        }
    }
}
