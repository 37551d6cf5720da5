//! The deadlines of a draw that a rule gives, with the rule.

use super::Span;
use crate::base::texts::{self, Text};

/// A deadline, and where it is from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    /// `notify`, `report` or `publish`.
    pub(crate) what: &'static str,
    pub(crate) span: Span,
    /// The document, and how far it could be checked.
    pub(crate) source: fn() -> Text,
}

/// What the rules give, as far as they are known. An office sets its own in `office.json`: the first two are from the
/// plan of one county, not from a national rule.
const RULES: [Rule; 3] = [
    // The draw fixes the list of those to be inspected; then the lead is told to collect the task.
    Rule {
        what: "notify",
        span: Span::WorkingDays(3),
        source: texts::source_notify,
    },
    // 日 without 工作: days of the calendar.
    Rule {
        what: "report",
        span: Span::Days(5),
        source: texts::source_report,
    },
    Rule {
        what: "publish",
        span: Span::WorkingDays(20),
        source: texts::source_publish,
    },
];

/// Where a deadline of an office is from, if it is that of a known rule.
pub(crate) fn source(what: &str, span: Span) -> Option<Text> {
    let mut rules = RULES.iter();
    let rule = rules.find(|rule| rule.what == what && rule.span == span)?;
    Some((rule.source)())
}
