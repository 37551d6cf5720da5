//! suiji as WebAssembly. The module exports the functions of `bindings/c/include/suiji.h`, except those for columns of Arrow,
//! lists of offices, papers, results of inspections, and signatures, timestamps and ledgers. This crate adds memory for the
//! bytes of JavaScript, a run whose progress JavaScript can see, and a reader of QR codes for the page.
//! `bindings/web/README.md` is the guide.
//!
//! The names begin with `suiji_web_`.

#[expect(unsafe_code, reason = "an exported name is unsafe; nothing else is")]
pub mod code;
mod host;
#[expect(unsafe_code, reason = "an exported name is unsafe; nothing else is")]
pub mod memory;
#[expect(unsafe_code, reason = "an exported name is unsafe; nothing else is")]
pub mod run;
