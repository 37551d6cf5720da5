//! Computes the keys of a task again [D1].

use super::{Evidence, Missing};
use crate::base::hash::Digest;
use crate::ceremony::commitment::Commitment;
use crate::draw::ticket::Keys;

/// The keys of a task [D1].
///
/// Without the plan, the coordination group is not known. Then the keys are only known if `found` is the
/// draw key of a task without a group.
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
    // The keys of another plan say nothing.
    if evidence.plan.is_some() {
        return Err(Missing::EarlierCheck);
    }
    if found == Some(keys.draw) {
        Ok(keys)
    } else {
        Err(Missing::Plan)
    }
}
