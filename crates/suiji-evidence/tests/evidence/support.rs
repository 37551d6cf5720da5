//! Shared by the tests: the vectors, and a ledger with invented commitments.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use suiji::values::Time;
use suiji::{Contribution, Digest, Hash};
use suiji_evidence::{Error, Event, Ledger, Opening};

/// A file of published vectors.
pub(crate) fn vectors(file: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    serde_json::from_slice(&fs::read(folder.join(file)).unwrap()).unwrap()
}

/// The texts of a list.
pub(crate) fn texts(list: &Value) -> Vec<String> {
    let list = list.as_array().into_iter().flatten();
    list.map(|text| text.as_str().unwrap().to_owned()).collect()
}

/// A digest in base64; none if it does not have 32 bytes.
pub(crate) fn digest(text: &str) -> Option<Digest> {
    let bytes: [u8; 32] = STANDARD.decode(text).ok()?.try_into().ok()?;
    Some(Digest::from_bytes(bytes))
}

/// The codes of an error.
pub(crate) fn codes(error: &Error) -> Vec<&'static str> {
    error.problems().iter().map(|of| of.code()).collect()
}

/// A minute of an invented day.
pub(crate) fn at(minute: u32) -> Time {
    format!("2026-03-02T09:{minute:02}:00+08:00")
        .parse()
        .unwrap()
}

/// An invented digest.
pub(crate) fn invented(name: &str) -> Digest {
    Hash::Sha256.digest(name.as_bytes())
}

/// A throw of two dice.
pub(crate) fn dice(first: u64, second: u64) -> Contribution {
    Contribution::live([[first, second]]).unwrap()
}

/// The file of a ledger with these events after its first entry.
pub(crate) fn file(events: &[Event]) -> String {
    let opening = Opening::new(Hash::Sha256, "suiji-ledger/样例");
    let mut ledger = Ledger::new(opening, at(0)).unwrap();
    let mut text = ledger.line(0).unwrap() + "\n";
    for (minute, event) in (1..).zip(events) {
        text.push_str(&ledger.append(event.clone(), at(minute)).unwrap());
    }
    text
}

/// The line of an event as JSON, which a test can change and enter.
pub(crate) fn sealed(name: &str, tasks: &[&str], supersedes: &[&str]) -> Event {
    let supersedes: Vec<Value> = supersedes
        .iter()
        .map(|name| {
            serde_json::json!({
                "commitment": invented(name).to_string(),
                "reason": "样例原因",
                "approved_by": "样例县市场监管局 样例甲",
            })
        })
        .collect();
    let mut json = serde_json::json!({
        "kind": "sealed",
        "commitment": invented(name).to_string(),
        "authority": "样例县市场监管局",
        "year": 2026,
        "tasks": tasks,
    });
    if !supersedes.is_empty() {
        json["supersedes"] = supersedes.into();
    }
    event(json)
}

/// An event from its fields.
pub(crate) fn event(mut json: Value) -> Event {
    let opening = Opening::new(Hash::Sha256, "suiji-ledger/样例");
    let ledger = Ledger::new(opening, at(0)).unwrap();
    json["number"] = 1.into();
    json["at"] = at(1).as_str().into();
    json["before"] = ledger.root().to_string().into();
    let line = suiji::canonical_json(json.to_string().as_bytes()).unwrap();
    let first = ledger.line(0).unwrap();
    let text = format!("{first}\n{}\n", String::from_utf8(line).unwrap());
    let ledger = Ledger::read(text.as_bytes()).unwrap();
    ledger.entries()[1].event().clone()
}

/// A value that is shown.
pub(crate) fn seen(name: &str, contribution: Contribution) -> Event {
    Event::Seen {
        commitment: invented(name),
        source: 0,
        contribution,
    }
}

/// The draw from these dice.
pub(crate) fn drawn(name: &str, record: &str, contribution: Contribution) -> Event {
    Event::Drawn {
        commitment: invented(name),
        record: invented(record),
        contributions: suiji::ceremony::PartialContributions::new([(0, contribution)]),
        adopted: false,
    }
}

/// A day without a fault: sealed, one throw shown and confirmed, drawn, published.
pub(crate) fn day() -> Vec<Event> {
    vec![
        sealed("A", &["J1", "J2"], &[]),
        seen("A", dice(3, 5)),
        Event::Confirmed {
            commitment: invented("A"),
            source: 0,
        },
        drawn("A", "record A", dice(3, 5)),
        Event::Published {
            record: invented("record A"),
        },
    ]
}
