//! The tables of error codes and check ids in SPEC.md match the code, and the pages of errors have every code.

use std::collections::BTreeSet;
use std::fs;

use suiji::error::{codes, findings};
use suiji::verify::checks;
use suiji_conformance::rules::{spec, workspace};
use suiji_conformance::tables::{COMMAND, command, with_tables};

#[test]
fn the_tables_of_the_specification_are_current() {
    let spec = spec();
    let expected = with_tables(&spec).unwrap();
    assert!(
        spec == expected,
        "the tables of SPEC.md are not current: run {COMMAND}"
    );
}

#[test]
fn old_tables_are_replaced() {
    let spec = "a\n<!-- codes -->\nold\n<!-- /codes -->\nb\n<!-- checks --><!-- /checks -->\n\
                <!-- outcomes --><!-- /outcomes -->\n";
    let expected = with_tables(spec).unwrap();
    assert!(
        expected
            .starts_with("a\n<!-- codes -->\nOf the library:\n\n| id | rule | English | 中文 |\n"),
        "{expected}"
    );
    assert!(expected.contains(
        "\n| `registry.duplicate-id` | [I6] | duplicate id “{id}”: rows {first} and {second} |"
    ));
    assert!(
        expected.contains("\n| `record.seed` | [R2] | ")
            && expected.contains("\n| `trust.sheet` | [V2] | ")
    );
    assert!(expected.contains("\n| `moved_away` | closed |  | 12 | "));
    assert!(expected.ends_with("|\n<!-- /outcomes -->\n") && !expected.contains("\nold\n"));
    assert_eq!(with_tables(&expected).unwrap(), expected);
    assert_eq!(with_tables("<!-- codes -->"), None);
}

#[test]
fn ids_have_the_right_form_and_are_unique() {
    let word = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    for table in [codes::ALL, checks::ALL, checks::TRUST] {
        let ids: Vec<&str> = table.iter().map(|code| code.id()).collect();
        assert!(ids.iter().all(|id| id.split('.').all(word)), "{ids:?}");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    }
    let library: BTreeSet<&str> = codes::ALL.iter().map(|code| code.id()).collect();
    assert!(command().iter().all(|code| !library.contains(code.id())));
}

#[test]
fn the_pages_of_errors_have_every_code() {
    let library = codes::ALL.iter().chain(findings::ALL).chain(checks::ALL);
    let library = library.map(|code| code.id());
    let command = command().iter().map(|code| code.id());
    let others = suiji_import::codes::ALL
        .iter()
        .chain(suiji_evidence::codes::ALL);
    let all: Vec<&str> = library.chain(command).chain(others.copied()).collect();
    for page in ["docs/errors.md", "docs/errors.zh-CN.md"] {
        let text = fs::read_to_string(workspace().join(page)).unwrap();
        for id in &all {
            let row = format!("\n| `{id}` | ");
            assert!(
                text.contains(&row),
                "{page}: {id}: run python3 docs/site/errors.py"
            );
        }
    }
}
