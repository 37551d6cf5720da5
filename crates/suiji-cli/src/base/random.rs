//! Random bytes of the system, for secrets, nonces and temporary names.

use super::error::Error;

use crate::texts::codes;

/// `N` random bytes.
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Error::new(codes::no_random_bytes(error)))?;
    Ok(bytes)
}

/// `N` random bytes as hex digits.
pub(crate) fn hex<const N: usize>() -> Result<String, Error> {
    Ok(bytes::<N>()?
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}
