//! The audit of a ledger: missing draws, second draws, and discarded values [L7].

use std::collections::BTreeMap;

use serde_json::{Value, json};
use suiji::{Commitment, Digest, Record};

use super::document::Ledger;
use super::entry::Entry;
use super::event::Event;
use super::head::Head;
use super::sheets::{Drawn, Seen, Sheet, Sheets};
use crate::base::problem::{Error, Problem};
use crate::base::texts::codes;

/// The data that is compared with a ledger: the files of an office's cases, each with its name, and heads that others
/// kept.
#[derive(Clone, Debug, Default)]
pub struct Files {
    commitments: BTreeMap<[u8; 32], String>,
    records: BTreeMap<[u8; 32], String>,
    heads: Vec<(String, Head)>,
    are_all: bool,
}

impl Files {
    /// A commitment that is in a file.
    pub fn add_commitment(&mut self, file: &str, commitment: &Commitment) {
        self.add_commitment_digest(file, commitment.digest());
    }

    /// The digest of a commitment that is in a file.
    pub fn add_commitment_digest(&mut self, file: &str, digest: Digest) {
        self.commitments.insert(*digest.as_bytes(), file.to_owned());
    }

    /// A record that is in a file.
    pub fn add_record(&mut self, file: &str, record: &Record) {
        self.add_record_digest(file, record.digest());
    }

    /// The digest of a record that is in a file.
    pub fn add_record_digest(&mut self, file: &str, digest: Digest) {
        self.records.insert(*digest.as_bytes(), file.to_owned());
    }

    /// A head that somebody kept, from a file or in words.
    pub fn add_head(&mut self, from: &str, head: Head) {
        self.heads.push((from.to_owned(), head));
    }

    /// States that the office has no other files. Entries without a file are then reported.
    pub fn set_all(&mut self) {
        self.are_all = true;
    }
}

/// The result of an audit.
#[derive(Clone, Debug, Default)]
pub struct Audit {
    failures: Vec<Problem>,
    warnings: Vec<Problem>,
    heads: usize,
}

impl Audit {
    /// Contradictions, and events that cannot happen if everybody works honestly.
    pub fn failures(&self) -> &[Problem] {
        &self.failures
    }

    /// Points that the office should explain.
    pub fn warnings(&self) -> &[Problem] {
        &self.warnings
    }

    /// The number of heads that were compared with the ledger. Without any, the office could have rewritten the whole
    /// ledger.
    pub const fn heads(&self) -> usize {
        self.heads
    }

    /// The audit of a ledger as an indented JSON document (`ledger-audit.schema.json`), with the head for others to keep.
    ///
    /// # Errors
    /// None if the ledger was read from a file: its name is already checked.
    pub fn to_json(&self, ledger: &Ledger) -> Result<String, Error> {
        let list = |of: &[Problem]| of.iter().map(Problem::json).collect::<Value>();
        let json = json!({
            "origin": ledger.origin(),
            "size": ledger.entries().len(),
            "root": ledger.root().to_string(),
            "head": ledger.head()?.to_string(),
            "heads": self.heads,
            "failures": list(&self.failures),
            "warnings": list(&self.warnings),
        });
        Ok(format!("{json:#}\n"))
    }
}

impl Ledger {
    /// [L7] Examines all entries, and compares them with files and heads.
    pub fn audit(&self, files: &Files) -> Audit {
        let sheets = Sheets::of(self.entries());
        let mut audit = Audit {
            failures: sheets.problems.clone(),
            warnings: Vec::new(),
            heads: files.heads.len(),
        };
        for (from, head) in &files.heads {
            if let Err(error) = self.check_head(head) {
                let problems = error.in_file(from);
                audit.failures.extend(problems.problems().iter().cloned());
            }
            if let Some(key) = self.opening().key()
                && let Err(error) = head.signed(&[key])
            {
                let problems = error.in_file(from);
                audit.failures.extend(problems.problems().iter().cloned());
            }
        }
        if self.torn() > 0 {
            audit.warnings.push(codes::ledger_torn(self.torn()));
        }
        for pair in self.entries().windows(2) {
            audit.time(pair);
        }
        for sheet in &sheets.all {
            audit.sheet(sheet);
        }
        audit.compare(&sheets, self.entries(), files);
        audit
    }
}

