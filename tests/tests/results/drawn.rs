//! A draw whose inspections have results.

use serde_json::{Value, json};
use suiji::results::Known;
use suiji::seal::{Finding, Severity};
use suiji::tables::Inspector;
use suiji::values::Date;
use suiji::{Amendments, Error, Plan, Record, Request, Results, Roster, Sealed};
use suiji_conformance::Small;

/// Two tasks that share tickets and teams, with a window. The first selects three entities and has two reserves.
pub(crate) struct Drawn {
    pub(crate) plan: Plan,
    sealed: Sealed,
    pub(crate) record: Record,
    json: Value,
}

impl Drawn {
    pub(crate) fn new() -> Self {
        let mut case = Small::with_team();
        let task = |id: &str, count: u64, reserves: u64| {
            json!({"id": id, "name": "抽查", "quota": {"count": count}, "reserves": reserves, "coordination": "A",
                   "team": {"seats": [{"department": "局", "count": 2}]}})
        };
        case.plan["tasks"] = json!([task("J1", 3, 2), task("J2", 1, 0)]);
        case.plan["window"] = json!({"from": "2024-09-03", "to": "2024-10-31"});
        let (sealed, record) = case.draw().unwrap();
        Self {
            plan: Plan::from_json(case.plan.to_string().as_bytes()).unwrap(),
            sealed,
            json: serde_json::from_str(&record.to_json()).unwrap(),
            record,
        }
    }

    pub(crate) fn selected(&self, place: usize) -> &str {
        self.json["draws"][0]["selected"][place]["id"]
            .as_str()
            .unwrap()
    }

    pub(crate) fn reserve(&self, place: usize) -> &str {
        self.json["draws"][0]["reserves"][place]["id"]
            .as_str()
            .unwrap()
    }

    /// The entity of the second task. It is also an entity of the first task.
    pub(crate) fn shared(&self) -> &str {
        self.json["draws"][1]["selected"][0]["id"].as_str().unwrap()
    }

    pub(crate) fn team(&self, entity: &str) -> Value {
        let teams = self.json["draws"][0]["teams"].as_array().unwrap();
        let team = teams.iter().find(|team| team["entity"] == entity);
        team.unwrap()["members"].clone()
    }

    /// A correct row.
    pub(crate) fn row(&self, entity: &str) -> Value {
        json!({"task": "J1", "entity": entity, "date": "2024-09-10", "inspectors": self.team(entity),
               "outcomes": ["no_problem"]})
    }

    pub(crate) fn results(&self, rows: &[Value]) -> Results {
        self.read(rows).unwrap()
    }

    pub(crate) fn read(&self, rows: &[Value]) -> Result<Results, Error> {
        let document = json!({"spec": "suiji-v1", "record": self.record.digest().to_string(), "results": rows});
        Results::from_json(document.to_string().as_bytes())
    }

    /// The roster, where the certificate of Z-1 has ended and Z-2 is recused from an entity.
    pub(crate) fn roster(&self) -> Roster {
        let inspector = |id: &'static str| Inspector::new(id, "样例", "局");
        let all = [
            inspector("Z-1").with_valid_to("2024-09-15"),
            inspector("Z-2").with_recuse([self.selected(1).to_owned()]),
            inspector("Z-3"),
        ];
        Roster::from_rows(all).unwrap()
    }

    /// All findings except notes on a day, if plan and roster are known.
    pub(crate) fn findings(
        &self,
        rows: &[Value],
        amendments: Option<&Amendments>,
        today: &str,
    ) -> Vec<Finding> {
        let roster = self.roster();
        let known = Known::default().with_plan(&self.plan).with_roster(&roster);
        let mut known = known.with_today(today.parse().unwrap());
        if let Some(amendments) = amendments {
            known = known.with_amendments(amendments);
        }
        let found = self.results(rows).check(&self.record, &known).unwrap();
        let found = found.into_iter();
        found.filter(|of| of.severity() != Severity::Note).collect()
    }

    /// Codes and rows of all findings except notes.
    pub(crate) fn found(
        &self,
        rows: &[Value],
        amendments: Option<&Amendments>,
    ) -> Vec<(String, Vec<u64>)> {
        let today: Date = "2024-10-01".parse().unwrap();
        let mut known = Known::default().with_plan(&self.plan).with_today(today);
        if let Some(amendments) = amendments {
            known = known.with_amendments(amendments);
        }
        let found = self.results(rows).check(&self.record, &known).unwrap();
        let found = found.iter().filter(|of| of.severity() != Severity::Note);
        found
            .map(|of| (of.code().to_owned(), of.rows().to_vec()))
            .collect()
    }

    /// Amendments that use a reserve for an entity.
    pub(crate) fn replaced(&self, entity: &str) -> Amendments {
        self.amended(&[
            json!({"kind": "reserve", "task": "J1", "entity": entity, "reason": "已注销"}),
        ])
    }

    /// Amendments after which nobody visits an entity, because all inspectors are away.
    pub(crate) fn without_inspectors(&self, entity: &str) -> Amendments {
        let leave = |seat: u64| json!({"kind": "substitute", "seats": [{"task": "J1", "entity": entity, "seat": seat}], "reason": "病假"});
        let away = json!({"kind": "away", "inspectors": ["Z-1", "Z-2", "Z-3"], "reason": "病假"});
        self.amended(&[away, leave(0), leave(1)])
    }

    fn amended(&self, events: &[Value]) -> Amendments {
        let requests = events.iter().map(|event| {
            with(
                event,
                &json!({"at": "2024-09-05T10:00:00+08:00", "approved_by": "局长"}),
            )
        });
        let requests: Value = requests.collect();
        let requests = Request::from_json(requests.to_string().as_bytes()).unwrap();
        self.sealed.amend(&self.record, None, &requests).unwrap()
    }
}

/// A row with other values in some fields.
pub(crate) fn with(row: &Value, changes: &Value) -> Value {
    let mut row = row.clone();
    for (key, value) in changes.as_object().unwrap() {
        row[key] = value.clone();
    }
    row
}
