//! The table of all error codes, with the rule that each enforces and its text in two languages.
//!
//! Codes are stable: a program may match them. `{names}` in a text are filled from the fault.

use crate::base::lang::Lang;

/// One error code.
#[derive(Debug, Eq, PartialEq)]
pub struct Code {
    id: &'static str,
    rule: &'static str,
    en: &'static str,
    zh: &'static str,
}

impl Code {
    /// A code of a program built on the library, such as `case.missing-file`.
    pub const fn new(
        id: &'static str,
        rule: &'static str,
        en: &'static str,
        zh: &'static str,
    ) -> Self {
        Self { id, rule, en, zh }
    }

    /// The stable id, such as `registry.duplicate-id`.
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The rule of SPEC.md that it enforces, without brackets; empty for a limit or a file.
    pub const fn rule(&self) -> &'static str {
        self.rule
    }

    /// The text with its `{names}` unfilled.
    pub const fn template(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }

    pub(crate) fn text(&self, lang: Lang, details: &[(&'static str, String)]) -> String {
        fill(self.template(lang), details)
    }
}

/// Fills the `{names}` of a template in one pass, so that a value with braces stays as it is.
pub(crate) fn fill(template: &str, details: &[(&'static str, String)]) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let value = details.iter().find(|(of, _)| *of == name);
        text.push_str(value.map_or("?", |(_, value)| value));
        rest = after;
    }
    text.push_str(rest);
    text
}

macro_rules! codes {
    ($($name:ident = $id:literal, $rule:literal, $en:literal, $zh:literal;)+) => {
        $(
            #[doc = concat!("`", $id, "` [", $rule, "]: ", $en)]
            pub const $name: &Code = &Code::new($id, $rule, $en, $zh);
        )+
        /// All codes of the library, in the order of the table.
        pub const ALL: &[&Code] = &[$($name),+];
    };
}

codes! {
    // Documents as JSON.
    NOT_UTF8 = "json.not-utf8", "C2a", "not UTF-8 (from byte {byte})", "不是 UTF-8 编码（第 {byte} 字节起）";
    SYNTAX = "json.syntax", "C2a", "not JSON: {problem} at line {line} column {column}", "不是合法的 JSON：第 {line} 行第 {column} 列（{problem}）";
    TRUNCATED = "json.truncated", "C2a", "the document ends too early, at line {line} column {column}", "文件不完整：在第 {line} 行第 {column} 列中断";
    EMPTY_DOCUMENT = "json.empty-document", "C2a", "the document is empty", "文件是空的";
    BOM = "json.bom", "C2a", "the document begins with a byte order mark: save it as UTF-8 without one", "文件开头有 BOM：请另存为不带 BOM 的 UTF-8";
    DEPTH = "json.depth", "", "nested deeper than {limit} levels", "嵌套超过 {limit} 层";
    BYTES = "limit.bytes", "", "more than the {limit} bytes allowed", "超过允许的 {limit} 字节";
    VALUES = "limit.values", "", "more than the {limit} values allowed", "超过允许的 {limit} 个值";
    LINE = "limit.line", "", "a row of more than the {limit} bytes allowed", "一行超过允许的 {limit} 字节";
    ROWS = "limit.rows", "", "more than the {limit} rows allowed", "超过允许的 {limit} 行";
    TASKS = "limit.tasks", "", "more than the {limit} tasks allowed", "任务超过允许的 {limit} 项";
    SOURCES = "limit.sources", "", "more than the {limit} sources allowed", "随机源超过允许的 {limit} 个";
    NULL = "json.null", "C2a", "null is not allowed: leave the field out", "不允许 null：没有内容的字段请删去";
    NUMBER = "json.number", "C2a", "not an integer within ±(2^53−1), written without fraction, exponent or -0", "不是 ±(2^53−1) 以内的整数（不得带小数、指数或写作 -0）";
    RANGE = "json.range", "C2a", "{found} is not between {from} and {to}", "{found} 不在 {from} 至 {to} 之间";
    TYPE = "json.wrong-type", "C2a", "{found} where {expected} is right", "应为{expected_zh}，实为{found_zh}";
    UNKNOWN = "json.unknown-field", "C2b", "unknown field {field}", "未知字段“{field}”";
    REPEATED = "json.repeated-key", "C2b", "key {field} stands more than once", "键“{field}”重复";
    MISSING = "json.missing-field", "C2c", "field {field} is missing", "缺少字段“{field}”";
    EMPTY = "json.empty", "C2c", "empty where something is required", "不得为空";
    WRITTEN_EMPTY = "json.written-empty", "C2c", "an empty optional field must be left out here", "此处空的可选字段必须省略";
    WRITTEN_DEFAULT = "json.written-default", "C2c", "a field with its default value must be left out here", "此处等于缺省值的字段必须省略";
    CHOICE = "json.choice", "C2a", "{found} is not one of {choices}", "“{found}”不在可选值之列：{choices}";

    // Values.
    TEXT_EMPTY = "text.empty", "C3", "the text is empty", "文本为空";
    TEXT_NFC = "text.not-nfc", "C3", "the text is not in Unicode NFC: {found}", "文本不是 Unicode NFC 形式：{found}";
    TEXT_EDGE = "text.edge-space", "C3", "the text begins or ends with a blank: “{found}”", "文本首尾有空白：“{found}”";
    TEXT_CONTROL = "text.control", "C3", "the text holds the control character U+{found}", "文本含有控制字符 U+{found}";
    ID_FORM = "id.form", "C4", "“{found}” is not an id: 1 to 64 ASCII letters, digits or -_.:/(), the first a letter or digit", "“{found}”不是合法编号：应为 1 至 64 个英文字母、数字或 -_.:/()，且以字母或数字开头";
    ID_CASE = "id.case", "C4", "ids {first} and {second} are equal but for letter case", "编号 {first} 与 {second} 仅大小写不同";
    HEX_FORM = "hex.form", "C1", "not exactly {digits} lower-case hex digits", "不是恰好 {digits} 位小写十六进制数字";
    RATIO_FORM = "ratio.form", "C6", "“{found}” is not a ratio: write more than 0% and at most 100%, as 20% or 12.5%, without closing zeros", "“{found}”不是合法比例：应大于 0%、不超过 100%，写作 20% 或 12.5%（半角百分号，小数末尾不留 0）";
    DATE_FORM = "date.form", "C7", "“{found}” is not a date YYYY-MM-DD of the calendar", "“{found}”不是日期：应写作 YYYY-MM-DD 且真实存在";
    TIME_FORM = "time.form", "C7", "“{found}” is not a time YYYY-MM-DDThh:mm:ss±hh:mm", "“{found}”不是时间：应写作 YYYY-MM-DDThh:mm:ss±hh:mm";
    DISTRICT_FORM = "district.form", "I3", "“{found}” is not a division code of {from} to 12 digits", "“{found}”不是 {from} 至 12 位的行政区划代码";

    // Plan.
    WINDOW = "plan.window", "I1", "the window ends before it begins", "起止时间颠倒";
    CLASS_COUNT = "plan.class-count", "I1", "{found} risk classes where two to nine are right", "风险类别有 {found} 个，应为 2 至 9 个";
    CLASS_ALL = "plan.class-all", "I1", "no class may be called all", "风险类别不得命名为 all";
    CLASS_DUPLICATE = "plan.duplicate-class", "I1", "class {id} stands more than once", "风险类别 {id} 重复";
    CLASS_UNKNOWN = "plan.unknown-class", "I2", "{id} is not a class of the plan", "{id} 不是本计划的风险类别";
    TASK_DUPLICATE = "plan.duplicate-task", "I1", "task {id} stands more than once", "任务编号 {id} 重复";
    NO_NUMBER = "plan.no-number", "I2", "task {task} has neither quota nor risk.minimum: words like «递加» give no number, and none is guessed", "任务 {task} 既无抽查比例/数量（quota）也无各类最低比例（risk.minimum）：“递加”没有给出数字，不能代为猜测";
    QUOTA_WORDS = "plan.quota-words", "I2", "exactly one of at_least, at_most, exactly, count is right, {found} are given", "at_least、at_most、exactly、count 应恰有一项，现有 {found} 项";
    QUOTA_BOUND = "plan.quota-bound", "I2", "{field} goes only with {with}", "{field} 只能与 {with} 同用";
    SEATS_MANY = "team.too-many-seats", "T1", "task {task} has {found} seats, at most 20 are allowed", "任务 {task} 的小组有 {found} 席，最多 20 席";
    SEATS_FEW = "team.too-few-officers", "T1", "task {task} has fewer than two officers' seats", "任务 {task} 的执法人员席位不足两席";
    SEAT_EXPERT = "team.first-seat-expert", "T1", "the first seat of task {task} is an expert's", "任务 {task} 的首席不得为专家席";
    SEAT_NOBODY = "team.seat-nobody", "T1", "nobody on the roster could ever sit in seat {seat} (from 0) of task {task} (department {department})", "任务 {task} 的第 {seat_zh} 席（{department}）在人员名录库中无人可任";

    // Tables.
    ENTITY_DUPLICATE = "registry.duplicate-id", "I6", "id {id} stands at rows {first} and {second}", "编号 {id} 重复：第 {first} 行与第 {second} 行";
    ENTITY_CLASS = "registry.unknown-class", "I6", "“{class}” is not a class of the plan", "“{class}”不是本计划的类别";
    MEMBER_DUPLICATE = "set.duplicate-member", "I6", "{member} stands more than once", "“{member}”重复";
    INSPECTOR_DUPLICATE = "roster.duplicate-id", "I6", "id {id} stands at rows {first} and {second}", "证件号 {id} 重复：第 {first} 行与第 {second} 行";
    VISIT_DUPLICATE = "history.duplicate-row", "I5", "rows {first} and {second} are the same inspection: {entity}, {date}, {task}, {kind}", "第 {first} 行与第 {second} 行是同一次检查：{entity}，{date}，{task}，{kind}";
    COLUMN_LENGTH = "table.column-length", "", "column {column} has {found} rows where {expected} are right", "列 {column} 有 {found} 行，应为 {expected} 行";
    COLUMN_UTF8 = "table.column-not-utf8", "C2a", "not UTF-8", "不是 UTF-8 编码";
    COLUMN_BROKEN = "table.column-broken", "", "the offsets point outside the data", "数据越界";
    READ = "table.read", "", "cannot be read: {problem}", "无法读取：{problem}";
    CSV = "table.csv", "", "not CSV: {problem}", "不是合法的 CSV：{problem_zh}";
    CSV_HEADER = "table.header", "", "the header names column “{field}” {problem}", "表头“{field}”列有误：{problem_zh}";

    // Frame and allocation.
    FRAME_EMPTY = "frame.empty", "F3", "task {task} has an empty frame: nothing in the registry is in its scope and may be drawn", "任务 {task} 的抽样框为空：名录库中没有可抽取的对象";
    FRAME_UNRATED = "frame.unrated", "F3", "task {task} has {count} entities without a class and no risk.unrated_as: {ids}", "任务 {task} 有 {count} 个对象未评定风险类别，且未设 risk.unrated_as：{ids}";
    MIN_ABOVE_MAX = "allocation.minimum-above-maximum", "F4", "task {task}, class {class}: at least {minimum} and at most {maximum} of {size}", "任务 {task} 类别 {class}：{size} 个中最低须抽 {minimum} 个，最高只许抽 {maximum} 个";
    MIN_ABOVE_QUOTA = "allocation.minimum-above-quota", "F4", "task {task}: the minima need {minimum}, the quota allows {quota}", "任务 {task}：各类最低比例合计须抽 {minimum} 个，超过抽查数量 {quota} 个";
    MAX_BELOW_QUOTA = "allocation.maximum-below-quota", "F4", "task {task}: the maxima allow {maximum}, the quota needs {quota}", "任务 {task}：各类最高比例合计只许抽 {maximum} 个，达不到抽查数量 {quota} 个";

    // Ceremony and commitment.
    HASH = "ceremony.hash", "C1", "{found} is not a hash suite: sha256 or sm3", "“{found}”不是可用的杂凑算法：应为 sha256 或 sm3";
    NO_SOURCE = "ceremony.no-source", "S4a", "at least one source is needed", "至少要有一个随机源";
    LIVE_OFFICE = "ceremony.live-office", "S4c", "a live value of the office: what the office gives must be committed before sealing", "机关自己的随机源不得为现场值（live），须在封存前承诺（committed）";
    SOURCE_COMMITMENT = "ceremony.repeated-commitment", "S4c", "two sources have the same commitment", "两个随机源的承诺值相同";
    SYMBOLS = "ceremony.symbols", "S4b", "symbols are 2 to 62 distinct ASCII letters and digits in ascending order", "symbols 应为 2 至 62 个互不相同、升序排列的英文字母或数字";
    OUTCOMES = "ceremony.outcomes", "S4b", "outcomes is an integer of at least 2 and less than |symbols|^length", "outcomes 应为不小于 2 且小于 |symbols|^length 的整数";
    DRAND_UNSUPPORTED = "ceremony.drand-unsupported", "S4a", "source “{name}” is a drand round, which this version cannot check and so does not seal", "随机源“{name}”是 drand 轮次，本版本尚不能核验，因此不予封存";
    DRAND_CHAIN = "ceremony.drand-chain", "S4a", "the chain is not that of annex A", "不是附录 A 的 drand 链";
    SHEET_PREVIOUS = "ceremony.no-previous", "S3c", "a sheet that has earlier ones names the previous sheet", "有前次封存单的，必须写明 previous";
    SHEET_TWICE = "ceremony.sheet-twice", "S3c", "earlier sheet {sheet} is named more than once", "前次封存单 {sheet} 重复列出";
    SHEET_BOTH = "ceremony.record-and-contributions", "S3c", "a superseded sheet has a record or contributions, not both", "被替代的封存单只能写 record 或 contributions 之一";
    SHEET_SOURCE = "ceremony.contribution-order", "S3c", "contributions of a superseded sheet stand in the order of its sources", "被替代封存单的取值须按随机源顺序排列";
    SHEET_MISSING = "ceremony.earlier-sheet", "S3c", "earlier sheet {sheet} holds task {task} and is not named", "前次封存单 {sheet} 含任务 {task}，但未被列出";
    SHEET_ORDER = "ceremony.sheet-order", "S3c", "the oldest of the earlier sheets is named first: {older} was sealed before {younger}", "前次封存单须按封存先后列出：{older} 先于 {younger} 封存";
    SHEET_CONTRIBUTION = "ceremony.sheet-contribution", "S3c", "contributions of the superseded sheet {sheet} do not match its sources", "所列取值与被替代封存单 {sheet} 的随机源不符";
    SHEET_REUSED = "ceremony.reused-commitment", "S4c", "the commitment of source “{source}” stood in an earlier sheet", "随机源“{source}”的承诺值已在前次封存单中用过";
    SOURCE_NO_COMMITMENT = "ceremony.no-commitment", "S4a", "source “{source}” has no commitment", "随机源“{source}”没有承诺值";
    SPEC_COMMITMENT = "commitment.spec-unknown", "S3a", "this is a commitment of “{found}”; this library reads suiji-v1", "这是“{found}”版本的封存单，本程序只识别 suiji-v1";
    STRATA = "commitment.strata", "I1", "{found} strata, where a plan has at most nine classes", "有 {found} 层，而计划最多九个风险类别";
    CHANGED = "sealed.changed", "S3a", "{what} is not what was sealed", "{what_zh}与封存时不一致";
    SECRET_MISSING = "sealed.secret-missing", "S2", "the sheet is blinded: its secret is needed", "封存单为盲化封存，需要其密钥（secret）";
    SECRET_NEEDLESS = "sealed.secret-needless", "S2", "the sheet is not blinded, and a secret is given", "封存单未盲化，却给出了密钥（secret）";

    // Contributions.
    CONTRIBUTION_COUNT = "contributions.count", "R1", "{found} contributions where the sheet has {expected} sources", "随机源有 {expected} 个，取值却有 {found} 个";
    CONTRIBUTION_KIND = "contributions.kind", "R1", "source “{source}” is {expected}, its contribution {found}", "随机源“{source}”为 {expected}，取值却为 {found}";
    CONTRIBUTION_OPEN = "contributions.not-opening", "R1", "nonce and value of source “{source}” do not open its commitment", "随机源“{source}”的随机数与取值打不开其承诺值";
    CONTRIBUTION_LENGTH = "contributions.length", "S4b", "the value of source “{source}” has {found} characters where {expected} are right", "随机源“{source}”的取值有 {found} 个字符，应为 {expected} 个";
    CONTRIBUTION_SYMBOL = "contributions.symbol", "S4b", "the value of source “{source}” holds a character that is not one of {symbols}", "随机源“{source}”的取值含有 {symbols} 以外的字符";
    CONTRIBUTION_DRAND = "contributions.drand-unsupported", "R1", "source “{source}” is a drand round, whose signature this version cannot check", "随机源“{source}”是 drand 轮次，本版本尚不能核验其签名";

    // Records, public forms, receipts.
    SPEC_RECORD = "record.spec-unknown", "E1", "this is a record of “{found}”; this library reads suiji-v1", "这是“{found}”版本的抽取记录，本程序只识别 suiji-v1";
    SPEC_PUBLIC = "public-form.spec-unknown", "E2", "this is a public form of “{found}”; this library reads suiji-v1", "这是“{found}”版本的公示文本，本程序只识别 suiji-v1";
    SPEC_RECEIPT = "receipt.spec-unknown", "G1", "this is a receipt of “{found}”; this library reads suiji-v1", "这是“{found}”版本的查验单，本程序只识别 suiji-v1";
    RECORD_OTHER = "receipt.other-record", "G1", "the record is not of this sheet", "抽取记录与封存单不符";
    RECEIPT_FIELDS = "receipt.fields", "G2", "a receipt with state {state} and without or with {field}", "状态为 {state} 的查验单，字段 {field} 的有无不对";
    NOT_HOLDING = "verification.not-holding", "V1", "{verdict}: {failed} checks failed, {unchecked} were not made", "核验结论：{verdict_zh}；{failed} 项不符，{unchecked} 项未能核验";

    // Warnings of a sealed sheet.
    WARN_STRATUM = "warning.stratum-not-taken", "F4", "task {task}: nothing is taken of stratum {stratum} ({size} entities)", "任务 {task}：“{stratum}”层有 {size} 个对象，一个也不抽";
    WARN_SEVERAL = "warning.several-tasks", "I2", "{count} entities are in the frames of several tasks that share no tickets (such as {example}): they may be visited more than once", "有 {count} 个对象同在几项互不关联（coordination）的任务的抽样框内（如 {example}），可能被多次检查";
    WARN_OFFICE = "warning.only-office", "V2", "all sources are the office's own: nobody else can know that the draw was not chosen", "随机源全部出自机关自己：旁人无从确认结果不是挑选出来的";
    WARN_OUTCOMES = "warning.few-outcomes", "V2", "the sources that are not the office's have only {outcomes} outcomes, fewer than 2^40", "机关以外的随机源合计只有 {outcomes} 种结果，少于 2^40";
    WARN_SHORT = "warning.short", "S5", "task {task}: {count} entities cannot get a full team, for want of somebody in these seats (numbered from 0): {which}", "任务 {task}：有 {count} 个对象凑不齐小组，所缺席位：{which_zh}";
    WARN_RECUSAL = "warning.unknown-recusal", "I4", "{count} recusals name an entity that the registry has not (such as {inspector}: {entity})", "有 {count} 处回避所指的对象不在名录库中（如 {inspector} 回避 {entity}）：如系笔误，回避即落空";
    WARN_HISTORY = "warning.unknown-entity", "I5", "{count} rows of the history name an entity that the registry has not (such as {entity})", "检查历史中有 {count} 行所指的对象不在名录库中（如 {entity}）：如系笔误，次数即漏计";
    WARN_TASK = "warning.unknown-task", "I5", "{count} rows of the history name a task that the plan has not (such as {task}), and count towards no per_year", "检查历史中有 {count} 行所指的任务不在计划中（如 {task}），不计入任何任务的频次";
    WARN_SUPERSEDES = "warning.supersedes", "S3c", "this sheet replaces {sheet}: {reason} (approved by {approved_by})", "本封存单替代前次封存单 {sheet}：{reason}（批准人：{approved_by}）";
    WARN_FOLLOWS = "warning.follows", "S3c", "this sheet follows {sheet}, whose record {record} stands", "本封存单接续前次封存单 {sheet}，其抽取记录 {record} 仍然有效";
    WARN_TIGHT = "warning.no-choice", "T4", "task {task}: {candidates} candidates for {seats} seats leave nothing to draw", "任务 {task}：{seats} 个席位只有 {candidates} 名候选人，人员无从抽取";
    WARN_LOAD = "warning.load", "T3", "department {department}: the takes need at least {need} seats, the caps allow {allowed}", "{department}：抽取数量至少需要 {need} 个席位，人员上限合计只有 {allowed} 个";
    CANCELLED = "cancelled", "", "cancelled by the caller", "已被取消";
}
