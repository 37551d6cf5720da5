//! All texts that a person sees, in Chinese and English, in one table: `table.rs`. The words that offices write are
//! not translated. They are in `words.rs`, `plan_words.rs` and `plan_columns.rs`.

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

mod message;
mod plan_columns;
mod plan_words;
pub(crate) mod problem;
mod table;
mod words;

pub(crate) use plan_columns::*;
pub(crate) use plan_words::*;
pub use table::codes;
pub(crate) use table::*;
pub(crate) use words::*;

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

    pub(crate) fn same(text: impl Display) -> Self {
        let text = text.to_string();
        Self {
            zh: text.clone(),
            en: text,
        }
    }

    /// A message of the library, in both languages.
    pub(crate) fn of(message: impl Fn(Lang) -> String) -> Self {
        Self {
            zh: message(Lang::Zh),
            en: message(Lang::En),
        }
    }

    /// The items of a list, with commas of the language between them.
    pub(crate) fn list(items: &[Self]) -> Self {
        let separator = list_separator();
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

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    /// The lines of source files with a Chinese character, without tests, comments and the tables.
    fn chinese_lines(folder: &Path, lines: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                chinese_lines(&path, lines);
            } else if !["table", "words", "plan_columns", "plan_words"]
                .iter()
                .any(|name| path.ends_with(format!("texts/{name}.rs")))
            {
                let text = fs::read_to_string(&path).unwrap();
                let code = text
                    .lines()
                    .take_while(|line| !line.contains("#[cfg(test)]"))
                    .filter(|line| !line.trim_start().starts_with("//"));
                let is_chinese = |c| matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
                let found = code.filter(|line| line.contains(is_chinese));
                lines.extend(found.map(|line| format!("{}: {line}", path.display())));
            }
        }
    }

    #[test]
    fn all_texts_are_in_the_table() {
        let mut lines = Vec::new();
        chinese_lines(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
            &mut lines,
        );
        assert_eq!(lines, Vec::<String>::new());
    }

    #[test]
    fn ids_of_problems_are_unique_and_not_those_of_the_library() {
        let own: std::collections::BTreeSet<&str> = codes::ALL.iter().copied().collect();
        assert_eq!(own.len(), codes::ALL.len());
        assert!(own.iter().all(|id| id.starts_with("import.")));
    }
}
