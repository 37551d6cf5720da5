//! The structures of CMS (RFC 5652) and of the signing certificate attribute (RFC 2634, RFC 5035) that occur in tokens.
//! Certificates and attributes are kept as bytes, because the signature is over these bytes.

use der::asn1::{Any, Int, ObjectIdentifier, OctetString, SetOfVec};
use der::{Choice, Sequence};
use pkcs8::spki::AlgorithmIdentifierOwned;
use x509_cert::ext::pkix::name::GeneralName;
use x509_cert::name::Name;

const fn oid(text: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(text)
}

/// Signed data, by RFC 5652 and by GM/T 0010.
pub(super) const SIGNED_DATA: [ObjectIdentifier; 2] =
    [oid("1.2.840.113549.1.7.2"), oid("1.2.156.10197.6.1.4.2.2")];
pub(super) const TST_INFO: ObjectIdentifier = oid("1.2.840.113549.1.9.16.1.4");
pub(super) const CONTENT_TYPE: ObjectIdentifier = oid("1.2.840.113549.1.9.3");
pub(super) const MESSAGE_DIGEST: ObjectIdentifier = oid("1.2.840.113549.1.9.4");
pub(super) const SIGNING_CERTIFICATE: ObjectIdentifier = oid("1.2.840.113549.1.9.16.2.12");
pub(super) const SIGNING_CERTIFICATE_V2: ObjectIdentifier = oid("1.2.840.113549.1.9.16.2.47");

#[derive(Clone, Debug, Sequence)]
pub(super) struct ContentInfo {
    pub(super) content_type: ObjectIdentifier,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT")]
    pub(super) content: Any,
}

#[derive(Clone, Debug, Sequence)]
pub(super) struct SignedData {
    pub(super) version: u8,
    pub(super) digest_algorithms: SetOfVec<AlgorithmIdentifierOwned>,
    pub(super) content: Encapsulated,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", optional = "true")]
    pub(super) certificates: Option<SetOfVec<Any>>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    pub(super) crls: Option<SetOfVec<Any>>,
    pub(super) signers: SetOfVec<Any>,
}

#[derive(Clone, Debug, Sequence)]
pub(super) struct Encapsulated {
    pub(super) content_type: ObjectIdentifier,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    pub(super) content: Option<OctetString>,
}

#[derive(Clone, Debug, Sequence)]
pub(super) struct SignerInfo {
    pub(super) version: u8,
    pub(super) signer: SignerId,
    pub(super) digest: AlgorithmIdentifierOwned,
    #[asn1(
        context_specific = "0",
        tag_mode = "IMPLICIT",
        constructed = "true",
        optional = "true"
    )]
    pub(super) attributes: Option<SetOfVec<Any>>,
    pub(super) algorithm: AlgorithmIdentifierOwned,
    pub(super) signature: OctetString,
    #[asn1(
        context_specific = "1",
        tag_mode = "IMPLICIT",
        constructed = "true",
        optional = "true"
    )]
    pub(super) unsigned: Option<SetOfVec<Any>>,
}

#[derive(Clone, Debug, Choice)]
pub(super) enum SignerId {
    Issuer(IssuerAndSerial),
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT")]
    KeyId(OctetString),
}

#[derive(Clone, Debug, Sequence)]
pub(super) struct IssuerAndSerial {
    pub(super) issuer: Name,
    pub(super) serial: Int,
}

#[derive(Clone, Debug, Sequence)]
pub(super) struct Attribute {
    pub(super) kind: ObjectIdentifier,
    pub(super) values: SetOfVec<Any>,
}

/// The hash of the signing certificate: SHA-1 in the first version of the attribute.
#[derive(Clone, Debug, Sequence)]
pub(super) struct CertId {
    pub(super) hash: OctetString,
    #[asn1(optional = "true")]
    pub(super) issuer: Option<IssuerSerial>,
}

/// The same in the second version: SHA-256 if no hash is named.
#[derive(Clone, Debug, Sequence)]
pub(super) struct CertIdV2 {
    #[asn1(optional = "true")]
    pub(super) algorithm: Option<AlgorithmIdentifierOwned>,
    pub(super) hash: OctetString,
    #[asn1(optional = "true")]
    pub(super) issuer: Option<IssuerSerial>,
}

#[derive(Clone, Debug, Sequence)]
pub(super) struct IssuerSerial {
    pub(super) issuer: Vec<GeneralName>,
    pub(super) serial: Int,
}

/// Either version of the attribute. The certificates are kept as bytes.
#[derive(Clone, Debug, Sequence)]
pub(super) struct SigningCertificate {
    pub(super) certificates: Vec<Any>,
    #[asn1(optional = "true")]
    pub(super) policies: Option<Vec<Any>>,
}
