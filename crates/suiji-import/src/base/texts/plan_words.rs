//! The words that offices write in their plans. Their meaning does not depend on the language of the session.
//! Words are compared without width, letter case and blanks.

/// Marks of an annex, before its number.
pub(crate) const ANNEX_MARKS: &[&str] = &["附件", "附表"];
/// Words in the title of an annex of several departments, or of one.
pub(crate) const JOINT_MARKS: &[&str] = &["联合"];
pub(crate) const INTERNAL_MARKS: &[&str] = &["内部", "本部门", "本单位", "部门自行"];
/// Beginnings of a line above a table that is not a title.
pub(crate) const NO_TITLES: &[&str] = &["单位", "填报", "制表", "填表", "(", "备注", "注:", "说明"];
/// Words in the title of a plan.
pub(crate) const TITLE_MARKS: &[&str] = &["计划", "方案"];
/// The end of the name on the head of a document.
pub(crate) const LETTERHEAD: &str = "文件";
/// The words between the authority and the rest of a title.
pub(crate) const ABOUT_MARKS: &[&str] = &["关于印发", "关于", "印发"];
/// The ends of names of authorities.
pub(crate) const AUTHORITY_ENDS: &[&str] = &[
    "局",
    "委员会",
    "委",
    "办公室",
    "厅",
    "政府",
    "总队",
    "支队",
    "大队",
    "中心",
    "领导小组",
];
/// Characters that do not occur in names or numbers.
pub(crate) const COLONS: &[char] = &[':', '：'];
pub(crate) const SENTENCE_MARKS: &[char] = &['。', '，', '：', ':'];
pub(crate) const NUMBER_MARK: char = '号';
pub(crate) const TITLE_OPENING: char = '《';
pub(crate) const TITLE_CLOSING: char = '》';
/// The numerals of headings and the sign after them.
pub(crate) const HEADING_NUMERALS: &str = "一二三四五六七八九十";
pub(crate) const HEADING_ENDS: &[char] = &['、', '.', '．', ')', '）', ':', '：', ' '];
/// Beginnings of the heading of the period, or words in it; then the same for the heading of the entities.
pub(crate) const PERIOD_HEADINGS: &[&str] = &[
    "工作时间",
    "抽查时间",
    "检查时间",
    "时间安排",
    "起止时间",
    "实施时间",
    "抽查期限",
];
pub(crate) const OBJECT_HEADINGS: &[&str] = &["抽查对象", "检查对象", "抽查范围"];
/// The words before and after the documents that a plan is based on.
pub(crate) const BASIS_BEGINS: &[&str] = &["根据", "按照", "依据", "依照"];
pub(crate) const BASIS_ENDS: &[&str] = &[
    "的要求",
    "的规定",
    "的精神",
    "等文件",
    "等有关",
    "要求",
    "精神",
    "规定",
    "有关",
    "，",
    "。",
    "；",
    ",",
];
pub(crate) const BASIS_JOINS: &[&str] = &["、", "以及", "和", "及"];
/// Sentences about the methods of inspections.
pub(crate) const METHOD_SENTENCES: &[&str] = &["检查方式", "抽查方式"];
pub(crate) const METHODS: &[(&str, &[&str])] = &[
    ("on_site", &["实地检查", "实地核查", "现场检查", "现场核查"]),
    ("document", &["书面检查", "书面审查"]),
    ("network", &["网络监测", "网络检查", "网络核查"]),
];
pub(crate) const SENTENCE_ENDS: &[char] = &['。', '\n'];

