//! Searches for the shortest chain of moves that frees an inspector for a seat [T4.5] or from one [T6].
//!
//! The search is that of the specification. It saves work in three ways that do not change its result:
//!
//! - *The seats of an expanded inspector* are one entry of the queue, and are visited when it is taken from
//!   the queue. In the specification they are separate entries, but next to each other. They count as queued
//!   as soon as the inspector is expanded: `reach` checks both marks.
//! - *Dead ends.* The marks of a failed search stay, as section 7 allows. Nobody who may hold a marked seat is
//!   free, and the holders of marked seats never move again. So a search that went there would find nothing,
//!   and the order of the others is the same without it.
//! - *Ranks* are computed only if the order of two inspectors matters. If one inspector is free, those of
//!   smaller rank change nothing. Only among several free inspectors does the rank decide.

use std::collections::VecDeque;

use super::board::Board;
use super::pace::Pace;
use super::shuffle::Ranks;
use crate::base::run::Cancelled;

/// Where a search starts.
#[derive(Clone, Copy, Debug)]
pub(super) enum Start {
    /// At a vacant seat that must be filled [T4.5].
    Seat(usize),
    /// At all seats of an inspector who must lose one [T6].
    Inspector(usize),
}

#[derive(Debug)]
enum Entry {
    Seat(usize),
    /// All seats of the inspector, in order. From each of them the inspector would move to the seat `to`.
    Inspector {
        inspector: usize,
        to: Option<usize>,
    },
}

/// The marks of the searches of one draw.
#[derive(Debug)]
pub(super) struct Search {
    queue: VecDeque<Entry>,
    /// Whether each seat was queued, in this search or in a failed one.
    queued: Vec<bool>,
    /// The seat to which the holder of each queued seat would move, or `None` where the search started.
    to: Vec<Option<usize>>,
    /// Whether each inspector was expanded, in this search or in a failed one.
    expanded: Vec<bool>,
    /// The members of each set that were not expanded.
    fresh: Vec<Fresh>,
    /// The marks of this search, which are removed if it succeeds.
    marks: Marks,
    /// Inspectors that can take the seat.
    free: Vec<usize>,
    /// Other inspectors through which the search continues.
    bound: Vec<usize>,
}

#[derive(Debug, Default)]
struct Marks {
    seats: Vec<usize>,
    inspectors: Vec<usize>,
    sets: Vec<usize>,
}

impl Search {
    pub(super) fn new(board: &Board<'_>) -> Self {
        Self {
            queue: VecDeque::new(),
            queued: vec![false; board.seat_count()],
            to: vec![None; board.seat_count()],
            expanded: vec![false; board.inspector_count()],
            fresh: board
                .sets
                .iter()
                .map(|set| Fresh::new(&set.members))
                .collect(),
            marks: Marks::default(),
            free: Vec::new(),
            bound: Vec::new(),
        }
    }

    /// [T4.5] Searches for the shortest chain of moves and makes them. Returns the inspector who has one seat more.
    ///
    /// This inspector was below the cap and had a load of at most `limit`.
    pub(super) fn run(
        &mut self,
        board: &mut Board<'_>,
        ranks: &mut Ranks,
        start: Start,
        limit: u64,
        pace: &mut Pace<'_>,
    ) -> Result<Option<usize>, Cancelled> {
        match start {
            Start::Seat(seat) => self.reach(seat, None),
            Start::Inspector(inspector) => self.expand(inspector, None),
        }
        let found = self.find(board, ranks, limit, pace)?;
        self.queue.clear();
        self.finish(found.is_none());
        Ok(found.map(|(inspector, seat)| {
            self.shift(board, inspector, seat);
            inspector
        }))
    }

    /// Takes entries from the queue until an inspector is found. Returns the inspector and the seat.
    fn find(
        &mut self,
        board: &Board<'_>,
        ranks: &mut Ranks,
        limit: u64,
        pace: &mut Pace<'_>,
    ) -> Result<Option<(usize, usize)>, Cancelled> {
        while let Some(entry) = self.queue.pop_front() {
            match entry {
                Entry::Seat(seat) => {
                    if let Some(inspector) = self.look(board, ranks, seat, limit, pace)? {
                        return Ok(Some((inspector, seat)));
                    }
                }
                Entry::Inspector { inspector, to } => {
                    for &seat in board.held(inspector) {
                        // It was queued before its holder was expanded, or it is a dead end.
                        if self.queued[seat] {
                            continue;
                        }
                        self.mark(seat, to);
                        if let Some(inspector) = self.look(board, ranks, seat, limit, pace)? {
                            return Ok(Some((inspector, seat)));
                        }
                    }
                }
            }
        }
        Ok(None)
    }

