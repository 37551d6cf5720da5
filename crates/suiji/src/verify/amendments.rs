//! The checks of amendments, one after another [M6].

use super::with_roster::known_all;
use super::{Evidence, Missing, Outcome, Report};
use crate::amend::{Amendment, Amendments, Decider, Event, Known, State, check_chain};
use crate::base::error::Error;
use crate::base::run::Run;
use crate::base::texts::{Problem, checks};
use crate::record::Record;

/// Checks each amendment against the state before it. After an amendment that does not fit, the state is not known.
pub(super) fn verify(
    record: &Record,
    evidence: &Evidence,
    report: &mut Report,
    run: &Run,
) -> Result<(), Error> {
    let Some(amendments) = &evidence.amendments else {
        return Ok(());
    };
    let outcome = Outcome::compare(record.digest(), amendments.record);
    let state = (outcome == Outcome::Established)
        .then(|| record.state().ok())
        .flatten();
    report.check(checks::AMEND_OF_RECORD, None, "$.record", outcome);
    let known = known_all(evidence, &record.commitment, report);
    let known = known.and_then(|_| evidence.inputs(run).map_err(|_| Missing::EarlierCheck));
    let known = known.as_ref().map(Known::new).map_err(|missing| *missing);
    let decider = match &known {
        Ok(known) => Ok(Decider::new(known, record, run)?),
        Err(missing) => Err(*missing),
    };
    each(record, amendments, state, &decider, report, run)
}

fn each(
    record: &Record,
    amendments: &Amendments,
    mut state: Option<State<'_>>,
    decider: &Result<Decider<'_>, Missing>,
    report: &mut Report,
    run: &Run,
) -> Result<(), Error> {
    let seed = report.outcome_of(checks::SEED);
    let mut previous = None;
    for (index, amendment) in amendments.list.iter().enumerate() {
        let path = format!("$.amendments[{index}]");
        let chain = judged(
            check_chain(record, previous, amendment),
            amendment.change.to_text(),
        );
        previous = Some(amendment);
        report.check(checks::AMEND_CHAIN, None, path.clone(), chain);
        let Some(met) = state.as_mut() else {
            for code in [checks::AMEND_FITS, checks::AMEND_DECIDED] {
                report.check(
                    code,
                    None,
                    path.clone(),
                    Outcome::want(Missing::EarlierCheck),
                );
            }
            continue;
        };
        let fits = judged(met.check(&amendment.change), amendment.change.to_text());
        let decided = match decider {
            _ if fits != Outcome::Established => Outcome::want(Missing::EarlierCheck),
            Ok(decider) => decided(decider, met, amendment, run)?.given(seed.as_ref()),
            Err(missing) => Outcome::want(*missing),
        };
        match fits == Outcome::Established {
            true => met.apply(&amendment.change),
            false => state = None,
        }
        report.check(checks::AMEND_FITS, None, path.clone(), fits);
        report.check(checks::AMEND_DECIDED, None, path, decided);
    }
    Ok(())
}

/// Decides again who steps in [M3] [M4].
fn decided(
    decider: &Decider<'_>,
    state: &State<'_>,
    amendment: &Amendment,
    run: &Run,
) -> Result<Outcome, Error> {
    let right = decider.decide(state, &Event::of(&amendment.change), run)?;
    Ok(match right {
        Ok(right) => Outcome::compare(right.to_text(), amendment.change.to_text()),
        Err(problem) => Outcome::failed(problem, amendment.change.to_text()),
    })
}

fn judged(fits: Result<(), Problem>, found: String) -> Outcome {
    match fits {
        Ok(()) => Outcome::Established,
        Err(problem) => Outcome::failed(problem, found),
    }
}
