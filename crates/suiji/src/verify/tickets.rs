//! Computes the tickets of a draw again [D2].

use super::report::SecretProvided;
use super::{Evidence, Missing, Outcome, Report};
use crate::base::hash::{Hash, Secret};
use crate::base::run::{Cancelled, Run, Stage};
use crate::base::texts::checks;
use crate::ceremony::commitment::SealedTask;
use crate::draw::ticket::{Keys, ticket};
use crate::record::{Draw, DrawnEntity, Record};
use crate::tree::salt::{Salts, Tree};

/// The selected entities and the reserves, each with its list and index.
pub(super) fn lists(draw: &Draw) -> impl Iterator<Item = ((&'static str, usize), &DrawnEntity)> {
    let place = |list: &'static str| move |(index, drawn)| ((list, index), drawn);
    let selected = draw.selected.iter().enumerate().map(place("selected"));
    selected.chain(draw.reserves.iter().enumerate().map(place("reserves")))
}

/// The tickets of a draw, compared with those that follow from the key of the record. Another check is about the key.
pub(super) struct Again {
    /// The place of the first wrong ticket.
    pub(super) place: String,
    pub(super) outcome: Outcome,
    /// Whether any ticket is correct.
    any_right: bool,
}

impl Again {
    pub(super) fn of(
        hash: Hash,
        secret: Option<&Secret>,
        draw: &Draw,
        run: &Run,
    ) -> Result<Self, Cancelled> {
        let salts = Salts::new(hash, secret, Tree::Registry);
        let mut step = run.step(Stage::Tickets, draw.selected.len() + draw.reserves.len());
        let mut again = Self {
            place: String::new(),
            outcome: Outcome::Established,
            any_right: false,
        };
        for ((list, index), drawn) in lists(draw) {
            step.advance(1)?;
            let id = drawn.id.as_str();
            let right = ticket(hash, &draw.key, id, salts.of(&[id]).as_ref());
            if right == drawn.ticket {
                again.any_right = true;
            } else if again.outcome == Outcome::Established {
                again.place = format!(".{list}[{index}].ticket");
                again.outcome = Outcome::failed(right, drawn.ticket);
            }
        }
        Ok(again)
    }
}

/// [V1] Checks the tickets of a blinded commitment. This needs the secret. The registry shows whether it is the one of
/// the sealing.
pub(super) fn blinded(
    record: &Record,
    evidence: &Evidence,
    report: &mut Report,
    run: &Run,
) -> Result<(), Cancelled> {
    let commitment = &record.commitment;
    if !commitment.blinded {
        return Ok(());
    }
    let draws = commitment.tasks.iter().zip(&record.draws).enumerate();
    let mut found = Vec::new();
    for (index, (sealed, draw)) in draws.filter(|(_, (task, draw))| task.id == draw.task) {
        let again = match evidence.secret_for(commitment) {
            Ok(secret) => Ok(Again::of(commitment.hash, secret, draw, run)?),
            Err(missing) => Err(missing),
        };
        found.push((index, sealed, draw, again));
    }
    // If no ticket matches the secret, the secret is wrong and not the tickets, unless a table matches it.
    let fits = |(.., again): &(_, _, _, Result<Again, Missing>)| {
        again.as_ref().is_ok_and(|again| again.any_right)
    };
    let fits = found.iter().any(fits);
    let seed = report.outcome_of(checks::SEED);
    let key = |sealed: &SealedTask, draw: &Draw| {
        let keys = Keys::of_task(commitment.hash, &record.seed, sealed);
        Outcome::compare(keys.draw, draw.key).given(seed.as_ref())
    };
    let misses = |(_, sealed, draw, again): &(_, &SealedTask, &Draw, Result<Again, Missing>)| {
        let wrong = again
            .as_ref()
            .is_ok_and(|again| again.outcome != Outcome::Established);
        wrong && key(sealed, draw) == Outcome::Established
    };
    let no_table_matches = || {
        let tables = [
            checks::REGISTRY_ROOT,
            checks::HISTORY_ROOT,
            checks::ROSTER_ROOT,
        ];
        let established = tables.map(|code| report.all_established(code));
        report.secret() == SecretProvided::Doubted || !established.contains(&true)
    };
    if !fits && found.iter().any(misses) && no_table_matches() {
        report.secret_is(SecretProvided::Another);
    }
    let other = match report.secret() {
        SecretProvided::Another => Missing::SealedSecret,
        _ => Missing::SealedInput,
    };
    let registry = report.sealed(checks::REGISTRY_ROOT);
    for (index, sealed, draw, again) in found {
        let key = key(sealed, draw);
        let (place, outcome) = match (again, registry) {
            (Err(missing), _) => (String::new(), Outcome::want(missing)),
            (Ok(again), Ok(())) => (again.place, again.outcome),
            (Ok(again), Err(missing)) => match (again.outcome, missing) {
                (failed @ Outcome::Failed { .. }, Missing::Registry) if fits => {
                    (again.place, failed)
                }
                (Outcome::Failed { .. }, _) => (String::new(), Outcome::want(other)),
                (_, missing) => (String::new(), Outcome::want(missing)),
            },
        };
        report.check(
            checks::TICKETS,
            Some(sealed.id.as_str()),
            format!("$.draws[{index}]{place}"),
            outcome.given(Some(&key)),
        );
    }
    Ok(())
}
