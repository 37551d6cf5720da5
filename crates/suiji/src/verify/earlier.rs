//! The checks against earlier commitments [S3c, S4c], which are made only if the verifier has some.

use std::collections::BTreeSet;

use super::{Evidence, Outcome, Report};
use crate::base::hash::Digest;
use crate::base::texts::{self, checks};
use crate::ceremony::chain::{last_after, out_of_order, reused, shared_task, unmatched};
use crate::ceremony::commitment::Commitment;

pub(super) fn verify(commitment: &Commitment, evidence: &Evidence, report: &mut Report) {
    let own = commitment.digest();
    let known = evidence.earlier.iter().map(|sheet| (sheet.digest(), sheet));
    // The commitment itself and those of other authorities do not count.
    let known =
        known.filter(|(digest, sheet)| *digest != own && sheet.authority == commitment.authority);
    let earlier: Vec<(Digest, &Commitment)> = known.collect();
    if earlier.is_empty() {
        return;
    }
    report.check(
        checks::EARLIER_NAMED,
        None,
        "$.commitment",
        named(commitment, &earlier),
    );
    if let Some(outcome) = previous(commitment, &earlier) {
        report.check(
            checks::EARLIER_PREVIOUS,
            None,
            "$.commitment.previous",
            outcome,
        );
    }
    let outcome = match out_of_order(&commitment.terms, &earlier) {
        Some((older, younger)) => Outcome::failed(older, younger),
        None => Outcome::Established,
    };
    report.check(checks::EARLIER_ORDER, None, "$.commitment", outcome);
    let (path, outcome) = contributions(commitment, &earlier);
    report.check(checks::EARLIER_CONTRIBUTIONS, None, path, outcome);
    let again = reused(
        commitment.sources(),
        earlier.iter().map(|(_, sheet)| *sheet),
    );
    let (path, outcome) = match again.first() {
        Some(index) => (
            format!("$.commitment.sources[{index}]"),
            Outcome::failed(texts::AN_UNUSED_COMMITMENT, texts::A_USED_COMMITMENT),
        ),
        None => ("$.commitment.sources".to_owned(), Outcome::Established),
    };
    report.check(checks::EARLIER_SOURCES, None, path, outcome);
}

/// Checks that the contributions to a superseded commitment match its sources.
fn contributions(commitment: &Commitment, earlier: &[(Digest, &Commitment)]) -> (String, Outcome) {
    match unmatched(commitment.supersedes(), earlier).first() {
        Some((index, given)) => (
            format!("$.commitment.supersedes[{index}].contributions[{given}]"),
            Outcome::failed(texts::A_MATCHING_CONTRIBUTION, texts::ANOTHER_CONTRIBUTION),
        ),
        None => ("$.commitment.supersedes".to_owned(), Outcome::Established),
    }
}

/// Checks that a commitment names the last of the earlier ones, if there are any.
///
/// `None` if the verifier does not have the named commitment.
fn previous(commitment: &Commitment, earlier: &[(Digest, &Commitment)]) -> Option<Outcome> {
    match commitment.previous() {
        Some(previous) => {
            earlier.iter().find(|(digest, _)| *digest == previous)?;
            let last = last_after(previous, commitment, earlier);
            Some(last.map_or(Outcome::Established, |last| Outcome::failed(last, previous)))
        }
        None => Some(Outcome::failed(
            texts::THE_PREVIOUS_COMMITMENT,
            texts::NOTHING,
        )),
    }
}

/// Checks that every earlier commitment of the same authority and year with a task of the same id is named.
fn named(commitment: &Commitment, earlier: &[(Digest, &Commitment)]) -> Outcome {
    let tasks = commitment.tasks.iter().map(|task| task.id.as_str());
    let tasks: BTreeSet<&str> = tasks.collect();
    let names: BTreeSet<Digest> = commitment.terms.named().collect();
    for (digest, sheet) in earlier.iter().filter(|(digest, _)| !names.contains(digest)) {
        if let Some(task) = shared_task(sheet, &commitment.authority, commitment.year, &tasks) {
            return Outcome::failed(texts::earlier_listed(digest, task), texts::NOT_LISTED);
        }
    }
    Outcome::Established
}
