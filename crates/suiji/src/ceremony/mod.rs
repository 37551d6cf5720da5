//! From sources to the commitment: what is agreed before sealing, and what it fixes [S3a–S4c] [R1].

pub(crate) mod chain;
pub(crate) mod commitment;
pub(crate) mod contribution;
pub(crate) mod earlier;
pub(crate) mod source;

mod setup;

pub use setup::Ceremony;
