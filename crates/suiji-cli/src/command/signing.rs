//! Runs the commands about signatures and timestamps with the values of their command lines.

use std::path::Path;

use suiji_evidence::{Algorithm, Document};

use super::values::{self, Values};
use crate::base::error::Error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::Case;
use crate::show::session::Session;
use crate::texts::{self, codes};
use crate::{new_key, sign, timestamp};

type Ended = Result<Exit, Failure>;

pub(super) fn to_sign(session: &mut Session<'_>, values: &Values) -> Ended {
    let out = values.option("out").map(Path::new);
    sign::to_sign(
        session,
        &Case::open(values.path(0))?,
        document(values)?,
        out,
    )
}

pub(super) fn attach(session: &mut Session<'_>, values: &Values) -> Ended {
    let files = (values.path(1), key(values));
    sign::attach(
        session,
        &Case::open(values.path(0))?,
        document(values)?,
        files,
    )
}

pub(super) fn sign(session: &mut Session<'_>, values: &Values) -> Ended {
    sign::sign(
        session,
        &Case::open(values.path(0))?,
        document(values)?,
        key(values),
    )
}

pub(super) fn timestamp(session: &mut Session<'_>, values: &Values) -> Ended {
    let case = Case::open(values.path(0))?;
    let trusted = values.option("trusted").map(Path::new);
    let Some(file) = values.option("attach").map(Path::new) else {
        if trusted.is_some() {
            let rule = texts::only_together();
            return Err(values::usage(codes::usage_together("--trusted", "--attach", rule)).into());
        }
        let document = document(values)?.unwrap_or(Document::Commitment);
        return timestamp::request(session, &case, document);
    };
    if values.has("document") {
        let rule = texts::not_together();
        return Err(values::usage(codes::usage_together("--document", "--attach", rule)).into());
    }
    timestamp::attach(session, &case, file, trusted)
}

pub(super) fn new_key(session: &mut Session<'_>, values: &Values) -> Ended {
    let algorithm = algorithm(values)?.unwrap_or(Algorithm::Ed25519);
    new_key::new_key(session, values.path(0), algorithm)
}

/// The algorithm of a new key.
pub(super) fn algorithm(values: &Values) -> Result<Option<Algorithm>, Error> {
    match values.text("algorithm")? {
        None => Ok(None),
        Some("ed25519") => Ok(Some(Algorithm::Ed25519)),
        Some("sm2") => Ok(Some(Algorithm::Sm2)),
        Some(other) => Err(values::choice_error(
            "--algorithm",
            other,
            ["ed25519", "sm2"],
        )),
    }
}

fn key(values: &Values) -> &Path {
    Path::new(values.option("key").unwrap_or_default())
}

fn document(values: &Values) -> Result<Option<Document>, Error> {
    let parsed = |name: &str| {
        let document = name.parse::<Document>();
        document.map_err(|_| {
            let known = Document::ALL.map(Document::as_str);
            let known = texts::Text::joined(&known, &texts::or_separator());
            values::usage(codes::usage_value("--document", values::shown(name), known))
        })
    };
    values.text("document")?.map(parsed).transpose()
}
