//! The table of texts: Chinese first, then English, in the order of the rooms.
//!
//! To translate or correct a text, edit only this file. `{name}` is an argument. A finding has two texts: the finding
//! and a remedy.

use super::{Localized, Text, Words};
use crate::base::lang::Lang;

/// The table of all error codes, with the rule that each enforces.
///
/// Codes are stable: a program may match them.
pub mod codes {
    use super::super::{Code, Localized, Problem, Text};

    codes! {
        // JSON documents.
        NOT_UTF8 not_utf8(byte) = "json.not-utf8", "C2a",
            "不是 UTF-8 编码（第 {byte} 字节起），请另存为 UTF-8",
            "not UTF-8 (from byte {byte}): save it as UTF-8";
        SYNTAX syntax(line, column, problem) = "json.syntax", "C2a",
            "第 {line} 行第 {column} 列不符合 JSON 格式：{problem}",
            "invalid JSON at line {line} column {column}: {problem}";
        TRUNCATED truncated(line, column) = "json.truncated", "C2a",
            "内容不完整，在第 {line} 行第 {column} 列中断，请换用完整的文件",
            "the document ends too early, at line {line} column {column}: use the complete file";
        EMPTY_DOCUMENT empty_document() = "json.empty-document", "C2a", "文件是空的", "the document is empty";
        BOM bom() = "json.bom", "C2a",
            "文件开头有 BOM，请另存为不带 BOM 的 UTF-8",
            "the document starts with a byte order mark: save it as UTF-8 without one";
        DEPTH depth(limit) = "json.depth", "", "嵌套超过 {limit} 层", "nested more than {limit} levels deep";
        BYTES bytes(limit) = "limit.bytes", "", "超过允许的 {limit} 字节", "more than the {limit} bytes allowed";
        VALUES values(limit) = "limit.values", "", "超过允许的 {limit} 个值", "more than the {limit} values allowed";
        LINE line(limit) = "limit.line", "", "一行超过允许的 {limit} 字节", "a row of more than the {limit} bytes allowed";
        ROWS rows(limit) = "limit.rows", "", "超过允许的 {limit} 行", "more than the {limit} rows allowed";
        TASKS tasks(limit) = "limit.tasks", "", "任务超过允许的 {limit} 项", "more than the {limit} tasks allowed";
        LIMITS limits(limit) = "limit.limits", "", "频次上限超过允许的 {limit} 项", "more than the {limit} limits on visits allowed";
        SOURCES sources(limit) = "limit.sources", "", "随机源超过允许的 {limit} 个", "more than the {limit} sources allowed";
        FRAMED framed(limit) = "limit.framed", "",
            "各任务的抽样框（含排除的检查对象）合计超过允许的 {limit} 户次，请将计划分成几次封存",
            "the frames of all tasks, excluded entities included, have more than the {limit} places allowed: seal the plan in parts";
        DRAWN drawn(found, limit) = "limit.drawn", "",
            "各任务抽取数量、备选和席位合计 {found} 个，超过允许的 {limit} 个，请将计划分成几次封存",
            "{found} selected entities, reserves and seats in all, more than the {limit} allowed: seal the plan in parts";
        SEATED seated(found, limit) = "limit.seated", "",
            "各任务的席位数乘以可出任的人数，合计 {found}，超过允许的 {limit}，请将计划分成几次封存",
            "seats times inspectors who could take them: {found} in all, more than the {limit} allowed: seal the plan in parts";
        RECORD_SIZE record_size(found, limit) = "limit.record", "",
            "抽取记录最多可达 {found} 字节，超过可读取的 {limit} 字节，请将计划分成几次封存",
            "the record could have {found} bytes, more than the {limit} bytes that readers accept: seal the plan in parts";
        SHEET_SIZE sheet_size(found, limit) = "limit.commitment", "",
            "封存单最多可达 {found} 字节，超过允许的 {limit} 字节，请将计划分成几次封存，或精简抽取仪式",
            "the commitment could have {found} bytes, more than the {limit} bytes allowed: seal the plan in parts, or shorten the ceremony";
        VALUES_SIZE values_size(found, limit) = "limit.contributions", "",
            "各随机源的取值最多可达 {found} 字节，超过可读取的 {limit} 字节，请减少随机源或缩短取值",
            "the contributions could have {found} bytes, more than the {limit} bytes that readers accept: use fewer sources or shorter values";
        NULL null() = "json.null", "C2a", "不允许 null：没有内容的字段请删去", "null is not allowed: leave the field out";
        NUMBER number() = "json.number", "C2a",
            "应填 ±(2^53−1) 以内的整数，不得写小数、指数或 -0",
            "expected an integer within ±(2^53−1), without fraction, exponent or -0";
        RANGE range(from, to, found) = "json.range", "C2a",
            "应填 {from} 至 {to} 的整数，现为 {found}",
            "expected an integer from {from} to {to}, found {found}";
        WRONG_TYPE wrong_type(expected, found) = "json.wrong-type", "C2a",
            "应填{expected}，现为{found}",
            "expected {expected}, found {found}";
        UNKNOWN_FIELD unknown_field(field) = "json.unknown-field", "C2b",
            "未知字段“{field}”，请核对拼写或删去",
            "unknown field “{field}”: check the spelling or remove it";
        REPEATED_KEY repeated_key(field) = "json.repeated-key", "C2b", "键“{field}”重复", "duplicate key “{field}”";
        MISSING_FIELD missing_field(field) = "json.missing-field", "C2c", "缺少字段“{field}”", "field “{field}” is missing";
        EMPTY empty() = "json.empty", "C2c", "不得为空", "must not be empty";
        WRITTEN_EMPTY written_empty() = "json.written-empty", "C2c",
            "此处空的可选字段必须省略",
            "an empty optional field must be left out here";
        WRITTEN_DEFAULT written_default() = "json.written-default", "C2c",
            "此处等于缺省值的字段必须省略",
            "a field with its default value must be left out here";
        CHOICE choice(choices, found) = "json.choice", "C2a",
            "应填以下之一：{choices}；现为“{found}”",
            "expected one of {choices}, found “{found}”";

        // Values.
        TEXT_EMPTY text_empty() = "text.empty", "C3", "文本不得为空", "the text must not be empty";
        TEXT_NFC text_nfc(found) = "text.not-nfc", "C3",
            "文本不是 Unicode NFC 形式，请先转换：“{found}”",
            "the text is not in Unicode NFC, convert it first: “{found}”";
        TEXT_EDGE text_edge(found) = "text.edge-space", "C3",
            "文本首尾有空白，请删去：“{found}”",
            "the text starts or ends with white space, remove it: “{found}”";
        TEXT_CONTROL text_control(found, name) = "text.control", "C3",
            "文本含有{name}（U+{found}），请删去",
            "the text contains {name} (U+{found}): remove it";
        TEXT_INVISIBLE text_invisible(found, name) = "text.invisible", "C3",
            "文本含有{name}（U+{found}），请更正",
            "the text contains {name} (U+{found}): correct it";
        TEXT_UNASSIGNED text_unassigned(found) = "text.unassigned", "C3",
            "文本含有 U+{found}，不是 Unicode 15.0 的字符，请更正",
            "the text contains U+{found}, which is not a character of Unicode 15.0: correct it";
        ID_FORM id_form(found) = "id.form", "C4",
            "“{found}”不是合法编号：应为 1 至 64 个英文字母、数字或 -_.:/()，且以字母或数字开头",
            "“{found}” is not an id: expected 1 to 64 ASCII letters, digits or -_.:/(), starting with a letter or digit";
        ID_CASE id_case(first, second, at) = "id.case", "C4",
            "编号“{first}”与“{second}”{at}仅大小写不同",
            "ids “{first}” and “{second}”{at} differ only in letter case";
        HEX_FORM hex_form(digits) = "hex.form", "C1",
            "应填 {digits} 位小写十六进制数字",
            "expected {digits} lower-case hex digits";
        RATIO_FORM ratio_form(found) = "ratio.form", "C6",
            "应填比例，大于 0%、不超过 100%，写作 20% 或 12.5%（半角百分号，小数末尾不留 0），现为“{found}”",
            "expected a ratio above 0% and up to 100%, such as 20% or 12.5%, without trailing zeros, found “{found}”";
        DATE_FORM date_form(found) = "date.form", "C7",
            "应填真实存在的日期，写作 2024-09-01，现为“{found}”",
            "expected a date of the calendar such as 2024-09-01, found “{found}”";
        TIME_FORM time_form(found) = "time.form", "C7",
            "应填时间，写作 2024-09-01T09:00:00+08:00，现为“{found}”",
            "expected a time such as 2024-09-01T09:00:00+08:00, found “{found}”";
        DISTRICT_FORM district_form(from, found) = "district.form", "I3",
            "应填 {from} 至 12 位行政区划代码，现为“{found}”",
            "expected a division code of {from} to 12 digits, found “{found}”";

        // The plan.
        WINDOW window() = "plan.window", "I1", "结束日期早于开始日期", "the end date is before the start date";
        CLASS_COUNT class_count(found) = "plan.class-count", "I1",
            "应有 2 至 9 个风险类别，现有 {found} 个",
            "expected two to nine risk classes, found {found}";
        CLASS_ALL class_all() = "plan.class-all", "I1", "风险类别不得命名为 all", "a class must not be named all";
        CLASS_DUPLICATE class_duplicate(id) = "plan.duplicate-class", "I1", "风险类别“{id}”重复", "duplicate class “{id}”";
        CLASS_UNKNOWN class_unknown(id) = "plan.unknown-class", "I2",
            "“{id}”不是本计划的风险类别",
            "“{id}” is not a class of the plan";
        TASK_DUPLICATE task_duplicate(id) = "plan.duplicate-task", "I1", "任务编号“{id}”重复", "duplicate task “{id}”";
        LIMIT_DUPLICATE limit_duplicate(id) = "plan.duplicate-limit", "I2",
            "频次上限“{id}”重复：同一任务的频次上限与计划的频次上限，编号均不得相同",
            "duplicate limit “{id}”: the limits of a task and of the plan must have different ids";
        LIMIT_EXEMPT limit_exempt(id) = "plan.limit-exempt", "I2",
            "频次上限不得命名为“{id}”：exempt 专指免检",
            "a limit must not be named “{id}”: exempt is the reason for exempt entities";
        NO_NUMBER no_number(task) = "plan.no-number", "I2",
            "任务 {task} 未填抽查比例或数量（quota），也未填各类最低比例（risk.minimum）：“递加”等说法没有给出数字，请补填",
            "task {task} has neither quota nor risk.minimum: words like «递加» give no number, enter one";
        QUOTA_WORDS quota_words(found) = "plan.quota-words", "I2",
            "at_least、at_most、exactly、count 应填且只填一项，现有 {found} 项",
            "expected exactly one of at_least, at_most, exactly, count, found {found}";
        QUOTA_BOUND quota_bound(field, with) = "plan.quota-bound", "I2",
            "{field} 只能与 {with} 同用",
            "{field} is allowed only with {with}";
        SEATS_MANY seats_many(task, found) = "team.too-many-seats", "T1",
            "任务 {task} 的小组最多 20 席，现有 {found} 席",
            "task {task}: expected at most 20 seats, found {found}";
        SEATS_FEW seats_few(task) = "team.too-few-officers", "T1",
            "任务 {task} 的小组至少须有两个执法检查人员席位，专家席不计",
            "task {task} needs at least two seats that are not an expert's";
        SEAT_EXPERT seat_expert(task) = "team.first-seat-expert", "T1",
            "任务 {task} 的首席由主办人员担任，不得为专家席",
            "the first seat of task {task} is the lead's and must not be an expert's";
        SEAT_NOBODY seat_nobody(task, seat, department) = "team.seat-nobody", "T1",
            "任务 {task} 的第 {seat} 席（{department}）在执法检查人员名录库中无人可任，请核对部门、专家和专业",
            "nobody on the roster can take seat {seat} (from 0) of task {task} (department {department}): check department, expert and skills";
        NO_WINDOW_END no_window_end(task) = "team.no-window-end", "T1",
            "任务 {task} 有检查小组，任务和计划却都没有起止时间（window），无法与证件期限（valid_to）比较",
            "task {task} has a team, but neither task nor plan has a window to compare valid_to with";

        // Tables.
        ENTITY_DUPLICATE entity_duplicate(id, first, second) = "registry.duplicate-id", "I6",
            "编号“{id}”重复：第 {first} 行与第 {second} 行",
            "duplicate id “{id}”: rows {first} and {second}";
        ENTITY_CLASS entity_class(class) = "registry.unknown-class", "I6",
            "“{class}”不是本计划的类别",
            "“{class}” is not a class of the plan";
        EXEMPT_MISSING exempt_missing() = "registry.exempt-missing", "I3",
            "只有填写了免检理由（exempt）的检查对象，才可填写免检任务（exempt_from）",
            "exempt_from is allowed only with exempt";
        MEMBER_DUPLICATE member_duplicate(member) = "set.duplicate-member", "I6", "“{member}”重复", "duplicate “{member}”";
        INSPECTOR_DUPLICATE inspector_duplicate(id, first, second) = "roster.duplicate-id", "I6",
            "证件号“{id}”重复：第 {first} 行与第 {second} 行",
            "duplicate id “{id}”: rows {first} and {second}";
        VISIT_DUPLICATE visit_duplicate(first, second, entity, date, task, kind) = "history.duplicate-row", "I5",
            "第 {first} 行与第 {second} 行是同一次检查：{entity}，{date}，{task}，{kind}",
            "rows {first} and {second} are the same inspection: {entity}, {date}, {task}, {kind}";
        VISIT_AFTER visit_after(day) = "history.after-sealing", "I5",
            "检查日期晚于封存之日（{day}）：检查历史只记录已经完成的检查",
            "the date is after the day of sealing ({day}): the history has only inspections already carried out";
        COLUMN_LENGTH column_length(column, expected, found) = "table.column-length", "",
            "“{column}”列应有 {expected} 行，现有 {found} 行",
            "column “{column}”: expected {expected} rows, found {found}";
        COLUMN_UTF8 column_utf8() = "table.column-not-utf8", "C2a", "不是 UTF-8 编码", "not UTF-8";
        COLUMN_BROKEN column_broken() = "table.column-broken", "", "偏移量超出数据范围", "the offsets point outside the data";
        READ read(problem) = "table.read", "", "无法读取：{problem}", "cannot be read: {problem}";
        JSON_ARRAY json_array() = "table.json-array", "",
            "这是一个 JSON 数组，应为 JSON Lines：每行一个对象，行间不加逗号，首尾不加方括号",
            "this is a JSON array, expected JSON Lines: one object per line, without commas between them or brackets around them";
        CSV_EMPTY csv_empty() = "table.empty-file", "",
            "文件是空的，连表头也没有，可能导出失败；名单确实为空时，文件也应有表头",
            "the file is empty and has no header, perhaps an export failed: even an empty list has its header";
        CSV csv(problem) = "table.csv", "", "不符合 CSV 格式：{problem}", "invalid CSV: {problem}";
        CSV_HEADER csv_header(field, problem) = "table.header", "", "“{field}”列{problem}", "column “{field}” {problem}";

        // Frames and allocation.
        FRAME_EMPTY frame_empty(task) = "frame.empty", "F3",
            "任务 {task} 的抽样框为空：名录库中没有范围内可抽取的检查对象，请核对范围（scope）和名录库",
            "task {task} has an empty frame: no entity of the registry is in scope and may be drawn, check scope and registry";
        FRAME_UNRATED frame_unrated(task, count, ids) = "frame.unrated", "F3",
            "任务 {task} 有 {count} 个检查对象未评定风险类别，且未设 risk.unrated_as：{ids}",
            "task {task}: {count} entities have no class, and risk.unrated_as is not set: {ids}";
        MIN_ABOVE_MAX min_above_max(task, class, size, minimum, maximum) = "allocation.minimum-above-maximum", "F4",
            "任务 {task} 类别 {class}：{size} 个中最少须抽 {minimum} 个，最多只许抽 {maximum} 个",
            "task {task}, class {class}: of {size}, the minimum is {minimum} and the maximum {maximum}";
        MIN_ABOVE_QUOTA min_above_quota(task, minimum, quota) = "allocation.minimum-above-quota", "F4",
            "任务 {task}：各类最低比例合计须抽 {minimum} 个，超过抽查数量 {quota} 个",
            "task {task}: the minima add up to {minimum}, more than the quota of {quota}";
        MAX_BELOW_QUOTA max_below_quota(task, maximum, quota) = "allocation.maximum-below-quota", "F4",
            "任务 {task}：各类最高比例合计只许抽 {maximum} 个，达不到抽查数量 {quota} 个",
            "task {task}: the maxima add up to {maximum}, less than the quota of {quota}";

        // The ceremony and the commitment.
        HASH hash(found) = "ceremony.hash", "C1",
            "杂凑算法应填 sha256 或 sm3，现为“{found}”",
            "expected sha256 or sm3, found “{found}”";
        NO_SOURCE no_source() = "ceremony.no-source", "S4a", "至少要有一个随机源", "at least one source is needed";
        LIVE_OFFICE live_office() = "ceremony.live-office", "S4c",
            "机关自己的随机源不得为现场值（live），须在封存前承诺（committed）",
            "a source of the office must not be live: its value must be committed before sealing";
        REPEATED_COMMITMENT repeated_commitment() = "ceremony.repeated-commitment", "S4c",
            "两个随机源的承诺值相同",
            "two sources have the same commitment";
        PART_COUNT part_count(found) = "ceremony.part-count", "S4b",
            "现场随机源（live）应分 1 至 20 组（parts），现有 {found} 组",
            "a live source has 1 to 20 parts, found {found}";
        PART_RANGE part_range(from, to) = "ceremony.part-range", "S4b",
            "from 应小于 to，现为 {from} 至 {to}",
            "from must be less than to, found {from} to {to}";
        PART_DISTINCT part_distinct(all, most, found) = "ceremony.part-distinct", "S4b",
            "不放回抽取（distinct）时，{all} 个号码中应抽 2 至 {most} 个，现为 {found} 个",
            "drawn without replacement (distinct): expected 2 to {most} of the {all} numbers, found {found}";
        DRAND_TIME drand_time(round, first) = "ceremony.drand-time", "S4a",
            "drand 第 {round} 轮在封存时或封存前已经公布；请选第 {first} 轮或更晚的轮次",
            "drand round {round} was published at or before sealing: choose round {first} or a later one";
        DRAND_CHAIN drand_chain() = "ceremony.drand-chain", "S4a", "不是附录 A 的 drand 链", "expected the drand chain of annex A";
        NO_PREVIOUS no_previous() = "ceremony.no-previous", "S3c",
            "有前次封存单，须在 previous 中写明上一份的摘要",
            "there are earlier commitments: previous must name the last of them";
        EARLIER_TWICE earlier_twice(commitment) = "ceremony.sheet-twice", "S3c",
            "前次封存单 {commitment} 重复列出",
            "duplicate earlier commitment {commitment}";
        EARLIER_BOTH earlier_both() = "ceremony.record-and-contributions", "S3c",
            "被替代的封存单只能写 record 或 contributions 之一",
            "a superseded commitment has either record or contributions, not both";
        CONTRIBUTION_ORDER contribution_order() = "ceremony.contribution-order", "S3c",
            "被替代封存单的取值须按随机源顺序排列",
            "the contributions of a superseded commitment must be in the order of its sources";
        EARLIER_MISSING earlier_missing(commitment, task) = "ceremony.earlier-sheet", "S3c",
            "前次封存单 {commitment} 含任务 {task}，须列入 follows 或 supersedes",
            "earlier commitment {commitment} contains task {task}: list it in follows or supersedes";
        EARLIER_ORDER earlier_order(older, younger) = "ceremony.sheet-order", "S3c",
            "前次封存单须按封存先后列出：{older} 先于 {younger} 封存",
            "earlier commitments must be listed with the oldest first: {older} was sealed before {younger}";
        EARLIER_CONTRIBUTION earlier_contribution(commitment) = "ceremony.sheet-contribution", "S3c",
            "所列取值与被替代封存单 {commitment} 的随机源不符",
            "the contributions of the superseded commitment {commitment} do not match its sources";
        COMMITMENT_REUSED commitment_reused(source) = "ceremony.reused-commitment", "S4c",
            "随机源“{source}”的承诺值已在前次封存单中用过，请重新承诺",
            "the commitment of source “{source}” was used in an earlier sealing: make a new one";
        COMMITMENT_OPENED commitment_opened(source) = "ceremony.opened-commitment", "S4c",
            "随机源“{source}”的承诺值已由被替代封存单的取值公开，请重新承诺",
            "the commitment of source “{source}” was opened by a contribution to a superseded commitment: make a new one";
        NO_COMMITMENT no_commitment(source) = "ceremony.no-commitment", "S4a",
            "随机源“{source}”没有承诺值",
            "source “{source}” has no commitment";
        SPEC_COMMITMENT spec_commitment(found) = "commitment.spec-unknown", "S3a",
            "这是“{found}”版本的封存单，本程序只识别 suiji-v1",
            "expected a commitment of suiji-v1, found “{found}”";
        STRATA strata(found) = "commitment.strata", "I1",
            "计划最多九个风险类别，现有 {found} 层",
            "expected at most nine strata, as a plan has at most nine classes, found {found}";
        CHANGED changed(what) = "sealed.changed", "S3a",
            "{what}与封存时不一致，请使用封存时的文件",
            "{what} is not what was sealed: use the files of the sealing";
        ROW_CHANGED row_changed(columns) = "sealed.row-changed", "S1",
            "与封存时的行不同：{columns}",
            "differs from the sealed row in {columns}";
        ROW_ADDED row_added() = "sealed.row-added", "S1", "封存时没有这一行", "this row was not sealed";
        ROW_REMOVED row_removed(row) = "sealed.row-removed", "S1", "缺少封存时的行：{row}", "a sealed row is missing: {row}";
        SECRET_MISSING secret_missing() = "sealed.secret-missing", "S2",
            "封存单为盲化封存，须提供其密钥（secret）",
            "the commitment is blinded: provide its secret";
        SECRET_WRONG secret_wrong() = "sealed.secret-wrong", "S2",
            "这不是本封存单的密钥（secret）：与记录中的签号不符",
            "this is not the secret of this commitment: the tickets of the record do not match it";
        SECRET_NEEDLESS secret_needless() = "sealed.secret-needless", "S2",
            "封存单未盲化，无须提供密钥（secret）",
            "the commitment is not blinded: do not provide a secret";

        // Contributions.
        CONTRIBUTION_COUNT contribution_count(expected, found) = "contributions.count", "R1",
            "应有 {expected} 个取值，每个随机源一个，现有 {found} 个",
            "expected {expected} contributions, one for each source, found {found}";
        CONTRIBUTION_KIND contribution_kind(source, expected, found) = "contributions.kind", "R1",
            "随机源“{source}”的取值应为 {expected}，现为 {found}",
            "source “{source}”: expected a contribution of kind {expected}, found {found}";
        CONTRIBUTION_OPEN contribution_open(source, why) = "contributions.not-opening", "R1",
            "随机源“{source}”的随机数（nonce）和取值（value）与承诺值不匹配{why}，请核对是否录入有误",
            "nonce and value of source “{source}” do not match its commitment{why}: check what was entered";
        CONTRIBUTION_PARTS contribution_parts(source, expected, found) = "contributions.parts", "S4b",
            "随机源“{source}”应有 {expected} 组号码，现有 {found} 组",
            "source “{source}”: expected {expected} groups of numbers, one for each part, found {found}";
        CONTRIBUTION_LENGTH contribution_length(source, part, expected, found) = "contributions.length", "S4b",
            "随机源“{source}”{part}应有 {expected} 个号码，现有 {found} 个",
            "source “{source}”{part}: expected {expected} numbers, found {found}";
        CONTRIBUTION_RANGE contribution_range(source, part, from, to, found) = "contributions.number-range", "S4b",
            "随机源“{source}”{part}的号码应为 {from} 至 {to}，现有 {found}",
            "source “{source}”{part}: expected numbers from {from} to {to}, found {found}";
        CONTRIBUTION_ASCENDING contribution_ascending(source, part, first, second) = "contributions.not-ascending", "S4b",
            "随机源“{source}”{part}的号码应由小到大排列，现在 {first} 排在 {second} 之前；现场逐个录入时由命令排序",
            "source “{source}”{part}: the numbers must be in ascending order, but {first} is before {second}; numbers typed at the table are sorted by the command";
        CONTRIBUTION_TWICE contribution_twice(source, part, found) = "contributions.repeated-number", "S4b",
            "随机源“{source}”{part}的号码 {found} 出现了不止一次，而抽出的球不放回，请核对是否录入有误",
            "source “{source}”{part}: {found} appears more than once, but drawn balls are not put back: check what was entered";
        DRAND_POINT drand_point(source) = "contributions.drand-point", "R1",
            "随机源“{source}”的 signature 不是有效的签名（压缩格式、群或无穷远点有误），请从公布的轮次原样复制",
            "source “{source}”: signature is not a valid point (form, group or identity): copy it from the published round";
        DRAND_SIGNATURE drand_signature(source, round) = "contributions.drand-signature", "R1",
            "随机源“{source}”的 signature 不是第 {round} 轮的签名，请核对轮次和所属的链",
            "source “{source}”: signature is not that of round {round}: check the round and the chain";
        BEACON_ROUND beacon_round(expected, found) = "contributions.beacon-round", "R1",
            "这是 drand 第 {found} 轮，应为第 {expected} 轮",
            "this is drand round {found}: expected round {expected}";
        BEACON_CHAIN beacon_chain() = "contributions.beacon-chain", "R1",
            "含有 previous_signature，不是附录 A 的链（quicknet）的轮次；请从该链复制",
            "with previous_signature it is not a round of the chain of annex A (quicknet): copy one from that chain";
        BEACON_RANDOMNESS beacon_randomness() = "contributions.beacon-randomness", "R1",
            "randomness 不是 signature 的 SHA-256，请从公布的轮次原样复制",
            "randomness is not the SHA-256 of signature: copy both from the published round";

        CONTRIBUTION_OTHER contribution_other(expected, found) = "contributions.other-commitment", "R4",
            "这些取值属于封存单 {found}，而本封存单为 {expected}",
            "the contributions are for commitment {found}, but this is {expected}";
        SPEC_CONTRIBUTIONS spec_contributions(found) = "contributions.spec-unknown", "R4",
            "这是“{found}”版本的取值，本程序只识别 suiji-v1",
            "expected contributions of suiji-v1, found “{found}”";

        // Records, public forms, receipts.
        SPEC_RECORD spec_record(found) = "record.spec-unknown", "E1",
            "这是“{found}”版本的抽取记录，本程序只识别 suiji-v1",
            "expected a record of suiji-v1, found “{found}”";
        SPEC_PUBLIC spec_public(found) = "public-form.spec-unknown", "E2",
            "这是“{found}”版本的公示文本，本程序只识别 suiji-v1",
            "expected a public form of suiji-v1, found “{found}”";
        LAST_TWICE last_twice() = "public-form.last", "E2",
            "一层只能公布末位签号（ticket）或其承诺值（commitment）之一",
            "a stratum has either a ticket or a commitment, not both";
        SPEC_RECEIPT spec_receipt(found) = "receipt.spec-unknown", "G1",
            "这是“{found}”版本的查验单，本程序只识别 suiji-v1",
            "expected a receipt of suiji-v1, found “{found}”";
        RECORD_OTHER record_other() = "receipt.other-record", "G1",
            "抽取记录不属于本封存单",
            "the record does not belong to this commitment";
        RECEIPT_CASE receipt_case(id, found, list) = "receipt.id-case", "C4",
            "没有编号为“{id}”的检查对象：{list}中的编号是“{found}”，请核对大小写",
            "there is no entity “{id}”: {list} has “{found}”, check upper and lower case";
        RECEIPT_INSPECTOR receipt_inspector(found) = "receipt.inspector", "G1",
            "“{found}”是执法检查人员的编号，请填写检查对象的编号",
            "“{found}” is the id of an inspector: give the id of an entity";
        RECEIPT_FIELDS receipt_fields(state, field) = "receipt.fields", "G2",
            "状态为 {state} 的查验单缺少字段 {field}，或不应有该字段",
            "state {state}: field {field} is missing or not allowed";
        NOT_HOLDING not_holding(verdict, failed, unchecked) = "verification.not-holding", "V1",
            "核验结论：{verdict}；{failed} 项不符，{unchecked} 项未核验",
            "{verdict}: {failed} checks failed, {unchecked} were not made";

        // Amendments.
        SPEC_AMENDMENTS spec_amendments(found) = "amendments.spec-unknown", "M1",
            "这是“{found}”版本的变更记录，本程序只识别 suiji-v1",
            "expected amendments of suiji-v1, found “{found}”";
        AMEND_RECORD amend_record(expected, found) = "amendments.other-record", "M1",
            "变更所属的抽取记录是 {found}，不是这一份（{expected}）",
            "these amendments belong to record {found}, not to {expected}";
        AMEND_TEAMS amend_teams(task) = "amendments.record-teams", "M2",
            "抽取记录中任务 {task} 的检查小组自相矛盾，无法变更，请先核验记录",
            "the teams of task {task} in the record contradict each other: verify the record first";
        AMEND_PREVIOUS amend_previous(expected, found) = "amendments.previous", "M1",
            "previous 应为 {expected}，现为 {found}",
            "previous: expected {expected}, found {found}";
        AMEND_TIME amend_time(at, before) = "amendments.time", "M1",
            "变更时间 {at} 早于前一项变更或封存的时间 {before}",
            "the time {at} is before that of the last amendment or of the sealing, {before}";
        AMEND_ORDER amend_order() = "amendments.order", "M3",
            "人员或席位未按顺序排列，或有重复",
            "inspectors or seats are not in order, or one is repeated";
        AMEND_ALREADY_AWAY amend_already_away(inspector) = "amendments.already-away", "M3",
            "检查人员 {inspector} 已登记为不能参加",
            "inspector {inspector} is away already";
        AMEND_NOT_AWAY amend_not_away(inspector) = "amendments.not-away", "M3",
            "检查人员 {inspector} 未登记为不能参加，无须恢复",
            "inspector {inspector} is not away";
        AMEND_UNKNOWN amend_unknown(inspector) = "amendments.unknown-inspector", "M3",
            "执法检查人员名录库中没有 {inspector}，请核对证件号",
            "inspector {inspector} is not in the roster: check the id";
        AMEND_TASK amend_task(task) = "amendments.unknown-task", "M2",
            "抽取记录中没有任务 {task}",
            "the record has no task {task}";
        AMEND_NOT_SELECTED amend_not_selected(task, entity) = "amendments.not-selected", "M2",
            "任务 {task} 未抽中 {entity}，也未启用其为备选",
            "{entity} is neither selected for task {task} nor a used reserve";
        AMEND_JOINED amend_joined(task, entity, joins) = "amendments.joined", "M2",
            "任务 {task} 的 {entity} 由任务 {joins} 的小组一并检查，请在任务 {joins} 中变更",
            "the team of {entity} for task {task} is that of task {joins}: amend it there";
        AMEND_NO_SEAT amend_no_seat(task, entity, seat) = "amendments.no-seat", "M2",
            "任务 {task} 检查 {entity} 的小组没有第 {seat} 席（从 0 起）",
            "the team of {entity} for task {task} has no seat {seat} (from 0)";
        AMEND_VACANT amend_vacant(task, entity, seat) = "amendments.seat-vacant", "M3",
            "任务 {task} 检查 {entity} 的第 {seat} 席空缺，无人可替；指定人员请用 by_hand",
            "seat {seat} of {entity} for task {task} is vacant, so no inspector can leave it; to fill it, use by_hand";
        AMEND_HELD amend_held(task, entity, seat) = "amendments.seat-held", "M5",
            "任务 {task} 检查 {entity} 的第 {seat} 席有人，只有空缺席位可以指定人员",
            "seat {seat} of {entity} for task {task} is held: only a vacant seat can be filled by hand";
        AMEND_LEAVES amend_leaves(task, entity, seat, expected, found) = "amendments.leaves", "M3",
            "任务 {task} 检查 {entity} 的第 {seat} 席由 {expected} 担任，不是 {found}",
            "seat {seat} of {entity} for task {task} is held by {expected}, not by {found}";
        AMEND_CANNOT_TAKE amend_cannot_take(inspector, task, entity) = "amendments.cannot-take", "M3",
            "{inspector} 不能担任任务 {task} 检查 {entity} 的席位：已在该小组、曾离开该小组、此次正在离席或不能参加",
            "{inspector} cannot take a seat of {entity} for task {task}: already a member, a former member, leaving a seat now, or away";
        AMEND_IN_TEAM amend_in_team(inspector, task, entity) = "amendments.in-team", "M5",
            "{inspector} 已在任务 {task} 检查 {entity} 的小组中",
            "{inspector} is already in the team of {entity} for task {task}";
        AMEND_CASE amend_case(inspector, other) = "amendments.letter-case", "M5",
            "{inspector} 与已有的证件号 {other} 只有大小写不同，请核对",
            "{inspector} differs from the known id {other} only in letter case: check it";
        AMEND_REPLACED amend_replaced(task, entity) = "amendments.already-replaced", "M4",
            "任务 {task} 的 {entity} 已启用过备选",
            "a reserve was already used for {entity} of task {task}";
        AMEND_NO_RESERVE amend_no_reserve(task, entity) = "amendments.no-reserve", "M4",
            "任务 {task} 中 {entity} 所在层的备选已用完或没有备选",
            "the stratum of {entity} in task {task} has no reserve left";
        AMEND_RESERVE amend_reserve(expected, found) = "amendments.reserve-order", "M4",
            "应依次启用备选 {expected}，现为 {found}",
            "the next reserve is {expected}, found {found}";
        AMEND_MEMBERS amend_members(task, reserve) = "amendments.members", "M4",
            "任务 {task} 检查备选 {reserve} 的小组，成员与空缺席位和任务的席位不符",
            "members and vacant seats of reserve {reserve} do not make a team of task {task}";
        AMEND_CANNOT_JOIN amend_cannot_join(task, reserve, joins) = "amendments.cannot-join", "M4",
            "任务 {task} 检查备选 {reserve} 不能由任务 {joins} 的小组一并进行",
            "the team of reserve {reserve} for task {task} cannot be that of task {joins}";

        // Results of inspections.
        SPEC_RESULTS spec_results(found) = "results.spec-unknown", "O1",
            "这是“{found}”版本的检查结果，本程序只识别 suiji-v1",
            "expected results of suiji-v1, found “{found}”";
        RESULTS_RECORD results_record(expected, found) = "results.other-record", "O1",
            "检查结果所属的抽取记录是 {found}，不是这一份（{expected}）",
            "these results belong to record {found}, not to {expected}";
        RESULTS_OUTCOME results_outcome(found) = "results.unknown-outcome", "O1",
            "未知的检查结果代码“{found}”：请用公布的代码，或在 own_outcomes 中写明",
            "unknown outcome “{found}”: use a published code, or define it in own_outcomes";
        RESULTS_MEASURE results_measure(found) = "results.unknown-measure", "O1",
            "未知的处理措施代码“{found}”：请用公布的代码，或在 own_measures 中写明",
            "unknown measure “{found}”: use a published code, or define it in own_measures";
        RESULTS_OWN_CODE results_own_code() = "results.own-code", "O1",
            "自定代码重复，或与公布的代码相同，请改用其他代码",
            "an own code is repeated or is that of a published outcome or measure: use another one";
        RESULTS_PUBLISHED_EARLY results_published_early(date) = "results.published-early", "O1",
            "公示日期早于检查日期 {date}，请核对",
            "published before the day of the inspection, {date}: check both";

        CANCELLED cancelled() = "cancelled", "", "已取消", "cancelled by the caller";
    }
}

