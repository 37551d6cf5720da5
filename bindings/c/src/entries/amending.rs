//! Changes after the draw.

use core::ffi::c_char;

use crate::calls;
use crate::ffi::{call, read};
use crate::object::Object;

/// Makes amendments from requests, and adds them to the earlier ones, if any. The seed decides who steps in. If one
/// request does not fit, nothing is amended. Without requests, the earlier ones are checked and returned.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_amend(
    sealed: *const Object,
    record: *const Object,
    earlier: *const c_char,
    earlier_size: usize,
    requests: *const c_char,
    requests_size: usize,
    run: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object sealed, object record, bytes earlier earlier_size, bytes requests requests_size, run run);
        calls::amend(sealed, record, earlier, requests, run)
    })
}

/// The holder of each seat after the draw and its amendments, if any, as JSON.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_state(
    record: *const Object,
    amendments: *const c_char,
    amendments_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object record, bytes amendments amendments_size);
        calls::state(record, amendments)
    })
}
