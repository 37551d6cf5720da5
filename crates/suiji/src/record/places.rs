//! The places of the entities of a record, found by their ids.

use std::collections::BTreeMap;

use super::drawn::{Draw, DrawnEntity};
use crate::base::hash::Digest;
use crate::base::place::{narrow, wide};
use crate::base::run::{Cancelled, Run, Stage};
use crate::base::sort::sort_by;

/// The lists of one task by id, and the cutoffs of its strata. This takes 4 bytes for each selected entity and 8 for
/// each reserve.
#[derive(Debug)]
pub(crate) struct Places {
    /// Places in `selected`, in the order of ids.
    selected: Vec<u32>,
    /// Places in `reserves`, in the order of ids.
    reserves: Vec<u32>,
    /// The number of each reserve in its stratum, counted from 1.
    numbers: Vec<u32>,
    /// The greatest selected ticket of each stratum that has one.
    cutoffs: BTreeMap<String, Digest>,
}

/// The place of an entity in the result of a task.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Listed {
    /// Selected, at this place of `selected`.
    Selected(usize),
    /// A reserve, with this number in its stratum, counted from 1.
    Reserve(u64),
    Nowhere,
}

impl Places {
    pub(super) fn of(draw: &Draw, run: &Run) -> Result<Self, Cancelled> {
        let mut step = run.step(Stage::Compare, draw.selected.len());
        let cutoffs = draw.cutoffs(&mut step)?.into_iter();
        let mut counts = BTreeMap::<&str, u32>::new();
        let numbers = draw.reserves.iter().map(|drawn| {
            let count = counts.entry(&*drawn.stratum).or_default();
            *count += 1;
            *count
        });
        Ok(Self {
            numbers: numbers.collect(),
            selected: by_id(&draw.selected, run)?,
            reserves: by_id(&draw.reserves, run)?,
            cutoffs: cutoffs
                .map(|(of, cutoff)| (of.to_owned(), cutoff))
                .collect(),
        })
    }

    /// The place of the entity. A record that is not verified may list it twice: then this is the first place.
    pub(crate) fn find(&self, draw: &Draw, id: &str) -> Listed {
        if let Some(place) = place_of(&self.selected, &draw.selected, id) {
            return Listed::Selected(place);
        }
        match place_of(&self.reserves, &draw.reserves, id) {
            Some(place) => Listed::Reserve(self.numbers[place].into()),
            None => Listed::Nowhere,
        }
    }

    /// The greatest selected ticket of a stratum, if anything was selected from it.
    pub(crate) fn cutoff(&self, stratum: &str) -> Option<Digest> {
        self.cutoffs.get(stratum).copied()
    }
}

fn by_id(drawn: &[DrawnEntity], run: &Run) -> Result<Vec<u32>, Cancelled> {
    let mut places: Vec<u32> = (0..narrow(drawn.len())).collect();
    let id = |place: u32| &drawn[wide(place)].id;
    sort_by(&mut places, |&a, &b| id(a).cmp(id(b)).then(a.cmp(&b)), run)?;
    Ok(places)
}

fn place_of(sorted: &[u32], drawn: &[DrawnEntity], id: &str) -> Option<usize> {
    let at = sorted.partition_point(|&place| drawn[wide(place)].id.as_str() < id);
    let place = wide(*sorted.get(at)?);
    (drawn[place].id.as_str() == id).then_some(place)
}
