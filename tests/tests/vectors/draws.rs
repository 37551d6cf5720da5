//! Whole draws: commitment, record and public form are equal, and what lies between can be followed.

use std::collections::BTreeSet;

use serde_json::Value;
use suiji::verify::Verdict;
use suiji::{Digest, Hash, PublicForm};
use suiji_conformance::merkle;
use suiji_conformance::trace::jcs;
use suiji_conformance::vectors::run;

use super::{File, list, text};

fn utf8(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

fn digest(value: &Value) -> Digest {
    text(value).parse().unwrap()
}

#[test]
fn every_draw_comes_out_equal() {
    let draws = File::of("draw");
    assert!(draws.len() >= 55, "{} draws", draws.len());
    for file in draws {
        let (path, expected) = (&file.path, &file.content["expected"]);
        let (sealed, record) =
            run::draw(&file.documents()).unwrap_or_else(|error| panic!("{path}: {error}"));
        let sheet = sealed.commitment();
        assert_eq!(
            utf8(sheet.canonical()),
            text(&expected["commitment_jcs"]),
            "{path}"
        );
        assert_eq!(
            utf8(sheet.canonical()),
            jcs(&expected["commitment"]),
            "{path}"
        );
        assert_eq!(
            sheet.digest(),
            digest(&expected["commitment_digest"]),
            "{path}"
        );
        assert_eq!(utf8(record.canonical()), jcs(&expected["record"]), "{path}");
        assert_eq!(
            record.digest(),
            digest(&expected["record_digest"]),
            "{path}"
        );
        let public = PublicForm::of(&record).to_json();
        let public: Value = serde_json::from_str(&public).unwrap();
        assert_eq!(jcs(&public), jcs(&expected["public"]), "{path}");
        let with = ["plan", "registry", "roster", "history", "secret"];
        let evidence = run::evidence(&file.documents(), &with).unwrap();
        let report = suiji::verify(&record, &evidence);
        assert_eq!(
            report.verdict(),
            Verdict::Holds,
            "{path}: {}",
            report.to_json()
        );
    }
}

#[test]
fn the_sheet_rests_on_the_leaves_that_are_given() {
    // [S1, S3a, S5]
    for file in File::of("draw") {
        let (path, steps) = (&file.path, &file.content["steps"]);
        let (sealed, _) = run::draw(&file.documents()).unwrap();
        let sheet = sealed.commitment();
        let hash = sheet.hash();
        let check = |tree: &Value, root: suiji::ceremony::Root| {
            let leaves: Vec<&str> = list(&tree["leaves"]).iter().map(text).collect();
            assert_eq!(
                (root.root(), root.size()),
                (merkle(hash, &leaves), leaves.len() as u64),
                "{path}"
            );
            assert_eq!(root.root(), digest(&tree["root"]), "{path}");
        };
        check(&steps["registry"], sheet.registry());
        check(&steps["roster"], sheet.roster());
        check(&steps["history"], sheet.history());
        assert_eq!(
            hash.digest(text(&steps["plan_jcs"]).as_bytes()),
            sheet.plan(),
            "{path}"
        );
        assert_eq!(list(&steps["tasks"]).len(), sheet.tasks().len());
        for (task, sealed_task) in list(&steps["tasks"]).iter().zip(sheet.tasks()) {
            check(&task["frame"], sealed_task.frame());
            check(&task["excluded"], sealed_task.excluded());
            let short: Vec<&str> = sealed
                .short_teams(sealed_task.id().as_str())
                .map(|short| short.entity())
                .collect();
            let given: Vec<&str> = list(&task["short"]).iter().map(text).collect();
            assert_eq!(short, given, "{path}");
        }
    }
}

#[test]
fn seed_keys_and_tickets_follow_by_hand() {
    // [C5, R2, D1, D2, D3, T4.2]
    for file in File::of("draw") {
        let (expected, steps) = (&file.content["expected"], &file.content["steps"]);
        let hash: Hash = text(&expected["commitment"]["hash"]).parse().unwrap();
        let seed = digest(&steps["seed"]["seed"]);
        let sheet = digest(&steps["seed"]["commitment_digest"]);
        let given = text(&steps["seed"]["contributions_jcs"]);
        assert_eq!(
            seed,
            hash.derive("seed", &[sheet.as_bytes(), given.as_bytes()])
        );
        assert_eq!(seed, digest(&expected["record"]["seed"]));
        for (task, draw) in list(&steps["tasks"])
            .iter()
            .zip(list(&expected["record"]["draws"]))
        {
            let of = &task["keys"]["of"];
            let parts = [
                seed.as_bytes().as_slice(),
                text(&of[0]).as_bytes(),
                text(&of[1]).as_bytes(),
            ];
            let (key, order) = (hash.derive("draw", &parts), hash.derive("order", &parts));
            assert_eq!(
                [key, order],
                [
                    digest(&task["keys"]["draw"]),
                    digest(&task["keys"]["order"])
                ]
            );
            assert_eq!(key, digest(&draw["key"]));
            for visit in list(&task["visits"]) {
                let lot = hash.digest(&[order.as_bytes(), text(&visit["id"]).as_bytes()].concat());
                assert_eq!(lot, digest(&visit["order"]), "{}", file.path);
            }
            if expected["commitment"].get("blinded").is_none() {
                for row in list(&task["strata"])
                    .iter()
                    .flat_map(|of| list(&of["tickets"]))
                {
                    let ticket =
                        hash.digest(&[key.as_bytes(), text(&row["id"]).as_bytes()].concat());
                    assert_eq!(ticket, digest(&row["ticket"]), "{}", file.path);
                }
            }
            for team in list(&task["teams"])
                .iter()
                .filter(|team| team.get("key").is_some())
            {
                let parts = [
                    text(&task["task"]).as_bytes(),
                    text(&team["entity"]).as_bytes(),
                ];
                let key = hash.derive("team", &[seed.as_bytes(), parts[0], parts[1]]);
                assert_eq!(key, digest(&team["key"]), "{}", file.path);
            }
        }
    }
}

#[test]
fn documents_written_in_other_ways_give_the_same_draw() {
    // [C2a, C2c, I6]
    for (name, same) in [
        ("written-another-way", "team"),
        ("written-defaults", "team"),
        ("csv-quoted", "csv"),
    ] {
        let of =
            |name: &str| File::named(&format!("draws/{name}.json")).content["expected"].clone();
        assert_eq!(of(name), of(same), "{name}");
    }
}

type Moves = Vec<Value>;

/// The steps of a draw, and the moves of its chains: those of teams with the place of their task, and those
/// of balance.
fn chains(name: &str) -> (Value, Vec<(usize, Moves)>, Vec<Moves>) {
    let steps = File::named(&format!("draws/{name}.json")).content["steps"].clone();
    let moves = |of: &Value| list(&of["moves"]).to_vec();
    let mut of_teams = Vec::new();
    for (at, task) in list(&steps["tasks"]).iter().enumerate() {
        let seats = list(&task["teams"])
            .iter()
            .flat_map(|team| list(&team["seats"]));
        of_teams.extend(
            seats
                .filter(|seat| seat["by"] == "chain")
                .map(|seat| (at, moves(seat))),
        );
    }
    let rounds = list(&steps["balance"]["rounds"]).iter();
    let of_balance = rounds
        .filter(|round| round.get("moves").is_some())
        .map(moves)
        .collect();
    (steps, of_teams, of_balance)
}

/// Different values of a field among the places to which a chain moves somebody.
fn places(moves: &[Value], field: &str) -> usize {
    let places = moves.iter().map(|of| of["to"][field].to_string());
    places.collect::<BTreeSet<_>>().len()
}

#[test]
fn the_unlucky_draws_are_unlucky() {
    // [T4.5, T4.6, T6, T7]: one move is of somebody who sat nowhere, the others are moves between seats.
    let (_, within, _) = chains("chain-within-a-team");
    assert!(
        within
            .iter()
            .any(|(_, moves)| moves.len() == 3 && places(moves, "entity") == 1)
    );
    let (_, across, _) = chains("chain-across-tasks");
    assert!(
        across
            .iter()
            .any(|(at, moves)| *at == 1 && moves.len() == 3 && places(moves, "task") == 2)
    );
    let (_, three, _) = chains("chain-of-three-moves");
    assert!(
        three
            .iter()
            .any(|(_, moves)| moves.len() == 4 && places(moves, "task") == 2)
    );
    let (_, _, balance) = chains("balance-through-another-team");
    let through = |moves: &Moves| moves.len() == 3 && places(moves, "entity") == 3;
    assert!(balance.iter().any(through));
    let (steps, ..) = chains("search-in-vain");
    let seats = list(&steps["tasks"][1]["teams"])
        .iter()
        .flat_map(|team| list(&team["seats"]));
    assert!(seats.clone().any(|seat| seat["by"] == "vacant"));
    // A seat of J1 that J2 shares, changed after J2 was staffed.
    let shared = |steps: &Value, moves: &[Value]| {
        let visits = list(&steps["tasks"][1]["teams"]).iter();
        let visits = visits
            .filter(|team| team["visit_of"] == "J1")
            .map(|team| team["entity"].clone());
        let visits: Vec<Value> = visits.collect();
        let moved = moves.iter().map(|of| &of["to"]);
        let mut moved = moved.filter(|to| to["task"] == "J1" && to["seat"].as_u64() < Some(2));
        moved.any(|to| visits.contains(&to["entity"]))
    };
    let (steps, chains_of, _) = chains("one-visit-changed-by-a-chain");
    assert!(
        chains_of
            .iter()
            .any(|(at, moves)| *at == 2 && shared(&steps, moves))
    );
    let (steps, _, balance) = chains("one-visit-changed-by-balance");
    assert!(balance.iter().any(|moves| shared(&steps, moves)));
}
