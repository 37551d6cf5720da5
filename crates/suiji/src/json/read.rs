//! Reading typed values off the tree: every fault is recorded with its place, and reading goes on.

use core::fmt;
use std::borrow::Cow;

use super::Json;
use crate::codes::{self, Code};
use crate::date::{Date, Time};
use crate::error::{ErrorKind, Faults, Place};
use crate::hash::{Digest, parse_hex};
use crate::id;
use crate::limits;
use crate::ratio::Ratio;
use crate::text;

/// The way from the root of a document to a value, as long as it is being read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Path<'p> {
    Root,
    Key(&'p Self, &'p str),
    Index(&'p Self, usize),
}

impl<'p> Path<'p> {
    pub(crate) fn key(&'p self, key: &'p str) -> Self {
        Path::Key(self, key)
    }

    pub(crate) fn index(&'p self, index: usize) -> Self {
        Path::Index(self, index)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Root => f.write_str("$"),
            Path::Key(parent, key) => write!(f, "{parent}.{key}"),
            Path::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// What a reader does with a written-out default or an empty optional field [C2c].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Policy {
    /// Plan and rows: as if it were left out.
    Drop,
    /// Commitment, contributions, record: an error.
    Refuse,
}

/// Reads one document or row.
#[derive(Debug)]
pub(crate) struct Reader<'f> {
    pub(crate) stage: ErrorKind,
    pub(crate) row: Option<u64>,
    pub(crate) policy: Policy,
    pub(crate) faults: &'f mut Faults,
}

/// The fields of an object, already free of unknown and repeated keys or reported.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields<'t, 'a>(&'t [(Cow<'a, str>, Json<'a>)]);

impl<'t, 'a> Fields<'t, 'a> {
    pub(crate) fn get(&self, key: &str) -> Option<&'t Json<'a>> {
        let at = self.0.binary_search_by(|(of, _)| (**of).cmp(key)).ok()?;
        Some(&self.0[at].1)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    pub(crate) fn entries(&self) -> &'t [(Cow<'a, str>, Json<'a>)] {
        self.0
    }
}

impl<'f> Reader<'f> {
    /// A reader of a row that the library itself wrote.
    pub(crate) fn of_row(faults: &'f mut Faults) -> Self {
        Self {
            stage: ErrorKind::Receipt,
            row: None,
            policy: Policy::Drop,
            faults,
        }
    }
}

