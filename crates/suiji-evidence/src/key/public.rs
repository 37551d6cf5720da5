//! A public key, its form and its id [P2].

use std::fmt;
use std::str::FromStr;

use der::asn1::{BitStringRef, ObjectIdentifier};
use der::{Decode, Encode};
use pkcs8::spki::{AlgorithmIdentifierRef, SubjectPublicKeyInfoRef};
use sm2::dsa::signature::Verifier;
use suiji::{Digest, Hash};
use x509_cert::Certificate;

use super::Signature;
use super::pem::blocks;
use crate::base::problem::{Error, Problem};
use crate::base::texts::{self, codes};

pub(super) const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");
pub(super) const EC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
pub(super) const SM2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.156.10197.1.301");

/// The default identity of a signer in GB/T 32918.
pub(crate) const DEFAULT_ID: &str = "1234567812345678";

/// The algorithm of a key.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Algorithm {
    /// Ed25519 (RFC 8032).
    Ed25519,
    /// SM2 with SM3 (GB/T 32918.2), with the default identity 1234567812345678.
    Sm2,
}

impl Algorithm {
    /// Its name: `ed25519` or `sm2`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ed25519 => "ed25519",
            Self::Sm2 => "sm2",
        }
    }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The id of a public key: SHA-256 of its SubjectPublicKeyInfo in DER, as 64 hex digits [P2].
///
/// `openssl pkey -pubin -in key.pem -outform DER | sha256sum` computes it.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct KeyId(Digest);

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for KeyId {
    type Err = suiji::Error;

    fn from_str(text: &str) -> Result<Self, suiji::Error> {
        text.parse().map(Self)
    }
}

/// A public key, Ed25519 or SM2.
///
/// ```
/// use suiji_evidence::PublicKey;
///
/// let pem = "-----BEGIN PUBLIC KEY-----\n\
///            MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n\
///            -----END PUBLIC KEY-----\n";
/// let key = PublicKey::from_pem(pem.as_bytes())?;
/// assert_eq!(key.algorithm().as_str(), "ed25519");
/// assert_eq!(key.to_pem(), pem);
/// # Ok::<(), suiji_evidence::Error>(())
/// ```
#[derive(Clone)]
pub struct PublicKey {
    key: Key,
    der: Vec<u8>,
    id: KeyId,
}

#[derive(Clone)]
enum Key {
    Ed25519(ed25519_dalek::VerifyingKey),
    Sm2(Box<sm2::dsa::VerifyingKey>),
}

impl Key {
    const fn algorithm(&self) -> Algorithm {
        match self {
            Self::Ed25519(_) => Algorithm::Ed25519,
            Self::Sm2(_) => Algorithm::Sm2,
        }
    }

    fn point(&self) -> Vec<u8> {
        match self {
            Self::Ed25519(key) => key.to_bytes().to_vec(),
            Self::Sm2(key) => key.to_sec1_bytes().into_vec(),
        }
    }
}

impl PublicKey {
    /// [P2] The key in a PEM file with one block: `PUBLIC KEY`, or `CERTIFICATE`, from which only the key is read.
    ///
    /// # Errors
    /// `key.pem`, `key.algorithm`, `key.form`, `key.weak`.
    pub fn from_pem(bytes: &[u8]) -> Result<Self, Error> {
        let blocks = blocks(bytes).ok_or_else(|| codes::key_pem(texts::pem_malformed()))?;
        let [block] = &*blocks else {
            return Err(codes::key_pem(texts::pem_count(blocks.len())).into());
        };
        match &*block.label {
            "PUBLIC KEY" => Self::from_der(&block.der),
            "CERTIFICATE" => {
                let certificate = Certificate::from_der(&block.der);
                let certificate = certificate.map_err(|_| codes::key_form())?;
                let key = certificate.tbs_certificate().subject_public_key_info();
                Self::from_der(&key.to_der().map_err(|_| codes::key_form())?)
            }
            label => Err(codes::key_pem(texts::pem_label_public(label)).into()),
        }
    }

    /// [P2] The key in a SubjectPublicKeyInfo in DER.
    ///
    /// # Errors
    /// `key.algorithm`, `key.form`, `key.weak`.
    pub fn from_der(der: &[u8]) -> Result<Self, Error> {
        let info = SubjectPublicKeyInfoRef::from_der(der).map_err(|_| codes::key_form())?;
        let bytes = info.subject_public_key.as_bytes();
        let bytes = bytes.ok_or_else(codes::key_form)?;
        let key = Self::from_point(algorithm(info.algorithm)?, bytes)?;
        match key.der == der {
            true => Ok(key),
            false => Err(codes::key_form().into()),
        }
    }

    /// [P2] The key with this point: 32 bytes, or 04 ‖ x ‖ y.
    pub(crate) fn from_point(algorithm: Algorithm, bytes: &[u8]) -> Result<Self, Error> {
        Self::of(match algorithm {
            Algorithm::Ed25519 => Key::Ed25519(ed25519(bytes)?),
            Algorithm::Sm2 => Key::Sm2(Box::new(sm2(bytes)?)),
        })
    }

