//! Single values read off the tree: text, ids, numbers, dates, hex.

use super::{Fields, Path, Reader};
use crate::base::date::{Date, Time};
use crate::base::hash::{Digest, Hash, parse_hex};
use crate::base::id;
use crate::base::limits;
use crate::base::ratio::Ratio;
use crate::base::text;
use crate::base::texts::{Code, codes};
use crate::json::Json;

impl Reader<'_> {
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

    /// Text that may be secret: the fault does not repeat it.
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
        if let Err((code, detail)) = &checked {
            // A control character is no secret.
            let control = *code == codes::TEXT_CONTROL;
            let found = if control { detail.as_str() } else { "…" };
            self.fault(code, path, &[("found", found)]);
        }
        checked.is_ok()
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

    /// The name of a hash suite [C1].
    pub(crate) fn hash(&mut self, value: &Json<'_>, path: &Path<'_>) -> Option<Hash> {
        self.parsed(value, path, codes::HASH, Hash::of_name)
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
