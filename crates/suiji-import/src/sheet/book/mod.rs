//! Workbooks: XLSX, XLS and ODS, read by `calamine`.

mod area;
mod cells;
pub(crate) mod guard;
mod ods;
mod xls;
mod xlsx;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, Range};

use super::block::Block;
use super::format::Format;
use super::source::Source;
use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::{self, codes};
use area::Area;
use cells::{Rows, Value};

/// A sheet of a workbook.
#[derive(Debug)]
pub(crate) struct SheetInfo {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    areas: Vec<Area>,
}

/// A sheet that is held in memory.
#[derive(Debug)]
struct Dense(Range<Data>);

/// A workbook that is open.
pub(crate) struct Book {
    pub(crate) sheets: Vec<SheetInfo>,
    content: Content,
}

enum Content {
    Streamed(Box<xlsx::Workbook>),
    Held(Vec<Dense>),
}

impl fmt::Debug for Book {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Book").field(&self.sheets).finish()
    }
}

impl Book {
    pub(crate) fn open(source: Source, format: Format) -> Result<Self, Problem> {
        let mut bytes = source.bytes;
        if format == Format::Xls {
            let (content, sheets) = xls::open(bytes)?;
            return Ok(Self {
                sheets,
                content: Content::Held(content),
            });
        }
        let parts = guard::check(&mut *bytes)?;
        bytes.rewind().map_err(super::source::unreadable)?;
        let has = |name: &str| {
            parts
                .names
                .iter()
                .any(|part| part.eq_ignore_ascii_case(name))
        };
        if has("xl/workbook.bin") {
            return Err(codes::format(texts::an_xlsb()));
        }
        if has("word/document.xml") {
            return Err(codes::format(texts::a_docx()));
        }
        if has("content.xml") {
            let (content, sheets) = ods::open(bytes)?;
            return Ok(Self {
                sheets,
                content: Content::Held(content),
            });
        }
        if !parts
            .names
            .iter()
            .any(|part| part.to_lowercase().contains("worksheets/"))
        {
            return Err(codes::format(texts::an_archive()));
        }
        let (workbook, sheets) = xlsx::open(bytes, parts)?;
        Ok(Self {
            sheets,
            content: Content::Streamed(workbook),
        })
    }

    /// Gives the rows of a sheet to `each`, until it returns false.
    pub(crate) fn read(
        &mut self,
        sheet: usize,
        each: &mut dyn FnMut(Block) -> bool,
    ) -> Result<(), Problem> {
        let Some(info) = self.sheets.get(sheet) else {
            return Ok(());
        };
        match &mut self.content {
            Content::Streamed(workbook) => xlsx::read(workbook, info, each),
            Content::Held(ranges) => match ranges.get(sheet) {
                Some(Dense(range)) => read_range(range, info, each),
                None => Ok(()),
            },
        }
    }
}

fn read_range(
    range: &Range<Data>,
    sheet: &SheetInfo,
    each: &mut dyn FnMut(Block) -> bool,
) -> Result<(), Problem> {
    let mut rows = Rows::new(&sheet.areas, each);
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        let at = |from: u32, index: usize| {
            from.saturating_add(u32::try_from(index).unwrap_or(limits::ROWS))
        };
        if !rows.push((at(top, row), at(left, column)), &Value::from(data))? {
            break;
        }
    }
    rows.finish();
    Ok(())
}

/// Runs the library, which may panic on a workbook that is damaged in a way that it does not expect.
fn guarded<T>(read: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(read) => read,
        Err(_) => Err(codes::workbook(texts::records_damaged())),
    }
}
