//! The changes, row by row, and the totals.

mod csv;
mod summary;

pub use summary::Summary;

use std::collections::HashMap;

use crate::base::texts::{self, Text};
use crate::value::rules::{Rule, Rules};

/// Every change of an import: of values, of rows, of columns.
#[derive(Clone, Debug, Default)]
pub struct Log {
    pub(crate) sheets: Vec<SheetLog>,
}

/// One change.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Entry<'l> {
    /// The name of the file.
    pub file: &'l str,
    /// The name of the sheet; empty in a text file.
    pub sheet: &'l str,
    /// The row number, as in a spreadsheet; 0 if the change is not of a row.
    pub row: u32,
    /// The number of rows from this one on that the change covers: 1, or the length of a run of blank rows.
    pub rows: u32,
    /// The name of the column, as in the file; empty if the change is of a whole row.
    pub column: &'l str,
    /// The value in the file.
    pub before: &'l str,
    /// The new value; empty if nothing is left. If the row was merged or repeated, the number of the other row, with
    /// `file sheet:` before it if that row is in another sheet.
    pub after: &'l str,
    /// The reasons.
    pub rules: Rules,
    /// The new value in words, if they differ from it.
    means: Option<&'l Text>,
}

impl Entry<'_> {
    /// The new value in words. If the row was merged, the row that it was merged into.
    pub(crate) fn after_text(&self) -> Text {
        if let Some(means) = self.means {
            return means.clone();
        }
        if !(self.rules.has(Rule::Merged) || self.rules.has(Rule::Duplicate)) {
            return Text::same(self.after);
        }
        match self.after.rsplit_once(':') {
            Some((place, row)) => texts::same_row_of(place, row),
            None => texts::same_row(self.after),
        }
    }
}

impl Log {
    /// All changes, sheet by sheet and row by row.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.sheets.iter().flat_map(SheetLog::entries)
    }

    /// The sheets that were left out, each with its file.
    pub fn sheets_left_out(&self) -> Vec<String> {
        let left_out = self.sheets.iter().filter(|sheet| {
            let rules = sheet.changes.first().map(|change| change.rules);
            rules.is_some_and(|of| of.has(Rule::SheetLeftOut) || of.has(Rule::SheetHidden))
        });
        left_out.map(SheetLog::label).collect()
    }

    /// The number of changes.
    pub fn len(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.entries.len()).sum()
    }

    /// Whether nothing was changed.
    pub fn is_empty(&self) -> bool {
        self.sheets.iter().all(|sheet| sheet.entries.is_empty())
    }

    /// A change by its index, from 0.
    pub fn get(&self, mut index: usize) -> Option<Entry<'_>> {
        for sheet in &self.sheets {
            match sheet.entries.get(index) {
                Some((row, change)) => return sheet.entry(*row, *change),
                None => index -= sheet.entries.len(),
            }
        }
        None
    }

    /// The log of a sheet. It is added if there is none yet.
    pub(crate) fn sheet(&mut self, file: &str, name: &str) -> &mut SheetLog {
        let sheets = self.sheets.iter();
        let at = sheets
            .clone()
            .position(|of| of.file == file && of.sheet == name);
        let at = at.unwrap_or(sheets.len());
        if at == self.sheets.len() {
            self.sheets.push(SheetLog::new(file, name, None));
        }
        &mut self.sheets[at]
    }
}

impl PartialEq for Log {
    fn eq(&self, other: &Self) -> bool {
        // The same as in the JSON Lines.
        let parts = |of: Entry<'_>| {
            let place = (of.file.to_owned(), of.sheet.to_owned(), of.row, of.rows);
            let change = (of.before.to_owned(), of.after.to_owned(), of.rules);
            (place, of.column.to_owned(), change)
        };
        self.entries().map(parts).eq(other.entries().map(parts))
    }
}

impl Eq for Log {}

/// The changes of one sheet. Changes that repeat are kept once.
#[derive(Clone, Debug)]
pub(crate) struct SheetLog {
    pub(crate) file: String,
    pub(crate) sheet: String,
    /// The list that the sheet contains, if any.
    pub(crate) list: Option<crate::base::list::List>,
    columns: Vec<String>,
    /// The use of each column, in words.
    pub(crate) used: Vec<(String, Text)>,
    text: String,
    pub(crate) changes: Vec<Change>,
    entries: Vec<(u32, u32)>,
    /// New values in words, by the number of the change.
    means: HashMap<u32, Text>,
    sorted: bool,
    /// The lengths of runs of blank rows, by the number of the change.
    blanks: HashMap<u32, u32>,
    pub(crate) read: u64,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Change {
    before: u32,
    after: u32,
    end: u32,
    pub(crate) column: u32,
    rows: u32,
    rules: Rules,
}

/// The column number of a change of a whole row.
const NO_COLUMN: u32 = u32::MAX;

impl SheetLog {
    pub(crate) fn new(file: &str, sheet: &str, list: Option<crate::base::list::List>) -> Self {
        Self {
            file: file.to_owned(),
            sheet: sheet.to_owned(),
            list,
            columns: Vec::new(),
            used: Vec::new(),
            text: String::new(),
            changes: Vec::new(),
            entries: Vec::new(),
            means: HashMap::new(),
            sorted: true,
            blanks: HashMap::new(),
            read: 0,
        }
    }

