//! The annexes of a document: tables of tasks, each with its title.

use super::columns::Header;
use super::header;
use crate::ask::Place;
use crate::base::problem::Problem;
use crate::base::texts::{
    self, ANNEX_MARKS, HEADING_ENDS, HEADING_NUMERALS, NO_TASKS, NO_TITLES, Text, codes, narrow,
    plain,
};
use crate::plan::document::{Cell, Document, Paragraph, Part, Row, Table};

/// A table of tasks.
#[derive(Debug)]
pub(crate) struct Annex {
    /// The place of the annex. The row is that of its header.
    pub(crate) place: Place,
    pub(crate) title: String,
    pub(crate) header: Header,
    pub(crate) rows: Vec<TaskRow>,
    /// Rows that are not tasks, with their numbers.
    pub(crate) left_out: Vec<(u32, String)>,
}

/// A row of an annex, with a cell for each column.
#[derive(Debug)]
pub(crate) struct TaskRow {
    pub(crate) number: u32,
    pub(crate) cells: Vec<Cell>,
}

/// The annexes, and the paragraphs before the first annex.
pub(crate) fn annexes(document: &Document) -> Result<(Vec<Paragraph>, Vec<Annex>), Vec<Problem>> {
    let mut reading = Reading {
        file: &document.name,
        before: Vec::new(),
        above: Vec::new(),
        annexes: Vec::new(),
        problems: Vec::new(),
        open: false,
    };
    for part in &document.parts {
        match part {
            Part::Paragraph(paragraph) => reading.paragraph(paragraph),
            Part::Table(table) => reading.table(table),
        }
    }
    match reading.problems.is_empty() {
        true => Ok((reading.before, reading.annexes)),
        false => Err(reading.problems),
    }
}

struct Reading<'d> {
    file: &'d str,
    before: Vec<Paragraph>,
    above: Vec<String>,
    annexes: Vec<Annex>,
    problems: Vec<Problem>,
    /// Whether the last annex is on the sheet that is being read.
    open: bool,
}

impl Reading<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let text = paragraph.text.trim();
        if annex_mark(text).is_some() {
            self.above.clear();
        }
        self.above.push(text.to_owned());
        if self.annexes.is_empty() {
            self.before.push(paragraph.clone());
        }
        if let Some(annex) = self.annexes.last()
            && annex.place.sheet != paragraph.sheet
        {
            self.open = false;
        }
    }

    fn table(&mut self, table: &Table) {
        if self
            .annexes
            .last()
            .is_some_and(|of| !table.sheet.is_empty() && of.place.sheet != table.sheet)
        {
            self.open = false;
        }
        let mut rest = table.rows.as_slice();
        while let Some(row) = rest.first() {
            if let Some((header, count)) = header::find(rest) {
                self.begin(table, header);
                rest = rest.get(count..).unwrap_or_default();
                continue;
            }
            self.row(table, row);
            rest = rest.get(1..).unwrap_or_default();
        }
    }

    /// Begins an annex, unless the header only repeats the last header, as at the top of a page.
    fn begin(&mut self, table: &Table, header: Header) {
        let again = self.annexes.last().is_some_and(|last| {
            self.open && self.above.is_empty() && last.header.names() == header.names()
        });
        if again {
            return;
        }
        let above = std::mem::take(&mut self.above);
        let title = title(&above);
        let sheet = match table.sheet.is_empty() {
            true => title.clone(),
            false => table.sheet.clone(),
        };
        self.open = true;
        self.annexes.push(Annex {
            place: Place {
                file: self.file.to_owned(),
                sheet,
                row: header.row,
                column: String::new(),
            },
            title,
            header,
            rows: Vec::new(),
            left_out: Vec::new(),
        });
    }

    fn row(&mut self, table: &Table, row: &Row) {
        let texts = row.texts();
        let Some(annex) = self.annexes.last_mut().filter(|_| self.open) else {
            return self.outside(row);
        };
        let columns = annex.header.columns.len();
        let first = texts.first().map(|text| plain(text)).unwrap_or_default();
        let numbers = texts.iter().enumerate();
        let is_numbers = texts.len() > 2
            && numbers
                .clone()
                .all(|(index, text)| *text == (index + 1).to_string());
        // A task may begin with such a word too, but it has more cells.
        let is_remark = NO_TASKS.iter().any(|word| first.starts_with(&plain(word)));
        if texts.len() < 2 || is_numbers || (is_remark && texts.len() * 2 <= columns) {
            if !texts.is_empty() {
                annex.left_out.push((row.number, texts.join(" ")));
            }
            return;
        }
        let mut cells = row.cells.clone();
        while cells.len() > columns && cells.last().is_some_and(Cell::is_blank) {
            cells.pop();
        }
        if cells.len() > columns || (table.is_exact && cells.len() < columns) {
            let problem = codes::plan_row(cells.len(), columns).at_row(row.number);
            self.problems
                .push(problem.in_sheet(&annex.place.sheet).in_file(self.file));
            return;
        }
        cells.resize(columns, Cell::default());
        self.above.clear();
        annex.rows.push(TaskRow {
            number: row.number,
            cells,
        });
    }

    /// A row of a table without a header. The table can be the head of a letter, or it can have tasks, which must not
    /// be lost.
    fn outside(&mut self, row: &Row) {
        const MANY: usize = 5;
        let texts = row.texts();
        if texts.len() >= MANY {
            let found = Text::list(&texts.iter().take(MANY).map(Text::same).collect::<Vec<_>>());
            self.problems.push(
                codes::plan_header(found)
                    .at_row(row.number)
                    .in_file(self.file),
            );
            return;
        }
        for text in texts {
            self.paragraph(&Paragraph {
                text: text.to_owned(),
                ..Paragraph::default()
            });
        }
    }
}

