//! The papers of the county's example, with amendments, settings of the office, and hostile values.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod charts;
mod context;
mod deadlines;
mod example;
mod forms;
mod hostile;
mod public;
mod results;
mod written;
