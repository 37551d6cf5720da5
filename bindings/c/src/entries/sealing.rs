//! Sealing and reopening.

use core::ffi::c_char;

use crate::calls;
use crate::ffi::call;
use crate::object::Object;

/// Seals the inputs. `earlier` is a JSON list of the authority's earlier commitments that the caller has, or not
/// provided.
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
        let inputs = call.object("inputs", inputs)?;
        let ceremony = call.bytes("ceremony", ceremony, ceremony_size)?;
        let earlier = call.bytes("earlier", earlier, earlier_size)?;
        let run = &call.run(run)?;
        calls::seal(inputs, ceremony, earlier, run)
    })
}

/// Reopens a commitment that was sealed earlier. The error names the inputs that have changed. `secret` (64 hex digits) is
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
        let inputs = call.object("inputs", inputs)?;
        let commitment = call.bytes("commitment", commitment, commitment_size)?;
        let secret = call.bytes("secret", secret, secret_size)?;
        let run = &call.run(run)?;
        calls::reopen(inputs, commitment, secret, run)
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
        let sealed = call.object("sealed", sealed)?;
        let run = &call.run(run)?;
        calls::summaries(sealed, run)
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
        let sealed = call.object("sealed", sealed)?;
        let task = call.bytes("task", task, task_size)?;
        calls::short_teams(sealed, task)
    })
}
