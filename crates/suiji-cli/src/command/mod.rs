//! The command line: the table of commands, parsing, help, and running the command.

mod amending;
pub(crate) mod dispatch;
mod evidence;
mod signing;
mod exporting;
mod help;
mod importing;
mod paper;
mod parse;
mod run;
mod spec;
mod table;
mod values;
