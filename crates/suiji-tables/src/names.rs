//! The names under which offices keep the fields of the lists, in one table.
//!
//! A reader of tables for sealing accepts only the names of the fields themselves. It uses this table to say which
//! field a column probably is. `suiji-import` accepts a column under any of these names.

/// One field and its names.
#[derive(Debug)]
#[non_exhaustive]
pub struct Names {
    /// The field, as SPEC.md names it.
    pub field: &'static str,
    /// Whether the column has the name of an entity or a task, although the field has an id.
    pub by_name: bool,
    /// Names that mean this field.
    pub names: &'static [&'static str],
    /// Names that mean this field if no other column has one of `names`.
    pub weak: &'static [&'static str],
}

const fn names(
    field: &'static str,
    names: &'static [&'static str],
    weak: &'static [&'static str],
) -> Names {
    Names {
        field,
        by_name: false,
        names,
        weak,
    }
}

const fn by_name(
    field: &'static str,
    names: &'static [&'static str],
    weak: &'static [&'static str],
) -> Names {
    Names {
        field,
        by_name: true,
        names,
        weak,
    }
}

/// Names of a column that only numbers the rows.
pub const ROW_NUMBERS: &[&str] = &["序号", "序", "行号", "No", "№", "Seq", "#"];

const CREDIT_CODES: &[&str] = &[
    "统一社会信用代码",
    "统一社会信用代码/注册号",
    "注册号/统一社会信用代码",
    "社会信用代码",
    "统一信用代码",
    "信用代码",
    "企业代码",
    "主体代码",
    "主体身份代码",
    "注册号",
    "工商注册号",
    "营业执照注册号",
    "组织机构代码",
    "机构代码",
    "对象编号",
    "检查对象编号",
    "对象代码",
    "企业编号",
    "uscc",
    "UniCode",
    "credit code",
    "entity id",
    "entity",
];

const FIRM_NAMES: &[&str] = &[
    "企业名称",
    "单位名称",
    "主体名称",
    "市场主体名称",
    "经营主体名称",
    "被检查单位",
    "被检查对象",
    "对象名称",
    "检查对象名称",
    "公司名称",
    "检查对象",
    "企业全称",
    "名称",
    "字号",
    "字号名称",
    "商户名称",
    "EntName",
    "company",
    "company name",
    "entity name",
];

const DISTRICT: Names = names(
    "district",
    &[
        "行政区划",
        "行政区划代码",
        "行政区划编码",
        "区划",
        "区划代码",
        "区划编码",
        "所属区划",
        "所在区划",
        "所属行政区划",
        "division code",
    ],
    &[
        "所属区域",
        "所在地区",
        "地区",
        "属地",
        "辖区",
        "region",
        "area",
    ],
);

/// The fields of a registry.
pub const REGISTRY: &[Names] = &[
    names("id", CREDIT_CODES, &["编号", "代码", "code"]),
    names("name", FIRM_NAMES, &["企业", "单位"]),
    names(
        "class",
        &[
            "信用风险等级",
            "信用风险分类",
            "信用风险分类等级",
            "信用风险分类结果",
            "信用风险类别",
            "企业信用风险等级",
            "企业信用风险分类",
            "信用风险",
            "风险等级",
            "风险分类",
            "风险类别",
            "风险级别",
            "信用等级",
            "risk class",
            "risk level",
        ],
        &["等级", "风险", "分类", "信用分类", "grade", "level", "risk"],
    ),
    names(
        "categories",
        &[
            "企业类型",
            "企业类别",
            "类别",
            "对象类别",
            "对象类型",
            "检查对象类别",
            "监管类别",
            "监管类型",
            "主体类别",
            "经营类别",
            "业务类别",
            "标签",
            "企业标签",
            "分类标签",
            "category",
            "tags",
        ],
        &["类型", "主体类型", "市场主体类型", "行业类别", "type"],
    ),
    DISTRICT,
    names(
        "industry",
        &[
            "行业代码",
            "国民经济行业代码",
            "行业分类代码",
            "所属行业代码",
            "行业编码",
            "industry code",
        ],
        &["行业", "所属行业", "国民经济行业", "行业分类"],
    ),
    names(
        "status",
        &[
            "登记状态",
            "经营状态",
            "企业状态",
            "主体状态",
            "市场主体状态",
            "企业登记状态",
            "存续状态",
            "状态",
            "RegState",
        ],
        &[],
    ),
    names(
        "established",
        &[
            "成立日期",
            "成立时间",
            "注册日期",
            "注册时间",
            "设立日期",
            "设立时间",
            "EstDate",
            "established on",
        ],
        &["登记日期", "登记时间", "开业日期"],
    ),
    names(
        "exempt",
        &[
            "免检",
            "免检原因",
            "免检理由",
            "免检依据",
            "是否免检",
            "白名单",
            "是否白名单",
            "豁免",
            "豁免原因",
        ],
        &[],
    ),
    names("exempt_from", &["免检任务", "豁免任务"], &[]),
];

