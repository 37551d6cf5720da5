//! The checks that need the plan: digest, authority, year, tasks, strata and allocation [V1].

use super::{Evidence, Missing, Outcome, Report};
use crate::base::id::TaskId;
use crate::base::texts::{self, Text, checks};
use crate::ceremony::commitment::{Commitment, SealedTask};
use crate::frame::allocate::allocate;
use crate::frame::{ALL, Stratum};
use crate::inputs::plan::{Plan, Task};
use crate::record::Record;

pub(super) fn verify(record: &Record, evidence: &Evidence, report: &mut Report) {
    sheet(&record.commitment, evidence, report);
}

/// Compares the commitment with the plan. A public form has the same commitment.
pub(super) fn sheet(commitment: &Commitment, evidence: &Evidence, report: &mut Report) {
    let place = |field: &str| format!("$.commitment{field}");
    let of_plan = |judge: &dyn Fn(&Plan) -> Outcome| match &evidence.plan {
        Some(plan) => judge(plan),
        None => Outcome::want(Missing::Plan),
    };
    let digest = of_plan(&|plan| Outcome::compare(plan.digest(commitment.hash), commitment.plan));
    report.check(checks::PLAN_DIGEST, None, place(".plan"), digest);
    let of_plan = |judge: &dyn Fn(&Plan) -> Outcome| match report.plan_of(evidence) {
        Ok(plan) => judge(plan),
        Err(want) => Outcome::want(want),
    };
    let authority = of_plan(&|plan| {
        let of = |authority: &str, year: u64| format!("{authority}, {year}");
        Outcome::compare(
            of(&plan.authority, plan.year),
            of(&commitment.authority, commitment.year),
        )
    });
    let tasks = of_plan(&|plan| tasks(plan, commitment));
    report.check(checks::PLAN_AUTHORITY, None, place(".authority"), authority);
    report.check(checks::PLAN_TASKS, None, place(".tasks"), tasks);
    let want = report
        .plan_of(evidence)
        .err()
        .unwrap_or(Missing::EarlierCheck);
    for (index, sealed) in commitment.tasks.iter().enumerate() {
        let path = place(&format!(".tasks[{index}].strata"));
        let plan = report.plan_of(evidence).ok();
        let task = plan.zip(evidence.task(commitment, index));
        let strata = task.map_or(Outcome::want(want), |(plan, task)| {
            strata(plan, task, sealed)
        });
        report.check(
            checks::PLAN_STRATA,
            Some(sealed.id.as_str()),
            path.clone(),
            strata,
        );
        let allocation = task.map_or(Outcome::want(want), |(_, task)| allocation(task, sealed));
        report.check(
            checks::ALLOCATION,
            Some(sealed.id.as_str()),
            path,
            allocation,
        );
    }
}

/// Checks that the tasks of the commitment are those of the plan, with the same groups [S3a].
pub(crate) fn tasks(plan: &Plan, commitment: &Commitment) -> Outcome {
    let text = |(id, group): (&TaskId, Option<&str>)| match group {
        Some(group) => format!("{id} ({group})"),
        None => id.to_string(),
    };
    let planned = plan.tasks.iter().map(|of| (&of.id, of.coordination()));
    let sealed = commitment
        .tasks
        .iter()
        .map(|of| (&of.id, of.coordination()));
    let joined = |texts: Vec<String>| texts.join(", ");
    let (planned, sealed) = (planned.map(text).collect(), sealed.map(text).collect());
    Outcome::compare(joined(planned), joined(sealed))
}

/// Checks that the strata are classes of the plan in their order, or `all` [F3].
fn strata(plan: &Plan, task: &Task, sealed: &SealedTask) -> Outcome {
    let found: Vec<&str> = sealed
        .strata
        .iter()
        .map(|stratum| &*stratum.stratum)
        .collect();
    let classes = plan.classes.iter().map(|class| class.id.as_str());
    let right: Vec<&str> = match task.risk.is_empty() {
        true => vec![ALL],
        false => classes.filter(|class| found.contains(class)).collect(),
    };
    Outcome::compare(right.join(", "), found.join(", "))
}

/// Computes the takes again from the sizes of the strata [F4].
fn allocation(task: &Task, sealed: &SealedTask) -> Outcome {
    let strata: Vec<Stratum> = sealed
        .strata
        .iter()
        .map(|stratum| Stratum {
            name: stratum.stratum.clone(),
            size: stratum.size,
        })
        .collect();
    let text = |takes: Vec<u64>| {
        let takes = takes
            .iter()
            .zip(&strata)
            .map(|(take, stratum)| format!("{} {take}", stratum.name));
        takes.collect::<Vec<_>>().join(", ")
    };
    let found: Vec<u64> = sealed.strata.iter().map(|stratum| stratum.take).collect();
    // No registry has more rows, but a forged commitment can contain a greater number.
    if strata
        .iter()
        .map(|stratum| stratum.size)
        .fold(0, u64::saturating_add)
        > crate::base::limits::ROWS
    {
        return Outcome::failed(texts::AS_MANY_AS_ROWS, texts::MORE_THAN_ROWS);
    }
    match allocate(0, task, &strata) {
        Ok(takes) => Outcome::compare(text(takes), text(found)),
        Err(faults) => {
            let first = faults.first();
            let why = |lang| first.map(|fault| fault.message(lang)).unwrap_or_default();
            let why = Text::of(why);
            Outcome::failed(why, text(found))
        }
    }
}
