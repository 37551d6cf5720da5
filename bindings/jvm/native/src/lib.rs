//! The native methods of `org.suiji.internal.Calls`: each calls the function of [`suiji_c::calls`] with the same name.
//!
//! - `calls.rs` is the table of the methods. It is compared with the Java class when the library is loaded.
//! - `convert.rs` has the types of parameters and results on both sides.
//! - `objects.rs` keeps the objects that Java knows by number, so that no pointer leaves this crate.
//! - `columns.rs` reads a chunk of rows, `failed.rs` throws.

mod calls;
mod columns;
mod convert;
mod failed;
mod objects;
