//! Nonce and value, which a witness keeps secret until the draw, in the file that `suiji commit`
//! writes.

use std::path::Path;

use serde_json::{Value, json};
use suiji::error::ErrorKind;
use suiji::limits;
use suiji::{Contribution, Secret};

use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::disk::files;
use crate::texts::codes;

/// The text of the file.
pub(crate) fn to_json(nonce: &Secret, value: &str) -> String {
    let json = json!({"nonce": nonce.reveal(), "value": value});
    format!("{json:#}\n")
}

/// The contribution in the file.
pub(crate) fn read(path: &Path) -> Result<Contribution, Error> {
    let bytes = files::read(path, limits::PLAN_BYTES, ErrorKind::File)?;
    let file: Option<Value> = serde_json::from_slice(&bytes).ok();
    let opening = file.as_ref().and_then(|file| {
        let nonce: Secret = file.get("nonce")?.as_str()?.parse().ok()?;
        Some((nonce, file.get("value")?.as_str()?))
    });
    let (nonce, value) = opening.ok_or_else(|| file_error(path, codes::not_an_opening()))?;
    Ok(Contribution::committed(nonce, value)?)
}
