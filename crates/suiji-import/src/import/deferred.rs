//! Lists in cells that can be split only when all members of their column are known.

use std::collections::BTreeSet;

use super::Importing;
use crate::ask::{About, Check, Key, Place, Question, is_number_of_choice};
use crate::base::list::List;
use crate::base::texts;
use crate::rows::{Deferred, Store, stored};
use crate::value::{Distinct, Split, split};

impl Importing<'_, '_> {
    /// Splits the lists whose members are now known, and asks about the rest.
    pub(super) fn split_deferred(
        &mut self,
        list: List,
        store: &mut Store,
        members: &[BTreeSet<String>],
        deferred: Vec<Deferred>,
    ) {
        for of in deferred {
            let Some((field, known)) = list.fields().get(of.field).zip(members.get(of.field))
            else {
                continue;
            };
            let Some(log) = self.log.sheets.get_mut(of.origin.sheet as usize) else {
                continue;
            };
            match split(&of.text, known) {
                Split::Members(pieces, rules) => {
                    let mut cells = store.cells(of.row);
                    if let Some(cell) = cells.get_mut(of.field) {
                        *cell = replaced(cell, &stored(&of.text), &pieces);
                        let after = pieces.join(";");
                        let change = log.change(of.column, &of.text, &after, rules);
                        log.note(of.origin.row, change);
                    }
                    store.replace(of.row, &cells);
                }
                Split::Unclear(_) => {
                    let key = Key::new(list, About::Value, field.name, &of.text, "");
                    let question = Question {
                        text: texts::ask_value(
                            list.field_name(field.name),
                            &of.text,
                            texts::why_list_blank(),
                        ),
                        choices: Vec::new(),
                        is_free: true,
                        refused: None,
                        places: Vec::new(),
                        count: 0,
                        check: Check::new(|answer| match is_number_of_choice(answer) {
                            true => Err(texts::refused_number()),
                            false => Ok(()),
                        }),
                        key,
                    };
                    let place = Place {
                        file: log.file.clone(),
                        sheet: log.sheet.clone(),
                        row: of.origin.row,
                        column: log.column_name(of.column).to_owned(),
                    };
                    self.questions.ask(place, question);
                }
            }
        }
    }
}

/// Replaces one member of a cell by several.
fn replaced(cell: &str, member: &str, pieces: &[String]) -> String {
    let mut all = Distinct::default();
    for of in cell.split(';') {
        match of == member {
            true => pieces.iter().for_each(|piece| _ = all.add(piece)),
            false => _ = all.add(of),
        }
    }
    all.joined()
}
