//! The receipt for one entity (查验单) [G1–G5].

mod check;
mod make;
mod read;
mod words;

use core::fmt;

use crate::base::error::{Error, ErrorKind};
use crate::base::hash::Digest;
use crate::base::id::EntityId;
use crate::base::limits;
use crate::base::ratio::Fraction;
use crate::ceremony::commitment::SPEC;
use crate::frame::Reason;
use crate::inputs::history::History;
use crate::inputs::registry::Registry;
use crate::inputs::table;
use crate::json::reader::{self, Policy};
use crate::json::{Json, ObjectBuilder};

/// What a draw says of one entity, with what it takes to check it against the public form [G1].
///
/// Made by [`crate::Sealed::receipt`]; one that is read has the right form, and is checked by
/// [`Receipt::check`].
#[derive(Clone, Debug)]
pub struct Receipt {
    pub(crate) record: Digest,
    pub(crate) entity: EntityId,
    /// A registry of the one row.
    pub(crate) registry: Option<(Registry, Option<Proof>)>,
    /// Histories of one row each.
    pub(crate) history: Vec<(History, Option<Proof>)>,
    pub(crate) tasks: Vec<Statement>,
}

/// Salt, place and inclusion proof of a leaf [S1, S2].
#[derive(Clone, Eq, PartialEq)]
pub(crate) struct Proof {
    pub(crate) salt: Digest,
    pub(crate) index: u64,
    pub(crate) path: Vec<Digest>,
}

impl fmt::Debug for Proof {
    /// Without the salt, which keeps the leaf from being guessed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Proof(leaf {} …)", self.index)
    }
}

/// What became of the entity in a task [G3].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum State {
    /// It was drawn.
    Selected,
    /// It is one of the reserves.
    Reserve,
    /// It was in the frame and not drawn.
    NotSelected,
    /// It was excluded [F2].
    Excluded,
    /// It is inactive in the registry.
    Inactive,
    /// The task is not about it [F1].
    OutOfScope,
    /// The registry has no such entity.
    Absent,
}

impl State {
    pub(crate) const ALL: [(&'static str, Self); 7] = [
        ("selected", Self::Selected),
        ("reserve", Self::Reserve),
        ("not_selected", Self::NotSelected),
        ("excluded", Self::Excluded),
        ("inactive", Self::Inactive),
        ("out_of_scope", Self::OutOfScope),
        ("absent", Self::Absent),
    ];

    /// Its name in JSON.
    pub fn as_str(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, state)| *state == self)
            .map_or("", |(name, _)| name)
    }

    /// Whether the entity was in the frame.
    pub const fn is_framed(self) -> bool {
        matches!(self, Self::Selected | Self::Reserve | Self::NotSelected)
    }
}

/// What the receipt says of one task [G3–G5].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Statement {
    pub(crate) task: String,
    pub(crate) state: State,
    pub(crate) coordination: Option<String>,
    pub(crate) framed: Option<Framed>,
    pub(crate) excluded: Option<(Reason, Option<Proof>)>,
    pub(crate) reserve: Option<u64>,
    pub(crate) members: Vec<String>,
    pub(crate) vacant: Vec<u64>,
}

/// What it says of an entity in the frame.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Framed {
    pub(crate) stratum: String,
    pub(crate) ticket: Digest,
    pub(crate) cutoff: Option<Digest>,
    pub(crate) probability: Fraction,
    pub(crate) proof: Option<Proof>,
}

impl Receipt {
    /// Reads a receipt, form only.
    ///
    /// # Errors
    /// `receipt.spec-unknown` for another version; every fault of the form.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        let form = reader::Form {
            kind: ErrorKind::Receipt,
            limit: limits::COMMITMENT_BYTES,
            policy: Policy::Refuse,
        };
        form.read(bytes, read::receipt)
    }

    /// The receipt as an indented JSON document. It holds the entity's own salts, and no others.
    pub fn to_json(&self) -> String {
        let history = self
            .history
            .iter()
            .filter(|(history, _)| !history.is_empty());
        let history = history
            .map(|(history, proof)| with_proof("row", table::row_tree(history, 0), proof.as_ref()));
        ObjectBuilder::default()
            .with("spec", Json::text(SPEC))
            .with("record", Json::text(self.record.to_string()))
            .with("entity", Json::text(self.entity.as_str()))
            .maybe(
                "registry",
                self.registry
                    .as_ref()
                    .map(|(row, proof)| with_proof("row", table::row_tree(row, 0), proof.as_ref())),
            )
            .maybe("history", Some(Json::list(history)))
            .with("tasks", Json::list(self.tasks.iter().map(Statement::tree)))
            .build()
            .to_pretty()
    }

    /// The digest of the record that it is of.
    pub const fn record(&self) -> Digest {
        self.record
    }

    /// The entity.
    pub fn entity(&self) -> &str {
        self.entity.as_str()
    }

    /// The entity's name, where the registry has it.
    pub fn name(&self) -> Option<&str> {
        self.registry
            .as_ref()
            .and_then(|(registry, _)| registry.name(self.entity.as_str()))
    }

    /// What it says of each task.
    pub fn tasks(&self) -> &[Statement] {
        &self.tasks
    }

    /// The salt of its registry row, on a blinded sheet.
    pub fn salt(&self) -> Option<Digest> {
        let (_, proof) = self.registry.as_ref()?;
        proof.as_ref().map(|proof| proof.salt)
    }
}