/// The table of all check ids that a report may contain, with the rule of each.
///
/// Ids are stable. A text names what is compared, and does not say whether it is equal.
pub mod checks {
    use super::super::Code;

    checks! {
        ALL: "All checks, in the order of the table.";

        SHEET_KNOWN = "sheet.known", "S3b", "封存单与事先公布的摘要", "commitment and the digest published before the draw";
        RECORD_KNOWN = "record.known", "E1", "抽取记录与所知的摘要", "record and the digest that was noted";
        CONTRIBUTIONS_KNOWN = "contributions.known", "R1", "取值与当场记下的取值", "contributions and the values that were noted";
        PUBLIC_AGREES = "public.agrees", "E2", "公示文本与抽取记录", "public form and record";
        SHEET_SIZES = "sheet.sizes", "S3a", "封存单的各项数量", "sizes and takes of the commitment";
        SHEET_SOURCES = "sheet.sources", "S4c", "随机源的承诺值与被替代封存单中已公开的取值", "commitments of the sources and the values opened by superseded commitments";
        SHEET_DRAND = "sheet.drand-round", "S4a", "drand 轮次的时间（须在封存之后）", "time of the drand round (after sealing)";
        CONTRIBUTION_COUNT = "contributions.count", "R3", "取值的个数（每个随机源一个）", "number of contributions (one for each source)";
        CONTRIBUTION = "contributions.match", "R1", "取值与随机源及其承诺值", "contribution and its source";
        DRAND = "contributions.drand", "R1", "drand 签名", "drand signature";
        SEED = "record.seed", "R2", "种子重算", "seed recomputed";
        TASKS = "record.tasks", "E1", "抽取结果的任务与封存单的任务", "tasks of the draws and of the commitment";
        KEY = "draw.key", "D1", "抽取密钥重算", "draw key recomputed";
        TICKETS = "draw.tickets", "D2", "签号重算", "tickets recomputed";
        ORDER = "draw.order", "D3", "抽中对象的检查顺序", "order of the selected";
        SIZES = "draw.sizes", "D3", "各层抽中数量与封存数量", "number selected in each stratum";
        UNIQUE = "draw.unique", "D3", "抽中与备选对象的唯一性", "uniqueness of the selected and the reserves";
        RESERVES = "draw.reserves", "D3", "备选的次序", "order of the reserves";
        TEAM_FORM = "draw.teams", "T5", "检查小组的组成", "composition of the teams";
        JOINS = "draw.joins", "T7", "一并检查的小组", "teams that serve two tasks in one visit";
        PLAN_DIGEST = "plan.digest", "S3a", "抽查计划与封存时的摘要", "plan and its sealed digest";
        PLAN_AUTHORITY = "plan.authority", "S3a", "封存单与计划的机关和年度", "authority and year of commitment and plan";
        PLAN_TASKS = "plan.tasks", "S3a", "封存单与计划的任务", "tasks of commitment and plan";
        PLAN_STRATA = "plan.strata", "F3", "分层与计划的风险类别", "strata and the classes of the plan";
        ALLOCATION = "plan.allocation", "F4", "各层抽取数量重算", "takes of the strata recomputed";
        INPUTS = "inputs.agree", "I6", "计划、名录库与检查历史的一致性", "agreement of plan, registry, roster and history";
        REGISTRY_ROOT = "registry.root", "S1", "检查对象名录库与封存时的摘要", "registry and its sealed root";
        HISTORY_ROOT = "history.root", "S1", "检查历史与封存时的摘要", "history and its sealed root";
        ROSTER_ROOT = "roster.root", "S1", "执法检查人员名录库与封存时的摘要", "roster and its sealed root";
        FRAME_ROOT = "frame.root", "F1", "抽样框重算", "frame recomputed";
        EXCLUDED_ROOT = "frame.excluded", "F2", "被排除的对象重算", "exclusions recomputed";
        STRATA = "frame.strata", "F3", "各层大小重算", "sizes of the strata recomputed";
        SELECTION = "draw.selection", "D3", "抽中与备选对象重算（各层签号最小者）", "selected and reserves recomputed (the smallest tickets of each stratum)";
        SHORT = "roster.short", "S5", "凑不齐小组的对象数量重算", "number of entities without a full team recomputed";
        TEAMS = "roster.teams", "T4", "检查小组重算", "teams recomputed";
        EARLIER_NAMED = "earlier.named", "S3c", "前次封存单（含同一任务）的清单", "list of earlier commitments with the same task";
        EARLIER_PREVIOUS = "earlier.previous", "S3c", "所列上一份封存单", "previous commitment";
        EARLIER_ORDER = "earlier.order", "S3c", "前次封存单的先后次序", "order of the earlier commitments";
        EARLIER_CONTRIBUTIONS = "earlier.contributions", "S3c", "被替代封存单的取值与其随机源", "contributions of a superseded commitment and its sources";
        EARLIER_SOURCES = "earlier.sources", "S4c", "承诺值的首次使用", "first use of the commitments of the sources";
        PUBLIC_LAST = "public.last", "E2", "公布的末位签号与有抽中对象的层", "published cutoffs and the strata with selected entities";
        PUBLIC_SELECTION = "public.selection", "D3", "抽中对象与末位签号重算（各层签号最小者）", "selected and cutoffs recomputed (the smallest tickets of each stratum)";
        PUBLIC_RECORD = "public.record", "E2", "记录摘要与公示文本重算", "record digest and public form recomputed";
        AMEND_OF_RECORD = "amendments.record", "M1", "变更与抽取记录", "amendments and record";
        AMEND_CHAIN = "amendments.chain", "M1", "变更的前项摘要与时间", "previous digest and time of the amendment";
        AMEND_FITS = "amendments.fits", "M6", "变更与当时的席位、备选状况", "amendment and the state before it";
        AMEND_DECIDED = "amendments.decided", "M3", "替补人员重算", "who steps in recomputed";
        RECEIPT_RECORD = "receipt.record", "G1", "查验单与抽取记录", "receipt and record";
        RECEIPT_REGISTRY = "receipt.registry", "G2", "登记行与封存的名录库", "row of the entity and the sealed registry";
        RECEIPT_HISTORY = "receipt.history", "G2", "检查记录与封存的检查历史", "past inspections and the sealed history";
        RECEIPT_ABSENT = "receipt.absent", "G3", "名录库中没有该对象", "absence from the registry";
        RECEIPT_FRAME = "receipt.frame", "G3", "该对象在抽样框中所属的层", "stratum of the entity in the frame";
        RECEIPT_EXCLUDED = "receipt.excluded", "G3", "该对象的排除及理由", "exclusion and its reason";
        RECEIPT_SCOPE = "receipt.scope", "G3", "任务范围与该对象的登记行", "scope of the task and the row of the entity";
        RECEIPT_TICKET = "receipt.ticket", "G4", "签号重算", "ticket recomputed";
        RECEIPT_CUTOFF = "receipt.cutoff", "G4", "末位签号与公布的末位签号", "cutoff and the published cutoff";
        RECEIPT_STATE = "receipt.state", "G4", "抽中与否与签号、末位签号", "selected or not, ticket and cutoff";
        RECEIPT_PROBABILITY = "receipt.probability", "G5", "入样概率（该层抽取数除以层的大小）", "inclusion probability (take over size of the stratum)";
        RECEIPT_RESERVE = "receipt.reserve", "G5", "是否备选及其序号", "reserve or not, and its number";
        RECEIPT_TEAM = "receipt.team", "G5", "检查小组", "team";
    }

