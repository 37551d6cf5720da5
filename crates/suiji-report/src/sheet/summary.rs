//! The tables of the year's summary: tasks, classes, outcomes, inspectors, and every result.

use suiji::Lang;

use super::table::{Cell, Column, Table, listed};
use crate::base::texts::{self, Text};
use crate::facts::{
    Coded, CountFacts, Facts, ResultFacts, ResultsFacts, StratumResults, TaskResults,
};

/// The tables of a summary. They show classes.
pub(crate) fn summary_tables(facts: &Facts, results: &ResultsFacts, lang: Lang) -> Vec<Table> {
    let table = |name: Text, columns: &[(Text, u16)], rows| Table {
        name: name.get(lang).to_owned(),
        head: texts::sheet_summary_head(&facts.plan.title, name)
            .get(lang)
            .to_owned(),
        columns: columns
            .iter()
            .map(|(head, width)| Column::new(head, *width, lang))
            .collect(),
        rows,
    };
    let with_counts = |first: Vec<(Text, u16)>| [first, counted()].concat();
    let columns = with_counts(vec![
        (texts::head_task_id(), 10),
        (texts::head_task(), 26),
        (texts::head_quota(), 18),
        (texts::head_frame(), 9),
        (texts::head_take(), 9),
        (texts::head_take_share(), 9),
        (texts::head_result_share(), 9),
    ]);
    let mut by_task: Vec<Vec<Cell>> = results.tasks.iter().map(of_task).collect();
    by_task.push(total(results, lang));
    let strata = results.tasks.iter();
    let strata = strata.flat_map(|task| task.strata.iter().map(|of| of_stratum(task, of)));
    let by_class = with_counts(vec![
        (texts::head_task_id(), 10),
        (texts::head_class(), 14),
        (texts::head_frame(), 9),
        (texts::head_take(), 9),
        (texts::head_take_share(), 9),
    ]);
    let by_inspector = with_counts(vec![
        (texts::head_certificate(), 16),
        (texts::head_inspector(), 14),
    ]);
    let inspectors = results.inspectors.iter().map(|of| {
        let mut cells = vec![
            Cell::text(&*of.inspector.id),
            Cell::text(&*of.inspector.name),
        ];
        cells.extend(counts(&of.counts));
        cells
    });
    let tally = [
        (texts::head_what(), 16),
        (texts::head_name(), 44),
        (texts::head_times(), 10),
    ];
    let outcomes = results.outcomes.iter().map(|of| (texts::head_result(), of));
    let measures = results
        .measures
        .iter()
        .map(|of| (texts::head_measure(), of));
    let tallies = outcomes.chain(measures).map(|(what, of)| {
        vec![
            Cell::text(what.get(lang)),
            Cell::text(&*of.name),
            Cell::Count(of.count),
        ]
    });
    let list = [
        (texts::head_task_id(), 10),
        (texts::head_code(), 22),
        (texts::head_entity(), 30),
        (texts::head_class(), 12),
        (texts::head_finished(), 13),
        (texts::head_visitors(), 28),
        (texts::head_result(), 34),
        (texts::head_measure(), 24),
        (texts::head_published(), 13),
        (texts::head_note(), 24),
    ];
    let all = results.tasks.iter();
    let all = all.flat_map(|task| task.results.iter().map(|of| of_result(task, of, lang)));
    vec![
        table(texts::sheet_by_task(), &columns, by_task),
        table(texts::sheet_by_class(), &by_class, strata.collect()),
        table(texts::sheet_outcomes(), &tally, tallies.collect()),
        table(
            texts::sheet_by_inspector(),
            &by_inspector,
            inspectors.collect(),
        ),
        table(texts::sheet_results(), &list, all.collect()),
    ]
}

/// The heads of [`counts`].
fn counted() -> Vec<(Text, u16)> {
    let heads = [
        texts::head_drawn(),
        texts::head_replaced(),
        texts::head_with_result(),
        texts::head_open(),
        texts::head_done(),
        texts::found_clear(),
        texts::found_violation(),
        texts::head_unreachable(),
        texts::head_refused(),
        texts::head_closed(),
        texts::head_published_count(),
        texts::head_published_share(),
    ];
    heads.into_iter().map(|head| (head, 9)).collect()
}

fn counts(of: &CountFacts) -> Vec<Cell> {
    vec![
        of.drawn.into(),
        of.replaced.into(),
        of.with_result.into(),
        of.open.into(),
        Cell::optional(of.done_share.as_deref()),
        of.clear.into(),
        of.violation.into(),
        of.unreachable.into(),
        of.refused.into(),
        of.closed.into(),
        of.published.into(),
        Cell::optional(of.published_share.as_deref()),
    ]
}

fn of_task(task: &TaskResults) -> Vec<Cell> {
    let mut cells = vec![
        Cell::text(&*task.id),
        Cell::text(&*task.name),
        Cell::optional(task.quota.as_deref()),
        task.frame.into(),
        task.take.into(),
        Cell::text(&*task.take_share),
        Cell::text(&*task.result_share),
    ];
    cells.extend(counts(&task.counts));
    cells
}

fn total(results: &ResultsFacts, lang: Lang) -> Vec<Cell> {
    let mut cells = vec![Cell::text(texts::head_total().get(lang))];
    cells.resize(7, Cell::Blank);
    cells.extend(counts(&results.total));
    cells
}

fn of_stratum(task: &TaskResults, stratum: &StratumResults) -> Vec<Cell> {
    let mut cells = vec![
        Cell::text(&*task.id),
        Cell::text(&*stratum.name),
        stratum.frame.into(),
        stratum.take.into(),
        Cell::text(&*stratum.take_share),
    ];
    cells.extend(counts(&stratum.counts));
    cells
}

fn of_result(task: &TaskResults, of: &ResultFacts, lang: Lang) -> Vec<Cell> {
    let names = |coded: &[Coded]| Cell::text(listed(coded.iter().map(|of| &*of.name), lang));
    let visitors: Vec<Text> = of
        .inspectors
        .iter()
        .map(|of| texts::inspector(&of.name, &of.id))
        .collect();
    vec![
        Cell::text(&*task.id),
        Cell::text(&*of.entity.id),
        Cell::text(&*of.entity.name),
        Cell::text(&*of.class_name),
        Cell::text(&*of.date),
        Cell::text(listed(visitors.iter().map(|of| of.get(lang)), lang)),
        names(&of.outcomes),
        names(&of.measures),
        Cell::optional(of.published.as_deref()),
        Cell::optional(of.note.as_deref()),
    ]
}
