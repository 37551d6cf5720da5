//! Paragraphs and tables. Documents of every format are read into these.

use crate::base::limits;
use crate::base::list::List;
use crate::header;
use crate::sheet::block::{Block, Kind};

/// A document.
#[derive(Debug)]
pub(crate) struct Document {
    /// The name of its file.
    pub(crate) name: String,
    pub(crate) parts: Vec<Part>,
}

impl Document {
    /// The list that the document probably is instead of a plan, judging by its column names.
    pub(crate) fn list(&self) -> Option<List> {
        let mut head = Block::default();
        let mut add = |cells: &mut dyn Iterator<Item = &str>| {
            let number = u32::try_from(head.len() + 1).unwrap_or(u32::MAX);
            for cell in cells.take(limits::COLUMNS) {
                head.push_cell(cell, Kind::Text);
            }
            head.end_row(number);
        };
        for part in self.parts.iter().take(limits::HEADER_ROWS) {
            match part {
                Part::Paragraph(of) => add(&mut of.text.split([',', '\t', ';'])),
                Part::Table(table) => {
                    for row in table.rows.iter().take(limits::HEADER_ROWS) {
                        add(&mut row.cells.iter().map(|cell| cell.text.as_str()));
                    }
                }
            }
        }
        if header::is_plan(&head) {
            return None;
        }
        let found = header::find(&head, &List::ALL);
        found.filter(|found| found.complete).map(|found| found.list)
    }
}

#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Part {
    Paragraph(Paragraph),
    Table(Table),
}

/// A paragraph, or a row of a sheet with only one text.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Paragraph {
    pub(crate) text: String,
    /// The sheet of a workbook.
    pub(crate) sheet: String,
    /// The number of its line or row; 0 in a Word document, which has no line numbers.
    pub(crate) row: u32,
}

#[derive(Debug, Default, Eq, PartialEq)]
pub(crate) struct Table {
    /// The sheet of a workbook.
    pub(crate) sheet: String,
    pub(crate) rows: Vec<Row>,
    /// Whether every row must have as many cells as the header. In a text file nothing else shows where the
    /// columns are.
    pub(crate) is_exact: bool,
}

#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Row {
    /// The row number, as in a spreadsheet; in a text file the line, in a Word table the row of the table.
    pub(crate) number: u32,
    pub(crate) cells: Vec<Cell>,
}

#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Cell {
    /// The text, with line ends between its paragraphs.
    pub(crate) text: String,
    /// Whether it is a number of a spreadsheet.
    pub(crate) is_number: bool,
    /// Whether it is the text of a merged area, in one of its other cells.
    pub(crate) is_filled: bool,
    /// Whether Word numbers or marks each paragraph, so that each is a member of a list.
    pub(crate) is_list: bool,
}

impl Cell {
    pub(crate) fn of(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl Row {
    /// The different texts of the row.
    pub(crate) fn texts(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = Vec::new();
        for cell in self.cells.iter().filter(|cell| !cell.is_blank()) {
            let text = cell.text.trim();
            if !(cell.is_filled && texts.contains(&text)) {
                texts.push(text);
            }
        }
        texts
    }
}
