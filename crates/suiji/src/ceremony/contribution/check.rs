//! Whether contributions are those of their sources [R1, R3].

use super::{Contribution, ContributionKind};
use crate::base::error::{ErrorKind, Fault, Place};
use crate::base::hash::Hash;
use crate::base::texts::codes;
use crate::ceremony::source::{Source, SourceKind};

/// [R3] Whether every source has its contribution, which matches it [R1]: the faults, by source.
///
/// A drand signature cannot be checked by this version, which is a fault of its own code.
pub(crate) fn check(hash: Hash, sources: &[Source], contributions: &[Contribution]) -> Vec<Fault> {
    let mut faults = Vec::new();
    if sources.len() != contributions.len() {
        let (found, expected) = (contributions.len().to_string(), sources.len().to_string());
        let details = [("found", found.as_str()), ("expected", expected.as_str())];
        faults.push(Fault::new(
            codes::CONTRIBUTION_COUNT,
            Place::new(ErrorKind::Contributions, "$"),
            &details,
        ));
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
    let fault = |code, field: &str, details: &[(&'static str, &str)]| {
        let place = Place::new(ErrorKind::Contributions, format!("$[{index}]{field}"));
        let mut all = vec![("source", source.name())];
        all.extend_from_slice(details);
        Some(Fault::new(code, place, &all))
    };
    match (&source.kind, &contribution.0) {
        (SourceKind::Committed { commitment }, ContributionKind::Committed { nonce, value }) => {
            let opens = *commitment == Some(Contribution::commitment(hash, nonce, value));
            if opens {
                None
            } else {
                fault(codes::CONTRIBUTION_OPEN, "", &[])
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
                let (found, expected) = (found.to_string(), length.to_string());
                return fault(
                    codes::CONTRIBUTION_LENGTH,
                    ".value",
                    &[("found", &found), ("expected", &expected)],
                );
            }
            let strange = !value.chars().all(|character| symbols.contains(character));
            if strange {
                fault(
                    codes::CONTRIBUTION_SYMBOL,
                    ".value",
                    &[("symbols", symbols)],
                )
            } else {
                None
            }
        }
        (SourceKind::Drand { .. }, ContributionKind::Drand { .. }) => {
            fault(codes::CONTRIBUTION_DRAND, ".signature", &[])
        }
        (kind, _) => {
            let expected = match kind {
                SourceKind::Committed { .. } => "committed",
                SourceKind::Live { .. } => "live",
                SourceKind::Drand { .. } => "drand",
            };
            fault(
                codes::CONTRIBUTION_KIND,
                ".kind",
                &[
                    ("expected", expected),
                    ("found", contribution.kind().as_str()),
                ],
            )
        }
    }
}
