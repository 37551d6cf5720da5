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

    // Files that an office writes.
    at_path(path, problem) = "{path}：{problem}", "{path}: {problem}";
    too_long(bytes) = "文件超过 {bytes} 字节", "the file has more than {bytes} bytes";
    not_an_object() = "应为对象 {{…}}", "expected an object {{…}}";
    not_a_list() = "应为数组 […]", "expected a list […]";
    not_a_text() = "应为非空文本", "expected a text that is not empty";
    not_a_date() = "应为存在的日期，形如 2026-10-01", "expected a date of the calendar such as 2026-10-01";
    not_in_range(from, to) = "应为 {from} 至 {to} 的整数", "expected a whole number from {from} to {to}";
    not_one_of(known) = "只能是：{known}", "expected one of {known}";
    unknown_field(name, known) = "没有“{name}”这一项，可用的有：{known}", "unknown field “{name}”; the fields are {known}";
    missing_field(name) = "缺少“{name}”", "“{name}” is missing";

    // Holidays.
    year_twice(year) = "{year} 年写了两次", "{year} is given more than once";
    ends_before(from, to) = "{to} 早于 {from}", "{to} is before {from}";
    span_too_long(days) = "一次放假超过 {days} 天", "a holiday of more than {days} days";
    outside_year(day, year) = "{day} 不属于 {year} 年的安排", "{day} does not belong to the notice of {year}";
    off_twice(day) = "{day} 写了两次", "{day} is given more than once";
    not_a_weekend(day) = "{day} 不是周六或周日，不必列为上班日", "{day} is not a Saturday or Sunday; only those are listed as working days";
    off_and_work(day) = "{day} 既放假又上班", "{day} is both a day off and a working day";
    must_be_off(day) = "{day} 是法定节假日，却没有放假", "{day} is a statutory holiday but is not listed as a day off";

    // Pictures.
    sample_title(id, name) = "抽中与抽样框（{id} {name}）", "sample and frame ({id} {name})";
    loads_title() = "执法检查人员承担户数", "loads of the inspectors";
    tickets_title(id, name) = "签号与末位签号（{id} {name}）", "tickets and cutoff ({id} {name})";
    selected() = "抽中", "selected";
    in_frame() = "抽样框", "frame";
    reserve() = "备选", "reserves";
    cutoff() = "末位签号", "cutoff";
    none_selected() = "未抽取", "none selected";
    taken_of(take, size, share) = "{take}/{size}（{share}）", "{take}/{size} ({share})";
    load_before() = "此前承担", "assigned before";
    visits_now() = "本次检查", "visits of this draw";
    most_visits() = "上限", "limit";
    named_away(name) = "{name}（不在岗）", "{name} (away)";
    load_label(before, visits, leads) = "{before}+{visits}，主办{leads}", "{before}+{visits}, leads {leads}";
    inspectors_by_load(count) = "共 {count} 人，按承担户数", "{count} inspectors, by visits";
    load_of(load) = "{load}户", "{load} visits";
    load_or_more(load) = "{load}户及以上", "{load} visits or more";
    inspectors(count) = "{count}人", "{count} inspectors";

    // Deadlines.
    days(count) = "{count}日", "{count} days";
    working_days(count) = "{count}个工作日", "{count} working days";
}
