//! Finds cells with several values, and the results of failed formulas or exports [C3, I3].

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{Column, rows};
use super::{Search, some};
use crate::base::error::ErrorKind;
use crate::base::run::Cancelled;
use crate::base::texts::{self, Text, findings, quoted};
use crate::inputs::roster::Member;

/// Signs that join values in a list.
const SEPARATORS: [char; 9] = ['、', '，', ',', '；', ';', '|', '｜', '\t', '\u{3000}'];

/// Signs that can also be part of a value. They count as separators if one of the pieces is a value in other rows.
const WEAK: [char; 8] = ['/', '／', ' ', '\u{A0}', '+', '＋', '&', '·'];

/// The texts that spreadsheets and exports write for a missing value, in capitals.
const LEFT_OVER: [&str; 24] = [
    "#GETTING_DATA",
    "#N/A",
    "(BLANK)",
    "(NULL)",
    "-",
    "--",
    "0",
    "0.0",
    "0.00",
    "<NA>",
    "<NULL>",
    "FALSE",
    "N/A",
    "NA",
    "NAN",
    "NAT",
    "NIL",
    "NONE",
    "NULL",
    "TRUE",
    "UNDEFINED",
    "[NULL]",
    "\\N",
    "—",
];

pub(super) fn values(search: &mut Search<'_>) -> Result<(), Cancelled> {
    let registry = search.inputs.registry();
    let tasks = search.inputs.plan().tasks.iter();
    let mut known: BTreeSet<&str> = tasks
        .flat_map(|task| task.scope.categories.iter().map(String::as_str))
        .collect();
    let categories = Column::Categories.values(registry, search.run)?;
    known.extend(categories.keys());
    for (separator, of) in by_separator(categories.keys().copied(), &known) {
        let rows = Column::Categories.rows(registry, search.run, |value| of.contains(value))?;
        let notice = findings::separator(shown(separator), example(&of));
        search.add_rows(ErrorKind::Registry, "categories", notice, rows);
    }
    for column in [Column::Categories, Column::Industry] {
        let values = column.values(registry, search.run)?;
        let of: BTreeSet<&str> = values
            .keys()
            .copied()
            .filter(|value| is_left_over(value))
            .collect();
        let rows = column.rows(registry, search.run, |value| of.contains(value))?;
        let notice = findings::formula(some(of.iter().map(quoted)));
        search.add_rows(ErrorKind::Registry, column.name(), notice, rows);
    }
    let store = registry.store();
    let mut names = BTreeSet::new();
    let nameless = rows(registry, search.run, |row| {
        let name = store.name(row);
        let found = is_left_over(name);
        if found {
            names.insert(name);
        }
        found
    })?;
    let notice = findings::formula(some(names.iter().map(quoted)));
    search.add_rows(ErrorKind::Registry, "name", notice, nameless);
    inspectors(search);
    Ok(())
}

/// The texts that an inspector has in a column.
type Texts = fn(&Member) -> Vec<&str>;

/// The same in the roster: departments, skills, names.
fn inspectors(search: &mut Search<'_>) {
    let plan = search.inputs.plan();
    let members = search.inputs.roster().members();
    let teams = plan.tasks.iter().filter_map(|task| task.team.as_ref());
    let wanted = teams.flat_map(|team| team.seats.iter().flat_map(|group| &group.skills));
    let mut known: BTreeSet<&str> = wanted.map(String::as_str).collect();
    known.extend(
        members
            .iter()
            .flat_map(|of| of.skills.iter().map(String::as_str)),
    );
    let skills: BTreeSet<&str> = members
        .iter()
        .flat_map(|of| of.skills.iter().map(String::as_str))
        .collect();
    let having = |found: &dyn Fn(&Member) -> bool| {
        let having = members.iter().filter(|member| found(member));
        having.map(|member| member.number).collect::<Vec<u64>>()
    };
    for (separator, of) in by_separator(skills.iter().copied(), &known) {
        let rows = having(&|member| member.skills.iter().any(|skill| of.contains(&**skill)));
        let notice = findings::separator(shown(separator), example(&of));
        search.add_rows(ErrorKind::Roster, "skills", notice, rows);
    }
    let columns: [(&str, Texts); 3] = [
        ("name", |member| vec![&member.name]),
        ("department", |member| vec![&member.department]),
        ("skills", |member| {
            member.skills.iter().map(String::as_str).collect()
        }),
    ];
    for (column, of) in columns {
        let all = members.iter().flat_map(of);
        let found: BTreeSet<&str> = all.filter(|value| is_left_over(value)).collect();
        let rows = having(&|member| of(member).iter().any(|value| found.contains(value)));
        let notice = findings::formula(some(found.iter().map(quoted)));
        search.add_rows(ErrorKind::Roster, column, notice, rows);
    }
}

