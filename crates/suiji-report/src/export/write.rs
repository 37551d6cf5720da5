//! Writes the table of a profile.

use std::collections::{BTreeMap, BTreeSet};

use suiji::Registry;
use suiji::values::{Date, Time};

use super::fields::{Kind, Value};
use super::lines::{Line, lines};
use super::profile::{DateForm, Format, Profile, Source, Wanted};
use crate::base::problem::{Error, Problem};
use crate::base::texts::{self, Text, codes};
use crate::facts::Facts;
use crate::sheet::{Cell, Column, Table, csv, workbook};

/// The maximum number of values without a word that the error names for each column.
const SHOWN: usize = 3;
const WIDTH: u16 = 22;

impl Profile {
    /// The table of a draw in the form of the profile. The facts have the columns of [`Profile::extra`].
    ///
    /// # Errors
    /// `report.profile` if the mapping file has no word for a value, or names a column that is not in the registry.
    /// `report.cell` and `report.document` as for a workbook.
    pub(crate) fn export(&self, facts: &Facts, at: &Time) -> Result<Vec<u8>, Error> {
        let lines = lines(facts, self.rows);
        let mut problems = Vec::new();
        let columns: Vec<Vec<Cell>> = self
            .columns
            .iter()
            .map(|column| self.column(column, &lines, &mut problems))
            .collect();
        Error::unless_none(problems)?;
        let row = |place: usize| {
            let cells = columns.iter().filter_map(|column| column.get(place));
            cells.cloned().collect()
        };
        let table = Table {
            name: texts::sheet_export().get(suiji::Lang::Zh).to_owned(),
            head: self.name.clone(),
            columns: self
                .columns
                .iter()
                .map(|column| Column {
                    head: column.name.clone(),
                    width: WIDTH,
                })
                .collect(),
            rows: (0..lines.len()).map(row).collect(),
        };
        match self.format {
            Format::Csv => csv(&table),
            Format::Xlsx => workbook(&[&table], at),
            Format::Json => json(&table),
        }
    }

    /// Refuses a profile with a column that no entity of the registry has.
    pub(crate) fn check_extra(&self, registry: &Registry) -> Result<(), Error> {
        let mut problems = Vec::new();
        for column in &self.columns {
            let Source::Extra(name) = &column.source else {
                continue;
            };
            let has = |id: &str| {
                let entity = registry.entity(id);
                entity.is_some_and(|row| row.extra().iter().any(|(of, _)| of == name))
            };
            if !registry.ids().any(has) {
                problems.push(codes::profile(texts::no_extra(&column.name, name)));
            }
        }
        Error::unless_none(problems)
    }

    fn column(
        &self,
        column: &Wanted,
        lines: &[Line<'_>],
        problems: &mut Vec<Problem>,
    ) -> Vec<Cell> {
        let mut missing = BTreeSet::new();
        let cells = lines.iter().map(|line| match &column.source {
            Source::Fixed(text) => written(text.clone()),
            Source::Extra(name) => written(extra(line, name).to_owned()),
            Source::Field(field, words) => {
                let value = (field.value)(line);
                let words = words.as_ref();
                self.cell(field.kind, value, words, &mut missing)
            }
        });
        let cells = cells.collect();
        let shown: Vec<Text> = missing
            .iter()
            .take(SHOWN)
            .map(|value| texts::no_word_in(&column.name, value))
            .collect();
        let more = missing.len().saturating_sub(shown.len());
        let last = shown.len().saturating_sub(1);
        for (place, text) in shown.into_iter().enumerate() {
            problems.push(match place == last && more > 0 {
                true => codes::profile(texts::and_more(text, more)),
                false => codes::profile(text),
            });
        }
        cells
    }

    /// A value in the platform's words and form.
    fn cell(
        &self,
        kind: Kind,
        value: Value,
        words: Option<&BTreeMap<String, String>>,
        missing: &mut BTreeSet<String>,
    ) -> Cell {
        let mut word = |value: String| {
            let Some(words) = words else {
                return value;
            };
            match words.get(&value) {
                Some(word) => word.clone(),
                None => {
                    missing.insert(value);
                    String::new()
                }
            }
        };
        match value {
            Value::None => Cell::Blank,
            Value::Text(text) if kind == Kind::Date => written(self.date.of(&text)),
            Value::Text(text) => written(word(text)),
            Value::Count(count) => match words {
                Some(_) => written(word(count.to_string())),
                None => Cell::Count(count),
            },
            Value::List(items) => {
                let items: Vec<String> = items.into_iter().map(word).collect();
                written(items.join(&self.separator))
            }
        }
    }
}

fn written(text: String) -> Cell {
    match text.is_empty() {
        true => Cell::Blank,
        false => Cell::Text(text),
    }
}

/// The value of a column of `extra` in the registry.
fn extra<'f>(line: &Line<'f>, name: &str) -> &'f str {
    let columns = line.entity.map(|entity| &*entity.columns);
    let mut columns = columns.unwrap_or_default().iter();
    let found = columns.find(|column| column.name == name);
    found.map_or("", |column| &*column.value)
}

impl DateForm {
    /// A date of the record in this form. Any other text is unchanged.
    fn of(self, text: &str) -> String {
        let Ok(date) = text.parse::<Date>() else {
            return text.to_owned();
        };
        let (year, month, day) = (date.year(), date.month(), date.day());
        match self {
            Self::Dashes => format!("{year:04}-{month:02}-{day:02}"),
            Self::Slashes => format!("{year:04}/{month:02}/{day:02}"),
            Self::Digits => format!("{year:04}{month:02}{day:02}"),
            Self::Chinese => format!("{year}年{month}月{day}日"),
        }
    }
}

/// A list of objects, one per line, with the columns in order. Blank cells are `null`.
fn json(table: &Table) -> Result<Vec<u8>, Error> {
    let mut text = String::from("[");
    for (number, row) in table.rows.iter().enumerate() {
        text.push_str(if number == 0 { "\n{" } else { ",\n{" });
        for (place, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
            if place > 0 {
                text.push_str(", ");
            }
            text.push_str(&quoted(&column.head)?);
            text.push_str(": ");
            match cell {
                Cell::Text(of) => text.push_str(&quoted(of)?),
                Cell::Count(count) => text.push_str(&count.to_string()),
                Cell::Blank => text.push_str("null"),
            }
        }
        text.push('}');
    }
    text.push_str("\n]\n");
    Ok(text.into_bytes())
}

fn quoted(text: &str) -> Result<String, Error> {
    serde_json::to_string(text).map_err(|problem| codes::document(problem.to_string()).into())
}
