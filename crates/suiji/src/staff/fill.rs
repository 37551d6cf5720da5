//! Fills all seats, one after another [T4].

use super::board::Board;
use super::levels::Levels;
use super::pace::Pace;
use super::search::{Search, Start};
use super::shuffle::Ranks;
use crate::base::run::Cancelled;

/// [T4, T4.6] Fills the seats of all teams in order. A seat that cannot be filled stays vacant.
pub(super) fn fill(
    board: &mut Board<'_>,
    ranks: &mut Ranks,
    search: &mut Search,
    pace: &mut Pace<'_>,
) -> Result<(), Cancelled> {
    let mut levels = Levels::new(board);
    for team in 0..board.teams.len() {
        for seat in board.teams[team].seats() {
            let mut inspector = take(board, ranks, &mut levels, seat, pace)?;
            if let Some(inspector) = inspector {
                board.sit(inspector, seat);
            } else {
                inspector = search.run(board, ranks, Start::Seat(seat), u64::MAX, pace)?; // [T4.5]
            }
            if let Some(inspector) = inspector {
                levels.increase(inspector, board.load(inspector));
            }
        }
        pace.advance()?;
    }
    Ok(())
}

/// [T4.4] Takes the candidate with the least load. If several have it, takes the one with the first rank.
fn take(
    board: &Board<'_>,
    ranks: &mut Ranks,
    levels: &mut Levels,
    seat: usize,
    pace: &mut Pace<'_>,
) -> Result<Option<usize>, Cancelled> {
    let Some((least, count)) = levels.least(board, seat) else {
        return Ok(None);
    };
    let (team, set) = (board.team_of(seat), board.set_of(seat));
    let is_least = |inspector: usize| {
        board.load(inspector) == least
            && board.is_below_cap(inspector)
            && board.seat_in(team, inspector).is_none()
    };
    if count == 1 {
        // A single candidate needs no rank.
        pace.spend(board.inspector_count() / 8)?;
        let mut members = board.forms.members(set);
        return Ok(members.find(|&of| is_least(of) && !board.is_barred(team, of)));
    }
    let mut rank = 0;
    while let Some(inspector) = ranks.at(board, team, rank) {
        rank += 1;
        if is_least(inspector) && board.forms.has(set, inspector) {
            pace.spend(rank)?;
            return Ok(Some(inspector));
        }
    }
    Ok(None)
}
