//! The receipt (查验单) of one entity [G1–G5].

mod check;
mod ids;
mod make;
mod many;
mod read;
mod words;

pub use many::Receipts;

use core::fmt;

use crate::base::error::{Error, ErrorKind};
use crate::base::hash::Digest;
use crate::base::id::EntityId;
use crate::base::limits;
use crate::base::ratio::Fraction;
use crate::ceremony::commitment::SPEC;
use crate::inputs::history::History;
use crate::inputs::registry::Registry;
use crate::inputs::table;
use crate::json::reader::{self, Policy};
use crate::json::{Json, ObjectBuilder};

/// The receipt of one entity (查验单): what became of it in each task, and the proofs [G1].
///
/// [`crate::Sealed::receipt`] makes a receipt. [`Receipt::from_json`] checks only its form, and
/// [`Receipt::check`] compares it with the public form.
#[derive(Clone, Debug)]
pub struct Receipt {
    pub(crate) record: Digest,
    pub(crate) entity: EntityId,
    pub(crate) registry: Option<OwnRow>,
    /// Rows of the history, each as a history with one row.
    pub(crate) history: Vec<(History, Option<Proof>)>,
    pub(crate) tasks: Vec<Statement>,
}

/// The entity's row of the registry [G2].
#[derive(Clone, Debug)]
pub(crate) struct OwnRow {
    /// A registry with only this row. If the commitment is blinded, without `extra`.
    pub(crate) row: Registry,
    /// What replaces `extra` in a blinded leaf [S2].
    pub(crate) extra_digest: Option<Digest>,
    pub(crate) proof: Option<Proof>,
}

/// Salt, index and inclusion proof of a leaf [S1, S2].
#[derive(Clone, Eq, PartialEq)]
pub(crate) struct Proof {
    pub(crate) salt: Digest,
    pub(crate) index: u64,
    pub(crate) path: Vec<Digest>,
}

impl fmt::Debug for Proof {
    /// Leaves out the salt, because anyone who has it can guess the leaf.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Proof(leaf {} …)", self.index)
    }
}

/// What became of the entity in one task [G3].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum State {
    /// The entity was selected.
    Selected,
    /// The entity is a reserve.
    Reserve,
    /// The entity was in the frame, and was neither selected nor a reserve.
    NotSelected,
    /// The entity was excluded [F2].
    Excluded,
    /// The entity is inactive in the registry.
    Inactive,
    /// The entity does not match the scope of the task [F1].
    OutOfScope,
    /// The entity is not in the registry.
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

    /// The word in JSON.
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

/// The statement of a receipt about one task [G3–G5].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Statement {
    pub(crate) task: String,
    pub(crate) state: State,
    pub(crate) framed: Option<Framed>,
    pub(crate) excluded: Option<(String, Option<Proof>)>,
    pub(crate) reserve: Option<u64>,
    pub(crate) members: Vec<String>,
    pub(crate) vacant: Vec<u64>,
}

/// The statement about an entity in the frame.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Framed {
    pub(crate) stratum: String,
    pub(crate) ticket: Digest,
    pub(crate) cutoff: Option<Digest>,
    /// The salt that opens the published commitment to the cutoff [E2].
    pub(crate) cutoff_salt: Option<Digest>,
    pub(crate) probability: Fraction,
    pub(crate) proof: Option<Proof>,
}

