//! `suiji timestamp`: writes the request for a timestamp over a document, or keeps the answer of the
//! authority [P4] [P5].

use std::path::Path;

use serde_json::json;
use suiji::error::ErrorKind;
use suiji::{Run, limits};
use suiji_evidence::timestamp::{self, Stamp, Token, Trusted};
use suiji_evidence::{Document, Statement};

use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::evidence;
use crate::case::{COMMITMENT, Case};
use crate::disk::writing::{self, Access};
use crate::disk::{files, lock};
use crate::show::session::Session;
use crate::texts::{self, Text, codes};

/// Writes the request.
pub(crate) fn request(
    session: &mut Session<'_>,
    case: &Case,
    document: Document,
) -> Result<Exit, Failure> {
    let statement = evidence::statement(case, Some(document), &session.run())?;
    let path = evidence::request_path(case, &statement);
    evidence::make_folder(case)?;
    // The same document has the same request.
    writing::replace(&path, &timestamp::request(&statement), Access::Shared)?;
    let file = path.display().to_string();
    if session.json {
        session.print_json(&json!({
            "document": document.as_str(),
            "digest": statement.digest().to_string(),
            "hash": statement.hash().as_str(),
            "request": file,
        }))?;
        return Ok(Exit::Success);
    }
    session.say(texts::request_written(of(&statement), &*file))?;
    session.say(texts::request_next(case.folder().display()))?;
    Ok(Exit::Success)
}

/// Keeps the answer of an authority. It is verified first if certificates are provided.
pub(crate) fn attach(
    session: &mut Session<'_>,
    case: &Case,
    file: &Path,
    trusted: Option<&Path>,
) -> Result<Exit, Failure> {
    let in_file = |error: suiji_evidence::Error| error.in_file(&file.display().to_string());
    let bytes = files::read(file, limits::PLAN_BYTES, ErrorKind::File)?;
    let token = Token::from_bytes(&bytes).map_err(in_file)?;
    let trusted = trusted.map(certificates).transpose()?;
    let _lock = lock::shared(case.folder())?;
    let statement = stamped(case, &token, &session.run())?.map_err(in_file)?;
    let stamp = trusted.map(|trusted| token.verify(&statement, &trusted));
    let stamp = stamp.transpose().map_err(in_file)?;
    evidence::make_folder(case)?;
    let path = evidence::token_path(case, &statement)?;
    writing::create(&path, token.as_der(), Access::Shared)?;
    show(session, &path, &statement, (&token, stamp.as_ref()))
}

/// The document of the case that was stamped. If none matches, the error is that of the commitment.
fn stamped(
    case: &Case,
    token: &Token,
    run: &Run,
) -> Result<Result<Statement, suiji_evidence::Error>, Failure> {
    let mut wrong = None;
    for statement in evidence::statements(case, run)? {
        match token.check_digest(&statement) {
            Ok(()) => return Ok(Ok(statement)),
            Err(error) => wrong = wrong.or(Some(error)),
        }
    }
    let missing = || file_error(&case.path(COMMITMENT), codes::not_sealed());
    Ok(Err(wrong.ok_or_else(missing)?))
}

fn show(
    session: &mut Session<'_>,
    path: &Path,
    statement: &Statement,
    (token, stamp): (&Token, Option<&Stamp>),
) -> Result<Exit, Failure> {
    let file = path.display().to_string();
    let time = token.stated_time().as_str();
    if session.json {
        let mut json = json!({
            "document": statement.document().as_str(),
            "digest": statement.digest().to_string(),
            "token": file,
            "time": time,
            "verified": stamp.is_some(),
        });
        if let Some(stamp) = stamp {
            json["authority"] = stamp.authority().into();
            json["trusted"] = stamp.trusted().into();
            json["serial"] = stamp.serial().into();
            json["algorithm"] = stamp.algorithm().into();
        }
        session.print_json(&json)?;
        return Ok(Exit::Success);
    }
    session.say(texts::token_kept(of(statement), &*file))?;
    match stamp {
        Some(stamp) => {
            let (authority, trusted) = (stamp.authority(), stamp.trusted());
            session.say(texts::token_verified(
                authority,
                time,
                stamp.serial(),
                trusted,
            ))?;
        }
        None => session.say(texts::token_not_verified(time))?,
    }
    Ok(Exit::Success)
}

fn of(statement: &Statement) -> Text {
    Text::of(|lang| statement.document().text().get(lang).to_owned())
}

fn certificates(path: &Path) -> Result<Trusted, Error> {
    let bytes = files::read(path, limits::PLAN_BYTES, ErrorKind::File)?;
    let read = Trusted::from_bytes(&bytes);
    Ok(read.map_err(|error| error.in_file(&path.display().to_string()))?)
}