    checks! {
        TRUST: "What remains on trust, always or with less than all inputs [V2].";

        TRUST_INPUTS = "trust.inputs", "V2",
            "检查对象名录库、执法检查人员名录库（回避、证件期限、上限）与检查历史完整、真实",
            "registry, roster (recusals, dates, caps) and history are complete and true";
        TRUST_SHEET = "trust.sheet", "V2",
            "在种子可知之前公布的是这份封存单，同样的任务没有另一份（封存时间由机关自己填写）",
            "this commitment, and no other for the same tasks, was published before the seed could be known (the office itself states the time of sealing)";
        TRUST_FIRST = "trust.first", "V2",
            "所列取值是为这份封存单最先给出的取值",
            "the contributions are the first that were given for this commitment";
        TRUST_BLINDED = "trust.blinded", "V2",
            "没有检查对象在名录库中占两行，各行的盐值按规则由密钥得出",
            "no entity has two rows, and the salts follow from the secret by the rule";
        TRUST_SOURCES = "trust.sources", "V2",
            "所列随机源没有一个只掌握在机关手里",
            "none of the listed sources was controlled by the office alone";
        TRUST_AMENDMENTS = "trust.amendments", "M6",
            "变更的理由（何人不能参加、何席离席、何户不能检查，及其先后与合并）属实，末尾没有遗漏的变更，由机关指定的人员合适",
            "the reasons of the amendments are true (who is away, which seats are left, which entities cannot be inspected, in which order, and which of these were decided together), no amendment is missing at the end, and the inspectors chosen by hand are suitable";
        TRUST_FRAME = "trust.frame", "V2",
            "抽中的对象在抽样框内，且签号在其中最小",
            "the selected were in the frame and had its smallest tickets";
    }
}

