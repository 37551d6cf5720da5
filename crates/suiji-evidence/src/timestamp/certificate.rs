//! Certificates (RFC 5280): trusted ones, and those in a token.

use std::fmt;

use der::asn1::{Any, AnyRef, ObjectIdentifier, OctetString};
use der::{Decode, Encode, SliceReader};
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage};
use x509_cert::{Certificate, TbsCertificate};

use super::algorithm::Signed;
use crate::base::problem::{Error, Problem};
use crate::base::texts::{self, Text, codes};
use crate::key::blocks;

const fn oid(text: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(text)
}

const SUBJECT_KEY_ID: ObjectIdentifier = oid("2.5.29.14");
const KEY_USAGE: ObjectIdentifier = oid("2.5.29.15");
const SUBJECT_ALT_NAME: ObjectIdentifier = oid("2.5.29.17");
const BASIC_CONSTRAINTS: ObjectIdentifier = oid("2.5.29.19");
const POLICIES: ObjectIdentifier = oid("2.5.29.32");
const EXTENDED_KEY_USAGE: ObjectIdentifier = oid("2.5.29.37");
const TIME_STAMPING: ObjectIdentifier = oid("1.3.6.1.5.5.7.3.8");

/// A certificate with the bytes that were signed.
#[derive(Clone)]
pub(super) struct Cert {
    der: Vec<u8>,
    /// The bytes of the part that its issuer signed.
    signed: Vec<u8>,
    inner: Certificate,
    extensions: Extensions,
}

/// The extensions that matter.
#[derive(Clone, Debug, Default)]
struct Extensions {
    constraints: Option<BasicConstraints>,
    usage: Option<KeyUsage>,
    /// Whether it is critical, and the purposes.
    extended: Option<(bool, Vec<ObjectIdentifier>)>,
    key_id: Option<Vec<u8>>,
    /// A critical extension that is not understood, or a duplicate one.
    unknown: Option<ObjectIdentifier>,
}

impl Extensions {
    fn of(list: &[Extension]) -> der::Result<Self> {
        let mut all = Self::default();
        for (place, extension) in list.iter().enumerate() {
            let (oid, bytes) = (extension.extn_id, extension.extn_value.as_bytes());
            match oid {
                BASIC_CONSTRAINTS => all.constraints = Some(BasicConstraints::from_der(bytes)?),
                KEY_USAGE => all.usage = Some(KeyUsage::from_der(bytes)?),
                EXTENDED_KEY_USAGE => {
                    let purposes = ExtendedKeyUsage::from_der(bytes)?.0;
                    all.extended = Some((extension.critical, purposes));
                }
                SUBJECT_KEY_ID => {
                    all.key_id = Some(OctetString::from_der(bytes)?.as_bytes().to_vec());
                }
                // Names are not checked here, and any policy is accepted.
                SUBJECT_ALT_NAME | POLICIES => {}
                _ if extension.critical => all.unknown = Some(oid),
                _ => {}
            }
            if list[..place].iter().any(|earlier| earlier.extn_id == oid) {
                all.unknown = Some(oid);
            }
        }
        Ok(all)
    }
}

impl Cert {
    pub(super) fn from_der(der: &[u8]) -> der::Result<Self> {
        let inner = Certificate::from_der(der)?;
        let outer = AnyRef::from_der(der)?;
        let mut reader = SliceReader::new(outer.value())?;
        let signed = AnyRef::decode(&mut reader)?.to_der()?;
        let extensions = inner.tbs_certificate().extensions();
        let extensions = Extensions::of(extensions.map_or(&[][..], Vec::as_slice))?;
        Ok(Self {
            der: der.to_vec(),
            signed,
            inner,
            extensions,
        })
    }

    pub(super) fn from_any(any: &Any) -> Option<Self> {
        Self::from_der(&any.to_der().ok()?).ok()
    }

    pub(super) fn as_der(&self) -> &[u8] {
        &self.der
    }

    pub(super) fn content(&self) -> &TbsCertificate {
        self.inner.tbs_certificate()
    }

    /// Its subject, in the form of RFC 4514.
    pub(super) fn subject(&self) -> String {
        self.content().subject().to_string()
    }

