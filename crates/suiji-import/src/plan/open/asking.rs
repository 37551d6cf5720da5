//! Asks, and notes what was understood.

use std::collections::BTreeMap;

use crate::ask::{About, Answers, Check, Choice, Key, Place, Question, Questions, has_control};
use crate::base::list::List;
use crate::base::texts::{self, Text};

/// A text of the document, or an answer, with the value that it became.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Understood {
    /// Its place.
    pub place: Place,
    /// The field.
    pub field: Text,
    /// The id of the task, or empty.
    pub task: String,
    /// What the document has; empty if it has nothing.
    pub before: String,
    /// What it became, in words that do not depend on the language.
    pub after: String,
    /// The same for people.
    pub means: Text,
    /// An answer was used.
    pub answered: bool,
}

/// What a text became: its words, and the same for people.
#[derive(Debug)]
pub(crate) struct Became {
    words: String,
    means: Text,
}

impl From<String> for Became {
    fn from(words: String) -> Self {
        let means = Text::same(&words);
        Self { words, means }
    }
}

impl From<(String, Text)> for Became {
    fn from((words, means): (String, Text)) -> Self {
        Self { words, means }
    }
}

/// A question that may have an answer already.
#[derive(Debug)]
pub(crate) struct Open {
    about: About,
    field: &'static str,
    value: String,
    of: String,
    task: Option<String>,
    text: Text,
    choices: Vec<Choice>,
    is_free: bool,
    /// A further check of an answer that can be read.
    unless: Option<Check>,
}

impl Open {
    /// A question about something that a plan has once.
    pub(crate) fn once(field: &'static str, name: Text, why: Text) -> Self {
        Self {
            about: About::Constant,
            field,
            value: String::new(),
            of: String::new(),
            task: None,
            text: texts::ask_field(name, why),
            choices: Vec::new(),
            is_free: true,
            unless: None,
        }
    }

    /// A question about what a text means, in every place.
    pub(crate) fn value(field: &'static str, value: &str, name: Text, why: Text) -> Self {
        Self {
            about: About::Value,
            value: value.to_owned(),
            text: texts::ask_value(name, value, why),
            ..Self::once(field, Text::default(), Text::default())
        }
    }

    /// The same question about one task. The answer is saved for this task.
    pub(crate) fn row(field: &'static str, task: &str, name: Text, why: Text) -> Self {
        Self {
            about: About::Row,
            of: task.to_owned(),
            text: texts::ask_field_of(name, why, task),
            ..Self::once(field, Text::default(), Text::default())
        }
    }

    /// The same question as another kind of question.
    pub(crate) fn about(self, about: About) -> Self {
        Self { about, ..self }
    }

    /// The same question in other words.
    pub(crate) fn asking(self, text: Text) -> Self {
        Self { text, ..self }
    }

    /// The answer applies to this only.
    pub(crate) fn of(self, of: &str) -> Self {
        Self {
            of: of.to_owned(),
            ..self
        }
    }

    /// An answer for this task alone takes precedence.
    pub(crate) fn or_of_task(self, task: &str) -> Self {
        Self {
            task: Some(task.to_owned()),
            ..self
        }
    }

    pub(crate) fn with(self, choices: Vec<Choice>) -> Self {
        Self { choices, ..self }
    }

    /// An answer that can be read must pass this too.
    pub(crate) fn checked(self, check: Check) -> Self {
        Self {
            unless: Some(check),
            ..self
        }
    }

    /// Only the choices are answers.
    pub(crate) fn closed(self) -> Self {
        Self {
            is_free: false,
            ..self
        }
    }
}

/// The answers, the open questions, and the notes.
#[derive(Debug)]
pub(crate) struct Asking<'a> {
    answers: &'a Answers,
    pub(crate) questions: Questions,
    pub(crate) notes: Vec<Understood>,
    /// The words that are near to those that were asked about.
    pub(super) near: BTreeMap<String, Vec<String>>,
}

impl<'a> Asking<'a> {
    pub(crate) fn new(answers: &'a Answers) -> Self {
        Self {
            answers,
            questions: Questions::default(),
            notes: Vec::new(),
            near: BTreeMap::new(),
        }
    }

    /// Whether no question is open.
    pub(crate) fn is_settled(&self) -> bool {
        self.questions.is_empty()
    }

    /// The value of an answer; asks if there is none that can be read.
    pub(crate) fn settle<T>(
        &mut self,
        place: &Place,
        open: Open,
        read: impl Fn(&str) -> Option<T> + Send + Sync + 'static,
    ) -> Option<T> {
        let key = Key::new(List::Plan, open.about, open.field, &open.value, &open.of);
        let of_task = open.task.as_ref();
        let of_task = of_task.map(|task| Key::new(List::Plan, About::Row, open.field, "", task));
        let given = of_task.and_then(|key| self.answers.get(&key));
        let given = given.or_else(|| self.answers.get(&key));
        let offered = |answer: &str| open.choices.iter().any(|of| of.answer == answer);
        let unless = open.unless.as_ref();
        let usable = given.filter(|answer| {
            let passes = unless.is_none_or(|check| check.why(answer).is_ok());
            !has_control(answer) && (passes || offered(answer))
        });
        if let Some(value) = usable.and_then(&read) {
            return Some(value);
        }
        let unless = open.unless;
        let check = match open.is_free {
            true => Check::new(move |answer| {
                if read(answer).is_none() {
                    return Err(texts::refused_form());
                }
                unless.as_ref().map_or(Ok(()), |check| check.why(answer))
            }),
            false => Check::choices(),
        };
        self.questions.ask(
            place.clone(),
            Question {
                key,
                text: open.text,
                choices: open.choices,
                is_free: open.is_free,
                refused: given.map(str::to_owned),
                places: Vec::new(),
                count: 0,
                check,
            },
        );
        None
    }

    /// Notes what a text became.
    pub(crate) fn note(
        &mut self,
        (place, task): (&Place, &str),
        field: Text,
        (before, after): (&str, impl Into<Became>),
        answered: bool,
    ) {
        let Became { words, means } = after.into();
        self.notes.push(Understood {
            place: place.clone(),
            field,
            task: task.to_owned(),
            before: before.to_owned(),
            after: words,
            means,
            answered,
        });
    }
}
