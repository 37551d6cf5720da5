//! Imports for the tests.

use std::fs;
use std::path::{Path, PathBuf};

use suiji_import::{Answers, Import, Known, List, Options, Source, import};

/// A path in the repository.
pub(crate) fn path(of: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(of)
}

pub(crate) fn source(of: &str) -> Source {
    let path = path(of);
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    Source::from_bytes(name, fs::read(&path).unwrap())
}

pub(crate) fn text(text: &str) -> Source {
    Source::from_bytes("a.csv", text)
}

/// The result of importing files with these answers.
pub(crate) fn imported(sources: Vec<Source>, known: Known<'_>, answers: &Answers) -> Import {
    import(sources, known, answers, &Options::default()).unwrap()
}

/// The result of importing one text without answers.
pub(crate) fn of(csv: &str) -> Import {
    imported(vec![text(csv)], Known::default(), &Answers::default())
}

/// The rows of a list, without the header.
pub(crate) fn rows(import: &Import, list: List) -> Vec<String> {
    let table = import
        .table(list)
        .unwrap_or_else(|| panic!("{:#?}", import.questions()));
    let mut out = Vec::new();
    table.write_csv(&mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    text.lines().skip(1).map(str::to_owned).collect()
}

/// The log, one change per line: row, column, before, after, rule.
pub(crate) fn log(import: &Import) -> Vec<String> {
    let line = |of: suiji_import::Entry<'_>| {
        format!(
            "{}|{}|{}|{}|{}",
            of.row,
            of.column,
            of.before,
            of.after,
            of.rules.words()
        )
    };
    import.log().entries().map(line).collect()
}

/// The questions, as their keys: about, field, value, of.
pub(crate) fn questions(import: &Import) -> Vec<String> {
    let key = |of: &suiji_import::Question| {
        let key = &of.key;
        format!(
            "{}|{}|{}|{}",
            key.about.as_str(),
            key.field,
            key.value,
            key.of
        )
    };
    import.questions().iter().map(key).collect()
}

/// Answers in the form of a file: list, about, field, value, of, answer.
pub(crate) fn answers(all: &[[&str; 6]]) -> Answers {
    let all: Vec<serde_json::Value> = all
        .iter()
        .map(|[list, about, field, value, of, answer]| {
            serde_json::json!({"list": list, "about": about, "field": field, "value": value, "of": of, "answer": answer})
        })
        .collect();
    let json = serde_json::json!({ "answers": all });
    Answers::from_json(json.to_string().as_bytes()).unwrap()
}
