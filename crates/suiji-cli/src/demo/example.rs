//! Qinshui's example: its files, its dice, and two of its firms.

use std::path::{Path, PathBuf};

use serde_json::Value;
use suiji::{Commitment, Draw, EntityId, Error, Record};

use crate::case::{CEREMONY, PLAN};
use crate::disk::writing::Access;
use crate::new;
use crate::texts::codes;

const THROWS: &str = include_str!("../../../../examples/qinshui-2024/throws.json");
/// Of the highest class; J1 has visited it this year, N1 has not.
pub(super) const HALF_EXCLUDED: &str = "91140521MALC3E473K";

/// The example's case in the folder that is asked for, or in the first that is free.
pub(super) fn make(asked: Option<&Path>) -> Result<PathBuf, Error> {
    let files = [
        (
            PLAN,
            include_str!("../../../../examples/qinshui-2024/plan.json"),
            Access::Shared,
        ),
        (
            "registry.jsonl",
            include_str!("../../../../examples/qinshui-2024/registry.jsonl"),
            Access::Shared,
        ),
        (
            "roster.jsonl",
            include_str!("../../../../examples/qinshui-2024/roster.jsonl"),
            Access::Shared,
        ),
        (
            "history.jsonl",
            include_str!("../../../../examples/qinshui-2024/history.jsonl"),
            Access::Shared,
        ),
        (
            CEREMONY,
            include_str!("../../../../examples/qinshui-2024/ceremony.json"),
            Access::Private,
        ),
    ];
    if let Some(folder) = asked {
        new::make(folder, &files)?;
        return Ok(folder.to_owned());
    }
    let mut number: u64 = 1;
    loop {
        let folder = PathBuf::from(format!("suiji-demo-{number}"));
        match new::make(&folder, &files) {
            Ok(()) => return Ok(folder),
            Err(error) if error.code() == codes::EXISTS.id() => number += 1,
            Err(error) => return Err(error),
        }
    }
}

/// What the dice and the balls show: the name of the source and the value, in the order of the sources.
pub(super) fn throws(sheet: &Commitment) -> Vec<(&str, String)> {
    let throws: Value = serde_json::from_str(THROWS).unwrap_or_default();
    let throw = |throw: &Value| {
        let place = usize::try_from(throw["source"].as_u64()?).ok()?;
        Some((
            sheet.sources().get(place)?.name(),
            throw["value"].as_str()?.to_owned(),
        ))
    };
    throws
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(throw)
        .collect()
}

/// A firm that J1 and N1 visit with one team.
pub(super) fn shared_visit(record: &Record) -> Result<EntityId, Error> {
    let selected = |task: &str| record.draw(task).map(Draw::selected).unwrap_or_default();
    let both = selected("J1")
        .iter()
        .find(|drawn| selected("N1").iter().any(|other| other.id() == drawn.id()));
    both.map_or_else(|| HALF_EXCLUDED.parse(), |drawn| Ok(drawn.id().clone()))
}
