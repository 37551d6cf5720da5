//! The ledgers of `tests/vectors/ledgers`. `make.py` writes them without this library, and another implementation in
//! Python reads them too.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use suiji_evidence::{Files, Head, Ledger};

use super::support::texts;

fn sorted(mut codes: Vec<String>) -> Vec<String> {
    codes.sort();
    codes
}

#[test]
fn every_ledger_has_what_its_file_says() {
    // [L1] [L2] [L3] [L5] [L7]
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/ledgers");
    let mut codes = BTreeSet::new();
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        count += 1;
        let name = path.file_stem().unwrap().to_str().unwrap();
        let vector: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let (text, expected) = (vector["ledger"].as_str().unwrap(), &vector["expected"]);
        let read = Ledger::read(text.as_bytes());
        if let Some(code) = expected["error"].as_str() {
            let error = read.unwrap_err();
            let problem = &error.problems()[0];
            let line = expected["line"]
                .as_u64()
                .and_then(|line| usize::try_from(line).ok());
            assert_eq!((problem.code(), problem.line()), (code, line), "{name}");
            codes.insert(code.to_owned());
            continue;
        }
        let ledger = read.unwrap();
        assert_eq!(
            ledger.entries().len() as u64,
            expected["size"].as_u64().unwrap(),
            "{name}"
        );
        assert_eq!(
            ledger.root().to_string(),
            expected["root"].as_str().unwrap(),
            "{name}"
        );
        let mut files = Files::default();
        for head in vector["heads"].as_array().unwrap() {
            let kept = format!("{} {}", head["size"], head["root"].as_str().unwrap());
            files.add_head(&kept, Head::read(kept.as_bytes()).unwrap());
        }
        let audit = ledger.audit(&files);
        for (found, expected) in [
            (audit.failures(), &expected["failures"]),
            (audit.warnings(), &expected["warnings"]),
        ] {
            let found: Vec<String> = found.iter().map(|of| of.code().to_owned()).collect();
            codes.extend(found.iter().cloned());
            assert_eq!(sorted(found), sorted(texts(expected)), "{name}");
        }
    }
    assert!(count > 25, "{count} ledgers");
    // Ledgers that must fail. They cover most faults, each in its own file.
    assert!(codes.len() > 14, "{codes:?}");
}
