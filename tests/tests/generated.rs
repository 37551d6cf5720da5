//! Generated cases reach every branch of the specification, as the trace shows.

use std::collections::BTreeMap;

use serde_json::Value;
use suiji_conformance::Small;
use suiji_conformance::generated::case;
use suiji_conformance::trace::{refusal, trace};

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// How often the cases reached each branch.
#[derive(Default)]
struct Reached(BTreeMap<String, usize>);

impl Reached {
    fn count(&mut self, what: impl Into<String>, when: bool) {
        *self.0.entry(what.into()).or_default() += usize::from(when);
    }
}

#[test]
fn generated_cases_come_to_everything() {
    let mut reached = Reached::default();
    for number in 0..300 {
        let case = case("suiji-v1", number);
        if let Some(rule) = refusal(&case, None) {
            reached.count(format!("refused by {rule}"), true);
        } else {
            reached.count("drawn", true);
            drawn(&case, &mut reached);
        }
    }
    let least = [
        ("drawn", 100),
        ("refused by T1", 5),
        ("refused by F4.2", 5),
        ("excluded by exempt", 20),
        ("excluded by L", 20),
        ("excluded by M", 5),
        ("joined", 10),
        ("joined by fewer", 8),
        ("two parts", 20),
        ("extra is blinded", 20),
        ("load decides", 1),
        ("by decides", 1),
        ("inspectors decides", 1),
        ("exempt_from decides", 1),
        ("classes decides", 1),
        ("from decides", 1),
    ];
    for (what, least) in least {
        let times = reached.0.get(what).copied().unwrap_or_default();
        assert!(times >= least, "{what}: {times} times: {:?}", reached.0);
    }
}

fn drawn(case: &Small, reached: &mut Reached) {
    let trace = trace(case);
    for sealed in list(&trace.commitment["tasks"]) {
        for reason in list(&sealed["excluded"]["reasons"]) {
            let reason = reason["reason"].as_str().unwrap_or_default();
            let reason = reason.trim_end_matches(|c: char| c.is_ascii_digit());
            reached.count(format!("excluded by {reason}"), true);
        }
    }
    let draws = list(&trace.record["draws"]).iter();
    for team in draws.flat_map(|draw| list(&draw["teams"])) {
        let seats = list(&team["members"]).len() + list(&team["vacant"]).len();
        reached.count("joined", team.get("joins").is_some());
        reached.count("joined by fewer", team.get("joins").is_some() && seats == 2);
    }
    let live = list(&trace.steps["live"]).iter();
    for source in live {
        reached.count("two parts", list(&source["numbers"]).len() == 2);
    }
    let leaves = list(&trace.steps["registry"]["leaves"]).iter();
    let blinded = |leaf: &Value| {
        leaf.as_str()
            .is_some_and(|leaf| leaf.contains("extra_digest"))
    };
    reached.count("extra is blinded", leaves.clone().any(blinded));
    for (field, change) in FIELDS {
        let mut without = case.clone();
        change(&mut without);
        if refusal(&without, None).is_none() {
            let tasks = &sheet(&without)["tasks"];
            reached.count(
                format!("{field} decides"),
                *tasks != trace.commitment["tasks"],
            );
        }
    }
}

/// The commitment of a case.
fn sheet(case: &Small) -> Value {
    trace(case).commitment
}

type Field = (&'static str, fn(&mut Small));

/// Fields that change what is sealed for a task, and how to remove them.
const FIELDS: [Field; 6] = [
    ("load", |case| take(&mut case.roster, "load")),
    ("by", |case| take(&mut case.history, "by")),
    ("inspectors", |case| take(&mut case.history, "inspectors")),
    ("exempt_from", |case| {
        take(&mut case.registry, "exempt_from")
    }),
    ("classes", |case| of_limits(case, "classes")),
    ("from", |case| of_limits(case, "from")),
];

fn take(rows: &mut [Value], field: &str) {
    for row in rows {
        row.as_object_mut().map(|row| row.remove(field));
    }
}

fn of_limits(case: &mut Small, field: &str) {
    let take_from = |of: &mut Value| {
        if let Some(limits) = of["limits"].as_array_mut() {
            take(limits, field);
        }
    };
    take_from(&mut case.plan);
    let tasks = case.plan["tasks"].as_array_mut();
    tasks.into_iter().flatten().for_each(take_from);
}
