//! Tables as a workbook, each on its own sheet, ready for printing on A4.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use suiji::values::Time;
use unicode_width::UnicodeWidthStr;

use super::table::{Cell, Table};
use crate::base::problem::Error;
use crate::base::texts::codes;

/// The maximum number of characters of a cell, and of the head of a page with its marks.
const CELL: usize = 32_767;
const HEAD: usize = 80;
/// Points of a line, and of the tallest row that a workbook allows.
const LINE: u32 = 15;
const TALLEST: u32 = 409;
/// A4.
const PAPER: u8 = 9;

/// The tables as one workbook. Its creation time is the time of the record, so that the same draw gives the same bytes.
///
/// # Errors
/// `report.cell` if a cell is longer than a workbook allows, `report.document` if there are too many rows.
pub(crate) fn workbook(tables: &[&Table], at: &Time) -> Result<Vec<u8>, Error> {
    for table in tables {
        fits(table)?;
    }
    written(tables, at).map_err(|problem| codes::document(problem.to_string()).into())
}

fn fits(table: &Table) -> Result<(), Error> {
    for (number, row) in (1..).zip(&table.rows) {
        for (cell, column) in row.iter().zip(&table.columns) {
            if matches!(cell, Cell::Text(text) if text.chars().count() > CELL) {
                let (sheet, head) = (&table.name, &column.head);
                let number: usize = number;
                return Err(codes::cell(sheet, number, head, CELL).into());
            }
        }
    }
    Ok(())
}

fn written(tables: &[&Table], at: &Time) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // No real record has a time that a workbook cannot hold.
    let made = ExcelDateTime::from_timestamp(at.unix_seconds());
    let made = made.or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    for table in tables {
        fill(workbook.add_worksheet(), table)?;
    }
    workbook.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    // `@`: values typed into the cell later are also texts.
    let body = Format::new()
        .set_font_name("宋体")
        .set_font_size(10)
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap();
    let text = body.clone().set_num_format("@");
    let head = text
        .clone()
        .set_bold()
        .set_background_color("E7ECF2")
        .set_align(FormatAlign::Center);
    sheet.set_name(&table.name)?;
    for (column, of) in (0..).zip(&table.columns) {
        sheet.set_column_width(column, of.width)?;
        sheet.write_string_with_format(0, column, &*of.head, &head)?;
    }
    sheet.set_row_height(
        0,
        height(table.columns.iter().map(|of| (&*of.head, of.width))),
    )?;
    for (row, cells) in (1..).zip(&table.rows) {
        let texts = cells
            .iter()
            .zip(&table.columns)
            .filter_map(|(cell, of)| match cell {
                Cell::Text(text) => Some((&**text, of.width)),
                _ => None,
            });
        sheet.set_row_height(row, height(texts))?;
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(of) => sheet.write_string_with_format(row, column, &**of, &text)?,
                Cell::Count(count) => match u32::try_from(*count) {
                    Ok(count) => sheet.write_number_with_format(row, column, count, &body)?,
                    Err(_) => {
                        sheet.write_string_with_format(row, column, count.to_string(), &text)?
                    }
                },
                Cell::Blank => sheet.write_blank(row, column, &text)?,
            };
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    let last = u16::try_from(table.columns.len()).unwrap_or(u16::MAX);
    let rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    if rows > 0 {
        sheet.autofilter(0, 0, rows, last.saturating_sub(1))?;
    }
    sheet.set_paper_size(PAPER).set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.8, 0.7, 0.4, 0.35);
    sheet.set_header(format!("&L&10{}", plain(&table.head)));
    sheet.set_footer("&C&10&P / &N");
    Ok(())
}

/// The height of a row in points: that of its longest cell, wrapped. Not every program computes it.
fn height<'t>(cells: impl Iterator<Item = (&'t str, u16)>) -> u32 {
    let lines = cells.map(|(text, width)| {
        // Lines break between words, so the whole width is not used.
        let width = usize::from(width - width / 8).saturating_sub(1).max(1);
        let of_line = |line: &str| line.width().div_ceil(width).max(1);
        text.split('\n').map(of_line).sum::<usize>()
    });
    let lines = u32::try_from(lines.max().unwrap_or(1)).unwrap_or(u32::MAX);
    lines.saturating_mul(LINE).saturating_add(3).min(TALLEST)
}

/// A text in the head of a page. `&` would begin a mark there, so it is written in full width.
fn plain(text: &str) -> String {
    let short: String = text.chars().take(HEAD).collect();
    // A digit after the size would be read as part of the size.
    format!(" {}", short.replace('&', "＆"))
}
