//! Counts entities whose teams cannot be filled whatever the loads: `short` [S5].
//!
//! Entities of one place are equal unless somebody is barred from them. So even a frame with a million entities takes
//! only one matching for each place, and one for each entity from which somebody is barred.

use core::ops::Range;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use super::barred::Barred;
use super::bits::Bits;
use super::district::{Districts, Place};
use super::eligible::Groups;
use super::pace::Pace;
use super::problem::{Entity, Staff, TaskTeam};
use crate::base::place::{narrow, wide};
use crate::base::run::{Cancelled, Run, Stage};
use crate::inputs::plan::DistrictRule;

/// The entities of a task whose teams cannot be filled.
#[derive(Debug, Default, Eq, PartialEq)]
pub(crate) struct Shorts {
    /// Ranges of entities in the frame, each with the position of its vacant seats in `seats`.
    runs: Vec<(Range<u32>, u32)>,
    /// The numbers of the seats that stay vacant when the earliest are filled first.
    seats: Vec<Arc<[u64]>>,
}

impl Shorts {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.runs.iter().map(|(run, _)| run.len()).sum()
    }

    /// Each entity, with its place in the frame and the numbers of its vacant seats.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, &[u64])> {
        self.runs.iter().flat_map(|(run, seats)| {
            let seats = &*self.seats[wide(*seats)];
            run.clone().map(move |entity| (wide(entity), seats))
        })
    }

    fn push(&mut self, entity: u32, seats: u32) {
        match self.runs.last_mut() {
            Some((run, of)) if run.end == entity && *of == seats => run.end += 1,
            _ => self.runs.push((entity..entity + 1, seats)),
        }
    }
}

/// What shortages depend on, for all tasks of a plan.
#[derive(Debug)]
pub(crate) struct Shortages<'s> {
    tasks: &'s [Option<TaskTeam<'s>>],
    groups: Groups,
    districts: Districts<'s>,
    barred: Barred<'s>,
    /// The inspectors who are allowed at a place, by rule.
    allowed: Mutex<BTreeMap<OfPlace<'s>, Arc<Bits>>>,
}

/// A district rule and a place.
type OfPlace<'s> = (Option<DistrictRule>, Place<'s>);

/// Who may sit in the seats of a task for entities of one place.
struct AtPlace {
    allowed: Arc<Bits>,
    /// The seats that stay vacant if nobody is barred.
    empty: Arc<[u64]>,
}

impl<'s> Shortages<'s> {
    pub(crate) fn new(of: &'s Staff<'s>, run: &Run) -> Result<Self, Cancelled> {
        let (inspectors, tasks) = (of.inspectors.as_slice(), of.teams.as_slice());
        let at_cap = (0..).zip(inspectors).filter(|(_, of)| of.is_at_cap());
        let at_cap = Bits::of(inspectors.len(), at_cap.map(|(at, _)| at));
        let mut pace = Pace::new(run, Stage::Short, 0);
        Ok(Self {
            tasks,
            groups: Groups::new(tasks, inspectors).without(&at_cap),
            districts: Districts::new(inspectors),
            barred: Barred::new(inspectors, &of.past, &mut pace)?,
            allowed: Mutex::default(),
        })
    }

    /// The entities among `entities(0)` to `entities(count - 1)` whose seats in the task cannot all be filled [S5].
    /// Each seat needs a different inspector who may sit there and is below the cap before the draw.
    pub(crate) fn of_task(
        &self,
        number: usize,
        entities: &(dyn Fn(usize) -> Entity<'s> + Sync),
        count: usize,
        run: &Run,
    ) -> Result<Shorts, Cancelled> {
        let Some(task) = self.tasks.get(number).and_then(Option::as_ref) else {
            return Ok(Shorts::default());
        };
        let of_seat = self.groups.of_task[number].as_slice();
        let by_place: Mutex<BTreeMap<Place<'s>, Arc<AtPlace>>> = Mutex::default();
        let at_place = |district: Option<&'s str>| {
            let place = self.districts.place(task.district, district);
            if let Some(known) = locked(&by_place).get(&place) {
                return Arc::clone(known);
            }
            // Two threads may both compute this, with the same result.
            let allowed = self.allowed(task.district, place);
            let empty = self.empty_seats(of_seat, &allowed, &[]);
            let made = Arc::new(AtPlace { allowed, empty });
            locked(&by_place).insert(place, Arc::clone(&made));
            made
        };
        let chunk = (count / 100).clamp(1, 4096);
        let found = run.map_chunks(Stage::Short, count, chunk, |range| {
            // Many entities have the same district, so the shared answers are computed once for each district.
            let mut by_district = BTreeMap::new();
            let mut found = Vec::new();
            for at in range {
                let entity = entities(at);
                let district = task.district.and(entity.district);
                let place = by_district
                    .entry(district)
                    .or_insert_with(|| at_place(district));
                let barred = self.barred.from(task, entity.id);
                let seats = if barred.is_empty() {
                    Arc::clone(&place.empty)
                } else {
                    self.empty_seats(of_seat, &place.allowed, &barred)
                };
                if !seats.is_empty() {
                    found.push((narrow(at), seats));
                }
            }
            found
        })?;
        let mut shorts = Shorts::default();
        let mut numbers: BTreeMap<Arc<[u64]>, u32> = BTreeMap::new();
        for (entity, seats) in found.into_iter().flatten() {
            let number = *numbers.entry(seats).or_insert_with_key(|seats| {
                shorts.seats.push(Arc::clone(seats));
                narrow(shorts.seats.len() - 1)
            });
            shorts.push(entity, number);
        }
        Ok(shorts)
    }

