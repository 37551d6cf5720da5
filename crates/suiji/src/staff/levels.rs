//! The least load at which a seat can be filled [T4.4], without looking at every inspector.
//!
//! Each set knows how many of its members have which load. It catches up with the changes since it
//! was asked last, or counts afresh where that is less work; so many sets (one a district) cost no
//! more than few.

use std::collections::BTreeMap;

use super::board::Board;
use super::forms::Set;

/// Loads of inspectors below their caps, by set. Only for [T4], where loads never fall.
#[derive(Debug)]
pub(super) struct Levels {
    sets: Vec<Level>,
    /// The last rises, as (inspector, load after), change n at n modulo the length.
    log: Vec<(usize, u64)>,
    /// How many rises there were.
    rises: usize,
    /// Loads of members that are not to be had for the seat.
    absent: Vec<u64>,
}

#[derive(Clone, Debug, Default)]
struct Level {
    /// By load: how many.
    counts: BTreeMap<u64, usize>,
    /// The rises that are counted in, none where nothing is counted yet.
    read: Option<usize>,
}

impl Levels {
    pub(super) fn new(board: &Board<'_>) -> Self {
        Self {
            sets: vec![Level::default(); board.sets.len()],
            // A set that is further behind than it has members counts afresh.
            log: vec![(0, 0); board.officer_count()],
            rises: 0,
            absent: Vec::new(),
        }
    }

    /// The least load of those that may sit in the seat, are not in its team and are below their caps.
    pub(super) fn least(&mut self, board: &Board<'_>, seat: usize) -> Option<u64> {
        let set = board.set_of(seat);
        self.catch_up(board, set);
        self.list_absent(board, seat, &board.sets[set]);
        let mut absent = self.absent.as_slice();
        for (&load, &count) in &self.sets[set].counts {
            let gone = absent.partition_point(|&other| other <= load);
            if gone < count {
                return Some(load);
            }
            absent = &absent[gone..];
        }
        None
    }

    /// Takes note that the inspector's load rose by one.
    pub(super) fn rise(&mut self, officer: usize, load: u64) {
        let at = self.rises % self.log.len();
        self.log[at] = (officer, load);
        self.rises += 1;
    }

    fn list_absent(&mut self, board: &Board<'_>, seat: usize, set: &Set) {
        let team = board.team_of(seat);
        let recused = board.teams[team].recused.iter().copied();
        let members = board.members(team).iter().copied().flatten();
        self.absent.clear();
        self.absent.extend(
            recused
                .chain(members)
                .filter(|&officer| set.has[officer] && board.is_below_cap(officer))
                .map(|officer| board.load(officer)),
        );
        self.absent.sort_unstable();
    }

    fn catch_up(&mut self, board: &Board<'_>, set: usize) {
        let level = &mut self.sets[set];
        let set = &board.sets[set];
        match level.read {
            Some(read) if self.rises - read <= set.members.len() => {
                for rise in read..self.rises {
                    let (officer, load) = self.log[rise % self.log.len()];
                    if set.has[officer] {
                        level.rise(load, board.is_below_cap_at(officer, load));
                    }
                }
            }
            _ => level.count(board, set),
        }
        level.read = Some(self.rises);
    }
}

impl Level {
    fn rise(&mut self, load: u64, below_cap: bool) {
        if let Some(count) = self.counts.get_mut(&(load - 1)) {
            *count -= 1;
            if *count == 0 {
                self.counts.remove(&(load - 1));
            }
        }
        if below_cap {
            *self.counts.entry(load).or_default() += 1;
        }
    }

    fn count(&mut self, board: &Board<'_>, set: &Set) {
        self.counts.clear();
        for &member in &set.members {
            if board.is_below_cap(member) {
                *self.counts.entry(board.load(member)).or_default() += 1;
            }
        }
    }
}
