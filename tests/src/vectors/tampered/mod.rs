//! Records, public forms and inputs with one change, and the checks that must fail.

mod commitments;
mod earlier;
mod forms;
mod inputs;
mod records;
mod sources;
mod teams;

use serde_json::{Value, json};

use super::draws::office;
use super::patch::replace;
use super::{Document, Vector, documents};
use crate::trace::{jcs, trace};
use crate::{Small, thrown};

/// The definition of one change.
#[derive(Clone, Debug)]
struct Change {
    name: &'static str,
    about: &'static str,
    rules: &'static [&'static str],
    /// The changed document: `record`, `public` or an input.
    change: &'static str,
    patch: Value,
    /// The inputs that the verifier has.
    with: &'static [&'static str],
    outcome: Outcome,
}

#[derive(Clone, Copy, Debug)]
enum Outcome {
    /// These checks fail. Others may fail too.
    Fails(&'static [&'static str]),
    /// The reader refuses it with this code.
    Refused(&'static str),
}

use Outcome::{Fails, Refused};

const ALL: &[&str] = &["plan", "registry", "roster", "history", "secret"];
const FRAMES: &[&str] = &["plan", "registry", "history"];
const PLAN: &[&str] = &["plan"];
const ALONE: &[&str] = &[];

/// A digest that belongs to no document.
const OTHER: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

impl Change {
    /// A change that replaces one value.
    fn of(
        (name, about): (&'static str, &'static str),
        rules: &'static [&'static str],
        change: &'static str,
        (path, value): (&str, Value),
        with: &'static [&'static str],
        outcome: Outcome,
    ) -> Self {
        Self::patched(
            (name, about),
            rules,
            change,
            json!([replace(path, value)]),
            with,
            outcome,
        )
    }

    fn patched(
        (name, about): (&'static str, &'static str),
        rules: &'static [&'static str],
        change: &'static str,
        patch: Value,
        with: &'static [&'static str],
        outcome: Outcome,
    ) -> Self {
        Self {
            name,
            about,
            rules,
            change,
            patch,
            with,
            outcome,
        }
    }

    fn json(&self) -> Value {
        let mut case = json!({
            "name": self.name, "about": self.about, "rules": self.rules, "change": self.change,
            "patch": self.patch, "with": self.with});
        match self.outcome {
            Fails(checks) => case["fails"] = json!(checks),
            Refused(code) => case["refused"] = json!(code),
        }
        case
    }
}

/// All files, one for each changed document.
pub(super) fn all() -> Vec<Vector> {
    let base = base();
    let record = trace(&base).record;
    let file = |name: &str, about: &str, case: &Small, changes: Vec<Change>| {
        vector(name, about, case, &[earlier_commitment().1], &changes)
    };
    vec![
        file(
            "record",
            "changes of seed, contributions and draws of a record",
            &base,
            [records::all(&record), teams::all(&record)].concat(),
        ),
        file(
            "commitment",
            "changes of the commitment in a record, which change its digest",
            &base,
            [commitments::all(), sources::all()].concat(),
        ),
        file(
            "public-form",
            "changes of a public form",
            &base,
            forms::all(),
        ),
        file(
            "inputs",
            "the correct record with inputs that differ from the sealed ones",
            &base,
            inputs::all(),
        ),
        file(
            "blinded",
            "changes of a record with a blinded commitment",
            &base.clone().blinded(),
            records::blinded(),
        ),
        vector(
            "earlier-commitments",
            "changes of a commitment's statements about two earlier commitments",
            &earlier::base(),
            &earlier::commitments(),
            &earlier::all(),
        ),
    ]
}

fn vector(name: &str, about: &str, case: &Small, earlier: &[Value], changes: &[Change]) -> Vector {
    let trace = trace(case);
    let mut documents = documents::of_case(case);
    documents.insert("earlier.json".to_owned(), Document::Json(json!(earlier)));
    let mut rules: Vec<&str> = changes
        .iter()
        .flat_map(|change| change.rules.iter().copied())
        .collect();
    rules.sort_unstable();
    rules.dedup();
    Vector {
        path: format!("tampered/{name}.json"),
        content: json!({
            "vector": "tampered", "name": name, "about": about, "rules": rules,
            "documents": documents::json(&documents), "record": trace.record, "public": trace.public,
            "cases": changes.iter().map(Change::json).collect::<Vec<_>>()}),
    }
}

/// An earlier commitment with the same tasks: its digest, and the commitment.
fn earlier_commitment() -> (String, Value) {
    let mut case = office();
    case.ceremony["sealed_at"] = json!("2024-03-04T09:00:00+08:00");
    case.ceremony["sources"] = json!([source("witness", "ab")]);
    let commitment = trace(&case).commitment;
    let digest = suiji::Hash::Sha256.digest(jcs(&commitment).as_bytes());
    (digest.to_string(), commitment)
}

fn source(by: &str, byte: &str) -> Value {
    json!({"kind": "committed", "by": by, "name": "样例见证人", "commitment": byte.repeat(32)})
}

/// A case whose record has every field: two tasks, reserves, a vacant seat, all kinds of sources, earlier commitments.
fn base() -> Small {
    let mut case = office();
    case.task(0)["risk"]["minimum"] = json!({"high": "100%"});
    case.task(0)["quota"] = json!({"count": 5});
    case.task(0)["reserves"] = json!(2);
    case.task(0)["coordination"] = json!("auto");
    let first = case.task(0).clone();
    let team = json!({"seats": [{"department": "局", "count": 2}]});
    case.plan["tasks"] = json!([first,
        {"id": "J2", "name": "抽查", "quota": {"count": 1}, "coordination": "auto", "team": team}]);
    case.registry
        .push(json!({"id": "F11", "name": "样例企业", "class": "low", "exempt": "样例免检名单"}));
    for row in &mut case.roster[..3] {
        row["recuse"] = json!(["F01"]);
    }
    let nonce = suiji::Secret::from_bytes([0x33; 32]);
    let commitment = suiji::Contribution::commitment(suiji::Hash::Sha256, &nonce, "三六五");
    case.ceremony["sources"] = json!([
        {"kind": "live", "by": "public", "name": "一枚骰子，两个球", "parts": [
            {"count": 20, "from": 1, "to": 6}, {"count": 2, "from": 1, "to": 9, "distinct": true}]},
        {"kind": "committed", "by": "witness", "name": "样例见证人", "commitment": commitment.to_string()}]);
    let mut fallen = thrown("11112222333444555666");
    fallen["numbers"] = json!([fallen["numbers"][0], [4, 8]]);
    case.contributions = json!([
        fallen,
        {"kind": "committed", "nonce": nonce.reveal(), "value": "三六五"}]);
    let (digest, _) = earlier_commitment();
    let superseded = |byte: &str| json!({"commitment": byte.repeat(32), "reason": "名录有误", "approved_by": "样例分管负责人"});
    let (mut with_record, mut with_contributions) = (superseded("cd"), superseded("ef"));
    with_record["record"] = json!("12".repeat(32));
    with_contributions["contributions"] = json!([
        {"source": 0, "kind": "live", "numbers": [[6, 6]]},
        {"source": 2, "kind": "committed", "nonce": "0f".repeat(32), "value": "三"}]);
    case.ceremony["previous"] = json!(digest);
    case.ceremony["follows"] = json!([{"commitment": digest, "record": "34".repeat(32)}]);
    case.ceremony["supersedes"] = json!([with_record, with_contributions]);
    case
}
