//! The imports of the module.

/// Tells the host the progress of a call: the number of the stage, units done, units in total. The call is cancelled if
/// it does not return 0.
#[cfg(target_family = "wasm")]
#[expect(
    unsafe_code,
    reason = "an import is unsafe; its parameters are numbers"
)]
mod import {
    #[link(wasm_import_module = "suiji")]
    unsafe extern "C" {
        pub(crate) safe fn progress(stage: i32, done: i64, total: i64) -> i32;
    }
}

/// The tests of the workspace link this crate on other machines, which have no host.
#[cfg(not(target_family = "wasm"))]
mod import {
    pub(crate) const fn progress(_stage: i32, _done: i64, _total: i64) -> i32 {
        0
    }
}

pub(crate) use import::progress;
