//! The only unsafe code: it handles the pointers of a call.
//!
//! The caller of a function in the header guarantees that each pointer is as the header requires. It is NULL, or it
//! points to data of the parameter's type that is valid for the whole call. All code that relies on this guarantee is
//! here.

#[cfg(feature = "arrow")]
mod arrow;

use core::ffi::{c_char, c_void};
use core::ops::ControlFlow;
use core::{ptr, slice};
use std::panic::{AssertUnwindSafe, catch_unwind};

use suiji::Run;

use crate::codes::SUIJI_OK;
use crate::failure::Failure;
use crate::object::{Bytes, Object};

/// A call in progress: the places for its results, and the right to read its pointers.
pub(crate) struct Call {
    out: Option<*mut *mut Object>,
    error: *mut *mut Object,
}

/// Makes a call, with a result or without. The last argument is the work to do.
macro_rules! call {
    ($out:expr, $error:expr, $work:expr) => {{
        // SAFETY: the caller of a function in the header keeps its contract.
        let call = unsafe { $crate::ffi::Call::new(Some($out), $error) };
        call.give($work)
    }};
    ($error:expr, $work:expr) => {{
        let work = $work;
        // SAFETY: the caller of a function in the header keeps its contract.
        let call = unsafe { $crate::ffi::Call::new(None, $error) };
        call.give(|call| work(call).map(|()| None::<$crate::Object>))
    }};
}
pub(crate) use call;

/// Reads the parameters of a call into values of the same names: `read!(call: object sealed, bytes data size, run run)`.
macro_rules! read {
    ($call:ident: $($kind:ident $name:ident $($size:ident)?),+) => {
        $(let $name = $crate::ffi::read!(@$kind $call $name $($size)?);)+
    };
    (@object $call:ident $name:ident) => { $call.object(stringify!($name), $name)? };
    (@maybe $call:ident $name:ident) => { $call.maybe_object($name) };
    (@bytes $call:ident $name:ident $size:ident) => { $call.bytes(stringify!($name), $name, $size)? };
    (@slice $call:ident $name:ident $size:ident) => { $call.slice(stringify!($name), $name, $size)? };
    (@run $call:ident $name:ident) => { &$call.run($name)? };
}
pub(crate) use read;

impl Call {
    /// # Safety
    /// `out` and `error` are NULL or can be written. All pointers passed to the methods are those of the same call, and
    /// are as the header requires.
    pub(crate) unsafe fn new(out: Option<*mut *mut Object>, error: *mut *mut Object) -> Self {
        let call = Self { out, error };
        call.set(call.error, ptr::null_mut());
        if let Some(out) = out {
            call.set(out, ptr::null_mut());
        }
        call
    }

    /// Does the work, and writes its result or its failure. No panic leaves this function.
    pub(crate) fn give<T: Into<Option<Object>>>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, Failure>,
    ) -> i32 {
        let done = catch_unwind(AssertUnwindSafe(|| {
            if self.out.is_some_and(<*mut *mut Object>::is_null) {
                return Err(Failure::null("out"));
            }
            work(self).map(Into::into)
        }));
        match done.unwrap_or_else(|_| Err(Failure::panic())) {
            Ok(result) => {
                if let (Some(out), Some(result)) = (self.out, result) {
                    self.set(out, Box::into_raw(Box::new(result)));
                }
                SUIJI_OK
            }
            Err(failure) => {
                if !self.error.is_null() {
                    let error = Object::Error(Bytes::new(failure.to_json()));
                    self.set(self.error, Box::into_raw(Box::new(error)));
                }
                failure.status()
            }
        }
    }

    /// Writes a handle, unless the destination is NULL.
    fn set(&self, place: *mut *mut Object, handle: *mut Object) {
        if !place.is_null() {
            // SAFETY: `out` and `error` can be written, if they are not NULL (contract of `new`).
            unsafe { place.write(handle) }
        }
    }

    /// The object of a handle.
    pub(crate) fn object(
        &self,
        name: &'static str,
        handle: *const Object,
    ) -> Result<&Object, Failure> {
        self.maybe_object(handle).ok_or_else(|| Failure::null(name))
    }

    /// The object of a handle that may be NULL.
    pub(crate) fn maybe_object(&self, handle: *const Object) -> Option<&Object> {
        // SAFETY: a handle is NULL, or `give` made it from a box. It is not freed during the call (contract of `new`).
        unsafe { handle.as_ref() }
    }

    /// The bytes of a pointer and a length; none if the length is 0.
    pub(crate) fn bytes(
        &self,
        name: &'static str,
        data: *const c_char,
        size: usize,
    ) -> Result<&[u8], Failure> {
        self.slice(name, data.cast(), size)
    }

    /// The numbers of a pointer and a count; none if the count is 0.
    pub(crate) fn slice<T: Copy>(
        &self,
        name: &'static str,
        data: *const T,
        count: usize,
    ) -> Result<&[T], Failure> {
        if count == 0 {
            return Ok(&[]);
        }
        if data.is_null() {
            return Err(Failure::null(name));
        }
        if count > isize::MAX.unsigned_abs() / size_of::<T>() {
            return Err(Failure::too_long(name));
        }
        // SAFETY: the pointer has this number of values, which do not change during the call (contract of `new`).
        Ok(unsafe { slice::from_raw_parts(data, count) })
    }

    /// The run of a handle. NULL means only the calling thread.
    pub(crate) fn run(&self, handle: *const Object) -> Result<Run, Failure> {
        match self.maybe_object(handle) {
            Some(run) => run.run("run")?.begin(),
            None => Ok(Run::default()),
        }
    }

    /// Writes a number.
    pub(crate) fn write<T>(
        &self,
        name: &'static str,
        place: *mut T,
        value: T,
    ) -> Result<(), Failure> {
        if place.is_null() {
            return Err(Failure::null(name));
        }
        // SAFETY: the destination can be written (contract of `new`).
        unsafe { place.write(value) }
        Ok(())
    }
}

