//! Amendments, in words.

use std::io;

use suiji::Inputs;
use suiji::amend::{Amendment, Change, Substitution};
use suiji::values::InspectorId;

use super::draws::{names, seat_text};
use super::session::Session;
use crate::texts::{self, Text};

/// Prints what amendments change, one after another.
pub(crate) fn print(
    session: &mut Session<'_>,
    inputs: &Inputs,
    amendments: &[Amendment],
) -> io::Result<()> {
    for amendment in amendments {
        let (at, reason) = (amendment.at().as_str(), amendment.reason());
        session.say(texts::amendment(at, reason, amendment.approved_by()))?;
        for line in lines(inputs, amendment.change()) {
            session.say(texts::indented(line))?;
        }
    }
    Ok(())
}

fn lines(inputs: &Inputs, change: &Change) -> Vec<Text> {
    match change {
        Change::Away { inspectors } => vec![texts::are_away(people(inputs, inspectors))],
        Change::Back { inspectors } => vec![texts::are_back(people(inputs, inspectors))],
        Change::Substitute { seats } => seats
            .iter()
            .map(|seat| substitution(inputs, seat))
            .collect(),
        Change::Reserve {
            task,
            entity,
            reserve,
            members,
            vacant,
            joins,
        } => {
            let (entity, reserve) = (entity.as_str(), reserve.as_str());
            let (of, to) = (entity_text(inputs, entity), entity_text(inputs, reserve));
            let mut lines = vec![texts::reserve_used(task, of, to)];
            if !members.is_empty() {
                lines.push(texts::reserve_team(people(inputs, members)));
            }
            if !vacant.is_empty() {
                let seats: Vec<Text> = vacant.iter().map(|seat| seat_text(*seat)).collect();
                lines.push(texts::reserve_vacant(Text::joined(
                    &seats,
                    &texts::list_separator(),
                )));
            }
            if let Some(joins) = joins {
                lines.push(texts::reserve_joins(joins));
            }
            lines
        }
        Change::ByHand {
            task,
            entity,
            seat,
            inspector,
        } => {
            let entity = entity_text(inputs, entity.as_str());
            let who = person(inputs, inspector);
            vec![texts::put_by_hand(task, entity, seat_text(*seat), who)]
        }
        _ => Vec::new(),
    }
}

fn substitution(inputs: &Inputs, seat: &Substitution) -> Text {
    let entity = entity_text(inputs, seat.entity().as_str());
    let (number, leaves) = (seat_text(seat.seat()), person(inputs, seat.leaves()));
    match seat.inspector() {
        Some(new) => texts::steps_in(seat.task(), entity, number, leaves, person(inputs, new)),
        None => texts::nobody_steps_in(seat.task(), entity, number, leaves),
    }
}

/// Id and name of an entity.
fn entity_text(inputs: &Inputs, id: &str) -> Text {
    let name = inputs.registry().name(id).unwrap_or_default();
    let text = format!("{id} {name}");
    Text::of(|_| text.trim_end().to_owned())
}

fn people(inputs: &Inputs, inspectors: &[InspectorId]) -> Text {
    names(inputs, inspectors.iter().map(InspectorId::as_str))
}

/// Name and id: after the draw, two inspectors with the same name must be distinguishable.
fn person(inputs: &Inputs, inspector: &InspectorId) -> Text {
    match inputs.roster().name(inspector.as_str()) {
        Some((name, _)) => texts::person(name, inspector),
        None => texts::person_unknown(inspector),
    }
}