words! {
    // Documents, as the place of a fault.
    KIND_PLAN = "抽查计划", "plan";
    KIND_REGISTRY = "检查对象名录库", "registry";
    KIND_ROSTER = "执法检查人员名录库", "roster";
    KIND_HISTORY = "检查历史", "history";
    KIND_CEREMONY = "抽取仪式", "ceremony";
    KIND_COMMITMENT = "封存单", "commitment";
    KIND_CONTRIBUTIONS = "随机源取值", "contributions";
    KIND_RECORD = "抽取记录", "record";
    KIND_PUBLIC_FORM = "公示文本", "public form";
    KIND_AMENDMENTS = "变更记录", "amendments";
    KIND_RESULTS = "检查结果", "results";
    KIND_RECEIPT = "查验单", "receipt";
    KIND_VERIFICATION = "核验", "verification";
    KIND_FILE = "文件", "file";
    KIND_VALUE = "值", "value";
    KIND_CANCELLED = "取消", "cancelled";

    // Kinds of JSON values: what is expected, and what was found.
    NULL = " null", "null";
    TRUE_OR_FALSE = " true（是）或 false（否）", "true or false";
    A_FLAG = " true 或 false", "true or false";
    AN_INTEGER = "整数", "an integer";
    NO_INTEGER = "不是整数的数", "a number that is not an integer";
    A_TEXT = "文本", "text";
    A_RATIO = "比例，写成文本，如 \"5%\"（不写 0.05）", "a ratio as text, such as \"5%\" (not 0.05)";
    AN_ARRAY = "数组", "an array";
    AN_OBJECT = "对象", "an object";

    // What is wrong with the syntax of JSON, and what to do.
    EXPECTED_VALUE = "此处应有一个值；文本须加半角双引号", "expected a value; put text in double quotes";
    EXPECTED_WORD =
        "不加引号的词只能是 true、false 或 null；文本须加半角双引号",
        "a word without quotes must be true, false or null; put text in double quotes";
    EXPECTED_COLON = "字段名后面缺少半角冒号", "add a colon after the name of the field";
    EXPECTED_LIST_COMMA = "两项之间缺少半角逗号，或缺少右方括号 ]", "add a comma between two items, or the closing ]";
    EXPECTED_OBJECT_COMMA = "两个字段之间缺少半角逗号，或缺少右花括号 }", "add a comma between two fields, or the closing }";
    EXPECTED_KEY = "字段名须加半角双引号", "put the name of the field in double quotes";
    TRAILING_COMMA = "最后一项后面多了逗号，请删去", "remove the comma after the last item";
    TRAILING_CHARACTERS = "文件末尾有多余内容，请删去", "remove what follows the end of the document";
    INVALID_NUMBER = "数字的写法不对，如开头多了 0", "the number is malformed, for example with a leading 0";
    INVALID_ESCAPE = "反斜杠的写法不对；文本中的一个反斜杠须写成两个", "invalid escape; write a backslash of a text twice";
    CONTROL_CHARACTER =
        "文本中有换行、制表符等控制字符，请删去",
        "a text contains a control character such as a line break or tab; remove it";
    LONE_SURROGATE = "\\u 转义不完整", "incomplete \\u escape";
    OTHER_SYNTAX = "格式有误", "malformed";

    // Characters that text must not contain.
    TAB = "制表符", "a tab";
    LINE_BREAK = "换行符", "a line break";
    CONTROL = "控制字符", "a control character";
    SOFT_HYPHEN = "软连字符", "a soft hyphen";
    ZERO_WIDTH_SPACE = "零宽空格", "a zero width space";
    WRITING_DIRECTION = "书写方向控制符", "a mark of the writing direction";
    BYTE_ORDER_MARK = "字节顺序标记 BOM", "a byte order mark";
    LOST_CHARACTER = "代替乱码的字符", "a replacement character";
    INVISIBLE_CHARACTER = "不可见字符", "an invisible character";

    // Lists.
    COMMA = "、", ", ";
    SEMICOLON = "；", "; ";
    NO_TEXT = "", "";
    THE_SECRET = "盲化密钥", "the secret";
    AND_SO_ON = " 等", " …";

    // Inputs that have changed since the sealing.
    SEALED_TASKS = "任务列表", "the list of tasks";
    SEALED_SECRET = "每一行（可能是密钥 secret 有误）", "every row (perhaps the secret is wrong)";
    SEALED_PLAN = "抽查计划", "the plan";
    SEALED_REGISTRY = "检查对象名录库", "the registry";
    SEALED_ROSTER = "执法检查人员名录库", "the roster";
    SEALED_HISTORY = "检查历史", "the history";

    // What a check expected and found.
    NOTHING = "无", "none";
    ONE_OF_THE_REASONS = "封存单中的排除理由", "a reason of the commitment";
    ONE_OF_THE_STRATA = "封存单中的层", "a stratum of the commitment";
    EACH_STRATUM_ONCE = "各层只出现一次", "each stratum once";
    A_DUPLICATE_STRATUM = "重复的层", "a duplicate stratum";
    AS_MANY_AS_ROWS = "各层合计不超过 2^32 个", "at most 2^32 in all strata";
    MORE_THAN_ROWS = "超过", "more";
    FRAME_THAT_CAN_BE_BUILT = "能生成的抽样框", "a frame that can be built";
    INPUTS_THAT_CAN_BE_SEALED = "可以封存的输入", "inputs that can be sealed";
    DRAW_THAT_CAN_BE_REPEATED = "可以重做的抽取", "a draw that can be repeated";
    STRATA_IN_ORDER = "按封存单的层序", "strata in the order of the commitment";
    ANOTHER_ORDER = "次序不同", "another order";
    TICKETS_IN_ORDER = "签号由小到大", "ascending tickets";
    SEATS_IN_ORDER = "席位序号由小到大", "ascending seat numbers";
    ONCE = "只出现一次", "once";
    THE_FORM_OF_THE_RECORD = "由抽取记录得出的公示文本", "the public form of the record";
    AN_EARLIER_TASK = "前面的任务", "an earlier task";
    A_TASK_OF_THE_GROUP = "同一关联组（coordination）的任务", "a task of the same coordination group";
    THE_TEAM_JOINED = "与该对象一并检查的小组的前几席", "the first seats of the team that is joined";
    A_PUBLISHED_TICKET = "签号，因封存单未盲化", "tickets, as the commitment is not blinded";
    A_SELECTED_TICKET = "抽中对象的签号", "the ticket of a selected entity";
    A_PUBLISHED_COMMITMENT = "末位签号的承诺值，因封存单已盲化", "commitments to the tickets, as the commitment is blinded";
    AN_UNUSED_COMMITMENT = "未用过的承诺值", "an unused commitment";
    AN_OPENED_COMMITMENT = "所列取值已公开的承诺值", "a commitment that a listed contribution opens";
    A_USED_COMMITMENT = "前次封存单中的承诺值", "a commitment of an earlier sealing";
    A_MATCHING_CONTRIBUTION = "被替代封存单随机源的取值", "a contribution to the superseded commitment";
    ANOTHER_CONTRIBUTION = "不符的取值", "one that does not match";
    THE_PREVIOUS_COMMITMENT = "上一份封存单的摘要", "the previous commitment";
    NOT_LISTED = "未列出", "not listed";
    ANOTHER_LIST = "另一份名单", "another list";
    IS_NOT_SELECTED = "不在抽中名单内", "not selected";
    IS_SELECTED = "在抽中名单内", "selected";
    ABSENT_WITHOUT_ROW = "状态为 absent 时没有登记行，其他状态时有", "a row, unless the state is absent";
    TICKET_UP_TO_CUTOFF = "签号不大于末位签号", "a ticket up to the cutoff";
    SELECTED_ABOVE_CUTOFF = "在抽中名单内，签号大于末位签号", "selected with a greater ticket";
    SELECTED_BY_TICKET = "抽中，因签号不大于末位签号", "selected, as the ticket is not above the cutoff";
    ROW_OF_ANOTHER = "其他检查对象的行", "a row of another entity";
    ROWS_IN_ORDER = "各行按序且不重复", "rows in order, without duplicates";
    ROWS_OUT_OF_ORDER = "次序不对或重复", "wrong order or duplicates";
    A_PROOF = "包含证明", "an inclusion proof";
    NO_PROOF = "没有包含证明，因封存单未盲化", "no inclusion proof, as the commitment is not blinded";
    PROOF_OF_ANOTHER = "另一摘要的证明", "a proof of another root";

    // Verdicts.
    HOLDS = "成立", "holds";
    INCOMPLETE = "未发现不符，但核验不完整", "nothing failed, but the verification is incomplete";
    OTHER_INPUTS =
        "所提供的输入不是封存的那些，请换用封存时的文件",
        "the inputs provided are not those that were sealed: use the files of the sealing";
    FAILS = "不成立", "fails";

    // Why a check was not made.
    NEEDS_PLAN = "未提供抽查计划", "plan not provided";
    NEEDS_REGISTRY = "未提供检查对象名录库", "registry not provided";
    NEEDS_HISTORY = "未提供检查历史", "history not provided";
    NEEDS_ROSTER = "未提供执法检查人员名录库", "roster not provided";
    NEEDS_SECRET = "未提供盲化密钥", "secret not provided";
    NEEDS_SEALED_INPUT = "所提供的输入不是封存的那一份", "the input provided is not the one that was sealed";
    NEEDS_SEALED_SECRET = "所提供的盲化密钥不是封存时的那一个", "the secret provided is not the one of the sealing";
    NEEDS_RECORD = "未提供抽取记录", "record not provided";
    NEEDS_LIMIT = "超过本版本允许的上限", "larger than the limits of this version allow";
    NEEDS_EARLIER_CHECK = "前一项核验不成立或未核验", "an earlier check failed or was not made";

    // Why an entity was not drawn.
    EXCLUDED_EXEMPT = "未列入抽样框：免检（exempt）", "excluded: exempt";
    INACTIVE = "未列入抽样框：名录库中状态为停用（inactive）", "not in the frame: inactive in the registry";
    OUT_OF_SCOPE = "未列入抽样框：不在任务范围内", "not in the frame: out of the task's scope";
    ABSENT = "名录库中没有该检查对象", "not in the registry";

    // Results: what an outcome counts as, the published outcomes and measures.
    GROUP_CLEAR = "未发现问题", "no problem";
    GROUP_VIOLATION = "发现问题", "violation";
    GROUP_UNREACHABLE = "无法联系", "unreachable";
    GROUP_REFUSED = "不配合检查", "refused";
    GROUP_CLOSED = "已无检查对象", "closed";
    OUTCOME_NO_PROBLEM = "未发现问题", "no problem found";
    OUTCOME_NOT_PUBLISHED = "未按规定公示应当公示的信息", "required information not published";
    OUTCOME_INFORMATION_NOT_PUBLISHED = "未按规定公示即时信息", "current information not published";
    OUTCOME_REPORT_NOT_PUBLISHED = "未按规定公示年度报告", "annual report not published";
    OUTCOME_FALSE_INFORMATION = "公示信息隐瞒真实情况、弄虚作假", "published information conceals facts or is false";
    OUTCOME_FOOD_DRUG = "违反食品药品管理相关规定", "rules on food and drugs violated";
    OUTCOME_QUALITY = "违反质量监督管理相关规定", "rules on product quality violated";
    OUTCOME_OTHER_RULES = "违反其他部门相关规定", "rules of another department violated";
    OUTCOME_PUBLIC_SECURITY = "违反公安机关相关规定", "rules of public security violated";
    OUTCOME_OTHER_VIOLATION = "其他违规情形", "another violation";
    OUTCOME_RECTIFIED = "发现问题已责令改正", "problem found, rectification ordered";
    OUTCOME_UNREACHABLE = "通过登记的住所（经营场所）无法联系", "cannot be reached at the registered address";
    OUTCOME_UNCOOPERATIVE = "不配合检查情节严重", "seriously uncooperative";
    OUTCOME_CLOSED_DOWN = "已关闭停业或正在组织清算", "closed down or in liquidation";
    OUTCOME_DEREGISTERED = "已注销", "deregistered";
    OUTCOME_LICENCE_REVOKED = "被吊销营业执照", "business licence revoked";
    OUTCOME_REGISTRATION_CANCELLED = "被撤销登记", "registration cancelled";
    OUTCOME_MOVED_AWAY = "已迁出", "moved to another district";
    OUTCOME_NO_SUCH_BUSINESS = "未发现开展本次抽查涉及的经营活动", "no business of the kind inspected";
    MEASURE_RECTIFICATION = "责令改正", "rectification ordered";
    MEASURE_CASE = "立案", "case opened";
    MEASURE_ABNORMAL_LIST = "列入经营异常名录", "put on the list of abnormal operations";
    MEASURE_TRANSFER = "移送有关部门", "transferred to another department";
    MEASURE_STOP = "停止检查", "inspection stopped";
}