/// The text after the mark of an annex, such as 附件1.
pub(super) fn annex_mark(text: &str) -> Option<&str> {
    let mark = ANNEX_MARKS.iter().find(|mark| text.starts_with(**mark))?;
    let rest = text.get(mark.len()..)?;
    let rest = rest.trim_start();
    let number = |c: char| {
        let narrow = narrow(c.encode_utf8(&mut [0; 4]));
        narrow.starts_with(|c: char| c.is_ascii_digit()) || HEADING_NUMERALS.contains(c)
    };
    let behind = rest.trim_start_matches(number);
    match behind.len() < rest.len() {
        true => Some(
            behind
                .trim_start()
                .trim_start_matches(HEADING_ENDS)
                .trim_start(),
        ),
        // Without a number, it is the only annex. With a colon, it is the list of annexes at the end of the letter.
        false => rest.is_empty().then_some(""),
    }
}

/// The title of a table: the nearest line above it that is not a note about units.
fn title(above: &[String]) -> String {
    let of = |line: &String| match annex_mark(line) {
        Some(behind) => behind.to_owned(),
        None => line.clone(),
    };
    let is_title = |line: &String| {
        let plain = plain(line);
        !line.is_empty() && !NO_TITLES.iter().any(|word| plain.starts_with(word))
    };
    above
        .iter()
        .rev()
        .map(of)
        .find(is_title)
        .unwrap_or_default()
}

/// The column names of an annex, for a message.
pub(crate) fn expected_columns() -> Text {
    Text::list(&[
        texts::plan_task_name(),
        texts::plan_items(),
        texts::plan_scope(),
        texts::plan_quota(),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(parts: Vec<Part>) -> Result<Vec<String>, Vec<&'static str>> {
        let document = Document {
            name: "a".to_owned(),
            parts,
        };
        let shown = |annex: &Annex| {
            let rows: Vec<String> = annex
                .rows
                .iter()
                .map(|row| row.number.to_string())
                .collect();
            let out: Vec<String> = annex
                .left_out
                .iter()
                .map(|(row, _)| row.to_string())
                .collect();
            format!("{}:{}-{}", annex.title, rows.join(","), out.join(","))
        };
        match annexes(&document) {
            Ok((_, annexes)) => Ok(annexes.iter().map(shown).collect()),
            Err(problems) => Err(problems.iter().map(Problem::code).collect()),
        }
    }

    fn paragraph(text: &str) -> Part {
        Part::Paragraph(Paragraph {
            text: text.to_owned(),
            ..Paragraph::default()
        })
    }

    fn table(is_exact: bool, rows: &[&[&str]]) -> Part {
        let row = |(number, cells): (u32, &&[&str])| Row {
            number,
            cells: cells.iter().map(|text| Cell::of(*text)).collect(),
        };
        Part::Table(Table {
            rows: (1..).zip(rows).map(row).collect(),
            is_exact,
            ..Table::default()
        })
    }

    const HEADER: &[&str] = &["序号", "任务名称", "抽查事项", "抽查范围", "抽查比例"];
    const TASK: &[&str] = &["1", "甲", "乙", "丙", "10%"];

    #[test]
    fn each_table_has_its_own_title() {
        let parts = vec![
            paragraph("附件：1. 甲计划"),
            paragraph("附件1"),
            paragraph("甲计划"),
            paragraph("单位：户"),
            table(true, &[HEADER, TASK, &["备注：", "无", "", "", ""]]),
            paragraph("备注：无"),
            paragraph("附件2：乙计划"),
            table(true, &[HEADER, TASK]),
        ];
        assert_eq!(read(parts).unwrap(), ["甲计划:2-3", "乙计划:2-"]);
    }

    #[test]
    fn a_table_that_goes_on_belongs_to_the_annex_before() {
        let parts = vec![
            table(false, &[HEADER, TASK]),
            table(false, &[TASK]),
            table(false, &[HEADER, TASK]),
        ];
        assert_eq!(read(parts).unwrap(), [":2,1,2-"]);
    }

    #[test]
    fn rows_whose_columns_are_not_known_are_refused() {
        let parts = vec![table(true, &[HEADER, &["1", "甲", "乙", "10%"]])];
        assert_eq!(read(parts), Err(vec!["import.plan-row"]));
        let parts = vec![table(false, &[&["1", "甲", "乙", "丙", "10%"]])];
        assert_eq!(read(parts), Err(vec!["import.plan-header"]));
    }
}
