//! Codes, and problems: a code and the details that fill its text.

use super::visible;
use super::{Localized, Text};
use crate::base::lang::Lang;

/// The code of an error, a finding or a check, with its rule and its text.
///
/// Codes are stable: a program may match them. `{names}` in the text of an error are filled from its details.
#[derive(Debug, Eq, PartialEq)]
pub struct Code {
    id: &'static str,
    rule: &'static str,
    zh: &'static str,
    en: &'static str,
}

impl Code {
    pub(crate) const fn new(
        id: &'static str,
        rule: &'static str,
        zh: &'static str,
        en: &'static str,
    ) -> Self {
        Self { id, rule, zh, en }
    }

    /// The stable id, such as `registry.duplicate-id`.
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The rule of SPEC.md that it enforces, without brackets; empty for a limit or a file.
    pub const fn rule(&self) -> &'static str {
        self.rule
    }

    /// The text with its `{names}` unfilled.
    pub const fn template(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// A problem or a note: a code and the details that fill its text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Problem {
    pub(crate) code: &'static Code,
    pub(crate) details: Vec<(&'static str, Text)>,
}

impl Problem {
    pub(crate) const fn new(code: &'static Code, details: Vec<(&'static str, Text)>) -> Self {
        Self { code, details }
    }
}

impl Localized for Problem {
    /// Fills the `{names}` of the template in one pass, so that a value with braces stays as it is.
    fn text(&self, lang: Lang) -> String {
        let template = self.code.template(lang);
        let mut text = String::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            let value = self.details.iter().find(|(of, _)| *of == name);
            match value {
                Some((_, value)) => text.push_str(&visible(value.text(lang), lang)),
                None => text.push('?'),
            }
            rest = after;
        }
        text.push_str(rest);
        text
    }
}
