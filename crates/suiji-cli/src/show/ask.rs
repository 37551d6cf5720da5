//! Asks a person for the missing contributions, those of committed sources first.

use suiji::ceremony::{By, Part, SourceKind};
use suiji::error::{ErrorKind, Place};
use suiji::{Contribution, Error, Sealed, Secret, Source};

use super::answer::yes_or_no;
use super::layout::groups;
use super::session::Session;
use super::values;
use crate::base::errors::file_error;
use crate::base::failure::Failure;
use crate::case::collected::Collected;
use crate::case::draw_files::Begun;
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
    session.note(texts::compare_digest())?;
    let digest = groups("  ", &sealed.commitment().digest());
    session.note(digest.trim_end())?;
    let all = missing.len();
    session.note(texts::contributions_missing(all))?;
    for (number, &index) in (1..).zip(&missing) {
        let Some(source) = source_at(sources, index) else {
            continue;
        };
        let source_text = described(source).text(session.lang);
        session.note(format!("\n[{number}/{all}] {source_text}"))?;
        let Some(one) = ask_one(session, sealed, (index, source))? else {
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

fn described(source: &Source) -> Text {
    let by = match source.by() {
        By::Office => texts::by_office(),
        By::Witness => texts::by_witness(),
        _ => texts::by_public(),
    };
    let kind = match source.kind() {
        SourceKind::Committed { .. } => texts::kind_committed(),
        SourceKind::Live { parts } => {
            let parts: Vec<Text> = parts.iter().map(part_text).collect();
            texts::kind_live(Text::joined(&parts, &texts::part_separator()))
        }
        _ => texts::kind_drand(),
    };
    texts::source(source.name(), by, kind)
}

fn part_text(part: &Part) -> Text {
    let (count, from, to) = (part.count(), part.from(), part.to());
    match part.is_distinct() {
        true => texts::part_distinct(count, from, to),
        false => texts::part(count, from, to),
    }
}

/// Asks for one contribution until it matches its source and is confirmed; none at the end of the input.
fn ask_one(
    session: &mut Session<'_>,
    sealed: &Sealed,
    (index, source): (u64, &Source),
) -> Result<Option<Contribution>, Failure> {
    let committed = is_committed(source);
    loop {
        let answer = match committed {
            true => opening(session)?,
            false => value(session, source)?,
        };
        let Some((value, one)) = answer else {
            return Ok(None);
        };
        match one.and_then(|one| sealed.check_contribution(index, &one).map(|()| one)) {
            Err(error) => refuse(session, &error)?,
            Ok(one) => match confirm(session, &value)? {
                Some(true) => return Ok(Some(one)),
                Some(false) => {}
                None => return Ok(None),
            },
        }
    }
}

type Answer = Option<(String, Result<Contribution, Error>)>;

/// Nonce and value of a committed source; none at the end of the input.
fn opening(session: &mut Session<'_>) -> Result<Answer, Failure> {
    let Some(nonce) = session.ask(texts::ask_nonce())? else {
        return Ok(None);
    };
    let value = session.ask(texts::ask_value())?;
    Ok(value.map(|value| {
        let nonce: Result<Secret, Error> = without_blanks(&nonce).parse();
        let one = nonce.and_then(|nonce| Contribution::committed(nonce, &value));
        (value, one)
    }))
}

/// The numbers of a live source, arranged in the form of [S4b]; none at the end of the input.
fn value(session: &mut Session<'_>, source: &Source) -> Result<Answer, Failure> {
    let Some(text) = session.ask(texts::ask_numbers())? else {
        return Ok(None);
    };
    let one = match typed::numbers(source, &text) {
        Some(numbers) => source.arrange(numbers),
        None => Err(codes::not_numbers().at(Place::new(ErrorKind::Contributions, ""))),
    };
    let value = one.as_ref().map(values::text).unwrap_or_default();
    Ok(Some((value, one)))
}

/// Shows the value and asks for confirmation; none at the end of the input.
fn confirm(session: &mut Session<'_>, value: &str) -> Result<Option<bool>, Failure> {
    loop {
        let Some(answer) = session.ask(texts::confirm_value(value))? else {
            return Ok(None);
        };
        if let Some(yes) = yes_or_no(&answer) {
            return Ok(Some(yes));
        }
    }
}

/// Shows what is wrong with an answer, without the place, which is in the question.
fn refuse(session: &mut Session<'_>, error: &Error) -> Result<(), Failure> {
    let fault = error.faults().first();
    let problem = fault.map(|fault| fault.problem(session.lang));
    Ok(session.note(texts::ask_again(problem.unwrap_or_default()))?)
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
