//! The changes after the draw.

use serde::Serialize;
use suiji::amend::{Amendment, Change};
use suiji::values::InspectorId;

use super::draw::DigestFacts;
use super::material::Material;
use super::named::Named;

/// All amendments.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct AmendmentsFacts {
    pub(crate) digest: DigestFacts,
    pub(crate) list: Vec<AmendmentFacts>,
}

/// One amendment.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct AmendmentFacts {
    pub(crate) number: usize,
    pub(crate) at: String,
    pub(crate) reason: String,
    pub(crate) approved_by: String,
    /// `away`, `back`, `substitute`, `reserve` or `by_hand`.
    pub(crate) kind: &'static str,
    pub(crate) digest: String,
    /// Inspectors who are away or back.
    pub(crate) inspectors: Vec<Named>,
    /// Seats that changed.
    pub(crate) seats: Vec<SeatChange>,
    /// The reserve that steps in, and the entity that it replaces.
    pub(crate) reserve: Option<ReserveChange>,
}

/// A seat that changed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SeatChange {
    pub(crate) task: Named,
    pub(crate) entity: Named,
    /// Counted from 1.
    pub(crate) seat: u64,
    /// None if the seat was vacant.
    pub(crate) leaves: Option<Named>,
    /// None if the seat stays vacant.
    pub(crate) inspector: Option<Named>,
}

/// A reserve that steps in.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ReserveChange {
    pub(crate) task: Named,
    pub(crate) entity: Named,
    pub(crate) reserve: Named,
}

impl AmendmentsFacts {
    pub(super) fn of(material: &Material<'_>) -> Option<Self> {
        let amendments = material.amendments.filter(|of| !of.list().is_empty())?;
        let list = (1..).zip(amendments.list());
        let hash = material.record.commitment().hash();
        Some(Self {
            digest: DigestFacts::of(amendments.digest(hash)),
            list: list.map(|of| amendment(material, of)).collect(),
        })
    }
}

fn amendment(material: &Material<'_>, (number, of): (usize, &Amendment)) -> AmendmentFacts {
    let hash = material.record.commitment().hash();
    AmendmentFacts {
        number,
        at: of.at().to_string(),
        reason: of.reason().to_owned(),
        approved_by: of.approved_by().to_owned(),
        kind: of.change().kind(),
        digest: of.digest(hash).to_string(),
        inspectors: inspectors(material, of.change()),
        seats: seats(material, of.change()),
        reserve: match of.change() {
            Change::Reserve {
                task,
                entity,
                reserve,
                ..
            } => Some(ReserveChange {
                task: material.task(task.as_str()),
                entity: material.entity(entity.as_str()),
                reserve: material.entity(reserve.as_str()),
            }),
            _ => None,
        },
    }
}

fn inspectors(material: &Material<'_>, change: &Change) -> Vec<Named> {
    let (Change::Away { inspectors } | Change::Back { inspectors }) = change else {
        return Vec::new();
    };
    let named = |id: &InspectorId| material.inspector(id.as_str());
    inspectors.iter().map(named).collect()
}

fn seats(material: &Material<'_>, change: &Change) -> Vec<SeatChange> {
    match change {
        Change::Substitute { seats } => seats
            .iter()
            .map(|seat| SeatChange {
                task: material.task(seat.task().as_str()),
                entity: material.entity(seat.entity().as_str()),
                seat: seat.seat() + 1,
                leaves: Some(material.inspector(seat.leaves().as_str())),
                inspector: seat.inspector().map(|id| material.inspector(id.as_str())),
            })
            .collect(),
        Change::ByHand {
            task,
            entity,
            seat,
            inspector,
        } => vec![SeatChange {
            task: material.task(task.as_str()),
            entity: material.entity(entity.as_str()),
            seat: seat + 1,
            leaves: None,
            inspector: Some(material.inspector(inspector.as_str())),
        }],
        _ => Vec::new(),
    }
}
