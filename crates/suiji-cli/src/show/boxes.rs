//! A report in three boxes: what is proved, what is not, and what must be trusted.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use suiji::error::Code;
use suiji::verify::{Check, Outcome, checks};
use suiji::{Lang, Report};

use crate::base::error::printable;
use crate::texts::{self, Localized, Text};

/// One line of a box.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    id: &'static str,
    /// `✓`, `✗`, `?` or `·`.
    pub(crate) mark: &'static str,
    pub(crate) text: Text,
    rule: &'static str,
    /// The tasks for which the check was made, in their order.
    tasks: Vec<String>,
    /// The sources for which the check was made.
    sources: Vec<String>,
    /// For a failed check: its place, the expected value and the value found.
    pub(crate) failed: Option<(String, Text, Text)>,
}

/// Mark, id and text. Checks that have all three in common are one line.
type Group = (&'static str, &'static str, String);

/// The maximum number of tasks or sources that one line names.
const TASKS_NAMED: usize = 10;

/// All lines of a report.
#[derive(Clone, Debug)]
pub(crate) struct Boxes {
    pub(crate) proved: Vec<Line>,
    pub(crate) not_proved: Vec<Line>,
    pub(crate) on_trust: Vec<Line>,
}

impl Boxes {
    pub(crate) fn new(report: &Report) -> Self {
        let mut boxes = Self {
            proved: Vec::new(),
            not_proved: Vec::new(),
            on_trust: Vec::new(),
        };
        let mut groups = BTreeMap::new();
        for check in report.checks() {
            boxes.add(check, &mut groups);
        }
        for trust in report.trust() {
            let text = Text::of(|lang| trust.message(lang).to_owned());
            boxes.on_trust.push(Line::new(trust.id(), "·", text));
        }
        boxes
    }

    /// Adds a check. Checks of one kind with the same outcome are one line, unless they failed.
    fn add(&mut self, check: &Check, groups: &mut BTreeMap<Group, usize>) {
        let (list, mark) = match check.outcome() {
            Outcome::Established => (&mut self.proved, "✓"),
            Outcome::Failed { .. } => (&mut self.not_proved, "✗"),
            Outcome::NotChecked { .. } => (&mut self.not_proved, "?"),
            _ => (&mut self.on_trust, "·"),
        };
        let line = Line::of(check, mark);
        if line.failed.is_some() {
            list.push(line);
            return;
        }
        let group = (mark, line.id, line.text.text(Lang::En));
        match groups.get(&group) {
            Some(&place) => {
                list[place].tasks.extend(line.tasks);
                list[place].sources.extend(line.sources);
            }
            None => {
                groups.insert(group, list.len());
                list.push(line);
            }
        }
    }

    /// The boxes, for programs.
    pub(crate) fn to_json(&self) -> Value {
        let of = |lines: &[Line]| -> Value { lines.iter().map(Line::to_json).collect() };
        json!({
            "proved": of(&self.proved),
            "not_proved": of(&self.not_proved),
            "on_trust": of(&self.on_trust),
        })
    }
}

impl Line {
    fn new(id: &'static str, mark: &'static str, text: Text) -> Self {
        Self {
            id,
            mark,
            text,
            rule: "",
            tasks: Vec::new(),
            sources: Vec::new(),
            failed: None,
        }
    }

    fn of(check: &Check, mark: &'static str) -> Self {
        // The statement of the check without the task. All tasks are named together at the end of the
        // line.
        let statement = match code_of(check) {
            Some(code) => Text::of(|lang| code.template(lang).to_owned()),
            None => Text::of(|lang| check.message(lang)),
        };
        let (text, failed) = match check.outcome() {
            Outcome::Failed { expected, found } => {
                let value =
                    |text: &suiji::verify::Text| Text::of(|lang| printable(text.text(lang)));
                let failed = (printable(check.path()), value(expected), value(found));
                (statement, Some(failed))
            }
            Outcome::NotChecked { missing } => {
                let missing = Text::of(|lang| missing.message(lang).to_owned());
                (texts::check_missing(statement, missing), None)
            }
            _ => (statement, None),
        };
        Self {
            rule: check.rule(),
            tasks: check.task().map(printable).into_iter().collect(),
            sources: check.source().map(printable).into_iter().collect(),
            failed,
            ..Self::new(check.id(), mark, text)
        }
    }

    /// The line with its tasks or sources, and with its rule for readers who look it up.
    pub(crate) fn in_words(&self) -> Text {
        let text = match &*self.tasks {
            [] => self.text.clone(),
            [task] => texts::of_task(self.text.clone(), task),
            tasks if tasks.len() > TASKS_NAMED => {
                texts::of_many_tasks(self.text.clone(), tasks.len())
            }
            tasks => texts::of_tasks(
                self.text.clone(),
                Text::joined(tasks, &texts::list_separator()),
            ),
        };
        let text = match &*self.sources {
            [] => text,
            [source] => texts::of_source(text, source),
            sources => {
                let sources = sources.iter().take(TASKS_NAMED).collect::<Vec<_>>();
                texts::of_sources(text, Text::joined(&sources, &texts::list_separator()))
            }
        };
        match self.rule {
            "" => text,
            rule => texts::with_rule(text, rule),
        }
    }

    fn to_json(&self) -> Value {
        let text = self.in_words();
        let mut json = json!({
            "id": self.id,
            "message": {"zh": text.text(Lang::Zh), "en": text.text(Lang::En)},
        });
        for (field, names) in [("tasks", &self.tasks), ("sources", &self.sources)] {
            if !names.is_empty() {
                json[field] = names.clone().into();
            }
        }
        json
    }
}

/// The code of a check in the table of the library.
fn code_of(check: &Check) -> Option<&'static Code> {
    let code = checks::ALL.iter().find(|code| code.id() == check.id());
    code.copied()
}
