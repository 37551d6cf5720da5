//! The example of Qinshui: its files, its contributions, and two of its entities.

use std::path::{Path, PathBuf};

use suiji::ceremony::PartialContributions;
use suiji::record::Draw;
use suiji::values::EntityId;
use suiji::{Commitment, Contribution, Record};

use crate::base::error::Error;
use crate::case::{CEREMONY, OFFICE, PLAN};
use crate::disk::writing::Access;
use crate::new;
use crate::texts::codes;

const CONTRIBUTIONS: &str = include_str!("../../../../examples/qinshui-2024/throws.json");
/// An entity of the highest risk class, which J1 has inspected this year and N1 has not.
pub(super) const HALF_EXCLUDED: &str = "91140521MALC3E473K";

/// Creates the case of the example in this folder, or in the first of `suiji-demo-1` and so on that is free.
pub(super) fn make(folder: Option<&Path>) -> Result<PathBuf, Error> {
    let files = [
        (
            OFFICE,
            include_str!("../../../../examples/qinshui-2024/office.json"),
            Access::Shared,
        ),
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
    if let Some(folder) = folder {
        new::make(folder, &files)?;
        return Ok(folder.to_owned());
    }
    let mut number: u64 = 1;
    loop {
        let folder = PathBuf::from(format!("suiji-demo-{number}"));
        match new::make(&folder, &files) {
            Ok(()) => return Ok(folder),
            Err(error) if error.is(codes::EXISTS) => number += 1,
            Err(error) => return Err(error),
        }
    }
}

/// The contributions of dice and balls: the name of each source and its value, in the order of the sources.
pub(super) fn contributions(commitment: &Commitment) -> Result<Vec<(&str, String)>, Error> {
    let contributions = PartialContributions::from_json(CONTRIBUTIONS.as_bytes())?;
    let contribution = |(place, one): (u64, &Contribution)| {
        let source = commitment.sources().get(usize::try_from(place).ok()?)?;
        Some((source.name(), one.text()))
    };
    Ok(contributions.iter().filter_map(contribution).collect())
}

/// An entity that one team inspects for both J1 and N1.
pub(super) fn shared_visit(record: &Record) -> Result<EntityId, Error> {
    let selected = |task: &str| record.draw(task).map(Draw::selected).unwrap_or_default();
    let both = selected("J1")
        .iter()
        .find(|drawn| selected("N1").iter().any(|other| other.id() == drawn.id()));
    match both {
        Some(drawn) => Ok(drawn.id().clone()),
        None => Ok(HALF_EXCLUDED.parse()?),
    }
}
