//! The frame and the sample, as rows.

use core::ffi::c_char;

use crate::calls;
use crate::ffi::{call, read};
use crate::object::Object;

/// The rows of the registry before the draw, with their state in a task, as JSON Lines
/// (`schema/sample-row.schema.json`). A row takes about 100 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_frame_rows(
    sealed: *const Object,
    task: *const c_char,
    task_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object sealed, bytes task task_size);
        calls::frame_rows(sealed, task)
    })
}

/// The result of a task for every entity of the registry, as JSON Lines (`schema/sample-row.schema.json`). If `sealed`
/// is NULL, only the selected entities and the reserves, without class.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_sample_rows(
    record: *const Object,
    sealed: *const Object,
    task: *const c_char,
    task_size: usize,
    run: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object record, maybe sealed, bytes task task_size, run run);
        calls::sample_rows(record, sealed, task, run)
    })
}
