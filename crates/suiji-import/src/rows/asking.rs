//! Questions about the cells of a row, and their answers.

use std::sync::Arc;

use super::answer::Form;
use super::cache::Outcome;
use super::reader::Reader;
use crate::ask::{About, BLANK, Check, Choice, Key, LEAVE_OUT, Place, Question, TAKE, has_control};
use crate::base::list::List;
use crate::base::texts;
use crate::sheet::block::{Cell, Kind, Row};
use crate::value::rules::{Rule, Rules};
use crate::value::{Ask, Cleaned};

/// The value of all formulas of a column, in the key of a question.
pub(super) const FORMULA: &str = "=";

impl Reader<'_> {
    /// The cleaned value; if there was a question, with its answer.
    pub(super) fn cleaned(
        &self,
        cleaned: Cleaned,
        field: &str,
        cell: Cell<'_>,
        row: Row<'_>,
    ) -> Outcome {
        let ask = match cleaned {
            Cleaned::Value(value, rules) => return Outcome::Value(value, rules),
            Cleaned::Ask(ask) => ask,
        };
        let of = match ask.about {
            About::Letters | About::DateOrder | About::Constant => self.context.layout.to_owned(),
            _ if ask.per_row => self.identity(field, row),
            _ => String::new(),
        };
        let value = match ask.about {
            About::Letters | About::DateOrder | About::Constant => "",
            // The text is not part of the key, because the same id can be damaged in different
            // ways.
            _ if ask.per_row && self.is_id(field) => "",
            // The formulas of a column differ in each row.
            _ if cell.kind == Kind::Formula => FORMULA,
            _ => cell.text.trim(),
        };
        let key = Key::new(self.context.list, ask.about, field, value, &of);
        let fields = self.context.list.fields();
        let form = match fields.iter().find(|of| of.name == field) {
            Some(field) => Form::Field(field.holds),
            None => Form::Own,
        };
        self.answered(key, cell.text.trim(), ask, form)
    }

    /// The answer to a question, cleaned like any value; without an answer, the question.
    pub(super) fn answered(&self, key: Key, shown: &str, ask: Ask, form: Form) -> Outcome {
        let answer = self.context.answers.get(&key);
        // An answer for the whole file was used before its cells were read. Here it has no meaning.
        let of_file = matches!(ask.about, About::Letters | About::DateOrder);
        let required = self.requires(&key.field);
        let refused = match answer {
            None => None,
            Some(answer) if of_file => Some(answer.to_owned()),
            Some(BLANK) if !required => {
                return Outcome::Value(String::new(), Rules::of(Rule::Answer));
            }
            Some(LEAVE_OUT) if ask.about != About::Constant => return Outcome::LeaveOut,
            Some(answer) if answer == BLANK || has_control(answer) => Some(answer.to_owned()),
            // A choice of the question may have another form than other answers.
            Some(answer) if ask.choices.iter().any(|choice| choice.answer == answer) => {
                return Outcome::Value(answer.to_owned(), Rules::of(Rule::Answer));
            }
            Some(answer) => match self.context.basis.read(form, answer) {
                Ok(value) => return Outcome::Value(value, Rules::of(Rule::Answer)),
                Err(_) => Some(answer.to_owned()),
            },
        };
        let mut choices = ask.choices;
        if !of_file && ask.about != About::Constant {
            if !required {
                choices.push(Choice::new(BLANK, texts::leave_blank()));
            }
            choices.push(Choice::new(LEAVE_OUT, texts::leave_out_row()));
        }
        let name = self.context.list.field_name(&key.field);
        let shown = if of_file {
            String::new()
        } else {
            shortened(shown)
        };
        // The list of columns identifies the file, but does not help a person.
        let of_layout = of_file || ask.about == About::Constant;
        let text = match (shown.is_empty(), key.of.is_empty() || of_layout) {
            (true, true) => texts::ask_field(name, ask.why),
            (true, false) => texts::ask_field_of(name, ask.why, &key.of),
            (false, true) => texts::ask_value(name, &shown, ask.why),
            (false, false) => texts::ask_value_of(name, &shown, ask.why, &key.of),
        };
        let check = match of_file {
            true => Check::choices(),
            false => {
                let basis = Arc::clone(&self.context.basis);
                Check::new(move |answer| match answer {
                    BLANK => Err(texts::refused_blank()),
                    LEAVE_OUT => Err(texts::refused_choice()),
                    _ => basis.read(form, answer).map(drop),
                })
            }
        };
        Outcome::Asked(vec![Question {
            key,
            text,
            choices,
            is_free: !of_file,
            refused,
            places: Vec::new(),
            count: 0,
            check,
        }])
    }

    /// Whether a field must have a value.
    fn requires(&self, field: &str) -> bool {
        let fields = self.context.list.fields();
        fields.iter().any(|of| of.required && of.name == field)
    }

    fn is_id(&self, field: &str) -> bool {
        let first = self.context.list.fields().first();
        first.is_some_and(|first| first.name == field)
    }

    /// The identity of the row in a question about a cell of the field.
    fn identity(&self, field: &str, row: Row<'_>) -> String {
        let cell = |index: usize| {
            let from = self.from.get(index).copied().unwrap_or_default();
            let cells = [from.by_name, from.column].into_iter().flatten();
            let mut texts = cells.map(|at| row.cell(at).text.trim());
            texts
                .find(|text| !text.is_empty())
                .unwrap_or_default()
                .to_owned()
        };
        let is_id = self.is_id(field);
        match self.context.list {
            List::History | List::Results => {
                [cell(0), cell(1), cell(2)].join(" ").trim().to_owned()
            }
            _ => {
                let (first, then) = if is_id { (1, 0) } else { (0, 1) };
                let first = cell(first);
                if first.is_empty() { cell(then) } else { first }
            }
        }
    }

    /// Asks whether hidden rows are imported.
    pub(super) fn ask_hidden(&mut self, row: Row<'_>) {
        let key = Key::new(
            self.context.list,
            About::Hidden,
            "",
            "",
            self.context.layout,
        );
        let choices = vec![
            Choice::new(TAKE, texts::take_hidden()),
            Choice::new(LEAVE_OUT, texts::leave_out_hidden()),
        ];
        let question = Question {
            refused: self.context.answers.get(&key).map(str::to_owned),
            text: texts::ask_hidden(),
            choices,
            is_free: false,
            places: Vec::new(),
            count: 0,
            check: Check::choices(),
            key,
        };
        let place = Place {
            file: self.log.file.clone(),
            sheet: self.log.sheet.clone(),
            row: row.number,
            column: String::new(),
        };
        self.questions.ask(place, question);
    }

    pub(super) fn ask(&mut self, question: Question, index: usize, row: Row<'_>) {
        let column = match self.context.list.fields().get(index) {
            Some(field) => self.column_of(index, field).to_owned(),
            None => question.key.field.clone(),
        };
        let place = Place {
            file: self.log.file.clone(),
            sheet: self.log.sheet.clone(),
            row: row.number,
            column,
        };
        self.questions.ask(place, question);
    }

    /// Whether digits may have lost leading zeros, because other ids of the column have leading
    /// zeros.
    pub(super) fn lacks_zero(&self, cell: Cell<'_>) -> bool {
        let text = cell.text.trim();
        matches!(cell.kind, Kind::Number | Kind::Text)
            && text.bytes().all(|byte| byte.is_ascii_digit())
            && self
                .context
                .id_length
                .is_some_and(|length| !text.is_empty() && text.len() < length)
    }

    pub(super) fn ask_zero(&self, number: &str) -> Ask {
        let length = self.context.id_length.unwrap_or_default();
        let padded = format!("{number:0>length$}");
        let choices = vec![
            Choice::new(&padded, texts::with_zeros()),
            Choice::new(number, texts::without_zeros()),
        ];
        Ask::of_row(texts::why_leading_zeros()).with(choices)
    }
}

/// A value in the form that a question shows.
fn shortened(value: &str) -> String {
    const SHOWN: usize = 200;
    match value.char_indices().nth(SHOWN) {
        Some((at, _)) => value.get(..at).unwrap_or_default().to_owned() + "…",
        None => value.to_owned(),
    }
}
