//! Results with an invalid form, or that do not fit the draw [O1] [O2]. `results.rs` tests each of them with its row.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use suiji::results::Known;
use suiji::seal::Finding;
use suiji::{Error, Plan, Record, Results};
use suiji_conformance::Small;

use super::Bad;

struct Drawn {
    plan: Plan,
    record: Record,
    json: Value,
}

impl Drawn {
    fn new() -> Self {
        let mut case = Small::with_team();
        let task = |id: &str, count: u64| {
            json!({"id": id, "name": "抽查", "quota": {"count": count}, "reserves": 1, "coordination": "A",
                   "team": {"seats": [{"department": "局", "count": 2}]}})
        };
        case.plan["tasks"] = json!([task("J1", 3), task("J2", 1)]);
        case.plan["window"] = json!({"from": "2024-09-03", "to": "2024-10-31"});
        let (_, record) = case.draw().unwrap();
        Self {
            plan: Plan::from_json(case.plan.to_string().as_bytes()).unwrap(),
            json: serde_json::from_str(&record.to_json()).unwrap(),
            record,
        }
    }

    fn id(&self, task: usize, list: &str, place: usize) -> &Value {
        &self.json["draws"][task][list][place]["id"]
    }

    /// A correct row with these changes.
    fn row(&self, changes: &Value) -> Value {
        let mut row = json!({"task": "J1", "entity": self.id(0, "selected", 0), "date": "2024-09-10",
                             "inspectors": self.json["draws"][0]["teams"][0]["members"], "outcomes": ["no_problem"]});
        for (key, value) in changes.as_object().unwrap() {
            row[key] = value.clone();
        }
        row
    }

    fn read(&self, changes: &Value) -> Result<Results, Error> {
        let mut document = json!({"spec": "suiji-v1", "record": self.record.digest().to_string()});
        for (key, value) in changes.as_object().unwrap() {
            document[key] = value.clone();
        }
        Results::from_json(document.to_string().as_bytes())
    }

    fn one(&self, changes: &Value) -> Result<Results, Error> {
        self.read(&json!({"results": [self.row(changes)]}))
    }
}

pub(crate) fn faults() -> Vec<Bad> {
    let drawn = Drawn::new();
    let own = json!([{"code": "rectified", "name": "样例", "group": "violation"}]);
    let other = Small::plain().draw().unwrap().1;
    let row = "results $.results[0]";
    vec![
        Bad::new(
            "version 2",
            drawn.read(&json!({"spec": "suiji-v2"})),
            "results.spec-unknown",
            "results $.spec",
        ),
        Bad::new(
            "results of another record",
            drawn.one(&json!({})).unwrap().status(&other, None),
            "results.other-record",
            "results $.record",
        ),
        Bad::new(
            "a published code as an own one",
            drawn.read(&json!({"own_outcomes": own})),
            "results.own-code",
            "results $",
        ),
        Bad::new(
            "an unknown outcome",
            drawn.one(&json!({"outcomes": ["fine"]})),
            "results.unknown-outcome",
            format!("{row}.outcomes"),
        ),
        Bad::new(
            "an unknown measure",
            drawn.one(&json!({"measures": ["none"]})),
            "results.unknown-measure",
            format!("{row}.measures"),
        ),
        Bad::new(
            "published before the inspection",
            drawn.one(&json!({"published": "2024-09-09"})),
            "results.published-early",
            format!("{row}.published"),
        ),
    ]
}

/// The codes of the findings of results with one mistake each.
pub(crate) fn findings() -> BTreeSet<&'static str> {
    let drawn = Drawn::new();
    let shared = drawn.id(1, "selected", 0);
    let alone = (0..3).map(|place| drawn.id(0, "selected", place));
    let alone: Vec<&Value> = alone.filter(|id| *id != shared).collect();
    let lower = alone[0].as_str().unwrap().to_lowercase();
    let one = [
        json!({"task": "J9"}),
        json!({"entity": "X-1"}),
        json!({"entity": lower}),
        json!({"task": "J2", "entity": alone[0]}),
        json!({"date": "2024-09-01"}),
        json!({"date": "2024-12-01"}),
        json!({"outcomes": ["no_problem", "rectified"]}),
        json!({"measures": ["case"]}),
        json!({"inspectors": ["Z-9"]}),
        json!({"inspectors": [drawn.json["draws"][0]["teams"][0]["members"][0]]}),
        json!({"inspectors": []}),
        json!({"inspectors": ["Z-1", "Z-2"], "date": "2024-09-16"}),
        json!({"entity": drawn.id(0, "reserves", 0)}),
        json!({"outcomes": ["deregistered"], "measures": ["rectification"]}),
        json!({"outcomes": ["rectified"], "measures": ["abnormal_list"]}),
    ];
    let mut rows: Vec<Vec<Value>> = one.iter().map(|of| vec![drawn.row(of)]).collect();
    let twice = drawn.row(&json!({}));
    rows.push(vec![twice.clone(), twice]);
    let second = json!({"task": "J2", "entity": shared, "date": "2024-09-12"});
    for outcome in ["no_problem", "closed_down"] {
        let first = json!({"entity": shared, "outcomes": [outcome]});
        rows.push(vec![drawn.row(&first), drawn.row(&second)]);
    }
    let inspector = |id: &'static str| suiji::tables::Inspector::new(id, "样例", "局");
    let roster = suiji::Roster::from_rows([
        inspector("Z-1").with_valid_to("2024-09-15"),
        inspector("Z-2").with_recuse([drawn.id(0, "selected", 0).as_str().unwrap().to_owned()]),
        inspector("Z-3"),
    ])
    .unwrap();
    let check = |rows: &Vec<Value>, today: &str| -> Vec<Finding> {
        let results = drawn.read(&json!({"results": rows})).unwrap();
        let known = Known::default().with_plan(&drawn.plan);
        let known = known.with_today(today.parse().unwrap());
        let known = known.with_roster(&roster);
        results.check(&drawn.record, &known).unwrap()
    };
    let mut found: Vec<Finding> = rows
        .iter()
        .flat_map(|rows| check(rows, "2024-10-01"))
        .collect();
    found.extend(check(&Vec::new(), "2025-01-01"));
    found.extend(replaced(&drawn));
    found.iter().map(Finding::code).collect()
}

/// A reserve was used for an entity that was inspected. Nobody holds the seats of the reserve.
fn replaced(drawn: &Drawn) -> Vec<Finding> {
    let (entity, reserve) = (drawn.id(0, "selected", 0), drawn.id(0, "reserves", 0));
    let record = drawn.record.digest().to_string();
    let amendment = json!({"previous": record, "at": "2024-09-03T10:00:00+08:00", "approved_by": "局长",
                           "reason": "已注销", "kind": "reserve", "task": "J1", "entity": entity, "reserve": reserve,
                           "vacant": [0, 1]});
    let document = json!({"spec": "suiji-v1", "record": record, "amendments": [amendment]});
    let amendments = suiji::Amendments::from_json(document.to_string().as_bytes()).unwrap();
    let known = Known::default().with_amendments(&amendments);
    let of_reserve = json!({"entity": reserve, "inspectors": []});
    let found = [json!({}), of_reserve].map(|changes| {
        let results = drawn.one(&changes).unwrap();
        results.check(&drawn.record, &known).unwrap()
    });
    found.concat()
}
