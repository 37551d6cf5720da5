//! Equal chances. Entities have equal chances to be selected, to be a reserve and to be visited first. Inspectors with
//! the same properties have equal chances to lead, to be in one team, and to have the greater load.
#![expect(clippy::unwrap_used, reason = "tests")]

use serde_json::json;
use suiji::Hash;
use suiji::record::{Draw, DrawnEntity, DrawnTeam};
use suiji_conformance::chance::{Counts, dice, draw, seeds};
use suiji_conformance::{Small, trace};

/// Ten entities in strata of 3, 5 and 2. Ten tasks draw 1, 2 and 1 of them, each with its own tickets.
fn ten_tasks(hash: Hash) -> Small {
    let mut case = Small::plain();
    case.ceremony["hash"] = json!(hash.as_str());
    let classes = "high general general low high general high low general general";
    let rows = classes.split(' ').enumerate();
    let row = |(at, class)| json!({"id": format!("F-{at}"), "name": "样例企业", "class": class});
    case.registry = rows.map(row).collect();
    let task = |at: u32| {
        json!({"id": format!("T{at}"), "name": "抽查", "quota": {"count": 4}, "reserves": 1,
            "risk": {"unrated_as": "low"}})
    };
    case.plan["tasks"] = (0..10).map(task).collect();
    case
}

/// The last letter of an id.
fn last(id: &str) -> u8 {
    id.as_bytes()[id.len() - 1]
}

fn letters(drawn: &[DrawnEntity]) -> Vec<u8> {
    drawn.iter().map(|one| last(one.id().as_str())).collect()
}

#[test]
fn strata_reserves_and_visits_have_equal_chances() {
    // [D1], [D2], [D3]
    for case in [ten_tasks(Hash::Sha256), ten_tasks(Hash::Sm3).blinded()] {
        let sealed = case.seal().unwrap();
        let strata = sealed.commitment().tasks()[9].strata().iter();
        assert_eq!(strata.map(|of| of.take()).collect::<Vec<_>>(), [1, 2, 1]);
        let (mut middle, mut reserve, mut across) =
            (Counts::default(), Counts::default(), Counts::default());
        let (mut first, mut place) = (Counts::default(), Counts::default());
        for number in 0..seeds() / 10 {
            for draw in draw(&sealed, number).unwrap().draws() {
                let visits = letters(draw.selected());
                let [high, spare, low] = letters(draw.reserves()).try_into().unwrap();
                let of = |stratum: &str| {
                    let drawn = visits.iter().zip(draw.selected());
                    let those = drawn.filter(|(_, drawn)| drawn.stratum() == stratum);
                    those.map(|(id, _)| *id).collect::<Vec<u8>>()
                };
                let (of_high, of_general, of_low) = (of("high"), of("general"), of("low"));
                let mut pair = of_general.clone();
                pair.sort_unstable();
                middle.add((pair.clone(), spare));
                reserve.add((high, low));
                place.add(visits.iter().position(|id| *id == of_high[0]));
                across.add((of_high, pair, of_low));
                // The first in the order of visits, of the two from the middle stratum.
                first.add(of_general);
            }
        }
        assert!(middle.are_by_chance(30), "subset and reserve: {middle:?}");
        assert!(
            reserve.are_by_chance(6),
            "reserves of two strata: {reserve:?}"
        );
        assert!(across.are_by_chance(60), "strata together: {across:?}");
        assert!(first.are_by_chance(20), "who is visited first: {first:?}");
        assert!(
            place.are_by_chance(4),
            "place of a class in the list: {place:?}"
        );
    }
}

/// Ten offices, each with its own inspectors and tasks of this kind. A task has a skill and entities, which are all
/// drawn. Its teams have two seats. The first is for a lead.
fn ten_offices(inspectors: &[(&str, &[&str])], tasks: &[(&str, u64)]) -> Small {
    let mut case = Small::plain();
    case.registry.clear();
    let mut plan = Vec::new();
    for office in 0..10 {
        let department = format!("{office}局");
        case.roster.extend(inspectors.iter().map(|(id, skills)| {
            json!({"id": format!("{office}{id}"), "name": "样例", "department": department,
                "lead": true, "skills": skills})
        }));
        for (skill, count) in tasks {
            let task = format!("{skill}{office}");
            case.registry.extend((0..*count).map(|at| {
                json!({"id": format!("{task}-{at}"), "name": "样例企业", "categories": [task]})
            }));
            plan.push(json!({
                "id": task, "name": "抽查", "quota": {"exactly": "100%"}, "scope": {"categories": [task]},
                "team": {"seats": [{"department": department, "count": 2, "skills": [skill]}],
                    "lead_required": true}}));
        }
    }
    case.plan["tasks"] = plan.into();
    case
}