    /// The key with its canonical form.
    fn of(key: Key) -> Result<Self, Error> {
        let der = info(key.algorithm(), &key.point()).map_err(|_| codes::key_form())?;
        let id = KeyId(Hash::Sha256.digest(&der));
        Ok(Self { key, der, id })
    }

    pub(super) fn of_ed25519(key: ed25519_dalek::VerifyingKey) -> Result<Self, Error> {
        Self::of(Key::Ed25519(key))
    }

    pub(super) fn of_sm2(key: sm2::dsa::VerifyingKey) -> Result<Self, Error> {
        Self::of(Key::Sm2(Box::new(key)))
    }

    /// Its algorithm.
    pub const fn algorithm(&self) -> Algorithm {
        self.key.algorithm()
    }

    /// Its point.
    pub(crate) fn point(&self) -> Vec<u8> {
        self.key.point()
    }

    /// Its id.
    pub const fn id(&self) -> KeyId {
        self.id
    }

    /// Its SubjectPublicKeyInfo in DER.
    pub fn as_der(&self) -> &[u8] {
        &self.der
    }

    /// The key as PEM, in the form of OpenSSL.
    pub fn to_pem(&self) -> String {
        let ending = pem_rfc7468::LineEnding::LF;
        pem_rfc7468::encode_string("PUBLIC KEY", ending, &self.der).unwrap_or_default()
    }

    /// [P2] Checks the signature of a message.
    ///
    /// # Errors
    /// `key.signature`.
    pub fn verify(&self, message: &[u8], signature: &Signature) -> Result<(), Error> {
        let verified = match &self.key {
            // Refuses S that is not reduced. Also refuses an R or a key that has small order or is not canonical.
            Key::Ed25519(key) => {
                let signature = ed25519_dalek::Signature::from_bytes(signature.as_bytes());
                key.verify_strict(message, &signature).ok()
            }
            // Refuses r or s that is 0 or not reduced.
            Key::Sm2(key) => {
                let signature = sm2::dsa::Signature::from_slice(signature.as_bytes()).ok();
                signature.and_then(|signature| key.verify(message, &signature).ok())
            }
        };
        Ok(verified.ok_or_else(|| codes::key_signature(self.algorithm()))?)
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({} {})", self.algorithm(), self.id)
    }
}

impl Eq for PublicKey {}

impl PartialEq for PublicKey {
    fn eq(&self, other: &Self) -> bool {
        self.der == other.der
    }
}

/// The algorithm with this identifier.
pub(super) fn algorithm(found: AlgorithmIdentifierRef<'_>) -> Result<Algorithm, Problem> {
    match found.oid {
        ED25519 if found.parameters.is_none() => Ok(Algorithm::Ed25519),
        EC => {
            let curve = found.parameters.map(|curve| curve.decode_as());
            match curve {
                Some(Ok(SM2)) => Ok(Algorithm::Sm2),
                Some(Ok(curve)) => Err(codes::key_algorithm(curve)),
                _ => Err(codes::key_form()),
            }
        }
        ED25519 => Err(codes::key_form()),
        other => Err(codes::key_algorithm(other)),
    }
}

/// A point in canonical form that does not have small order.
fn ed25519(bytes: &[u8]) -> Result<ed25519_dalek::VerifyingKey, Problem> {
    let bytes: &[u8; 32] = bytes.try_into().map_err(|_| codes::key_form())?;
    let key = ed25519_dalek::VerifyingKey::from_bytes(bytes);
    let key = key.map_err(|_| codes::key_weak())?;
    match key.is_weak() || key.to_edwards().compress().as_bytes() != bytes {
        true => Err(codes::key_weak()),
        false => Ok(key),
    }
}

/// A point of the curve with both coordinates.
fn sm2(bytes: &[u8]) -> Result<sm2::dsa::VerifyingKey, Problem> {
    if bytes.len() != 65 || bytes[0] != 4 {
        return Err(codes::key_form());
    }
    let key = sm2::dsa::VerifyingKey::from_sec1_bytes(DEFAULT_ID, bytes);
    key.map_err(|_| codes::key_weak())
}

/// The SubjectPublicKeyInfo of a key.
fn info(algorithm: Algorithm, bytes: &[u8]) -> der::Result<Vec<u8>> {
    let curve = der::asn1::Any::encode_from(&SM2)?;
    let algorithm = match algorithm {
        Algorithm::Ed25519 => AlgorithmIdentifierRef {
            oid: ED25519,
            parameters: None,
        },
        Algorithm::Sm2 => AlgorithmIdentifierRef {
            oid: EC,
            parameters: Some(curve.to_ref()),
        },
    };
    SubjectPublicKeyInfoRef {
        algorithm,
        subject_public_key: BitStringRef::from_bytes(bytes)?,
    }
    .to_der()
}
