//! Sections 1 to 9 and annex B of SPEC.md, implemented literally, with every step recorded for the vectors.
//!
//! It is simple and slow. It shares only the two hash functions and `derive` with the library. So a vector is only
//! written if two independent programs agree. (ChaCha20 and the JCS writer are third-party crates. The library uses
//! them, too. `tests/primitives.rs` compares them with their standards.)

mod allocation;
mod amend;
mod board;
mod clean;
mod form;
mod frame;
mod keystream;
mod live;
mod receipt;
mod record;
mod refusal;
mod search;
mod sheet;
mod teams;
mod tickets;
mod time;

pub use amend::{Amended, amend};
pub use form::Terms;
pub use keystream::{Keystream, Step};
pub use receipt::receipt;
pub use refusal::refusal;

use serde_json::{Map, Value, json};
use suiji::{Digest, Hash};

use crate::Small;
use sheet::Sheet;
use teams::Staffed;
use tickets::Draw;

/// The results of a draw and all its steps.
#[derive(Clone, Debug)]
pub struct Trace {
    /// The commitment [S3a].
    pub commitment: Value,
    /// The record [section 8].
    pub record: Value,
    /// Its public form [E2].
    pub public: Value,
    /// Every intermediate value, in the order of computation.
    pub steps: Value,
}

/// Traces a case, which must be valid.
pub fn trace(case: &Small) -> Trace {
    let given = Given::of(case);
    let sheet = sheet::seal(&given, &case.ceremony);
    let Drawn {
        seed,
        draws,
        staffed,
    } = Drawn::of(&given, &sheet, &case.contributions);
    let record = record::record(&sheet, &case.contributions, &seed, &draws, &staffed.board);
    let tasks = sheet.tasks.iter().zip(&draws).zip(&staffed.steps);
    let tasks: Vec<Value> = tasks
        .map(|((task, draw), teams)| {
            let mut steps = merged(&task.steps, &draw.steps);
            put(&mut steps, "teams", teams.clone());
            steps
        })
        .collect();
    let contributions = jcs(&case.contributions);
    let mut steps = json!({
        "plan_jcs": jcs(&given.plan),
        "registry": sheet.registry.json(), "roster": sheet.roster.json(), "history": sheet.history.json(),
        "seed": {"commitment_digest": hex(&sheet.digest(&given)), "contributions_jcs": contributions, "seed": hex(&seed)},
        "tasks": tasks,
    });
    let live = live::steps(&case.ceremony["sources"], &case.contributions);
    put(&mut steps, "live", live);
    if let Some(balance) = staffed.balance {
        steps["balance"] = balance;
    }
    let (public, last) = record::public(&given, &record);
    put(&mut steps, "last", last);
    Trace {
        public,
        commitment: sheet.commitment,
        record,
        steps,
    }
}

/// The digest of the commitment [S3b] of a case; zeros if it cannot be sealed.
pub fn sheet_digest(case: &Small) -> String {
    if refusal::before_the_seed(case).is_some() {
        return "0".repeat(64);
    }
    let given = Given::of(case);
    hex(&sheet::seal(&given, &case.ceremony).digest(&given))
}

/// What follows from the commitment and the contributions.
struct Drawn<'g> {
    seed: Digest,
    draws: Vec<Draw<'g>>,
    staffed: Staffed<'g>,
}

impl<'g> Drawn<'g> {
    fn of(given: &'g Given, sheet: &'g Sheet<'g>, contributions: &Value) -> Self {
        // [R2]
        let (commitment, contributions) = (sheet.digest(given), jcs(contributions));
        let parts = [commitment.as_bytes(), contributions.as_bytes()];
        let seed = given.hash.derive("seed", &parts);
        let draws = sheet.tasks.iter();
        let draws: Vec<_> = draws
            .map(|task| tickets::draw(given, task, &seed))
            .collect();
        let staffed = teams::staff(given, &sheet.tasks, &draws, &seed);
        Self {
            seed,
            draws,
            staffed,
        }
    }
}

/// The sealed inputs: cleaned [C2c] and sorted [I5, I6].
#[derive(Debug)]
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
            hash: clean::hash(&case.ceremony),
            secret: secret.map(digest),
            plan: clean::plan(&case.plan),
            registry: clean::registry(&case.registry),
            roster: clean::roster(&case.roster),
            history: clean::history(&case.history),
        }
    }

    /// [S2] The salt of a leaf. `None` without blinding.
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
    text(value).parse().expect("a valid case has valid hex")
}

/// The fields of both objects.
fn merged(first: &Value, second: &Value) -> Value {
    let of = |value: &Value| value.as_object().cloned().unwrap_or_default();
    let fields: Map<String, Value> = of(first).into_iter().chain(of(second)).collect();
    Value::Object(fields)
}

/// Sets a field unless it is empty [C2c].
fn put(object: &mut Value, field: &str, items: Vec<Value>) {
    if !items.is_empty() {
        object[field] = Value::Array(items);
    }
}
