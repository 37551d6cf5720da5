//! The problems: id, Chinese text, English text. The ids are stable: a program may match them.

use super::problem::Problem;
use super::{Localized, Text};

codes! {
    // Holidays and deadlines.
    no_year(year) = "report.no-year",
        "没有 {year} 年的节假日安排，不能计算工作日：国务院办公厅公布后，请用文件补充",
        "the holidays of {year} are not known, so working days cannot be counted; add them from a file when the State Council has published them";
    no_notice(day, year) = "report.no-year",
        "{day} 起的一周还须看 {year} 年的节假日安排（元旦可能调休），不能计算工作日：国务院办公厅公布后，请用文件补充",
        "from {day} on, the notice of {year} may move working days to the last week of the year, and it is not known; add it from a file when the State Council has published it";
    too_far() = "report.too-far",
        "期限太长，超出可计算的日期",
        "the deadline is too long: its last day cannot be computed";
    calendar(problem) = "report.calendar",
        "节假日文件有误：{problem}",
        "the file of holidays is wrong: {problem}";

    // The settings of the office.
    office(problem) = "report.office",
        "本机关设置有误：{problem}",
        "the settings of the office are wrong: {problem}";

    // The draw.
    other_record() = "report.other-record",
        "抽取记录不是由这份封存单抽取的",
        "the record was not drawn from this commitment";
    draw(problem) = "report.draw",
        "{problem}",
        "{problem}";

    // Templates and markup.
    unknown_template(name, known) = "report.unknown-template",
        "没有“{name}”这个模板，可用的有：{known}",
        "unknown template “{name}”; the templates are {known}";
    template(problem) = "report.template",
        "{problem}",
        "{problem}";
    markup(problem) = "report.markup",
        "{problem}",
        "{problem}";
    unknown_picture(name) = "report.unknown-picture",
        "没有“{name}”这幅图",
        "there is no picture “{name}”";

    // Forms.
    document(problem) = "report.document",
        "无法生成文档：{problem}",
        "the document cannot be made: {problem}";
    cell(sheet, row, column, most) = "report.cell",
        "“{sheet}”第 {row} 行“{column}”超过 {most} 个字符，无法写入表格",
        "row {row} of “{sheet}”, column “{column}”, has more than {most} characters: a workbook cannot hold it";
    unknown_profile(name, known) = "report.unknown-profile",
        "没有“{name}”这个字段对照，自带的有：{known}；自己的请给出文件",
        "unknown mapping “{name}”; included are {known}; for your own, give its file";
    profile(problem) = "report.profile",
        "字段对照文件有误：{problem}",
        "the mapping file is wrong: {problem}";
}
