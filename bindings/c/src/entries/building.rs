//! Registry, roster and history, built from several pieces of rows or columns.

use core::ffi::c_char;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;

use crate::calls;
use crate::ffi::{Call, call, read};
use crate::object::Object;

/// A builder of a table, for rows in several pieces. `names` is a JSON object such as `{"统一社会信用代码": "id"}`. It maps the
/// name of a column to the name of its field, or to null to leave the column out. Columns without an entry are fields.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_builder_new(
    kind: i32,
    names: *const c_char,
    names_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes names names_size);
        calls::builder_new(kind, names)
    })
}

/// Adds rows as JSON Lines. The faults of rows are reported by `suiji_builder_finish`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_builder_push_json(
    builder: *const Object,
    lines: *const c_char,
    size: usize,
    run: *const Object,
    error: *mut *mut Object,
) -> i32 {
    call!(error, |call: &Call| {
        read!(call: object builder, bytes lines size, run run);
        calls::builder_push_json(builder, lines, run)
    })
}

/// Adds rows as an Arrow array of structs, without copying the columns. The call takes and releases the array, even if
/// it fails. The schema is only read and stays yours.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_builder_push_arrow(
    builder: *const Object,
    schema: *const FFI_ArrowSchema,
    array: *mut FFI_ArrowArray,
    run: *const Object,
    error: *mut *mut Object,
) -> i32 {
    call!(error, |call: &Call| {
        let array = call.take_array(array);
        read!(call: object builder, run run);
        let batch = call.batch(schema, array)?;
        calls::builder_push_batch(builder, &batch, run).map(drop)
    })
}

/// Adds all rows of an Arrow stream. The call takes and releases the stream, even if it fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_builder_push_stream(
    builder: *const Object,
    stream: *mut FFI_ArrowArrayStream,
    run: *const Object,
    error: *mut *mut Object,
) -> i32 {
    call!(error, |call: &Call| {
        let stream = call.take_stream(stream)?;
        read!(call: object builder, run run);
        for batch in stream {
            if !calls::builder_push_batch(builder, &batch?, run)? {
                break;
            }
        }
        Ok(())
    })
}

/// The table, or all faults of its rows. The builder is empty afterwards and can be used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_builder_finish(
    builder: *const Object,
    run: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object builder, run run);
        calls::builder_finish(builder, run)
    })
}
