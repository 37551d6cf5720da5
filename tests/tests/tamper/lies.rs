//! Whole lies: records that agree with themselves and with the sheet they carry. Who has all inputs, and the
//! sheets made known, finds each at its place.

use serde_json::{Value, json};
use suiji::verify::Verdict;
use suiji::{Evidence, Record, Secret};
use suiji_conformance::Small;
use suiji_conformance::count::counted;

use super::forge::Liar;
use super::parsed;

/// Five firms of high and seven of low risk; two and three are drawn, by 7/1, 5/1, 7/2.
const TAKES: [(&str, usize); 2] = [("high", 2), ("low", 3)];

fn case() -> Small {
    let mut case = Small::plain();
    let firm = |n: usize| {
        let class = if n < 5 { "high" } else { "low" };
        json!({"id": format!("F-{n:02}"), "name": "样例企业", "class": class})
    };
    case.registry = (0..12).map(firm).collect();
    case.task(0)["quota"] = json!({"count": 5});
    case.task(0)["risk"] = json!({"unrated_as": "high"});
    case
}

fn evidence(case: &Small) -> Evidence {
    Evidence::of(&case.inputs().unwrap())
}

/// Where it fails.
fn failures(record: &Record, evidence: &Evidence) -> Vec<String> {
    let report = suiji::verify(record, evidence);
    let failed = report
        .checks()
        .iter()
        .filter(|check| check.outcome().as_str() == "failed");
    let failures: Vec<String> = failed
        .map(|check| format!("{} {}", check.id(), check.path()))
        .collect();
    assert_eq!(failures.is_empty(), report.verdict() != Verdict::Fails);
    failures
}

/// The record alone shows nothing, nor does it say that it holds.
fn shows_nothing_alone(record: &Record) {
    let report = suiji::verify(record, &Evidence::default());
    assert_eq!(report.verdict(), Verdict::Incomplete);
}

#[test]
fn the_liars_program_can_tell_the_truth() {
    let case = case();
    let liar = Liar::of(&case);
    let truth = liar.record(&liar.honest_choice(&case.registry, &TAKES));
    assert_eq!(truth, case.draw().unwrap().1);
    assert_eq!(failures(&truth, &evidence(&case)), [""; 0]);
}

#[test]
fn one_firm_is_swapped_for_another_with_its_true_ticket() {
    // [D3]: each of those drawn for each of its class that was not.
    let case = case();
    let liar = Liar::of(&case);
    let truth = liar.honest_choice(&case.registry, &TAKES);
    let others = case.registry.iter().filter(|firm| !truth.contains(firm));
    let mut lies = 0;
    for other in others {
        for at in (0..truth.len()).filter(|&at| truth[at]["class"] == other["class"]) {
            let mut chosen = truth.clone();
            chosen[at] = other.clone();
            let lie = liar.record(&chosen);
            let found = failures(&lie, &evidence(&case));
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(
                found[0].starts_with("draw.selection $.draws[0].selected["),
                "{found:?}"
            );
            shows_nothing_alone(&lie);
            lies += 1;
        }
    }
    // 3 others for 2 of high risk, 4 for 3 of low risk.
    assert_eq!(lies, 18);
    counted(lies, "whole lies: one firm swapped");
}

#[test]
fn all_firms_are_chosen_freely() {
    // [D3]: every choice of two of five and three of seven but the true one.
    let case = case();
    let liar = Liar::of(&case);
    let evidence = evidence(&case);
    let truth = liar.record(&liar.honest_choice(&case.registry, &TAKES));
    let mut lies = 0;
    for choice in 0_u32..1 << 12 {
        let of = |at: usize| choice & (1 << at) != 0;
        let chosen: Vec<Value> = (0..12)
            .filter(|&at| of(at))
            .map(|at| case.registry[at].clone())
            .collect();
        let high = (0..5).filter(|&at| of(at)).count();
        if (high, chosen.len()) != (2, 5) {
            continue;
        }
        let lie = liar.record(&chosen);
        if lie == truth {
            continue;
        }
        let found = failures(&lie, &evidence);
        assert!(
            !found.is_empty() && found.iter().all(|one| one.starts_with("draw.selection")),
            "{found:?}"
        );
        lies += 1;
    }
    assert_eq!(lies, 10 * 35 - 1);
    counted(lies, "whole lies: all firms chosen freely");
}

