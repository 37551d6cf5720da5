//! Teams: which inspectors go to which entity, section 7 of the specification.
//!
//! ```text
//! problem → visit [T7] → forms [T1] [T2] → board → fill [T4] → balance [T6] → results
//!                        eligible, district, barred levels, shuffle, search
//! ```
//!
//! A draw may have tens of thousands of teams and thousands of inspectors. The specification compares every inspector
//! for every seat. This code compares single pairs of entity and inspector only if caps leave few free inspectors. It
//! stores the eligible inspectors by kind of seat, and finds the least load by counting. It computes ranks one after
//! another until it finds an inspector with that load.

pub(crate) mod tasks;

mod balance;
mod barred;
mod bits;
mod board;
mod choose;
mod district;
mod eligible;
mod fill;
mod forms;
mod levels;
mod pace;
mod problem;
mod search;
mod short;
mod shuffle;
mod visit;

#[cfg(test)]
mod tests;

pub(crate) use bits::Bits;
pub(crate) use choose::{Candidates, Substitutes};
pub(crate) use eligible::{candidates, is_valid};
pub(crate) use problem::{Entity, Staff, Staffed, TaskTeam, vacant};

pub(crate) use short::{Shortages, Shorts};

use balance::{Turns, balance};
use barred::Barred;
use board::{Board, Ground, TeamNumbers};
use pace::Pace;
use search::Search;
use shuffle::Ranks;
use visit::Shared;

use crate::base::hash::{Digest, Hash};
use crate::base::place::narrow;
use crate::base::run::{Cancelled, Run, Stage};

/// Runs section 7. Returns one list for each task, with one team for each selected entity. The list is empty if the
/// task has no `team`. `selected` has the selected lists of the tasks in their order.
pub(crate) fn staff(
    hash: Hash,
    seed: &Digest,
    of: &Staff<'_>,
    selected: &[Vec<Entity<'_>>],
    run: &Run,
) -> Result<Vec<Vec<Staffed>>, Cancelled> {
    let tasks = of.teams.as_slice();
    let staffed = tasks
        .iter()
        .zip(selected)
        .filter(|(task, _)| task.is_some());
    let total = staffed.map(|(_, entities)| entities.len()).sum();
    let mut pace = Pace::new(run, Stage::Teams, total);
    let inspectors = of.inspectors.as_slice();
    let barred = Barred::new(inspectors, &of.past, &mut pace)?;
    let shared = visit::shared(tasks, selected, &mut pace)?;
    let ground = Ground::new(inspectors, tasks);
    let (mut board, numbers) = Board::new(&ground, tasks, selected, &shared, &barred, &mut pace)?;
    let mut ranks = Ranks::new(hash, seed, &board);
    let mut search = Search::new(&board);

    fill::fill(&mut board, &mut ranks, &mut search, &mut pace)?;
    let mut pace = Pace::new(run, Stage::Balance, inspectors.len());
    let mut turns = Turns::new(hash, seed, inspectors, &board.loads());
    balance(&mut board, &mut ranks, &mut search, &mut turns, &mut pace)?;
    Ok(results(&board, tasks, &shared, &numbers))
}

/// The current teams. A team that [T7] joins has the same seats as the earlier team.
fn results(
    board: &Board<'_>,
    tasks: &[Option<TaskTeam<'_>>],
    shared: &[Vec<Option<Shared>>],
    numbers: &TeamNumbers,
) -> Vec<Vec<Staffed>> {
    let seats = |team: usize, count: usize| {
        let members = board.members(team).take(count);
        members.map(|member| member.map(narrow)).collect()
    };
    let mut results = Vec::with_capacity(tasks.len());
    for (at, task) in tasks.iter().enumerate() {
        let count = task.as_ref().map_or(0, |task| task.seats.len());
        let staffed = numbers[at]
            .iter()
            .zip(&shared[at])
            .filter_map(|(&own, &shared)| {
                let earlier = || numbers[shared?.task][shared?.place];
                Some(Staffed {
                    seats: seats(own.or_else(earlier)?, count),
                    joins: shared.map(|shared| shared.task),
                })
            });
        results.push(staffed.collect());
    }
    results
}
