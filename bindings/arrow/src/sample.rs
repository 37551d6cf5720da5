//! The frame of a task, and the result for every entity, as Arrow tables.

use std::sync::Arc;

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::ArrowError;
use suiji::sample::SampleRow;
use suiji::values::Fraction;

/// The maximum number of rows in a batch. Offsets into its texts then fit into 32 bits.
const BATCH: usize = 1 << 16;

/// The rows before the draw: `id`, `task`, `stratum`, `class`, `state`, `reason`, `take`, `frame_size`, `probability`.
/// There is at least one batch.
///
/// # Errors
/// No error is known, because the columns have the same length.
pub fn frame<'s>(
    rows: impl IntoIterator<Item = SampleRow<'s>>,
) -> Result<Vec<RecordBatch>, ArrowError> {
    batches(rows, |rows| before(rows).to_vec())
}

/// The rows after the draw: the columns of [`frame`], `ticket`, `rank`, `team`. There is at least one batch.
///
/// # Errors
/// No error is known, because the columns have the same length.
pub fn sample<'s>(
    rows: impl IntoIterator<Item = SampleRow<'s>>,
) -> Result<Vec<RecordBatch>, ArrowError> {
    batches(rows, |rows| {
        let mut columns = before(rows).to_vec();
        columns.extend(after(rows));
        columns
    })
}

/// Name, values, and whether they may be null.
type Field = (&'static str, ArrayRef, bool);

fn batches<'s>(
    rows: impl IntoIterator<Item = SampleRow<'s>>,
    columns: impl Fn(&[SampleRow<'s>]) -> Vec<Field>,
) -> Result<Vec<RecordBatch>, ArrowError> {
    let mut rows = rows.into_iter();
    let mut batches = Vec::new();
    loop {
        let piece: Vec<SampleRow<'s>> = rows.by_ref().take(BATCH).collect();
        if piece.is_empty() && !batches.is_empty() {
            return Ok(batches);
        }
        batches.push(RecordBatch::try_from_iter_with_nullable(columns(&piece))?);
    }
}

fn before(rows: &[SampleRow<'_>]) -> [Field; 9] {
    let take = integers(rows, |row| row.probability().map(Fraction::numer));
    let frame_size = integers(rows, |row| row.probability().map(Fraction::denom));
    let probability: Float64Array = rows
        .iter()
        .map(|row| row.probability().map(float))
        .collect();
    [
        ("id", texts(rows, |row| Some(row.id())), false),
        ("task", texts(rows, |row| Some(row.task().as_str())), false),
        ("stratum", texts(rows, |row| row.stratum()), true),
        ("class", texts(rows, |row| row.class()), true),
        (
            "state",
            texts(rows, |row| Some(row.state().as_str())),
            false,
        ),
        ("reason", texts(rows, |row| row.reason()), true),
        ("take", take, true),
        ("frame_size", frame_size, true),
        ("probability", Arc::new(probability), true),
    ]
}

fn after(rows: &[SampleRow<'_>]) -> [Field; 3] {
    let mut tickets = StringBuilder::new();
    let mut teams = ListBuilder::new(StringBuilder::new());
    for row in rows {
        tickets.append_option(row.ticket().map(|ticket| ticket.to_string()));
        let team = row.team();
        teams.append_option(team.map(|team| team.iter().map(|member| Some(member.as_str()))));
    }
    [
        ("ticket", Arc::new(tickets.finish()), true),
        ("rank", integers(rows, |row| row.rank()), true),
        ("team", Arc::new(teams.finish()), true),
    ]
}

fn texts<'s>(rows: &[SampleRow<'s>], of: impl Fn(&SampleRow<'s>) -> Option<&'s str>) -> ArrayRef {
    Arc::new(rows.iter().map(of).collect::<StringArray>())
}

fn integers(rows: &[SampleRow<'_>], of: impl Fn(&SampleRow<'_>) -> Option<u64>) -> ArrayRef {
    // A registry has fewer than 2^32 rows.
    let integer = |row| i64::try_from(of(row)?).ok();
    Arc::new(rows.iter().map(integer).collect::<Int64Array>())
}

/// The nearest float, for statistics after the draw. The exact probability is `take` divided by `frame_size`.
#[expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "both are less than 2^53, and the quotient is rounded once"
)]
fn float(of: Fraction) -> f64 {
    of.numer() as f64 / of.denom() as f64
}
