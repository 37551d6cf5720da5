//! Draws that would be larger than the library allows are refused before sealing.

use suiji_conformance::costly::{all, large_record};

use crate::Bad;

/// One case for each of these limits, by name.
const CASES: [(&str, &str, &str); 5] = [
    ("frames", "limit.framed", "plan $.tasks"),
    ("record", "limit.drawn", "plan $.tasks"),
    ("many-inspectors", "limit.seated", "plan $.tasks"),
    ("reasons", "limit.commitment", "plan $.tasks"),
    ("sources", "limit.contributions", "ceremony $"),
];

pub(crate) fn faults() -> Vec<Bad> {
    let mut faults = Vec::new();
    for case in all(1000) {
        let expected = CASES.iter().find(|(name, ..)| *name == case.name);
        if let Some((name, code, place)) = expected {
            faults.push(Bad::new(name, case.run(), code, place));
        }
    }
    let record = large_record().run();
    faults.push(Bad::new(
        "a record of 400 MB",
        record,
        "limit.record",
        "plan $.tasks",
    ));
    faults
}
