//! What all rooms use: how a command ends, the errors of files, the time of day and random bytes.

pub(crate) mod clock;
pub(crate) mod done;
pub(crate) mod errors;
pub(crate) mod failure;
pub(crate) mod random;
