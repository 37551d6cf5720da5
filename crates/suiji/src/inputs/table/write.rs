//! Writes a table as JSON Lines, and decides when two tables are equal.

use std::io::{self, Write};

use super::Table;
use crate::base::run::Run;
use crate::json;

/// Writes the rows in the order of the table, each in canonical form on its own line [C2a].
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

/// Whether two tables have the same rows. Row numbers of the input, which messages show, are not compared.
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
