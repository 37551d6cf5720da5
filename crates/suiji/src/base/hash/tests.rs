//! Tests of hashes, digests and secrets.

use super::*;

#[test]
fn suites_give_the_published_digests() {
    // FIPS 180-4 example "abc"; GB/T 32905-2016 appendix A.1 and A.2. [C1]
    assert_eq!(
        Hash::Sha256.digest(b"abc").to_string(),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    assert_eq!(
        Hash::Sm3.digest(b"abc").to_string(),
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    );
    assert_eq!(
        Hash::Sm3.digest("abcd".repeat(16).as_bytes()).to_string(),
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
    );
}

#[test]
fn derive_separates_label_and_parts_by_length() {
    // [C5], the bytes written out by hand.
    let written = [
        b"suiji-v1/seed\0".as_slice(),
        &[0, 0, 0, 0, 0, 0, 0, 2],
        b"ab",
        &[0, 0, 0, 0, 0, 0, 0, 1],
        b"c",
    ]
    .concat();
    assert_eq!(
        Hash::Sha256.derive("seed", &[b"ab", b"c"]),
        Hash::Sha256.digest(&written)
    );
}

#[test]
fn hex_is_lower_case_and_of_exact_length() {
    // [C1]
    for wrong in [
        "A".repeat(64),
        "a".repeat(63),
        "a".repeat(65),
        format!(" {}", "a".repeat(63)),
    ] {
        assert!(wrong.parse::<Digest>().is_err(), "{wrong}");
    }
}
