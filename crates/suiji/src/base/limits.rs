//! All limits of the library. The error message names the limit that was exceeded.
//!
//! A limit protects the process that reads: a larger input is refused before it is in memory.

/// Bytes of a plan, a ceremony or a list of contributions: 16 MiB.
pub const PLAN_BYTES: usize = 16 << 20;

/// Bytes of a commitment or a receipt: 64 MiB. Sealing makes no larger commitment.
pub const COMMITMENT_BYTES: usize = 64 << 20;

/// Bytes of the tasks in a commitment when it is sealed: 16 MiB. This is enough for about 20,000 tasks, or 150,000
/// reasons of exclusion.
pub const SEALED_BYTES: usize = 16 << 20;

/// Bytes of a record or its public form: 256 MiB, about 1,600,000 selected entities with their teams.
pub const RECORD_BYTES: usize = 256 << 20;

/// Bytes of one row, as JSON or in CSV: 1 MiB. The limit does not apply to rows that a builder gets as fields or
/// columns.
pub const LINE_BYTES: usize = 1 << 20;

/// Values of a document, including nested ones: 2^24. A record has about ten values for each selected entity with its
/// team.
pub const VALUES: usize = 1 << 24;

/// Depth of nested arrays and objects in a document.
pub const DEPTH: usize = 32;

/// Rows of a registry, a roster or a history: 2^32.
pub const ROWS: u64 = 1 << 32;

/// Tasks of a plan.
pub const TASKS: usize = 10_000;

/// Limits on visits of a plan, and of each of its tasks: 64.
pub const LIMITS: usize = 64;

/// The maximum number of places in the frames of all tasks of a plan together, including excluded rows. For a large
/// registry it is [`FRAMED_FOR_EACH`] times its rows. Each place costs some hashes when sealing, drawing and verifying.
pub const FRAMED: u64 = 2_000_000;

/// See [`FRAMED`]. In a large registry a row may be in the frames of 100 tasks on average.
pub const FRAMED_FOR_EACH: u64 = 100;

/// The maximum number of selected entities, reserves and seats of all tasks together. For a large registry it is
/// [`DRAWN_FOR_EACH`] times its rows.
pub const DRAWN: u64 = 200_000;

/// See [`DRAWN`].
pub const DRAWN_FOR_EACH: u64 = 10;

/// The maximum of seats times the inspectors who could take them, added up over all tasks. For a large registry it is
/// [`SEATED_FOR_EACH`] times its rows. It limits the time of the search for teams.
pub const SEATED: u64 = 1_000_000_000;

/// See [`SEATED`].
pub const SEATED_FOR_EACH: u64 = 25_000;

/// Sources of a ceremony.
pub const SOURCES: usize = 1_000;

/// Parts of a live source.
pub const PARTS: usize = 20;

/// Numbers that fall in one part of a live source.
pub const NUMBERS: u64 = 1_000;

/// Different faults of one code and column that an error keeps. Further ones are only counted.
pub const FAULTS: usize = 20;

/// Faults of each document that a message shows.
pub const FAULTS_SHOWN: usize = 20;

/// Row numbers that an error keeps for a repeated fault.
pub const FAULT_ROWS: usize = 1_000;

/// Findings of one code that are listed. Further ones are only counted.
pub const FINDINGS: usize = 1_000;

/// The maximum length of a place in an error, in characters.
pub const PATH: usize = 200;

/// The greatest integer of a document, 2^53 − 1 [C2a].
pub const INTEGER: i64 = (1 << 53) - 1;

/// The limit for a registry of that size: `least`, or `for_each` times its rows if that is more.
pub(crate) const fn for_rows(least: u64, for_each: u64, rows: u64) -> u64 {
    let for_all = for_each.saturating_mul(rows);
    if for_all > least { for_all } else { least }
}
