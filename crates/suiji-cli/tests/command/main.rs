//! The command, as a person or a program uses it: arguments in; files, output and exit code
//! out.
#![expect(clippy::unwrap_used, reason = "tests")]

mod again;
mod amending;
mod answers;
mod at_once;
mod canon;
mod ceremony;
mod checking;
mod completion;
mod drawing;
mod evidence;
mod exporting;
mod guide;
mod importing;
mod importing_plan;
mod interrupted;
mod ledger;
mod lost;
mod noted;
mod office;
mod output;
mod papers;
mod readme;
mod refused;
mod results;
mod schemas;
mod sealing;
mod support;
mod system;
mod table;
mod tasks;
#[cfg(unix)]
mod tutorials;
mod verify_page;
mod verifying;
mod witness;
mod workflow;
