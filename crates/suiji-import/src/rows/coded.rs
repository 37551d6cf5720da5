//! Cells with outcomes or measures.

use super::answer::Form;
use super::asking::FORMULA;
use super::cache::Outcome;
use super::reader::Reader;
use crate::ask::{About, Key};
use crate::base::fields::{Coded, Holds};
use crate::sheet::block::{Cell, Kind};
use crate::value::rules::{Rule, Rules};
use crate::value::{self, Ask, Cleaned, Distinct, Meant, OWN, ask_coded, meant, pieces};

impl Reader<'_> {
    /// The codes in a cell. A word of the office's own is `own:GROUP:NAME`, or `own:NAME` for a
    /// measure.
    pub(super) fn coded(&self, of: Coded, field: &'static str, cell: Cell<'_>) -> Outcome {
        match value::nothing(cell, Holds::Coded(of)) {
            Some(Cleaned::Value(value, rules)) => return Outcome::Value(value, rules),
            Some(Cleaned::Ask(ask)) => {
                let of_formula = cell.kind == Kind::Formula;
                let asked = if of_formula {
                    FORMULA
                } else {
                    cell.text.trim()
                };
                return self.code(of, field, asked, ask);
            }
            None => {}
        }
        let mut rules = match cell.kind {
            Kind::Filled => Rules::of(Rule::MergedCell),
            _ => Rules::NONE,
        };
        let words = pieces(of, cell.text, &mut rules);
        if words.len() > 1 {
            rules.add(Rule::List);
        }
        let mut all = Distinct::default();
        let mut questions = Vec::new();
        for word in words {
            let key = Key::new(self.context.list, About::Value, field, &word, "");
            let meant = meant(of, &word);
            // A word with two meanings leads to a question. An answer about a known word is used,
            // too.
            match meant {
                Meant::Code(code) if self.context.answers.get(&key).is_none() => {
                    if code != word {
                        rules.add(Rule::ResultWord);
                    }
                    all.add(code);
                }
                Meant::Nothing => rules.add(Rule::BlankWord),
                other => match self.code(of, field, &word, ask_coded(of, &other)) {
                    Outcome::Value(code, of_answer) => {
                        rules = rules.and(of_answer);
                        all.add(&code);
                    }
                    Outcome::Asked(more) => questions.extend(more),
                    other => return other,
                },
            }
        }
        match questions.is_empty() {
            true => Outcome::Value(all.joined(), rules),
            false => Outcome::Asked(questions),
        }
    }

    /// The code that an answer gives for a word; without an answer, the question.
    fn code(&self, of: Coded, field: &'static str, word: &str, ask: Ask) -> Outcome {
        let key = Key::new(self.context.list, About::Value, field, word, "");
        match self.answered(key, word, ask, Form::Field(Holds::Coded(of))) {
            Outcome::Value(answer, rules) if answer.split(':').next() == Some(OWN) => {
                Outcome::Value(format!("{answer}:{word}"), rules)
            }
            other => other,
        }
    }
}
