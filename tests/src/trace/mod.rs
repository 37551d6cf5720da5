//! Sections 1 to 8 and annex B of SPEC.md word by word, with every step written down: what the vectors hold.
//!
//! It is slow and plain, and shares nothing with the library but the two hash functions and `derive`, so
//! that two programs must agree before a vector is written. (ChaCha20 and the writer of JCS are the crates
//! that the library uses too; `tests/primitives.rs` holds them against their standards.)

mod allocation;
mod clean;
mod frame;
mod receipt;
mod record;
mod search;
mod sheet;
mod stream;
mod teams;
mod tickets;

pub use receipt::receipt;
pub use stream::{Step, Words};

use serde_json::{Map, Value, json};
use suiji::{Digest, Hash};

use crate::Small;

/// A draw with all that lies between.
#[derive(Clone, Debug)]
pub struct Walk {
    /// The sealed sheet [S3a].
    pub commitment: Value,
    /// The record [section 8].
    pub record: Value,
    /// Its public form [E2].
    pub public: Value,
    /// Every value between, in the order in which it comes about.
    pub steps: Value,
}

/// Walks through a right case: what is refused is not for this.
pub fn walk(case: &Small) -> Walk {
    let given = Given::of(case);
    let sheet = sheet::seal(&given, &case.ceremony);
    let commitment_digest = given.hash.digest(jcs(&sheet.commitment).as_bytes());
    // [R2]
    let contributions = jcs(&case.contributions);
    let parts = [commitment_digest.as_bytes(), contributions.as_bytes()];
    let seed = given.hash.derive("seed", &parts);
    let draws: Vec<_> = sheet
        .tasks
        .iter()
        .map(|task| tickets::draw(&given, task, &seed))
        .collect();
    let staffed = teams::staff(&given, &sheet.tasks, &draws, &seed);
    let record = record::record(&given, &sheet, &case.contributions, &seed, &draws, &staffed);
    let tasks = sheet.tasks.iter().zip(&draws).zip(&staffed.steps);
    let tasks: Vec<Value> = tasks
        .map(|((task, draw), teams)| {
            let mut steps = merged(&task.steps, &draw.steps);
            if !teams.is_empty() {
                steps["teams"] = json!(teams);
            }
            steps
        })
        .collect();
    let mut steps = json!({
        "plan_jcs": jcs(&given.plan),
        "registry": sheet.registry.json(), "roster": sheet.roster.json(), "history": sheet.history.json(),
        "seed": {"commitment_digest": hex(&commitment_digest), "contributions_jcs": contributions, "seed": hex(&seed)},
        "tasks": tasks,
    });
    if let Some(balance) = staffed.balance {
        steps["balance"] = balance;
    }
    Walk {
        public: record::public(&given, &record),
        commitment: sheet.commitment,
        record,
        steps,
    }
}

/// The inputs as they are sealed: cleaned [C2c] and sorted [I5, I6].
struct Given {
    hash: Hash,
    secret: Option<Digest>,
    plan: Value,
    registry: Vec<Value>,
    roster: Vec<Value>,
    history: Vec<Value>,
}

impl Given {
    fn of(case: &Small) -> Self {
        let secret = case.ceremony.get("secret");
        Self {
            hash: text(&case.ceremony["hash"])
                .parse()
                .expect("a right case has a hash suite"),
            secret: secret.map(digest),
            plan: clean::plan(&case.plan),
            registry: clean::registry(&case.registry),
            roster: clean::roster(&case.roster),
            history: clean::history(&case.history),
        }
    }

    /// [S2] The salt of a leaf; none without blinding.
    fn salt(&self, tree: &str, key: &[&str]) -> Option<Digest> {
        let secret = self.secret.as_ref()?;
        let mut parts = vec![secret.as_bytes().as_slice(), tree.as_bytes()];
        parts.extend(key.iter().map(|part| part.as_bytes()));
        Some(self.hash.derive("salt", &parts))
    }

    fn task(&self, index: usize) -> &Value {
        &self.plan["tasks"][index]
    }
}

/// JCS(x) [C2a].
pub fn jcs(value: &Value) -> String {
    serde_json_canonicalizer::to_string(value).unwrap_or_default()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn number(value: &Value) -> Option<u64> {
    value.as_u64()
}

fn hex(digest: &Digest) -> String {
    digest.to_string()
}

fn digest(value: &Value) -> Digest {
    text(value).parse().expect("a right case has right hex")
}

/// The fields of both objects.
fn merged(first: &Value, second: &Value) -> Value {
    let of = |value: &Value| value.as_object().cloned().unwrap_or_default();
    let fields: Map<String, Value> = of(first).into_iter().chain(of(second)).collect();
    Value::Object(fields)
}

/// Puts a field there, where it is not empty [C2c].
fn put(object: &mut Value, field: &str, items: Vec<Value>) {
    if !items.is_empty() {
        object[field] = Value::Array(items);
    }
}
