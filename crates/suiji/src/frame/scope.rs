//! Which rows of the registry a task is about, and in which stratum each counts [F1, F3].

use std::collections::BTreeSet;

use super::ALL;
use crate::base::place::wide;
use crate::inputs::plan::{Plan, Task};
use crate::inputs::registry::{Registry, Row};

/// What a task's `scope` says of each distinct value of the registry [F1], and [F3] of each class.
pub(crate) struct Matches {
    categories: Vec<bool>,
    districts: Vec<bool>,
    industries: Vec<bool>,
    /// The place of the class, `None` where the task has no stratum for it.
    pub(super) strata: Vec<Option<u8>>,
}

impl Matches {
    /// [F1, F3] Applies the scope to each distinct value of the registry, and finds the stratum of each class.
    pub(crate) fn new(plan: &Plan, task: &Task, registry: &Registry) -> Self {
        let (scope, store) = (&task.scope, registry.store());
        let wanted: BTreeSet<&str> = scope.categories.iter().map(String::as_str).collect();
        let shares = |categories: &[&str]| {
            wanted.is_empty() || categories.iter().any(|category| wanted.contains(category))
        };
        let (districts, industries) = (
            Prefixes::new(&scope.districts),
            Prefixes::new(&scope.industries),
        );
        let unrated = task.risk.unrated_as.as_ref();
        let stratum = |class: Option<&str>| {
            if task.risk.is_empty() {
                return Some(0);
            }
            let class = class.or(unrated.map(|class| class.as_str()))?;
            plan.class_index(class)
                .and_then(|index| u8::try_from(index).ok())
        };
        Self {
            categories: store.categories.map(shares),
            districts: store.districts.map(|value| districts.admit(value)),
            industries: store.industries.map(|value| industries.admit(value)),
            strata: store.classes.map(stratum),
        }
    }

    /// [F1] Whether a row matches the scope of the task.
    pub(super) fn matches(&self, task: &Task, row: &Row) -> bool {
        Condition::ALL
            .into_iter()
            .all(|condition| self.meets(condition, task, row))
    }

    /// [F1] Whether a row meets one condition of the task.
    pub(crate) fn meets(&self, condition: Condition, task: &Task, row: &Row) -> bool {
        match condition {
            Condition::Status => !row.inactive,
            Condition::Categories => self.categories[wide(row.categories)],
            Condition::Districts => self.districts[wide(row.district)],
            Condition::Industries => self.industries[wide(row.industry)],
            Condition::EstablishedBefore => task.scope.established_before.is_none_or(|before| {
                row.established()
                    .is_some_and(|established| established < before)
            }),
        }
    }
}

/// What a row must meet to match a task [F1].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Condition {
    Status,
    Categories,
    Districts,
    Industries,
    EstablishedBefore,
}

impl Condition {
    pub(crate) const ALL: [Self; 5] = [
        Self::Status,
        Self::Categories,
        Self::Districts,
        Self::Industries,
        Self::EstablishedBefore,
    ];
}

/// Prefixes of which a value must have one, sorted; none of them begins another.
struct Prefixes<'p>(Vec<&'p str>);

impl<'p> Prefixes<'p> {
    fn new(prefixes: &'p [String]) -> Self {
        let mut sorted: Vec<&str> = prefixes.iter().map(String::as_str).collect();
        sorted.sort_unstable();
        // What begins with the one before adds nothing.
        sorted.dedup_by(|later, earlier| later.starts_with(*earlier));
        Self(sorted)
    }

    /// Whether the value has one of the prefixes, or there are none.
    fn admit(&self, value: Option<&str>) -> bool {
        if self.0.is_empty() {
            return true;
        }
        // Only the greatest of those that are not after the value can begin it.
        let begins = |value: &str| {
            let after = self.0.partition_point(|prefix| *prefix <= value);
            after > 0 && value.starts_with(self.0[after - 1])
        };
        value.is_some_and(begins)
    }
}

/// Whether the one row of a registry matches a task's scope [F1], and the stratum that it would have [F3].
pub(crate) fn matches_one(plan: &Plan, task: &Task, registry: &Registry) -> (bool, Option<String>) {
    let matches = Matches::new(plan, task, registry);
    let Some(row) = registry.rows().first() else {
        return (false, None);
    };
    let stratum = matches.strata[wide(row.class)].map(|class| {
        if task.risk.is_empty() {
            ALL.to_owned()
        } else {
            plan.classes[usize::from(class)].id.to_string()
        }
    });
    (matches.matches(task, row), stratum)
}
