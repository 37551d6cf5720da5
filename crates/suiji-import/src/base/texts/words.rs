//! The words that offices write in their lists, in one table. Their meaning does not depend on the language of the
//! session. Words are compared regardless of width, letter case, blanks and signs ([`fold`]).

/// Words for nothing.
pub(crate) const NOTHING: &[&str] = &[
    "-", "--", "---", "—", "——", "/", "\\", "、", "无", "空", "(空)", "暂无", "不详", "未知",
    "null", "(null)", "none", "nil", "nan", "nat", "<na>", "n/a", "[]",
];
/// Errors of formulas.
pub(crate) const FORMULA_ERRORS: &[&str] = &[
    "#N/A",
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "#GETTING_DATA",
];
pub(crate) const YES: &[&str] = &[
    "是",
    "有",
    "对",
    "可",
    "能",
    "√",
    "✓",
    "✔",
    "☑",
    "1",
    "1.0",
    "true",
    "t",
    "yes",
    "y",
    "主办",
    "主办人",
    "主办人员",
    "组长",
    "专家",
];
pub(crate) const NO: &[&str] = &[
    "否",
    "无",
    "不",
    "不是",
    "没有",
    "不可",
    "不能",
    "×",
    "✗",
    "✘",
    "☒",
    "x",
    "0",
    "0.0",
    "false",
    "f",
    "no",
    "n",
    "协办",
    "协办人",
    "协办人员",
    "组员",
    "非主办",
    "非专家",
];
pub(crate) const ACTIVE: &[&str] = &[
    "active",
    "存续",
    "存续在营开业在册",
    "存续在营",
    "存续在业",
    "存续企业",
    "在营开业",
    "在营开业企业",
    "在业",
    "在营",
    "在册",
    "开业",
    "营业",
    "正常",
    "正常经营",
    "正常在业",
    "正常存续",
    "登记成立",
    "迁入",
];
pub(crate) const INACTIVE: &[&str] = &[
    "inactive",
    "注销",
    "已注销",
    "吊销",
    "已吊销",
    "注销企业",
    "吊销企业",
    "已吊销未注销",
    "吊销未注销",
    "吊销已注销",
    "吊销后注销",
    "撤销",
    "已撤销",
    "撤销登记",
    "迁出",
    "已迁出",
    "迁往市外",
];
pub(crate) const UNRATED: &[&str] = &[
    "未评级",
    "未评",
    "未评价",
    "未定级",
    "未分类",
    "未分级",
    "未评定",
    "未参评",
    "未纳入评级",
    "待评级",
    "待评",
    "无等级",
    "unrated",
];
/// The four default classes of a plan, with their names and other words for them.
pub(crate) const CLASS_SYNONYMS: &[(&str, &[&str])] = &[
    ("高风险", &["高", "高等", "高级"]),
    ("较高风险", &["较高", "中高", "中高风险"]),
    ("一般风险", &["一般", "中", "中等", "中风险", "中等风险"]),
    ("低风险", &["低", "低等"]),
];
/// Words that may be added to the word or letter of a class.
pub(crate) const CLASS_AFFIXES: &[&str] =
    &["信用", "企业", "等级", "风险", "类别", "级", "类", "等"];
