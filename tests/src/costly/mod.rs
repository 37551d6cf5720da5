//! Inputs of a megabyte that could need much time or memory. They have many small parts, each combined with many
//! others.
//!
//! On two cores, none takes more than 10 seconds, or more memory than 64 MiB and 50 times its size. It is fast, or
//! refused before sealing. `cargo run --release -p suiji-conformance --bin costly -- FOLDER` writes all of them as
//! cases for the command. The tests run them through the library.

mod findings;
mod rows;
mod tasks;
mod teams;

use std::fmt::Write as _;

use serde_json::{Value, json};
use suiji::{Ceremony, Contributions, Error, Evidence, History, Inputs, Plan, Registry, Roster};

/// One of the cases.
#[derive(Clone, Debug)]
pub struct Costly {
    /// What it has many of.
    pub name: &'static str,
    /// `plan.json`.
    pub plan: String,
    /// `registry.jsonl`.
    pub registry: String,
    /// `roster.jsonl`.
    pub roster: String,
    /// `history.jsonl`.
    pub history: String,
    /// `ceremony.json`.
    pub ceremony: Value,
    /// The error with which a case of full size is refused. None if it is drawn.
    pub refused: Option<&'static str>,
}

/// All cases. Each has about `size` thousandths of a megabyte.
pub fn all(size: usize) -> Vec<Costly> {
    let mut all = tasks::all(size);
    all.extend(teams::all(size));
    all.extend(rows::all(size));
    all.extend(findings::all(size));
    all
}

/// A case of several megabytes whose record would be larger than readers accept.
pub fn large_record() -> Costly {
    tasks::large_record()
}

impl Costly {
    /// A case with these tasks and that number of firms. A task is given as its fields, without braces.
    fn new(name: &'static str, tasks: impl IntoIterator<Item = String>, firms: usize) -> Self {
        let tasks: Vec<String> = tasks
            .into_iter()
            .map(|task| format!("{{{task}}}"))
            .collect();
        let tasks = tasks.join(",\n");
        let registry = lines(firms, |at| format!(r#"{{"id":"{at}","name":"甲"}}"#));
        let part = json!({"count": 20, "from": 1, "to": 6});
        Self {
            name,
            plan: format!(
                r#"{{"title":"样例","authority":"样例局","year":2024,"tasks":[{tasks}]}}"#
            ),
            registry,
            roster: String::new(),
            history: String::new(),
            ceremony: json!({"hash": "sha256", "sealed_at": "2024-09-02T10:00:00+08:00",
                "sources": [{"kind": "live", "by": "public", "name": "掷骰", "parts": [part]}]}),
            refused: None,
        }
    }

    fn with_registry(self, count: usize, row: impl FnMut(usize) -> String) -> Self {
        Self {
            registry: lines(count, row),
            ..self
        }
    }

    fn with_roster(self, count: usize, row: impl FnMut(usize) -> String) -> Self {
        Self {
            roster: lines(count, row),
            ..self
        }
    }

    fn with_history(self, count: usize, row: impl FnMut(usize) -> String) -> Self {
        Self {
            history: lines(count, row),
            ..self
        }
    }

    /// Adds fields to the plan.
    fn with_plan(mut self, fields: &str) -> Self {
        self.plan.insert_str(1, fields);
        self
    }

    fn refused(self, code: &'static str) -> Self {
        Self {
            refused: Some(code),
            ..self
        }
    }

    /// The bytes of all its documents.
    pub fn bytes(&self) -> usize {
        let documents = [&self.plan, &self.registry, &self.roster, &self.history];
        documents.map(String::len).iter().sum::<usize>() + self.ceremony.to_string().len()
    }

    /// The array of contributions, for one live source of dice.
    pub fn contributions() -> Value {
        json!([{"kind": "live", "numbers": [[1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2]]}])
    }

    /// Reads and seals the case, lists the findings, draws and verifies it.
    ///
    /// # Errors
    /// Those of reading and sealing.
    pub fn run(&self) -> Result<(), Error> {
        let inputs = Inputs::new(
            Plan::from_json(self.plan.as_bytes())?,
            Registry::from_json_lines(self.registry.as_bytes())?,
            Roster::from_json_lines(self.roster.as_bytes())?,
            History::from_json_lines(self.history.as_bytes())?,
        )?;
        let ceremony = Ceremony::from_json(self.ceremony.to_string().as_bytes())?;
        let sealed = suiji::seal(&inputs, &ceremony)?;
        drop(sealed.findings());
        drop(sealed.summaries());
        let digest = sealed.commitment().digest();
        let given = json!({"spec": "suiji-v1", "commitment": digest.to_string(),
            "contributions": Self::contributions()});
        let given = Contributions::from_json(given.to_string().as_bytes())?;
        let record = sealed.draw(&given)?;
        let mut evidence = Evidence::of(&inputs);
        if let Some(secret) = sealed.secret() {
            evidence = evidence.with_secret(secret.clone());
        }
        suiji::verify(&record, &evidence).require()
    }
}

/// Lines of rows.
fn lines(count: usize, mut row: impl FnMut(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut lines, at| {
        let _ = writeln!(lines, "{}", row(at));
        lines
    })
}

/// A JSON array of texts.
fn texts(texts: impl IntoIterator<Item = String>) -> String {
    let texts: Vec<String> = texts
        .into_iter()
        .map(|text| format!("\"{text}\""))
        .collect();
    format!("[{}]", texts.join(","))
}

/// This many thousandths, at least one.
fn part(of: usize, size: usize) -> usize {
    (of * size / 1000).max(1)
}

/// The fields of a task that draws this many entities.
fn task(at: usize, count: usize) -> String {
    format!(r#""id":"t{at}","name":"甲","quota":{{"count":{count}}}"#)
}

/// An inspector with these fields in addition to id, name and department.
fn inspector(at: usize, department: &str, fields: &str) -> String {
    format!(r#"{{"id":"i{at}","name":"甲","department":"{department}"{fields}}}"#)
}
