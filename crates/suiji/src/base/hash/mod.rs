//! The hash suites [C1], digests in hex, and `derive` [C5].

use core::fmt;
use core::str::FromStr;
use std::io;

use sha2::{Digest as _, Sha256};
use sm3::Sm3;

use crate::base::error::Error;
use crate::base::texts::codes;

/// The hash suite of a commitment, its `hash` [C1].
///
/// ```
/// use suiji::Hash;
///
/// let digest = Hash::Sha256.digest(b"abc");
/// assert_eq!(
///     digest.to_string(),
///     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
/// );
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Hash {
    /// SHA-256 of FIPS 180-4, written `sha256`.
    Sha256,
    /// SM3 of GB/T 32905, written `sm3`.
    Sm3,
}

impl Hash {
    /// The name that documents use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sha256 => "sha256",
            Self::Sm3 => "sm3",
        }
    }

    /// The suite of that name, if there is one.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        [Self::Sha256, Self::Sm3]
            .into_iter()
            .find(|hash| hash.as_str() == name)
    }

    pub(crate) fn other(self) -> Self {
        match self {
            Self::Sha256 => Self::Sm3,
            Self::Sm3 => Self::Sha256,
        }
    }

    /// The hash of the bytes.
    pub fn digest(self, bytes: &[u8]) -> Digest {
        self.concat(&[bytes])
    }

    /// [C1] H of the concatenated parts.
    pub(crate) fn concat(self, parts: &[&[u8]]) -> Digest {
        match self {
            Self::Sha256 => Digest(hash_parts::<Sha256>(parts)),
            Self::Sm3 => Digest(hash_parts::<Sm3>(parts)),
        }
    }

    /// Hashes what is written to it.
    pub(crate) fn hasher(self) -> Hasher {
        match self {
            Self::Sha256 => Hasher::Sha256(Sha256::default()),
            Self::Sm3 => Hasher::Sm3(Sm3::default()),
        }
    }

    /// Hashes of messages that do not depend on each other, several at a time.
    pub(crate) fn many(self) -> Many {
        Many(suiji_hash::Many::new(match self {
            Self::Sha256 => suiji_hash::Suite::Sha256,
            Self::Sm3 => suiji_hash::Suite::Sm3,
        }))
    }

    /// `derive(label, parts…)` [C5]: each part with its length before it.
    ///
    /// ```
    /// use suiji::Hash;
    ///
    /// let nonce = [7; 32];
    /// let commitment = Hash::Sha256.derive("commit", &[&nonce, "三".as_bytes()]);
    /// assert_eq!(commitment.to_string().len(), 64);
    /// ```
    pub fn derive(self, label: &str, parts: &[&[u8]]) -> Digest {
        match self {
            Self::Sha256 => Digest(derive::<Sha256>(label, parts)),
            Self::Sm3 => Digest(derive::<Sm3>(label, parts)),
        }
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Hash {
    type Err = Error;

    /// # Errors
    /// `ceremony.hash` for another name.
    fn from_str(name: &str) -> Result<Self, Error> {
        Self::of_name(name).ok_or_else(|| Error::of_value(codes::hash(name)))
    }
}

/// A hash that is being computed.
pub(crate) enum Hasher {
    Sha256(Sha256),
    Sm3(Sm3),
}

impl Hasher {
    pub(crate) fn finish(self) -> Digest {
        match self {
            Self::Sha256(hasher) => Digest(hasher.finalize().into()),
            Self::Sm3(hasher) => Digest(hasher.finalize().into()),
        }
    }
}

impl io::Write for Hasher {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Sha256(hasher) => hasher.update(bytes),
            Self::Sm3(hasher) => hasher.update(bytes),
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Messages that are being hashed, several at a time.
pub(crate) struct Many(suiji_hash::Many);

impl Many {
    pub(crate) fn push_parts(&mut self, parts: &[&[u8]]) {
        self.0.push(|message| {
            for part in parts {
                message.extend_from_slice(part);
            }
        });
    }

    /// Adds the message that `write` appends.
    pub(crate) fn push(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        self.0.push(write);
    }

    /// The hashes of all messages, in their order.
    pub(crate) fn finish(self) -> Vec<Digest> {
        self.0.finish().into_iter().map(Digest).collect()
    }
}

fn hash_parts<D: sha2::Digest<OutputSize = sha2::digest::consts::U32>>(
    parts: &[&[u8]],
) -> [u8; 32] {
    let mut hasher = D::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// [C5] H over the label and the parts, each part with its length before it.
fn derive<D: sha2::Digest<OutputSize = sha2::digest::consts::U32>>(
    label: &str,
    parts: &[&[u8]],
) -> [u8; 32] {
    let mut hasher = D::new();
    hasher.update(b"suiji-v1/");
    hasher.update(label.as_bytes());
    hasher.update([0]);
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// 32 bytes that documents write as 64 lower-case hex digits [C1].
///
/// ```
/// use suiji::Digest;
///
/// let text = "ab".repeat(32);
/// let digest: Digest = text.parse()?;
/// assert_eq!(digest.to_string(), text);
/// assert!("AB".repeat(32).parse::<Digest>().is_err());
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of these bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Its first eight bytes as a number. Two digests with different numbers have the same order as the numbers.
    pub(crate) fn lead(&self) -> u64 {
        u64::from_be_bytes(*self.0.first_chunk().unwrap_or(&[0; 8]))
    }

    /// The digest in groups of four digits, for reading it out before witnesses.
    pub fn to_groups(&self) -> String {
        let hex = self.to_string();
        let groups: Vec<&str> = (0..64).step_by(4).map(|at| &hex[at..at + 4]).collect();
        groups.join(" ")
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hex(f, &self.0)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hex(f, &self.0)
    }
}

impl FromStr for Digest {
    type Err = Error;

    /// # Errors
    /// `hex.form` for anything but 64 lower-case hex digits.
    fn from_str(text: &str) -> Result<Self, Error> {
        parse_hex(text)
            .map(Self)
            .ok_or_else(|| Error::of_value(codes::hex_form(64)))
    }
}

/// The first groups of two digests that differ. If these are equal, all groups.
pub(crate) fn told_apart(one: &Digest, other: &Digest) -> (String, String) {
    const FIRST: usize = 4 * 5 - 1;
    let (one, other) = (one.to_groups(), other.to_groups());
    let (first, second) = (&one[..FIRST], &other[..FIRST]);
    if first == second {
        return (one, other);
    }
    (format!("{first} …"), format!("{second} …"))
}

/// 32 secret bytes: the blinding secret [S2] or a nonce [S4a]. `Debug` prints `…`.
///
/// ```
/// use suiji::Secret;
///
/// let secret = Secret::from_bytes([1; 32]);
/// assert_eq!(format!("{secret:?}"), "…");
/// assert_eq!(secret.reveal(), "01".repeat(32));
/// ```
#[derive(Clone, Eq, PartialEq)]
pub struct Secret([u8; 32]);

impl Secret {
    /// The secret of these bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Its 64 hex digits, for the only document that contains them.
    pub fn reveal(&self) -> String {
        Digest(self.0).to_string()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl FromStr for Secret {
    type Err = Error;

    /// # Errors
    /// `hex.form` for anything but 64 lower-case hex digits. The error does not repeat the text.
    fn from_str(text: &str) -> Result<Self, Error> {
        text.parse::<Digest>().map(|digest| Self(digest.0))
    }
}

fn write_hex(f: &mut fmt::Formatter<'_>, bytes: &[u8; 32]) -> fmt::Result {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)]);
    let mut hex = [0; 64];
    for (pair, byte) in hex.chunks_exact_mut(2).zip(bytes) {
        pair.copy_from_slice(&digits(byte));
    }
    f.write_str(core::str::from_utf8(&hex).unwrap_or_default())
}

/// [C1] Reads exactly `2 * N` lower-case hex digits.
pub(crate) fn parse_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != 2 * N {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = hex_digit(pair[0])? << 4 | hex_digit(pair[1])?;
    }
    Some(bytes)
}

fn hex_digit(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
