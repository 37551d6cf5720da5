//! The table of texts: name, arguments, Chinese text, English text. To correct a text, edit this file alone.

use super::{Localized, Text};

texts! {
    // Places.
    in_line(file, line, problem) = "{file} 第 {line} 行：{problem}", "{file}, line {line}: {problem}";
    in_file(file, problem) = "{file}：{problem}", "{file}: {problem}";

    // The plan.
    quota_at_least(ratio) = "不低于{ratio}", "at least {ratio}";
    quota_at_least_min(ratio, min) = "不低于{ratio}，且不少于{min}户", "at least {ratio} and {min} entities";
    quota_at_most(ratio) = "不高于{ratio}", "at most {ratio}";
    quota_at_most_max(ratio, max) = "不高于{ratio}，且不多于{max}户", "at most {ratio} and {max} entities";
    quota_count(count) = "{count}户", "{count} entities";

    // Frames.
    inactive() = "停用（注销、吊销等）", "inactive";
    other_category() = "类别不符", "other category";
    other_district() = "区划不符", "other district";
    other_industry() = "行业不符", "other industry";
    established_later() = "成立日期不符", "established later";
    exempt() = "免检", "exempt";
    limit(id) = "已达频次上限（{id}）", "limit reached ({id})";
    not_stratified() = "不分层", "all";

    // Sources.
    kind_committed() = "封存前已承诺", "committed before the sealing";
    kind_live(parts) = "现场产生：{parts}", "falls in public: {parts}";
    kind_drand() = "drand", "drand";
    part(count, from, to) = "{from} 至 {to} 的 {count} 个数", "{count} numbers from {from} to {to}";
    part_distinct(count, from, to) =
        "{from} 至 {to} 中不重复的 {count} 个数",
        "{count} different numbers from {from} to {to}";
    part_separator() = "，再 ", ", then ";

    // Deadlines.
    days(count) = "{count}日", "{count} days";
    working_days(count) = "{count}个工作日", "{count} working days";
}
