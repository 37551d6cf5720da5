//! The cells of a workbook, row by row, as blocks.

use std::fmt::Write;

use calamine::{Data, DataRef, ExcelDateTime};

use super::super::block::{Block, Kind};
use super::SheetInfo;
use super::area::Open;
use super::marks::Marks;
use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::{self, codes};

/// Puts cells into blocks. They come in order. Cells of merged areas get the value of the area.
pub(super) struct Rows<'r> {
    each: &'r mut dyn FnMut(Block) -> bool,
    block: Block,
    open: Open,
    marks: &'r Marks,
    /// The row that is being read, from 0, and its cells.
    row: Option<u32>,
    text: String,
    cells: Vec<(usize, Kind)>,
    stopped: bool,
    /// The number of bytes that merged areas have added.
    filled: usize,
    /// The limit on the bytes of all texts of the sheet, and the rest of it.
    most: u64,
    left: u64,
}

impl<'r> Rows<'r> {
    /// The rows of a sheet. `most` limits the bytes of their texts.
    pub(super) fn new(
        sheet: &'r SheetInfo,
        most: u64,
        each: &'r mut dyn FnMut(Block) -> bool,
    ) -> Self {
        Self {
            each,
            block: Block::default(),
            open: Open::new(&sheet.areas),
            marks: &sheet.marks,
            row: None,
            text: String::new(),
            cells: Vec::new(),
            stopped: false,
            filled: 0,
            most,
            left: most,
        }
    }

    /// Adds a cell. Returns false if no more rows are needed.
    pub(super) fn push(
        &mut self,
        (row, column): (u32, u32),
        value: &Value<'_>,
    ) -> Result<bool, Problem> {
        let formula = match value {
            Value::Empty => self.marks.formula((row, column)),
            _ => None,
        };
        let value = match (value, formula) {
            (Value::Empty, None) => return Ok(!self.stopped),
            (Value::Empty, Some(formula)) => &Value::Formula(formula),
            _ => value,
        };
        if row >= limits::ROWS {
            return Err(codes::rows(limits::ROWS));
        }
        if self.row != Some(row) {
            self.end_row()?;
            if self.row.is_some_and(|last| last > row) {
                return Err(codes::workbook(texts::rows_out_of_order()));
            }
            self.row = Some(row);
            self.open.begin_row(row);
        }
        let index = usize::try_from(column).unwrap_or(usize::MAX);
        if index >= limits::COLUMNS {
            return Err(codes::columns(limits::COLUMNS).at_row(row + 1));
        }
        if index < self.cells.len() {
            return Err(codes::workbook(texts::rows_out_of_order()));
        }
        self.fill_to(index);
        let start = self.text.len();
        let kind = value.write(&mut self.text);
        let bytes = self.text.len() - start;
        if bytes > limits::CELL_BYTES {
            return Err(codes::cell_size(limits::CELL_BYTES).at_row(row + 1));
        }
        self.left = self
            .left
            .checked_sub(u64::try_from(bytes).unwrap_or(u64::MAX))
            .ok_or_else(|| codes::text_size(self.most >> 20))?;
        self.cells.push((self.text.len(), kind));
        Ok(!self.stopped)
    }

    pub(super) fn finish(mut self) -> Result<(), Problem> {
        self.end_row()?;
        if !self.stopped && !self.block.is_empty() {
            (self.each)(self.block);
        }
        Ok(())
    }

    /// Fills the cells up to this column.
    fn fill_to(&mut self, column: usize) {
        while self.cells.len() < column {
            let index = u32::try_from(self.cells.len()).unwrap_or(u32::MAX);
            let mut kind = Kind::Text;
            if let Some((text, of)) = self.open.value(index) {
                self.text.push_str(text);
                self.filled += text.len() + 1;
                kind = of;
            }
            self.cells.push((self.text.len(), kind));
        }
    }

