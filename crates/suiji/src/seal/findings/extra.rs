//! Finds columns in `extra` that should probably be a field [I3, I4].

use std::collections::BTreeMap;

use super::Search;
use super::columns::rows;
use crate::base::error::ErrorKind;
use crate::base::run::Cancelled;
use crate::base::texts::findings;
use crate::inputs::registry::{Registry, Row};
use crate::inputs::roster::Member;

/// Names under which offices keep a field of the registry, besides the name of the field.
const OF_ENTITIES: [(&str, &[&str]); 7] = [
    (
        "class",
        &[
            "class",
            "风险等级",
            "信用风险等级",
            "风险分类",
            "信用风险分类",
            "风险类别",
            "信用等级",
        ],
    ),
    (
        "categories",
        &[
            "categories",
            "category",
            "类别",
            "企业类别",
            "对象类别",
            "行业类别",
            "监管类别",
        ],
    ),
    (
        "district",
        &["district", "区划", "行政区划", "区划代码", "行政区划代码"],
    ),
    (
        "industry",
        &["industry", "行业", "行业代码", "所属行业", "国民经济行业"],
    ),
    (
        "established",
        &["established", "成立日期", "注册日期", "登记日期"],
    ),
    (
        "status",
        &["status", "状态", "登记状态", "经营状态", "企业状态"],
    ),
    ("exempt", &["exempt", "免检", "免检原因", "豁免"]),
];

/// The same for the roster.
const OF_INSPECTORS: [(&str, &[&str]); 7] = [
    ("district", &["district", "区划", "区划代码", "行政区划"]),
    (
        "skills",
        &["skills", "skill", "专业", "专业特长", "执法类别"],
    ),
    ("lead", &["lead", "主办", "主办人员"]),
    ("max_load", &["max_load", "上限", "承担上限"]),
    ("load", &["load", "在办", "在办案件"]),
    (
        "valid_to",
        &["valid_to", "有效期", "有效期至", "证件有效期", "失效日期"],
    ),
    ("recuse", &["recuse", "回避", "回避对象", "回避企业"]),
];

/// Finds fields that are empty although `extra` has a value with their name.
pub(super) fn extra(search: &mut Search<'_>) -> Result<(), Cancelled> {
    let registry = search.inputs.registry();
    let places = (0..).zip(OF_ENTITIES.iter());
    let places = places.flat_map(|(place, (_, keys))| keys.iter().map(move |key| (*key, place)));
    let places: BTreeMap<&str, usize> = places.collect();
    let mut found: BTreeMap<(usize, &str), Vec<u64>> = BTreeMap::new();
    rows(registry, search.run, |row| {
        for key in registry.store().extra(row).into_iter().flat_map(keys) {
            if let Some((key, place)) = places.get_key_value(key)
                && !has_field(registry, row, OF_ENTITIES[*place].0)
            {
                found.entry((*place, key)).or_default().push(row.number());
            }
        }
        false
    })?;
    for ((place, key), rows) in found {
        let field = OF_ENTITIES[place].0;
        let notice = findings::field_in_extra(key, field);
        search.add_rows(ErrorKind::Registry, field, notice, rows);
    }
    let mut found: BTreeMap<(usize, &str), Vec<u64>> = BTreeMap::new();
    for member in search.inputs.roster().members() {
        for (place, (field, keys)) in OF_INSPECTORS.iter().enumerate() {
            let key = keys
                .iter()
                .find(|key| member.extra.iter().any(|(of, _)| of == *key));
            if let Some(key) = key.filter(|_| !member_has(member, field)) {
                found.entry((place, key)).or_default().push(member.number);
            }
        }
    }
    for ((place, key), rows) in found {
        let field = OF_INSPECTORS[place].0;
        let notice = findings::field_in_extra(key, field);
        search.add_rows(ErrorKind::Roster, field, notice, rows);
    }
    Ok(())
}

fn has_field(registry: &Registry, row: &Row, field: &str) -> bool {
    let store = registry.store();
    match field {
        "class" => row.class > 0,
        "categories" => row.categories > 0,
        "district" => row.district > 0,
        "industry" => row.industry > 0,
        "established" => row.established().is_some(),
        "status" => row.inactive,
        _ => store.exemptions.texts(row.exemption).next().is_some(),
    }
}

fn member_has(member: &Member, field: &str) -> bool {
    match field {
        "district" => member.district.is_some(),
        "skills" => !member.skills.is_empty(),
        "lead" => member.lead,
        "max_load" => member.max_load.is_some(),
        "load" => member.load > 0,
        "valid_to" => member.valid_to.is_some(),
        _ => !member.recuse.is_empty(),
    }
}

/// The keys of an object of texts, from its canonical JSON. A key with an escape stays escaped.
fn keys(object: &[u8]) -> impl Iterator<Item = &str> {
    let mut rest = object;
    let text = move || {
        let from = rest.iter().position(|byte| *byte == b'"')? + 1;
        let mut to = from;
        while *rest.get(to)? != b'"' {
            to += if rest[to] == b'\\' { 2 } else { 1 };
        }
        let text = &rest[from..to];
        rest = rest.get(to + 1..).unwrap_or_default();
        Some(text)
    };
    // Keys and values take turns.
    let keys = core::iter::from_fn(text).step_by(2);
    keys.map(|key| core::str::from_utf8(key).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_told_from_values() {
        let keys = |object: &'static str| keys(object.as_bytes()).collect::<Vec<_>>();
        assert_eq!(keys(r#"{"class":"high"}"#), ["class"]);
        assert_eq!(
            keys(r#"{"a":"class","b":"\\\",\"class\":\"","c":"x"}"#),
            ["a", "b", "c"]
        );
        assert_eq!(keys("{}"), [""; 0]);
        assert_eq!(keys(r#"{"a":"\"#), ["a"]);
    }
}
