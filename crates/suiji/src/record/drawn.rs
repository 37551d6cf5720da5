//! What a record contains for each task: selected entities, reserves and teams [D3] [T5].

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::hash::{Digest, Hash};
use crate::base::id::{EntityId, InspectorId, TaskId};
use crate::base::run::{Cancelled, Step};
use crate::json::{Document, Element, Json, ObjectBuilder, RowWriter};

/// The result of one task: its selected entities, reserves and teams [E1].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Draw {
    pub(crate) task: TaskId,
    pub(crate) key: Digest,
    pub(crate) selected: Vec<DrawnEntity>,
    pub(crate) reserves: Vec<DrawnEntity>,
    pub(crate) teams: Vec<DrawnTeam>,
}

impl Draw {
    /// The id of the task.
    pub const fn task(&self) -> &TaskId {
        &self.task
    }

    /// The draw key K [D1].
    pub const fn key(&self) -> Digest {
        self.key
    }

    /// The selected entities, in the order of visits [D3].
    pub fn selected(&self) -> &[DrawnEntity] {
        &self.selected
    }

    /// The reserves (备选): by stratum, and by ticket within a stratum [D3].
    pub fn reserves(&self) -> &[DrawnEntity] {
        &self.reserves
    }

    /// The teams, in the order of the selected entities [T5]. Empty if the task has no `team`.
    pub fn teams(&self) -> &[DrawnTeam] {
        &self.teams
    }

    /// The greatest selected ticket of each stratum that has one.
    pub(super) fn cutoffs(&self, step: &mut Step<'_>) -> Result<BTreeMap<&str, Digest>, Cancelled> {
        let mut cutoffs = BTreeMap::new();
        for drawn in &self.selected {
            let cutoff = cutoffs.entry(&*drawn.stratum).or_insert(drawn.ticket);
            *cutoff = drawn.ticket.max(*cutoff);
            step.advance(1)?;
        }
        Ok(cutoffs)
    }

    pub(super) fn document(&self) -> Document<'_> {
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

/// A selected entity or a reserve, with its ticket [D2].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DrawnEntity {
    pub(crate) id: EntityId,
    /// Millions of entities share a few strata.
    pub(crate) stratum: Arc<str>,
    pub(crate) ticket: Digest,
}

impl DrawnEntity {
    /// The id of the entity.
    pub const fn id(&self) -> &EntityId {
        &self.id
    }

    /// The stratum of the entity: the id of a risk class, or `all` if the task has no classes [F3].
    pub fn stratum(&self) -> &str {
        &self.stratum
    }

    /// The ticket of the entity [D2].
    pub const fn ticket(&self) -> Digest {
        self.ticket
    }
}

/// [D2] Computes the ticket H(K ‖ id). With a blinded commitment, the salt of the registry leaf is hashed too.
pub(crate) fn ticket(hash: Hash, key: &Digest, id: &str, salt: Option<&Digest>) -> Digest {
    match salt {
        Some(salt) => hash.concat(&[key.as_bytes(), id.as_bytes(), salt.as_bytes()]),
        None => hash.concat(&[key.as_bytes(), id.as_bytes()]),
    }
}

impl Element for DrawnEntity {
    fn tree(&self) -> Json<'_> {
        Json::object([
            ("id", Json::text(self.id.as_str())),
            ("stratum", Json::text(&*self.stratum)),
            ("ticket", Json::text(self.ticket.to_string())),
        ])
    }

    fn push_canonical(&self, bytes: &mut Vec<u8>) {
        let mut writer = RowWriter::new(bytes);
        writer.text("id", self.id.as_str());
        writer.text("stratum", &self.stratum);
        writer.text("ticket", &self.ticket.to_string());
        writer.end();
    }
}

/// The team of one selected entity [T5].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DrawnTeam {
    pub(crate) entity: EntityId,
    pub(crate) members: Vec<InspectorId>,
    pub(crate) vacant: Vec<u64>,
    pub(crate) joins: Option<TaskId>,
}

impl DrawnTeam {
    /// The id of the entity that the team visits.
    pub const fn entity(&self) -> &EntityId {
        &self.entity
    }

    /// The members, in the order of their seats [T5]. Vacant seats are left out.
    pub fn members(&self) -> &[InspectorId] {
        &self.members
    }

    /// The lead (主办人员): the member in seat 0, or `None` if that seat is vacant [T5].
    pub fn lead(&self) -> Option<&InspectorId> {
        if self.vacant.first() == Some(&0) {
            None
        } else {
            self.members.first()
        }
    }

    /// The numbers of the vacant seats, counted from 0, in ascending order.
    pub fn vacant(&self) -> &[u64] {
        &self.vacant
    }

    /// The earlier task whose team this is, if one visit serves both tasks [T7].
    pub const fn joins(&self) -> Option<&TaskId> {
        self.joins.as_ref()
    }

    /// How many seats the team has.
    pub(crate) fn seat_count(&self) -> u64 {
        (self.members.len() as u64).saturating_add(self.vacant.len() as u64)
    }

    /// The inspectors by seat number, none for a vacant seat. `None` if the list of vacant seats is invalid.
    pub(crate) fn seats(&self) -> Option<Vec<Option<&InspectorId>>> {
        let mut members = self.members.iter();
        let seats: Vec<_> = (0..self.seat_count())
            .map(|seat| match self.vacant.binary_search(&seat) {
                Ok(_) => None,
                Err(_) => members.next(),
            })
            .collect();
        let vacant = seats.iter().filter(|seat| seat.is_none()).count();
        (vacant == self.vacant.len()).then_some(seats)
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
            .maybe(
                "joins",
                self.joins.as_ref().map(|task| Json::text(task.as_str())),
            )
            .build()
    }
}
