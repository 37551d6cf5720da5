//! Cells with several members, and names instead of ids.

use std::collections::BTreeSet;

use suiji::values::TaskId;

use super::answer::Form;
use super::asking::FORMULA;
use super::cache::Outcome;
use super::reader::Reader;
use crate::ask::{About, Choice, Key, Question};
use crate::base::fields::{Holds, Members};
use crate::base::texts::{
    self, ANSWER_SEPARATORS, CLOSING, OPENING, ROLES, SEPARATORS, Text, VACANT, is_one_of, plain,
};
use crate::known::{Directory, Hit, Known};
use crate::sheet::block::{Cell, Kind, Row};
use crate::value::rules::{Rule, Rules};
use crate::value::{self, Ask, Cleaned, Distinct, Split, Vocabulary, clean, is_sure_id, split};

/// The members in a directory, and every text that looks like an id.
struct NamesAndIds<'d>(&'d Directory);

impl Vocabulary for NamesAndIds<'_> {
    fn knows(&self, member: &str) -> bool {
        is_sure_id(member) || self.0.knows(member) || bracketed(self.0, member).is_some()
    }
}

/// The tasks of the plan.
struct Tasks<'k, 'p>(&'k Known<'p>);

impl Vocabulary for Tasks<'_, '_> {
    fn knows(&self, member: &str) -> bool {
        self.0.task(member).is_some()
    }
}

/// The column from which a value comes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum By {
    Id,
    Name,
}

/// A member that was understood, or a question about the member.
enum Member {
    Text(String, Rules),
    Asked(Question),
    /// The row is left out, by an answer.
    LeaveOut,
}

impl From<Member> for Outcome {
    fn from(member: Member) -> Self {
        match member {
            Member::Text(text, rules) => Self::Value(text, rules),
            Member::Asked(question) => Self::Asked(vec![question]),
            Member::LeaveOut => Self::LeaveOut,
        }
    }
}

