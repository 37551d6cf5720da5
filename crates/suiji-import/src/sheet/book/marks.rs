//! Marks of a worksheet in addition to its values: hidden rows, and formulas whose result was not
//! saved.

use std::collections::BTreeMap;
use std::io::{BufReader, Read};

use quick_xml::Reader as XmlReader;
use quick_xml::events::{BytesStart, Event};

use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::{self, codes};

/// Rows and columns count from 0.
#[derive(Debug, Default, Eq, PartialEq)]
pub(super) struct Marks {
    /// The hidden rows in order, as the first and the last row of each run.
    hidden: Vec<(u32, u32)>,
    /// The formulas whose result was not saved, by row and column.
    formulas: BTreeMap<(u32, u32), String>,
}

/// The maximum number of characters shown of a formula.
const SHOWN: usize = 40;

impl Marks {
    /// Notes that these rows are hidden. They come after all rows noted before.
    pub(super) fn hide(&mut self, first: u32, last: u32) -> Result<(), Problem> {
        match self.hidden.last_mut() {
            Some((_, end)) if *end >= first.saturating_sub(1) => *end = last.max(*end),
            _ => self.hidden.push((first, last)),
        }
        match self.hidden.len() > limits::MERGED {
            true => Err(codes::rows(limits::ROWS)),
            false => Ok(()),
        }
    }

    pub(super) fn is_hidden(&self, row: u32) -> bool {
        let after = self.hidden.partition_point(|(first, _)| *first <= row);
        let last = after.checked_sub(1).and_then(|at| self.hidden.get(at));
        last.is_some_and(|(_, last)| *last >= row)
    }

    /// The formula of a cell whose result was not saved.
    pub(super) fn formula(&self, cell: (u32, u32)) -> Option<&str> {
        match self.formulas.is_empty() {
            true => None,
            false => self.formulas.get(&cell).map(String::as_str),
        }
    }

    /// The marks of a checked worksheet of Office Open XML.
    pub(super) fn of_part(part: impl Read) -> Result<Self, Problem> {
        let part = BufReader::with_capacity(1 << 16, part.take(limits::PART_BYTES));
        let mut xml = XmlReader::from_reader(part);
        let mut buffer = Vec::new();
        let mut reading = Reading::default();
        loop {
            buffer.clear();
            let event = xml.read_event_into(&mut buffer);
            let event = event.map_err(|_| codes::workbook(texts::records_damaged()))?;
            match &event {
                Event::Start(of) => reading.start(of)?,
                Event::Empty(of) => {
                    reading.start(of)?;
                    reading.end(of.local_name().as_ref())?;
                }
                Event::End(of) => reading.end(of.local_name().as_ref())?,
                Event::Text(text) => reading.text(text),
                Event::CData(text) => reading.text(text),
                Event::GeneralRef(of) => reading.text(match of.as_ref() {
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "apos" => "'",
                    _ => "&",
                }),
                Event::Eof => return Ok(reading.marks),
                _ => {}
            }
        }
    }
}

/// The position while a worksheet is read.
#[derive(Debug, Default)]
struct Reading {
    marks: Marks,
    /// The row, from 0, and the column of the next cell.
    row: u32,
    next_row: u32,
    column: u32,
    in_cell: bool,
    /// The cell may be an empty text.
    is_text: bool,
    has_value: bool,
    formula: Option<String>,
    into: Into,
}

#[derive(Debug, Default, Eq, PartialEq)]
enum Into {
    #[default]
    Nothing,
    Formula,
    Value,
}

