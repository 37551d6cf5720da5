//! A token. It is read within limits, and verified with given certificates [P5] [P6].

use std::fmt;

use der::asn1::{Any, BitString, ObjectIdentifier, OctetString, Utf8StringRef};
use der::{Decode, DecodeOwned, Encode, Sequence};
use sha1::{Digest, Sha1};
use suiji::values::Time;
use x509_cert::ext::pkix::name::GeneralName;

use super::algorithm::{Digester, Signed};
use super::certificate::{Cert, Trusted};
use super::chain;
use super::cms::{
    Attribute, CONTENT_TYPE, CertId, CertIdV2, ContentInfo, IssuerSerial, MESSAGE_DIGEST,
    SIGNED_DATA, SIGNING_CERTIFICATE, SIGNING_CERTIFICATE_V2, SignedData, SignerId, SignerInfo,
    SigningCertificate, TST_INFO,
};
use super::info::{Moment, TstInfo, moment};
use super::stamp::Stamp;
use crate::base::problem::{Error, Problem};
use crate::base::texts::{self, Text, codes};
use crate::envelope::Statement;
use crate::key::{binary, blocks};

/// The maximum length of a token, and the maximum number of certificates in it.
const BYTES: usize = 1 << 20;
const CERTIFICATES: usize = 32;

/// The answer of an authority (TimeStampResp).
#[derive(Clone, Debug, Sequence)]
struct Response {
    status: Status,
    #[asn1(optional = "true")]
    token: Option<Any>,
}

#[derive(Clone, Debug, Sequence)]
struct Status {
    status: u8,
    #[asn1(optional = "true")]
    texts: Option<Vec<Any>>,
    #[asn1(optional = "true")]
    failure: Option<BitString>,
}

/// A timestamp token of an authority (RFC 3161). Its contents are not verified until [`Token::verify`].
#[derive(Clone)]
pub struct Token {
    der: Vec<u8>,
    content: Vec<u8>,
    info: TstInfo,
    moment: Moment,
    digester: Digester,
    signer: SignerInfo,
    certificates: Vec<Cert>,
}