impl Reader<'_> {
    pub(crate) fn place(&self, path: &Path<'_>) -> Place {
        let place = match (path, self.row) {
            (Path::Root, Some(_)) => Place::new(self.stage, ""),
            _ => Place::new(self.stage, path.to_string()),
        };
        match self.row {
            Some(row) => place.at_row(row),
            None => place,
        }
    }

    pub(crate) fn fault(
        &mut self,
        code: &'static Code,
        path: &Path<'_>,
        details: &[(&'static str, &str)],
    ) {
        let place = self.place(path);
        self.faults.add(code, place, details);
    }

    fn wrong_type(&mut self, value: &Json<'_>, path: &Path<'_>, expected: (&str, &str)) {
        match value {
            Json::Null => self.fault(codes::NULL, path, &[]),
            Json::Number => self.fault(codes::NUMBER, path, &[]),
            _ => {
                let found = value.kind();
                self.fault(
                    codes::TYPE,
                    path,
                    &[
                        ("expected", expected.0),
                        ("expected_zh", expected.1),
                        ("found", found.0),
                        ("found_zh", found.1),
                    ],
                );
            }
        }
    }

    /// Any document: what [C2a] and [C2b] forbid is a fault.
    pub(crate) fn any(&mut self, value: &Json<'_>, path: &Path<'_>) {
        match value {
            Json::Null | Json::Number => self.wrong_type(value, path, ("", "")),
            Json::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.any(item, &path.index(index));
                }
            }
            Json::Object(_) => {
                for (key, value) in self
                    .map(value, path)
                    .map_or(&[] as &[_], |fields| fields.entries())
                {
                    self.any(value, &path.key(key));
                }
            }
            Json::Bool(_) | Json::Int(_) | Json::Text(_) => {}
        }
    }

    /// An object with any keys [C2b].
    pub(crate) fn map<'t, 'a>(
        &mut self,
        value: &'t Json<'a>,
        path: &Path<'_>,
    ) -> Option<Fields<'t, 'a>> {
        let Json::Object(entries) = value else {
            self.wrong_type(value, path, ("an object", "对象"));
            return None;
        };
        for pair in entries.windows(2) {
            if pair[0].0 == pair[1].0 {
                self.fault(codes::REPEATED, path, &[("field", &pair[0].0)]);
            }
        }
        Some(Fields(entries))
    }

    /// An object with no other fields than the known ones [C2b].
    pub(crate) fn object<'t, 'a>(
        &mut self,
        value: &'t Json<'a>,
        path: &Path<'_>,
        known: &[&str],
    ) -> Option<Fields<'t, 'a>> {
        let fields = self.map(value, path)?;
        for (key, _) in fields.0 {
            if !known.contains(&&**key) {
                self.fault(codes::UNKNOWN, path, &[("field", key)]);
            }
        }
        Some(fields)
    }

    /// A field that must be there.
    pub(crate) fn required<'t, 'a, T>(
        &mut self,
        fields: Fields<'t, 'a>,
        path: &Path<'_>,
        key: &str,
        read: impl FnOnce(&mut Self, &'t Json<'a>, &Path<'_>) -> Option<T>,
    ) -> Option<T> {
        match fields.get(key) {
            Some(value) => read(self, value, &path.key(key)),
            None => {
                self.fault(codes::MISSING, path, &[("field", key)]);
                None
            }
        }
    }

    /// A field that may be left out: `Some(None)` where it is.
    pub(crate) fn optional<'t, 'a, T>(
        &mut self,
        fields: Fields<'t, 'a>,
        path: &Path<'_>,
        key: &str,
        read: impl FnOnce(&mut Self, &'t Json<'a>, &Path<'_>) -> Option<T>,
    ) -> Option<Option<T>> {
        match fields.get(key) {
            Some(value) => read(self, value, &path.key(key)).map(Some),
            None => Some(None),
        }
    }

    /// The elements of an optional array, none where it is left out [C2c].
    pub(crate) fn list<'t, 'a, T>(
        &mut self,
        fields: Fields<'t, 'a>,
        path: &Path<'_>,
        key: &str,
        read: impl FnMut(&mut Self, &'t Json<'a>, &Path<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Some(value) = fields.get(key) else {
            return Some(Vec::new());
        };
        let path = path.key(key);
        if value.is_empty() && matches!(value, Json::List(_)) {
            return self.dropped(codes::WRITTEN_EMPTY, &path).then(Vec::new);
        }
        self.elements(value, &path, read)
    }

    /// The elements of a required array, at least one [C2c].
    pub(crate) fn full_list<'t, 'a, T>(
        &mut self,
        fields: Fields<'t, 'a>,
        path: &Path<'_>,
        key: &str,
        read: impl FnMut(&mut Self, &'t Json<'a>, &Path<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.required(fields, path, key, |reader, value, path| {
            reader.full_elements(value, path, read)
        })
    }

    pub(crate) fn full_elements<'t, 'a, T>(
        &mut self,
        value: &'t Json<'a>,
        path: &Path<'_>,
        read: impl FnMut(&mut Self, &'t Json<'a>, &Path<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        if matches!(value, Json::List(items) if items.is_empty()) {
            self.fault(codes::EMPTY, path, &[]);
            return None;
        }
        self.elements(value, path, read)
    }

    fn elements<'t, 'a, T>(
        &mut self,
        value: &'t Json<'a>,
        path: &Path<'_>,
        mut read: impl FnMut(&mut Self, &'t Json<'a>, &Path<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Json::List(items) = value else {
            self.wrong_type(value, path, ("an array", "数组"));
            return None;
        };
        // Read all before giving up, so that every fault is recorded.
        let mut read_items = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            read_items.push(read(self, item, &path.index(index)));
        }
        read_items.into_iter().collect()
    }

    /// An optional object that is left out where it is empty [C2c].
    pub(crate) fn optional_map<'t, 'a, T>(
        &mut self,
        fields: Fields<'t, 'a>,
        path: &Path<'_>,
        key: &str,
        read: impl FnOnce(&mut Self, &'t Json<'a>, &Path<'_>) -> Option<T>,
    ) -> Option<Option<T>> {
        if fields
            .get(key)
            .is_some_and(|value| matches!(value, Json::Object(_)) && value.is_empty())
        {
            return self
                .dropped(codes::WRITTEN_EMPTY, &path.key(key))
                .then_some(None);
        }
        self.optional(fields, path, key, read)
    }

    /// A flag whose default is false [C2c].
    pub(crate) fn flag(
        &mut self,
        fields: Fields<'_, '_>,
        path: &Path<'_>,
        key: &str,
    ) -> Option<bool> {
        match fields.get(key) {
            None => Some(false),
            Some(Json::Bool(true)) => Some(true),
            Some(Json::Bool(false)) => self
                .dropped(codes::WRITTEN_DEFAULT, &path.key(key))
                .then_some(false),
            Some(value) => {
                self.wrong_type(value, &path.key(key), ("a boolean", "布尔值"));
                None
            }
        }
    }

    /// Whether [C2c] drops a written default here; else it is a fault.
    pub(crate) fn dropped(&mut self, code: &'static Code, path: &Path<'_>) -> bool {
        if self.policy == Policy::Refuse {
            self.fault(code, path, &[]);
        }
        self.policy == Policy::Drop
    }

    /// The text of a value, not yet checked against [C3].
    pub(crate) fn string<'t>(&mut self, value: &'t Json<'_>, path: &Path<'_>) -> Option<&'t str> {
        match value {
            Json::Text(text) => Some(text),
            _ => {
                self.wrong_type(value, path, ("a text", "文本"));
                None
            }
        }
    }

    /// Text [C3].
    pub(crate) fn text<'t>(&mut self, value: &'t Json<'_>, path: &Path<'_>) -> Option<&'t str> {
        let found = self.string(value, path)?;
        self.check_text(found, path).then_some(found)
    }

    pub(crate) fn check_text(&mut self, found: &str, path: &Path<'_>) -> bool {
        match text::check(found) {
            Ok(()) => true,
            Err((code, detail)) => {
                self.fault(code, path, &[("found", &detail)]);
                false
            }
        }
    }

    /// Text that is kept.
    pub(crate) fn owned_text(&mut self, value: &Json<'_>, path: &Path<'_>) -> Option<String> {
        self.text(value, path).map(str::to_owned)
    }

    /// An id [C4].
    pub(crate) fn id<'t>(&mut self, value: &'t Json<'_>, path: &Path<'_>) -> Option<&'t str> {
        let found = self.string(value, path)?;
        self.check_id(found, path).then_some(found)
    }

    pub(crate) fn check_id(&mut self, found: &str, path: &Path<'_>) -> bool {
        let right = id::is_id(found);
        if !right {
            self.fault(codes::ID_FORM, path, &[("found", found)]);
        }
        right
    }

    /// An integer between two bounds, inclusive.
    pub(crate) fn integer(
        &mut self,
        value: &Json<'_>,
        path: &Path<'_>,
        from: u64,
        to: u64,
    ) -> Option<u64> {
        let Json::Int(number) = value else {
            self.wrong_type(value, path, ("an integer", "整数"));
            return None;
        };
        let within = u64::try_from(*number)
            .ok()
            .filter(|number| (from..=to).contains(number));
        if within.is_none() {
            let (found, from, to) = (number.to_string(), from.to_string(), to.to_string());
            self.fault(
                codes::RANGE,
                path,
                &[("found", &found), ("from", &from), ("to", &to)],
            );
        }
        within
    }

    /// An integer of at least `from`, up to 2^53 − 1.
    pub(crate) fn count(&mut self, value: &Json<'_>, path: &Path<'_>, from: u64) -> Option<u64> {
        self.integer(value, path, from, limits::INTEGER.unsigned_abs())
    }

    /// A ratio [C6].
    pub(crate) fn ratio(&mut self, value: &Json<'_>, path: &Path<'_>) -> Option<Ratio> {
        self.parsed(value, path, codes::RATIO_FORM, Ratio::parse)
    }

    /// A date [C7].
    pub(crate) fn date(&mut self, value: &Json<'_>, path: &Path<'_>) -> Option<Date> {
        self.parsed(value, path, codes::DATE_FORM, Date::parse)
    }

    /// A time [C7].
    pub(crate) fn time(&mut self, value: &Json<'_>, path: &Path<'_>) -> Option<Time> {
        self.parsed(value, path, codes::TIME_FORM, Time::parse)
    }

    fn parsed<T>(
        &mut self,
        value: &Json<'_>,
        path: &Path<'_>,
        code: &'static Code,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let found = self.string(value, path)?;
        let parsed = parse(found);
        if parsed.is_none() {
            self.fault(code, path, &[("found", found)]);
        }
        parsed
    }

    /// 2·N hex digits [C1]; they are not repeated in the fault, since they may be secret.
    pub(crate) fn hex<const N: usize>(
        &mut self,
        value: &Json<'_>,
        path: &Path<'_>,
    ) -> Option<[u8; N]> {
        let bytes = parse_hex(self.string(value, path)?);
        if bytes.is_none() {
            self.fault(codes::HEX_FORM, path, &[("digits", &(2 * N).to_string())]);
        }
        bytes
    }

    /// A digest or key [C1].
    pub(crate) fn digest(&mut self, value: &Json<'_>, path: &Path<'_>) -> Option<Digest> {
        self.hex(value, path).map(Digest::from_bytes)
    }

    /// One of some words.
    pub(crate) fn choice<T: Copy>(
        &mut self,
        value: &Json<'_>,
        path: &Path<'_>,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let found = self.string(value, path)?;
        let choice = choices.iter().find(|(word, _)| *word == found);
        if choice.is_none() {
            let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            self.fault(
                codes::CHOICE,
                path,
                &[("found", found), ("choices", &words.join(", "))],
            );
        }
        choice.map(|&(_, value)| value)
    }

    /// `{text: text}` [I1].
    pub(crate) fn extra(
        &mut self,
        fields: Fields<'_, '_>,
        path: &Path<'_>,
    ) -> Option<Vec<(String, String)>> {
        let read = |reader: &mut Self, value: &Json<'_>, path: &Path<'_>| {
            let entries = reader.map(value, path)?;
            let mut extra = Vec::new();
            for (key, value) in entries.entries() {
                let path = path.key(key);
                let key_right = reader.check_text(key, &path);
                let value = reader.owned_text(value, &path);
                extra.push(
                    value
                        .filter(|_| key_right)
                        .map(|value| (key.to_string(), value)),
                );
            }
            extra.into_iter().collect()
        };
        self.optional_map(fields, path, "extra", read)
            .map(Option::unwrap_or_default)
    }
}
