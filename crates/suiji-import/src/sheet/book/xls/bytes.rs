//! Numbers in the bytes of records, the lowest byte first.

use crate::base::problem::Problem;
use crate::base::texts::{self, codes};

pub(super) fn damaged() -> Problem {
    codes::workbook(texts::records_damaged())
}

/// A number of two bytes. Missing bytes are zero.
pub(super) fn short(bytes: &[u8], at: usize) -> u16 {
    let byte = |index| bytes.get(index).copied().unwrap_or_default();
    u16::from_le_bytes([byte(at), byte(at + 1)])
}

/// A number of four bytes.
pub(super) fn long(bytes: &[u8], at: usize) -> usize {
    usize::from(short(bytes, at)) | usize::from(short(bytes, at + 2)) << 16
}
