//! Entities whose teams cannot be filled whatever the loads: `short` [S5].
//!
//! Entities of one place stand alike unless somebody is recused from them, so that a frame of a
//! million takes one matching a place, and one more for each entity that occurs in a recusal.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use super::district::{Districts, Place};
use super::eligible::{Groups, Recusals, recusals};
use super::pace::Pace;
use super::problem::{Firm, Officer, TaskTeam};
use crate::base::run::{Cancelled, Run, Stage};

/// An entity whose team cannot be filled.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Short {
    /// Its place in the frame.
    pub(crate) firm: usize,
    /// The numbers of the seats that stay empty when the earliest are filled first.
    pub(crate) seats: Vec<u64>,
}

/// The entities among `firms(0)` to `firms(count - 1)` whose seats cannot be filled by different
/// inspectors who may sit there [S5].
pub(crate) fn short<'a>(
    task: &TaskTeam<'_>,
    officers: &[Officer<'_>],
    firms: &(dyn Fn(usize) -> Firm<'a> + Sync),
    count: usize,
    run: &Run,
) -> Result<Vec<Short>, Cancelled> {
    let shortage = Shortage {
        task,
        officers,
        groups: Groups::new(task, officers),
        districts: Districts::new(officers),
        recusals: recusals(officers, &mut Pace::new(run, Stage::Short, count))?,
        known: Mutex::default(),
    };
    let chunk = (count / 100).clamp(1, 4096);
    let found = run.map_chunks(Stage::Short, count, chunk, |range| {
        // Districts repeat: the shared answers are asked once for each.
        let mut by_district = BTreeMap::new();
        let mut found = Vec::new();
        for at in range {
            let firm = firms(at);
            let district = task.district.and(firm.district);
            let staff = by_district
                .entry(district)
                .or_insert_with(|| shortage.staff(district));
            let seats = match shortage.recusals.get(firm.id) {
                Some(recused) => shortage.empty_seats(&staff.groups, recused),
                None => staff.empty.clone(),
            };
            if !seats.is_empty() {
                let seats = seats.into_iter().map(|seat| seat as u64).collect();
                found.push(Short { firm: at, seats });
            }
        }
        found
    })?;
    Ok(found.into_iter().flatten().collect())
}

struct Shortage<'s, 'a> {
    task: &'s TaskTeam<'s>,
    officers: &'s [Officer<'s>],
    groups: Groups,
    districts: Districts<'s>,
    recusals: Recusals<'s>,
    known: Mutex<BTreeMap<Place<'a>, Arc<Staff>>>,
}

/// Who may sit in the seats for entities of one place.
struct Staff {
    /// By group of seats.
    groups: Vec<Vec<usize>>,
    /// The seats that stay empty where nobody is recused.
    empty: Vec<usize>,
}

impl<'a> Shortage<'_, 'a> {
    fn staff(&self, district: Option<&'a str>) -> Arc<Staff> {
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
        let allowed = |&&officer: &&usize| {
            let own = self.officers[officer].district;
            self.districts.allows(self.task.district, place, own)
        };
        let groups = self.groups.officers.iter();
        let groups: Vec<Vec<usize>> = groups
            .map(|group| group.iter().filter(allowed).copied().collect())
            .collect();
        let empty = self.empty_seats(&groups, &[]);
        let staff = Arc::new(Staff { groups, empty });
        known().insert(place, Arc::clone(&staff));
        staff
    }

    fn empty_seats(&self, groups: &[Vec<usize>], recused: &[usize]) -> Vec<usize> {
        // A seat that as many may sit in as there are seats can be filled last, so more need not be
        // looked at.
        let enough = self.groups.of_seat.len();
        let able = |group: &Vec<usize>| -> Vec<usize> {
            let able = group
                .iter()
                .filter(|officer| recused.binary_search(officer).is_err());
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
    for &officer in seats[seat] {
        let free = match seated.get(&officer) {
            Some(&other) => !tried[other] && seat_somebody(seats, other, seated, tried),
            None => true,
        };
        if free {
            seated.insert(officer, seat);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::tests::{firms, officer, team};
    use super::*;
    use crate::inputs::plan::DistrictRule;

    #[test]
    fn threads_and_chunks_do_not_matter() {
        // [S5]
        let mut officers = ["a", "b", "c"].map(|id| officer(id, &["x", "y"]));
        for (officer, district) in officers.iter_mut().zip(["14", "1405", "140521"]) {
            officer.district = Some(district);
        }
        officers[0].recuse = vec!["e0", "e3"];
        officers[1].recuse = vec!["e3"];
        let mut task = team("t0", &["x", "y"]).unwrap();
        task.district = Some(DistrictRule::Same);
        let mut firms = firms(&["e0", "e1", "e2", "e3", "e4"]);
        let districts = [
            Some("140521"),
            Some("140521"),
            Some("140522"),
            Some("14"),
            None,
        ];
        for (firm, district) in firms.iter_mut().zip(districts) {
            firm.district = district;
        }
        let count = 20_000;
        let firm = |at: usize| firms[at % firms.len()];
        let of = |threads| {
            let run = Run::default().threads(threads);
            short(&task, &officers, &firm, count, &run).unwrap()
        };
        let (one, three) = (of(1), of(3));
        assert_eq!(one, three);
        // From e3 two of three are recused, and e4 is in no district.
        let alone = |at: usize| {
            let seats = short(&task, &officers, &|_| firms[at], 1, &Run::default()).unwrap();
            seats
                .first()
                .map_or(Vec::new(), |short| short.seats.clone())
        };
        let by_firm: [Vec<u64>; 5] = [0, 1, 2, 3, 4].map(alone);
        assert_eq!(by_firm, [vec![], vec![], vec![], vec![1], vec![0, 1]]);
        for at in 0..count {
            let found = one.binary_search_by_key(&at, |short| short.firm);
            let seats = found.map_or(&[][..], |found| &one[found].seats);
            assert_eq!(seats, by_firm[at % 5], "{at}");
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
