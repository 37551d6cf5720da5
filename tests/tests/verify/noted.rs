//! Values that somebody noted during the draw are compared, source by source [R1].

use serde_json::json;
use suiji::verify::{Check, Noted, Outcome, Verdict};
use suiji::{Contribution, Contributions, Evidence, Lang, PublicForm, Record, Report, Secret};
use suiji_conformance::{Small, thrown};

use super::report;

const DICE: &str = "12345612345612345612";

/// A draw with two sources: dice, and a value that a witness chose.
fn drawn() -> Record {
    let mut case = Small::plain();
    let nonce = Secret::from_bytes([7; 32]);
    let commitment = Contribution::commitment(suiji::Hash::Sha256, &nonce, "三六五");
    let source = json!({"kind": "committed", "by": "witness", "name": "见证人", "commitment": commitment.to_string()});
    case.ceremony["sources"]
        .as_array_mut()
        .unwrap()
        .push(source);
    let opening = json!({"kind": "committed", "nonce": nonce.reveal(), "value": "三六五"});
    case.contributions = json!([thrown(DICE), opening]);
    case.draw().unwrap().1
}

fn dice(faces: &str) -> Contribution {
    let faces = faces
        .chars()
        .map(|face| u64::from(face.to_digit(10).unwrap()));
    Contribution::live([faces]).unwrap()
}

fn known(report: &Report) -> Vec<&Check> {
    let checks = report.checks().iter();
    checks
        .filter(|check| check.id() == "contributions.known")
        .collect()
}

#[test]
fn a_source_that_nobody_noted_is_on_trust_if_others_were_noted() {
    let record = drawn();
    assert!(known(&report(&record, &Evidence::default())).is_empty());
    let evidence = Evidence::default().with_noted([(1, Noted::Value("三六五".into()))]);
    let form = PublicForm::of(&record, None).unwrap();
    for found in [
        report(&record, &evidence),
        suiji::verify_public(&form, &evidence),
    ] {
        let [first, second] = known(&found)[..] else {
            panic!("{}", found.to_json());
        };
        assert_eq!(first.outcome(), &Outcome::OnTrust);
        assert_eq!(second.outcome(), &Outcome::Established);
        assert_eq!(second.source(), Some("见证人"));
        assert!(second.message(Lang::Zh).starts_with("随机源“见证人”："));
        assert_eq!(found.verdict(), Verdict::Incomplete);
    }
}

#[test]
fn another_value_fails_with_both_values() {
    let record = drawn();
    let wrong = "22345612345612345612";
    let nonce = |byte| Secret::from_bytes([byte; 32]);
    let opening = |byte| Contribution::committed(nonce(byte), "三六五").unwrap();
    let spaced = |faces: &str| {
        let faces: Vec<String> = faces.chars().map(String::from).collect();
        faces.join(" ")
    };
    let with_nonce = |byte| format!("三六五, nonce {}", nonce(byte).reveal());
    let cases: [(u64, Noted, String, String); 5] = [
        (0, dice(wrong).into(), spaced(wrong), spaced(DICE)),
        (
            1,
            Noted::Value("三六六".into()),
            "三六六".into(),
            "三六五".into(),
        ),
        (
            0,
            Noted::Value("三六五".into()),
            "三六五".into(),
            spaced(DICE),
        ),
        // The value is the same, but the commitment to it is different.
        (1, opening(8).into(), with_nonce(8), with_nonce(7)),
        (u64::MAX, dice(DICE).into(), spaced(DICE), "none".into()),
    ];
    for (source, noted, right, found_text) in cases {
        let found = report(&record, &Evidence::default().with_noted([(source, noted)]));
        let failed: Vec<&Check> = known(&found)
            .into_iter()
            .filter(|check| check.outcome().as_str() == "failed")
            .collect();
        let [
            Outcome::Failed {
                expected,
                found: shown,
            },
        ] = [failed[0].outcome()]
        else {
            panic!("{failed:?}");
        };
        assert_eq!(failed[0].path(), format!("$.contributions[{source}]"));
        assert_eq!(
            (expected.text(Lang::En), shown.text(Lang::En)),
            (&*right, &*found_text)
        );
        assert_eq!(found.verdict(), Verdict::Fails);
    }
    let same = Evidence::default().with_noted([(0, dice(DICE).into()), (1, opening(7).into())]);
    let same = report(&record, &same);
    assert!(
        known(&same)
            .iter()
            .all(|check| *check.outcome() == Outcome::Established)
    );
}

#[test]
fn a_whole_document_has_a_value_for_each_source() {
    let record = drawn();
    let document = Contributions::new(record.commitment().digest(), [dice(DICE)]);
    let found = report(&record, &Evidence::default().with_contributions(document));
    let outcomes: Vec<&str> = known(&found)
        .iter()
        .map(|check| check.outcome().as_str())
        .collect();
    assert_eq!(outcomes, ["established", "failed"]);
}

#[test]
fn each_digest_of_the_commitment_is_compared() {
    // [S3b]
    let record = drawn();
    let right = record.commitment().digest();
    let other = suiji::Digest::from_bytes([1; 32]);
    let evidence = Evidence::default()
        .with_commitment(right)
        .with_commitment(other);
    let found = report(&record, &evidence);
    let outcomes = found
        .checks()
        .iter()
        .filter(|check| check.id() == "sheet.known");
    let outcomes: Vec<&str> = outcomes.map(|check| check.outcome().as_str()).collect();
    assert_eq!(outcomes, ["established", "failed"]);
}
