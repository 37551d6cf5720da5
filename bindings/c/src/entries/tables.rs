//! Registry, roster and history.

use core::ffi::c_char;

use crate::calls;
use crate::ffi::{call, read};
use crate::object::Object;

/// Reads a `SUIJI_REGISTRY`, `SUIJI_ROSTER` or `SUIJI_HISTORY` as `SUIJI_JSON_LINES` or `SUIJI_CSV`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_table_read(
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
        calls::table_read(kind, form, data, run)
    })
}

/// The row of an entity (registry) or inspector (roster), as JSON. `out` is NULL if there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_table_row(
    table: *const Object,
    id: *const c_char,
    id_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object table, bytes id id_size);
        calls::table_row(table, id)
    })
}

/// The ids of a registry or roster as a JSON list, in order: at most `count`, from position `from`, counted from 0.
/// This is for batches.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_table_ids(
    table: *const Object,
    from: i64,
    count: i64,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object table);
        calls::table_ids(table, from, count)
    })
}

/// The first `count` rows in which `later` differs from `table`, in sorted order, as a JSON list. Both must be
/// registries, rosters or histories.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_changes(
    table: *const Object,
    later: *const Object,
    count: i64,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object table, object later);
        calls::changes(table, later, count)
    })
}
