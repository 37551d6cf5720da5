//! The hash suites.

/// A hash suite.
#[derive(Clone, Copy, Debug, uniffi::Enum)]
pub enum Hash {
    /// SHA-256.
    Sha256,
    /// SM3 (GB/T 32905).
    Sm3,
}

impl From<Hash> for suiji::Hash {
    fn from(hash: Hash) -> Self {
        match hash {
            Hash::Sha256 => Self::Sha256,
            Hash::Sm3 => Self::Sm3,
        }
    }
}
