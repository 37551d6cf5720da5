//! Amendments that do not fit the record, or the state before them [M1–M6].

use serde_json::{Value, json};
use suiji::amend::Event;
use suiji::{Amendments, Error, Record, Request, Sealed};
use suiji_conformance::Small;

use super::Bad;

/// Two tasks that share tickets and teams. The first selects two entities and has one reserve. The second selects one.
struct Drawn {
    sealed: Sealed,
    record: Record,
    /// The record as JSON.
    json: Value,
}

impl Drawn {
    fn new() -> Self {
        let mut case = Small::with_team();
        let task = |id: &str, count: u64, reserves: u64| {
            json!({"id": id, "name": "抽查", "quota": {"count": count}, "reserves": reserves, "coordination": "A",
                   "team": {"seats": [{"department": "局", "count": 2}]}})
        };
        case.plan["tasks"] = json!([task("J1", 2, 1), task("J2", 1, 0)]);
        let (sealed, record) = case.draw().expect("a valid case");
        let json = serde_json::from_str(&record.to_json()).expect("JSON");
        Self {
            sealed,
            record,
            json,
        }
    }

    /// A selected entity of the first task. The second task selects one of the two.
    fn selected(&self, place: usize) -> &Value {
        &self.json["draws"][0]["selected"][place]["id"]
    }

    /// The entity that both tasks select.
    fn shared(&self) -> &Value {
        &self.json["draws"][1]["selected"][0]["id"]
    }

    fn member(&self, seat: usize) -> &Value {
        &self.json["draws"][0]["teams"][0]["members"][seat]
    }

    /// Makes amendments from requests, each given without the common fields.
    fn request(&self, requests: &[Value]) -> Result<Amendments, Error> {
        let common =
            json!({"at": "2024-09-03T10:00:00+08:00", "approved_by": "局长", "reason": "因故"});
        let requests: Vec<Value> = requests.iter().map(|own| joined(&common, own)).collect();
        let requests = Request::from_json(json!(requests).to_string().as_bytes());
        self.sealed
            .amend(&self.record, None, &requests.expect("valid in form"))
    }

    /// The state after a document with one amendment, given without the common fields.
    fn state(&self, own: &Value) -> Result<(), Error> {
        let amendment = json!({"previous": self.record.digest().to_string(), "at": "2024-09-03T10:00:00+08:00",
                               "approved_by": "局长", "reason": "因故"});
        let document = json!({"spec": "suiji-v1", "record": self.record.digest().to_string(),
                              "amendments": [joined(&amendment, own)]});
        self.state_of(&document)
    }

    fn state_of(&self, document: &Value) -> Result<(), Error> {
        let amendments = Amendments::from_json(document.to_string().as_bytes())?;
        amendments.state(&self.record).map(|_| ())
    }

    /// A substitution in the first seat of the first selected entity.
    fn substitution(&self, leaves: &Value, takes: &Value) -> Value {
        json!({"kind": "substitute", "seats": [
            {"task": "J1", "entity": self.selected(0), "seat": 0, "leaves": leaves, "inspector": takes}]})
    }
}

fn joined(common: &Value, own: &Value) -> Value {
    let mut all = common.clone();
    let fields = all.as_object_mut().expect("an object");
    fields.extend(own.as_object().expect("fields").clone());
    all
}

fn away(ids: &[&str]) -> Value {
    json!({"kind": "away", "inspectors": ids})
}

fn reserve(task: &str, entity: &Value) -> Value {
    json!({"kind": "reserve", "task": task, "entity": entity})
}

fn leave(task: &str, entity: &Value, seat: u64) -> Value {
    json!({"kind": "substitute", "seats": [{"task": task, "entity": entity, "seat": seat}]})
}

fn by_hand(entity: &Value, seat: u64, inspector: &Value) -> Value {
    json!({"kind": "by_hand", "task": "J1", "entity": entity, "seat": seat, "inspector": inspector})
}

pub(crate) fn faults() -> Vec<Bad> {
    let drawn = Drawn::new();
    let mut all = documents(&drawn);
    all.extend(requests(&drawn));
    all.extend(events_without_content());
    all.extend(changed_amendments(&drawn));
    all
}

/// The document, and the record to which it belongs [M1].
fn documents(drawn: &Drawn) -> Vec<Bad> {
    let made = drawn.request(&[away(&["Z-1"])]).expect("valid requests");
    let document: Value = serde_json::from_str(&made.to_json()).expect("JSON");
    drawn
        .state_of(&document)
        .expect("the unchanged document fits");
    let changed = |path: &str, value: Value| {
        let mut document = document.clone();
        *document.pointer_mut(path).expect("a field") = value;
        drawn.state_of(&document)
    };
    let mut teams = drawn.json.clone();
    teams["draws"][0]["teams"][0]["entity"] = json!("A-0");
    let teams = Record::from_json(teams.to_string().as_bytes()).expect("valid in form");
    let first = "amendments $.amendments[0]";
    vec![
        Bad::new(
            "version 2",
            changed("/spec", json!("suiji-v2")),
            "amendments.spec-unknown",
            "amendments $.spec",
        ),
        Bad::new(
            "another record",
            changed("/record", json!("ab".repeat(32))),
            "amendments.other-record",
            "amendments $",
        ),
        Bad::new(
            "no amendment",
            changed("/amendments", json!([])),
            "json.empty",
            "amendments $.amendments",
        ),
        Bad::new(
            "an unknown kind",
            changed("/amendments/0/kind", json!("ill")),
            "json.choice",
            format!("{first}.kind"),
        ),
        Bad::new(
            "another digest before it",
            changed("/amendments/0/previous", json!("ab".repeat(32))),
            "amendments.previous",
            first,
        ),
        Bad::new(
            "a time before the sealing",
            changed("/amendments/0/at", json!("2024-09-02T09:59:59+08:00")),
            "amendments.time",
            first,
        ),
        Bad::new(
            "a record whose teams are of other entities",
            teams.state().map(|_| ()),
            "amendments.record-teams",
            "record $.draws",
        ),
    ]
}

