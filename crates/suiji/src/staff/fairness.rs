//! Equal chances of inspectors that are alike: to lead, to be paired with whom, to carry the greater load.

use super::problem::Seat;
use super::{Firm, Officer, Staffed, TaskTeam, staff};
use crate::base::hash::Hash;
use crate::base::run::Run;
use crate::chance::{Counts, SEEDS};

fn officer(id: &'static str, skills: &[&'static str]) -> Officer<'static> {
    Officer {
        id,
        department: "d",
        district: None,
        skills: skills.to_vec(),
        lead: true,
        expert: false,
        cap: None,
        valid_to: None,
        recuse: Vec::new(),
    }
}

fn task(task: &'static str, skill: &'static str) -> Option<TaskTeam<'static>> {
    let seat = || Seat {
        department: "d",
        expert: false,
        skills: vec![skill],
    };
    Some(TaskTeam {
        task,
        seats: vec![seat(), seat()],
        lead_required: true,
        district: None,
        window_end: None,
        coordination: None,
    })
}

fn firms(ids: &[&'static str]) -> Vec<Firm<'static>> {
    ids.iter().map(|&id| Firm { id, district: None }).collect()
}

/// Staffs once for each seed, and shows the teams as the places of their members, and the loads. Gives the
/// number of chains of [T6].
fn over_seeds(
    officers: &[Officer<'_>],
    tasks: &[Option<TaskTeam<'_>>],
    selected: &[Vec<Firm<'_>>],
    mut each: impl FnMut(Vec<(u32, u32)>, &[u64]),
) -> u64 {
    let mut balance = 0;
    for number in 0..SEEDS {
        let seed = Hash::Sha256.derive("seed of a test", &[&number.to_be_bytes()]);
        let run = Run::default();
        let (teams, moves) = staff(Hash::Sha256, &seed, officers, tasks, selected, &run).unwrap();
        let pair = |team: &Staffed| (team.seats[0].unwrap(), team.seats[1].unwrap());
        each(
            teams.iter().flatten().map(pair).collect(),
            &moves.loads_after,
        );
        balance += moves.balance;
    }
    balance
}

#[test]
fn everybody_leads_as_often_and_is_paired_with_everybody_alike() {
    // [T4.3], [T4.4]: six officers for three firms, so that each has one seat. 6! ways, all alike.
    let officers = ["a", "b", "c", "d", "e", "f"].map(|id| officer(id, &["x"]));
    let (mut ways, mut lead, mut pairs) = (Counts::new(), Counts::new(), Counts::new());
    over_seeds(
        &officers,
        &[task("t0", "x")],
        &[firms(&["e0", "e1", "e2"])],
        |teams, _| {
            lead.add(teams[0].0);
            pairs.add(teams[2]);
            ways.add(teams);
        },
    );
    assert!(lead.are_by_chance(6), "{lead:?}");
    assert!(pairs.are_by_chance(30), "{pairs:?}");
    assert!(ways.are_by_chance(720), "{ways:?}");
}

#[test]
fn whom_the_smaller_load_falls_on_is_chance() {
    // [T4.4]: seven firms and five officers, 14 seats: one has two of them, the others three.
    let officers = ["a", "b", "c", "d", "e"].map(|id| officer(id, &["x"]));
    let list = firms(&["e0", "e1", "e2", "e3", "e4", "e5", "e6"]);
    let mut least = Counts::new();
    let balance = over_seeds(&officers, &[task("t0", "x")], &[list], |_, loads| {
        assert_eq!(loads.iter().sum::<u64>(), 14);
        least.add(loads.iter().position(|&load| load == 2).unwrap());
    });
    assert_eq!(balance, 0);
    assert!(least.are_by_chance(5), "{least:?}");
}

#[test]
fn balance_treats_inspectors_that_are_alike_alike() {
    // [T6]: four can do x and y, two only x. Of four seats of x and ten of y the two have 2 each, and of the
    // four two have 3 and two have 2. Where the four took seats of x first, balance moves them to the two.
    let both = ["a", "b", "c", "d"].map(|id| officer(id, &["x", "y"]));
    let officers: Vec<_> = both
        .into_iter()
        .chain(["e", "f"].map(|id| officer(id, &["x"])))
        .collect();
    let tasks = [task("t0", "x"), task("t1", "y")];
    let selected = [firms(&["e0", "e1"]), firms(&["e2", "e3", "e4", "e5", "e6"])];
    let (mut heavier, mut lead) = (Counts::new(), Counts::new());
    let balance = over_seeds(&officers, &tasks, &selected, |teams, loads| {
        assert_eq!(loads[4..], [2, 2]);
        let three: Vec<usize> = (0..4).filter(|&v| loads[v] == 3).collect();
        assert_eq!(three.len(), 2);
        heavier.add(three);
        lead.add(teams[2].0);
    });
    assert!(balance > SEEDS / 2, "{balance} chains");
    assert!(heavier.are_by_chance(6), "{heavier:?}");
    assert!(lead.are_by_chance(4), "{lead:?}");
}
