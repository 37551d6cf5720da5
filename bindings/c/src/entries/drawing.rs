//! Drawing, and what was drawn.

use core::ffi::c_char;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema};

use crate::calls;
use crate::ffi::{Call, call, read};
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

/// What a task drew, as an Arrow array of structs: `SUIJI_SELECTED`, `SUIJI_RESERVES`, `SUIJI_TEAMS` or `SUIJI_SAMPLE`. Release
/// both structures when done; if the call fails, they are not written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_columns(
    record: *const Object,
    what: i32,
    task: *const c_char,
    task_size: usize,
    schema: *mut FFI_ArrowSchema,
    array: *mut FFI_ArrowArray,
    error: *mut *mut Object,
) -> i32 {
    call!(error, |call: &Call| {
        read!(call: object record, bytes task task_size);
        call.give_batch(calls::columns(record, what, task)?, schema, array)
    })
}