    /// Visits one seat, x of team g in the specification. Returns the inspector who can take it.
    fn look(
        &mut self,
        board: &Board<'_>,
        ranks: &mut Ranks,
        seat: usize,
        limit: u64,
        pace: &mut Pace<'_>,
    ) -> Result<Option<usize>, Cancelled> {
        let team = board.team_of(seat);
        self.sort_out(board, team, board.set_of(seat), limit, pace)?;
        if !self.free.is_empty() {
            ranks.keep_best(board, team, &mut self.free, pace)?;
            return Ok(self.free.first().copied());
        }
        ranks.sort(board, team, &mut self.bound, pace)?;
        for at in 0..self.bound.len() {
            match board.seat_in(team, self.bound[at]) {
                Some(own) => self.reach(own, Some(seat)),
                None => self.expand(self.bound[at], Some(seat)),
            }
        }
        Ok(None)
    }

    /// Sorts the members of the set into `free`, who can take the seat, and `bound`, who can be expanded or
    /// are in the team with a seat that was not queued. All others are ignored.
    fn sort_out(
        &mut self,
        board: &Board<'_>,
        team: usize,
        set: usize,
        limit: u64,
        pace: &mut Pace<'_>,
    ) -> Result<(), Cancelled> {
        self.free.clear();
        self.bound.clear();
        let fresh = &mut self.fresh[set];
        pace.spend(1 + fresh.now)?;
        self.marks.sets.push(set);
        for &inspector in fresh.keep(&self.expanded) {
            if board.teams[team].barred.binary_search(&inspector).is_ok() {
                continue;
            }
            match board.seat_in(team, inspector) {
                Some(own) if self.queued[own] => {}
                Some(_) => self.bound.push(inspector),
                None if board.is_below_cap(inspector) && board.load(inspector) <= limit => {
                    self.free.push(inspector);
                }
                None => self.bound.push(inspector),
            }
        }
        Ok(())
    }

    /// reach(y, v, x) of the specification, if v was not expanded.
    fn reach(&mut self, seat: usize, to: Option<usize>) {
        if !self.queued[seat] {
            self.mark(seat, to);
            self.queue.push_back(Entry::Seat(seat));
        }
    }

    fn mark(&mut self, seat: usize, to: Option<usize>) {
        self.queued[seat] = true;
        self.to[seat] = to;
        self.marks.seats.push(seat);
    }

    fn expand(&mut self, inspector: usize, to: Option<usize>) {
        if !self.expanded[inspector] {
            self.expanded[inspector] = true;
            self.marks.inspectors.push(inspector);
            self.queue.push_back(Entry::Inspector { inspector, to });
        }
    }

    /// Removes the marks of a search that succeeded. The marks of a failed search stay.
    fn finish(&mut self, failed: bool) {
        for seat in self.marks.seats.drain(..) {
            self.queued[seat] = failed;
        }
        for inspector in self.marks.inspectors.drain(..) {
            self.expanded[inspector] = failed;
        }
        for set in self.marks.sets.drain(..) {
            self.fresh[set].finish(failed);
        }
    }

    /// Makes the moves: each inspector takes the seat of the one before, up to the seat where the search started.
    fn shift(&self, board: &mut Board<'_>, inspector: usize, seat: usize) {
        let mut next = Some((inspector, seat));
        while let Some((inspector, seat)) = next {
            let before = board.sit(inspector, seat);
            next = before.zip(self.to[seat]);
        }
    }
}

/// The members of a set in three parts: `..now` are not known to be expanded, `now..alive` were expanded in
/// this search, and the rest in a failed search.
#[derive(Debug)]
struct Fresh {
    members: Vec<usize>,
    now: usize,
    alive: usize,
}

impl Fresh {
    fn new(members: &[usize]) -> Self {
        Self {
            members: members.to_vec(),
            now: members.len(),
            alive: members.len(),
        }
    }

    /// Moves expanded members out of `..now`. This changes the order, which does not matter.
    fn keep(&mut self, expanded: &[bool]) -> &[usize] {
        let mut at = 0;
        while at < self.now {
            if expanded[self.members[at]] {
                self.now -= 1;
                self.members.swap(at, self.now);
            } else {
                at += 1;
            }
        }
        &self.members[..self.now]
    }

    const fn finish(&mut self, failed: bool) {
        if failed {
            self.alive = self.now;
        } else {
            self.now = self.alive;
        }
    }
}
