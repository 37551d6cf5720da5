//! Turns facts into markup with minijinja templates: one for each paper and language, ours or an
//! office's.

mod dates;
mod limited;
mod ours;
mod problems;
mod render;

pub use render::Templates;

pub(crate) use ours::Template;
