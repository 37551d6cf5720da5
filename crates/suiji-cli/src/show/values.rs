//! Sources and their values, in words.

use std::io;

use suiji::ceremony::{By, ContributionKind, Part, SourceKind};
use suiji::{Contribution, Contributions, Source};

use super::session::Session;
use crate::texts::{self, Localized, Text};

/// Name and kind of a source.
pub(crate) fn source(source: &Source) -> Text {
    let by = match source.by() {
        By::Office => texts::by_office(),
        By::Witness => texts::by_witness(),
        _ => texts::by_public(),
    };
    let kind = match source.kind() {
        SourceKind::Committed { .. } => texts::kind_committed(),
        SourceKind::Live { parts } => {
            let parts: Vec<Text> = parts.iter().map(of_part).collect();
            texts::kind_live(Text::joined(&parts, &texts::part_separator()))
        }
        SourceKind::Drand { round } => texts::kind_drand(round),
        _ => Text::default(),
    };
    texts::source(source.name(), by, kind)
}

fn of_part(part: &Part) -> Text {
    let (count, from, to) = (part.count(), part.from(), part.to());
    match part.is_distinct() {
        true => texts::part_distinct(count, from, to),
        false => texts::part(count, from, to),
    }
}

/// Shows all values to the meeting: each with its source, and with the nonce that opens a
/// commitment.
pub(crate) fn show_all(
    session: &mut Session<'_>,
    sources: &[Source],
    contributions: &Contributions,
) -> io::Result<()> {
    session.note(texts::all_values())?;
    let all = sources.len();
    for (number, (of, one)) in (1..).zip(sources.iter().zip(contributions.iter())) {
        let name = source(of).text(session.lang);
        session.note(format!("  [{number}/{all}] {name}"))?;
        show_one(session, one)?;
    }
    Ok(())
}

/// Shows one value, with its nonce if it has one.
pub(crate) fn show_one(session: &mut Session<'_>, one: &Contribution) -> io::Result<()> {
    session.note(texts::value_is(one.text()))?;
    match one.kind() {
        ContributionKind::Committed { nonce, .. } => session.note(texts::nonce_is(nonce.reveal())),
        _ => Ok(()),
    }
}
