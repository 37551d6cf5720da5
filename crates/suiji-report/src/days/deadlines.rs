//! The deadlines of a draw that a rule gives, with the rule.

use super::Span;

/// A deadline, and where it is from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    /// `notify`, `report` or `publish`.
    pub(crate) what: &'static str,
    pub(crate) span: Span,
    /// The document, and how far it could be checked.
    pub(crate) source: &'static str,
}

/// What the rules give, as far as they are known. An office sets its own in `office.json`: the first two are from the
/// plan of one county, not from a national rule.
pub(crate) const RULES: [Rule; 3] = [
    // The list of those to be inspected is fixed by the draw; the lead is told to collect the task.
    Rule {
        what: "notify",
        span: Span::WorkingDays(3),
        source: "沁工信字〔2024〕15号（一个县的工作计划）：名单确定后3个工作日内通知主办人员领取任务",
    },
    // 日 without 工作: days of the calendar.
    Rule {
        what: "report",
        span: Span::Days(5),
        source: "沁工信字〔2024〕15号（一个县的工作计划）：检查结束后5日内提交检查报告",
    },
    Rule {
        what: "publish",
        span: Span::WorkingDays(20),
        source: "国发〔2019〕5号（据地方工作计划转引，全文未核对）：检查结束后20个工作日内公示结果",
    },
];
