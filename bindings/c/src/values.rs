//! Texts, numbers and lists that are not documents.

use core::str::FromStr;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use suiji::Hash;

use crate::codes::{SUIJI_SHA256, SUIJI_SM3};
use crate::failure::Failure;

/// The text of a parameter.
pub(crate) fn text<'a>(name: &'static str, data: &'a [u8]) -> Result<&'a str, Failure> {
    core::str::from_utf8(data).map_err(|_| Failure::not_utf8(name))
}

/// A value of the core from a parameter that may be empty.
pub(crate) fn optional<T: FromStr<Err = suiji::Error>>(
    name: &'static str,
    data: &[u8],
) -> Result<Option<T>, Failure> {
    if data.is_empty() {
        return Ok(None);
    }
    Ok(Some(text(name, data)?.parse()?))
}

/// The hash suite of a number.
pub(crate) fn hash(number: i32) -> Result<Hash, Failure> {
    match number {
        SUIJI_SHA256 => Ok(Hash::Sha256),
        SUIJI_SM3 => Ok(Hash::Sm3),
        _ => Err(Failure::unknown_number("hash", number.into())),
    }
}

/// A JSON value from the program, such as a list of ids. If it is missing, the default.
pub(crate) fn json<T: Default + DeserializeOwned>(
    name: &'static str,
    data: &[u8],
) -> Result<T, Failure> {
    if data.is_empty() {
        return Ok(T::default());
    }
    serde_json::from_slice(data).map_err(|error| Failure::unreadable(name, &error))
}

/// The documents in a JSON list, each unchanged; none if the list is missing.
pub(crate) fn documents<'a>(name: &'static str, data: &'a [u8]) -> Result<Vec<&'a [u8]>, Failure> {
    #[derive(Default, Deserialize)]
    struct List<'a>(#[serde(borrow)] Vec<&'a RawValue>);
    if data.is_empty() {
        return Ok(Vec::new());
    }
    let list: List<'a> =
        serde_json::from_slice(data).map_err(|error| Failure::unreadable(name, &error))?;
    Ok(list
        .0
        .iter()
        .map(|document| document.get().as_bytes())
        .collect())
}

/// Documents as a JSON list.
pub(crate) fn list(documents: impl IntoIterator<Item = String>) -> String {
    let documents: Vec<String> = documents.into_iter().collect();
    format!("[{}]", documents.join(",\n"))
}
