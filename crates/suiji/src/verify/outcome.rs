//! What comes of a check, and of all checks together [V1].

use crate::base::lang::Lang;
use crate::base::texts::{self, Localized, Text};

/// What a report comes to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Verdict {
    /// Every check is established.
    Holds,
    /// None failed, and some could not be made.
    Incomplete,
    /// At least one failed.
    Fails,
}

impl Verdict {
    /// Its name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Incomplete => "incomplete",
            Self::Fails => "fails",
        }
    }

    /// In words.
    pub const fn message(self, lang: Lang) -> &'static str {
        match self {
            Self::Holds => texts::HOLDS,
            Self::Incomplete => texts::INCOMPLETE,
            Self::Fails => texts::FAILS,
        }
        .text(lang)
    }
}

/// What was wanting for a check.
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
    /// The secret of a blinded sheet.
    Secret,
    /// A check of drand signatures, which this version lacks.
    DrandSupport,
    /// Another check that failed or could not be made.
    EarlierCheck,
}

impl Missing {
    /// Its name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Registry => "registry",
            Self::History => "history",
            Self::Roster => "roster",
            Self::Secret => "secret",
            Self::DrandSupport => "drand_support",
            Self::EarlierCheck => "earlier_check",
        }
    }

    /// In words.
    pub const fn message(self, lang: Lang) -> &'static str {
        match self {
            Self::Plan => texts::NEEDS_PLAN,
            Self::Registry => texts::NEEDS_REGISTRY,
            Self::History => texts::NEEDS_HISTORY,
            Self::Roster => texts::NEEDS_ROSTER,
            Self::Secret => texts::NEEDS_SECRET,
            Self::DrandSupport => texts::NEEDS_DRAND_SUPPORT,
            Self::EarlierCheck => texts::NEEDS_EARLIER_CHECK,
        }
        .text(lang)
    }
}

/// What came of a check.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Outcome {
    /// It is so.
    Established,
    /// It is not so.
    Failed {
        /// What would be right.
        expected: Text,
        /// What stands there.
        found: Text,
    },
    /// It could not be checked.
    NotChecked {
        /// For want of what.
        missing: Missing,
    },
    /// It can only be believed: of receipts alone.
    OnTrust,
}

impl Outcome {
    /// Its name in JSON.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Established => "established",
            Self::Failed { .. } => "failed",
            Self::NotChecked { .. } => "not_checked",
            Self::OnTrust => "on_trust",
        }
    }

    /// Established where the two are the same value.
    pub(crate) fn compare(expected: impl ToString, found: impl ToString) -> Self {
        let (expected, found) = (expected.to_string(), found.to_string());
        if expected == found {
            Self::Established
        } else {
            Self::failed(expected, found)
        }
    }

    pub(crate) const fn want(missing: Missing) -> Self {
        Self::NotChecked { missing }
    }

    /// Failed: values of the document, or texts.
    pub(crate) fn failed(expected: impl Localized, found: impl Localized) -> Self {
        Self::Failed {
            expected: Text::of(|lang| expected.text(lang)),
            found: Text::of(|lang| found.text(lang)),
        }
    }
}
