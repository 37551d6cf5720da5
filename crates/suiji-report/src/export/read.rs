//! Reads a mapping file, and reports all faults at once.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::fields::{self, Kind};
use super::lines::Rows;
use super::profile::{DateForm, Format, Profile, Source, Wanted};
use crate::base::problem::{Error, Problem};
use crate::base::strict::{self, Faults, Fields};
use crate::base::texts::{self, codes};

const FIELDS: [&str; 9] = [
    "profile",
    "follows",
    "missing",
    "public",
    "rows",
    "format",
    "date",
    "separator",
    "columns",
];
const COLUMN: [&str; 4] = ["name", "field", "value", "words"];
/// The maximum number of columns of a table.
const MOST: usize = 500;
/// The prefix of fields that are columns of `extra` in the registry.
const EXTRA: &str = "entity.extra.";

const ROWS: [(&str, Rows); 5] = [
    ("drawn", Rows::Drawn),
    ("results", Rows::Results),
    ("visits", Rows::Visits),
    ("seats", Rows::Seats),
    ("inspectors", Rows::Inspectors),
];
const FORMATS: [(&str, Format); 3] = [
    ("csv", Format::Csv),
    ("xlsx", Format::Xlsx),
    ("json", Format::Json),
];
const DATES: [(&str, DateForm); 4] = [
    ("YYYY-MM-DD", DateForm::Dashes),
    ("YYYY/MM/DD", DateForm::Slashes),
    ("YYYYMMDD", DateForm::Digits),
    ("YYYY年M月D日", DateForm::Chinese),
];

impl Profile {
    /// A profile from its mapping file.
    ///
    /// # Errors
    /// `report.profile`, for each fault of the file.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        read(bytes)
    }
}

fn read(bytes: &[u8]) -> Result<Profile, Error> {
    let value = strict::document(bytes).map_err(codes::profile)?;
    let mut faults = Faults::default();
    let profile = Fields::of(&value, "", &FIELDS, &mut faults)
        .and_then(|fields| profile(&fields, &mut faults));
    let problems: Vec<Problem> = faults
        .into_texts()
        .into_iter()
        .map(codes::profile)
        .collect();
    Error::unless_none(problems)?;
    profile.ok_or_else(|| codes::profile(texts::not_an_object()).into())
}

fn profile(fields: &Fields<'_>, faults: &mut Faults) -> Option<Profile> {
    let name = fields.text("profile", faults);
    let follows = fields.text("follows", faults);
    let mut missing = Vec::new();
    for (path, value) in fields.list("missing", faults) {
        match value.as_str() {
            Some(text) => missing.push(text.to_owned()),
            None => faults.push(&path, texts::not_a_text()),
        }
    }
    let is_public = fields.flag("public", faults);
    let rows = fields.required_word("rows", &ROWS, faults);
    let format = fields.required_word("format", &FORMATS, faults);
    let date = fields.word("date", &DATES, faults).unwrap_or_default();
    let separator = fields.optional_text("separator", faults).unwrap_or("；");
    let mut columns = Vec::new();
    let mut names = BTreeSet::new();
    for (path, value) in fields.list("columns", faults) {
        if columns.len() >= MOST {
            faults.push(&fields.path("columns"), texts::too_many(MOST));
            break;
        }
        let Some(column) = Fields::of(value, &path, &COLUMN, faults) else {
            continue;
        };
        let name = column.text("name", faults);
        if name.is_some_and(|name| !names.insert(name)) {
            faults.push(
                &column.path("name"),
                texts::name_twice(name.unwrap_or_default()),
            );
        }
        let source = source(&column, rows, is_public == Some(true), &path, faults);
        if let (Some(name), Some(source)) = (name, source) {
            let name = name.to_owned();
            columns.push(Wanted { name, source });
        }
    }
    let listed = fields.optional("columns").and_then(Value::as_array);
    if listed.is_some_and(Vec::is_empty) {
        faults.push(&fields.path("columns"), texts::no_columns());
    }
    Some(Profile {
        name: name?.to_owned(),
        follows: follows?.to_owned(),
        missing,
        is_public: is_public?,
        rows: rows?,
        format: format?,
        date,
        separator: separator.to_owned(),
        columns,
    })
}

fn source(
    column: &Fields<'_>,
    rows: Option<Rows>,
    is_public: bool,
    path: &str,
    faults: &mut Faults,
) -> Option<Source> {
    let words = words(column, faults);
    match (column.optional("field"), column.optional("value")) {
        (Some(_), None) => {}
        (None, Some(_)) => {
            if words.is_some() {
                faults.push(path, texts::words_without_field());
            }
            let value = column.optional_text("value", faults)?;
            return Some(Source::Fixed(value.to_owned()));
        }
        _ => {
            faults.push(path, texts::field_or_value());
            return None;
        }
    }
    let field = column.text("field", faults)?;
    let at = column.path("field");
    if let Some(extra) = field.strip_prefix(EXTRA) {
        if is_public {
            faults.push(&at, texts::not_public(field));
        }
        if words.is_some() {
            faults.push(path, texts::words_without_field());
        }
        if rows == Some(Rows::Inspectors) || extra.is_empty() {
            faults.push(&at, texts::unknown_source(field, fields::names_of(rows)));
        }
        return Some(Source::Extra(extra.to_owned()));
    }
    let found = fields::find(field).filter(|of| rows.is_none_or(|rows| of.rows.contains(&rows)));
    let Some(found) = found else {
        faults.push(&at, texts::unknown_source(field, fields::names_of(rows)));
        return None;
    };
    if is_public && !found.is_public {
        faults.push(&at, texts::not_public(field));
    }
    if let Kind::Words(all) = found.kind {
        check_words(all, words.as_ref(), &column.path("words"), faults);
    }
    Some(Source::Field(found, words))
}

/// The words of a platform, by the values of a field.
fn words(column: &Fields<'_>, faults: &mut Faults) -> Option<BTreeMap<String, String>> {
    let value = column.optional("words")?;
    let Some(map) = value.as_object() else {
        faults.push(&column.path("words"), texts::not_an_object());
        return None;
    };
    let mut words = BTreeMap::new();
    for (value, word) in map {
        match word.as_str() {
            Some(word) => drop(words.insert(value.clone(), word.to_owned())),
            None => faults.push(
                &format!("{}.{value}", column.path("words")),
                texts::not_a_text(),
            ),
        }
    }
    Some(words)
}

/// A field with a few fixed values needs a word of the platform for each of them.
fn check_words(
    all: &[&str],
    words: Option<&BTreeMap<String, String>>,
    path: &str,
    faults: &mut Faults,
) {
    for value in all {
        if !words.is_some_and(|words| words.contains_key(*value)) {
            faults.push(path, texts::no_word(value));
        }
    }
    for value in words.into_iter().flat_map(BTreeMap::keys) {
        if !all.contains(&&**value) {
            faults.push(path, texts::unknown_field(value, all.join(", ")));
        }
    }
}
