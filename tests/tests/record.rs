//! The record and its public form [E1], [E2].
#![expect(clippy::unwrap_used, reason = "tests")]

use std::io::{self, Write};

use serde_json::{Value, json};
use suiji::{Digest, PublicForm, Record, Secret};
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
    // [E1], [C2c] The values come from another implementation.
    let (sealed, record) = Small::with_team().draw().unwrap();
    let expected = json!({
        "spec": "suiji-v1", "commitment": parsed(&sealed.commitment().to_json()),
        "contributions": [{"kind": "live", "numbers": [[1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2]]}],
        "seed": "4f4a450f95f263d51e59ba77a9412aa1ad07d86a6827ac6c8712eeb9e1028956",
        "draws": [{
            "task": "J1", "key": "c68531d2f2906efef253e2304903151fea7c0ac4299ace41d3ab2c264e61be4c",
            "selected": [
                {"id": "A-1", "stratum": "all", "ticket": "446d05260c88b406db10ff1efb0c2165d0045e41e739da3a25009b73078743ae"},
                {"id": "A-4", "stratum": "all", "ticket": "12f096a3e233a580fdd5a478de1d4e4d39935eb4c7167b9e418065a5123e9db9"}
            ],
            "teams": [{"entity": "A-1", "members": ["Z-2", "Z-1"]}, {"entity": "A-4", "members": ["Z-3", "Z-1"]}]
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
    // [E2] Computed from the JSON of the record. With a blinded commitment, the last tickets are hidden.
    for case in Case::all().iter().filter(|case| !case.is_refused()) {
        let record = parsed(&case.expected("record.json"));
        let draws = record["draws"]
            .as_array()
            .unwrap()
            .iter()
            .zip(record["commitment"]["tasks"].as_array().unwrap());
        let (sealed, drawn) = case.draw().unwrap();
        let hash = drawn.commitment().hash();
        let hide = |secret: &Secret, task: &Value, stratum: &Value, ticket: &str| {
            let (tree, stratum) = (
                format!("last/{}", task.as_str().unwrap()),
                stratum.as_str().unwrap(),
            );
            let secret: Digest = secret.reveal().parse().unwrap();
            let salt = hash.derive(
                "salt",
                &[secret.as_bytes(), tree.as_bytes(), stratum.as_bytes()],
            );
            let ticket: Digest = ticket.parse().unwrap();
            hash.derive("commit", &[salt.as_bytes(), ticket.as_bytes()])
        };
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
                    Some(match sealed.secret() {
                        Some(secret) => {
                            let hidden = hide(secret, &task["id"], &stratum["stratum"], ticket);
                            json!({"stratum": stratum["stratum"], "commitment": hidden.to_string()})
                        }
                        None => json!({"stratum": stratum["stratum"], "ticket": ticket}),
                    })
                });
            let last: Vec<Value> = last.collect();
            if !selected.is_empty() {
                public["last"] = json!(last);
                public["selected"] = selected.iter().map(|drawn| drawn["id"].clone()).collect();
            }
            public
        });
        let draws: Vec<Value> = draws.collect();
        let expected = json!({
            "spec": "suiji-v1", "record": drawn.digest().to_string(), "commitment": record["commitment"],
            "contributions": record["contributions"], "seed": record["seed"], "draws": draws
        });
        let form = PublicForm::of(&drawn, sealed.secret()).unwrap();
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
    assert!(!text.contains("12f096a3e233a580fdd5a478de1d4e4d39935eb4c7167b9e418065a5123e9db9"));
    assert!(text.contains("446d05260c88b406db10ff1efb0c2165d0045e41e739da3a25009b73078743ae"));
}

#[test]
fn a_public_form_needs_the_secret_of_its_own_record() {
    // [E2] No receipt could open a form that was made with another secret.
    let open = Small::plain().draw().unwrap().1;
    let blinded = Small::plain().blinded().draw().unwrap().1;
    let [right, wrong] = [0x5e, 0x5f].map(|byte| Secret::from_bytes([byte; 32]));
    let code = |record: &Record, secret: Option<&Secret>| {
        PublicForm::of(record, secret).map_or_else(|error| error.code(), |_| "")
    };
    assert_eq!(code(&open, None), "");
    assert_eq!(code(&open, Some(&right)), "sealed.secret-needless");
    assert_eq!(code(&blinded, None), "sealed.secret-missing");
    assert_eq!(code(&blinded, Some(&wrong)), "sealed.secret-wrong");
    assert_eq!(code(&blinded, Some(&right)), "");
    // It contains no ticket of the record.
    let text = PublicForm::of(&blinded, Some(&right)).unwrap().to_json();
    for drawn in blinded.draws()[0].selected() {
        assert!(!text.contains(&drawn.ticket().to_string()));
    }
}
