//! Searches for the shortest chain of moves that frees an inspector for a seat [T4.5] or from one [T6].
//!
//! The search is that of the specification. It saves work in ways that do not change its result:
//!
//! - *Success is seen early.* The specification checks whether somebody is free for a seat when it takes the seat off
//!   the queue. Here this is checked when the seat is queued. Seats are queued in the order in which they are taken
//!   off, and during a search the free inspectors do not change. So the first such seat is the same.
//! - *The seats of an expanded inspector* are one entry of the queue. They are visited when this entry is taken from
//!   the queue. In the specification they are separate entries, but next to each other. They count as queued as soon as
//!   the inspector is expanded.
//! - *Seats of one set.* If all inspectors of a set are expanded, the other seats of the set lead nowhere and are
//!   skipped together. So a search visits sets and inspectors rather than seats.
//! - *Dead ends.* The marks of a failed search stay, as section 7 allows. Nobody who may hold a marked seat is free,
//!   and the inspectors in marked seats never move again. So a later search would find nothing there, and skipping
//!   these seats does not change the order of the others.
//! - *Ranks* are computed only as far as the order of inspectors matters.

use core::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use super::bits::Bits;
use super::board::Board;
use super::pace::Pace;
use super::shuffle::Ranks;
use crate::base::place::{narrow, wide};
use crate::base::run::Cancelled;

/// Where a search starts.
#[derive(Clone, Copy, Debug)]
pub(super) enum Start {
    /// From a vacant seat that must be filled [T4.5].
    Seat(usize),
    /// From all seats of an inspector who must lose one [T6].
    Inspector(usize),
}

/// The queue of seats for which nobody is free.
#[derive(Debug)]
enum Entry {
    Seat(usize),
    /// All seats of the inspector, in order. From each of them the inspector would move to the seat `to`.
    Inspector {
        inspector: usize,
        to: Option<usize>,
    },
}

/// A seat, and the inspector who can take it.
type Found = Option<(usize, usize)>;

/// The marks of the searches of one draw.
#[derive(Debug)]
pub(super) struct Search {
    queue: VecDeque<Entry>,
    /// Whether each seat was queued separately, in this search or in a failed one.
    queued: Vec<bool>,
    /// The seat to which the holder of each queued seat would move. `None` if the search started there.
    to: Vec<Option<u32>>,
    /// The inspectors that were not expanded, neither in this search nor in a failed one.
    fresh: Bits,
    /// The sets without a fresh inspector.
    exhausted: Vec<bool>,
    /// By set: the number of the last search that found nobody free in it.
    taken: Vec<u64>,
    number: u64,
    /// The marks of this search. They are removed if it succeeds.
    marks: Marks,
    /// Inspectors that can be expanded, or are in the team with a seat that was not queued.
    bound: Vec<usize>,
    /// From how many seats the searches continued, and through how many inspectors.
    #[cfg(test)]
    pub(super) steps: usize,
}

#[derive(Debug, Default)]
struct Marks {
    seats: Vec<usize>,
    inspectors: Vec<usize>,
    sets: Vec<usize>,
}

impl Search {
    pub(super) fn new(board: &Board<'_>) -> Self {
        let sets = board.forms.sets.len();
        Self {
            queue: VecDeque::new(),
            queued: vec![false; board.seat_count()],
            to: vec![None; board.seat_count()],
            fresh: Bits::of(board.inspector_count(), 0..board.inspector_count()),
            exhausted: vec![false; sets],
            taken: vec![0; sets],
            number: 0,
            marks: Marks::default(),
            bound: Vec::new(),
            #[cfg(test)]
            steps: 0,
        }
    }