/// Requests that cannot be carried out [M2–M5].
fn requests(drawn: &Drawn) -> Vec<Bad> {
    let bad = |what: &str, requests: &[Value], code: &'static str| {
        let place = format!("amendments $[{}]", requests.len() - 1);
        Bad::new(what, drawn.request(requests), code, place)
    };
    let (first, second) = (drawn.selected(0), drawn.selected(1));
    let none = away(&["Z-1", "Z-2", "Z-3"]);
    let vacated = leave("J1", first, 0);
    vec![
        bad(
            "away twice",
            &[away(&["Z-1"]), away(&["Z-1"])],
            "amendments.already-away",
        ),
        bad(
            "back without having been away",
            &[json!({"kind": "back", "inspectors": ["Z-1"]})],
            "amendments.not-away",
        ),
        bad(
            "somebody who is not in the roster",
            &[away(&["Z-9"])],
            "amendments.unknown-inspector",
        ),
        bad(
            "a task T9",
            &[reserve("T9", first)],
            "amendments.unknown-task",
        ),
        bad(
            "an entity that is not selected",
            &[reserve("J1", &json!("A-0"))],
            "amendments.not-selected",
        ),
        bad(
            "a seat of a team that joins another",
            &[leave("J2", drawn.shared(), 0)],
            "amendments.joined",
        ),
        bad(
            "a third seat of two",
            &[leave("J1", first, 2)],
            "amendments.no-seat",
        ),
        bad(
            "a seat that nobody holds",
            &[none.clone(), vacated.clone(), vacated.clone()],
            "amendments.seat-vacant",
        ),
        bad(
            "a seat that is held, by hand",
            &[by_hand(first, 0, &json!("Z-3"))],
            "amendments.seat-held",
        ),
        bad(
            "two seats of one, by hand",
            &[
                none.clone(),
                vacated.clone(),
                by_hand(first, 0, drawn.member(1)),
            ],
            "amendments.in-team",
        ),
        bad(
            "an id in another letter case, by hand",
            &[none, vacated, by_hand(first, 0, &json!("z-1"))],
            "amendments.letter-case",
        ),
        bad(
            "a second reserve for one entity",
            &[reserve("J1", first), reserve("J1", first)],
            "amendments.already-replaced",
        ),
        bad(
            "a second reserve of one",
            &[reserve("J1", first), reserve("J1", second)],
            "amendments.no-reserve",
        ),
    ]
}

/// Events that name nobody, or no seat.
fn events_without_content() -> Vec<Bad> {
    let bad = |what: &str, event: Event, field: &str| {
        let at = "2024-09-03T10:00:00+08:00".parse().expect("a time");
        let request = Request::new(event, at, "局长", "因故");
        Bad::new(what, request, "json.empty", format!("amendments $.{field}"))
    };
    let (inspectors, seats) = (Vec::new(), Vec::new());
    vec![
        bad("nobody is away", Event::Away { inspectors }, "inspectors"),
        bad("no seat to leave", Event::Substitute { seats }, "seats"),
    ]
}

/// Faults that can be found without the inputs [M6].
fn changed_amendments(drawn: &Drawn) -> Vec<Bad> {
    let bad = |what: &str, own: &Value, code: &'static str| {
        Bad::new(what, drawn.state(own), code, "amendments $.amendments[0]")
    };
    let (first, next) = (
        drawn.selected(0),
        &drawn.json["draws"][0]["reserves"][0]["id"],
    );
    let used = |reserve: &Value, more: Value| {
        let own = json!({"kind": "reserve", "task": "J1", "entity": first, "reserve": reserve});
        joined(&own, &more)
    };
    let team = json!({"members": ["Z-1", "Z-2"]});
    drawn
        .state(&used(next, team.clone()))
        .expect("the unchanged amendment fits");
    vec![
        bad(
            "inspectors in another order",
            &away(&["Z-2", "Z-1"]),
            "amendments.order",
        ),
        bad(
            "a seat that another inspector leaves",
            &drawn.substitution(drawn.member(1), &json!("Z-9")),
            "amendments.leaves",
        ),
        bad(
            "a member of the team as substitute",
            &drawn.substitution(drawn.member(0), drawn.member(1)),
            "amendments.cannot-take",
        ),
        bad(
            "another entity as reserve",
            &used(drawn.selected(1), team.clone()),
            "amendments.reserve-order",
        ),
        bad(
            "a team of one",
            &used(next, json!({"members": ["Z-1"]})),
            "amendments.members",
        ),
        bad(
            "one inspector in two seats",
            &used(next, json!({"members": ["Z-1", "Z-1"]})),
            "amendments.members",
        ),
        bad(
            "a team that the other task does not have",
            &used(next, joined(&team, &json!({"joins": "J2"}))),
            "amendments.cannot-join",
        ),
    ]
}