pub(crate) const PLANNED: &[&str] = &[
    "planned",
    "双随机",
    "双随机抽查",
    "双随机一公开",
    "双随机一公开抽查",
    "双随机一公开检查",
    "双随机检查",
    "随机抽查",
    "抽查",
    "计划",
    "计划检查",
    "计划抽查",
    "年度计划",
    "日常",
    "日常检查",
    "定向",
    "不定向",
    "定向抽查",
    "不定向抽查",
    "联合抽查",
    "部门联合",
    "部门联合抽查",
    "部门联合双随机",
    "部门联合双随机抽查",
    "内部抽查",
];
pub(crate) const CASE: &[&str] = &[
    "case",
    "投诉",
    "举报",
    "投诉举报",
    "投诉举报核查",
    "投诉举报检查",
    "举报投诉",
    "举报核查",
    "投诉检查",
    "个案",
    "个案检查",
    "触发式",
    "触发式检查",
    "转办",
    "交办",
    "移送",
    "转办交办",
];
/// Other words of offices for the published outcomes.
pub(crate) const OUTCOMES: &[(&str, &[&str])] = &[
    (
        "no_problem",
        &[
            "正常",
            "合格",
            "检查正常",
            "检查合格",
            "未发现异常",
            "未发现违法行为",
            "未发现违法违规行为",
            "未发现违法违规问题",
            "未发现违规问题",
            "无问题",
            "没有问题",
            "没有发现问题",
            "符合要求",
            "符合规定",
        ],
    ),
    (
        "not_published",
        &["未按规定公示", "未按规定公示信息", "未按规定公示企业信息"],
    ),
    (
        "information_not_published",
        &["未公示即时信息", "未按时公示即时信息", "即时信息未公示"],
    ),
    (
        "report_not_published",
        &[
            "未按规定公示年报",
            "未公示年报",
            "未公示年度报告",
            "未按时公示年报",
            "未年报",
            "未报年报",
            "未报送年报",
            "未报送年度报告",
            "未按规定报送年报",
            "未按规定报送年度报告",
            "年报未公示",
        ],
    ),
    (
        "false_information",
        &[
            "弄虚作假",
            "隐瞒真实情况弄虚作假",
            "公示信息弄虚作假",
            "公示信息隐瞒真实情况",
            "公示信息不实",
            "公示信息虚假",
        ],
    ),
    (
        "food_drug_violation",
        &["违反食药规定", "违反食药监规定", "违反食品药品规定"],
    ),
    (
        "quality_violation",
        &["违反质监规定", "违反质量规定", "违反质量监督规定"],
    ),
    (
        "other_rules_violation",
        &["违反其他规定", "违反其他部门规定"],
    ),
    (
        "public_security_violation",
        &["违反公安规定", "违反公安部门规定"],
    ),
    ("other_violation", &["其他违规", "其他违规行为"]),
    (
        "rectified",
        &[
            "责令改正",
            "已责令改正",
            "责令限期改正",
            "责令整改",
            "责令限期整改",
            "发现问题责令改正",
            "发现问题并责令改正",
            "发现问题已责令限期改正",
            "发现问题已责令整改",
        ],
    ),
    (
        "unreachable",
        &[
            "无法联系",
            "无法取得联系",
            "联系不上",
            "失联",
            "查无下落",
            "住所无法联系",
            "登记住所无法联系",
            "通过登记的住所无法联系",
            "通过登记住所无法联系",
            "通过登记的住所或经营场所无法联系",
            "通过登记的住所或者经营场所无法联系",
            "通过登记的住所经营场所无法取得联系",
        ],
    ),
    (
        "uncooperative",
        &[
            "不配合",
            "不配合检查",
            "不予配合",
            "不予配合情节严重",
            "不予配合检查情节严重",
            "拒不配合",
            "拒绝检查",
            "拒绝配合检查",
        ],
    ),
    (
        "closed_down",
        &[
            "停业",
            "已停业",
            "歇业",
            "已歇业",
            "关闭",
            "已关闭",
            "关闭停业",
            "已关闭停业",
            "已关闭或停业",
            "停产停业",
            "正在清算",
            "已关闭停业或正在清算",
        ],
    ),
    ("deregistered", &["注销", "注销登记", "已注销登记"]),
    (
        "licence_revoked",
        &[
            "吊销",
            "被吊销",
            "已吊销",
            "已被吊销",
            "吊销执照",
            "被吊销执照",
        ],
    ),
    (
        "registration_cancelled",
        &["撤销", "被撤销", "已撤销", "撤销登记", "已被撤销"],
    ),
    (
        "moved_away",
        &["迁出", "迁移", "搬迁", "已搬迁", "迁往外地", "已迁移"],
    ),
    (
        "no_such_business",
        &[
            "未开展相关经营活动",
            "未开展经营活动",
            "未从事相关经营活动",
            "未发现开展相关经营活动",
            "未开展本次抽查涉及的经营活动",
        ],
    ),
];
/// Other words of offices for the published measures.
pub(crate) const MEASURES: &[(&str, &[&str])] = &[
    (
        "rectification",
        &[
            "已责令改正",
            "责令限期改正",
            "责令整改",
            "责令限期整改",
            "限期改正",
            "限期整改",
            "整改",
            "责改",
        ],
    ),
    (
        "case",
        &["立案查处", "立案调查", "立案处罚", "已立案", "立案处理"],
    ),
    (
        "abnormal_list",
        &[
            "列入异常名录",
            "列异",
            "列入经营异常",
            "经营异常名录",
            "已列入经营异常名录",
            "列入异常",
        ],
    ),
    (
        "transfer",
        &[
            "移送",
            "移交",
            "移送其他部门",
            "移交其他部门",
            "移交有关部门",
            "移送相关部门",
            "移交相关部门",
        ],
    ),
    ("stop", &["终止检查", "中止检查"]),
];
/// Words for no measure.
pub(crate) const NO_MEASURE: &[&str] = &[
    "无需",
    "无须",
    "不需要",
    "无需处理",
    "无须处理",
    "不需处理",
    "不需要处理",
    "无措施",
    "没有措施",
    "无处理措施",
    "nomeasure",
];
/// A seat that nobody holds.
pub(crate) const VACANT: &[&str] = &["空缺", "缺", "vacant"];
/// Text that may follow an inspector's name in brackets.
pub(crate) const ROLES: &[&str] = &[
    "主办",
    "主办人",
    "主办人员",
    "组长",
    "牵头",
    "协办",
    "协办人",
    "协办人员",
    "组员",
    "成员",
    "专家",
    "记录",
    "lead",
];
/// Words for a certificate without a last day.
pub(crate) const FOR_EVER: &[&str] = &[
    "长期",
    "长期有效",
    "永久",
    "永久有效",
    "无固定期限",
    "无期限",
    "不限期",
    "长期至今",
];
pub(crate) const UNLIMITED: &[&str] = &["不限", "无限制", "无上限", "不设上限"];
/// Units after a number.
pub(crate) const UNITS: &[&str] = &["户次", "户", "家次", "家", "件", "个", "次", "起"];
/// The separators between the members of a list.
pub(crate) const SEPARATORS: &[char] =
    &['、', '，', ',', '；', ';', '\n', '\r', '|', '｜', '/', '／'];