impl Reading {
    fn start(&mut self, of: &BytesStart<'_>) -> Result<(), Problem> {
        let attribute = |name: &str| {
            let mut all = of.attributes().flatten();
            let found = all.find(|at| at.key.local_name().as_ref() == name)?;
            Some(found.value.to_string())
        };
        match of.local_name().as_ref() {
            "row" => {
                let number = attribute("r").and_then(|number| number.parse::<u32>().ok());
                let number = number.and_then(|number| number.checked_sub(1));
                self.row = number.unwrap_or(self.next_row);
                self.next_row = self.row.saturating_add(1);
                self.column = 0;
                let hidden = attribute("hidden");
                if hidden.is_some_and(|hidden| matches!(hidden.as_str(), "1" | "true")) {
                    self.marks.hide(self.row, self.row)?;
                }
            }
            "c" => {
                let column = attribute("r").and_then(|of| super::area::position(&of));
                self.column = column.map_or(self.column, |(_, column)| column);
                self.in_cell = true;
                self.is_text = attribute("t").is_some_and(|kind| kind == "str");
                (self.has_value, self.formula) = (false, None);
            }
            "f" if self.in_cell => {
                self.formula = Some("=".to_owned());
                self.into = Into::Formula;
            }
            "v" | "is" if self.in_cell => self.into = Into::Value,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        match (&self.into, &mut self.formula) {
            (Into::Formula, Some(formula)) => {
                let left = SHOWN.saturating_sub(formula.chars().count());
                formula.extend(text.chars().take(left));
            }
            (Into::Value, _) => self.has_value |= !text.is_empty(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Problem> {
        match name {
            "f" | "v" | "is" => self.into = Into::Nothing,
            "c" => {
                if let Some(formula) = self.formula.take()
                    && !self.has_value
                    && !self.is_text
                {
                    self.marks.formulas.insert((self.row, self.column), formula);
                }
                self.in_cell = false;
                self.column = self.column.saturating_add(1);
            }
            _ => {}
        }
        match self.marks.formulas.len() > limits::FORMULAS {
            true => Err(codes::formulas(limits::FORMULAS)),
            false => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_and_formulas_without_a_result_are_noted() {
        let text = "<x:sheetData xmlns:x=\"a\"><x:row r=\"2\" hidden=\"1\"><x:c r=\"B2\"><x:f>A2&amp;&quot;x&quot;</x:f><x:v></x:v></x:c></x:row>\
            <row r=\"3\" hidden=\"true\"/><row hidden=\"0\"><c><f>1</f><v>1</v></c><c><f>2</f></c><c t=\"str\"><f>3</f><v></v></c><c r=\"F4\"><f/></c></row>\
            <row r=\"9\" hidden=\"1\"/></x:sheetData>";
        let marks = Marks::of_part(text.as_bytes()).unwrap();
        assert_eq!(marks.hidden, [(1, 2), (8, 8)]);
        let hidden: Vec<u32> = (0..12).filter(|row| marks.is_hidden(*row)).collect();
        assert_eq!(hidden, [1, 2, 8]);
        let formulas: Vec<_> = marks.formulas.iter().collect();
        let formula = |row, column, text: &str| ((row, column), text.to_owned());
        let expected = [
            formula(1, 1, "=A2&\"x\""),
            formula(3, 1, "=2"),
            formula(3, 5, "="),
        ];
        assert_eq!(
            formulas,
            expected
                .iter()
                .map(|(at, text)| (at, text))
                .collect::<Vec<_>>()
        );
        assert_eq!(marks.formula((3, 1)), Some("=2"));
        assert_eq!(marks.formula((3, 0)), None);
    }

    #[test]
    fn very_many_formulas_are_refused_and_a_long_one_is_cut() {
        let long = format!("<row><c><f>{}</f></c></row>", "1+".repeat(1000));
        let marks = Marks::of_part(long.as_bytes()).unwrap();
        assert_eq!(marks.formula((0, 0)).map(str::len), Some(SHOWN));
        let row = format!("<row>{}</row>", "<c><f>1</f></c>".repeat(1000));
        let many = row.repeat(limits::FORMULAS / 1000 + 1);
        let problem = Marks::of_part(many.as_bytes()).unwrap_err();
        assert_eq!(problem.code(), "import.formulas");
    }
}
