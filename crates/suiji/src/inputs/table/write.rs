//! A table as JSON Lines again, row by row; and by what two tables are equal.

use std::io::{self, Write};

use super::Table;
use crate::base::run::Run;
use crate::json;

/// Writes a row a line, each canonical [C2a], in the order of the table.
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

/// Whether two tables have the same rows: of the form and order in which they came nothing is left but
/// numbers for messages, which do not count.
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
