//! Teams [T2]–[T7] in many small cases with few inspectors for many seats. They are equal to those of the trace, follow
//! the rules that are checked here, and are as good as an optimal flow.
#![expect(clippy::unwrap_used, reason = "tests")]

mod flow;

use core::cmp::Reverse;
use core::ops::Range;
use std::collections::BTreeSet;

use serde_json::Value;
use suiji::Record;
use suiji::record::DrawnTeam;
use suiji_conformance::count::counted;
use suiji_conformance::staffing;
use suiji_conformance::trace::{Terms, jcs, trace};

/// The inspector of each seat, as an index into the inspectors.
fn seats(terms: &Terms, team: &DrawnTeam) -> Vec<Option<usize>> {
    let inspectors = terms.inspectors();
    let mut members = team.members().iter();
    let count = team.members().len() + team.vacant().len();
    let mut member = || inspectors.binary_search(&members.next().unwrap().as_str());
    (0..count as u64)
        .map(|seat| (!team.vacant().contains(&seat)).then(|| member().unwrap()))
        .collect()
}

/// Whether the team is that of an earlier task, so that both have one visit [T7].
fn is_shared(terms: &Terms, record: &Record, task: usize, team: &DrawnTeam) -> bool {
    let selects = |earlier: usize| {
        let selected = record.draws()[earlier].selected();
        selected.iter().any(|drawn| drawn.id() == team.entity())
    };
    (0..task).any(|earlier| terms.serves(earlier, task) && selects(earlier))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// How often the cases reached each kind of result.
#[derive(Debug, Default)]
struct Reached {
    chains: usize,
    balance: usize,
    vacant: usize,
    shared: usize,
    several_failed: usize,
}

fn compare_with_the_text(numbers: Range<u64>) -> Reached {
    let mut reached = Reached::default();
    for number in numbers {
        let case = staffing::case(number);
        let (_, record) = case.draw().unwrap();
        let trace = trace(&case);
        if trace.public["record"] != record.digest().to_string() {
            let found = String::from_utf8(record.canonical()).unwrap();
            assert_eq!(found, jcs(&trace.record), "case {number}");
        }
        let teams = list(&trace.steps["tasks"]).iter();
        let teams: Vec<&Value> = teams.flat_map(|task| list(&task["teams"])).collect();
        let by = |how: &str| {
            let seats = teams.iter().flat_map(|team| list(&team["seats"]));
            seats.filter(|seat| seat["by"] == how).count()
        };
        let visits = teams.iter().filter(|team| team["visit_of"].is_string());
        let rounds = list(&trace.steps["balance"]["rounds"]).iter();
        reached.chains += by("chain");
        reached.balance += rounds.filter(|round| round["moves"].is_array()).count();
        reached.vacant += by("vacant");
        reached.shared += visits.count();
        reached.several_failed += usize::from(by("vacant") > 1);
    }
    reached
}

#[test]
fn teams_are_those_of_the_text() {
    // [T2] to [T4], [T6], [T7]. In the trace, each search begins without marks. The library skips everything that
    // failed searches reached, as section 7 allows.
    let reached = compare_with_the_text(0..2000);
    let Reached {
        chains,
        balance,
        vacant,
        shared,
        several_failed,
    } = reached;
    counted(2000, "staffing: draws compared with the text");
    counted(chains, "staffing: chains");
    counted(balance, "staffing: moves of balance");
    counted(
        several_failed,
        "staffing: draws with several failed searches",
    );
    assert!(chains > 400 && balance > 200 && shared > 500, "{reached:?}");
    assert!(vacant > 10_000 && several_failed > 1000, "{reached:?}");
}

#[test]
#[ignore = "long: ./check long"]
fn so_are_many_more() {
    // [T2] to [T4], [T6], [T7]
    compare_with_the_text(2000..50_000);
}

#[test]
fn nobody_sits_twice_in_a_team_over_the_cap_or_where_he_may_not() {
    // [T2], [T3]: nobody is recused, expired, at the cap, from another department or district, or without the skill or
    // lead. Experts sit only in seats for experts, and nobody else does.
    let mut seated = 0;
    for number in 0..1000 {
        let case = staffing::case(number);
        let (_, record) = case.draw().unwrap();
        let terms = Terms::of(&case);
        let mut loads = vec![0; terms.inspectors().len()];
        for (task, draw) in record.draws().iter().enumerate() {
            for team in draw.teams() {
                let (seats, able) = (
                    seats(&terms, team),
                    terms.able(task, team.entity().as_str()),
                );
                assert_eq!(seats.len(), able.len(), "case {number}");
                let members: Vec<usize> = seats.iter().flatten().copied().collect();
                let different: BTreeSet<usize> = members.iter().copied().collect();
                assert_eq!(different.len(), members.len(), "case {number}");
                let mut pairs = seats.iter().zip(&able);
                let may_sit = pairs.all(|(seat, able)| seat.is_none_or(|v| able.contains(&v)));
                assert!(may_sit, "case {number}");
                if !is_shared(&terms, &record, task, team) {
                    members.iter().for_each(|&v| loads[v] += 1); // [T7]
                }
                seated += members.len();
            }
        }
        let mut loads = loads.iter().enumerate();
        assert!(
            loads.all(|(v, &load)| terms.cap(v).is_none_or(|cap| load <= cap)),
            "case {number}"
        );
    }
    assert!(seated > 10_000, "{seated}");
}

#[test]
fn short_entities_are_those_of_every_way_to_fill_the_seats() {
    // [S5], [T2]
    let (mut lacking, mut filled) = (0, 0);
    for number in 0..600 {
        let case = staffing::case(number);
        let sealed = case.seal().unwrap();
        let terms = Terms::of(&case);
        for (at, task) in sealed.commitment().tasks().iter().enumerate() {
            let frame = terms.frame(at);
            let empty = frame.iter().map(|id| (*id, empty(&terms.able(at, id))));
            let short: Vec<(&str, Vec<u64>)> =
                empty.filter(|(_, seats)| !seats.is_empty()).collect();
            let found: Vec<(&str, Vec<u64>)> = sealed
                .short_teams(task.id().as_str())
                .map(|short| (short.entity(), short.seats().to_vec()))
                .collect();
            assert_eq!(found, short, "case {number}, task {}", task.id());
            lacking += short.len();
            filled += frame.len() - short.len();
        }
    }
    assert!(lacking > 1000 && filled > 1000, "{lacking} {filled}");
}

/// The seats that stay vacant if as many as possible are filled, in order. A group of seats can be filled if each
/// subset has at least as many inspectors as seats (Hall's theorem).
fn empty(able: &[Vec<usize>]) -> Vec<u64> {
    let seats = |set: u32| (0..able.len()).filter(move |seat| set >> seat & 1 == 1);
    let enough = |set: u32| {
        let inspectors: BTreeSet<usize> = seats(set).flat_map(|seat| able[seat].clone()).collect();
        inspectors.len() >= seats(set).count()
    };
    let all = 0..1_u32 << able.len();
    let parts = |set: u32| all.clone().filter(move |part| part & set == *part);
    let fillable = all.clone().filter(|&set| parts(set).all(enough));
    let best = fillable.max_by_key(|&set| {
        let filled: Vec<usize> = seats(set).collect();
        (filled.len(), Reverse(filled))
    });
    (0..able.len() as u64)
        .filter(|&seat| best.unwrap() >> seat & 1 == 0)
        .collect()
}
