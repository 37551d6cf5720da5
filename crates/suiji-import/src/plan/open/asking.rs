//! Asks questions, and notes understood values.

use std::collections::BTreeMap;

use crate::ask::{About, Answers, Check, Choice, Key, Place, Question, Questions, has_control};
use crate::base::list::List;
use crate::base::texts::{self, Text};

/// A text of the document, or an answer, with its value.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Understood {
    /// Its place.
    pub place: Place,
    /// The field.
    pub field: Text,
    /// The id of the task, or empty.
    pub task: String,
    /// The text of the document; empty if there is none.
    pub before: String,
    /// The value, in words that do not depend on the language.
    pub after: String,
    /// The value in words for people.
    pub means: Text,
    /// Whether an answer was used.
    pub answered: bool,
}

/// The value of a text: in fixed words, and in words for people.
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
    /// A further check of a readable answer.
    unless: Option<Check>,
}

impl Open {
    /// A question about something that occurs once in a plan.
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

    /// A question about the meaning of a text in all places.
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

    /// The answer applies only to this.
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

    /// A readable answer must also pass this check.
    pub(crate) fn checked(self, check: Check) -> Self {
        Self {
            unless: Some(check),
            ..self
        }
    }

    /// Allows only the choices as answers.
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
    /// Words that are similar to the words in questions.
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

    /// The value of an answer. If there is no readable answer, it asks.
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

    /// Notes the value of a text.
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
