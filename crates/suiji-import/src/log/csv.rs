//! The log as CSV for spreadsheets.

use std::io::{self, Write};

use suiji::Lang;

use super::{Entry, Log, SheetLog};
use crate::base::line::push_cell;
use crate::base::texts;

/// The number of bytes written at once.
const PIECE: usize = 1 << 16;

impl Log {
    /// Writes the log as CSV: file, sheet, row, column, before, after, rule. Consecutive blank rows are one line with
    /// the first and the last row. The file begins with a byte order mark, so that spreadsheets read it as UTF-8. A
    /// value that a spreadsheet would take for a formula gets `'` before it.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write_csv(&self, out: &mut dyn Write) -> io::Result<()> {
        const HEAD: &str = "file,sheet,row,column,before,after,rule";
        let words = |of: &Entry<'_>| (of.after.to_owned(), of.rules.words());
        self.write(HEAD, &words, out)
    }

    /// The same log for people, with column names and rules in words.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write_csv_in(&self, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
        let names = [
            texts::log_file(),
            texts::log_sheet(),
            texts::page_rows(),
            texts::page_column(),
            texts::page_before(),
            texts::page_after(),
            texts::page_rule(),
        ];
        let head: Vec<&str> = names.iter().map(|name| name.get(lang)).collect();
        let words = |of: &Entry<'_>| {
            let rules = of.rules.text();
            (
                of.after_text().get(lang).to_owned(),
                rules.get(lang).to_owned(),
            )
        };
        self.write(&head.join(","), &words, out)
    }

    fn write(&self, head: &str, words: &Words<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut line = format!("\u{feff}{head}\r\n").into_bytes();
        for sheet in &self.sheets {
            write_sheet(sheet, words, &mut line, out)?;
        }
        out.write_all(&line)
    }
}

/// The new value and the rules of a change, in words.
type Words<'w> = dyn Fn(&Entry<'_>) -> (String, String) + 'w;

fn write_sheet(
    sheet: &SheetLog,
    words: &Words<'_>,
    line: &mut Vec<u8>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut place = Vec::new();
    push(&mut place, &sheet.file);
    place.push(b',');
    push(&mut place, &sheet.sheet);
    place.push(b',');
    // If a change repeats, all cells after the row number are the same.
    let mut rests: Vec<(u32, u32, u32)> = Vec::new();
    let mut rest = Vec::new();
    for change in 0..super::short(sheet.changes.len()) {
        let start = super::short(rest.len());
        let mut rows = 1;
        if let Some(entry) = sheet.entry(0, change) {
            rows = entry.rows;
            let (after, rules) = words(&entry);
            for cell in [entry.column, entry.before, &after, &rules] {
                rest.push(b',');
                push(&mut rest, cell);
            }
        }
        rest.extend_from_slice(b"\r\n");
        rests.push((start, super::short(rest.len()), rows));
    }
    for (row, change) in &sheet.entries {
        line.extend_from_slice(&place);
        let (start, end, rows) = rests.get(*change as usize).copied().unwrap_or_default();
        if *row > 0 {
            push_number(line, *row);
        }
        if rows > 1 {
            // A spreadsheet would read a hyphen between two numbers as a date.
            line.extend_from_slice("–".as_bytes());
            push_number(line, row.saturating_add(rows - 1));
        }
        line.extend_from_slice(rest.get(start as usize..end as usize).unwrap_or_default());
        if line.len() > PIECE {
            out.write_all(line)?;
            line.clear();
        }
    }
    Ok(())
}

fn push(line: &mut Vec<u8>, cell: &str) {
    let formula = cell.len() > 1 && cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    match formula {
        true => push_cell(line, &format!("'{cell}")),
        false => push_cell(line, cell),
    }
}

fn push_number(line: &mut Vec<u8>, number: u32) {
    let mut digits = [0; 10];
    let mut at = digits.len();
    let mut rest = number;
    while rest > 0 && at > 0 {
        at -= 1;
        digits[at] = b'0' + u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
    }
    line.extend_from_slice(&digits[at..]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::rules::{Rule, Rules};

    #[test]
    fn each_change_is_a_line() {
        let mut sheet = SheetLog::new("名录.xlsx", "表1", None);
        let column = sheet.column("等级");
        let change = sheet.change(column, "高", "high", Rules::of(Rule::ClassWord));
        sheet.note(12, change);
        sheet.note(4, change);
        sheet.note_row(3, "=1+1,\"x\"", Rule::RemarkRow);
        sheet.note_blank_rows(5, 3);
        sheet.note_blank_rows(10, 1);
        sheet.note_blank_rows(14, 3);
        sheet.finish();
        let log = Log {
            sheets: vec![sheet],
        };
        let mut out = Vec::new();
        log.write_csv(&mut out).unwrap();
        let expected = "\u{feff}file,sheet,row,column,before,after,rule\r\n\
            名录.xlsx,表1,3,,\"'=1+1,\"\"x\"\"\",,remark-row\r\n\
            名录.xlsx,表1,4,等级,高,high,class-word\r\n\
            名录.xlsx,表1,5–7,,,,blank-row\r\n\
            名录.xlsx,表1,10,,,,blank-row\r\n\
            名录.xlsx,表1,12,等级,高,high,class-word\r\n\
            名录.xlsx,表1,14–16,,,,blank-row\r\n";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
        let mut out = Vec::new();
        log.write_csv_in(Lang::Zh, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let expected = "\u{feff}文件,工作表,行,列,原内容,改为,规则\r\n名录.xlsx,表1,3,,";
        assert!(text.starts_with(expected), "{text}");
        assert!(text.contains(",高,high,风险分类的文字\r\n"), "{text}");
        let counted: Vec<u64> = log.sheets[0].counted().iter().map(|of| of.0).collect();
        assert_eq!(counted, [2, 1, 6, 1]);
    }
}
