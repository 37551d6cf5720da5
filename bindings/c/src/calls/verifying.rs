//! Verification: from evidence to a report.

use std::sync::{Arc, PoisonError};

use suiji::{Evidence, Run};

use super::receipts::report;
use crate::codes::{
    SUIJI_HISTORY, SUIJI_INPUTS, SUIJI_PUBLIC_FORM, SUIJI_RECORD, SUIJI_REGISTRY, SUIJI_REPORT,
    SUIJI_ROSTER,
};
use crate::evidence::Noted;
use crate::failure::Failure;
use crate::object::Object;

/// Empty evidence.
#[must_use]
pub fn evidence_new() -> Object {
    Object::Evidence(Box::new(Noted::default().into()))
}

/// Adds inputs, a table or a public form.
///
/// # Errors
/// Misuse for any other object.
pub fn evidence_add(evidence: &Object, item: &Object) -> Result<(), Failure> {
    let evidence = evidence.evidence("evidence")?;
    let mut evidence = evidence.lock().unwrap_or_else(PoisonError::into_inner);
    evidence.set(|evidence| match item {
        Object::Inputs(inputs) => Ok(inputs.to(evidence)),
        Object::Registry(table) => Ok(evidence.with_registry(Arc::clone(table))),
        Object::Roster(table) => Ok(evidence.with_roster(Arc::clone(table))),
        Object::History(table) => Ok(evidence.with_history(Arc::clone(table))),
        Object::PublicForm(form) => Ok(evidence.with_public_form((**form).clone())),
        _ => Err(Failure::wrong_kind("item", &ITEMS, item.kind())),
    })
}

const ITEMS: [i32; 5] = [
    SUIJI_INPUTS,
    SUIJI_REGISTRY,
    SUIJI_ROSTER,
    SUIJI_HISTORY,
    SUIJI_PUBLIC_FORM,
];

/// Adds a document or text of this kind.
///
/// # Errors
/// The faults of the document; misuse if there is no such kind.
pub fn evidence_add_document(evidence: &Object, kind: i32, data: &[u8]) -> Result<(), Failure> {
    let evidence = evidence.evidence("evidence")?;
    let mut evidence = evidence.lock().unwrap_or_else(PoisonError::into_inner);
    evidence.add_document(kind, data)
}

/// Verifies a record or public form. The result is a report with any verdict.
///
/// # Errors
/// `cancelled`.
pub fn verify(of: &Object, evidence: Option<&Object>, run: &Run) -> Result<Object, Failure> {
    let evidence = match evidence {
        Some(evidence) => {
            let evidence = evidence.evidence("evidence")?;
            evidence
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .all()
        }
        None => Evidence::default(),
    };
    let made = match of {
        Object::Record(record) => suiji::verify_with(record, &evidence, run)?,
        Object::PublicForm(form) => suiji::verify_public_with(form, &evidence, run)?,
        _ => {
            let expected = [SUIJI_RECORD, SUIJI_PUBLIC_FORM];
            return Err(Failure::wrong_kind(
                "record_or_public_form",
                &expected,
                of.kind(),
            ));
        }
    };
    Ok(report(&made))
}

/// `Ok` if a report holds.
///
/// # Errors
/// `verification.not-holding`.
pub fn require(of: &Object) -> Result<(), Failure> {
    match of {
        Object::Report(_, None) => Ok(()),
        Object::Report(_, Some(failure)) => Err(failure.clone()),
        _ => Err(Failure::wrong_kind("report", &[SUIJI_REPORT], of.kind())),
    }
}
