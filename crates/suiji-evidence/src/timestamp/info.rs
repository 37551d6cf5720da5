//! The contents of a token: the digest, the time, the authority (TSTInfo of RFC 3161) [P5].

use der::asn1::{Any, Int, ObjectIdentifier, OctetString};
use der::{Sequence, Tag, Tagged};
use pkcs8::spki::AlgorithmIdentifierOwned;
use suiji::values::Time;
use x509_cert::ext::Extension;

#[derive(Clone, Debug, Sequence)]
pub(super) struct Imprint {
    pub(super) algorithm: AlgorithmIdentifierOwned,
    pub(super) digest: OctetString,
}

#[derive(Clone, Debug, Sequence)]
pub(super) struct TstInfo {
    pub(super) version: u8,
    pub(super) policy: ObjectIdentifier,
    pub(super) imprint: Imprint,
    pub(super) serial: Int,
    /// A GeneralizedTime, which may have a fraction of a second.
    pub(super) time: Any,
    #[asn1(optional = "true")]
    pub(super) accuracy: Option<Accuracy>,
    #[asn1(default = "bool::default")]
    pub(super) ordering: bool,
    #[asn1(optional = "true")]
    pub(super) nonce: Option<Int>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    pub(super) authority: Option<Any>,
    #[asn1(
        context_specific = "1",
        tag_mode = "IMPLICIT",
        constructed = "true",
        optional = "true"
    )]
    pub(super) extensions: Option<Vec<Extension>>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, Sequence)]
pub(super) struct Accuracy {
    #[asn1(optional = "true")]
    pub(super) seconds: Option<u32>,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", optional = "true")]
    pub(super) millis: Option<u16>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    pub(super) micros: Option<u16>,
}

impl Accuracy {
    /// In microseconds.
    pub(super) fn micros(self) -> i64 {
        let Self {
            seconds,
            millis,
            micros,
        } = self;
        let of = |value: Option<u32>| i64::from(value.unwrap_or_default());
        of(seconds) * 1_000_000 + of(millis.map(Into::into)) * 1000 + of(micros.map(Into::into))
    }
}

/// A moment: the time in seconds, and additional microseconds.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Moment {
    pub(super) time: Time,
    pub(super) micros: i64,
}

/// [P5] A GeneralizedTime in UTC, `YYYYMMDDhhmmss[.f…]Z`, without zeros at the end of the fraction.
pub(super) fn moment(any: &Any) -> Option<Moment> {
    if any.tag() != Tag::GeneralizedTime {
        return None;
    }
    let text = std::str::from_utf8(any.value()).ok()?.strip_suffix('Z')?;
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() != 14 || !digits(whole) {
        return None;
    }
    let micros = match fraction {
        Some(fraction) if !digits(fraction) || fraction.ends_with('0') => return None,
        Some(fraction) => {
            let six: String = fraction.chars().chain("000000".chars()).take(6).collect();
            six.parse().ok()?
        }
        None => 0,
    };
    let part = |from: usize, to: usize| &whole[from..to];
    let (year, month, day) = (part(0, 4), part(4, 6), part(6, 8));
    let (hour, minute, second) = (part(8, 10), part(10, 12), part(12, 14));
    let time = format!("{year}-{month}-{day}T{hour}:{minute}:{second}+00:00");
    Some(Moment {
        time: time.parse().ok()?,
        micros,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, i64)> {
        let any = Any::new(Tag::GeneralizedTime, text.as_bytes()).unwrap();
        moment(&any).map(|of| (of.time.as_str().to_owned(), of.micros))
    }

    #[test]
    fn a_time_is_in_utc_with_or_without_a_fraction() {
        // [P5]
        let read_at = |text, micros| Some((String::from(text), micros));
        assert_eq!(
            read("20240902010000Z"),
            read_at("2024-09-02T01:00:00+00:00", 0)
        );
        assert_eq!(
            read("20240902010000.5Z"),
            read_at("2024-09-02T01:00:00+00:00", 500_000)
        );
        assert_eq!(
            read("20240902010000.1234567Z"),
            read_at("2024-09-02T01:00:00+00:00", 123_456)
        );
        for wrong in [
            "20240902010000",
            "202409020100Z",
            "20240902010000+0800",
            "20240902010000.50Z",
            "20240902010000.Z",
            "20240902010000,5Z",
            "20240230010000Z",
            "20240902010060Z",
            "2024090２10000Z",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        let other = Any::new(Tag::UtcTime, &b"240902010000Z"[..]).unwrap();
        assert_eq!(moment(&other), None);
    }

    #[test]
    fn accuracy_adds_its_parts_up() {
        let of = |seconds, millis, micros| Accuracy {
            seconds,
            millis,
            micros,
        };
        assert_eq!(of(Some(1), Some(500), Some(1)).micros(), 1_500_001);
        assert_eq!(of(None, None, None).micros(), 0);
    }
}
