//! The command line: the table of commands, parsing, help, and running the command.

mod about;
mod amending;
mod completion;
pub(crate) mod dispatch;
mod evidence;
mod exporting;
mod guide;
mod help;
mod importing;
mod manual;
mod paper;
mod parse;
mod run;
mod signing;
mod spec;
mod table;
mod values;
