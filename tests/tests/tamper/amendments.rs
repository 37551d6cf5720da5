//! Changed amendments are found, unless the rules make the same document from another request. Requests are on trust
//! [M6].

use serde_json::Value;
use suiji::verify::Verdict;
use suiji::{Amendments, Evidence, Report, Run};
use suiji_conformance::Case;
use suiji_conformance::count::counted;
use suiji_conformance::mutate::{Mutant, duplicate_keys, mutants, touch};
use suiji_conformance::trace::amend;

use super::{CASES, parsed};

/// The request from which an amendment was made.
fn request(amendment: &Value) -> Value {
    let mut request = amendment.clone();
    let fields = request.as_object_mut().unwrap();
    fields.remove("previous");
    for field in ["reserve", "members", "vacant", "joins"] {
        fields.remove(field);
    }
    for seat in fields.get_mut("seats").into_iter().flat_map(seats) {
        seat.retain(|field, _| !["leaves", "inspector"].contains(&field.as_str()));
    }
    request
}

fn seats(list: &mut Value) -> impl Iterator<Item = &mut serde_json::Map<String, Value>> {
    let seats = list.as_array_mut().unwrap().iter_mut();
    seats.map(|seat| seat.as_object_mut().unwrap())
}

/// The document that the second implementation makes from the requests of this one.
fn right(case: &Case, document: &Value) -> Value {
    let amendments = document["amendments"].as_array().unwrap();
    let requests: Vec<Value> = amendments.iter().map(request).collect();
    amend(&case.small(), &requests).document
}

fn with_outcome<'r>(report: &'r Report, outcome: &str) -> Vec<(&'static str, &'r str)> {
    let checks = report.checks().iter();
    let of = checks.filter(|check| check.outcome().as_str() == outcome);
    of.map(|check| (check.id(), check.path())).collect()
}

/// The number of the amendment at this place.
fn number(place: &str) -> Option<usize> {
    let at = place.split_once("amendments")?.1;
    let digits = at.trim_start_matches(['/', '[']);
    digits.split(['/', ']']).next()?.parse().ok()
}

#[test]
fn changed_amendments_pass_only_if_they_follow_from_another_request() {
    // [M1]–[M6]
    let run = Run::default();
    let (mut refused, mut failed, mut passed) = (0, 0, 0);
    for name in CASES {
        let case = Case::named(name);
        let original = parsed(&case.expected("amendments.json"));
        let record = case.draw().unwrap().1;
        let verify = |amendments: Amendments, evidence: Evidence| {
            suiji::verify_with(&record, &evidence.with_amendments(amendments), &run).unwrap()
        };
        let read = |document: &Value| Amendments::from_json(document.to_string().as_bytes());
        let whole = verify(read(&original).unwrap(), case.evidence().unwrap());
        assert_eq!(whole.verdict(), Verdict::Holds, "{}", whole.to_json());
        assert!(whole.trust().iter().any(|of| of.id() == "trust.amendments"));
        for mutant in mutants(&original) {
            let what = format!("{name}: {} at {}", mutant.change, mutant.pointer);
            let amendments = match read(&mutant.document) {
                Ok(amendments) => amendments,
                Err(error) => {
                    let mut paths = error.faults().iter().map(|fault| fault.place().path());
                    assert!(
                        paths.any(|path| touch(&mutant.pointer, path)),
                        "{what}: {error}"
                    );
                    refused += 1;
                    continue;
                }
            };
            let report = verify(amendments.clone(), case.evidence().unwrap());
            if report.verdict() == Verdict::Holds {
                assert_eq!(mutant.document, right(&case, &mutant.document), "{what}");
                passed += 1;
                continue;
            }
            assert_eq!(report.verdict(), Verdict::Fails, "{what}");
            is_found_at_its_place(&mutant, &report, &what);
            failed += 1;
            // Without the inputs, less is found, but nothing false is established.
            let alone = verify(amendments, Evidence::default());
            let established = with_outcome(&alone, "established");
            let false_ones = with_outcome(&report, "failed");
            assert!(
                !false_ones.iter().any(|of| established.contains(of)),
                "{what}"
            );
            let decided = established
                .iter()
                .any(|(id, _)| *id == "amendments.decided");
            assert!(!decided, "{what}");
        }
        for (pointer, text) in duplicate_keys(&original) {
            let error = Amendments::from_json(text.as_bytes()).unwrap_err();
            assert!(
                error
                    .faults()
                    .iter()
                    .any(|fault| fault.code() == "json.repeated-key"),
                "{pointer}"
            );
            refused += 1;
        }
    }
    counted(refused, "changed amendments: refused by the reader");
    counted(failed, "changed amendments: failed by a check");
    counted(
        passed,
        "changed amendments: passed, as they follow from another request",
    );
    assert!(refused > 500 && failed > 500 && passed > 0);
}

/// The changed amendment or a later one fails. No earlier one fails, and no check of the record fails.
fn is_found_at_its_place(mutant: &Mutant, report: &Report, what: &str) {
    let failed = with_outcome(report, "failed");
    assert!(
        failed.iter().all(|(id, _)| id.starts_with("amendments.")),
        "{what}: {failed:?}"
    );
    if let Some(changed) = number(&mutant.pointer) {
        let mut numbers = failed.iter().filter_map(|(_, path)| number(path));
        assert!(
            numbers.all(|number| number >= changed),
            "{what}: {failed:?}"
        );
    }
}

