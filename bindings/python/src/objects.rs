//! Classes whose methods need each other. This file has their data; their methods are in the files with their
//! names.

use std::sync::Arc;

use pyo3::prelude::*;

use crate::inputs::Inputs;

/// A class over a document of the core.
macro_rules! object {
    ($(#[$meta:meta])+ $name:ident) => {
        $(#[$meta])+
        #[pyo3::pyclass(frozen, eq, hash, module = "suiji")]
        pub(crate) struct $name(pub(crate) std::sync::Arc<suiji::$name>);
    };
}
pub(crate) use object;

/// Sealed inputs, ready for the draw: made by `seal`, or by `reopen` in a later process.
///
/// A pickle contains all inputs and the secret of a blinded commitment, so protect it as carefully as these.
#[pyclass(frozen, eq, hash, module = "suiji")]
pub(crate) struct Sealed {
    pub(crate) core: Arc<suiji::Sealed>,
    pub(crate) inputs: Inputs,
}

object! {
    /// The record of a draw (抽取记录): anyone can repeat the draw from it and the inputs [E1].
    ///
    /// Reading a record checks only its form. `verify` checks the rest.
    #[derive(PartialEq)]
    Record
}

object! {
    /// The amendments (变更) to a record, in the order of their decisions [M1]: a sequence of `Amendment`.
    ///
    /// `Sealed.amend` makes them. Reading checks only their form. `verify` with `amendments` checks the rest.
    #[derive(PartialEq)]
    Amendments
}
