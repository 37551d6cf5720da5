//! Scopes: what no row bears, and rows that are left out only for want of a value [F1].

use std::collections::{BTreeMap, BTreeSet};

use super::Search;
use super::columns::{Column, rows};
use super::nearest::Folding;
use crate::base::error::ErrorKind;
use crate::base::place::wide;
use crate::base::run::Cancelled;
use crate::base::texts::{self, Text, findings};
use crate::frame::{Condition, Matches};
use crate::inputs::plan::{Plan, Scope, Task};
use crate::inputs::registry::Row;

/// Scope words that are reported one by one; more are counted.
const ONE_BY_ONE: usize = 50;

pub(super) fn scope(search: &mut Search<'_>) -> Result<(), Cancelled> {
    nobody(search)?;
    blank(search)?;
    short_districts(search)
}

/// What a task's scope says of a column.
fn words(task: &Task, column: Column) -> &[String] {
    match column {
        Column::Categories => &task.scope.categories,
        Column::District => &task.scope.districts,
        Column::Industry => &task.scope.industries,
    }
}

/// The name of the field of the scope.
const fn field(column: Column) -> &'static str {
    match column {
        Column::Categories => "categories",
        Column::District => "districts",
        Column::Industry => "industries",
    }
}

/// Finds words of a scope that no row of the registry matches, with the nearest values that rows have [F1].
fn nobody(search: &mut Search<'_>) -> Result<(), Cancelled> {
    let (plan, registry) = (search.inputs.plan(), search.inputs.registry());
    let folding = Folding::new();
    let mut count = 0;
    for column in [Column::Categories, Column::District, Column::Industry] {
        if plan.tasks.iter().all(|task| words(task, column).is_empty()) {
            continue;
        }
        let values = column.values(registry, search.run)?;
        // Those that most rows have come first.
        let mut known: Vec<&str> = values.keys().copied().collect();
        known.sort_by_key(|value| core::cmp::Reverse(values.get(value)));
        for task in &plan.tasks {
            let words = words(task, column).iter();
            for word in words.filter(|word| !borne(column, &values, word)) {
                count += 1;
                if count > ONE_BY_ONE {
                    continue;
                }
                let nearest = match folding.nearest(word, known.iter().copied()) {
                    Some((_, value)) => {
                        let rows = values.get(value).copied().unwrap_or_default();
                        texts::nearest_to(texts::with_rows(value, rows))
                    }
                    None => texts::NO_TEXT.into(),
                };
                let notice = findings::scope_nobody(&task.id, field(column), word, nearest);
                search.add(ErrorKind::Plan, notice);
            }
        }
    }
    if count > ONE_BY_ONE {
        let more = count - ONE_BY_ONE;
        search.add(ErrorKind::Plan, findings::scope_more(more));
    }
    Ok(())
}

/// Whether a row has the word, or what begins with it.
fn borne(column: Column, values: &BTreeMap<&str, u64>, word: &str) -> bool {
    match column {
        Column::Categories => values.contains_key(word),
        Column::District | Column::Industry => values
            .range(word..)
            .next()
            .is_some_and(|(value, _)| value.starts_with(word)),
    }
}

/// Finds rows that are out of scope only because a field of it is empty [F1].
fn blank(search: &mut Search<'_>) -> Result<(), Cancelled> {
    let registry = search.inputs.registry();
    let mut fields: BTreeMap<&str, (Vec<&Task>, BTreeSet<u64>)> = BTreeMap::new();
    let scoped = |task: &&Task| task.scope != Scope::default();
    for task in search.inputs.plan().tasks.iter().filter(scoped) {
        let matches = Matches::new(search.inputs.plan(), task, registry);
        let others_met = |row: &Row, empty: &[Condition]| {
            let others = Condition::ALL.into_iter().filter(|of| !empty.contains(of));
            others.into_iter().all(|of| matches.meets(of, task, row))
        };
        let mut found: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
        rows(registry, search.run, |row| {
            let empty = empty_conditions(task, row);
            if !empty.is_empty() && others_met(row, &empty) {
                for condition in &empty {
                    found
                        .entry(name(*condition))
                        .or_default()
                        .push(row.number());
                }
            }
            false
        })?;
        for (name, rows) in found {
            let (tasks, all) = fields.entry(name).or_default();
            tasks.push(task);
            all.extend(rows);
        }
    }
    for (name, (tasks, rows)) in fields {
        let tasks = super::some(tasks.into_iter().map(|task| &task.id));
        let notice = findings::blank_field(tasks);
        search.add_rows(
            ErrorKind::Registry,
            name,
            notice,
            rows.into_iter().collect(),
        );
    }
    Ok(())
}

/// The conditions of the task that a row cannot meet, since it has nothing in that field.
fn empty_conditions(task: &Task, row: &Row) -> Vec<Condition> {
    let scope = &task.scope;
    let empty = [
        (
            !scope.categories.is_empty() && row.categories == 0,
            Condition::Categories,
        ),
        (
            !scope.districts.is_empty() && row.district == 0,
            Condition::Districts,
        ),
        (
            !scope.industries.is_empty() && row.industry == 0,
            Condition::Industries,
        ),
        (
            scope.established_before.is_some() && row.established().is_none(),
            Condition::EstablishedBefore,
        ),
    ];
    let empty = empty.into_iter().filter(|(is_empty, _)| *is_empty);
    empty.map(|(_, condition)| condition).collect()
}

/// The field of a row that a condition is about.
pub(crate) const fn name(condition: Condition) -> &'static str {
    match condition {
        Condition::Status => "status",
        Condition::Categories => "categories",
        Condition::Districts => "district",
        Condition::Industries => "industry",
        Condition::EstablishedBefore => "established",
    }
}

/// Finds rows whose division code is only the beginning of one of the scope [F1].
fn short_districts(search: &mut Search<'_>) -> Result<(), Cancelled> {
    let registry = search.inputs.registry();
    for task in scoped_by_district(search.inputs.plan()) {
        let wanted: BTreeSet<&str> = task.scope.districts.iter().map(String::as_str).collect();
        let begins = |code: &str| {
            let first = wanted.range(code..).next();
            first.is_some_and(|of| of.starts_with(code))
        };
        let in_scope = |code: &str| {
            let mut beginnings = (1..=code.len()).filter_map(|length| code.get(..length));
            beginnings.any(|beginning| wanted.contains(beginning))
        };
        let is_short = |code: &str| begins(code) && !in_scope(code);
        let short = registry
            .store()
            .districts
            .map(|code| code.is_some_and(is_short));
        if !short.contains(&true) {
            continue;
        }
        let codes = registry
            .store()
            .districts
            .values()
            .filter(|code| is_short(code));
        let codes: Text = super::some(codes);
        let found = rows(registry, search.run, |row| {
            short[wide(row.district)] && !row.inactive
        })?;
        let notice = findings::short_district(&task.id, codes);
        search.add_rows(ErrorKind::Registry, "district", notice, found);
    }
    Ok(())
}

fn scoped_by_district(plan: &Plan) -> impl Iterator<Item = &Task> {
    let tasks = plan.tasks.iter();
    tasks.filter(|task| !task.scope.districts.is_empty())
}
