//! The shortest chain of moves that frees an inspector for a seat [T4.5] or from one [T6].
//!
//! The search is the text's, with three savings that leave its result alone:
//!
//! - *An expanded inspector's seats* enter the queue as one entry, and are looked at when its turn
//!   comes. They stand together in the queue, and are queued in the text's sense from the moment
//!   their holder is expanded: `reach` asks for both marks.
//! - *Dead ends.* What a failed search reached stays marked, as section 7 allows. Nobody who may sit
//!   in a marked seat is free, and the holders of marked seats never move again, so that a search
//!   that went there would come back with nothing and in the same order.
//! - *Ranks* are made only where the order of two inspectors matters. If one can sit down, those
//!   before him change nothing; only among several such does rank decide.

use std::collections::VecDeque;

use super::board::Board;
use super::pace::Pace;
use super::shuffle::Ranks;
use crate::base::run::Cancelled;

/// Where a search begins.
#[derive(Clone, Copy, Debug)]
pub(super) enum Start {
    /// At a seat that is to be filled [T4.5].
    Seat(usize),
    /// At all seats of an inspector who is to lose one [T6].
    Officer(usize),
}

#[derive(Debug)]
enum Entry {
    Seat(usize),
    /// All seats that the inspector holds, in order; from each he would move to the seat `to`.
    Officer {
        officer: usize,
        to: Option<usize>,
    },
}

/// The marks of the searches of one draw.
#[derive(Debug)]
pub(super) struct Search {
    queue: VecDeque<Entry>,
    /// By seat: whether it was queued, in this search or a failed one.
    queued: Vec<bool>,
    /// By queued seat: where its holder would move to, none where the search began.
    to: Vec<Option<usize>>,
    /// By inspector: whether expanded, in this search or a failed one.
    expanded: Vec<bool>,
    /// By set: its members that are not expanded.
    fresh: Vec<Fresh>,
    /// What this search marked, to be wiped where it succeeds.
    marks: Marks,
    free: Vec<usize>,
    bound: Vec<usize>,
}

#[derive(Debug, Default)]
struct Marks {
    seats: Vec<usize>,
    officers: Vec<usize>,
    sets: Vec<usize>,
}

impl Search {
    pub(super) fn new(board: &Board<'_>) -> Self {
        Self {
            queue: VecDeque::new(),
            queued: vec![false; board.seat_count()],
            to: vec![None; board.seat_count()],
            expanded: vec![false; board.officer_count()],
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

    /// [T4.5] Searches for the shortest chain of moves, makes them, and gives the inspector who got a seat more. He
    /// was below the cap and had a load of at most `limit`.
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
            Start::Officer(officer) => self.expand(officer, None),
        }
        let found = self.find(board, ranks, limit, pace)?;
        self.queue.clear();
        self.finish(found.is_none());
        Ok(found.map(|(officer, seat)| {
            self.shift(board, officer, seat);
            officer
        }))
    }

    /// Takes the entries off the queue, in order.
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
                    if let Some(officer) = self.look(board, ranks, seat, limit, pace)? {
                        return Ok(Some((officer, seat)));
                    }
                }
                Entry::Officer { officer, to } => {
                    for &seat in board.held(officer) {
                        // Queued before its holder was expanded, or a dead end.
                        if self.queued[seat] {
                            continue;
                        }
                        self.mark(seat, to);
                        if let Some(officer) = self.look(board, ranks, seat, limit, pace)? {
                            return Ok(Some((officer, seat)));
                        }
                    }
                }
            }
        }
        Ok(None)
    }

    /// What the text does with one seat x of a team g. Gives the inspector who can sit there.
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

    /// Lists those of the set that can sit in the team (`free`) and the others that have anything to
    /// give (`bound`): those to be expanded, and those in the team whose seat was not queued.
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
        for &officer in fresh.keep(&self.expanded) {
            if board.teams[team].recused.binary_search(&officer).is_ok() {
                continue;
            }
            match board.seat_in(team, officer) {
                Some(own) if self.queued[own] => {}
                Some(_) => self.bound.push(officer),
                None if board.is_below_cap(officer) && board.load(officer) <= limit => {
                    self.free.push(officer);
                }
                None => self.bound.push(officer),
            }
        }
        Ok(())
    }

    /// reach(y, v, x), where v is not expanded.
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

    fn expand(&mut self, officer: usize, to: Option<usize>) {
        if !self.expanded[officer] {
            self.expanded[officer] = true;
            self.marks.officers.push(officer);
            self.queue.push_back(Entry::Officer { officer, to });
        }
    }

    /// Wipes the marks of a search that succeeded; those of a failed one stay for good.
    fn finish(&mut self, failed: bool) {
        for seat in self.marks.seats.drain(..) {
            self.queued[seat] = failed;
        }
        for officer in self.marks.officers.drain(..) {
            self.expanded[officer] = failed;
        }
        for set in self.marks.sets.drain(..) {
            self.fresh[set].finish(failed);
        }
    }

    /// Each sits where the one before him sat, up to the seat at which the search began.
    fn shift(&self, board: &mut Board<'_>, officer: usize, seat: usize) {
        let mut next = Some((officer, seat));
        while let Some((officer, seat)) = next {
            let before = board.sit(officer, seat);
            next = before.zip(self.to[seat]);
        }
    }
}

/// The members of a set: `..now` are not expanded as far as is known, `now..alive` were expanded in
/// this search, the rest in a failed one.
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

    /// Moves the expanded out of `..now`. Order is lost, and none is needed.
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
