//! Asks the questions that only a person can answer.

use suiji_import::Question;

use super::answers::Kept;
use crate::base::failure::Failure;
use crate::show::session::Session;
use crate::texts::{self, Text};

/// Asks all questions. Returns false if the input ends before the last answer; the answers given are kept.
pub(super) fn ask(
    session: &mut Session<'_>,
    questions: &[Question],
    kept: &mut Kept,
) -> Result<bool, Failure> {
    let all = questions.len();
    for (number, question) in (1..).zip(questions) {
        session.note(texts::import_asks(number, all))?;
        show(session, question)?;
        match answer(session, question)? {
            Some(answer) => kept.insert(question.key.clone(), answer),
            None => return Ok(false),
        }
    }
    Ok(true)
}

fn show(session: &mut Session<'_>, question: &Question) -> Result<(), Failure> {
    session.note(question.text.get(session.lang).to_owned())?;
    let places = question.places_text().get(session.lang).to_owned();
    session.note(texts::import_places(places))?;
    if let Some(refused) = &question.refused {
        session.note(match question.check(refused) {
            Ok(()) => texts::import_refused(refused),
            Err(problem) => Text::of(|lang| problem.problem(lang).to_owned()),
        })?;
    }
    for (number, choice) in (1..).zip(&question.choices) {
        let means = choice.means.get(session.lang).to_owned();
        session.note(texts::import_choice(number, means))?;
    }
    Ok(())
}

/// The answer that is chosen or typed in; none at the end of the input.
fn answer(session: &mut Session<'_>, question: &Question) -> Result<Option<String>, Failure> {
    let prompt = match (question.choices.is_empty(), question.is_free) {
        (true, _) => texts::import_ask_value(),
        (false, true) => texts::import_ask_either(),
        (false, false) => texts::import_ask_choice(),
    };
    loop {
        let Some(text) = session.ask(prompt.clone())? else {
            return Ok(None);
        };
        let number = text
            .parse::<usize>()
            .ok()
            .and_then(|number| number.checked_sub(1));
        let chosen = number.and_then(|number| question.choices.get(number));
        let named = question.choices.iter().find(|choice| choice.answer == text);
        let problem = match chosen.or(named) {
            Some(choice) => return Ok(Some(choice.answer.clone())),
            None if question.is_free && !text.is_empty() => match question.check(&text) {
                Ok(()) => return Ok(Some(text)),
                Err(problem) => Text::of(|lang| problem.problem(lang).to_owned()),
            },
            None if question.is_free => texts::import_no_answer(),
            None => texts::import_not_a_choice(),
        };
        session.note(texts::ask_again(problem))?;
    }
}
