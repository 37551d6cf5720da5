//! What was drawn, as columns.

use core::ffi::c_char;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema};

use crate::calls;
use crate::ffi::{Call, call, read};
use crate::object::Object;

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
