//! The record (抽取记录) [E1] and its public form [E2].

mod public;
mod read;

pub use public::{PublicDraw, PublicForm};

use crate::commitment::{Commitment, SPEC};
use crate::contribution::Contributions;
use crate::error::{Error, ErrorKind, Faults};
use crate::hash::Digest;
use crate::id::{EntityId, InspectorId, TaskId};
use crate::json::{Json, ObjectBuilder};
use crate::limits;
use crate::reader;
use crate::reader::{Path, Policy, Reader};

/// The record of a draw [E1], from which anyone can run all of it again.
///
/// One that is read has the right form and is not verified until [`crate::verify`] says so.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Record {
    pub(crate) commitment: Commitment,
    pub(crate) contributions: Contributions,
    pub(crate) seed: Digest,
    pub(crate) draws: Vec<Draw>,
}

/// What a task drew.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Draw {
    pub(crate) task: TaskId,
    pub(crate) key: Digest,
    pub(crate) selected: Vec<Drawn>,
    pub(crate) reserves: Vec<Drawn>,
    pub(crate) teams: Vec<TeamDrawn>,
}

/// An entity that was drawn, as selected or as a reserve.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Drawn {
    pub(crate) id: EntityId,
    pub(crate) stratum: String,
    pub(crate) ticket: Digest,
}

/// The team of a selected entity.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct TeamDrawn {
    pub(crate) entity: EntityId,
    pub(crate) members: Vec<InspectorId>,
    pub(crate) vacant: Vec<u64>,
}

impl Record {
    /// Reads a record, form only.
    ///
    /// # Errors
    /// `record.spec-unknown` for another version; every fault of the form.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        let tree = reader::document(bytes, limits::RECORD_BYTES, ErrorKind::Record)?;
        let mut faults = Faults::default();
        let mut reader = Reader {
            stage: ErrorKind::Record,
            row: None,
            policy: Policy::Refuse,
            faults: &mut faults,
        };
        let record = read::record(&mut reader, &tree, &Path::Root);
        faults.into_option(record)
    }

    /// The record as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.tree().to_pretty()
    }

    /// JCS(record).
    pub fn canonical(&self) -> Vec<u8> {
        self.tree().to_canonical()
    }

    /// The record digest [E1].
    pub fn digest(&self) -> Digest {
        self.commitment.hash.digest(&self.canonical())
    }

    /// The sealed sheet.
    pub const fn commitment(&self) -> &Commitment {
        &self.commitment
    }

    /// What the sources gave.
    pub const fn contributions(&self) -> &Contributions {
        &self.contributions
    }

    /// The seed S [R2].
    pub const fn seed(&self) -> Digest {
        self.seed
    }

    /// What each task drew.
    pub fn draws(&self) -> &[Draw] {
        &self.draws
    }

    /// What one task drew.
    pub fn draw(&self, task: &str) -> Option<&Draw> {
        self.draws.iter().find(|draw| draw.task.as_str() == task)
    }

    pub(crate) fn tree(&self) -> Json<'_> {
        Json::object([
            ("spec", Json::text(SPEC)),
            ("commitment", self.commitment.tree()),
            ("contributions", self.contributions.tree()),
            ("seed", Json::text(self.seed.to_string())),
            ("draws", Json::list(self.draws.iter().map(Draw::tree))),
        ])
    }
}

impl Draw {
    /// The task.
    pub const fn task(&self) -> &TaskId {
        &self.task
    }

    /// The draw key K [D1].
    pub const fn key(&self) -> Digest {
        self.key
    }

    /// The selected, in the order of visits.
    pub fn selected(&self) -> &[Drawn] {
        &self.selected
    }

    /// The reserves (备选), stratum by stratum.
    pub fn reserves(&self) -> &[Drawn] {
        &self.reserves
    }

    /// The teams, in the order of the selected; none for a task without `team`.
    pub fn teams(&self) -> &[TeamDrawn] {
        &self.teams
    }

    fn tree(&self) -> Json<'_> {
        ObjectBuilder::default()
            .with("task", Json::text(self.task.as_str()))
            .with("key", Json::text(self.key.to_string()))
            .maybe(
                "selected",
                Some(Json::list(self.selected.iter().map(Drawn::tree))),
            )
            .maybe(
                "reserves",
                Some(Json::list(self.reserves.iter().map(Drawn::tree))),
            )
            .maybe(
                "teams",
                Some(Json::list(self.teams.iter().map(TeamDrawn::tree))),
            )
            .build()
    }
}

impl Drawn {
    /// The entity.
    pub const fn id(&self) -> &EntityId {
        &self.id
    }

    /// Its stratum, a class or `all`.
    pub fn stratum(&self) -> &str {
        &self.stratum
    }

    /// Its ticket [D2].
    pub const fn ticket(&self) -> Digest {
        self.ticket
    }

    fn tree(&self) -> Json<'_> {
        Json::object([
            ("id", Json::text(self.id.as_str())),
            ("stratum", Json::text(&self.stratum)),
            ("ticket", Json::text(self.ticket.to_string())),
        ])
    }
}

impl TeamDrawn {
    /// The entity that is visited.
    pub const fn entity(&self) -> &EntityId {
        &self.entity
    }

    /// The members, in the order of their seats [T5].
    pub fn members(&self) -> &[InspectorId] {
        &self.members
    }

    /// The lead (主办人员): the member in seat 0, none where that is vacant.
    pub fn lead(&self) -> Option<&InspectorId> {
        if self.vacant.first() == Some(&0) {
            None
        } else {
            self.members.first()
        }
    }

    /// The numbers of vacant seats, from 0.
    pub fn vacant(&self) -> &[u64] {
        &self.vacant
    }

    fn tree(&self) -> Json<'_> {
        let members = Json::list(
            self.members
                .iter()
                .map(|member| Json::text(member.as_str())),
        );
        let vacant = Json::list(self.vacant.iter().map(|&seat| Json::count(seat)));
        ObjectBuilder::default()
            .with("entity", Json::text(self.entity.as_str()))
            .maybe("members", Some(members))
            .maybe("vacant", Some(vacant))
            .build()
    }
}
