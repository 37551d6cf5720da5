//! Reads, writes and hashes documents.

use core::ffi::c_char;

use crate::calls;
use crate::ffi::{call, read};
use crate::object::Object;

/// Reads a document and writes it as `SUIJI_JSON` or `SUIJI_CANONICAL`. Kinds: `SUIJI_PLAN`, `CEREMONY`, `COMMITMENT`,
/// `CONTRIBUTIONS`, `PARTIAL_CONTRIBUTIONS`, `RECORD`, `PUBLIC_FORM`, `RECEIPT`, `AMENDMENTS`, `RESULTS`, and
/// `REQUESTS` (only checked).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_document(
    kind: i32,
    form: i32,
    data: *const c_char,
    size: usize,
    run: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes data size, run run);
        calls::document(kind, form, data, run)
    })
}

/// The digest of a document, in hex. A commitment and a record contain their hash suite, so pass 0. Plan and amendments
/// need a hash suite.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_digest(
    kind: i32,
    hash: i32,
    data: *const c_char,
    size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes data size);
        calls::digest(kind, hash, data)
    })
}

/// A digest in groups of four, for reading aloud.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_digest_groups(
    digest: *const c_char,
    digest_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes digest digest_size);
        calls::digest_groups(digest)
    })
}

/// The differences of a later plan in words and as values, as a JSON list.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_plan_changes(
    earlier: *const c_char,
    earlier_size: usize,
    later: *const c_char,
    later_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes earlier earlier_size, bytes later later_size);
        calls::plan_changes(earlier, later)
    })
}

/// Any JSON in canonical form (RFC 8785).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_canonical_json(
    data: *const c_char,
    size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes data size);
        calls::canonical_json(data)
    })
}

/// Reads a large document that other calls take as a handle: `SUIJI_RECORD` or `SUIJI_PUBLIC_FORM`. Only the form is
/// checked. `suiji_verify` checks the content.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_read(
    kind: i32,
    data: *const c_char,
    size: usize,
    run: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes data size, run run);
        calls::read(kind, data, run)
    })
}

/// Writes a handle: a record or public form as `SUIJI_JSON` or `SUIJI_CANONICAL`, a registry, roster or history as
/// `SUIJI_JSON_LINES`. The rows are sorted, each in canonical form.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_write(
    handle: *const Object,
    form: i32,
    run: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object handle, run run);
        calls::write(handle, form, run)
    })
}

/// A part of a handle, as `SUIJI_BYTES`. Inputs and tables are handles of their own kind instead:
///
///   inputs        SUIJI_PLAN, REGISTRY, ROSTER, HISTORY
///   sealed        SUIJI_INPUTS, COMMITMENT, DIGEST (of the commitment), SECRET (NULL if it is not blinded)
///   record        SUIJI_COMMITMENT, CONTRIBUTIONS, DIGEST (of the record), SEED
///   public form   SUIJI_COMMITMENT, CONTRIBUTIONS, DIGEST (of the record), SEED
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_part(
    handle: *const Object,
    part: i32,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object handle);
        calls::part(handle, part)
    })
}

/// All error codes, findings and checks, with their rules and texts, as a JSON list.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_codes(out: *mut *mut Object, error: *mut *mut Object) -> i32 {
    call!(out, error, |_| { Ok(calls::codes()) })
}
