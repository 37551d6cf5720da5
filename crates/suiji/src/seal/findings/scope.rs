//! Findings about scopes: words that no row has, and rows that are left out only because a value is missing [F1].

use std::collections::{BTreeMap, BTreeSet};

use super::Search;
use super::columns::{Column, rows};
use super::nearest::Folding;
use crate::base::error::ErrorKind;
use crate::base::place::wide;
use crate::base::run::{Cancelled, Stage};
use crate::base::texts::{self, Field, Text, findings};
use crate::frame::{Condition, Scopes};
use crate::inputs::plan::{Plan, Scope, Task};
use crate::inputs::registry::Row;

/// How many scope words are reported one by one. Further ones are counted.
const ONE_BY_ONE: usize = 50;

pub(super) fn scope(search: &mut Search<'_>) -> Result<(), Cancelled> {
    nobody(search)?;
    blank(search)?;
    short_districts(search)
}

/// The scope of a task for one column.
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
        // Values that most rows have come first.
        let mut known: Vec<&str> = values.keys().copied().collect();
        known.sort_by_key(|value| core::cmp::Reverse(values.get(value)));
        let known = folding.values(known);
        for task in &plan.tasks {
            let words = words(task, column).iter();
            for word in words.filter(|word| !borne(column, &values, word)) {
                count += 1;
                if count > ONE_BY_ONE {
                    continue;
                }
                let nearest = match known.nearest(word) {
                    Some((_, value)) => {
                        let rows = values.get(value).copied().unwrap_or_default();
                        texts::nearest_to(texts::with_rows(value, rows))
                    }
                    None => texts::NO_TEXT.into(),
                };
                let notice = findings::scope_nobody(&task.id, Field(field(column)), word, nearest);
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

/// Whether a row has the word, or a value that begins with it.
fn borne(column: Column, values: &BTreeMap<&str, u64>, word: &str) -> bool {
    match column {
        Column::Categories => values.contains_key(word),
        Column::District | Column::Industry => values
            .range(word..)
            .next()
            .is_some_and(|(value, _)| value.starts_with(word)),
    }
}

/// Finds rows that are out of scope only because one of their fields is empty [F1].
fn blank(search: &mut Search<'_>) -> Result<(), Cancelled> {
    let (plan, registry) = (search.inputs.plan(), search.inputs.registry());
    let has_blank = |row: &&Row| Condition::ALL.iter().any(|of| of.is_blank(row));
    let rows: Vec<&Row> = registry.rows().iter().filter(has_blank).collect();
    let scopes = Scopes::new(registry);
    let mut fields = Condition::ALL.map(|_| (Vec::new(), vec![false; rows.len()]));
    let mut step = search.run.step(Stage::Compare, plan.tasks.len());
    for task in &plan.tasks {
        if task.scope != Scope::default() {
            let matches = scopes.of(plan, task);
            let mut found = Condition::ALL.map(|_| false);
            for (at, row) in rows.iter().enumerate() {
                let empty = Condition::ALL.map(|condition| {
                    condition.is_blank(row) && !matches.meets(condition, task, row)
                });
                let mut others = Condition::ALL.into_iter().zip(empty);
                if !empty.contains(&true)
                    || !others.all(|(of, empty)| empty || matches.meets(of, task, row))
                {
                    continue;
                }
                for (field, _) in empty.iter().enumerate().filter(|(_, empty)| **empty) {
                    found[field] = true;
                    fields[field].1[at] = true;
                }
            }
            for (field, _) in found.iter().enumerate().filter(|(_, found)| **found) {
                fields[field].0.push(task);
            }
        }
        step.advance(1)?;
    }
    let names = Condition::ALL.into_iter().map(|of| of.fields().1);
    let mut fields: Vec<_> = names.zip(fields).collect();
    fields.sort_unstable_by_key(|(name, _)| *name);
    fields.retain(|(_, (tasks, _))| !tasks.is_empty());
    for (name, (tasks, is_found)) in fields {
        let tasks = super::some(tasks.into_iter().map(|task: &Task| &task.id));
        let found = rows.iter().zip(is_found).filter(|(_, found)| *found);
        let mut found: Vec<u64> = found.map(|(row, _)| row.number()).collect();
        found.sort_unstable();
        let notice = findings::blank_field(tasks);
        search.add_rows(ErrorKind::Registry, name, notice, found);
    }
    Ok(())
}

/// Finds rows with a division code that is only the beginning of one in the scope [F1].
fn short_districts(search: &mut Search<'_>) -> Result<(), Cancelled> {
    let registry = search.inputs.registry();
    let districts = &registry.store().districts;
    let known: BTreeMap<&str, usize> = districts.values().zip(1..).collect();
    for task in scoped_by_district(search.inputs.plan()) {
        let wanted: BTreeSet<&str> = task.scope.districts.iter().map(String::as_str).collect();
        let in_scope = |code: &str| {
            let mut beginnings = (1..=code.len()).filter_map(|length| code.get(..length));
            beginnings.any(|beginning| wanted.contains(beginning))
        };
        let beginnings = wanted
            .iter()
            .flat_map(|of| (1..of.len()).map(|length| &of[..length]));
        let beginnings = beginnings.filter_map(|code| known.get_key_value(code));
        let found: BTreeMap<usize, &str> = beginnings
            .filter(|(code, _)| !in_scope(code))
            .map(|(code, number)| (*number, *code))
            .collect();
        if found.is_empty() {
            continue;
        }
        let mut short = vec![false; known.len() + 1];
        found.keys().for_each(|number| short[*number] = true);
        let codes: Text = super::some(found.into_values());
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
