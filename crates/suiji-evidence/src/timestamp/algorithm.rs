//! The accepted hashes and signatures of tokens and certificates, and their checks [P6].

use der::Encode;
use der::asn1::ObjectIdentifier;
use pkcs8::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};
use rsa::pkcs1v15;
use rsa::pkcs8::DecodePublicKey;
use rsa::traits::PublicKeyParts;
use sha2::{Digest, Sha256, Sha384, Sha512};
use sm2::dsa::signature::Verifier;
use sm2::dsa::signature::hazmat::PrehashVerifier;
use suiji::Hash;

use crate::base::problem::Problem;
use crate::base::texts::codes;
use crate::key::DEFAULT_ID;

const fn oid(text: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(text)
}

/// A hash function that is still safe. SHA-1 and MD5 are not.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Digester {
    Sha256,
    Sha384,
    Sha512,
    Sm3,
}

const DIGESTS: [(ObjectIdentifier, Digester); 4] = [
    (oid("2.16.840.1.101.3.4.2.1"), Digester::Sha256),
    (oid("2.16.840.1.101.3.4.2.2"), Digester::Sha384),
    (oid("2.16.840.1.101.3.4.2.3"), Digester::Sha512),
    (oid("1.2.156.10197.1.401"), Digester::Sm3),
];

impl Digester {
    pub(super) const fn of_suite(hash: Hash) -> Self {
        match hash {
            Hash::Sm3 => Self::Sm3,
            _ => Self::Sha256,
        }
    }

    /// The hash with this identifier. Its parameters must be absent or NULL.
    pub(super) fn of(found: &AlgorithmIdentifierOwned) -> Result<Self, Problem> {
        let parameters = found.parameters.as_ref();
        let known = DIGESTS.iter().find(|(oid, _)| *oid == found.oid);
        match known {
            Some((_, digester)) if parameters.is_none_or(|of| of.is_null()) => Ok(*digester),
            _ => Err(codes::timestamp_algorithm(found.oid)),
        }
    }

    pub(super) fn oid(self) -> ObjectIdentifier {
        let found = DIGESTS.iter().find(|(_, digester)| *digester == self);
        found.map_or(TST_UNKNOWN, |(oid, _)| *oid)
    }

    pub(super) fn digest(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha256 => Sha256::digest(bytes).to_vec(),
            Self::Sha384 => Sha384::digest(bytes).to_vec(),
            Self::Sha512 => Sha512::digest(bytes).to_vec(),
            Self::Sm3 => sm3::Sm3::digest(bytes).to_vec(),
        }
    }
}

const TST_UNKNOWN: ObjectIdentifier = oid("0.0");

const RSA: ObjectIdentifier = oid("1.2.840.113549.1.1.1");
const EC: ObjectIdentifier = oid("1.2.840.10045.2.1");
const P256: ObjectIdentifier = oid("1.2.840.10045.3.1.7");
const P384: ObjectIdentifier = oid("1.3.132.0.34");
const SM2: ObjectIdentifier = oid("1.2.156.10197.1.301");
/// SM2 signatures with SM3, by the names in certificates and in GM/T 0010.
const SM2_SIGNATURES: [ObjectIdentifier; 3] = [
    oid("1.2.156.10197.1.501"),
    oid("1.2.156.10197.1.301.1"),
    SM2,
];

/// The shortest RSA key, in bits.
const RSA_BITS: usize = 2048;

const SIGNATURES: [(ObjectIdentifier, ObjectIdentifier, Digester); 6] = [
    (oid("1.2.840.113549.1.1.11"), RSA, Digester::Sha256),
    (oid("1.2.840.113549.1.1.12"), RSA, Digester::Sha384),
    (oid("1.2.840.113549.1.1.13"), RSA, Digester::Sha512),
    (oid("1.2.840.10045.4.3.2"), EC, Digester::Sha256),
    (oid("1.2.840.10045.4.3.3"), EC, Digester::Sha384),
    (oid("1.2.840.10045.4.3.4"), EC, Digester::Sha512),
];

/// The data for checking a signature.
#[derive(Debug)]
pub(super) struct Signed<'s> {
    pub(super) key: &'s SubjectPublicKeyInfoOwned,
    pub(super) algorithm: &'s AlgorithmIdentifierOwned,
    /// The hash that CMS names beside the algorithm.
    pub(super) digester: Option<Digester>,
    pub(super) message: &'s [u8],
    pub(super) signature: &'s [u8],
}

