//! The record (抽取记录) [E1] and its public form [E2].

mod public;
mod read;

pub use public::{PublicDraw, PublicForm};

use std::io;

use crate::base::error::{Error, ErrorKind};
use crate::base::hash::Digest;
use crate::base::id::{EntityId, InspectorId, TaskId};
use crate::base::limits;
use crate::base::run::{Cancelled, Run};
use crate::ceremony::commitment::{Commitment, SPEC};
use crate::ceremony::contribution::Contributions;
use crate::json::reader::{self, Policy};
use crate::json::{Document, Element, Json, ObjectBuilder};

/// The record of a draw [E1], from which anyone can run all of it again.
///
/// One that is read has the right form and is not verified until [`crate::verify`] says so.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Record {
    pub(crate) commitment: Commitment,
    pub(crate) contributions: Contributions,
    pub(crate) seed: Digest,
    pub(crate) draws: Vec<Draw>,
    digest: Digest,
}

/// What a task drew.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Draw {
    pub(crate) task: TaskId,
    pub(crate) key: Digest,
    pub(crate) selected: Vec<DrawnEntity>,
    pub(crate) reserves: Vec<DrawnEntity>,
    pub(crate) teams: Vec<DrawnTeam>,
}

/// An entity that was drawn, as selected or as a reserve.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DrawnEntity {
    pub(crate) id: EntityId,
    pub(crate) stratum: String,
    pub(crate) ticket: Digest,
}

/// The team of a selected entity.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DrawnTeam {
    pub(crate) entity: EntityId,
    pub(crate) members: Vec<InspectorId>,
    pub(crate) vacant: Vec<u64>,
}

impl Record {
    /// [E1] Puts a record together and computes its digest.
    pub(crate) fn new(
        commitment: Commitment,
        contributions: Contributions,
        seed: Digest,
        draws: Vec<Draw>,
        run: &Run,
    ) -> Result<Self, Cancelled> {
        let mut record = Self {
            commitment,
            contributions,
            seed,
            draws,
            digest: seed,
        };
        record.digest = record.document().digest(record.commitment.hash, run)?;
        Ok(record)
    }

    /// Reads a record, form only.
    ///
    /// # Errors
    /// `record.spec-unknown` for another version; every fault of the form.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        Self::from_json_with(bytes, &Run::default())
    }

    /// [`Self::from_json`] under a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// Those of [`Self::from_json`], and `cancelled`.
    pub fn from_json_with(bytes: &[u8], run: &Run) -> Result<Self, Error> {
        let form = reader::Form {
            kind: ErrorKind::Record,
            limit: limits::RECORD_BYTES,
            policy: Policy::Refuse,
        };
        let (commitment, contributions, seed, draws) = form.read_long(bytes, run, read::parts)?;
        Ok(Self::new(commitment, contributions, seed, draws, run)?)
    }

    /// The record as an indented JSON document.
    pub fn to_json(&self) -> String {
        text(|out| self.write_json(out))
    }

    /// Writes the record as an indented JSON document, without a copy of it in memory.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write_json(&self, out: impl io::Write) -> io::Result<()> {
        self.write_json_with(out, &Run::default())
    }

    /// [`Self::write_json`] under a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// Those of [`Self::write_json`], and `cancelled`.
    pub fn write_json_with(&self, out: impl io::Write, run: &Run) -> io::Result<()> {
        self.document().write_pretty(out, run)
    }

    /// JCS(record).
    pub fn canonical(&self) -> Vec<u8> {
        text(|out| self.write_canonical(out)).into_bytes()
    }

    /// Writes JCS(record) [E1], without a copy of it in memory.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write_canonical(&self, out: impl io::Write) -> io::Result<()> {
        self.write_canonical_with(out, &Run::default())
    }

    /// [`Self::write_canonical`] under a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// Those of [`Self::write_canonical`], and `cancelled`.
    pub fn write_canonical_with(&self, out: impl io::Write, run: &Run) -> io::Result<()> {
        self.document().write_canonical(out, run)
    }

    /// The record digest [E1].
    pub const fn digest(&self) -> Digest {
        self.digest
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

    fn document(&self) -> Document<'_> {
        let draws = self.draws.iter().map(Draw::document).collect();
        Document::Object(vec![
            ("spec", Document::Tree(Json::text(SPEC))),
            ("commitment", Document::Tree(self.commitment.tree())),
            ("contributions", Document::Tree(self.contributions.tree())),
            ("seed", Document::Tree(Json::text(self.seed.to_string()))),
            ("draws", Document::Few(draws)),
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
    pub fn selected(&self) -> &[DrawnEntity] {
        &self.selected
    }

    /// The reserves (备选), stratum by stratum.
    pub fn reserves(&self) -> &[DrawnEntity] {
        &self.reserves
    }

    /// The teams, in the order of the selected; none for a task without `team`.
    pub fn teams(&self) -> &[DrawnTeam] {
        &self.teams
    }

    fn document(&self) -> Document<'_> {
        let mut fields = vec![
            ("task", Document::Tree(Json::text(self.task.as_str()))),
            ("key", Document::Tree(Json::text(self.key.to_string()))),
        ];
        fields.extend(Document::many("selected", &self.selected));
        fields.extend(Document::many("reserves", &self.reserves));
        fields.extend(Document::many("teams", &self.teams));
        Document::Object(fields)
    }
}

impl DrawnEntity {
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
}

impl Element for DrawnEntity {
    fn tree(&self) -> Json<'_> {
        Json::object([
            ("id", Json::text(self.id.as_str())),
            ("stratum", Json::text(&self.stratum)),
            ("ticket", Json::text(self.ticket.to_string())),
        ])
    }
}

impl DrawnTeam {
    /// The entity that is visited.
    pub const fn entity(&self) -> &EntityId {
        &self.entity
    }

    /// The members, in the order of their seats [T5].
    pub fn members(&self) -> &[InspectorId] {
        &self.members
    }

    /// The lead (主办人员) [T5]: the member in seat 0, none if that seat is vacant.
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
}

impl Element for DrawnTeam {
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

/// The text that a document writes.
fn text(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).expect("memory can be written");
    String::from_utf8(bytes).expect("JSON is UTF-8")
}
