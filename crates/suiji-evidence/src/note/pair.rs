//! The public and private keys of notes: Ed25519 as in C2SP, and SM2 [L4].

use core::fmt;
use core::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::key::{KeyId, Signer, Verifier, check_name};
use crate::base::problem::Error;
use crate::base::texts::codes;
use crate::key::{self, Algorithm, Signature};

/// The prefix of a private key.
const SECRET: &str = "PRIVATE+KEY+";

/// The signature type of a key in a head [L4]. C2SP has no byte for SM2: it reserves 0xff for other types, each with a name.
const fn signature_type(algorithm: Algorithm) -> &'static [u8] {
    match algorithm {
        Algorithm::Ed25519 => &[1],
        Algorithm::Sm2 => b"\xffvnd.suiji.sm2",
    }
}

/// A public key `name+id+key`. It verifies signatures.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PublicKey {
    name: String,
    id: KeyId,
    key: key::PublicKey,
}

impl PublicKey {
    /// An Ed25519 key with a name.
    ///
    /// # Errors
    /// `note.name` for a name with blanks or a plus sign, `note.key` for bytes that are not a key.
    pub fn new(name: &str, key: &[u8; 32]) -> Result<Self, Error> {
        Self::of_point(name, Algorithm::Ed25519, key)
    }

    fn of_point(name: &str, algorithm: Algorithm, point: &[u8]) -> Result<Self, Error> {
        check_name(name)?;
        // A point of small order is refused, because one signature is then valid for any text.
        let key = key::PublicKey::from_point(algorithm, point);
        Self::of(name, key.map_err(|_| codes::note_key())?)
    }

    /// A key with a name.
    ///
    /// # Errors
    /// `note.name` for a name with blanks or a plus sign.
    pub fn of(name: &str, key: key::PublicKey) -> Result<Self, Error> {
        check_name(name)?;
        let id = KeyId::of(name, &typed(key.algorithm(), &key.point()));
        let name = name.to_owned();
        Ok(Self { name, id, key })
    }

    /// Its algorithm.
    pub const fn algorithm(&self) -> Algorithm {
        self.key.algorithm()
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
        let wrong = || Error::from(codes::note_signature(&self.name));
        let signature: [u8; 64] = signature.try_into().map_err(|_| wrong())?;
        let verified = self.key.verify(text, &Signature::from_bytes(signature));
        verified.map_err(|_| wrong())
    }
}

impl FromStr for PublicKey {
    type Err = Error;

    /// # Errors
    /// `note.key` for another form or algorithm, or an id that does not match the key; `note.name`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let (name, id, algorithm, point) = parts(text).ok_or_else(codes::note_key)?;
        let public = Self::of_point(name, algorithm, &point)?;
        match public.id.to_string() == id {
            true => Ok(public),
            false => Err(codes::note_key().into()),
        }
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = STANDARD.encode(typed(self.key.algorithm(), &self.key.point()));
        write!(f, "{}+{}+{key}", self.name, self.id)
    }
}

/// A private key. It signs. Its text is secret too.
pub struct PrivateKey {
    public: PublicKey,
    key: key::PrivateKey,
}

impl PrivateKey {
    /// The Ed25519 key with these 32 random bytes.
    ///
    /// # Errors
    /// `note.name` for a name with blanks or a plus sign.
    pub fn new(name: &str, seed: &[u8; 32]) -> Result<Self, Error> {
        Self::of(
            name,
            key::PrivateKey::from_secret(Algorithm::Ed25519, seed)?,
        )
    }

    /// A key with a name.
    ///
    /// # Errors
    /// `note.name` for a name with blanks or a plus sign.
    pub fn of(name: &str, key: key::PrivateKey) -> Result<Self, Error> {
        let public = PublicKey::of(name, key.public().clone())?;
        Ok(Self { public, key })
    }

    /// The key that verifies signatures of this key.
    pub const fn public(&self) -> &PublicKey {
        &self.public
    }

    /// The text of the private key. Keep it secret.
    pub fn reveal(&self) -> String {
        let (name, id) = (&self.public.name, self.public.id);
        let key = STANDARD.encode(typed(self.public.algorithm(), &*self.key.secret()));
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
        Ok(self.key.sign(text)?.as_bytes().to_vec())
    }
}

impl FromStr for PrivateKey {
    type Err = Error;

    /// # Errors
    /// `note.key` for another form or an id that does not match the key; `note.name`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let rest = text.trim_end().strip_prefix(SECRET);
        let (name, id, algorithm, seed) = rest.and_then(parts).ok_or_else(codes::note_key)?;
        let seed: [u8; 32] = seed.try_into().map_err(|_| codes::note_key())?;
        let key = key::PrivateKey::from_secret(algorithm, &seed);
        let secret = Self::of(name, key.map_err(|_| codes::note_key())?)?;
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

fn typed(algorithm: Algorithm, key: &[u8]) -> Vec<u8> {
    [signature_type(algorithm), key].concat()
}

/// Name, id, algorithm and key of `name+id+base64`.
fn parts(text: &str) -> Option<(&str, &str, Algorithm, Vec<u8>)> {
    let (name, rest) = text.split_once('+')?;
    let (id, key) = rest.split_once('+')?;
    let bytes = STANDARD.decode(key).ok()?;
    let mut all = [Algorithm::Ed25519, Algorithm::Sm2].into_iter();
    let (algorithm, key) =
        all.find_map(|of| Some((of, bytes.strip_prefix(signature_type(of))?)))?;
    Some((name, id, algorithm, key.to_vec()))
}
