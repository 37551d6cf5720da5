//! SPEC.md's tables of error codes and check ids are those of the code.

use std::collections::BTreeSet;

use suiji::error::codes;
use suiji::verify::checks;
use suiji_conformance::rules::spec;
use suiji_conformance::tables::{COMMAND, command, with_tables};

#[test]
fn the_tables_of_the_specification_are_those_of_the_code() {
    let spec = spec();
    let right = with_tables(&spec).unwrap();
    assert!(spec == right, "SPEC.md's tables are stale: run {COMMAND}");
}

#[test]
fn a_stale_table_is_rewritten() {
    let spec = "a\n<!-- codes -->\nold\n<!-- /codes -->\nb\n<!-- checks --><!-- /checks -->\n";
    let right = with_tables(spec).unwrap();
    assert!(
        right.starts_with("a\n<!-- codes -->\nOf the library:\n\n| id | rule | English | 中文 |\n"),
        "{right}"
    );
    assert!(right.contains(
        "\n| `registry.duplicate-id` | [I6] | id {id} stands at rows {first} and {second} |"
    ));
    assert!(right.contains("less than \\|symbols\\|^length"));
    assert!(
        right.contains("\n| `record.seed` | [R2] | ")
            && right.contains("\n| `trust.sheet` | [V2] | ")
    );
    assert!(right.ends_with("|\n<!-- /checks -->\n") && !right.contains("\nold\n"));
    assert_eq!(with_tables(&right).unwrap(), right);
    assert_eq!(with_tables("<!-- codes -->"), None);
}

#[test]
fn ids_are_stable_words_and_stand_once() {
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
