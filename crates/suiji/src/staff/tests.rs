//! Cases made by hand. (`tests/tests/staffing` has many random cases. It compares them with the specification and with
//! flows.)

use core::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::barred::Barred;
use super::board::{Board, Ground};
use super::pace::Pace;
use super::problem::{Inspector, Seat};
use super::search::Search;
use super::shuffle::Ranks;
use super::{Entity, Staff, Staffed, TaskTeam, Turns, balance, fill, staff, visit};
use crate::base::date::Date;
use crate::base::hash::{Digest, Hash};
use crate::base::run::{Cancelled, Run, Stage};
use crate::inputs::plan::DistrictRule;

#[test]
fn a_chain_moves_twice_within_one_team() {
    // [T4.5]: seat 2 needs a, so a leaves seat 0 to b, and b leaves seat 1 to c.
    let inspectors = [
        inspector("a", &["q0", "q2"]),
        inspector("b", &["q0", "q1", "r"]),
        inspector("c", &["q1", "r", "s"]),
        inspector("d", &["s"]),
    ];
    // The first two tasks give b a load of 1 and c a load of 2, so that seats 0 and 1 go to a and b.
    let tasks = [
        team("t0", &["r", "r"]),
        team("t1", &["s", "s"]),
        team("t2", &["q0", "q1", "q2"]),
    ];
    let selected = [entities(&["e"]), entities(&["e"]), entities(&["e"])];
    let teams = run(&inspectors, &tasks, &selected);
    assert_eq!(teams[2], ["b c a"]);
}

#[test]
fn a_chain_frees_an_inspector_from_another_task() {
    // [T3] [T4.5]: a may hold one seat, and only a can sit in y. So b takes over x, although b has a greater load.
    let mut inspectors = [
        inspector("a", &["x", "y"]),
        inspector("b", &["p", "x"]),
        inspector("w", &["w"]),
    ];
    inspectors[0].cap = Some(1);
    let tasks = [
        team("t0", &["p", "w"]),
        team("t1", &["x", "w"]),
        team("t2", &["y", "w"]),
    ];
    let selected = [entities(&["e0"]), entities(&["e1"]), entities(&["e2"])];
    let teams = run(&inspectors, &tasks, &selected);
    assert_eq!(teams, [["b w"], ["b w"], ["a w"]]);
}

#[test]
fn balance_moves_a_seat_from_the_most_to_the_less_loaded() {
    // [T6]: only a can sit in y, after a and b shared x.
    let inspectors = [
        inspector("a", &["x", "y"]),
        inspector("b", &["x"]),
        inspector("w", &["w"]),
    ];
    let tasks = [team("t0", &["x", "w"]), team("t1", &["y", "w"])];
    let selected = [entities(&["e0", "e1"]), entities(&["e0", "e1"])];
    let teams = run(&inspectors, &tasks, &selected);
    assert_eq!(teams, [["b w", "b w"], ["a w", "a w"]]);
}

#[test]
fn balance_leaves_a_difference_of_one() {
    // [T6]: "at least two smaller".
    let inspectors = [
        inspector("a", &["x", "y"]),
        inspector("b", &["x"]),
        inspector("w", &["w"]),
    ];
    let tasks = [team("t0", &["x", "w"]), team("t1", &["y", "w"])];
    let selected = [entities(&["e0", "e1"]), entities(&["e0"])];
    let teams = run(&inspectors, &tasks, &selected);
    assert_eq!(teams[1], ["a w"]);
    let x: Vec<&str> = teams[0].iter().map(|team| &team[..1]).collect();
    assert!(x == ["a", "b"] || x == ["b", "a"], "{x:?}");
}

#[test]
fn a_seat_stays_vacant_where_nobody_can_be_had() {
    // [T2] [T4.6]: x is recused from e0, and may hold two seats.
    let mut inspectors = [inspector("w", &["w"]), inspector("x", &["x"])];
    inspectors[1].recuse = vec!["e0"];
    inspectors[1].cap = Some(2);
    let tasks = [team("t0", &["x", "w"])];
    let teams = run(&inspectors, &tasks, &[entities(&["e1", "e0", "e2", "e3"])]);
    assert_eq!(teams, [["x w", "- w", "x w", "- w"]]);
}

#[test]
fn lead_date_district_and_expert_decide_who_may_sit() {
    // [T2]: of six inspectors with the skill, one may sit in seat 0 and two in seat 1.
    let mut inspectors = ["a", "b", "c", "d", "e", "f"].map(|id| inspector(id, &["x"]));
    for (inspector, district) in inspectors
        .iter_mut()
        .zip(["14", "140521", "1405", "1405", "1405", "33"])
    {
        inspector.district = Some(district);
        inspector.lead = inspector.id != "b";
    }
    inspectors[2].valid_to = Date::parse("2024-11-29");
    inspectors[3].expert = true;
    inspectors[4].district = None;
    let mut task = team("t0", &["x", "x"]);
    if let Some(task) = &mut task {
        task.lead_required = true;
        task.district = Some(DistrictRule::Same);
        task.window_end = Date::parse("2024-11-30");
    }
    let entity = Entity {
        id: "e0",
        district: Some("140521"),
    };
    let teams = run(&inspectors, &[task], &[vec![entity]]);
    assert_eq!(teams, [["a b"]]);
}

