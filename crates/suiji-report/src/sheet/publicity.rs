//! The sheet for the national publicity system (国家企业信用信息公示系统).
//!
//! It has the code and name of the entity, and the nine fields of a result in that system. Day and outcome are left
//! blank until there is a result.

use suiji::Lang;

use super::table::{Cell, Column, Table, listed};
use crate::base::texts;
use crate::facts::{Coded, Facts, ResultFacts, TaskFacts};

pub(super) fn table(facts: &Facts, lang: Lang) -> Table {
    let columns = [
        (texts::head_code(), 22),
        (texts::head_entity(), 30),
        (texts::head_plan_number(), 22),
        (texts::head_plan(), 30),
        (texts::head_task_number(), 14),
        (texts::head_task(), 24),
        (texts::head_targeting(), 10),
        (texts::head_authority(), 22),
        (texts::head_finished(), 14),
        (texts::head_items(), 36),
        (texts::head_result(), 24),
    ];
    let mut rows = Vec::new();
    for task in &facts.tasks {
        let mut results = facts.results_of(&task.id);
        let visits = facts.visits.iter();
        for visit in visits.filter(|visit| visit.tasks.iter().any(|of| of.id == task.id)) {
            let result = results.remove(&*visit.entity.id);
            let entity = (&*visit.entity.id, &*visit.entity.name);
            rows.push(row(facts, task, entity, result, lang));
        }
        // An entity that was replaced by a reserve may have its own result.
        for result in results.into_values() {
            let entity = (&*result.entity.id, &*result.entity.name);
            rows.push(row(facts, task, entity, Some(result), lang));
        }
    }
    let columns = columns.iter();
    Table {
        name: texts::sheet_publicity().get(lang).to_owned(),
        head: texts::sheet_publicity_head(&facts.plan.title)
            .get(lang)
            .to_owned(),
        columns: columns
            .map(|(head, width)| Column::new(head, *width, lang))
            .collect(),
        rows,
    }
}

fn row(
    facts: &Facts,
    task: &TaskFacts,
    (id, name): (&str, &str),
    result: Option<&ResultFacts>,
    lang: Lang,
) -> Vec<Cell> {
    let targeting = match task.targeting {
        Some("targeted") => Cell::text(texts::targeted().get(lang)),
        Some("untargeted") => Cell::text(texts::untargeted().get(lang)),
        _ => Cell::Blank,
    };
    vec![
        Cell::text(id),
        Cell::text(name),
        // The number of a plan is its document number.
        Cell::optional(facts.plan.document_number.as_deref()),
        Cell::text(&*facts.plan.title),
        Cell::text(&*task.id),
        Cell::text(&*task.name),
        targeting,
        Cell::text(&*facts.office.name),
        Cell::optional(result.map(|of| &*of.date)),
        Cell::text(listed(task.items.iter().map(String::as_str), lang)),
        Cell::optional(result.map(|of| outcomes(&of.outcomes, lang))),
    ]
}

fn outcomes(all: &[Coded], lang: Lang) -> String {
    listed(all.iter().map(|of| &*of.name), lang)
}
