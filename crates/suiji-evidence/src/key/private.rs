//! A private key, for people without a token or another signing system.

use std::fmt;

use der::Decode;
use pkcs8::{EncodePrivateKey, PrivateKeyInfoRef};
use sm2::dsa::signature::Signer;
use zeroize::Zeroizing;

use super::pem::blocks;
use super::public::{DEFAULT_ID, algorithm};
use super::{Algorithm, PublicKey, Signature};
use crate::base::problem::Error;
use crate::base::texts::{self, codes};

/// The PKCS #8 of an Ed25519 key up to its 32 secret bytes (RFC 8410).
const ED25519_HEAD: [u8; 16] = [
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
];

/// A private key, Ed25519 or SM2. Its bytes are overwritten when it is dropped.
pub struct PrivateKey {
    key: Key,
    public: PublicKey,
}

enum Key {
    Ed25519(Box<ed25519_dalek::SigningKey>),
    Sm2(Box<sm2::dsa::SigningKey>),
}

impl PrivateKey {
    /// [P2] The key in a PEM file from `openssl genpkey`: one block, `PRIVATE KEY` (PKCS #8), not encrypted.
    ///
    /// # Errors
    /// `key.pem`, `key.algorithm`, `key.form`, `key.weak`.
    pub fn from_pem(bytes: &[u8]) -> Result<Self, Error> {
        let mut blocks = blocks(bytes).ok_or_else(|| codes::key_pem(texts::pem_malformed()))?;
        let [block] = &mut *blocks else {
            return Err(codes::key_pem(texts::pem_count(blocks.len())).into());
        };
        if block.label != "PRIVATE KEY" {
            return Err(codes::key_pem(texts::pem_label_private(&*block.label)).into());
        }
        let der = Zeroizing::new(std::mem::take(&mut block.der));
        let info = PrivateKeyInfoRef::from_der(&der).map_err(|_| codes::key_form())?;
        match algorithm(info.algorithm)? {
            Algorithm::Ed25519 => {
                let key = ed25519_dalek::SigningKey::try_from(info);
                let key = Box::new(key.map_err(|_| codes::key_form())?);
                let public = PublicKey::of_ed25519(key.verifying_key())?;
                Ok(Self {
                    key: Key::Ed25519(key),
                    public,
                })
            }
            Algorithm::Sm2 => {
                let key = sm2::SecretKey::try_from(info).map_err(|_| codes::key_form())?;
                let key = sm2::dsa::SigningKey::new(DEFAULT_ID, &key);
                let key = Box::new(key.map_err(|_| codes::key_weak())?);
                let public = PublicKey::of_sm2(key.verifying_key().clone())?;
                Ok(Self {
                    key: Key::Sm2(key),
                    public,
                })
            }
        }
    }

    /// [P2] The key that 32 secret bytes make. Take them from the random bytes of the system.
    ///
    /// # Errors
    /// `key.weak` if SM2 has no such key: zero, or not below the order of the curve. Random bytes are never one in practice.
    pub fn from_secret(algorithm: Algorithm, secret: &[u8; 32]) -> Result<Self, Error> {
        let (key, public) = match algorithm {
            Algorithm::Ed25519 => {
                let key = Box::new(ed25519_dalek::SigningKey::from_bytes(secret));
                let public = PublicKey::of_ed25519(key.verifying_key())?;
                (Key::Ed25519(key), public)
            }
            Algorithm::Sm2 => {
                let key = sm2::SecretKey::from_slice(secret).map_err(|_| codes::key_weak())?;
                let key = sm2::dsa::SigningKey::new(DEFAULT_ID, &key);
                let key = Box::new(key.map_err(|_| codes::key_weak())?);
                let public = PublicKey::of_sm2(key.verifying_key().clone())?;
                (Key::Sm2(key), public)
            }
        };
        Ok(Self { key, public })
    }

    /// [P2] The key as the PEM file that [`from_pem`](Self::from_pem) and OpenSSL read. Whoever has it can sign.
    ///
    /// # Errors
    /// `key.form`, if the key cannot be written.
    pub fn reveal(&self) -> Result<Zeroizing<String>, Error> {
        let der = match &self.key {
            Key::Ed25519(key) => {
                let der = [&ED25519_HEAD, key.as_bytes().as_slice()].concat();
                Zeroizing::new(der)
            }
            Key::Sm2(key) => {
                let key = sm2::SecretKey::from_slice(&key.to_bytes());
                let der = key.ok().and_then(|key| key.to_pkcs8_der().ok());
                Zeroizing::new(der.ok_or_else(codes::key_form)?.as_bytes().to_vec())
            }
        };
        let pem = pem_rfc7468::encode_string("PRIVATE KEY", pem_rfc7468::LineEnding::LF, &der);
        Ok(Zeroizing::new(pem.map_err(|_| codes::key_form())?))
    }

    /// Its 32 secret bytes.
    pub(crate) fn secret(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(match &self.key {
            Key::Ed25519(key) => key.to_bytes(),
            Key::Sm2(key) => key.to_bytes().into(),
        })
    }

    /// The public key.
    pub const fn public(&self) -> &PublicKey {
        &self.public
    }

    /// Signs a message. It uses no random numbers, so the same key and message give the same signature.
    ///
    /// # Errors
    /// `key.form`, if the key cannot sign.
    pub fn sign(&self, message: &[u8]) -> Result<Signature, Error> {
        let bytes = match &self.key {
            Key::Ed25519(key) => key.try_sign(message).map(|of| of.to_bytes()),
            Key::Sm2(key) => {
                let signature: Result<sm2::dsa::Signature, _> = key.try_sign(message);
                signature.map(|of| of.to_bytes().into())
            }
        };
        Ok(Signature::from_bytes(bytes.map_err(|_| codes::key_form())?))
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PrivateKey(of {:?})", self.public)
    }
}
