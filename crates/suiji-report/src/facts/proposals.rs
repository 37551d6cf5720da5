//! Entities that may have to be put on the list of abnormal operations (经营异常名录).
//!
//! The outcomes give the reason. The office decides, and fills in the article of the rule that it applies.

use std::collections::BTreeMap;

use serde::Serialize;
use suiji::results::OutcomeCode;

use super::found::{Coded, ResultFacts};
use super::lists::EntityFacts;
use super::material::Material;
use super::named::Named;

/// The measure by which an inspection proposes the list.
const MEASURE: &str = "abnormal_list";

/// A proposed entity.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ProposalFacts {
    pub(crate) number: usize,
    pub(crate) entity: EntityFacts,
    /// The tasks whose inspections are the reason.
    pub(crate) tasks: Vec<Named>,
    /// The day of the last of these inspections.
    pub(crate) date: String,
    pub(crate) inspectors: Vec<Named>,
    /// The outcomes that are grounds. If there are none and an inspection proposes the entity, all outcomes.
    pub(crate) grounds: Vec<Coded>,
    /// Whether an inspection proposes the entity by its measure.
    pub(crate) is_measure: bool,
}

/// The proposals from the results of each task, in the order of tasks and draw. An entity is named once.
pub(super) fn proposals<'r>(
    material: &Material<'_>,
    tasks: impl Iterator<Item = (&'r str, &'r [ResultFacts])>,
) -> Vec<ProposalFacts> {
    let mut all: Vec<ProposalFacts> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (task, results) in tasks {
        for result in results {
            let Some(grounds) = grounds(result) else {
                continue;
            };
            let id = &*result.entity.id;
            let place = *places.entry(id).or_insert_with(|| {
                all.push(ProposalFacts {
                    number: all.len() + 1,
                    entity: EntityFacts::of(material, id),
                    tasks: Vec::new(),
                    date: String::new(),
                    inspectors: Vec::new(),
                    grounds: Vec::new(),
                    is_measure: false,
                });
                all.len() - 1
            });
            let of = &mut all[place];
            of.tasks.push(material.task(task));
            of.date = (&of.date).max(&result.date).clone();
            add(&mut of.inspectors, &result.inspectors);
            add(&mut of.grounds, grounds);
            of.is_measure |= asks(result);
        }
    }
    all
}

/// The reason why an entity is proposed, if it is.
fn grounds(result: &ResultFacts) -> Option<Vec<&Coded>> {
    let all = result.outcomes.iter();
    let grounds: Vec<&Coded> = all
        .clone()
        .filter(|of| OutcomeCode::of(&of.code).is_some_and(OutcomeCode::is_abnormal))
        .collect();
    match grounds.is_empty() {
        false => Some(grounds),
        true => asks(result).then(|| all.collect()),
    }
}

fn asks(result: &ResultFacts) -> bool {
    result.measures.iter().any(|of| of.code == MEASURE)
}

/// Adds items that are not in the list yet.
fn add<'a, T: Clone + PartialEq + 'a>(to: &mut Vec<T>, more: impl IntoIterator<Item = &'a T>) {
    for one in more {
        if !to.contains(one) {
            to.push(one.clone());
        }
    }
}
