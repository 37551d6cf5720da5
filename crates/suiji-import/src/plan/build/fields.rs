//! The fields of a task other than its name and quota.

use suiji::plan::{Mode, Scope, Targeting, Window};

use super::rows::Of;
use super::task::Reader;
use crate::ask::Choice;
use crate::base::texts::{self, METHODS, NOTHING, SCOPE_ENDS, SCOPE_JOINS, Text, is_one_of, plain};
use crate::plan::cell::{Read, items, modes, period};
use crate::plan::open::scope;
use crate::plan::open::team::Parties;
use crate::plan::parts::Field;

impl Reader<'_, '_> {
    pub(super) fn items(&mut self) -> Option<Vec<String>> {
        let Some(of) = self.raw.of(Field::Items) else {
            return Some(Vec::new());
        };
        let (items, answered) = match items::read(&of.cell.text, of.cell.is_list) {
            Read::Is(items) => (items, false),
            Read::Ask(readings) => {
                let texts = [texts::plan_reading_one(), texts::plan_reading_lines()];
                let words = ["one", "lines"];
                let choices = words
                    .iter()
                    .zip(texts)
                    .map(|(word, text)| Choice::new(word, text));
                let open = self.open(Field::Items, Some(&of), texts::why_plan_items());
                let open = open.with(choices.collect()).closed();
                let items = self.asking.settle(&of.place, open, move |answer| {
                    let at = words.iter().position(|word| *word == answer)?;
                    readings.get(at).cloned()
                });
                (items?, true)
            }
        };
        self.note(Field::Items, items.join(" | "), answered);
        Some(items)
    }

    pub(super) fn scope(&mut self) -> Option<Scope> {
        let place = self.raw.place_of(Field::Scope);
        let text = self.raw.text(Field::Scope);
        scope::read(
            self.asking,
            (&place, &self.id, &self.name),
            &text,
            &self.context.categories,
        )
    }

    pub(super) fn window(&mut self) -> Option<Option<Window>> {
        let (Some(of), Some(year)) = (self.raw.of(Field::Window), self.context.year) else {
            return Some(None);
        };
        let (window, answered) = match period::read(&of.text, year) {
            Some(window) => (window, false),
            None => {
                let open = self
                    .open(Field::Window, Some(&of), texts::why_plan_window())
                    .of(&year.to_string());
                let until = period::last_day(&of.text, year);
                let from = self.context.period.map(Window::from);
                let reading = until.zip(from).filter(|(to, from)| from <= to);
                let choices = reading.map(|(to, from)| {
                    let window = Window::new(from, to);
                    Choice::new(&period::words(window), texts::plan_days(from, to))
                });
                let open = open.with(choices.into_iter().collect());
                (
                    self.asking
                        .settle(&of.place, open, move |answer| period::answer(answer, year))?,
                    true,
                )
            }
        };
        let means = texts::plan_days(window.from(), window.to());
        self.note(Field::Window, (period::words(window), means), answered);
        Some(Some(window))
    }

