//! Finds numbers that the frames cannot satisfy: quotas, minima, reserves, classes [F3, F4, D3].

use std::collections::BTreeMap;

use super::{Search, some};
use crate::base::error::ErrorKind;
use crate::base::place::wide;
use crate::base::run::{Cancelled, Stage};
use crate::base::texts::{self, Named, findings};
use crate::ceremony::commitment::SealedTask;
use crate::frame::{ALL, Frame};
use crate::inputs::plan::{Class, Plan, Quota, Task};
use crate::seal::Sealed;

pub(super) fn numbers(sealed: &Sealed, search: &mut Search<'_>) -> Result<(), Cancelled> {
    let tasks = sealed.inputs.plan().tasks.iter();
    for (task, (of_sheet, frame)) in tasks.zip(sealed.commitment.tasks.iter().zip(&sealed.frames)) {
        quota(task, frame, search);
        minima(task, frame, search);
        unrated(sealed, task, frame, search);
        not_taken(of_sheet, search);
        reserves(task, of_sheet, search);
    }
    several_tasks(sealed, search)
}

/// Reports a number that is greater than the frame. It is reduced to the size of the frame [F4.2].
fn quota(task: &Task, frame: &Frame, search: &mut Search<'_>) {
    let asked = match task.quota {
        Some(Quota::Count { count }) => Some(count),
        Some(Quota::AtLeast { min, .. }) => min,
        _ => None,
    };
    let there = frame.rows.len() as u64;
    if let Some(asked) = asked.filter(|asked| *asked > there) {
        let notice = findings::quota_above(&task.id, asked, there);
        search.add(ErrorKind::Plan, notice);
    }
}

/// The name of a class, or of the stratum of a task without classes, for people.
pub(super) fn named<'n>(plan: &'n Plan, id: &'n str) -> Named<'n> {
    let class = plan
        .classes()
        .iter()
        .find(|class| class.id().as_str() == id);
    let name = class.map(Class::name);
    let whole = (id == ALL).then_some(texts::UNDIVIDED);
    Named {
        id,
        name: name.or(whole).unwrap_or(id),
    }
}

/// Reports a minimum for a class without entities in the frame. It has no effect [F4.1].
fn minima(task: &Task, frame: &Frame, search: &mut Search<'_>) {
    let there = |class: &str| frame.strata.iter().any(|stratum| stratum.name == class);
    let classes = task.risk.minimum.iter().map(|(class, _)| class.as_str());
    let nobody: Vec<&str> = classes.filter(|class| !there(class)).collect();
    if !nobody.is_empty() {
        let plan = search.inputs.plan();
        let nobody = nobody.into_iter().map(|class| named(plan, class));
        let notice = findings::minimum_nobody(&task.id, some(nobody));
        search.add(ErrorKind::Plan, notice);
    }
}

/// Reports a frame with strata by class in which no entity has a class [F3].
fn unrated(sealed: &Sealed, task: &Task, frame: &Frame, search: &mut Search<'_>) {
    let class = task.risk.unrated_as.as_ref();
    let Some(class) = class.filter(|_| !task.risk.is_empty()) else {
        return;
    };
    let rows = sealed.inputs.registry().rows();
    let is_unrated = |row: &u32| rows[wide(*row)].class == 0;
    if frame.rows.iter().all(is_unrated) {
        let notice = findings::all_unrated(
            &task.id,
            frame.rows.len(),
            named(sealed.inputs.plan(), class.as_str()),
        );
        search.add(ErrorKind::Registry, notice);
    }
}

/// Reports strata from which nothing is taken [F4].
fn not_taken(of_sheet: &SealedTask, search: &mut Search<'_>) {
    for stratum in of_sheet.strata.iter().filter(|stratum| stratum.take == 0) {
        let stratum_named = named(search.inputs.plan(), &stratum.stratum);
        let notice = findings::not_taken(&of_sheet.id, stratum_named, stratum.size);
        search.add(ErrorKind::Plan, notice);
    }
}

/// Reports strata with too few entities for all reserves [D3].
fn reserves(task: &Task, of_sheet: &SealedTask, search: &mut Search<'_>) {
    let plan = search.inputs.plan();
    let short = of_sheet.strata.iter().filter_map(|stratum| {
        let there = stratum.size - stratum.take;
        (there < task.reserves).then(|| texts::stratum_has(named(plan, &stratum.stratum), there))
    });
    let short: Vec<_> = short.collect();
    if !short.is_empty() {
        let notice = findings::reserves_short(&task.id, task.reserves, some(short));
        search.add(ErrorKind::Plan, notice);
    }
}

/// Reports entities in the frames of several tasks that do not share tickets [I2].
fn several_tasks(sealed: &Sealed, search: &mut Search<'_>) -> Result<(), Cancelled> {
    let (plan, registry) = (sealed.inputs.plan(), sealed.inputs.registry());
    let mut groups: BTreeMap<&str, u32> = BTreeMap::new();
    // For each row: the number of the first group that contains it, and whether another group does, too.
    let mut seen = vec![(0_u32, false); registry.rows().len()];
    for (number, (task, frame)) in (1..).zip(plan.tasks.iter().zip(&sealed.frames)) {
        let group = match task.coordination() {
            Some(group) => *groups.entry(group).or_insert(number),
            None => number,
        };
        let mut step = search.run.step(Stage::Compare, frame.rows.len());
        for &row in &frame.rows {
            step.advance(1)?;
            let seen = &mut seen[wide(row)];
            match seen.0 {
                0 => seen.0 = group,
                first if first != group => seen.1 = true,
                _ => {}
            }
        }
    }
    let several: Vec<usize> = (0..seen.len()).filter(|&row| seen[row].1).collect();
    if let Some(&first) = several.first() {
        let notice = findings::several_tasks(several.len(), registry.id(first));
        search.add(ErrorKind::Registry, notice);
    }
    Ok(())
}
