//! Reads registry, roster and history from bytes, and returns their rows.

use serde_json::{Value, json};
use suiji::tables::RowChange;
use suiji::{Registry, Roster, Run};

use crate::codes::{SUIJI_HISTORY, SUIJI_REGISTRY, SUIJI_ROSTER};
use crate::failure::Failure;
use crate::inputs;
use crate::object::Object;
use crate::values::{list, text};

/// Reads a table as JSON Lines or CSV.
///
/// # Errors
/// The faults of all rows. Misuse if there is no such kind or form.
pub fn table_read(kind: i32, form: i32, data: &[u8], run: &Run) -> Result<Object, Failure> {
    Ok(match kind {
        SUIJI_REGISTRY => Object::Registry(inputs::registry(form, data, run)?.into()),
        SUIJI_ROSTER => Object::Roster(inputs::roster(form, data, run)?.into()),
        SUIJI_HISTORY => Object::History(inputs::history(form, data, run)?.into()),
        _ => return Err(Failure::unknown_number("kind", kind.into())),
    })
}

/// The row of an entity or inspector as JSON; none if the table has no such id.
///
/// # Errors
/// Misuse if the table is not a registry or roster.
pub fn table_row(table: &Object, id: &[u8]) -> Result<Option<Object>, Failure> {
    let id = text("id", id)?;
    let mut line = Vec::new();
    let written = match table {
        Object::Registry(table) => {
            let Some(row) = table.entity(id) else {
                return Ok(None);
            };
            Registry::from_rows([row])?.write_json_lines(&mut line)
        }
        Object::Roster(table) => {
            let Some(row) = table.inspector(id) else {
                return Ok(None);
            };
            Roster::from_rows([row])?.write_json_lines(&mut line)
        }
        _ => return Err(Failure::wrong_kind("table", &WITH_IDS, table.kind())),
    };
    // Writing to a vector does not fail.
    written.map_err(|_| Failure::panic())?;
    while line.last() == Some(&b'\n') {
        line.pop();
    }
    Ok(Some(Object::bytes(line)))
}

/// The ids of a registry or roster as a JSON list, in order: at most `count`, from position `from`.
///
/// # Errors
/// Misuse if the table is not a registry or roster, or a number is negative.
pub fn table_ids(table: &Object, from: i64, count: i64) -> Result<Object, Failure> {
    let size = |name, number: i64| {
        usize::try_from(number).map_err(|_| Failure::unknown_number(name, number))
    };
    let (from, count) = (size("from", from)?, size("count", count)?);
    let ids: Vec<&str> = match table {
        Object::Registry(table) => table.ids().skip(from).take(count).collect(),
        Object::Roster(table) => table.ids().skip(from).take(count).collect(),
        _ => return Err(Failure::wrong_kind("table", &WITH_IDS, table.kind())),
    };
    Ok(Object::bytes(Value::from(ids).to_string()))
}

const WITH_IDS: [i32; 2] = [SUIJI_REGISTRY, SUIJI_ROSTER];

/// The first `count` rows in which `later` differs from `table`, as a JSON list.
///
/// # Errors
/// Misuse if the tables are not of the same kind, or the number is negative.
pub fn changes(table: &Object, later: &Object, count: i64) -> Result<Object, Failure> {
    let count = usize::try_from(count).map_err(|_| Failure::unknown_number("count", count))?;
    let written = |changes: &mut dyn Iterator<Item = RowChange>| {
        Object::bytes(list(changes.take(count).map(|of| change(&of).to_string())))
    };
    Ok(match table {
        Object::Registry(table) => written(&mut table.changes(later.registry("later")?)),
        Object::Roster(table) => written(&mut table.changes(later.roster("later")?)),
        Object::History(table) => written(&mut table.changes(later.history("later")?)),
        _ => return Err(Failure::wrong_kind("table", &TABLES, table.kind())),
    })
}

const TABLES: [i32; 3] = [SUIJI_REGISTRY, SUIJI_ROSTER, SUIJI_HISTORY];

/// The form of `schema/row-change.schema.json`.
fn change(of: &RowChange) -> Value {
    let mut change = json!({"kind": of.kind().as_str(), "id": of.id(), "key": of.key()});
    if let Some(row) = of.row() {
        change["row"] = row.into();
    }
    if !of.columns().is_empty() {
        change["columns"] = of.columns().into();
    }
    change
}
