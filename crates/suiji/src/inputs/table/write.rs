//! A table as JSON Lines again, row by row; and when two tables are equal.

use std::io::{self, Write};

use super::Table;
use crate::base::run::Run;
use crate::json;

/// Writes one row per line, each canonical [C2a], in the order of the table.
pub(crate) fn write_json_lines<T: Table>(table: &T, out: impl Write, run: &Run) -> io::Result<()> {
    let mut out = json::watched(out, run);
    let mut line = Vec::new();
    for index in 0..table.size() {
        line.clear();
        table.push_row(index, None, &mut line);
        line.push(b'\n');
        out.write_all(&line)?;
    }
    out.flush()
}

/// Whether two tables have the same rows: the form and order of the input only affect row numbers for messages, which
/// are not compared.
pub(crate) fn same<T: Table>(one: &T, other: &T) -> bool {
    let (mut a, mut b) = (Vec::new(), Vec::new());
    one.size() == other.size()
        && (0..one.size()).all(|index| {
            a.clear();
            b.clear();
            one.push_row(index, None, &mut a);
            other.push_row(index, None, &mut b);
            a == b
        })
}
