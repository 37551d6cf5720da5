//! Who holds which seat, who is away, and which reserves are used.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::count;

/// The state after a record and its amendments. It is a copy: later amendments do not change it.
#[derive(Debug, uniffi::Object)]
pub struct State {
    tasks: BTreeMap<String, Teams>,
    away: Vec<String>,
    held: BTreeMap<String, i64>,
}

/// The teams of one task, and the place of each entity among them.
#[derive(Debug, Default)]
struct Teams {
    teams: Vec<AmendedTeam>,
    places: BTreeMap<String, usize>,
}

/// A team as it is after all amendments.
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
                for inspector in team.seats.iter().flatten() {
                    let held = || count(core.seats_held(inspector));
                    state.held.entry(inspector.clone()).or_insert_with(held);
                }
                teams.places.insert(team.entity.clone(), teams.teams.len());
                teams.teams.push(team);
            }
            state.tasks.insert(task.to_owned(), teams);
        }
        Arc::new(state)
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

    /// The team of an entity in a task; none if the entity is neither selected nor a used reserve.
    pub fn team(&self, task: &str, entity: &str) -> Option<AmendedTeam> {
        let task = self.tasks.get(task)?;
        task.teams.get(*task.places.get(entity)?).cloned()
    }

    /// The ids of the inspectors who are away.
    pub fn away(&self) -> Vec<String> {
        self.away.clone()
    }

    /// How many seats an inspector holds in the whole draw.
    pub fn seats_held(&self, inspector: &str) -> i64 {
        self.held.get(inspector).copied().unwrap_or_default()
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
