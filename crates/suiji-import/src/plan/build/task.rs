//! One task. Each cell is understood, or a question asks about it.

use suiji::plan::{Limit, Mode, Quota, Scope, Targeting, Task, TaskKind, Window};

use super::context::Context;
use super::rows::{Of, Raw};
use crate::ask::{BLANK, Choice, Place};
use crate::base::texts::{self, Text};
use crate::plan::cell::{Read, quota};
use crate::plan::open::team::Parties;
use crate::plan::open::{Asking, Became, Open};
use crate::plan::parts::Field;

/// A task that was read, with the data for the questions about all tasks.
#[derive(Debug)]
pub(super) struct ReadTask {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) place: Place,
    pub(super) parties: Parties,
    /// The scope, as in the annex.
    pub(super) scope: String,
    /// The quota, in the form of an answer.
    pub(super) quota: String,
    /// The same in words for people.
    pub(super) in_words: Text,
    pub(super) note: String,
    pub(super) note_place: Place,
    /// `None` if a question on one of its cells is open.
    pub(super) task: Option<Task>,
}

impl ReadTask {
    /// For questions: place, id and name.
    pub(super) fn at(&self) -> (&Place, &str, &str) {
        (&self.place, &self.id, &self.name)
    }
}

/// The values of a task; `None` if a question about the value is open.
struct Values {
    quota: Option<Quota>,
    visits: Option<Option<u64>>,
    items: Option<Vec<String>>,
    scope: Option<Scope>,
    window: Option<Option<Window>>,
    mode: Option<Option<Mode>>,
    targeting: Option<Option<Targeting>>,
    methods: Option<Vec<&'static str>>,
}

/// Reads the cells of one task.
pub(super) struct Reader<'r, 'a> {
    pub(super) asking: &'r mut Asking<'a>,
    pub(super) raw: &'r Raw<'r>,
    pub(super) context: &'r Context<'r>,
    pub(super) kind: Option<TaskKind>,
    pub(super) id: String,
    pub(super) name: String,
}

impl<'r, 'a> Reader<'r, 'a> {
    pub(super) fn new(
        asking: &'r mut Asking<'a>,
        raw: &'r Raw<'r>,
        context: &'r Context<'r>,
        (kind, id): (Option<TaskKind>, String),
    ) -> Self {
        let name = raw.text(Field::Name);
        Self {
            asking,
            raw,
            context,
            kind,
            id,
            name,
        }
    }

    pub(super) fn read(&mut self) -> ReadTask {
        self.note(Field::Name, self.name.clone(), false);
        let (quota, visits) = self.quota();
        let values = Values {
            quota,
            visits,
            items: self.items(),
            scope: self.scope(),
            window: self.window(),
            mode: self.optional(Field::Mode, Self::mode),
            targeting: self.optional(Field::Targeting, Self::targeting),
            methods: self.methods(),
        };
        let parties = self.parties();
        let note = self.raw.text(Field::RiskNote);
        let task = self.task(values, &parties, &note);
        ReadTask {
            id: self.id.clone(),
            name: self.name.clone(),
            place: self.raw.place(),
            scope: self.raw.text(Field::Scope),
            quota: quota.map(quota::words).unwrap_or_default(),
            in_words: quota.map(quota_text).unwrap_or_default(),
            note_place: self.raw.place_of(Field::RiskNote),
            parties,
            note,
            task,
        }
    }

    fn task(&self, values: Values, parties: &Parties, note: &str) -> Option<Task> {
        let items = values.items?;
        let items: Vec<&str> = items.iter().map(String::as_str).collect();
        let mut task = Task::new(self.id.parse().ok()?, &self.name)
            .with_quota(values.quota?)
            .with_items(&items)
            .with_scope(values.scope?)
            .with_methods(&values.methods?);
        if let Some(visits) = values.visits? {
            task = task.with_limits(vec![Limit::new("per-year".parse().ok()?, visits)]);
        }
        if let Some(kind) = self.kind {
            task = task.with_kind(kind);
        }
        if let Some(window) = values.window? {
            task = task.with_window(window);
        }
        if let Some(mode) = values.mode? {
            task = task.with_mode(mode);
        }
        if let Some(targeting) = values.targeting? {
            task = task.with_targeting(targeting);
        }
        if let Some(initiator) = &parties.initiator {
            task = task.with_initiator(initiator);
        }
        let partners: Vec<&str> = parties.partners.iter().map(String::as_str).collect();
        task = task.with_partners(&partners);
        if !note.is_empty() {
            task = task.with_risk_note(note);
        }
        for (name, text) in self.raw.extra() {
            task = task.with_extra(&name, &text);
        }
        Some(task)
    }

