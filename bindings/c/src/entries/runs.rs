//! Runs: threads, progress, cancelling.

use core::ffi::{CStr, c_char, c_void};
use core::ptr;

use crate::failure::Failure;
use crate::ffi::{self, Call, call};
use crate::object::Object;
use crate::run::{self, Shared};

/// A run with up to this number of threads, including the calling thread. A parameter that is a run may be NULL, which
/// means one thread without progress. A run can serve several calls, one after another or at the same time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_run_new(
    threads: i32,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |_| {
        let unknown = |_| Failure::unknown_number("threads", threads.into());
        let threads = usize::try_from(threads).map_err(unknown)?;
        Ok(Object::Run(Shared::new(threads)))
    })
}

/// Calls `watch` with the progress, on the thread that calls suiji, at least after every 1 % of a step. If it does not
/// return 0, the call is cancelled. NULL removes the watch. `context` is passed on. It must live as long as a call can
/// use it: until the watch is removed or replaced or the run is freed, and all earlier calls with this run have
/// returned.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_run_watch(
    run: *const Object,
    watch: Option<extern "C" fn(context: *mut c_void, stage: i32, done: i64, total: i64) -> i32>,
    context: *mut c_void,
    error: *mut *mut Object,
) -> i32 {
    call!(error, |call: &Call| {
        let run = call.object("run", run)?.run("run")?;
        run.watch(watch.map(|watch| ffi::watch(watch, context)));
        Ok(())
    })
}

/// Cancels the calls that use the run, now and later, from any thread. They return `SUIJI_CANCELLED`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_run_cancel(run: *const Object, error: *mut *mut Object) -> i32 {
    call!(error, |call: &Call| {
        call.object("run", run)?.run("run")?.cancel();
        Ok(())
    })
}

/// The progress of the call that uses the run, readable from any thread: the number of the stage (0 before the first),
/// units done, and units in total (0 if not known).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_run_progress(
    run: *const Object,
    stage: *mut i32,
    done: *mut i64,
    total: *mut i64,
    error: *mut *mut Object,
) -> i32 {
    call!(error, |call: &Call| {
        let now = call.object("run", run)?.run("run")?.progress();
        call.write("stage", stage, now.0)?;
        call.write("done", done, now.1)?;
        call.write("total", total, now.2)
    })
}

/// The name of a stage, such as "tickets", with a final zero; NULL if there is none. It is not freed.
#[unsafe(no_mangle)]
pub extern "C" fn suiji_stage_name(stage: i32) -> *const c_char {
    run::stage_name(stage).map_or(ptr::null(), CStr::as_ptr)
}
