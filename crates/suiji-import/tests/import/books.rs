//! Workbooks of one sheet, `a`, from rows of texts. Cells are separated by `|`. Days are dates, as spreadsheets keep them.

use super::hostile::{archive, cell, sheet, workbook_with};

/// Days, and their numbers in a spreadsheet.
const DAYS: [(&str, &str); 2] = [("2024-09-10", "45545"), ("2024-09-11", "45546")];

/// The second format of cells is a date.
const STYLES: &str =
    "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";

fn day(text: &str) -> Option<&'static str> {
    let day = DAYS.iter().find(|(day, _)| *day == text);
    day.map(|(_, number)| *number)
}

/// A workbook of Office Open XML.
pub(crate) fn xlsx(rows: &[&str]) -> Vec<u8> {
    let row = |(number, row): (usize, &&str)| {
        let cells = row.split('|').zip('A'..);
        let cells = cells.filter(|(text, _)| !text.is_empty());
        let cells = cells.map(|(text, column)| {
            let place = format!("{column}{number}");
            match day(text) {
                Some(number) => format!("<c r=\"{place}\" s=\"1\"><v>{number}</v></c>"),
                None => cell(&place, text),
            }
        });
        format!("<row r=\"{number}\">{}</row>", cells.collect::<String>())
    };
    let rows: String = (1..).zip(rows).map(row).collect();
    workbook_with(&sheet(&rows, ""), &[("xl/styles.xml", STYLES)])
}

/// A workbook of Open Document.
pub(crate) fn ods(rows: &[&str]) -> Vec<u8> {
    let cell = |text: &str| match (text, day(text)) {
        ("", _) => "<table:table-cell/>".to_owned(),
        (_, Some(_)) => format!(
            "<table:table-cell office:value-type=\"date\" office:date-value=\"{text}\"><text:p>{text}</text:p></table:table-cell>"
        ),
        (_, None) => format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        ),
    };
    let row = |row: &&str| {
        let cells: String = row.split('|').map(cell).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let rows: String = rows.iter().map(row).collect();
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"a\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest/>"),
        ("content.xml", &content),
    ])
}
