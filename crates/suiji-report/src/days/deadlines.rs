//! The known deadlines of a draw, each with its rule.

use super::Span;
use crate::base::texts::{self, Text};

/// A deadline and the document that sets it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    /// `notify`, `report` or `publish`.
    pub(crate) what: &'static str,
    pub(crate) span: Span,
    /// The document, and whether it could be checked.
    pub(crate) source: fn() -> Text,
}

/// The deadlines of the known rules. The first two are from the plan of one county, not from a national rule. An office
/// sets its own in `office.json`.
const RULES: [Rule; 3] = [
    // The draw decides the list of entities. Then the lead is notified and collects the task.
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

/// The document of a known rule, if the office's deadline is the same as in the document.
pub(crate) fn source(what: &str, span: Span) -> Option<Text> {
    let mut rules = RULES.iter();
    let rule = rules.find(|rule| rule.what == what && rule.span == span)?;
    Some((rule.source)())
}
