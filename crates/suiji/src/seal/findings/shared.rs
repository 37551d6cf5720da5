//! Finds classes that tasks with shared tickets reveal although the commitment is blinded [E2].

use super::numbers::named;
use super::{Search, some};
use crate::base::error::ErrorKind;
use crate::base::texts::findings;
use crate::ceremony::commitment::SealedTask;
use crate::frame::ALL;
use crate::seal::Sealed;

/// Reports classes that can be inferred [E2]. If an entity is drawn in only one of two tasks of a group, the two tasks
/// take different numbers of its class. Without blinding, seed and tickets reveal the classes anyway.
pub(super) fn classes(sealed: &Sealed, search: &mut Search<'_>) {
    if !sealed.commitment.blinded {
        return;
    }
    let tasks = &sealed.commitment.tasks;
    for (number, later) in tasks.iter().enumerate() {
        let Some(group) = later.coordination() else {
            continue;
        };
        let earlier = tasks[..number].iter();
        let mut earlier = earlier.filter(|task| task.coordination() == Some(group));
        let told = earlier.find_map(|earlier| {
            let told = told(earlier, later);
            (!told.is_empty()).then_some((earlier, told))
        });
        if let Some((earlier, told)) = told {
            let plan = search.inputs.plan();
            let told = some(told.into_iter().map(|class| named(plan, class)));
            let notice = findings::class_told(&earlier.id, &later.id, told);
            search.add(ErrorKind::Plan, notice);
        }
    }
}

/// The classes from which two tasks take different numbers. None if there is only one class that could be revealed.
fn told<'t>(one: &'t SealedTask, other: &'t SealedTask) -> Vec<&'t str> {
    let take = |task: &SealedTask, class: &str| {
        let mut strata = task.strata.iter();
        let of_class = strata.find(|stratum| stratum.stratum == class);
        of_class.map_or(0, |stratum| stratum.take)
    };
    let mut classes: Vec<&str> = Vec::new();
    for stratum in one.strata.iter().chain(&other.strata) {
        if stratum.stratum != ALL && !classes.contains(&&*stratum.stratum) {
            classes.push(&stratum.stratum);
        }
    }
    if classes.len() < 2 || by_no_class(one) || by_no_class(other) {
        return Vec::new();
    }
    classes.retain(|class| take(one, class) != take(other, class));
    classes
}

fn by_no_class(task: &SealedTask) -> bool {
    task.strata.iter().any(|stratum| stratum.stratum == ALL)
}
