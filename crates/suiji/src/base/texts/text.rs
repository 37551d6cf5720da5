//! A text in both languages, and its parts.

use core::fmt::Display;

use super::FIELD_NAMES;
use crate::base::lang::Lang;

/// Anything that can be shown in either language.
pub(crate) trait Localized {
    fn text(&self, lang: Lang) -> String;
}

/// Numbers, names and digests are the same in both languages.
impl<T: Display + ?Sized> Localized for T {
    fn text(&self, _: Lang) -> String {
        self.to_string()
    }
}

/// A text in both languages. A value of a document is the same in both.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Text {
    en: String,
    /// The Chinese text, if it differs.
    zh: Option<String>,
}

impl Text {
    /// `text` in each language.
    pub(crate) fn of(text: impl Fn(Lang) -> String) -> Self {
        Self::made(&text)
    }

    /// `text` in both languages.
    pub(crate) fn both(text: &dyn Localized) -> Self {
        Self::made(&|lang| text.text(lang))
    }

    /// One function for all texts: it would otherwise be compiled for each of them.
    #[inline(never)]
    fn made(text: &dyn Fn(Lang) -> String) -> Self {
        let (en, zh) = (text(Lang::En), text(Lang::Zh));
        let zh = (zh != en).then_some(zh);
        Self { en, zh }
    }

    /// The items of a list, with a separator between them.
    pub(crate) fn joined(items: &[impl Localized], separator: &impl Localized) -> Self {
        Self::of(|lang| {
            let items: Vec<String> = items.iter().map(|item| item.text(lang)).collect();
            items.join(&separator.text(lang))
        })
    }

    /// In that language.
    pub fn text(&self, lang: Lang) -> &str {
        match (lang, &self.zh) {
            (Lang::Zh, Some(zh)) => zh,
            _ => &self.en,
        }
    }
}

impl Localized for Text {
    fn text(&self, lang: Lang) -> String {
        self.text(lang).to_owned()
    }
}

impl Localized for &Text {
    fn text(&self, lang: Lang) -> String {
        (*self).text(lang).to_owned()
    }
}

/// A text without arguments.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    pub(super) zh: &'static str,
    pub(super) en: &'static str,
}

impl Words {
    pub(crate) const fn text(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

impl Localized for Words {
    fn text(&self, lang: Lang) -> String {
        (*self).text(lang).to_owned()
    }
}

impl From<Words> for Text {
    fn from(words: Words) -> Self {
        Self::of(|lang| words.text(lang).to_owned())
    }
}

/// The number of a seat: people at the counter count from 1, documents from 0.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seat(pub(crate) u64);

impl Localized for Seat {
    fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => (self.0 + 1).to_string(),
            Lang::En => self.0.to_string(),
        }
    }
}

/// A field of a list or a plan: its Chinese name, or in English the field itself.
pub(crate) struct Field<'f>(pub(crate) &'f str);

impl Localized for Field<'_> {
    fn text(&self, lang: Lang) -> String {
        let named = FIELD_NAMES.iter().find(|(field, _)| *field == self.0);
        match (lang, named) {
            (Lang::Zh, Some((_, name))) => (*name).to_owned(),
            _ => self.0.to_owned(),
        }
    }
}

/// Something with an id and a Chinese name, such as a risk class. English texts use the id.
pub(crate) struct Named<'n> {
    pub(crate) id: &'n str,
    pub(crate) name: &'n str,
}

impl Localized for Named<'_> {
    fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.name.to_owned(),
            Lang::En => self.id.to_owned(),
        }
    }
}
