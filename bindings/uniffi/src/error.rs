//! The one error, with its faults.

use suiji::error::codes;
use suiji::error::{ErrorKind, Place};
use suiji::{Error, Lang};

use crate::count;

/// Why something was refused.
#[derive(Clone, Debug, thiserror::Error, uniffi::Error)]
#[uniffi::export(Display)]
pub enum SuijiError {
    /// The only kind of error there is.
    #[error("{code}: {text}")]
    Refused {
        /// The stable code of the first fault, such as `registry.duplicate-id` (SPEC.md, annex C).
        code: String,
        /// The stage that refused, such as `registry`.
        kind: String,
        /// Every fault kept, a line each, in English.
        text: String,
        /// The same in Chinese, for those who work with the office's tables.
        text_zh: String,
        /// The faults, 20 at the most of each document.
        faults: Vec<Fault>,
        /// How many there are.
        fault_count: i64,
    },
}

/// One thing that is wrong.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Fault {
    /// Its stable code.
    pub code: String,
    /// The rule of SPEC.md, without brackets; empty where it is a limit of this library.
    pub rule: String,
    /// The document, such as `registry`.
    pub document: String,
    /// The row of a table, counted from 1.
    pub row: Option<i64>,
    /// The place in the JSON, such as `$.tasks[0].quota`.
    pub path: String,
    /// What and where, in English.
    pub text: String,
    /// The same in Chinese.
    pub text_zh: String,
}

impl From<Error> for SuijiError {
    fn from(error: Error) -> Self {
        Self::Refused {
            code: error.code().to_owned(),
            kind: error.kind().as_str().to_owned(),
            text: error.message(Lang::En),
            text_zh: error.message(Lang::Zh),
            faults: error.faults().iter().map(Fault::from).collect(),
            fault_count: count(error.fault_count()),
        }
    }
}

impl From<&suiji::error::Fault> for Fault {
    fn from(fault: &suiji::error::Fault) -> Self {
        let place = fault.place();
        Self {
            code: fault.code().to_owned(),
            rule: fault.rule().to_owned(),
            document: place.kind().as_str().to_owned(),
            row: place.row().map(count),
            path: place.path().to_owned(),
            text: fault.message(Lang::En),
            text_zh: fault.message(Lang::Zh),
        }
    }
}

/// A number that the core counts without a sign.
pub(crate) fn natural(number: i64, field: &'static str) -> Result<u64, Error> {
    u64::try_from(number).map_err(|_| {
        let found = number.to_string();
        let details = [
            ("found", found.as_str()),
            ("from", "0"),
            ("to", "9007199254740991"),
        ];
        let place = Place::new(ErrorKind::Ceremony, field);
        Error::new(suiji::error::Fault::new(codes::RANGE, place, &details))
    })
}
