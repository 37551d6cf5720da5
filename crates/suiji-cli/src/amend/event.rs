//! Converts options and answers about what happened to the events of the library.

use std::collections::BTreeSet;

use suiji::Record;
use suiji::amend::{AmendedTeam, Event, Seat, State};
use suiji::values::{EntityId, InspectorId, TaskId};

use crate::base::error::Error;
use crate::texts::{self, Text, codes};

/// An event after the draw, in the form in which a person enters it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum What {
    /// Inspectors take no further seats. They give up the seats that they hold, except those of visits already
    /// made.
    Away {
        inspectors: Vec<InspectorId>,
        done: Vec<EntityId>,
    },
    /// Inspectors are no longer away.
    Back { inspectors: Vec<InspectorId> },
    /// An inspector leaves the teams of these entities because of a recusal that became known after the draw.
    Leaves {
        inspector: InspectorId,
        entities: Vec<EntityId>,
    },
    /// An entity cannot be inspected, for one task or for all.
    Closed {
        entity: EntityId,
        task: Option<TaskId>,
    },
    /// The office chooses an inspector for a vacant seat. If there is only one, the seat need not be given.
    ByHand {
        inspector: InspectorId,
        entity: EntityId,
        task: Option<TaskId>,
        seat: Option<u64>,
    },
}

/// The events of a change, in the order in which they are decided.
pub(super) fn events(what: &What, record: &Record, state: &State<'_>) -> Result<Vec<Event>, Error> {
    match what {
        What::Away { inspectors, done } => away(inspectors, done, state),
        What::Back { inspectors } => Ok(vec![Event::Back {
            inspectors: inspectors.clone(),
        }]),
        What::Leaves {
            inspector,
            entities,
        } => {
            let mut seats = Vec::new();
            for entity in entities {
                let held = state.seats_of(inspector.as_str()).into_iter();
                let of_entity = held.filter(|seat| seat.entity() == entity);
                let before = seats.len();
                seats.extend(of_entity);
                if seats.len() == before {
                    let inspectors = std::slice::from_ref(inspector);
                    return Err(no_seat(inspectors, entity));
                }
            }
            Ok(vec![Event::Substitute { seats }])
        }
        What::Closed { entity, task } => closed(entity, task.as_ref(), record, state),
        What::ByHand {
            inspector,
            entity,
            task,
            seat,
        } => {
            let seat = vacant(entity, task.as_ref(), *seat, record, state)?;
            Ok(vec![Event::ByHand {
                seat,
                inspector: inspector.clone(),
            }])
        }
    }
}

/// [M3] Absences come first, so that no absent inspector steps in for another.
fn away(
    inspectors: &[InspectorId],
    done: &[EntityId],
    state: &State<'_>,
) -> Result<Vec<Event>, Error> {
    let mut events = vec![Event::Away {
        inspectors: inspectors.to_vec(),
    }];
    let held = inspectors.iter().flat_map(|id| state.seats_of(id.as_str()));
    let (kept, left): (Vec<Seat>, Vec<Seat>) = held.partition(|seat| done.contains(seat.entity()));
    let kept: BTreeSet<&EntityId> = kept.iter().map(Seat::entity).collect();
    if let Some(entity) = done.iter().find(|entity| !kept.contains(entity)) {
        return Err(no_seat(inspectors, entity));
    }
    if !left.is_empty() {
        events.push(Event::Substitute { seats: left });
    }
    Ok(events)
}

fn no_seat(inspectors: &[InspectorId], entity: &EntityId) -> Error {
    let names: Vec<&str> = inspectors.iter().map(InspectorId::as_str).collect();
    let names = Text::joined(&names, &texts::list_separator());
    Error::new(codes::holds_no_seat(entity, names))
}

/// [M4] One event for each task that visits the entity and has not replaced it yet.
fn closed(
    entity: &EntityId,
    task: Option<&TaskId>,
    record: &Record,
    state: &State<'_>,
) -> Result<Vec<Event>, Error> {
    let reserve = |task: &TaskId| Event::Reserve {
        task: task.clone(),
        entity: entity.clone(),
    };
    if let Some(task) = task {
        return Ok(vec![reserve(task)]);
    }
    let tasks = record.draws().iter().map(|draw| draw.task());
    let visited = tasks.filter(|task| {
        let team = state.team(task.as_str(), entity.as_str());
        team.is_some_and(|team| !team.is_replaced())
    });
    let events: Vec<Event> = visited.map(reserve).collect();
    match events.is_empty() {
        true => Err(Error::new(codes::not_visited(entity))),
        false => Ok(events),
    }
}

/// The vacant seat that the options name.
fn vacant(
    entity: &EntityId,
    task: Option<&TaskId>,
    number: Option<u64>,
    record: &Record,
    state: &State<'_>,
) -> Result<Seat, Error> {
    // If task, entity and seat are all given, the library reports what is wrong with them.
    if let (Some(task), Some(number)) = (task, number) {
        return Ok(Seat::new(task.clone(), entity.clone(), number));
    }
    let seats = vacant_seats(record, state).into_iter().filter(|seat| {
        let of_task = task.is_none_or(|task| seat.task() == task);
        let of_number = number.is_none_or(|number| seat.number() == number);
        seat.entity() == entity && of_task && of_number
    });
    let seats: Vec<Seat> = seats.collect();
    match &*seats {
        [] => Err(Error::new(codes::no_vacant_seat(entity))),
        [seat] => Ok(seat.clone()),
        _ => {
            let named = |seat: &Seat| format!("{} {}", seat.task(), seat.number());
            let names: Vec<String> = seats.iter().map(named).collect();
            let names = Text::joined(&names, &texts::list_separator());
            Err(Error::new(codes::which_seat(entity, names)))
        }
    }
}

/// All vacant seats, in the order of tasks and teams. A team that joins another has no seats of its own [M2].
pub(super) fn vacant_seats(record: &Record, state: &State<'_>) -> Vec<Seat> {
    let mut seats = Vec::new();
    for draw in record.draws() {
        let own = |team: &AmendedTeam<'_>| team.joins().is_none();
        for team in state.teams(draw.task().as_str()).filter(own) {
            let Ok(entity) = team.entity().parse::<EntityId>() else {
                continue;
            };
            for (number, holder) in (0..).zip(team.seats()) {
                if holder.is_none() {
                    seats.push(Seat::new(draw.task().clone(), entity.clone(), number));
                }
            }
        }
    }
    seats
}
