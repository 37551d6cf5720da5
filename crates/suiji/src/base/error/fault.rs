//! One fault: its code, its place and its text.

use super::{ErrorKind, Place};
use crate::base::lang::Lang;
use crate::base::limits;
use crate::base::secret::{shorten, shown};
use crate::base::texts::{self, Code, Localized, Problem, Text};

/// How many rows a message names.
const ROWS_NAMED: usize = 3;

/// One fault: a stable code, the rule that it breaks, a place and a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fault {
    problem: Problem,
    place: Place,
    found: Box<Found>,
}

/// How often a fault was found, and in which rows.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Found {
    count: u64,
    /// The first rows, by number.
    rows: Vec<u64>,
    /// The id of each of these rows, or an empty text if it is not known.
    ids: Vec<String>,
    /// The last of all rows. It need not be in `rows`.
    last_row: Option<u64>,
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
    /// If a detail is different in Chinese, a second detail has the same key with `_zh` at the end.
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
        let last_row = place.row();
        let id = last_row.map(|_| place.id().unwrap_or_default().to_owned());
        let found = Found {
            count: 1,
            rows: last_row.into_iter().collect(),
            ids: id.into_iter().collect(),
            last_row,
        };
        Self {
            problem,
            place,
            found: Box::new(found),
        }
    }

    /// The same fault in several rows of one column. Only the first rows are kept.
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
        let (count, last_row) = (rows.len() as u64, rows.last().copied());
        rows.truncate(limits::FAULT_ROWS);
        let found = Found {
            count: count.max(1),
            ids: vec![String::new(); rows.len()],
            rows,
            last_row,
        };
        Self {
            found: Box::new(found),
            ..Self::of(problem, place)
        }
    }

    /// Adds the ids of the rows; `id_of` gives the id of a row by its number.
    pub(crate) fn name_rows<'t>(&mut self, id_of: impl Fn(u64) -> Option<&'t str>) {
        let id = |&row: &u64| id_of(row).map_or_else(String::new, shown);
        self.found.ids = self.found.rows.iter().map(id).collect();
        if let Some(id) = self.place.row().and_then(id_of) {
            self.place = self.place.clone().with_id(id);
        }
    }

    /// The same fault without the ids of its rows.
    pub(crate) fn without_ids(&self) -> Self {
        let mut found = self.found.clone();
        found.ids = vec![String::new(); found.rows.len()];
        Self {
            problem: self.problem.clone(),
            place: self.place.clone().without_id(),
            found,
        }
    }

    /// The stable code, such as `registry.duplicate-id`.
    pub const fn code(&self) -> &'static str {
        self.problem.code.id()
    }

    /// The id of the rule of SPEC.md, without brackets. It is empty if the fault is not about one rule.
    pub const fn rule(&self) -> &'static str {
        self.problem.code.rule()
    }

    /// Where it is. If the fault repeats, this is the first place.
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// How often it was found.
    pub const fn count(&self) -> u64 {
        self.found.count
    }

    /// The numbers of the first rows in which it was found, at most 1,000. Empty if the document has no rows.
    pub fn rows(&self) -> &[u64] {
        &self.found.rows
    }

    /// The id of the entity or inspector in each of [`Self::rows`]. It is empty if it could not be read.
    pub fn ids(&self) -> &[String] {
        &self.found.ids
    }

    /// Adds the rows of an equal fault. A fault that was found again in the same row is not counted again. Returns how
    /// many were counted.
    pub(super) fn join(&mut self, other: &Self) -> u64 {
        let (found, other) = (&mut self.found, &other.found);
        if other.count == 1 && other.last_row == found.last_row {
            return 0;
        }
        found.count += other.count;
        found.last_row = other.last_row;
        let room = limits::FAULT_ROWS.saturating_sub(found.rows.len());
        found.rows.extend(other.rows.iter().take(room));
        found.ids.extend(other.ids.iter().take(room).cloned());
        other.count
    }

    /// A detail of the fault by its key, such as `found`. The keys are the `{names}` of [`Code::template`].
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
        match self.place.kind() {
            ErrorKind::Value | ErrorKind::Cancelled => self.message_within(lang),
            kind => self.with_place(|one_row| self.place.in_words(kind.name(), one_row), lang),
        }
    }

    /// What is wrong and where, for people who do not know the names of the columns.
    pub(crate) fn named_message(&self, lang: Lang) -> String {
        let kind = self.place.kind();
        self.with_place(
            |one_row| self.place.in_named_words(kind.name(), one_row),
            lang,
        )
    }

    /// [`Self::message`] without the document, for a program that names the file instead.
    pub fn message_within(&self, lang: Lang) -> String {
        self.with_place(|one_row| self.place.in_words(texts::NO_TEXT, one_row), lang)
    }

    fn with_place(&self, place: impl Fn(bool) -> Text, lang: Lang) -> String {
        let mut problem = Text::of(|lang| self.problem(lang));
        if self.count() > 1 && !self.rows().is_empty() {
            problem = self.in_first_rows(problem);
        }
        let place = place(self.count() == 1);
        let message = match place.text(lang).trim_start() {
            "" => problem,
            place => texts::at(place, problem),
        };
        message.text(lang).to_owned()
    }

    /// The problem, with the first rows in which it was found and the ids of these rows if they are known.
    fn in_first_rows(&self, problem: Text) -> Text {
        let first = self.found.rows.len().min(ROWS_NAMED);
        let (rows, ids) = (&self.found.rows[..first], &self.found.ids[..first]);
        if ids.iter().all(String::is_empty) {
            let rows = Text::joined(rows, &texts::COMMA);
            return texts::in_rows(problem, self.found.count, rows);
        }
        let row = |(row, id): (&u64, &String)| match id.as_str() {
            "" => texts::one_row(row),
            id => texts::row_of(row, id),
        };
        let rows: Vec<Text> = rows.iter().zip(ids).map(row).collect();
        texts::in_rows_of(
            problem,
            self.found.count,
            Text::joined(&rows, &texts::COMMA),
        )
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
