//! The ledger of an office.
