//! Asks for one source: who provides it, and what kind it is [S4a] [S4b].

use serde_json::{Value, json};
use suiji::Source;
use suiji::ceremony::{By, QUICKNET, SourceKind};
use suiji::values::Time;

use super::read;
use crate::base::failure::Failure;
use crate::show::choice::{answer, answer_or, choice, number, yes_no};
use crate::show::report;
use crate::show::session::Session;
use crate::texts::{self, Localized, Text};

/// The committed source of the office. Its value is made when the case is sealed.
pub(super) fn office(session: &mut Session<'_>, authority: &str) -> Result<Value, Failure> {
    let usual = texts::office_name(authority).text(session.lang);
    let name = answer_or(session, texts::ask_office_name, &usual)?;
    Ok(json!({"kind": "committed", "by": By::Office.as_str(), "name": name}))
}

/// The next source of somebody else; none if there are no more. There must be at least
/// one.
pub(super) fn source(session: &mut Session<'_>, enough: bool) -> Result<Option<Value>, Failure> {
    let mut providers = vec![texts::by_witness(), texts::by_public()];
    if enough {
        providers.push(texts::no_more_sources());
    }
    let by = match choice(session, texts::ask_provider(), &providers)? {
        0 => By::Witness,
        1 => By::Public,
        _ => return Ok(None),
    };
    loop {
        let source = one(session, by)?;
        match read(&source) {
            Ok(source_read) => {
                let outcomes = outcomes(&source_read);
                let name = source_read.name().to_owned();
                session.note(texts::source_taken(name, outcomes))?;
                return Ok(Some(source));
            }
            Err(error) => session.note(texts::ask_again(error.problem(session.lang)))?,
        }
    }
}

/// The answers about one source. They may break a rule.
fn one(session: &mut Session<'_>, by: By) -> Result<Value, Failure> {
    let who = answer(session, texts::ask_who())?;
    let mut kinds = vec![
        texts::falls_dice(),
        texts::falls_lottery(),
        texts::falls_digits(),
        texts::falls_drum(),
        texts::chosen(),
    ];
    // [S4a] Only the public can provide a beacon.
    if by == By::Public {
        kinds.push(texts::falls_beacon());
    }
    let kind = choice(session, texts::ask_falls(), &kinds)?;
    let (name, parts) = match kind {
        0 => {
            let faces = number(session, texts::ask_faces, 6)?;
            let throws = number(session, texts::ask_throws, 20)?;
            (
                texts::named_dice(&who, throws),
                vec![part(throws, 1, faces, false)],
            )
        }
        1 => {
            let parts = vec![part(6, 1, 33, true), part(1, 1, 16, false)];
            (texts::named_lottery(&who), parts)
        }
        2 => {
            let count = number(session, texts::ask_digits, 5)?;
            (
                texts::named_digits(&who, count),
                vec![part(count, 0, 9, false)],
            )
        }
        3 => (texts::named_drum(&who), drums(session)?),
        4 => return committed(session, by, &who),
        _ => return beacon(session, &who),
    };
    let usual = name.text(session.lang);
    let name = answer_or(session, texts::ask_source_name, &usual)?;
    Ok(json!({"kind": "live", "by": by.as_str(), "name": name, "parts": parts}))
}

fn part(count: u64, from: u64, to: u64, distinct: bool) -> Value {
    let mut part = json!({"count": count, "from": from, "to": to});
    if distinct {
        part["distinct"] = true.into();
    }
    part
}

/// The balls of each drum in turn.
fn drums(session: &mut Session<'_>) -> Result<Vec<Value>, Failure> {
    let mut parts = Vec::new();
    loop {
        let from = number(session, texts::ask_first_ball, 1)?;
        let to = number(session, texts::ask_last_ball, 33)?;
        let count = number(session, texts::ask_balls, 6)?;
        let distinct = count > 1 && !yes_no(session, texts::ask_returned(), false)?;
        parts.push(part(count, from, to, distinct));
        if !yes_no(session, texts::ask_another_drum(), false)? {
            return Ok(parts);
        }
    }
}

/// The first round of drand after a time in Beijing.
fn beacon(session: &mut Session<'_>, who: &str) -> Result<Value, Failure> {
    let usual = texts::named_beacon(who).text(session.lang);
    let name = answer_or(session, texts::ask_source_name, &usual)?;
    loop {
        let typed = answer(session, texts::ask_beacon_time())?;
        let written = format!("{}:00+08:00", typed.trim().replacen(' ', "T", 1));
        let Ok(time) = written.parse::<Time>() else {
            session.note(texts::ask_again(texts::not_a_time()))?;
            continue;
        };
        let source = Source::drand_after(&name, &time)?;
        if let SourceKind::Drand { round } = source.kind() {
            return Ok(
                json!({"kind": "drand", "by": By::Public.as_str(), "name": name, "chain": QUICKNET, "round": round}),
            );
        }
    }
}

/// A value that somebody chose before the sealing. Only its commitment is entered.
fn committed(session: &mut Session<'_>, by: By, who: &str) -> Result<Value, Failure> {
    let usual = texts::named_commitment(who).text(session.lang);
    let name = answer_or(session, texts::ask_source_name, &usual)?;
    let digits = answer(session, texts::ask_commitment())?;
    let digits: String = digits.split_whitespace().collect();
    let commitment = digits.to_lowercase();
    Ok(json!({"kind": "committed", "by": by.as_str(), "name": name, "commitment": commitment}))
}

/// The number of outcomes of a source, in words.
pub(super) fn outcomes(source: &Source) -> Text {
    match source.kind() {
        SourceKind::Live { .. } => {
            let count = source
                .outcomes()
                .map_or_else(String::new, |count| count.to_string());
            texts::with_outcomes(match count.is_empty() {
                true => texts::very_many_outcomes(),
                false => report::number(&count),
            })
        }
        _ => Text::default(),
    }
}
