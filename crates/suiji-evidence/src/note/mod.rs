//! Signed notes and checkpoints (C2SP signed-note, tlog-checkpoint): a text, a blank line, and one line for each signature.

mod checkpoint;
mod ed25519;
mod key;
mod signed;

pub use checkpoint::Checkpoint;
pub(crate) use checkpoint::decimal;
pub use ed25519::{PrivateKey, PublicKey};
pub(crate) use key::check_name;
pub use key::{KeyId, Signer, Verifier};
pub use signed::{Note, Signature, Signed};
