//! All papers of one draw.

mod context;
mod given;
mod index;
mod make;
mod making;
mod names;
mod paper;
mod pictures;
mod tables;

pub use given::Papers;
pub use paper::{Form, Kind, Paper};
