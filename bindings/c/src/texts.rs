//! All texts of the C layer itself, in Chinese and English, in one table.
//!
//! The texts of inputs and reports are in the core:
//! `crates/suiji/src/base/texts/table.rs`.

use core::fmt::Display;

/// A text in both languages.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) zh: String,
    pub(crate) en: String,
}

/// Defines texts as functions: name, arguments, Chinese text, English text.
macro_rules! texts {
    ($($name:ident($($arg:ident),*) = $zh:literal, $en:literal;)+) => {$(
        pub(crate) fn $name($($arg: impl Display),*) -> Text {
            Text { zh: format!($zh), en: format!($en) }
        }
    )+};
}

texts! {
    null(name) =
        "参数 {name} 是空指针",
        "the parameter {name} is a null pointer";
    wrong_kind(name, expected, found) =
        "参数 {name} 应为 {expected} 的句柄，现为 {found} 的句柄",
        "expected a handle of {expected} for the parameter {name}, found one of {found}";
    unknown_number(name, found) =
        "参数 {name} 的值 {found} 在此处没有意义",
        "the value {found} of the parameter {name} has no meaning here";
    too_long(name) =
        "参数 {name} 的长度超出地址空间",
        "the parameter {name} is longer than the address space";
    not_utf8(name) =
        "参数 {name} 不是 UTF-8 文本",
        "the parameter {name} is not text in UTF-8";
    unreadable(name, problem) =
        "参数 {name} 不是所要求的 JSON：{problem}",
        "the parameter {name} is not the JSON that is required: {problem}";
    no_such_paper(found) =
        "kinds：没有“{found}”这种文书",
        "kinds: “{found}” is not a kind of paper";
    no_such_task(found) =
        "计划中没有抽查任务“{found}”",
        "the plan has no task “{found}”";
    arrow(problem) =
        "无法读取 Arrow 数据：{problem}",
        "the Arrow data cannot be read: {problem}";
    not_structs() =
        "应为结构（struct）数组，每列一个字段",
        "expected an array of structs, with a field for each column";
    row_null() =
        "有一行为空值",
        "a row is null";
    released() =
        "该结构已被释放",
        "the structure is already released";
    columns_of_dates() =
        "不带时间的日期列（date32），或日期文本的列",
        "a column of dates without time (date32), or of dates as text";
    panicked() =
        "suiji 自身出错，详见 stderr 的输出，请报告此问题",
        "a bug in suiji; stderr has the details: please report it";
}
