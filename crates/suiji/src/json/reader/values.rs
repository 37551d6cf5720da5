//! Reads single values from the tree: text, ids, numbers, dates, hex.

use super::{Fields, Path, Reader};
use crate::base::date::{Date, Time};
use crate::base::hash::{Digest, Hash, parse_hex};
use crate::base::id;
use crate::base::limits;
use crate::base::ratio::Ratio;
use crate::base::text;
use crate::base::texts::{self, Problem, Text, codes};
use crate::json::Json;

impl Reader<'_> {
    /// The text of a value. It is not checked against [C3] yet.
    pub(crate) fn string<'t>(&mut self, value: &'t Json<'_>, path: &Path<'_>) -> Option<&'t str> {
        match value {
            Json::Text(text) => Some(text),
            _ => {
                self.wrong_type(value, path, texts::A_TEXT);
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
            Err(problem) => {
                self.fault(problem, path);
                false
            }
        }
    }

    /// Text that may be secret, so that a fault does not repeat it.
    pub(crate) fn secret_text<'t>(
        &mut self,
        value: &'t Json<'_>,
        path: &Path<'_>,
    ) -> Option<&'t str> {
        let found = self.string(value, path)?;
        self.check_secret_text(found, path).then_some(found)
    }

    pub(crate) fn check_secret_text(&mut self, found: &str, path: &Path<'_>) -> bool {
        let checked = text::check(found);
        let right = checked.is_ok();
        if let Err(mut problem) = checked {
            // A single character that text must not contain is not a secret.
            if [codes::TEXT_EDGE, codes::TEXT_NFC].contains(&problem.code) {
                problem.details = vec![("found", Text::of(|_| "…".to_owned()))];
            }
            self.fault(problem, path);
        }
        right
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
            self.fault(codes::id_form(found), path);
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
            self.wrong_value(value, path, texts::AN_INTEGER);
            return None;
        };
        let within = u64::try_from(*number)
            .ok()
            .filter(|number| (from..=to).contains(number));
        if within.is_none() {
            self.fault(codes::range(from, to, number), path);
        }
        within
    }

    /// An integer of at least `from`, up to 2^53 − 1.
    pub(crate) fn count(&mut self, value: &Json<'_>, path: &Path<'_>, from: u64) -> Option<u64> {
        self.integer(value, path, from, limits::INTEGER.unsigned_abs())
    }

    /// A ratio [C6]. For a number, such as 0.05, the fault says how a ratio is written.
    pub(crate) fn ratio(&mut self, value: &Json<'_>, path: &Path<'_>) -> Option<Ratio> {
        let found = match value {
            Json::Int(_) => Some(texts::AN_INTEGER),
            Json::Number => Some(texts::NO_INTEGER),
            _ => None,
        };
        if let Some(found) = found {
            self.fault(codes::wrong_type(texts::A_RATIO, found), path);
            return None;
        }
        self.parsed(value, path, |found| codes::ratio_form(found), Ratio::parse)
    }

    /// A date [C7].
    pub(crate) fn date(&mut self, value: &Json<'_>, path: &Path<'_>) -> Option<Date> {
        self.parsed(value, path, |found| codes::date_form(found), Date::parse)
    }

    /// A time [C7].
    pub(crate) fn time(&mut self, value: &Json<'_>, path: &Path<'_>) -> Option<Time> {
        self.parsed(value, path, |found| codes::time_form(found), Time::parse)
    }

    fn parsed<T>(
        &mut self,
        value: &Json<'_>,
        path: &Path<'_>,
        wrong: impl Fn(&str) -> Problem,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let found = self.string(value, path)?;
        let parsed = parse(found);
        if parsed.is_none() {
            self.fault(wrong(found), path);
        }
        parsed
    }

    /// 2·N hex digits [C1]. A fault does not repeat them, because they may be secret.
    pub(crate) fn hex<const N: usize>(
        &mut self,
        value: &Json<'_>,
        path: &Path<'_>,
    ) -> Option<[u8; N]> {
        let bytes = parse_hex(self.string(value, path)?);
        if bytes.is_none() {
            self.fault(codes::hex_form(2 * N), path);
        }
        bytes
    }

    /// The name of a hash suite [C1].
    pub(crate) fn hash(&mut self, value: &Json<'_>, path: &Path<'_>) -> Option<Hash> {
        self.parsed(value, path, |found| codes::hash(found), Hash::of_name)
    }

    /// A digest or key [C1].
    pub(crate) fn digest(&mut self, value: &Json<'_>, path: &Path<'_>) -> Option<Digest> {
        self.hex(value, path).map(Digest::from_bytes)
    }

    /// One of several words.
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
            self.fault(codes::choice(words.join(", "), found), path);
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
