//! Used by all rooms: exit codes, the errors of files, the clock and random bytes.

pub(crate) mod clock;
pub(crate) mod error;
pub(crate) mod errors;
pub(crate) mod exit;
pub(crate) mod failure;
pub(crate) mod random;
