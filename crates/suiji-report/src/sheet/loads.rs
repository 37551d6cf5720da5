//! The loads of inspectors.

use suiji::Lang;

use super::table::{Cell, Column, Table};
use crate::base::texts;
use crate::facts::{Facts, InspectorFacts};

pub(super) fn table(facts: &Facts, lang: Lang) -> Table {
    let columns = [
        (texts::head_certificate(), 16),
        (texts::head_inspector(), 14),
        (texts::head_department(), 22),
        (texts::load_before(), 10),
        (texts::visits_now(), 10),
        (texts::head_leads(), 10),
        (texts::head_total(), 10),
        (texts::head_most(), 10),
        (texts::head_away(), 10),
    ];
    let columns = columns.iter();
    Table {
        name: texts::sheet_loads().get(lang).to_owned(),
        head: texts::sheet_loads_head(&facts.plan.title)
            .get(lang)
            .to_owned(),
        columns: columns
            .map(|(head, width)| Column::new(head, *width, lang))
            .collect(),
        rows: facts.inspectors.iter().map(|of| row(of, lang)).collect(),
    }
}

fn row(inspector: &InspectorFacts, lang: Lang) -> Vec<Cell> {
    let away = match inspector.is_away {
        true => Cell::text(texts::away().get(lang)),
        false => Cell::Blank,
    };
    vec![
        Cell::text(&*inspector.id),
        Cell::text(&*inspector.name),
        Cell::text(&*inspector.department),
        Cell::Count(inspector.load_before),
        Cell::Count(inspector.visits),
        Cell::Count(inspector.leads),
        Cell::Count(inspector.load_before.saturating_add(inspector.visits)),
        inspector.max_load.map_or(Cell::Blank, Cell::Count),
        away,
    ]
}