#[test]
fn amendments_of_another_record_establish_nothing() {
    // [M1], [M6]
    let [one, other] = ["01", "03"].map(Case::named);
    let amendments = Amendments::from_json(&one.bytes("expected/amendments.json")).unwrap();
    let record = other.draw().unwrap().1;
    let evidence = other.evidence().unwrap().with_amendments(amendments);
    let report = suiji::verify(&record, &evidence);
    let failed = with_outcome(&report, "failed");
    assert!(
        failed.contains(&("amendments.record", "$.record")),
        "{failed:?}"
    );
    let of = |ids: &[&str], outcome| {
        let found = with_outcome(&report, outcome);
        found.iter().any(|(id, _)| ids.contains(id))
    };
    assert!(!of(
        &["amendments.fits", "amendments.decided"],
        "established"
    ));
    assert!(of(&["amendments.fits"], "not_checked"));
}

#[test]
fn who_steps_in_needs_all_inputs_that_were_sealed() {
    // [M6] With the secret of another commitment, or without one input, it is not checked.
    let case = Case::named("14");
    let amendments = || Amendments::from_json(&case.bytes("expected/amendments.json")).unwrap();
    let record = case.draw().unwrap().1;
    let decided = |evidence: Evidence| {
        let report = suiji::verify(&record, &evidence.with_amendments(amendments()));
        let checks = report.checks().iter();
        let of = checks.filter(|check| check.id() == "amendments.decided");
        let mut words: Vec<&str> = of.map(|check| check.outcome().as_str()).collect();
        words.dedup();
        (words, report.verdict())
    };
    let whole = || case.evidence().unwrap();
    assert_eq!(decided(whole()), (vec!["established"], Verdict::Holds));
    let wrong = suiji::Secret::from_bytes([1; 32]);
    assert_eq!(
        decided(whole().with_secret(wrong)),
        (vec!["not_checked"], Verdict::OtherInputs)
    );
    assert_eq!(
        decided(whole().with_roster(Case::named("16").roster().unwrap())),
        (vec!["not_checked"], Verdict::OtherInputs)
    );
    assert_eq!(
        decided(Evidence::default()),
        (vec!["not_checked"], Verdict::Incomplete)
    );
}

#[test]
fn beside_a_public_form_alone_only_record_and_chain_are_checked() {
    // [M6, E2] A public form has no teams and no reserves. With all inputs, the draw is repeated, which gives the
    // record.
    let case = Case::named("14");
    let bytes = case.bytes("expected/amendments.json");
    let (sealed, record) = case.draw().unwrap();
    let form = suiji::PublicForm::of(&record, sealed.secret()).unwrap();
    let verify = |evidence: Evidence, document: &[u8]| {
        let amendments = Amendments::from_json(document).unwrap();
        let report = suiji::verify_public(&form, &evidence.with_amendments(amendments));
        assert!(
            report
                .trust()
                .iter()
                .any(|of| of.id() == "trust.amendments")
        );
        report
    };
    let words = |report: &Report, id: &str| {
        let checks = report.checks().iter().filter(|check| check.id() == id);
        let mut words: Vec<String> = checks
            .map(|check| match check.outcome() {
                suiji::verify::Outcome::NotChecked { missing } => missing.as_str().to_owned(),
                other => other.as_str().to_owned(),
            })
            .collect();
        words.dedup();
        words
    };
    let whole = verify(case.evidence().unwrap(), &bytes);
    assert_eq!(whole.verdict(), Verdict::Holds, "{}", whole.to_json());
    for id in [
        "amendments.record",
        "amendments.chain",
        "amendments.fits",
        "amendments.decided",
    ] {
        assert_eq!(words(&whole, id), ["established"], "{id}");
    }
    let alone = verify(Evidence::default(), &bytes);
    for (id, outcome) in [
        ("amendments.record", "established"),
        ("amendments.chain", "established"),
        ("amendments.fits", "record"),
        ("amendments.decided", "record"),
    ] {
        assert_eq!(words(&alone, id), [outcome], "{id}");
    }
    let original: Value = serde_json::from_slice(&bytes).unwrap();
    let fails = |change: &dyn Fn(&mut Value), evidence: Evidence| {
        let mut document = original.clone();
        change(&mut document);
        let report = verify(evidence, document.to_string().as_bytes());
        let failed = with_outcome(&report, "failed");
        failed.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    };
    let other = || "0".repeat(64);
    let record = |document: &mut Value| document["record"] = other().into();
    assert_eq!(fails(&record, Evidence::default()), ["amendments.record"]);
    let previous = |document: &mut Value| document["amendments"][0]["previous"] = other().into();
    let chain = fails(&previous, Evidence::default());
    assert!(chain.iter().all(|id| *id == "amendments.chain") && !chain.is_empty());
    let at =
        |document: &mut Value| document["amendments"][0]["at"] = "2000-01-01T00:00:00+08:00".into();
    assert!(fails(&at, Evidence::default()).contains(&"amendments.chain"));
    // If all inputs are provided, it is decided again who steps in.
    let away = |document: &mut Value| {
        let list = document["amendments"].as_array_mut().unwrap();
        let index = list
            .iter()
            .position(|of| of["kind"] == "substitute")
            .unwrap();
        list.truncate(index + 1);
        list[index]["seats"][0]
            .as_object_mut()
            .unwrap()
            .remove("inspector");
    };
    assert_eq!(fails(&away, Evidence::default()), [""; 0]);
    assert_eq!(
        fails(&away, case.evidence().unwrap()),
        ["amendments.decided"]
    );
}
