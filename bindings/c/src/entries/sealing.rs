//! Sealing and reopening.

use core::ffi::c_char;

use crate::calls;
use crate::ffi::{Call, call, read};
use crate::object::Object;

/// Seals the inputs. `earlier` is a JSON list of the authority's earlier commitments that the caller has. It may be
/// left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_seal(
    inputs: *const Object,
    ceremony: *const c_char,
    ceremony_size: usize,
    earlier: *const c_char,
    earlier_size: usize,
    run: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object inputs, bytes ceremony ceremony_size, bytes earlier earlier_size, run run);
        calls::seal(inputs, ceremony, earlier, run)
    })
}

/// Reopens an earlier commitment. The error names the inputs that have changed. `secret` (64 hex digits) is
/// required if the commitment is blinded.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_reopen(
    inputs: *const Object,
    commitment: *const c_char,
    commitment_size: usize,
    secret: *const c_char,
    secret_size: usize,
    run: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object inputs, bytes commitment commitment_size, bytes secret secret_size, run run);
        calls::reopen(inputs, commitment, secret, run)
    })
}

/// Compares inputs with the sealed inputs. The error names the rows of each table that differ.
///
/// `suiji_reopen` only reports that inputs differ from a commitment, because a commitment has no rows. To find the rows
/// that differ, reopen the sealed rows, and compare other inputs with this call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_check_inputs(
    sealed: *const Object,
    inputs: *const Object,
    run: *const Object,
    error: *mut *mut Object,
) -> i32 {
    call!(error, |call: &Call| {
        read!(call: object sealed, object inputs, run run);
        calls::check_inputs(sealed, inputs, run)
    })
}

/// From the registry to the frame of each task, in numbers, as a JSON list.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_summaries(
    sealed: *const Object,
    run: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object sealed, run run);
        calls::summaries(sealed, run)
    })
}

/// What to expect of the draw, as a JSON document: entities in no task and why, and the inspectors that departments
/// need.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_outlook(
    sealed: *const Object,
    run: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object sealed, run run);
        calls::outlook(sealed, run)
    })
}

/// The entities in the frame of a task that cannot get a full team, as a JSON list.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_short_teams(
    sealed: *const Object,
    task: *const c_char,
    task_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object sealed, bytes task task_size);
        calls::short_teams(sealed, task)
    })
}
