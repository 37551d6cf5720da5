//! `docs/trust.md`: each cheat has a test, and the documents show what the table says.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;

use serde_json::json;
use suiji::PublicForm;
use suiji::values::EntityId;
use suiji_conformance::Small;
use suiji_conformance::rules::workspace;

const FILES: [&str; 2] = ["docs/trust.md", "docs/trust.zh-CN.md"];

/// The cells of a table between markers, without its head.
fn rows(file: &str, marker: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(workspace().join(file)).unwrap();
    let (_, table) = text.split_once(&format!("<!-- {marker} -->")).unwrap();
    let (table, _) = table.split_once("<!-- /").unwrap();
    let rows = table.trim().lines().skip(2);
    let cells = |row: &str| {
        row.trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    rows.map(cells).collect()
}

#[test]
fn each_of_the_twenty_five_cheats_is_tried_in_a_test() {
    let mut tests = Vec::new();
    for file in FILES {
        let rows = rows(file, "cheats");
        assert_eq!(rows.len(), 25, "{file}");
        for (number, row) in (1..).zip(&rows) {
            assert_eq!((row.len(), &*row[0]), (6, &*number.to_string()), "{file}");
            let names: Vec<&str> = row[5].split('`').collect();
            let (path, test) = (names[1], names[3].trim_end_matches("()"));
            let source = fs::read_to_string(workspace().join(path));
            let source = source.unwrap_or_else(|error| panic!("{file}, {number}: {path}: {error}"));
            let function = format!("#[test]\nfn {test}() {{");
            assert!(
                source.contains(&function),
                "{file}, {number}: {test} is not a test of {path}"
            );
            tests.push(row[5].clone());
        }
    }
    // Both languages name the same tests, and no test is used for two cheats.
    let (english, chinese) = tests.split_at(25);
    assert_eq!(english, chinese);
    let mut distinct = english.to_vec();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), 25);
}

/// A blinded case in which each value that could be shown has a unique text.
fn case() -> Small {
    let mut case = Small::with_team().blinded();
    for (row, id) in case
        .registry
        .iter_mut()
        .zip(["AA-1", "AA-2", "AA-3", "AA-4", "AA-5"])
    {
        row["id"] = json!(id);
        row["name"] = json!(format!("名称{id}"));
        row["extra"] = json!({"电话": format!("电话{id}")});
    }
    for (row, id) in case.roster.iter_mut().zip(["ZZ-1", "ZZ-2", "ZZ-3"]) {
        row["id"] = json!(id);
        row["name"] = json!(format!("姓名{id}"));
    }
    // Nobody has this id. The recusal itself must not be visible.
    case.roster[0]["recuse"] = json!(["RR-9"]);
    case
}

#[test]
fn documents_show_what_the_table_says_and_nothing_else() {
    // [S2, E2, G2]
    let case = case();
    let (sealed, record) = case.draw().unwrap();
    let draw = &record.draws()[0];
    let drawn: Vec<&str> = draw.selected().iter().map(|of| of.id().as_str()).collect();
    let ids = ["AA-1", "AA-2", "AA-3", "AA-4", "AA-5"].into_iter();
    let others: Vec<&str> = ids.filter(|id| !drawn.contains(id)).collect();
    let receipt = |id: &str| {
        let id: EntityId = id.parse().unwrap();
        sealed.receipt(&record, &id).unwrap().to_json()
    };
    let commitment = sealed.commitment().to_json();
    let public = PublicForm::of(&record, sealed.secret()).unwrap().to_json();
    let lists = [&case.registry, &case.roster].map(|rows| json!(rows).to_string());
    let audit = [
        &*record.to_json(),
        &lists.concat(),
        &case.ceremony.to_string(),
    ]
    .concat();
    let team = draw
        .teams()
        .iter()
        .find(|team| team.entity().as_str() == drawn[0])
        .unwrap();
    let team = team.members()[0].as_str();
    let tickets = [0, 1].map(|place| draw.selected()[place].ticket().to_string());
    let numbers = case.contributions[0]["numbers"].to_string();
    let secret = "5e".repeat(32);
    let [name, other_name] = [drawn[0], drawn[1]].map(|id| format!("名称{id}"));
    let [phone, other_phone] = [drawn[0], drawn[1]].map(|id| format!("电话{id}"));
    // The texts to search for: of the firm that has the receipt, and of another one.
    let searched: [(&str, &str); 10] = [
        (drawn[0], drawn[1]),
        (others[0], others[1]),
        (&name, &other_name),
        (&phone, &other_phone),
        (&tickets[0], &tickets[1]),
        (team, team),
        ("RR-9", "RR-9"),
        ("姓名ZZ-1", "姓名ZZ-2"),
        (&numbers, &numbers),
        (&secret, &secret),
    ];
    for file in FILES {
        let rows = rows(file, "disclosure");
        assert_eq!(rows.len(), searched.len(), "{file}");
        for (number, (row, (own, other))) in rows.iter().zip(searched).enumerate() {
            // The second row is about firms that were not drawn.
            let of = if number == 1 { others[0] } else { drawn[0] };
            let documents = [&commitment, &public, &receipt(of), &audit];
            for (said, document) in row[1..].iter().zip(documents) {
                let document: String = document.split_whitespace().collect();
                let found = (document.contains(own), document.contains(other));
                let expected = match &**said {
                    "yes" | "是" => (true, true),
                    "no" | "否" => (false, false),
                    "own" | "本企业" => (true, own == other),
                    unknown => panic!("{file}: {unknown}"),
                };
                assert_eq!(
                    found, expected,
                    "{file}: {}: {said}: {own}, {other}",
                    row[0]
                );
            }
        }
    }
}
