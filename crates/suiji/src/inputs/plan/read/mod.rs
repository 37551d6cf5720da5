//! Reads the plan from JSON and records every fault [I1, I2].

mod limit;
mod quota;
mod risk;
mod task;
mod team;

pub(crate) use task::is_district;

use std::collections::BTreeSet;

use super::{Class, Plan, Task, Window};
use crate::base::id::{self, ClassId};
use crate::base::limits;
use crate::base::run::Run;
use crate::base::texts::{self, codes};
use crate::json::Json;
use crate::json::reader::{Fields, Path, Reader};

const PLAN: &[&str] = &[
    "title",
    "authority",
    "year",
    "document_number",
    "window",
    "basis",
    "classes",
    "limits",
    "max_load",
    "tasks",
    "extra",
];

/// [I1] Reads the plan.
pub(super) fn plan(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Plan> {
    let fields = reader.object(value, path, PLAN)?;
    let title = reader.required(fields, path, "title", Reader::owned_text);
    let authority = reader.required(fields, path, "authority", Reader::owned_text);
    let year = reader.required(fields, path, "year", |reader, value, path| {
        reader.integer(value, path, 1000, 9999)
    });
    let document_number = reader.optional(fields, path, "document_number", Reader::owned_text);
    let window = reader.optional(fields, path, "window", read_window);
    let basis = reader.list(fields, path, "basis", Reader::owned_text);
    let classes = classes(reader, fields, path);
    let max_load = reader.optional(fields, path, "max_load", at_least_one);
    if matches!(fields.get("tasks"), Some(Json::List(tasks)) if tasks.len() > limits::TASKS) {
        reader.fault(codes::tasks(limits::TASKS), &path.key("tasks"));
        return None;
    }
    let known = classes.as_deref().unwrap_or_default();
    let limits = limit::list(reader, fields, path, known);
    let tasks = reader.full_list(fields, path, "tasks", |reader, value, path| {
        task::read(reader, value, path, known)
    });
    let extra = reader.extra(fields, path);
    if let Some(tasks) = &tasks {
        check_ids(reader, tasks, path);
        limit::check_ids(reader, limits.as_deref().unwrap_or_default(), tasks, path);
    }
    Some(Plan {
        title: title?,
        authority: authority?,
        year: year?,
        document_number: document_number?,
        window: window?,
        basis: basis?,
        classes: classes?,
        limits: limits?,
        max_load: max_load?,
        tasks: tasks?,
        extra: extra?,
    })
}

/// Checks that task ids are unique [I1], and that ids of one kind do not differ only in letter case [C4].
fn check_ids(reader: &mut Reader<'_>, tasks: &[Task], path: &Path<'_>) {
    let path = path.key("tasks");
    let mut seen = BTreeSet::new();
    for (index, task) in tasks.iter().enumerate() {
        if !seen.insert(&task.id) {
            reader.fault(codes::task_duplicate(&task.id), &path.index(index));
        }
    }
    check_case(reader, tasks.iter().map(|task| task.id.as_str()), &path);
    check_case(reader, tasks.iter().filter_map(Task::coordination), &path);
}

fn check_case<'a>(
    reader: &mut Reader<'_>,
    ids: impl Iterator<Item = &'a str> + Clone,
    path: &Path<'_>,
) {
    for (first, second) in id::case_twins(ids, &Run::default()).unwrap_or_default() {
        reader.fault(codes::id_case(first, second, texts::NO_TEXT), path);
    }
}

/// [I1] Reads the risk classes of the plan. If it has none, returns the default ones.
fn classes(reader: &mut Reader<'_>, fields: Fields<'_, '_>, path: &Path<'_>) -> Option<Vec<Class>> {
    let classes = reader.filled_list(fields, path, "classes", |reader, value, path| {
        let fields = reader.object(value, path, &["id", "name"])?;
        let id = reader.required(fields, path, "id", Reader::id);
        let name = reader.required(fields, path, "name", Reader::owned_text);
        Some(Class {
            id: ClassId::checked(id?),
            name: name?,
        })
    })?;
    let Some(classes) = classes else {
        return Some(Class::defaults());
    };
    let path = path.key("classes");
    let before = reader.faults.clone();
    if !(2..=9).contains(&classes.len()) {
        reader.fault(codes::class_count(classes.len()), &path);
    }
    let mut seen = BTreeSet::new();
    for (index, class) in classes.iter().enumerate() {
        if class.id.as_str() == "all" {
            reader.fault(codes::class_all(), &path.index(index));
        }
        if !seen.insert(&class.id) {
            reader.fault(codes::class_duplicate(&class.id), &path.index(index));
        }
    }
    check_case(reader, classes.iter().map(|class| class.id.as_str()), &path);
    (before == *reader.faults).then_some(classes)
}

fn read_window(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Window> {
    let fields = reader.object(value, path, &["from", "to"])?;
    let from = reader.required(fields, path, "from", Reader::date);
    let to = reader.required(fields, path, "to", Reader::date);
    let window = Window {
        from: from?,
        to: to?,
    };
    if window.from > window.to {
        reader.fault(codes::window(), path);
        return None;
    }
    Some(window)
}

fn at_least_one(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<u64> {
    reader.count(value, path, 1)
}
