//! What to expect of a draw: entities in no task and why, the inspectors that departments need, and visits of
//! the year before.

use suiji::Inputs;
use suiji::plan::Window;
use suiji::seal::{InNoTask, Need, Outlook, Visited};

use super::days;
use super::tasks::{condition_text, reason_text};
use crate::texts::{self, Localized, Text};

/// The maximum number of ids that a line names.
const NAMED: usize = 5;
/// The conditions of a scope, in the words of the library [F1].
const CONDITIONS: [&str; 5] = [
    "status",
    "categories",
    "districts",
    "industries",
    "established_before",
];

/// Each part with its heading and its lines.
pub(crate) fn parts(outlook: &Outlook<'_>, inputs: &Inputs) -> [(Text, Vec<Text>); 3] {
    let of: u64 = outlook.in_no_task().iter().map(InNoTask::count).sum();
    [
        (
            texts::no_task_heading(of),
            outlook
                .in_no_task()
                .iter()
                .map(|of| no_task(of, inputs))
                .collect(),
        ),
        (texts::needs_heading(), needs(outlook, inputs)),
        (
            texts::visited_heading(),
            outlook
                .visited()
                .iter()
                .map(|of| visited(of, inputs))
                .collect(),
        ),
    ]
}

fn no_task(of: &InNoTask<'_>, inputs: &Inputs) -> Text {
    let reason = match CONDITIONS.contains(&of.reason()) {
        true => texts::not_met(condition_text(of.reason())),
        false => texts::left_for(reason_text(inputs.plan(), of.reason())),
    };
    let empty = match of.empty() {
        0 => Text::default(),
        empty => texts::of_them_empty(empty),
    };
    let name = |id: &str| inputs.registry().name(id).unwrap_or_default().to_owned();
    let first = of.first().iter().take(NAMED);
    let named: Vec<Text> = first.map(|id| texts::entity_named(id, name(id))).collect();
    let more = match of.count() > named.len() as u64 {
        true => texts::and_others(),
        false => Text::default(),
    };
    let named = Text::joined(&named, &texts::list_separator());
    texts::in_no_task(reason, of.count(), empty, named, more)
}

/// The inspectors that each department needs, and the days available.
fn needs(outlook: &Outlook<'_>, inputs: &Inputs) -> Vec<Text> {
    let plan = inputs.plan();
    let windows = plan.tasks().iter();
    let windows: Vec<Window> = windows
        .filter_map(|task| task.window().or(plan.window()))
        .collect();
    let from = windows.iter().map(|of| of.from()).min();
    let to = windows.iter().map(|of| of.to()).max();
    let mut lines: Vec<Text> = outlook.needs().iter().map(need).collect();
    if let (Some(from), Some(to)) = (from, to)
        && !lines.is_empty()
    {
        let (all, weekdays) = days::of(from, to);
        let most = outlook.needs().iter().filter_map(Need::visits_each).max();
        let short = match most.is_some_and(|visits| visits > weekdays) {
            true => texts::needs_more_days(),
            false => Text::default(),
        };
        lines.push(texts::needs_days(from, to, all, weekdays, short));
    }
    lines
}

fn need(of: &Need<'_>) -> Text {
    match of.visits_each() {
        Some(each) => texts::department_needs(of.department(), of.seats(), of.inspectors(), each),
        None => texts::department_without(of.department(), of.seats()),
    }
}

fn visited(of: &Visited<'_>, inputs: &Inputs) -> Text {
    let tasks = inputs.plan().tasks();
    let task = tasks.iter().find(|task| task.id() == of.task());
    let name = task.map_or("", |task| task.name());
    texts::visited_before(of.task(), name, of.frame(), of.count())
}

/// A heading and its lines, as the terminal shows them.
pub(crate) fn text((heading, lines): &(Text, Vec<Text>)) -> Text {
    Text::of(|lang| {
        let mut text = heading.text(lang);
        for line in lines {
            text.extend(["\n  ", &line.text(lang)]);
        }
        text
    })
}
