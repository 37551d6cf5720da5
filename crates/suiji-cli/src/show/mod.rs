//! What a person sees: lines and questions in one of two languages, progress, tables and reports.

pub(crate) mod amended;
pub(crate) mod answer;
pub(crate) mod ask;
pub(crate) mod boxes;
pub(crate) mod changes;
pub(crate) mod choice;
pub(crate) mod commitment;
mod days;
pub(crate) mod draws;
pub(crate) mod html;
pub(crate) mod inspected;
pub(crate) mod interrupt;
pub(crate) mod layout;
pub(crate) mod outlook;
pub(crate) mod page;
pub(crate) mod policy;
mod progress;
pub(crate) mod report;
pub(crate) mod session;
pub(crate) mod shell;
pub(crate) mod statements;
pub(crate) mod status;
pub(crate) mod tasks;
pub(crate) mod values;
