//! Ed25519 keys in the form of C2SP notes.

use core::fmt;
use core::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

use super::key::{KeyId, Signer, Verifier, check_name};
use crate::base::problem::Error;
use crate::base::texts::codes;

/// The algorithm byte of Ed25519 in notes.
const ED25519: u8 = 1;

/// The prefix of a private key.
const SECRET: &str = "PRIVATE+KEY+";

/// A public key `name+id+key`. It verifies signatures.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PublicKey {
    name: String,
    id: KeyId,
    key: VerifyingKey,
}

impl PublicKey {
    /// A key with a name.
    ///
    /// # Errors
    /// `note.name` for a name with blanks or a plus sign, `note.key` for bytes that are not a key.
    pub fn new(name: &str, key: &[u8; 32]) -> Result<Self, Error> {
        check_name(name)?;
        let key = VerifyingKey::from_bytes(key).map_err(|_| codes::note_key())?;
        // With a key of small order, one signature is valid for any text.
        if key.is_weak() {
            return Err(codes::note_key().into());
        }
        let id = KeyId::of(name, &tagged(key.as_bytes()));
        let name = name.to_owned();
        Ok(Self { name, id, key })
    }
}

impl Verifier for PublicKey {
    fn name(&self) -> &str {
        &self.name
    }

    fn id(&self) -> KeyId {
        self.id
    }

    fn verify(&self, text: &[u8], signature: &[u8]) -> Result<(), Error> {
        let signature = Signature::from_slice(signature);
        let verified = signature.and_then(|signature| self.key.verify_strict(text, &signature));
        verified.map_err(|_| codes::note_signature(&self.name).into())
    }
}

impl FromStr for PublicKey {
    type Err = Error;

    /// # Errors
    /// `note.key` for another form, an algorithm other than Ed25519, or an id that does not match the key; `note.name`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let (name, id, key) = parts(text).ok_or_else(codes::note_key)?;
        let public = Self::new(name, &key)?;
        match public.id.to_string() == id {
            true => Ok(public),
            false => Err(codes::note_key().into()),
        }
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = STANDARD.encode(tagged(self.key.as_bytes()));
        write!(f, "{}+{}+{key}", self.name, self.id)
    }
}

/// A private key. It signs. Its text is secret too.
#[derive(Clone)]
pub struct PrivateKey {
    public: PublicKey,
    key: SigningKey,
}

impl PrivateKey {
    /// The key with these 32 random bytes.
    ///
    /// # Errors
    /// `note.name` for a name with blanks or a plus sign.
    pub fn new(name: &str, seed: &[u8; 32]) -> Result<Self, Error> {
        let key = SigningKey::from_bytes(seed);
        let public = PublicKey::new(name, key.verifying_key().as_bytes())?;
        Ok(Self { public, key })
    }

    /// The key that verifies signatures of this key.
    pub const fn public(&self) -> &PublicKey {
        &self.public
    }

    /// The text of the private key. Keep it secret.
    pub fn reveal(&self) -> String {
        let (name, id) = (&self.public.name, self.public.id);
        let key = STANDARD.encode(tagged(&self.key.to_bytes()));
        format!("{SECRET}{name}+{id}+{key}")
    }
}

impl Signer for PrivateKey {
    fn name(&self) -> &str {
        &self.public.name
    }

    fn id(&self) -> KeyId {
        self.public.id
    }

    fn sign(&self, text: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(self.key.sign(text).to_bytes().to_vec())
    }
}

impl FromStr for PrivateKey {
    type Err = Error;

    /// # Errors
    /// `note.key` for another form or an id that does not match the key; `note.name`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let rest = text.trim_end().strip_prefix(SECRET);
        let (name, id, seed) = rest.and_then(parts).ok_or_else(codes::note_key)?;
        let secret = Self::new(name, &seed)?;
        match secret.public.id.to_string() == id {
            true => Ok(secret),
            false => Err(codes::note_key().into()),
        }
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PrivateKey({} …)", self.public)
    }
}

fn tagged(key: &[u8; 32]) -> [u8; 33] {
    let mut tagged = [ED25519; 33];
    tagged[1..].copy_from_slice(key);
    tagged
}

/// Name, id and key of `name+id+base64`.
fn parts(text: &str) -> Option<(&str, &str, [u8; 32])> {
    let (name, rest) = text.split_once('+')?;
    let (id, key) = rest.split_once('+')?;
    let key = STANDARD.decode(key).ok()?;
    let (algorithm, key) = key.split_first()?;
    (*algorithm == ED25519).then_some(())?;
    Some((name, id, key.try_into().ok()?))
}