impl Token {
    /// [P5] Reads the answer of an authority (`.tsr`), or the token in it (`.tst`), in DER; also as base64, hex or PEM.
    ///
    /// # Errors
    /// `timestamp.form`; `timestamp.refused` if the authority refused the request; `timestamp.algorithm`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() > 2 * BYTES {
            return Err(codes::timestamp_form(texts::too_long(2 * BYTES)).into());
        }
        let der = match blocks(bytes).as_deref() {
            Some([block]) => Some(block.der.clone()),
            _ => binary(bytes),
        };
        match der {
            Some(der) => Self::from_der(&der),
            None => Self::from_der(bytes),
        }
    }

    fn from_der(der: &[u8]) -> Result<Self, Error> {
        let malformed = |problem: Text| codes::timestamp_form(problem);
        if der.len() > BYTES {
            return Err(malformed(texts::too_long(BYTES)).into());
        }
        let der = match Response::from_der(der) {
            Ok(response) => granted(&response)?,
            Err(_) => der.to_vec(),
        };
        let read = read(&der).map_err(|_| malformed(texts::token_malformed()))?;
        let (signed, signer, info) = read.ok_or_else(|| malformed(texts::token_not_a_token()))?;
        let content = signed.content.content.as_ref();
        let content = content.map(|of| of.as_bytes().to_vec()).unwrap_or_default();
        let moment = moment(&info.time).ok_or_else(|| malformed(texts::token_time()))?;
        let critical = info.extensions.iter().flatten().find(|of| of.critical);
        if let Some(extension) = critical {
            return Err(malformed(texts::flaw_extension(extension.extn_id)).into());
        }
        let certificates = signed.certificates.iter().flat_map(|set| set.iter());
        let certificates: Vec<&Any> = certificates.collect();
        if certificates.len() > CERTIFICATES {
            return Err(malformed(texts::token_certificates(CERTIFICATES)).into());
        }
        // Only certificates of RFC 5280 are useful.
        let certificates = certificates
            .into_iter()
            .filter_map(Cert::from_any)
            .collect();
        let digester = Digester::of(&signer.digest)?;
        Ok(Self {
            der,
            content,
            info,
            moment,
            digester,
            signer,
            certificates,
        })
    }

    /// The token (a ContentInfo) in DER.
    pub fn as_der(&self) -> &[u8] {
        &self.der
    }

    /// [P5] Verifies that a trusted authority stamped this document. All faults are reported.
    ///
    /// # Errors
    /// `timestamp.other-digest` if the token is about another document; `timestamp.signature`, `timestamp.algorithm`,
    /// `timestamp.short-key`; `timestamp.certificate`, `timestamp.no-certificate`, `timestamp.chain`.
    pub fn verify(&self, statement: &Statement, trusted: &Trusted) -> Result<Stamp, Error> {
        let mut problems = Vec::new();
        problems.extend(self.is_about(statement).err());
        let Some(cert) = self.certificate(trusted) else {
            problems.push(codes::timestamp_no_certificate());
            return Err(Error::of(problems));
        };
        let algorithm = self.check_signature(cert);
        let at = self.moment.time.unix_seconds();
        let flaw = cert.flaw_at(at).or_else(|| cert.flaw_as_authority());
        let flaw = flaw.map(|flaw| codes::timestamp_certificate(cert.subject(), flaw));
        problems.extend(algorithm.as_ref().err().cloned());
        problems.extend(flaw);
        let end = chain::find(cert, &self.certificates, trusted.certs(), at);
        problems.extend(end.as_ref().err().cloned());
        match (algorithm, end) {
            (Ok(algorithm), Ok(end)) if problems.is_empty() => Ok(Stamp {
                authority: cert.subject(),
                trusted: end.subject(),
                moment: self.moment.clone(),
                accuracy: self.info.accuracy.map(|of| of.micros()),
                serial: hex(self.info.serial.as_bytes()),
                policy: self.info.policy.to_string(),
                algorithm,
            }),
            _ => Err(Error::of(problems)),
        }
    }

    /// The time that the token states, in UTC; not verified.
    pub const fn stated_time(&self) -> &Time {
        &self.moment.time
    }

    /// [P4] Checks that the digest is that of the document, in the hash suite of its commitment. The authority is not
    /// verified.
    ///
    /// # Errors
    /// `timestamp.other-digest`, `timestamp.algorithm`.
    pub fn check_digest(&self, statement: &Statement) -> Result<(), Error> {
        Ok(self.is_about(statement)?)
    }

    fn is_about(&self, statement: &Statement) -> Result<(), Problem> {
        let imprint = &self.info.imprint;
        let digester = Digester::of(&imprint.algorithm)?;
        let found = imprint.digest.as_bytes();
        let same_hash = digester == Digester::of_suite(statement.hash());
        match same_hash && found == statement.digest().as_bytes() {
            true => Ok(()),
            false => Err(codes::timestamp_other_digest(
                statement.document().text(),
                statement.digest(),
                hex(found),
            )),
        }
    }

    /// The certificate that the signature names.
    fn certificate<'c>(&'c self, trusted: &'c Trusted) -> Option<&'c Cert> {
        let mut all = self.certificates.iter().chain(trusted.certs());
        all.find(|cert| match &self.signer.signer {
            SignerId::Issuer(of) => {
                cert.content().issuer() == &of.issuer && cert.serial() == of.serial.as_bytes()
            }
            SignerId::KeyId(id) => cert.key_id() == Some(id.as_bytes()),
        })
    }

    /// [P6] The attributes name content and certificate, and are signed.
    fn check_signature(&self, cert: &Cert) -> Result<&'static str, Problem> {
        let wrong = codes::timestamp_signature;
        let set = self.signer.attributes.as_ref().ok_or_else(wrong)?;
        let list: Result<Vec<Attribute>, _> = set.iter().map(|any| any.decode_as()).collect();
        let attributes = Attributes(list.map_err(|_: der::Error| wrong())?);
        let kind: ObjectIdentifier = attributes.only(CONTENT_TYPE)?;
        let digest: OctetString = attributes.only(MESSAGE_DIGEST)?;
        if kind != TST_INFO || digest.as_bytes() != self.digester.digest(&self.content) {
            return Err(wrong());
        }
        attributes.check_certificate(cert)?;
        let message = set.to_der().map_err(|_| wrong())?;
        let signed = Signed {
            key: cert.content().subject_public_key_info(),
            algorithm: &self.signer.algorithm,
            digester: Some(self.digester),
            message: &message,
            signature: self.signer.signature.as_bytes(),
        };
        signed.verify()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({})", self.moment.time.as_str())
    }
}

