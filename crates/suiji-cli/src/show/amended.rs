//! What the amendments left of the draw, for one entity.

use std::io;

use suiji::amend::{AmendedTeam, State};
use suiji::record::Draw;
use suiji::values::{EntityId, InspectorId};
use suiji::{Inputs, Record};

use super::draws::{names, seat_text};
use super::session::Session;
use crate::texts::{self, Text};

/// Prints what changed for an entity since the draw, task by task; nothing if nothing did.
pub(crate) fn print(
    session: &mut Session<'_>,
    inputs: &Inputs,
    (record, state): (&Record, &State<'_>),
    entity: &EntityId,
) -> io::Result<()> {
    for draw in record.draws() {
        let task = draw.task().as_str();
        let Some(team) = state.team(task, entity.as_str()) else {
            continue;
        };
        if team.is_reserve() {
            session.say(texts::amended_reserve(task))?;
        }
        if team.is_replaced() {
            session.say(texts::amended_replaced(task))?;
        }
        if drawn(draw, entity).as_deref() != Some(team.seats()) && !team.seats().is_empty() {
            session.say(texts::amended_team(task, members(inputs, &team)))?;
            for (seat, holder) in (0..).zip(team.seats()) {
                if holder.is_none() {
                    session.say(texts::amended_vacant(seat_text(seat)))?;
                }
            }
        }
    }
    Ok(())
}

fn members(inputs: &Inputs, team: &AmendedTeam<'_>) -> Text {
    let members = team.seats().iter().flatten();
    names(inputs, members.map(|member| member.as_str()))
}

/// The seats of an entity as they were drawn; none if it was not selected, or if there are no teams.
fn drawn<'d>(draw: &'d Draw, entity: &EntityId) -> Option<Vec<Option<&'d InspectorId>>> {
    let team = draw.teams().iter().find(|team| team.entity() == entity)?;
    let mut members = team.members().iter();
    let count = (team.members().len() + team.vacant().len()) as u64;
    let holder = |seat: u64| match team.vacant().contains(&seat) {
        true => None,
        false => members.next(),
    };
    Some((0..count).map(holder).collect())
}
