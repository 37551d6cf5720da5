//! Reads an answer as a value of its field, with the known data about this field.

use std::sync::Arc;

use suiji::values::TaskId;

use crate::ask::is_number_of_choice;
use crate::base::fields::{Holds, Members};
use crate::base::texts::{self, ANSWER_SEPARATORS, Text, fold};
use crate::sheet::block::{Cell, Kind};
use crate::value::rules::Rules;
use crate::value::{
    Ask, Classes, Cleaned, Letters, Meaning, Order, clean, entity_refused, inspector_refused, text,
};

/// The kind of an answer.
#[derive(Clone, Copy, Debug)]
pub(super) enum Form {
    /// The value of a field.
    Field(Holds),
    /// The value of a column that is not a field.
    Own,
    /// All members of a cell.
    All(Members),
    /// One member of a cell.
    One(Members),
}

/// The known data about the values of a sheet.
#[derive(Debug)]
pub(crate) struct Basis {
    pub(crate) classes: Arc<Classes>,
    pub(crate) letters: Option<Letters>,
    pub(crate) order: Option<Order>,
    pub(crate) industry_letters: bool,
    pub(crate) industries: bool,
    /// The id and name of each task of the plan.
    pub(crate) tasks: Vec<(String, String)>,
    /// The length of the ids of inspectors, if it is the same for all.
    pub(crate) id_length: Option<usize>,
}

impl Basis {
    /// The value of an answer, or the reason why it cannot be used.
    pub(super) fn read(&self, form: Form, answer: &str) -> Result<String, Text> {
        match form {
            Form::Own => value(text_of(cell(answer))),
            Form::Field(Holds::Task | Holds::Tasks) => self.task(answer),
            Form::Field(Holds::EntityId | Holds::Entity) | Form::One(Members::Entities) => {
                let id = self.clean(answer, Holds::EntityId)?;
                entity_refused(&id).map_or(Ok(id), Err)
            }
            Form::Field(Holds::InspectorId) | Form::One(Members::Inspectors) => {
                let id = self.clean(answer, Holds::InspectorId)?;
                inspector_refused(&id, self.id_length).map_or(Ok(id), Err)
            }
            Form::Field(holds) => {
                let is_text = matches!(
                    holds,
                    Holds::Name | Holds::Person | Holds::Department | Holds::Coded(_)
                );
                if is_text && is_number_of_choice(answer) {
                    return Err(texts::refused_number());
                }
                self.clean(answer, holds)
            }
            Form::All(members) => {
                let pieces = answer.split(ANSWER_SEPARATORS).map(str::trim);
                let mut pieces = pieces.filter(|piece| !piece.is_empty()).peekable();
                pieces.peek().ok_or_else(texts::refused_blank)?;
                // An answer may name entities and inspectors. A further question asks about an unknown
                // name.
                if !matches!(members, Members::Entities | Members::Inspectors) {
                    for piece in pieces {
                        self.read(Form::One(members), piece)?;
                    }
                }
                Ok(answer.to_owned())
            }
            Form::One(Members::Tasks) => self.task(answer),
            Form::One(_) if is_number_of_choice(answer) => Err(texts::refused_number()),
            Form::One(_) => value(text(cell(answer))),
        }
    }

    fn clean(&self, answer: &str, holds: Holds) -> Result<String, Text> {
        let meaning = Meaning {
            classes: &self.classes,
            letters: self.letters,
            order: self.order,
            industry_letters: self.industry_letters,
            industries: self.industries,
            // An answer is read literally: it has lost no zeros.
            exported: false,
        };
        value(clean(cell(answer), holds, &meaning))
    }

    /// A task of the plan by id or name, or a task of another year. Without a plan, any id is accepted.
    fn task(&self, answer: &str) -> Result<String, Text> {
        let name = fold(answer);
        let mut known = self.tasks.iter();
        if let Some((id, _)) = known.find(|(id, of)| id == answer || fold(of) == name) {
            return Ok(id.clone());
        }
        let is_id = answer.parse::<TaskId>().is_ok();
        let of_year = answer.split_once('-').is_some_and(|(year, task)| {
            year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) && !task.is_empty()
        });
        match is_id && (of_year || self.tasks.is_empty()) {
            true => Ok(answer.to_owned()),
            false => Err(texts::refused_task()),
        }
    }
}

const fn cell(text: &str) -> Cell<'_> {
    Cell {
        text,
        kind: Kind::Text,
    }
}

fn value(cleaned: Cleaned) -> Result<String, Text> {
    match cleaned {
        Cleaned::Value(value, _) if value.is_empty() => Err(texts::refused_blank()),
        Cleaned::Value(value, _) => Ok(value),
        Cleaned::Ask(ask) => Err(ask.why),
    }
}

/// The value of a cell in a column that is not a field.
pub(super) fn text_of(cell: Cell<'_>) -> Cleaned {
    match cell.kind {
        Kind::Text | Kind::Filled => text(cell),
        Kind::Formula => Cleaned::Ask(Ask::of_value(texts::why_formula())),
        _ => Cleaned::Value(cell.text.to_owned(), Rules::NONE),
    }
}
