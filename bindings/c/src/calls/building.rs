//! Registry, roster and history, built from several pieces of rows or columns.

use std::sync::{MutexGuard, PoisonError};

use arrow_array::RecordBatch;
use suiji::Run;
use suiji::tables::Columns;

use crate::builder::Builder;
use crate::failure::Failure;
use crate::object::Object;
use crate::values::json as parsed;

/// An empty builder. `names` is a JSON object from the name of a column to the name of its field, or to null.
///
/// # Errors
/// Misuse if there is no such kind, or `names` has another form.
pub fn builder_new(kind: i32, names: &[u8]) -> Result<Object, Failure> {
    let builder = Builder::new(kind, parsed("names", names)?)?;
    Ok(Object::Builder(Box::new(builder.into())))
}

/// Adds rows as JSON Lines.
///
/// # Errors
/// `cancelled`. The faults of rows are reported by [`builder_finish`].
pub fn builder_push_json(builder: &Object, lines: &[u8], run: &Run) -> Result<(), Failure> {
    Ok(locked(builder)?.push_lines(lines, run)?)
}

/// Adds a chunk of columns, for a caller in Rust.
///
/// # Errors
/// `cancelled`. The faults of rows are reported by [`builder_finish`].
pub fn builder_push_columns(
    builder: &Object,
    columns: &Columns<'_>,
    run: &Run,
) -> Result<(), Failure> {
    Ok(locked(builder)?.push_columns(columns, run)?)
}

/// Adds a chunk of Arrow columns. Returns `false` if the columns are invalid; then no other chunk needs to be
/// added.
///
/// # Errors
/// `cancelled`. The faults of rows are reported by [`builder_finish`].
pub fn builder_push_batch(
    builder: &Object,
    batch: &RecordBatch,
    run: &Run,
) -> Result<bool, Failure> {
    Ok(locked(builder)?.push_batch(batch, run)?)
}

/// The table. The builder is empty afterwards.
///
/// # Errors
/// The faults of all rows.
pub fn builder_finish(builder: &Object, run: &Run) -> Result<Object, Failure> {
    Ok(locked(builder)?.finish(run)?.into())
}

/// A panic of another call leaves the builder consistent, so a poisoned lock is used.
fn locked(builder: &Object) -> Result<MutexGuard<'_, Builder>, Failure> {
    let builder = builder.builder("builder")?;
    Ok(builder.lock().unwrap_or_else(PoisonError::into_inner))
}
