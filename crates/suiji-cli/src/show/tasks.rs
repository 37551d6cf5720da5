//! The tasks of a sealing as two tables: from the registry to the frame, and from the frame to the take.

use std::io;

use suiji::plan::Limit;
use suiji::seal::TaskSummary;
use suiji::{Lang, Plan, Sealed};

use super::layout::{Align, percent, table_with};
use super::session::Session;
use crate::texts::{self, Localized, Text};

/// Up to this number, all tasks are shown. The plan of a county has fewer.
const COMPLETE: usize = 30;
/// The number of tasks shown if there are more.
const FIRST: usize = 20;
/// The only reason of [F2] that is not a limit.
const EXEMPT: &str = "exempt";

/// A column: its head, and the cell of each task.
struct Column<'s> {
    head: Text,
    cell: Box<dyn Fn(&TaskSummary<'s>) -> Text + 's>,
}

impl<'s> Column<'s> {
    fn new<T: Localized>(head: Text, cell: impl Fn(&TaskSummary<'s>) -> T + 's) -> Self {
        let cell = Box::new(move |of: &TaskSummary<'s>| {
            let cell = cell(of);
            Text::of(|lang| cell.text(lang))
        });
        Self { head, cell }
    }
}

/// Prints both tables. If there are many tasks, only the first are shown, unless `all` is set.
pub(crate) fn print(
    session: &mut Session<'_>,
    sealed: &Sealed,
    summaries: &[TaskSummary<'_>],
    all: bool,
) -> io::Result<()> {
    let shown = match all || summaries.len() <= COMPLETE {
        true => summaries,
        false => &summaries[..FIRST],
    };
    let tasks = sealed.inputs().plan().tasks();
    let names = |row: usize| Some(tasks.get(row)?.name().to_owned());
    session.say(texts::frames_heading())?;
    print_table(
        session,
        &frame_columns(sealed.inputs().plan(), summaries),
        shown,
        names,
    )?;
    let legends = frame_legends(sealed.inputs().plan(), summaries);
    if !legends.is_empty() {
        let legends = Text::joined(&legends, &texts::legend_separator());
        session.say(texts::in_brackets(legends))?;
    }
    session.say(texts::takes_heading())?;
    let columns = take_columns(sealed, summaries);
    print_table(session, &columns, shown, |_| None)?;
    let legends = Text::joined(&take_legends(summaries), &texts::legend_separator());
    session.say(texts::in_brackets(legends))?;
    let more = summaries.len() - shown.len();
    if more > 0 {
        session.say(texts::more_tasks(more))?;
    }
    if summaries.len() > 1 {
        let take: u64 = summaries.iter().map(TaskSummary::take).sum();
        session.say(texts::all_tasks(summaries.len(), take))?;
    }
    Ok(())
}

/// Both tables as cells, each with its heading and a row of column heads.
pub(crate) fn cells(
    sealed: &Sealed,
    summaries: &[TaskSummary<'_>],
    lang: Lang,
) -> [(Text, Vec<Vec<String>>, Text); 2] {
    let separator = texts::legend_separator();
    let frames = rows(
        &frame_columns(sealed.inputs().plan(), summaries),
        summaries,
        lang,
    );
    let takes = rows(&take_columns(sealed, summaries), summaries, lang);
    [
        (
            texts::frames_heading(),
            frames,
            Text::joined(
                &frame_legends(sealed.inputs().plan(), summaries),
                &separator,
            ),
        ),
        (
            texts::takes_heading(),
            takes,
            Text::joined(&take_legends(summaries), &separator),
        ),
    ]
}

fn rows<'s>(columns: &[Column<'s>], tasks: &[TaskSummary<'s>], lang: Lang) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = vec![columns.iter().map(|of| of.head.text(lang)).collect()];
    for task in tasks {
        let cells = columns.iter().map(|column| (column.cell)(task).text(lang));
        rows.push(cells.collect());
    }
    rows
}

fn print_table<'s>(
    session: &mut Session<'_>,
    columns: &[Column<'s>],
    tasks: &[TaskSummary<'s>],
    name: impl Fn(usize) -> Option<String>,
) -> io::Result<()> {
    let rows = rows(columns, tasks, session.lang);
    let mut aligns = vec![Align::Right; columns.len()];
    aligns[0] = Align::Left;
    // The first row has the column heads.
    let below = |row: usize| name(row.checked_sub(1)?);
    session.print(&table_with("  ", &aligns, &rows, below))
}

/// Entities left out by each condition [F1], entities in scope, entities excluded for each reason [F2], and the
/// frame.
fn frame_columns<'s>(plan: &Plan, summaries: &[TaskSummary<'s>]) -> Vec<Column<'s>> {
    let mut columns = vec![Column::new(texts::column_task(), |of| {
        of.task().to_string()
    })];
    for condition in distinct(summaries, |of| {
        of.left_out()
            .iter()
            .map(suiji::seal::LeftOut::condition)
            .collect()
    }) {
        columns.push(Column::new(condition_text(condition), move |of| {
            let mut left_out = of.left_out().iter();
            let found = left_out.find(|of| of.condition() == condition);
            found.map_or_else(String::new, |of| match of.empty() {
                0 => of.count().to_string(),
                empty => format!("{}({empty})", of.count()),
            })
        }));
    }
    columns.push(Column::new(texts::column_in_scope(), TaskSummary::in_scope));
    for reason in reasons(summaries) {
        columns.push(Column::new(reason_head(plan, reason), move |of| {
            let found = of.excluded().iter().find(|of| of.reason() == reason);
            found.map_or_else(String::new, |of| of.size().to_string())
        }));
    }
    columns.push(Column::new(texts::column_frame(), TaskSummary::frame));
    columns
}

