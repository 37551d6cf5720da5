//! Asks the questions that only a person can answer. Every answer is saved at once.

use suiji_import::Question;

use super::answers::Kept;
use crate::base::failure::Failure;
use crate::show::interrupt::Interrupt;
use crate::show::session::Session;
use crate::texts::{self, Localized, Text};

/// The questions of this run. Answers can lead to more questions. A person can go back to each question.
#[derive(Debug, Default)]
pub(super) struct Asking {
    /// The questions that were already answered.
    before: Vec<Question>,
}

/// What a person enters.
enum Entered {
    Answer(String),
    /// The previous question is asked again.
    Back,
    /// The input ends.
    End,
}

impl Asking {
    /// Asks all questions. Returns false if the input ends before the last answer. The answers so far are
    /// kept.
    pub(super) fn ask(
        &mut self,
        session: &mut Session<'_>,
        questions: &[Question],
        kept: &mut Kept,
    ) -> Result<bool, Failure> {
        let file = kept.file().display().to_string();
        let _interrupt = Interrupt::tell(texts::import_interrupted(&file).text(session.lang));
        if self.before.is_empty() {
            session.note(texts::import_how_to_answer())?;
        }
        let first = self.before.len();
        self.before.extend_from_slice(questions);
        let all = self.before.len();
        let mut at = first;
        while let Some(question) = self.before.get(at) {
            session.note(texts::import_asks(at + 1, all))?;
            show(session, question, kept)?;
            match entered(session, question, at == 0)? {
                Entered::Answer(answer) => {
                    kept.insert(question.key.clone(), answer);
                    kept.save()?;
                    at += 1;
                    if at <= first && at < all {
                        // With another answer, later questions may no longer be needed.
                        self.before.truncate(at);
                        return Ok(true);
                    }
                }
                Entered::Back => at -= 1,
                Entered::End => {
                    session.note(texts::import_ended(&file))?;
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }
}

fn show(session: &mut Session<'_>, question: &Question, kept: &Kept) -> Result<(), Failure> {
    session.note(question.text.get(session.lang).to_owned())?;
    let places = question.places_text().get(session.lang).to_owned();
    session.note(texts::import_places(places))?;
    let given = kept.answer(&question.key);
    match (&question.refused, given) {
        (Some(refused), Some(given)) if refused == given => {
            session.note(match question.check(refused) {
                Ok(()) => texts::import_refused(refused),
                Err(problem) => Text::of(|lang| problem.problem(lang).to_owned()),
            })?;
        }
        (_, Some(given)) => {
            let choice = question.choices.iter().find(|of| of.answer == given);
            let shown = Text::of(|lang| match choice {
                Some(choice) => choice.means.get(lang).to_owned(),
                None => given.to_owned(),
            });
            session.note(texts::import_again(shown))?;
        }
        _ => {}
    }
    for (number, choice) in (1..).zip(&question.choices) {
        let means = choice.means.get(session.lang).to_owned();
        session.note(texts::import_choice(number, means))?;
    }
    Ok(())
}

/// Asks until the choice or the text can be used.
fn entered(
    session: &mut Session<'_>,
    question: &Question,
    is_first: bool,
) -> Result<Entered, Failure> {
    let prompt = match (question.choices.is_empty(), question.is_free) {
        (true, _) => texts::import_ask_value(),
        (false, true) => texts::import_ask_either(),
        (false, false) => texts::import_ask_choice(),
    };
    loop {
        let Some(text) = session.ask(prompt.clone())? else {
            return Ok(Entered::End);
        };
        if texts::BACK.contains(&text.as_str()) {
            if !is_first {
                return Ok(Entered::Back);
            }
            session.note(texts::ask_again(texts::import_first_question()))?;
            continue;
        }
        let number = text
            .parse::<usize>()
            .ok()
            .and_then(|number| number.checked_sub(1));
        let chosen = number.and_then(|number| question.choices.get(number));
        let named = question.choices.iter().find(|choice| choice.answer == text);
        let problem = match chosen.or(named) {
            Some(choice) => return Ok(Entered::Answer(choice.answer.clone())),
            None if question.is_free && !text.is_empty() => match question.check(&text) {
                Ok(()) => return Ok(Entered::Answer(text)),
                Err(problem) => Text::of(|lang| problem.problem(lang).to_owned()),
            },
            None if question.is_free => texts::import_no_answer(),
            None => texts::import_not_a_choice(),
        };
        session.note(texts::ask_again(problem))?;
    }
}