/// What is wrong with the syntax of JSON, by the message of serde_json.
pub(crate) const SYNTAX: [(&str, Words); 13] = [
    ("expected value", EXPECTED_VALUE),
    ("expected ident", EXPECTED_WORD),
    ("expected `:`", EXPECTED_COLON),
    ("expected `,` or `]`", EXPECTED_LIST_COMMA),
    ("expected `,` or `}`", EXPECTED_OBJECT_COMMA),
    ("key must be a string", EXPECTED_KEY),
    ("trailing comma", TRAILING_COMMA),
    ("trailing characters", TRAILING_CHARACTERS),
    ("invalid number", INVALID_NUMBER),
    ("invalid escape", INVALID_ESCAPE),
    (
        "control character (\\u0000-\\u001F) found while parsing a string",
        CONTROL_CHARACTER,
    ),
    ("lone leading surrogate in hex escape", LONE_SURROGATE),
    ("unexpected end of hex escape", LONE_SURROGATE),
];

texts! {
    // Errors.
    at(place, problem) = "{place}：{problem}", "{place}: {problem}";
    in_row(document, row) = "{document}第 {row} 行", "{document} row {row}";
    in_column(document, column) = "{document}“{column}”列", "{document} column “{column}”";
    at_path(document, path) = "{document} {path}", "{document} {path}";
    in_rows(problem, count, rows) = "{problem}（{count} 行，如第 {rows} 行）", "{problem} ({count} rows, such as {rows})";
    in_row_of(document, row, id) = "{document}第 {row} 行（{id}）", "{document} row {row} ({id})";
    in_rows_of(problem, count, rows) = "{problem}（{count} 行，如{rows}）", "{problem} ({count} rows, such as {rows})";
    row_of(row, id) = "第 {row} 行（{id}）", "{row} ({id})";
    one_row(row) = "第 {row} 行", "{row}";
    character(name, point) = "〔{name} U+{point}〕", "[{name} U+{point}]";
    aside(text) = "（{text}）", " ({text})";
    quoted(text) = "“{text}”", "“{text}”";
    more_faults(more, all) = "另有 {more} 处错误，共 {all} 处", "and {more} more faults, {all} in all";

    // Inputs that have changed since the sealing.
    sealed_task(task) = "任务 {task}", "task {task}";
    rows_changed(what, sealed, now) =
        "{what}（封存时 {sealed} 行，现为 {now} 行）",
        "{what} ({sealed} rows when sealed, {now} now)";

    // Numbers of a live source.
    part_of(number) = "第 {number} 组", ", part {number}";
    other_hash(found, expected) = "（承诺值用的是 {found}，封存单用的是 {expected}）", " (made with {found}; the hash of the commitment is {expected})";

    // Entities without a full team.
    seat_of(seat, department) = "第 {seat} 席 {department}", "{seat} {department}";
    short_entity(entity, seats) = "{entity}（{seats}）", "{entity} ({seats})";
    with_more(items, more) = "{items}{more}", "{items}{more}";

    // What a check expected and found.
    earlier_listed(commitment, task) = "列出含任务 {task} 的 {commitment}", "{commitment} listed, which contains {task}";
    more_than_once(id) = "{id} 重复", "{id} more than once";
    list_by_seed(task) = "由种子得出的任务 {task} 的名单", "the list of task {task} that the seed gives";
    proof_to(root) = "摘要 {root} 的证明", "a proof of root {root}";

    // Checks and facts.
    about_task(task, text) = "任务 {task}：{text}", "task {task}: {text}";
    about_source(source, text) = "随机源“{source}”：{text}", "source “{source}”: {text}";
    other_inputs(inputs) =
        "所提供的{inputs}不是封存时的，请换用封存时的文件",
        "other inputs than those that were sealed: {inputs}; use the files of the sealing";
    secret_or(inputs) = "盲化密钥（或者{inputs}）", "the secret (or {inputs})";
    check_established(about) = "{about}——相符", "{about}: established";
    check_failed(about, path, expected, found) =
        "{about}——不符（{path}）：应为 {expected}，现为 {found}",
        "{about}: failed at {path}: expected {expected}, found {found}";
    check_not_made(about, reason) = "{about}——未核验：{reason}", "{about}: not checked: {reason}";
    check_on_trust(about) = "{about}——无法核验，只能采信", "{about}: taken on trust";
    fact(task, stratum, take, estimate) =
        "任务 {task}“{stratum}”层：抽取 {take} 个，由末位签号估计约 {estimate} 个",
        "task {task}, stratum {stratum}: {take} taken, about {estimate} by the cutoff";

    rare_fact(task, stratum, take, estimate, one_in) =
        "任务 {task}“{stratum}”层：抽取 {take} 个，由末位签号估计约 {estimate} 个；公正的抽取相差这么多的，约 {one_in} 次中不到一次",
        "task {task}, stratum {stratum}: {take} taken, about {estimate} by the cutoff; a fair draw is this far off less than once in {one_in}";

    // What a receipt says.
    selected(stratum, team) = "抽中{stratum}{team}", "selected{stratum}{team}";
    reserve(number, stratum) = "未抽中，为本层第 {number} 备选{stratum}", "not selected, reserve {number} of its stratum{stratum}";
    excluded(limit) =
        "未列入抽样框：检查次数已达频次上限 {limit}",
        "excluded: inspected as often as limit {limit} allows";
    not_selected(stratum) = "在抽样框内，未抽中{stratum}", "in the frame, not selected{stratum}";
    stratum(name, probability, ticket, cutoff) =
        "；层 {name}，入样概率 {probability}\n  签号 {ticket}\n  末位签号 {cutoff}",
        "; stratum {name}, inclusion probability {probability}\n  ticket {ticket}\n  cutoff {cutoff}";
    team(parts) = "\n  {parts}", "\n  {parts}";
    inspectors(ids) = "检查人员 {ids}", "inspectors {ids}";
    vacant_seats(seats) = "空缺席位 {seats}", "vacant seats {seats}";
}

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
        SAME_BODY same_body(ids) = "registry.same-body", "I3", Warning,
            "组织机构代码与包含它的统一社会信用代码同在名录中，会被当作两个检查对象：{ids}",
            "an organisation code and the credit code that contains it are both in the registry, each counted as an entity: {ids}",
            "如系同一检查对象，请只留统一社会信用代码那一行", "if it is one entity, keep the row with the credit code";
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
        CLASS_TOLD class_told(earlier, later, classes) = "plan.class-told", "E2", Warning,
            "任务 {earlier} 与 {later} 共用一次抽取，而 {classes} 的抽取数量不同：公示后，只在其中一项抽中的企业，可以看出属于这一类",
            "tasks {earlier} and {later} share tickets and take different numbers of {classes}: once published, who is drawn in one of them alone is known to be of such a class",
            "请让两项任务的各类数量相同，或不共用一次抽取；分类本来就公开的，可以不改",
            "take the same numbers in both, or give them different coordinations; leave it if classes are public";

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

        // Results of inspections.
        RESULT_TASK result_task(task, known) = "results.unknown-task", "O2", Error,
            "抽取记录中没有任务 {task}，有的是 {known}", "the record has no task {task}; it has {known}",
            "请核对任务编号", "check the id of the task";
        RESULT_NOT_DRAWN result_not_drawn(task, entity) = "results.not-drawn", "O2", Error,
            "任务 {task} 未抽中 {entity}，也未启用其为备选",
            "{entity} is neither selected for task {task} nor a used reserve",
            "请核对编号；不属于本次抽查的检查不要填入", "check the id; leave out inspections that are not of this draw";
        RESULT_LETTER_CASE result_letter_case(task, entity, other) = "results.letter-case", "O2", Error,
            "任务 {task} 未抽中 {entity}，只有大小写不同的 {other} 在抽中之列",
            "{entity} is not selected for task {task}; {other}, which differs in letter case only, is",
            "如为同一检查对象，请改为 {other}", "if it is the same entity, write {other}";
        RESULT_OTHER_TASK result_other_task(task, entity, tasks) = "results.other-task", "O2", Error,
            "任务 {task} 未抽中 {entity}，它在任务 {tasks} 中",
            "{entity} is not selected for task {task}, but for {tasks}",
            "请核对任务编号", "check the id of the task";
        RESULT_TWICE result_twice(task, entity, first) = "results.twice", "O2", Error,
            "任务 {task} 的 {entity} 已有结果（第 {first} 行）",
            "{entity} has a result for task {task} already, in row {first}",
            "一个检查对象在一项任务中只填一行：有几种结果的写在同一行", "write one row for an entity and task, with all its outcomes";
        RESULT_BEFORE_SEALING result_before_sealing(sealed_on) = "results.before-sealing", "O2", Error,
            "检查日期早于封存日期 {sealed_on}",
            "the day is before that of the sealing, {sealed_on}",
            "请核对日期；封存前的检查不属于本次抽查", "check the day; an inspection before the sealing is not one of this draw";
        RESULT_LATER result_later(today) = "results.later-than-today", "O2", Error,
            "检查日期或公示日期晚于今天（{today}）", "the day, or that of publication, is after today, {today}",
            "请核对日期", "check the day";
        RESULT_CONTRADICTION result_contradiction(outcomes) = "results.contradiction", "O2", Error,
            "检查结果互相矛盾：{outcomes}", "the outcomes contradict each other: {outcomes}",
            "“未发现问题”不能与其他结果并列", "“no problem found” stands alone";
        RESULT_MEASURE result_measure(measures) = "results.measure", "O2", Warning,
            "结果为未发现问题，却有处理措施：{measures}", "no problem was found, but there are measures: {measures}",
            "请核对结果或措施", "check outcome and measures";
        RESULT_OUTSIDE result_outside(task, from, to) = "results.outside-window", "O2", Warning,
            "任务 {task} 的检查日期不在规定期间（{from} 至 {to}）内",
            "task {task}: the day is outside the window, {from} to {to}",
            "请核对日期，或说明原因", "check the day, or note the reason";
        RESULT_INSPECTORS result_inspectors(task, entity, found, drawn) = "results.other-inspectors", "O2", Warning,
            "任务 {task} 检查 {entity} 的人员 {found} 不是抽取的人员（{drawn}）",
            "{found} inspected {entity} for task {task}; those drawn are {drawn}",
            "人员有变动的，先用 suiji amend 登记变更", "if a seat has changed hands, record it with suiji amend first";
        RESULT_ABSENT result_absent(task, entity, absent) = "results.absent-inspectors", "O2", Warning,
            "任务 {task} 检查 {entity} 时，抽取的人员 {absent} 没有参加",
            "{absent}, drawn for {entity} and task {task}, took no part",
            "人员有变动的，先用 suiji amend 登记变更", "if a seat has changed hands, record it with suiji amend first";
        RESULT_REPLACED result_replaced(task, entity) = "results.replaced", "O2", Warning,
            "任务 {task} 的 {entity} 已启用备选代替，却又有检查结果",
            "a reserve was used for {entity} of task {task}, but it was inspected",
            "请核对：变更是否登记有误", "check whether the amendment is wrong";
        RESULT_TWO_DAYS result_two_days(entity, task, day, other_task, other_day) = "results.two-days", "O2", Warning,
            "{entity} 应一次检查：任务 {task} 填 {day}，任务 {other_task} 填 {other_day}",
            "{entity} is to be inspected in one visit: task {task} has {day}, task {other_task} has {other_day}",
            "请核对日期", "check the days";
        RESULT_RESERVE result_reserve(task, entity) = "results.unused-reserve", "O2", Error,
            "任务 {task} 的 {entity} 是备选，尚未启用",
            "{entity} is a reserve of task {task} that is not used",
            "如确已代替他户检查，先用 suiji amend --closed 登记被代替的检查对象", "if it was inspected in place of another entity, record that one with suiji amend --closed first";
        RESULT_UNKNOWN_INSPECTOR result_unknown_inspector(inspector) = "results.unknown-inspector", "O2", Error,
            "检查人员 {inspector} 不在执法检查人员名录库中", "inspector {inspector} is not in the roster",
            "请核对执法证号；库外人员参加的，先用 suiji amend --by-hand 登记", "check the certificate number; record somebody from outside with suiji amend --by-hand first";
        RESULT_EXPIRED result_expired(inspector, last) = "results.certificate-expired", "O2", Warning,
            "检查人员 {inspector} 的执法证在检查日期之前已到期（{last}）",
            "the certificate of inspector {inspector} had expired on {last}, before the day of the inspection",
            "请核对日期和证件；证件已换发的，更新名录库", "check the day and the certificate; if it was renewed, update the roster";
        RESULT_RECUSED result_recused(task, entity, inspector) = "results.recused", "O2", Warning,
            "{inspector} 应当回避 {entity}，却参加了任务 {task} 的检查",
            "{inspector} is recused from {entity}, but took part in its inspection for task {task}",
            "请核对人员；确有其事的，应另派人员重新检查", "check the inspectors; if it is true, others should inspect again";
        RESULT_ALONE result_alone(task, entity, inspector) = "results.one-inspector", "O2", Warning,
            "任务 {task} 检查 {entity} 的只有 {inspector} 一人，检查人员不得少于两人",
            "only {inspector} inspected {entity} for task {task}; there must be two inspectors",
            "请补填参加检查的人员", "add the others who took part";
        RESULT_NOBODY result_nobody(task, entity) = "results.no-inspectors", "O2", Warning,
            "任务 {task} 检查 {entity} 的席位全部空缺，结果中也没有检查人员",
            "all seats for {entity} and task {task} are vacant, and the result names no inspectors",
            "请补填检查人员", "add the inspectors who took part";
        RESULT_CLOSED_MEASURE result_closed_measure(measures) = "results.closed-measure", "O2", Warning,
            "检查对象已不存在或已迁出，却有处理措施：{measures}", "there was nothing to inspect, but there are measures: {measures}",
            "请核对结果或措施", "check outcome and measures";
        RESULT_ABNORMAL result_abnormal(outcomes) = "results.abnormal-list", "O2", Warning,
            "列入经营异常名录，但结果（{outcomes}）不是列入的情形：未按规定公示、弄虚作假、无法联系",
            "put on the list of abnormal operations, but the outcomes ({outcomes}) are no reason for it: not published, false, unreachable",
            "请核对结果或措施", "check outcome and measures";
        RESULT_CLOSED_ELSEWHERE result_closed_elsewhere(entity, task, day, other_task) = "results.closed-elsewhere", "O2", Warning,
            "任务 {task} 于 {day} 查明 {entity} 已不存在或已迁出，任务 {other_task} 此后却有检查结果",
            "{entity} was found closed or gone for task {task} on {day}, but was inspected for task {other_task} later",
            "请核对两项任务的结果和日期", "check outcomes and days of both tasks";
        RESULT_OVERDUE result_overdue(task, count, to) = "results.overdue", "O2", Warning,
            "任务 {task} 有 {count} 户没有检查结果，检查期间已于 {to} 结束",
            "task {task}: {count} entities have no result, and its window ended on {to}",
            "请尽快检查或填报结果", "inspect them, or enter the results";
        RESULT_MISSING result_missing(task, count) = "results.missing", "O2", Note,
            "任务 {task} 有 {count} 户还没有检查结果", "task {task}: {count} entities have no result yet",
            "", "";
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
/// The stratum of a task that has no classes.
pub(crate) const UNDIVIDED: &str = "不分层";

