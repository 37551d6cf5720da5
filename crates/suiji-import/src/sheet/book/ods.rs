//! Workbooks of Open Document. Repeated cells are counted before they are read, because one element can represent a
//! million cells.

use std::io::{BufRead, BufReader, Read};

use calamine::{Ods, Reader, SheetVisible};
use quick_xml::Reader as XmlReader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::super::source::{Bytes, unreadable};
use super::area::Area;
use super::marks::Marks;
use super::quiet::guarded;
use super::{Dense, SheetInfo, damaged};
use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::{self, codes};

pub(super) fn open(mut bytes: Box<dyn Bytes>) -> Result<(Vec<Dense>, Vec<SheetInfo>), Problem> {
    let mut counted = guarded(|| count(&mut *bytes))?.into_iter();
    bytes.rewind().map_err(unreadable)?;
    guarded(|| {
        let mut workbook: Ods<Box<dyn Bytes>> = Ods::new(bytes).map_err(damaged)?;
        let mut ranges = Vec::new();
        let mut infos = Vec::new();
        for sheet in workbook.sheets_metadata().to_vec() {
            let (areas, marks) = counted.next().unwrap_or_default();
            let Ok(range) = workbook.worksheet_range(&sheet.name) else {
                continue;
            };
            infos.push(SheetInfo {
                name: sheet.name,
                hidden: sheet.visible != SheetVisible::Visible,
                areas: areas.into(),
                marks,
            });
            ranges.push(Dense(range));
        }
        Ok((ranges, infos))
    })
}

/// The merged areas of a sheet, and its hidden rows.
type Counted = (Vec<Area>, Marks);

/// Counts the cells of all sheets. Returns the merged areas and hidden rows of each.
fn count(bytes: &mut dyn Bytes) -> Result<Vec<Counted>, Problem> {
    bytes.rewind().map_err(unreadable)?;
    let mut archive = ZipArchive::new(&mut *bytes).map_err(damaged)?;
    let part = archive.by_name("content.xml").map_err(damaged)?;
    let part = BufReader::with_capacity(1 << 16, part.take(limits::PART_BYTES));
    counted(&mut XmlReader::from_reader(part))
}

fn counted(xml: &mut XmlReader<impl BufRead>) -> Result<Vec<Counted>, Problem> {
    let mut buffer = Vec::new();
    let mut counter = Counter::default();
    loop {
        buffer.clear();
        let event = xml.read_event_into(&mut buffer).map_err(damaged)?;
        match &event {
            Event::Start(of) => counter.start(of)?,
            Event::Empty(of) => {
                counter.start(of)?;
                counter.end(of.name().as_ref());
            }
            Event::End(of) => counter.end(of.name().as_ref()),
            Event::Text(text) => counter.text(u64::try_from(text.len()).unwrap_or(u64::MAX))?,
            Event::Eof => return Ok(counter.sheets),
            _ => {}
        }
    }
}

/// The cells that the library will hold: those of each row, and those of the used area.
#[derive(Debug, Default)]
struct Counter {
    sheets: Vec<Counted>,
    /// The number of open tables. It is at most one, because nested tables are refused.
    depth: u32,
    merged: usize,
    /// Rows as they are written.
    rows: u32,
    /// The number of cells in memory. A longer text counts as several.
    held: u64,
    /// Cells of the areas of earlier sheets.
    areas: u64,
    row: u32,
    row_repeats: u32,
    column: u32,
    /// The number of cells of the row already in memory.
    held_of_row: u32,
    /// Repeats and bytes of the cell that is being read.
    cell: (u32, u64),
    /// Rows and columns used in the sheet.
    used: (u64, u64),
}

/// The number of bytes of text that count as one cell.
const CELL: u64 = 32;

