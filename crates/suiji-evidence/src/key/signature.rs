//! A signature, and the forms in which tokens and other systems return it.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// A signature of 64 bytes: R ‖ S of Ed25519, r ‖ s of SM2 [P2].
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct Signature([u8; 64]);

impl Signature {
    /// The signature of these bytes.
    pub const fn from_bytes(bytes: [u8; 64]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; 64] {
        &self.0
    }

    /// The possible signatures in a file: 64 bytes, or the DER of r and s, either also as base64 or hex, with blanks
    /// around and within. Only one of them can be right, and only the key shows which.
    pub(crate) fn readings(bytes: &[u8]) -> Vec<Self> {
        let mut readings = Vec::new();
        for bytes in [Some(bytes.to_vec()), binary(bytes)].into_iter().flatten() {
            if let Ok(raw) = <[u8; 64]>::try_from(&*bytes) {
                readings.push(Self(raw));
            }
            if let Ok(signature) = sm2::dsa::Signature::from_der(&bytes) {
                readings.push(Self(signature.to_bytes().into()));
            }
        }
        readings
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signature({})", STANDARD.encode(self.0))
    }
}

/// The bytes of a text in base64 or hex.
pub(crate) fn binary(bytes: &[u8]) -> Option<Vec<u8>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text: Vec<u8> = bytes
        .iter()
        .copied()
        .filter(|b| !b.is_ascii_whitespace())
        .collect();
    if text.is_empty() {
        return None;
    }
    hex(&text).or_else(|| STANDARD.decode(&text).ok())
}

fn hex(text: &[u8]) -> Option<Vec<u8>> {
    let digit = |b: u8| {
        char::from(b)
            .to_digit(16)
            .and_then(|d| u8::try_from(d).ok())
    };
    let (pairs, rest) = text.as_chunks::<2>();
    let pair = |[a, b]: &[u8; 2]| Some(digit(*a)? << 4 | digit(*b)?);
    rest.is_empty()
        .then(|| pairs.iter().map(pair).collect())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_as_hex_or_as_base64() {
        assert_eq!(binary(b" 00fF\r\n"), Some(vec![0, 255]));
        assert_eq!(binary(b"\xEF\xBB\xBFAP8=\n"), Some(vec![0, 255]));
        // Unused bits must be zero, so that a value has only one form.
        for wrong in ["AP9=", "AP8", "AP-_", "0g", "", "\n"] {
            assert_eq!(binary(wrong.as_bytes()), None, "{wrong}");
        }
    }

    #[test]
    fn each_form_of_a_signature_is_read() {
        let bytes: [u8; 64] = std::array::from_fn(|i| u8::try_from(i).unwrap() + 1);
        let der = sm2::dsa::Signature::from_slice(&bytes).unwrap().to_der();
        let hex: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
        for form in [
            bytes.to_vec(),
            der.as_bytes().to_vec(),
            STANDARD.encode(bytes).into_bytes(),
            STANDARD.encode(der.as_bytes()).into_bytes(),
            hex.into_bytes(),
        ] {
            assert_eq!(Signature::readings(&form), [Signature(bytes)], "{form:?}");
        }
        // DER with a length in more bytes than necessary.
        let mut longer = der.as_bytes().to_vec();
        longer.splice(1..2, [0x81, longer[1]]);
        for wrong in [&bytes[1..], &longer, b"", &[0x30]] {
            assert_eq!(Signature::readings(wrong), [], "{wrong:?}");
        }
    }
}
