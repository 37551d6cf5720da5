//! The progress of the inspections of a draw, as tables.

use std::io;

use suiji::results::{Counts, InspectionStatus, OutcomeGroup, TaskStatus};
use suiji::{Inputs, Lang};

use super::layout::{self, Align};
use super::session::Session;
use crate::texts::{self, Localized, Text};

/// The maximum number of open entities listed at a terminal.
const FIRST: usize = 20;

/// The tables that a terminal shows. Only the page shows risk classes.
#[derive(Debug)]
pub(crate) struct Tables {
    pub(crate) tasks: Vec<Vec<String>>,
    pub(crate) inspectors: Vec<Vec<String>>,
}

/// Prints the tables by task and by inspector, and the open entities.
pub(crate) fn print(
    session: &mut Session<'_>,
    inputs: &Inputs,
    of: &InspectionStatus<'_>,
) -> io::Result<()> {
    let tables = Tables {
        tasks: by_task(of, session.lang),
        inspectors: by_inspector(inputs, of, session.lang),
    };
    print_tables(session, &tables)?;
    print_open(session, inputs, of)
}

/// Prints the tables.
pub(crate) fn print_tables(session: &mut Session<'_>, tables: &Tables) -> io::Result<()> {
    session.say(texts::status_by_task())?;
    print_table(session, &tables.tasks)?;
    if tables.inspectors.len() > 1 {
        session.say(texts::status_by_inspector())?;
        print_table(session, &tables.inspectors)?;
    }
    Ok(())
}

/// Prints the open entities.
pub(crate) fn print_open(
    session: &mut Session<'_>,
    inputs: &Inputs,
    of: &InspectionStatus<'_>,
) -> io::Result<()> {
    let open = open(inputs, of);
    if open.is_empty() {
        return session.say(texts::status_complete());
    }
    print_lines(session, texts::status_open(open.len()), &open)
}

/// Prints a heading, the first lines, and the number of further ones. Without lines it prints
/// nothing.
pub(crate) fn print_lines(
    session: &mut Session<'_>,
    heading: Text,
    lines: &[Text],
) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    session.say(heading)?;
    for line in lines.iter().take(FIRST) {
        session.say(texts::indented(line.clone()))?;
    }
    match lines.len().saturating_sub(FIRST) {
        0 => Ok(()),
        more => session.say(texts::indented(texts::status_more(more))),
    }
}

fn print_table(session: &mut Session<'_>, rows: &[Vec<String>]) -> io::Result<()> {
    let mut aligns = vec![Align::Right; rows.first().map_or(0, Vec::len)];
    if let Some(first) = aligns.first_mut() {
        *first = Align::Left;
    }
    session.print(&layout::table("  ", &aligns, rows))
}

/// A row for each task, and one for all.
pub(crate) fn by_task(of: &InspectionStatus<'_>, lang: Lang) -> Vec<Vec<String>> {
    let mut rows = vec![heads(texts::head_task(), lang)];
    rows.extend(of.tasks().iter().map(|task| row(task.task(), task.total())));
    if of.tasks().len() > 1 {
        rows.push(row(&texts::all_together().text(lang), &of.total()));
    }
    rows
}

/// A row for each stratum of each task.
pub(crate) fn by_stratum(
    inputs: &Inputs,
    of: &InspectionStatus<'_>,
    lang: Lang,
) -> Vec<Vec<String>> {
    let mut rows = vec![heads(texts::head_stratum(), lang)];
    let rows_of = |task: &TaskStatus<'_>| {
        let strata = task.strata().iter();
        let strata = strata.map(|(stratum, counts)| {
            let name = class_name(inputs, stratum);
            row(&format!("{} {name}", task.task()), counts)
        });
        strata.collect::<Vec<_>>()
    };
    rows.extend(of.tasks().iter().flat_map(rows_of));
    rows
}

/// The name of the class, if the stratum is one class.
fn class_name<'a>(inputs: &'a Inputs, stratum: &'a str) -> &'a str {
    let mut classes = inputs.plan().classes().iter();
    let class = classes.find(|class| class.id().as_str() == stratum);
    class.map_or(stratum, |class| class.name())
}

/// A row for each inspector who holds a seat.
pub(crate) fn by_inspector(
    inputs: &Inputs,
    of: &InspectionStatus<'_>,
    lang: Lang,
) -> Vec<Vec<String>> {
    let mut rows = vec![heads(texts::head_inspector(), lang)];
    rows.extend(of.inspectors().iter().map(|of| {
        let id = of.inspector().as_str();
        let name = inputs.roster().name(id).map_or("", |(name, _)| name);
        row(format!("{name} {id}").trim(), of.total())
    }));
    rows
}

/// The entities for which a result is still expected: task, id and name.
pub(crate) fn open(inputs: &Inputs, of: &InspectionStatus<'_>) -> Vec<Text> {
    let tasks = of.tasks().iter();
    let lines = tasks.flat_map(|task| {
        let open = task.courses().iter().filter(|course| course.is_open());
        open.map(|course| {
            let id = course.entity().as_str();
            let name = inputs.registry().name(id).unwrap_or_default();
            texts::status_open_entity(task.task(), name, id)
        })
    });
    lines.collect()
}

fn heads(first: Text, lang: Lang) -> Vec<String> {
    let mut heads = vec![
        first.text(lang),
        texts::head_drawn().text(lang),
        texts::head_open().text(lang),
        texts::head_replaced().text(lang),
    ];
    let groups = OutcomeGroup::ALL.map(|group| group.name(lang).to_owned());
    heads.extend(groups);
    heads.push(texts::head_published().text(lang));
    heads
}

fn row(first: &str, counts: &Counts) -> Vec<String> {
    let mut row = vec![first.to_owned()];
    let numbers = [counts.drawn(), counts.open(), counts.replaced()];
    row.extend(numbers.map(|number| number.to_string()));
    row.extend(OutcomeGroup::ALL.map(|group| counts.of(group).to_string()));
    row.push(counts.published().to_string());
    row
}
