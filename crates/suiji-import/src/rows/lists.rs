//! Cells with several members, and ids that are given by name.

use std::collections::BTreeSet;

use suiji::values::{EntityId, InspectorId, TaskId};

use super::cache::Outcome;
use super::reader::Reader;
use super::store::Origin;
use crate::ask::{About, BLANK, Choice, Key, Question};
use crate::base::fields::{Holds, Members};
use crate::base::texts::{self, ANSWER_SEPARATORS, FULL_WIDTH_SEMICOLON, Text};
use crate::known::{Directory, Hit};
use crate::sheet::block::{Cell, Kind, Row};
use crate::value::rules::{Rule, Rules};
use crate::value::{self, Ask, Cleaned, Split, Vocabulary, clean, is_plain_id, split};

/// A list that is split when all members of its column are known.
#[derive(Debug)]
pub(crate) struct Deferred {
    /// The row in the store.
    pub(crate) row: usize,
    pub(crate) field: usize,
    /// The cell as the file has it; [`stored`] is what the store has.
    pub(crate) text: String,
    pub(crate) origin: Origin,
}

/// A list that is not split yet, as one member.
pub(crate) fn stored(text: &str) -> String {
    text.replace(';', FULL_WIDTH_SEMICOLON)
}

/// The members in a directory, and everything that looks like an id.
struct NamesAndIds<'d>(&'d Directory);

impl Vocabulary for NamesAndIds<'_> {
    fn knows(&self, member: &str) -> bool {
        is_plain_id(member) || self.0.knows(member)
    }
}

/// A cleaned member, or a question about it.
enum Member {
    Text(String, Rules),
    Asked(Question),
}