/// The object of a handle that may be NULL, for functions that cannot fail.
macro_rules! peek {
    ($handle:expr) => {{
        // SAFETY: the caller of a function in the header keeps its contract: the handle is NULL, or not freed yet.
        unsafe { $handle.as_ref() }
    }};
}
pub(crate) use peek;

/// Frees a handle.
macro_rules! free {
    ($handle:expr) => {{
        // SAFETY: the caller of a function in the header keeps its contract: the handle is NULL, or not freed yet and
        // not in use.
        unsafe { $crate::ffi::drop_handle($handle) }
    }};
}
pub(crate) use free;

/// Frees a handle. A panic while it is dropped ends here.
///
/// # Safety
/// The handle is NULL, or it is not freed yet and no call uses it.
pub(crate) unsafe fn drop_handle(handle: *mut Object) {
    if handle.is_null() {
        return;
    }
    // SAFETY: `give` made it from a box, and nobody else has it.
    let object = unsafe { Box::from_raw(handle) };
    drop(catch_unwind(AssertUnwindSafe(|| drop(object))));
}

/// The callback for progress: the context, the number of the stage, units done, units in total.
pub(crate) type WatchFunction = extern "C" fn(*mut c_void, i32, i64, i64) -> i32;

/// A context that is passed on.
struct Context(*mut c_void);

// SAFETY: the context is only passed to the caller's function. The header allows this on any thread that uses the run.
unsafe impl Send for Context {}
// SAFETY: likewise.
unsafe impl Sync for Context {}

impl Context {
    const fn pointer(&self) -> *mut c_void {
        self.0
    }
}

/// A C function as a Rust function.
pub(crate) fn watch(
    function: WatchFunction,
    context: *mut c_void,
) -> impl Fn(i32, i64, i64) -> ControlFlow<()> + Send + Sync + 'static {
    let context = Context(context);
    move |stage, done, total| match function(context.pointer(), stage, done, total) {
        0 => ControlFlow::Continue(()),
        _ => ControlFlow::Break(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::{SUIJI_MISUSE, SUIJI_PANIC};

    #[test]
    fn a_panic_is_an_error() {
        let (mut out, mut error) = (ptr::dangling_mut(), ptr::dangling_mut());
        let (place, error_place): (*mut *mut Object, *mut *mut Object) = (&mut out, &mut error);
        let status = call!(place, error_place, |_| -> Result<Object, Failure> {
            panic!("a panic of the test")
        });
        assert_eq!((status, out.is_null()), (SUIJI_PANIC, true));
        let text = peek!(error).and_then(Object::data).unwrap_or_default();
        assert!(String::from_utf8_lossy(text).contains("bug.panic"));
        free!(error);
    }

    #[test]
    fn a_call_without_a_place_for_its_result_does_no_work() {
        let mut worked = false;
        let status = call!(ptr::null_mut(), ptr::null_mut(), |_| {
            worked = true;
            Ok(Object::bytes("text"))
        });
        assert_eq!((status, worked), (SUIJI_MISUSE, false));
    }
}