    /// Ends the row. A row without cells of its own is blank, even if merged areas extend into it.
    fn end_row(&mut self) -> Result<(), Problem> {
        let Some(row) = self.row else {
            return Ok(());
        };
        if let Some(columns) = self.open.columns() {
            self.fill_to(usize::try_from(columns).unwrap_or(0).min(limits::COLUMNS));
        }
        if self.cells.is_empty() {
            return Ok(());
        }
        if self.text.len() > limits::ROW_BYTES {
            return Err(codes::row_size(limits::ROW_BYTES).at_row(row + 1));
        }
        if self.filled > limits::FILLED_BYTES {
            return Err(codes::filled(limits::FILLED_BYTES >> 20));
        }
        let mut start = 0;
        for &(end, kind) in &self.cells {
            self.block
                .push_cell(self.text.get(start..end).unwrap_or_default(), kind);
            start = end;
        }
        self.block.end_row_as(row + 1, self.marks.is_hidden(row));
        if !self.open.is_idle() {
            let (text, cells) = (&self.text, &self.cells);
            self.open.end_row(row, |column| {
                let index = usize::try_from(column).ok()?;
                let (end, kind) = *cells.get(index)?;
                let start = index.checked_sub(1).and_then(|before| cells.get(before));
                let text = text.get(start.map_or(0, |of| of.0)..end)?;
                (!text.is_empty()).then_some((text, kind))
            });
        }
        self.text.clear();
        self.cells.clear();
        if self.block.is_full() {
            self.stopped |= !(self.each)(std::mem::take(&mut self.block));
        }
        Ok(())
    }
}

