//! The table of findings: the text of a finding, then a remedy, each in Chinese and in English.
//!
//! To translate or correct a text, edit this file alone. `{name}` stands for an argument.

use super::{Localized, Text, Words};
use crate::base::lang::Lang;

/// The codes of all findings, with the rule that each is about.
///
/// Codes are stable: a program may match them.
pub mod findings {
    use super::super::{Code, Localized, Notice, Problem, Severity, Text};
    use crate::base::lang::Lang;

    findings! {
        // Values of rows.
        NEAR_MATCH near_match(found, known) = "registry.near-match", "F1", Warning,
            "“{found}”与“{known}”写法不同，按另一个值处理",
            "“{found}” is another spelling of “{known}” and counts as another value",
            "请统一写法", "use one spelling";
        SIMILAR similar(found, known) = "registry.similar-value", "F1", Note,
            "“{found}”与“{known}”相近，按另一个值处理",
            "“{found}” is similar to “{known}” and counts as another value",
            "如系笔误，请改正", "correct it if it is a typing error";
        SEPARATOR separator(separator, example) = "table.separator", "I3", Warning,
            "含有“{separator}”，像是几个值写在一起，但只作一个值处理，如“{example}”",
            "contains “{separator}” and seems to hold several values, but counts as one, such as “{example}”",
            "请分开填写（JSON 数组；CSV 用半角分号），或用 suiji import 拆分",
            "enter the values one by one (a JSON array; in CSV separated by semicolons), or split them with suiji import";
        FORMULA formula(values) = "table.formula-error", "C3", Warning,
            "{values} 像是公式出错或导出失败留下的值",
            "{values}: left by a failed formula or export",
            "请补填正确的值，或留空", "enter the right value, or leave the cell empty";
        FIELD_IN_EXTRA field_in_extra(key, field) = "table.field-in-extra", "I3", Warning,
            "内容在 extra 的“{key}”里，而“{field}”栏空着，不起作用",
            "the value is in extra, as “{key}”, and “{field}” is empty: it has no effect",
            "请把该列改名为 {field}", "name the column {field}";

        // Codes and ids.
        DISTRICT_LENGTH district_length(values) = "table.district-length", "I3", Warning,
            "区划代码 {values} 的位数有误，GB/T 2260 的代码为 2、4、6、9 或 12 位",
            "division codes {values}: the codes of GB/T 2260 have 2, 4, 6, 9 or 12 digits",
            "请补全代码", "complete the code";
        INDUSTRY_FORM industry_form(values, common) = "registry.industry-form", "I3", Warning,
            "行业 {values} 的写法与其他行（如 {common}）不同，按行业划定范围时选不到",
            "industries {values} are not written like those of other rows (such as {common}): a scope by industry does not include them",
            "请统一填写 GB/T 4754 代码", "use the codes of GB/T 4754, in one form";
        ID_FORM not_credit_code(ids) = "registry.id-form", "I3", Warning,
            "其他编号多为统一社会信用代码，而 {ids} 不是",
            "most ids are unified social credit codes, but not {ids}",
            "请核对，是否误把合计行、说明行或旧注册号当作检查对象",
            "check whether it is a total, a remark or an old number, and not an entity of its own";
        ID_CHECK check_character(ids) = "registry.id-check-character", "I3", Warning,
            "编号 {ids} 不符合 GB 32100 的字符集或校验位",
            "ids {ids} do not have the characters or the check character of GB 32100",
            "请核对是否录入有误；登记机关原本如此的旧代码可以保留",
            "check what was entered; old codes that were issued in this form may stay";

        // One entity or inspector with two ids.
        SAME_NAME same_name(names) = "registry.same-name", "I3", Warning,
            "同一名称有几个编号，会被当作几个检查对象，如 {names}",
            "one name has several ids, each counted as an entity, such as {names}",
            "如系同一检查对象，请只留一行", "keep one row if it is one entity";
        SAME_PERSON same_person(names) = "roster.same-person", "T2", Warning,
            "同一部门的同名人员有几个证件号，而回避不同：{names}",
            "inspectors with the same name and department have several ids and different recusals: {names}",
            "如系同一人，请只留一行并合并回避；否则回避不起作用",
            "if it is one person, keep one row with all recusals; otherwise the recusals have no effect";
        SAME_OFFICER same_officer(names) = "roster.same-name", "I4", Note,
            "同一部门有同名人员：{names}",
            "inspectors with the same name in one department: {names}",
            "如系同一人，请只留一行", "keep one row if it is one person";

        // Scope.
        SCOPE_NOBODY scope_nobody(task, field, value, nearest) = "plan.scope-nobody", "F1", Warning,
            "任务 {task} 的范围（{field}）中的“{value}”，名录库中没有一行与之相符{nearest}",
            "task {task}: no row of the registry has “{value}” of its scope {field}{nearest}",
            "请核对计划与名录库的写法；确实没有这类对象的，可以不改",
            "check the spelling in plan and registry; leave it if there are no such entities";
        SCOPE_MORE scope_more(count) = "plan.scope-nobody-more", "F1", Warning,
            "另有 {count} 处范围在名录库中没有一行与之相符",
            "{count} more scope values that no row of the registry has",
            "请核对计划与名录库的写法", "check the spelling in plan and registry";
        BLANK_FIELD blank_field(task) = "registry.blank-field", "F1", Warning,
            "任务 {task} 按此栏划定范围，只因此栏空白而不在范围内",
            "out of the scope of task {task} only because this field is empty",
            "请补填", "fill it in";
        SHORT_DISTRICT short_district(task, values) = "registry.short-district", "F1", Warning,
            "区划代码 {values} 比任务 {task} 的范围短，不在范围内",
            "division codes {values} are shorter than those of the scope of task {task}: out of scope",
            "请补全代码", "complete the code";
        LIMIT_BY limit_by(limit, value, nearest) = "plan.limit-by-nobody", "F2", Warning,
            "频次上限 {limit} 只计“{value}”的检查，而检查历史中没有{nearest}",
            "limit {limit} counts visits by “{value}”, and no row of the history has it{nearest}",
            "请核对计划与检查历史的写法", "check the spelling in plan and history";
        EXEMPT_FROM exempt_from(tasks) = "registry.exempt-from-unknown", "F2", Note,
            "免检所指的任务 {tasks} 不在计划中，该免检不起作用",
            "exempt from tasks {tasks}, which are not in the plan: no effect",
            "请核对任务编号", "check the ids of the tasks";
        SEVERAL_TASKS several_tasks(count, example) = "frame.several-tasks", "I2", Warning,
            "有 {count} 个检查对象同在几项互不关联的任务的抽样框内（如 {example}），可能被多次检查",
            "{count} entities (such as {example}) are in the frames of several tasks that share no tickets: they may be visited more than once",
            "几项任务可以一次上门的，请让它们共用一次抽取", "give tasks the same coordination if one visit can serve them";

        // Classes and numbers.
        ALL_UNRATED all_unrated(task, count, class) = "frame.all-unrated", "F3", Warning,
            "任务 {task} 按风险分类抽取，而抽样框内 {count} 个检查对象全部未评级，都按 {class} 计",
            "task {task} draws by class, and all {count} entities of its frame are unrated and counted as {class}",
            "请核对名录库的信用风险分类", "check the column class of the registry";
        MINIMUM_NOBODY minimum_nobody(task, classes) = "plan.minimum-nobody", "F4", Warning,
            "任务 {task} 为类别 {classes} 设了最低比例，而抽样框内没有这些类别的检查对象",
            "task {task} has a minimum for {classes}, and its frame has no entity of that class",
            "请核对名录库的信用风险分类；确实没有的，可以不改",
            "check the column class of the registry; leave it if there are none";
        QUOTA_ABOVE quota_above(task, asked, frame) = "plan.quota-above-frame", "F4", Warning,
            "任务 {task} 应抽 {asked} 个，抽样框只有 {frame} 个，将全部抽取",
            "task {task}: {asked} requested, {frame} in the frame: all are taken",
            "请核对抽查数量、范围和名录库", "check quota, scope and registry";
        RESERVES_SHORT reserves_short(task, asked, strata) = "plan.reserves-short", "D3", Warning,
            "任务 {task} 每层应有备选 {asked} 个，不足：{strata}",
            "task {task}: {asked} reserves expected for each stratum, found fewer: {strata}",
            "抽满的层没有备选；可以减少备选户数", "a stratum of which all are taken has none; reduce reserves";
        NOT_TAKEN not_taken(task, stratum, size) = "allocation.stratum-not-taken", "F4", Warning,
            "任务 {task}：“{stratum}”层有 {size} 个检查对象，未抽取",
            "task {task}: stratum {stratum} has {size} entities, and none is selected",
            "要从该层抽取的，请设最低比例或提高抽查数量",
            "set a minimum (risk.minimum) or raise the quota if some of it must be drawn";

        // Dates.
        WINDOW_YEAR window_year(from, to, year) = "plan.window-year", "I1", Warning,
            "起止时间 {from} 至 {to} 不全在计划年度 {year} 内；证件是否有效以截止日期为准",
            "the window from {from} to {to} is not within the year {year} of the plan; its end decides which certificates are valid",
            "请核对年份", "check the year";
        SEALED_LATE sealed_late(to, sealed) = "ceremony.sealed-late", "I1", Warning,
            "起止时间到 {to} 为止，而封存日期是 {sealed}",
            "the window ends on {to}, and the sealing is on {sealed}",
            "请核对起止时间", "check the window";
        OTHER_YEAR other_year(year, sealed) = "ceremony.other-year", "I1", Warning,
            "计划年度是 {year}，而封存日期是 {sealed}",
            "the plan is of {year}, and the sealing is on {sealed}",
            "请核对是否用了往年的计划", "check whether this is the plan of another year";
        FROM_LATE from_late(from, sealed) = "plan.from-after-sealing", "F2", Warning,
            "起算日期 {from} 晚于封存日期 {sealed}，没有检查会计入频次",
            "counts from {from}, which is after the sealing on {sealed}: no visit counts",
            "请核对日期", "check the date";
        ESTABLISHED_LATE established_late(sealed) = "registry.established-late", "I3", Warning,
            "成立日期晚于封存日期 {sealed}",
            "established after the day of sealing, {sealed}",
            "请核对日期", "check the date";
        EXPIRED expired(names, sealed) = "roster.expired", "T2", Warning,
            "证件在封存日期 {sealed} 之前已过期：{names}",
            "certificates that expired before the sealing on {sealed}: {names}",
            "请更新证件有效期，或移出名录库", "renew the last day of the certificate, or take the inspector off the roster";

        // Inspectors and teams.
        NO_SEAT no_seat(names, why) = "roster.no-seat", "T2", Warning,
            "{names}不能担任任何席位：{why}",
            "{names} may not sit in any seat: {why}",
            "请核对计划的席位与名录库", "check the seats of the plan and the roster";
        SHORT short(task, count, which) = "team.short", "S5", Warning,
            "任务 {task}：有 {count} 个检查对象凑不齐小组，空缺席位：{which}",
            "task {task}: {count} entities cannot get a full team; vacant seats (from 0): {which}",
            "请增加人员、放宽席位要求，或在抽取后人工补足",
            "add inspectors, lower the requirements of a seat, or fill the seats by hand after the draw";
        NO_CHOICE no_choice(task, seats, candidates) = "team.no-choice", "T4", Warning,
            "任务 {task}：{seats} 个席位只有 {candidates} 名候选人，没有随机抽取的余地",
            "task {task}: {candidates} candidates for {seats} seats leave no choice",
            "请增加人员", "add inspectors";
        LOAD load(department, need, allowed) = "team.load", "T3", Warning,
            "{department}：抽取数量至少需要 {need} 个席位，人员承担户数上限合计只有 {allowed} 个",
            "department {department}: the takes need at least {need} seats, the caps allow {allowed}",
            "请提高最多承担户数或增加人员", "raise the caps (max_load) or add inspectors";
        UNKNOWN_RECUSAL unknown_recusal(count, inspector, entity) = "roster.unknown-recusal", "I4", Warning,
            "有 {count} 处回避所指的检查对象不在名录库中（如 {inspector} 回避 {entity}）：如系笔误，该回避不起作用",
            "{count} recusals name an entity that is not in the registry (such as {inspector}: {entity}): if mistyped, they have no effect",
            "请核对编号", "check the ids";

        // History.
        HISTORY_EMPTY history_empty() = "history.empty", "I5", Warning,
            "检查历史 0 行：没有一个检查对象会因检查次数而被排除",
            "the history has no row: no entity is excluded because of earlier visits",
            "请核对是否漏放了检查历史；确实没有检查过的，可以不改",
            "check whether the history was left out; leave it if there were no inspections";
        UNKNOWN_ENTITY unknown_entity(count, entity) = "history.unknown-entity", "I5", Warning,
            "检查历史中有 {count} 行的检查对象不在名录库中（如 {entity}）：如系笔误，检查次数会漏计",
            "{count} rows of the history name an entity that is not in the registry (such as {entity}): if mistyped, they are not counted",
            "请核对编号；已注销的检查对象可以不改", "check the ids; those of closed firms may stay";
        UNKNOWN_TASK unknown_task(count, task) = "history.unknown-task", "I5", Warning,
            "检查历史中有 {count} 行的任务不在计划中（如 {task}），不计入任何任务自己的频次上限",
            "{count} rows of the history name a task that is not in the plan (such as {task}) and count towards no limit of a task",
            "请核对任务编号；往年的任务可以不改", "check the ids; those of other plans may stay";

        // Sources and earlier commitments.
        ONLY_OFFICE only_office() = "ceremony.only-office", "V2", Warning,
            "随机源全部出自机关自己：外部无法排除人为选择",
            "all sources are the office's own: others cannot rule out that the result was chosen",
            "请增加见证人或公众的随机源", "add a source of a witness or the public";
        FEW_OUTCOMES few_outcomes(outcomes) = "ceremony.few-outcomes", "V2", Warning,
            "机关以外的随机源合计只有 {outcomes} 种结果，少于 2^40",
            "the sources that are not the office's have only {outcomes} outcomes, fewer than 2^40",
            "请增加号码，如一枚骰子掷二十次", "add more numbers, such as twenty throws of a die";
        SUPERSEDES supersedes(commitment, reason, approved_by) = "commitment.supersedes", "S3c", Warning,
            "本封存单替代前次封存单 {commitment}：{reason}（批准人：{approved_by}）",
            "this commitment replaces {commitment}: {reason} (approved by {approved_by})",
            "重抽会随封存单一并公布", "a second draw is published with the commitment";
        FOLLOWS follows(commitment, record) = "commitment.follows", "S3c", Note,
            "本封存单接续前次封存单 {commitment}，并写明其抽取记录 {record} 仍然有效（未经核对）",
            "this commitment follows {commitment} and names its record {record} as valid (not checked here)",
            "", "";
        MORE more(count, code) = "finding.more", "S5", Warning,
            "另有 {count} 条 {code} 类的提示，未逐条列出",
            "{count} more findings of {code}, which are not listed",
            "请先处理已列出的，再试", "correct those that are listed, then try again";

        // Made when a receipt is checked.
        SMALL_TICKET small_ticket(task, ticket) = "receipt.small-ticket", "D2", Warning,
            "任务 {task}：该对象的签号 {ticket} 很小，如在抽样框内，无论在哪一层都会被抽中",
            "task {task}: the ticket {ticket} of this entity is so small that it would have been selected in any stratum",
            "请查问其未列入抽样框的理由", "ask why it was not in the frame";
    }
}

