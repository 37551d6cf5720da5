//! Tables in the form of another platform, by a mapping file.
//!
//! A mapping file says which rows a platform expects. For each column it has the name, the field, and the words or
//! codes of the platform. `profiles/` has two such files. Each names its source, and the fields that were not
//! available.

mod fields;
mod lines;
mod profile;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use profile::{Format, Profile};
