//! Rounds of the drand chain quicknet: their times, and their signatures (annex A) [S4a] [R1].

use blst::BLST_ERROR;
use blst::min_sig::{PublicKey, Signature};

use crate::base::hash::{Hash, parse_hex};

/// The drand chain of annex A, as sources name it [S4a].
pub const QUICKNET: &str = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";

/// The public key of the chain, a compressed point of G2.
const PUBLIC_KEY: &str = "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c\
                          8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb\
                          5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a";

/// The domain separation tag for hashing messages to the curve (RFC 9380).
const TAG: &[u8] = b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";

/// When round 1 was due, in seconds since 1970-01-01T00:00:00+00:00.
const GENESIS: i64 = 1_692_803_367;

/// Seconds from one round to the next.
const PERIOD: i64 = 3;

/// The time of a round, in seconds since 1970: genesis + (round − 1) · period (annex A).
pub(crate) fn time_of(round: u64) -> i64 {
    let after_first = i64::try_from(round.saturating_sub(1)).unwrap_or(i64::MAX);
    after_first.saturating_mul(PERIOD).saturating_add(GENESIS)
}

/// The first round that is later than this time, in seconds since 1970.
pub(crate) fn first_after(seconds: i64) -> u64 {
    let since = seconds.saturating_sub(GENESIS);
    u64::try_from(since.div_euclid(PERIOD).saturating_add(2))
        .unwrap_or(0)
        .max(1)
}

/// What is wrong with a signature.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Wrong {
    /// It is not a point of prime order in its canonical form, or is the identity.
    Point,
    /// It is such a point, but not the signature of that round.
    Round,
}

/// [R1] Checks that a text is the signature of that round of the chain.
pub(crate) fn check(round: u64, signature: &[u8; 48]) -> Result<(), Wrong> {
    // This refuses other encodings of a point, the identity, and points with a component of small order.
    let signature = Signature::sig_validate(signature, true).map_err(|_| Wrong::Point)?;
    let message = Hash::Sha256.digest(&round.to_be_bytes());
    let key = public_key().ok_or(Wrong::Round)?;
    match signature.verify(false, message.as_bytes(), TAG, &[], &key, false) {
        BLST_ERROR::BLST_SUCCESS => Ok(()),
        _ => Err(Wrong::Round),
    }
}

fn public_key() -> Option<PublicKey> {
    let bytes: [u8; 96] = parse_hex(PUBLIC_KEY)?;
    PublicKey::from_bytes(&bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Round 123 as drand published it.
    const ROUND: u64 = 123;
    const SIGNATURE: &str = "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482\
                             e26cd02df835d3546d23c4b13e0dfc92";

    fn signature() -> [u8; 48] {
        parse_hex(SIGNATURE).unwrap()
    }

    #[test]
    fn the_public_key_is_a_point_of_prime_order() {
        assert_eq!(public_key().unwrap().validate(), Ok(()));
    }

    #[test]
    fn a_real_round_is_accepted_and_its_neighbours_are_not() {
        // [R1]
        assert_eq!(check(ROUND, &signature()), Ok(()));
        assert_eq!(check(ROUND - 1, &signature()), Err(Wrong::Round));
        assert_eq!(check(ROUND + 1, &signature()), Err(Wrong::Round));
    }

    #[test]
    fn other_forms_and_other_points_are_refused() {
        // [R1] The other root for the same x is a point, but not a signature.
        let mut negated = signature();
        negated[0] ^= 0x20;
        assert_eq!(
            check(ROUND, &negated),
            Err(Wrong::Point).or(Err(Wrong::Round))
        );
        let mut identity = [0; 48];
        identity[0] = 0xC0;
        let mut uncompressed = signature();
        uncompressed[0] &= 0x7F;
        // The prime of the field, and x = 4. The point with this x is not of prime order.
        let prime = "9a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f624\
                     1eabfffeb153ffffb9feffffffffaaab";
        let mut small = [0; 48];
        (small[0], small[47]) = (0x80, 4);
        for wrong in [
            [0; 48],
            [0xFF; 48],
            identity,
            uncompressed,
            parse_hex(prime).unwrap(),
            small,
        ] {
            assert_eq!(check(ROUND, &wrong), Err(Wrong::Point));
        }
    }

    #[test]
    fn rounds_follow_every_three_seconds() {
        // (annex A)
        assert_eq!(time_of(1), 1_692_803_367);
        assert_eq!(time_of(123), 1_692_803_733);
        assert_eq!(time_of(u64::MAX), i64::MAX);
        for (seconds, round) in [
            (i64::MIN, 1),
            (1_692_803_366, 1),
            (1_692_803_367, 2),
            (1_692_803_369, 2),
            (1_692_803_370, 3),
        ] {
            assert_eq!(first_after(seconds), round, "{seconds}");
        }
    }
}
