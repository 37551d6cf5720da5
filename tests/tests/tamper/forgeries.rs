//! Complete forgeries: records that are consistent with themselves and with their commitment. A verification with
//! all inputs and the published commitments finds each of them at its place.

use serde_json::{Value, json};
use suiji::verify::Verdict;
use suiji::{Evidence, Record, Secret};
use suiji_conformance::count::counted;
use suiji_conformance::{Small, thrown};

use super::forger::Forger;
use super::parsed;

/// Two of five entities with high risk are selected, and three of seven with low risk.
const TAKES: [(&str, usize); 2] = [("high", 2), ("low", 3)];

fn case() -> Small {
    let mut case = Small::plain();
    let entity = |n: usize| {
        let class = if n < 5 { "high" } else { "low" };
        json!({"id": format!("F-{n:02}"), "name": "样例企业", "class": class})
    };
    case.registry = (0..12).map(entity).collect();
    case.task(0)["quota"] = json!({"count": 5});
    case.task(0)["risk"] = json!({"unrated_as": "high"});
    case
}

fn evidence(case: &Small) -> Evidence {
    Evidence::of(&case.inputs().unwrap())
}

/// The checks that fail, with their places.
fn failures(record: &Record, evidence: &Evidence) -> Vec<String> {
    let report = suiji::verify(record, evidence);
    let failed = report
        .checks()
        .iter()
        .filter(|check| check.outcome().as_str() == "failed");
    let failures: Vec<String> = failed
        .map(|check| format!("{} {}", check.id(), check.path()))
        .collect();
    let verdict = report.verdict();
    let faulty = [Verdict::Fails, Verdict::OtherInputs].contains(&verdict);
    assert_eq!(failures.is_empty(), !faulty, "{verdict:?}");
    failures
}

/// Asserts that with the record only, the verdict is neither `fails` nor `holds`.
fn assert_incomplete_alone(record: &Record) {
    let report = suiji::verify(record, &Evidence::default());
    assert_eq!(report.verdict(), Verdict::Incomplete);
}

#[test]
fn the_forger_can_make_the_true_record() {
    let case = case();
    let forger = Forger::of(&case);
    let true_record = forger.record(&forger.true_selection(&case.registry, &TAKES));
    assert_eq!(true_record, case.draw().unwrap().1);
    assert_eq!(failures(&true_record, &evidence(&case)), [""; 0]);
}

#[test]
fn one_entity_replaced_by_another_with_its_true_ticket() {
    // [D3] Each selected entity replaced by each other entity of its class.
    let case = case();
    let forger = Forger::of(&case);
    let selection = forger.true_selection(&case.registry, &TAKES);
    let others = case
        .registry
        .iter()
        .filter(|entity| !selection.contains(entity));
    let mut count = 0;
    for other in others {
        for at in (0..selection.len()).filter(|&at| selection[at]["class"] == other["class"]) {
            let mut chosen = selection.clone();
            chosen[at] = other.clone();
            let forged = forger.record(&chosen);
            let found = failures(&forged, &evidence(&case));
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(
                found[0].starts_with("draw.selection $.draws[0].selected["),
                "{found:?}"
            );
            assert_incomplete_alone(&forged);
            count += 1;
        }
    }
    // There are 2 selected and 3 others with high risk, 3 and 4 with low risk.
    assert_eq!(count, 18);
    counted(count, "forgeries: one entity replaced");
}

#[test]
fn all_entities_chosen_freely() {
    // [D3] Every selection of two of five and three of seven except the true one.
    let case = case();
    let forger = Forger::of(&case);
    let evidence = evidence(&case);
    let true_record = forger.record(&forger.true_selection(&case.registry, &TAKES));
    let mut count = 0;
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
        let forged = forger.record(&chosen);
        if forged == true_record {
            continue;
        }
        let found = failures(&forged, &evidence);
        assert!(
            !found.is_empty()
                && found
                    .iter()
                    .all(|failure| failure.starts_with("draw.selection")),
            "{found:?}"
        );
        count += 1;
    }
    assert_eq!(count, 10 * 35 - 1);
    counted(count, "forgeries: all entities chosen freely");
}

#[test]
fn a_seed_of_other_contributions() {
    // [R1], [R2]
    let mut case = case();
    let other = json!([thrown("66666666666666666666")]);
    let forger = Forger::new(parsed(&case.seal().unwrap().commitment().to_json()), other);
    let forged = forger.record(&forger.true_selection(&case.registry, &TAKES));
    // The true contributions, with a draw from other contributions.
    let mut document = parsed(&forged.to_json());
    document["contributions"] = case.contributions.clone();
    let forged = Record::from_json(document.to_string().as_bytes()).unwrap();
    assert_eq!(failures(&forged, &evidence(&case))[0], "record.seed $.seed");

    // Another value of a committed source does not match its commitment.
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
    let mut contributions = case.contributions.as_array().unwrap().clone();
    contributions.push(opened("四"));
    let forger = Forger::new(
        parsed(&case.seal().unwrap().commitment().to_json()),
        json!(contributions),
    );
    let forged = forger.record(&forger.true_selection(&case.registry, &TAKES));
    let found = failures(&forged, &evidence(&case));
    assert_eq!(found, ["contributions.match $.contributions[1]"]);
}

