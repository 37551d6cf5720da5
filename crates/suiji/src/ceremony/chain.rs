//! What the holder of earlier commitments can check [S3c, S4c].

use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry};

use crate::base::hash::{Digest, Hash};
use crate::ceremony::commitment::Commitment;
use crate::ceremony::contribution::{Contribution, ContributionKind, check_one};
use crate::ceremony::earlier::{Followed, Superseded};
use crate::ceremony::source::{Source, SourceKind};
use crate::ceremony::terms::Terms;

/// A task that is also in an earlier commitment of the same authority and year.
pub(crate) fn shared_task<'a>(
    sheet: &'a Commitment,
    authority: &str,
    year: u64,
    tasks: &BTreeSet<&str>,
) -> Option<&'a str> {
    if sheet.authority != authority || sheet.year != year {
        return None;
    }
    let mut held = sheet.tasks.iter().map(|task| task.id.as_str());
    held.find(|id| tasks.contains(id))
}

/// Two commitments in the wrong order in one list: the older one follows the younger one. A commitment is younger than
/// all that it names, and than all that these name. This is checked as far as the commitments are known.
pub(crate) fn out_of_order(
    terms: &Terms,
    known: &[(Digest, &Commitment)],
) -> Option<(Digest, Digest)> {
    let follows: Vec<Digest> = terms.follows.iter().map(Followed::commitment).collect();
    let supersedes = terms.supersedes.iter().map(Superseded::commitment);
    let supersedes: Vec<Digest> = supersedes.collect();
    let known: BTreeMap<Digest, &Commitment> = known.iter().copied().collect();
    [follows, supersedes].into_iter().find_map(|list| {
        // Each commitment that is older than one before it in the list, with the one before it.
        let mut older: BTreeMap<Digest, Digest> = BTreeMap::new();
        for digest in list {
            if let Some(younger) = older.get(&digest) {
                return Some((digest, *younger));
            }
            let mut reached = vec![digest];
            while let Some(sheet) = reached.pop() {
                for named in known.get(&sheet).into_iter().flat_map(|of| named_by(of)) {
                    if let Entry::Vacant(entry) = older.entry(named) {
                        entry.insert(digest);
                        reached.push(named);
                    }
                }
            }
        }
        None
    })
}

/// The commitments that a commitment names. It is younger than these, even if it states an earlier time.
fn named_by(sheet: &Commitment) -> impl Iterator<Item = Digest> {
    sheet.terms.previous.into_iter().chain(sheet.terms.named())
}

/// Follows the chain of commitments from `previous`, and returns the last one that is not later than this commitment.
/// None if there is no such commitment.
///
/// Commitments that were sealed in parallel name the same previous one. The last of them is the one with the latest
/// `sealed_at`.
pub(crate) fn last_after(
    previous: Digest,
    commitment: &Commitment,
    known: &[(Digest, &Commitment)],
) -> Option<Digest> {
    let until = commitment.sealed_at().unix_seconds();
    let mut next: BTreeMap<Digest, BTreeSet<(i64, Digest)>> = BTreeMap::new();
    for (digest, sheet) in known {
        let time = sheet.sealed_at().unix_seconds();
        if let Some(previous) = sheet.previous().filter(|_| time <= until) {
            next.entry(previous).or_default().insert((time, *digest));
        }
    }
    let (mut reached, mut ends) = (vec![(until, previous)], Vec::new());
    while let Some((time, digest)) = reached.pop() {
        match next.remove(&digest) {
            Some(sheets) => reached.extend(sheets),
            None => ends.push((time, digest)),
        }
    }
    let last = ends.into_iter().max().map(|(_, digest)| digest);
    last.filter(|last| *last != previous)
}

