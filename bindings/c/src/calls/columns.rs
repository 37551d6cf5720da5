//! What was drawn, as columns.

use arrow_array::RecordBatch;

use crate::codes::{SUIJI_RESERVES, SUIJI_SAMPLE, SUIJI_SELECTED, SUIJI_TEAMS};
use crate::failure::Failure;
use crate::object::Object;
use crate::texts::Text;
use crate::values::text;

/// What a task drew, as a table of Arrow.
///
/// # Errors
/// Misuse if the record has no such task, or the table does not exist.
pub fn columns(record: &Object, what: i32, task: &[u8]) -> Result<RecordBatch, Failure> {
    let record = record.record("record")?;
    let task = text("task", task)?;
    let draw = record.draw(task);
    let draw = draw.ok_or_else(|| Failure::no_such_task(task))?;
    let batch = match what {
        SUIJI_SELECTED => suiji_arrow::entities(draw.selected()),
        SUIJI_RESERVES => suiji_arrow::entities(draw.reserves()),
        SUIJI_TEAMS => suiji_arrow::teams(draw.teams()),
        SUIJI_SAMPLE => suiji_arrow::sample(record, draw),
        _ => return Err(Failure::unknown_number("what", what.into())),
    };
    batch.map_err(|error| {
        let (zh, en) = (error.to_string(), error.to_string());
        Failure::arrow("what", &Text { zh, en })
    })
}