/// The members of the teams of each office, for all seeds.
fn over_seeds(case: &Small, mut each: impl FnMut(Vec<[u8; 2]>)) {
    let sealed = case.seal().unwrap();
    for number in 0..seeds() / 10 {
        let record = draw(&sealed, number).unwrap();
        for office in record.draws().chunks(record.draws().len() / 10) {
            let teams = office.iter().flat_map(Draw::teams);
            let members = |team: &DrawnTeam| [0, 1].map(|seat| last(team.members()[seat].as_str()));
            each(teams.map(members).collect());
        }
    }
}

/// How many seats each of these inspectors holds.
fn loads<const N: usize>(teams: &[[u8; 2]], of: &[u8; N]) -> [usize; N] {
    of.map(|id| {
        teams
            .iter()
            .flatten()
            .filter(|member| **member == id)
            .count()
    })
}

#[test]
fn everybody_leads_as_often_and_is_paired_with_everybody_alike() {
    // [T4.3], [T4.4]: six inspectors for three entities, so that each has one seat. All 6! assignments are equally
    // likely.
    let six = ["A", "B", "C", "D", "E", "F"].map(|id| (id, ["x"].as_slice()));
    let case = ten_offices(&six, &[("x", 3)]);
    let (mut ways, mut lead, mut pairs) = (Counts::default(), Counts::default(), Counts::default());
    over_seeds(&case, |teams| {
        lead.add(teams[0][0]);
        pairs.add(teams[2]);
        ways.add(teams);
    });
    assert!(lead.are_by_chance(6), "{lead:?}");
    assert!(pairs.are_by_chance(30), "{pairs:?}");
    assert!(ways.are_by_chance(720), "{ways:?}");
}

#[test]
fn whom_the_smaller_load_falls_on_is_chance() {
    // [T4.4]: seven entities and five inspectors, so 14 seats. One inspector has two seats, the others three.
    let five = ["A", "B", "C", "D", "E"].map(|id| (id, ["x"].as_slice()));
    let case = ten_offices(&five, &[("x", 7)]);
    let mut least = Counts::default();
    over_seeds(&case, |teams| {
        let mut loads = loads(&teams, b"ABCDE");
        least.add(loads.iter().position(|&load| load == 2));
        loads.sort_unstable();
        assert_eq!(loads, [2, 3, 3, 3, 3]);
    });
    assert!(least.are_by_chance(5), "{least:?}");
}

#[test]
fn balance_treats_inspectors_that_are_alike_alike() {
    // [T6]: four inspectors can sit in x and y, two only in x. There are four seats of x and ten of y. The two have 2
    // seats each. Of the four, two have 3 and two have 2. If the four took seats of x first, balancing moves these to
    // the two.
    let both = ["A", "B", "C", "D"].map(|id| (id, ["x", "y"].as_slice()));
    let only = ["E", "F"].map(|id| (id, ["x"].as_slice()));
    let mut case = ten_offices(&[&both[..], &only].concat(), &[("x", 2), ("y", 5)]);
    let (mut heavier, mut lead) = (Counts::default(), Counts::default());
    over_seeds(&case, |teams| {
        assert_eq!(loads(&teams, b"EF"), [2, 2], "{teams:?}");
        let mut loads = loads(&teams, b"ABCD");
        heavier.add(loads.map(|load| load == 3));
        loads.sort_unstable();
        assert_eq!(loads, [2, 2, 3, 3]);
        lead.add(teams[2][0]);
    });
    assert!(heavier.are_by_chance(6), "{heavier:?}");
    assert!(lead.are_by_chance(4), "{lead:?}");
    // Balancing moves seats in most offices, as the steps of the trace show.
    let rounds = (0..5).flat_map(|number| {
        case.contributions = json!([{"kind": "live", "value": dice(number)}]);
        let steps = trace::trace(&case).steps;
        steps["balance"]["rounds"].as_array().unwrap().clone()
    });
    let moved = rounds.filter(|round| round["moves"].is_array()).count();
    assert!(moved > 25, "{moved} in 50 offices");
}