impl Audit {
    fn time(&mut self, pair: &[Entry]) {
        if let [before, after] = pair
            && after.at.unix_seconds() < before.at.unix_seconds()
        {
            let problem = codes::ledger_time(after.number, &after.at, &before.at);
            self.warnings.push(problem);
        }
    }

    /// A commitment ends with a draw, is superseded, or is given up with a reason.
    fn sheet(&mut self, sheet: &Sheet<'_>) {
        match &sheet.drawn {
            Some(drawn) => self.values(sheet, |source| used(drawn, source)),
            None => self.values(sheet, |source| {
                let last = sheet.seen.iter().rfind(|seen| seen.source == source);
                last.map(|seen| seen.contribution.text())
            }),
        }
        if sheet.drawn.is_some() || sheet.ended.is_some() {
            return;
        }
        let (number, commitment) = (sheet.number, sheet.sealed.commitment);
        match sheet.seen.last() {
            Some(seen) => {
                let problem = codes::ledger_unfinished(number, commitment, seen.number);
                self.failures.push(problem);
            }
            None => self.warnings.push(codes::ledger_open(number, commitment)),
        }
    }

    /// A value that was shown must be the one that was used. Otherwise either the dice were thrown again, or the value
    /// was mistyped and declined.
    fn values(&mut self, sheet: &Sheet<'_>, used: impl Fn(u64) -> Option<String>) {
        for Seen {
            number,
            source,
            contribution,
            declined,
        } in &sheet.seen
        {
            let (Some(used), shown) = (used(*source), contribution.text()) else {
                continue;
            };
            if used == shown {
                continue;
            }
            let source = source + 1;
            match declined {
                true => {
                    let problem = codes::ledger_declined(number, source, shown, used);
                    self.warnings.push(problem);
                }
                false => {
                    let problem = codes::ledger_thrown_away(number, source, shown, used);
                    self.failures.push(problem);
                }
            }
        }
    }

    /// Files without an entry, and entries without a file.
    fn compare(&mut self, sheets: &Sheets<'_>, entries: &[Entry], files: &Files) {
        for (digest, file) in &files.commitments {
            let digest = Digest::from_bytes(*digest);
            if sheets.get(digest).is_none() {
                let problem = codes::ledger_no_commitment(digest);
                self.failures.push(problem.in_file(file));
            }
        }
        let drawn = entries.iter().filter_map(|entry| match &entry.event {
            Event::Drawn { record, .. } => Some((*record.as_bytes(), entry.number)),
            _ => None,
        });
        let drawn: BTreeMap<[u8; 32], u64> = drawn.collect();
        for (digest, file) in &files.records {
            if !drawn.contains_key(digest) {
                let problem = codes::ledger_no_record(Digest::from_bytes(*digest));
                self.failures.push(problem.in_file(file));
            }
        }
        if !files.are_all {
            return;
        }
        for sheet in &sheets.all {
            let commitment = sheet.sealed.commitment;
            if !files.commitments.contains_key(commitment.as_bytes()) {
                let problem = codes::ledger_lost_commitment(sheet.number, commitment);
                self.warnings.push(problem);
            }
        }
        for (record, number) in &drawn {
            if !files.records.contains_key(record) {
                let record = Digest::from_bytes(*record);
                self.warnings
                    .push(codes::ledger_lost_record(number, record));
            }
        }
    }
}

/// The value of a source that the draw used.
fn used(drawn: &Drawn<'_>, source: u64) -> Option<String> {
    let mut all = drawn.contributions.iter();
    let (_, one) = all.find(|(of, _)| *of == source)?;
    Some(one.text())
}
