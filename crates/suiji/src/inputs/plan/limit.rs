//! How often an entity may be visited (频次上限) [I2, F2].

use crate::base::date::Date;
use crate::base::id::{ClassId, LimitId};

/// A limit on the visits of one entity [I2]. The plan sets it for visits of any task, or a task for its own visits.
///
/// An entity that was visited on this number of different dates is excluded. The reason is the id of the limit [F2].
///
/// ```
/// use suiji::Plan;
/// use suiji::plan::{Limit, Quota, Task};
///
/// let twice = Limit::new("twice".parse()?, 2);
/// let low = Limit::new("low".parse()?, 1)
///     .with_from("2023-01-01".parse()?)
///     .with_classes(&["low".parse()?])
///     .with_by(&["县市场监管局"]);
/// let plan = Plan::builder("样例计划", "样例县工信局", 2024)
///     .with_limits(vec![twice, low])
///     .with_task(Task::new("J1".parse()?, "抽查").with_quota(Quota::Count { count: 3 }))
///     .build()?;
/// assert_eq!(plan.limits()[1].visits(), 1);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Limit {
    pub(crate) id: LimitId,
    pub(crate) visits: u64,
    pub(crate) from: Option<Date>,
    pub(crate) classes: Option<Vec<ClassId>>,
    pub(crate) by: Option<Vec<String>>,
}

impl Limit {
    /// The reason for entities that the registry exempts. No limit has this id [I2].
    pub(crate) const EXEMPT: &str = "exempt";

    /// At most this many visits in the year of the plan.
    pub const fn new(id: LimitId, visits: u64) -> Self {
        Self {
            id,
            visits,
            from: None,
            classes: None,
            by: None,
        }
    }

    /// Counts visits from this day on. The day may be in an earlier year.
    #[must_use]
    pub fn with_from(self, date: Date) -> Self {
        Self {
            from: Some(date),
            ..self
        }
    }

    /// Applies the limit only to entities of these classes. A plan is refused if the list is empty.
    #[must_use]
    pub fn with_classes(self, classes: &[ClassId]) -> Self {
        Self {
            classes: Some(classes.to_vec()),
            ..self
        }
    }

    /// Counts only visits by one of these departments or levels, and visits for which the history does not name the
    /// visitors.
    #[must_use]
    pub fn with_by(self, by: &[&str]) -> Self {
        Self {
            by: Some(by.iter().map(|text| (*text).to_owned()).collect()),
            ..self
        }
    }

    /// Its id.
    pub const fn id(&self) -> &LimitId {
        &self.id
    }

    /// On how many different dates an entity may be visited, at least 1.
    pub const fn visits(&self) -> u64 {
        self.visits
    }

    /// The day from which visits count. Without it, they count from the first day of the year.
    pub const fn from(&self) -> Option<Date> {
        self.from
    }

    /// The classes to which it applies. If there are none, it applies to all.
    pub fn classes(&self) -> Option<&[ClassId]> {
        self.classes.as_deref()
    }

    /// The departments or levels whose visits count. If there are none, all visits count.
    pub fn by(&self) -> Option<&[String]> {
        self.by.as_deref()
    }
}
