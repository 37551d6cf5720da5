//! Signatures, timestamps, policies, ledgers and notes, with the vectors of all implementations.
#![cfg(feature = "evidence")]
#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use suiji_c::{Failure, Object, SUIJI_MISUSE, SUIJI_REFUSED, calls};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn file(path: &str) -> Value {
    serde_json::from_slice(&fs::read(root().join(path)).unwrap()).unwrap()
}

fn envelopes() -> Value {
    file("tests/vectors/evidence/envelopes.json")
}

fn timestamps() -> Value {
    file("tests/vectors/evidence/timestamps.json")
}

fn ledger(name: &str) -> Value {
    let folder = "crates/suiji-evidence/tests/vectors/ledgers";
    file(&format!("{folder}/{name}.json"))
}

/// The elements of a list. There must be at least `at_least`.
fn list<'v>(vectors: &'v Value, name: &str, at_least: usize) -> &'v [Value] {
    let list = vectors[name].as_array().unwrap();
    assert!(list.len() >= at_least, "{name}: {}", list.len());
    list
}

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap()
}

/// The commitment of the worked example in annex E of SPEC.md.
fn commitment() -> Vec<u8> {
    let spec = fs::read_to_string(root().join("crates/suiji/SPEC.md")).unwrap();
    let line = spec
        .lines()
        .find_map(|line| line.strip_prefix("commitment='"));
    line.unwrap()
        .strip_suffix('\'')
        .unwrap()
        .as_bytes()
        .to_vec()
}

fn key<'v>(vectors: &'v Value, name: &Value) -> &'v Value {
    let mut keys = vectors["keys"].as_array().unwrap().iter();
    keys.find(|key| key["name"] == *name).unwrap()
}

/// The statement of a vector of timestamps.
fn statement(vector: &Value) -> Vec<u8> {
    let mut statement = vector["statement"].clone();
    statement["spec"] = "suiji-v1".into();
    statement.to_string().into_bytes()
}

/// The trusted certificates that a vector names, in one file.
fn certificates(vectors: &Value, vector: &Value) -> Vec<u8> {
    let names = vector["trusted"].as_array().unwrap().iter();
    let pems = names.map(|name| text(&vectors["certificates"], name.as_str().unwrap()));
    pems.collect::<String>().into_bytes()
}

fn hex(text: &str) -> Vec<u8> {
    let byte = |at| u8::from_str_radix(&text[at..at + 2], 16).unwrap();
    (0..text.len()).step_by(2).map(byte).collect()
}

fn bytes(object: &Object) -> &[u8] {
    object.data().unwrap()
}

fn parsed(object: &Object) -> Value {
    serde_json::from_slice(bytes(object)).unwrap()
}

/// The status and the codes of a failure.
fn codes(failure: &Failure) -> (i32, Vec<String>) {
    let error: Value = serde_json::from_str(&failure.to_json()).unwrap();
    let faults = error["faults"].as_array().unwrap().iter();
    let codes = faults.map(|fault| text(fault, "code").to_owned()).collect();
    (failure.status(), codes)
}

