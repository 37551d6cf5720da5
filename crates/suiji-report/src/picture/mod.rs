//! Charts as SVG, drawn by plotters, and QR codes as PNG.
//!
//! A template names a picture (`<img src="code-record"/>`); page and document put it in.

pub(crate) mod figure;
