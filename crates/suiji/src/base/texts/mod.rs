//! All texts that a person sees, in Chinese and in English, in one table: `table.rs`.
//!
//! A text with arguments is a function, such as `texts::statement(task, sentence)`. The compiler refuses a text that
//! names an unknown argument. It warns if a text leaves out an argument in one language.

mod code;
mod finding;
mod text;
mod visible;

/// Defines texts as functions: name, arguments, Chinese text, English text.
///
/// An argument is anything [`Localized`]: a number, a name, or another text.
///
/// The function inside does not depend on the types of the arguments, so it is compiled once. So are those of codes and
/// findings.
macro_rules! texts {
    ($($name:ident($($arg:ident),+) = $zh:literal, $en:literal;)+) => {$(
        pub(crate) fn $name($($arg: impl Localized),+) -> Text {
            fn made($($arg: &dyn Localized),+) -> Text {
                Text::of(|lang| match lang {
                    Lang::Zh => {
                        $(let $arg = $arg.text(lang);)+
                        format!($zh)
                    }
                    Lang::En => {
                        $(let $arg = $arg.text(lang);)+
                        format!($en)
                    }
                })
            }
            made($(&$arg),+)
        }
    )+};
}

/// Defines words: texts without arguments.
macro_rules! words {
    ($($name:ident = $zh:literal, $en:literal;)+) => {$(
        pub(crate) const $name: Words = Words { zh: $zh, en: $en };
    )+};
}

/// Defines error codes: constant, function, arguments, id, rule, Chinese text, English text.
macro_rules! codes {
    ($($code:ident $name:ident($($arg:ident),*) = $id:literal, $rule:literal, $zh:literal, $en:literal;)+) => {
        $(
            #[doc = concat!("`", $id, "` [", $rule, "]: ", $en)]
            pub const $code: &Code = &Code::new($id, $rule, $zh, $en);

            #[allow(dead_code, reason = "some codes are for crates that read tables")]
            pub(crate) fn $name($($arg: impl Localized),*) -> Problem {
                fn made($($arg: &dyn Localized),*) -> Problem {
                    let _compiles = |$($arg: &str),*| (format!($zh), format!($en));
                    Problem::new($code, vec![$((stringify!($arg), Text::both($arg))),*])
                }
                made($(&$arg),*)
            }
        )+

        /// All codes, in the order of the table.
        pub const ALL: &[&Code] = &[$($code),+];
    };
}

/// Defines findings: constant, function, arguments, id, rule, severity, text and remedy, each in Chinese and English.
macro_rules! findings {
    ($($code:ident $name:ident($($arg:ident),*) = $id:literal, $rule:literal, $severity:ident,
       $zh:literal, $en:literal, $remedy_zh:literal, $remedy_en:literal;)+) => {
        $(
            #[doc = concat!("`", $id, "` [", $rule, "]: ", $en)]
            pub const $code: &Code = &Code::new($id, $rule, $zh, $en);

            pub(crate) fn $name($($arg: impl Localized),*) -> Notice {
                fn made($($arg: &dyn Localized),*) -> Notice {
                    let _compiles = |$($arg: &str),*| (format!($zh), format!($en));
                    $(let $arg = Text::both($arg);)*
                    let remedy = |lang| {
                        $(
                            #[allow(unused_variables, reason = "most remedies name no argument")]
                            let $arg = $arg.text(lang);
                        )*
                        match lang {
                            Lang::Zh => format!($remedy_zh),
                            Lang::En => format!($remedy_en),
                        }
                    };
                    Notice {
                        remedy: Text::of(remedy),
                        severity: Severity::$severity,
                        problem: Problem::new($code, vec![$((stringify!($arg), $arg)),*]),
                    }
                }
                made($(&$arg),*)
            }
        )+

        /// All findings, in the order of the table.
        pub const ALL: &[&Code] = &[$($code),+];
    };
}

/// Defines checks of a report and statements that must be trusted: constant, id, rule, Chinese text, English text.
macro_rules! checks {
    ($all:ident: $about:literal; $($code:ident = $id:literal, $rule:literal, $zh:literal, $en:literal;)+) => {
        $(
            #[doc = concat!("`", $id, "` [", $rule, "]: ", $en)]
            pub const $code: &Code = &Code::new($id, $rule, $zh, $en);
        )+
        #[doc = $about]
        pub const $all: &[&Code] = &[$($code),+];
    };
}

mod table;

pub use code::Code;
pub(crate) use code::Problem;
pub(crate) use finding::Notice;
pub use finding::Severity;
pub(crate) use table::*;
pub use table::{checks, codes, findings};
pub use text::Text;
pub(crate) use text::{Field, Localized, Named, Seat, Words};
pub(crate) use visible::{control, harmful, is_common, is_plain, point, visible};
