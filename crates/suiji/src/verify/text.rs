//! What a failed check expected and found: a value, or words in both languages.

use core::fmt;

use crate::base::lang::Lang;

/// A value of the document, the same in every language, or words.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Text {
    zh: String,
    en: String,
}

impl Text {
    pub(crate) fn value(value: impl ToString) -> Self {
        let value = value.to_string();
        Self {
            zh: value.clone(),
            en: value,
        }
    }

    pub(crate) fn words(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }

    /// In that language.
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en)
    }
}
