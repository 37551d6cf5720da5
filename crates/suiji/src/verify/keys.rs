//! The draw key and the order key of a task, as a verifier knows them [D1].

use super::{Evidence, Missing};
use crate::base::hash::Digest;
use crate::ceremony::commitment::Commitment;
use crate::draw::ticket::Keys;

/// The keys of a task as far as they can be known: with the plan for certain, without it where they
/// are those of a task without `coordination` [D1].
pub(super) fn keys(
    commitment: &Commitment,
    seed: &Digest,
    evidence: &Evidence,
    index: usize,
    found: Option<Digest>,
) -> Result<Keys, Missing> {
    if let Some(task) = evidence.task(commitment, index) {
        return Ok(Keys::of_task(commitment.hash, seed, task));
    }
    let keys = Keys::of(
        commitment.hash,
        seed,
        "task",
        commitment.tasks[index].id.as_str(),
    );
    // A plan that is not the sheet's says nothing of its keys.
    if evidence.plan.is_some() {
        return Err(Missing::EarlierCheck);
    }
    if found == Some(keys.draw) {
        Ok(keys)
    } else {
        Err(Missing::Plan)
    }
}
