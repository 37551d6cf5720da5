//! Compares the contributions of the document with those that somebody noted [R1].

use std::collections::BTreeMap;

use super::{Evidence, Noted, Outcome, Report};
use crate::base::texts::{self, checks};
use crate::ceremony::commitment::Commitment;
use crate::ceremony::contributions::Contributions;
use crate::ceremony::source::Source;

/// Compares the contributions with those that somebody noted, with one check for each source. If only some values were
/// noted, the others are on trust.
pub(super) fn verify(
    evidence: &Evidence,
    commitment: &Commitment,
    found: &Contributions,
    report: &mut Report,
) {
    let document = evidence.contributions.as_ref();
    if let Some(document) = document
        && document.commitment() != found.commitment()
    {
        let outcome = Outcome::compare(document.commitment(), found.commitment());
        report.check(checks::CONTRIBUTIONS_KNOWN, None, "$.commitment", outcome);
        return;
    }
    if document.is_none() && evidence.noted.is_empty() {
        return;
    }
    let places = 0..commitment.sources().len() as u64;
    let mut all: BTreeMap<u64, Vec<Noted>> = places.map(|source| (source, Vec::new())).collect();
    let of_document = document.into_iter().flat_map(Contributions::all).cloned();
    let of_document = (0..).zip(of_document.map(Noted::from));
    for (source, noted) in of_document.chain(evidence.noted.iter().cloned()) {
        all.entry(source).or_default().push(noted);
    }
    for (source, noted) in all {
        let at = usize::try_from(source).unwrap_or(usize::MAX);
        let name = commitment.sources().get(at).map(Source::name);
        let found = found.all().get(at);
        let outcomes = match (&*noted, document, found) {
            ([], Some(_), Some(found)) => vec![Outcome::failed(texts::NOTHING, found.text())],
            ([], ..) => vec![Outcome::OnTrust],
            (noted, ..) => noted.iter().map(|noted| noted.compare(found)).collect(),
        };
        for outcome in outcomes {
            let path = format!("$.contributions[{source}]");
            report.check_source(checks::CONTRIBUTIONS_KNOWN, name, path, outcome);
        }
    }
}
