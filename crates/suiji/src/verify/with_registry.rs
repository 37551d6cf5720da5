//! The checks that need registry and history: roots, frames, exclusions, strata and selection [V1].

use super::{Evidence, Missing, Outcome, Report};
use crate::base::error::{Error, ErrorKind, Faults};
use crate::base::hash::{Digest, Secret};
use crate::base::run::{Cancelled, Run, Stage};
use crate::base::texts::{self, Text, Words, checks};
use crate::ceremony::commitment::{Commitment, SealedTask};
use crate::draw::ticket::{Drawing, Keys, Ticketed};
use crate::frame::{Frame, Framing};
use crate::inputs;
use crate::inputs::history::History;
use crate::inputs::plan::Plan;
use crate::inputs::registry::Registry;
use crate::inputs::roster::Roster;
use crate::record::{DrawnEntity, Record};
use crate::tree::Root;
use crate::tree::leaf::Sealing;

/// Plan, registry, history and the secret of a blinded commitment.
pub(super) struct Known<'v> {
    pub(super) plan: &'v Plan,
    pub(super) registry: &'v Registry,
    pub(super) history: &'v History,
    pub(super) secret: Option<&'v Secret>,
}

impl<'v> Known<'v> {
    /// All of them, if they are provided and are those that were sealed; nothing follows from others.
    pub(super) fn of(
        evidence: &'v Evidence,
        commitment: &Commitment,
        report: &Report,
    ) -> Result<Self, Missing> {
        let known = Self {
            plan: report.plan_of(evidence)?,
            registry: evidence.registry.as_ref().ok_or(Missing::Registry)?,
            history: evidence.history.as_ref().ok_or(Missing::History)?,
            secret: evidence.secret_for(commitment)?,
        };
        report.sealed(checks::REGISTRY_ROOT)?;
        report.sealed(checks::HISTORY_ROOT)?;
        Ok(known)
    }
}

/// Checks the commitment and the selection. Returns the frames, if all of them could be made.
pub(super) fn verify(
    record: &Record,
    evidence: &Evidence,
    report: &mut Report,
    run: &Run,
) -> Result<Option<Vec<Frame>>, Error> {
    let frames = sheet(&record.commitment, evidence, report, run)?;
    let seed = report.outcome_of(checks::SEED);
    for (index, sealed) in record.commitment.tasks.iter().enumerate() {
        let outcome = match (Known::of(evidence, &record.commitment, report), &frames) {
            (Err(want), _) => (String::new(), Outcome::want(want)),
            (Ok(known), Some(frames)) => {
                selection(record, evidence, index, &known, &frames[index], run)?
            }
            (Ok(_), None) => (String::new(), Outcome::want(Missing::EarlierCheck)),
        };
        let path = format!("$.draws[{index}]{}", outcome.0);
        let outcome = outcome.1.given(seed.as_ref());
        report.check(checks::SELECTION, Some(sealed.id.as_str()), path, outcome);
    }
    Ok(frames)
}

/// Roots, frames, exclusions and strata.
pub(super) fn sheet(
    commitment: &Commitment,
    evidence: &Evidence,
    report: &mut Report,
    run: &Run,
) -> Result<Option<Vec<Frame>>, Error> {
    roots(commitment, evidence, report, run)?;
    let known = match Known::of(evidence, commitment, report) {
        Ok(known) => known,
        Err(want) => {
            not_checked(commitment, want, report);
            return Ok(None);
        }
    };
    let roster = evidence.roster.as_deref().ok_or(Missing::Roster);
    let roster = roster.and_then(|roster| report.sealed(checks::ROSTER_ROOT).map(|()| roster));
    let agree = agree(&known, commitment, roster, run)?;
    report.check(checks::INPUTS, None, "$.commitment", agree);
    let framing = Framing::new(known.plan, known.registry, known.history, run)?;
    let mut frames = Vec::new();
    for (index, sealed) in commitment.tasks.iter().enumerate() {
        let (id, path) = (Some(sealed.id.as_str()), |field: &str| {
            format!("$.commitment.tasks[{index}]{field}")
        });
        let Some(task) = evidence.task(commitment, index) else {
            for code in [checks::FRAME_ROOT, checks::EXCLUDED_ROOT, checks::STRATA] {
                report.check(code, id, path(""), Outcome::want(Missing::EarlierCheck));
            }
            continue;
        };
        let sealing = Sealing {
            hash: commitment.hash,
            secret: known.secret,
        };
        match framing.frame(index, run) {
            Ok(frame) => {
                let found = sealing
                    .frame(task.id.as_str(), known.registry, &frame)
                    .root(commitment.hash, run)?;
                report.check(
                    checks::FRAME_ROOT,
                    id,
                    path(".frame"),
                    compare_roots(found, sealed.frame),
                );
                let found = sealing
                    .excluded(task.id.as_str(), known.registry, &frame)
                    .root(commitment.hash, run)?;
                report.check(
                    checks::EXCLUDED_ROOT,
                    id,
                    path(".excluded"),
                    excluded(found, &frame, sealed),
                );
                report.check(checks::STRATA, id, path(".strata"), strata(&frame, sealed));
                frames.push(frame);
            }
            Err(error) if error.kind() == ErrorKind::Cancelled => return Err(error),
            Err(error) => {
                let failed = refused(texts::FRAME_THAT_CAN_BE_BUILT, &error);
                report.check(checks::FRAME_ROOT, id, path(".frame"), failed);
                report.check(
                    checks::EXCLUDED_ROOT,
                    id,
                    path(".excluded"),
                    Outcome::want(Missing::EarlierCheck),
                );
                report.check(
                    checks::STRATA,
                    id,
                    path(".strata"),
                    Outcome::want(Missing::EarlierCheck),
                );
            }
        }
    }
    Ok((frames.len() == commitment.tasks.len()).then_some(frames))
}