impl Signed<'_> {
    /// [P6] Checks a signature; returns the name of the algorithm.
    pub(super) fn verify(&self) -> Result<&'static str, Problem> {
        let unknown = || codes::timestamp_algorithm(self.algorithm.oid);
        let digester = self.own_digester()?;
        let curve = || {
            let curve = self.key.algorithm.parameters.as_ref();
            curve.and_then(|curve| curve.decode_as::<ObjectIdentifier>().ok())
        };
        let (name, verified) = match (self.key.algorithm.oid, digester) {
            (RSA, Digester::Sha256 | Digester::Sha384 | Digester::Sha512) => {
                ("RSA", self.rsa(digester)?)
            }
            (EC, _) => match (curve(), digester) {
                (Some(SM2), Digester::Sm3) => ("SM2", self.sm2()),
                (_, Digester::Sm3) => return Err(unknown()),
                (Some(P256), _) => ("ECDSA P-256", self.p256(digester)),
                (Some(P384), _) => ("ECDSA P-384", self.p384(digester)),
                (Some(other), _) => return Err(codes::timestamp_algorithm(other)),
                (None, _) => return Err(unknown()),
            },
            (other, _) => return Err(codes::timestamp_algorithm(other)),
        };
        verified
            .map(|()| name)
            .ok_or_else(codes::timestamp_signature)
    }

    /// The hash of the algorithm. It must be the hash that is named beside it.
    fn own_digester(&self) -> Result<Digester, Problem> {
        let oid = self.algorithm.oid;
        let unknown = || codes::timestamp_algorithm(oid);
        let parameters = self.algorithm.parameters.as_ref();
        if !parameters.is_none_or(|of| of.is_null()) {
            return Err(unknown());
        }
        let named = SIGNATURES.iter().find(|(of, ..)| *of == oid);
        let own = match named {
            Some((_, key, digester)) if *key == self.key.algorithm.oid => Some(*digester),
            Some(_) => None,
            None if SM2_SIGNATURES.contains(&oid) => Some(Digester::Sm3),
            // CMS may name only the key algorithm, with the hash beside it.
            None if oid == RSA => self.digester,
            None => None,
        };
        let own = own.ok_or_else(unknown)?;
        match self.digester.is_none_or(|named| named == own) {
            true => Ok(own),
            false => Err(unknown()),
        }
    }

    fn rsa(&self, digester: Digester) -> Result<Option<()>, Problem> {
        let key = self.key.to_der().ok();
        let key = key.and_then(|der| rsa::PublicKey::from_public_key_der(&der).ok());
        let Some(key) = key else {
            return Ok(None);
        };
        let bits = key.n_bytes().iter().skip_while(|byte| **byte == 0).count() * 8;
        if bits < RSA_BITS {
            return Err(codes::timestamp_short_key(bits));
        }
        let Ok(signature) = pkcs1v15::Signature::try_from(self.signature) else {
            return Ok(None);
        };
        let hash = digester.digest(self.message);
        Ok(match digester {
            Digester::Sha384 => {
                pkcs1v15::VerifyingKey::<Sha384>::new(key).verify_prehash(&hash, &signature)
            }
            Digester::Sha512 => {
                pkcs1v15::VerifyingKey::<Sha512>::new(key).verify_prehash(&hash, &signature)
            }
            _ => pkcs1v15::VerifyingKey::<Sha256>::new(key).verify_prehash(&hash, &signature),
        }
        .ok())
    }

    fn point(&self) -> Option<&[u8]> {
        self.key.subject_public_key.as_bytes()
    }

    fn p256(&self, digester: Digester) -> Option<()> {
        let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(self.point()?).ok()?;
        let signature = p256::ecdsa::Signature::from_der(self.signature).ok()?;
        key.verify_prehash(&digester.digest(self.message), &signature)
            .ok()
    }

    fn p384(&self, digester: Digester) -> Option<()> {
        let key = p384::ecdsa::VerifyingKey::from_sec1_bytes(self.point()?).ok()?;
        let signature = p384::ecdsa::Signature::from_der(self.signature).ok()?;
        key.verify_prehash(&digester.digest(self.message), &signature)
            .ok()
    }

    fn sm2(&self) -> Option<()> {
        let key = sm2::dsa::VerifyingKey::from_sec1_bytes(DEFAULT_ID, self.point()?).ok()?;
        let signature = sm2::dsa::Signature::from_der(self.signature).ok()?;
        key.verify(self.message, &signature).ok()
    }
}
