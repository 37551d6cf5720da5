//! The draw, the frame and the sample, as columns.

use core::ffi::c_char;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;

use crate::calls;
use crate::ffi::{Call, call, read};
use crate::object::Object;

/// The draw of a task, as an Arrow array of structs: `SUIJI_SELECTED`, `SUIJI_RESERVES` or `SUIJI_TEAMS`. Release both
/// structures when done. If the call fails, they are not written.
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

/// The rows of the registry before the draw, with their state in a task, as an Arrow stream: id, task, stratum, class,
/// state, reason, take and `frame_size` (int64), probability (float64). `state` is "in_frame", "excluded" or
/// "out_of_scope". Release the stream when done. If the call fails, it is not written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_frame(
    sealed: *const Object,
    task: *const c_char,
    task_size: usize,
    stream: *mut FFI_ArrowArrayStream,
    error: *mut *mut Object,
) -> i32 {
    call!(error, |call: &Call| {
        read!(call: object sealed, bytes task task_size);
        call.give_stream(calls::frame(sealed, task)?, stream)
    })
}

/// The result of a task for every entity of the registry, as an Arrow stream: the columns of `suiji_frame`, ticket,
/// rank (int64), team (list of texts). `state` can also be "selected" or "reserve". If `sealed` is NULL, the stream has
/// only the selected entities and the reserves, without class. Release the stream when done. If the call fails, it is
/// not written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_sample(
    record: *const Object,
    sealed: *const Object,
    task: *const c_char,
    task_size: usize,
    run: *const Object,
    stream: *mut FFI_ArrowArrayStream,
    error: *mut *mut Object,
) -> i32 {
    call!(error, |call: &Call| {
        read!(call: object record, maybe sealed, bytes task task_size, run run);
        call.give_stream(calls::sample(record, sealed, task, run)?, stream)
    })
}
