//! The data that a case already has: plan, registry and roster. They turn names into ids, and help to recognise
//! words.

mod directory;

use std::collections::BTreeSet;
use std::fmt;

use suiji::plan::{SeatGroup, Task, Team};
use suiji::{Plan, Registry, Roster};

use crate::base::list::List;
use crate::base::texts::{AFTER_NUMBER, NUMERALS, OPENING, fold};
pub(crate) use directory::{Directory, Hit};

/// What a case already has. A list also knows the lists imported before it.
#[derive(Default)]
pub struct Known<'k> {
    pub(crate) plan: Option<Plan>,
    pub(crate) entities: Directory,
    pub(crate) inspectors: Directory,
    registry: Option<Load<'k, Registry>>,
    roster: Option<Load<'k, Roster>>,
}

/// A function that reads a list of the case. It is called only if the list is needed.
type Load<'k, T> = Box<dyn FnOnce() -> Option<T> + 'k>;

impl fmt::Debug for Known<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Known")
            .field("plan", &self.plan)
            .finish_non_exhaustive()
    }
}

impl<'k> Known<'k> {
    /// Adds a plan: its risk classes, tasks, categories, skills and departments.
    pub fn with_plan(self, plan: Plan) -> Self {
        Self {
            plan: Some(plan),
            ..self
        }
    }

    /// Adds the registry. Firm names in recusals and visits are then replaced by ids. It is read only if a list
    /// needs it.
    pub fn with_registry(self, read: impl FnOnce() -> Option<Registry> + 'k) -> Self {
        Self {
            registry: Some(Box::new(read)),
            ..self
        }
    }

    /// Adds the roster. Inspector names in visits are then replaced by ids. It is read only if a list needs it.
    pub fn with_roster(self, read: impl FnOnce() -> Option<Roster> + 'k) -> Self {
        Self {
            roster: Some(Box::new(read)),
            ..self
        }
    }

    /// The registry; read now if necessary.
    pub(crate) fn read_registry(&mut self) -> Option<Registry> {
        self.registry.take().and_then(|read| read())
    }

    /// The roster; read now if necessary.
    pub(crate) fn read_roster(&mut self) -> Option<Roster> {
        self.roster.take().and_then(|read| read())
    }

    /// Reads the lists that a list refers to.
    pub(crate) fn load(&mut self, list: List) {
        if list == List::Registry {
            return;
        }
        if let Some(registry) = self.registry.take().and_then(|read| read()) {
            for entity in registry.iter() {
                self.entities.add(entity.id(), entity.name(), "");
            }
        }
        if list == List::Roster {
            return;
        }
        if let Some(roster) = self.roster.take().and_then(|read| read()) {
            for inspector in roster.iter() {
                let department = inspector.department();
                self.inspectors
                    .add(inspector.id(), inspector.name(), department);
            }
        }
    }

    /// Uses a list that was just imported, instead of the list of the case.
    pub(crate) fn remember(&mut self, list: List, all: Directory) {
        match list {
            List::Registry => (self.entities, self.registry) = (all, None),
            List::Roster => (self.inspectors, self.roster) = (all, None),
            List::History | List::Results | List::Plan => {}
        }
    }

    /// The categories that the plan's scopes name.
    pub(crate) fn categories(&self) -> BTreeSet<String> {
        let tasks = self.plan.iter().flat_map(Plan::tasks);
        tasks
            .flat_map(|task| task.scope().categories.iter().cloned())
            .collect()
    }

    /// The skills that the plan's seats require.
    pub(crate) fn skills(&self) -> BTreeSet<String> {
        self.seats()
            .flat_map(|seat| seat.skills().iter().cloned())
            .collect()
    }

    /// The departments of the plan's seats.
    pub(crate) fn departments(&self) -> BTreeSet<String> {
        self.seats()
            .map(|seat| seat.department().to_owned())
            .collect()
    }

