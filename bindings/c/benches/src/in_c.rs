//! The same draw with the functions of the header.

use core::ffi::{CStr, c_char};
use core::ptr;

use arrow_array::ffi::to_ffi;
use arrow_array::{Array, RecordBatch, StructArray};
use suiji_benches::Failure;
use suiji_c::entries::building::{
    suiji_builder_finish, suiji_builder_new, suiji_builder_push_arrow,
};
use suiji_c::entries::contributions::suiji_contributions;
use suiji_c::entries::documents::{suiji_part, suiji_write};
use suiji_c::entries::drawing::suiji_draw;
use suiji_c::entries::handles::{suiji_data, suiji_free, suiji_size};
use suiji_c::entries::inputs::suiji_inputs_new;
use suiji_c::entries::sealing::suiji_seal;
use suiji_c::{Object, SUIJI_COMMITMENT, SUIJI_DIGEST, SUIJI_JSON, SUIJI_OK, SUIJI_REGISTRY};

use crate::{CEREMONY, PLAN};

const DICE: &str =
    r#"[{"source": 0, "kind": "live", "numbers": [[6,3,1,4,2,5,5,1,6,2,3,4,4,1,2,6,5,3,1,6]]}]"#;

/// A handle that is freed when dropped.
struct Handle(*mut Object);

impl Drop for Handle {
    fn drop(&mut self) {
        // SAFETY: it came from a call and is freed once.
        unsafe { suiji_free(self.0) }
    }
}

impl Handle {
    fn text(&self) -> String {
        // SAFETY: the bytes of a handle end with a zero.
        let text = unsafe { CStr::from_ptr(suiji_data(self.0)) };
        text.to_string_lossy().into_owned()
    }

    fn bytes(&self) -> (*const c_char, usize) {
        // SAFETY: the handle is not freed yet.
        unsafe { (suiji_data(self.0), suiji_size(self.0)) }
    }
}

/// The result of a call, or its error.
fn made(call: impl FnOnce(*mut *mut Object, *mut *mut Object) -> i32) -> Result<Handle, Failure> {
    let (mut out, mut error) = (ptr::null_mut(), ptr::null_mut());
    let status = call(&mut out, &mut error);
    let (out, error) = (Handle(out), Handle(error));
    if status == SUIJI_OK {
        Ok(out)
    } else {
        Err(error.text().into())
    }
}

const fn text(text: &str) -> (*const c_char, usize) {
    (text.as_ptr().cast(), text.len())
}

/// Seals and draws, and returns the digest of the record.
pub(crate) fn draw(batch: &RecordBatch) -> Result<String, Failure> {
    let (mut array, schema) = to_ffi(&StructArray::from(batch.clone()).to_data())?;
    let ((plan, plan_size), (ceremony, ceremony_size)) = (text(PLAN), text(CEREMONY));
    let (dice, dice_size) = text(DICE);
    // SAFETY: all pointers are to values that live to the end of this function, and no handle is freed before.
    unsafe {
        let none = ptr::null();
        let builder =
            made(|out, error| suiji_builder_new(SUIJI_REGISTRY, ptr::null(), 0, out, error))?;
        made(|_, error| suiji_builder_push_arrow(builder.0, &schema, &mut array, none, error))?;
        let registry = made(|out, error| suiji_builder_finish(builder.0, none, out, error))?;
        let inputs = made(|out, error| {
            suiji_inputs_new(plan, plan_size, registry.0, none, none, none, out, error)
        })?;
        let sealed = made(|out, error| {
            suiji_seal(
                inputs.0,
                ceremony,
                ceremony_size,
                ptr::null(),
                0,
                none,
                out,
                error,
            )
        })?;
        let commitment = made(|out, error| suiji_part(sealed.0, SUIJI_COMMITMENT, out, error))?;
        let (sheet, size) = commitment.bytes();
        let contributions =
            made(|out, error| suiji_contributions(sheet, size, dice, dice_size, out, error))?;
        let (given, size) = contributions.bytes();
        let record = made(|out, error| suiji_draw(sealed.0, given, size, none, out, error))?;
        made(|out, error| suiji_write(record.0, SUIJI_JSON, none, out, error))?;
        let digest = made(|out, error| suiji_part(record.0, SUIJI_DIGEST, out, error))?;
        Ok(digest.text())
    }
}
