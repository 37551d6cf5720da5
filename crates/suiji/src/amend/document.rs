//! The document of amendments, and its digests [M1].

use std::io;

use crate::base::date::Time;
use crate::base::hash::{Digest, Hash};
use crate::base::id::{EntityId, InspectorId, TaskId};
use crate::base::run::Run;
use crate::ceremony::commitment::SPEC;
use crate::json::{Document, Element, Json, ObjectBuilder};

/// What was changed after a draw, in the order in which it was decided [M1].
///
/// [`crate::Sealed::amend`] makes it from requests. [`Amendments::from_json`] checks only the form of a
/// document; [`crate::verify()`] checks its contents.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Amendments {
    pub(crate) record: Digest,
    pub(crate) list: Vec<Amendment>,
}

/// One amendment: what was changed, when, why, and who approved it [M1].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Amendment {
    pub(crate) previous: Digest,
    pub(crate) at: Time,
    pub(crate) approved_by: String,
    pub(crate) reason: String,
    pub(crate) change: Change,
}

/// What an amendment changes [M1].
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Change {
    /// These inspectors take no further seat [M3].
    Away {
        /// Sorted by id.
        inspectors: Vec<InspectorId>,
    },
    /// These inspectors are no longer away [M3].
    Back {
        /// Sorted by id.
        inspectors: Vec<InspectorId>,
    },
    /// Seats change hands [M3].
    Substitute {
        /// Sorted by task, place in its list and seat number.
        seats: Vec<Substitution>,
    },
    /// A reserve is visited because an entity cannot be inspected [M4].
    Reserve {
        /// The task.
        task: TaskId,
        /// The entity that cannot be inspected.
        entity: EntityId,
        /// The reserve.
        reserve: EntityId,
        /// The inspectors who visit the reserve, in the order of seats. Vacant seats are left out.
        members: Vec<InspectorId>,
        /// The numbers of the vacant seats.
        vacant: Vec<u64>,
        /// The task whose team of the reserve this is, if one visit serves both tasks [T7].
        joins: Option<TaskId>,
    },
    /// The office chooses an inspector for a vacant seat [M5].
    ByHand {
        /// The task.
        task: TaskId,
        /// The entity.
        entity: EntityId,
        /// The number of the seat, from 0.
        seat: u64,
        /// Who was chosen.
        inspector: InspectorId,
    },
}

/// A seat that changes hands [M3].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Substitution {
    pub(crate) task: TaskId,
    pub(crate) entity: EntityId,
    pub(crate) seat: u64,
    pub(crate) leaves: InspectorId,
    pub(crate) inspector: Option<InspectorId>,
}

impl Amendments {
    /// The digest of the record that is amended.
    pub const fn record(&self) -> Digest {
        self.record
    }

    /// The amendments, in the order in which they were decided.
    pub fn list(&self) -> &[Amendment] {
        &self.list
    }

    /// The digest of the last amendment [M1]. The office publishes it, because it fixes all amendments before it too.
    ///
    /// `hash` is the hash suite of the commitment.
    pub fn digest(&self, hash: Hash) -> Digest {
        self.list
            .last()
            .map_or(self.record, |last| last.digest(hash))
    }

    /// The amendments as indented JSON.
    pub fn to_json(&self) -> String {
        let mut out = Vec::new();
        // Writing into memory does not fail.
        let _ = self.write_json(&mut out);
        String::from_utf8(out).unwrap_or_default()
    }

    /// Writes the amendments as indented JSON.
    ///
    /// # Errors
    /// The errors of `out`.
    pub fn write_json(&self, out: impl io::Write) -> io::Result<()> {
        self.document().write_pretty(out, &Run::default())
    }

    fn document(&self) -> Document<'_> {
        let mut fields = vec![
            ("spec", Document::Tree(Json::text(SPEC))),
            (
                "record",
                Document::Tree(Json::text(self.record.to_string())),
            ),
        ];
        fields.extend(Document::many("amendments", &self.list));
        Document::Object(fields)
    }
}

impl Amendment {
    /// The digest of the previous amendment; for the first one, the digest of the record [M1].
    pub const fn previous(&self) -> Digest {
        self.previous
    }