/// Each stratum with its take [F4], the whole take, reserves [D3], and entities without a full team [S5].
fn take_columns<'s>(sealed: &'s Sealed, summaries: &[TaskSummary<'s>]) -> Vec<Column<'s>> {
    let plan = sealed.inputs().plan();
    let mut columns = vec![Column::new(texts::column_task(), |of| {
        of.task().to_string()
    })];
    for (id, name) in strata(plan, summaries) {
        columns.push(Column::new(class_text(id, name), move |of| {
            let found = of.strata().iter().find(|stratum| stratum.stratum() == id);
            found.map_or_else(String::new, |of| format!("{}/{}", of.take(), of.size()))
        }));
    }
    columns.push(Column::new(texts::column_take(), TaskSummary::take));
    columns.push(Column::new(texts::column_ratio(), |of| {
        percent(of.take(), of.frame())
    }));
    if summaries.iter().any(|of| of.reserves() > 0) {
        columns.push(Column::new(texts::column_reserves(), TaskSummary::reserves));
    }
    if summaries.iter().any(|of| unrated(of).is_some()) {
        columns.push(Column::new(texts::column_unrated(), |of| {
            match unrated(of) {
                Some((count, class)) => {
                    let named = plan.classes().iter().find(|of| of.id().as_str() == class);
                    let name = named.map_or(class, suiji::plan::Class::name);
                    texts::unrated_as(count, class_text(class, name))
                }
                None => Text::default(),
            }
        }));
    }
    let short = |id: &str| sealed.short_teams(id).count();
    if summaries.iter().any(|of| short(of.task().as_str()) > 0) {
        columns.push(Column::new(texts::column_short(), move |of| {
            short(of.task().as_str())
        }));
    }
    columns
}

fn frame_legends(plan: &Plan, summaries: &[TaskSummary<'_>]) -> Vec<Text> {
    let mut legends = Vec::new();
    let mut left_out = summaries.iter().flat_map(|of| of.left_out());
    if left_out.any(|of| of.empty() > 0) {
        legends.push(texts::empty_legend());
    }
    let limits: Vec<Text> = reasons(summaries)
        .into_iter()
        .filter(|reason| *reason != EXEMPT)
        .map(|reason| reason_text(plan, reason))
        .collect();
    if !limits.is_empty() {
        let limits = Text::joined(&limits, &texts::limits_separator());
        legends.push(texts::limits_legend(limits));
    }
    legends
}

fn take_legends(summaries: &[TaskSummary<'_>]) -> Vec<Text> {
    let mut legends = vec![texts::strata_legend()];
    if summaries.iter().any(|of| unrated(of).is_some()) {
        legends.push(texts::unrated_legend());
    }
    legends
}

/// The number of rows in the frame without a class, and the class that they get; none if there are no such rows.
fn unrated<'s>(of: &TaskSummary<'s>) -> Option<(u64, &'s str)> {
    let (count, class) = of.unrated().filter(|(count, _)| *count > 0)?;
    Some((count, class.as_str()))
}

/// The conditions or reasons of all tasks, each once, in the order in which they first occur.
fn distinct<'s>(
    summaries: &[TaskSummary<'s>],
    of: impl Fn(&TaskSummary<'s>) -> Vec<&'s str>,
) -> Vec<&'s str> {
    let mut all: Vec<&str> = Vec::new();
    for one in summaries.iter().flat_map(of) {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

/// The reasons why entities are excluded from any task: `exempt`, then the limits in the order of plan and tasks
/// [F2].
fn reasons<'s>(summaries: &[TaskSummary<'s>]) -> Vec<&'s str> {
    let of_task = |of: &TaskSummary<'s>| of.excluded().iter().map(|of| of.reason()).collect();
    let mut reasons = distinct(summaries, of_task);
    reasons.sort_by_key(|reason| *reason != EXEMPT);
    reasons
}

/// The strata of all tasks, each with its name: the risk classes, the highest risk first, and `all`.
fn strata<'p>(plan: &'p Plan, summaries: &[TaskSummary<'_>]) -> Vec<(&'p str, &'p str)> {
    let classes = plan.classes().iter();
    let classes = classes.map(|class| (class.id().as_str(), class.name()));
    let occurs = |id: &str| {
        let mut strata = summaries.iter().flat_map(|of| of.strata());
        strata.any(|stratum| stratum.stratum() == id)
    };
    let all = classes.chain([("all", "")]);
    all.filter(|(id, _)| occurs(id)).collect()
}

/// The condition that a row does not meet.
pub(super) fn condition_text(condition: &str) -> Text {
    match condition {
        "status" => texts::column_inactive(),
        "categories" => texts::column_categories(),
        "districts" => texts::column_districts(),
        "industries" => texts::column_industries(),
        "established_before" => texts::column_established(),
        other => Text::of(|_| other.to_owned()),
    }
}

/// The head of the column of a reason: exempt, or a limit. The id of a limit means little to a person, so in Chinese
/// a description of the limit is shown.
fn reason_head(plan: &Plan, reason: &str) -> Text {
    named_limit(plan, reason, |limit, of_plan| {
        let classes = classes_text(plan, limit);
        match (limit.classes(), of_plan) {
            (Some(_), _) => texts::limit_of_classes(classes, limit.visits()),
            (None, true) => texts::limit_of_all(limit.visits()),
            (None, false) => texts::limit_of_task(limit.visits()),
        }
    })
}

/// A reason in words: exempt, or the description of the limit.
pub(super) fn reason_text(plan: &Plan, reason: &str) -> Text {
    named_limit(plan, reason, |limit, of_plan| {
        let separator = texts::list_separator();
        let by = match limit.by() {
            Some(by) => texts::limit_by(Text::joined(by, &separator)),
            None => Text::default(),
        };
        let from = limit
            .from()
            .map_or_else(texts::limit_of_year, texts::limit_from);
        let tasks = match of_plan {
            true => texts::limit_all_tasks(),
            false => texts::limit_one_task(),
        };
        let classes = classes_text(plan, limit);
        texts::limit_in_words(classes, from, tasks, by, limit.visits())
    })
}

/// The description of the limit; in English its id.
fn named_limit(plan: &Plan, reason: &str, words: impl Fn(&Limit, bool) -> Text) -> Text {
    if reason == EXEMPT {
        return texts::column_exempt();
    }
    let of_plan = plan.limits().iter().map(|limit| (limit, true));
    let tasks = plan.tasks().iter();
    let of_tasks = tasks.flat_map(|task| task.limits().iter().map(|limit| (limit, false)));
    let mut all = of_plan.chain(of_tasks);
    let found = all.find(|(limit, _)| limit.id().as_str() == reason);
    let words = found.map(|(limit, of_plan)| words(limit, of_plan));
    Text::of(|lang| match (lang, &words) {
        (Lang::En, _) | (_, None) => reason.to_owned(),
        (_, Some(words)) => words.text(lang),
    })
}

/// The classes of a limit; nothing if it applies to all classes.
fn classes_text(plan: &Plan, limit: &Limit) -> Text {
    let name = |id: &str| {
        let named = plan.classes().iter().find(|of| of.id().as_str() == id);
        class_text(id, named.map_or(id, suiji::plan::Class::name))
    };
    let classes = limit.classes().unwrap_or_default();
    let classes: Vec<Text> = classes.iter().map(|id| name(id.as_str())).collect();
    Text::joined(&classes, &texts::list_separator())
}

/// The name of a risk class in Chinese; its id in English.
fn class_text(id: &str, name: &str) -> Text {
    if id == "all" {
        return texts::column_all();
    }
    Text::of(|lang| match lang {
        Lang::En => id.to_owned(),
        _ => name.to_owned(),
    })
}