/// The token of an answer, if the authority granted one.
fn granted(response: &Response) -> Result<Vec<u8>, Problem> {
    let token = response.token.as_ref();
    match (response.status.status, token.map(Encode::to_der)) {
        (0 | 1, Some(Ok(der))) => Ok(der),
        (status, _) => {
            let texts = response.status.texts.iter().flatten();
            let texts = texts.filter_map(|any| any.decode_as::<Utf8StringRef<'_>>().ok());
            let texts: Vec<String> = texts.map(|text| text.as_str().to_owned()).collect();
            Err(codes::timestamp_refused(status, texts.join("; ")))
        }
    }
}

/// Signed data, its only signer, and the signed contents; `None` if it is not a token.
fn read(der: &[u8]) -> der::Result<Option<(SignedData, SignerInfo, TstInfo)>> {
    let outer = ContentInfo::from_der(der)?;
    if !SIGNED_DATA.contains(&outer.content_type) {
        return Ok(None);
    }
    let signed: SignedData = outer.content.decode_as()?;
    let content = signed.content.content.as_ref();
    let (TST_INFO, Some(content)) = (signed.content.content_type, content) else {
        return Ok(None);
    };
    let info = TstInfo::from_der(content.as_bytes())?;
    let signers = signed.signers.as_slice();
    let [signer] = signers else {
        return Ok(None);
    };
    let signer: SignerInfo = signer.decode_as()?;
    let mut hashes = signed.digest_algorithms.iter();
    let is_named = hashes.any(|of| of.oid == signer.digest.oid);
    Ok((info.version == 1 && is_named).then_some((signed, signer, info)))
}

/// The signed attributes.
struct Attributes(Vec<Attribute>);

impl Attributes {
    /// The only value of an attribute. The attribute must occur exactly once.
    fn only<T: DecodeOwned>(&self, kind: ObjectIdentifier) -> Result<T, Problem> {
        let found = self.maybe(kind)?.and_then(decoded);
        found.ok_or_else(codes::timestamp_signature)
    }

    fn maybe(&self, kind: ObjectIdentifier) -> Result<Option<&Any>, Problem> {
        let mut of_kind = self.0.iter().filter(|of| of.kind == kind);
        let values = (of_kind.next(), of_kind.next());
        match values {
            (None, None) => Ok(None),
            (Some(found), None) => match found.values.as_slice() {
                [value] => Ok(Some(value)),
                _ => Err(codes::timestamp_signature()),
            },
            _ => Err(codes::timestamp_signature()),
        }
    }

    /// [P6] The signature must name its certificate. So the holder of one certificate's key cannot pretend to be
    /// another.
    fn check_certificate(&self, cert: &Cert) -> Result<(), Problem> {
        let wrong = || codes::timestamp_certificate(cert.subject(), texts::flaw_not_named());
        let v2 = self.maybe(SIGNING_CERTIFICATE_V2)?;
        let v1 = self.maybe(SIGNING_CERTIFICATE)?;
        if v1.is_none() && v2.is_none() {
            return Err(wrong());
        }
        if let Some(any) = v2 {
            let id: CertIdV2 = first(any).ok_or_else(wrong)?;
            let digester = id.algorithm.as_ref().map(Digester::of).transpose()?;
            let hash = digester.unwrap_or(Digester::Sha256).digest(cert.as_der());
            if id.hash.as_bytes() != hash || !is_issuer(id.issuer.as_ref(), cert) {
                return Err(wrong());
            }
        }
        if let Some(any) = v1 {
            let id: CertId = first(any).ok_or_else(wrong)?;
            let hash = Sha1::digest(cert.as_der());
            if id.hash.as_bytes() != hash.as_slice() || !is_issuer(id.issuer.as_ref(), cert) {
                return Err(wrong());
            }
        }
        Ok(())
    }
}

/// The first certificate that the attribute names. It is that of the signer.
fn first<T: DecodeOwned>(attribute: &Any) -> Option<T> {
    let attribute: SigningCertificate = decoded(attribute)?;
    attribute.certificates.first().and_then(decoded)
}

fn decoded<T: DecodeOwned>(any: &Any) -> Option<T> {
    T::from_der(&any.to_der().ok()?).ok()
}

/// Whether issuer and serial number, if given, match the certificate.
fn is_issuer(found: Option<&IssuerSerial>, cert: &Cert) -> bool {
    found.is_none_or(|found| {
        let is_name = |name: &GeneralName| {
            matches!(name, GeneralName::DirectoryName(name) if name == cert.content().issuer())
        };
        found.issuer.iter().any(is_name) && found.serial.as_bytes() == cert.serial()
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