    /// An optional field of a task.
    pub(super) fn optional<T>(
        &mut self,
        field: Field,
        read: impl Fn(&mut Self, &Of<'_>) -> Option<T>,
    ) -> Option<Option<T>> {
        let raw = self.raw;
        match raw.of(field) {
            Some(of) => read(self, &of).map(Some),
            None => Some(None),
        }
    }

    pub(super) fn mode(&mut self, of: &Of<'_>) -> Option<Mode> {
        let (mode, answered) = match modes::mode(&of.text) {
            Read::Is(mode) => (mode, false),
            Read::Ask(readings) => {
                let choices = readings.iter().map(modes::words);
                let choices = choices.map(|words| Choice::new(&words, Text::same(&words)));
                let open = self
                    .open(Field::Mode, Some(of), texts::why_plan_mode())
                    .with(choices.collect());
                (self.asking.settle(&of.place, open, modes::answer)?, true)
            }
        };
        let means = texts::plan_mode_is(level(mode.drawn_by()), level(mode.inspected_by()));
        self.note(Field::Mode, (modes::words(&mode), means), answered);
        Some(mode)
    }

    pub(super) fn targeting(&mut self, of: &Of<'_>) -> Option<Targeting> {
        const WORDS: [(&str, Targeting); 2] = [
            ("targeted", Targeting::Targeted),
            ("untargeted", Targeting::Untargeted),
        ];
        let (targeting, answered) = match modes::targeting(&of.text) {
            Some(targeting) => (targeting, false),
            None => {
                let texts = [texts::plan_targeted(), texts::plan_untargeted()];
                let choices = WORDS
                    .iter()
                    .zip(texts)
                    .map(|((word, _), text)| Choice::new(word, text));
                let open = self.open(Field::Targeting, Some(of), texts::why_plan_targeting());
                let open = open.with(choices.collect()).closed();
                let targeting = self.asking.settle(&of.place, open, |answer| {
                    let (_, targeting) = WORDS.iter().find(|(word, _)| *word == answer)?;
                    Some(*targeting)
                });
                (targeting?, true)
            }
        };
        let word = WORDS
            .iter()
            .find(|(_, of)| *of == targeting)
            .map_or("", |(word, _)| *word);
        let means = match targeting {
            Targeting::Targeted => texts::plan_targeted(),
            _ => texts::plan_untargeted(),
        };
        self.note(Field::Targeting, (word.to_owned(), means), answered);
        Some(targeting)
    }

    /// The methods of the task; by default those of the plan.
    pub(super) fn methods(&mut self) -> Option<Vec<&'static str>> {
        let Some(of) = self.raw.of(Field::Methods) else {
            let Some(found) = self.context.methods else {
                return Some(Vec::new());
            };
            let (before, after) = (
                found.before.as_str(),
                (found.value.join(";"), methods_text(&found.value)),
            );
            self.asking.note(
                (&found.place, &self.id),
                Field::Methods.text(),
                (before, after),
                false,
            );
            return Some(found.value.clone());
        };
        let parts = of
            .text
            .split(SCOPE_JOINS)
            .map(|part| part.trim_matches(SCOPE_ENDS));
        let known = parts.filter(|part| !part.is_empty()).map(method);
        let known: Option<Vec<&'static str>> = known.collect();
        let (methods, answered) = match known {
            Some(methods) => (methods, false),
            None => {
                let open = self.open(Field::Methods, Some(&of), texts::why_plan_methods());
                let methods = self.asking.settle(&of.place, open, |answer| {
                    let words =
                        answer.split(|c: char| c.is_whitespace() || SCOPE_JOINS.contains(&c));
                    let words = words.filter(|word| !word.is_empty());
                    words.map(method).collect::<Option<Vec<_>>>()
                });
                (methods?, true)
            }
        };
        let after = (methods.join(";"), methods_text(&methods));
        self.note(Field::Methods, after, answered);
        Some(methods)
    }

    pub(super) fn parties(&mut self) -> Parties {
        let mut initiator = self.raw.text(Field::Initiator);
        if is_nothing(&initiator) {
            initiator.clear();
        }
        let partners = self.raw.of(Field::Partners);
        let partners = partners.map(|of| {
            let words = of
                .cell
                .text
                .split(SCOPE_JOINS)
                .map(|word| word.trim_matches(SCOPE_ENDS));
            words
                .filter(|word| !word.is_empty() && !is_nothing(word))
                .map(str::to_owned)
                .collect::<Vec<String>>()
        });
        let partners = partners.unwrap_or_default();
        if !initiator.is_empty() {
            self.note(Field::Initiator, initiator.clone(), false);
        }
        if !partners.is_empty() {
            self.note(Field::Partners, partners.join(";"), false);
        }
        Parties {
            kind: self.kind,
            initiator: (!initiator.is_empty()).then_some(initiator),
            partners,
        }
    }
}

/// Whether a text is a word for “none”.
pub(super) fn is_nothing(text: &str) -> bool {
    is_one_of(&plain(text), NOTHING)
}

fn method(word: &str) -> Option<&'static str> {
    let found = METHODS
        .iter()
        .find(|(method, words)| *method == word || words.contains(&word));
    found.map(|(method, _)| *method)
}

fn methods_text(methods: &[&str]) -> Text {
    let text = |method: &&str| match *method {
        "on_site" => texts::plan_on_site(),
        "document" => texts::plan_document(),
        "network" => texts::plan_network(),
        other => Text::same(other),
    };
    let all: Vec<Text> = methods.iter().map(text).collect();
    Text::list(&all)
}

fn level(word: &str) -> Text {
    match word {
        "national" => texts::plan_national(),
        "province" => texts::plan_province(),
        "city" => texts::plan_city(),
        "county" => texts::plan_county(),
        other => Text::same(other),
    }
}