impl Counter {
    fn start(&mut self, of: &BytesStart<'_>) -> Result<(), Problem> {
        match of.name().as_ref() {
            "table:table" => {
                if self.sheets.len() >= limits::SHEETS {
                    return Err(codes::sheets(limits::SHEETS));
                }
                if self.depth > 0 {
                    return Err(codes::workbook(texts::table_within()));
                }
                self.depth += 1;
                self.sheets.push(Counted::default());
                self.areas += self.used.0 * self.used.1;
                self.row = 0;
                self.used = (0, 0);
            }
            "table:table-row" => {
                self.row_repeats = number(of, "table:number-rows-repeated");
                (self.column, self.held_of_row) = (0, 0);
                let mut all = of.attributes().flatten();
                let visible = all.find(|at| at.key.as_ref() == "table:visibility");
                if visible.is_some_and(|at| matches!(&*at.value, "collapse" | "filter"))
                    && let Some((_, marks)) = self.sheets.last_mut()
                {
                    let last = self.row.saturating_add(self.row_repeats.saturating_sub(1));
                    marks.hide(self.row, last)?;
                }
                self.rows += 1;
                if self.rows > limits::ROWS {
                    return Err(codes::rows(limits::ROWS));
                }
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell(of)?,
            "text:s" => self.text(u64::from(number(of, "text:c")))?,
            _ => {}
        }
        Ok(())
    }

    fn cell(&mut self, of: &BytesStart<'_>) -> Result<(), Problem> {
        let repeats = number(of, "table:number-columns-repeated");
        self.cell = (repeats, 0);
        self.area(of)?;
        self.column = self.column.saturating_add(repeats);
        let mut values = 0;
        let mut has_value = false;
        for at in of.attributes().flatten() {
            let key = at.key.as_ref();
            if key.starts_with("office:") || key.starts_with("calcext:") || key == "table:formula" {
                has_value = true;
                values += u64::try_from(at.value.len()).unwrap_or(u64::MAX);
            }
        }
        if has_value {
            // Blank cells before it in the row take memory too.
            let new = self.column.saturating_sub(self.held_of_row);
            self.held_of_row = self.column;
            self.hold(u64::from(new))?;
            let rows = u64::from(self.row) + u64::from(self.row_repeats);
            self.used = (rows, self.used.1.max(u64::from(self.column)));
            self.text(values)?;
        }
        let area = self.used.0.saturating_mul(self.used.1);
        match self.areas.saturating_add(area) > limits::CELLS {
            true => Err(codes::cells(limits::CELLS)),
            false => Ok(()),
        }
    }

    /// Keeps the area of a cell that is merged with cells below it.
    fn area(&mut self, of: &BytesStart<'_>) -> Result<(), Problem> {
        let rows = number(of, "table:number-rows-spanned");
        let columns = number(of, "table:number-columns-spanned");
        if rows > 1
            && let Some((areas, _)) = self.sheets.last_mut()
        {
            self.merged += 1;
            areas.push(Area {
                top: self.row,
                left: self.column,
                bottom: self.row.saturating_add(rows - 1),
                right: self.column.saturating_add(columns.saturating_sub(1)),
            });
        }
        match self.merged > limits::MERGED {
            true => Err(codes::merged(limits::MERGED)),
            false => Ok(()),
        }
    }

    /// The text of a cell is in memory as often as the cell is repeated.
    fn text(&mut self, bytes: u64) -> Result<(), Problem> {
        self.cell.1 = self.cell.1.saturating_add(bytes);
        let repeats = u64::from(self.cell.0.max(1)).saturating_mul(u64::from(self.row_repeats));
        let more = repeats.saturating_sub(1);
        self.hold(more.saturating_mul(bytes.div_ceil(CELL)))?;
        match self.cell.1 > limits::XML_TEXT as u64 {
            true => Err(codes::xml_text("content.xml", limits::XML_TEXT)),
            false => Ok(()),
        }
    }

    fn hold(&mut self, cells: u64) -> Result<(), Problem> {
        self.held = self.held.saturating_add(cells);
        match self.held > limits::CELLS * 2 {
            true => Err(codes::cells(limits::CELLS)),
            false => Ok(()),
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "table:table-row" => self.row = self.row.saturating_add(self.row_repeats),
            "table:table" => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }
}

/// The number in an attribute; 1 if there is none.
fn number(of: &BytesStart<'_>, name: &str) -> u32 {
    let mut all = of.attributes().flatten();
    let value = all.find(|at| at.key.as_ref() == name);
    let value = value.map_or(Ok(1), |at| at.value.parse());
    value.unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(tables: &str) -> Option<&'static str> {
        let text = format!("<office:spreadsheet>{tables}</office:spreadsheet>");
        let mut xml = XmlReader::from_reader(text.as_bytes());
        counted(&mut xml).err().map(|problem| problem.code())
    }

    fn table(rows: &str) -> String {
        format!("<table:table>{rows}</table:table>")
    }

    #[test]
    fn rows_of_many_cells_are_counted_once() {
        let cell = "<table:table-cell office:value=\"1\"/>";
        let row = format!("<table:table-row>{}</table:table-row>", cell.repeat(500));
        assert_eq!(code(&table(&row.repeat(300))), None);
    }

    #[test]
    fn what_is_repeated_is_counted_over_all_sheets() {
        let row = |rows: u32, cell: &str, attributes: &str| {
            format!(
                "<table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell table:number-columns-repeated=\"1000\" {attributes}>{cell}</table:table-cell></table:table-row>"
            )
        };
        for attributes in ["office:value=\"1\"", "table:formula=\"of:=1\""] {
            let sheet = table(&row(3000, "", attributes));
            assert_eq!(code(&sheet), None);
            assert_eq!(code(&sheet.repeat(2)), Some("import.cells"), "{attributes}");
            // A row far below that is not repeated.
            let far = table(&[row(5000, "", ""), row(1, "", attributes)].concat());
            assert_eq!(code(&far), Some("import.cells"));
        }
        // Texts of formulas, attributes and cells are in memory as often as their cells are repeated.
        let long = "x".repeat(10_000);
        for (text, attributes) in [
            (long.as_str(), "office:value-type=\"string\"".to_owned()),
            ("", format!("office:string-value=\"{long}\"")),
            ("", format!("table:formula=\"{long}\"")),
            (
                "<text:s text:c=\"10000\"/>",
                "office:value-type=\"string\"".to_owned(),
            ),
        ] {
            assert_eq!(code(&table(&row(20, text, &attributes))), None);
            let found = code(&table(&row(60, text, &attributes)));
            assert_eq!(found, Some("import.cells"), "{attributes}");
        }
        // Many rows with a few repetitions each.
        let some = row(1, "", "office:value=\"1\"").repeat(5000);
        assert_eq!(code(&table(&some)), Some("import.cells"));
    }

    #[test]
    fn a_table_within_a_table_is_refused() {
        assert_eq!(code(&table(&table(""))), Some("import.workbook"));
        assert_eq!(code(&[table(""), table("")].concat()), None);
        assert_eq!(
            code(&table("").repeat(limits::SHEETS + 1)),
            Some("import.sheets")
        );
    }
}
