//! All texts that a person sees, in Chinese and in English, in one table: `table.rs`.
//!
//! A text is a function of its arguments, so that a call reads `session.say(texts::record_written(path))`.
//! The compiler refuses a text that names an unknown argument, and warns of one that leaves an argument out
//! in either language.

use std::fmt::Display;

use suiji::error::Code;
use suiji::error::{Fault, Place};
use suiji::{Error, Lang};

/// Defines texts as functions: name, arguments, Chinese text, English text.
///
/// An argument is anything [`Localized`]: a number, a name, or another text.
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

/// Defines error codes: constant, function, arguments, id, Chinese text, English text.
///
/// Arguments that differ by language come last, after a semicolon.
macro_rules! codes {
    ($($code:ident $name:ident($($arg:ident),* $(; $($text:ident),+)?)
        = $id:literal, $zh:literal, $en:literal;)+) => {
        $(
            #[doc = concat!("`", $id, "`: ", $en)]
            pub const $code: &Code = &Code::new($id, "", $zh, $en);

            #[doc = concat!("The problem `", $id, "`.")]
            pub(crate) fn $name($($arg: impl Display,)* $($($text: Text),+)?) -> Problem {
                let _compiles = |$($arg: &str,)* $($($text: &str),+)?| {
                    (format!($zh), format!($en))
                };
                let details = vec![
                    $((stringify!($arg), $arg.to_string()),)*
                    $($((stringify!($text), $text.en), (concat!(stringify!($text), "_zh"), $text.zh)),+)?
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

/// Anything that can be shown in either language.
pub(crate) trait Localized {
    fn text(&self, lang: Lang) -> String;
}

/// Numbers, names and paths are the same in both languages.
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
    /// A message of the library, in both languages.
    pub(crate) fn of(message: impl Fn(Lang) -> String) -> Self {
        Self {
            zh: message(Lang::Zh),
            en: message(Lang::En),
        }
    }

    /// The items of a list, with a separator between them.
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

/// What is wrong: a code and the details that fill its text.
#[derive(Debug)]
pub(crate) struct Problem {
    code: &'static Code,
    details: Vec<(&'static str, String)>,
}

impl Problem {
    /// The error: this problem at that place.
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
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn a_text_within_a_text_has_the_same_language() {
        let text = checks_done(3, 2, checks_on_trust(1));
        assert!(text.text(Lang::Zh).contains("1 项"));
        assert!(text.text(Lang::En).contains("1 taken on trust"));
    }

    /// The lines of source files with a Chinese character, without tests and without the table.
    fn chinese_lines(folder: &Path, lines: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                chinese_lines(&path, lines);
            } else if !path.ends_with("texts/table.rs") {
                let text = fs::read_to_string(&path).unwrap();
                let is_test =
                    |line: &str| line.contains("#[cfg(test)]") || line.contains("all(test");
                let code = text.lines().take_while(|line| !is_test(line));
                let is_chinese = |c| matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
                let found = code.filter(|line| line.contains(is_chinese));
                lines.extend(found.map(|line| format!("{}: {line}", path.display())));
            }
        }
    }

    #[test]
    fn all_texts_are_in_the_table() {
        let mut lines = Vec::new();
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        chinese_lines(&source, &mut lines);
        assert_eq!(lines, Vec::<String>::new());
    }

    #[test]
    fn codes_are_unique_and_not_those_of_the_library() {
        let own: BTreeSet<&str> = codes::ALL.iter().map(|code| code.id()).collect();
        assert_eq!(own.len(), codes::ALL.len());
        let library = suiji::error::codes::ALL.iter().map(|code| code.id());
        assert_eq!(library.filter(|id| own.contains(id)).count(), 0);
    }

    #[test]
    fn both_texts_of_a_code_name_the_same_arguments() {
        let names = |text: &str| -> BTreeSet<String> {
            let parts = text.split('{').skip(1);
            let names = parts.filter_map(|part| part.split('}').next());
            names.map(str::to_owned).collect()
        };
        for code in codes::ALL {
            let [zh, en] = [Lang::Zh, Lang::En].map(|lang| names(code.template(lang)));
            assert_eq!(zh, en, "{}", code.id());
        }
    }
}
