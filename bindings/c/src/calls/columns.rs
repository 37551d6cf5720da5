//! The draw, the frame and the sample, as columns.

use arrow_array::RecordBatch;
use arrow_schema::ArrowError;
use suiji::Run;

use crate::codes::{SUIJI_RESERVES, SUIJI_SELECTED, SUIJI_TEAMS};
use crate::failure::Failure;
use crate::object::Object;
use crate::texts::Text;
use crate::values::text;

/// The draw of a task, as an Arrow table.
///
/// # Errors
/// Misuse if the record has no such task, or there is no such table.
pub fn columns(record: &Object, what: i32, task: &[u8]) -> Result<RecordBatch, Failure> {
    let record = record.record("record")?;
    let task = text("task", task)?;
    let draw = record.draw(task);
    let draw = draw.ok_or_else(|| Failure::no_such_task(task))?;
    let batch = match what {
        SUIJI_SELECTED => suiji_arrow::entities(draw.selected()),
        SUIJI_RESERVES => suiji_arrow::entities(draw.reserves()),
        SUIJI_TEAMS => suiji_arrow::teams(draw.teams()),
        _ => return Err(Failure::unknown_number("what", what.into())),
    };
    batch.map_err(|error| refused(&error))
}

/// The rows of the registry before the draw, with their state in a task, as an Arrow table.
///
/// # Errors
/// Misuse if the plan has no such task.
pub fn frame(sealed: &Object, task: &[u8]) -> Result<Vec<RecordBatch>, Failure> {
    let sealed = &sealed.sealed("sealed")?.0;
    let task = text("task", task)?;
    let rows = sealed.frame(task);
    let rows = rows.ok_or_else(|| Failure::no_such_task(task))?;
    suiji_arrow::frame(rows).map_err(|error| refused(&error))
}

/// The result of a task for every entity of the registry, as an Arrow table. Without `sealed`, only for the entities in
/// the record.
///
/// # Errors
/// The errors of [`suiji::Sealed::sample`]. Misuse if the record has no such task.
pub fn sample(
    record: &Object,
    sealed: Option<&Object>,
    task: &[u8],
    run: &Run,
) -> Result<Vec<RecordBatch>, Failure> {
    let record = record.record("record")?;
    let task = text("task", task)?;
    let no_such_task = || Failure::no_such_task(task);
    let batches = match sealed {
        Some(sealed) => {
            let sealed = &sealed.sealed("sealed")?.0;
            let sample = sealed.sample_with(record, task, run)?;
            suiji_arrow::sample(sample.ok_or_else(no_such_task)?.rows())
        }
        None => suiji_arrow::sample(record.sample(task).ok_or_else(no_such_task)?),
    };
    batches.map_err(|error| refused(&error))
}

fn refused(error: &ArrowError) -> Failure {
    let (zh, en) = (error.to_string(), error.to_string());
    Failure::arrow("what", &Text { zh, en })
}
