//! The results of the inspections.

use core::ffi::c_char;

use crate::calls;
use crate::ffi::{call, read};
use crate::object::Object;

/// Compares results with the record. The result is a JSON list of findings. Amendments, plan and today (YYYY-MM-DD) may
/// be left out. With each of them, more is checked.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_results_check(
    record: *const Object,
    results: *const c_char,
    results_size: usize,
    amendments: *const c_char,
    amendments_size: usize,
    plan: *const c_char,
    plan_size: usize,
    today: *const c_char,
    today_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object record, bytes results results_size, bytes amendments amendments_size, bytes plan plan_size, bytes today today_size);
        calls::results_check(record, results, amendments, plan, today)
    })
}

/// The progress of the inspections, by task, stratum and inspector, as JSON. Amendments may be left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_results_status(
    record: *const Object,
    results: *const c_char,
    results_size: usize,
    amendments: *const c_char,
    amendments_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object record, bytes results results_size, bytes amendments amendments_size);
        calls::results_status(record, results, amendments)
    })
}

/// The rows that a history needs before the next draw, as a history: one for each result, and one for each drawn entity
/// without a result. `history` is the existing history, or NULL. Rows that it already has are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_results_visits(
    record: *const Object,
    results: *const c_char,
    results_size: usize,
    amendments: *const c_char,
    amendments_size: usize,
    history: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object record, bytes results results_size, bytes amendments amendments_size, maybe history);
        calls::results_visits(record, results, amendments, history)
    })
}

/// Adds later results of the same record. An inspection of the same task and entity replaces the earlier one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_results_update(
    results: *const c_char,
    results_size: usize,
    later: *const c_char,
    later_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes results results_size, bytes later later_size);
        calls::results_update(results, later)
    })
}
