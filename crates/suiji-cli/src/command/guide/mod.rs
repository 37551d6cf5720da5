//! `suiji` without arguments, at a terminal: guides a person through a draw, step by step.
//!
//! ```text
//! folder → case → what is done → the step that a person chooses → its command line, shown and run → what is done …
//! ```
//!
//! The guide saves nothing itself: it reads from the case which steps are done. A person can leave at any question
//! and continue later.

mod ask;
mod step;

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;

use step::Step;

use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::Case;
use crate::show::session::Session;
use crate::show::shell::quoted;
use crate::texts::{self, Text};

/// The function with which the guide runs a command line.
type Dispatch = fn(&mut Session<'_>, Vec<OsString>) -> Result<Exit, Failure>;

/// Guides a person through the steps of one case, until the person leaves or the input ends.
pub(super) fn guide(session: &mut Session<'_>, dispatch: Dispatch) -> Result<Exit, Failure> {
    session.note(texts::guide_title())?;
    let Some(folder) = ask::case(session)? else {
        return left(session);
    };
    if !folder.exists() {
        dispatch(session, vec!["new".into(), folder.clone().into()])?;
    }
    let case = Case::open(&folder)?;
    let mut checked = false;
    loop {
        let next = show(session, &case, checked)?;
        let Some(step) = choose(session, next)? else {
            return left(session);
        };
        if let Some(why) = step.needs(&case)? {
            session.note(why)?;
            continue;
        }
        session.note(Text::default())?;
        session.note(step.meaning())?;
        if step.is_before_sealing() && Step::Seal.is_done(&case)? {
            session.note(texts::guide_is_sealed())?;
        }
        for words in ask::command_lines(session, &case, step)? {
            if !run(session, dispatch, &words)? {
                break;
            }
            checked |= step == Step::Check;
        }
    }
}

fn left(session: &mut Session<'_>) -> Result<Exit, Failure> {
    session.note(texts::guide_left())?;
    Ok(Exit::Success)
}

/// Shows all steps, marks those that are done, and returns the next one.
fn show(session: &mut Session<'_>, case: &Case, checked: bool) -> Result<Step, Failure> {
    session.note(texts::guide_case(case.folder().display()))?;
    let mut next = None;
    for (number, step) in (1..).zip(Step::ALL) {
        let done = match step {
            Step::Check => checked,
            step => step.is_done(case)?,
        };
        let sealed = Step::Seal.is_done(case)?;
        if !done && step.leads_on() && (step != Step::Check || !sealed) {
            next = next.or(Some(step));
        }
        let mark = match done {
            true => "✓",
            false => " ",
        };
        session.note(texts::guide_step(mark, number, step.title()))?;
    }
    Ok(next.unwrap_or(Step::Status))
}

/// The step that the person chooses by its number; none if the person leaves.
fn choose(session: &mut Session<'_>, next: Step) -> io::Result<Option<Step>> {
    loop {
        let question = texts::guide_which(next.number(), next.title());
        let Some(answer) = session.ask(question)? else {
            return Ok(None);
        };
        if answer.is_empty() {
            return Ok(Some(next));
        }
        if ask::is_leaving(&answer) {
            return Ok(None);
        }
        let number = answer.parse::<usize>().ok();
        match number.and_then(|number| Step::ALL.get(number.checked_sub(1)?)) {
            Some(step) => return Ok(Some(*step)),
            None => session.note(texts::ask_again(texts::import_not_a_choice()))?,
        }
    }
}

/// Shows a command line and runs it. An error is shown, and the guide continues.
fn run(session: &mut Session<'_>, dispatch: Dispatch, words: &[OsString]) -> Result<bool, Failure> {
    let shown: Vec<String> = words
        .iter()
        .map(|word| quoted(&PathBuf::from(word)))
        .collect();
    session.note(texts::guide_runs(shown.join(" ")))?;
    let ended = dispatch(session, words.to_vec());
    session.flush()?;
    match ended {
        Ok(Exit::Success) => Ok(true),
        Ok(Exit::NotVerified) => Ok(false),
        Err(Failure::Streams(error)) => Err(Failure::Streams(error)),
        Err(failure) => {
            session.note(failure.message(session.lang).trim_end())?;
            Ok(false)
        }
    }
}