texts! {
    // Differences of two plans.
    change_of_plan(field) = "计划的{field}", "{field} of the plan";
    change_of_task(task, name, field) = "任务 {task}（{name}）的{field}", "task {task} ({name}): {field}";
    change_task_added(task, name, terms) = "新增任务 {task}（{name}）：{terms}", "new task {task} ({name}): {terms}";
    change_task_removed(task, name) = "取消任务 {task}（{name}）", "task {task} ({name}) is dropped";
    change_value(what, before, after) = "{what}：由“{before}”改为“{after}”", "{what}: from “{before}” to “{after}”";
    change_set(what, after) = "{what}：增加“{after}”", "{what}: “{after}” is added";
    change_dropped(what, before) = "{what}：取消“{before}”", "{what}: “{before}” is dropped";
    change_order(what, after) = "{what}：次序改为“{after}”", "{what}: the order is now “{after}”";
    field_of(field, of) = "{field}（{of}）", "{field} ({of})";
    field_value(field, value) = "{field} {value}", "{field} {value}";
    quota_count(count) = "{count} 户", "{count} entities";
    quota_at_least(ratio) = "不低于 {ratio}", "at least {ratio}";
    quota_at_least_min(ratio, min) = "不低于 {ratio}，最少 {min} 户", "at least {ratio}, and {min} entities";
    quota_at_most(ratio) = "不高于 {ratio}", "at most {ratio}";
    quota_at_most_max(ratio, max) = "不高于 {ratio}，最多 {max} 户", "at most {ratio}, and {max} entities";
    quota_exactly(ratio) = "{ratio}", "exactly {ratio}";
    from_to(from, to) = "{from} 至 {to}", "{from} to {to}";
    mode_of(drawn_by, inspected_by) = "{drawn_by}抽{inspected_by}查", "drawn by {drawn_by}, inspected by {inspected_by}";
    seats_of(department, count) = "{department} {count} 人", "{count} of {department}";
    limit_of(visits) = "每户不超过 {visits} 次", "at most {visits} visits of an entity";
}