/// Checks the root of each input that the verifier has [S1, S2].
fn roots(
    commitment: &Commitment,
    evidence: &Evidence,
    report: &mut Report,
    run: &Run,
) -> Result<(), Error> {
    let secret = evidence.secret_for(commitment);
    let sealing = secret.map(|secret| Sealing {
        hash: commitment.hash,
        secret,
    });
    let registry = match (&evidence.registry, sealing) {
        (None, _) => Outcome::want(Missing::Registry),
        (_, Err(want)) => Outcome::want(want),
        (Some(registry), Ok(sealing)) => compare_roots(
            sealing.registry(registry).root(commitment.hash, run)?,
            commitment.registry,
        ),
    };
    report.check(
        checks::REGISTRY_ROOT,
        None,
        "$.commitment.registry",
        registry,
    );
    let history = match (&evidence.history, sealing) {
        (None, _) => Outcome::want(Missing::History),
        (_, Err(want)) => Outcome::want(want),
        (Some(history), Ok(sealing)) => compare_roots(
            sealing.history(history).root(commitment.hash, run)?,
            commitment.history,
        ),
    };
    report.check(checks::HISTORY_ROOT, None, "$.commitment.history", history);
    let roster = match (&evidence.roster, sealing) {
        (None, _) => Outcome::want(Missing::Roster),
        (_, Err(want)) => Outcome::want(want),
        (Some(roster), Ok(sealing)) => compare_roots(
            sealing.roster(roster).root(commitment.hash, run)?,
            commitment.roster,
        ),
    };
    report.check(checks::ROSTER_ROOT, None, "$.commitment.roster", roster);
    Ok(())
}

fn not_checked(commitment: &Commitment, want: Missing, report: &mut Report) {
    report.check(checks::INPUTS, None, "$.commitment", Outcome::want(want));
    for (index, sealed) in commitment.tasks.iter().enumerate() {
        for (code, field) in [
            (checks::FRAME_ROOT, "frame"),
            (checks::EXCLUDED_ROOT, "excluded"),
            (checks::STRATA, "strata"),
        ] {
            let path = format!("$.commitment.tasks[{index}].{field}");
            report.check(code, Some(sealed.id.as_str()), path, Outcome::want(want));
        }
    }
}

/// Makes the checks of sealing again, in which the inputs must agree [C4, I5, I6, T1].
fn agree(
    known: &Known<'_>,
    commitment: &Commitment,
    roster: Result<&Roster, Missing>,
    run: &Run,
) -> Result<Outcome, Cancelled> {
    let mut faults = Faults::default();
    inputs::check_classes(known.plan, known.registry, &mut faults, run)?;
    let sealed_on = commitment.sealed_at.date();
    known.history.check_dates(sealed_on, &mut faults, run)?;
    inputs::check_case(
        known.plan,
        known.registry,
        roster.ok(),
        known.history,
        &mut faults,
        run,
    )?;
    if let Ok(roster) = roster {
        inputs::check_seats(known.plan, roster, &mut faults);
    }
    Ok(match faults.into_result(()) {
        Ok(()) => match roster {
            Ok(_) => Outcome::Established,
            Err(missing) => Outcome::want(missing),
        },
        Err(error) => refused(texts::INPUTS_THAT_CAN_BE_SEALED, &error),
    })
}

/// The outcome if the library refused to make something again.
pub(super) fn refused(expected: Words, error: &Error) -> Outcome {
    Outcome::failed(expected, Text::of(|lang| error.message(lang)))
}

pub(super) fn compare_roots(right: Root, found: Root) -> Outcome {
    let text = |root: Root| format!("{} ({})", root.root, root.size);
    Outcome::compare(text(right), text(found))
}

/// The root of the excluded [S3a], and how many have each reason.
fn excluded(found: Root, frame: &Frame, sealed: &SealedTask) -> Outcome {
    let outcome = compare_roots(found, sealed.excluded);
    if outcome != Outcome::Established {
        return outcome;
    }
    let text = |(reason, size): (&str, u64)| format!("{reason} {size}");
    let right = frame.reasons.iter().map(|of| text((&of.reason, of.size)));
    let found = sealed.reasons.iter().map(|of| text((&of.reason, of.size)));
    let joined = |texts: Vec<String>| texts.join(", ");
    Outcome::compare(joined(right.collect()), joined(found.collect()))
}

fn strata(frame: &Frame, sealed: &SealedTask) -> Outcome {
    let text = |strata: Vec<(&str, u64)>| {
        let strata = strata
            .into_iter()
            .map(|(name, size)| format!("{name} {size}"));
        strata.collect::<Vec<_>>().join(", ")
    };
    let right = frame
        .strata
        .iter()
        .map(|stratum| (&*stratum.name, stratum.size))
        .collect();
    let found = sealed
        .strata
        .iter()
        .map(|stratum| (&*stratum.stratum, stratum.size))
        .collect();
    Outcome::compare(text(right), text(found))
}

/// Selects again from the frame, and compares selected entities and reserves [D3].
///
/// The takes are those of the commitment. Other checks are about these.
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
