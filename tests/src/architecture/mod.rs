//! ARCHITECTURE.md: its table of the functions that decide the rules, and the names in it.

mod decisions;
mod names;

use std::error::Error;
use std::path::PathBuf;

use crate::rules::workspace;
use crate::tables::between;

pub use decisions::{Decisions, Place};
pub use names::unknown_names;

/// The command that rewrites the table.
pub const COMMAND: &str = "cargo run -p suiji-conformance --bin architecture";

/// The folder of the library. Paths in the table are relative to it.
pub const LIBRARY: &str = "crates/suiji/src";

/// The folder of the command.
pub const COMMAND_LINE: &str = "crates/suiji-cli/src";

/// The folder of the import of lists.
pub const IMPORT: &str = "crates/suiji-import/src";

/// The folder of the papers.
pub const REPORT: &str = "crates/suiji-report/src";

/// The folder of the evidence.
pub const EVIDENCE: &str = "crates/suiji-evidence/src";

/// ARCHITECTURE.md.
pub fn file() -> PathBuf {
    workspace().join("ARCHITECTURE.md")
}

/// ARCHITECTURE.md with a current table.
///
/// # Errors
/// If the sources cannot be read, or the markers of the table are missing.
pub fn with_table(text: &str) -> Result<String, Box<dyn Error>> {
    let table = Decisions::of_library()?.table();
    between(text, "rules", &table).ok_or_else(|| "the markers of the table are missing".into())
}
