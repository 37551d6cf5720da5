//! The answer to an entity that asks why it was or was not drawn.

use serde::Serialize;
use suiji::Receipt;
use suiji::receipt::{State, Statement};

use super::draw::RecordFacts;
use super::limits::{self, Classes};
use super::material::Material;
use super::named::Named;
use super::office::OfficeFacts;
use super::plan::PlanFacts;
use super::teams::SeatFacts;
use super::visits::VisitFacts;

/// A letter.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LetterFacts {
    pub(crate) office: OfficeFacts,
    pub(crate) plan: PlanFacts,
    pub(crate) record: RecordFacts,
    pub(crate) entity: Named,
    /// The tasks whose scope includes the entity. If it is not in the registry, all
    /// tasks.
    pub(crate) tasks: Vec<LetterTask>,
    /// The other tasks.
    pub(crate) out_of_scope: Vec<Named>,
    /// The name of the file with the receipt.
    pub(crate) receipt: String,
}

/// The state of the entity in one task.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LetterTask {
    pub(crate) task: Named,
    /// `selected`, `reserve`, `not_selected`, `excluded`, `inactive` or `absent`.
    pub(crate) state: &'static str,
    /// For an excluded entity: `exempt`, or the id of the limit.
    pub(crate) reason: Option<String>,
    /// The limit that the entity has reached, in words, without classes.
    pub(crate) limit: Option<String>,
    /// The size of its stratum, and how many were taken from it.
    pub(crate) size: Option<u64>,
    pub(crate) take: Option<u64>,
    pub(crate) probability: Option<String>,
    pub(crate) ticket: Option<String>,
    pub(crate) cutoff: Option<String>,
    /// Its position among the reserves of its stratum, counted from 1.
    pub(crate) reserve: Option<u64>,
    /// The team that visits it now.
    pub(crate) team: Vec<SeatFacts>,
    /// Whether an amendment makes it a visited reserve.
    pub(crate) is_used_reserve: bool,
    /// Whether an amendment replaces it by a reserve.
    pub(crate) is_replaced: bool,
}

impl LetterFacts {
    /// The letter that goes with a receipt.
    pub(crate) fn of(
        material: &Material<'_>,
        receipt: &Receipt,
        visits: &[VisitFacts],
        file: &str,
    ) -> Self {
        let id = receipt.entity();
        let name = receipt.name().map(str::to_owned);
        let all = receipt.tasks().iter();
        let (out_of_scope, in_scope): (Vec<&Statement>, Vec<&Statement>) =
            all.partition(|statement| statement.state() == State::OutOfScope);
        Self {
            office: OfficeFacts::of(material),
            plan: PlanFacts::of(material.inputs().plan()),
            record: RecordFacts::of(material),
            entity: Named {
                id: id.to_owned(),
                name: name.unwrap_or_default(),
            },
            tasks: in_scope
                .into_iter()
                .map(|statement| task(material, id, statement, visits))
                .collect(),
            out_of_scope: out_of_scope
                .into_iter()
                .map(|statement| material.task(statement.task()))
                .collect(),
            receipt: file.to_owned(),
        }
    }
}

fn task(
    material: &Material<'_>,
    entity: &str,
    statement: &Statement,
    visits: &[VisitFacts],
) -> LetterTask {
    let id = statement.task();
    let tasks = material.record.commitment().tasks().iter();
    let mut strata = tasks
        .filter(|task| task.id().as_str() == id)
        .flat_map(|task| task.strata());
    let stratum = strata.find(|of| Some(of.stratum()) == statement.stratum());
    let team = material.state.team(id, entity);
    let visit = visits
        .iter()
        .find(|visit| visit.entity.id == entity && visit.tasks.iter().any(|task| task.id == id));
    LetterTask {
        task: material.task(id),
        state: statement.state().as_str(),
        reason: statement.reason().map(str::to_owned),
        limit: statement.reason().map(|reason| {
            let words = limits::in_words(material, id, reason, Classes::LeftOut);
            words.get(material.lang).trim().to_owned()
        }),
        size: stratum.map(|of| of.size()),
        take: stratum.map(|of| of.take()),
        probability: statement.probability().map(|of| of.to_string()),
        ticket: statement.ticket().map(|of| of.to_string()),
        cutoff: statement.cutoff().map(|of| of.to_string()),
        reserve: statement.reserve(),
        team: visit.map(|visit| visit.team.clone()).unwrap_or_default(),
        is_used_reserve: team.as_ref().is_some_and(|team| team.is_reserve()),
        is_replaced: team.is_some_and(|team| team.is_replaced()),
    }
}
