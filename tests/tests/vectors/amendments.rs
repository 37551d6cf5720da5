//! Amendments: those of each vector are made. Its wrong requests and changed documents are refused.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use suiji::amend::Event;
use suiji::{Digest, Hash, Request};
use suiji_conformance::count::counted;
use suiji_conformance::trace::jcs;
use suiji_conformance::vectors::patch::apply;
use suiji_conformance::vectors::{Document, run};

use super::{File, list, text};

fn requests(file: &File) -> Vec<Value> {
    match file.documents().remove("requests.json") {
        Some(Document::Json(requests)) => list(&requests).to_vec(),
        other => panic!("{}: {other:?}", file.path),
    }
}

#[test]
fn the_requests_of_each_file_make_its_amendments() {
    // [M1], [M2], [M3], [M4], [M5]
    let files = File::of("amendments");
    assert!(files.len() >= 10, "{}", files.len());
    for file in files {
        let made = run::amend(&file.documents(), None, &json!(requests(&file)));
        let made = made.unwrap_or_else(|error| panic!("{}: {error}", file.path));
        let made: Value = serde_json::from_str(&made.to_json()).unwrap();
        let expected = text(&file.content["expected"]["amendments_jcs"]);
        assert_eq!(jcs(&made), expected, "{}", file.path);
        assert_eq!(jcs(&file.content["expected"]["amendments"]), expected);
        counted(list(&made["amendments"]).len(), "vectors: amendments made");
    }
}

#[test]
fn requests_one_after_another_make_the_same_document() {
    // [M1] Each step continues with the document made so far.
    for file in File::of("amendments") {
        let mut document: Option<Value> = None;
        for request in requests(&file) {
            let made = run::amend(&file.documents(), document.as_ref(), &json!([request]));
            let made = made.unwrap_or_else(|error| panic!("{}: {error}", file.path));
            document = serde_json::from_str(&made.to_json()).unwrap();
        }
        let expected = text(&file.content["expected"]["amendments_jcs"]);
        assert_eq!(jcs(&document.unwrap()), expected, "{}", file.path);
    }
}

#[test]
fn the_digests_of_the_steps_are_chained() {
    // [M1]
    for file in File::of("amendments") {
        let record = &file.content["record"];
        let hash: Hash = text(&record["commitment"]["hash"]).parse().unwrap();
        let mut previous = hash.digest(jcs(record).as_bytes());
        let amendments = &file.content["expected"]["amendments"]["amendments"];
        for (step, amendment) in list(&file.content["steps"]).iter().zip(list(amendments)) {
            assert_eq!(text(&step["jcs"]), jcs(amendment), "{}", file.path);
            assert_eq!(text(&amendment["previous"]), previous.to_string());
            let digest: Digest = text(&step["digest"]).parse().unwrap();
            assert_eq!(hash.digest(text(&step["jcs"]).as_bytes()), digest);
            previous = digest;
        }
    }
}

#[test]
fn an_inspector_can_leave_all_the_seats_that_the_state_names() {
    // [M2], [M3]
    for file in File::of("amendments") {
        let documents = file.documents();
        let (sealed, record) = run::draw(&documents).unwrap();
        let made = run::amend(&documents, None, &json!(requests(&file))).unwrap();
        let state = made.state(&record).unwrap();
        let tasks = record.draws().iter().map(|draw| draw.task().as_str());
        let mut inspectors = BTreeSet::new();
        for team in tasks.flat_map(|task| state.teams(task)) {
            let holders = team.seats().iter().flatten();
            inspectors.extend(holders.map(ToString::to_string));
        }
        for inspector in inspectors {
            let seats = state.seats_of(&inspector);
            assert_eq!(seats.len() as u64, state.seats_held(&inspector));
            let at = made.list().last().unwrap().at().clone();
            let leave = Request::new(Event::Substitute { seats }, at, "样例局长", "生病").unwrap();
            let after = sealed.amend(&record, Some(&made), &[leave]).unwrap();
            let after = after.state(&record).unwrap();
            assert_eq!(after.seats_held(&inspector), 0, "{}", file.path);
            assert_eq!(after.seats_of(&inspector), []);
            counted(1, "vectors: inspectors who leave all their seats");
        }
        assert_eq!(state.seats_of("missing"), []);
    }
}

#[test]
fn refused_requests_and_changed_documents_have_their_codes() {
    // [M1], [M2], [M3], [M4], [M5], [M6]
    let mut wrong = Vec::new();
    for file in File::of("amendments") {
        let documents = file.documents();
        let mut check = |case: &Value, found: Result<_, suiji::Error>| {
            let found = found.map_or_else(|error| error.code(), |_: suiji::Amendments| "accepted");
            if case["code"] != found {
                wrong.push(format!("{} {}: {found}", file.path, case["name"]));
            }
            counted(1, "vectors: refused amendments");
        };
        for case in list(&file.content["refused"]) {
            let mut requests = requests(&file);
            requests.push(case["request"].clone());
            check(case, run::amend(&documents, None, &json!(requests)));
        }
        for case in list(&file.content["changed"]) {
            let document = &file.content["expected"]["amendments"];
            let document = apply(document, &case["patch"]).unwrap();
            check(case, run::amend(&documents, Some(&document), &json!([])));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