#[test]
fn the_seed_is_of_other_contributions() {
    // [R1], [R2]
    let mut case = case();
    let other = json!([{"kind": "live", "value": "66666666666666666666"}]);
    let liar = Liar::new(parsed(&case.seal().unwrap().commitment().to_json()), other);
    let lie = liar.record(&liar.honest_choice(&case.registry, &TAKES));
    // What was thrown stands beside the draw of what was not.
    let mut shown = parsed(&lie.to_json());
    shown["contributions"] = case.contributions.clone();
    let lie = Record::from_json(shown.to_string().as_bytes()).unwrap();
    assert_eq!(failures(&lie, &evidence(&case))[0], "record.seed $.seed");

    // Of a secret that was chosen before, another cannot be shown.
    let nonce = Secret::from_bytes([7; 32]);
    let commitment = suiji::Contribution::commitment(suiji::Hash::Sha256, &nonce, "三").to_string();
    let source =
        json!({"kind": "committed", "by": "witness", "name": "见证人", "commitment": commitment});
    case.ceremony["sources"]
        .as_array_mut()
        .unwrap()
        .push(source);
    let opened =
        |value: &str| json!({"kind": "committed", "nonce": nonce.reveal(), "value": value});
    let mut given = case.contributions.as_array().unwrap().clone();
    given.push(opened("四"));
    let liar = Liar::new(
        parsed(&case.seal().unwrap().commitment().to_json()),
        json!(given),
    );
    let lie = liar.record(&liar.honest_choice(&case.registry, &TAKES));
    let found = failures(&lie, &evidence(&case));
    assert_eq!(found, ["contributions.match $.contributions[1]"]);
}

#[test]
fn a_team_is_chosen_by_hand() {
    // [T4]: each officer for each other who may sit there too, and the two seats exchanged.
    let case = Small::with_team();
    let (_, record) = case.draw().unwrap();
    let right = parsed(&record.to_json());
    let mut lies = 0;
    for team in 0..2 {
        for seat in 0..2 {
            for officer in ["Z-1", "Z-2", "Z-3"] {
                let mut lie = right.clone();
                let members = &mut lie["draws"][0]["teams"][team]["members"];
                if members[seat] == officer {
                    continue;
                }
                if members[1 - seat] == officer {
                    members[1 - seat] = members[seat].clone();
                }
                members[seat] = json!(officer);
                let lie = Record::from_json(lie.to_string().as_bytes()).unwrap();
                let found = failures(&lie, &evidence(&case));
                assert_eq!(found, [format!("roster.teams $.draws[0].teams[{team}]")]);
                shows_nothing_alone(&lie);
                lies += 1;
            }
        }
    }
    assert_eq!(lies, 8);
    counted(lies, "whole lies: a team chosen by hand");
}

