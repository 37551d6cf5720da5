//! The command line: its words, the table of commands, the help, and the call of the command that is named.

pub(crate) mod args;
pub(crate) mod dispatch;
mod help;
mod run;
mod spec;
pub(crate) mod table;
mod words;
