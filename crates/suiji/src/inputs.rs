//! Plan, registry, roster and history that fit together [C4, I6, T1].

use std::io::BufRead;
use std::sync::Arc;

use crate::base::codes;
use crate::base::error::{Error, ErrorKind, Faults, Place};
use crate::base::id;
use crate::base::place::wide;
use crate::base::run::{Cancelled, Run, Stage};
use crate::history::History;
use crate::json::reader::Path;
use crate::plan::Plan;
use crate::registry::Registry;
use crate::roster::Roster;
use crate::teams;

/// The four inputs of a sheet, checked against each other; cheap to clone.
///
/// ```
/// use suiji::{Entity, History, Inputs, Plan, Registry, Roster, Run};
///
/// let plan = r#"{"title": "样例计划", "authority": "样例县工信局", "year": 2024,
///     "tasks": [{"id": "J1", "name": "抽查", "quota": {"exactly": "40%"}}]}"#.as_bytes();
/// let registry = Registry::from_rows([Entity::new("A-1", "样例企业")])?;
/// let roster = Roster::from_rows([])?; // no task asks for a team
/// let plan = Plan::from_json(plan)?;
/// let inputs = Inputs::new(plan, registry, roster, History::default(), &Run::default())?;
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
    /// `registry.unknown-class` [I6], `id.case` [C4], `team.seat-nobody` [T1]; `cancelled`.
    pub fn new(
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

    /// Reads a plan and three tables of JSON Lines, and puts them together.
    ///
    /// # Errors
    /// The faults of all four together; where there are none, those of [`Inputs::new`].
    pub fn from_json(
        plan: &[u8],
        registry: impl BufRead,
        roster: impl BufRead,
        history: impl BufRead,
        run: &Run,
    ) -> Result<Self, Error> {
        let mut faults = Faults::default();
        let plan = read(Plan::from_json(plan), &mut faults)?;
        let registry = read(Registry::from_json_lines(registry, run), &mut faults)?;
        let roster = read(Roster::from_json_lines(roster, run), &mut faults)?;
        let history = read(History::from_json_lines(history, run), &mut faults)?;
        match (plan, registry, roster, history) {
            (Some(plan), Some(registry), Some(roster), Some(history)) => {
                Self::new(plan, registry, roster, history, run)
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

/// What was read, or none and its faults; who cancels wants nothing more read.
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

/// A class that is not the plan's is an error in any row [I6].
pub(crate) fn check_classes(
    plan: &Plan,
    registry: &Registry,
    faults: &mut Faults,
    run: &Run,
) -> Result<(), Cancelled> {
    let classes = &registry.store().classes;
    let unknown = classes.map(|class| class.is_some_and(|class| plan.class_index(class).is_none()));
    if !unknown.contains(&true) {
        return Ok(());
    }
    let mut step = run.step(Stage::Compare, registry.rows().len());
    for (index, row) in registry.rows().iter().enumerate() {
        step.advance(1)?;
        if unknown[wide(row.class)] {
            let class = classes.value(row.class).unwrap_or_default();
            let place = Place::new(ErrorKind::Registry, "class").at_row(row.number());
            faults.add(
                codes::ENTITY_CLASS,
                place,
                &[("id", registry.id(index)), ("class", class)],
            );
        }
    }
    Ok(())
}

/// Ids of one kind, anywhere in the inputs, that are equal but for letter case [C4].
pub(crate) fn check_case(
    plan: &Plan,
    registry: &Registry,
    roster: Option<&Roster>,
    history: &History,
    faults: &mut Faults,
    run: &Run,
) -> Result<(), Cancelled> {
    let members = roster.map(Roster::members).unwrap_or_default();
    let recused = members
        .iter()
        .flat_map(|member| member.recuse.iter().map(String::as_str));
    let entities = registry.ids().chain(recused).chain(history.entities());
    report(id::case_twins(entities, run)?, ErrorKind::Registry, faults);
    report(
        id::case_twins(members.iter().map(|member| member.id.as_str()), run)?,
        ErrorKind::Roster,
        faults,
    );
    let tasks = plan.tasks.iter().map(|task| task.id.as_str());
    report(
        id::case_twins(tasks.chain(history.tasks()), run)?,
        ErrorKind::History,
        faults,
    );
    Ok(())
}

fn report(twins: Vec<(&str, &str)>, stage: ErrorKind, faults: &mut Faults) {
    for (first, second) in twins {
        faults.add(
            codes::ID_CASE,
            Place::new(stage, "id"),
            &[("first", first), ("second", second)],
        );
    }
}

/// A seat in which nobody of the roster could ever sit [T1].
pub(crate) fn check_seats(plan: &Plan, roster: &Roster, faults: &mut Faults) {
    let officers = teams::officers(plan, roster);
    let root = Path::Root;
    for (index, task) in plan.tasks.iter().enumerate() {
        let Some(team) = teams::task_team(plan, task) else {
            continue;
        };
        for seat in crate::team::unfillable(&team, &officers) {
            let tasks = root.key("tasks");
            let place = Place::new(ErrorKind::Plan, tasks.index(index).key("team").to_string());
            let department = team.seats[seat].department;
            let details = [
                ("task", task.id.as_str()),
                ("seat", &seat.to_string()),
                ("seat_zh", &(seat + 1).to_string()),
                ("department", department),
            ];
            faults.add(codes::SEAT_NOBODY, place, &details);
        }
    }
}
