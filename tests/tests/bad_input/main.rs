//! Bad input gives a clear error: each fault has its stable code, its place and a text in two languages.
#![expect(clippy::unwrap_used, reason = "tests")]

mod after_sealing;
mod amendments;
mod ceremony;
mod contributions;
mod documents;
mod earlier;
mod files;
mod limits;
mod omitted;
mod plan;
mod results;
mod tables;
mod teams;
mod values;
mod warnings;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use suiji::error::{Fault, codes, findings};
use suiji::{Error, Lang};

/// A valid input with one fault.
pub(crate) struct Bad {
    /// A description of the fault.
    what: String,
    /// The error that the library returned.
    found: Error,
    /// The expected code and place: document, row, path.
    expected: (&'static str, String),
}

impl Bad {
    pub(crate) fn new<T>(
        what: impl ToString,
        result: Result<T, Error>,
        code: &'static str,
        place: impl ToString,
    ) -> Self {
        let what = what.to_string();
        let accepted = format!("accepted: {what}");
        Self {
            found: result.map(|_| ()).expect_err(&accepted),
            what,
            expected: (code, place.to_string()),
        }
    }
}

/// `registry row 3 class`, `plan $.tasks[0].quota`.
pub(crate) fn place(fault: &Fault) -> String {
    let place = fault.place();
    let row = place
        .row()
        .map_or_else(String::new, |row| format!(" row {row}"));
    let path = if place.path().is_empty() {
        String::new()
    } else {
        format!(" {}", place.path())
    };
    format!("{}{row}{path}", place.kind().as_str())
}

fn all() -> &'static [Bad] {
    static ALL: LazyLock<Vec<Bad>> = LazyLock::new(made);
    &ALL
}

fn made() -> Vec<Bad> {
    let mut all = documents::faults();
    all.extend(values::faults());
    all.extend(omitted::faults());
    all.extend(plan::faults());
    all.extend(teams::faults());
    all.extend(tables::faults());
    all.extend(files::faults());
    all.extend(ceremony::faults());
    all.extend(earlier::faults());
    all.extend(after_sealing::faults());
    all.extend(limits::faults());
    all.extend(contributions::faults());
    all.extend(amendments::faults());
    all.extend(results::faults());
    all
}

#[test]
fn each_fault_has_its_code_and_its_place() {
    let mut wrong = Vec::new();
    for bad in all() {
        let faults: Vec<(&str, String)> = bad
            .found
            .faults()
            .iter()
            .map(|fault| (fault.code(), place(fault)))
            .collect();
        if faults != [bad.expected.clone()] || bad.found.fault_count() != 1 {
            wrong.push(format!(
                "{}: expected {:?}, found {faults:?}",
                bad.what, bad.expected
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_kind_of_an_error_is_the_document_of_its_first_fault() {
    for bad in all() {
        assert_eq!(
            bad.found.kind(),
            bad.found.faults()[0].place().kind(),
            "{}",
            bad.what
        );
    }
}

#[test]
fn every_code_of_the_library_occurs_in_a_test() {
    let mut produced: BTreeSet<&str> = all().iter().map(|bad| bad.found.code()).collect();
    // These need more than 2^32 rows or 2^24 values. Unit tests of the table and the parser cover them.
    produced.extend(["limit.rows", "limit.values"]);
    let listed: BTreeSet<&str> = codes::ALL.iter().map(|code| code.id()).collect();
    let missing: Vec<_> = listed.difference(&produced).collect();
    assert!(missing.is_empty(), "codes without a test: {missing:?}");
    assert!(produced.is_subset(&listed));
    assert_eq!(
        listed.len(),
        codes::ALL.len(),
        "duplicate code in the table"
    );
}

#[test]
fn every_finding_of_the_library_occurs_in_a_test() {
    let mut produced = warnings::produced();
    produced.extend(results::findings());
    let listed: BTreeSet<&str> = findings::ALL.iter().map(|code| code.id()).collect();
    let missing: Vec<_> = listed.difference(&produced).collect();
    assert!(missing.is_empty(), "findings without a test: {missing:?}");
    assert!(produced.is_subset(&listed));
    assert_eq!(listed.len(), findings::ALL.len(), "duplicate code");
}

#[test]
fn messages_are_complete_in_both_languages() {
    for bad in all() {
        for lang in [Lang::Zh, Lang::En] {
            let message = bad.found.message(lang);
            assert!(!message.is_empty());
            assert!(
                !message.contains(['{', '}', '?']),
                "{}: {message}",
                bad.what
            );
        }
        let chinese = bad.found.message(Lang::Zh);
        let ideograph = |c: char| ('\u{4e00}'..='\u{9fa5}').contains(&c);
        assert!(chinese.chars().any(ideograph), "{}: {chinese}", bad.what);
        let display = bad.found.to_string();
        assert!(display.starts_with(bad.found.code()), "{display}");
        let rule = bad.found.faults()[0].rule();
        assert!(
            rule.is_empty() || display.contains(&format!("[{rule}]")),
            "{display}"
        );
    }
}

#[test]
fn messages_contain_their_limits() {
    for bad in all() {
        let limit = match bad.found.code() {
            "limit.bytes" => "16777216",
            "limit.line" => "1048576",
            "limit.tasks" => "10000",
            "limit.limits" => "64",
            "limit.sources" => "1000",
            "limit.framed" => "2000000",
            "limit.drawn" => "200000",
            "limit.seated" => "1000000000",
            "limit.commitment" | "limit.contributions" => "16777216",
            "limit.record" => "268435456",
            "json.depth" => "32",
            _ => continue,
        };
        assert!(bad.found.message(Lang::En).contains(limit), "{}", bad.found);
        assert!(bad.found.message(Lang::Zh).contains(limit), "{}", bad.found);
    }
}

#[test]
fn both_languages_use_the_same_placeholders() {
    let names = |text: &'static str| -> BTreeSet<&str> {
        let names = text
            .split('{')
            .skip(1)
            .filter_map(|rest| Some(rest.split_once('}')?.0));
        names
            .map(|name| name.strip_suffix("_zh").unwrap_or(name))
            .collect()
    };
    for code in codes::ALL.iter().chain(findings::ALL) {
        let (en, zh) = (
            names(code.template(Lang::En)),
            names(code.template(Lang::Zh)),
        );
        assert!(
            zh.is_subset(&en) || en.is_subset(&zh),
            "{}: {en:?} {zh:?}",
            code.id()
        );
    }
}
