//! Requests: events after the draw, from which amendments are made.

use std::sync::Arc;

use suiji::Error;
use suiji::error::ErrorKind;
use suiji::values::InspectorId;

use crate::error::{SuijiError, natural};

/// An event after the draw, with the time of the decision, the person who approved it, and the reason.
#[derive(Debug, uniffi::Object)]
pub struct Request {
    pub(crate) core: suiji::Request,
}

/// What happened. It does not contain who steps in, because the seed decides that.
#[derive(Clone, Debug, uniffi::Enum)]
pub enum Event {
    /// These inspectors take no further seat. They keep the seats that they hold.
    Away {
        /// Their ids.
        inspectors: Vec<String>,
    },
    /// These inspectors are no longer away.
    Back {
        /// Their ids.
        inspectors: Vec<String>,
    },
    /// The inspectors in these seats leave them.
    Substitute {
        /// The seats.
        seats: Vec<Seat>,
    },
    /// An entity cannot be inspected: the next reserve of its stratum is visited in addition.
    Reserve {
        /// The task.
        task: String,
        /// The entity.
        entity: String,
    },
    /// The office chooses an inspector for a vacant seat.
    ByHand {
        /// The vacant seat.
        seat: Seat,
        /// The chosen inspector, who may not be in the roster.
        inspector: String,
    },
}

/// A seat of the team that visits an entity for a task.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Seat {
    /// The task.
    pub task: String,
    /// The entity.
    pub entity: String,
    /// The number of the seat, from 0.
    pub number: i64,
}

#[uniffi::export]
impl Request {
    /// An event, the time of the decision, the person who approved it, and the reason. `at` is written
    /// `YYYY-MM-DDThh:mm:ss±hh:mm`.
    #[uniffi::constructor]
    pub fn new(
        event: Event,
        at: &str,
        approved_by: &str,
        reason: &str,
    ) -> Result<Arc<Self>, SuijiError> {
        let core = suiji::Request::new(event.try_into()?, at.parse()?, approved_by, reason)?;
        Ok(Arc::new(Self { core }))
    }

    /// The time of the decision.
    pub fn at(&self) -> String {
        self.core.at().to_string()
    }

    /// The person the person who approved it.
    pub fn approved_by(&self) -> String {
        self.core.approved_by().to_owned()
    }

    /// Why.
    pub fn reason(&self) -> String {
        self.core.reason().to_owned()
    }
}

/// Reads requests from a JSON list: `kind`, `at`, `approved_by`, `reason` and the fields of the kind, as in an
/// amendment, without the fields that the seed decides.
#[uniffi::export]
pub fn requests_from_json(json: Vec<u8>) -> Result<Vec<Arc<Request>>, SuijiError> {
    let requests = suiji::Request::from_json(&json)?;
    Ok(requests
        .into_iter()
        .map(|core| Arc::new(Request { core }))
        .collect())
}

impl TryFrom<Event> for suiji::amend::Event {
    type Error = Error;

    fn try_from(event: Event) -> Result<Self, Error> {
        let ids = |inspectors: Vec<String>| -> Result<Vec<InspectorId>, Error> {
            inspectors.iter().map(|id| id.parse()).collect()
        };
        Ok(match event {
            Event::Away { inspectors } => Self::Away {
                inspectors: ids(inspectors)?,
            },
            Event::Back { inspectors } => Self::Back {
                inspectors: ids(inspectors)?,
            },
            Event::Substitute { seats } => {
                let seats: Result<Vec<_>, Error> =
                    seats.into_iter().map(TryInto::try_into).collect();
                Self::Substitute { seats: seats? }
            }
            Event::Reserve { task, entity } => Self::Reserve {
                task: task.parse()?,
                entity: entity.parse()?,
            },
            Event::ByHand { seat, inspector } => Self::ByHand {
                seat: seat.try_into()?,
                inspector: inspector.parse()?,
            },
        })
    }
}

impl TryFrom<Seat> for suiji::amend::Seat {
    type Error = Error;

    fn try_from(seat: Seat) -> Result<Self, Error> {
        let number = natural(seat.number, ErrorKind::Amendments, "$.seat")?;
        Ok(Self::new(seat.task.parse()?, seat.entity.parse()?, number))
    }
}