#[test]
fn a_team_chosen_by_hand() {
    // [T4] Each member replaced by each other eligible inspector, and the two members swapped.
    let case = Small::with_team();
    let (_, record) = case.draw().unwrap();
    let original = parsed(&record.to_json());
    let mut count = 0;
    for team in 0..2 {
        for seat in 0..2 {
            for inspector in ["Z-1", "Z-2", "Z-3"] {
                let mut forged = original.clone();
                let members = &mut forged["draws"][0]["teams"][team]["members"];
                if members[seat] == inspector {
                    continue;
                }
                if members[1 - seat] == inspector {
                    members[1 - seat] = members[seat].clone();
                }
                members[seat] = json!(inspector);
                let forged = Record::from_json(forged.to_string().as_bytes()).unwrap();
                let found = failures(&forged, &evidence(&case));
                assert_eq!(found, [format!("roster.teams $.draws[0].teams[{team}]")]);
                assert_incomplete_alone(&forged);
                count += 1;
            }
        }
    }
    assert_eq!(count, 8);
    counted(count, "forgeries: a team chosen by hand");
}

/// The failures if the true registry is provided, for two records. The commitment of the first was made from a false
/// registry. The second has the true root of the registry, but the frame of the false one.
fn with_false_registry(falsify: impl Fn(&mut Value)) -> [Vec<String>; 2] {
    let case = case();
    let mut falsified = case.clone();
    falsify(&mut falsified.registry[0]);
    let false_commitment = parsed(&falsified.seal().unwrap().commitment().to_json());
    let mut mixed = parsed(&case.seal().unwrap().commitment().to_json());
    mixed["tasks"] = false_commitment["tasks"].clone();
    [false_commitment, mixed].map(|commitment| {
        let take = |class: &str| {
            let strata = commitment["tasks"][0]["strata"].as_array().unwrap();
            let stratum = strata.iter().find(|stratum| stratum["stratum"] == class);
            usize::try_from(stratum.unwrap()["take"].as_u64().unwrap()).unwrap()
        };
        let takes = TAKES.map(|(class, _)| (class, take(class)));
        let active = falsified
            .registry
            .iter()
            .filter(|entity| entity["status"] != "inactive");
        let framed: Vec<Value> = active.cloned().collect();
        let forger = Forger::new(commitment, case.contributions.clone());
        let forged = forger.record(&forger.true_selection(&framed, &takes));
        assert_incomplete_alone(&forged);
        failures(&forged, &evidence(&case))
    })
}

#[test]
fn an_entity_left_out_of_the_frame() {
    // [F1], [S1]
    let [left_out, mixed] = with_false_registry(|entity| entity["status"] = json!("inactive"));
    assert_eq!(left_out, ["registry.root $.commitment.registry"]);
    assert_eq!(
        mixed[..2],
        [
            "frame.root $.commitment.tasks[0].frame",
            "frame.strata $.commitment.tasks[0].strata"
        ]
    );
}

#[test]
fn the_class_of_an_entity_changed() {
    // [F3], [S1]
    let [changed, mixed] = with_false_registry(|entity| entity["class"] = json!("low"));
    assert_eq!(changed, ["registry.root $.commitment.registry"]);
    assert_eq!(
        mixed[..2],
        [
            "frame.root $.commitment.tasks[0].frame",
            "frame.strata $.commitment.tasks[0].strata"
        ]
    );
}

#[test]
fn a_class_with_a_smaller_take_than_in_the_plan() {
    // [F4]
    let case = case();
    let mut commitment = parsed(&case.seal().unwrap().commitment().to_json());
    for (stratum, take) in [(0, 1), (1, 4)] {
        commitment["tasks"][0]["strata"][stratum]["take"] = json!(take);
    }
    let forger = Forger::new(commitment, case.contributions.clone());
    let forged = forger.record(&forger.true_selection(&case.registry, &[("high", 1), ("low", 4)]));
    assert_eq!(
        failures(&forged, &evidence(&case)),
        ["plan.allocation $.commitment.tasks[0].strata"]
    );
    assert_incomplete_alone(&forged);
}

#[test]
fn a_draw_from_a_second_commitment() {
    // [S3b], [S3c] The inputs are sealed again a minute later, which gives another seed from the same contributions.
    let first = case();
    let mut second = first.clone();
    second.ceremony["sealed_at"] = json!("2024-09-02T10:01:00+08:00");
    let commitment = first.seal().unwrap().commitment().clone();
    let (_, forged) = second.draw().unwrap();
    assert_ne!(forged, first.draw().unwrap().1);
    assert_eq!(
        failures(&forged, &evidence(&first)),
        [""; 0],
        "without the first commitment, the second draw is valid"
    );
    let known = evidence(&first).with_commitment(commitment.digest());
    assert_eq!(failures(&forged, &known), ["sheet.known $.commitment"]);
    let with_earlier = evidence(&first).with_earlier(vec![commitment.clone()]);
    let found = failures(&forged, &with_earlier);
    assert!(
        found.contains(&"earlier.named $.commitment".to_owned()),
        "{found:?}"
    );
    // It also fails if it names the first commitment only as previous.
    second.ceremony["previous"] = json!(commitment.digest().to_string());
    let (_, forged) = second.draw().unwrap();
    assert_eq!(
        failures(&forged, &with_earlier),
        ["earlier.named $.commitment"]
    );
}
