//! Asking a person for the contributions that are not there yet, committed ones first.

use suiji::{By, Contribution, Error, Sealed, Secret, Source, SourceKind};

use super::answer::yes_or_no;
use super::layout::groups;
use super::session::Session;
use crate::base::errors::file_error;
use crate::base::failure::Failure;
use crate::case::given::Given;
use crate::case::partial;
use crate::case::turn::Sheet;
use crate::case::{CONTRIBUTIONS, Case, PARTIAL};
use crate::disk::files;
use crate::texts::{self, Localized, Text, codes};

/// Asks until every source has given its contribution; each that is confirmed is kept at once.
pub(crate) fn ask(
    session: &mut Session<'_>,
    case: &Case,
    (sealed, sheet): (&Sealed, &Sheet),
    given: &mut Given,
) -> Result<(), Failure> {
    let sources = sealed.commitment().sources();
    let wanted: Vec<u64> = wanted(sources, given);
    if wanted.is_empty() {
        return Ok(());
    }
    session.note(texts::compare_digest())?;
    let digest = groups("  ", &sealed.commitment().digest());
    session.note(digest.trim_end())?;
    let all = wanted.len();
    session.note(texts::contributions_missing(all))?;
    for (number, &place) in (1..).zip(&wanted) {
        let Some(source) = usize::try_from(place)
            .ok()
            .and_then(|index| sources.get(index))
        else {
            continue;
        };
        let who = described(source).text(session.lang);
        session.note(format!("\n[{number}/{all}] {who}"))?;
        let committed = matches!(source.kind(), SourceKind::Committed { .. });
        let Some(one) = ask_one(session, sealed, place, committed)? else {
            return Err(unanswered(case, sources, &wanted[number - 1..])?.into());
        };
        given.give(place, one);
        let kept = partial::keep(case, sheet, &given.placed());
        kept.map_err(|error| case.failure(error))?;
    }
    Ok(())
}

/// The places of the sources that have given nothing: what was chosen before what falls [S4c].
fn wanted(sources: &[Source], given: &Given) -> Vec<u64> {
    let committed = |source: &Source| matches!(source.kind(), SourceKind::Committed { .. });
    let missing = || (0..).zip(sources).filter(|(place, _)| !given.has(*place));
    let first = missing().filter(|(_, source)| committed(source));
    let then = missing().filter(|(_, source)| !committed(source));
    first.chain(then).map(|(place, _)| place).collect()
}

fn described(source: &Source) -> Text {
    let by = match source.by() {
        By::Office => texts::by_office(),
        By::Witness => texts::by_witness(),
        _ => texts::by_public(),
    };
    let kind = match source.kind() {
        SourceKind::Committed { .. } => texts::kind_committed(),
        SourceKind::Live {
            symbols, length, ..
        } => texts::kind_live(length, symbols),
        _ => texts::kind_drand(),
    };
    texts::source(source.name(), by, kind)
}

/// Asks for one contribution until it matches its source and is confirmed; none where the input ends.
fn ask_one(
    session: &mut Session<'_>,
    sealed: &Sealed,
    place: u64,
    committed: bool,
) -> Result<Option<Contribution>, Failure> {
    loop {
        let answer = match committed {
            true => opening(session)?,
            false => value(session)?,
        };
        let Some((value, one)) = answer else {
            return Ok(None);
        };
        let index = usize::try_from(place).unwrap_or(usize::MAX);
        match one.and_then(|one| sealed.check_contribution(index, &one).map(|()| one)) {
            Err(error) => again(session, &error)?,
            Ok(one) => match confirmed(session, &value)? {
                Some(true) => return Ok(Some(one)),
                Some(false) => {}
                None => return Ok(None),
            },
        }
    }
}

type Answer = Option<(String, Result<Contribution, Error>)>;

/// Nonce and value of a committed source; none where the input ends.
fn opening(session: &mut Session<'_>) -> Result<Answer, Failure> {
    let nonce = session.ask(texts::ask_nonce())?;
    let Some(nonce) = nonce else {
        return Ok(None);
    };
    let value = session.ask(texts::ask_value())?;
    Ok(value.map(|value| {
        let nonce: Result<Secret, Error> = without_blanks(&nonce).parse();
        let one = nonce.and_then(|nonce| Contribution::committed(nonce, &value));
        (value, one)
    }))
}

/// The value of a live source, without the blanks that make a long one readable; it is shown back so.
fn value(session: &mut Session<'_>) -> Result<Answer, Failure> {
    let value = session.ask(texts::ask_value())?;
    Ok(value.map(|value| {
        let value = without_blanks(&value);
        let one = Contribution::live(&value);
        (value, one)
    }))
}

/// Shows a value back; none where the input ends.
fn confirmed(session: &mut Session<'_>, value: &str) -> Result<Option<bool>, Failure> {
    loop {
        let answer = session.ask(texts::confirm_value(value))?;
        let Some(answer) = answer else {
            return Ok(None);
        };
        if let Some(yes) = yes_or_no(&answer) {
            return Ok(Some(yes));
        }
    }
}

/// Tells what is wrong, without the place, which the question tells.
fn again(session: &mut Session<'_>, error: &Error) -> Result<(), Failure> {
    let problem = error
        .faults()
        .first()
        .map(|fault| fault.problem(session.lang));
    let problem = problem.unwrap_or_default();
    Ok(session.note(texts::ask_again(problem))?)
}

fn without_blanks(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .collect()
}

fn unanswered(case: &Case, sources: &[Source], wanted: &[u64]) -> Result<Error, Error> {
    let name = |&place: &u64| {
        usize::try_from(place)
            .ok()
            .and_then(|index| sources.get(index))
            .map(Source::name)
    };
    let names: Vec<&str> = wanted.iter().filter_map(name).collect();
    let names = Text::joined(&names, &texts::list_separator());
    let kept = files::is_there(&case.path(PARTIAL))? || files::is_there(&case.path(CONTRIBUTIONS))?;
    let then = match kept {
        true => texts::some_confirmed(),
        false => texts::none_confirmed(),
    };
    let path = case.path(CONTRIBUTIONS);
    Ok(file_error(&path, codes::unanswered(names, then)))
}
