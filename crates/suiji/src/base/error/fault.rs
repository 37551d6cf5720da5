//! One fault: its code, its place and its text.

use std::borrow::Cow;

use super::ErrorKind;
use crate::base::lang::Lang;
use crate::base::limits;
use crate::base::texts::{self, Code, Localized, Problem, Text, Words};

/// Where a fault is: kind of document, row, and JSON path or field.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Place {
    kind: ErrorKind,
    row: Option<u64>,
    path: Cow<'static, str>,
}

/// How many rows a message names.
const ROWS_NAMED: usize = 3;

impl Place {
    /// A place in a document; `path` is a JSON path such as `$.tasks[0].quota`, or empty.
    pub fn new(kind: ErrorKind, path: impl Into<Cow<'static, str>>) -> Self {
        Self {
            kind,
            row: None,
            path: short_path(path.into()),
        }
    }

    /// The same in a row of a table, counted from 1.
    #[must_use]
    pub fn at_row(mut self, row: u64) -> Self {
        self.row = Some(row);
        self
    }

    pub(crate) const fn value() -> Self {
        Self {
            kind: ErrorKind::Value,
            row: None,
            path: Cow::Borrowed(""),
        }
    }

    /// The kind of document.
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The row of a table, from 1.
    pub const fn row(&self) -> Option<u64> {
        self.row
    }

    /// The JSON path in the document or row, empty for the whole of it.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The path without `$`, the root of a document.
    fn way(&self) -> &str {
        let path = self.path.strip_prefix('$').unwrap_or(&self.path);
        path.strip_prefix('.').unwrap_or(path)
    }

    /// The column of a row: the path without the positions in lists.
    pub(super) fn column(&self) -> String {
        let mut column = String::new();
        let mut rest = self.way();
        while let Some((before, after)) = rest.split_once('[') {
            column.push_str(before);
            rest = after.split_once(']').map_or("", |(_, after)| after);
        }
        column + rest
    }

    /// The document and the place in it, in words.
    pub(crate) fn to_text(&self) -> Text {
        self.in_words(self.kind.name(), true)
    }

    /// The document and the place in it, in words; the row only if there is exactly one.
    fn in_words(&self, document: Words, one_row: bool) -> Text {
        let mut words = Text::from(document);
        if let Some(row) = self.row.filter(|_| one_row) {
            words = texts::in_row(words, row);
        }
        match (self.row, self.way()) {
            (_, "") => words,
            (Some(_), _) => texts::in_column(words, self.column()),
            (None, path) => texts::at_path(words, path),
        }
    }
}

/// One fault: a stable code, the rule that it breaks, a place and a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fault {
    problem: Problem,
    place: Place,
    count: u64,
    rows: Vec<u64>,
}

impl Problem {
    /// A fault: a problem at a place.
    pub(crate) fn at(self, place: Place) -> Fault {
        Fault::of(self, place)
    }
}