/// The separators between the members of an answer.
pub(crate) const ANSWER_SEPARATORS: [char; 3] = [';', '；', '、'];
pub(crate) const FULL_WIDTH_SEMICOLON: &str = "；";
pub(crate) const OPENING: &[char] = &['(', '（', '[', '［', '【', '〔', '《', '“'];
pub(crate) const CLOSING: &[char] = &[')', '）', ']', '］', '】', '〕', '》', '”'];
/// The characters of a number before a name.
pub(crate) const NUMERALS: &[char] = &['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/// The signs between a number and the name after it.
pub(crate) const AFTER_NUMBER: &[char] = &['.', '．', '、', ')', '）'];
/// Words in the first cell of a row of totals.
pub(crate) const TOTALS: &[&str] = &[
    "合计",
    "总计",
    "小计",
    "共计",
    "累计",
    "总数",
    "总户数",
    "共",
    "total",
    "sum",
    "subtotal",
    "grandtotal",
];
/// Beginnings of a remark below or within a list.
pub(crate) const REMARKS: &[&str] = &[
    "备注",
    "注",
    "说明",
    "附注",
    "填表",
    "填报",
    "制表",
    "审核",
    "审批",
    "负责人",
    "联系人",
    "复核",
    "经办",
    "单位盖章",
    "盖章",
    "日期",
    "以下空白",
    "以下无正文",
    "note",
    "notes",
    "remark",
    "remarks",
];
/// The signs between the two ends of a period.
pub(crate) const UNTIL: &[&str] = &["至", "到", "～", "~", "—", "——"];
pub(crate) const YEAR_MARK: char = '年';
pub(crate) const MONTH_MARK: char = '月';
pub(crate) const DAY_MARKS: &[char] = &['日', '号'];
pub(crate) const FULL_STOP: char = '。';

/// Removes differences in width, letter case, blanks and signs from a word. Text in brackets stays. A word that has
/// only signs is not changed.
pub(crate) fn fold(word: &str) -> String {
    let narrow = narrow(word);
    let letters = narrow.chars().filter(|c| c.is_alphanumeric());
    match letters.flat_map(char::to_lowercase).collect::<String>() {
        folded if folded.is_empty() => plain(word),
        folded => folded,
    }
}

/// Removes differences in width, letter case and blanks from a word.
pub(crate) fn plain(word: &str) -> String {
    let narrow = narrow(word);
    let seen = narrow.chars().filter(|c| !c.is_whitespace());
    seen.flat_map(char::to_lowercase).collect()
}

/// Whether a word is one of these, folded.
pub(crate) fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.contains(&word)
}

/// Replaces full-width forms of ASCII characters by ASCII, including the full-width blank.
pub(crate) fn narrow(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        other => other,
    };
    text.chars().map(narrow).collect()
}
