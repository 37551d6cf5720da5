//! Entities whose teams cannot be filled whatever the loads: `short` [S5].
//!
//! Entities of one place are alike unless somebody is barred from them, so that a frame of a million takes
//! one matching for each place, and one more for each entity from which somebody is barred.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use super::barred::Barred;
use super::district::{Districts, Place};
use super::eligible::Groups;
use super::pace::Pace;
use super::problem::{Entity, Inspector, Staff, TaskTeam};
use crate::base::run::{Cancelled, Run, Stage};

/// An entity whose team cannot be filled.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Short {
    /// Its place in the frame.
    pub(crate) entity: usize,
    /// The numbers of the seats that stay empty when the earliest are filled first.
    pub(crate) seats: Vec<u64>,
}

/// The entities among `entities(0)` to `entities(count - 1)` whose seats cannot be filled by different [S5]
/// inspectors who may sit there and whose load is below their cap before the draw.
pub(crate) fn short<'a>(
    task: &TaskTeam<'_>,
    of: &Staff<'_>,
    entities: &(dyn Fn(usize) -> Entity<'a> + Sync),
    count: usize,
    run: &Run,
) -> Result<Vec<Short>, Cancelled> {
    let inspectors = of.inspectors.as_slice();
    let shortage = Shortage {
        task,
        inspectors,
        groups: Groups::new(task, inspectors).without(|at| inspectors[at].is_at_cap()),
        districts: Districts::new(inspectors),
        barred: Barred::new(
            inspectors,
            &of.past,
            &mut Pace::new(run, Stage::Short, count),
        )?,
        known: Mutex::default(),
    };
    let chunk = (count / 100).clamp(1, 4096);
    let found = run.map_chunks(Stage::Short, count, chunk, |range| {
        // Districts repeat: the shared answers are asked once for each.
        let mut by_district = BTreeMap::new();
        let mut found = Vec::new();
        for at in range {
            let entity = entities(at);
            let district = task.district.and(entity.district);
            let staff = by_district
                .entry(district)
                .or_insert_with(|| shortage.staff(district));
            let barred = shortage.barred.from(task, entity.id);
            let seats = if barred.is_empty() {
                staff.empty.clone()
            } else {
                shortage.empty_seats(&staff.groups, &barred)
            };
            if !seats.is_empty() {
                let seats = seats.into_iter().map(|seat| seat as u64).collect();
                found.push(Short { entity: at, seats });
            }
        }
        found
    })?;
    Ok(found.into_iter().flatten().collect())
}

struct Shortage<'s, 'a> {
    task: &'s TaskTeam<'s>,
    inspectors: &'s [Inspector<'s>],
    groups: Groups,
    districts: Districts<'s>,
    barred: Barred<'s>,
    known: Mutex<BTreeMap<Place<'a>, Arc<Able>>>,
}

/// Who may sit in the seats for entities of one place.
struct Able {
    /// By group of seats.
    groups: Vec<Vec<usize>>,
    /// The seats that stay empty where nobody is barred.
    empty: Vec<usize>,
}

impl<'a> Shortage<'_, 'a> {
    fn staff(&self, district: Option<&'a str>) -> Arc<Able> {
        let place = self.districts.place(self.task.district, district);
        let known = || {
            self.known
                .lock()
                .unwrap_or_else(|poison| poison.into_inner())
        };
        if let Some(staff) = known().get(&place) {
            return Arc::clone(staff);
        }
        // Two threads may both come here, and find the same.
        let allowed = |&&inspector: &&usize| {
            let own = self.inspectors[inspector].district;
            self.districts.allows(self.task.district, place, own)
        };
        let groups = self.groups.inspectors.iter();
        let groups: Vec<Vec<usize>> = groups
            .map(|group| group.iter().filter(allowed).copied().collect())
            .collect();
        let empty = self.empty_seats(&groups, &[]);
        let staff = Arc::new(Able { groups, empty });
        known().insert(place, Arc::clone(&staff));
        staff
    }

    fn empty_seats(&self, groups: &[Vec<usize>], barred: &[usize]) -> Vec<usize> {
        // A seat that as many may sit in as there are seats can be filled last, so more need not be
        // looked at.
        let enough = self.groups.of_seat.len();
        let able = |group: &Vec<usize>| -> Vec<usize> {
            let able = group
                .iter()
                .filter(|inspector| barred.binary_search(inspector).is_err());
            able.take(enough).copied().collect()
        };
        let groups: Vec<Vec<usize>> = groups.iter().map(able).collect();
        let seats: Vec<&[usize]> = self
            .groups
            .of_seat
            .iter()
            .map(|&group| groups[group].as_slice())
            .collect();
        left_empty(&seats)
    }
}

/// The seats that stay empty in a largest matching, where a seat is given up only for earlier ones.
fn left_empty(seats: &[&[usize]]) -> Vec<usize> {
    let mut seated = BTreeMap::new();
    (0..seats.len())
        .filter(|&seat| !seat_somebody(seats, seat, &mut seated, &mut vec![false; seats.len()]))
        .collect()
}

/// Fills a seat, moving those seated before where need be; no deeper than there are seats.
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
    use crate::inputs::plan::DistrictRule;

    #[test]
    fn threads_and_chunks_do_not_matter() {
        // [S5]
        let mut inspectors = ["a", "b", "c"].map(|id| inspector(id, &["x", "y"]));
        for (inspector, district) in inspectors.iter_mut().zip(["14", "1405", "140521"]) {
            inspector.district = Some(district);
        }
        inspectors[0].recuse = vec!["e0", "e3"];
        inspectors[1].recuse = vec!["e3"];
        let mut task = team("t0", &["x", "y"]).unwrap();
        task.district = Some(DistrictRule::Same);
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
        };
        let count = 20_000;
        let entity = |at: usize| frame[at % frame.len()];
        let of = |threads| {
            let run = Run::default().threads(threads);
            short(&task, &of_staff, &entity, count, &run).unwrap()
        };
        let (one, three) = (of(1), of(3));
        assert_eq!(one, three);
        // From e3 two of three are recused, and e4 is in no district.
        let alone = |at: usize| {
            let seats = short(&task, &of_staff, &|_| frame[at], 1, &Run::default()).unwrap();
            seats
                .first()
                .map_or(Vec::new(), |short| short.seats.clone())
        };
        let by_entity: [Vec<u64>; 5] = [0, 1, 2, 3, 4].map(alone);
        assert_eq!(by_entity, [vec![], vec![], vec![], vec![1], vec![0, 1]]);
        for at in 0..count {
            let found = one.binary_search_by_key(&at, |short| short.entity);
            let seats = found.map_or(&[][..], |found| &one[found].seats);
            assert_eq!(seats, by_entity[at % 5], "{at}");
        }
    }

    #[test]
    fn the_earliest_seats_are_filled_first() {
        // [S5]: one inspector for seats 0 and 2, none for seat 1.
        assert_eq!(left_empty(&[&[4], &[], &[4]]), [1, 2]);
        // Seat 1 makes the one of seat 0 move.
        assert_eq!(left_empty(&[&[1, 2], &[1], &[2]]), [2]);
    }
}
