//! The checks that need registry and history: roots, frames, exclusions, strata and selection [V1].

use super::known::Known;
use super::roots::{self, compare_roots};
use super::{Evidence, Missing, Outcome, Report, selection};
use crate::base::error::{Error, ErrorKind, Faults};
use crate::base::run::{Cancelled, Run};
use crate::base::texts::{self, Code, Text, Words, checks};
use crate::ceremony::commitment::{Commitment, SealedTask};
use crate::frame::{Frame, Framing};
use crate::inputs;
use crate::inputs::roster::Roster;
use crate::record::Record;
use crate::tree::Root;
use crate::tree::leaf::Sealing;

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

/// The checks of one task that depend on its frame, each with its field.
const OF_FRAME: [(&Code, &str); 3] = [
    (checks::FRAME_ROOT, "frame"),
    (checks::EXCLUDED_ROOT, "excluded"),
    (checks::STRATA, "strata"),
];

/// Checks roots, frames, exclusions and strata.
pub(super) fn sheet(
    commitment: &Commitment,
    evidence: &Evidence,
    report: &mut Report,
    run: &Run,
) -> Result<Option<Vec<Frame>>, Error> {
    roots::verify(commitment, evidence, report, run)?;
    let known = Known::of(evidence, commitment, report);
    let agree = match &known {
        Ok(known) => {
            let roster = evidence.roster.as_deref().ok_or(Missing::Roster);
            let sealed = report.sealed(checks::ROSTER_ROOT);
            agree(
                known,
                commitment,
                roster.and_then(|of| sealed.map(|()| of)),
                run,
            )?
        }
        Err(want) => Outcome::want(*want),
    };
    report.check(checks::INPUTS, None, "$.commitment", agree);
    let framing = match &known {
        Ok(of) => Ok((of, Framing::new(of.plan, of.registry, of.history, run)?)),
        Err(want) => Err(*want),
    };
    let mut frames = Vec::new();
    for (index, sealed) in commitment.tasks.iter().enumerate() {
        let is_known = evidence.task(commitment, index).is_some();
        let outcomes = match &framing {
            Ok((known, framing)) if is_known => match framing.frame(index, run) {
                Ok(frame) => {
                    let of_frame = outcomes(known, commitment, sealed, &frame, run)?;
                    frames.push(frame);
                    of_frame
                }
                Err(error) if error.kind() == ErrorKind::Cancelled => return Err(error),
                Err(error) => {
                    let later = || Outcome::want(Missing::EarlierCheck);
                    let refused = refused(texts::FRAME_THAT_CAN_BE_BUILT, &error);
                    [refused, later(), later()]
                }
            },
            Ok(_) => OF_FRAME.map(|_| Outcome::want(Missing::EarlierCheck)),
            Err(want) => OF_FRAME.map(|_| Outcome::want(*want)),
        };
        for ((code, field), outcome) in OF_FRAME.into_iter().zip(outcomes) {
            let path = format!("$.commitment.tasks[{index}].{field}");
            report.check(code, Some(sealed.id.as_str()), path, outcome);
        }
    }
    Ok((frames.len() == commitment.tasks.len()).then_some(frames))
}

/// The outcomes of the checks in [`OF_FRAME`].
fn outcomes(
    known: &Known<'_>,
    commitment: &Commitment,
    sealed: &SealedTask,
    frame: &Frame,
    run: &Run,
) -> Result<[Outcome; 3], Cancelled> {
    let (hash, secret) = (commitment.hash, known.secret);
    let sealing = Sealing { hash, secret };
    let framed = sealing.frame(sealed.id.as_str(), known.registry, frame);
    let left_out = sealing.excluded(sealed.id.as_str(), known.registry, frame);
    Ok([
        compare_roots(framed.root(hash, run)?, sealed.frame),
        excluded(left_out.root(hash, run)?, frame, sealed),
        strata(frame, sealed),
    ])
}

/// Repeats the checks of sealing: whether the inputs fit together [C4, I5, I6, T1].
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

/// The outcome if the library refused to make something again. If it is only too large, the check is not failed.
pub(super) fn refused(expected: Words, error: &Error) -> Outcome {
    if error.is_limit() {
        return Outcome::want(Missing::Limit);
    }
    Outcome::failed(expected, Text::of(|lang| error.message(lang)))
}

/// The root of the excluded entities [S3a], and how many have each reason.
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
    let text = |(name, size): (&str, u64)| format!("{name} {size}");
    let right = frame.strata.iter().map(|of| text((&of.name, of.size)));
    let found = sealed.strata.iter().map(|of| text((&of.stratum, of.size)));
    let joined = |texts: Vec<String>| texts.join(", ");
    Outcome::compare(joined(right.collect()), joined(found.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::error::Place;
    use crate::base::texts::codes;

    #[test]
    fn what_is_only_too_large_is_not_false() {
        // [V1]
        let outcome = |problems: Vec<texts::Problem>| {
            let mut faults = Faults::default();
            let place = || Place::new(ErrorKind::Plan, "$.tasks");
            let of_plan = problems.into_iter().map(|problem| problem.at(place()));
            of_plan.for_each(|fault| faults.push(fault));
            let error = faults.into_result(()).unwrap_err();
            refused(texts::DRAW_THAT_CAN_BE_REPEATED, &error)
        };
        let large = || vec![codes::framed(2), codes::drawn(3, 2), codes::seated(3, 2)];
        assert_eq!(outcome(large()), Outcome::want(Missing::Limit));
        let mut also_wrong = large();
        also_wrong.push(codes::no_previous());
        assert_eq!(outcome(also_wrong).as_str(), "failed");
    }
}
