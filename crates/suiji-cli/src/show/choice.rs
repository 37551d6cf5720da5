//! Questions with a short answer: a number of a list, a number in a range, or a line of text.

use super::answer::yes_or_no;
use super::session::Session;
use crate::base::error::Error;
use crate::base::failure::Failure;
use crate::texts::{self, Localized, Text, codes};

/// The answer to a question; an error at the end of the input.
pub(crate) fn answer(session: &mut Session<'_>, question: Text) -> Result<String, Failure> {
    let answer = session.ask(question)?;
    Ok(answer.ok_or_else(|| Error::new(codes::not_answered()))?)
}

/// The answer to a question, or the default if the line is empty.
pub(crate) fn answer_or(
    session: &mut Session<'_>,
    question: impl Fn(String) -> Text,
    usual: &str,
) -> Result<String, Failure> {
    let given = answer(session, question(usual.to_owned()))?;
    Ok(match given.is_empty() {
        true => usual.to_owned(),
        false => given,
    })
}

/// The index of the item that a person chooses by its number. Numbers count from 1.
pub(crate) fn choice(
    session: &mut Session<'_>,
    question: Text,
    items: &[Text],
) -> Result<usize, Failure> {
    for (number, item) in (1..).zip(items) {
        let item = item.text(session.lang);
        session.note(format!("  {number}. {item}"))?;
    }
    loop {
        let number = answer(session, question.clone())?.parse::<usize>();
        if let Ok(number) = number
            && (1..=items.len()).contains(&number)
        {
            return Ok(number - 1);
        }
        session.note(texts::ask_again(texts::import_not_a_choice()))?;
    }
}

/// Yes or no. `usual` is the default.
pub(crate) fn yes_no(
    session: &mut Session<'_>,
    question: Text,
    usual: bool,
) -> Result<bool, Failure> {
    loop {
        let given = answer(session, question.clone())?;
        if given.is_empty() {
            return Ok(usual);
        }
        if let Some(yes) = yes_or_no(&given) {
            return Ok(yes);
        }
        session.note(texts::ask_again(texts::not_yes_or_no()))?;
    }
}

/// A whole number. `usual` is the default.
pub(crate) fn number(
    session: &mut Session<'_>,
    question: impl Fn(String) -> Text,
    usual: u64,
) -> Result<u64, Failure> {
    loop {
        let given = answer_or(session, &question, &usual.to_string())?;
        match given.parse() {
            Ok(number) => return Ok(number),
            Err(_) => session.note(texts::ask_again(texts::not_a_number(given)))?,
        }
    }
}