impl Statement {
    /// The task.
    pub fn task(&self) -> &str {
        &self.task
    }

    /// What became of the entity.
    pub const fn state(&self) -> State {
        self.state
    }

    /// Its stratum.
    pub fn stratum(&self) -> Option<&str> {
        self.framed.as_ref().map(|framed| &*framed.stratum)
    }

    /// Its ticket.
    pub fn ticket(&self) -> Option<Digest> {
        self.framed.as_ref().map(|framed| framed.ticket)
    }

    /// The greatest selected ticket of its stratum.
    pub fn cutoff(&self) -> Option<Digest> {
        self.framed.as_ref().and_then(|framed| framed.cutoff)
    }

    /// Its exact inclusion probability.
    pub fn probability(&self) -> Option<Fraction> {
        self.framed.as_ref().map(|framed| framed.probability)
    }

    /// Its number among the reserves of its stratum, from 1.
    pub const fn reserve(&self) -> Option<u64> {
        self.reserve
    }

    /// Why it was excluded.
    pub fn reason(&self) -> Option<Reason> {
        self.excluded.as_ref().map(|(reason, _)| *reason)
    }

    /// The officers who visit, in the order of their seats.
    pub fn members(&self) -> &[String] {
        &self.members
    }

    /// Vacant seats.
    pub fn vacant(&self) -> &[u64] {
        &self.vacant
    }

    fn tree(&self) -> Json<'_> {
        let common = ObjectBuilder::default()
            .with("task", Json::text(&self.task))
            .with("state", Json::text(self.state.as_str()))
            .maybe("coordination", self.coordination.as_deref().map(Json::text));
        let common = match &self.framed {
            Some(framed) => common
                .with("stratum", Json::text(&framed.stratum))
                .with("ticket", Json::text(framed.ticket.to_string()))
                .maybe(
                    "cutoff",
                    framed.cutoff.map(|ticket| Json::text(ticket.to_string())),
                )
                .with("probability", fraction(framed.probability))
                .maybe(
                    "frame",
                    framed
                        .proof
                        .as_ref()
                        .map(|proof| proof_fields(ObjectBuilder::default(), proof).build()),
                ),
            None => common,
        };
        let excluded = self.excluded.as_ref();
        let excluded = excluded.map(|(reason, proof)| {
            with_proof("reason", Json::text(reason.as_str()), proof.as_ref())
        });
        common
            .maybe("excluded", excluded)
            .maybe("reserve", self.reserve.map(Json::count))
            .maybe("members", Some(Json::texts(&self.members)))
            .maybe(
                "vacant",
                Some(Json::list(
                    self.vacant.iter().map(|&seat| Json::count(seat)),
                )),
            )
            .build()
    }
}

fn fraction(fraction: Fraction) -> Json<'static> {
    Json::object([
        ("numer", Json::count(fraction.numer())),
        ("denom", Json::count(fraction.denom())),
    ])
}

fn with_proof<'a>(key: &'a str, value: Json<'a>, proof: Option<&'a Proof>) -> Json<'a> {
    let object = ObjectBuilder::default().with(key, value);
    match proof {
        Some(proof) => proof_fields(object, proof),
        None => object,
    }
    .build()
}

/// A tree of one leaf has an empty proof, which is left out.
fn proof_fields<'a>(object: ObjectBuilder<'a>, proof: &'a Proof) -> ObjectBuilder<'a> {
    let path = proof.path.iter().map(|node| Json::text(node.to_string()));
    object
        .with("salt", Json::text(proof.salt.to_string()))
        .with("index", Json::count(proof.index))
        .maybe("proof", Some(Json::list(path)))
}
