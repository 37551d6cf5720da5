//! What the holder of earlier sheets can check [S3c, S4c].

use std::collections::BTreeMap;

use crate::base::error::{ErrorKind, Faults, Place};
use crate::base::hash::Digest;
use crate::base::texts::{Problem, codes};
use crate::ceremony::Ceremony;
use crate::ceremony::commitment::Commitment;
use crate::ceremony::contribution;
use crate::ceremony::earlier::{Followed, Superseded};
use crate::ceremony::source::{Source, SourceKind};
use crate::inputs::plan::Plan;

/// [S3c] Checks a ceremony against the earlier sheets that it was given.
pub(crate) fn check(ceremony: &Ceremony, plan: &Plan, faults: &mut Faults) {
    let mut refuse = |problem: Problem, path: String| {
        faults.push(problem.at(Place::new(ErrorKind::Ceremony, path)));
    };
    let named = |digest: &Digest| {
        ceremony
            .follows
            .iter()
            .any(|sheet| sheet.commitment == *digest)
            || ceremony
                .supersedes
                .iter()
                .any(|sheet| sheet.commitment == *digest)
    };
    let tasks: Vec<&str> = plan.tasks.iter().map(|task| task.id.as_str()).collect();
    for sheet in &ceremony.earlier {
        let digest = sheet.digest();
        if let Some(task) = shared_task(sheet, &plan.authority, plan.year, &tasks)
            && !named(&digest)
        {
            refuse(codes::earlier_missing(digest, task), "$".to_owned());
        }
    }
    let own = ceremony
        .earlier
        .iter()
        .any(|sheet| sheet.authority == plan.authority);
    let named_any = !ceremony.follows.is_empty() || !ceremony.supersedes.is_empty();
    // Where sheets are named, that alone asks for it [S3c].
    if own && ceremony.previous.is_none() && !named_any {
        refuse(codes::no_previous(), "$".to_owned());
    }
    let known: Vec<(Digest, &Commitment)> = ceremony
        .earlier
        .iter()
        .map(|sheet| (sheet.digest(), sheet))
        .collect();
    if let Some((older, younger)) = out_of_order(&ceremony.follows, &ceremony.supersedes, &known) {
        refuse(codes::earlier_order(older, younger), "$".to_owned());
    }
    for (index, given) in unmatched(&ceremony.supersedes, &known) {
        let path = format!("$.supersedes[{index}].contributions[{given}]");
        let digest = ceremony.supersedes[index].commitment;
        refuse(codes::earlier_contribution(digest), path);
    }
    for index in reused(&ceremony.sources, ceremony.earlier.iter()) {
        let problem = codes::commitment_reused(ceremony.sources[index].name());
        refuse(problem, format!("$.sources[{index}]"));
    }
}

/// A task that an earlier sheet of the same authority and year holds too.
pub(crate) fn shared_task<'a>(
    sheet: &'a Commitment,
    authority: &str,
    year: u64,
    tasks: &[&str],
) -> Option<&'a str> {
    if sheet.authority != authority || sheet.year != year {
        return None;
    }
    let mut held = sheet.tasks.iter().map(|task| task.id.as_str());
    held.find(|id| tasks.contains(id))
}

/// Two sheets of one list of which the older is named after the younger; of the sheets that are at hand.
pub(crate) fn out_of_order(
    follows: &[Followed],
    supersedes: &[Superseded],
    known: &[(Digest, &Commitment)],
) -> Option<(Digest, Digest)> {
    let follows: Vec<Digest> = follows.iter().map(|sheet| sheet.commitment).collect();
    let supersedes: Vec<Digest> = supersedes.iter().map(|sheet| sheet.commitment).collect();
    [follows, supersedes].iter().find_map(|list| {
        // Each sheet that those before it name, with the one that names it.
        let mut older: BTreeMap<Digest, Digest> = BTreeMap::new();
        for (digest, sheet) in list.iter().filter_map(|named| at_hand(named, known)) {
            if let Some(younger) = older.get(digest) {
                return Some((*digest, *younger));
            }
            older.extend(named_by(sheet).map(|named| (named, *digest)));
        }
        None
    })
}

/// The sheets that a sheet names. It is younger than they are, whatever it says of the time.
fn named_by(sheet: &Commitment) -> impl Iterator<Item = Digest> {
    let follows = sheet.follows.iter().map(|sheet| sheet.commitment);
    let supersedes = sheet.supersedes.iter().map(|sheet| sheet.commitment);
    sheet.previous.into_iter().chain(follows).chain(supersedes)
}

/// Contributions of superseded sheets that are none of their sources, of the sheets that are at hand:
/// the place of the sheet in the list, and that of the contribution in its own.
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
            let source = source.and_then(|source| Some((source, sheet.sources.get(source)?)));
            let matches = source.is_some_and(|(index, source)| {
                let fault = contribution::check_one(sheet.hash, index, source, given);
                // What this version cannot check it does not call wrong.
                fault.is_none_or(|fault| fault.code() == codes::CONTRIBUTION_DRAND.id())
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

/// [S4c] Sources whose commitment is in an earlier sheet.
pub(crate) fn reused<'s>(
    sources: &[Source],
    earlier: impl Iterator<Item = &'s Commitment> + Clone,
) -> Vec<usize> {
    let stood = |kind: &SourceKind| {
        matches!(
            kind,
            SourceKind::Committed {
                commitment: Some(_)
            }
        ) && earlier
            .clone()
            .flat_map(|sheet| &sheet.sources)
            .any(|source| source.kind == *kind)
    };
    let reused = sources
        .iter()
        .enumerate()
        .filter(|(_, source)| stood(&source.kind));
    reused.map(|(index, _)| index).collect()
}
