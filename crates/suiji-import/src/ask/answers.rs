//! The answers, as a file that is kept for the next list.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use suiji::Lang;

use super::question::{About, Key, Question};
use crate::base::list::List;
use crate::base::texts::{self, Text, codes};

/// Answers to questions. A file of questions whose answers are filled in has the same form as a file of answers.
///
/// ```
/// use suiji_import::Answers;
///
/// let file = r#"{"answers": [{"list": "registry", "about": "value", "field": "status", "value": "停业",
///     "answer": "inactive"}]}"#;
/// let answers = Answers::from_json(file.as_bytes())?;
/// assert_eq!(answers.len(), 1);
/// # Ok::<(), suiji_import::Error>(())
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Answers(BTreeMap<Key, String>);

impl Answers {
    /// Reads a file of answers. A question with an empty answer is still open. `answers` may also be an object from the
    /// ids of questions ([`Key::id`]) to their answers, as a program writes it. The file may have several documents, one
    /// after another. A later answer replaces an earlier one.
    ///
    /// # Errors
    /// `import.answers` if the file is not JSON of that form.
    pub fn from_json(bytes: &[u8]) -> Result<Self, crate::Error> {
        let mut all: Option<Self> = None;
        for tree in serde_json::Deserializer::from_slice(bytes).into_iter::<Value>() {
            let tree = tree
                .map_err(|error| codes::answers(texts::not_json(error.line(), error.column())))?;
            let answers = Self::from_tree(&tree).map_err(codes::answers)?;
            all.get_or_insert_default().merge(answers);
        }
        Ok(all.ok_or_else(|| codes::answers(texts::no_answers()))?)
    }

    /// The answers of one document, or the problem with it.
    fn from_tree(tree: &Value) -> Result<Self, Text> {
        let mut answers = Self::default();
        let mut add = |wrong: Text, read: Option<(Key, String)>| {
            let (key, answer) = read.ok_or(wrong)?;
            if !answer.is_empty() {
                answers.insert(key, answer);
            }
            Ok::<_, Text>(())
        };
        match tree.get("answers") {
            Some(Value::Object(of_ids)) => {
                for (id, answer) in of_ids {
                    let answer = answer.as_str().map(|answer| answer.trim().to_owned());
                    add(texts::wrong_answer_to(id), Key::from_id(id).zip(answer))?;
                }
            }
            Some(Value::Array(all)) => {
                for (number, of) in (1..).zip(all) {
                    add(texts::wrong_answer(number), read(of))?;
                }
            }
            _ => return Err(texts::no_answers()),
        }
        Ok(answers)
    }

    /// The file of these answers, in a fixed order.
    pub fn to_json(&self) -> String {
        let all = self.0.iter().map(|(key, answer)| {
            let mut of = key_to_json(key);
            of.insert("answer".to_owned(), answer.as_str().into());
            Value::Object(of)
        });
        let all: Vec<Value> = all.collect();
        format!("{:#}\n", json!({ "answers": all }))
    }

    /// A file of questions in one language. Each `answer` is empty, for a person to fill in.
    pub fn questions_to_json(questions: &[Question], lang: Lang) -> String {
        let all: Vec<Value> = questions
            .iter()
            .map(|of| question_to_json(of, lang))
            .collect();
        format!("{:#}\n", json!({ "answers": all }))
    }

    /// Adds an answer. It replaces an earlier answer to the same question.
    pub fn insert(&mut self, key: Key, answer: impl Into<String>) {
        self.0.insert(key, answer.into());
    }

