//! The schemas of `schema/` accept the documents that are read and written, and refuse other forms.

use std::fs;

use serde_json::{Value, json};
use suiji_evidence::timestamp::Token;
use suiji_evidence::{Document, Files, Head, Ledger, Notes, Presented, Statement};

use crate::support::{
    OFFICE, commitment, envelope, list, policy, private, public, root, statement, text, token,
    token_about, trusted, vectors,
};

/// The schema of a document.
fn schema(name: &str) -> jsonschema::Validator {
    let mut registry = jsonschema::Registry::new();
    for folder in ["schema", "../suiji/schema"] {
        for entry in fs::read_dir(root().join(folder)).unwrap().flatten() {
            let path = entry.path();
            if path.extension().is_some_and(|end| end == "json") {
                let schema: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
                assert!(jsonschema::meta::is_valid(&schema), "{}", path.display());
                let id = schema["$id"].as_str().unwrap().to_owned();
                registry = registry.add(id, schema).unwrap();
            }
        }
    }
    let registry = registry.prepare().unwrap();
    let id = match name {
        "error" => "urn:suiji:v1:error".to_owned(),
        name => format!("urn:suiji-evidence:{name}"),
    };
    let schema = json!({"$ref": id});
    let options = jsonschema::options().offline();
    options.with_registry(&registry).build(&schema).unwrap()
}

fn check(schema: &jsonschema::Validator, document: &Value) {
    let errors: Vec<String> = schema
        .iter_errors(document)
        .map(|error| error.to_string())
        .collect();
    assert!(errors.is_empty(), "{}\n{document:#}", errors.join("\n"));
    let mut more = document.clone();
    more["x"] = 1.into();
    assert!(!schema.is_valid(&more), "any field is allowed");
}

#[test]
fn envelopes_match_their_schema() {
    let vectors = vectors("envelopes.json");
    let schema = schema("envelope");
    for vector in list(&vectors, "accepted", 3) {
        check(&schema, &vector["envelope"]);
        let written = envelope(&vector["envelope"]).unwrap().to_json();
        check(&schema, &serde_json::from_str(&written).unwrap());
    }
    let mut refused = 0;
    for vector in list(&vectors, "refused_envelopes", 25) {
        let Ok(document) = serde_json::from_str::<Value>(vector["envelope"].as_str().unwrap())
        else {
            continue;
        };
        // Rules that a schema cannot express: unused bits of base64, a duplicate field, the payload, a
        // duplicate key.
        let about = vector["about"].as_str().unwrap();
        let beyond = about.contains("bits that do not count") || about == "the same field twice";
        if ["envelope.form", "envelope.type"].contains(&vector["code"].as_str().unwrap()) && !beyond
        {
            assert!(!schema.is_valid(&document), "{about}");
            refused += 1;
        }
    }
    assert!(refused > 9, "{refused}");
}

#[test]
fn policies_and_reports_match_their_schemas() {
    let (keys, stamps) = (vectors("envelopes.json"), vectors("timestamps.json"));
    let office = public(&keys, OFFICE);
    let rules = json!([
        {"document": "commitment", "role": "office", "at_least": 1},
        {"document": "commitment", "timestamps": 1},
        {"document": "record", "role": "office", "at_least": 1},
    ]);
    let document = json!({"spec": "suiji-policy-v1", "rules": rules,
        "keys": [{"name": OFFICE, "role": "office", "key": office.to_pem()}],
        "authorities": [{"name": "样例机构", "certificates": stamps["certificates"]["rsa.root"]}]});
    check(&schema("policy"), &document);
    for wrong in [
        json!([]),
        json!([{"document": "commitment", "role": "office", "at_least": 0}]),
        json!([{"document": "commitment", "role": "office", "timestamps": 1}]),
        json!([{"document": "seed", "timestamps": 1}]),
    ] {
        let mut document = document.clone();
        document["rules"] = wrong;
        assert!(!schema("policy").is_valid(&document), "{document}");
    }
    let policy = policy(&[(OFFICE, "office", &office)], rules);
    let mut signed = suiji_evidence::Envelope::new(Statement::of_commitment(&commitment()));
    signed.sign(&private(&keys, OFFICE)).unwrap();
    signed
        .sign(&private(&keys, crate::support::WITNESS))
        .unwrap();
    let presented = Presented::of_commitment(&commitment()).with_envelope(signed);
    let presented = ["RSA and SHA-256", "a token about another digest"]
        .into_iter()
        .fold(presented, |all, about| {
            all.with_token(Document::Commitment, token_about(&stamps, about))
        });
    let report: Value = serde_json::from_str(&presented.verify(&policy).to_json()).unwrap();
    check(&schema("policy-report"), &report);
    assert_eq!(
        (
            report["timestamps"].as_array().unwrap().len(),
            &report["verdict"]
        ),
        (2, &json!("met"))
    );
    assert_eq!(report["strangers"].as_array().unwrap().len(), 1);
}

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

