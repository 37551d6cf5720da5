//! The published outcomes and measures, and what an outcome counts as [O1].

use crate::base::lang::Lang;
use crate::base::texts::{self, Words};

/// What an outcome counts as [O3].
///
/// If an inspection has outcomes of several groups, the last of them in this order decides.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum OutcomeGroup {
    /// No problem was found.
    Clear,
    /// A problem was found.
    Violation,
    /// The entity could not be found or reached.
    Unreachable,
    /// The entity refused the inspection.
    Refused,
    /// The entity no longer exists, has moved away or does not have this business, so there was nothing to inspect.
    Closed,
}

impl OutcomeGroup {
    /// All groups, in order.
    pub const ALL: [Self; 5] = [
        Self::Clear,
        Self::Violation,
        Self::Unreachable,
        Self::Refused,
        Self::Closed,
    ];

    /// Its name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Violation => "violation",
            Self::Unreachable => "unreachable",
            Self::Refused => "refused",
            Self::Closed => "closed",
        }
    }

    /// Its name for people.
    pub const fn name(self, lang: Lang) -> &'static str {
        let words = match self {
            Self::Clear => texts::GROUP_CLEAR,
            Self::Violation => texts::GROUP_VIOLATION,
            Self::Unreachable => texts::GROUP_UNREACHABLE,
            Self::Refused => texts::GROUP_REFUSED,
            Self::Closed => texts::GROUP_CLOSED,
        };
        words.text(lang)
    }
}

/// A published outcome of an inspection, from the two lists in use [O1].
///
/// An office can add its own: [`super::OwnOutcome`].
#[derive(Debug)]
pub struct OutcomeCode {
    code: &'static str,
    group: OutcomeGroup,
    name: Words,
    list_2017: Option<&'static str>,
    list_later: Option<&'static str>,
}

impl OutcomeCode {
    /// All published outcomes.
    pub const ALL: &'static [Self] = ALL;

    /// The published outcome with a code.
    ///
    /// ```
    /// use suiji::Lang;
    /// use suiji::results::OutcomeCode;
    ///
    /// let outcome = OutcomeCode::of("rectified").expect("a published outcome");
    /// assert_eq!(outcome.name(Lang::Zh), "发现问题已责令改正");
    /// assert_eq!(outcome.list_later(), Some("E"));
    /// ```
    pub fn of(code: &str) -> Option<&'static Self> {
        ALL.iter().find(|of| of.code == code)
    }

    /// Its code in JSON, such as `no_problem`.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Its published name.
    pub const fn name(&self, lang: Lang) -> &'static str {
        self.name.text(lang)
    }

    /// What it counts as.
    pub const fn group(&self) -> OutcomeGroup {
        self.group
    }

    /// Whether it is a reason to put an entity on the list of abnormal operations (经营异常名录): information was not
    /// published or is false, or the entity cannot be reached.
    pub fn is_abnormal(&self) -> bool {
        ABNORMAL.contains(&self.code)
    }

    /// Its number in the list of 2017, for inspections of published information.
    pub const fn list_2017(&self) -> Option<&'static str> {
        self.list_2017
    }

    /// Its sign in the later list.
    pub const fn list_later(&self) -> Option<&'static str> {
        self.list_later
    }
}

const fn outcome(
    code: &'static str,
    group: OutcomeGroup,
    name: Words,
    list_2017: Option<&'static str>,
    list_later: Option<&'static str>,
) -> OutcomeCode {
    OutcomeCode {
        code,
        group,
        name,
        list_2017,
        list_later,
    }
}

use OutcomeGroup::{Clear, Closed, Refused, Unreachable, Violation};

#[rustfmt::skip]
const ALL: &[OutcomeCode] = &[
    outcome("no_problem", Clear, texts::OUTCOME_NO_PROBLEM, Some("1"), Some("1")),
    outcome("not_published", Violation, texts::OUTCOME_NOT_PUBLISHED, None, Some("B")),
    outcome("information_not_published", Violation, texts::OUTCOME_INFORMATION_NOT_PUBLISHED, Some("2"), None),
    outcome("report_not_published", Violation, texts::OUTCOME_REPORT_NOT_PUBLISHED, Some("3"), None),
    outcome("false_information", Violation, texts::OUTCOME_FALSE_INFORMATION, Some("5"), Some("C")),
    outcome("food_drug_violation", Violation, texts::OUTCOME_FOOD_DRUG, None, Some("3")),
    outcome("quality_violation", Violation, texts::OUTCOME_QUALITY, None, Some("4")),
    outcome("other_rules_violation", Violation, texts::OUTCOME_OTHER_RULES, None, Some("5")),
    outcome("public_security_violation", Violation, texts::OUTCOME_PUBLIC_SECURITY, None, Some("G")),
    outcome("other_violation", Violation, texts::OUTCOME_OTHER_VIOLATION, None, Some("D")),
    outcome("rectified", Violation, texts::OUTCOME_RECTIFIED, None, Some("E")),
    outcome("unreachable", Unreachable, texts::OUTCOME_UNREACHABLE, Some("4"), Some("6")),
    outcome("uncooperative", Refused, texts::OUTCOME_UNCOOPERATIVE, Some("6"), Some("8")),
    outcome("closed_down", Closed, texts::OUTCOME_CLOSED_DOWN, None, Some("7")),
    outcome("deregistered", Closed, texts::OUTCOME_DEREGISTERED, Some("7"), Some("9")),
    outcome("licence_revoked", Closed, texts::OUTCOME_LICENCE_REVOKED, Some("8"), Some("10")),
    outcome("registration_cancelled", Closed, texts::OUTCOME_REGISTRATION_CANCELLED, Some("9"), Some("11")),
    outcome("moved_away", Closed, texts::OUTCOME_MOVED_AWAY, None, Some("12")),
    outcome("no_such_business", Closed, texts::OUTCOME_NO_SUCH_BUSINESS, None, Some("F")),
];

/// The outcomes that are reasons for the list of abnormal operations.
const ABNORMAL: [&str; 5] = [
    "not_published",
    "information_not_published",
    "report_not_published",
    "false_information",
    "unreachable",
];

/// A published measure that may follow an inspection [O1].
///
/// An office can add its own: [`super::OwnMeasure`].
#[derive(Debug)]
pub struct MeasureCode {
    code: &'static str,
    name: Words,
}

impl MeasureCode {
    /// All published measures.
    pub const ALL: &'static [Self] = MEASURES;

    /// The published measure with a code.
    pub fn of(code: &str) -> Option<&'static Self> {
        MEASURES.iter().find(|of| of.code == code)
    }

    /// Its code in JSON, such as `rectification`.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Its name.
    pub const fn name(&self, lang: Lang) -> &'static str {
        self.name.text(lang)
    }
}

#[rustfmt::skip]
const MEASURES: &[MeasureCode] = &[
    MeasureCode { code: "rectification", name: texts::MEASURE_RECTIFICATION },
    MeasureCode { code: "case", name: texts::MEASURE_CASE },
    MeasureCode { code: "abnormal_list", name: texts::MEASURE_ABNORMAL_LIST },
    MeasureCode { code: "transfer", name: texts::MEASURE_TRANSFER },
    MeasureCode { code: "stop", name: texts::MEASURE_STOP },
];
