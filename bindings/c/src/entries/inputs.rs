//! The inputs of a draw.

use core::ffi::c_char;

use crate::calls;
use crate::ffi::{call, read};
use crate::object::Object;

/// Checks a plan (JSON) and three tables against each other. Roster and history may be NULL, which means empty. The
/// tables are shared, and can be freed afterwards.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_inputs_new(
    plan: *const c_char,
    plan_size: usize,
    registry: *const Object,
    roster: *const Object,
    history: *const Object,
    run: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes plan plan_size, object registry, maybe roster, maybe history, run run);
        calls::inputs_new(plan, registry, roster, history, run)
    })
}

/// Reads a plan (JSON) and three tables in `SUIJI_JSON_LINES` or `SUIJI_CSV`, and checks them against each other. The
/// faults of all four are reported together.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_inputs_read(
    form: i32,
    plan: *const c_char,
    plan_size: usize,
    registry: *const c_char,
    registry_size: usize,
    roster: *const c_char,
    roster_size: usize,
    history: *const c_char,
    history_size: usize,
    run: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes plan plan_size, bytes registry registry_size, bytes roster roster_size, bytes history history_size, run run);
        calls::inputs_read(form, [plan, registry, roster, history], run)
    })
}

/// The findings before sealing (inputs) or before publishing (sealed), the most serious first, as a JSON list.
/// `sealed_at` is the time of sealing for inputs, if it is already known.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_findings(
    inputs_or_sealed: *const Object,
    sealed_at: *const c_char,
    sealed_at_size: usize,
    run: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object inputs_or_sealed, bytes sealed_at sealed_at_size, run run);
        calls::findings(inputs_or_sealed, sealed_at, run)
    })
}
