//! Finds who can step in after the draw: the candidates of a team in the order of their ranks [M3] [M4].

use super::barred::Barred;
use super::bits::Bits;
use super::board::{Board, Ground};
use super::pace::Pace;
use super::problem::{Entity, Staff, TaskTeam};
use super::shuffle::Ranks;
use crate::base::hash::{Digest, Hash};
use crate::base::run::{Cancelled, Run, Stage};

/// Makes the candidates of teams, one team after another.
#[derive(Debug)]
pub(crate) struct Substitutes<'a> {
    hash: Hash,
    seed: Digest,
    tasks: &'a [Option<TaskTeam<'a>>],
    ground: Ground<'a>,
    barred: Barred<'a>,
}

/// The candidates of a team in the order of their ranks [T4.3], and the seats that each may take [T2].
#[derive(Debug)]
pub(crate) struct Candidates {
    ranked: Vec<usize>,
    /// By seat number: whether each inspector may sit there. Barred inspectors are not left out.
    may_sit: Vec<Bits>,
}

impl<'a> Substitutes<'a> {
    pub(crate) fn new(
        hash: Hash,
        seed: &Digest,
        of: &'a Staff<'a>,
        run: &Run,
    ) -> Result<Self, Cancelled> {
        let tasks = of.teams.as_slice();
        let mut pace = Pace::new(run, Stage::Teams, 0);
        Ok(Self {
            hash,
            seed: *seed,
            tasks,
            ground: Ground::new(&of.inspectors, tasks),
            barred: Barred::new(&of.inspectors, &of.past, &mut pace)?,
        })
    }

    /// [T4.1] [T4.3] The candidates of the team of a task for that entity, or none if the task has no `team`.
    pub(crate) fn candidates(
        &self,
        task: usize,
        entity: Entity<'_>,
        run: &Run,
    ) -> Result<Option<Candidates>, Cancelled> {
        let Some(team) = self.tasks.get(task).and_then(Option::as_ref) else {
            return Ok(None);
        };
        let mut selected = vec![Vec::new(); task];
        selected.push(vec![entity]);
        let mut shared = vec![Vec::new(); task];
        shared.push(vec![None]);
        let mut pace = Pace::new(run, Stage::Teams, 1);
        let (board, _) = Board::new(
            &self.ground,
            &self.tasks[..=task],
            &selected,
            &shared,
            &self.barred,
            &mut pace,
        )?;
        let mut ranks = Ranks::new(self.hash, &self.seed, &board);
        let size = board.inspector_count();
        let may_sit = |seat| Bits::of(size, board.forms.members(board.set_of(seat)));
        Ok(Some(Candidates {
            ranked: (0..).map_while(|rank| ranks.at(&board, 0, rank)).collect(),
            may_sit: (0..team.seats.len()).map(may_sit).collect(),
        }))
    }
}

impl Candidates {
    /// Of the inspectors who may sit in the seat and are free [M3], the one with the smallest (load, rank).
    pub(crate) fn least(
        &self,
        seat: usize,
        is_free: impl Fn(usize) -> bool,
        load: impl Fn(usize) -> u64,
    ) -> Option<usize> {
        let able = self.ranked.iter().copied();
        let able =
            able.filter(|&inspector| self.may_sit[seat].has(inspector) && is_free(inspector));
        able.min_by_key(|&inspector| load(inspector)) // The first of equals.
    }
}
