//! Every limit of the library, in one place; each appears in the message of its error.
//!
//! A limit protects the process that reads: a larger input is refused before it is in memory.

/// Bytes of a plan, a ceremony or a list of contributions: 16 MiB.
pub const PLAN_BYTES: usize = 16 << 20;

/// Bytes of a commitment or a receipt: 64 MiB.
pub const COMMITMENT_BYTES: usize = 64 << 20;

/// Bytes of a record or its public form: 256 MiB, about 1,600,000 selected entities with their teams.
pub const RECORD_BYTES: usize = 256 << 20;

/// Bytes of one row, as JSON or in CSV: 1 MiB. Rows that a builder gets as fields or columns are not measured as a
/// whole.
pub const LINE_BYTES: usize = 1 << 20;

/// Values of a document, including nested ones: 2^24. A record needs about ten for each selected entity with its team.
pub const VALUES: usize = 1 << 24;

/// Depth of nested arrays and objects in a document.
pub const DEPTH: usize = 32;

/// Rows of a registry, a roster or a history: 2^32.
pub const ROWS: u64 = 1 << 32;

/// Tasks of a plan.
pub const TASKS: usize = 10_000;

/// Limits on visits of a plan, and of each of its tasks: 64.
pub const LIMITS: usize = 64;

/// Sources of a ceremony.
pub const SOURCES: usize = 1_000;

/// Parts of a live source.
pub const PARTS: usize = 20;

/// Numbers that fall in one part of a live source.
pub const NUMBERS: u64 = 1_000;

/// Different faults of one code and column that an error keeps; more are only counted.
pub const FAULTS: usize = 20;

/// Faults of each document that a message shows.
pub const FAULTS_SHOWN: usize = 20;

/// Row numbers that an error keeps of a repeated fault.
pub const FAULT_ROWS: usize = 1_000;

/// Characters that an error keeps of a place.
pub const PATH: usize = 200;

/// The greatest integer of a document, 2^53 − 1 [C2a].
pub const INTEGER: i64 = (1 << 53) - 1;