impl Reader<'_> {
    /// Splits a cell, and finds the id of each member that is a name.
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
        let value = match cell.kind {
            Kind::Formula => FORMULA,
            _ => cell.text.trim(),
        };
        let key = Key::new(self.context.list, About::Value, field, value, "");
        let asked = value::nothing(cell, Holds::List(members)).is_some();
        let answer = self.context.answers.get(&key).map(str::to_owned);
        if asked || answer.is_some() {
            let outcome = self.answered(key, cell.text.trim(), cleaned, Form::All(members));
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
            Members::Tasks => split(cell.text, &Tasks(self.context.known)),
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
                self.answered(key, cell.text.trim(), cleaned, Form::All(members))
            }
            Split::Unclear(_) => Outcome::Deferred(cell.text.trim().to_owned()),
        }
    }

    /// Remembers members that are alone in a cell, or between unambiguous separators.
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
        let mut all = Distinct::default();
        let mut questions = Vec::new();
        for piece in pieces {
            match self.member(members, field, &piece) {
                Member::Asked(question) => questions.push(question),
                Member::LeaveOut => return Outcome::LeaveOut,
                Member::Text(text, of) => {
                    rules = rules.and(of);
                    all.add(&text);
                }
            }
        }
        match questions.is_empty() {
            true => Outcome::Value(all.joined(), rules),
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
                        return self.ask_member(field, piece, ask, members);
                    }
                }
            }
            Members::Inspectors if is_one_of(&plain(piece), VACANT) => {
                return Member::Text(String::new(), Rules::of(Rule::BlankWord));
            }
            Members::Tasks => {
                let id = self.task_id(piece);
                let choices = if id.is_none() {
                    self.task_choices(piece)
                } else {
                    Vec::new()
                };
                (id, choices)
            }
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
            // Another question asks for the id of this name.
            None if self.waits(members, piece) => Member::Text(String::new(), Rules::NONE),
            None => {
                let padded = choices.first().is_some_and(|of| of.answer.starts_with('0'));
                let why = match choices.len() {
                    _ if members == Members::Tasks => texts::why_unknown_task(),
                    0 => texts::why_unknown_name(),
                    _ if padded && piece.bytes().all(|byte| byte.is_ascii_digit()) => {
                        texts::why_leading_zeros()
                    }
                    _ => texts::why_several_of_name(),
                };
                let ask = Ask::of_value(why).with(choices);
                self.ask_member(field, piece, ask, members)
            }
        }
    }

    /// Whether another question, in the list of the name itself, asks for its id.
    fn waits(&self, members: Members, piece: &str) -> bool {
        match members {
            Members::Entities => self.context.known.entities.waits(piece),
            Members::Inspectors => self.context.known.inspectors.waits(piece),
            _ => false,
        }
    }

    fn ask_member(&self, field: &'static str, piece: &str, ask: Ask, members: Members) -> Member {
        let key = Key::new(self.context.list, About::Value, field, piece, "");
        let outcome = self.answered(key, piece, ask, Form::One(members));
        match outcome {
            Outcome::Value(text, rules) => Member::Text(text, rules),
            Outcome::Asked(mut questions) => match questions.pop() {
                Some(question) => Member::Asked(question),
                None => Member::Text(String::new(), Rules::NONE),
            },
            Outcome::LeaveOut => Member::LeaveOut,
            Outcome::Deferred(text) => Member::Text(text, Rules::NONE),
        }
    }

    /// An entity by its code, or else by its name.
    pub(super) fn entity(
        &self,
        field: &'static str,
        code: Cell<'_>,
        name: Cell<'_>,
        row: Row<'_>,
    ) -> (Outcome, By) {
        let cleaned = clean(code, Holds::EntityId, &self.context.meaning);
        let alone = name.text.trim().is_empty();
        match cleaned {
            Cleaned::Value(id, _) if id.is_empty() => match alone {
                true => (Outcome::nothing(), By::Id),
                false => (self.named(field, name), By::Name),
            },
            // A column of codes may also contain names.
            Cleaned::Value(id, _) if alone && self.may_be_name(&id) => {
                (self.named(field, code), By::Id)
            }
            Cleaned::Ask(_)
                if alone
                    && code.kind != Kind::Formula
                    && has_letters(code.text)
                    && !is_sure_id(code.text.trim()) =>
            {
                (self.named(field, code), By::Id)
            }
            other => (self.cleaned(other, field, code, row), By::Id),
        }
    }

    /// Whether a text could be a name instead of an id, according to the known names and ids.
    fn may_be_name(&self, text: &str) -> bool {
        let known = &self.context.known.entities;
        !is_sure_id(text) && !known.is_empty() && known.find(text) != Hit::Id(text)
    }

    /// The id of the entity that a cell names.
    fn named(&self, field: &'static str, cell: Cell<'_>) -> Outcome {
        let mut rules = Rules::NONE;
        let name = value::text::tidy(cell.text, false, &mut rules).into_owned();
        match self.member(Members::Entities, field, &name) {
            Member::Text(id, of) => Outcome::Value(id, rules.and(of)),
            other => other.into(),
        }
    }

    /// A task by its id, or else by its name.
    pub(super) fn task(
        &self,
        field: &'static str,
        id: Cell<'_>,
        name: Cell<'_>,
        row: Row<'_>,
    ) -> (Outcome, By) {
        let (cell, by) = match id.text.trim().is_empty() {
            true => (name, By::Name),
            false => (id, By::Id),
        };
        match value::nothing(cell, Holds::Task) {
            Some(Cleaned::Value(value, rules)) => return (Outcome::Value(value, rules), by),
            Some(asked) => return (self.cleaned(asked, field, cell, row), by),
            None => {}
        }
        if cell.text.is_empty() {
            return (Outcome::nothing(), by);
        }
        let mut rules = Rules::NONE;
        let text = value::text::tidy(cell.text, false, &mut rules).into_owned();
        let outcome = match self.member(Members::Tasks, field, &text) {
            Member::Text(id, of) => Outcome::Value(id, rules.and(of)),
            other => other.into(),
        };
        (outcome, by)
    }

    /// The tasks of a visit, by their ids, or else by their names.
    pub(super) fn tasks(
        &mut self,
        index: usize,
        field: &'static str,
        ids: Cell<'_>,
        names: Cell<'_>,
    ) -> (Outcome, By) {
        let (cell, by) = match ids.text.trim().is_empty() {
            true => (names, By::Name),
            false => (ids, By::Id),
        };
        match cell.text.is_empty() {
            true => (Outcome::nothing(), by),
            false => (self.list(index, Members::Tasks, field, cell), by),
        }
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

    /// The tasks of the plan that are most similar to a text; if there are few tasks, all of them.
    fn task_choices(&self, text: &str) -> Vec<Choice> {
        const OFFERED: usize = 12;
        let wanted: BTreeSet<char> = text.chars().take(100).collect();
        let mut tasks: Vec<(usize, &str, &str)> = self
            .context
            .known
            .tasks()
            .map(|(id, name)| {
                let chars: BTreeSet<char> = name.chars().collect();
                (wanted.intersection(&chars).count(), id, name)
            })
            .collect();
        if tasks.len() > OFFERED {
            // Equally similar tasks keep the order of the plan.
            tasks.sort_by_key(|(common, ..)| std::cmp::Reverse(*common));
            tasks.truncate(OFFERED);
        }
        let tasks = tasks.into_iter();
        tasks
            .map(|(_, id, name)| Choice::new(id, Text::same(name)))
            .collect()
    }
}

