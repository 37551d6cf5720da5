//! suiji as WebAssembly. The module exports the functions of `bindings/c/include/suiji.h`, except those for columns of Arrow, for lists
//! of offices, for papers and for signatures, timestamps and ledgers. This crate adds memory for the bytes of JavaScript, and a run whose progress JavaScript can
//! see. `bindings/web/README.md` is the guide.
//!
//! The names begin with `suiji_web_`.

mod host;
#[expect(unsafe_code, reason = "an exported name is unsafe; nothing else is")]
pub mod memory;
#[expect(unsafe_code, reason = "an exported name is unsafe; nothing else is")]
pub mod run;
