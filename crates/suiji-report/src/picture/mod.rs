//! Charts as SVG, drawn by plotters, with their numbers, and QR codes as PNG or SVG.
//!
//! A template names a picture (`<img src="code-record"/>`). Page and document insert it.

mod canvas;
mod code;
pub(crate) mod data;
pub(crate) mod figure;
mod ink;
mod loads;
mod outcomes;
mod sample;
#[cfg(test)]
mod tests;
mod tickets;

pub(crate) use code::code;
pub(crate) use ink::Ink;
pub(crate) use loads::loads;
pub(crate) use outcomes::outcomes;
pub(crate) use sample::sample;
pub(crate) use tickets::tickets;
