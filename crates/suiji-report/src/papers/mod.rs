//! All papers of one draw.

mod context;
mod index;
mod make;
mod making;
mod names;
mod paper;
mod pictures;
mod tables;

pub use make::Papers;
pub use paper::{Form, Kind, Paper};
