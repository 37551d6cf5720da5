//! Outcomes and measures of one inspection that cannot be true together [O2].

use std::collections::BTreeSet;

use super::document::{Inspection, Results};
use super::outcome::{MeasureCode, OutcomeCode, OutcomeGroup};
use crate::base::lang::Lang;
use crate::base::texts::{Notice, Text, findings};

/// The measures that are possible even if there was nothing to inspect.
const OF_CLOSED: [&str; 2] = ["stop", "transfer"];

/// [O2] Finds outcomes that contradict each other, and measures that do not fit the outcomes.
pub(super) fn found(results: &Results, of: &Inspection) -> Vec<Notice> {
    let groups = of.outcomes.iter();
    let groups = groups.filter_map(|code| results.group_of(code));
    let groups: BTreeSet<OutcomeGroup> = groups.collect();
    let is_clear = groups.contains(&OutcomeGroup::Clear);
    if is_clear && groups.len() > 1 {
        let names = names(&of.outcomes, |code, lang| results.outcome_name(code, lang));
        return vec![findings::result_contradiction(names)];
    }
    let measures =
        |all: &BTreeSet<String>| names(all, |code, lang| results.measure_name(code, lang));
    let mut notices = Vec::new();
    if is_clear && !of.measures.is_empty() {
        notices.push(findings::result_measure(measures(&of.measures)));
    }
    let only_closed = groups.iter().all(|group| *group == OutcomeGroup::Closed);
    let wrong = of.measures.iter();
    let wrong = wrong.filter(|code| MeasureCode::of(code).is_some());
    let wrong = wrong.filter(|code| !OF_CLOSED.contains(&code.as_str()));
    let wrong: BTreeSet<String> = wrong.cloned().collect();
    if only_closed && !wrong.is_empty() {
        notices.push(findings::result_closed_measure(measures(&wrong)));
    }
    // The meaning of an office's own outcome is not known.
    let mut published = of.outcomes.iter().map(|code| OutcomeCode::of(code));
    let no_reason = published.all(|of| of.is_some_and(|of| !of.is_abnormal()));
    if no_reason && !is_clear && !only_closed && of.measures.contains("abnormal_list") {
        let names = names(&of.outcomes, |code, lang| results.outcome_name(code, lang));
        notices.push(findings::result_abnormal(names));
    }
    notices
}

fn names<'r>(codes: &BTreeSet<String>, name: impl Fn(&str, Lang) -> Option<&'r str>) -> Text {
    Text::of(|lang| {
        let names = codes.iter().filter_map(|code| name(code, lang));
        names.collect::<Vec<_>>().join("、")
    })
}
