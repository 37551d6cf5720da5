//! Every change to a record, a commitment, a public form or a receipt is refused or found. Complete forgeries are found
//! too. `./check counts` prints the number of changes.
#![expect(clippy::unwrap_used, reason = "tests")]

mod amendments;
mod fewer_inputs;
mod forger;
mod forgeries;
mod other_inputs;
mod receipts;
mod records;
mod swapped;

use serde_json::Value;
use suiji::verify::Verdict;
use suiji::{Error, Report};
use suiji_conformance::count::counted;
use suiji_conformance::mutate::{Mutant, touch};

/// The cases whose documents are changed.
const CASES: [&str; 7] = ["01", "03", "04", "08", "14", "15", "16"];

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The outcomes of the mutants of one document.
#[derive(Default)]
struct Count {
    refused: usize,
    failed: usize,
    passed: Vec<String>,
    /// Refused or failed, but at another place.
    elsewhere: Vec<String>,
}

impl Count {
    /// A duplicate task is reported at the second one, even if the first one was changed.
    fn refused(&mut self, mutant: &Mutant, error: &Error) {
        self.refused += 1;
        let named = error.faults().iter().any(|fault| {
            touch(&mutant.pointer, fault.place().path()) || fault.code() == "plan.duplicate-task"
        });
        self.place(mutant, named, error.to_string());
    }

    fn checked(&mut self, mutant: &Mutant, report: &Report) {
        if report.verdict() != Verdict::Fails {
            let text = format!("{} at {}", mutant.change, mutant.pointer);
            return self.passed.push(text);
        }
        self.failed += 1;
        let failed = report
            .checks()
            .iter()
            .filter(|check| check.outcome().as_str() == "failed");
        let paths: Vec<&str> = failed.map(suiji::verify::Check::path).collect();
        let named = paths.iter().any(|path| names(path, &mutant.pointer));
        self.place(mutant, named, paths.join(" "));
    }

    fn place(&mut self, mutant: &Mutant, named: bool, found: String) {
        if !named {
            self.elsewhere
                .push(format!("{} at {}: {found}", mutant.change, mutant.pointer));
        }
    }

    fn duplicate_keys_are_refused<T>(
        &mut self,
        texts: Vec<(String, String)>,
        read: impl Fn(&[u8]) -> Result<T, Error>,
    ) {
        for (pointer, text) in texts {
            let error = read(text.as_bytes()).err().unwrap();
            let duplicate = error
                .faults()
                .iter()
                .find(|fault| fault.code() == "json.repeated-key");
            let path = duplicate.map(|fault| fault.place().path());
            assert!(
                path.is_some_and(|path| touch(&pointer, path)),
                "{pointer}: {error}"
            );
            self.refused += 1;
        }
    }

    fn print(&self, documents: &str, passed: &str) {
        counted(
            self.refused,
            &format!("changed {documents}: refused by the reader"),
        );
        counted(
            self.failed,
            &format!("changed {documents}: failed by a check"),
        );
        counted(self.passed.len(), &format!("changed {documents}: {passed}"));
    }

    fn none_passed(&self, documents: &str, case: &str) {
        self.print(documents, "passed");
        let what = format!("{documents} of {case}");
        assert!(self.passed.is_empty(), "{what}\n{}", self.passed.join("\n"));
        assert!(
            self.elsewhere.is_empty(),
            "{what}\n{}",
            self.elsewhere.join("\n")
        );
    }
}

/// Whether a failure at this path names the place of the change, or a place that depends on it. The seed depends on the
/// commitment and the contributions. In a receipt, a statement depends on all its fields, and everything depends on the
/// entity and on the order of the history.
fn names(path: &str, pointer: &str) -> bool {
    let of = |prefixes: &[&str]| prefixes.iter().any(|prefix| pointer.starts_with(prefix));
    let statement = pointer
        .match_indices('/')
        .nth(2)
        .map_or(pointer, |(end, _)| &pointer[..end]);
    touch(pointer, path)
        || path == "$.seed" && of(&["/commitment", "/contributions"])
        || path.starts_with("$.tasks") && of(&["/registry"])
        || path.starts_with("$.history") && of(&["/history"])
        || of(&["/entity"])
        || of(&["/tasks"]) && touch(statement, path)
}
