//! The request to an authority.

use der::asn1::{Any, OctetString};
use der::{Encode, Sequence};
use pkcs8::spki::AlgorithmIdentifierOwned;

use super::algorithm::Digester;
use super::info::Imprint;
use crate::envelope::Statement;

/// A TimeStampReq of RFC 3161. It has no nonce, because this digest was never stamped before.
#[derive(Clone, Debug, Sequence)]
struct Request {
    version: u8,
    imprint: Imprint,
    #[asn1(default = "bool::default")]
    certificates: bool,
}

/// [P4] The request for a timestamp over a document: a TimeStampReq in DER (`application/timestamp-query`), with the
/// digest of the document in the hash suite of its commitment. The authority sends its certificates along.
///
/// `openssl ts -query -digest HEX -sha256 -cert -no_nonce` writes the same bytes, with `-sm3` for SM3.
pub fn request(statement: &Statement) -> Vec<u8> {
    let algorithm = AlgorithmIdentifierOwned {
        oid: Digester::of_suite(statement.hash()).oid(),
        parameters: Some(Any::null()),
    };
    let digest = OctetString::new(statement.digest().as_bytes().to_vec());
    // Encoding fails only for a length of more than 256 MiB.
    let request = digest.and_then(|digest| {
        Request {
            version: 1,
            imprint: Imprint { algorithm, digest },
            certificates: true,
        }
        .to_der()
    });
    request.unwrap_or_default()
}
