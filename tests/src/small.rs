//! A small case that a test can change and run.

use serde_json::{Value, json};
use suiji::{
    Ceremony, Contributions, Error, History, Inputs, Plan, Record, Registry, Roster, Sealed,
};

/// The documents of a case as JSON values. [`Small::plain`] is valid and selects 2 of 5 entities without teams.
#[derive(Clone, Debug)]
pub struct Small {
    /// `plan.json`.
    pub plan: Value,
    /// The rows of `registry.jsonl`.
    pub registry: Vec<Value>,
    /// The rows of `roster.jsonl`.
    pub roster: Vec<Value>,
    /// The rows of `history.jsonl`.
    pub history: Vec<Value>,
    /// `ceremony.json`.
    pub ceremony: Value,
    /// The array in `contributions.json` [R4].
    pub contributions: Value,
}

impl Small {
    /// The default case.
    pub fn plain() -> Self {
        let entity = |id: &str, class: &str| json!({"id": id, "name": format!("样例企业 {id}"), "class": class});
        Self {
            plan: json!({
                "title": "样例计划", "authority": "样例县工信局", "year": 2024,
                "tasks": [{"id": "J1", "name": "抽查", "quota": {"count": 2}}]
            }),
            registry: vec![
                entity("A-1", "high"),
                entity("A-2", "elevated"),
                entity("A-3", "general"),
                entity("A-4", "low"),
                entity("A-5", "low"),
            ],
            roster: Vec::new(),
            history: Vec::new(),
            ceremony: json!({
                "hash": "sha256", "sealed_at": "2024-09-02T10:00:00+08:00",
                "sources": [{"kind": "live", "by": "public", "name": "掷骰",
                    "parts": [{"count": 20, "from": 1, "to": 6}]}]
            }),
            contributions: json!([thrown("12345612345612345612")]),
        }
    }
}

impl Small {
    /// The default case with a team of two inspectors of `局`, and three eligible inspectors.
    pub fn with_team() -> Self {
        let mut case = Self::plain();
        case.plan["tasks"][0]["team"] = json!({"seats": [{"department": "局", "count": 2}]});
        case.roster = ["Z-1", "Z-2", "Z-3"]
            .map(|id| json!({"id": id, "name": format!("样例 {id}"), "department": "局"}))
            .into();
        case
    }

    /// The case, blinded.
    #[must_use]
    pub fn blinded(mut self) -> Self {
        self.ceremony["secret"] = json!("5e".repeat(32));
        self
    }

    /// The task with this index in the plan.
    pub fn task(&mut self, index: usize) -> &mut Value {
        &mut self.plan["tasks"][index]
    }

    /// The plan.
    ///
    /// # Errors
    /// The errors of the plan.
    pub fn read_plan(&self) -> Result<Plan, Error> {
        Plan::from_json(self.plan.to_string().as_bytes())
    }

    /// The registry.
    ///
    /// # Errors
    /// The errors of the registry.
    pub fn read_registry(&self) -> Result<Registry, Error> {
        Registry::from_json_lines(lines(&self.registry).as_bytes())
    }

    /// The roster.
    ///
    /// # Errors
    /// The errors of the roster.
    pub fn read_roster(&self) -> Result<Roster, Error> {
        Roster::from_json_lines(lines(&self.roster).as_bytes())
    }

    /// The history.
    ///
    /// # Errors
    /// The errors of the history.
    pub fn read_history(&self) -> Result<History, Error> {
        History::from_json_lines(lines(&self.history).as_bytes())
    }

    /// The four inputs.
    ///
    /// # Errors
    /// The errors of any of them.
    pub fn inputs(&self) -> Result<Inputs, Error> {
        Inputs::new(
            self.read_plan()?,
            self.read_registry()?,
            self.read_roster()?,
            self.read_history()?,
        )
    }

    /// The ceremony.
    ///
    /// # Errors
    /// The errors of the ceremony.
    pub fn read_ceremony(&self) -> Result<Ceremony, Error> {
        Ceremony::from_json(self.ceremony.to_string().as_bytes())
    }

    /// Seals it.
    ///
    /// # Errors
    /// The reason for the refusal.
    pub fn seal(&self) -> Result<Sealed, Error> {
        suiji::seal(&self.inputs()?, &self.read_ceremony()?)
    }

    /// `contributions.json` for the commitment with this digest [R4].
    pub fn contributions_of(&self, commitment: &str) -> Value {
        json!({"spec": "suiji-v1", "commitment": commitment, "contributions": self.contributions})
    }

    /// Seals and draws it.
    ///
    /// # Errors
    /// The reason for the refusal.
    pub fn draw(&self) -> Result<(Sealed, Record), Error> {
        let sealed = self.seal()?;
        let document = self.contributions_of(&sealed.commitment().digest().to_string());
        let contributions = Contributions::from_json(document.to_string().as_bytes())?;
        let record = sealed.draw(&contributions)?;
        Ok((sealed, record))
    }

    /// The code of the refusal; empty if the case is drawn.
    pub fn code(&self) -> &'static str {
        self.draw().map_or_else(|error| error.code(), |_| "")
    }
}

/// The contribution of a live source of one die, with these numbers.
pub fn thrown(digits: &str) -> Value {
    let numbers: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    json!({"kind": "live", "numbers": [numbers]})
}

fn lines(rows: &[Value]) -> String {
    rows.iter().map(|row| format!("{row}\n")).collect()
}
