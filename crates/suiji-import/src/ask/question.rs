//! Questions about a list.

use std::collections::BTreeMap;

use suiji::Lang;

use super::check::Check;
use crate::base::limits;
use crate::base::list::List;
use crate::base::problem::Problem;
use crate::base::texts::{self, Localized, Text};

/// What a question is about.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum About {
    /// The field that a column is.
    Column,
    /// The column of a field, if there are several.
    Columns,
    /// A value that all rows lack.
    Constant,
    /// The meaning of the letters of risk classes.
    Letters,
    /// Whether the day or the month comes first.
    DateOrder,
    /// The meaning of a value in all rows of the column.
    Value,
    /// The value of one row.
    Row,
    /// Whether hidden rows are taken.
    Hidden,
    /// Which of two values is right, if two rows describe one entity or inspector.
    Conflict,
}

impl About {
    /// All kinds of questions.
    pub const ALL: [Self; 9] = [
        Self::Column,
        Self::Columns,
        Self::Constant,
        Self::Letters,
        Self::DateOrder,
        Self::Value,
        Self::Row,
        Self::Hidden,
        Self::Conflict,
    ];

    /// The stable word that files of answers contain.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Column => "column",
            Self::Columns => "columns",
            Self::Constant => "constant",
            Self::Letters => "letters",
            Self::DateOrder => "date_order",
            Self::Value => "value",
            Self::Row => "row",
            Self::Hidden => "hidden_rows",
            Self::Conflict => "conflict",
        }
    }

    /// The kind of question with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|about| about.as_str() == word)
    }
}

/// The key under which an answer is saved. The same question of another year's list has the same key.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub struct Key {
    /// The list.
    pub list: List,
    /// The kind of question.
    pub about: About,
    /// The field, or empty.
    pub field: String,
    /// The value or the column, as written; or empty.
    pub value: String,
    /// The identity of the row, or the columns of the file. Empty if the answer applies everywhere.
    pub of: String,
}

impl Key {
    pub(crate) fn new(list: List, about: About, field: &str, value: &str, of: &str) -> Self {
        Self {
            list,
            about,
            field: field.to_owned(),
            value: value.to_owned(),
            of: of.to_owned(),
        }
    }

    /// The key as one text. A program answers with it. The parts are joined with `:`; empty parts at the end are left
    /// out. `:` and `\\` in a part are escaped with `\\`.
    ///
    /// ```
    /// use suiji_import::Key;
    ///
    /// let key = Key::from_id("registry:value:status:停业").unwrap();
    /// assert_eq!((&*key.field, &*key.value), ("status", "停业"));
    /// assert_eq!(key.id(), "registry:value:status:停业");
    /// ```
    pub fn id(&self) -> String {
        let parts = [
            self.list.as_str(),
            self.about.as_str(),
            &self.field,
            &self.value,
            &self.of,
        ];
        let used = parts.iter().rposition(|part| !part.is_empty());
        let parts: Vec<String> = parts
            .iter()
            .take(used.map_or(0, |last| last + 1))
            .map(|part| part.replace('\\', "\\\\").replace(':', "\\:"))
            .collect();
        parts.join(":")
    }

    /// The key with this id; none if the text is not an id.
    pub fn from_id(id: &str) -> Option<Self> {
        let mut parts = vec![String::new()];
        let mut characters = id.chars();
        while let Some(character) = characters.next() {
            match character {
                ':' => parts.push(String::new()),
                '\\' => parts.last_mut()?.push(characters.next()?),
                other => parts.last_mut()?.push(other),
            }
        }
        if !(2..=5).contains(&parts.len()) {
            return None;
        }
        parts.resize(5, String::new());
        let [list, about, field, value, of] = <[String; 5]>::try_from(parts).ok()?;
        Some(Self {
            list: List::from_word(&list)?,
            about: About::from_word(&about)?,
            field,
            value,
            of,
        })
    }
}

/// A choice for the answer.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Choice {
    /// The answer.
    pub answer: String,
    /// The meaning of the answer.
    pub means: Text,
}

impl Choice {
    pub(crate) fn new(answer: &str, means: Text) -> Self {
        Self {
            answer: answer.to_owned(),
            means,
        }
    }
}

/// A place in a file.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub struct Place {
    /// The name of the file.
    pub file: String,
    /// The name of the sheet; empty in a text file.
    pub sheet: String,
    /// The row number, as in a spreadsheet; 0 if the place is not a row.
    pub row: u32,
    /// The name of the column; empty if the place is not in a column.
    pub column: String,
}

impl Place {
    /// The place with all of these rows.
    fn with_rows(&self, rows: &[u32]) -> Text {
        match rows {
            [] | [_] => self.text(),
            rows => {
                let rows: Vec<Text> = rows.iter().map(Text::same).collect();
                let whole = Self {
                    row: 0,
                    ..self.clone()
                };
                texts::place_rows(whole.text(), Text::list(&rows))
            }
        }
    }

    /// The place in words.
    pub fn text(&self) -> Text {
        Text::of(|lang| {
            let mut parts = vec![self.file.clone()];
            if !self.sheet.is_empty() {
                parts.push(texts::sheet(&self.sheet).localized(lang));
            }
            if self.row > 0 {
                parts.push(texts::row(self.row).localized(lang));
            }
            if !self.column.is_empty() {
                parts.push(texts::column_name(&self.column).localized(lang));
            }
            parts.join(texts::between().get(lang))
        })
    }
}

