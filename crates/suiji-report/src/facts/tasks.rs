//! The tasks of a draw.

use std::collections::BTreeMap;

use suiji::plan::{Mode, Task};
use suiji::record::{Draw, DrawnEntity};
use suiji::seal::TaskSummary;

use super::limits::{self, Classes};
use super::lists::EntityFacts;
use super::material::Material;
use super::plan::{self, Count, DrawnFacts, StratumFacts, TaskFacts};
use super::teams;
use crate::base::texts::{self, Text};

/// The stratum of a task without classes.
const ALL: &str = "all";
/// The reason of an exclusion that is not a limit.
const EXEMPT: &str = "exempt";

pub(super) fn tasks(material: &Material<'_>) -> Vec<TaskFacts> {
    let replaced = material.replaced();
    let summaries = material.sealed.summaries();
    let plan = material.inputs().plan();
    let draws = material.record.draws().iter();
    draws
        .zip(plan.tasks().iter().zip(&summaries))
        .map(|(draw, (task, summary))| of_task(material, task, summary, draw, &replaced))
        .collect()
}

fn of_task(
    material: &Material<'_>,
    task: &Task,
    summary: &TaskSummary<'_>,
    draw: &Draw,
    replaced: &BTreeMap<(&str, &str), &str>,
) -> TaskFacts {
    let selected = (1..).zip(draw.selected());
    let reserves = (1..).zip(draw.reserves());
    let mut selected: Vec<DrawnFacts> = selected.map(|of| drawn(material, of)).collect();
    let mut reserves: Vec<DrawnFacts> = reserves.map(|of| drawn(material, of)).collect();
    let id = task.id().as_str();
    for (facts, team) in selected.iter_mut().zip(draw.teams()) {
        facts.team = teams::seat_facts(material, id, &teams::drawn(team));
        facts.joins = team.joins().map(|joins| material.task(joins.as_str()));
        let now = material.state.team(id, team.entity().as_str());
        facts.is_replaced = now.is_some_and(|now| now.is_replaced());
    }
    for facts in &mut reserves {
        let found = replaced.get(&(id, &*facts.entity.id));
        facts.replaces = found.map(|entity| material.entity(entity));
    }
    TaskFacts {
        id: id.to_owned(),
        name: task.name().to_owned(),
        kind: plan::kind(task),
        targeting: plan::targeting(task),
        items: task.items().to_vec(),
        methods: plan::methods(task, material.lang),
        drawn_by: task.mode().map(Mode::drawn_by).map(str::to_owned),
        inspected_by: task.mode().map(Mode::inspected_by).map(str::to_owned),
        initiator: task.initiator().map(str::to_owned),
        partners: task.partners().to_vec(),
        window: plan::window(material.inputs().plan(), task),
        quota: task
            .quota()
            .and_then(|quota| plan::quota(quota, material.lang)),
        registry: summary.registry(),
        left_out: left_out(material, summary),
        in_scope: summary.in_scope(),
        excluded: excluded(material, id, summary),
        frame: summary.frame(),
        take: summary.take(),
        strata: strata(material, summary, draw),
        selected,
        reserves,
    }
}

fn left_out(material: &Material<'_>, summary: &TaskSummary<'_>) -> Vec<Count> {
    let count = |of: &suiji::seal::LeftOut| Count {
        reason: condition(of.condition()).get(material.lang).to_owned(),
        count: of.count(),
    };
    summary.left_out().iter().map(count).collect()
}

fn excluded(material: &Material<'_>, task: &str, summary: &TaskSummary<'_>) -> Vec<Count> {
    let count = |of: &suiji::ceremony::SealedReason| Count {
        reason: match of.reason() {
            EXEMPT => texts::exempt(),
            limit => texts::limit(limits::in_words(material, task, limit, Classes::Named)),
        }
        .get(material.lang)
        .to_owned(),
        count: of.size(),
    };
    summary.excluded().iter().map(count).collect()
}

/// The condition of the scope that an entity does not meet.
fn condition(condition: &str) -> Text {
    match condition {
        "status" => texts::inactive(),
        "categories" => texts::other_category(),
        "districts" => texts::other_district(),
        "industries" => texts::other_industry(),
        "established_before" => texts::established_later(),
        other => Text::of(|_| other.to_owned()),
    }
}

fn strata(material: &Material<'_>, summary: &TaskSummary<'_>, draw: &Draw) -> Vec<StratumFacts> {
    let stratum = |of: &suiji::ceremony::SealedStratum| {
        let selected = draw.selected().iter();
        let of_stratum = selected.filter(|drawn| drawn.stratum() == of.stratum());
        let cutoff = of_stratum.map(|drawn| drawn.ticket().to_string()).max();
        StratumFacts {
            class: of.stratum().to_owned(),
            name: class_name(material, of.stratum()),
            size: of.size(),
            take: of.take(),
            probability: of.probability().to_string(),
            cutoff,
        }
    };
    summary.strata().iter().map(stratum).collect()
}

fn drawn(material: &Material<'_>, (number, drawn): (usize, &DrawnEntity)) -> DrawnFacts {
    DrawnFacts {
        number,
        entity: EntityFacts::of(material, drawn.id().as_str()),
        class: drawn.stratum().to_owned(),
        class_name: class_name(material, drawn.stratum()),
        ticket: drawn.ticket().to_string(),
        team: Vec::new(),
        joins: None,
        is_replaced: false,
        replaces: None,
    }
}

pub(super) fn class_name(material: &Material<'_>, stratum: &str) -> String {
    match stratum {
        ALL => texts::not_stratified().get(material.lang).to_owned(),
        class => material.class(class),
    }
}
