//! `suiji ledger verify`: compares the ledger with the cases of the office and with the heads that others kept.

use std::path::Path;

use serde_json::{Value, json};
use suiji_evidence::{Audit, Files, Ledger, Problem};

use super::heads::read_head;
use super::{find, heads, survey};
use crate::base::error::{evidence_to_json, printable};
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::ledger;
use crate::disk::files::folder_of;
use crate::show::session::Session;
use crate::texts::{self, Text};

/// Examines the ledger of a folder. If only the file of the ledger is given, the cases are not examined.
pub(crate) fn verify(
    session: &mut Session<'_>,
    given: &Path,
    kept: &[&str],
) -> Result<Exit, Failure> {
    let path = find(given)?;
    let mut files = Files::default();
    for head in kept {
        files.add_head(head, read_head(head)?);
    }
    let ledger = ledger::read(&path).map_err(Failure::Mismatch)?;
    if !given.is_file() {
        for found in survey::of_office(&folder_of(&path), &session.run())? {
            if let Some((file, commitment)) = &found.commitment {
                files.add_commitment(&file.display().to_string(), commitment);
            }
            if let Some((file, record)) = &found.record {
                files.add_record(&file.display().to_string(), record);
            }
        }
        files.set_all();
    }
    let audit = ledger.audit(&files);
    show(session, &path, &ledger, &audit)?;
    Ok(match audit.failures().is_empty() {
        true => Exit::Success,
        false => Exit::NotVerified,
    })
}

fn show(
    session: &mut Session<'_>,
    path: &Path,
    ledger: &Ledger,
    audit: &Audit,
) -> Result<(), Failure> {
    if session.json {
        let list = |of: &[Problem]| of.iter().map(evidence_to_json).collect::<Value>();
        session.print_json(&json!({
            "ledger": path.display().to_string(),
            "size": ledger.entries().len(),
            "root": ledger.root().to_string(),
            "heads": audit.heads(),
            "failures": list(audit.failures()),
            "warnings": list(audit.warnings()),
        }))?;
        return Ok(());
    }
    for problem in audit.failures() {
        let message = Text::of(|lang| printable(&problem.message(lang)));
        session.say(texts::error(Text::default(), message, problem.code()))?;
    }
    for problem in audit.warnings() {
        let message = Text::of(|lang| printable(&problem.message(lang)));
        session.say(texts::warning(message, problem.code()))?;
    }
    session.say(match audit.failures().is_empty() {
        true => texts::ledger_in_order(ledger.entries().len()),
        false => texts::ledger_not_in_order(audit.failures().len()),
    })?;
    session.say(match audit.heads() {
        0 => texts::no_heads_kept(),
        heads => texts::heads_compared(heads),
    })?;
    heads::say(session, ledger)
}