    /// Adds all answers of another file. They replace earlier ones.
    pub fn merge(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// The number of answers.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The answer to a question, if there is one.
    pub fn answer(&self, key: &Key) -> Option<&str> {
        self.get(key)
    }

    pub(crate) fn get(&self, key: &Key) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

fn read(of: &Value) -> Option<(Key, String)> {
    let text = |name: &str| match of.get(name) {
        None => Some(""),
        Some(value) => value.as_str(),
    };
    let key = Key::new(
        List::from_word(text("list")?)?,
        About::from_word(text("about")?)?,
        text("field")?,
        text("value")?,
        text("of")?,
    );
    Some((key, text("answer")?.trim().to_owned()))
}

fn key_to_json(key: &Key) -> Map<String, Value> {
    let mut of = Map::new();
    of.insert("list".to_owned(), key.list.as_str().into());
    of.insert("about".to_owned(), key.about.as_str().into());
    for (name, value) in [
        ("field", &key.field),
        ("value", &key.value),
        ("of", &key.of),
    ] {
        if !value.is_empty() {
            of.insert(name.to_owned(), value.as_str().into());
        }
    }
    of
}

fn question_to_json(question: &Question, lang: Lang) -> Value {
    let mut of = key_to_json(&question.key);
    of.insert("question".to_owned(), question.text.get(lang).into());
    let choices = question.choices.iter().map(|choice| {
        let mut of = Map::new();
        of.insert("answer".to_owned(), choice.answer.as_str().into());
        of.insert("means".to_owned(), choice.means.get(lang).into());
        Value::Object(of)
    });
    of.insert("choices".to_owned(), choices.collect());
    of.insert("any_value".to_owned(), question.is_free.into());
    if let Some(refused) = &question.refused {
        of.insert("refused".to_owned(), refused.as_str().into());
        if let Err(problem) = question.check(refused) {
            of.insert("why_refused".to_owned(), problem.problem(lang).into());
        }
    }
    let places = question
        .places
        .iter()
        .map(|place| Value::from(place.text().get(lang)));
    of.insert("places".to_owned(), places.collect());
    of.insert("count".to_owned(), question.count.into());
    of.insert("answer".to_owned(), "".into());
    Value::Object(of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_written_as_they_are_read() {
        let mut answers = Answers::default();
        answers.insert(
            Key::new(List::Roster, About::Row, "id", "", "甲 县局"),
            "Z-1",
        );
        answers.insert(
            Key::new(List::Registry, About::Letters, "class", "", "a|b"),
            "a_is_low",
        );
        let json = answers.to_json();
        assert!(json.find("registry") < json.find("roster"), "{json}");
        assert_eq!(Answers::from_json(json.as_bytes()).unwrap(), answers);
    }

    #[test]
    fn answers_are_read_by_the_ids_of_their_questions() {
        let key = Key::new(List::Registry, About::Value, "status", "a:b", "");
        let json =
            serde_json::json!({"answers": {key.id(): " inactive ", "roster:letters:class": ""}});
        let answers = Answers::from_json(json.to_string().as_bytes()).unwrap();
        assert_eq!((answers.len(), answers.get(&key)), (1, Some("inactive")));
        // The answers of a later document replace earlier ones.
        let both = format!(
            "{}\n{}",
            answers.to_json(),
            r#"{"answers": {"registry:value:status:a\\:b": "active"}}"#
        );
        let answers = Answers::from_json(both.as_bytes()).unwrap();
        assert_eq!((answers.len(), answers.get(&key)), (1, Some("active")));
    }

    #[test]
    fn what_is_no_file_of_answers_is_refused() {
        for text in [
            "{\"answers\": {\"other\": \"a\"}}",
            "{\"answers\": {\"roster:letters\": 1}}",
            "",
            "[]",
            "{}",
            "{\"answers\": 1}",
            "{\"answers\": [{}]}",
            "{\"answers\": [{\"list\": \"x\"}]}",
        ] {
            let error = Answers::from_json(text.as_bytes()).unwrap_err();
            assert_eq!(error.problems()[0].code(), "import.answers", "{text}");
        }
        let open = r#"{"answers": [{"list": "registry", "about": "letters", "answer": " "}]}"#;
        assert!(Answers::from_json(open.as_bytes()).unwrap().is_empty());
    }
}
