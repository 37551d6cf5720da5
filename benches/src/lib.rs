//! What the benches and the measuring programs share: invented inputs of any size, a clock, and the
//! process's own account of its memory.
//!
//! Figures depend on the machine: only ratios of what ran in one and the same run say anything, so
//! each bench and program brings its yardstick along.

#![forbid(unsafe_code)]

mod clock;
mod columns;
mod firms;
mod process;
mod sheets;
mod staff;

pub use clock::{median, nanoseconds_each, permille, timed};
pub use columns::Texts;
pub use firms::{Firm, Firms, Lines, Order};
pub use process::{Cost, peak_bytes, resident_bytes};
pub use sheets::{ceremony, contributions, one_task, secret, skilled_teams, take, teams};
pub use staff::Load;

/// What a measuring program ends with when anything fails.
pub type Failure = Box<dyn core::error::Error + Send + Sync>;
