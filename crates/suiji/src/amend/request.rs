//! What happened after the draw: requests, from which amendments are made [M3–M5].

use super::document::Change;
use crate::base::date::Time;
use crate::base::error::{Error, ErrorKind, Place};
use crate::base::id::{EntityId, InspectorId, TaskId};
use crate::base::limits;
use crate::base::text;
use crate::base::texts::codes;
use crate::json::Json;
use crate::json::reader::{Fields, Form, Path, Policy, Reader};

/// An event after the draw, with the details that an amendment needs [M1].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Request {
    pub(super) at: Time,
    pub(super) approved_by: String,
    pub(super) reason: String,
    pub(super) event: Event,
}

/// What happened [M3–M5]. It does not say who steps in, because that follows from the seed.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// These inspectors take no further seat. They keep the seats that they hold.
    Away {
        /// In any order.
        inspectors: Vec<InspectorId>,
    },
    /// These inspectors are no longer away.
    Back {
        /// In any order.
        inspectors: Vec<InspectorId>,
    },
    /// The inspectors in these seats leave them.
    Substitute {
        /// In any order.
        seats: Vec<Seat>,
    },
    /// An entity cannot be inspected. The next reserve of its stratum is visited too.
    Reserve {
        /// The task.
        task: TaskId,
        /// The entity.
        entity: EntityId,
    },
    /// The office chooses an inspector for a vacant seat.
    ByHand {
        /// The vacant seat.
        seat: Seat,
        /// Who was chosen. The inspector need not be in the roster.
        inspector: InspectorId,
    },
}

/// A seat of a team, with its number from 0.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Seat {
    pub(super) task: TaskId,
    pub(super) entity: EntityId,
    pub(super) number: u64,
}

impl Seat {
    /// The seat of that number, from 0, in the team that visits an entity for a task.
    pub const fn new(task: TaskId, entity: EntityId, number: u64) -> Self {
        Self {
            task,
            entity,
            number,
        }
    }

    /// The task.
    pub const fn task(&self) -> &TaskId {
        &self.task
    }

    /// The entity.
    pub const fn entity(&self) -> &EntityId {
        &self.entity
    }

    /// The number of the seat.
    pub const fn number(&self) -> u64 {
        self.number
    }
}

impl Request {
    /// What happened, when it was decided, who approved it and why.
    ///
    /// # Errors
    /// `text.*` if `approved_by` or `reason` is not valid text [C3]; `json.empty` if the event names no inspector or no
    /// seat.
    pub fn new(event: Event, at: Time, approved_by: &str, reason: &str) -> Result<Self, Error> {
        check_text(approved_by)?;
        check_text(reason)?;
        event.check_full()?;
        Ok(Self {
            at,
            approved_by: approved_by.to_owned(),
            reason: reason.to_owned(),
            event,
        })
    }

    /// Reads requests from a JSON array. A request has `kind`, `at`, `approved_by`, `reason` and the fields of its
    /// kind. These are the fields of an amendment, except those that follow from the seed.
    ///
    /// # Errors
    /// All faults of form together.
    pub fn from_json(bytes: &[u8]) -> Result<Vec<Self>, Error> {
        let form = Form {
            kind: ErrorKind::Amendments,
            limit: limits::RECORD_BYTES,
            policy: Policy::Refuse,
        };
        form.read(bytes, |reader, value, path| {
            reader.full_elements(value, path, read)
        })
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

    /// What happened.
    pub const fn event(&self) -> &Event {
        &self.event
    }
}

impl Event {
    /// A list that must have elements, with the name of its field.
    fn check_full(&self) -> Result<(), Error> {
        let (field, empty) = match self {
            Self::Away { inspectors } | Self::Back { inspectors } => {
                ("$.inspectors", inspectors.is_empty())
            }
            Self::Substitute { seats } => ("$.seats", seats.is_empty()),
            Self::Reserve { .. } | Self::ByHand { .. } => return Ok(()),
        };
        match empty {
            true => Err(Error::new(
                codes::empty().at(Place::new(ErrorKind::Amendments, field)),
            )),
            false => Ok(()),
        }
    }