    pub(super) fn note(&mut self, field: Field, after: impl Into<Became>, answered: bool) {
        let place = self.raw.place_of(field);
        let before = self.raw.text(field);
        self.asking
            .note((&place, &self.id), field.text(), (&before, after), answered);
    }

    /// A question about the text of a cell; if the cell is blank, about the
    /// task.
    pub(super) fn open(&self, field: Field, of: Option<&Of<'_>>, why: Text) -> Open {
        match of {
            Some(of) => {
                let open = Open::value(field.as_str(), &of.text, field.text(), why);
                open.or_of_task(&self.name)
            }
            None => Open::row(field.as_str(), &self.name, field.text(), why),
        }
    }

    /// Quota and visits per year.
    fn quota(&mut self) -> (Option<Quota>, Option<Option<u64>>) {
        let of = self.raw.of(Field::Quota);
        let place = self.raw.place_of(Field::Quota);
        let is_per_cent = texts::narrow(self.raw.column(Field::Quota)).contains('%');
        let amount = match &of {
            Some(of) => quota::read(&of.text, of.cell.is_number, is_per_cent),
            None => quota::read("", false, false),
        };
        let (quota, answered) = match amount.quota {
            Read::Is(quota) => (Some(quota), false),
            Read::Ask(readings) => {
                let choices = readings
                    .iter()
                    .map(|of| Choice::new(&quota::words(*of), quota_text(*of)));
                let open = self.open(Field::Quota, of.as_ref(), texts::why_plan_quota());
                let open = open.with(choices.collect());
                (self.asking.settle(&place, open, quota::answer), true)
            }
        };
        if let Some(quota) = quota {
            self.note(
                Field::Quota,
                (quota::words(quota), quota_text(quota)),
                answered,
            );
        }
        (quota, self.visits(amount.visits))
    }

    fn visits(&mut self, in_quota: Option<Read<u64>>) -> Option<Option<u64>> {
        let (field, read) = match self.raw.of(Field::Frequency) {
            Some(of) => (Field::Frequency, quota::frequency(&of.text)),
            None => match in_quota {
                Some(read) => (Field::Quota, read),
                None => return Some(None),
            },
        };
        let (visits, answered) = match read {
            Read::Is(visits) => (Some(visits), false),
            Read::Ask(readings) => {
                let mut choices: Vec<Choice> = readings
                    .iter()
                    .map(|of| Choice::new(&of.to_string(), texts::plan_visits(of)))
                    .collect();
                choices.push(Choice::new(BLANK, texts::plan_no_limit()));
                let text = self.raw.text(field);
                let place = self.raw.place_of(field);
                let open = Open::value(
                    "frequency",
                    &text,
                    Field::Frequency.text(),
                    texts::why_plan_frequency(),
                );
                let open = open.with(choices).or_of_task(&self.name);
                let visits = self.asking.settle(&place, open, |answer| match answer {
                    BLANK => Some(None),
                    _ => answer
                        .parse()
                        .ok()
                        .filter(|visits: &u64| *visits > 0)
                        .map(Some),
                });
                (visits?, true)
            }
        };
        let place = self.raw.place_of(field);
        let before = self.raw.text(field);
        let after = match visits {
            Some(visits) => (format!("per-year={visits}"), texts::plan_visits(visits)),
            None => (BLANK.to_owned(), texts::plan_no_limit()),
        };
        let name = Field::Frequency.text();
        self.asking
            .note((&place, &self.id), name, (&before, after), answered);
        Some(visits)
    }
}

fn quota_text(quota: Quota) -> Text {
    match quota {
        Quota::AtLeast { ratio, min: None } => texts::plan_at_least(ratio),
        Quota::AtLeast {
            ratio,
            min: Some(min),
        } => texts::plan_at_least_min(ratio, min),
        Quota::AtMost { ratio, max: None } => texts::plan_at_most(ratio),
        Quota::AtMost {
            ratio,
            max: Some(max),
        } => texts::plan_at_most_max(ratio, max),
        Quota::Exactly { ratio } => texts::plan_exactly(ratio),
        Quota::Count { count } => texts::plan_count(count),
        _ => Text::default(),
    }
}
