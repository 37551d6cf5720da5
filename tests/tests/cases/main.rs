//! Every case gives its expected result: the same commitment, record, public form and amendments, byte for byte, or a
//! refusal.
#![expect(clippy::unwrap_used, reason = "tests")]

mod trace;

use suiji::{PublicForm, Record, Request, Sealed};
use suiji_conformance::Case;
use suiji_conformance::count::counted;
use suiji_conformance::trace::jcs;

#[test]
fn every_case_gives_its_expected_result() {
    let cases = Case::all();
    assert!(cases.len() >= 60, "{} cases", cases.len());
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
                let canonical = String::from_utf8(record.canonical()).unwrap();
                assert_eq!(canonical, case.expected("record.json"), "{}", case.name());
                public_and_amended(&case, &sealed, &record);
            }
            Err(error) => assert!(case.is_refused(), "{}: {error}", case.name()),
        }
    }
}

/// The public form, and the amendments that the requests make [E2, M1].
fn public_and_amended(case: &Case, sealed: &Sealed, record: &Record) {
    let name = case.name();
    let ceremony = case.ceremony().unwrap();
    if case.dir.join("expected/public.json").exists() {
        let form = PublicForm::of(record, ceremony.secret()).unwrap();
        let form = serde_json::from_str(&form.to_json()).unwrap();
        assert_eq!(jcs(&form), case.expected("public.json"), "{name}");
    }
    if case.requests().is_none() {
        return;
    }
    let requests = Request::from_json(&case.bytes("requests.json")).unwrap();
    let amended = sealed.amend(record, None, &requests);
    let wrong = case.dir.join("expected/amendments-error.txt").exists();
    assert_eq!(
        amended.is_err(),
        wrong,
        "{name}: {:?}",
        amended.as_ref().err()
    );
    if let Ok(amendments) = amended {
        let amendments = serde_json::from_str(&amendments.to_json()).unwrap();
        assert_eq!(jcs(&amendments), case.expected("amendments.json"), "{name}");
    }
}

#[test]
fn refusals_have_their_codes() {
    for (name, code) in [
        ("19", "allocation.minimum-above-quota"),
        ("21", "team.no-window-end"),
        ("refuse-default-written", "json.written-default"),
        ("refuse-distinct-order", "contributions.not-ascending"),
        ("refuse-duplicate-id", "registry.duplicate-id"),
        ("refuse-empty-scope", "json.empty"),
        ("refuse-history-after", "history.after-sealing"),
        ("refuse-id-case", "id.case"),
        ("refuse-limit-class", "plan.unknown-class"),
        ("refuse-limit-exempt", "plan.limit-exempt"),
        ("refuse-limit-twice", "plan.duplicate-limit"),
        ("refuse-live-length", "contributions.length"),
        ("refuse-live-range", "contributions.number-range"),
        ("refuse-no-number", "plan.no-number"),
        ("refuse-no-window", "team.no-window-end"),
        ("refuse-opened-commitment", "ceremony.opened-commitment"),
        ("refuse-other-sheet", "contributions.other-commitment"),
        ("refuse-ratio", "ratio.form"),
        ("refuse-unassigned-character", "text.unassigned"),
        ("refuse-unseen-character", "text.invisible"),
        ("refuse-unknown-class", "registry.unknown-class"),
        ("refuse-upper-hex", "hex.form"),
    ] {
        let error = Case::named(name).draw().map(|_| ()).unwrap_err();
        assert_eq!(error.code(), code, "{name}: {error}");
    }
}
