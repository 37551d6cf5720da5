//! Every case gives its expected result: commitment and record to the byte, or a refusal.
#![expect(clippy::unwrap_used, reason = "tests")]

mod trace;

use suiji_conformance::Case;
use suiji_conformance::count::counted;

#[test]
fn every_case_gives_its_expected_result() {
    let cases = Case::all();
    assert!(cases.len() >= 32, "{} cases", cases.len());
    let refused = cases.iter().filter(|case| case.is_refused()).count();
    counted(refused, "cases: refused");
    counted(cases.len() - refused, "cases: drawn");
    for case in cases {
        match case.draw() {
            Ok((sealed, record)) => {
                assert!(
                    !case.is_refused(),
                    "{}: drawn, expected a refusal",
                    case.name()
                );
                let commitment = String::from_utf8(sealed.commitment().canonical()).unwrap();
                assert_eq!(
                    commitment,
                    case.expected("commitment.json"),
                    "{}",
                    case.name()
                );
                let record = String::from_utf8(record.canonical()).unwrap();
                assert_eq!(record, case.expected("record.json"), "{}", case.name());
            }
            Err(error) => assert!(case.is_refused(), "{}: {error}", case.name()),
        }
    }
}

#[test]
fn refusals_have_their_codes() {
    for (name, code) in [
        ("17", "allocation.maximum-below-quota"),
        ("18", "allocation.maximum-below-quota"),
        ("20", "allocation.minimum-above-quota"),
        ("21", "allocation.maximum-below-quota"),
        ("refuse-duplicate-id", "registry.duplicate-id"),
        ("refuse-id-case", "id.case"),
        ("refuse-live-length", "contributions.length"),
        ("refuse-no-number", "plan.no-number"),
        ("refuse-ratio", "ratio.form"),
        ("refuse-unknown-class", "registry.unknown-class"),
        ("refuse-upper-hex", "hex.form"),
    ] {
        let error = Case::named(name).draw().map(|_| ()).unwrap_err();
        assert_eq!(error.code(), code, "{name}: {error}");
    }
}
