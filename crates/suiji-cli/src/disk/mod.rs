//! Files and folders on disk: read within limits, written whole or not at all, locked, numbered.

pub(crate) mod files;
pub(crate) mod leftovers;
pub(crate) mod lock;
pub(crate) mod numbering;
pub(crate) mod writing;