    /// The file and the sheet.
    pub(crate) fn label(&self) -> String {
        [self.file.as_str(), &self.sheet]
            .join(" ")
            .trim()
            .to_owned()
    }

    /// The name of the column with this number.
    pub(crate) fn column_name(&self, column: u32) -> &str {
        self.columns.get(column as usize).map_or("", String::as_str)
    }

    /// The number of a column of this name.
    pub(crate) fn column(&mut self, name: &str) -> u32 {
        let at = self.columns.iter().position(|of| of == name);
        let at = at.unwrap_or_else(|| {
            self.columns.push(name.to_owned());
            self.columns.len() - 1
        });
        short(at)
    }

    /// A change that several rows may share.
    pub(crate) fn change(&mut self, column: u32, before: &str, after: &str, rules: Rules) -> u32 {
        let start = short(self.text.len());
        self.text.push_str(before);
        let middle = short(self.text.len());
        self.text.push_str(after);
        self.changes.push(Change {
            before: start,
            after: middle,
            end: short(self.text.len()),
            column,
            rows: 1,
            rules,
        });
        short(self.changes.len() - 1)
    }

    pub(crate) fn note(&mut self, row: u32, change: u32) {
        if self.entries.last().is_some_and(|(last, _)| *last > row) {
            self.sorted = false;
        }
        self.entries.push((row, change));
    }

    /// Notes a change of a whole row.
    pub(crate) fn note_row(&mut self, row: u32, before: &str, rule: Rule) {
        self.note_row_as(row, (before, ""), rule);
    }

    /// Notes a change of a whole row, and its result.
    pub(crate) fn note_row_as(&mut self, row: u32, (before, after): (&str, &str), rule: Rule) {
        let change = self.change(NO_COLUMN, before, after, Rules::of(rule));
        self.note(row, change);
    }

    /// Notes consecutive blank rows as one change.
    pub(crate) fn note_blank_rows(&mut self, first: u32, rows: u32) {
        let change = match self.blanks.get(&rows) {
            Some(change) => *change,
            None => {
                let change = self.change(NO_COLUMN, "", "", Rules::of(Rule::BlankRow));
                if let Some(of) = self.changes.last_mut() {
                    of.rows = rows;
                }
                self.blanks.insert(rows, change);
                change
            }
        };
        self.note(first, change);
    }

    /// Notes a change of a column or of one cell.
    pub(crate) fn note_cell(
        &mut self,
        row: u32,
        column: &str,
        (before, after): (&str, &str),
        rules: Rules,
    ) {
        let column = self.column(column);
        let change = self.change(column, before, after, rules);
        self.note(row, change);
    }

    /// Sets the words for the new value of the last change.
    pub(crate) fn note_means(&mut self, means: Text) {
        let last = short(self.changes.len().saturating_sub(1));
        self.means.insert(last, means);
    }

    pub(crate) fn finish(&mut self) {
        if !self.sorted {
            self.entries.sort_by_key(|(row, _)| *row);
            self.sorted = true;
        }
    }

    fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.entries
            .iter()
            .filter_map(|(row, change)| self.entry(*row, *change))
    }

    pub(crate) fn entry(&self, row: u32, change: u32) -> Option<Entry<'_>> {
        let of = self.changes.get(change as usize)?;
        let text = |from: u32, to: u32| {
            self.text
                .get(from as usize..to as usize)
                .unwrap_or_default()
        };
        Some(Entry {
            file: &self.file,
            sheet: &self.sheet,
            row,
            rows: of.rows,
            column: self.column_name(of.column),
            before: text(of.before, of.after),
            after: text(of.after, of.end),
            rules: of.rules,
            means: self.means.get(&change),
        })
    }

    /// The count of each change, with its first rows.
    pub(crate) fn counted(&self) -> Vec<(u64, Vec<u32>)> {
        const ROWS: usize = 5;
        let mut counts = vec![(0, Vec::new()); self.changes.len()];
        for (row, change) in &self.entries {
            let of = self.changes.get(*change as usize);
            if let Some((count, rows)) = counts.get_mut(*change as usize) {
                *count += of.map_or(1, |of| u64::from(of.rows));
                if rows.len() < ROWS {
                    rows.push(*row);
                }
            }
        }
        counts
    }
}

/// The size of the files limits the text of a log.
fn short(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
