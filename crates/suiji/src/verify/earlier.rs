//! What earlier sheets add [S3c, S4c]; made only where the verifier has some.

use super::{Evidence, Outcome, Report};
use crate::checks;
use crate::commitment::Commitment;
use crate::earlier::{reused, shared_task};
use crate::hash::Digest;

pub(super) fn verify(commitment: &Commitment, evidence: &Evidence, report: &mut Report) {
    if evidence.earlier.is_empty() {
        return;
    }
    let digests: Vec<Digest> = evidence.earlier.iter().map(Commitment::digest).collect();
    report.check(
        checks::EARLIER_NAMED,
        None,
        "$.commitment",
        named(commitment, evidence, &digests),
    );
    let previous = match commitment.previous {
        Some(previous) if digests.contains(&previous) => Outcome::Established,
        Some(previous) => Outcome::failed("one of the earlier sheets", previous),
        None => Outcome::failed("a previous sheet", "none"),
    };
    report.check(
        checks::EARLIER_PREVIOUS,
        None,
        "$.commitment.previous",
        previous,
    );
    let again = reused(&commitment.sources, &evidence.earlier);
    let (path, outcome) = match again.first() {
        Some(index) => (
            format!("$.commitment.sources[{index}]"),
            Outcome::failed("a new commitment", "that of an earlier sheet"),
        ),
        None => ("$.commitment.sources".to_owned(), Outcome::Established),
    };
    report.check(checks::EARLIER_SOURCES, None, path, outcome);
}

/// Every earlier sheet of the authority and year that holds a task of the same id is named.
fn named(commitment: &Commitment, evidence: &Evidence, digests: &[Digest]) -> Outcome {
    let tasks: Vec<&str> = commitment
        .tasks
        .iter()
        .map(|task| task.id.as_str())
        .collect();
    let names = |digest: &Digest| {
        commitment
            .follows
            .iter()
            .any(|sheet| sheet.commitment == *digest)
            || commitment
                .supersedes
                .iter()
                .any(|sheet| sheet.commitment == *digest)
    };
    for (sheet, digest) in evidence.earlier.iter().zip(digests) {
        if let Some(task) = shared_task(sheet, &commitment.authority, commitment.year, &tasks)
            && !names(digest)
        {
            return Outcome::failed(format!("{digest} named, which holds {task}"), "it is not");
        }
    }
    Outcome::Established
}
