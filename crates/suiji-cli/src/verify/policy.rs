//! Checks the signatures and timestamps of a draw against a policy [P7] [P8].

use std::path::{Path, PathBuf};

use suiji::error::ErrorKind;
use suiji::values::Time;
use suiji::{Amendments, Lang, limits};
use suiji_evidence::{Policy, PolicyReport, Presented, Statement};
use suiji_report::Office;

use super::given::Main;
use crate::base::error::Error;
use crate::case::evidence;
use crate::case::{Case, EVIDENCE, OFFICE};
use crate::disk::files::{self, folder_of};
use crate::texts::{self, Localized};

/// The policy, and the place of the evidence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    pub(super) policy: &'a Path,
    /// The folder of the evidence. By default it is in the case, or beside the
    /// document.
    pub(super) folder: Option<&'a Path>,
    pub(super) case: Option<&'a Case>,
    pub(super) document: &'a Path,
    pub(super) lang: Lang,
}

/// Judges signatures and timestamps.
pub(super) fn verify(
    asked: Asked<'_>,
    main: &Main,
    amendments: Option<&Amendments>,
) -> Result<PolicyReport, Error> {
    let bytes = files::read(asked.policy, limits::PLAN_BYTES, ErrorKind::File)?;
    let policy = Policy::from_json(&bytes);
    let policy = policy.map_err(|error| error.in_file(&asked.policy.display().to_string()))?;
    let found = evidence::read(&folder(asked))?;
    let (mut presented, statement) = match main {
        Main::Record(record) => (Presented::of_record(record), Statement::of_record(record)),
        Main::Public(form) => (
            Presented::of_public_form(form),
            Statement::of_public_form(form),
        ),
    };
    if let Some(amendments) = amendments {
        presented = presented.with(statement.with_amendments(amendments));
    }
    if let Some(time) = drawn_at(asked)? {
        let what = texts::drawn_at(OFFICE).text(asked.lang);
        presented = presented.with_value_at(&what, time.unix_seconds());
    }
    for envelope in found.envelopes {
        presented = presented.with_envelope(envelope);
    }
    for (document, token) in found.tokens {
        presented = presented.with_token(document, token);
    }
    Ok(presented.verify(&policy))
}

/// The time when the draw began, according to the office.
fn drawn_at(asked: Asked<'_>) -> Result<Option<Time>, Error> {
    let Some(case) = asked.case else {
        return Ok(None);
    };
    let path = case.path(OFFICE);
    let bytes = files::read_optional(&path, limits::PLAN_BYTES, ErrorKind::File)?;
    let office = bytes.map(|bytes| Office::from_json(&bytes)).transpose();
    let office = office.map_err(|error| error.in_file(&path.display().to_string()))?;
    Ok(office.and_then(|office| office.drawn_at().cloned()))
}

fn folder(asked: Asked<'_>) -> PathBuf {
    match (asked.folder, asked.case) {
        (Some(folder), _) => folder.to_owned(),
        (None, Some(case)) => case.path(EVIDENCE),
        (None, None) => folder_of(asked.document).join(EVIDENCE),
    }
}
