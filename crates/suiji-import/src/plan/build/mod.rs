//! Builds a plan from the parts of a document, with the library's own builder.

mod columns;
mod context;
mod fields;
mod head;
mod risks;
mod rows;
mod task;
mod tasks;

use suiji::Plan;

use super::open::{Asking, departments, scope};
use super::parts::{self, Annex, Body};
use crate::base::problem::{Error, Problem};
use crate::base::texts::{self, Text, codes};
use crate::known::Known;
use crate::plan::document::Document;
use context::Context;
use head::Names;
use tasks::Built;

/// The rows that are left out of the annexes: file, sheet, row and its text.
pub(super) type LeftOut = (crate::ask::Place, String);

/// Builds the plan, and asks about open points. If it returns no plan, questions are open.
pub(super) fn build(
    documents: &[Document],
    known: &mut Known<'_>,
    asking: &mut Asking<'_>,
) -> Result<(Option<Plan>, Vec<LeftOut>), Error> {
    let (annexes, head, body) = read(documents)?;
    let (registry, roster) = (known.read_registry(), known.read_roster());
    let names = Names::settle(asking, &head, &documents_name(documents));
    let period = head::period(asking, &body, names.year);
    head::note_basis(asking, &body);
    let context = Context {
        year: names.year,
        period,
        methods: body.methods.as_ref(),
        categories: scope::Categories::new(registry.as_ref(), &body.objects),
        departments: departments(roster.as_ref()),
    };
    let built = tasks::all(asking, &annexes, &context)?;
    let left_out = annexes.iter().flat_map(|annex| {
        annex.left_out.iter().map(|(row, text)| {
            let mut place = annex.place.clone();
            place.row = *row;
            (place, text.clone())
        })
    });
    let left_out = left_out.collect();
    let Built { tasks, limits } = built;
    let (true, Some(title), Some(authority), Some(year)) = (
        asking.is_settled(),
        names.title,
        names.authority,
        names.year,
    ) else {
        return Ok((None, left_out));
    };
    let basis: Vec<&str> = body.basis.iter().map(|of| &*of.value).collect();
    let mut builder = Plan::builder(&title, &authority, year).with_limits(limits);
    if let Some(number) = &names.number {
        builder = builder.with_document_number(number);
    }
    if let Some(window) = period {
        builder = builder.with_window(window);
    }
    for document in basis {
        builder = builder.with_basis(document);
    }
    for task in tasks {
        builder = builder.with_task(task);
    }
    let plan = builder.build().map_err(|error| {
        let problem = Text::of(|lang| error.message(lang));
        Error::from(codes::plan_refused(problem).in_file(&documents_name(documents)))
    })?;
    Ok((Some(plan), left_out))
}

/// The parts of all documents together: plan and annexes may be separate files.
fn read(documents: &[Document]) -> Result<(Vec<Annex>, parts::Head, Body), Error> {
    let mut problems: Vec<Problem> = Vec::new();
    let mut annexes = Vec::new();
    let mut before = Vec::new();
    for document in documents {
        if let Some(list) = document.list() {
            let problem = codes::is_list(list.name(), texts::plan(), list);
            problems.push(problem.in_file(&document.name));
            continue;
        }
        match parts::annexes(document) {
            Ok((paragraphs, more)) => {
                annexes.extend(more);
                before.push((document.name.as_str(), paragraphs));
            }
            Err(more) => problems.extend(more),
        }
    }
    Error::unless_none(problems)?;
    if annexes.iter().all(|annex| annex.rows.is_empty()) {
        let problem = codes::plan_table(parts::expected_columns());
        return Err(problem.in_file(&documents_name(documents)).into());
    }
    let head = parts::head(&before, &annexes);
    let body = parts::body(&before);
    Ok((annexes, head, body))
}

/// The name of the first file.
fn documents_name(documents: &[Document]) -> String {
    documents
        .first()
        .map(|of| of.name.clone())
        .unwrap_or_default()
}
