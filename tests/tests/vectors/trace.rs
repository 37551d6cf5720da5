//! The trace, from which the vectors are generated, compared with the cases of another implementation.

use serde_json::Value;
use suiji_conformance::trace::{jcs, receipt, trace};
use suiji_conformance::{Case, Small};

/// The documents of a case with tables in JSON Lines.
fn documents(case: &Case) -> Small {
    let json = |file: &str| serde_json::from_slice(&case.bytes(file)).unwrap();
    let rows = |file: &str| {
        let text = String::from_utf8(case.bytes(file)).unwrap();
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    };
    Small {
        plan: json("plan.json"),
        registry: rows("registry.jsonl"),
        roster: rows("roster.jsonl"),
        history: rows("history.jsonl"),
        ceremony: json("ceremony.json"),
        contributions: json("contributions.json"),
    }
}

fn drawn() -> Vec<Case> {
    let cases = Case::all().into_iter();
    cases
        .filter(|case| !case.is_refused() && case.dir.join("registry.jsonl").exists())
        .collect()
}

#[test]
fn the_trace_gives_the_results_of_another_implementation() {
    // [S3a, E1]
    let cases = drawn();
    assert!(cases.len() >= 18, "{}", cases.len());
    for case in cases {
        let trace = trace(&documents(&case));
        assert_eq!(
            jcs(&trace.commitment),
            case.expected("commitment.json"),
            "{}",
            case.name()
        );
        assert_eq!(
            jcs(&trace.record),
            case.expected("record.json"),
            "{}",
            case.name()
        );
    }
}

#[test]
fn trace_and_library_make_the_same_receipts() {
    // [G1]–[G5], for all entities of the cases and one unknown entity.
    let mut count = 0;
    for case in drawn() {
        let small = documents(&case);
        let (trace, (sealed, record)) = (trace(&small), case.draw().unwrap());
        let ids = small.registry.iter().map(|row| row["id"].as_str().unwrap());
        for id in ids.chain(["UNKNOWN"]) {
            let made = sealed.receipt(&record, &id.parse().unwrap());
            let made: Value = serde_json::from_str(&made.unwrap().to_json()).unwrap();
            assert_eq!(
                jcs(&receipt(&small, &trace, id)),
                jcs(&made),
                "{} {id}",
                case.name()
            );
            count += 1;
        }
    }
    assert!(count > 200, "{count}");
}