/// The fields of a plan by their paths, as they are named where two plans are compared.
pub(crate) const PLAN_FIELDS: &[(&str, Words)] = &[
    (
        "title",
        Words {
            zh: "名称",
            en: "title",
        },
    ),
    (
        "authority",
        Words {
            zh: "制定机关",
            en: "authority",
        },
    ),
    (
        "year",
        Words {
            zh: "年度",
            en: "year",
        },
    ),
    (
        "document_number",
        Words {
            zh: "文号",
            en: "document number",
        },
    ),
    (
        "window",
        Words {
            zh: "检查期间",
            en: "window",
        },
    ),
    (
        "basis",
        Words {
            zh: "依据",
            en: "basis",
        },
    ),
    (
        "classes",
        Words {
            zh: "信用风险分类",
            en: "risk classes",
        },
    ),
    (
        "limits",
        Words {
            zh: "频次上限",
            en: "limits",
        },
    ),
    (
        "max_load",
        Words {
            zh: "每人承担户数上限",
            en: "entities for each inspector, at most",
        },
    ),
    (
        "tasks",
        Words {
            zh: "任务次序",
            en: "order of the tasks",
        },
    ),
    (
        "extra",
        Words {
            zh: "补充信息",
            en: "extra",
        },
    ),
    (
        "name",
        Words {
            zh: "名称",
            en: "name",
        },
    ),
    (
        "kind",
        Words {
            zh: "任务类别",
            en: "kind",
        },
    ),
    (
        "targeting",
        Words {
            zh: "抽查类型",
            en: "targeting",
        },
    ),
    (
        "items",
        Words {
            zh: "抽查事项",
            en: "items",
        },
    ),
    (
        "scope.categories",
        Words {
            zh: "抽查对象类别",
            en: "categories of the scope",
        },
    ),
    (
        "scope.districts",
        Words {
            zh: "抽查对象区划",
            en: "districts of the scope",
        },
    ),
    (
        "scope.industries",
        Words {
            zh: "抽查对象行业",
            en: "industries of the scope",
        },
    ),
    (
        "scope.established_before",
        Words {
            zh: "抽查对象成立时间早于",
            en: "established before",
        },
    ),
    (
        "quota",
        Words {
            zh: "抽查比例或数量",
            en: "quota",
        },
    ),
    (
        "risk.minimum",
        Words {
            zh: "分类最低比例",
            en: "minimum ratio of a class",
        },
    ),
    (
        "risk.maximum",
        Words {
            zh: "分类最高比例",
            en: "maximum ratio of a class",
        },
    ),
    (
        "risk.weights",
        Words {
            zh: "分类权重",
            en: "weight of a class",
        },
    ),
    (
        "risk.unrated_as",
        Words {
            zh: "未评级的按",
            en: "unrated entities count as",
        },
    ),
    (
        "coordination",
        Words {
            zh: "联动组",
            en: "coordination",
        },
    ),
    (
        "reserves",
        Words {
            zh: "备选户数",
            en: "reserves",
        },
    ),
    (
        "team.seats",
        Words {
            zh: "检查小组席位",
            en: "seats of the team",
        },
    ),
    (
        "team.lead_required",
        Words {
            zh: "首席须可主办",
            en: "the first seat needs a lead",
        },
    ),
    (
        "team.district",
        Words {
            zh: "人员与对象的区划",
            en: "districts of inspectors and entities",
        },
    ),
    (
        "team.rotation_from",
        Words {
            zh: "轮换起算日",
            en: "rotation from",
        },
    ),
    (
        "initiator",
        Words {
            zh: "发起部门",
            en: "initiator",
        },
    ),
    (
        "partners",
        Words {
            zh: "配合部门",
            en: "partners",
        },
    ),
    (
        "mode",
        Words {
            zh: "抽查检查模式",
            en: "mode",
        },
    ),
    (
        "methods",
        Words {
            zh: "检查方式",
            en: "methods",
        },
    ),
    (
        "risk_note",
        Words {
            zh: "分类监管说明",
            en: "note on risk",
        },
    ),
    (
        "role",
        Words {
            zh: "角色",
            en: "role",
        },
    ),
    (
        "skills",
        Words {
            zh: "业务专长",
            en: "skills",
        },
    ),
    (
        "expert",
        Words {
            zh: "专家席",
            en: "expert",
        },
    ),
    (
        "from",
        Words {
            zh: "起算日",
            en: "from",
        },
    ),
    (
        "by",
        Words {
            zh: "检查部门",
            en: "by",
        },
    ),
];

