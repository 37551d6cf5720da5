//! An envelope: a statement and the signatures over it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::statement::{Document, Statement};
use crate::base::problem::Error;
use crate::base::texts::codes;
use crate::key::{KeyId, PrivateKey, PublicKey, Signature};

/// A statement and the signatures over it, in the form of DSSE [P3].
///
/// A signature in an envelope names its key. It is not verified until the key is provided: [`Envelope::verify`].
///
/// ```
/// use suiji_evidence::{Envelope, PrivateKey, Statement};
///
/// let key = PrivateKey::from_pem(
///     b"-----BEGIN PRIVATE KEY-----\n\
///       MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n\
///       -----END PRIVATE KEY-----\n",
/// )?;
/// let digest = "6246c9abdba1088f2ff53de2582418858f22bbcb83c32bbde082c3a4e839de06".parse().unwrap();
/// let statement = Statement::new(suiji::Hash::Sha256, digest);
/// let mut envelope = Envelope::new(statement);
/// envelope.sign(&key)?;
/// envelope.verify(key.public())?;
/// let read = Envelope::from_json(envelope.to_json().as_bytes())?;
/// assert_eq!(read, envelope);
/// # Ok::<(), suiji_evidence::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Envelope {
    statement: Statement,
    signatures: Vec<(KeyId, Signature)>,
}

impl Envelope {
    /// An envelope without signatures.
    pub const fn new(statement: Statement) -> Self {
        Self {
            statement,
            signatures: Vec::new(),
        }
    }

    pub(super) const fn of(statement: Statement, signatures: Vec<(KeyId, Signature)>) -> Self {
        Self {
            statement,
            signatures,
        }
    }

    /// The envelope as an indented JSON document.
    pub fn to_json(&self) -> String {
        let payload = STANDARD.encode(self.statement.payload());
        let signature = |(id, signature): &(KeyId, Signature)| {
            let signature = STANDARD.encode(signature.as_bytes());
            format!("    {{\n      \"keyid\": \"{id}\",\n      \"sig\": \"{signature}\"\n    }}")
        };
        let signatures: Vec<String> = self.signatures.iter().map(signature).collect();
        let (kind, signatures) = (self.document().payload_type(), signatures.join(",\n"));
        format!(
            "{{\n  \"payload\": \"{payload}\",\n  \"payloadType\": \"{kind}\",\n  \"signatures\": [\n{signatures}\n  ]\n}}\n"
        )
    }

    /// The signed statement.
    pub const fn statement(&self) -> &Statement {
        &self.statement
    }

    /// The document that was signed.
    pub const fn document(&self) -> Document {
        self.statement.document()
    }

    /// The ids of the keys that signed, in the order in which the signatures were added.
    pub fn keys(&self) -> impl Iterator<Item = KeyId> {
        self.signatures.iter().map(|(id, _)| *id)
    }

    /// The signature that names a key.
    pub fn signature_of(&self, key: KeyId) -> Option<&Signature> {
        let found = self.signatures.iter().find(|(id, _)| *id == key);
        found.map(|(_, signature)| signature)
    }

    /// [P3] Checks the signature of a key.
    ///
    /// # Errors
    /// `envelope.unsigned` if the key has not signed, `key.signature` if its signature is not over this statement.
    pub fn verify(&self, key: &PublicKey) -> Result<(), Error> {
        let signature = self.signature_of(key.id());
        let signature = signature.ok_or_else(|| codes::envelope_unsigned(key.id()))?;
        key.verify(&self.statement.to_sign(), signature)
    }

    /// Signs with a private key.
    ///
    /// # Errors
    /// `envelope.twice` if the key has signed before.
    pub fn sign(&mut self, key: &PrivateKey) -> Result<(), Error> {
        let signature = key.sign(&self.statement.to_sign())?;
        self.push(key.public(), signature)
    }

    /// [P3] Adds the signature that a token or another system returned for the bytes of [`Statement::to_sign`]. It is
    /// 64 bytes, or the DER of r and s, either also as base64 or hex. Only a valid signature is added.
    ///
    /// # Errors
    /// `envelope.twice` if the key has signed before. `envelope.not-a-signature` if the bytes are in none of these
    /// forms. `key.signature` if they are not the signature of this key over this statement.
    pub fn attach(&mut self, key: &PublicKey, bytes: &[u8]) -> Result<(), Error> {
        let message = self.statement.to_sign();
        let mut wrong = Error::from(codes::envelope_not_a_signature());
        for signature in Signature::readings(bytes) {
            match key.verify(&message, &signature) {
                Ok(()) => return self.push(key, signature),
                Err(error) => wrong = error,
            }
        }
        Err(wrong)
    }

    fn push(&mut self, key: &PublicKey, signature: Signature) -> Result<(), Error> {
        if self.signature_of(key.id()).is_some() {
            return Err(codes::envelope_twice(key.id()).into());
        }
        self.signatures.push((key.id(), signature));
        Ok(())
    }
}