#[test]
fn one_visit_has_one_team_vacant_seats_and_all() {
    // [T7]: of four tasks, t0 serves t1 and t2. If t0 did not select the entity, t1 serves t2.
    let inspectors = [inspector("w", &["w"]), inspector("x", &["x"])];
    let mut tasks = [
        team("t0", &["x", "none", "w"]),
        team("t1", &["x", "none"]),
        team("t2", &["x", "none"]),
        team("t3", &["none", "x"]),
    ];
    for task in tasks.iter_mut().flatten() {
        task.coordination = Some("visit");
    }
    let selected = [
        entities(&["e0", "e1"]),
        entities(&["e1", "e2"]),
        entities(&["e2", "e1", "e0", "e3"]),
        entities(&["e0"]),
    ];
    let teams = run(&inspectors, &tasks, &selected);
    assert_eq!(teams[0], ["x - w", "x - w"]);
    assert_eq!(teams[1], ["x - of t0", "x -"]);
    assert_eq!(teams[2], ["x - of t1", "x - of t0", "x - of t0", "x -"]);
    assert_eq!(teams[3], ["- x"]); // Its seats do not begin those of t0.
}

#[test]
fn one_visit_asks_for_equal_terms() {
    // [T7]: with any of these changes, there are two visits.
    let inspectors = [inspector("w", &["w"]), inspector("x", &["x"])];
    let changes: [fn(&mut TaskTeam<'_>); 6] = [
        |_| {},
        |task| task.coordination = Some("other"),
        |task| task.coordination = None,
        |task| task.lead_required = true,
        |task| task.district = Some(DistrictRule::Other),
        |task| task.window_end = Date::parse("2024-11-30"),
    ];
    for (at, change) in changes.iter().enumerate() {
        let mut tasks = [team("t0", &["x", "w"]), team("t1", &["x", "w"])];
        for task in tasks.iter_mut().flatten() {
            task.coordination = Some("visit");
        }
        tasks[1].iter_mut().for_each(change);
        let teams = run(&inspectors, &tasks, &[entities(&["e0"]), entities(&["e0"])]);
        assert_eq!(teams[1][0].ends_with("of t0"), at == 0, "{at}");
    }
}

#[test]
fn a_task_without_team_has_none() {
    let teams = run(
        &[inspector("x", &["x"])],
        &[None, team("t1", &["x", "x"])],
        &[entities(&["e0"]), entities(&["e0"])],
    );
    assert_eq!(teams, [vec![], vec!["x -".to_owned()]]);
}

#[test]
fn what_earlier_tasks_take_counts_for_those_that_they_serve() {
    // [T7]: t0 serves t1, t2 and t5, these serve each other, and t3 has other seats.
    let two = &["x", "y"];
    let mut tasks = [&["x", "y", "z"][..], two, two, &["y", "x"], &[], two].map(|of| team("t", of));
    tasks[4] = None;
    let alone = visit::taken_before(&tasks, &[1, 2, 4, 8, 16, 32]);
    assert_eq!(alone, [0; 6], "without a coordination");
    for task in tasks.iter_mut().flatten() {
        task.coordination = Some("visit");
    }
    let before = visit::taken_before(&tasks, &[1, 2, 4, 8, 16, 32]);
    assert_eq!(before, [0, 1, 3, 0, 0, 7]);
}

#[test]
fn staffing_reports_progress_and_can_be_cancelled() {
    // There is one progress report for each team of a task that has teams, and one for each inspector when loads are
    // balanced.
    let inspectors = ["a", "b", "c"].map(|id| inspector(id, &["x"]));
    let tasks = [team("t0", &["x", "x"]), None, team("t2", &["x", "y"])];
    let selected = [
        entities(&["e0", "e1"]),
        entities(&["e0", "e2"]),
        entities(&["e3", "e4", "e5"]),
    ];
    let seed = Digest::from_bytes([7; 32]);
    let calls = |stop: usize| {
        let count = AtomicUsize::new(0);
        let of = Staff {
            inspectors: inspectors.to_vec(),
            past: Vec::new(),
            teams: tasks.to_vec(),
        };
        let run = Run::default().on_progress(move |_| {
            if count.fetch_add(1, Ordering::Relaxed) == stop {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        staff(Hash::Sha256, &seed, &of, &selected, &run).map(|_| ())
    };
    let all = 2 + 3 + inspectors.len();
    assert_eq!(calls(0), Err(Cancelled));
    assert_eq!(calls(all - 1), Err(Cancelled));
    assert_eq!(calls(all), Ok(()));
}

#[test]
fn a_search_does_not_look_at_seats_that_lead_nowhere() {
    // [T6]: q is filled by inspectors with one skill and with both skills. Then p is filled by inspectors with both
    // skills and with the other one. Each seat of p above their share moves a seat of q. The search goes past all seats
    // of both kinds.
    let skills: [&[&str]; 3] = [&["p"], &["p", "q"], &["q"]];
    let ids: Vec<String> = (0..300).map(|at| format!("i{at:03}")).collect();
    let inspectors: Vec<Inspector<'_>> = ids
        .iter()
        .enumerate()
        .map(|(at, id)| inspector(id, skills[at / 100]))
        .collect();
    let firms: Vec<String> = (0..1300).map(|at| format!("e{at:04}")).collect();
    let firms: Vec<&str> = firms.iter().map(String::as_str).collect();
    let tasks = [team("t0", &["q", "q"]), team("t1", &["p", "p"])];
    let selected = [entities(&firms[..700]), entities(&firms)];
    let of = Staff {
        inspectors,
        past: Vec::new(),
        teams: Vec::new(),
    };
    let run = Run::default();
    let mut pace = Pace::new(&run, Stage::Teams, 1);
    let barred = Barred::new(&of.inspectors, &of.past, &mut pace).unwrap();
    let shared = visit::shared(&tasks, &selected, &mut pace).unwrap();
    let ground = Ground::new(&of.inspectors, &tasks);
    let (mut board, _) =
        Board::new(&ground, &tasks, &selected, &shared, &barred, &mut pace).unwrap();
    let seed = Digest::from_bytes([7; 32]);
    let mut ranks = Ranks::new(Hash::Sha256, &seed, &board);
    let mut search = Search::new(&board);
    fill::fill(&mut board, &mut ranks, &mut search, &mut pace).unwrap();
    let before = board.loads();
    let mut turns = Turns::new(Hash::Sha256, &seed, &of.inspectors, &before);
    balance(&mut board, &mut ranks, &mut search, &mut turns, &mut pace).unwrap();
    let after = board.loads();
    let moved: u64 = before.iter().zip(&after).map(|(a, b)| a.abs_diff(*b)).sum();
    let spread = after.iter().max().zip(after.iter().min());
    assert!(
        moved > 200 && spread.is_some_and(|(most, least)| most - least <= 1),
        "{moved}"
    );
    let steps = search.steps as u64;
    assert!(steps < 300 * moved, "{steps} steps for {moved} seats");
}

/// An inspector who has these skills, and no other property that a seat may require.
pub(super) fn inspector<'a>(id: &'a str, skills: &[&'a str]) -> Inspector<'a> {
    Inspector {
        id,
        department: "d",
        district: None,
        skills: skills.to_vec(),
        lead: false,
        expert: false,
        cap: None,
        load: 0,
        valid_to: None,
        recuse: Vec::new(),
    }
}

/// A task with one seat for each skill.
pub(super) fn team<'a>(task: &'a str, skills: &[&'a str]) -> Option<TaskTeam<'a>> {
    let seat = |&skill: &&'a str| Seat {
        department: "d",
        expert: false,
        skills: vec![skill],
    };
    Some(TaskTeam {
        task,
        seats: skills.iter().map(seat).collect(),
        lead_required: false,
        district: None,
        window_end: None,
        coordination: None,
        rotation_from: None,
    })
}

pub(super) fn entities<'a>(ids: &[&'a str]) -> Vec<Entity<'a>> {
    ids.iter()
        .map(|&id| Entity { id, district: None })
        .collect()
}

/// The teams as texts: ids in seat order, `-` for a vacant seat, and the task that shares its team.
fn run(
    inspectors: &[Inspector<'_>],
    tasks: &[Option<TaskTeam<'_>>],
    selected: &[Vec<Entity<'_>>],
) -> Vec<Vec<String>> {
    let seed = Digest::from_bytes([7; 32]);
    let teams = staff(
        Hash::Sha256,
        &seed,
        &Staff {
            inspectors: inspectors.to_vec(),
            past: Vec::new(),
            teams: tasks.to_vec(),
        },
        selected,
        &Run::default(),
    )
    .unwrap();
    let text = |team: &Staffed| {
        let id = |&seat: &Option<u32>| seat.map_or("-", |at| inspectors[at as usize].id);
        let seats: Vec<&str> = team.seats.iter().map(id).collect();
        let shared = team.joins.map(|at| tasks[at].as_ref().unwrap().task);
        seats.join(" ") + &shared.map_or(String::new(), |task| format!(" of {task}"))
    };
    teams
        .iter()
        .map(|list| list.iter().map(text).collect())
        .collect()
}
