//! The staffing against the flow that it is: inspector → (inspector, team) → seat [T4] [T6].
//!
//! A library for linear programmes solves it, in its own way. Where all capacities are whole the optimum of such a
//! programme is that of whole flows, so its value is what a greatest flow, or one of least cost, comes to.

#![expect(clippy::float_arithmetic, reason = "the solver's numbers")]

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::literal::{self, Searches, may_sit};
use super::sample::Sample;
use super::{Moves, Staffed, staff};
use crate::base::run::Run;

/// For each team that a task made itself, and each of its seats: who may sit there.
type Teams = Vec<Vec<Vec<usize>>>;

fn teams(sample: &Sample, staffed: &[Vec<Staffed>]) -> Teams {
    let mut teams = Vec::new();
    for (at, task) in sample.tasks.iter().enumerate() {
        let Some(task) = task else { continue };
        for (&firm, team) in sample.selected[at].iter().zip(&staffed[at]) {
            if team.shared_with.is_some() {
                continue; // [T7]
            }
            let seat = |number: usize| {
                let able = |&v: &usize| may_sit(task, number, &sample.officers[v], firm);
                (0..sample.officers.len()).filter(able).collect()
            };
            teams.push((0..task.seats.len()).map(seat).collect());
        }
    }
    teams
}

/// The flow as a linear programme: one variable for each seat and inspector who may sit there.
struct Network {
    problem: Problem,
    all: Vec<Variable>,
    /// By inspector: the seats that he may get.
    of: Vec<Vec<Variable>>,
}

impl Network {
    fn new(sample: &Sample, teams: &Teams, direction: OptimizationDirection, gain: f64) -> Self {
        let mut network = Self {
            problem: Problem::new(direction),
            all: Vec::new(),
            of: vec![Vec::new(); sample.officers.len()],
        };
        for team in teams {
            let mut in_team = vec![Vec::new(); sample.officers.len()];
            for able in team {
                let mut seat = Vec::new();
                for &v in able {
                    let sits = network.problem.add_var(gain, (0.0, 1.0));
                    network.all.push(sits);
                    network.of[v].push(sits);
                    in_team[v].push(sits);
                    seat.push(sits);
                }
                network.at_most(&seat, 1.0); // A seat holds one,
            }
            for seats in in_team.iter().filter(|seats| seats.len() > 1) {
                network.at_most(seats, 1.0); // and an inspector one seat of a team.
            }
        }
        for (v, officer) in sample.officers.iter().enumerate() {
            if let Some(cap) = officer.cap {
                let seats = network.of[v].clone();
                network.at_most(&seats, number(cap));
            }
        }
        network
    }

    fn at_most(&mut self, of: &[Variable], most: f64) {
        self.constrain(of, &[], ComparisonOp::Le, most);
    }

    fn constrain(&mut self, plus: &[Variable], minus: &[Variable], is: ComparisonOp, what: f64) {
        let terms = plus.iter().map(|&of| (of, 1.0));
        let terms: Vec<_> = terms.chain(minus.iter().map(|&of| (of, -1.0))).collect();
        if !terms.is_empty() {
            self.problem.add_constraint(terms, is, what);
        }
    }

    fn value(&self) -> f64 {
        if self.all.is_empty() {
            return 0.0;
        }
        let solution = self.problem.solve().unwrap().into_solution().unwrap();
        solution.objective()
    }
}

/// So many seats can be filled.
fn greatest_flow(sample: &Sample, teams: &Teams) -> f64 {
    Network::new(sample, teams, OptimizationDirection::Maximize, 1.0).value()
}

/// The least sum of squared loads with which so many seats can be filled: n² = 1 + 3 + 5 + …
fn least_squares(sample: &Sample, teams: &Teams, filled: u64) -> f64 {
    let mut network = Network::new(sample, teams, OptimizationDirection::Minimize, 0.0);
    for seats in network.of.clone() {
        let mut cost = -1.0;
        let one_more = |_: &Variable| {
            cost += 2.0;
            network.problem.add_var(cost, (0.0, 1.0))
        };
        let steps: Vec<Variable> = seats.iter().map(one_more).collect();
        network.constrain(&seats, &steps, ComparisonOp::Eq, 0.0);
    }
    let all = network.all.clone();
    network.constrain(&all, &[], ComparisonOp::Eq, number(filled));
    network.value()
}

fn number(small: u64) -> f64 {
    f64::from(u32::try_from(small).unwrap())
}

fn run(sample: &Sample) -> (Vec<Vec<Staffed>>, Moves) {
    let Sample {
        hash,
        seed,
        officers,
        tasks,
        selected,
    } = sample;
    staff(*hash, seed, officers, tasks, selected, &Run::default()).unwrap()
}

