//! What changes after the draw: amendments to a record. The record itself never changes [M1–M6].
//!
//! ```text
//! requests → decide → amendments → check → state
//! ```
//!
//! A request says what happened: an inspector is ill, an entity has closed. Who steps in follows from the
//! seed and from the state after the record and the earlier amendments.

mod amended;
mod check;
mod decide;
mod document;
mod make;
mod read;
mod request;
mod state;
mod team;

pub use amended::AmendedTeam;
pub use document::{Amendment, Amendments, Change, Substitution};
pub use request::{Event, Request, Seat};
pub use state::State;

pub(crate) use check::check_chain;
pub(crate) use decide::{Decider, Known};