/// Whether a text has letters that a number such as `9.11405E+17` does not have.
fn has_letters(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 1
}

/// The id of a unique name; otherwise all who have the name.
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
            .map(|(id, department)| {
                let means = match department.is_empty() {
                    true => Text::same(id),
                    false => texts::of_department(id, department),
                };
                Choice::new(id, means)
            })
            .collect(),
        Hit::Unknown => Vec::new(),
    };
    if !choices.is_empty() {
        return (None, choices);
    }
    if let Some(id) = bracketed(directory, text) {
        return (Some((id.to_owned(), Rules::of(Rule::Resolved))), choices);
    }
    if let Some(id) = directory.with_zeros(text) {
        // A spreadsheet may have lost the zeros.
        let as_it_is = Choice::new(text, texts::without_zeros());
        let choices = vec![Choice::new(id, texts::with_zeros()), as_it_is];
        return (None, choices);
    }
    let cell = Cell {
        text,
        kind: Kind::Text,
    };
    match clean(cell, holds, meaning) {
        Cleaned::Value(id, rules) if is_sure_id(&id) || is_like_id(&id, directory) => {
            (Some((id, rules)), choices)
        }
        _ => (None, choices),
    }
}

/// The id of a name with brackets after it. The brackets contain the id, or the inspector's role in the team.
fn bracketed<'d>(directory: &'d Directory, text: &str) -> Option<&'d str> {
    let inner = text.trim_end().strip_suffix(CLOSING)?;
    let (name, inner) = inner.rsplit_once(OPENING)?;
    if name.contains(SEPARATORS) {
        // Several names, each with its brackets.
        return None;
    }
    match directory.find(inner.trim()) {
        Hit::Id(id) => Some(id),
        _ if !is_one_of(&plain(inner), ROLES) => None,
        _ => match directory.find(name.trim()) {
            Hit::Id(id) => Some(id),
            _ => None,
        },
    }
}

/// Whether a text that is not a known name is used as an id.
fn is_like_id(text: &str, directory: &Directory) -> bool {
    directory.is_empty() && text.bytes().any(|byte| byte.is_ascii_digit())
}