/// A question.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Question {
    /// The key under which the answer is saved.
    pub key: Key,
    /// The question in words.
    pub text: Text,
    /// The choices. [`Question::is_free`] returns whether other answers are allowed.
    pub choices: Vec<Choice>,
    /// Whether any value of the field is allowed as an answer.
    pub is_free: bool,
    /// A given answer that cannot be used.
    pub refused: Option<String>,
    /// The first places where the question arose.
    pub places: Vec<Place>,
    /// The number of places.
    pub count: u64,
    /// Whether answers other than the choices are allowed.
    pub(crate) check: Check,
}

impl Question {
    /// Whether an answer can be used. An import refuses the same answers and asks again.
    ///
    /// # Errors
    /// `import.answer` with the reason.
    pub fn check(&self, answer: &str) -> Result<(), Problem> {
        match self.choices.iter().any(|choice| choice.answer == answer) {
            true => Ok(()),
            false => self.check.check(answer),
        }
    }

    /// All places in one line. Rows that share file, sheet and column are grouped; the number of places comes last.
    pub fn places_text(&self) -> Text {
        let mut groups: Vec<(&Place, Vec<u32>)> = Vec::new();
        for place in &self.places {
            let same = |of: &Place| {
                (&of.file, &of.sheet, &of.column) == (&place.file, &place.sheet, &place.column)
            };
            match groups.iter_mut().find(|(of, _)| same(of)) {
                Some((_, rows)) => rows.push(place.row),
                None => groups.push((place, vec![place.row])),
            }
        }
        let groups: Vec<Text> = groups
            .iter()
            .map(|(place, rows)| place.with_rows(rows))
            .collect();
        let groups = Text::list(&groups);
        match self.count > self.places.len() as u64 {
            true => texts::places_of(groups, self.count),
            false => groups,
        }
    }

    /// The approximate size in bytes.
    fn bytes(&self) -> usize {
        let text = |text: &Text| text.get(Lang::Zh).len() + text.get(Lang::En).len();
        let choices = self.choices.iter();
        let choices = choices.map(|choice| choice.answer.len() + text(&choice.means));
        2 * (self.key.value.len() + self.key.of.len()) + text(&self.text) + choices.sum::<usize>()
    }
}

/// The questions of an import, each once.
#[derive(Debug, Default)]
pub(crate) struct Questions {
    order: Vec<Question>,
    index: BTreeMap<Key, usize>,
    /// The number of different questions that were not kept.
    pub(crate) more: u64,
    /// Bytes of the questions that are kept.
    bytes: usize,
}

impl Questions {
    /// Asks, or adds a place to a question that is already asked.
    pub(crate) fn ask(&mut self, place: Place, question: Question) {
        if let Some(asked) = self.index.get(&question.key) {
            if let Some(asked) = self.order.get_mut(*asked) {
                asked.count += 1;
                if asked.places.len() < limits::PLACES {
                    asked.places.push(place);
                }
            }
            return;
        }
        let bytes = question.bytes();
        let full = self.bytes.saturating_add(bytes) > limits::QUESTION_BYTES;
        if self.order.len() >= limits::QUESTIONS || (full && !self.order.is_empty()) {
            self.more += 1;
            return;
        }
        self.bytes += bytes;
        self.index.insert(question.key.clone(), self.order.len());
        self.order.push(Question {
            places: vec![place],
            count: 1,
            ..question
        });
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    pub(crate) fn into_all(self) -> Vec<Question> {
        self.order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_key_is_its_own() {
        let keys = [
            (
                Key::new(List::Registry, About::Letters, "class", "", ""),
                "registry:letters:class",
            ),
            (
                Key::new(List::Roster, About::Row, "id", "", "甲:乙\\"),
                "roster:row:id::甲\\:乙\\\\",
            ),
            (Key::new(List::Plan, About::Value, "", "", ""), "plan:value"),
        ];
        for (key, id) in keys {
            assert_eq!(key.id(), id);
            assert_eq!(Key::from_id(id), Some(key));
        }
        for none in [
            "",
            "registry",
            "registry:other",
            "other:value",
            "registry:value:a:b:c:d",
            "registry:value\\",
        ] {
            assert_eq!(Key::from_id(none), None, "{none}");
        }
    }

    #[test]
    fn many_questions_and_long_ones_are_only_counted() {
        let place = || Place {
            file: "a".to_owned(),
            sheet: String::new(),
            row: 1,
            column: String::new(),
        };
        let asked = |count: usize, length: usize| {
            let mut questions = Questions::default();
            for number in 0..count {
                let value = format!("{number}{}", "x".repeat(length));
                let question = Question {
                    key: Key::new(List::Registry, About::Value, "class", &value, ""),
                    text: Text::same(&value),
                    choices: Vec::new(),
                    is_free: true,
                    refused: None,
                    places: Vec::new(),
                    count: 0,
                    check: Check::choices(),
                };
                questions.ask(place(), question);
            }
            (questions.more, questions.into_all().len())
        };
        assert_eq!(asked(limits::QUESTIONS + 7, 1), (7, limits::QUESTIONS));
        // The text of each question has its value four times.
        assert_eq!(asked(30, limits::QUESTION_BYTES / 40), (21, 9));
        assert_eq!(asked(2, limits::QUESTION_BYTES), (1, 1));
    }
}
