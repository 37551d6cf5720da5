//! What the holder of earlier sheets can check [S3c, S4c].

use crate::ceremony::Ceremony;
use crate::codes;
use crate::commitment::Commitment;
use crate::error::{ErrorKind, Faults, Place};
use crate::hash::Digest;
use crate::plan::Plan;
use crate::source::{Source, SourceKind};

/// Checks a ceremony against the earlier sheets that it was given.
pub(crate) fn check(ceremony: &Ceremony, plan: &Plan, faults: &mut Faults) {
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
            let details = [("sheet", &*digest.to_string()), ("task", task)];
            faults.add(
                codes::SHEET_MISSING,
                Place::new(ErrorKind::Ceremony, "$"),
                &details,
            );
        }
    }
    let own = ceremony
        .earlier
        .iter()
        .any(|sheet| sheet.authority == plan.authority);
    let named_any = !ceremony.follows.is_empty() || !ceremony.supersedes.is_empty();
    // Where sheets are named, that alone asks for it [S3c].
    if own && ceremony.previous.is_none() && !named_any {
        faults.add(
            codes::SHEET_PREVIOUS,
            Place::new(ErrorKind::Ceremony, "$"),
            &[],
        );
    }
    for index in reused(&ceremony.sources, ceremony.earlier.iter()) {
        let place = Place::new(ErrorKind::Ceremony, format!("$.sources[{index}]"));
        faults.add(
            codes::SHEET_REUSED,
            place,
            &[("source", ceremony.sources[index].name())],
        );
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

/// Sources whose commitment stood in an earlier sheet.
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
