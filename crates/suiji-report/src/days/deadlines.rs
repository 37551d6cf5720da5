//! The deadlines of a draw that a rule gives, with the rule.

use super::Span;
use crate::base::texts::{self, Text};

/// A deadline and the document that sets it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    /// `notify`, `report` or `publish`.
    pub(crate) what: &'static str,
    pub(crate) span: Span,
    /// The document, and how far it could be checked.
    pub(crate) source: fn() -> Text,
}

/// The deadlines of the rules that are known. The first two are from the plan of one county, not from a national rule. An
/// office sets its own in `office.json`.
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

/// The document of a known rule, if the deadline of an office is the one that it sets.
pub(crate) fn source(what: &str, span: Span) -> Option<Text> {
    let mut rules = RULES.iter();
    let rule = rules.find(|rule| rule.what == what && rule.span == span)?;
    Some((rule.source)())
}
