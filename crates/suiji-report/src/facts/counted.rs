//! The number of drawn entities, and the counts of their results [O3].

use serde::Serialize;
use suiji::results::{Counts, OutcomeGroup};

use crate::base::share::percent;

/// The counts of a task, class or inspector.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct CountFacts {
    /// Selected entities and used reserves.
    pub(crate) drawn: u64,
    /// Entities that were replaced by a reserve and have no result of their
    /// own.
    pub(crate) replaced: u64,
    /// Entities for which a result is expected: drawn, but not replaced.
    pub(crate) due: u64,
    pub(crate) with_result: u64,
    pub(crate) open: u64,
    pub(crate) clear: u64,
    pub(crate) violation: u64,
    pub(crate) unreachable: u64,
    pub(crate) refused: u64,
    pub(crate) closed: u64,
    pub(crate) published: u64,
    /// The share of `due` with a result, in per cent; none if nothing is due.
    pub(crate) done_share: Option<String>,
    /// The share of published results among all results.
    pub(crate) published_share: Option<String>,
    /// The share of violations among inspected entities (clear or violation).
    pub(crate) violation_share: Option<String>,
}

impl CountFacts {
    pub(super) fn of(counts: &Counts) -> Self {
        let of = |group| counts.of(group);
        Self {
            drawn: counts.drawn(),
            replaced: counts.replaced(),
            open: counts.open(),
            clear: of(OutcomeGroup::Clear),
            violation: of(OutcomeGroup::Violation),
            unreachable: of(OutcomeGroup::Unreachable),
            refused: of(OutcomeGroup::Refused),
            closed: of(OutcomeGroup::Closed),
            published: counts.published(),
            ..Self::default()
        }
        .with_shares()
    }

    /// Both together.
    pub(super) fn and(&self, other: &Self) -> Self {
        Self {
            drawn: self.drawn + other.drawn,
            replaced: self.replaced + other.replaced,
            open: self.open + other.open,
            clear: self.clear + other.clear,
            violation: self.violation + other.violation,
            unreachable: self.unreachable + other.unreachable,
            refused: self.refused + other.refused,
            closed: self.closed + other.closed,
            published: self.published + other.published,
            ..Self::default()
        }
        .with_shares()
    }

    /// Entities that could not be inspected: not found, refused, closed.
    pub(crate) const fn not_inspected(&self) -> u64 {
        self.unreachable + self.refused + self.closed
    }

    fn with_shares(self) -> Self {
        let due = self.drawn - self.replaced;
        let inspected = self.clear + self.violation;
        let with_result = inspected + self.not_inspected();
        let share = |part, whole| (whole > 0).then(|| percent(part, whole));
        Self {
            due,
            with_result,
            done_share: share(with_result, due),
            published_share: share(self.published, with_result),
            violation_share: share(self.violation, inspected),
            ..self
        }
    }
}
