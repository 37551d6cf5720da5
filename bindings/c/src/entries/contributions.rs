//! The values that the sources contribute.

use core::ffi::c_char;

use crate::calls;
use crate::ffi::{Call, call, read};
use crate::object::Object;

/// The commitment of a committed source to its value, in hex. The ceremony needs it. `nonce` is 64 hex digits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_commitment_of(
    hash: i32,
    nonce: *const c_char,
    nonce_size: usize,
    value: *const c_char,
    value_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes nonce nonce_size, bytes value value_size);
        calls::commitment_of(hash, nonce, value)
    })
}

/// The contribution of a live source, from the numbers of all its parts in the order in which they fell. Sources are
/// counted from 0. The result is a `SUIJI_PARTIAL_CONTRIBUTIONS` with this contribution.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_arrange(
    commitment: *const c_char,
    commitment_size: usize,
    source: i32,
    numbers: *const i64,
    numbers_count: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes commitment commitment_size, slice numbers numbers_count);
        calls::arrange(commitment, source, numbers)
    })
}

/// The `SUIJI_PARTIAL_CONTRIBUTIONS` of all sources as `SUIJI_CONTRIBUTIONS` to this commitment.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_contributions(
    commitment: *const c_char,
    commitment_size: usize,
    partial: *const c_char,
    partial_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes commitment commitment_size, bytes partial partial_size);
        calls::contributions(commitment, partial)
    })
}

/// Checks contributions against a sealed commitment: those of all sources (`SUIJI_CONTRIBUTIONS`), or those made so far
/// (`SUIJI_PARTIAL_CONTRIBUTIONS`).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_check_contributions(
    sealed: *const Object,
    kind: i32,
    data: *const c_char,
    size: usize,
    error: *mut *mut Object,
) -> i32 {
    call!(error, |call: &Call| {
        read!(call: object sealed, bytes data size);
        calls::check_contributions(sealed, kind, data)
    })
}
