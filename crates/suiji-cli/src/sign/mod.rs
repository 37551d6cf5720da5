//! `suiji to-sign`, `suiji attach`, `suiji sign`: signatures over a document of the case [P2] [P3].
//!
//! ```text
//! document → bytes to sign → (a token, the system of an office, OpenSSL) → signature → evidence/
//! ```

use std::path::Path;

use serde_json::json;
use suiji::error::ErrorKind;
use suiji::limits;
use suiji_evidence::{Document, Envelope, KeyId, PrivateKey, PublicKey, Statement};

use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::evidence;
use crate::case::{COMMITMENT, Case};
use crate::disk::writing::{self, Access};
use crate::disk::{files, lock};
use crate::show::commitment::print_digest;
use crate::show::session::Session;
use crate::texts::{self, Text, codes};

/// Writes the bytes to sign.
pub(crate) fn to_sign(
    session: &mut Session<'_>,
    case: &Case,
    document: Option<Document>,
    out: Option<&Path>,
) -> Result<Exit, Failure> {
    let statement = evidence::statement(case, document, &session.run())?;
    let bytes = statement.to_sign();
    let own;
    let path = match out {
        Some(path) => {
            writing::create(path, &bytes, Access::Shared)?;
            path
        }
        None => {
            own = evidence::to_sign_path(case, &statement);
            evidence::make_folder(case)?;
            // The same document has the same bytes.
            writing::replace(&own, &bytes, Access::Shared)?;
            &own
        }
    };
    let file = path.display().to_string();
    if session.json {
        session.print_json(&json!({
            "document": statement.document().as_str(),
            "digest": statement.digest().to_string(),
            "file": file,
            "sm3": suiji::Hash::Sm3.digest(&bytes).to_string(),
            "sha256": suiji::Hash::Sha256.digest(&bytes).to_string(),
        }))?;
        return Ok(Exit::Success);
    }
    session.say(texts::to_sign_written(of(&statement), &*file))?;
    print_digest(
        session,
        texts::to_sign_digest(of(&statement)),
        &statement.digest(),
    )?;
    session.say(texts::to_sign_next(&*file, case.folder().display()))?;
    Ok(Exit::Success)
}

/// Adds a signature that a token or another system returned.
pub(crate) fn attach(
    session: &mut Session<'_>,
    case: &Case,
    document: Option<Document>,
    (signature, key): (&Path, &Path),
) -> Result<Exit, Failure> {
    let bytes = files::read(signature, limits::PLAN_BYTES, ErrorKind::File)?;
    let public = read(key, PublicKey::from_pem)?;
    let (_lock, _turn) = locks(case)?;
    let statements = match document {
        Some(_) => vec![evidence::statement(case, document, &session.run())?],
        None => evidence::statements(case, &session.run())?,
    };
    // A signature is about one document. Only the signature shows which one.
    let mut wrong: Option<suiji_evidence::Error> = None;
    for statement in statements {
        let mut envelope = evidence::envelope(case, &statement)?;
        match envelope.attach(&public, &bytes) {
            Ok(()) => return saved(session, case, &envelope, public.id()),
            // If the key already signed this document, that error is the more useful one to report.
            Err(error) if error.code() == "envelope.twice" => wrong = Some(error),
            Err(error) => {
                wrong.get_or_insert(error);
            }
        }
    }
    let missing = || file_error(&case.path(COMMITMENT), codes::not_sealed());
    let wrong = wrong.ok_or_else(missing)?;
    Err(wrong.in_file(&signature.display().to_string()).into())
}

/// Signs with a private key.
pub(crate) fn sign(
    session: &mut Session<'_>,
    case: &Case,
    document: Option<Document>,
    key: &Path,
) -> Result<Exit, Failure> {
    let private = read(key, PrivateKey::from_pem)?;
    let (_lock, _turn) = locks(case)?;
    let statement = evidence::statement(case, document, &session.run())?;
    let mut envelope = evidence::envelope(case, &statement)?;
    envelope.sign(&private)?;
    saved(session, case, &envelope, private.public().id())
}

/// Under the locks, nobody seals the case and nobody else writes.
fn locks(case: &Case) -> Result<(lock::Lock, Option<lock::Lock>), Error> {
    let shared = lock::shared(case.folder())?;
    let path = case.path(COMMITMENT);
    let turn = files::exists(&path)?
        .then(|| lock::turn(&path))
        .transpose()?;
    Ok((shared, turn))
}

fn saved(
    session: &mut Session<'_>,
    case: &Case,
    envelope: &Envelope,
    key: KeyId,
) -> Result<Exit, Failure> {
    let file = evidence::save(case, envelope)?.display().to_string();
    let (statement, count) = (envelope.statement(), envelope.keys().count());
    if session.json {
        session.print_json(&json!({
            "document": statement.document().as_str(),
            "digest": statement.digest().to_string(),
            "key": key.to_string(),
            "signatures": count,
            "file": file,
        }))?;
        return Ok(Exit::Success);
    }
    session.say(texts::signature_added(of(statement), key, count, &*file))?;
    print_digest(
        session,
        texts::to_sign_digest(of(statement)),
        &statement.digest(),
    )?;
    session.say(texts::signature_next())?;
    Ok(Exit::Success)
}

/// The document in words.
fn of(statement: &Statement) -> Text {
    Text::of(|lang| statement.document().text().get(lang).to_owned())
}

/// Reads a key.
fn read<T>(
    path: &Path,
    from_pem: impl FnOnce(&[u8]) -> Result<T, suiji_evidence::Error>,
) -> Result<T, Error> {
    let bytes = files::read(path, limits::PLAN_BYTES, ErrorKind::File)?;
    let read = from_pem(&bytes);
    Ok(read.map_err(|error| error.in_file(&path.display().to_string()))?)
}