    /// [T4.5] Searches for the shortest chain of moves and makes these moves. Returns the inspector who has one seat
    /// more.
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
        board.set_limit(limit);
        self.number += 1;
        let found = match start {
            Start::Seat(seat) => self.reach(board, ranks, seat, None, pace)?,
            Start::Inspector(inspector) => self.expand(board, ranks, inspector, None, pace)?,
        };
        let found = match found {
            None => self.find(board, ranks, pace)?,
            found => found,
        };
        self.queue.clear();
        self.finish(found.is_none());
        Ok(found.map(|(inspector, seat)| {
            self.shift(board, inspector, seat);
            inspector
        }))
    }

    /// Takes entries from the queue until an inspector is found.
    fn find(
        &mut self,
        board: &Board<'_>,
        ranks: &mut Ranks,
        pace: &mut Pace<'_>,
    ) -> Result<Found, Cancelled> {
        while let Some(entry) = self.queue.pop_front() {
            let found = match entry {
                Entry::Seat(seat) => self.go_on(board, ranks, seat, pace)?,
                Entry::Inspector { inspector, to } => {
                    self.go_through(board, ranks, inspector, to, pace)?
                }
            };
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// Goes through the seats of an expanded inspector, in order, except those of exhausted sets.
    fn go_through(
        &mut self,
        board: &Board<'_>,
        ranks: &mut Ranks,
        inspector: usize,
        to: Option<usize>,
        pace: &mut Pace<'_>,
    ) -> Result<Found, Cancelled> {
        let mut heads = BinaryHeap::new();
        for set in board.sets_held(inspector) {
            pace.spend(1)?;
            if !self.exhausted[set] {
                let first = board.held_of(inspector, set, 0).next();
                heads.extend(first.map(|seat| Reverse((seat, set))));
            }
        }
        while let Some(Reverse((seat, set))) = heads.pop() {
            if self.exhausted[set] {
                continue;
            }
            // It may have been queued separately before its holder was expanded.
            if !self.queued[seat] {
                self.mark(seat, to);
                let found = self.go_on(board, ranks, seat, pace)?;
                if found.is_some() {
                    return Ok(found);
                }
            }
            let next = board.held_of(inspector, set, seat + 1).next();
            heads.extend(next.map(|seat| Reverse((seat, set))));
        }
        Ok(None)
    }

    /// Continues from a seat for which nobody is free (x of team g in the specification): expands the inspectors that
    /// may sit there.
    fn go_on(
        &mut self,
        board: &Board<'_>,
        ranks: &mut Ranks,
        seat: usize,
        pace: &mut Pace<'_>,
    ) -> Result<Found, Cancelled> {
        let (team, set) = (board.team_of(seat), board.set_of(seat));
        if self.exhausted[set] {
            return Ok(None);
        }
        let mut bound = core::mem::take(&mut self.bound);
        bound.clear();
        let mut any = false;
        for inspector in board.forms.members_in(set, &self.fresh) {
            any = true;
            let own = board.seat_in(team, inspector);
            let is_new = own.is_none_or(|own| !self.queued[own]);
            if is_new && !board.is_barred(team, inspector) {
                bound.push(inspector);
            }
        }
        if !any {
            self.exhausted[set] = true;
            self.marks.sets.push(set);
        }
        #[cfg(test)]
        {
            self.steps += 1 + bound.len();
        }
        pace.spend(16 + board.inspector_count() / 32 + bound.len())?;
        let mut found = None;
        let mut order = ranks.order(team, &bound);
        while found.is_none()
            && let Some(inspector) = ranks.next(board, &mut order, pace)?
        {
            found = match board.seat_in(team, inspector) {
                Some(own) => self.reach(board, ranks, own, Some(seat), pace)?,
                None => self.expand(board, ranks, inspector, Some(seat), pace)?,
            };
        }
        self.bound = bound;
        Ok(found)
    }

    /// This is reach(y, v, x) of the specification, if v was not expanded.
    fn reach(
        &mut self,
        board: &Board<'_>,
        ranks: &mut Ranks,
        seat: usize,
        to: Option<usize>,
        pace: &mut Pace<'_>,
    ) -> Result<Found, Cancelled> {
        if self.queued[seat] {
            return Ok(None);
        }
        self.mark(seat, to);
        let set = board.set_of(seat);
        if self.anybody_free(board, set) && self.is_free_for(board, seat) {
            return Ok(Some(self.best(board, ranks, seat, pace)?));
        }
        self.queue.push_back(Entry::Seat(seat));
        Ok(None)
    }

    /// Expands an inspector (v of the specification): reaches all seats that the inspector holds.
    fn expand(
        &mut self,
        board: &Board<'_>,
        ranks: &mut Ranks,
        inspector: usize,
        to: Option<usize>,
        pace: &mut Pace<'_>,
    ) -> Result<Found, Cancelled> {
        if !self.fresh.has(inspector) {
            return Ok(None);
        }
        self.fresh.remove(inspector);
        self.marks.inspectors.push(inspector);
        let mut first: Option<usize> = None;
        for set in board.sets_held(inspector) {
            pace.spend(1)?;
            if !self.anybody_free(board, set) {
                continue;
            }
            // Of all seats for which somebody is free, the first one here is also taken off the queue first.
            let seats = board.held_of(inspector, set, 0);
            for seat in seats.take_while(|&seat| first.is_none_or(|first| seat < first)) {
                pace.spend(16)?;
                if !self.queued[seat] && self.is_free_for(board, seat) {
                    first = Some(seat);
                    break;
                }
            }
        }
        if let Some(seat) = first {
            self.mark(seat, to);
            return Ok(Some(self.best(board, ranks, seat, pace)?));
        }
        self.queue.push_back(Entry::Inspector { inspector, to });
        Ok(None)
    }

    /// Whether anybody of a set is free. A search looks this up only once.
    fn anybody_free(&mut self, board: &Board<'_>, set: usize) -> bool {
        if self.exhausted[set] || self.taken[set] == self.number {
            return false;
        }
        let any = board.forms.members_in(set, board.free()).next().is_some();
        if !any {
            self.taken[set] = self.number;
        }
        any
    }

    fn is_free_for(&self, board: &Board<'_>, seat: usize) -> bool {
        self.free_for(board, seat).next().is_some()
    }

    /// The inspectors who can take the seat.
    fn free_for<'s>(
        &'s self,
        board: &'s Board<'_>,
        seat: usize,
    ) -> impl Iterator<Item = usize> + 's {
        let team = board.team_of(seat);
        let free = board.forms.members_in(board.set_of(seat), board.free());
        // Inspectors whom a failed search marked do not move.
        let free = free.filter(|&inspector| self.fresh.has(inspector));
        free.filter(move |&inspector| {
            board.seat_in(team, inspector).is_none() && !board.is_barred(team, inspector)
        })
    }

    /// The first inspector by rank who can take the seat.
    fn best(
        &self,
        board: &Board<'_>,
        ranks: &mut Ranks,
        seat: usize,
        pace: &mut Pace<'_>,
    ) -> Result<(usize, usize), Cancelled> {
        let free: Vec<usize> = self.free_for(board, seat).collect();
        let mut order = ranks.order(board.team_of(seat), &free);
        let best = ranks.next(board, &mut order, pace)?;
        Ok((best.expect("somebody is free for the seat"), seat))
    }

    fn mark(&mut self, seat: usize, to: Option<usize>) {
        self.queued[seat] = true;
        self.to[seat] = to.map(narrow);
        self.marks.seats.push(seat);
    }

    /// Removes the marks of a search that succeeded. The marks of a failed search stay.
    fn finish(&mut self, failed: bool) {
        for seat in self.marks.seats.drain(..) {
            self.queued[seat] = failed;
        }
        for inspector in self.marks.inspectors.drain(..) {
            if !failed {
                self.fresh.insert(inspector);
            }
        }
        for set in self.marks.sets.drain(..) {
            self.exhausted[set] = failed;
        }
    }

    /// Makes the moves: each inspector takes the seat of the one before, up to the seat where the search started.
    fn shift(&self, board: &mut Board<'_>, inspector: usize, seat: usize) {
        let mut next = Some((inspector, seat));
        while let Some((inspector, seat)) = next {
            let before = board.sit(inspector, seat);
            next = before.zip(self.to[seat].map(wide));
        }
    }
}
