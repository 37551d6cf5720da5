//! All papers of one draw.

mod index;
mod make;
mod names;
mod paper;
mod pictures;
mod tables;

pub use make::Papers;
pub use paper::{Form, Kind, Paper};
