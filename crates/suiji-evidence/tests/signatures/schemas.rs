//! The schemas of `schema/` accept the documents that are read and written, and refuse other forms.

use std::fs;

use serde_json::{Value, json};
use suiji_evidence::{Document, Presented};

use crate::support::{
    OFFICE, commitment, envelope, list, policy, private, public, root, token_about, vectors,
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
    let schema = json!({"$ref": format!("urn:suiji-evidence:{name}")});
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
    let mut signed =
        suiji_evidence::Envelope::new(suiji_evidence::Statement::of_commitment(&commitment()));
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
