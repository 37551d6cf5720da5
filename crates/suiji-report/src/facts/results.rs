//! The results of the inspections [O3], counted by task, class and inspector.

use std::collections::BTreeMap;

use serde::Serialize;
use suiji::results::{Counts, MeasureCode, OutcomeCode};
use suiji::{Lang, Results};

use super::counted::CountFacts;
use super::found::{Coded, ResultFacts};
use super::material::Material;
use super::named::Named;
use super::plan::TaskFacts;
use super::proposals::{ProposalFacts, proposals};
use crate::base::share::percent;

/// The results of a draw.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ResultsFacts {
    /// All tasks together. An entity that was drawn for two tasks counts twice.
    pub(crate) total: CountFacts,
    /// The number of entities with a result. An entity that was drawn for two tasks counts once.
    pub(crate) entities: u64,
    /// The first and the last day of an inspection.
    pub(crate) first_day: Option<String>,
    pub(crate) last_day: Option<String>,
    pub(crate) tasks: Vec<TaskResults>,
    /// The classes over all tasks, in the order of the plan.
    pub(crate) classes: Vec<StratumResults>,
    pub(crate) inspectors: Vec<InspectorResults>,
    /// The found outcomes, in the order of the published list, then the office's own.
    pub(crate) outcomes: Vec<Tally>,
    pub(crate) measures: Vec<Tally>,
    pub(crate) proposals: Vec<ProposalFacts>,
}

/// The results of a task.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TaskResults {
    pub(crate) id: String,
    pub(crate) name: String,
    /// The quota in words.
    pub(crate) quota: Option<String>,
    pub(crate) frame: u64,
    pub(crate) take: u64,
    /// The share of the frame that was drawn, in per cent.
    pub(crate) take_share: String,
    /// The share of the frame that has a result, in per cent.
    pub(crate) result_share: String,
    pub(crate) counts: CountFacts,
    pub(crate) strata: Vec<StratumResults>,
    /// The results, in the order of the draw. Results of used reserves come last.
    pub(crate) results: Vec<ResultFacts>,
}

/// The results of a stratum of a task, or of a class over all tasks.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StratumResults {
    /// The id of the class, or `all`.
    pub(crate) class: String,
    pub(crate) name: String,
    pub(crate) frame: u64,
    pub(crate) take: u64,
    pub(crate) take_share: String,
    pub(crate) counts: CountFacts,
}

/// The progress of an inspector's visits.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct InspectorResults {
    pub(crate) inspector: Named,
    pub(crate) counts: CountFacts,
}

/// The count of an outcome or a measure.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Tally {
    pub(crate) name: String,
    pub(crate) count: u64,
}

impl ResultsFacts {
    /// None if there are no results. `tasks` are those of the draw.
    pub(super) fn of(material: &Material<'_>, tasks: &[TaskFacts]) -> Option<Self> {
        let results = material.results?;
        // The results were compared with the record when they were added.
        let status = results.status(material.record, material.amendments).ok()?;
        let given = status.tasks().iter().zip(tasks);
        let of_task: Vec<TaskResults> = given
            .map(|(status, task)| {
                let found = status.courses().iter();
                let found = found.filter_map(|course| ResultFacts::of(material, results, course));
                let strata = task.strata.iter().map(|stratum| {
                    let mut counted = status.strata().iter();
                    let counts = counted.find(|(name, _)| *name == stratum.class);
                    let counts = counts.map_or_else(Counts::default, |(_, counts)| *counts);
                    StratumResults {
                        class: stratum.class.clone(),
                        name: stratum.name.clone(),
                        frame: stratum.size,
                        take: stratum.take,
                        take_share: percent(stratum.take, stratum.size),
                        counts: CountFacts::of(&counts),
                    }
                });
                TaskResults {
                    id: task.id.clone(),
                    name: task.name.clone(),
                    quota: task.quota.clone(),
                    frame: task.frame,
                    take: task.take,
                    take_share: percent(task.take, task.frame),
                    result_share: percent(status.total().with_result(), task.frame),
                    counts: CountFacts::of(status.total()),
                    strata: strata.collect(),
                    results: found.collect(),
                }
            })
            .collect();
        let inspectors = status.inspectors().iter().map(|of| InspectorResults {
            inspector: material.inspector(of.inspector().as_str()),
            counts: CountFacts::of(of.total()),
        });
        let all = of_task.iter().flat_map(|task| &task.results);
        let days: Vec<&String> = all.clone().map(|of| &of.date).collect();
        let mut entities: Vec<&str> = all.clone().map(|of| &*of.entity.id).collect();
        entities.sort_unstable();
        entities.dedup();
        Some(Self {
            total: CountFacts::of(&status.total()),
            entities: entities.len() as u64,
            first_day: days.iter().min().map(|day| (**day).clone()),
            last_day: days.iter().max().map(|day| (**day).clone()),
            classes: classes(&of_task),
            inspectors: inspectors.collect(),
            outcomes: outcomes(results, all.clone(), material.lang),
            measures: measures(results, all, material.lang),
            proposals: proposals(
                material,
                of_task.iter().map(|task| (&*task.id, &*task.results)),
            ),
            tasks: of_task,
        })
    }
}

/// The strata of all tasks, with equal classes combined, in the order of the plan.
fn classes(tasks: &[TaskResults]) -> Vec<StratumResults> {
    let mut all: Vec<StratumResults> = Vec::new();
    for stratum in tasks.iter().flat_map(|task| &task.strata) {
        match all.iter_mut().find(|of| of.class == stratum.class) {
            None => all.push(stratum.clone()),
            Some(known) => {
                known.frame += stratum.frame;
                known.take += stratum.take;
                known.take_share = percent(known.take, known.frame);
                known.counts = known.counts.and(&stratum.counts);
            }
        }
    }
    all
}

fn outcomes<'r>(
    results: &Results,
    all: impl Iterator<Item = &'r ResultFacts>,
    lang: Lang,
) -> Vec<Tally> {
    let published = OutcomeCode::ALL.iter().map(|of| (of.code(), of.name(lang)));
    let own = results.own_outcomes().iter();
    let own = own.map(|of| (of.code(), of.name()));
    tally(published.chain(own), all.flat_map(|of| &of.outcomes))
}

fn measures<'r>(
    results: &Results,
    all: impl Iterator<Item = &'r ResultFacts>,
    lang: Lang,
) -> Vec<Tally> {
    let published = MeasureCode::ALL.iter().map(|of| (of.code(), of.name(lang)));
    let own = results.own_measures().iter();
    let own = own.map(|of| (of.code(), of.name()));
    tally(published.chain(own), all.flat_map(|of| &of.measures))
}

/// The count of each code of a list. Codes that were not found are left out.
fn tally<'a>(
    list: impl Iterator<Item = (&'a str, &'a str)>,
    found: impl Iterator<Item = &'a Coded>,
) -> Vec<Tally> {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for coded in found {
        *counts.entry(&coded.code).or_default() += 1;
    }
    let tallies = list.filter_map(|(code, name)| {
        Some(Tally {
            name: name.to_owned(),
            count: *counts.get(code)?,
        })
    });
    tallies.collect()
}
