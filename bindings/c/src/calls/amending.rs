//! Changes after the draw.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use suiji::amend::{AmendedTeam, State};
use suiji::{Amendments, Record, Request, Run};

use crate::failure::Failure;
use crate::object::Object;

/// Adds amendments to the earlier ones. Without requests, the earlier ones are checked and returned.
///
/// # Errors
/// The faults of both documents, and those of [`suiji::Sealed::amend`].
pub fn amend(
    sealed: &Object,
    record: &Object,
    earlier: &[u8],
    requests: &[u8],
    run: &Run,
) -> Result<Object, Failure> {
    let (sealed, record) = (&sealed.sealed("sealed")?.0, record.record("record")?);
    let earlier = self::earlier(earlier)?;
    let requests = match (requests, &earlier) {
        ([], Some(_)) => Vec::new(),
        (requests, _) => Request::from_json(requests)?,
    };
    let amendments = sealed.amend_with(record, earlier.as_ref(), &requests, run)?;
    Ok(Object::bytes(amendments.to_json()))
}

/// The amendments, if they are provided.
pub(super) fn earlier(amendments: &[u8]) -> Result<Option<Amendments>, Failure> {
    match amendments {
        [] => Ok(None),
        amendments => Ok(Some(Amendments::from_json(amendments)?)),
    }
}

/// The holder of each seat after the draw and its amendments, as JSON (`schema/state.schema.json`).
///
/// # Errors
/// The faults of the amendments, and those of [`Amendments::state`].
pub fn state(record: &Object, amendments: &[u8]) -> Result<Object, Failure> {
    let record = record.record("record")?;
    let amendments = earlier(amendments)?;
    let state = match &amendments {
        Some(amendments) => amendments.state(record)?,
        None => record.state()?,
    };
    Ok(Object::bytes(format!("{:#}", written(record, &state))))
}

fn written(record: &Record, state: &State<'_>) -> Value {
    let mut held = BTreeMap::new();
    let mut tasks = Vec::new();
    for draw in record.draws() {
        let task = draw.task().as_str();
        let mut teams = Vec::new();
        for of in state.teams(task) {
            for inspector in of.seats().iter().flatten() {
                let inspector = inspector.as_str();
                held.entry(inspector.to_owned())
                    .or_insert_with(|| state.seats_held(inspector));
            }
            teams.push(team(&of));
        }
        let mut written = json!({"task": task});
        if !teams.is_empty() {
            written["teams"] = teams.into();
        }
        tasks.push(written);
    }
    let mut written = json!({"tasks": tasks});
    let away: Vec<&str> = state.away().map(|inspector| inspector.as_str()).collect();
    if !away.is_empty() {
        written["away"] = away.into();
    }
    if !held.is_empty() {
        written["held"] = json!(held);
    }
    written
}

/// Members and vacant seats are written as in a record [T5].
fn team(of: &AmendedTeam<'_>) -> Value {
    let mut team = json!({"entity": of.entity()});
    let mut set = |key: &str, value: Value| team[key] = value;
    let seats = of.seats();
    let members: Vec<&str> = seats.iter().flatten().map(|id| id.as_str()).collect();
    if !members.is_empty() {
        set("members", members.into());
    }
    let vacant = (0..).zip(seats).filter(|(_, seat)| seat.is_none());
    let vacant: Vec<u64> = vacant.map(|(number, _)| number).collect();
    if !vacant.is_empty() {
        set("vacant", vacant.into());
    }
    if let Some(lead) = of.lead() {
        set("lead", lead.as_str().into());
    }
    if let Some(task) = of.joins() {
        set("joins", task.as_str().into());
    }
    if of.is_reserve() {
        set("reserve", true.into());
    }
    if of.is_replaced() {
        set("replaced", true.into());
    }
    team
}
