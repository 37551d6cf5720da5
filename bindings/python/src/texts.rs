//! All texts of the binding itself, in Chinese and English, in one table.
//!
//! The texts of inputs and reports are in the core: `crates/suiji/src/base/texts/table.rs`.

use core::fmt::Display;

/// A text in both languages.
pub(crate) struct Text {
    pub(crate) zh: String,
    pub(crate) en: String,
}

impl Text {
    /// For an exception of Python, which has only one text.
    pub(crate) fn in_both(&self) -> String {
        format!("{}（{}）", self.en, self.zh)
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
    // Rows.
    not_rows(found) =
        "应为支持 Arrow 的数据表，或由字典组成的序列，现为 {found}",
        "expected a frame that supports Arrow or an iterable of mappings, found {found}";
    not_a_row(found) =
        "一行应为字典，现为 {found}",
        "expected a mapping for a row, found {found}";
    not_a_value(found) =
        "行中不能有 {found} 类型的值",
        "a row cannot hold a value of type {found}";

    // Frames.
    not_a_table(problem) =
        "应为数据表，不能是单列：{problem}",
        "expected a table, not a single column: {problem}";
    not_structs() =
        "应为数据表或结构（struct）数组",
        "expected a table or an array of structs";
    array_taken() =
        "该数组已被取用",
        "the array was already taken";
    row_null() =
        "有一行为空值",
        "a row is null";

    // Imports.
    not_a_source(found) =
        "应为文件路径、文件内容（bytes）或数据表，现为 {found}",
        "expected a path, the bytes of a file or a frame, found {found}";
    not_a_list(found) =
        "as_ 应为 registry、roster 或 history，现为“{found}”",
        "expected registry, roster or history for as_, found “{found}”";
    several_lists(lists) =
        "文件中有几种名录（{lists}）：请用 as_ 指明要哪一种",
        "the source has several lists ({lists}): say by as_ which one you want";
    not_a_language(found) =
        "语言应为 zh 或 en，现为“{found}”",
        "expected zh or en as language, found “{found}”";
    not_a_paper(found, kinds) =
        "没有“{found}”这种文书，可用的有：{kinds}",
        "“{found}” is not a kind of paper: {kinds}";
    not_a_log() =
        "不是导入记录",
        "not the log of an import";

    // Results.
    report_is_not_bool() =
        "核验报告不能当作真假值：请看 verdict，或调用 require()",
        "a report is not a bool: read verdict, or call require()";
    index_out_of_range() =
        "索引超出范围",
        "index out of range";
    bug() =
        "suiji 自身出错，详见 stderr 的输出，请报告此问题",
        "a bug in suiji; stderr has the details: please report it";
}

/// The right type for a column of timestamps, with the conversion in two data frame
/// libraries.
pub(crate) fn columns_of_dates() -> suiji_arrow::Text {
    suiji_arrow::Text::new(
        "日期列（polars 用 .cast(pl.Date)，pandas 用 .dt.date 转换）",
        "a column of dates (polars: .cast(pl.Date), pandas: .dt.date)",
    )
}
