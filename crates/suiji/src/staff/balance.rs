//! Balances the loads after all tasks are staffed [T6].

use core::cmp::Reverse;
use std::collections::BTreeSet;

use super::board::Board;
use super::pace::Pace;
use super::problem::Inspector;
use super::search::{Search, Start};
use super::shuffle::Ranks;
use crate::base::hash::{Digest, Hash};
use crate::base::run::Cancelled;

/// [T6] Moves seats from the most to the less loaded inspectors.
pub(super) fn balance(
    board: &mut Board<'_>,
    ranks: &mut Ranks,
    search: &mut Search,
    turns: &mut Turns,
    pace: &mut Pace<'_>,
) -> Result<(), Cancelled> {
    let mut below = Below::new(board);
    while let Some((load, inspector)) = turns.take() {
        let found = match below.least(inspector) {
            // If no connected inspector has a sufficiently lower load, the search would fail and is skipped.
            Some(least) if least + 2 <= load => {
                search.run(board, ranks, Start::Inspector(inspector), load - 2, pace)?
            }
            _ => None,
        };
        let Some(other) = found else {
            pace.advance()?; // Inspectors who are settled, and stay so.
            continue;
        };
        turns.put(inspector, load - 1);
        turns.rise(other, board.load(other));
        below.change(board, inspector, load);
        below.change(board, other, board.load(other) - 1);
    }
    Ok(())
}

/// The inspectors that are not settled.
#[derive(Debug)]
pub(super) struct Turns {
    /// By inspector: H(B ‖ id).
    lots: Vec<Digest>,
    /// The greatest load first. If loads are equal, the smallest hash first. Inspectors are numbered by id.
    order: BTreeSet<(Reverse<u64>, Digest, usize)>,
}

impl Turns {
    /// [T6] The inspectors in the order of their turns: by load, then by (H(B ‖ id), id).
    pub(super) fn new(
        hash: Hash,
        seed: &Digest,
        inspectors: &[Inspector<'_>],
        loads: &[u64],
    ) -> Self {
        let key = hash.derive("balance", &[seed.as_bytes()]);
        let lot =
            |inspector: &Inspector<'_>| hash.concat(&[key.as_bytes(), inspector.id.as_bytes()]);
        let lots: Vec<Digest> = inspectors.iter().map(lot).collect();
        let order = (0..lots.len())
            .map(|at| (Reverse(loads[at]), lots[at], at))
            .collect();
        Self { lots, order }
    }

    fn take(&mut self) -> Option<(u64, usize)> {
        let (Reverse(load), _, inspector) = self.order.pop_first()?;
        Some((load, inspector))
    }

    fn put(&mut self, inspector: usize, load: u64) {
        self.order
            .insert((Reverse(load), self.lots[inspector], inspector));
    }

    /// Settled inspectors stay settled.
    fn rise(&mut self, inspector: usize, load: u64) {
        if self
            .order
            .remove(&(Reverse(load - 1), self.lots[inspector], inspector))
        {
            self.put(inspector, load);
        }
    }
}

/// The inspectors below their caps, by part of the roster. No chain leads from one part to another.
#[derive(Debug)]
struct Below {
    /// By inspector.
    parts: Vec<usize>,
    /// As (part, load, inspector).
    order: BTreeSet<(usize, u64, usize)>,
}

impl Below {
    fn new(board: &Board<'_>) -> Self {
        let parts = parts(board);
        let order = (0..parts.len())
            .filter(|&inspector| board.is_below_cap(inspector))
            .map(|inspector| (parts[inspector], board.load(inspector), inspector))
            .collect();
        Self { parts, order }
    }

    /// The least load in the inspector's part.
    fn least(&self, inspector: usize) -> Option<u64> {
        let part = self.parts[inspector];
        let first = self.order.range((part, 0, 0)..).next();
        first
            .filter(|&&(other, _, _)| other == part)
            .map(|&(_, load, _)| load)
    }

    fn change(&mut self, board: &Board<'_>, inspector: usize, before: u64) {
        let part = self.parts[inspector];
        self.order.remove(&(part, before, inspector));
        if board.is_below_cap(inspector) {
            self.order.insert((part, board.load(inspector), inspector));
        }
    }
}

/// By inspector: the smallest number in the inspector's part. Two inspectors who share a group of seats are in the same
/// part, even if they cannot visit the same entities.
fn parts(board: &Board<'_>) -> Vec<usize> {
    let mut parents: Vec<usize> = (0..board.inspector_count()).collect();
    for group in board.forms.groups() {
        let mut members = group.shared(group);
        let Some(first) = members.next() else {
            continue;
        };
        for other in members {
            let (a, b) = (root(&mut parents, first), root(&mut parents, other));
            parents[a.max(b)] = a.min(b);
        }
    }
    (0..parents.len())
        .map(|inspector| root(&mut parents, inspector))
        .collect()
}

fn root(parents: &mut [usize], mut inspector: usize) -> usize {
    while parents[inspector] != inspector {
        parents[inspector] = parents[parents[inspector]]; // Halves the path, for later lookups.
        inspector = parents[inspector];
    }
    inspector
}