    fn seats(&self) -> impl Iterator<Item = &SeatGroup> {
        let tasks = self.plan.iter().flat_map(Plan::tasks);
        let teams = tasks.filter_map(|task| task.team());
        teams.flat_map(|team| team.seats())
    }

    /// Whether the plan selects by industries.
    pub(crate) fn has_industries(&self) -> bool {
        let mut tasks = self.plan.iter().flat_map(Plan::tasks);
        tasks.any(|task| !task.scope().industries.is_empty())
    }

    /// The fields of a list that the plan needs. Without them the draw would select no entities, or the wrong
    /// ones.
    pub(crate) fn needed(&self, list: List) -> BTreeSet<&'static str> {
        let any = |is: &dyn Fn(&Task) -> bool| {
            let mut tasks = self.plan.iter().flat_map(Plan::tasks);
            tasks.any(is)
        };
        let team = |is: &dyn Fn(&Team) -> bool| any(&|task| task.team().is_some_and(is));
        let all = match list {
            List::Registry => vec![
                (
                    "categories",
                    any(&|task| !task.scope().categories.is_empty()),
                ),
                ("district", any(&|task| !task.scope().districts.is_empty())),
                ("industry", self.has_industries()),
            ],
            List::Roster => vec![
                ("skills", !self.skills().is_empty()),
                ("lead", team(&Team::lead_required)),
            ],
            _ => Vec::new(),
        };
        let needed = all.into_iter().filter(|(_, is)| *is);
        needed.map(|(name, _)| name).collect()
    }

    /// Whether the plan writes industries with the letter of their section.
    pub(crate) fn has_industry_letters(&self) -> bool {
        let tasks = self.plan.iter().flat_map(Plan::tasks);
        let mut industries = tasks.flat_map(|task| task.scope().industries.iter());
        industries.any(|industry| {
            let mut bytes = industry.bytes();
            bytes
                .next()
                .is_some_and(|first| first.is_ascii_alphabetic())
                && bytes.next().is_some()
        })
    }

    /// The id of the plan's task with this id or name.
    pub(crate) fn task(&self, text: &str) -> Option<&str> {
        let tasks = || self.plan.iter().flat_map(Plan::tasks);
        if let Some(task) = tasks().find(|task| task.id().as_str() == text) {
            return Some(task.id().as_str());
        }
        let name = fold(unnumbered(text));
        let mut named = tasks().filter(|task| fold(task.name()) == name);
        let task = named.next()?;
        named.next().is_none().then(|| task.id().as_str())
    }

    /// The only task of the plan, if it has one task.
    pub(crate) fn only_task(&self) -> Option<&str> {
        match self.plan.as_ref().map(Plan::tasks) {
            Some([only]) => Some(only.id().as_str()),
            _ => None,
        }
    }

    /// The id and name of each task of the plan.
    pub(crate) fn tasks(&self) -> impl Iterator<Item = (&str, &str)> {
        let tasks = self.plan.iter().flat_map(Plan::tasks);
        tasks.map(|task| (task.id().as_str(), task.name()))
    }
}

/// A name without the number before it, as in `1.` or `（一）`.
fn unnumbered(text: &str) -> &str {
    let text = text.trim_start();
    let inner = text.trim_start_matches(OPENING);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit() || NUMERALS.contains(&c));
    let numbered = rest.len() < inner.len() && rest.starts_with(AFTER_NUMBER);
    match numbered {
        true => rest.trim_start_matches(AFTER_NUMBER).trim_start(),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_have_a_number_before_it() {
        for text in [
            "1.对甲的抽查",
            "（一）对甲的抽查",
            "12、 对甲的抽查",
            "对甲的抽查",
        ] {
            assert_eq!(unnumbered(text), "对甲的抽查", "{text}");
        }
        for text in ["2024年抽查", "一般抽查", "3"] {
            assert_eq!(unnumbered(text), text);
        }
    }
}
