//! Compares staffing with an equivalent flow: inspector → (inspector, team) → seat [T4] [T6].
//!
//! A library for linear programmes solves it independently. All capacities are integers, so an integer flow reaches the
//! optimum of the programme. Its value is that of a maximum flow, or of a flow with minimum cost.

#![expect(clippy::float_arithmetic, reason = "the solver's numbers")]

use core::ops::Range;

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use suiji_conformance::count::counted;
use suiji_conformance::staffing;
use suiji_conformance::trace::Terms;

use super::{is_shared, seats};

/// The teams that a draw had to fill, and the inspectors in them.
struct Staffed {
    /// By inspector.
    caps: Vec<Option<u64>>,
    /// For each team that does not join another one, and each of its seats: who may sit there.
    teams: Vec<Vec<Vec<usize>>>,
    /// By inspector: the seats held in these teams.
    loads: Vec<u64>,
    several_tasks: bool,
}

impl Staffed {
    fn of_case(number: u64) -> Self {
        let case = staffing::case(number);
        let (_, record) = case.draw().unwrap();
        let terms = Terms::of(&case);
        let inspectors = terms.inspectors().len();
        let mut staffed = Self {
            caps: (0..inspectors).map(|v| terms.cap(v)).collect(),
            teams: Vec::new(),
            loads: vec![0; inspectors],
            several_tasks: record.draws().len() > 1,
        };
        for (task, draw) in record.draws().iter().enumerate() {
            for team in draw.teams() {
                if is_shared(&terms, &record, task, team) {
                    continue; // [T7]
                }
                staffed.teams.push(terms.able(task, team.entity().as_str()));
                for v in seats(&terms, team).into_iter().flatten() {
                    staffed.loads[v] += 1;
                }
            }
        }
        staffed
    }
}

/// The flow as a linear programme: one variable for each seat and inspector who may sit there.
struct Network {
    problem: Problem,
    all: Vec<Variable>,
    /// By inspector: the possible seats.
    of: Vec<Vec<Variable>>,
}

impl Network {
    fn new(staffed: &Staffed, direction: OptimizationDirection, gain: f64) -> Self {
        let inspectors = staffed.caps.len();
        let mut network = Self {
            problem: Problem::new(direction),
            all: Vec::new(),
            of: vec![Vec::new(); inspectors],
        };
        for team in &staffed.teams {
            let mut in_team = vec![Vec::new(); inspectors];
            for able in team {
                let mut seat = Vec::new();
                for &v in able {
                    let sits = network.problem.add_var(gain, (0.0, 1.0));
                    network.all.push(sits);
                    network.of[v].push(sits);
                    in_team[v].push(sits);
                    seat.push(sits);
                }
                network.at_most(&seat, 1.0); // A seat has one inspector at most,
            }
            for seats in in_team.iter().filter(|seats| seats.len() > 1) {
                network.at_most(seats, 1.0); // and an inspector has one seat of a team at most.
            }
        }
        for (v, cap) in staffed.caps.iter().enumerate() {
            if let Some(cap) = cap {
                let seats = network.of[v].clone();
                network.at_most(&seats, number(*cap));
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

/// The number of seats that can be filled.
fn greatest_flow(staffed: &Staffed) -> f64 {
    Network::new(staffed, OptimizationDirection::Maximize, 1.0).value()
}

/// The least sum of squared loads with which this number of seats can be filled: n² = 1 + 3 + 5 + …
fn least_squares(staffed: &Staffed, filled: u64) -> f64 {
    let mut network = Network::new(staffed, OptimizationDirection::Minimize, 0.0);
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

/// How often the cases reached each kind of search.
#[derive(Debug, Default)]
struct Reached {
    seats: u64,
    vacant: u64,
    capped: u64,
    several_tasks: u64,
}

fn compare_with_flows(numbers: Range<u64>) -> Reached {
    let mut reached = Reached::default();
    for case in numbers {
        let staffed = Staffed::of_case(case);
        let filled: u64 = staffed.loads.iter().sum();
        let most = greatest_flow(&staffed);
        assert!(
            (most - number(filled)).abs() < 1e-6,
            "case {case}: {filled}, {most}"
        );
        let squares: u64 = staffed.loads.iter().map(|load| load * load).sum();
        let least = least_squares(&staffed, filled);
        assert!(
            (least - number(squares)).abs() < 1e-6,
            "case {case}: {squares}, {least}"
        );

        let seats = staffed.teams.iter().map(Vec::len).sum::<usize>() as u64;
        let mut loads = staffed.caps.iter().zip(&staffed.loads);
        reached.seats += seats;
        reached.vacant += seats - filled;
        reached.capped += u64::from(loads.any(|(cap, load)| *cap == Some(*load)));
        reached.several_tasks += u64::from(staffed.several_tasks);
    }
    reached
}

#[test]
fn as_many_seats_are_filled_as_a_flow_can_fill_and_as_evenly() {
    // [T4], [T6]
    let reached = compare_with_flows(0..1000);
    let Reached {
        seats,
        vacant,
        capped,
        several_tasks,
    } = reached;
    counted(1000, "staffing: draws compared with flows");
    assert!(seats > 20_000 && vacant > 2000, "{reached:?}");
    assert!(capped > 200 && several_tasks > 400, "{reached:?}");
}

#[test]
#[ignore = "long: ./check long"]
fn so_are_many_more() {
    // [T4], [T6]
    compare_with_flows(1000..50_000);
}
