//! The JSON Schemas of `crates/suiji/schema` and `crates/suiji-evidence/schema` accept every document of the cases and
//! everything the library writes, and refuse invalid documents.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;

use serde_json::{Value, json};
use suiji::{Evidence, PublicForm, Record, Run};
use suiji_conformance::rules::workspace;
use suiji_conformance::{Case, Small};

struct Schemas(jsonschema::Registry<'static>);

impl Schemas {
    fn read() -> Self {
        let mut registry = jsonschema::Registry::new();
        let folders = ["crates/suiji/schema", "crates/suiji-evidence/schema"];
        let files = folders.map(|folder| fs::read_dir(workspace().join(folder)).unwrap());
        for entry in files.into_iter().flatten().flatten() {
            let path = entry.path();
            if path
                .extension()
                .is_some_and(|extension| extension == "json")
            {
                let schema: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
                assert!(jsonschema::meta::is_valid(&schema), "{}", path.display());
                let id = schema["$id"].as_str().unwrap().to_owned();
                registry = registry.add(id, schema).unwrap();
            }
        }
        Self(registry.prepare().unwrap())
    }

    fn of(&self, name: &str) -> jsonschema::Validator {
        let schema = json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": format!("urn:suiji:v1:{name}")});
        jsonschema::options()
            .offline()
            .with_registry(&self.0)
            .build(&schema)
            .unwrap()
    }
}

/// Asserts that the document is valid.
fn validate(validator: &jsonschema::Validator, document: &Value, what: &str) {
    let errors: Vec<String> = validator
        .iter_errors(document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(
        errors.is_empty(),
        "{what}: {}\n{document:#}",
        errors.join("\n")
    );
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn drawn() -> impl Iterator<Item = Case> {
    Case::all().into_iter().filter(|case| !case.is_refused())
}

#[test]
fn every_input_of_the_cases_is_valid() {
    // [I1]–[I5], [S4a], [R1]
    let schemas = Schemas::read();
    let files = [
        ("plan", "plan.json"),
        ("ceremony", "ceremony.json"),
        ("contributions", "contributions.json"),
    ];
    let rows = [
        ("entity", "registry.jsonl"),
        ("inspector", "roster.jsonl"),
        ("visit", "history.jsonl"),
    ];
    let mut count = 0;
    for case in drawn() {
        for (name, file) in files {
            validate(
                &schemas.of(name),
                &parsed(&String::from_utf8(case.bytes(file)).unwrap()),
                &format!("{} {file}", case.name()),
            );
        }
        for (name, file) in rows {
            let validator = schemas.of(name);
            for line in String::from_utf8(case.bytes(file)).unwrap().lines() {
                validate(
                    &validator,
                    &parsed(line),
                    &format!("{} {file}", case.name()),
                );
                count += 1;
            }
        }
    }
    assert!(count > 500, "{count} rows");
}

#[test]
fn documents_that_break_a_rule_of_the_schema_are_invalid() {
    // [C1, C6, I2]
    let schemas = Schemas::read();
    for (name, file, case) in [
        ("plan", "plan.json", "refuse-ratio"),
        ("plan", "plan.json", "refuse-no-number"),
        ("contributions", "contributions.json", "refuse-upper-hex"),
    ] {
        let document = parsed(&String::from_utf8(Case::named(case).bytes(file)).unwrap());
        assert!(!schemas.of(name).is_valid(&document), "{case}");
    }
}

#[test]
fn commitments_records_and_public_forms_are_valid() {
    // [S3a, E1, E2]
    let schemas = Schemas::read();
    let [commitment, record, form] =
        ["commitment", "record", "public-form"].map(|name| schemas.of(name));
    for case in drawn() {
        let name = case.name();
        validate(
            &commitment,
            &parsed(&case.expected("commitment.json")),
            &name,
        );
        validate(&record, &parsed(&case.expected("record.json")), &name);
        let (sealed, drawn) = case.draw().unwrap();
        validate(&commitment, &parsed(&sealed.commitment().to_json()), &name);
        validate(&record, &parsed(&drawn.to_json()), &name);
        let public = PublicForm::of(&drawn, sealed.secret()).unwrap();
        validate(&form, &parsed(&public.to_json()), &name);
        validate(
            &schemas.of("plan"),
            &parsed(&sealed.inputs().plan().to_json()),
            &name,
        );
        validate(
            &schemas.of("contributions"),
            &parsed(&drawn.contributions().to_json()),
            &name,
        );
    }
    let with_drand = fs::read(suiji_conformance::root().join("vectors/drand/record.json")).unwrap();
    validate(
        &record,
        &serde_json::from_slice(&with_drand).unwrap(),
        "drand",
    );
}

#[test]
fn a_ceremony_with_its_secret_is_valid() {
    // [S2, S3c, S4a]
    let ceremony = Schemas::read().of("ceremony");
    for case in drawn() {
        validate(
            &ceremony,
            &parsed(&case.ceremony().unwrap().to_json_with_secret()),
            &case.name(),
        );
    }
    let mut case = Small::plain().blinded();
    case.ceremony["sources"] = json!([{"kind": "committed", "by": "office", "name": "机关"}]);
    validate(
        &ceremony,
        &parsed(&case.read_ceremony().unwrap().to_json_with_secret()),
        "a source without commitment",
    );
}

#[test]
fn receipts_of_every_state_are_valid() {
    // [G1, G2, G3]
    let schemas = Schemas::read();
    let [receipt, report] = ["receipt", "report"].map(|name| schemas.of(name));
    let mut states = std::collections::BTreeSet::new();
    for case in drawn() {
        let (sealed, record) = case.draw().unwrap();
        let mut ids: Vec<String> = String::from_utf8(case.bytes("registry.jsonl"))
            .unwrap()
            .lines()
            .map(|line| parsed(line)["id"].as_str().unwrap().to_owned())
            .collect();
        ids.push("UNKNOWN".to_owned());
        let form = PublicForm::of(&record, sealed.secret()).unwrap();
        for id in ids {
            let made = sealed.receipt(&record, &id.parse().unwrap()).unwrap();
            states.extend(made.tasks().iter().map(|task| task.state().as_str()));
            validate(
                &receipt,
                &parsed(&made.to_json()),
                &format!("{} {id}", case.name()),
            );
            let found = made.check(&form, None);
            validate(&report, &parsed(&found.to_json()), &case.name());
        }
    }
    assert!(states.len() == 7, "{states:?}");
}

#[test]
fn reports_are_valid_with_and_without_failures() {
    // [V1, V2]
    let report = Schemas::read().of("report");
    let run = Run::default();
    for case in drawn() {
        let record = Record::from_json(&case.bytes("expected/record.json")).unwrap();
        let mut changed = parsed(&case.expected("record.json"));
        changed["seed"] = json!("0".repeat(64));
        let changed = Record::from_json(changed.to_string().as_bytes()).unwrap();
        for record in [&record, &changed] {
            for evidence in [Evidence::default(), case.evidence().unwrap()] {
                let found = suiji::verify_with(record, &evidence, &run).unwrap();
                validate(&report, &parsed(&found.to_json()), &case.name());
                let secret = case.ceremony().unwrap().secret().cloned();
                let form = PublicForm::of(record, secret.as_ref()).unwrap();
                let found = suiji::verify_public_with(&form, &evidence, &run).unwrap();
                validate(&report, &parsed(&found.to_json()), &case.name());
            }
        }
    }
    let mut few = Small::plain();
    few.ceremony["sources"][0]["parts"][0]["count"] = json!(6);
    few.contributions = json!([suiji_conformance::thrown("123456")]);
    let found = suiji::verify_with(&few.draw().unwrap().1, &Evidence::default(), &run).unwrap();
    assert!(!found.warnings().is_empty());
    validate(&report, &parsed(&found.to_json()), "a warning");
}

#[test]
fn errors_are_valid() {
    // [S5]
    let error = Schemas::read().of("error");
    for case in Case::all().iter().filter(|case| case.is_refused()) {
        let found = case.draw().map(|_| ()).unwrap_err();
        validate(&error, &parsed(&found.to_json()), &case.name());
    }
    let mut many = Small::plain();
    many.registry = (0..30)
        .map(|n| json!({"id": format!("A {n}"), "name": ""}))
        .collect();
    let found = many.read_registry().map(|_| ()).unwrap_err();
    validate(&error, &parsed(&found.to_json()), "many faults");
    validate(
        &error,
        &parsed(&"x".parse::<suiji::Digest>().unwrap_err().to_json()),
        "a value",
    );
}

/// The document with one invalid value at each of its places, and a description of each change.
fn invalid(document: &Value) -> Vec<(String, Value)> {
    let mut pointers = vec![String::new()];
    let mut next = 0;
    while next < pointers.len() {
        let pointer = pointers[next].clone();
        match document.pointer(&pointer).unwrap() {
            Value::Object(fields) => pointers.extend(
                fields
                    .keys()
                    .map(|key| format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))),
            ),
            Value::Array(items) => {
                pointers.extend((0..items.len()).map(|index| format!("{pointer}/{index}")))
            }
            _ => {}
        }
        next += 1;
    }
    let mut all = Vec::new();
    for pointer in pointers {
        let mut nulled = document.clone();
        let place = nulled.pointer_mut(&pointer).unwrap();
        let original = place.clone();
        *place = Value::Null;
        all.push((format!("{pointer} is null"), nulled));
        if original.is_object() {
            let mut more = document.clone();
            more.pointer_mut(&pointer).unwrap()["x"] = Value::Null;
            all.push((format!("{pointer} has x"), more));
        }
        if let Value::Number(number) = &original {
            let mut fraction = document.clone();
            *fraction.pointer_mut(&pointer).unwrap() =
                serde_json::from_str(&format!("{number}.5")).unwrap();
            all.push((format!("{pointer} is a fraction"), fraction));
        }
        if original.is_string() {
            let mut empty = document.clone();
            *empty.pointer_mut(&pointer).unwrap() = json!("");
            all.push((format!("{pointer} is empty"), empty));
        }
    }
    all
}

#[test]
fn null_fractions_empty_texts_and_unknown_fields_are_invalid_anywhere() {
    // [C2a, C2b, C3]
    let schemas = Schemas::read();
    let case = Case::named("16");
    let (sealed, record) = case.draw().unwrap();
    let id = record.draws()[0].selected()[0].id().clone();
    let receipt = sealed.receipt(&record, &id).unwrap();
    let file = |name: &str| parsed(&String::from_utf8(case.bytes(name)).unwrap());
    let first = |name: &str| {
        parsed(
            String::from_utf8(case.bytes(name))
                .unwrap()
                .lines()
                .next()
                .unwrap(),
        )
    };
    let mut count = 0;
    for (name, document) in [
        ("plan", file("plan.json")),
        ("ceremony", file("ceremony.json")),
        ("contributions", file("contributions.json")),
        ("entity", first("registry.jsonl")),
        ("inspector", first("roster.jsonl")),
        ("visit", first("history.jsonl")),
        ("commitment", file("expected/commitment.json")),
        ("record", file("expected/record.json")),
        (
            "public-form",
            parsed(&PublicForm::of(&record, sealed.secret()).unwrap().to_json()),
        ),
        ("receipt", parsed(&receipt.to_json())),
    ] {
        let validator = schemas.of(name);
        validate(&validator, &document, name);
        for (what, invalid) in invalid(&document) {
            assert!(!validator.is_valid(&invalid), "{name}: {what}");
            count += 1;
        }
    }
    assert!(count > 1000, "{count}");
}

#[test]
fn entries_of_a_ledger_are_valid_and_ill_formed_ones_are_not() {
    // [L2, L3]
    let schemas = Schemas::read();
    let validator = schemas.of("ledger-entry");
    let folder = workspace().join("crates/suiji-evidence/tests/vectors/ledgers");
    let (mut valid, mut wrong) = (0, Vec::new());
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let vector = parsed(&fs::read_to_string(&path).unwrap());
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = vector["ledger"].as_str().unwrap();
        // After the last line end there is no entry.
        let lines = text[..text.rfind('\n').unwrap()].lines();
        match vector["expected"]["error"] == "ledger.form" {
            true if lines.clone().all(|line| validator.is_valid(&parsed(line))) => wrong.push(name),
            true => {}
            false => {
                for line in lines {
                    validate(&validator, &parsed(line), &name);
                    valid += 1;
                }
            }
        }
    }
    assert!(valid > 80, "{valid} entries");
    // A schema cannot require canonical JSON.
    assert_eq!(wrong, ["not-canonical"]);
}
