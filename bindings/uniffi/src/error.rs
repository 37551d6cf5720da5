//! The error, with its faults.

use std::collections::HashMap;

use suiji::error::{ErrorKind, codes};
use suiji::{Error, Lang};

use crate::count;

/// The reason why an input was refused.
#[derive(Clone, Debug, thiserror::Error, uniffi::Error)]
#[uniffi::export(Display)]
pub enum SuijiError {
    /// The only variant.
    #[error("{code}: {message_en}")]
    Refused {
        /// The stable code of the first fault, such as `registry.duplicate-id` (SPEC.md, annex C).
        code: String,
        /// The kind of document of the first fault, such as `registry`.
        kind: String,
        /// The message in English, with a line for each shown fault.
        message_en: String,
        /// The message in Chinese, for the people who work with the tables.
        message_zh: String,
        /// The faults that are kept. The same fault in several rows is one fault with a count.
        faults: Vec<Fault>,
        /// The number of faults, including those that are not kept.
        fault_count: i64,
    },
}

/// One fault.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Fault {
    /// The stable code.
    pub code: String,
    /// The rule of SPEC.md, without brackets; empty for a limit of this library.
    pub rule: String,
    /// The place, or the first place if it repeats.
    pub place: Place,
    /// The number of times it was found.
    pub count: i64,
    /// The rows in which it was found, counted from 1; at most the first 1,000.
    pub rows: Vec<i64>,
    /// The id of each of these rows, of the entity or inspector; empty if it could not be read.
    pub ids: Vec<String>,
    /// Details by key, such as `found`. The keys are the `{names}` in the texts of SPEC.md, annex C.
    pub details: HashMap<String, String>,
    /// The message in English.
    pub message: String,
    /// The message in Chinese.
    pub message_zh: String,
}

/// The place of a fault.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Place {
    /// The kind of document, such as `registry` or `public_form`.
    pub kind: String,
    /// The row of a table, counted from 1.
    pub row: Option<i64>,
    /// The id of that row, of the entity or inspector, if it could be read.
    pub id: Option<String>,
    /// The path in the JSON of the document or row, such as `$.tasks[0].quota`; may be empty.
    pub path: String,
}

impl From<Error> for SuijiError {
    fn from(error: Error) -> Self {
        Self::Refused {
            code: error.code().to_owned(),
            kind: error.kind().as_str().to_owned(),
            message_en: error.message(Lang::En),
            message_zh: error.message(Lang::Zh),
            faults: error.faults().iter().map(Fault::from).collect(),
            fault_count: count(error.fault_count()),
        }
    }
}

impl From<&suiji::error::Fault> for Fault {
    fn from(fault: &suiji::error::Fault) -> Self {
        let details = fault.details();
        Self {
            code: fault.code().to_owned(),
            rule: fault.rule().to_owned(),
            place: fault.place().into(),
            count: count(fault.count()),
            rows: fault.rows().iter().copied().map(count).collect(),
            ids: fault.ids().to_vec(),
            details: details
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
                .collect(),
            message: fault.message(Lang::En),
            message_zh: fault.message(Lang::Zh),
        }
    }
}

impl From<&suiji::error::Place> for Place {
    fn from(place: &suiji::error::Place) -> Self {
        Self {
            kind: place.kind().as_str().to_owned(),
            row: place.row().map(count),
            id: place.id().map(str::to_owned),
            path: place.path().to_owned(),
        }
    }
}

/// A number that is unsigned in the core.
pub(crate) fn natural(number: i64, kind: ErrorKind, field: &'static str) -> Result<u64, Error> {
    u64::try_from(number).map_err(|_| out_of_range(number, suiji::limits::INTEGER, kind, field))
}

/// Converts the number of a source, counted from 0, and checks that there is such a source.
pub(crate) fn source_number(source: i32, sources: usize) -> Result<usize, Error> {
    let number = usize::try_from(source).ok();
    number.filter(|number| *number < sources).ok_or_else(|| {
        let last = i64::try_from(sources).map_or(i64::MAX, |sources| sources - 1);
        out_of_range(source.into(), last, ErrorKind::Contributions, "$.source")
    })
}

fn out_of_range(found: i64, to: i64, kind: ErrorKind, field: &'static str) -> Error {
    let (found, to) = (found.to_string(), to.to_string());
    let details = [("found", found.as_str()), ("from", "0"), ("to", &to)];
    let place = suiji::error::Place::new(kind, field);
    Error::new(suiji::error::Fault::new(codes::RANGE, place, &details))
}
