//! A table as text with commas: UTF-8 with CRLF and the byte order mark that Excel and WPS expect.

use std::borrow::Cow;

use super::table::Table;
use crate::base::problem::Error;
use crate::base::texts::{Text, codes};

const MARK: &[u8] = b"\xEF\xBB\xBF";

/// A value that a spreadsheet does not compute. If it begins with `=`, `+`, `-`, `@`, a tab, a line break or an
/// apostrophe, an apostrophe is put before it. So a reader can always remove the first apostrophe.
fn guarded(value: &str) -> Cow<'_, str> {
    // Spreadsheets with an East Asian locale also read full-width signs as signs.
    let signs = [
        '=', '+', '-', '@', '\t', '\r', '\n', '\'', '＝', '＋', '－', '＠',
    ];
    match value.starts_with(signs) {
        true => Cow::Owned(format!("'{value}")),
        false => Cow::Borrowed(value),
    }
}

/// The table as text.
pub(crate) fn csv(table: &Table) -> Result<Vec<u8>, Error> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(MARK.to_vec());
    let heads = table.columns.iter().map(|column| guarded(&column.head));
    let heads: Vec<Cow<'_, str>> = heads.collect();
    writer
        .write_record(heads.iter().map(|head| head.as_bytes()))
        .map_err(failed)?;
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(super::Cell::written).collect();
        let cells = cells.iter().map(|cell| guarded(cell).into_owned());
        writer.write_record(cells).map_err(failed)?;
    }
    writer.into_inner().map_err(failed)
}

/// Writing to memory does not fail. If it failed, the table could not be made.
fn failed(problem: impl std::fmt::Display) -> Error {
    let problem = problem.to_string();
    codes::document(Text::of(|_| problem.clone())).into()
}
