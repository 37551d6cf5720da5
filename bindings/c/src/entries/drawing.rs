//! Drawing.

use core::ffi::c_char;

use crate::calls;
use crate::ffi::{call, read};
use crate::object::Object;

/// Draws the entities and their teams.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_draw(
    sealed: *const Object,
    contributions: *const c_char,
    contributions_size: usize,
    run: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object sealed, bytes contributions contributions_size, run run);
        calls::draw(sealed, contributions, run)
    })
}

/// The public form of a record. A blinded commitment needs its secret.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_public_form(
    record: *const Object,
    secret: *const c_char,
    secret_size: usize,
    run: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object record, bytes secret secret_size, run run);
        calls::public_form(record, secret, run)
    })
}