impl Reader<'_> {
    /// Splits a cell and finds the id of each member that is given by name.
    pub(super) fn list(
        &mut self,
        index: usize,
        members: Members,
        field: &'static str,
        cell: Cell<'_>,
    ) -> Outcome {
        let cleaned = match value::nothing(cell, Holds::List(members)) {
            Some(Cleaned::Value(value, rules)) => return Outcome::Value(value, rules),
            Some(Cleaned::Ask(ask)) => ask,
            None => Ask::of_value(texts::why_list_blank()),
        };
        let key = Key::new(self.context.list, About::Value, field, cell.text.trim(), "");
        let asked = value::nothing(cell, Holds::List(members)).is_some();
        let answer = self.context.answers.get(&key).map(str::to_owned);
        if asked || answer.is_some() {
            let outcome = self.answered(key, cell.text.trim(), cleaned, |answer| {
                Cleaned::Value(answer.to_owned(), Rules::NONE)
            });
            return match outcome {
                Outcome::Value(text, rules) if !text.is_empty() => {
                    let pieces = text
                        .split(ANSWER_SEPARATORS)
                        .map(|piece| piece.trim().to_owned());
                    let pieces = pieces.filter(|piece| !piece.is_empty());
                    self.resolved(members, field, pieces.collect(), rules)
                }
                other => other,
            };
        }
        let split = match members {
            Members::Entities => split(cell.text, &NamesAndIds(&self.context.known.entities)),
            Members::Inspectors => split(cell.text, &NamesAndIds(&self.context.known.inspectors)),
            _ => {
                let empty = BTreeSet::new();
                split(cell.text, self.members.get(index).unwrap_or(&empty))
            }
        };
        match split {
            Split::Members(pieces, mut rules) => {
                if cell.kind == Kind::Filled {
                    rules.add(Rule::MergedCell);
                }
                self.learn(index, &pieces);
                self.resolved(members, field, pieces, rules)
            }
            Split::Unclear(_)
                if matches!(
                    members,
                    Members::Entities | Members::Inspectors | Members::Tasks
                ) =>
            {
                self.answered(key, cell.text.trim(), cleaned, |answer| {
                    Cleaned::Value(answer.to_owned(), Rules::NONE)
                })
            }
            Split::Unclear(_) => Outcome::Deferred(cell.text.trim().to_owned()),
        }
    }

    /// Members that are alone in a cell, or between unambiguous separators, are known from now on.
    fn learn(&mut self, index: usize, pieces: &[String]) {
        if let Some(known) = self.members.get_mut(index) {
            known.extend(pieces.iter().cloned());
        }
    }

    fn resolved(
        &self,
        members: Members,
        field: &'static str,
        pieces: Vec<String>,
        mut rules: Rules,
    ) -> Outcome {
        let mut all: Vec<String> = Vec::new();
        let mut questions = Vec::new();
        for piece in pieces {
            match self.member(members, field, &piece) {
                Member::Asked(question) => questions.push(question),
                Member::Text(text, of) => {
                    rules = rules.and(of);
                    if !text.is_empty() && !all.contains(&text) {
                        all.push(text);
                    }
                }
            }
        }
        match questions.is_empty() {
            true => Outcome::Value(all.join(";"), rules),
            false => Outcome::Asked(questions),
        }
    }

    fn member(&self, members: Members, field: &'static str, piece: &str) -> Member {
        let known = self.context.known;
        let (resolved, choices) = match members {
            Members::Categories | Members::Skills | Members::Departments => {
                let cleaned = value::text(Cell {
                    text: piece,
                    kind: Kind::Text,
                });
                match cleaned {
                    Cleaned::Value(text, rules) => return Member::Text(text, rules),
                    Cleaned::Ask(ask) => {
                        return self.ask_member(field, piece, ask, |text| !text.is_empty());
                    }
                }
            }
            Members::Tasks => (self.task_id(piece), self.task_choices()),
            Members::Entities => by_name(
                &known.entities,
                piece,
                Holds::EntityId,
                &self.context.meaning,
            ),
            Members::Inspectors => by_name(
                &known.inspectors,
                piece,
                Holds::InspectorId,
                &self.context.meaning,
            ),
        };
        match resolved {
            Some((id, rules)) => Member::Text(id, rules),
            None => {
                let why = match choices.len() {
                    0 => texts::why_unknown_name(),
                    _ if members == Members::Tasks => texts::why_unknown_task(),
                    _ => texts::why_several_of_name(),
                };
                let ask = Ask::of_value(why).with(choices);
                self.ask_member(field, piece, ask, |text| is_id(members, text))
            }
        }
    }

    fn ask_member(
        &self,
        field: &'static str,
        piece: &str,
        ask: Ask,
        check: impl Fn(&str) -> bool,
    ) -> Member {
        let key = Key::new(self.context.list, About::Value, field, piece, "");
        let outcome = self.answered(key, piece, ask, |answer| {
            match check(answer) || answer == BLANK {
                true => Cleaned::Value(answer.to_owned(), Rules::NONE),
                false => Cleaned::Value(String::new(), Rules::NONE),
            }
        });
        match outcome {
            Outcome::Value(text, rules) => Member::Text(text, rules),
            Outcome::Asked(mut questions) => match questions.pop() {
                Some(question) => Member::Asked(question),
                None => Member::Text(String::new(), Rules::NONE),
            },
            Outcome::LeaveOut | Outcome::Deferred(_) => {
                Member::Text(String::new(), Rules::of(Rule::Answer))
            }
        }
    }

    /// Finds an entity by its code, else by its name.
    pub(super) fn entity<'c>(
        &self,
        field: &'static str,
        code: Cell<'c>,
        name: Cell<'c>,
        row: Row<'_>,
    ) -> (Outcome, Cell<'c>) {
        let cleaned = clean(code, Holds::EntityId, &self.context.meaning);
        match cleaned {
            Cleaned::Value(id, _) if id.is_empty() => {}
            // A column of codes in which a name occurs is a column of names.
            Cleaned::Ask(_) if !code.text.is_ascii() && name.text.is_empty() => {
                return (self.named(field, code), code);
            }
            other => return (self.cleaned(other, field, code, row), code),
        }
        match name.text.trim().is_empty() {
            true => (Outcome::nothing(), code),
            false => (self.named(field, name), name),
        }
    }

    /// The id of the entity that a cell names.
    fn named(&self, field: &'static str, cell: Cell<'_>) -> Outcome {
        let mut rules = Rules::NONE;
        let name = value::text::tidy(cell.text, false, &mut rules).into_owned();
        match self.member(Members::Entities, field, &name) {
            Member::Text(id, of) => Outcome::Value(id, rules.and(of)),
            Member::Asked(question) => Outcome::Asked(vec![question]),
        }
    }

    /// Finds a task by its id, else by its name.
    pub(super) fn task<'c>(
        &self,
        field: &'static str,
        id: Cell<'c>,
        name: Cell<'c>,
        _: Row<'_>,
    ) -> (Outcome, Cell<'c>) {
        let cell = if id.text.trim().is_empty() { name } else { id };
        if let Some(Cleaned::Value(value, rules)) = value::nothing(cell, Holds::Task) {
            return (Outcome::Value(value, rules), cell);
        }
        if cell.text.is_empty() {
            return (Outcome::nothing(), cell);
        }
        let mut rules = Rules::NONE;
        let text = value::text::tidy(cell.text, false, &mut rules).into_owned();
        let outcome = match self.member(Members::Tasks, field, &text) {
            Member::Text(id, of) => Outcome::Value(id, rules.and(of)),
            Member::Asked(question) => Outcome::Asked(vec![question]),
        };
        (outcome, cell)
    }

    /// The task of the plan, or an id of another plan.
    fn task_id(&self, text: &str) -> Option<(String, Rules)> {
        if let Some(id) = self.context.known.task(text) {
            let rules = if id == text {
                Rules::NONE
            } else {
                Rules::of(Rule::Resolved)
            };
            return Some((id.to_owned(), rules));
        }
        text.parse::<TaskId>()
            .ok()
            .map(|_| (text.to_owned(), Rules::NONE))
    }

    fn task_choices(&self) -> Vec<Choice> {
        let tasks = self.context.known.tasks();
        tasks
            .map(|(id, name)| Choice::new(id, Text::same(name)))
            .collect()
    }
}

/// The id of a name that is unique; else those who have the name.
fn by_name(
    directory: &Directory,
    text: &str,
    holds: Holds,
    meaning: &value::Meaning<'_>,
) -> (Option<(String, Rules)>, Vec<Choice>) {
    let choices = match directory.find(text) {
        Hit::Id(id) => {
            let rules = if id == text {
                Rules::NONE
            } else {
                Rules::of(Rule::Resolved)
            };
            return (Some((id.to_owned(), rules)), Vec::new());
        }
        Hit::Several(ids) => ids
            .into_iter()
            .map(|id| Choice::new(id, Text::same(id)))
            .collect(),
        Hit::Unknown => Vec::new(),
    };
    let cell = Cell {
        text,
        kind: Kind::Text,
    };
    match clean(cell, holds, meaning) {
        Cleaned::Value(id, rules) if !id.is_empty() && choices.is_empty() => {
            (Some((id, rules)), choices)
        }
        _ => (None, choices),
    }
}

fn is_id(members: Members, text: &str) -> bool {
    match members {
        Members::Tasks => text.parse::<TaskId>().is_ok(),
        Members::Entities => text.parse::<EntityId>().is_ok(),
        Members::Inspectors => text.parse::<InspectorId>().is_ok(),
        _ => true,
    }
}