    fn allowed(&self, rule: Option<DistrictRule>, place: Place<'s>) -> Arc<Bits> {
        let key = (rule, place);
        if let Some(known) = locked(&self.allowed).get(&key) {
            return Arc::clone(known);
        }
        let made = Arc::new(self.districts.allowed(rule, place));
        locked(&self.allowed).insert(key, Arc::clone(&made));
        made
    }

    fn empty_seats(&self, of_seat: &[usize], allowed: &Bits, barred: &[usize]) -> Arc<[u64]> {
        // A seat with at least as many inspectors as there are seats can be filled last. So further inspectors need not
        // be checked.
        let enough = of_seat.len();
        let mut able: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &group in of_seat {
            able.entry(group).or_insert_with(|| {
                let able = self.groups.inspectors[group].shared(allowed);
                let able = able.filter(|inspector| barred.binary_search(inspector).is_err());
                able.take(enough).collect()
            });
        }
        let seats: Vec<&[usize]> = of_seat.iter().map(|group| &*able[group]).collect();
        left_empty(&seats)
            .into_iter()
            .map(|seat| seat as u64)
            .collect()
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|poison| poison.into_inner())
}

/// The seats that stay vacant in a largest matching. A seat stays vacant only if earlier seats are filled instead.
fn left_empty(seats: &[&[usize]]) -> Vec<usize> {
    let mut seated = BTreeMap::new();
    (0..seats.len())
        .filter(|&seat| !seat_somebody(seats, seat, &mut seated, &mut vec![false; seats.len()]))
        .collect()
}

/// Fills a seat. Moves inspectors of earlier seats if necessary. The depth is at most the number of seats.
fn seat_somebody(
    seats: &[&[usize]],
    seat: usize,
    seated: &mut BTreeMap<usize, usize>,
    tried: &mut [bool],
) -> bool {
    tried[seat] = true;
    for &inspector in seats[seat] {
        let free = match seated.get(&inspector) {
            Some(&other) => !tried[other] && seat_somebody(seats, other, seated, tried),
            None => true,
        };
        if free {
            seated.insert(inspector, seat);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::tests::{entities, inspector, team};
    use super::*;

    #[test]
    fn threads_and_chunks_do_not_matter() {
        // [S5]
        let mut inspectors = ["a", "b", "c"].map(|id| inspector(id, &["x", "y"]));
        for (inspector, district) in inspectors.iter_mut().zip(["14", "1405", "140521"]) {
            inspector.district = Some(district);
        }
        inspectors[0].recuse = vec!["e0", "e3"];
        inspectors[1].recuse = vec!["e3"];
        let mut tasks = [team("t0", &["x", "y"])];
        tasks[0].as_mut().unwrap().district = Some(DistrictRule::Same);
        let mut frame = entities(&["e0", "e1", "e2", "e3", "e4"]);
        let districts = [
            Some("140521"),
            Some("140521"),
            Some("140522"),
            Some("14"),
            None,
        ];
        for (entity, district) in frame.iter_mut().zip(districts) {
            entity.district = district;
        }
        let of_staff = Staff {
            inspectors: inspectors.to_vec(),
            past: Vec::new(),
            teams: tasks.into(),
        };
        let count = 20_000;
        let entity = |at: usize| frame[at % frame.len()];
        let of = |threads| {
            let run = Run::default().threads(threads);
            let shortages = Shortages::new(&of_staff, &run).unwrap();
            shortages.of_task(0, &entity, count, &run).unwrap()
        };
        let (one, three) = (of(1), of(3));
        assert_eq!(one, three);
        // Two of three are recused from e3, and e4 has no district.
        let alone = |at: usize| {
            let run = Run::default();
            let shortages = Shortages::new(&of_staff, &run).unwrap();
            let short = shortages.of_task(0, &|_| frame[at], 1, &run).unwrap();
            short
                .iter()
                .next()
                .map_or(Vec::new(), |(_, seats)| seats.to_vec())
        };
        let by_entity: [Vec<u64>; 5] = [0, 1, 2, 3, 4].map(alone);
        assert_eq!(by_entity, [vec![], vec![], vec![], vec![1], vec![0, 1]]);
        let found: BTreeMap<usize, &[u64]> = one.iter().collect();
        for at in 0..count {
            let seats = found.get(&at).copied().unwrap_or_default();
            assert_eq!(seats, by_entity[at % 5], "{at}");
        }
    }

    #[test]
    fn the_earliest_seats_are_filled_first() {
        // [S5]: one inspector for seats 0 and 2, none for seat 1.
        assert_eq!(left_empty(&[&[4], &[], &[4]]), [1, 2]);
        // To fill seat 1, the inspector in seat 0 must move.
        assert_eq!(left_empty(&[&[1, 2], &[1], &[2]]), [2]);
    }
}
