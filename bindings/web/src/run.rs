//! A run that reports its progress to the host.

use core::ops::ControlFlow;
use core::ptr;

use suiji_c::{Object, Shared};

use crate::host;

/// A run of one thread that tells the host its progress; a handle, freed by `suiji_free`. The host can cancel the call.
#[unsafe(no_mangle)]
pub extern "C" fn suiji_web_run() -> *mut Object {
    let run = Shared::new(1);
    run.watch(Some(|stage, done, total| {
        match host::progress(stage, done, total) {
            0 => ControlFlow::Continue(()),
            _ => ControlFlow::Break(()),
        }
    }));
    ptr::from_mut(Box::leak(Box::new(Object::Run(run))))
}
