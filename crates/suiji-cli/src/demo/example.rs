//! The example of Qinshui: the files of its office, its contributions, and some of its entities and inspectors.

use std::path::{Path, PathBuf};

use suiji::ceremony::PartialContributions;
use suiji::record::Draw;
use suiji::values::{EntityId, InspectorId};
use suiji::{Commitment, Contribution, Record};

use crate::base::error::Error;
use crate::case::{CEREMONY, OFFICE};
use crate::disk::writing::Access;
use crate::new;
use crate::texts::codes;

const CONTRIBUTIONS: &str = include_str!("../../demo/throws.json");
/// An entity of the highest risk class that J1 has inspected this year, but not N1.
pub(super) const HALF_EXCLUDED: &str = "91140521MALC3E473K";

/// The plan and the lists of the office, and the answers to the questions about them.
pub(super) const PLAN_FILE: &str = "office-files/work-plan.docx";
pub(super) const LISTS: [&str; 3] = [
    "office-files/registry.xlsx",
    "office-files/roster.xlsx",
    "office-files/history.xlsx",
];
pub(super) const ANSWERS: &str = "office-files/answers.json";

/// Creates the case of the example in this folder, or in the first of `suiji-demo-1` and so on that is free.
pub(super) fn make(folder: Option<&Path>) -> Result<PathBuf, Error> {
    const REGISTRY: &[u8] = include_bytes!("../../demo/registry.xlsx");
    const ROSTER: &[u8] = include_bytes!("../../demo/roster.xlsx");
    const HISTORY: &[u8] = include_bytes!("../../demo/history.xlsx");
    const PLAN: &[u8] = include_bytes!("../../demo/work-plan.docx");
    const SETTLED: &[u8] = include_bytes!("../../demo/office.json");
    const SOURCES: &[u8] = include_bytes!("../../demo/ceremony.json");
    const ANSWERED: &[u8] = include_bytes!("../../demo/answers.json");
    let [registry, roster, history] = LISTS;
    let files = [
        (OFFICE, SETTLED, Access::Shared),
        (PLAN_FILE, PLAN, Access::Shared),
        (registry, REGISTRY, Access::Shared),
        (roster, ROSTER, Access::Shared),
        (history, HISTORY, Access::Shared),
        (ANSWERS, ANSWERED, Access::Shared),
        (CEREMONY, SOURCES, Access::Private),
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

/// The inspector who falls ill: the lead of the first team.
pub(super) fn ill(record: &Record) -> Option<InspectorId> {
    let team = record.draws().iter().flat_map(Draw::teams).next()?;
    team.members().first().cloned()
}

/// The firm that has closed: the first selected one with a reserve in each of its tasks.
pub(super) fn closed(record: &Record) -> Option<EntityId> {
    let has_reserve = |draw: &Draw, id: &EntityId| {
        let mut selected = draw.selected().iter();
        let found = selected.find(|of| of.id() == id);
        found.is_none_or(|of| {
            let mut reserves = draw.reserves().iter();
            reserves.any(|reserve| reserve.stratum() == of.stratum())
        })
    };
    let mut selected = record.draws().iter().flat_map(Draw::selected);
    let found = selected.find(|of| record.draws().iter().all(|draw| has_reserve(draw, of.id())));
    found.map(|of| of.id().clone())
}
