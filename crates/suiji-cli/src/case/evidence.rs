//! The signatures and timestamps of a case, in its folder `evidence`.
//!
//! The name of a file begins with its document and the first digits of the document's digest. So the evidence about an
//! earlier commitment is not overwritten when the case is sealed again.

use std::fs;
use std::path::{Path, PathBuf};

use suiji::error::ErrorKind;
use suiji::{Record, Run, limits};
use suiji_evidence::timestamp::Token;
use suiji_evidence::{Document, Envelope, Statement};

use super::amended;
use super::folder::Case;
use super::names::{AMENDMENTS, COMMITMENT, EVIDENCE, RECORD};
use crate::base::error::Error;
use crate::base::errors::{file_error, unreadable};
use crate::base::failure::Failure;
use crate::disk::files;
use crate::disk::writing::{self, Access, unwritable};
use crate::texts::codes;

/// The number of hex digits of a digest in a file name. They distinguish the files.
const DIGITS: usize = 16;

const SIGNATURES: &str = ".signatures.json";
const REQUEST: &str = ".tsq";
const TOKEN: &str = ".tsr";
const TO_SIGN: &str = ".to-sign";

/// The existing documents of the case that evidence can be about.
pub(crate) fn statements(case: &Case, run: &Run) -> Result<Vec<Statement>, Failure> {
    let in_case = |error| case.failure(error);
    let commitment = case.commitment().map_err(in_case)?;
    let missing = || file_error(&case.path(COMMITMENT), codes::not_sealed());
    let commitment = commitment.ok_or_else(missing)?;
    let mut all = vec![Statement::of_commitment(&commitment)];
    let record: Option<Record> = case.record(run).map_err(in_case)?;
    let Some(record) = record else {
        return Ok(all);
    };
    let of_record = Statement::of_record(&record);
    all.push(of_record);
    let amendments = amended::of_record(case, record.commitment(), record.digest());
    if let Some(amendments) = amendments.map_err(in_case)? {
        all.push(of_record.with_amendments(&amendments));
    }
    Ok(all)
}

/// The statement about a document of the case. Without a name, it is about the newest one.
pub(crate) fn statement(
    case: &Case,
    document: Option<Document>,
    run: &Run,
) -> Result<Statement, Failure> {
    let all = statements(case, run)?;
    let found = match document {
        Some(document) => all.iter().find(|of| of.document() == document),
        None => all.last(),
    };
    let missing = || match document {
        Some(Document::Amendments) => file_error(&case.path(AMENDMENTS), codes::no_amendments()),
        _ => file_error(&case.path(RECORD), codes::not_drawn()),
    };
    Ok(*found.ok_or_else(missing)?)
}

/// The path of a file about a document.
fn path(case: &Case, statement: &Statement, ending: &str) -> PathBuf {
    let digest = statement.digest().to_string();
    let (document, digits) = (statement.document(), &digest[..DIGITS]);
    case.path(EVIDENCE)
        .join(format!("{document}-{digits}{ending}"))
}

/// The file for the request of a timestamp.
pub(crate) fn request_path(case: &Case, statement: &Statement) -> PathBuf {
    path(case, statement, REQUEST)
}

/// The file for the bytes to sign.
pub(crate) fn to_sign_path(case: &Case, statement: &Statement) -> PathBuf {
    path(case, statement, TO_SIGN)
}

/// Where the signatures are.
pub(crate) fn envelope_path(case: &Case, statement: &Statement) -> PathBuf {
    path(case, statement, SIGNATURES)
}

/// The file for a timestamp: the first free name.
pub(crate) fn token_path(case: &Case, statement: &Statement) -> Result<PathBuf, Error> {
    let mut number = 1_u64;
    loop {
        let ending = match number {
            1 => TOKEN.to_owned(),
            number => format!("-{number}{TOKEN}"),
        };
        let path = path(case, statement, &ending);
        if !files::exists(&path)? {
            return Ok(path);
        }
        number += 1;
    }
}

/// The existing signatures of a document.
pub(crate) fn envelope(case: &Case, statement: &Statement) -> Result<Envelope, Error> {
    let path = envelope_path(case, statement);
    let bytes = files::read_written(&path, limits::PLAN_BYTES, ErrorKind::File)?;
    let Some(bytes) = bytes else {
        return Ok(Envelope::new(*statement));
    };
    let read = Envelope::from_json(&bytes);
    let envelope = read.map_err(|error| error.in_file(&path.display().to_string()))?;
    match envelope.statement() == statement {
        true => Ok(envelope),
        false => Err(file_error(&path, codes::other_envelope())),
    }
}

/// Writes the signatures of a document.
pub(crate) fn save(case: &Case, envelope: &Envelope) -> Result<PathBuf, Error> {
    let path = envelope_path(case, envelope.statement());
    make_folder(case)?;
    writing::replace(&path, envelope.to_json().as_bytes(), Access::Shared)?;
    Ok(path)
}

/// Creates the folder of the evidence if it is missing.
pub(crate) fn make_folder(case: &Case) -> Result<(), Error> {
    let folder = case.path(EVIDENCE);
    fs::create_dir_all(&folder).map_err(unwritable(&folder))
}

/// All evidence in a folder.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) envelopes: Vec<Envelope>,
    pub(crate) tokens: Vec<(Document, Token)>,
}

/// Reads the evidence in a folder, in the order of the file names. A file that cannot be read is an error, because the
/// policy may require it. All such files are reported.
pub(crate) fn read(folder: &Path) -> Result<Found, Error> {
    let mut found = Found::default();
    let mut faults: Option<Error> = None;
    for path in files_of(folder)? {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if let Err(error) = read_one(&path, &name, &mut found) {
            faults = Some(match faults {
                Some(faults) => faults.and(error),
                None => error,
            });
        }
    }
    faults.map_or(Ok(found), Err)
}

fn read_one(path: &Path, name: &str, found: &mut Found) -> Result<(), Error> {
    let document = Document::ALL
        .into_iter()
        .find(|of| name.starts_with(&format!("{of}-")));
    let Some(document) = document else {
        return Ok(());
    };
    let read = || files::read(path, limits::PLAN_BYTES, ErrorKind::File);
    let in_file = |error: suiji_evidence::Error| error.in_file(&path.display().to_string());
    if name.ends_with(SIGNATURES) {
        found
            .envelopes
            .push(Envelope::from_json(&read()?).map_err(in_file)?);
    } else if name.ends_with(TOKEN) {
        let token = Token::from_bytes(&read()?).map_err(in_file)?;
        found.tokens.push((document, token));
    }
    Ok(())
}

fn files_of(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let wrong = |error: std::io::Error| unreadable(folder, &error);
    let entries = match fs::read_dir(folder) {
        Err(error) if files::is_not_found(&error) => return Ok(Vec::new()),
        entries => entries.map_err(wrong)?,
    };
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    let mut paths: Vec<PathBuf> = paths.collect::<Result<_, _>>().map_err(wrong)?;
    paths.sort();
    Ok(paths)
}
