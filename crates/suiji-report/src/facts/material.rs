//! The data from which the facts are made.

use std::collections::BTreeMap;

use suiji::amend::{AmendedTeam, Change, State};
use suiji::plan::Class;
use suiji::{Amendments, Inputs, Lang, Record, Results, Sealed};

use super::named::Named;
use crate::days::Calendar;
use crate::office::Office;

/// A draw, the changes after it, and the settings of the office.
#[derive(Debug)]
pub(crate) struct Material<'m> {
    pub(crate) sealed: &'m Sealed,
    pub(crate) record: &'m Record,
    pub(crate) amendments: Option<&'m Amendments>,
    pub(crate) results: Option<&'m Results>,
    pub(crate) state: &'m State<'m>,
    pub(crate) office: &'m Office,
    pub(crate) calendar: &'m Calendar,
    pub(crate) lang: Lang,
}

impl<'m> Material<'m> {
    pub(crate) fn inputs(&self) -> &'m Inputs {
        self.sealed.inputs()
    }

    /// An entity with its name in the registry.
    pub(crate) fn entity(&self, id: &str) -> Named {
        let name = self.inputs().registry().name(id).unwrap_or_default();
        Named::new(id, name)
    }

    /// An inspector with the name in the roster. An inspector assigned by hand may not be in
    /// the roster.
    pub(crate) fn inspector(&self, id: &str) -> Named {
        let name = self.inputs().roster().name(id);
        Named::new(id, name.map_or("", |(name, _)| name))
    }

    pub(crate) fn department(&self, inspector: &str) -> Option<String> {
        let found = self.inputs().roster().name(inspector);
        found.map(|(_, department)| department.to_owned())
    }

    /// A task with its name in the plan.
    pub(crate) fn task(&self, id: &str) -> Named {
        let found = self.inputs().plan().task(id);
        Named::new(id, found.map_or("", |task| task.name()))
    }

    /// The name of a class in the plan. In English it is the id, because the names are
    /// Chinese.
    pub(crate) fn class(&self, id: &str) -> String {
        let mut classes = self.inputs().plan().classes().iter();
        let named = classes.find(|class| class.id().as_str() == id);
        match self.lang {
            Lang::En => id.to_owned(),
            _ => named.map_or(id, Class::name).to_owned(),
        }
    }

    /// The entity that each used reserve replaces, by task.
    pub(crate) fn replaced(&self) -> BTreeMap<(&'m str, &'m str), &'m str> {
        let list = self.amendments.map(Amendments::list).unwrap_or_default();
        let of_change = |change: &'m Change| match change {
            Change::Reserve {
                task,
                entity,
                reserve,
                ..
            } => Some(((task.as_str(), reserve.as_str()), entity.as_str())),
            _ => None,
        };
        list.iter()
            .filter_map(|amendment| of_change(amendment.change()))
            .collect()
    }

    /// The current teams of a task, in order.
    pub(crate) fn teams(&self, task: &str) -> Vec<AmendedTeam<'m>> {
        self.state.teams(task).collect()
    }
}
