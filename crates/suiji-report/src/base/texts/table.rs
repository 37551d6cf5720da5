//! The table of texts: name, arguments, Chinese text, English text. To correct a text, edit this file alone.

use super::{Localized, Text};

/// The problems: id, Chinese text, English text.
///
/// The ids are stable: a program may match them.
pub mod codes {
    use super::super::problem::Problem;
    use super::super::{Localized, Text};

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
}

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

    method_on_site() = "实地检查", "on-site inspection";
    method_document() = "书面检查", "inspection of documents";
    method_network() = "网络监测", "inspection on line";

    // Frames.
    inactive() = "停用（注销、吊销等）", "inactive";
    other_category() = "类别不符", "other category";
    other_district() = "区划不符", "other district";
    other_industry() = "行业不符", "other industry";
    established_later() = "成立日期不符", "established later";
    exempt() = "免检", "exempt";
    limit(limit) = "已达频次上限（{limit}）", "limit reached ({limit})";
    limit_in_words(classes, from, tasks, by, visits) =
        "{classes}{from}{tasks}{by}满{visits}次",
        "{classes}{from}{tasks}{by}: {visits}";
    limit_by(by) = "（计{by}的检查）", " (by {by})";
    limit_from(day) = "自{day}起", " since {day}";
    limit_of_year() = "本年度", " in the year";
    limit_all_tasks() = "各任务合计", ", all tasks";
    limit_one_task() = "本任务", ", the task";
    word_separator() = "、", ", ";
    without_class() = "未分类", "no class";
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

    not_a_flag() = "应填 true 或 false", "expected true or false";

    // Mapping files.
    too_many(most) = "超过 {most} 列", "more than {most} columns";
    no_columns() = "至少要有一列", "at least one column is needed";
    name_twice(name) = "列名“{name}”写了两次", "the column name “{name}” is given more than once";
    field_or_value() = "应写 field（取哪个字段）或 value（固定内容）中的一个", "give either field (where the value is taken from) or value (a fixed text)";
    words_without_field() = "words 只能与一般字段的 field 一起用", "words go with a field that is not entity.extra";
    unknown_source(name, known) = "没有“{name}”这个字段，这种行可用的有：{known}, entity.extra.列名", "unknown field “{name}”; such rows have {known}, entity.extra.COLUMN";
    not_public(name) = "“{name}”不公开，public 为 true 时不能用", "“{name}” is not public; it cannot be used when public is true";
    no_word(value) = "缺少“{value}”对应的内容", "the word for “{value}” is missing";
    no_word_in(column, value) = "“{column}”列：words 中没有“{value}”", "column “{column}”: words has no entry for “{value}”";
    no_extra(column, name) = "“{column}”列：检查对象名录库没有“{name}”这一列", "column “{column}”: the registry has no column “{name}”";
    and_more(problem, count) = "{problem}（另有 {count} 种）", "{problem} (and {count} more)";
    profile_about(name, follows) = "{name}。依据：{follows}。", "{name}. It follows: {follows}.";
    profile_about_missing(name, follows, missing) = "{name}。依据：{follows}。请注意：{missing}。", "{name}. It follows: {follows}. Note: {missing}.";
    profile_separator() = "；", "; ";

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
    stratum_none_selected(name) = "{name}（未抽取）", "{name} (none selected)";
    tickets_scale(end) = "签号，从 0 到 {end}", "tickets, from 0 to {end}";
    none_selected() = "未抽取", "none selected";
    taken_of(take, size, share) = "{take}/{size}（{share}）", "{take}/{size} ({share})";
    load_before() = "此前承担", "assigned before";
    visits_now() = "本次检查", "visits of this draw";
    most_visits() = "上限", "limit";
    named_away(name) = "{name}（不在岗）", "{name} (away)";
    named_limit(name, limit) = "{name}，上限{limit}", "{name}, limit {limit}";
    load_label(before, visits, leads) = "{before}+{visits}，主办{leads}", "{before}+{visits}, leads {leads}";
    inspectors_by_load(count) = "共 {count} 人，按承担户数", "{count} inspectors, by visits";
    load_of(load) = "{load}户", "{load} visits";
    load_or_more(load) = "{load}户及以上", "{load} visits or more";
    inspectors(count) = "{count}人", "{count} inspectors";
    results_by_task() = "各任务检查结果", "results by task";
    results_by_class() = "各信用风险分类检查结果", "results by class";
    found_clear() = "未发现问题", "no problem";
    found_violation() = "发现问题", "violation";
    found_nobody() = "未能检查", "not inspected";
    found_open() = "尚无结果", "no result yet";
    done_of(done, due, share) = "{done}/{due}（{share}）", "{done}/{due} ({share})";

    // Tables.
    sheet_entities() = "抽中检查对象", "selected entities";
    sheet_entities_head(plan) = "{plan}　抽中检查对象与备选（含信用风险分类，不公开）", "{plan}: selected entities and reserves (with classes: not public)";
    sheet_visits() = "检查安排", "visits";
    sheet_visits_head(plan) = "{plan}　检查安排（内部使用）", "{plan}: visits (for the office)";
    sheet_loads() = "人员承担户数", "loads";
    sheet_loads_head(plan) = "{plan}　执法检查人员承担户数（内部使用）", "{plan}: loads of inspectors (for the office)";
    sheet_export() = "导出", "export";
    sheet_publicity() = "抽查结果公示", "publicity";
    sheet_publicity_head(plan) = "{plan}　抽查结果公示", "{plan}: results to be published";
    csv_guarded() =
        "CSV 中以 = + - @ 等开头的内容前加了单引号，以免被表格软件当作公式；编号可能被表格软件改写，请优先使用 .xlsx",
        "in CSV an apostrophe is put before a value that begins with = + - @ or the like, so that no spreadsheet computes it; spreadsheets may change codes in CSV, so prefer the .xlsx";
    head_task_id() = "任务编号", "task";
    head_task() = "抽查任务名称", "task name";
    head_number() = "序号", "number";
    head_state() = "状态", "state";
    head_code() = "统一社会信用代码", "code";
    head_entity() = "检查对象名称", "entity";
    head_class() = "信用风险分类", "class";
    head_ticket() = "签号（前16位）", "ticket (first 16 digits)";
    head_district() = "行政区划", "district";
    head_industry() = "行业代码", "industry";
    head_team() = "检查人员（首位为主办）", "team (the lead first)";
    head_visit() = "检查序号", "visit";
    head_note() = "备注", "notes";
    head_items() = "检查事项", "items";
    head_from() = "检查起始日", "from";
    head_to() = "检查截止日", "to";
    head_lead() = "主办人员", "lead";
    head_lead_id() = "主办证号", "lead’s number";
    head_substitutes() = "替补情况", "substitutes";
    head_this_year() = "本年已查次数", "visits this year";
    head_notice() = "通知书文号", "notice";
    head_approval() = "审批表文号", "approval";
    head_report_by() = "报告截止日", "report until";
    head_publish_by() = "公示截止日", "publish until";
    head_certificate() = "执法证号", "certificate";
    head_inspector() = "姓名", "name";
    head_department() = "单位", "department";
    head_leads() = "其中主办", "as the lead";
    head_total() = "合计", "total";
    head_most() = "上限", "limit";
    head_away() = "在岗情况", "away";
    head_plan_number() = "抽查计划编号", "plan number";
    head_plan() = "抽查计划名称", "plan name";
    head_task_number() = "抽查任务编号", "task number";
    head_targeting() = "抽查类型", "kind of draw";
    head_authority() = "抽查机关", "authority";
    head_finished() = "抽查完成时间", "finished on";
    head_result() = "检查结果", "result";
    head_measure() = "处理措施", "measures";
    head_visitors() = "实际检查人员", "visited by";
    head_published() = "公示日期", "published on";
    head_quota() = "计划比例", "quota";
    head_frame() = "抽样框", "frame";
    head_take() = "抽取", "take";
    head_take_share() = "抽取占比", "share taken";
    head_result_share() = "有结果占比", "share with a result";
    head_drawn() = "抽中及启用备选", "drawn, with used reserves";
    head_replaced() = "已由备选替换", "replaced";
    head_with_result() = "有结果", "with a result";
    head_open() = "尚无结果", "no result yet";
    head_done() = "完成率", "completed";
    head_unreachable() = "无法联系", "unreachable";
    head_refused() = "不配合检查", "refused";
    head_closed() = "已无检查对象", "closed";
    head_published_count() = "已公示", "published";
    head_published_share() = "公示率", "share published";
    head_what() = "类别", "kind";
    head_name() = "名称", "name";
    head_times() = "次数", "times";
    sheet_by_task() = "各任务", "by task";
    sheet_by_class() = "各分类", "by class";
    sheet_outcomes() = "结果与措施", "outcomes and measures";
    sheet_by_inspector() = "各检查人员", "by inspector";
    sheet_results() = "全部结果", "all results";
    sheet_summary_head(plan, name) = "{plan}　总结：{name}（含信用风险分类，不公开）", "{plan}, summary: {name} (with classes: not public)";
    selected_replaced() = "抽中（已由备选替换）", "selected, replaced";
    reserve_used() = "备选（已启用）", "reserve, used";
    inspector(name, id) = "{name}（{id}）", "{name} ({id})";
    vacant() = "空缺", "vacant";
    joins(task) = "与任务 {task} 一次检查", "one visit with task {task}";
    replaced_by(name, id) = "由 {name}（{id}）替换", "replaced by {name} ({id})";
    replaces(name, id) = "替换 {name}（{id}）", "replaces {name} ({id})";
    amended_because(number, reason, approved_by) = "第 {number} 次变更：{reason}，{approved_by}批准", "amendment {number}: {reason}, approved by {approved_by}";
    steps_in(now, before) = "{now} 替补 {before}", "{now} for {before}";
    leaves(before) = "{before} 不再参加，席位空缺", "{before} left, the seat is vacant";
    away() = "不在岗", "away";
    targeted() = "定向", "targeted";
    untargeted() = "不定向", "untargeted";

    // Deadlines.
    source_notify() =
        "沁工信字〔2024〕15号（一个县的工作计划）：名单确定后3个工作日内通知主办人员领取任务",
        "沁工信字〔2024〕15号 (the plan of one county): the lead is told within 3 working days after the list is fixed";
    source_report() =
        "沁工信字〔2024〕15号（一个县的工作计划）：检查结束后5日内提交检查报告",
        "沁工信字〔2024〕15号 (the plan of one county): the report follows within 5 days after the inspection";
    source_publish() =
        "国发〔2019〕5号（据地方工作计划转引，原文未核对）：检查结束后20个工作日内公示结果",
        "国发〔2019〕5号 (as local plans quote it; the original was not checked): results are published within 20 working days after the inspection";
    days(count) = "{count}日", "{count} days";
    working_days(count) = "{count}个工作日", "{count} working days";

    // The markup of templates.
    not_well_formed(problem) = "标记不完整：{problem}", "the markup is not well formed: {problem}";
    not_allowed(found) = "标记中不能有 {found}", "{found} is not allowed in the markup";
    unknown_reference(name) = "没有 {name} 这个字符名称，请直接写该字符", "unknown reference {name}; write the character itself";
    ends_early() = "标记没有写完：缺少结束标签", "the markup ends early: an end tag is missing";
    text_outside(start) = "“{start}”不在任何段落或单元格内：请放入 <p> 或 <td>", "“{start}” is outside of paragraphs and cells; put it into <p> or <td>";
    unexpected_element(name, allowed) = "此处不能有 <{name}>，只能有：{allowed}", "<{name}> is not allowed here; allowed: {allowed}";
    no_paper() = "文书应以 <paper title=\"…\"> 开头", "a paper begins with <paper title=\"…\">";
    no_title() = "<paper> 缺少 title", "<paper> has no title";
    after_paper() = "</paper> 之后还有内容", "there is something after </paper>";
    not_empty(name) = "<{name}/> 不能有内容", "<{name}/> has no content";
    no_attributes(element, name) = "<{element}> 不能有属性，现有 {name}", "<{element}> has no attributes, found {name}";
    other_attribute(element, name, allowed) =
        "<{element}> 没有 {name} 这个属性，只能有：{allowed}",
        "<{element}> has no attribute {name}; allowed: {allowed}";
    not_a_number(element, name, most, found) =
        "<{element}> 的 {name} 应为 1 至 {most} 的整数，现为“{found}”",
        "{name} of <{element}>: expected a whole number from 1 to {most}, found “{found}”";
    other_word(element, name, words, found) =
        "<{element}> 的 {name} 应为 {words} 之一，现为“{found}”",
        "{name} of <{element}>: expected one of {words}, found “{found}”";
    ragged(first, other) =
        "表格各行的列数不同：第一行 {first} 列，另有一行 {other} 列",
        "the rows of a table have different numbers of columns: {first} in the first, {other} in another";
    columns(most, found) = "表格应有 1 至 {most} 列，现为 {found} 列", "a table has 1 to {most} columns, found {found}";
    widths(columns, count, sum) =
        "widths 应为 {columns} 个百分数，合计不超过 100，现为 {count} 个，合计 {sum}",
        "widths: expected {columns} percentages that sum up to 100 at most, found {count} with the sum {sum}";

    // Templates.
    with_detail(problem, detail) = "{problem}（{detail}）", "{problem} ({detail})";
    template_syntax() = "模板语法有误", "the template has a syntax error";
    template_undefined() = "模板用到了没有的内容", "the template uses a value that does not exist";
    template_unknown() = "模板用到了没有的过滤器或函数", "the template uses an unknown filter, test or function";
    template_include() = "找不到模板引用的另一个模板", "the template refers to another one that does not exist";
    template_endless() = "模板运行的步骤太多，疑为无穷循环", "the template takes too many steps; it may not end";
    template_too_long() = "模板生成的内容太长", "the template gives too much text";
    rendered_line(line, problem) = "生成的标记第 {line} 行：{problem}", "line {line} of the markup that it gives: {problem}";

    // Codes.
    code_record(hash, digest) = "suiji-v1 record {hash}:{digest}", "suiji-v1 record {hash}:{digest}";
    code_letter(hash, digest, id) =
        "suiji-v1 record {hash}:{digest} entity {id}",
        "suiji-v1 record {hash}:{digest} entity {id}";
    code_record_title() = "抽取记录摘要的二维码", "QR code of the digest of the record";
    code_letter_title() = "抽取记录摘要和代码的二维码", "QR code of the digest of the record and of the id";

    picture_empty(title) = "（图：{title}，没有数据）", "(Chart: {title}; no data)";
    chart_sheet() = "数据", "data";
    chart_rows() = "项目", "item";
    chart_series() = "标记", "mark";
    chart_at() = "位置（0 至 1000000）", "place (0 to 1000000)";
    chart_line() = "行", "line";

    // Names of files.
    file_minutes() = "抽取记录表", "minutes";
    file_annex() = "抽取记录表附件（不公开）", "minutes-annex";
    file_task_sheets() = "检查任务单", "task-sheets";
    file_approvals() = "检查审批表", "approvals";
    file_notices() = "检查通知书", "notices";
    file_announcement() = "公示", "announcement";
    file_outcomes() = "检查结果公示", "outcomes";
    file_proposals() = "列入经营异常名录建议表", "proposals";
    file_summary() = "抽查工作总结", "summary";
    file_letter() = "答复函", "letter";
    file_tables() = "抽查表格", "tables";
    folder_tables() = "表格", "tables";
    file_pictures() = "图", "pictures";
    file_receipt() = "查验单", "receipt";
    file_all(name) = "{name}（全部）", "{name}-all";
    title_all(name) = "{name}（全部，供一次打印）", "All {name}, to be printed at once";

    // The page of the folder.
    index_title(plan) = "{plan}：抽取文书", "{plan}: papers of the draw";
    index_record(digest) = "抽取记录摘要 {digest}。", "Record {digest}.";
    index_amended(digest, count) =
        "抽取记录摘要 {digest}，已计入抽取后的变更 {count} 次。",
        "Record {digest}, with {count} amendments after the draw.";
    index_print() =
        "打印：打开“网页”，用浏览器打印（A4，不缩放）；在打印窗口选择“另存为 PDF”可得到 PDF。修改：打开“文档”，用 Word 或 WPS 编辑。",
        "To print, open the page and print it from the browser (A4, scale 100 %); the print dialogue can also save it as PDF. To edit, open the document in Word or WPS.";
    index_public() = "（可以公开）", " (public)";
    index_not_public() = "（不公开）", " (not public)";
    kind_minutes() = "抽取记录表", "Minutes";
    kind_task_sheet() = "检查任务单", "Task sheets";
    kind_approval() = "检查审批表（代拟稿）", "Approvals (drafts)";
    kind_notice() = "检查通知书（代拟稿）", "Notices (drafts)";
    kind_announcement() = "公示", "Announcement";
    kind_outcomes() = "检查结果公示", "Notice with outcomes";
    kind_proposals() = "列入经营异常名录建议表", "Proposals for the list of abnormal operations";
    kind_summary() = "抽查工作总结", "Summary";
    kind_letter() = "答复函", "Letters";
    kind_table() = "表格", "Tables";
    kind_picture() = "图", "Pictures";
    form_html() = "网页", "page";
    form_docx() = "文档", "document";

    // Pages.
    language_code() = "zh-CN", "en";
    page_number_before() = "第 ", "Page ";
    page_number_between() = " 页 共 ", " of ";
    page_number_after() = " 页", "";
}

/// The text around the page number and the number of pages.
pub(crate) fn page_numbers() -> [Text; 3] {
    [
        page_number_before(),
        page_number_between(),
        page_number_after(),
    ]
}

/// The name of a kind of papers, for people.
pub(crate) fn kind(word: &str) -> Text {
    match word {
        "minutes" => kind_minutes(),
        "task_sheet" => kind_task_sheet(),
        "approval" => kind_approval(),
        "notice" => kind_notice(),
        "announcement" => kind_announcement(),
        "outcomes" => kind_outcomes(),
        "proposals" => kind_proposals(),
        "summary" => kind_summary(),
        "letter" => kind_letter(),
        "table" => kind_table(),
        _ => kind_picture(),
    }
}

/// The name of a form of papers, for people.
pub(crate) fn form(extension: &str) -> Text {
    match extension {
        "html" => form_html(),
        "docx" => form_docx(),
        other => Text::of(|_| other.to_uppercase()),
    }
}