/// The value of a cell, in one of the two forms of the library.
#[derive(Debug)]
pub(super) enum Value<'v> {
    Empty,
    Text(&'v str),
    Number(f64),
    Integer(i64),
    Flag(bool),
    Date(&'v ExcelDateTime),
    /// A date in the form of ISO 8601.
    Iso(&'v str),
    Failed(String),
    /// A formula whose result was not saved.
    Formula(&'v str),
}

impl<'v> From<&'v Data> for Value<'v> {
    fn from(data: &'v Data) -> Self {
        match data {
            Data::Int(number) => Self::Integer(*number),
            Data::Float(number) => Self::Number(*number),
            Data::String(text) => Self::text(text),
            Data::Bool(flag) => Self::Flag(*flag),
            Data::DateTime(date) => Self::Date(date),
            Data::DateTimeIso(text) => Self::Iso(text),
            Data::DurationIso(text) => Self::text(text),
            Data::Error(error) => Self::Failed(error.to_string()),
            Data::Empty => Self::Empty,
        }
    }
}

impl<'v> From<&'v DataRef<'_>> for Value<'v> {
    fn from(data: &'v DataRef<'_>) -> Self {
        match data {
            DataRef::Int(number) => Self::Integer(*number),
            DataRef::Float(number) => Self::Number(*number),
            DataRef::String(text) => Self::text(text),
            DataRef::SharedString(text) => Self::text(text),
            DataRef::Bool(flag) => Self::Flag(*flag),
            DataRef::DateTime(date) => Self::Date(date),
            DataRef::DateTimeIso(text) => Self::Iso(text),
            DataRef::DurationIso(text) => Self::text(text),
            DataRef::Error(error) => Self::Failed(error.to_string()),
            DataRef::Empty => Self::Empty,
        }
    }
}

/// The number of digits from which a spreadsheet loses digits of an integer.
const LOST_DIGITS: usize = 16;

impl<'v> Value<'v> {
    const fn text(text: &'v str) -> Self {
        match text.is_empty() {
            true => Self::Empty,
            false => Self::Text(text),
        }
    }

    /// Appends the value as text.
    fn write(&self, text: &mut String) -> Kind {
        let start = text.len();
        match self {
            Self::Empty => Kind::Text,
            Self::Text(of) => {
                text.push_str(of);
                Kind::Text
            }
            Self::Number(number) => {
                let _ = write!(text, "{number}");
                number_kind(text.get(start..).unwrap_or_default())
            }
            Self::Integer(number) => {
                let _ = write!(text, "{number}");
                number_kind(text.get(start..).unwrap_or_default())
            }
            Self::Flag(flag) => {
                text.push_str(if *flag { "true" } else { "false" });
                Kind::Flag
            }
            Self::Date(date) => write_date(text, date),
            Self::Iso(date) => {
                let date = date.strip_suffix("T00:00:00").unwrap_or(date);
                text.push_str(&date.replace('T', " "));
                Kind::Date
            }
            Self::Failed(error) => {
                text.push_str(error);
                Kind::Failed
            }
            Self::Formula(formula) => {
                text.push_str(formula);
                Kind::Formula
            }
        }
    }
}

fn number_kind(number: &str) -> Kind {
    let digits = number.strip_prefix('-').unwrap_or(number);
    let integer = digits.split('.').next().unwrap_or_default();
    match integer.len() {
        _ if !integer.bytes().all(|byte| byte.is_ascii_digit()) => Kind::Failed,
        LOST_DIGITS.. => Kind::Lost,
        _ => Kind::Number,
    }
}

/// A date cell is read as a number if its number is not a day, or is a time of day.
fn write_date(text: &mut String, date: &ExcelDateTime) -> Kind {
    const DAYS: std::ops::Range<f64> = 1.0..2_958_466.0;
    if !date.is_datetime() || !DAYS.contains(&date.as_f64()) {
        let _ = write!(text, "{}", date.as_f64());
        return Kind::Number;
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let _ = write!(text, "{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) != (0, 0, 0) {
        let _ = write!(text, " {hour:02}:{minute:02}:{second:02}");
    }
    Kind::Date
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::super::area::Area;

    use super::*;

    fn written(value: Value<'_>) -> (String, Kind) {
        let mut text = String::new();
        let kind = value.write(&mut text);
        (text, kind)
    }

    #[test]
    fn numbers_keep_all_digits_that_are_there() {
        for (number, text, kind) in [
            (140521.0, "140521", Kind::Number),
            (140521600012345.0, "140521600012345", Kind::Number),
            (9.114052111023457e17, "911405211102345700", Kind::Lost),
            (2.5, "2.5", Kind::Number),
            (f64::NAN, "NaN", Kind::Failed),
        ] {
            assert_eq!(written(Value::Number(number)), (text.to_owned(), kind));
        }
    }

    #[test]
    fn a_date_cell_is_a_date_in_both_calendars() {
        let date = |serial, is_1904| {
            let date = ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904);
            written(Value::Date(&date))
        };
        // 45536 is 2024-09-01 in Excel; 1904 counts 1462 days less.
        assert_eq!(date(45536.0, false), ("2024-09-01".to_owned(), Kind::Date));
        assert_eq!(date(44074.0, true), ("2024-09-01".to_owned(), Kind::Date));
        assert_eq!(date(45536.5, false).0, "2024-09-01 12:00:00");
        assert_eq!(date(0.5, false), ("0.5".to_owned(), Kind::Number));
        assert_eq!(date(-3.0, false), ("-3".to_owned(), Kind::Number));
    }

    #[test]
    fn cells_of_merged_areas_get_their_value() {
        let mut rows = Vec::new();
        let mut each = |block: Block| {
            for row in block.rows() {
                let cells = row
                    .cells()
                    .map(|cell| (cell.text.to_owned(), cell.kind == Kind::Filled));
                rows.push((row.number, cells.collect::<Vec<_>>()));
            }
            true
        };
        let area = Area {
            top: 0,
            left: 0,
            bottom: 2,
            right: 0,
        };
        let sheet = SheetInfo {
            areas: [area].into(),
            ..SheetInfo::default()
        };
        let mut reader = Rows::new(&sheet, u64::MAX, &mut each);
        reader.push((0, 0), &Value::Text("县局")).unwrap();
        reader.push((0, 1), &Value::Text("甲")).unwrap();
        reader.push((1, 1), &Value::Text("乙")).unwrap();
        reader.push((3, 1), &Value::Text("丙")).unwrap();
        reader.finish().unwrap();
        let cell = |text: &str, filled| (text.to_owned(), filled);
        assert_eq!(
            rows,
            [
                (1, vec![cell("县局", false), cell("甲", false)]),
                (2, vec![cell("县局", true), cell("乙", false)]),
                (4, vec![cell("", false), cell("丙", false)]),
            ]
        );
    }
}