texts! {
    // Parts of findings.
    nearest_to(values) = "；相近的有{values}", "; the nearest are {values}";
    other_department(department, nearest) = "计划的席位不涉及部门“{department}”{nearest}", "no seat is for department “{department}”{nearest}";
    nearest_seat(value) = "（席位中相近的是“{value}”）", " (a seat names “{value}”)";
    with_rows(value, count) = "“{value}”（{count} 行）", "“{value}” ({count} rows)";
    with_ids(name, ids) = "{name}（{ids}）", "{name} ({ids})";
    name_of(name, id) = "{name}（{id}）", "{name} ({id})";
    stratum_has(stratum, there) = "{stratum} 有 {there} 个", "{stratum} has {there}";
    lacks_skill(skills, nearest) = "缺少专业 {skills}{nearest}", "no skill {skills}{nearest}";
    nearest_skill(found) = "（本人所填为“{found}”）", " (the roster has “{found}”)";
    a_character(point) = "〔U+{point}〕", "[U+{point}]";
}

words! {
    A_BLANK = "空格", "a blank";
    NO_SEAT_OF_AN_EXPERT = "专家只能担任专家席，而该部门没有专家席", "an expert sits in an expert's seat only, and there is none of this department";
    ONLY_SEATS_OF_EXPERTS = "该部门只有专家席", "the seats of this department are an expert's";
    CERTIFICATE_ENDS = "证件在各任务截止之前到期", "the certificate ends before the windows of the tasks";
    NOT_A_LEAD = "只剩首席，而本人不能主办", "only first seats are left, which need a lead";
    NO_DISTRICT = "任务按区划派人，而本人没有区划代码", "the tasks require a district, and the inspector has none";
}
