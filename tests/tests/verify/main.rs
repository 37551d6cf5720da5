//! Verification [V1], [V2]: what each input adds, what is found, and what remains on trust.
#![expect(clippy::unwrap_used, reason = "tests")]

mod alone;
mod inputs;
mod public;
mod sheets;

use std::collections::BTreeMap;

use suiji::{Evidence, Record, Report, Run};

fn report(record: &Record, evidence: &Evidence) -> Report {
    suiji::verify(record, evidence, &Run::default()).unwrap()
}

/// The checks by what they lack, those that were made under "".
fn wants(report: &Report) -> BTreeMap<String, Vec<&'static str>> {
    let mut wants: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
    for check in report.checks() {
        let want = match check.outcome() {
            suiji::Outcome::NotChecked { for_want_of } => for_want_of.as_str().to_owned(),
            suiji::Outcome::Established => String::new(),
            other => format!("{other:?}"),
        };
        wants.entry(want).or_default().push(check.id());
    }
    wants
}

fn failed(report: &Report) -> Vec<(&'static str, String)> {
    let failed = report
        .checks()
        .iter()
        .filter(|check| check.outcome().as_str() == "failed");
    failed
        .map(|check| (check.id(), check.path().to_owned()))
        .collect()
}
