//! Whether contributions are those of their sources [R1, R3].

use super::{Contribution, ContributionKind};
use crate::base::error::{ErrorKind, Fault, Place};
use crate::base::hash::Hash;
use crate::base::texts::{Problem, codes};
use crate::ceremony::source::{Source, SourceKind};

/// [R3] Whether every source has its contribution, which matches it [R1]: the faults, by source.
///
/// A drand signature cannot be checked by this version, which is a fault of its own code.
pub(crate) fn check(hash: Hash, sources: &[Source], contributions: &[Contribution]) -> Vec<Fault> {
    let mut faults = Vec::new();
    if sources.len() != contributions.len() {
        let problem = codes::contribution_count(sources.len(), contributions.len());
        faults.push(problem.at(Place::new(ErrorKind::Contributions, "$")));
    }
    for (index, (source, contribution)) in sources.iter().zip(contributions).enumerate() {
        faults.extend(check_one(hash, index, source, contribution));
    }
    faults
}

/// [R1, S4b] Whether one contribution matches its source.
pub(crate) fn check_one(
    hash: Hash,
    index: usize,
    source: &Source,
    contribution: &Contribution,
) -> Option<Fault> {
    let name = source.name();
    let fault = |problem: Problem, field: &str| {
        let path = format!("$[{index}]{field}");
        Some(problem.at(Place::new(ErrorKind::Contributions, path)))
    };
    match (&source.kind, &contribution.0) {
        (SourceKind::Committed { commitment }, ContributionKind::Committed { nonce, value }) => {
            let opens = *commitment == Some(Contribution::commitment(hash, nonce, value));
            if opens {
                None
            } else {
                fault(codes::contribution_open(name), "")
            }
        }
        (
            SourceKind::Live {
                symbols, length, ..
            },
            ContributionKind::Live { value },
        ) => {
            let found = value.chars().count() as u64;
            if found != *length {
                return fault(codes::contribution_length(name, length, found), ".value");
            }
            let strange = !value.chars().all(|character| symbols.contains(character));
            if strange {
                fault(codes::contribution_symbol(name, symbols), ".value")
            } else {
                None
            }
        }
        (SourceKind::Drand { .. }, ContributionKind::Drand { .. }) => {
            fault(codes::contribution_drand(name), ".signature")
        }
        (kind, _) => {
            let expected = kind.as_str();
            let found = contribution.kind().as_str();
            fault(codes::contribution_kind(name, expected, found), ".kind")
        }
    }
}
