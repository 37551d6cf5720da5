//! Tables in the form of another platform, by a mapping file.
//!
//! A mapping file says which rows a platform wants, and for each column its name, the field that it gets, and the words
//! or codes of the platform. `profiles/` has two; each says what it follows, and what was not available.

mod fields;
mod lines;
mod profile;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use profile::{Format, Profile};
