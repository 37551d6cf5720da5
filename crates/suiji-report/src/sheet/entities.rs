//! The selected entities and the reserves, both as drawn and after all amendments.

use std::collections::BTreeMap;

use suiji::Lang;

use super::table::{Cell, Column, Table, listed};
use crate::base::texts::{self, Text};
use crate::facts::{DrawnFacts, Facts, TaskFacts, VisitFacts};

/// The number of digits shown of a ticket.
const DIGITS: usize = 16;

/// The position of a visit, by task and entity.
type Visits<'f> = BTreeMap<(&'f str, &'f str), &'f VisitFacts>;

pub(super) fn table(facts: &Facts, lang: Lang) -> Table {
    let mut visits = Visits::new();
    for visit in &facts.visits {
        for task in &visit.tasks {
            visits.insert((&task.id, &visit.entity.id), visit);
        }
    }
    let mut columns: Vec<Column> = [
        (texts::head_task_id(), 10),
        (texts::head_task(), 22),
        (texts::head_number(), 6),
        (texts::head_state(), 16),
        (texts::head_code(), 22),
        (texts::head_entity(), 30),
        (texts::head_class(), 12),
        (texts::head_ticket(), 20),
        (texts::head_district(), 12),
        (texts::head_industry(), 10),
    ]
    .iter()
    .map(|(head, width)| Column::new(head, *width, lang))
    .collect();
    let extra = facts
        .tasks
        .iter()
        .flat_map(|task| task.selected.iter().chain(&task.reserves))
        .next();
    for column in extra
        .map(|drawn| &*drawn.entity.columns)
        .unwrap_or_default()
    {
        columns.push(Column {
            head: column.name.clone(),
            width: 20,
        });
    }
    columns.extend(
        [
            (texts::head_team(), 30),
            (texts::head_visit(), 8),
            (texts::head_note(), 30),
        ]
        .iter()
        .map(|(head, width)| Column::new(head, *width, lang)),
    );
    let mut rows = Vec::new();
    for task in &facts.tasks {
        for (drawn, is_reserve) in task
            .selected
            .iter()
            .map(|drawn| (drawn, false))
            .chain(task.reserves.iter().map(|drawn| (drawn, true)))
        {
            let visit = visits.get(&(&*task.id, &*drawn.entity.id)).copied();
            rows.push(row(task, drawn, is_reserve, visit, facts, lang));
        }
    }
    Table {
        name: texts::sheet_entities().get(lang).to_owned(),
        head: texts::sheet_entities_head(&facts.plan.title)
            .get(lang)
            .to_owned(),
        columns,
        rows,
    }
}

fn row(
    task: &TaskFacts,
    drawn: &DrawnFacts,
    is_reserve: bool,
    visit: Option<&VisitFacts>,
    facts: &Facts,
    lang: Lang,
) -> Vec<Cell> {
    let entity = &drawn.entity;
    let state = match (is_reserve, drawn.is_replaced, &drawn.replaces) {
        (false, false, _) => texts::selected(),
        (false, true, _) => texts::selected_replaced(),
        (true, _, None) => texts::reserve(),
        (true, _, Some(_)) => texts::reserve_used(),
    };
    let mut cells = vec![
        Cell::text(&*task.id),
        Cell::text(&*task.name),
        Cell::Count(drawn.number as u64),
        Cell::text(state.get(lang)),
        Cell::text(&*entity.id),
        Cell::text(&*entity.name),
        Cell::text(&*drawn.class_name),
        Cell::text(short(&drawn.ticket)),
        Cell::optional(entity.district.as_deref()),
        Cell::optional(entity.industry.as_deref()),
    ];
    cells.extend(
        entity
            .columns
            .iter()
            .map(|column| Cell::text(&*column.value)),
    );
    cells.push(Cell::optional(visit.map(|visit| team(visit, lang))));
    cells.push(visit.map_or(Cell::Blank, |visit| Cell::Count(visit.number as u64)));
    cells.push(Cell::text(notes(task, drawn, facts, lang)));
    cells
}

/// The first digits of a ticket, enough to distinguish it from others. The record has all digits.
fn short(ticket: &str) -> String {
    match ticket.get(..DIGITS) {
        Some(digits) if digits.len() < ticket.len() => format!("{digits}…"),
        _ => ticket.to_owned(),
    }
}

/// The team of a visit, the lead first.
pub(super) fn team(visit: &VisitFacts, lang: Lang) -> String {
    let seat = |seat: &crate::facts::SeatFacts| match &seat.inspector {
        Some(of) => texts::inspector(&of.name, &of.id).get(lang).to_owned(),
        None => texts::vacant().get(lang).to_owned(),
    };
    let seats: Vec<String> = visit.team.iter().map(seat).collect();
    listed(seats.iter().map(String::as_str), lang)
}

/// Further remarks: the task that shares this visit, and the changes by amendments.
fn notes(task: &TaskFacts, drawn: &DrawnFacts, facts: &Facts, lang: Lang) -> String {
    let mut notes: Vec<Text> = Vec::new();
    if let Some(joins) = &drawn.joins {
        notes.push(texts::joins(&joins.id));
    }
    let amendments = facts.amendments.iter().flat_map(|of| &of.list);
    let mut replacements = amendments.filter_map(|of| {
        let change = of
            .reserve
            .as_ref()
            .filter(|change| change.task.id == task.id)?;
        Some((of, change))
    });
    let found = replacements.find(|(_, change)| {
        (drawn.is_replaced && change.entity.id == drawn.entity.id)
            || (drawn.replaces.is_some() && change.reserve.id == drawn.entity.id)
    });
    if let Some((of, change)) = found {
        notes.push(match drawn.is_replaced {
            true => texts::replaced_by(&change.reserve.name, &change.reserve.id),
            false => texts::replaces(&change.entity.name, &change.entity.id),
        });
        notes.push(texts::amended_because(
            of.number,
            &of.reason,
            &of.approved_by,
        ));
    }
    listed(notes.iter().map(|note| note.get(lang)), lang)
}
