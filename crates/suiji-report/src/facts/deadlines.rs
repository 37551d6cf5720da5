//! Deadlines, and their last days.

use serde::Serialize;
use suiji::values::Date;

use super::material::Material;
use crate::base::texts;
use crate::days::{Span, source};
use crate::office::Length;

/// A deadline.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DeadlineFacts {
    /// `notify`, `report` or `publish`.
    pub(crate) what: &'static str,
    /// The rule in words, such as «3个工作日».
    pub(crate) rule: String,
    /// The document that gives this rule, if it is a known one.
    pub(crate) source: Option<String>,
    /// The last day, if it can be computed.
    pub(crate) last_day: Option<String>,
    /// The notices of holidays by which its working days were counted.
    pub(crate) notices: Vec<String>,
    /// The reason why there is no last day, if the year has no table.
    pub(crate) problem: Option<String>,
}

impl DeadlineFacts {
    /// The deadlines after a visit that ends on this day.
    pub(super) fn of_visit(material: &Material<'_>, last: Option<Date>) -> Vec<Self> {
        let deadlines = &material.office.deadlines;
        let report = deadlines.report.map(|length| ("report", length));
        let publish = deadlines.publish.map(|length| ("publish", length));
        [report, publish]
            .into_iter()
            .flatten()
            .map(|(what, length)| Self::new(material, what, length, last))
            .collect()
    }

    pub(super) fn new(
        material: &Material<'_>,
        what: &'static str,
        length: Length,
        from: Option<Date>,
    ) -> Self {
        let span = Span::from(length);
        let last_day = from.map(|from| material.calendar.after(from, span));
        let rule = match span {
            Span::Days(count) => texts::days(count),
            Span::WorkingDays(count) => texts::working_days(count),
        };
        let notices = match (from, &last_day, span) {
            (Some(from), Some(Ok(last)), Span::WorkingDays(_)) => {
                let notices = material.calendar.notices(from, *last);
                notices.map(str::to_owned).collect()
            }
            _ => Vec::new(),
        };
        let (last_day, problem) = match last_day {
            Some(Ok(day)) => (Some(day.to_string()), None),
            Some(Err(error)) => (None, Some(error.message(material.lang))),
            None => (None, None),
        };
        Self {
            what,
            rule: rule.get(material.lang).to_owned(),
            source: source(what, span).map(|of| of.get(material.lang).to_owned()),
            last_day,
            notices,
            problem,
        }
    }
}
