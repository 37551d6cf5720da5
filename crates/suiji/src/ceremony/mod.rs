//! From sources to the commitment: what is settled before sealing, and what the commitment fixes [S3a–S4c] [R1] [R4].

pub(crate) mod chain;
pub(crate) mod check;
pub(crate) mod commitment;
pub(crate) mod contribution;
pub(crate) mod contributions;
pub(crate) mod drand;
pub(crate) mod earlier;
pub(crate) mod source;
pub(crate) mod terms;

mod setup;

pub use crate::tree::Root;
pub use commitment::{SealedReason, SealedStratum, SealedTask};
pub use contribution::{ContributionKind, PartialContributions};
pub use drand::QUICKNET;
pub use earlier::{Followed, Superseded};
pub use setup::Ceremony;
pub use source::{By, Part, SourceKind};
