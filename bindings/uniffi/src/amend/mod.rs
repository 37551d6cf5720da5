//! Changes after the draw: requests, amendments, and the resulting state.

mod request;
mod state;

use std::sync::Arc;

use suiji::amend::Change;

use crate::commitment::Commitment;
use crate::count;
use crate::error::SuijiError;
use crate::record::Record;

pub use request::{Event, Request, Seat, requests_from_json};
pub use state::{AmendedTeam, State};

/// The changes after a draw (变更), in the order in which they were decided.
#[derive(Debug, uniffi::Object)]
pub struct Amendments {
    pub(crate) core: suiji::Amendments,
}

/// One amendment. Its fields depend on its kind.
#[derive(Clone, Debug, Default, uniffi::Record)]
pub struct Amendment {
    /// The digest of the previous amendment; for the first one, the digest of the record.
    pub previous: String,
    /// The time of the decision.
    pub at: String,
    /// The person the person who approved it.
    pub approved_by: String,
    /// Why.
    pub reason: String,
    /// `away`, `back`, `substitute`, `reserve` or `by_hand`.
    pub kind: String,
    /// `away`, `back`: the ids of the inspectors.
    pub inspectors: Vec<String>,
    /// `substitute`: the seats.
    pub seats: Vec<Substitution>,
    /// `reserve`, `by_hand`: the task.
    pub task: Option<String>,
    /// `reserve`: the entity that cannot be inspected; `by_hand`: the entity of the team.
    pub entity: Option<String>,
    /// `reserve`: the reserve (备选) that is visited in addition.
    pub reserve: Option<String>,
    /// `reserve`: the ids of the inspectors who visit the reserve, in the order of the seats.
    pub members: Vec<String>,
    /// `reserve`: the seats of that team that are vacant, counted from 0.
    pub vacant: Vec<i64>,
    /// `reserve`: the task whose team of the reserve this is, if one visit serves both tasks.
    pub joins: Option<String>,
    /// `by_hand`: the seat, counted from 0.
    pub seat: Option<i64>,
    /// `by_hand`: the chosen inspector.
    pub inspector: Option<String>,
}

/// A seat that changes hands.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Substitution {
    /// The task.
    pub task: String,
    /// The entity.
    pub entity: String,
    /// The seat, counted from 0.
    pub seat: i64,
    /// The inspector who leaves it.
    pub leaves: String,
    /// The inspector who takes it; none if it is vacant now.
    pub inspector: Option<String>,
}

impl Amendments {
    pub(crate) fn of(core: suiji::Amendments) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

#[uniffi::export]
impl Amendments {
    /// Reads `amendments.json`. Only the form is checked; `verify` with amendments as evidence checks the content.
    #[uniffi::constructor]
    pub fn from_json(json: Vec<u8>) -> Result<Arc<Self>, SuijiError> {
        Ok(Self::of(suiji::Amendments::from_json(&json)?))
    }

    /// The digest of the record that is amended.
    pub fn record(&self) -> String {
        self.core.record().to_string()
    }

    /// The amendments, in the order in which they were decided.
    pub fn list(&self) -> Vec<Amendment> {
        self.core.list().iter().map(Amendment::from).collect()
    }

    /// The digest of the last amendment. Publish it, because it fixes this and all earlier amendments. It needs the
    /// commitment of the record.
    pub fn digest(&self, commitment: Arc<Commitment>) -> String {
        self.core.digest(commitment.core.hash()).to_string()
    }

    /// The holders of all seats after all these amendments. Fails if an amendment does not fit the record.
    pub fn state(&self, record: Arc<Record>) -> Result<Arc<State>, SuijiError> {
        let state = self.core.state(&record.core)?;
        Ok(State::of(&record.core, &state))
    }

    /// The amendments as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.core.to_json()
    }
}

#[uniffi::export]
impl Record {
    /// The holders of all seats after the draw, without amendments.
    pub fn state(&self) -> Result<Arc<State>, SuijiError> {
        Ok(State::of(&self.core, &self.core.state()?))
    }
}

impl From<&suiji::amend::Amendment> for Amendment {
    fn from(amendment: &suiji::amend::Amendment) -> Self {
        let common = Self {
            previous: amendment.previous().to_string(),
            at: amendment.at().to_string(),
            approved_by: amendment.approved_by().to_owned(),
            reason: amendment.reason().to_owned(),
            kind: amendment.change().kind().to_owned(),
            ..Self::default()
        };
        match amendment.change() {
            Change::Away { inspectors } | Change::Back { inspectors } => Self {
                inspectors: texts(inspectors),
                ..common
            },
            Change::Substitute { seats } => Self {
                seats: seats.iter().map(Substitution::from).collect(),
                ..common
            },
            Change::Reserve {
                task,
                entity,
                reserve,
                members,
                vacant,
                joins,
            } => Self {
                task: Some(task.to_string()),
                entity: Some(entity.to_string()),
                reserve: Some(reserve.to_string()),
                members: texts(members),
                vacant: vacant.iter().copied().map(count).collect(),
                joins: joins.as_ref().map(ToString::to_string),
                ..common
            },
            Change::ByHand {
                task,
                entity,
                seat,
                inspector,
            } => Self {
                task: Some(task.to_string()),
                entity: Some(entity.to_string()),
                seat: Some(count(*seat)),
                inspector: Some(inspector.to_string()),
                ..common
            },
            _ => common,
        }
    }
}

impl From<&suiji::amend::Substitution> for Substitution {
    fn from(seat: &suiji::amend::Substitution) -> Self {
        Self {
            task: seat.task().to_string(),
            entity: seat.entity().to_string(),
            seat: count(seat.seat()),
            leaves: seat.leaves().to_string(),
            inspector: seat.inspector().map(ToString::to_string),
        }
    }
}

fn texts<T: ToString>(ids: &[T]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}
