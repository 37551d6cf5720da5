//! What a person sees: lines and questions in one of two languages, progress, tables, reports.

mod answer;
pub(crate) mod ask;
pub(crate) mod drawn;
pub(crate) mod layout;
mod progress;
pub(crate) mod report;
pub(crate) mod session;
pub(crate) mod sheet;
pub(crate) mod shell;
pub(crate) mod statements;