    pub(super) fn issuer(&self) -> String {
        self.content().issuer().to_string()
    }

    pub(super) fn serial(&self) -> &[u8] {
        self.content().serial_number().as_bytes()
    }

    pub(super) fn key_id(&self) -> Option<&[u8]> {
        self.extensions.key_id.as_deref()
    }

    /// Whether the other certificate may have issued this one, by their names.
    pub(super) fn names(&self, issuer: &Self) -> bool {
        self.content().issuer() == issuer.content().subject()
    }

    /// Checks that the other certificate signed this one.
    pub(super) fn check_signature(&self, issuer: &Self) -> Result<(), Problem> {
        let algorithm = self.inner.signature_algorithm();
        if algorithm != self.content().signature() {
            return Err(codes::timestamp_signature());
        }
        let signed = Signed {
            key: issuer.content().subject_public_key_info(),
            algorithm,
            digester: None,
            message: &self.signed,
            signature: self.inner.signature().as_bytes().unwrap_or_default(),
        };
        signed.verify().map(drop)
    }

    /// The problem of any certificate at that time, in seconds since 1970; none if it is valid.
    pub(super) fn flaw_at(&self, at: i64) -> Option<Text> {
        if let Some(oid) = self.extensions.unknown {
            return Some(texts::flaw_extension(oid));
        }
        let validity = self.content().validity();
        let seconds = |time: &x509_cert::time::Time| {
            i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX)
        };
        let (from, to) = (validity.not_before, validity.not_after);
        let valid = (seconds(&from)..=seconds(&to)).contains(&at);
        (!valid).then(|| texts::flaw_validity(from, to))
    }

    /// Its problem as the certificate of a timestamp authority [P6].
    pub(super) fn flaw_as_authority(&self) -> Option<Text> {
        let purposes = self.extensions.extended.as_ref();
        if purposes.is_none_or(|(critical, of)| !critical || **of != [TIME_STAMPING]) {
            return Some(texts::flaw_purpose());
        }
        let usage = self.extensions.usage.as_ref();
        let signs = usage.is_none_or(|of| of.digital_signature() || of.non_repudiation());
        (!signs).then(texts::flaw_usage)
    }

    /// Its problem as an issuer. `between` is the number of issuers between it and the authority.
    pub(super) fn flaw_as_issuer(&self, between: usize) -> Option<Text> {
        let constraints = self.extensions.constraints.as_ref().filter(|of| of.ca);
        let Some(constraints) = constraints else {
            return Some(texts::flaw_not_issuer());
        };
        if constraints
            .path_len_constraint
            .is_some_and(|most| between > usize::from(most))
        {
            return Some(texts::flaw_path());
        }
        let usage = self.extensions.usage.as_ref();
        (!usage.is_none_or(KeyUsage::key_cert_sign)).then(texts::flaw_not_issuer)
    }
}

impl fmt::Debug for Cert {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cert({})", self.subject())
    }
}

/// The certificates that a verifier trusts: certificates of timestamp authorities, or of their issuers.
#[derive(Clone, Debug, Default)]
pub struct Trusted(Vec<Cert>);

impl Trusted {
    /// [P6] The certificates in a file: one or more in PEM, or one in DER. All of them are trusted.
    ///
    /// # Errors
    /// `timestamp.certificates`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let wrong = || codes::timestamp_certificates();
        if let Ok(cert) = Cert::from_der(bytes) {
            return Ok(Self(vec![cert]));
        }
        let blocks = blocks(bytes).filter(|blocks| !blocks.is_empty());
        let certs = blocks.ok_or_else(wrong)?.into_iter().map(|block| {
            let is_certificate = block.label == "CERTIFICATE";
            let cert = is_certificate.then(|| Cert::from_der(&block.der).ok());
            cert.flatten().ok_or_else(wrong)
        });
        Ok(Self(certs.collect::<Result<_, _>>()?))
    }

    /// These certificates and others.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// The names of their subjects.
    pub fn names(&self) -> Vec<String> {
        self.0.iter().map(Cert::subject).collect()
    }

    pub(super) fn certs(&self) -> &[Cert] {
        &self.0
    }
}
