//! The checks that need registry and history: roots, frames, exclusions, strata and selection [V1].

use super::roots::{self, compare_roots};
use super::{Evidence, Missing, Outcome, Report, selection};
use crate::base::error::{Error, ErrorKind, Faults};
use crate::base::hash::Secret;
use crate::base::run::{Cancelled, Run};
use crate::base::texts::{self, Text, Words, checks};
use crate::ceremony::commitment::{Commitment, SealedTask};
use crate::frame::{Frame, Framing};
use crate::inputs;
use crate::inputs::history::History;
use crate::inputs::plan::Plan;
use crate::inputs::registry::Registry;
use crate::inputs::roster::Roster;
use crate::record::Record;
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
    selection::verify(record, evidence, frames.as_deref(), report, run)?;
    Ok(frames)
}

/// Roots, frames, exclusions and strata.
pub(super) fn sheet(
    commitment: &Commitment,
    evidence: &Evidence,
    report: &mut Report,
    run: &Run,
) -> Result<Option<Vec<Frame>>, Error> {
    roots::verify(commitment, evidence, report, run)?;
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
