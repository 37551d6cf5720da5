//! The checks of amendments, one after another [M6].

use super::known::known_all;
use super::{Evidence, Missing, Outcome, Report};
use crate::amend::{Amendment, Amendments, Decider, Event, Known, State, check_chain};
use crate::base::error::{Error, ErrorKind};
use crate::base::hash::Digest;
use crate::base::run::Run;
use crate::base::texts::{Problem, checks};
use crate::ceremony::commitment::Commitment;
use crate::record::{PublicForm, Record};

/// The document that was amended.
#[derive(Clone, Copy)]
pub(super) enum Of<'v> {
    /// The record. For a public form, the record that was drawn again.
    Record(&'v Record),
    /// A public form. It has no teams and no reserves.
    Public(&'v PublicForm),
}

impl<'v> Of<'v> {
    const fn commitment(self) -> &'v Commitment {
        match self {
            Self::Record(record) => &record.commitment,
            Self::Public(form) => &form.commitment,
        }
    }

    fn digest(self) -> Digest {
        match self {
            Self::Record(record) => record.digest(),
            Self::Public(form) => form.record,
        }
    }
}

/// Checks each amendment against the state before it. After an amendment that does not fit, the state is not known.
/// With a public form only, it is never known.
pub(super) fn verify(
    of: Of<'_>,
    evidence: &Evidence,
    report: &mut Report,
    run: &Run,
) -> Result<(), Error> {
    let Some(amendments) = &evidence.amendments else {
        return Ok(());
    };
    let outcome = Outcome::compare(of.digest(), amendments.record);
    let is_of_record = outcome == Outcome::Established;
    report.check(checks::AMEND_OF_RECORD, None, "$.record", outcome);
    let (record, mut state) = match of {
        Of::Public(_) => (None, Err(Missing::Record)),
        Of::Record(record) => {
            let state = record.state().ok().filter(|_| is_of_record);
            (Some(record), state.ok_or(Missing::EarlierCheck))
        }
    };
    let known = match known_all(evidence, of.commitment(), report) {
        Ok(_) => match evidence.inputs(run) {
            Err(error) if error.kind() == ErrorKind::Cancelled => return Err(error),
            inputs => inputs.map_err(|_| Missing::EarlierCheck),
        },
        Err(missing) => Err(missing),
    };
    let known = known.as_ref().map(Known::new).map_err(|missing| *missing);
    let mut decider = match (&known, record) {
        (Ok(known), Some(record)) => Ok(Decider::new(known, record, run)?),
        (Ok(_), None) => Err(Missing::Record),
        (Err(missing), _) => Err(*missing),
    };
    let start = (of.digest(), of.commitment());
    each(start, amendments, &mut state, &mut decider, report, run)
}

fn each(
    (record, commitment): (Digest, &Commitment),
    amendments: &Amendments,
    state: &mut Result<State<'_>, Missing>,
    decider: &mut Result<Decider<'_>, Missing>,
    report: &mut Report,
    run: &Run,
) -> Result<(), Error> {
    let seed = report.outcome_of(checks::SEED);
    let mut previous = None;
    for (index, amendment) in amendments.list.iter().enumerate() {
        let path = format!("$.amendments[{index}]");
        let text = || amendment.change.to_text();
        let chain = check_chain(record, commitment, previous, amendment);
        report.check(
            checks::AMEND_CHAIN,
            None,
            path.clone(),
            judged(chain, text()),
        );
        previous = Some(amendment);
        let (fits, decided) = match state {
            Err(missing) => (Outcome::want(*missing), Outcome::want(*missing)),
            Ok(met) => {
                let fits = judged(met.check(&amendment.change), text());
                let decided = match decider {
                    _ if fits != Outcome::Established => Outcome::want(Missing::EarlierCheck),
                    Ok(decider) => decided(decider, met, amendment, run)?.given(seed.as_ref()),
                    Err(missing) => Outcome::want(*missing),
                };
                (fits, decided)
            }
        };
        match (state.as_mut(), &fits) {
            (Ok(met), Outcome::Established) => met.apply(&amendment.change),
            (Ok(_), _) => *state = Err(Missing::EarlierCheck),
            (Err(_), _) => {}
        }
        report.check(checks::AMEND_FITS, None, path.clone(), fits);
        report.check(checks::AMEND_DECIDED, None, path, decided);
    }
    Ok(())
}

/// Decides again who steps in [M3] [M4].
fn decided(
    decider: &mut Decider<'_>,
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
