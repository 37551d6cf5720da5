//! All texts that a person sees, in Chinese and in English, in one table: `table.rs`.
//!
//! Each text is a function of its arguments, so that the compiler checks that both languages have it, and
//! that both use every argument: `session.say(texts::written(path))`.

use std::fmt::Display;

use suiji::codes::Code;
use suiji::{Error, Fault, Lang, Place};

/// Texts as functions: a name, its arguments, the Chinese text, the English text.
///
/// An argument is whatever is [`Localized`]: a number, a name, or another text.
macro_rules! texts {
    ($($(#[$meta:meta])* $name:ident($($arg:ident),*) = $zh:literal, $en:literal;)+) => {$(
        $(#[$meta])*
        pub(crate) fn $name($($arg: impl Localized),*) -> Text {
            let zh = {
                $(let $arg = $arg.text(Lang::Zh);)*
                format!($zh)
            };
            let en = {
                $(let $arg = $arg.text(Lang::En);)*
                format!($en)
            };
            Text { zh, en }
        }
    )+};
}

/// Error codes: the constant and the function of a code, its arguments, its id, the Chinese text, the
/// English text.
///
/// Arguments that differ by language come last, after a semicolon, with their names in the English and in the
/// Chinese text: the library fills a text by names.
macro_rules! codes {
    ($($code:ident $name:ident($($arg:ident),* $(; $($en_arg:ident $zh_arg:ident),+)?)
        = $id:literal, $zh:literal, $en:literal;)+) => {
        $(
            #[doc = concat!("`", $id, "`: ", $en)]
            pub const $code: &Code = &Code::new($id, "", $en, $zh);

            #[doc = concat!("A problem of the code `", $id, "`.")]
            pub(crate) fn $name($($arg: impl Display,)* $($($en_arg: Text),+)?) -> Problem {
                let _uses_its_arguments = |$($arg: &str,)* $($($en_arg: &str, $zh_arg: &str),+)?| {
                    (format!($zh), format!($en))
                };
                let details = vec![
                    $((stringify!($arg), $arg.to_string()),)*
                    $($((stringify!($en_arg), $en_arg.en), (stringify!($zh_arg), $en_arg.zh)),+)?
                ];
                Problem { code: $code, details }
            }
        )+

        /// All codes of the command, in the order of the table.
        pub const ALL: &[&Code] = &[$($code),+];
    };
}

mod table;

pub use table::codes;
pub(crate) use table::*;

/// What can be shown in either language.
pub(crate) trait Localized {
    fn text(&self, lang: Lang) -> String;
}

/// A number, a name, a path: the same in both languages.
impl<T: Display + ?Sized> Localized for T {
    fn text(&self, _: Lang) -> String {
        self.to_string()
    }
}

/// A text in both languages.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Text {
    zh: String,
    en: String,
}

impl Text {
    /// What something of the library says in each language.
    pub(crate) fn of(message: impl Fn(Lang) -> String) -> Self {
        Self {
            zh: message(Lang::Zh),
            en: message(Lang::En),
        }
    }

    /// The items of a list in a row, with a separator between them.
    pub(crate) fn joined(items: &[impl Localized], separator: &Self) -> Self {
        Self::of(|lang| {
            let items: Vec<String> = items.iter().map(|item| item.text(lang)).collect();
            items.join(&separator.text(lang))
        })
    }
}

impl Localized for Text {
    fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::En => &self.en,
            _ => &self.zh,
        }
        .clone()
    }
}

/// What is wrong: a code, and what fills its text.
#[derive(Debug)]
pub(crate) struct Problem {
    code: &'static Code,
    details: Vec<(&'static str, String)>,
}

impl Problem {
    /// The error of that problem in that place.
    pub(crate) fn at(self, place: Place) -> Error {
        let details = self.details.iter();
        let details: Vec<(&'static str, &str)> =
            details.map(|(name, value)| (*name, &**value)).collect();
        Error::new(Fault::new(self.code, place, &details))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_text_in_a_text_is_of_the_same_language() {
        let text = checks_done(3, 2, checks_on_trust(1));
        assert!(text.text(Lang::Zh).contains("1 项"));
        assert!(text.text(Lang::En).contains("1 on trust"));
    }

    #[test]
    fn each_code_stands_once_and_is_none_of_the_library() {
        let own: BTreeSet<&str> = codes::ALL.iter().map(|code| code.id()).collect();
        assert_eq!(own.len(), codes::ALL.len());
        let library = suiji::codes::ALL.iter().map(|code| code.id());
        assert_eq!(library.filter(|id| own.contains(id)).count(), 0);
    }

    #[test]
    fn both_texts_of_a_code_have_the_same_names() {
        let names = |text: &str| -> BTreeSet<String> {
            let parts = text.split('{').skip(1);
            let names = parts.filter_map(|part| part.split('}').next());
            names.map(|name| name.replace("_zh", "")).collect()
        };
        for code in codes::ALL {
            let [zh, en] = [Lang::Zh, Lang::En].map(|lang| names(code.template(lang)));
            assert_eq!(zh, en, "{}", code.id());
        }
    }
}
