//! suiji for C, and for every language that calls C. The guide is `bindings/c/README.md`, the header `include/suiji.h`.
//!
//! A Rust crate that binds suiji to another language can use [`calls`]: the same functions, with slices instead of
//! pointers.

#[cfg(feature = "arrow")]
mod builder;
pub mod calls;
mod codes;
#[expect(
    unsafe_code,
    reason = "the exported functions take pointers; what is done with them is in `ffi` alone"
)]
#[expect(
    clippy::missing_safety_doc,
    reason = "the contract of all functions stands once, at the top of the header"
)]
pub mod entries;
mod evidence;
mod failure;
#[expect(unsafe_code, reason = "it follows the pointers of the callers")]
mod ffi;
#[cfg(feature = "import")]
mod imported;
mod inputs;
mod object;
mod run;
#[cfg_attr(
    not(feature = "arrow"),
    expect(dead_code, reason = "some texts are about columns of Arrow")
)]
mod texts;
mod values;

#[cfg(feature = "arrow")]
pub use builder::Builder;
pub use codes::*;
pub use evidence::Noted;
pub use failure::Failure;
#[cfg(feature = "import")]
pub use imported::{Files, Imported};
pub use inputs::Held;
pub use object::{Bytes, Object};
pub use run::Shared;
