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
use crate::inputs::plan::{Plan, Task};
use crate::inputs::registry::Row;

/// Scope words of which the nearest value is looked for; of more, only that nobody bears them.
const LOOKED_UP: usize = 50;

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

/// [F1] Finds words of a scope that no row of the registry matches, with the nearest values that rows have.
fn nobody(search: &mut Search<'_>) -> Result<(), Cancelled> {
    let (plan, registry) = (search.inputs.plan(), search.inputs.registry());
    let folding = Folding::new();
    let mut looked_up = 0;
    for column in [Column::Categories, Column::District, Column::Industry] {
        if plan.tasks.iter().all(|task| words(task, column).is_empty()) {
            continue;
        }
        let values = column.values(registry, search.run)?;
        // Those that most rows have come first.
        let mut by_rows: Vec<(&str, u64)> =
            values.iter().map(|(value, rows)| (*value, *rows)).collect();
        by_rows.sort_by_key(|(_, rows)| core::cmp::Reverse(*rows));
        for task in &plan.tasks {
            for word in words(task, column)
                .iter()
                .filter(|word| !borne(column, &values, word))
            {
                looked_up += 1;
                let nearest = (looked_up <= LOOKED_UP)
                    .then(|| folding.nearest(word, by_rows.iter().map(|(value, _)| *value)))
                    .flatten();
                let nearest = match nearest {
                    Some((_, value)) => {
                        let count = values.get(value).copied().unwrap_or_default();
                        texts::nearest_to(texts::with_rows(value, count))
                    }
                    None => texts::NO_TEXT.into(),
                };
                let notice = findings::scope_nobody(&task.id, field(column), word, nearest);
                search.add(ErrorKind::Plan, notice);
            }
        }
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

/// [F1] Finds rows that are out of scope only because a field of it is empty.
fn blank(search: &mut Search<'_>) -> Result<(), Cancelled> {
    let registry = search.inputs.registry();
    let mut fields: BTreeMap<&str, (Vec<&Task>, BTreeSet<u64>)> = BTreeMap::new();
    for task in &search.inputs.plan().tasks {
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

/// [F1] Finds rows whose division code is only the beginning of one of the scope.
fn short_districts(search: &mut Search<'_>) -> Result<(), Cancelled> {
    let registry = search.inputs.registry();
    for task in scoped_by_district(search.inputs.plan()) {
        let wanted = &task.scope.districts;
        let is_short = |code: &str| {
            let begins = |of: &String| of.len() > code.len() && of.starts_with(code);
            wanted.iter().any(begins) && !wanted.iter().any(|of| code.starts_with(&**of))
        };
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
