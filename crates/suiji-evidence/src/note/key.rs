//! The keys of notes: a name, an id of four bytes, and the means to sign or verify.

use core::fmt;

use suiji::Hash;

use crate::base::problem::Error;
use crate::base::texts::{self, codes};

/// The first four bytes of SHA-256 over the name of a key, a line end, its algorithm and its bytes.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct KeyId([u8; 4]);

impl KeyId {
    /// The id of a key. `key` begins with the byte of its algorithm. An algorithm without a byte has 0xff and its name
    /// instead.
    pub fn of(name: &str, key: &[u8]) -> Self {
        let hashed = [name.as_bytes(), b"\n", key].concat();
        let digest = Hash::Sha256.digest(&hashed);
        let [a, b, c, d, ..] = *digest.as_bytes();
        Self([a, b, c, d])
    }

    /// The id with these bytes.
    pub const fn from_bytes(bytes: [u8; 4]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub const fn as_bytes(&self) -> &[u8; 4] {
        &self.0
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A public key that verifies lines of a note.
pub trait Verifier {
    /// The name of the key.
    fn name(&self) -> &str;

    /// The id of the key.
    fn id(&self) -> KeyId;

    /// Verifies a signature over the text of a note.
    ///
    /// # Errors
    /// If the signature is not from this key over this text.
    fn verify(&self, text: &[u8], signature: &[u8]) -> Result<(), Error>;
}

/// A private key that signs a note.
pub trait Signer {
    /// The name of the key.
    fn name(&self) -> &str;

    /// The id of the key.
    fn id(&self) -> KeyId;

    /// The signature over the text of a note.
    ///
    /// # Errors
    /// If the key cannot sign.
    fn sign(&self, text: &[u8]) -> Result<Vec<u8>, Error>;
}

/// Checks the name of a key. It must not be empty, and must have no blanks, control characters or plus signs.
pub(crate) fn check_name(name: &str) -> Result<(), Error> {
    let forbidden = |c: char| c.is_whitespace() || c.is_control() || c == '+';
    match name.is_empty() || name.contains(forbidden) {
        true => Err(codes::note_name(texts::shown(name)).into()),
        false => Ok(()),
    }
}
