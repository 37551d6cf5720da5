//! Reads files of every format into paragraphs and tables.

mod content;
mod docx;
mod grid;
mod sheet;
mod text;

pub(crate) use content::{Cell, Document, Paragraph, Part, Row, Table};

use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::codes;
use crate::sheet::book::guard;
use crate::sheet::format::{self, Format};
use crate::sheet::source::Source;

/// The number of first bytes by which the format is recognised.
const FIRST: usize = 4096;

/// Reads a file.
pub(crate) fn read(mut source: Source) -> Result<Document, Problem> {
    let name = source.name.clone();
    let parts = parts(&mut source, &name).map_err(|problem| match problem.file().is_empty() {
        true => problem.in_file(&name),
        false => problem,
    })?;
    check(&parts).map_err(|problem| problem.in_file(&name))?;
    Ok(Document { name, parts })
}

/// Refuses texts that are too long for a plan.
fn check(parts: &[Part]) -> Result<(), Problem> {
    let long = |text: &str| text.len() > limits::PLAN_TEXT;
    let too_long = || codes::plan_text(limits::PLAN_TEXT);
    for part in parts {
        match part {
            Part::Paragraph(paragraph) if long(&paragraph.text) => {
                return Err(too_long().in_sheet(&paragraph.sheet));
            }
            Part::Paragraph(_) => {}
            Part::Table(table) => {
                let mut rows = table.rows.iter();
                if let Some(row) = rows.find(|row| row.cells.iter().any(|cell| long(&cell.text))) {
                    return Err(too_long().at_row(row.number).in_sheet(&table.sheet));
                }
            }
        }
    }
    Ok(())
}

fn parts(source: &mut Source, name: &str) -> Result<Vec<Part>, Problem> {
    let (first, _) = source.begin(FIRST)?;
    match format::of(&first)? {
        Format::Text => {
            let bytes = source.all(limits::PLAN_BYTES)?;
            let bytes = bytes.ok_or_else(|| codes::plan_size(limits::PLAN_BYTES >> 20))?;
            text::read(bytes)
        }
        Format::Archive if is_word(source)? => docx::read(&mut *source.bytes),
        _ => sheet::read(
            name,
            std::mem::replace(source, Source::from_bytes(name, "")),
        ),
    }
}

/// Checks an archive, and returns whether it is a document of Word.
fn is_word(source: &mut Source) -> Result<bool, Problem> {
    let parts = guard::check(&mut *source.bytes)?;
    source.rewind()?;
    let mut names = parts.names.iter();
    Ok(names.any(|part| part == docx::DOCUMENT))
}
