//! Verification.

use core::ffi::c_char;

use crate::calls;
use crate::ffi::{Call, call, read};
use crate::object::Object;

/// Empty evidence. Evidence is what a verifier has in addition to the record.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_evidence_new(out: *mut *mut Object, error: *mut *mut Object) -> i32 {
    call!(out, error, |_| { Ok(calls::evidence_new()) })
}

/// Adds inputs, a registry, roster, history or public form.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_evidence_add(
    evidence: *const Object,
    item: *const Object,
    error: *mut *mut Object,
) -> i32 {
    call!(error, |call: &Call| {
        read!(call: object evidence, object item);
        calls::evidence_add(evidence, item)
    })
}

/// Adds a document or text: `SUIJI_PLAN`; `SUIJI_CONTRIBUTIONS`, the noted ones; `SUIJI_PARTIAL_CONTRIBUTIONS`, those of
/// some sources; `SUIJI_AMENDMENTS`; `SUIJI_SECRET`; `SUIJI_COMMITMENT`, an earlier commitment of the authority, one in
/// each call; `SUIJI_DIGEST`, the commitment digest that was published before the draw; `SUIJI_RECORD`, the digest of the
/// record that was read out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_evidence_add_document(
    evidence: *const Object,
    kind: i32,
    data: *const c_char,
    size: usize,
    error: *mut *mut Object,
) -> i32 {
    call!(error, |call: &Call| {
        read!(call: object evidence, bytes data size);
        calls::evidence_add_document(evidence, kind, data)
    })
}

/// Verifies a record or public form. `evidence` may be NULL. The status is `SUIJI_OK` for any verdict. The result is a
/// `SUIJI_REPORT` with the verdict in its JSON.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_verify(
    record_or_public_form: *const Object,
    evidence: *const Object,
    run: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object record_or_public_form, maybe evidence, run run);
        calls::verify(record_or_public_form, evidence, run)
    })
}

/// `SUIJI_OK` if the verdict of a report is `holds`. Otherwise `SUIJI_NOT_HOLDING`, and the error has the reason.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_require(report: *const Object, error: *mut *mut Object) -> i32 {
    call!(error, |call: &Call| {
        read!(call: object report);
        calls::require(report)
    })
}