/// Words of bounds before an amount, and after it.
pub(crate) const AT_LEAST: &[&str] = &[
    "不得低于",
    "不得少于",
    "不低于",
    "不少于",
    "不小于",
    "大于等于",
    "大于或等于",
    "至少",
    "最低",
    "最少",
    "≥",
    ">=",
];
pub(crate) const AT_MOST: &[&str] = &[
    "不得高于",
    "不得超过",
    "不得多于",
    "不高于",
    "不超过",
    "不多于",
    "不大于",
    "小于等于",
    "小于或等于",
    "至多",
    "最多",
    "最高",
    "≤",
    "<=",
];
pub(crate) const OR_MORE: &[&str] = &["及以上", "(含)以上", "以上"];
pub(crate) const OR_LESS: &[&str] = &["及以下", "(含)以下", "以下", "以内"];
/// Units of entities.
pub(crate) const ENTITY_UNITS: &[&str] = &["户企业", "家企业", "个企业", "户", "家", "个"];
pub(crate) const PER_CENT: &str = "百分之";
pub(crate) const TIMES: &str = "次";
pub(crate) const EVERY: char = '每';
/// The words after a number of inspectors.
/// The signs that end a setting in an answer.
pub(crate) const OPTION_ENDS: &[char] = &[';', '；', '\n'];
/// The signs between a setting and its value.
pub(crate) const OPTION_EQUALS: &[char] = &['=', '＝', ':', '：'];
/// The signs between a task and its setting.
pub(crate) const OF: char = '的';
/// The word for the reserves of each stratum, in an answer about the settings of a plan.
pub(crate) const OPTION_RESERVES: &[&str] = &["备选户数", "备选", "reserves"];
/// The word for the first day of a rotation of inspectors.
pub(crate) const OPTION_ROTATION: &[&str] = &["轮换起算日", "轮换", "rotation_from", "rotation"];
/// The word for the skills that the first seat requires.
pub(crate) const OPTION_SKILLS: &[&str] = &["专长", "skills"];
pub(crate) const PEOPLE: &[char] = &['人', '名'];
/// One year, before or after a number of visits.
pub(crate) const EACH_YEAR: &[&str] = &["每年度", "每年", "每1年", "一年", "1年", "年度", "年"];
pub(crate) const PER_YEAR: &[&str] = &[
    "/每年", "/1年", "/一年", "/年度", "/年", "每年", "(每年)", "(年)", "/(年)",
];
pub(crate) const ALL_OF_THEM: &[&str] = &["全部抽查", "全部检查", "全覆盖", "全部", "全数", "全量"];
/// Words of a quota without further meaning.
pub(crate) const QUOTA_FILLERS: &[&str] = &[
    "抽查比例",
    "抽取比例",
    "检查比例",
    "抽查频次",
    "检查频次",
    "抽查数量",
    "抽查",
    "抽取",
    "检查",
    "比例",
    "频次",
    "数量",
    "按照",
    "按",
    "等于",
    "且",
    "为",
    "的",
];
pub(crate) const DIGITS: &str = "零一二三四五六七八九";
pub(crate) const TWO: char = '两';
pub(crate) const TEN: char = '十';
pub(crate) const HUNDRED: char = '百';
/// Dashes of ranges.
pub(crate) const DASHES: &[char] = &[
    '-', '—', '–', '－', '~', '～', '至', '到', '―', '‐', '‑', '−', '─', '━',
];

/// Words of periods.
pub(crate) const WHOLE_YEAR: &[&str] = &[
    "全年",
    "全年度",
    "年内",
    "本年度",
    "本年",
    "常年",
    "1-12月",
    "当年",
];
pub(crate) const HALF_YEARS: [&str; 2] = ["上半年", "下半年"];
pub(crate) const QUARTER: &str = "季度";
pub(crate) const ORDINAL: char = '第';
pub(crate) const NEXT_YEAR: &[&str] = &["次年", "翌年", "明年"];
pub(crate) const THIS_YEAR: &[&str] = &["当年", "本年", "今年"];
pub(crate) const PARTS_OF_MONTH: [&str; 3] = ["上旬", "中旬", "下旬"];
pub(crate) const MONTH_SHARE: &str = "份";
pub(crate) const BEFORE_MARKS: &[&str] = &[
    "底前",
    "底之前",
    "末前",
    "日前",
    "前完成",
    "底前完成",
    "前",
    "底",
];

/// Modes: who draws and who inspects.
pub(crate) const LEVELS: &[(&str, &[&str])] = &[
    ("national", &["国", "总局"]),
    ("province", &["省", "自治区"]),
    ("city", &["市", "州"]),
    (
        "county",
        &[
            "县(区)",
            "县(市、区)",
            "县(市区)",
            "区(县)",
            "县区",
            "县",
            "区",
            "旗",
        ],
    ),
];
pub(crate) const DRAWS: char = '抽';
pub(crate) const INSPECTS: char = '查';
pub(crate) const TARGETED: &[&str] = &["定向", "定向抽查"];
pub(crate) const UNTARGETED: &[&str] = &["不定向", "不定向抽查", "非定向"];
/// Words of a note that risk classes make no difference.
pub(crate) const NO_RISK: &[&str] = &[
    "无",
    "不涉及",
    "不涉及信用风险分类",
    "不适用",
    "-",
    "--",
    "/",
    "—",
    "——",
    "无要求",
];
/// Words of a note that frequencies differ by class.
pub(crate) const FREQUENCY_MARKS: &[&str] = &["频次", "频率", "次数"];
/// Ends of a line that is one item.
pub(crate) const ITEM_ENDS: &[char] = &[';', '；', '。', '、'];
pub(crate) const CIRCLED: &str = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
/// The separators between the words of a scope, or between departments.
pub(crate) const SCOPE_JOINS: &[char] = &['、', '，', ',', '；', ';', '\n'];
pub(crate) const SCOPE_ENDS: &[char] = &['。', '.', '、', '，', ' ', '；', ';'];
/// Beginnings of a row in an annex that is not a task.
pub(crate) const NO_TASKS: &[&str] = &[
    "备注",
    "注:",
    "注：",
    "说明",
    "合计",
    "总计",
    "填表",
    "制表",
    "审核",
    "联系人",
];