/// Whether a value comes from a failed formula or export.
pub(super) fn is_left_over(value: &str) -> bool {
    let capitals = || value.to_ascii_uppercase();
    // #REF!, #DIV/0!, #NAME?; and a cell that is too narrow.
    let is_error = value.starts_with('#') && value.ends_with(['!', '?', '#']);
    is_error || (value.len() <= 13 && LEFT_OVER.contains(&&*capitals()))
}

/// Values that contain a separator, by the first separator in each.
fn by_separator<'v>(
    values: impl Iterator<Item = &'v str>,
    known: &BTreeSet<&str>,
) -> BTreeMap<char, BTreeSet<&'v str>> {
    let mut found: BTreeMap<char, BTreeSet<&str>> = BTreeMap::new();
    for value in values.filter(|value| !is_left_over(value)) {
        let strong = value.chars().find(|c| SEPARATORS.contains(c));
        let is_list = |of: &char| {
            let mut pieces = value.split(*of).map(str::trim);
            pieces.any(|piece| piece != value && known.contains(piece))
        };
        // Each sign is tried once, even if it occurs several times.
        let mut tried = Vec::new();
        let weak = || {
            let mut signs = value.chars().filter(|c| WEAK.contains(c));
            signs.find(|sign| {
                let new = !tried.contains(sign);
                tried.extend(new.then_some(*sign));
                new && is_list(sign)
            })
        };
        if let Some(separator) = strong.or_else(weak) {
            found.entry(separator).or_default().insert(value);
        }
    }
    found
}

/// Whether a value contains a sign that joins values, even if it may be part of one.
pub(super) fn has_separator(value: &str) -> bool {
    value.contains(SEPARATORS) || value.contains(WEAK)
}

/// The name of a separator, for a text.
fn shown(separator: char) -> Text {
    match separator {
        ' ' => texts::A_BLANK.into(),
        sign => super::spelled::spelled(&sign.to_string()),
    }
}

fn example(values: &BTreeSet<&str>) -> Text {
    super::spelled::spelled(values.first().copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_over_is_told_from_values() {
        for left in [
            "#N/A", "#n/a", "#REF!", "#DIV/0!", "#NAME?", "#VALUE!", "#", "####", "0", "NULL",
            "null", "NaN", "None", "--",
        ] {
            assert!(is_left_over(left), "{left}");
        }
        for value in ["加油站", "无", "#1加油站", "00", "NAS"] {
            assert!(!is_left_over(value), "{value}");
        }
    }

    #[test]
    fn a_sign_that_may_be_part_of_a_value_separates_only_known_ones() {
        let known = BTreeSet::from(["加油站", "超市"]);
        let of = |value: &'static str| {
            let found = by_separator(core::iter::once(value), &known);
            found.into_keys().next()
        };
        for (value, separator) in [
            ("超市、加油站", '、'),
            ("超市，加油站", '，'),
            ("饭店,旅馆", ','),
            ("超市|加油站", '|'),
            ("超市/加油站", '/'),
            ("超市 加油站", ' '),
            ("超市\u{a0}便民店", '\u{a0}'),
        ] {
            assert_eq!(of(value), Some(separator), "{value}");
        }
        for whole in ["加油站", "加油/加气站", "petrol station", "#N/A", "4S·汽车"] {
            assert_eq!(of(whole), None, "{whole}");
        }
    }
}
