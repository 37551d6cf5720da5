//! Sources, earlier commitments and contributions [S3c, S4a–S4c, R1, R3].

use std::collections::BTreeSet;

use serde_json::Value;
use suiji::Digest;

use super::{is_unique, list, number, text};
use crate::Small;
use crate::trace::clean;
use crate::trace::live::{can_give, has_good_parts};
use crate::trace::refusal::forms::is_text;

/// [S3c]
pub(super) fn earlier(case: &Small) -> bool {
    let (follows, supersedes) = (
        list(&case.ceremony["follows"]),
        list(&case.ceremony["supersedes"]),
    );
    let named = follows.iter().chain(supersedes);
    let named: Vec<&str> = named.map(|of| text(&of["commitment"])).collect();
    (named.is_empty() || case.ceremony.get("previous").is_some())
        && is_unique(named)
        && supersedes.iter().all(|of| {
            let contributions = list(&of["contributions"]).iter();
            let places: Vec<_> = contributions.map(|of| number(&of["source"])).collect();
            places.is_sorted_by(|a, b| a < b)
                && (of.get("record").is_none() || of.get("contributions").is_none())
        })
}

fn sources_of<'c>(case: &'c Small, kind: &str) -> Vec<&'c Value> {
    let sources = list(&case.ceremony["sources"]).iter();
    sources.filter(|source| source["kind"] == kind).collect()
}

/// [S4a, S4c]
pub(super) fn sources(case: &Small) -> bool {
    let parties = ["office", "witness", "public"];
    let sources = list(&case.ceremony["sources"]);
    let live = sources_of(case, "live");
    !sources.is_empty()
        && sources.iter().all(|of| parties.contains(&text(&of["by"])))
        && live.iter().all(|source| source["by"] != "office")
        && sources_of(case, "committed")
            .iter()
            .all(|source| source.get("commitment").is_some())
}

/// [S4b]
pub(super) fn parts(case: &Small) -> bool {
    sources_of(case, "live").into_iter().all(has_good_parts)
}

/// [S4c]
pub(super) fn commitments(case: &Small) -> bool {
    let committed = sources_of(case, "committed");
    let committed = committed.iter().map(|source| text(&source["commitment"]));
    let committed: Vec<&str> = committed.collect();
    let earlier = list(&case.ceremony["supersedes"]).iter();
    let earlier = earlier.flat_map(|of| list(&of["contributions"]));
    let opened: BTreeSet<String> = earlier.filter_map(|of| opens(case, of)).collect();
    is_unique(&committed) && !committed.iter().any(|of| opened.contains(*of))
}

/// [S4a] The commitment that a contribution opens.
fn opens(case: &Small, contribution: &Value) -> Option<String> {
    let nonce: Digest = text(contribution.get("nonce")?).parse().ok()?;
    let parts = [nonce.as_bytes(), text(&contribution["value"]).as_bytes()];
    let hash = clean::hash(&case.ceremony);
    Some(hash.derive("commit", &parts).to_string())
}

/// [R3]
pub(super) fn count(case: &Small) -> bool {
    list(&case.ceremony["sources"]).len() == list(&case.contributions).len()
}

fn pairs(case: &Small) -> impl Iterator<Item = (&Value, &Value)> {
    let sources = list(&case.ceremony["sources"]).iter();
    sources.zip(list(&case.contributions))
}

/// [R1]
pub(super) fn openings(case: &Small) -> bool {
    pairs(case).all(|(source, of)| {
        let opened = opens(case, of);
        let commitment = source["commitment"].as_str();
        source["kind"] == of["kind"]
            && (of["kind"] != "committed"
                || (is_text(text(&of["value"])) && opened.as_deref() == commitment))
    })
}

/// [S4b]
pub(super) fn numbers(case: &Small) -> bool {
    pairs(case).all(|(source, of)| of["kind"] != "live" || can_give(source, &of["numbers"]))
}
