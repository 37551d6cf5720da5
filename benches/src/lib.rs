//! Shared code of the benchmarks and measuring programs: invented inputs of any size, a clock, and the
//! memory of the process.
//!
//! Times depend on the machine. Only ratios within one run can be compared, so each program also measures
//! a yardstick.

#![forbid(unsafe_code)]

mod clock;
mod columns;
mod entities;
mod figures;
mod inputs;
mod inspectors;
mod machine;
mod process;

pub use clock::{median, nanoseconds_each, permille, timed};
pub use columns::Texts;
pub use entities::{Entities, Entity, Lines, Order};
pub use figures::{Figures, Frame, Group, KERNELS, Line, Unit, decimal, grouped};
pub use inputs::{ceremony, contributions, one_task, secret, skilled_teams, take, teams};
pub use inspectors::Load;
pub use machine::Machine;
pub use process::{Cost, peak_bytes, reset_peak, resident_bytes};

/// The error of a measuring program.
pub type Failure = Box<dyn core::error::Error + Send + Sync>;