/// The schemas of all documents.
struct Schemas(jsonschema::Registry<'static>);

impl Schemas {
    fn read() -> Self {
        let mut registry = jsonschema::Registry::new();
        for folder in ["crates/suiji/schema", "crates/suiji-evidence/schema"] {
            for entry in fs::read_dir(root().join(folder)).unwrap() {
                let path = entry.unwrap().path();
                if path.extension().is_some_and(|of| of == "json") {
                    let schema: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
                    let id = schema["$id"].as_str().unwrap().to_owned();
                    registry = registry.add(id, schema).unwrap();
                }
            }
        }
        Self(registry.prepare().unwrap())
    }

    fn check(&self, name: &str, document: &Value) {
        let schema = json!({"$ref": format!("urn:{name}")});
        let options = jsonschema::options().offline();
        let validator = options.with_registry(&self.0).build(&schema).unwrap();
        let errors = validator.iter_errors(document).map(|of| of.to_string());
        let errors: Vec<String> = errors.collect();
        assert!(errors.is_empty(), "{name}: {errors:?}\n{document:#}");
    }
}

#[test]
fn statements_are_signed_and_the_signatures_attached() {
    // [P1] [P2] [P3]
    let schemas = Schemas::read();
    let vectors = envelopes();
    let vector = &list(&vectors, "statements", 3)[0];
    let made = calls::statement(&commitment(), &[], &[]).unwrap();
    assert_eq!(bytes(&made), text(vector, "payload").as_bytes());
    schemas.check("suiji-evidence:statement", &parsed(&made));
    let record = parsed(&made)["commitment"].clone();
    let of_record = calls::statement(&commitment(), record.as_str().unwrap().as_bytes(), &[]);
    assert_eq!(parsed(&of_record.unwrap())["record"], record);
    let to_sign = calls::to_sign(bytes(&made)).unwrap();
    assert_eq!(bytes(&to_sign), text(vector, "to_sign").as_bytes());

    let mut envelope = calls::envelope(bytes(&made)).unwrap();
    schemas.check("suiji-evidence:envelope", &parsed(&envelope));
    for signature in list(vector, "signatures", 2) {
        let key = key(&vectors, &signature["key"]);
        let (public, returned) = (
            text(key, "public").as_bytes(),
            hex(text(signature, "returned")),
        );
        let about = parsed(&calls::public_key(public).unwrap());
        assert_eq!(
            (&about["algorithm"], &about["id"]),
            (&key["algorithm"], &key["id"])
        );
        let unsigned = calls::envelope_verify(bytes(&envelope), public).unwrap_err();
        assert_eq!(
            codes(&unsigned),
            (SUIJI_REFUSED, vec!["envelope.unsigned".to_owned()])
        );
        envelope = calls::envelope_attach(bytes(&envelope), public, &returned).unwrap();
        calls::envelope_verify(bytes(&envelope), public).unwrap();
    }
    schemas.check("suiji-evidence:envelope", &parsed(&envelope));
    assert_eq!(parsed(&envelope)["signatures"].as_array().unwrap().len(), 2);
    let read = calls::envelope_statement(bytes(&envelope)).unwrap();
    assert_eq!(bytes(&read), bytes(&made));
    let private = text(key(&vectors, &vector["signatures"][0]["key"]), "private").as_bytes();
    let twice = calls::envelope_sign(bytes(&envelope), private).unwrap_err();
    assert_eq!(codes(&twice).1, ["envelope.twice"]);
}

#[test]
fn timestamps_are_requested_and_verified() {
    // [P4] [P5] [P6]
    let schemas = Schemas::read();
    let vectors = timestamps();
    for vector in list(&vectors, "requests", 2) {
        let request = calls::timestamp_request(&statement(vector)).unwrap();
        assert_eq!(bytes(&request), hex(text(vector, "request")));
    }
    let verify = |vector: &Value| {
        let (token, trusted) = (
            text(vector, "token").as_bytes(),
            certificates(&vectors, vector),
        );
        calls::timestamp_verify(&statement(vector), token, &trusted)
    };
    for vector in list(&vectors, "accepted", 11) {
        let stamp = parsed(&verify(vector).unwrap());
        schemas.check("suiji-evidence:stamp", &stamp);
        for field in ["authority", "time", "algorithm", "accuracy"] {
            assert_eq!(stamp[field], vector[field], "{}", vector["about"]);
        }
    }
    for vector in list(&vectors, "refused", 22) {
        let failure = verify(vector).unwrap_err();
        let (status, found) = codes(&failure);
        assert_eq!(status, SUIJI_REFUSED);
        assert!(
            found.iter().any(|code| vector["code"] == **code),
            "{vector}"
        );
        schemas.check(
            "suiji:v1:error",
            &serde_json::from_str(&failure.to_json()).unwrap(),
        );
    }
}

#[test]
fn a_policy_is_judged() {
    // [P7] [P8]
    let schemas = Schemas::read();
    let (vectors, stamps) = (envelopes(), timestamps());
    let office = &vectors["keys"][0];
    let policy = json!({
        "spec": "suiji-policy-v1",
        "keys": [{"name": office["name"], "role": "office", "key": office["public"]}],
        "authorities": [{"name": "样例机构", "certificates": stamps["certificates"]["rsa.root"]}],
        "rules": [
            {"document": "commitment", "role": "office", "at_least": 1},
            {"document": "commitment", "timestamps": 1},
            {"document": "record", "role": "office", "at_least": 1},
        ],
    });
    let policy = policy.to_string().into_bytes();
    let made = calls::statement(&commitment(), &[], &[]).unwrap();
    let envelope = calls::envelope(bytes(&made)).unwrap();
    let signed = calls::envelope_sign(bytes(&envelope), text(office, "private").as_bytes());
    let token = &list(&stamps, "accepted", 1)[0]["token"];
    let evidence = |at: &str| {
        let evidence = json!({
            "envelopes": [parsed(signed.as_ref().unwrap())],
            "timestamps": [{"document": "commitment", "token": token}],
            "values": [{"what": "掷骰", "at": at}],
        });
        let evidence = evidence.to_string().into_bytes();
        calls::policy_verify(&policy, &commitment(), &[], &[], &evidence)
    };
    for (at, stamped) in [
        ("2026-12-01T09:00:00+08:00", "met"),
        ("2026-11-30T09:00:00+08:00", "not_met"),
    ] {
        let report = parsed(&evidence(at).unwrap());
        schemas.check("suiji-evidence:policy-report", &report);
        let rules = report["rules"].as_array().unwrap().iter();
        let states: Vec<&str> = rules.map(|rule| text(rule, "state")).collect();
        assert_eq!(states, ["met", stamped, "no_document"]);
        assert_eq!(report["verdict"], stamped);
    }
    assert_eq!(codes(&evidence("today").unwrap_err()).1, ["time.form"]);
    let other = calls::policy_verify(&policy, &commitment(), &[], &[], b"{\"seals\": []}");
    assert_eq!(
        codes(&other.unwrap_err()),
        (SUIJI_MISUSE, vec!["argument.json".to_owned()])
    );
    let record = parsed(&made)["commitment"].as_str().unwrap().to_owned();
    let report = calls::policy_verify(&policy, &commitment(), record.as_bytes(), &[], &[]);
    assert_eq!(parsed(&report.unwrap())["rules"][2]["state"], "not_met");
}

#[test]
fn ledgers_are_audited() {
    // [L2] [L5] [L7]
    let schemas = Schemas::read();
    let day = ledger("day");
    let entries = calls::ledger_entries(text(&day, "ledger").as_bytes()).unwrap();
    let entries = parsed(&entries);
    assert_eq!(entries.as_array().unwrap().len(), 7);
    for entry in entries.as_array().unwrap() {
        schemas.check("suiji:v1:ledger-entry", entry);
    }
    for name in ["day", "rewritten", "cut", "kept-heads", "silent"] {
        let vector = ledger(name);
        let head = |head: &Value| json!({"name": "报纸", "head": format!("{} {}", head["size"], text(head, "root"))});
        let heads: Vec<Value> = vector["heads"]
            .as_array()
            .unwrap()
            .iter()
            .map(head)
            .collect();
        let compared =
            json!({"heads": heads, "records": [{"name": "a", "digest": "0".repeat(64)}]});
        let audit = calls::ledger_audit(
            text(&vector, "ledger").as_bytes(),
            compared.to_string().as_bytes(),
        );
        let audit = parsed(&audit.unwrap());
        schemas.check("suiji-evidence:ledger-audit", &audit);
        let failures = audit["failures"].as_array().unwrap().iter();
        let mut found: Vec<&str> = failures.map(|of| text(of, "code")).collect();
        let expected = vector["expected"]["failures"].as_array().unwrap().iter();
        let mut expected: Vec<&str> = expected.filter_map(Value::as_str).collect();
        expected.push("ledger.no-record");
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{name}");
    }
    let altered = ledger("altered");
    let failure = calls::ledger_audit(text(&altered, "ledger").as_bytes(), &[]).unwrap_err();
    let error: Value = serde_json::from_str(&failure.to_json()).unwrap();
    assert_eq!(error["faults"][0]["code"], altered["expected"]["error"]);
    assert_eq!(
        error["faults"][0]["place"]["row"],
        altered["expected"]["line"]
    );
    let wrong = calls::ledger_audit(text(&day, "ledger").as_bytes(), b"{\"heads\": [1]}");
    assert_eq!(wrong.unwrap_err().status(), SUIJI_MISUSE);
}

#[test]
fn notes_are_read() {
    // [W1]
    let schemas = Schemas::read();
    let digest = "5e".repeat(32);
    let notes = format!("封存单：{digest}\n登记簿：3 {digest}\n");
    let notes = parsed(&calls::witness_notes(notes.as_bytes()).unwrap());
    schemas.check("suiji-evidence:notes", &notes);
    assert_eq!(
        (&notes["commitment"], &notes["heads"][0]["size"]),
        (&json!(digest), &json!(3))
    );
    let failure = calls::witness_notes(b"").unwrap_err();
    assert_eq!(
        codes(&failure),
        (SUIJI_REFUSED, vec!["sheet.empty".to_owned()])
    );
}