#[test]
fn statements_and_stamps_match_their_schemas() {
    // [P1] [P5]
    let vectors = vectors("timestamps.json");
    let (of_statement, of_stamp) = (schema("statement"), schema("stamp"));
    for vector in list(&vectors, "accepted", 11) {
        let of: Statement = statement(&vector["statement"]);
        check(&of_statement, &parsed(&of.payload()));
        let read = Token::from_bytes(&token(vector)).unwrap();
        let stamp = read.verify(&of, &trusted(&vectors, vector)).unwrap();
        let stamp = parsed(&stamp.to_json());
        check(&of_stamp, &stamp);
        for field in ["authority", "time", "algorithm", "accuracy"] {
            assert_eq!(stamp[field], vector[field], "{field}");
        }
    }
}

#[test]
fn errors_have_the_form_of_the_library() {
    let schema = schema("error");
    let vectors = vectors("timestamps.json");
    for vector in list(&vectors, "refused", 22) {
        let verified = Token::from_bytes(&token(vector)).and_then(|token| {
            token.verify(&statement(&vector["statement"]), &trusted(&vectors, vector))
        });
        let error = verified.unwrap_err().in_file("样例.tsr");
        let json = parsed(&error.to_json());
        check(&schema, &json);
        let codes: Vec<&str> = error.problems().iter().map(|of| of.code()).collect();
        let faults = json["faults"].as_array().unwrap().iter();
        let listed: Vec<&str> = faults.clone().map(|fault| text(fault, "code")).collect();
        assert_eq!(
            (listed, &json["count"]),
            (codes.clone(), &json!(codes.len()))
        );
        assert!(
            faults
                .clone()
                .all(|fault| fault["place"]["path"] == "样例.tsr")
        );
    }
}

#[test]
fn audits_match_their_schema() {
    // [L4] [L5] [L7]
    let (schema, folder) = (schema("ledger-audit"), root().join("tests/vectors/ledgers"));
    let mut failures = 0;
    for name in ["day", "torn", "silent", "rewritten", "kept-heads"] {
        let vector = fs::read(folder.join(format!("{name}.json"))).unwrap();
        let vector: Value = serde_json::from_slice(&vector).unwrap();
        let ledger = Ledger::read(text(&vector, "ledger").as_bytes()).unwrap();
        let mut files = Files::default();
        for head in vector["heads"].as_array().unwrap() {
            let kept = format!("{} {}", head["size"], text(head, "root"));
            files.add_head("minutes", Head::read(kept.as_bytes()).unwrap());
        }
        files.add_commitment_digest("a/commitment.json", commitment().digest());
        let audit = parsed(&ledger.audit(&files).to_json(&ledger).unwrap());
        check(&schema, &audit);
        assert_eq!(audit["root"], vector["expected"]["root"], "{name}");
        let found = audit["failures"].as_array().unwrap();
        let own = vector["expected"]["failures"].as_array().unwrap().len();
        // The commitment of the worked example is not in these ledgers.
        assert_eq!(found.len(), own + 1, "{name}");
        assert!(
            found
                .iter()
                .any(|of| of["place"]["path"] == "a/commitment.json")
        );
        failures += own;
        // The head of an audit is one to keep.
        let head = Head::read(text(&audit, "head").as_bytes()).unwrap();
        ledger.check_head(&head).unwrap();
    }
    assert!(failures > 1, "{failures}");
}

#[test]
fn notes_match_their_schema() {
    // [W1]
    let digest = "6246c9abdba1088f2ff53de2582418858f22bbcb83c32bbde082c3a4e839de06";
    let text = format!("封存单：{digest}\n取值：3 5\n1 6\nledger: 2 {digest}\n");
    for (written, with_digest) in [(&*text, true), ("values: 3 5 1 6", false)] {
        let notes = parsed(&Notes::read(written.as_bytes()).unwrap().to_json());
        check(&schema("notes"), &notes);
        assert_eq!(notes["commitment"] == digest, with_digest, "{notes}");
        assert_eq!(
            notes["heads"] == json!([{"size": 2, "root": digest}]),
            with_digest
        );
    }
}
