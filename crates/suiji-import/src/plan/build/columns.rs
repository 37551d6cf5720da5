//! The field of each column of an annex, by its name or by an answer.

use crate::ask::{About, Choice, EXTRA, LEAVE_OUT, Place};
use crate::base::problem::Problem;
use crate::base::texts::{self, Text, codes};
use crate::plan::open::{Asking, Open};
use crate::plan::parts::{Annex, Field};

/// The use of a column.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Use {
    Field(Field),
    /// The column is kept under its name.
    Extra,
    LeftOut,
}

/// The use of each column. `Ok(None)` if a question is open.
pub(super) fn uses(asking: &mut Asking<'_>, annex: &Annex) -> Result<Option<Vec<Use>>, Problem> {
    let mut uses = Vec::new();
    for column in &annex.header.columns {
        uses.push(match column.field {
            Some(field) => Some(Use::Field(field)),
            None => other(asking, annex, &column.name),
        });
    }
    let all: Option<Vec<Use>> = uses.into_iter().collect();
    let Some(all) = all else {
        return Ok(None);
    };
    let Some(all) = without_repeats(asking, annex, all) else {
        return Ok(None);
    };
    let has = |field: Field| all.contains(&Use::Field(field));
    let missing: Vec<Text> = [Field::Name, Field::Quota]
        .into_iter()
        .filter(|field| !has(*field))
        .map(Field::text)
        .collect();
    if missing.is_empty() {
        return Ok(Some(all));
    }
    let found: Vec<Text> = annex.header.names().into_iter().map(Text::same).collect();
    let problem = codes::missing_column(texts::plan(), Text::list(&missing), Text::list(&found));
    let problem = problem
        .at_row(annex.header.row)
        .in_sheet(&annex.place.sheet);
    Err(problem.in_file(&annex.place.file))
}

fn place(annex: &Annex, column: &str) -> Place {
    Place {
        column: column.to_owned(),
        ..annex.place.clone()
    }
}

/// A column whose name is not in the table: it may be a field.
fn other(asking: &mut Asking<'_>, annex: &Annex, name: &str) -> Option<Use> {
    if name.is_empty() {
        return Some(Use::LeftOut);
    }
    let Some(field) = Field::hinted(name) else {
        return Some(Use::Extra);
    };
    let mut choices = vec![
        Choice::new(field.as_str(), texts::plan_column_is(field.text())),
        Choice::new(EXTRA, texts::plan_column_extra()),
        Choice::new(LEAVE_OUT, texts::leave_out_column()),
    ];
    let others = Field::ALL.into_iter().filter(|of| *of != field);
    choices.extend(others.map(|of| Choice::new(of.as_str(), texts::plan_column_is(of.text()))));
    let open = Open::value("column", name, field.text(), Text::default());
    let open = open
        .about(About::Column)
        .asking(texts::ask_column(name, field.text()));
    asking.settle(
        &place(annex, name),
        open.with(choices).closed(),
        |answer| match answer {
            EXTRA => Some(Use::Extra),
            LEAVE_OUT => Some(Use::LeftOut),
            word => Field::from_word(word).map(Use::Field),
        },
    )
}

/// If several columns mean one field, a question asks which one counts. The others are kept under their
/// names.
fn without_repeats(asking: &mut Asking<'_>, annex: &Annex, mut all: Vec<Use>) -> Option<Vec<Use>> {
    let mut is_settled = true;
    for field in Field::ALL {
        let at = |all: &[Use]| -> Vec<usize> {
            let same = all
                .iter()
                .enumerate()
                .filter(|(_, of)| **of == Use::Field(field));
            same.map(|(index, _)| index).collect()
        };
        let repeated = at(&all);
        if repeated.len() < 2 {
            continue;
        }
        let names = annex.header.names();
        let name = |index: &usize| names.get(*index).copied().unwrap_or_default();
        let columns: Vec<Text> = repeated.iter().map(name).map(Text::same).collect();
        let choices = repeated.iter().map(|index| {
            let number = (index + 1).to_string();
            Choice::new(&number, Text::same(format!("{} ({number})", name(index))))
        });
        let open = Open::value(
            field.as_str(),
            &names.join("|"),
            field.text(),
            Text::default(),
        );
        let open = open
            .about(About::Columns)
            .asking(texts::ask_columns(field.text(), Text::list(&columns)));
        let open = open.with(choices.collect()).closed();
        let candidates = repeated.clone();
        let chosen = asking.settle(&annex.place, open, move |answer| {
            let index = answer.parse::<usize>().ok()?.checked_sub(1)?;
            candidates.contains(&index).then_some(index)
        });
        match chosen {
            Some(chosen) => {
                for index in repeated.iter().filter(|index| **index != chosen) {
                    if let Some(of) = all.get_mut(*index) {
                        *of = Use::Extra;
                    }
                }
            }
            None => is_settled = false,
        }
    }
    is_settled.then_some(all)
}
