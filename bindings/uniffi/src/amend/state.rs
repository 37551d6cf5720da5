//! The holders of all seats, the inspectors who are away, and the used reserves.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Seat;
use crate::count;

/// The state after a record and its amendments. It is a copy, so later amendments do not change it.
#[derive(Debug, uniffi::Object)]
pub struct State {
    tasks: BTreeMap<String, Teams>,
    away: Vec<String>,
    held: BTreeMap<String, Vec<Seat>>,
}

/// The teams of one task, and the index of each entity among them.
#[derive(Debug, Default)]
struct Teams {
    teams: Vec<AmendedTeam>,
    places: BTreeMap<String, usize>,
}

/// A team after all amendments.
#[derive(Clone, Debug, uniffi::Record)]
pub struct AmendedTeam {
    /// The id of the entity.
    pub entity: String,
    /// The inspector in each seat, in the order of the seats; none in a vacant seat.
    pub seats: Vec<Option<String>>,
    /// The lead (主办人员).
    pub lead: Option<String>,
    /// The task whose team this is, if one visit serves both tasks.
    pub joins: Option<String>,
    /// Whether the entity is a reserve (备选) that was used.
    pub is_reserve: bool,
    /// Whether the entity could not be inspected, so that a reserve was used.
    pub is_replaced: bool,
}

impl State {
    pub(crate) fn of(record: &suiji::Record, core: &suiji::amend::State<'_>) -> Arc<Self> {
        let mut state = Self {
            tasks: BTreeMap::new(),
            away: core.away().map(ToString::to_string).collect(),
            held: BTreeMap::new(),
        };
        for draw in record.draws() {
            let task = draw.task().as_str();
            let mut teams = Teams::default();
            for team in core.teams(task).map(AmendedTeam::from) {
                if team.joins.is_none() {
                    state.hold(task, &team);
                }
                teams.places.insert(team.entity.clone(), teams.teams.len());
                teams.teams.push(team);
            }
            state.tasks.insert(task.to_owned(), teams);
        }
        Arc::new(state)
    }

    /// Notes who holds the seats of a team.
    fn hold(&mut self, task: &str, team: &AmendedTeam) {
        for (number, inspector) in (0..).zip(&team.seats) {
            let Some(inspector) = inspector else { continue };
            self.held.entry(inspector.clone()).or_default().push(Seat {
                task: task.to_owned(),
                entity: team.entity.clone(),
                number,
            });
        }
    }
}

#[uniffi::export]
impl State {
    /// The teams of a task: those of its selected entities in the order of visits, then those of its used reserves. Empty if there is no
    /// such task. If the task has no teams, they have no seats.
    pub fn teams(&self, task: &str) -> Vec<AmendedTeam> {
        self.tasks
            .get(task)
            .map_or_else(Vec::new, |task| task.teams.clone())
    }

    /// The team of an entity in a task. None if the entity is neither selected nor a used reserve.
    pub fn team(&self, task: &str, entity: &str) -> Option<AmendedTeam> {
        let task = self.tasks.get(task)?;
        task.teams.get(*task.places.get(entity)?).cloned()
    }

    /// The ids of the inspectors who are away.
    pub fn away(&self) -> Vec<String> {
        self.away.clone()
    }

    /// The number of seats of an inspector in the whole draw.
    pub fn seats_held(&self, inspector: &str) -> i64 {
        count(self.held.get(inspector).map_or(0, Vec::len) as u64)
    }

    /// The seats that an inspector holds, in the order of tasks, of their teams and of seats: for `Event.Substitute`. A
    /// team that joins another one has no seats of its own. They are seats of the other team.
    pub fn seats_of(&self, inspector: &str) -> Vec<Seat> {
        self.held.get(inspector).cloned().unwrap_or_default()
    }
}

impl From<suiji::amend::AmendedTeam<'_>> for AmendedTeam {
    fn from(team: suiji::amend::AmendedTeam<'_>) -> Self {
        let seats = team.seats().iter();
        Self {
            entity: team.entity().to_owned(),
            seats: seats.map(|seat| seat.map(ToString::to_string)).collect(),
            lead: team.lead().map(ToString::to_string),
            joins: team.joins().map(ToString::to_string),
            is_reserve: team.is_reserve(),
            is_replaced: team.is_replaced(),
        }
    }
}
