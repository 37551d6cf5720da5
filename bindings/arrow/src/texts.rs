//! The texts about columns, in Chinese and in English, in one table.

use core::fmt::Display;

/// A text in both languages.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Text {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Text {
    /// A text of a binding itself.
    pub fn new(zh: &str, en: &str) -> Self {
        let (zh, en) = (zh.to_owned(), en.to_owned());
        Self { zh, en }
    }
}

/// Defines texts as functions: name, arguments, Chinese text, English text.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident($($arg:ident),*) = $zh:literal, $en:literal;)+) => {$(
        $(#[$doc])*
        pub(crate) fn $name($($arg: impl Display),*) -> Text {
            Text { zh: format!($zh), en: format!($en) }
        }
    )+};
}

texts! {
    /// The problem of a column that is renamed but missing.
    column_missing() =
        "缺失",
        "is missing";
    /// The columns of a frame that is imported.
    cells_read() =
        "文本、数字、布尔、日期或文本列表的列",
        "a column of texts, numbers, booleans, dates or lists of texts";
    column_of(found) =
        "{found} 类型的列",
        "a column of {found}";
    /// The columns that are read.
    columns_read() =
        "文本、整数、布尔、日期或文本列表的列",
        "a column of texts, integers, booleans, dates or lists of texts";
}
