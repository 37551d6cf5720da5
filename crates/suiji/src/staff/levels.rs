//! Finds the least load at which a seat can be filled [T4.4], without checking every inspector.
//!
//! For each set it counts how many members have each load. When a set is needed, it applies the changes since the last
//! time, or counts again if that is less work. So many sets (one for each district) do not take more time than a few.

use std::collections::BTreeMap;

use super::board::Board;

/// The loads of inspectors below their caps, by set. Only [T4] uses this, because there loads never become smaller.
#[derive(Debug)]
pub(super) struct Levels {
    sets: Vec<Level>,
    /// The latest increases, as (inspector, new load). Increase n is at index n modulo the length.
    log: Vec<(usize, u64)>,
    /// How many increases there were.
    increases: usize,
    /// The loads of members that are not available for the seat.
    absent: Vec<u64>,
    /// How many counts all sets have together, and which sets have some.
    room: usize,
    counted: Vec<usize>,
}

/// The maximum number of counts that are kept. A set without counts is counted again.
const ROOM: usize = 1 << 18;

#[derive(Clone, Debug, Default)]
struct Level {
    /// How many members have each load.
    counts: BTreeMap<u64, usize>,
    /// How many increases `counts` includes, or `None` if nothing was counted yet.
    applied: Option<usize>,
    /// How many members the set has.
    size: usize,
}

impl Levels {
    pub(super) fn new(board: &Board<'_>) -> Self {
        Self {
            sets: vec![Level::default(); board.forms.sets.len()],
            // If a set has more outstanding increases than members, it is counted again.
            log: vec![(0, 0); board.inspector_count()],
            increases: 0,
            absent: Vec::new(),
            room: 0,
            counted: Vec::new(),
        }
    }

    /// The least load at which the seat can be filled, and how many inspectors have it. These inspectors may hold the
    /// seat, are below their caps and are not in the team.
    pub(super) fn least(&mut self, board: &Board<'_>, seat: usize) -> Option<(u64, usize)> {
        let set = board.set_of(seat);
        self.catch_up(board, set);
        self.list_absent(board, seat, set);
        let mut absent = self.absent.as_slice();
        for (&load, &count) in &self.sets[set].counts {
            let missing = absent.partition_point(|&other| other <= load);
            if missing < count {
                return Some((load, count - missing));
            }
            absent = &absent[missing..];
        }
        None
    }

    /// Records that the load of the inspector has increased by one.
    pub(super) fn increase(&mut self, inspector: usize, load: u64) {
        let at = self.increases % self.log.len();
        self.log[at] = (inspector, load);
        self.increases += 1;
    }

    fn list_absent(&mut self, board: &Board<'_>, seat: usize, set: usize) {
        let team = board.team_of(seat);
        let barred = board.teams[team].barred.iter().copied();
        let members = board.members(team).flatten();
        self.absent.clear();
        self.absent.extend(
            barred
                .chain(members)
                .filter(|&inspector| {
                    board.forms.has(set, inspector) && board.is_below_cap(inspector)
                })
                .map(|inspector| board.load(inspector)),
        );
        self.absent.sort_unstable();
    }

    fn catch_up(&mut self, board: &Board<'_>, set: usize) {
        let level = &mut self.sets[set];
        match level.applied {
            Some(applied) if self.increases - applied <= level.size => {
                self.room -= level.counts.len();
                for number in applied..self.increases {
                    let (inspector, load) = self.log[number % self.log.len()];
                    if board.forms.has(set, inspector) {
                        level.increase(load, board.is_below_cap_at(inspector, load));
                    }
                }
            }
            applied => {
                if applied.is_none() {
                    self.counted.push(set);
                }
                self.room -= level.counts.len();
                level.count(board, set);
            }
        }
        level.applied = Some(self.increases);
        self.room += level.counts.len();
        if self.room > ROOM {
            for other in self.counted.drain(..).filter(|&other| other != set) {
                self.sets[other] = Level::default();
            }
            self.counted.push(set);
            self.room = self.sets[set].counts.len();
        }
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

    fn count(&mut self, board: &Board<'_>, set: usize) {
        self.counts.clear();
        self.size = 0;
        for member in board.forms.members(set) {
            self.size += 1;
            if board.is_below_cap(member) {
                *self.counts.entry(board.load(member)).or_default() += 1;
            }
        }
    }
}
