//! Signed notes and checkpoints (C2SP signed-note, tlog-checkpoint): a text, a blank line, and one line for each signature.

mod checkpoint;
mod key;
mod pair;
mod signed;

pub use checkpoint::Checkpoint;
pub(crate) use checkpoint::decimal;
pub(crate) use key::check_name;
pub use key::{KeyId, Signer, Verifier};
pub use pair::{PrivateKey, PublicKey};
pub use signed::{Note, Signature, Signed};