    /// When it was decided.
    pub const fn at(&self) -> &Time {
        &self.at
    }

    /// Who approved it.
    pub fn approved_by(&self) -> &str {
        &self.approved_by
    }

    /// Why.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// What it changes.
    pub const fn change(&self) -> &Change {
        &self.change
    }

    /// [M1] H(JCS(amendment)), which the next amendment contains. `hash` is the hash suite of the commitment.
    pub fn digest(&self, hash: Hash) -> Digest {
        hash.digest(&self.tree().to_canonical())
    }
}

impl Element for Amendment {
    fn tree(&self) -> Json<'_> {
        let object = ObjectBuilder::default()
            .with("previous", Json::text(self.previous.to_string()))
            .with("at", Json::text(self.at.as_str()))
            .with("approved_by", Json::text(&self.approved_by))
            .with("reason", Json::text(&self.reason))
            .with("kind", Json::text(self.change.kind()));
        self.change.fields(object).build()
    }
}

impl Change {
    /// Its name in JSON.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Away { .. } => "away",
            Self::Back { .. } => "back",
            Self::Substitute { .. } => "substitute",
            Self::Reserve { .. } => "reserve",
            Self::ByHand { .. } => "by_hand",
        }
    }

    /// What it changes, as canonical JSON. Two changes are equal if and only if their texts are equal.
    pub(crate) fn to_text(&self) -> String {
        let object = ObjectBuilder::default().with("kind", Json::text(self.kind()));
        let bytes = self.fields(object).build().to_canonical();
        String::from_utf8(bytes).unwrap_or_default()
    }

    fn fields<'a>(&'a self, object: ObjectBuilder<'a>) -> ObjectBuilder<'a> {
        match self {
            Self::Away { inspectors } | Self::Back { inspectors } => {
                object.with("inspectors", ids(inspectors))
            }
            Self::Substitute { seats } => {
                object.with("seats", Json::list(seats.iter().map(Substitution::tree)))
            }
            Self::Reserve {
                task,
                entity,
                reserve,
                members,
                vacant,
                joins,
            } => object
                .with("task", Json::text(task.as_str()))
                .with("entity", Json::text(entity.as_str()))
                .with("reserve", Json::text(reserve.as_str()))
                .maybe("members", Some(ids(members)))
                .maybe(
                    "vacant",
                    Some(Json::list(vacant.iter().map(|&seat| Json::count(seat)))),
                )
                .maybe(
                    "joins",
                    joins.as_ref().map(|task| Json::text(task.as_str())),
                ),
            Self::ByHand {
                task,
                entity,
                seat,
                inspector,
            } => object
                .with("task", Json::text(task.as_str()))
                .with("entity", Json::text(entity.as_str()))
                .with("seat", Json::count(*seat))
                .with("inspector", Json::text(inspector.as_str())),
        }
    }
}

fn ids(inspectors: &[InspectorId]) -> Json<'_> {
    Json::list(inspectors.iter().map(|id| Json::text(id.as_str())))
}

impl Substitution {
    /// The task.
    pub const fn task(&self) -> &TaskId {
        &self.task
    }

    /// The entity.
    pub const fn entity(&self) -> &EntityId {
        &self.entity
    }

    /// The number of the seat, from 0.
    pub const fn seat(&self) -> u64 {
        self.seat
    }

    /// Who held the seat.
    pub const fn leaves(&self) -> &InspectorId {
        &self.leaves
    }

    /// Who takes the seat, or `None` if it is vacant now.
    pub const fn inspector(&self) -> Option<&InspectorId> {
        self.inspector.as_ref()
    }

    fn tree(&self) -> Json<'_> {
        ObjectBuilder::default()
            .with("task", Json::text(self.task.as_str()))
            .with("entity", Json::text(self.entity.as_str()))
            .with("seat", Json::count(self.seat))
            .with("leaves", Json::text(self.leaves.as_str()))
            .maybe(
                "inspector",
                self.inspector.as_ref().map(|id| Json::text(id.as_str())),
            )
            .build()
    }
}
