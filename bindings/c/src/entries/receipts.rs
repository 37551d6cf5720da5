//! Receipts.

use core::ffi::c_char;

use crate::calls;
use crate::ffi::{call, read};
use crate::object::Object;

/// The receipt of one entity.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_receipt(
    sealed: *const Object,
    record: *const Object,
    entity: *const c_char,
    entity_size: usize,
    run: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object sealed, object record, bytes entity entity_size, run run);
        calls::receipt(sealed, record, entity, run)
    })
}

/// The receipts of these entities (a JSON list of ids), in this order, as JSON Lines with a canonical receipt on each
/// line. Use batches of about 1,000, with `suiji_table_ids`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_receipts(
    sealed: *const Object,
    record: *const Object,
    entities: *const c_char,
    entities_size: usize,
    run: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object sealed, object record, bytes entities entities_size, run run);
        calls::receipts(sealed, record, entities, run)
    })
}

/// Checks a receipt against the public form. With the plan, it checks more. The result is a `SUIJI_REPORT`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_check_receipt(
    receipt: *const c_char,
    receipt_size: usize,
    public_form: *const Object,
    plan: *const c_char,
    plan_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes receipt receipt_size, object public_form, bytes plan plan_size);
        calls::check_receipt(receipt, public_form, plan)
    })
}

/// The statement of a receipt about each task, in words, as a JSON list. With the plan, tasks are named.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_statements(
    receipt: *const c_char,
    receipt_size: usize,
    plan: *const c_char,
    plan_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes receipt receipt_size, bytes plan plan_size);
        calls::statements(receipt, plan)
    })
}
