//! Asks a person for the missing contributions, those of committed sources first.

use std::path::Path;

use serde_json::json;
use suiji::ceremony::SourceKind;
use suiji::error::ErrorKind;
use suiji::{Contribution, Sealed, Secret, Source, limits};
use suiji_evidence::Event;

use super::answer::yes_or_no;
use super::session::Session;
use super::values;
use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::base::failure::Failure;
use crate::case::collected::Collected;
use crate::case::draw_files::Begun;
use crate::case::ledger;
use crate::case::opening;
use crate::case::partial;
use crate::case::typed;
use crate::case::{CONTRIBUTIONS, Case, PARTIAL};
use crate::disk::files;
use crate::texts::{self, Localized, Text, codes};

/// Asks until there is a contribution of every source. Each is saved as soon as it is confirmed.
pub(crate) fn ask(
    session: &mut Session<'_>,
    case: &Case,
    (sealed, begun): (&Sealed, &Begun),
    collected: &mut Collected,
) -> Result<(), Failure> {
    let sources = sealed.commitment().sources();
    let missing: Vec<u64> = missing(sources, collected);
    if missing.is_empty() {
        return Ok(());
    }
    let all = missing.len();
    session.note(texts::contributions_missing(all))?;
    for (number, &index) in (1..).zip(&missing) {
        let Some(source) = source_at(sources, index) else {
            continue;
        };
        let source_text = values::source(source).text(session.lang);
        session.note(format!("\n[{number}/{all}] {source_text}"))?;
        let Some(one) = ask_one(session, case, sealed, (index, source))? else {
            return Err(unanswered(case, sources, &missing[number - 1..])?.into());
        };
        collected.add(index, one);
        let saved = partial::save(case, begun, &collected.to_partial());
        saved.map_err(|error| case.failure(error))?;
    }
    Ok(())
}

/// The indices of the sources without a contribution, committed ones first [S4c].
fn missing(sources: &[Source], collected: &Collected) -> Vec<u64> {
    let missing = || {
        (0..)
            .zip(sources)
            .filter(|(index, _)| !collected.has(*index))
    };
    let first = missing().filter(|(_, source)| is_committed(source));
    let then = missing().filter(|(_, source)| !is_committed(source));
    first.chain(then).map(|(index, _)| index).collect()
}

fn is_committed(source: &Source) -> bool {
    matches!(source.kind(), SourceKind::Committed { .. })
}

fn source_at(sources: &[Source], index: u64) -> Option<&Source> {
    sources.get(usize::try_from(index).ok()?)
}

/// Asks for one contribution until it matches its source and is confirmed; none at the end of the input.
fn ask_one(
    session: &mut Session<'_>,
    case: &Case,
    sealed: &Sealed,
    (index, source): (u64, &Source),
) -> Result<Option<Contribution>, Failure> {
    loop {
        let answer = match source.kind() {
            SourceKind::Committed { .. } => opening(session)?,
            SourceKind::Drand { round } => beacon(session, source, *round)?,
            _ => value(session, source)?,
        };
        let Some(one) = answer else {
            return Ok(None);
        };
        match one.and_then(|one| Ok(sealed.check_contribution(index, &one).map(|()| one)?)) {
            Err(error) => {
                session.note(texts::ask_again(error.problem(session.lang)))?;
            }
            Ok(one) => {
                let (commitment, source) = (sealed.commitment().digest(), index);
                // The entry comes before the value is shown, so that nobody can look at a value and
                // discard it without a trace.
                ledger::enter(case, ledger::seen(commitment, source, &one))?;
                match confirm(session, texts::confirm_value(one.text()))? {
                    Some(true) => {
                        ledger::enter(case, Event::Confirmed { commitment, source })?;
                        return Ok(Some(one));
                    }
                    Some(false) => {
                        ledger::enter(case, Event::Declined { commitment, source })?;
                    }
                    None => return Ok(None),
                }
            }
        }
    }
}

/// The answer, or the problem with it; none at the end of the input.
type Answer = Option<Result<Contribution, Error>>;

/// Nonce and value of a committed source, typed in or from the file of `suiji commit`.
fn opening(session: &mut Session<'_>) -> Result<Answer, Failure> {
    let Some(nonce) = session.ask(texts::ask_nonce())? else {
        return Ok(None);
    };
    let path = Path::new(&nonce);
    if path.is_file() {
        return Ok(Some(opening::read(path)));
    }
    let value = session.ask_exact(texts::ask_value())?;
    Ok(value.map(|value| {
        let nonce = without_blanks(&nonce).parse::<Secret>();
        let one = nonce.and_then(|nonce| Contribution::committed(nonce, &value));
        one.map_err(Error::from)
    }))
}

/// The numbers of a live source, in the form of [S4b].
fn value(session: &mut Session<'_>, source: &Source) -> Result<Answer, Failure> {
    let text = session.ask(texts::ask_numbers())?;
    Ok(text.map(|text| match typed::numbers(source, &text) {
        Some(numbers) => source.arrange(numbers).map_err(Error::from),
        None => Err(Error::new(codes::not_numbers())),
    }))
}

/// A round of drand: the published JSON, a file with this JSON, or only the signature.
fn beacon(session: &mut Session<'_>, source: &Source, round: u64) -> Result<Answer, Failure> {
    let Some(text) = session.ask(texts::ask_beacon(round))? else {
        return Ok(None);
    };
    let path = Path::new(text.trim());
    let published = if path.is_file() {
        match files::read(path, limits::PLAN_BYTES, ErrorKind::Contributions) {
            Ok(bytes) => bytes,
            Err(error) => return Ok(Some(Err(error))),
        }
    } else if text.contains('{') {
        text.into_bytes()
    } else {
        let signature = without_blanks(&text).to_lowercase();
        json!({"round": round, "signature": signature})
            .to_string()
            .into_bytes()
    };
    Ok(Some(source.beacon(&published).map_err(Error::from)))
}

/// Asks until the answer is yes or no; none at the end of the input.
pub(crate) fn confirm(session: &mut Session<'_>, question: Text) -> Result<Option<bool>, Failure> {
    loop {
        let Some(answer) = session.ask(question.clone())? else {
            return Ok(None);
        };
        if let Some(yes) = yes_or_no(&answer) {
            return Ok(Some(yes));
        }
        session.note(texts::ask_again(texts::not_yes_or_no()))?;
    }
}

fn without_blanks(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .collect()
}

fn unanswered(case: &Case, sources: &[Source], missing: &[u64]) -> Result<Error, Error> {
    let name = |&index: &u64| source_at(sources, index).map(Source::name);
    let names: Vec<&str> = missing.iter().filter_map(name).collect();
    let names = Text::joined(&names, &texts::list_separator());
    let saved = files::exists(&case.path(PARTIAL))? || files::exists(&case.path(CONTRIBUTIONS))?;
    let then = match saved {
        true => texts::some_confirmed(),
        false => texts::none_confirmed(),
    };
    let path = case.path(CONTRIBUTIONS);
    Ok(file_error(&path, codes::unanswered(names, then)))
}
