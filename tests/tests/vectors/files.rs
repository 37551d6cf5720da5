//! The files are complete, current and valid under the schema. The rules that they cite exist.

use std::collections::BTreeSet;
use std::fs;

use suiji_conformance::count::counted;
use suiji_conformance::rules::{defined, spec};
use suiji_conformance::vectors::{COMMAND, Status, all, files, folder};

use super::{File, list, text};

#[test]
fn every_file_is_current() {
    let vectors = all();
    let paths: BTreeSet<&str> = vectors.iter().map(|vector| vector.path.as_str()).collect();
    assert_eq!(
        paths.len(),
        vectors.len(),
        "two definitions have the same path"
    );
    let stale: Vec<String> = vectors
        .iter()
        .filter(|vector| vector.status() != Status::Current)
        .map(|vector| format!("{}: {:?}", vector.path, vector.status()))
        .collect();
    assert!(
        stale.is_empty(),
        "{}\nto write missing files, run\n    {COMMAND}\n(an existing file is never changed: if it differs, correct the code or the definition)",
        stale.join("\n")
    );
    let files = files();
    for path in &files {
        let folder = path
            .split_once('/')
            .map_or("single files", |(folder, _)| folder);
        counted(1, &format!("vectors: {folder}"));
    }
    let unknown: Vec<&String> = files
        .iter()
        .filter(|path| !paths.contains(path.as_str()))
        .collect();
    assert!(
        unknown.is_empty(),
        "files without a definition: {unknown:?}"
    );
}

#[test]
fn every_file_is_valid_under_the_schema() {
    let bytes = fs::read(folder().join("vector.schema.json")).unwrap();
    let schema = serde_json::from_slice(&bytes).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::options().offline().build(&schema).unwrap();
    for file in File::all() {
        let errors = validator.iter_errors(&file.content);
        let errors: Vec<String> = errors
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}: {}", file.path, errors.join("\n"));
        let mut unknown = file.content.clone();
        unknown["x"] = serde_json::json!(1);
        assert!(
            !validator.is_valid(&unknown),
            "{}: the schema accepts an unknown field",
            file.path
        );
    }
}

#[test]
fn every_file_has_its_name_and_a_description() {
    for file in File::all() {
        let name = text(&file.content["name"]);
        assert!(
            file.path.ends_with(&format!("{name}.json")),
            "{}",
            file.path
        );
        let about = text(&file.content["about"]);
        assert!(
            about.len() > 2 && !about.ends_with('.'),
            "{}: {about}",
            file.path
        );
    }
}

#[test]
fn cited_rules_exist_and_every_rule_is_cited() {
    let rules = defined(&spec());
    let mut cited: BTreeSet<String> = BTreeSet::new();
    for file in File::all() {
        let cases = list(&file.content["cases"]).iter();
        let lists = cases
            .map(|case| &case["rules"])
            .chain([&file.content["rules"]]);
        for id in lists.flat_map(list).map(text) {
            let (rule, step) = id.split_once('.').unwrap_or((id, "1"));
            let steps = rules.get(rule).copied();
            let steps = steps.unwrap_or_else(|| panic!("{} cites {id}", file.path));
            let step: u32 = step.parse().unwrap();
            assert!(
                !id.contains('.') || (1..=steps).contains(&step),
                "{} cites {id}",
                file.path
            );
            cited.insert(rule.to_owned());
        }
    }
    // No draw depends on annex F, results of inspections, which `results.rs` tests. Nor does it depend on annexes G and H,
    // the ledger, the notes of a witness, signatures and timestamps, which the crate suiji-evidence tests.
    let of_draws = rules
        .keys()
        .filter(|rule| !rule.starts_with(['O', 'L', 'P', 'W']));
    let missing: Vec<&String> = of_draws.filter(|rule| !cited.contains(*rule)).collect();
    assert!(missing.is_empty(), "rules without a vector: {missing:?}");
}
