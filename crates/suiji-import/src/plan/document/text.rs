//! Text files: lines, and tables whose columns are separated by tabs or by several blanks.

use encoding_rs::{Encoding, GB18030, UTF_8};

use super::content::{Cell, Paragraph, Part, Row, Table};
use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::codes;

/// The minimum number of cells of a line that is a row of a table.
const CELLS: usize = 4;

pub(super) fn read(bytes: Vec<u8>) -> Result<Vec<Part>, Problem> {
    let text = decoded(bytes);
    let mut parts = Vec::new();
    let mut table = Table::default();
    let mut cells = 0;
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim_end_matches('\r');
        if line.trim().is_empty() {
            continue;
        }
        if parts.len() > limits::PLAN_PARAGRAPHS {
            return Err(codes::plan_paragraphs(limits::PLAN_PARAGRAPHS).at_row(number));
        }
        let of_line = split(line);
        if joins(&table, &of_line) {
            join(&mut table, of_line);
            continue;
        }
        if of_line.len() < CELLS && !begins_row(&table, &of_line) {
            end(&mut table, &mut parts);
            parts.push(Part::Paragraph(Paragraph {
                text: line.to_owned(),
                sheet: String::new(),
                row: number,
            }));
            continue;
        }
        cells += of_line.len();
        if cells > limits::PLAN_CELLS {
            return Err(codes::plan_cells(limits::PLAN_CELLS).at_row(number));
        }
        let cells = of_line.into_iter().map(Cell::of).collect();
        table.rows.push(Row { number, cells });
    }
    end(&mut table, &mut parts);
    Ok(parts)
}

/// The text, decoded by its byte order mark. Without a mark it is UTF-8 if valid, otherwise GB18030.
fn decoded(bytes: Vec<u8>) -> String {
    let marked = Encoding::for_bom(&bytes);
    let (encoding, mark) = marked.unwrap_or_else(|| match std::str::from_utf8(&bytes) {
        Ok(_) => (UTF_8, 0),
        Err(_) => (GB18030, 0),
    });
    let rest = bytes.get(mark..).unwrap_or_default();
    let (text, _) = encoding.decode_without_bom_handling(rest);
    text.into_owned()
}

/// The cells of a line, separated by tabs or by several blanks.
fn split(line: &str) -> Vec<String> {
    if line.contains('\t') {
        return line
            .split('\t')
            .map(|cell| cell.trim().to_owned())
            .collect();
    }
    let mut cells = vec![String::new()];
    let mut blanks = 0;
    for c in line.trim().chars() {
        if c.is_whitespace() {
            // A full-width blank counts as two.
            blanks += if c == '\u{3000}' { 2 } else { 1 };
            continue;
        }
        if blanks >= 2 {
            cells.push(String::new());
        }
        if let Some(cell) = cells.last_mut() {
            if blanks == 1 {
                cell.push(' ');
            }
            cell.push(c);
        }
        blanks = 0;
    }
    cells
}

/// Whether a line continues the last row, because one of its cells had a line end.
fn joins(table: &Table, line: &[String]) -> bool {
    let (Some(header), Some(last)) = (table.rows.first(), table.rows.last()) else {
        return false;
    };
    let together = last.cells.len() + line.len() - 1;
    !begins_row(table, line)
        && last.cells.len() < header.cells.len()
        && together <= header.cells.len()
}

/// Whether a line of several cells begins with the number of a row of the open table.
fn begins_row(table: &Table, line: &[String]) -> bool {
    let number = line.first().map(|first| first.parse::<u32>());
    !table.rows.is_empty() && line.len() > 1 && matches!(number, Some(Ok(_)))
}

fn join(table: &mut Table, line: Vec<String>) {
    let Some(row) = table.rows.last_mut() else {
        return;
    };
    let mut line = line.into_iter();
    if let (Some(cell), Some(more)) = (row.cells.last_mut(), line.next()) {
        if !cell.text.is_empty() && !more.is_empty() {
            cell.text.push('\n');
        }
        cell.text.push_str(&more);
    }
    row.cells.extend(line.map(Cell::of));
}

fn end(table: &mut Table, parts: &mut Vec<Part>) {
    let table = std::mem::take(table);
    if !table.rows.is_empty() {
        parts.push(Part::Table(Table {
            is_exact: true,
            ..table
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let parts = read(text.as_bytes().to_vec()).unwrap();
        let part = |part: &Part| match part {
            Part::Paragraph(of) => format!("{}:{}", of.row, of.text),
            Part::Table(table) => {
                let rows = table.rows.iter().map(|row| {
                    let cells: Vec<&str> = row.cells.iter().map(|cell| &*cell.text).collect();
                    format!("{}:{}", row.number, cells.join("|"))
                });
                rows.collect::<Vec<_>>().join("; ")
            }
        };
        parts.iter().map(part).collect()
    }

    #[test]
    fn tabs_and_blanks_separate_columns() {
        let text = "计划\n\n序号\t名称\t比例\t时间\n1\t甲\t\t9月\n备注: 无\n";
        let expected = ["1:计划", "3:序号|名称|比例|时间; 4:1|甲||9月", "5:备注: 无"];
        assert_eq!(shown(text), expected);
        let text = "序号  名称　比例   时间\r\n1     甲 乙  40% 1次/年  9月";
        assert_eq!(
            shown(text),
            ["1:序号|名称|比例|时间; 2:1|甲 乙|40% 1次/年|9月"]
        );
    }

    #[test]
    fn a_line_end_within_a_cell_does_not_end_the_row() {
        let text = "序号\t名称\t事项\t时间\n1\t甲\t1. 一\n2. 二\t9月\n2\t乙\t三\t10月\n";
        let expected = ["1:序号|名称|事项|时间; 2:1|甲|1. 一\n2. 二|9月; 4:2|乙|三|10月"];
        assert_eq!(shown(text), expected);
        // The row has too few cells, and the next row begins with a number. So it is not completed, and is
        // refused later.
        let text = "序号\t名称\t事项\t时间\n1\t甲\t一\n2\t乙\t三\t10月\n";
        assert_eq!(
            shown(text),
            ["1:序号|名称|事项|时间; 2:1|甲|一; 3:2|乙|三|10月"]
        );
    }

    #[test]
    fn text_may_be_in_another_encoding() {
        let (bytes, _, _) = GB18030.encode("沁水县工作计划");
        let parts = read(bytes.into_owned()).unwrap();
        assert!(matches!(&parts[..], [Part::Paragraph(of)] if of.text == "沁水县工作计划"));
    }
}
