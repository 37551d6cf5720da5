//! Which rows of the registry a task is about, and the stratum of each [F1, F3].

use std::collections::{BTreeMap, BTreeSet};

use super::ALL;
use crate::base::place::{narrow, wide};
use crate::inputs::plan::{Plan, Task};
use crate::inputs::registry::{Registry, Row};

/// The result of a task's `scope` for each distinct value of the registry [F1], and the result of [F3] for each class.
pub(crate) struct Matches {
    categories: Vec<bool>,
    districts: Vec<bool>,
    industries: Vec<bool>,
    /// The index of the class, `None` if the task has no stratum for it.
    pub(super) strata: Vec<Option<u8>>,
}

/// The distinct values of a registry. The scopes of many tasks are evaluated for these values only.
pub(crate) struct Scopes<'r> {
    registry: &'r Registry,
    /// By category: the sets of categories that it is in.
    categories: BTreeMap<&'r str, Vec<usize>>,
    /// How many sets of categories there are, the empty one included.
    sets: usize,
    districts: Values<'r>,
    industries: Values<'r>,
}

impl<'r> Scopes<'r> {
    pub(crate) fn new(registry: &'r Registry) -> Self {
        let store = registry.store();
        let mut categories: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let sets = 1 + store.categories.len();
        for number in 1..sets {
            for category in store.categories.texts(narrow(number)) {
                categories.entry(category).or_default().push(number);
            }
        }
        Self {
            registry,
            categories,
            sets,
            districts: Values::new(store.districts.values()),
            industries: Values::new(store.industries.values()),
        }
    }

    /// [F1, F3] Applies the scope of a task to each distinct value of the registry, and finds the stratum of each class.
    pub(crate) fn of(&self, plan: &Plan, task: &Task) -> Matches {
        let (scope, store) = (&task.scope, self.registry.store());
        let wanted: BTreeSet<&str> = scope.categories.iter().map(String::as_str).collect();
        let mut categories = vec![wanted.is_empty(); self.sets];
        for &set in wanted
            .iter()
            .filter_map(|of| self.categories.get(of))
            .flatten()
        {
            categories[set] = true;
        }
        let unrated = task.risk.unrated_as.as_ref();
        let stratum = |class: Option<&str>| {
            if task.risk.is_empty() {
                return Some(0);
            }
            let class = class.or(unrated.map(|class| class.as_str()))?;
            plan.class_index(class)
                .and_then(|index| u8::try_from(index).ok())
        };
        Matches {
            categories,
            districts: self.districts.admitted(&scope.districts),
            industries: self.industries.admitted(&scope.industries),
            strata: store.classes.map(stratum),
        }
    }
}

impl Matches {
    /// [F1] Whether a row matches the scope of the task.
    pub(super) fn matches(&self, task: &Task, row: &Row) -> bool {
        self.unmet(task, row).is_none()
    }

    /// [F1] The first condition of the task that a row does not meet.
    pub(crate) fn unmet(&self, task: &Task, row: &Row) -> Option<Condition> {
        let mut all = Condition::ALL.into_iter();
        all.find(|condition| !self.meets(*condition, task, row))
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

/// A condition that a row must meet to match a task [F1].
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

    /// The field of the scope and the field of a row. A scope has no field for the status, so both are `status` then.
    pub(crate) const fn fields(self) -> (&'static str, &'static str) {
        match self {
            Self::Status => ("status", "status"),
            Self::Categories => ("categories", "categories"),
            Self::Districts => ("districts", "district"),
            Self::Industries => ("industries", "industry"),
            Self::EstablishedBefore => ("established_before", "established"),
        }
    }

    /// Whether a row has nothing in that field.
    pub(crate) const fn is_blank(self, row: &Row) -> bool {
        match self {
            Self::Status => false,
            Self::Categories => row.categories == 0,
            Self::Districts => row.district == 0,
            Self::Industries => row.industry == 0,
            Self::EstablishedBefore => !row.has_established(),
        }
    }
}

/// Distinct values, sorted, with their numbers from 1 on.
struct Values<'r> {
    sorted: Vec<(&'r str, usize)>,
}

impl<'r> Values<'r> {
    fn new(values: impl Iterator<Item = &'r str>) -> Self {
        let mut sorted: Vec<(&str, usize)> = values.zip(1..).collect();
        sorted.sort_unstable();
        Self { sorted }
    }

    /// By number: whether the value begins with one of the prefixes. Number 0 means no value. Without prefixes, all
    /// values match.
    fn admitted(&self, prefixes: &[String]) -> Vec<bool> {
        let mut admitted = vec![prefixes.is_empty(); self.sorted.len() + 1];
        let mut prefixes: Vec<&str> = prefixes.iter().map(String::as_str).collect();
        prefixes.sort_unstable();
        // A prefix that begins with the one before is redundant.
        prefixes.dedup_by(|later, earlier| later.starts_with(*earlier));
        for prefix in prefixes {
            let from = self.sorted.partition_point(|(value, _)| *value < prefix);
            let having = self.sorted[from..].iter();
            for &(_, number) in having.take_while(|(value, _)| value.starts_with(prefix)) {
                admitted[number] = true;
            }
        }
        admitted
    }
}

/// For a registry of one row: whether the row matches the scope of a task [F1], and which stratum it would have [F3].
pub(crate) fn matches_one(plan: &Plan, task: &Task, registry: &Registry) -> (bool, Option<String>) {
    let matches = Scopes::new(registry).of(plan, task);
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
