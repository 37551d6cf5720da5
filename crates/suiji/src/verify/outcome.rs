//! What comes of a check, and of all checks together [V1].

use super::text::Text;
use crate::base::lang::Lang;

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
        match (self, lang) {
            (Self::Holds, Lang::Zh) => "成立",
            (Self::Incomplete, Lang::Zh) => "未发现不符，但核验不完整",
            (Self::Fails, Lang::Zh) => "不成立",
            (Self::Holds, Lang::En) => "holds",
            (Self::Incomplete, Lang::En) => "nothing failed, but the verification is incomplete",
            (Self::Fails, Lang::En) => "fails",
        }
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
        match (self, lang) {
            (Self::Plan, Lang::Zh) => "抽查计划",
            (Self::Registry, Lang::Zh) => "检查对象名录库",
            (Self::History, Lang::Zh) => "检查历史",
            (Self::Roster, Lang::Zh) => "执法检查人员名录库",
            (Self::Secret, Lang::Zh) => "盲化密钥",
            (Self::DrandSupport, Lang::Zh) => "drand 支持",
            (Self::EarlierCheck, Lang::Zh) => "前一项核验的成立",
            (Self::DrandSupport, Lang::En) => "drand support",
            (Self::EarlierCheck, Lang::En) => "an earlier check",
            (_, Lang::En) => self.as_str(),
        }
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
        let (expected, found) = (Text::value(expected), Text::value(found));
        if expected == found {
            Self::Established
        } else {
            Self::Failed { expected, found }
        }
    }

    pub(crate) const fn want(missing: Missing) -> Self {
        Self::NotChecked { missing }
    }

    /// Failed, where both sides are values of the document.
    pub(crate) fn differs(expected: impl ToString, found: impl ToString) -> Self {
        Self::failed(Text::value(expected), Text::value(found))
    }

    pub(crate) const fn failed(expected: Text, found: Text) -> Self {
        Self::Failed { expected, found }
    }

    /// Failed, since the sheet has no such stratum.
    pub(crate) fn no_stratum(found: &str) -> Self {
        let right = Text::words("封存单中的层", "a stratum of the sheet");
        Self::failed(right, Text::value(found))
    }
}
