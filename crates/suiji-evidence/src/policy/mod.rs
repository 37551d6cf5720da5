//! Who must sign.
