//! Guesses which field a column with another name is, for the message that refuses the column.

use std::collections::BTreeSet;

use crate::names::{Names, fold};

/// A name of at least this length determines the field, even inside a longer name.
const TELLING: usize = 3;

/// The field that a column with this name probably is. None if the file already has a column with the name of that
/// field.
pub fn guess(name: &str, names: &[Names], taken: &BTreeSet<&str>) -> Option<&'static str> {
    let name = fold(name);
    if name.is_empty() {
        return None;
    }
    let free = || names.iter().filter(|of| !taken.contains(of.field));
    let others = free().flat_map(|of| {
        let all = of.names.iter().chain(of.weak);
        all.map(|other| (of.field, *other))
    });
    let all: Vec<(&'static str, &'static str)> = free()
        .map(|of| (of.field, of.field))
        .chain(others)
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
    use crate::names::{HISTORY, REGISTRY, ROSTER};

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
            let of_names: BTreeSet<&str> = names.iter().map(|of| of.field).collect();
            assert_eq!(of_names, fields.names().collect());
        }
    }
}