/// Contributions to superseded commitments that do not match their sources, as far as these commitments are provided.
/// Each is the position of the commitment in the list and the position of the contribution in its list.
pub(crate) fn unmatched(
    supersedes: &[Superseded],
    known: &[(Digest, &Commitment)],
) -> Vec<(usize, usize)> {
    let mut unmatched = Vec::new();
    for (index, named) in supersedes.iter().enumerate() {
        let Some((_, sheet)) = at_hand(&named.commitment, known) else {
            continue;
        };
        for (place, (source, given)) in named.contributions.iter().enumerate() {
            let source = usize::try_from(source).ok();
            let source = source.and_then(|source| Some((source, sheet.sources().get(source)?)));
            let matches = source.is_some_and(|(index, source)| {
                check_one(sheet.hash, index, source, given).is_empty()
            });
            if !matches {
                unmatched.push((index, place));
            }
        }
    }
    unmatched
}

fn at_hand<'k, 's>(
    digest: &Digest,
    known: &'k [(Digest, &'s Commitment)],
) -> Option<&'k (Digest, &'s Commitment)> {
    known.iter().find(|(of, _)| of == digest)
}

/// [S4c] Sources whose own commitment is also in an earlier commitment.
pub(crate) fn reused<'s>(
    sources: &[Source],
    earlier: impl Iterator<Item = &'s Commitment>,
) -> Vec<usize> {
    let used = earlier.flat_map(|sheet| sheet.sources().iter().filter_map(commitment_of));
    committed_to(sources, &used.collect())
}

/// [S4c] Sources with a commitment that a contribution in `supersedes` opens, using the hash of this commitment.
pub(crate) fn opened(hash: Hash, terms: &Terms) -> Vec<usize> {
    let contributions = terms.supersedes.iter().map(Superseded::contributions);
    let opened = contributions.flat_map(|some| {
        some.iter().filter_map(|(_, given)| match given.kind() {
            ContributionKind::Committed { nonce, value } => {
                Some(Contribution::commitment(hash, nonce, value))
            }
            _ => None,
        })
    });
    committed_to(&terms.sources, &opened.collect())
}

fn commitment_of(source: &Source) -> Option<Digest> {
    match source.kind {
        SourceKind::Committed { commitment } => commitment,
        _ => None,
    }
}

/// The places of the sources with one of these commitments.
fn committed_to(sources: &[Source], commitments: &BTreeSet<Digest>) -> Vec<usize> {
    let found =
        |source: &Source| commitment_of(source).is_some_and(|own| commitments.contains(&own));
    (0..sources.len())
        .filter(|&at| found(&sources[at]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ceremony::commitment::sample::sheet;

    #[test]
    fn the_last_of_several_lines_is_the_latest() {
        // [S3a, S3c]: 08:00 ← 09:00 ← 10:00, and 08:00 ← 11:00 sealed in parallel.
        let at = |hour: u32, previous: Option<&Commitment>| {
            let previous = previous.map(|of| format!(r#""previous": "{}", "#, of.digest()));
            let previous = previous.unwrap_or_default();
            let to = format!(r#"T{hour:02}:00:00+08:00", {previous}"authority""#);
            sheet(r#"T09:00:00+08:00", "authority""#, &to).unwrap()
        };
        let first = at(8, None);
        let second = at(9, Some(&first));
        let third = at(10, Some(&second));
        let parallel = at(11, Some(&first));
        let last = |own: &Commitment, sheets: &[&Commitment]| {
            let known: Vec<(Digest, &Commitment)> = sheets
                .iter()
                .map(|sheet| (sheet.digest(), *sheet))
                .collect();
            last_after(first.digest(), own, &known)
        };
        let own = at(12, Some(&first));
        assert_eq!(last(&own, &[&first]), None);
        assert_eq!(last(&own, &[&first, &second]), Some(second.digest()));
        assert_eq!(last(&own, &[&third, &second, &first]), Some(third.digest()));
        let all = [&first, &parallel, &second, &third];
        assert_eq!(last(&own, &all), Some(parallel.digest()));
        // A later commitment does not affect an earlier one.
        assert_eq!(last(&second, &[&first, &third, &parallel]), None);
    }
}