    /// The event that led to an existing amendment.
    pub(crate) fn of(change: &Change) -> Self {
        match change.clone() {
            Change::Away { inspectors } => Self::Away { inspectors },
            Change::Back { inspectors } => Self::Back { inspectors },
            Change::Substitute { seats } => Self::Substitute {
                seats: seats
                    .into_iter()
                    .map(|of| Seat::new(of.task, of.entity, of.seat))
                    .collect(),
            },
            Change::Reserve { task, entity, .. } => Self::Reserve { task, entity },
            Change::ByHand {
                task,
                entity,
                seat,
                inspector,
            } => Self::ByHand {
                seat: Seat::new(task, entity, seat),
                inspector,
            },
        }
    }
}

const COMMON: [&str; 4] = ["kind", "at", "approved_by", "reason"];

fn read(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Request> {
    let fields = reader.map(value, path)?;
    let kind = reader.required(fields, path, "kind", kind)?;
    let own: &[&str] = match kind {
        "away" | "back" => &["inspectors"],
        "substitute" => &["seats"],
        "reserve" => &["task", "entity"],
        _ => &["task", "entity", "seat", "inspector"],
    };
    for (key, _) in fields.entries() {
        if !COMMON.contains(&&**key) && !own.contains(&&**key) {
            reader.fault(codes::unknown_field(key), path);
        }
    }
    let at = reader.required(fields, path, "at", Reader::time);
    let approved_by = reader.required(fields, path, "approved_by", Reader::owned_text);
    let reason = reader.required(fields, path, "reason", Reader::owned_text);
    let event = event(reader, fields, path, kind);
    Some(Request {
        at: at?,
        approved_by: approved_by?,
        reason: reason?,
        event: event?,
    })
}

/// Reads the kind of a request or an amendment.
pub(super) fn kind(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
) -> Option<&'static str> {
    let kinds = ["away", "back", "substitute", "reserve", "by_hand"];
    reader.choice(value, path, &kinds.map(|kind| (kind, kind)))
}

fn event(
    reader: &mut Reader<'_>,
    fields: Fields<'_, '_>,
    path: &Path<'_>,
    kind: &str,
) -> Option<Event> {
    Some(match kind {
        "away" => Event::Away {
            inspectors: inspectors(reader, fields, path)?,
        },
        "back" => Event::Back {
            inspectors: inspectors(reader, fields, path)?,
        },
        "substitute" => Event::Substitute {
            seats: reader.full_list(fields, path, "seats", |reader, value, path| {
                let fields = reader.object(value, path, &["task", "entity", "seat"])?;
                seat(reader, fields, path)
            })?,
        },
        "reserve" => {
            let task = reader.required(fields, path, "task", Reader::id);
            let entity = reader.required(fields, path, "entity", Reader::id);
            Event::Reserve {
                task: TaskId::checked(task?),
                entity: EntityId::checked(entity?),
            }
        }
        _ => {
            let seat = seat(reader, fields, path);
            let inspector = reader.required(fields, path, "inspector", Reader::id);
            Event::ByHand {
                seat: seat?,
                inspector: InspectorId::checked(inspector?),
            }
        }
    })
}

/// The ids of the field `inspectors`, at least one.
pub(super) fn inspectors(
    reader: &mut Reader<'_>,
    fields: Fields<'_, '_>,
    path: &Path<'_>,
) -> Option<Vec<InspectorId>> {
    let ids = reader.full_list(fields, path, "inspectors", Reader::id)?;
    Some(ids.into_iter().map(InspectorId::checked).collect())
}

/// The fields `task`, `entity` and `seat`.
pub(super) fn seat(
    reader: &mut Reader<'_>,
    fields: Fields<'_, '_>,
    path: &Path<'_>,
) -> Option<Seat> {
    let task = reader.required(fields, path, "task", Reader::id);
    let entity = reader.required(fields, path, "entity", Reader::id);
    let number = reader.required(fields, path, "seat", |reader, value, path| {
        reader.integer(value, path, 0, 19)
    });
    Some(Seat::new(
        TaskId::checked(task?),
        EntityId::checked(entity?),
        number?,
    ))
}

fn check_text(value: &str) -> Result<(), Error> {
    text::check(value).map_err(Error::of_value)
}