/// The honest registry against a sheet made from a false one, and against a sheet that has the true root of the
/// registry and the false frame.
fn sealed_falsely(falsify: impl Fn(&mut Value)) -> [Vec<String>; 2] {
    let case = case();
    let mut falsified = case.clone();
    falsify(&mut falsified.registry[0]);
    let false_sheet = parsed(&falsified.seal().unwrap().commitment().to_json());
    let mut mixed = parsed(&case.seal().unwrap().commitment().to_json());
    mixed["tasks"] = false_sheet["tasks"].clone();
    [false_sheet, mixed].map(|sheet| {
        let take = |class: &str| {
            let strata = sheet["tasks"][0]["strata"].as_array().unwrap();
            let stratum = strata.iter().find(|stratum| stratum["stratum"] == class);
            usize::try_from(stratum.unwrap()["take"].as_u64().unwrap()).unwrap()
        };
        let takes = TAKES.map(|(class, _)| (class, take(class)));
        let active = falsified
            .registry
            .iter()
            .filter(|firm| firm["status"] != "inactive");
        let framed: Vec<Value> = active.cloned().collect();
        let liar = Liar::new(sheet, case.contributions.clone());
        let lie = liar.record(&liar.honest_choice(&framed, &takes));
        shows_nothing_alone(&lie);
        // With the false registry all is well, where the sheet is of it.
        failures(&lie, &evidence(&case))
    })
}

#[test]
fn a_firm_is_left_out_of_the_frame() {
    // [F1], [S1]
    let [with_it_gone, mixed] = sealed_falsely(|firm| firm["status"] = json!("inactive"));
    assert_eq!(
        with_it_gone[..3],
        [
            "registry.root $.commitment.registry",
            "frame.root $.commitment.tasks[0].frame",
            "frame.strata $.commitment.tasks[0].strata"
        ]
    );
    assert_eq!(
        mixed[..2],
        [
            "frame.root $.commitment.tasks[0].frame",
            "frame.strata $.commitment.tasks[0].strata"
        ]
    );
}

#[test]
fn the_class_of_a_firm_is_changed() {
    // [F3], [S1]
    let [changed, mixed] = sealed_falsely(|firm| firm["class"] = json!("low"));
    assert_eq!(
        changed[..3],
        [
            "registry.root $.commitment.registry",
            "frame.root $.commitment.tasks[0].frame",
            "frame.strata $.commitment.tasks[0].strata"
        ]
    );
    assert_eq!(
        mixed[..2],
        [
            "frame.root $.commitment.tasks[0].frame",
            "frame.strata $.commitment.tasks[0].strata"
        ]
    );
}

#[test]
fn one_class_gets_less_than_the_plan_gives_it() {
    // [F4]
    let case = case();
    let mut sheet = parsed(&case.seal().unwrap().commitment().to_json());
    for (stratum, take) in [(0, 1), (1, 4)] {
        sheet["tasks"][0]["strata"][stratum]["take"] = json!(take);
    }
    let liar = Liar::new(sheet, case.contributions.clone());
    let lie = liar.record(&liar.honest_choice(&case.registry, &[("high", 1), ("low", 4)]));
    assert_eq!(
        failures(&lie, &evidence(&case)),
        ["plan.allocation $.commitment.tasks[0].strata"]
    );
    shows_nothing_alone(&lie);
}

#[test]
fn a_second_sheet_is_drawn_from() {
    // [S3b], [S3c]: the same again a minute later, which gives another seed of the same dice.
    let first = case();
    let mut second = first.clone();
    second.ceremony["sealed_at"] = json!("2024-09-02T10:01:00+08:00");
    let sheet = first.seal().unwrap().commitment().clone();
    let (_, lie) = second.draw().unwrap();
    assert_ne!(lie, first.draw().unwrap().1);
    assert_eq!(
        failures(&lie, &evidence(&first)),
        [""; 0],
        "by itself it is a draw as good as the first"
    );
    let known = evidence(&first).with_commitment(sheet.digest());
    assert_eq!(failures(&lie, &known), ["sheet.known $.commitment"]);
    let kept = evidence(&first).with_earlier(vec![sheet.clone()]);
    let found = failures(&lie, &kept);
    assert!(
        found.contains(&"earlier.named $.commitment".to_owned()),
        "{found:?}"
    );
    // And it may not call itself the next one where it replaces the first.
    second.ceremony["previous"] = json!(sheet.digest().to_string());
    let (_, lie) = second.draw().unwrap();
    assert_eq!(failures(&lie, &kept), ["earlier.named $.commitment"]);
}
