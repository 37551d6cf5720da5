//! All texts that a person sees, in Chinese and English, in one table: `table.rs`.
//!
//! A text is a function of its arguments, so that a call reads `session.say(texts::record_written(path))`.
//! The compiler refuses a text that names an unknown argument. It warns if a text in either language does not
//! use an argument.

use std::fmt::Display;

use suiji::Lang;

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
macro_rules! codes {
    ($($code:ident $name:ident($($arg:ident),*) = $id:literal, $zh:literal, $en:literal;)+) => {
        $(
            #[doc = concat!("`", $id, "`: ", $en)]
            pub const $code: &Code = &Code { id: $id, zh: $zh, en: $en };

            #[doc = concat!("The problem `", $id, "`.")]
            pub(crate) fn $name($($arg: impl Localized),*) -> Problem {
                let _compiles = |$($arg: &str),*| (format!($zh), format!($en));
                let details = vec![$((stringify!($arg), Text::of(|lang| $arg.text(lang)))),*];
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

/// Numbers, names and paths, which are the same in both languages.
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

/// The code of an error of the command, with its text.
///
/// Codes are stable: a program may match them. `{names}` in the text are filled from the details of the error.
#[derive(Debug, Eq, PartialEq)]
pub struct Code {
    id: &'static str,
    zh: &'static str,
    en: &'static str,
}

impl Code {
    /// The stable id, such as `case.missing-file`.
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The text with its `{names}` unfilled.
    pub const fn template(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            _ => self.zh,
        }
    }
}

/// A problem: a code, and the details that fill its text.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    code: &'static Code,
    details: Vec<(&'static str, Text)>,
}

impl Problem {
    pub(crate) const fn code(&self) -> &'static Code {
        self.code
    }

    /// The names in the text, each with its value.
    pub(crate) fn details(&self) -> impl Iterator<Item = (&'static str, &Text)> {
        self.details.iter().map(|(name, value)| (*name, value))
    }
}

impl Localized for Problem {
    /// Fills the text in one pass. So a value with braces is not changed.
    fn text(&self, lang: Lang) -> String {
        let mut text = String::new();
        let mut rest = self.code.template(lang);
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            let value = self.details.iter().find(|(of, _)| *of == name);
            text.push_str(&value.map(|(_, value)| value.text(lang)).unwrap_or_default());
            rest = after;
        }
        text.push_str(rest);
        text
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
        let text = error(in_file("a.json"), a_record(), "x.y");
        assert_eq!(text.text(Lang::Zh), "错误：a.json：抽取记录 [x.y]");
        assert_eq!(text.text(Lang::En), "error: a.json: a record [x.y]");
    }

    /// The lines of source files that contain a Chinese character, without tests and the table.
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
