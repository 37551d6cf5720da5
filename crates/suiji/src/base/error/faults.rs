//! All faults of one input together.

use std::sync::Arc;

use super::{Error, ErrorKind, Fault, Place};
use crate::base::codes::{self, Code};
use crate::base::limits;

/// Collects the faults of an input, so that they are reported together.
///
/// Readers of other forms (spreadsheets, data frames) collect theirs in the same way.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Faults {
    pub(super) kept: Vec<Fault>,
    pub(super) count: u64,
}

impl Faults {
    /// Adds a fault.
    pub fn push(&mut self, fault: Fault) {
        self.count += 1;
        // Of each document, so that those of one do not hide another's.
        let document = fault.place().document();
        let of_document = self
            .kept
            .iter()
            .filter(|kept| kept.place().document() == document);
        if of_document.count() < limits::FAULTS {
            self.kept.push(fault);
        }
    }

    /// Counts a fault of a document of which enough are kept; else it is to be made and added.
    pub(crate) fn is_full(&mut self, document: ErrorKind) -> bool {
        let of_document = self
            .kept
            .iter()
            .filter(|kept| kept.place().document() == document);
        let full = of_document.count() >= limits::FAULTS;
        self.count += u64::from(full);
        full
    }

    pub(crate) fn add(
        &mut self,
        code: &'static Code,
        place: Place,
        details: &[(&'static str, &str)],
    ) {
        self.push(Fault::new(code, place, details));
    }

    /// Adds those of an error, or of another collection, after these.
    pub(crate) fn append(&mut self, other: &Self) {
        let counted = other.count - other.kept.len() as u64;
        for fault in &other.kept {
            self.push(fault.clone());
        }
        self.count += counted;
    }

    /// Adds those of an error.
    pub fn extend(&mut self, error: &Error) {
        self.append(&error.0);
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// `value`, where there are no faults.
    ///
    /// # Errors
    /// All faults collected.
    pub fn into_result<T>(self, value: T) -> Result<T, Error> {
        if self.is_empty() {
            Ok(value)
        } else {
            Err(Error(Arc::new(self)))
        }
    }

    /// The value of a reader that gave none only where it recorded a fault.
    pub(crate) fn into_option<T>(self, value: Option<T>) -> Result<T, Error> {
        match value {
            Some(value) => self.into_result(value),
            None if self.is_empty() => Err(Error::one(
                codes::MISSING,
                Place::value(),
                &[("field", "$")],
            )),
            None => Err(Error(Arc::new(self))),
        }
    }
}
