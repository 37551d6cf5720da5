//! The trace gives the results of the cases, and their intermediate steps as far as a case has them.

use std::path::PathBuf;

use serde_json::{Value, json};
use suiji::Hash;
use suiji_conformance::count::counted;
use suiji_conformance::trace::{Keystream, Trace, amend, jcs, refusal, trace};
use suiji_conformance::{Case, Small};

/// The folder that `SUIJI_CASES` names, or `vectors/cases`.
fn folder() -> PathBuf {
    let named = std::env::var_os("SUIJI_CASES").map(PathBuf::from);
    named.unwrap_or_else(|| suiji_conformance::root().join("vectors/cases"))
}

#[test]
fn the_trace_gives_the_expected_results() {
    let cases = Case::of(&folder());
    assert!(cases.len() >= 60, "{} cases", cases.len());
    let (mut drawn, mut amendments, mut refused) = (0, 0, 0);
    for case in cases {
        let (name, small) = (case.name(), case.small());
        let document = case.value("contributions.json");
        let refusal = refusal(&small, Some(&document));
        if case.is_refused() {
            assert!(refusal.is_some(), "{name}: drawn, expected a refusal");
            refused += 1;
            continue;
        }
        assert_eq!(refusal, None, "{name}");
        let trace = trace(&small);
        same(&case, "commitment.json", &trace.commitment);
        same(&case, "record.json", &trace.record);
        if case.dir.join("expected/public.json").exists() {
            same(&case, "public.json", &trace.public);
        }
        drawn += 1;
        let requests = case.requests();
        let amended = requests.map(|requests| amend(&small, &requests));
        if let Some(amended) = &amended {
            let wrong = case.dir.join("expected/amendments-error.txt").exists();
            assert_eq!(
                amended.refused.is_some(),
                wrong,
                "{name}: {:?}",
                amended.refused
            );
            if !wrong {
                same(&case, "amendments.json", &amended.document);
            }
            amendments += amended.steps.len();
        }
        if case.dir.join("expected/trace.json").exists() {
            let expected = case.value("expected/trace.json");
            let mut found = steps(&small, &trace);
            if let Some(amended) = &amended {
                found["amendments"] = amended.steps.iter().map(after).collect();
            }
            equal(&name, &found, &expected);
        }
    }
    counted(drawn, "cases: traced");
    counted(amendments, "cases: amendments traced");
    counted(refused, "cases: refused by the trace");
}

#[test]
fn the_trace_refuses_by_the_right_rule() {
    let case = |name: &str| Case {
        dir: folder().join(name),
    };
    for (name, rule) in [
        ("19", "F4.2"),
        ("21", "T1"),
        ("refuse-default-written", "C2c"),
        ("refuse-distinct-order", "S4b"),
        ("refuse-duplicate-id", "I6"),
        ("refuse-empty-scope", "C2c"),
        ("refuse-history-after", "I5"),
        ("refuse-id-case", "C4"),
        ("refuse-limit-class", "I2"),
        ("refuse-limit-exempt", "I2"),
        ("refuse-limit-twice", "I2"),
        ("refuse-live-length", "S4b"),
        ("refuse-live-range", "S4b"),
        ("refuse-no-number", "I2"),
        ("refuse-no-window", "T1"),
        ("refuse-opened-commitment", "S4c"),
        ("refuse-other-sheet", "R4"),
        ("refuse-ratio", "C6"),
        ("refuse-unassigned-character", "C3"),
        ("refuse-unknown-class", "I6"),
        ("refuse-unseen-character", "C3"),
        ("refuse-upper-hex", "C1"),
    ] {
        let case = case(name);
        let document = case.value("contributions.json");
        let refusal = refusal(&case.small(), Some(&document));
        assert_eq!(refusal, Some(rule), "{name}");
    }
    for (name, rule) in [("22", "M3"), ("27", "M2"), ("36", "C4"), ("40", "M3")] {
        let case = case(name);
        let amended = amend(&case.small(), &case.requests().unwrap());
        assert_eq!(amended.refused, Some(rule), "{name}");
    }
}

fn same(case: &Case, file: &str, found: &Value) {
    let expected = case.value(&format!("expected/{file}"));
    assert_eq!(jcs(found), jcs(&expected), "{} {file}", case.name());
}

/// Compares field by field, so that a difference is easy to read. `last` has no order.
fn equal(name: &str, found: &Value, expected: &Value) {
    let sorted = |field: &str, value: &Value| {
        let mut rows: Vec<String> = list(value).iter().map(jcs).collect();
        rows.sort_unstable();
        if field == "last" {
            json!(rows)
        } else {
            value.clone()
        }
    };
    for (field, value) in expected.as_object().into_iter().flatten() {
        let (found, value) = (sorted(field, &found[field]), sorted(field, value));
        assert_eq!(found, value, "{name} trace.json: {field}");
    }
    let fields = found.as_object().into_iter().flatten();
    for (field, _) in fields {
        assert!(expected.get(field).is_some(), "{name} trace.json: {field}");
    }
}

