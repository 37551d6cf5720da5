//! The ledger of an office, and the notes of a witness.

use core::ffi::c_char;

use crate::calls;
use crate::ffi::{call, read};
use crate::object::Object;

/// Examines a ledger, and compares it, as JSON. `compared` may be left out. It is `{"heads": [{"name", "head"}],
/// "commitments": [{"name", "digest"}], "records": [{"name", "digest"}], "are_all": true}`: heads that others kept,
/// documents of the office, and whether it has no others. The result has all failures; the status is `SUIJI_OK`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_ledger_audit(
    ledger: *const c_char,
    ledger_size: usize,
    compared: *const c_char,
    compared_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes ledger ledger_size, bytes compared compared_size);
        calls::ledger_audit(ledger, compared)
    })
}

/// The entries of a ledger, as a JSON list. Each line is checked against those before it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_ledger_entries(
    ledger: *const c_char,
    ledger_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes ledger ledger_size);
        calls::ledger_entries(ledger)
    })
}

/// The notes of a witness, as JSON: `commitment`, `values`, `record`, `heads`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_witness_notes(
    notes: *const c_char,
    notes_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes notes notes_size);
        calls::witness_notes(notes)
    })
}
