//! A table with a single row, as in receipts.

use super::Table;
use crate::base::error::Faults;
use crate::base::run::Run;
use crate::json::Json;
use crate::json::reader::{Path, Reader, parse};

/// The row as JSON, with its fields in the order of files.
pub(crate) fn row_tree<T: Table>(table: &T, index: usize) -> Json<'static> {
    own_tree(table, index).in_order(T::FIELDS)
}

/// A table with the only row of a document.
pub(crate) fn of_tree<T: Table>(
    reader: &mut Reader<'_>,
    row: &Json<'_>,
    path: &Path<'_>,
) -> Option<T> {
    let mut part = T::Part::default();
    T::read(&mut part, reader, row, path, 1)?;
    // A single row is sorted and has no duplicate.
    T::finish(part, &mut Faults::default(), &Run::default()).ok()
}

fn own_tree<T: Table>(table: &T, index: usize) -> Json<'static> {
    let mut bytes = Vec::new();
    table.push_row(index, None, &mut bytes);
    parse(&bytes, usize::MAX, T::KIND, None)
        .expect("a table writes JSON")
        .into_owned()
}