fn hash(case: &Small) -> Hash {
    if case.ceremony["hash"] == "sm3" {
        Hash::Sm3
    } else {
        Hash::Sha256
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The steps of a draw in the form of `trace.json`.
fn steps(case: &Small, trace: &Trace) -> Value {
    let (steps, hash) = (&trace.steps, hash(case));
    let digest = |value: &Value| hash.digest(jcs(value).as_bytes()).to_string();
    let tasks = list(&steps["tasks"]);
    let teams: Vec<(&Value, &Value)> = tasks
        .iter()
        .flat_map(|task| {
            list(&task["teams"])
                .iter()
                .map(move |team| (&task["task"], team))
        })
        .collect();
    let seats = teams.iter().flat_map(|(_, team)| list(&team["seats"]));
    let rounds = list(&steps["balance"]["rounds"]).iter();
    let own = teams.iter().filter(|(_, team)| team.get("key").is_some());
    let ranks = own.map(|(task, team)| ranks(task, team));
    let loads = |field: &str| {
        let balanced = steps["balance"][field].as_object();
        let mut loads: Vec<u64> = match balanced {
            Some(loads) => loads.values().filter_map(Value::as_u64).collect(),
            None => case
                .roster
                .iter()
                .map(|row| row["load"].as_u64().unwrap_or(0))
                .collect(),
        };
        loads.sort_unstable_by(|a, b| b.cmp(a));
        json!(loads)
    };
    let excluded = tasks.iter().map(|task| {
        let rows = list(&task["excluded"]["leaves"]).iter().map(|leaf| {
            let leaf: Value = serde_json::from_str(leaf.as_str().unwrap()).unwrap();
            json!({"id": leaf["id"], "reason": leaf["reason"]})
        });
        json!({"task": task["task"], "rows": rows.collect::<Vec<_>>()})
    });
    let excluded = excluded.filter(|of| !list(&of["rows"]).is_empty());
    let keys = tasks.iter();
    let keys = keys.map(|task| json!({"task": task["task"], "key": task["keys"]["order"]}));
    let mut found = json!({
        "plan_jcs": steps["plan_jcs"],
        "commitment_jcs": jcs(&trace.commitment), "commitment_digest": digest(&trace.commitment),
        "contributions_jcs": steps["seed"]["contributions_jcs"],
        "live": steps["live"], "seed": steps["seed"]["seed"], "record_digest": digest(&trace.record),
        "loads_before_balance": loads("loads_before"), "loads_after": loads("loads_after"),
        "chains": seats.filter(|seat| seat["by"] == "chain").count(),
        "balance_moves": rounds.filter(|round| round.get("moves").is_some()).count(),
        "one_visit_teams": teams.iter().filter(|(_, team)| team.get("visit_of").is_some()).count(),
        "excluded": excluded.collect::<Vec<_>>(), "order_keys": keys.collect::<Vec<_>>(),
        "ranks": ranks.take(4).collect::<Vec<_>>(),
    });
    found["live"] = json!(list(&steps["live"]));
    let seed: suiji::Digest = steps["seed"]["seed"].as_str().unwrap().parse().unwrap();
    let balance = hash.derive("balance", &[seed.as_bytes()]);
    found["balance_key"] = json!(balance.to_string());
    for table in ["registry", "roster", "history"] {
        if let Some(leaf) = list(&steps[table]["leaves"]).first() {
            let bytes = [&[0], leaf.as_str().unwrap().as_bytes()].concat();
            let leaf = json!({"jcs": leaf, "hash": hash.digest(&bytes).to_string()});
            found[format!("{table}_first_leaf")] = leaf;
        }
    }
    if trace.commitment.get("blinded").is_some() {
        found["last"] = json!(list(&steps["last"]));
    }
    found
}

/// A team's key, the first words of its keystream, and its candidates by rank.
fn ranks(task: &Value, team: &Value) -> Value {
    let key = team["key"].as_str().unwrap().parse().unwrap();
    let mut stream = Keystream::of_key(&key);
    let words = [(); 3].map(|()| format!("{:016x}", stream.word()));
    json!({
        "task": task, "entity": team["entity"], "key": team["key"], "first_words": words,
        "ranked": team["ranks"]})
}

/// The state after an amendment in the form of `trace.json`.
fn after(step: &Value) -> Value {
    let mut after = step.clone();
    let teams = list(&step["ranks"]);
    let teams: Vec<Value> = teams
        .iter()
        .map(|team| ranks(&team["task"], team))
        .collect();
    if teams.is_empty() {
        after.as_object_mut().unwrap().remove("ranks");
    } else {
        after["ranks"] = json!(teams);
    }
    after
}
