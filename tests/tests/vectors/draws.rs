//! Draws: commitment, record and public form are equal to those of the vector, and its steps are correct.

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
fn every_draw_gives_the_expected_result() {
    let draws = File::of("draw");
    assert!(draws.len() >= 55, "{} draws", draws.len());
    for file in draws {
        let (path, expected) = (&file.path, &file.content["expected"]);
        let (sealed, record) =
            run::draw(&file.documents()).unwrap_or_else(|error| panic!("{path}: {error}"));
        let commitment = sealed.commitment();
        assert_eq!(
            utf8(commitment.canonical()),
            text(&expected["commitment_jcs"]),
            "{path}"
        );
        assert_eq!(
            utf8(commitment.canonical()),
            jcs(&expected["commitment"]),
            "{path}"
        );
        assert_eq!(
            commitment.digest(),
            digest(&expected["commitment_digest"]),
            "{path}"
        );
        assert_eq!(utf8(record.canonical()), jcs(&expected["record"]), "{path}");
        assert_eq!(
            record.digest(),
            digest(&expected["record_digest"]),
            "{path}"
        );
        let ceremony = run::ceremony(&file.documents()).unwrap();
        let public = PublicForm::of(&record, ceremony.secret())
            .unwrap()
            .to_json();
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
fn roots_and_digests_of_the_commitment_follow_from_the_steps() {
    // [S1, S3a, S5]
    for file in File::of("draw") {
        let (path, steps) = (&file.path, &file.content["steps"]);
        let (sealed, _) = run::draw(&file.documents()).unwrap();
        let commitment = sealed.commitment();
        let hash = commitment.hash();
        let check = |tree: &Value, root: suiji::ceremony::Root| {
            let leaves: Vec<&str> = list(&tree["leaves"]).iter().map(text).collect();
            assert_eq!(
                (root.root(), root.size()),
                (merkle(hash, &leaves), leaves.len() as u64),
                "{path}"
            );
            assert_eq!(root.root(), digest(&tree["root"]), "{path}");
        };
        check(&steps["registry"], commitment.registry());
        check(&steps["roster"], commitment.roster());
        check(&steps["history"], commitment.history());
        assert_eq!(
            hash.digest(text(&steps["plan_jcs"]).as_bytes()),
            commitment.plan(),
            "{path}"
        );
        assert_eq!(list(&steps["tasks"]).len(), commitment.tasks().len());
        for (task, sealed_task) in list(&steps["tasks"]).iter().zip(commitment.tasks()) {
            check(&task["frame"], sealed_task.frame());
            check(&task["excluded"], sealed_task.excluded());
            let short: Vec<&str> = sealed
                .short_teams(sealed_task.id().as_str())
                .map(|short| short.entity())
                .collect();
            let expected: Vec<&str> = list(&task["short"]).iter().map(text).collect();
            assert_eq!(short, expected, "{path}");
        }
    }
}

#[test]
fn seed_keys_and_tickets_follow_from_the_steps() {
    // [C5, R2, D1, D2, D3, T4.2]
    for file in File::of("draw") {
        let (expected, steps) = (&file.content["expected"], &file.content["steps"]);
        let hash: Hash = text(&expected["commitment"]["hash"]).parse().unwrap();
        let seed = digest(&steps["seed"]["seed"]);
        let commitment = digest(&steps["seed"]["commitment_digest"]);
        let contributions = text(&steps["seed"]["contributions_jcs"]);
        assert_eq!(
            seed,
            hash.derive("seed", &[commitment.as_bytes(), contributions.as_bytes()])
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
                let place =
                    hash.digest(&[order.as_bytes(), text(&visit["id"]).as_bytes()].concat());
                assert_eq!(place, digest(&visit["order"]), "{}", file.path);
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
fn equivalent_documents_give_the_same_draw() {
    // [C2a, C2c, I6]
    for (name, same) in [
        ("equivalent-documents", "team"),
        ("explicit-defaults", "team"),
        ("csv-quoted", "csv"),
    ] {
        let of =
            |name: &str| File::named(&format!("draws/{name}.json")).content["expected"].clone();
        assert_eq!(of(name), of(same), "{name}");
    }
}

type Moves = Vec<Value>;

/// The steps of a draw: the chains of its teams, each with the index of the task, and the chains of balancing.
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

/// How many different values a field has in the places to which a chain moves inspectors.
fn distinct(moves: &[Value], field: &str) -> usize {
    let places = moves.iter().map(|of| of["to"][field].to_string());
    places.collect::<BTreeSet<_>>().len()
}

#[test]
fn rare_events_occur_in_their_draws() {
    // [T4.5, T4.6, T6, T7] The first move is of an inspector without a seat, the others are between seats.
    let (_, within, _) = chains("chain-within-a-team");
    assert!(
        within
            .iter()
            .any(|(_, moves)| moves.len() == 3 && distinct(moves, "entity") == 1)
    );
    let (_, across, _) = chains("chain-across-tasks");
    assert!(
        across
            .iter()
            .any(|(at, moves)| *at == 1 && moves.len() == 3 && distinct(moves, "task") == 2)
    );
    let (_, three, _) = chains("chain-of-three-moves");
    assert!(
        three
            .iter()
            .any(|(_, moves)| moves.len() == 4 && distinct(moves, "task") == 2)
    );
    let (_, _, balance) = chains("balance-through-another-team");
    let through = |moves: &Moves| moves.len() == 3 && distinct(moves, "entity") == 3;
    assert!(balance.iter().any(through));
    let (steps, ..) = chains("failed-search");
    let seats = list(&steps["tasks"][1]["teams"])
        .iter()
        .flat_map(|team| list(&team["seats"]));
    assert!(seats.clone().any(|seat| seat["by"] == "vacant"));
    // Whether a chain changes a seat of J1 that J2 shares.
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
    let (steps, chains_of, _) = chains("shared-team-changed-by-a-chain");
    assert!(
        chains_of
            .iter()
            .any(|(at, moves)| *at == 2 && shared(&steps, moves))
    );
    let (steps, _, balance) = chains("shared-team-changed-by-balance");
    assert!(balance.iter().any(|moves| shared(&steps, moves)));
}