/// The fields of a roster.
pub const ROSTER: &[Names] = &[
    names(
        "id",
        &[
            "执法证号",
            "执法证号码",
            "执法证件号",
            "执法证件编号",
            "执法证件号码",
            "执法证编号",
            "行政执法证号",
            "行政执法证件号",
            "行政执法证件编号",
            "行政执法证编号",
            "证件号",
            "证件编号",
            "证件号码",
            "证号",
            "人员编号",
            "执法人员编号",
            "certificate number",
            "inspector",
        ],
        &["工号", "编号"],
    ),
    names(
        "name",
        &[
            "姓名",
            "人员姓名",
            "执法人员姓名",
            "检查人员姓名",
            "检查员姓名",
        ],
        &["检查人员", "执法人员", "检查员", "人员"],
    ),
    names(
        "department",
        &[
            "部门",
            "部门名称",
            "所属部门",
            "所在部门",
            "单位",
            "单位名称",
            "所属单位",
            "所在单位",
            "工作单位",
            "执法单位",
            "执法部门",
            "执法机关",
            "执法主体",
            "所属机关",
            "dept",
        ],
        &["科室", "所属科室", "所在科室", "内设机构", "股室", "处室"],
    ),
    DISTRICT,
    names(
        "skills",
        &[
            "专业",
            "专业特长",
            "专业领域",
            "业务专长",
            "业务领域",
            "专长",
            "特长",
            "执法类别",
            "执法领域",
            "执法专业",
            "执法资质",
        ],
        &["业务类别", "专业类别"],
    ),
    names(
        "lead",
        &[
            "主办",
            "主办人",
            "主办人员",
            "主办资格",
            "是否主办",
            "是否主办人员",
            "是否可主办",
            "可否主办",
            "能否主办",
            "组长",
            "是否组长",
        ],
        &[],
    ),
    names("expert", &["专家", "是否专家"], &[]),
    names(
        "max_load",
        &[
            "最多承担户数",
            "最大承担户数",
            "承担户数上限",
            "承担上限",
            "户数上限",
            "任务上限",
            "最多户数",
            "上限",
        ],
        &[],
    ),
    names(
        "load",
        &[
            "在办件数",
            "在办案件",
            "在办案件数",
            "在办户数",
            "在办数",
            "在办",
            "已承担户数",
        ],
        &[],
    ),
    names(
        "valid_to",
        &[
            "证件有效期",
            "证件有效期至",
            "执法证有效期",
            "执法证有效期至",
            "有效期",
            "有效期至",
            "有效期止",
            "有效期限",
            "有效期截止",
            "有效截止日期",
            "失效日期",
            "到期日期",
            "到期日",
            "证件到期日",
            "截止日期",
            "expiry",
        ],
        &[],
    ),
    names(
        "recuse",
        &[
            "回避",
            "回避对象",
            "回避企业",
            "回避单位",
            "回避名单",
            "应回避企业",
            "需回避企业",
        ],
        &[],
    ),
];

/// The fields of a history.
pub const HISTORY: &[Names] = &[
    names("entity", CREDIT_CODES, &["编号", "id"]),
    by_name("entity", FIRM_NAMES, &["企业"]),
    names(
        "task",
        &[
            "任务编号",
            "任务代码",
            "抽查任务编号",
            "检查任务编号",
            "task id",
        ],
        &[],
    ),
    by_name(
        "task",
        &[
            "任务",
            "任务名称",
            "抽查任务",
            "抽查任务名称",
            "检查任务",
            "检查任务名称",
        ],
        &["检查事项", "抽查事项"],
    ),
    names(
        "date",
        &[
            "检查日期",
            "检查时间",
            "抽查日期",
            "抽查时间",
            "抽查检查时间",
            "检查完成日期",
            "检查完成时间",
            "抽查完成时间",
            "日期",
            "时间",
        ],
        &["完成日期", "完成时间"],
    ),
    names(
        "kind",
        &[
            "检查类型",
            "检查类别",
            "检查方式",
            "检查性质",
            "抽查类型",
            "类型",
        ],
        &["检查来源"],
    ),
    names(
        "by",
        &[
            "检查部门",
            "检查机关",
            "检查单位",
            "检查层级",
            "抽查机关",
            "抽查部门",
            "实施部门",
            "实施机关",
            "执法部门",
            "执法机关",
            "部门",
            "机关",
        ],
        &["单位"],
    ),
    names(
        "inspectors",
        &[
            "检查人员",
            "检查人",
            "检查员",
            "执法人员",
            "检查人员姓名",
            "执法人员姓名",
        ],
        &[],
    ),
];

