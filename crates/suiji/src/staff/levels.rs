//! Finds the least load at which a seat can be filled [T4.4], without a look at every inspector.
//!
//! For each set it counts how many members have each load. When a set is needed, it applies the changes
//! since the last time, or counts again if that is less work. So many sets (one for each district) do not
//! take more time than few.

use std::collections::BTreeMap;

use super::board::Board;
use super::forms::Set;

/// The loads of inspectors below their caps, by set. Only for [T4], where loads never become smaller.
#[derive(Debug)]
pub(super) struct Levels {
    sets: Vec<Level>,
    /// The last increases, as (inspector, new load). Increase n is at index n modulo the length.
    log: Vec<(usize, u64)>,
    /// How many increases there were.
    increases: usize,
    /// The loads of members that are not available for the seat.
    absent: Vec<u64>,
}

#[derive(Clone, Debug, Default)]
struct Level {
    /// How many members have each load.
    counts: BTreeMap<u64, usize>,
    /// How many increases are included in `counts`, or `None` if nothing was counted yet.
    applied: Option<usize>,
}

impl Levels {
    pub(super) fn new(board: &Board<'_>) -> Self {
        Self {
            sets: vec![Level::default(); board.sets.len()],
            // A set with more outstanding increases than members counts again.
            log: vec![(0, 0); board.inspector_count()],
            increases: 0,
            absent: Vec::new(),
        }
    }

    /// The least load of the inspectors that may hold the seat, are not in its team and are below their caps.
    pub(super) fn least(&mut self, board: &Board<'_>, seat: usize) -> Option<u64> {
        let set = board.set_of(seat);
        self.catch_up(board, set);
        self.list_absent(board, seat, &board.sets[set]);
        let mut absent = self.absent.as_slice();
        for (&load, &count) in &self.sets[set].counts {
            let missing = absent.partition_point(|&other| other <= load);
            if missing < count {
                return Some(load);
            }
            absent = &absent[missing..];
        }
        None
    }

    /// Notes that the load of the inspector has increased by one.
    pub(super) fn increase(&mut self, inspector: usize, load: u64) {
        let at = self.increases % self.log.len();
        self.log[at] = (inspector, load);
        self.increases += 1;
    }

    fn list_absent(&mut self, board: &Board<'_>, seat: usize, set: &Set) {
        let team = board.team_of(seat);
        let barred = board.teams[team].barred.iter().copied();
        let members = board.members(team).iter().copied().flatten();
        self.absent.clear();
        self.absent.extend(
            barred
                .chain(members)
                .filter(|&inspector| set.has[inspector] && board.is_below_cap(inspector))
                .map(|inspector| board.load(inspector)),
        );
        self.absent.sort_unstable();
    }

    fn catch_up(&mut self, board: &Board<'_>, set: usize) {
        let level = &mut self.sets[set];
        let set = &board.sets[set];
        match level.applied {
            Some(applied) if self.increases - applied <= set.members.len() => {
                for number in applied..self.increases {
                    let (inspector, load) = self.log[number % self.log.len()];
                    if set.has[inspector] {
                        level.increase(load, board.is_below_cap_at(inspector, load));
                    }
                }
            }
            _ => level.count(board, set),
        }
        level.applied = Some(self.increases);
    }
}

impl Level {
    fn increase(&mut self, load: u64, below_cap: bool) {
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
