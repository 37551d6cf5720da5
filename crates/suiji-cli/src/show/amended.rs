//! The state of one entity after the amendments.

use std::io;

use serde_json::{Value, json};
use suiji::amend::{AmendedTeam, State};
use suiji::record::Draw;
use suiji::values::{EntityId, InspectorId};
use suiji::{Inputs, Record};

use super::draws::{names, seat_text};
use super::session::Session;
use crate::texts::{self, Text};

/// The state of an entity after all amendments, for programs: its team in each task that visits it.
pub(crate) fn of_entity(record: &Record, state: &State<'_>, entity: &EntityId) -> Value {
    let task = |draw: &Draw| {
        let task = draw.task().as_str();
        let mut team = to_json(&state.team(task, entity.as_str())?);
        team["task"] = task.into();
        Some(team)
    };
    record.draws().iter().filter_map(task).collect()
}

/// All teams of all tasks after all amendments, for programs.
pub(crate) fn of_all(record: &Record, state: &State<'_>) -> Value {
    let task = |draw: &Draw| {
        let teams = state.teams(draw.task().as_str());
        let teams: Value = teams.map(|team| to_json(&team)).collect();
        json!({"task": draw.task().as_str(), "teams": teams})
    };
    record.draws().iter().map(task).collect()
}

/// A team in the form of a record: the holders of the seats, in order, and the numbers of the vacant seats.
fn to_json(team: &AmendedTeam<'_>) -> Value {
    let members = team.seats().iter().flatten();
    let mut json = json!({
        "entity": team.entity(),
        "members": members.map(|id| id.as_str()).collect::<Value>(),
        "reserve": team.is_reserve(),
        "replaced": team.is_replaced(),
    });
    let seats = (0..).zip(team.seats());
    let vacant: Vec<u64> = seats
        .filter(|(_, seat)| seat.is_none())
        .map(|(number, _)| number)
        .collect();
    if !vacant.is_empty() {
        json["vacant"] = vacant.into();
    }
    if let Some(joins) = team.joins() {
        json["joins"] = joins.as_str().into();
    }
    json
}

/// Prints the changes for an entity since the draw, task by task. Without changes it prints nothing.
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
            session.say(match team.seats().iter().flatten().next() {
                Some(_) => texts::amended_team(task, members(inputs, &team)),
                None => texts::amended_nobody(task),
            })?;
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

/// The seats of an entity as they were drawn. None if the entity was not selected, or if there are no
/// teams.
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