/// The fields of a list of results of inspections.
pub const RESULTS: &[Names] = &[
    names("entity", CREDIT_CODES, &["编号", "id"]),
    by_name("entity", FIRM_NAMES, &["企业"]),
    names(
        "task",
        &[
            "任务编号",
            "任务代码",
            "抽查任务编号",
            "检查任务编号",
            "task id",
        ],
        &[],
    ),
    by_name(
        "task",
        &[
            "任务",
            "任务名称",
            "抽查任务",
            "抽查任务名称",
            "检查任务",
            "检查任务名称",
            "task name",
        ],
        &[],
    ),
    names(
        "date",
        &[
            "检查日期",
            "检查时间",
            "抽查日期",
            "抽查时间",
            "实际检查日期",
            "实际检查时间",
            "现场检查日期",
            "现场检查时间",
            "检查完成日期",
            "检查完成时间",
            "抽查完成日期",
            "抽查完成时间",
            "inspection date",
            "inspected on",
        ],
        &["日期", "时间", "完成日期", "完成时间"],
    ),
    names(
        "inspectors",
        &[
            "检查人员",
            "检查人",
            "检查员",
            "执法人员",
            "检查人员姓名",
            "执法人员姓名",
            "实际检查人员",
            "参加检查人员",
            "inspector",
            "inspected by",
            "team",
        ],
        &["检查小组", "检查组"],
    ),
    names(
        "outcomes",
        &[
            "检查结果",
            "抽查结果",
            "抽查检查结果",
            "现场检查结果",
            "检查结果代码",
            "检查结论",
            "结果",
            "结论",
            "outcome",
            "result",
        ],
        &["检查情况", "抽查情况"],
    ),
    names(
        "measures",
        &[
            "处理措施",
            "处置措施",
            "采取措施",
            "后续措施",
            "处理情况",
            "处置情况",
            "后续处理",
            "后续处理情况",
            "处理方式",
            "处置方式",
            "处理意见",
            "measure",
        ],
        &["措施", "处理", "处置", "处理结果", "处置结果"],
    ),
    names(
        "note",
        &[
            "备注",
            "说明",
            "情况说明",
            "检查情况说明",
            "发现的问题",
            "发现问题",
            "存在问题",
            "问题描述",
            "notes",
            "remark",
            "remarks",
        ],
        &[],
    ),
    names(
        "published",
        &[
            "公示日期",
            "公示时间",
            "结果公示日期",
            "结果公示时间",
            "公开日期",
            "公开时间",
            "公布日期",
            "published on",
        ],
        &[],
    ),
];

/// A name without differences in width, letter case, blanks and signs, and without text in brackets.
///
/// ```
/// use suiji_tables::names::fold;
///
/// assert_eq!(fold("＊企业 名称（全称）"), "企业名称");
/// ```
pub fn fold(name: &str) -> String {
    let mut depth = 0u32;
    let outside: String = name
        .chars()
        .filter(|c| match c {
            '(' | '（' | '[' | '【' => {
                depth += 1;
                false
            }
            ')' | '）' | ']' | '】' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect();
    match letters(&outside) {
        folded if folded.is_empty() => letters(name),
        folded => folded,
    }
}

fn letters(name: &str) -> String {
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    };
    let narrow = name.chars().map(narrow).filter(|c| c.is_alphanumeric());
    narrow.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_name_means_two_fields_of_a_list() {
        for list in [REGISTRY, ROSTER, HISTORY, RESULTS] {
            let mut seen = BTreeSet::new();
            for of in list {
                let own = (!of.by_name).then_some(&of.field);
                for name in own.into_iter().chain(of.names).chain(of.weak) {
                    let first = seen.insert(fold(name));
                    assert!(first || *name == of.field, "{name}");
                }
            }
        }
    }

    #[test]
    fn brackets_and_signs_are_no_part_of_a_name() {
        for (name, folded) in [
            ("企业（单位）名称", "企业名称"),
            ("(必填)企业名称", "企业名称"),
            ("统一社会信用代码\n/注册号", "统一社会信用代码注册号"),
            ("\u{feff}ＩＤ ", "id"),
            ("exempt_from", "exemptfrom"),
            ("（必填", "必填"),
            ("（）", ""),
        ] {
            assert_eq!(fold(name), folded, "{name}");
        }
    }
}
