//! The table of texts on plans: Chinese first, then English. `{name}` stands for an argument.

use super::{Localized, Text};

texts! {
    // Plans: fields.
    plan_title() = "标题", "title";
    plan_number() = "文号", "document number";
    plan_authority() = "机关", "authority";
    plan_year() = "年度", "year";
    plan_basis() = "依据", "basis";
    plan_period() = "计划起止时间", "dates of the plan";
    plan_row_number() = "序号", "number";
    plan_task_name() = "抽查任务名称", "name of the task";
    plan_targeting() = "抽查类型", "targeting";
    plan_items() = "抽查事项", "items";
    plan_scope() = "抽查对象范围", "scope";
    plan_quota() = "抽查比例", "quota";
    plan_frequency() = "抽查频次", "frequency";
    plan_risk_note() = "信用风险分类要求", "note on risk classes";
    plan_window() = "起止时间", "dates";
    plan_initiator() = "发起部门", "initiator";
    plan_partners() = "配合部门", "partners";
    plan_mode() = "抽查检查模式", "mode";
    plan_methods() = "检查方式", "methods";
    plan_kind() = "任务类别", "kind";
    plan_minimum() = "各类最低抽查比例", "minimum ratio of each class";
    plan_class_limits() = "各类频次上限", "limit of visits of each class";
    plan_unrated() = "未评级对象的归类", "class of unrated entities";
    plan_team() = "检查小组", "team";
    plan_lead() = "主办人员", "lead";
    plan_settings() = "备选、轮换、专长", "reserves, rotation, skills";
    plan_coordination() = "同一范围任务的联动", "tasks of one scope";

    // Plans: questions.
    why_plan_none() = "文档中没有找到，请填写", "it was not found in the document; what is it?";
    why_plan_several() = "文档中有几种写法，以哪个为准？", "the document has several; which one is right?";
    why_plan_quota() =
        "看不懂，或有几种读法：抽多少？答复如：等于20%／不低于20%且不少于10户／不高于5%／20户",
        "it is not understood, or has several readings; how many are drawn? Write exactly 20%, at_least 20% min 10, at_most 5% or count 20";
    why_plan_frequency() =
        "频次看不懂，或有几种读法：本任务对同一对象全年最多检查几次？填次数；不限填 blank",
        "the frequency is not understood, or has several readings; how many visits a year may one entity have for this task? Write a number, or blank for no limit";
    why_plan_window() =
        "起止时间看不懂：请填首日和末日，如 2024-09-01 2024-11-30",
        "the dates are not understood; write the first and the last day, such as 2024-09-01 2024-11-30";
    why_plan_items() = "几行既无序号也无分号：是一项还是几项？", "its lines have no numbers; is it one item, or is each line one?";
    why_plan_mode() =
        "看不懂，或有几种模式：由哪一级抽、哪一级查？填两个词，如 county county（县抽县查）、city county（市抽县查）",
        "it is not understood, or names several modes; who draws and who inspects? Write two words such as county county, or city county";
    why_plan_targeting() = "是定向还是不定向？", "is it targeted or untargeted?";
    why_plan_kind(title) = "从“{title}”看不出是部门联合抽查还是内部抽查", "“{title}” does not say whether its tasks are joint or internal";
    why_plan_methods() = "看不懂：填 on_site（实地）、document（书面）、network（网络），可填几种", "it is not understood; write on_site, document or network, or several of them";
    why_plan_scope() =
        "名录库中没有一户有这个类别：是名录库的哪一类？（也可填 district=区划代码、industry=行业代码）",
        "no row of the registry has this category; which one of the registry is it? (or write district=CODE or industry=CODE)";
    why_plan_object() =
        "不在计划所列的抽查对象之中，案件中也没有名录库可以对照：是哪一类？（也可填 district=区划代码、industry=行业代码）",
        "it is not among the entities that the plan lists, and the case has no registry to compare with; which category is it? (or write district=CODE or industry=CODE)";
    why_plan_no_scope() = "没有写明抽查范围：是名录库的哪一类？", "it names no scope; which category is it about?";
    why_plan_minimum(note) =
        "计划要求按信用风险分类区分比例（“{note}”）而没有写数字：各类至少抽多少？答复如：高=100%；较高=40%；一般=20%；低=5%",
        "the plan wants ratios by risk class (“{note}”) and gives no numbers; what is the least ratio of each class? Write high=100%; elevated=40%; general=20%; low=5%";
    why_plan_limits(note) =
        "计划要求按信用风险分类区分频次（“{note}”）而没有写数字：各类对象全年最多检查几次？答复如：高=3次；一般=2次；低=两年一次",
        "the plan wants frequencies by risk class (“{note}”) and gives no numbers; how many visits a year may an entity of each class have? Write high=3; general=2; low=1/2 (1/2 is once in two years)";
    why_plan_unrated() = "没有信用风险分类的对象，按哪一类抽？", "in which class do entities without one count?";
    why_plan_team() =
        "计划没有写检查小组的组成：几人、来自哪些单位？答复如：县工信局2人，县市场监管局1人（可写职责和专长：县工信局 1 主办人员 [汽车流通]）",
        "the plan does not say who visits; how many inspectors, from which departments? Write DEPARTMENT NUMBER ROLE [SKILL,SKILL]; …";
    why_plan_lead() = "小组的第一席（主办人员）是否只由名录库中标明可主办的人员担任？", "does the first seat go only to inspectors who may lead?";
    why_plan_settings(ids) =
        "文档没有写，以下各项要改吗？备选户数（每层）：不设；轮换（起算日以来查过一户的人员，不再查该户）：不设；专长（各小组第一席须有）：不设。要改的写明，如：备选=2；轮换=2023-01-01；{ids}专长=机动车",
        "the document does not say it; is any of this to be changed? Reserves of each stratum: none; rotation (an inspector who has visited an entity since that day does not visit it again): none; skills of the first seat: none. Write reserves=2; rotation_from=2023-01-01; {ids} skills=SKILL";
    why_plan_coordination(tasks) =
        "几个附件中范围相同的任务（{tasks}）：是否共用一次抽取，同一户只查一次？",
        "tasks of several annexes have one scope ({tasks}); do they share their draw, so that one visit serves both?";
    plan_reading_one() = "一项", "one item";
    plan_reading_lines() = "每行一项", "each line is one";
    plan_joint() = "部门联合抽查", "joint";
    plan_internal() = "内部抽查", "internal";
    plan_targeted() = "定向", "targeted";
    plan_untargeted() = "不定向", "untargeted";
    plan_column_is(field) = "就是“{field}”", "it is {field}";
    plan_column_extra() = "不是，作为补充信息（extra）保留", "it is not; keep it as extra";
    plan_as_written(word) = "照原文，类别为“{word}”", "the category “{word}”, as it is written";
    plan_no_condition() = "不设条件：名录库的全部对象", "no condition: all entities";
    plan_no_word() = "不作为范围", "not part of the scope";
    plan_no_numbers() = "不按分类区分", "no difference by class";
    plan_all_rated() = "不设（对象都有分类）", "none: all entities have a class";
    plan_seats(seats) = "{seats}", "{seats}";
    plan_no_team() = "只抽检查对象，不抽检查人员", "only entities are drawn";
    plan_lead_required() = "是，须可主办", "yes, one who may lead";
    plan_lead_any() = "否，任何人员均可", "no, anyone";
    plan_no_settings() = "都不改", "no, none of it";
    plan_reserves(count) = "备选 {count} 户", "{count} reserves";
    plan_rotation(day) = "轮换自 {day} 起算", "rotation from {day}";
    plan_skills(skills) = "第一席须有专长 {skills}", "the first seat requires {skills}";
    plan_of_task(task, what) = "{task} {what}", "{task} {what}";
    plan_shared() = "共用：两项任务一次查完", "they share their draw";
    plan_not_shared() = "各抽各的", "each is drawn by itself";
    plan_no_limit() = "不限", "no limit";
    plan_visits(count) = "全年至多 {count} 次", "at most {count} a year";
    plan_exactly(ratio) = "{ratio}", "exactly {ratio}";
    plan_at_least(ratio) = "不低于 {ratio}", "at least {ratio}";
    plan_at_least_min(ratio, min) = "不低于 {ratio}，且不少于 {min} 户", "at least {ratio}, and at least {min}";
    plan_at_most(ratio) = "不高于 {ratio}", "at most {ratio}";
    plan_at_most_max(ratio, max) = "不高于 {ratio}，且不多于 {max} 户", "at most {ratio}, and at most {max}";
    plan_count(count) = "{count} 户", "{count} entities";
    plan_of_class(class, value) = "{class} {value}", "{class} {value}";
    plan_mode_is(draws, inspects) = "{draws}抽{inspects}查", "drawn by {draws}, inspected by {inspects}";
    plan_national() = "国", "national";
    plan_province() = "省", "province";
    plan_city() = "市", "city";
    plan_county() = "县", "county";
    plan_on_site() = "实地检查", "on site";
    plan_document() = "书面检查", "documents";
    plan_network() = "网络监测", "network";
    plan_days(from, to) = "{from} 至 {to}", "{from} to {to}";

    // The page.
    page_plan_title() = "工作计划导入记录", "Import of the plan";
    page_plan_note() =
        "计划中的每一处文字与读成的内容。写明“答复”的，文档未写明，由人填写。请逐项核对。",
        "Every text of the plan beside what it became. Where an answer was used, the document does not say it. Check each line.";
    page_plan_field() = "内容", "what";
    page_plan_place() = "位置", "where";
    page_plan_answered() = "（答复）", " (by an answer)";
}
