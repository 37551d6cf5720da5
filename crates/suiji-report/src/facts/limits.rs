//! Limits in words. Their ids come from the plan, and mean little to a person.

use suiji::plan::Limit;

use super::material::Material;
use crate::base::texts::{self, Text};

/// Whether the words name the classes of a limit. Classes are not public.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Classes {
    Named,
    LeftOut,
}

/// The description of a limit of a task; its id if the plan has no such limit.
pub(super) fn in_words(material: &Material<'_>, task: &str, id: &str, named: Classes) -> Text {
    let plan = material.inputs().plan();
    let of_plan = plan.limits().iter().map(|limit| (limit, true));
    let of_task = plan.task(task).into_iter().flat_map(|task| task.limits());
    let mut limits = of_plan.chain(of_task.map(|limit| (limit, false)));
    match limits.find(|(limit, _)| limit.id().as_str() == id) {
        Some((limit, is_of_plan)) => words(material, limit, is_of_plan, named),
        None => Text::of(|_| id.to_owned()),
    }
}

fn words(material: &Material<'_>, limit: &Limit, is_of_plan: bool, named: Classes) -> Text {
    let separator = texts::word_separator();
    let joined = |words: &[Text]| Text::joined(words, &separator);
    let classes: Vec<Text> = match (named, limit.classes()) {
        (Classes::Named, Some(classes)) => classes
            .iter()
            .map(|class| Text::of(|_| material.class(class.as_str())))
            .collect(),
        _ => Vec::new(),
    };
    let by: Vec<Text> = limit
        .by()
        .unwrap_or_default()
        .iter()
        .map(|by| Text::of(|_| by.clone()))
        .collect();
    let by = match by.is_empty() {
        true => Text::of(|_| String::new()),
        false => texts::limit_by(joined(&by)),
    };
    let from = limit.from();
    let from = from.map_or_else(texts::limit_of_year, texts::limit_from);
    let tasks = match is_of_plan {
        true => texts::limit_all_tasks(),
        false => texts::limit_one_task(),
    };
    texts::limit_in_words(joined(&classes), from, tasks, by, limit.visits())
}
