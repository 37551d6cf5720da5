//! Workbooks of Open Document. Repeated cells are counted before they are read: one element can mean a million cells.

use std::io::{BufReader, Read};

use calamine::{Ods, Reader, SheetVisible};
use quick_xml::Reader as XmlReader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::super::source::{Bytes, unreadable};
use super::area::Area;
use super::{Dense, SheetInfo};
use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::codes;

pub(super) fn open(mut bytes: Box<dyn Bytes>) -> Result<(Vec<Dense>, Vec<SheetInfo>), Problem> {
    let counted = count(&mut *bytes)?;
    bytes.rewind().map_err(unreadable)?;
    super::guarded(|| {
        let mut workbook: Ods<Box<dyn Bytes>> = Ods::new(bytes).map_err(codes::workbook)?;
        let mut ranges = Vec::new();
        let mut infos = Vec::new();
        for (index, sheet) in workbook.sheets_metadata().to_vec().into_iter().enumerate() {
            let Ok(range) = workbook.worksheet_range(&sheet.name) else {
                continue;
            };
            infos.push(SheetInfo {
                name: sheet.name,
                hidden: sheet.visible != SheetVisible::Visible,
                areas: counted.get(index).cloned().unwrap_or_default(),
            });
            ranges.push(Dense(range));
        }
        Ok((ranges, infos))
    })
}

/// Counts the cells of all sheets. Returns the merged areas of each.
fn count(bytes: &mut dyn Bytes) -> Result<Vec<Vec<Area>>, Problem> {
    bytes.rewind().map_err(unreadable)?;
    let mut archive = ZipArchive::new(&mut *bytes).map_err(codes::workbook)?;
    let part = archive.by_name("content.xml").map_err(codes::workbook)?;
    let part = BufReader::with_capacity(1 << 16, part.take(limits::PART_BYTES));
    let mut xml = XmlReader::from_reader(part);
    let mut buffer = Vec::new();
    let mut counter = Counter::default();
    loop {
        buffer.clear();
        let event = xml.read_event_into(&mut buffer).map_err(codes::workbook)?;
        match &event {
            Event::Start(of) => counter.start(of)?,
            Event::Empty(of) => {
                counter.start(of)?;
                counter.end(of.name().as_ref())?;
            }
            Event::End(of) => counter.end(of.name().as_ref())?,
            Event::Text(text) => counter.text(text.len())?,
            Event::Eof => return Ok(counter.sheets),
            _ => {}
        }
    }
}

/// The cells that the library will hold: those of each row, and those of the used area.
#[derive(Debug, Default)]
struct Counter {
    sheets: Vec<Vec<Area>>,
    /// Cells and bytes that are held.
    held: u64,
    row: u32,
    row_repeats: u32,
    column: u32,
    /// Repeats and bytes of the cell that is being read.
    cell: (u32, u64),
    used: (u64, u64),
}

impl Counter {
    fn start(&mut self, of: &BytesStart<'_>) -> Result<(), Problem> {
        match of.name().as_ref() {
            "table:table" => {
                if self.sheets.len() >= limits::SHEETS {
                    return Err(codes::sheets(limits::SHEETS));
                }
                self.sheets.push(Vec::new());
                self.row = 0;
                self.used = (0, 0);
            }
            "table:table-row" => {
                self.row_repeats = number(of, "table:number-rows-repeated");
                self.column = 0;
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell(of)?,
            "text:s" => self.text(usize::try_from(number(of, "text:c")).unwrap_or(usize::MAX))?,
            _ => {}
        }
        Ok(())
    }

    fn cell(&mut self, of: &BytesStart<'_>) -> Result<(), Problem> {
        let repeats = number(of, "table:number-columns-repeated");
        let has_value = of
            .attributes()
            .flatten()
            .any(|at| at.key.as_ref().starts_with("office:"));
        self.cell = (repeats, 0);
        let spans = (
            number(of, "table:number-rows-spanned"),
            number(of, "table:number-columns-spanned"),
        );
        if spans.0 > 1
            && let Some(areas) = self.sheets.last_mut()
        {
            areas.push(Area {
                top: self.row,
                left: self.column,
                bottom: self.row.saturating_add(spans.0 - 1),
                right: self.column.saturating_add(spans.1 - 1),
            });
            if areas.len() > limits::MERGED {
                return Err(codes::merged(limits::MERGED));
            }
        }
        self.column = self.column.saturating_add(repeats);
        if has_value {
            // Cells before it in the row are held too.
            let rows = u64::from(self.row) + u64::from(self.row_repeats);
            self.used = (rows, self.used.1.max(u64::from(self.column)));
            self.hold(u64::from(self.column), 1)?;
        }
        if self.used.0.saturating_mul(self.used.1) > limits::CELLS {
            return Err(codes::cells(limits::CELLS));
        }
        Ok(())
    }

    /// Text of a cell is held as often as the cell is repeated.
    fn text(&mut self, bytes: usize) -> Result<(), Problem> {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.cell.1 = self.cell.1.saturating_add(bytes);
        let repeats = u64::from(self.cell.0).saturating_mul(u64::from(self.row_repeats.max(1)));
        self.hold(repeats.saturating_sub(1), bytes.div_ceil(32))?;
        if self.cell.1 > limits::XML_TEXT as u64 {
            return Err(codes::xml_text("content.xml", limits::XML_TEXT));
        }
        Ok(())
    }

    fn hold(&mut self, cells: u64, weight: u64) -> Result<(), Problem> {
        self.held = self.held.saturating_add(cells.saturating_mul(weight));
        match self.held > limits::CELLS * 4 {
            true => Err(codes::cells(limits::CELLS)),
            false => Ok(()),
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Problem> {
        if name == "table:table-row" {
            self.row = self.row.saturating_add(self.row_repeats);
        }
        Ok(())
    }
}

/// The number in an attribute; 1 if there is none.
fn number(of: &BytesStart<'_>, name: &str) -> u32 {
    let mut all = of.attributes().flatten();
    let value = all.find(|at| at.key.as_ref() == name);
    let value = value.map_or(Ok(1), |at| at.value.parse());
    value.unwrap_or(u32::MAX)
}
