//! Makes the selection of a record again from the frames [D3].

use super::known::Known;
use super::{Evidence, Missing, Outcome, Report};
use crate::base::error::Error;
use crate::base::hash::Digest;
use crate::base::run::{Cancelled, Run, Stage};
use crate::base::texts::checks;
use crate::ceremony::commitment::SealedTask;
use crate::draw::ticket::{Drawing, Keys, Ticketed};
use crate::frame::Frame;
use crate::record::{DrawnEntity, Record};

/// Checks the selection of each task, if all frames could be made.
pub(super) fn verify(
    record: &Record,
    evidence: &Evidence,
    frames: Option<&[Frame]>,
    report: &mut Report,
    run: &Run,
) -> Result<(), Error> {
    let seed = report.outcome_of(checks::SEED);
    for (index, sealed) in record.commitment.tasks.iter().enumerate() {
        let (place, outcome) = match (Known::of(evidence, &record.commitment, report), frames) {
            (Err(want), _) => (String::new(), Outcome::want(want)),
            (Ok(known), Some(frames)) => {
                selection(record, evidence, index, &known, &frames[index], run)?
            }
            (Ok(_), None) => (String::new(), Outcome::want(Missing::EarlierCheck)),
        };
        let path = format!("$.draws[{index}]{place}");
        let outcome = outcome.given(seed.as_ref());
        report.check(checks::SELECTION, Some(sealed.id.as_str()), path, outcome);
    }
    Ok(())
}

/// Selects again from the frame, and compares selected entities and reserves [D3].
///
/// The takes are those of the commitment. Other checks compare them with the plan.
fn selection(
    record: &Record,
    evidence: &Evidence,
    index: usize,
    known: &Known<'_>,
    frame: &Frame,
    run: &Run,
) -> Result<(String, Outcome), Error> {
    let commitment = &record.commitment;
    let (Some(draw), Some(task)) = (record.draws.get(index), evidence.task(commitment, index))
    else {
        return Ok((String::new(), Outcome::want(Missing::EarlierCheck)));
    };
    let sealed = &commitment.tasks[index];
    if draw.task != sealed.id {
        return Ok((String::new(), Outcome::want(Missing::EarlierCheck)));
    }
    let drawing = Drawing {
        hash: commitment.hash,
        keys: Keys::of_task(commitment.hash, &record.seed, sealed),
        secret: known.secret,
        registry: known.registry,
        frame,
    };
    let selection = drawing.select(&takes(frame, sealed), task.reserves, run)?;
    let compare = |list: &str, right: &[Ticketed], found: &[DrawnEntity]| {
        let right = right
            .iter()
            .map(|one| (drawing.id(one), drawing.stratum(one), one.ticket));
        let found = found
            .iter()
            .map(|one| (one.id.as_str(), &*one.stratum, one.ticket));
        let text = |(id, stratum, ticket): (&str, &str, Digest)| format!("{id} {stratum} {ticket}");
        first_difference(list, right, found, text, run)
    };
    let selected = compare(".selected", &selection.selected, &draw.selected)?;
    let difference = match selected {
        Some(difference) => Some(difference),
        None => compare(".reserves", &selection.reserves, &draw.reserves)?,
    };
    Ok(difference.unwrap_or((String::new(), Outcome::Established)))
}

/// The takes of the commitment, for the strata of the frame.
pub(super) fn takes(frame: &Frame, sealed: &SealedTask) -> Vec<u64> {
    let take = |name: &str| {
        sealed
            .strata
            .iter()
            .find(|of| of.stratum == name)
            .map_or(0, |of| of.take)
    };
    frame
        .strata
        .iter()
        .map(|stratum| take(&stratum.name))
        .collect()
}

/// The first difference between two lists, with its place.
pub(super) fn first_difference<T: PartialEq>(
    list: &str,
    mut right: impl ExactSizeIterator<Item = T>,
    mut found: impl Iterator<Item = T>,
    text: impl Fn(T) -> String,
    run: &Run,
) -> Result<Option<(String, Outcome)>, Cancelled> {
    let mut step = run.step(Stage::Compare, right.len());
    for index in 0_usize.. {
        match (right.next(), found.next()) {
            (None, None) => break,
            (Some(right), Some(found)) if right == found => step.advance(1)?,
            (right, found) => {
                let text = |side: Option<T>| side.map_or_else(|| "—".to_owned(), &text);
                let outcome = Outcome::failed(text(right), text(found));
                return Ok(Some((format!("{list}[{index}]"), outcome)));
            }
        }
    }
    Ok(None)
}
