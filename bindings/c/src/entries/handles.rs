//! Handles: their kind, their bytes, and freeing them.

use core::ffi::c_char;
use core::ptr;

use crate::codes::SUIJI_ABI;
use crate::ffi;
use crate::object::Object;

/// The version of the library, such as "0.1.0", with a final zero. It is not freed.
#[unsafe(no_mangle)]
pub extern "C" fn suiji_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}

/// The version of the library's interface: `SUIJI_ABI` in the header of the same version.
#[unsafe(no_mangle)]
pub extern "C" fn suiji_abi() -> i32 {
    SUIJI_ABI
}

/// The kind of a handle; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_kind(handle: *const Object) -> i32 {
    ffi::peek!(handle).map_or(0, Object::kind)
}

/// The bytes of a `SUIJI_BYTES`, `SUIJI_ERROR` or `SUIJI_REPORT`, followed by a zero that `suiji_size` does not count; NULL for
/// other handles. They live as long as the handle.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_data(handle: *const Object) -> *const c_char {
    match ffi::peek!(handle).and_then(Object::data) {
        Some(bytes) => bytes.as_ptr().cast(),
        None => ptr::null(),
    }
}

/// The number of bytes of `suiji_data`; 0 for other handles.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_size(handle: *const Object) -> usize {
    ffi::peek!(handle)
        .and_then(Object::data)
        .map_or(0, <[u8]>::len)
}

/// The number of rows of a registry, roster or history; -1 for other handles.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_rows(handle: *const Object) -> i64 {
    let rows = ffi::peek!(handle).and_then(Object::rows);
    rows.map_or(-1, |rows| i64::try_from(rows).unwrap_or(i64::MAX))
}

/// Frees a handle. NULL is ignored. Freeing one twice is undefined, as with `free`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_free(handle: *mut Object) {
    ffi::free!(handle);
}

/// Panics, for the tests. The status is `SUIJI_PANIC`.
#[cfg(feature = "panic")]
#[unsafe(no_mangle)]
#[expect(clippy::panic, reason = "tests need a function that panics")]
pub unsafe extern "C" fn suiji_panic(out: *mut *mut Object, error: *mut *mut Object) -> i32 {
    ffi::call!(out, error, |_| -> Result<Object, crate::Failure> {
        panic!("a panic for the tests")
    })
}