impl Receipt {
    /// Reads a receipt from JSON. Only its form is checked; [`Self::check`] checks its contents.
    ///
    /// # Errors
    /// `receipt.spec-unknown` for another version; otherwise all faults of form together.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        let form = reader::Form {
            kind: ErrorKind::Receipt,
            limit: limits::COMMITMENT_BYTES,
            policy: Policy::Refuse,
        };
        form.read(bytes, read::receipt)
    }

    /// The receipt as indented JSON. It has only the salts of this entity.
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
            .maybe("registry", self.registry.as_ref().map(OwnRow::tree))
            .maybe("history", Some(Json::list(history)))
            .with("tasks", Json::list(self.tasks.iter().map(Statement::tree)))
            .build()
            .to_pretty()
    }

    /// The digest of the record.
    pub const fn record(&self) -> Digest {
        self.record
    }

    /// The id of the entity.
    pub fn entity(&self) -> &str {
        self.entity.as_str()
    }

    /// The name of the entity, if it is in the registry.
    pub fn name(&self) -> Option<&str> {
        self.registry.as_ref()?.row.name(self.entity.as_str())
    }

    /// The statements about all tasks, in the order of the commitment.
    pub fn tasks(&self) -> &[Statement] {
        &self.tasks
    }

    /// The salt of the row in the registry, if the commitment is blinded.
    pub fn salt(&self) -> Option<Digest> {
        let own = self.registry.as_ref()?;
        own.proof.as_ref().map(|proof| proof.salt)
    }
}

impl OwnRow {
    fn tree(&self) -> Json<'_> {
        let object = ObjectBuilder::default()
            .with("row", table::row_tree(&self.row, 0))
            .maybe(
                "extra_digest",
                self.extra_digest
                    .map(|digest| Json::text(digest.to_string())),
            );
        match &self.proof {
            Some(proof) => proof_fields(object, proof),
            None => object,
        }
        .build()
    }
}

impl Statement {
    /// The id of the task.
    pub fn task(&self) -> &str {
        &self.task
    }

    /// What became of the entity.
    pub const fn state(&self) -> State {
        self.state
    }

    /// The stratum of the entity, if it was in the frame.
    pub fn stratum(&self) -> Option<&str> {
        self.framed.as_ref().map(|framed| &*framed.stratum)
    }

    /// The ticket of the entity, if it was in the frame [D2].
    pub fn ticket(&self) -> Option<Digest> {
        self.framed.as_ref().map(|framed| framed.ticket)
    }

    /// The cutoff: the greatest selected ticket of its stratum. `None` if nothing was selected from it.
    pub fn cutoff(&self) -> Option<Digest> {
        self.framed.as_ref().and_then(|framed| framed.cutoff)
    }

    /// The exact inclusion probability, if the entity was in the frame [G5].
    pub fn probability(&self) -> Option<Fraction> {
        self.framed.as_ref().map(|framed| framed.probability)
    }

    /// If the entity is a reserve: its number among the reserves of its stratum, counted from 1.
    pub const fn reserve(&self) -> Option<u64> {
        self.reserve
    }

    /// The reason, if the entity was excluded: `exempt`, or the id of a limit [F2].
    pub fn reason(&self) -> Option<&str> {
        self.excluded.as_ref().map(|(reason, _)| &**reason)
    }

    /// The ids of the inspectors who visit the entity, in the order of seats. Vacant seats are left out.
    pub fn members(&self) -> &[String] {
        &self.members
    }

    /// The numbers of the vacant seats, counted from 0.
    pub fn vacant(&self) -> &[u64] {
        &self.vacant
    }

    fn tree(&self) -> Json<'_> {
        let common = ObjectBuilder::default()
            .with("task", Json::text(&self.task))
            .with("state", Json::text(self.state.as_str()));
        let common = match &self.framed {
            Some(framed) => common
                .with("stratum", Json::text(&framed.stratum))
                .with("ticket", Json::text(framed.ticket.to_string()))
                .maybe(
                    "cutoff",
                    framed.cutoff.map(|ticket| Json::text(ticket.to_string())),
                )
                .maybe(
                    "cutoff_salt",
                    framed.cutoff_salt.map(|salt| Json::text(salt.to_string())),
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

/// Adds the fields of a proof. The proof of a tree with one leaf is empty and left out.
fn proof_fields<'a>(object: ObjectBuilder<'a>, proof: &'a Proof) -> ObjectBuilder<'a> {
    let path = proof.path.iter().map(|node| Json::text(node.to_string()));
    object
        .with("salt", Json::text(proof.salt.to_string()))
        .with("index", Json::count(proof.index))
        .maybe("proof", Some(Json::list(path)))
}