/// How often the samples came to what is to be tried.
#[derive(Debug, Default)]
struct Reached {
    seats: u64,
    vacant: u64,
    capped: u64,
    several_tasks: u64,
    chains: u64,
    balance: u64,
}

fn compare_with_flows(numbers: core::ops::Range<u64>) -> Reached {
    let mut reached = Reached::default();
    for number_of in numbers {
        let sample = Sample::new(number_of);
        let (staffed, moves) = run(&sample);
        let teams = teams(&sample, &staffed);
        let own = staffed
            .iter()
            .flatten()
            .filter(|team| team.shared_with.is_none());
        let filled = own.flat_map(|team| &team.seats).flatten().count() as u64;
        let most = greatest_flow(&sample, &teams);
        assert!(
            (most - number(filled)).abs() < 1e-6,
            "sample {number_of}: {filled}, {most}"
        );
        let squares: u64 = moves.loads_after.iter().map(|load| load * load).sum();
        let least = least_squares(&sample, &teams, filled);
        assert!(
            (least - number(squares)).abs() < 1e-6,
            "sample {number_of}: {squares}, {least}"
        );

        let seats: usize = teams.iter().map(Vec::len).sum();
        let busy = sample
            .selected
            .iter()
            .filter(|list| !list.is_empty())
            .count();
        let mut loads = sample.officers.iter().zip(&moves.loads_after);
        reached.seats += seats as u64;
        reached.vacant += seats as u64 - filled;
        reached.capped += u64::from(loads.any(|(of, load)| of.cap == Some(*load)));
        reached.several_tasks += u64::from(busy > 1);
        reached.chains += moves.chains;
        reached.balance += moves.balance;
    }
    reached
}

#[test]
fn as_many_seats_are_filled_as_a_flow_can_fill_and_as_evenly() {
    // [T4], [T6]
    let Reached {
        seats,
        vacant,
        capped,
        several_tasks,
        chains,
        balance,
    } = compare_with_flows(0..1000);
    assert!(seats > 20_000 && vacant > 2000, "{seats} {vacant}");
    assert!(
        capped > 200 && several_tasks > 400,
        "{capped} {several_tasks}"
    );
    assert!(chains > 200 && balance > 200, "{chains} {balance}");
}

#[test]
#[ignore = "long: ./check long"]
fn so_are_many_more() {
    // [T4], [T6]
    compare_with_flows(1000..50_000);
}

#[test]
fn what_a_failed_search_reached_may_be_skipped() {
    // Section 7, in its own words, with and without: the same seats, chains and loads.
    let mut several_failed = 0;
    for number in 0..3000 {
        let sample = Sample::new(number);
        let literally = |searches| {
            let Sample {
                hash,
                seed,
                officers,
                tasks,
                selected,
            } = &sample;
            literal::staff(*hash, seed, officers, tasks, selected, searches)
        };
        let (from_nothing, skipping) = (
            literally(Searches::FromNothing),
            literally(Searches::SkipDeadEnds),
        );
        assert_eq!(from_nothing, skipping, "sample {number}");
        let seats = skipping.0.iter().flatten().flat_map(|team| &team.seats);
        several_failed += u64::from(seats.filter(|seat| seat.is_none()).count() > 1);
    }
    assert!(several_failed > 1000, "{several_failed}");
}

#[test]
fn nobody_sits_twice_in_a_team_over_the_cap_or_where_he_may_not() {
    // [T2], [T3]: recused, expired, of another department or district, without skill or lead, an expert
    // where an officer must sit or the other way round.
    let mut seated = 0_u32;
    for number in 0..6000 {
        let sample = Sample::new(number);
        let (staffed, moves) = run(&sample);
        let mut loads = vec![0; sample.officers.len()];
        for (at, task) in sample.tasks.iter().enumerate() {
            let Some(task) = task else {
                assert!(staffed[at].is_empty());
                continue;
            };
            for (&firm, team) in sample.selected[at].iter().zip(&staffed[at]) {
                assert_eq!(team.seats.len(), task.seats.len());
                let mut members: Vec<u32> = team.seats.iter().flatten().copied().collect();
                members.sort_unstable();
                assert!(
                    members.windows(2).all(|pair| pair[0] != pair[1]),
                    "sample {number}"
                );
                for (seat, v) in team.seats.iter().enumerate() {
                    let Some(v) = v.map(|v| v as usize) else {
                        continue;
                    };
                    assert!(
                        may_sit(task, seat, &sample.officers[v], firm),
                        "sample {number}"
                    );
                    loads[v] += u64::from(team.shared_with.is_none()); // [T7]
                    seated += 1;
                }
            }
        }
        for (officer, load) in sample.officers.iter().zip(&loads) {
            assert!(
                officer.cap.is_none_or(|cap| *load <= cap),
                "sample {number}"
            );
        }
        assert_eq!(loads, moves.loads_after, "sample {number}");
    }
    assert!(seated > 50_000, "{seated}");
}
