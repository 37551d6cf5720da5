//! Which field a column with another name probably is, for the message that refuses it.

use std::collections::BTreeSet;

/// Names under which offices keep fields.
pub(crate) type Names = &'static [(&'static str, &'static [&'static str])];

const DISTRICT: &[&str] = &[
    "区划",
    "行政区划",
    "区划代码",
    "所属区域",
    "所在地区",
    "地区",
    "region",
    "area",
];

pub(crate) const REGISTRY: Names = &[
    (
        "id",
        &[
            "统一社会信用代码",
            "社会信用代码",
            "信用代码",
            "企业代码",
            "主体代码",
            "注册号",
            "组织机构代码",
            "编号",
            "uscc",
        ],
    ),
    (
        "name",
        &[
            "企业名称",
            "单位名称",
            "主体名称",
            "对象名称",
            "公司名称",
            "检查对象",
            "名称",
        ],
    ),
    (
        "class",
        &[
            "风险等级",
            "风险分类",
            "风险类别",
            "信用等级",
            "风险",
            "grade",
            "level",
            "risk",
        ],
    ),
    (
        "categories",
        &[
            "类别",
            "企业类别",
            "对象类别",
            "监管类别",
            "行业类别",
            "主体类别",
            "经营类别",
            "标签",
        ],
    ),
    ("district", DISTRICT),
    (
        "industry",
        &["行业", "行业代码", "所属行业", "国民经济行业"],
    ),
    (
        "status",
        &["状态", "登记状态", "经营状态", "企业状态", "存续状态"],
    ),
    (
        "established",
        &["成立日期", "成立时间", "注册日期", "登记日期", "设立日期"],
    ),
    ("exempt", &["免检", "免检原因", "免检理由", "豁免"]),
    ("exempt_from", &["免检任务", "豁免任务"]),
];

pub(crate) const ROSTER: Names = &[
    (
        "id",
        &[
            "执法证号",
            "执法证件号",
            "执法证编号",
            "证件号",
            "证件编号",
            "人员编号",
            "证号",
            "工号",
            "编号",
        ],
    ),
    ("name", &["姓名", "人员姓名", "检查人员", "执法人员"]),
    (
        "department",
        &[
            "部门",
            "所属部门",
            "所在部门",
            "单位",
            "所属单位",
            "所在单位",
            "工作单位",
            "dept",
        ],
    ),
    ("district", DISTRICT),
    (
        "skills",
        &[
            "专业",
            "专业特长",
            "业务专长",
            "特长",
            "执法类别",
            "执法领域",
        ],
    ),
    (
        "lead",
        &["主办", "主办人员", "是否主办", "可否主办", "组长"],
    ),
    ("expert", &["专家", "是否专家"]),
    ("max_load", &["上限", "承担上限", "户数上限"]),
    ("load", &["在办", "在办案件", "在办户数", "已承担户数"]),
    (
        "valid_to",
        &["有效期", "有效期至", "失效日期", "到期日期", "截止日期"],
    ),
    ("recuse", &["回避", "回避对象", "回避企业", "回避单位"]),
];

pub(crate) const HISTORY: Names = &[
    (
        "entity",
        &[
            "统一社会信用代码",
            "社会信用代码",
            "信用代码",
            "企业代码",
            "对象编号",
            "检查对象",
            "id",
        ],
    ),
    ("task", &["任务", "任务编号", "抽查任务", "检查任务"]),
    ("date", &["日期", "检查日期", "时间", "检查时间"]),
    ("kind", &["类型", "检查类型", "检查类别", "检查方式"]),
    (
        "by",
        &[
            "部门",
            "检查部门",
            "机关",
            "检查机关",
            "单位",
            "检查单位",
            "检查层级",
        ],
    ),
    ("inspectors", &["检查人员", "检查人", "执法人员"]),
];

/// The length from which a name inside a longer one determines the field.
const TELLING: usize = 3;

/// The field that a column with this name probably is; none if the file has that field under its own name.
pub(crate) fn guess(name: &str, names: Names, taken: &BTreeSet<&str>) -> Option<&'static str> {
    let name = fold(name);
    if name.is_empty() {
        return None;
    }
    let free = || names.iter().filter(|(field, _)| !taken.contains(field));
    let all = free().flat_map(|(field, others)| others.iter().map(move |other| (*field, *other)));
    let all: Vec<(&str, &str)> = free()
        .map(|(field, _)| (*field, *field))
        .chain(all)
        .collect();
    let same = all.iter().find(|(_, other)| fold(other) == name);
    let within = || {
        let length = |other: &str| other.chars().count();
        let within = all
            .iter()
            .filter(|(_, other)| length(other) >= TELLING && name.contains(other));
        within
            .filter(|(_, other)| !other.is_ascii())
            .max_by_key(|(_, other)| length(other))
    };
    let slip = || {
        all.iter().find(|(_, other)| {
            other.is_ascii() && other.len() > TELLING && is_slip(&name, &fold(other))
        })
    };
    same.or_else(within).or_else(slip).map(|(field, _)| *field)
}

/// A name for comparison: without width, letter case, blanks, signs and text in brackets.
fn fold(name: &str) -> String {
    let before = name.split(['(', '（']).next().unwrap_or_default();
    let name = if before.is_empty() { name } else { before };
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    };
    let narrow = name.chars().map(narrow).filter(|c| c.is_alphanumeric());
    narrow.flat_map(char::to_lowercase).collect()
}

/// Whether one character differs, is missing or is extra, or two are swapped.
fn is_slip(one: &str, other: &str) -> bool {
    let (mut one, mut other): (Vec<char>, Vec<char>) =
        (one.chars().collect(), other.chars().collect());
    let before = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    one.drain(..before);
    other.drain(..before);
    let after = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    one.truncate(one.len() - after);
    other.truncate(other.len() - after);
    match (one.as_slice(), other.as_slice()) {
        ([a, b], [c, d]) => (a, b) == (d, c),
        (one, other) => one.len() <= 1 && other.len() <= 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> Option<&'static str> {
        guess(name, REGISTRY, &BTreeSet::new())
    }

    #[test]
    fn names_of_offices_tell_the_field() {
        for (name, field) in [
            ("统一社会信用代码", "id"),
            ("统一社会信用代码（必填）", "id"),
            ("\u{feff}id", "id"),
            ("ＩＤ", "id"),
            (" Exempt From ", "exempt_from"),
            ("企业名称", "name"),
            ("企业信用风险等级", "class"),
            ("类别", "categories"),
            ("所属行政区划代码", "district"),
            ("所属行业代码", "industry"),
            ("nmae", "name"),
            ("categorie", "categories"),
            ("district1", "district"),
        ] {
            assert_eq!(of(name), Some(field), "{name}");
        }
        for name in ["", "电话", "备注", "邮政编码", "id2", "class2b", "（）"] {
            assert_eq!(of(name), None, "{name}");
        }
    }

    #[test]
    fn a_field_that_the_file_has_is_not_guessed() {
        let taken = BTreeSet::from(["name"]);
        assert_eq!(guess("企业名称", REGISTRY, &taken), None);
        assert_eq!(guess("检查对象", HISTORY, &taken), Some("entity"));
    }

    #[test]
    fn the_fields_are_those_of_the_tables() {
        for (fields, names) in [
            (&crate::header::REGISTRY, REGISTRY),
            (&crate::header::ROSTER, ROSTER),
            (&crate::header::HISTORY, HISTORY),
        ] {
            let of_names: BTreeSet<&str> = names.iter().map(|(field, _)| *field).collect();
            assert_eq!(of_names, fields.names().collect());
        }
    }
}
