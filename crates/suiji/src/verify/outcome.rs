//! The outcome of a check, and the verdict of a report [V1].

use crate::base::lang::Lang;
use crate::base::texts::{self, Localized, Text};

/// The verdict of a report [V1].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Verdict {
    /// Every check is established or on trust.
    Holds,
    /// No check failed, but some could not be made.
    Incomplete,
    /// The provided inputs are not those that were sealed. Nothing else failed.
    OtherInputs,
    /// At least one check of the document itself failed.
    Fails,
}

impl Verdict {
    /// The word in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Incomplete => "incomplete",
            Self::OtherInputs => "other_inputs",
            Self::Fails => "fails",
        }
    }

    /// The text for people. [`Report::message`](super::Report::message) also says which inputs differ.
    pub const fn message(self, lang: Lang) -> &'static str {
        match self {
            Self::Holds => texts::HOLDS,
            Self::Incomplete => texts::INCOMPLETE,
            Self::OtherInputs => texts::OTHER_INPUTS,
            Self::Fails => texts::FAILS,
        }
        .text(lang)
    }
}

/// What was missing for a check.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Missing {
    /// The plan.
    Plan,
    /// The registry.
    Registry,
    /// The history.
    History,
    /// The roster.
    Roster,
    /// The secret of a blinded commitment.
    Secret,
    /// The input that was sealed, because another one was provided.
    SealedInput,
    /// The secret of the sealing, because another one was provided.
    SealedSecret,
    /// The record. A public form has no teams and no reserves, and could not be drawn again.
    Record,
    /// A larger limit. The check would cost more than [`crate::limits`] allow.
    Limit,
    /// Another check, which must be established first.
    EarlierCheck,
}

impl Missing {
    /// The word in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Registry => "registry",
            Self::History => "history",
            Self::Roster => "roster",
            Self::Secret => "secret",
            Self::SealedInput => "sealed_input",
            Self::SealedSecret => "sealed_secret",
            Self::Record => "record",
            Self::Limit => "limit",
            Self::EarlierCheck => "earlier_check",
        }
    }

    /// The text for people.
    pub const fn message(self, lang: Lang) -> &'static str {
        match self {
            Self::Plan => texts::NEEDS_PLAN,
            Self::Registry => texts::NEEDS_REGISTRY,
            Self::History => texts::NEEDS_HISTORY,
            Self::Roster => texts::NEEDS_ROSTER,
            Self::Secret => texts::NEEDS_SECRET,
            Self::SealedInput => texts::NEEDS_SEALED_INPUT,
            Self::SealedSecret => texts::NEEDS_SEALED_SECRET,
            Self::Record => texts::NEEDS_RECORD,
            Self::Limit => texts::NEEDS_LIMIT,
            Self::EarlierCheck => texts::NEEDS_EARLIER_CHECK,
        }
        .text(lang)
    }
}

/// The outcome of a check [V1].
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Outcome {
    /// The statement is true.
    Established,
    /// The statement is false.
    Failed {
        /// The value that follows from the rules.
        expected: Text,
        /// The value in the document.
        found: Text,
    },
    /// The check could not be made.
    NotChecked {
        /// What was missing.
        missing: Missing,
    },
    /// The statement can only be trusted. Checks of receipts have this outcome, and values that nobody noted.
    OnTrust,
}

impl Outcome {
    /// The word in JSON.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Established => "established",
            Self::Failed { .. } => "failed",
            Self::NotChecked { .. } => "not_checked",
            Self::OnTrust => "on_trust",
        }
    }

    /// Established if both values are the same, otherwise failed.
    pub(crate) fn compare(expected: impl ToString, found: impl ToString) -> Self {
        let (expected, found) = (expected.to_string(), found.to_string());
        if expected == found {
            Self::Established
        } else {
            Self::failed(expected, found)
        }
    }

    /// The outcome of a statement that depends on another one. It is on trust if the other is, and not checked if the
    /// other failed or was not checked.
    pub(crate) fn given(self, other: Option<&Self>) -> Self {
        match other {
            _ if self != Self::Established => self,
            Some(Self::Established) => self,
            Some(Self::Failed { .. } | Self::NotChecked { .. }) => {
                Self::want(Missing::EarlierCheck)
            }
            Some(Self::OnTrust) | None => Self::OnTrust,
        }
    }

    pub(crate) const fn want(missing: Missing) -> Self {
        Self::NotChecked { missing }
    }

    /// A failed outcome, with values of the document or texts.
    pub(crate) fn failed(expected: impl Localized, found: impl Localized) -> Self {
        Self::Failed {
            expected: Text::of(|lang| expected.text(lang)),
            found: Text::of(|lang| found.text(lang)),
        }
    }
}
