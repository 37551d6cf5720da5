//! Merges the rows of one entity, inspector or visit into one row.

use super::reader::Reader;
use crate::ask::{About, Check, Choice, Key, Place, Question};
use crate::base::fields::{Field, Holds};
use crate::base::limits;
use crate::base::texts::{self, FULL_WIDTH_SEMICOLON, Text, codes, plain};
use crate::sheet::block::Row;
use crate::value::Distinct;
use crate::value::rules::{Rule, Rules};

/// The result of merging two cells of one field.
enum Merged {
    Same,
    /// The same name, written differently; the first one stays.
    Written,
    To(String),
    Conflict,
}

impl Reader<'_> {
    /// Merges a row, as CSV, into an earlier one of the same key.
    pub(super) fn merge(&mut self, line: &[u8], row: usize, of: Row<'_>) {
        let number = of.number;
        let mut cells = self.store.cells(row);
        let new = crate::base::line::cells(line);
        let fields = self.context.list.fields();
        let id = cells.first().cloned().unwrap_or_default();
        let (mut changed, mut written) = (false, false);
        for index in 0..cells.len().max(new.len()) {
            let field = fields.get(index);
            let cell = |of: &[String]| of.get(index).cloned().unwrap_or_default();
            let (old, new) = (cell(&cells), cell(&new));
            let to = match merged(field, &old, &new) {
                Merged::Same => continue,
                Merged::Written => {
                    written = true;
                    self.merged(number, index, (&new, &old));
                    continue;
                }
                Merged::To(to) => to,
                Merged::Conflict => match self.decided(index, &id, (&old, &new), number) {
                    Some(to) if to == old => continue,
                    Some(to) => to,
                    None => continue,
                },
            };
            self.merged(number, index, logged(&old, &new, &to));
            if to.len() > limits::MERGED_BYTES {
                self.problem = Some(codes::merged_size(&id, limits::MERGED_BYTES >> 10));
            }
            changed = true;
            if cells.len() <= index {
                cells.resize(index + 1, String::new());
            }
            if let Some(cell) = cells.get_mut(index) {
                *cell = to;
            }
        }
        if changed {
            self.store.replace(row, &cells);
        }
        let rule = match changed || written {
            true => Rule::Merged,
            false => Rule::Duplicate,
        };
        let other = self.other(row);
        self.log.note_row_as(number, (&of.shown(), &other), rule);
    }

    fn merged(&mut self, number: u32, index: usize, change: (&str, &str)) {
        let name = self.name(index);
        let rules = Rules::of(Rule::MergedValue);
        self.log.note_cell(number, &name, change, rules);
    }

    /// The row into which another row was merged: its number, preceded by its sheet if the sheet
    /// differs.
    fn other(&self, row: usize) -> String {
        let origin = self.store.origin(row);
        let sheet = usize::try_from(origin.sheet).unwrap_or(usize::MAX);
        match self.context.sheets.get(sheet) {
            Some(sheet) => format!("{sheet}:{}", origin.row),
            None => origin.row.to_string(),
        }
    }

    fn name(&self, index: usize) -> String {
        let fields = self.context.list.fields();
        match fields.get(index) {
            Some(field) => self.column_of(index, field).to_owned(),
            None => {
                let extra = self.store.extra_names();
                extra.get(index - fields.len()).cloned().unwrap_or_default()
            }
        }
    }

    /// A value in words.
    fn shown(&self, index: usize, value: &str) -> Text {
        let field = self.context.list.fields().get(index);
        let word = match (field.map(|field| field.holds), value) {
            (Some(Holds::Class), _) => self.context.meaning.classes.name(value).map(Text::same),
            (Some(Holds::Flag), "true") => Some(texts::yes()),
            (Some(Holds::Flag), "false") => Some(texts::no()),
            (Some(Holds::Status), "active") => Some(texts::status_active()),
            (Some(Holds::Status), "inactive") => Some(texts::status_inactive()),
            _ => None,
        };
        word.unwrap_or_else(|| Text::same(value))
    }

    /// The value that an answer chooses; without an answer, a question.
    fn decided(
        &mut self,
        index: usize,
        id: &str,
        (old, new): (&str, &str),
        number: u32,
    ) -> Option<String> {
        let fields = self.context.list.fields();
        let field = fields
            .get(index)
            .map_or_else(|| self.name(index), |field| field.name.to_owned());
        let key = Key::new(
            self.context.list,
            About::Conflict,
            &field,
            &format!("{old} | {new}"),
            id,
        );
        let answer = self.context.answers.get(&key);
        if let Some(answer) = answer.filter(|answer| [old, new].contains(answer)) {
            return Some(answer.to_owned());
        }
        let name = match fields.get(index) {
            Some(field) => self.context.list.field_name(field.name),
            None => Text::same(&field),
        };
        let choices = [old, new].map(|value| Choice::new(value, self.shown(index, value)));
        let question = Question {
            text: texts::ask_conflict(id, name, self.shown(index, old), self.shown(index, new)),
            choices: choices.to_vec(),
            is_free: false,
            refused: answer.map(str::to_owned),
            places: Vec::new(),
            count: 0,
            check: Check::choices(),
            key,
        };
        let place = Place {
            file: self.log.file.clone(),
            sheet: self.log.sheet.clone(),
            row: number,
            column: self.name(index),
        };
        self.questions.ask(place, question);
        None
    }
}

fn merged(field: Option<&'static Field>, old: &str, new: &str) -> Merged {
    if old == new || new.is_empty() {
        return Merged::Same;
    }
    if old.is_empty() {
        return Merged::To(new.to_owned());
    }
    let is_name = field.is_some_and(|field| matches!(field.holds, Holds::Name | Holds::Person));
    if is_name && plain(old) == plain(new) {
        return Merged::Written;
    }
    let holds = field.map(|field| field.holds);
    if holds == Some(Holds::Note) {
        let has = old.split(FULL_WIDTH_SEMICOLON).any(|of| of == new);
        return match has {
            true => Merged::Same,
            false => Merged::To(format!("{old}{FULL_WIDTH_SEMICOLON}{new}")),
        };
    }
    let is_list = matches!(holds, Some(Holds::List(_) | Holds::Coded(_)));
    if !is_list {
        return Merged::Conflict;
    }
    let mut members = Distinct::default();
    for member in old.split(';') {
        members.add(member);
    }
    let before = members.len();
    for member in new.split(';') {
        members.add(member);
    }
    match members.len() == before {
        true => Merged::Same,
        false => Merged::To(members.joined()),
    }
}

/// The maximum number of members of a list that the log shows completely. For a longer list it
/// shows what a row adds.
const LOGGED: usize = 8;

/// The entry in the log for a merged cell: before and after.
fn logged<'c>(old: &'c str, new: &'c str, to: &'c str) -> (&'c str, &'c str) {
    match to.split(';').count() > LOGGED {
        true => ("", new),
        false => (old, to),
    }
}
