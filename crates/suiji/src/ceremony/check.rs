//! Compares a ceremony with the earlier commitments that the caller provided [S3c] [S4c].

use std::collections::BTreeSet;

use crate::base::error::{ErrorKind, Faults, Place};
use crate::base::hash::Digest;
use crate::base::texts::{Problem, codes};
use crate::ceremony::Ceremony;
use crate::ceremony::chain::{out_of_order, reused, shared_task, unmatched};
use crate::ceremony::commitment::Commitment;
use crate::inputs::plan::Plan;

/// [S3c] Checks a ceremony against the earlier commitments that the caller provided.
pub(crate) fn check(ceremony: &Ceremony, plan: &Plan, faults: &mut Faults) {
    let mut refuse = |problem: Problem, path: String| {
        faults.push(problem.at(Place::new(ErrorKind::Ceremony, path)));
    };
    let terms = &ceremony.terms;
    let known = ceremony.earlier.iter().map(|sheet| (sheet.digest(), sheet));
    let known: Vec<(Digest, &Commitment)> = known.collect();
    let tasks: BTreeSet<&str> = plan.tasks.iter().map(|task| task.id.as_str()).collect();
    let named: BTreeSet<Digest> = terms.named().collect();
    for (digest, sheet) in known.iter().filter(|(digest, _)| !named.contains(digest)) {
        if let Some(task) = shared_task(sheet, &plan.authority, plan.year, &tasks) {
            refuse(codes::earlier_missing(digest, task), "$".to_owned());
        }
    }
    let own = ceremony
        .earlier
        .iter()
        .any(|sheet| sheet.authority == plan.authority);
    // If earlier commitments are named, another check requires `previous` [S3c].
    if own && terms.previous.is_none() && named.is_empty() {
        refuse(codes::no_previous(), "$".to_owned());
    }
    if let Some((older, younger)) = out_of_order(terms, &known) {
        refuse(codes::earlier_order(older, younger), "$".to_owned());
    }
    for (index, given) in unmatched(&terms.supersedes, &known) {
        let path = format!("$.supersedes[{index}].contributions[{given}]");
        let digest = terms.supersedes[index].commitment;
        refuse(codes::earlier_contribution(digest), path);
    }
    for index in reused(&terms.sources, ceremony.earlier.iter()) {
        let problem = codes::commitment_reused(terms.sources[index].name());
        refuse(problem, format!("$.sources[{index}]"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::error::{Error, Fault};
    use crate::base::hash::{Digest, Hash};
    use crate::ceremony::commitment::sample::sheet;
    use crate::ceremony::contribution::{Contribution, PartialContributions};
    use crate::ceremony::earlier::{Followed, Superseded};
    use crate::ceremony::source::{By, Part, Source};
    use crate::plan::{Quota, Task};

    fn plan(task: &str) -> Plan {
        let task = Task::new(task.parse().unwrap(), "抽查").with_quota(Quota::Count { count: 1 });
        let plan = Plan::builder("样例计划", "样例局", 2026).with_task(task);
        plan.build().unwrap()
    }

    fn ceremony() -> Ceremony {
        let die = Source::live(By::Witness, "掷骰", [Part::new(20, 1, 6).unwrap()]);
        Ceremony::new(Hash::Sha256, [die.unwrap()])
    }

    fn replaced(sheet: &Commitment) -> Superseded {
        Superseded::new(sheet.digest(), "名录更新", "局长")
    }

    fn codes_of(ceremony: &Ceremony, task: &str) -> Vec<&'static str> {
        let mut faults = Faults::default();
        check(ceremony, &plan(task), &mut faults);
        let codes = |error: Error| error.faults().iter().map(Fault::code).collect();
        faults.into_result(()).map_or_else(codes, |()| Vec::new())
    }

    #[test]
    fn a_sheet_with_the_same_task_is_named() {
        // [S3c]
        let first = sheet("J1", "J1").unwrap();
        let silent = ceremony()
            .with_previous(first.digest())
            .with_earlier([first.clone()]);
        assert_eq!(codes_of(&silent, "J1"), ["ceremony.earlier-sheet"]);
        assert_eq!(codes_of(&silent, "J2"), [""; 0]);
        let record = Digest::from_bytes([2; 32]);
        let followed = silent
            .clone()
            .with_followed(Followed::new(first.digest(), record));
        assert_eq!(codes_of(&followed, "J1"), [""; 0]);
        assert_eq!(
            codes_of(&silent.with_superseded(replaced(&first)), "J1"),
            [""; 0]
        );
        // A commitment of another authority or year does not count as earlier.
        for (from, to) in [("样例局", "别的局"), (": 2026,", ": 2025,")] {
            let other = sheet(from, to).unwrap();
            let ceremony = ceremony()
                .with_previous(other.digest())
                .with_earlier([other]);
            assert_eq!(codes_of(&ceremony, "J1"), [""; 0], "{from}");
        }
    }

    #[test]
    fn whoever_has_earlier_sheets_names_the_last() {
        // [S3a]
        let first = sheet("J1", "J1").unwrap();
        let alone = ceremony().with_earlier([first]);
        assert_eq!(codes_of(&alone, "J2"), ["ceremony.no-previous"]);
    }

    #[test]
    fn the_oldest_is_named_first() {
        // [S3c]
        let first = sheet("J1", "J1").unwrap();
        let previous = format!(r#""previous": "{}", "sources": ["#, first.digest());
        let second = sheet(r#""sources": ["#, &previous).unwrap();
        let named = |sheets: [&Commitment; 2]| {
            let start = ceremony()
                .with_previous(second.digest())
                .with_earlier([first.clone(), second.clone()]);
            let all = sheets.into_iter().map(replaced);
            codes_of(&all.fold(start, Ceremony::with_superseded), "J1")
        };
        assert_eq!(named([&first, &second]), [""; 0]);
        assert_eq!(named([&second, &first]), ["ceremony.sheet-order"]);
        // The third names only the second, which is not in the list.
        let previous = format!(r#""previous": "{}", "sources": ["#, second.digest());
        let third = sheet(r#""sources": ["#, &previous).unwrap();
        let listed = |at_hand: &[&Commitment]| {
            let start = ceremony()
                .with_previous(third.digest())
                .with_earlier(at_hand.iter().map(|&sheet| sheet.clone()))
                .with_superseded(replaced(&third));
            let all = start.with_superseded(replaced(&first));
            codes_of(&all, "J3")
        };
        assert_eq!(listed(&[&first, &second, &third]), ["ceremony.sheet-order"]);
        assert_eq!(listed(&[&second, &third]), ["ceremony.sheet-order"]);
        assert_eq!(listed(&[&first, &third]), [""; 0], "nothing shows it");
    }

    #[test]
    fn contributions_to_a_sheet_match_its_sources() {
        // [S3c, R1]
        let first = sheet("J1", "J1").unwrap();
        let codes = |source, numbers: Vec<u64>| {
            let given = Contribution::live([numbers]).unwrap();
            let some = PartialContributions::new([(source, given)]);
            let ceremony = ceremony()
                .with_previous(first.digest())
                .with_superseded(replaced(&first).with_contributions(some))
                .with_earlier([first.clone()]);
            codes_of(&ceremony, "J1")
        };
        assert_eq!(codes(0, vec![6; 20]), [""; 0]);
        assert_eq!(codes(0, vec![6; 19]), ["ceremony.sheet-contribution"]);
        assert_eq!(codes(1, vec![6; 20]), ["ceremony.sheet-contribution"]);
    }

    #[test]
    fn a_commitment_stands_on_one_sheet_only() {
        // [S4c]
        let digest = Digest::from_bytes([7; 32]);
        let committed = format!(
            r#""sources": [{{"kind": "committed", "by": "witness", "name": "甲", "commitment": "{digest}"}}, "#
        );
        let first = sheet(r#""sources": ["#, &committed).unwrap();
        let again = |digest| {
            let source = Source::committed(By::Public, "乙", digest).unwrap();
            let ceremony = Ceremony::new(Hash::Sha256, [source])
                .with_previous(first.digest())
                .with_earlier([first.clone()]);
            codes_of(&ceremony, "J2")
        };
        assert_eq!(again(digest), ["ceremony.reused-commitment"]);
        assert_eq!(again(Digest::from_bytes([8; 32])), [""; 0]);
    }
}
