//! Receipts [G1]–[G5]: the content for each state, and what checking finds.
#![expect(clippy::unwrap_used, reason = "tests")]

mod check;
mod content;
mod many;
mod public;
mod texts;

use serde_json::{Value, json};
use suiji::receipt::State;
use suiji::{PublicForm, Receipt, Record, Report, Sealed};
use suiji_conformance::Small;

/// Eight entities, so that every state occurs. F-9 is not in the registry.
fn case() -> Small {
    let mut case = Small::with_team();
    let entity = |n: usize, class: &str| json!({"id": format!("F-{n}"), "name": "样例", "class": class, "categories": ["超市"]});
    case.registry = (1..=8)
        .map(|n| entity(n, if n < 3 { "high" } else { "low" }))
        .collect();
    case.registry[5]["status"] = json!("inactive");
    case.registry[6]["categories"] = json!(["餐馆"]);
    case.plan["limits"] = json!([{"id": "yearly", "visits": 1}]);
    case.history = vec![
        json!({"entity": "F-8", "task": "J9", "date": "2024-03-05"}),
        json!({"entity": "F-8", "task": "J9", "date": "2023-03-05", "kind": "case"}),
    ];
    let task = case.task(0);
    task["scope"] = json!({"categories": ["超市"]});
    task["risk"] = json!({"unrated_as": "low"});
    task["quota"] = json!({"count": 2});
    task["reserves"] = json!(1);
    task["coordination"] = json!("auto");
    case
}

struct Draw {
    sealed: Sealed,
    record: Record,
    form: PublicForm,
}

impl Draw {
    fn of(case: &Small) -> Self {
        let (sealed, record) = case.draw().unwrap();
        let form = PublicForm::of(&record, sealed.secret()).unwrap();
        Self {
            sealed,
            record,
            form,
        }
    }

    fn receipt(&self, id: &str) -> Receipt {
        self.sealed
            .receipt(&self.record, &id.parse().unwrap())
            .unwrap()
    }

    fn json(&self, id: &str) -> Value {
        serde_json::from_str(&self.receipt(id).to_json()).unwrap()
    }

    /// The id of an entity with this state.
    fn id(&self, state: State) -> String {
        let ids = (1..=9).map(|n| format!("F-{n}"));
        let mut ids = ids.filter(|id| self.receipt(id).tasks()[0].state() == state);
        ids.next().unwrap()
    }

    fn check(&self, receipt: &Value) -> Report {
        let plan = self.sealed.inputs().plan();
        Receipt::from_json(receipt.to_string().as_bytes())
            .unwrap()
            .check(&self.form, Some(plan))
    }

    /// The checks that fail when a field of the receipt is changed.
    fn failed(&self, id: &str, pointer: &str, value: Value) -> Vec<String> {
        let mut receipt = self.json(id);
        *receipt.pointer_mut(pointer).expect("a field") = value;
        of_outcome(&self.check(&receipt), "failed")
    }
}

fn of_outcome(report: &Report, outcome: &str) -> Vec<String> {
    let checks = report
        .checks()
        .iter()
        .filter(|check| check.outcome().as_str() == outcome);
    checks.map(|check| check.id().to_owned()).collect()
}

const OTHER: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
