//! The folder of a case: its files, and how a sealing and a draw change them.

pub(crate) mod amended;
mod archive;
pub(crate) mod check;
pub(crate) mod collected;
pub(crate) mod documents;
pub(crate) mod draw_files;
pub(crate) mod drawn;
pub(crate) mod earlier;
pub(crate) mod evidence;
mod folder;
pub(crate) mod history_file;
pub(crate) mod inspected;
pub(crate) mod kept;
pub(crate) mod ledger;
pub(crate) mod lost;
mod names;
pub(crate) mod office;
pub(crate) mod opening;
pub(crate) mod partial;
pub(crate) mod pending;
pub(crate) mod samples;
pub(crate) mod typed;

pub(crate) use folder::Case;
pub(crate) use names::{
    AMENDMENTS, CEREMONY, COMMITMENT, CONTRIBUTIONS, EVIDENCE, LEDGER, LEDGER_KEY, OFFICE, PAPERS,
    PARTIAL, PLAN, RECORD, RESULTS, SEALING,
};
