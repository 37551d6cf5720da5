//! Rules about who must have signed and stamped which documents, and the check of these rules [P7]
//! [P8].
//!
//! ```text
//! JSON → Policy; statements, envelopes, tokens → Presented → a verdict for each rule, key and token
//! ```

mod presented;
mod read;
mod report;
mod rules;

pub use presented::Presented;
pub use report::{KeyState, KeyVerdict, PolicyReport, RuleState, RuleVerdict, StampVerdict};
pub use rules::{Policy, Role, Rule};
