//! Random bytes of the system, for secrets, nonces and names that nobody else uses.

use suiji::{Error, ErrorKind, Fault, Place};

use crate::codes;

/// `N` random bytes.
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| {
        let details = [("problem", &*error.to_string())];
        Error::new(Fault::new(
            codes::RANDOM,
            Place::new(ErrorKind::File, ""),
            &details,
        ))
    })?;
    Ok(bytes)
}

/// The hex digits of `N` random bytes.
pub(crate) fn hex<const N: usize>() -> Result<String, Error> {
    Ok(bytes::<N>()?
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}
