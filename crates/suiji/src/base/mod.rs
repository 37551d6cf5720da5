//! What all other rooms use: errors and their texts, ids, text rules, dates, ratios, hashes, runs, sorting, values made
//! once.

pub mod limits;

pub(crate) mod date;
pub(crate) mod error;
pub(crate) mod hash;
pub(crate) mod id;
pub(crate) mod lang;
pub(crate) mod lazy;
pub(crate) mod place;
pub(crate) mod ratio;
pub(crate) mod run;
pub(crate) mod secret;
pub(crate) mod sort;
pub(crate) mod text;
pub(crate) mod texts;
mod unicode;
