//! Workbooks: XLSX, XLS and ODS, read by `calamine`.

mod area;
mod cells;
pub(crate) mod guard;
mod marks;
mod ods;
mod quiet;
mod xls;
mod xlsx;

use std::fmt;
use std::io::{Read, SeekFrom};
use std::sync::Arc;

use calamine::{Data, Range};

use super::block::Block;
use super::format::Format;
use super::source::{Bytes, Source, unreadable};
use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::{self, codes};
use area::Area;
use cells::{Rows, Value};
use marks::Marks;
use quiet::guarded;

/// A sheet of a workbook.
#[derive(Debug, Default)]
pub(crate) struct SheetInfo {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    areas: Arc<[Area]>,
    marks: Marks,
}

/// A sheet that is held in memory.
#[derive(Debug)]
struct Dense(Range<Data>);

/// A workbook that is open.
pub(crate) struct Book {
    pub(crate) sheets: Vec<SheetInfo>,
    content: Content,
    /// The maximum number of bytes of the texts of a sheet.
    text: u64,
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
        let length = bytes.seek(SeekFrom::End(0)).map_err(unreadable)?;
        bytes.rewind().map_err(unreadable)?;
        let (content, sheets) = match format {
            Format::Xls => held(xls::open(bytes)?),
            _ => archive(bytes)?,
        };
        Ok(Self {
            sheets,
            content,
            text: text_bytes(length),
        })
    }

    /// Calls `each` with the rows of a sheet until it returns false.
    pub(crate) fn read(
        &mut self,
        sheet: usize,
        each: &mut dyn FnMut(Block) -> bool,
    ) -> Result<(), Problem> {
        let Some(info) = self.sheets.get(sheet) else {
            return Ok(());
        };
        match &mut self.content {
            Content::Streamed(workbook) => xlsx::read(workbook, info, self.text, each),
            Content::Held(ranges) => match ranges.get(sheet) {
                Some(Dense(range)) => read_range(range, info, self.text, each),
                None => Ok(()),
            },
        }
    }
}

/// A cell of a few bytes can refer to a long text. The limit grows with the file size, because a small file has little
/// text.
fn text_bytes(file: u64) -> u64 {
    let expanded = file.saturating_mul(limits::EXPANSION);
    expanded.clamp(limits::TEXT_FREE, limits::TEXT_BYTES)
}

/// Whether an Open Document file is a text, not a spreadsheet. Its first part shows it.
fn is_text(bytes: &mut dyn Bytes) -> Result<bool, Problem> {
    const LONGEST: u64 = 100;
    let mut kind = String::new();
    let mut archive = zip::ZipArchive::new(&mut *bytes).map_err(damaged)?;
    if let Ok(part) = archive.by_name("mimetype") {
        part.take(LONGEST)
            .read_to_string(&mut kind)
            .map_err(damaged)?;
    }
    drop(archive);
    bytes.rewind().map_err(unreadable)?;
    Ok(kind.contains("opendocument.text"))
}

/// The library's message about a damaged file does not help a person.
fn damaged<E>(_: E) -> Problem {
    codes::workbook(texts::records_damaged())
}

type Opened = (Content, Vec<SheetInfo>);

fn held((sheets, infos): (Vec<Dense>, Vec<SheetInfo>)) -> Opened {
    (Content::Held(sheets), infos)
}

/// Opens an archive, which may be something other than a workbook.
fn archive(mut bytes: Box<dyn Bytes>) -> Result<Opened, Problem> {
    let parts = guarded(|| guard::check(&mut *bytes))?;
    bytes.rewind().map_err(unreadable)?;
    let has = |is: &dyn Fn(&str) -> bool| {
        let mut names = parts.names.iter().map(|name| name.to_ascii_lowercase());
        names.any(|name| is(&name))
    };
    if has(&|name| name == "xl/workbook.bin") {
        return Err(codes::format(texts::an_xlsb()));
    }
    if has(&|name| name == "word/document.xml") {
        return Err(codes::format(texts::a_docx()));
    }
    if has(&|name| name == "content.xml") {
        if is_text(&mut *bytes)? {
            return Err(codes::format(texts::an_odt()));
        }
        return Ok(held(ods::open(bytes)?));
    }
    if !has(&|name| name.contains("sheet")) {
        return Err(codes::format(texts::an_archive()));
    }
    let (workbook, sheets) = xlsx::open(bytes, &parts)?;
    Ok((Content::Streamed(workbook), sheets))
}

fn read_range(
    range: &Range<Data>,
    sheet: &SheetInfo,
    text: u64,
    each: &mut dyn FnMut(Block) -> bool,
) -> Result<(), Problem> {
    let mut rows = Rows::new(sheet, text, each);
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        let at = |from: u32, index: usize| {
            from.saturating_add(u32::try_from(index).unwrap_or(limits::ROWS))
        };
        if !rows.push((at(top, row), at(left, column)), &Value::from(data))? {
            break;
        }
    }
    rows.finish()
}
