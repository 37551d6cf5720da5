//! Visits, with one row for each team and entity. Tasks that share a visit are in one
//! row.

use suiji::Lang;

use super::entities::team;
use super::table::{Cell, Column, Table, listed};
use crate::base::texts;
use crate::facts::{Facts, VisitFacts};

pub(super) fn table(facts: &Facts, lang: Lang) -> Table {
    let fixed = [
        (texts::head_visit(), 8),
        (texts::head_code(), 22),
        (texts::head_entity(), 30),
        (texts::head_task_id(), 12),
        (texts::head_task(), 26),
        (texts::head_items(), 36),
        (texts::head_from(), 12),
        (texts::head_to(), 12),
        (texts::head_lead(), 14),
        (texts::head_lead_id(), 14),
        (texts::head_team(), 32),
        (texts::head_substitutes(), 24),
        (texts::head_this_year(), 10),
        (texts::head_notice(), 22),
        (texts::head_approval(), 22),
        (texts::head_report_by(), 14),
        (texts::head_publish_by(), 14),
    ];
    let fixed = fixed.iter();
    let mut columns: Vec<Column> = fixed
        .map(|(head, width)| Column::new(head, *width, lang))
        .collect();
    let extra = facts.visits.first().map(|visit| &*visit.entity.columns);
    for column in extra.unwrap_or_default() {
        columns.push(Column {
            head: column.name.clone(),
            width: 20,
        });
    }
    Table {
        name: texts::sheet_visits().get(lang).to_owned(),
        head: texts::sheet_visits_head(&facts.plan.title)
            .get(lang)
            .to_owned(),
        columns,
        rows: facts.visits.iter().map(|visit| row(visit, lang)).collect(),
    }
}

fn row(visit: &VisitFacts, lang: Lang) -> Vec<Cell> {
    let tasks = visit.tasks.iter();
    let mut items: Vec<&str> = Vec::new();
    // Tasks that share a visit may have the same item.
    for item in tasks.clone().flat_map(|task| &task.items) {
        if !items.contains(&&**item) {
            items.push(item);
        }
    }
    let lead = visit.lead().and_then(|seat| seat.inspector.as_ref());
    let window = visit.window.as_ref();
    let deadline = |what: &str| {
        let mut deadlines = visit.deadlines.iter();
        let found = deadlines.find(|deadline| deadline.what == what);
        // Without the last day, the cell says why there is none.
        Cell::optional(found.and_then(|of| of.last_day.as_deref().or(of.problem.as_deref())))
    };
    let mut cells = vec![
        Cell::Count(visit.number as u64),
        Cell::text(&*visit.entity.id),
        Cell::text(&*visit.entity.name),
        Cell::text(listed(tasks.clone().map(|task| &*task.id), lang)),
        Cell::text(listed(tasks.map(|task| &*task.name), lang)),
        Cell::text(listed(items, lang)),
        Cell::optional(window.map(|window| &*window.from)),
        Cell::optional(window.map(|window| &*window.to)),
        Cell::optional(lead.map(|lead| &*lead.name)),
        Cell::optional(lead.map(|lead| &*lead.id)),
        Cell::text(team(visit, lang)),
        Cell::text(substitutes(visit, lang)),
        Cell::Count(visit.visits_this_year),
        Cell::optional(visit.notice_number.as_deref()),
        Cell::optional(visit.approval_number.as_deref()),
        deadline("report"),
        deadline("publish"),
    ];
    let columns = visit.entity.columns.iter();
    cells.extend(columns.map(|column| Cell::text(&*column.value)));
    cells
}

/// The inspectors who stepped in and those they replace, and the entity that this one
/// replaces.
fn substitutes(visit: &VisitFacts, lang: Lang) -> String {
    let seats = visit.team.iter().filter_map(|seat| {
        let before = seat.replaces.as_ref()?;
        let now = seat.inspector.as_ref().map_or("", |now| &now.name);
        Some(match now {
            "" => texts::leaves(&before.name),
            now => texts::steps_in(now, &before.name),
        })
    });
    let entity = visit.replaces.as_ref();
    let entity = entity.map(|named| texts::replaces(&named.name, &named.id));
    let all: Vec<_> = seats.chain(entity).collect();
    listed(all.iter().map(|text| text.get(lang)), lang)
}