impl Fault {
    /// A fault of that code; `details` fill the `{names}` of its text.
    ///
    /// If a detail differs in Chinese, a second detail has the same key with `_zh` added.
    pub fn new(code: &'static Code, place: Place, details: &[(&'static str, &str)]) -> Self {
        let value_of = |key: &str| details.iter().find(|(of, _)| *of == key);
        let names = details.iter().filter(|(name, _)| !name.ends_with("_zh"));
        let details = names.map(|&(name, value)| {
            let zh = value_of(&format!("{name}_zh")).map_or(value, |(_, zh)| zh);
            let text = |lang| if lang == Lang::Zh { zh } else { value };
            (name, Text::of(|lang| text(lang).to_owned()))
        });
        Problem::new(code, details.collect()).at(place)
    }

    pub(crate) fn of(mut problem: Problem, place: Place) -> Self {
        for (_, value) in &mut problem.details {
            *value = Text::of(|lang| shorten(value.text(lang)));
        }
        let rows = place.row().into_iter().collect();
        Self {
            problem,
            place,
            count: 1,
            rows,
        }
    }

    /// The same fault in several rows of one column; the first rows are kept.
    pub(crate) fn in_rows(
        problem: Problem,
        kind: ErrorKind,
        column: &'static str,
        mut rows: Vec<u64>,
    ) -> Self {
        rows.sort_unstable();
        let place = Place::new(kind, column);
        let place = match rows.first() {
            Some(&first) => place.at_row(first),
            None => place,
        };
        let count = rows.len() as u64;
        rows.truncate(limits::FAULT_ROWS);
        Self {
            count: count.max(1),
            rows,
            ..Self::of(problem, place)
        }
    }

    /// The stable code, such as `registry.duplicate-id`.
    pub const fn code(&self) -> &'static str {
        self.problem.code.id()
    }

    /// The id of the rule of SPEC.md, without brackets; empty if it is not about one rule.
    pub const fn rule(&self) -> &'static str {
        self.problem.code.rule()
    }

    /// Where it is; the first place if it repeats.
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// How often it was found.
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// The numbers of the rows in which it was found, at most the first 1,000; empty if there are no rows.
    pub fn rows(&self) -> &[u64] {
        &self.rows
    }

    /// Adds the rows of an equal fault.
    pub(super) fn join(&mut self, other: &Self) {
        self.count += other.count;
        let room = limits::FAULT_ROWS.saturating_sub(self.rows.len());
        self.rows.extend(other.rows.iter().take(room));
    }

    /// A detail of the fault by its key, such as `found`; the keys are the `{names}` of [`Code::template`].
    ///
    /// With code, place and details a program can write its own text.
    pub fn detail(&self, key: &str) -> Option<&str> {
        self.details()
            .find_map(|(of, value)| (of == key).then_some(value))
    }

    /// All details: keys and values.
    pub fn details(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.problem
            .details
            .iter()
            .map(|(key, value)| (*key, value.text(Lang::En)))
    }

    /// What is wrong, in words, without the place.
    pub fn problem(&self, lang: Lang) -> String {
        self.problem.text(lang)
    }

    /// What is wrong and where, in words.
    pub fn message(&self, lang: Lang) -> String {
        match self.place.kind {
            ErrorKind::Value | ErrorKind::Cancelled => self.message_within(lang),
            kind => self.with_place(kind.name(), lang),
        }
    }

    /// [`Self::message`] without the document, for a program that names the file instead.
    pub fn message_within(&self, lang: Lang) -> String {
        self.with_place(texts::NO_TEXT, lang)
    }

    fn with_place(&self, document: Words, lang: Lang) -> String {
        let mut problem = Text::of(|lang| self.problem(lang));
        if self.count > 1 && !self.rows.is_empty() {
            let first = &self.rows[..self.rows.len().min(ROWS_NAMED)];
            let rows = Text::joined(first, &texts::COMMA);
            problem = texts::in_rows(problem, self.count, rows);
        }
        let place = self.place.in_words(document, self.count == 1);
        let message = match place.text(lang).trim_start() {
            "" => problem,
            place => texts::at(place, problem),
        };
        message.text(lang).to_owned()
    }

    /// Code, message and rule in one line, for developers.
    pub(super) fn to_line(&self) -> String {
        let rule = match self.rule() {
            "" => String::new(),
            rule => format!(" [{rule}]"),
        };
        format!("{}: {}{rule}", self.code(), self.message(Lang::En))
    }
}

/// A hostile document must not make a place of a megabyte.
fn short_path(path: Cow<'static, str>) -> Cow<'static, str> {
    match path.char_indices().nth(limits::PATH) {
        Some((end, _)) => format!("{}…", &path[..end]).into(),
        None => path,
    }
}

/// A hostile value must not make a message of a megabyte.
pub(crate) fn shorten(value: &str) -> String {
    const KEPT: usize = 80;
    match value.char_indices().nth(KEPT) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}
