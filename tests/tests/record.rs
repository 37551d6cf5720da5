//! The record and its public form [E1], [E2].
#![expect(clippy::unwrap_used, reason = "tests")]

use std::io::{self, Write};

use serde_json::{Value, json};
use suiji::{PublicForm, Record};
use suiji_conformance::{Case, Small};

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_record_digest_does_not_depend_on_white_space() {
    // [E1] The digests come from another implementation.
    for (case, digest) in [
        (
            Small::plain(),
            "e3349301f74a8ea8cb34e93ddc4193052a4f7181661f3b51b7a6083244ebf758",
        ),
        (
            Small::plain().blinded(),
            "1efdaf4582e396cfd36e7cdc964e84fd614a501e35606d587df85b2616e65e88",
        ),
        (
            Small::with_team(),
            "ee0c6f17571374989380d685187799dd3bbe2b20f93b79964cafb12661fa9e42",
        ),
    ] {
        let (_, record) = case.draw().unwrap();
        assert_eq!(record.digest().to_string(), digest);
        let compact = parsed(&record.to_json()).to_string();
        let spaced = record.to_json().replace('\n', "\r\n\t ");
        for text in [compact, spaced] {
            let read = Record::from_json(text.as_bytes()).unwrap();
            assert_eq!(read, record);
            assert_eq!(read.digest().to_string(), digest);
        }
    }
}

#[test]
fn a_record_has_exactly_these_fields() {
    // [E1], [C2c]
    let (sealed, record) = Small::with_team().draw().unwrap();
    let expected = json!({
        "spec": "suiji-v1", "commitment": parsed(&sealed.commitment().to_json()),
        "contributions": [{"kind": "live", "value": "12345612345612345612"}],
        "seed": "4f4a450f95f263d51e59ba77a9412aa1ad07d86a6827ac6c8712eeb9e1028956",
        "draws": [{
            "task": "J1", "key": "c68531d2f2906efef253e2304903151fea7c0ac4299ace41d3ab2c264e61be4c",
            "selected": [
                {"id": "A-1", "stratum": "all", "ticket": "788de8f257baf23b08199a90d9014f237604af05220da81c238a5e071feb072b"},
                {"id": "A-5", "stratum": "all", "ticket": "8f177eb0a0220e7c854de5db427056bb99d47b4a484116e196904c3168fce416"}
            ],
            "teams": [{"entity": "A-1", "members": ["Z-3", "Z-2"]}, {"entity": "A-5", "members": ["Z-1", "Z-2"]}]
        }]
    });
    assert_eq!(parsed(&record.to_json()), expected);
}

/// A buffered writer: bytes arrive when it is flushed.
#[derive(Default)]
struct Buffered {
    waiting: Vec<u8>,
    arrived: Vec<u8>,
}

impl Write for Buffered {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.arrived.append(&mut self.waiting);
        Ok(())
    }
}

#[test]
fn writing_flushes_the_writer() {
    // [E1], [E2]
    let (_, record) = Small::plain().draw().unwrap();
    let form = PublicForm::of(&record, None).unwrap();
    let mut outs: [Buffered; 3] = Default::default();
    record.write_json(&mut outs[0]).unwrap();
    record.write_canonical(&mut outs[1]).unwrap();
    form.write_json(&mut outs[2]).unwrap();
    let arrived = outs.map(|out| out.arrived);
    assert_eq!(arrived[0], record.to_json().as_bytes());
    assert_eq!(arrived[1], record.canonical());
    assert_eq!(arrived[2], form.to_json().as_bytes());
}

#[test]
fn every_record_can_be_read_and_written_unchanged() {
    // [E1]
    for case in Case::all().iter().filter(|case| !case.is_refused()) {
        let record = Record::from_json(&case.bytes("expected/record.json")).unwrap();
        assert_eq!(
            String::from_utf8(record.canonical()).unwrap(),
            case.expected("record.json"),
            "{}",
            case.name()
        );
        assert_eq!(
            Record::from_json(record.to_json().as_bytes()).unwrap(),
            record
        );
    }
}

#[test]
fn the_public_form_has_the_selected_and_the_greatest_ticket_of_each_stratum() {
    // [E2] Computed from the JSON of the record.
    for case in Case::all().iter().filter(|case| !case.is_refused()) {
        let record = parsed(&case.expected("record.json"));
        let draws = record["draws"]
            .as_array()
            .unwrap()
            .iter()
            .zip(record["commitment"]["tasks"].as_array().unwrap());
        let draws = draws.map(|(draw, task)| {
            let none = Vec::new();
            let selected = draw["selected"].as_array().unwrap_or(&none);
            let mut public = json!({"task": draw["task"]});
            let last = task["strata"]
                .as_array()
                .unwrap()
                .iter()
                .filter_map(|stratum| {
                    let of_stratum = selected
                        .iter()
                        .filter(|drawn| drawn["stratum"] == stratum["stratum"]);
                    let ticket = of_stratum
                        .map(|drawn| drawn["ticket"].as_str().unwrap())
                        .max()?;
                    Some(json!({"stratum": stratum["stratum"], "ticket": ticket}))
                });
            let last: Vec<Value> = last.collect();
            if !selected.is_empty() {
                public["last"] = json!(last);
                public["selected"] = selected.iter().map(|drawn| drawn["id"].clone()).collect();
            }
            public
        });
        let draws: Vec<Value> = draws.collect();
        let (_, drawn) = case.draw().unwrap();
        let expected = json!({
            "spec": "suiji-v1", "record": drawn.digest().to_string(), "commitment": record["commitment"],
            "contributions": record["contributions"], "seed": record["seed"], "draws": draws
        });
        let form = PublicForm::of(&drawn, None).unwrap();
        assert_eq!(parsed(&form.to_json()), expected, "{}", case.name());
        let read = PublicForm::from_json(form.to_json().as_bytes()).unwrap();
        assert_eq!(read, form);
        assert_eq!((read.record(), read.seed()), (drawn.digest(), drawn.seed()));
    }
}

#[test]
fn a_public_form_has_no_inspectors_and_only_the_last_tickets() {
    // [E2]
    let (_, record) = Small::with_team().draw().unwrap();
    let text = PublicForm::of(&record, None).unwrap().to_json();
    assert!(!text.contains("Z-") && !text.contains("members"));
    assert!(!text.contains("788de8f257baf23b08199a90d9014f237604af05220da81c238a5e071feb072b"));
    assert!(text.contains("8f177eb0a0220e7c854de5db427056bb99d47b4a484116e196904c3168fce416"));
}
