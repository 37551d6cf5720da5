//! All texts, in Chinese and English, in one table: `table.rs`.

use std::fmt::Display;

use suiji::Lang;

/// A text with its arguments, in both languages.
macro_rules! in_both {
    (($($arg:ident),*) $zh:literal, $en:literal) => {{
        let zh = {
            $(let $arg = $arg.localized(suiji::Lang::Zh);)*
            format!($zh)
        };
        let en = {
            $(let $arg = $arg.localized(suiji::Lang::En);)*
            format!($en)
        };
        Text { zh, en }
    }};
}

/// Defines texts as functions: name, arguments, Chinese text, English text.
macro_rules! texts {
    ($($name:ident $args:tt = $zh:literal, $en:literal;)+) => {
        $(texts!(@one $name $args $args $zh, $en);)+
    };
    (@one $name:ident ($($arg:ident),*) $args:tt $zh:literal, $en:literal) => {
        pub(crate) fn $name($($arg: impl Localized),*) -> Text {
            in_both!($args $zh, $en)
        }
    };
}

/// Defines the codes of problems: function, arguments, id, Chinese text, English text.
macro_rules! codes {
    ($($name:ident $args:tt = $id:literal, $zh:literal, $en:literal;)+) => {
        $(codes!(@one $name $args $args $id, $zh, $en);)+

        /// The ids of all problems, in the order of the table.
        pub const ALL: &[&str] = &[$($id),+];
    };
    (@one $name:ident ($($arg:ident),*) $args:tt $id:literal, $zh:literal, $en:literal) => {
        #[doc = concat!("The problem `", $id, "`.")]
        pub(crate) fn $name($($arg: impl Localized),*) -> Problem {
            Problem::new($id, in_both!($args $zh, $en))
        }
    };
}

pub(crate) mod problem;
mod table;

pub use table::codes;
pub(crate) use table::*;

/// Anything that can be shown in either language.
pub(crate) trait Localized {
    fn localized(&self, lang: Lang) -> String;
}

/// Numbers and names are the same in both languages.
impl<T: Display + ?Sized> Localized for T {
    fn localized(&self, _: Lang) -> String {
        self.to_string()
    }
}

/// A text in Chinese and English.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Text {
    zh: String,
    en: String,
}

impl Text {
    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            _ => &self.zh,
        }
    }

    /// A message of the library, in both languages.
    pub(crate) fn of(message: impl Fn(Lang) -> String) -> Self {
        Self {
            zh: message(Lang::Zh),
            en: message(Lang::En),
        }
    }

    /// The items of a list, with a separator between them.
    pub(crate) fn joined(items: &[Self], separator: &Self) -> Self {
        Self::of(|lang| {
            let items: Vec<&str> = items.iter().map(|item| item.get(lang)).collect();
            items.join(separator.get(lang))
        })
    }
}

impl Localized for Text {
    fn localized(&self, lang: Lang) -> String {
        self.get(lang).to_owned()
    }
}
