//! Every code has a test, here, in the tests of the command or in a vector.

use std::fs;
use std::path::Path;

use suiji_evidence::codes;

/// The text of all files in a folder.
fn read(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => read(&path, text),
            false => text.push_str(&fs::read_to_string(path).unwrap_or_default()),
        }
    }
}

#[test]
fn every_code_is_named_in_a_test_and_has_a_form_of_its_own() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    read(&own.join("tests"), &mut text);
    read(&own.join("../suiji-cli/tests"), &mut text);
    read(&own.join("../../tests/vectors/evidence"), &mut text);
    let mut distinct = codes::ALL.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    for code in &distinct {
        assert!(
            text.contains(&format!("\"{code}\"")) || text.contains(&format!("[{code}]")),
            "{code}"
        );
        let word = |part: &str| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c == '-')
        };
        assert!(
            code.split_once('.')
                .is_some_and(|(room, what)| word(room) && word(what)),
            "{code}"
        );
    }
    assert!(distinct.len() > 35);
}