/// Words of a plan that are values.
pub(crate) const PLAN_WORDS: &[(&str, &str, Words)] = &[
    (
        "kind",
        "joint",
        Words {
            zh: "部门联合",
            en: "joint",
        },
    ),
    (
        "kind",
        "internal",
        Words {
            zh: "部门内部",
            en: "internal",
        },
    ),
    (
        "targeting",
        "targeted",
        Words {
            zh: "定向",
            en: "targeted",
        },
    ),
    (
        "targeting",
        "untargeted",
        Words {
            zh: "不定向",
            en: "untargeted",
        },
    ),
    (
        "team.district",
        "same",
        Words {
            zh: "相同",
            en: "the same",
        },
    ),
    (
        "team.district",
        "other",
        Words {
            zh: "不同",
            en: "others",
        },
    ),
];

words! {
    YES = "是", "yes";
    NO = "否", "no";
}

/// What the fields of lists and plans are called in Chinese.
pub(crate) const FIELD_NAMES: &[(&str, &str)] = &[
    ("id", "编号"),
    ("name", "名称"),
    ("class", "信用风险分类"),
    ("categories", "类别"),
    ("district", "行政区划"),
    ("districts", "行政区划"),
    ("industry", "行业"),
    ("industries", "行业"),
    ("status", "登记状态"),
    ("established", "成立日期"),
    ("established_before", "成立日期"),
    ("exempt", "免检理由"),
    ("exempt_from", "免检任务"),
    ("department", "单位"),
    ("skills", "业务专长"),
    ("lead", "是否主办"),
    ("expert", "是否专家"),
    ("max_load", "最多承担户数"),
    ("load", "在办件数"),
    ("valid_to", "证件有效期"),
    ("recuse", "回避企业"),
    ("entity", "检查对象"),
    ("task", "检查任务"),
    ("date", "检查日期"),
    ("kind", "检查类型"),
    ("by", "检查部门"),
    ("inspectors", "检查人员"),
    ("extra", "补充信息"),
];
