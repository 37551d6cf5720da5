//! Files and folders on disk: read within limits, written completely or not at all, locked and numbered.

pub(crate) mod appending;
pub(crate) mod files;
pub(crate) mod leftovers;
pub(crate) mod lock;
pub(crate) mod numbering;
pub(crate) mod writing;
