//! Plan, registry, roster and history, and how they fit together [I1–I6].

mod able;
mod agree;
pub(crate) mod history;
mod letter_case;
pub(crate) mod plan;
pub(crate) mod registry;
pub(crate) mod roster;
pub(crate) mod table;

pub(crate) use able::Able;
pub(crate) use agree::{check_classes, check_seats};
pub(crate) use letter_case::check_case;

use std::io::BufRead;
use std::sync::Arc;

use crate::base::error::{Error, ErrorKind, Faults};
use crate::base::run::Run;
use history::History;
use plan::Plan;
use registry::Registry;
use roster::Roster;

/// The four inputs of a commitment, checked against each other. They are cheap to clone.
///
/// ```
/// use suiji::{History, Inputs, Plan, Registry, Roster};
/// use suiji::tables::Entity;
///
/// let plan = r#"{"title": "样例计划", "authority": "样例县工信局", "year": 2024,
///     "tasks": [{"id": "J1", "name": "抽查", "quota": {"exactly": "40%"}}]}"#.as_bytes();
/// let registry = Registry::from_rows([Entity::new("A-1", "样例企业")])?;
/// let roster = Roster::from_rows([])?; // no task asks for a team
/// let plan = Plan::from_json(plan)?;
/// let inputs = Inputs::new(plan, registry, roster, History::default())?;
/// # drop(inputs);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Inputs {
    pub(crate) plan: Arc<Plan>,
    pub(crate) registry: Arc<Registry>,
    pub(crate) roster: Arc<Roster>,
    pub(crate) history: Arc<History>,
}

impl Inputs {
    /// Puts the inputs together.
    ///
    /// # Errors
    /// `registry.unknown-class` [I6], `id.case` [C4], `team.seat-nobody` and `team.no-window-end` [T1].
    pub fn new(
        plan: impl Into<Arc<Plan>>,
        registry: impl Into<Arc<Registry>>,
        roster: impl Into<Arc<Roster>>,
        history: impl Into<Arc<History>>,
    ) -> Result<Self, Error> {
        Self::new_with(plan, registry, roster, history, &Run::default())
    }

    /// [`Self::new`] under a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// The errors of [`Self::new`], and `cancelled`.
    pub fn new_with(
        plan: impl Into<Arc<Plan>>,
        registry: impl Into<Arc<Registry>>,
        roster: impl Into<Arc<Roster>>,
        history: impl Into<Arc<History>>,
        run: &Run,
    ) -> Result<Self, Error> {
        let inputs = Self {
            plan: plan.into(),
            registry: registry.into(),
            roster: roster.into(),
            history: history.into(),
        };
        let (plan, registry) = (&inputs.plan, &inputs.registry);
        let mut faults = Faults::default();
        check_classes(plan, registry, &mut faults, run)?;
        let roster = Some(&*inputs.roster);
        check_case(plan, registry, roster, &inputs.history, &mut faults, run)?;
        check_seats(plan, &inputs.roster, &mut faults);
        faults.into_result(inputs)
    }

    /// Reads a plan and three tables of JSON Lines, and combines them.
    ///
    /// # Errors
    /// The faults of all four together. If there are none, the errors of [`Inputs::new`].
    pub fn from_json(
        plan: &[u8],
        registry: impl BufRead,
        roster: impl BufRead,
        history: impl BufRead,
    ) -> Result<Self, Error> {
        Self::from_json_with(plan, registry, roster, history, &Run::default())
    }

    /// [`Self::from_json`] under a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// The errors of [`Self::from_json`], and `cancelled`.
    pub fn from_json_with(
        plan: &[u8],
        registry: impl BufRead,
        roster: impl BufRead,
        history: impl BufRead,
        run: &Run,
    ) -> Result<Self, Error> {
        let mut faults = Faults::default();
        let plan = read(Plan::from_json(plan), &mut faults)?;
        let mut builder = Registry::builder();
        if let Some(plan) = &plan {
            builder = builder.for_plan(plan);
        }
        let lines = builder.read_lines_with(registry, run);
        let registry = read(lines.and_then(|()| builder.finish_with(run)), &mut faults)?;
        let roster = read(Roster::from_json_lines_with(roster, run), &mut faults)?;
        let history = read(History::from_json_lines_with(history, run), &mut faults)?;
        match (plan, registry, roster, history) {
            (Some(plan), Some(registry), Some(roster), Some(history)) => {
                Self::new_with(plan, registry, roster, history, run)
            }
            _ => faults.into_option(None),
        }
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The registry.
    pub fn registry(&self) -> &Registry {
        &self.registry
    }

    /// The roster.
    pub fn roster(&self) -> &Roster {
        &self.roster
    }

    /// The history.
    pub fn history(&self) -> &History {
        &self.history
    }
}

/// The document, or none if it has faults, which are added to the list. After cancelling, nothing more is read.
fn read<T>(read: Result<T, Error>, faults: &mut Faults) -> Result<Option<T>, Error> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == ErrorKind::Cancelled => Err(error),
        Err(error) => {
            faults.extend(&error);
            Ok(None)
        }
    }
}

#[cfg(test)]
mod tests;
