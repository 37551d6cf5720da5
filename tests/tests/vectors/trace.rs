//! The trace, from which the vectors are generated, makes the receipts of the library.

use serde_json::Value;
use suiji_conformance::Case;
use suiji_conformance::trace::{jcs, receipt, trace};

fn drawn() -> Vec<Case> {
    let cases = Case::all().into_iter();
    cases.filter(|case| !case.is_refused()).collect()
}

#[test]
fn trace_and_library_make_the_same_receipts() {
    // [G1]–[G5], for all entities of the cases and one unknown entity.
    let mut count = 0;
    for case in drawn() {
        let small = case.small();
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
