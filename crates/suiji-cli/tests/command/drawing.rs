//! Draws use only the sealed inputs, and have the same result every time.

use std::fs;

use serde_json::{Value, json};

use crate::support::{ANSWERS, Case, dice};

#[test]
fn a_crash_after_the_contributions_gives_the_same_draw() {
    let case = Case::drawn();
    let (record, contributions) = (case.bytes("record.json"), case.bytes("contributions.json"));
    case.remove("record.json");
    let again = case.draw("").ends(0);
    assert_eq!(case.bytes("record.json"), record);
    assert!(again.out.contains("Written to"));
    let third = case.draw("").ends(0);
    assert!(
        third.out.contains("already exists and is identical"),
        "{}",
        third.out
    );
    assert_eq!(
        (case.bytes("record.json"), case.bytes("contributions.json")),
        (record.clone(), contributions)
    );
    // Even if the contributions are missing, nothing is drawn a second time.
    case.remove("contributions.json");
    case.draw("66666666666666666666\ny\n").ends(0);
    assert_eq!(case.bytes("record.json"), record);
}

#[test]
fn a_record_that_does_not_match_the_draw_is_reported_and_not_overwritten() {
    let case = Case::drawn();
    case.edit("record.json", |record| {
        record["draws"][0]["teams"][0]["members"]
            .as_array_mut()
            .unwrap()
            .reverse();
    });
    let altered = case.bytes("record.json");
    let drawn = case.draw("").ends(1);
    assert!(drawn.err.contains("[case.not-the-draw]"), "{}", drawn.err);
    assert_eq!(case.bytes("record.json"), altered);
    for (text, code) in [("{", "json.truncated"), ("", "case.unfinished")] {
        case.write("record.json", text);
        case.draw("").refused(code);
        assert_eq!(case.bytes("record.json"), text.as_bytes());
    }
}

#[test]
fn inputs_that_changed_since_the_sealing_are_reported() {
    // The first rows that differ are named, because the sealing kept its
    // inputs.
    let changed = Some("[sealed.row-changed]");
    for (file, from, to, what, rows) in [
        ("plan.json", "\"visits\": 2", "\"visits\": 3", "plan", None),
        (
            "registry.csv",
            "样例企业一",
            "样例企业二",
            "registry",
            changed,
        ),
        (
            "roster.csv",
            "样例执法员乙",
            "样例执法员丁",
            "roster",
            changed,
        ),
        (
            "history.csv",
            "inspectors\r\n",
            "inspectors\r\nA-1,T1,2020-01-01,,,\r\n",
            "history",
            Some("[sealed.row-added]"),
        ),
    ] {
        let case = Case::sealed();
        let text = String::from_utf8(case.bytes(file)).unwrap();
        assert!(text.contains(from), "{file}");
        case.write(file, text.replace(from, to));
        let drawn = case.draw(ANSWERS).refused("sealed.changed");
        assert!(drawn.err.contains(what), "{}", drawn.err);
        assert!(drawn.err.contains("commitment.json"), "{}", drawn.err);
        let named = drawn.err.contains("[sealed.row-");
        assert_eq!(named, rows.is_some(), "{}", drawn.err);
        assert!(
            drawn.err.contains(rows.unwrap_or_default()),
            "{}",
            drawn.err
        );
        // Without the kept inputs, only the list is named, but no row.
        fs::remove_dir_all(case.path("sealed")).unwrap();
        let drawn = case.draw(ANSWERS).refused("sealed.changed");
        assert!(!drawn.err.contains("[sealed.row-"), "{}", drawn.err);
        assert!(!case.has("contributions.json") && !case.has("contributions.partial.json"));
    }
    let case = Case::sealed();
    case.edit("ceremony.json", |ceremony| {
        ceremony["secret"] = "0".repeat(64).into()
    });
    let drawn = case.draw(ANSWERS).refused("sealed.changed");
    assert!(drawn.err.contains("secret"), "{}", drawn.err);
    case.edit("ceremony.json", |ceremony| {
        drop(ceremony.as_object_mut().unwrap().remove("secret"))
    });
    case.draw(ANSWERS).refused("sealed.secret-missing");
}

#[test]
fn sources_and_time_are_those_of_the_commitment() {
    let case = Case::sealed();
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([dice("另外的骰子"), dice("又一副骰子")]);
        ceremony["sealed_at"] = "2001-01-01T00:00:00+08:00".into();
    });
    case.draw(ANSWERS).ends(0);
    case.verify("record.json").ends(0);
}

/// Round 123 of quicknet, published at 15:15:33 UTC on 23 August 2023.
const ROUND_123: &str = r#"{"round":123,"signature":"b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"}"#;

#[test]
fn a_round_of_drand_is_pasted_and_checked() {
    let case = Case::new();
    let chain = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
    let drand =
        json!({"kind": "drand", "by": "public", "name": "drand", "chain": chain, "round": 123});
    let sealed_at = |time: &str| {
        case.edit("ceremony.json", |ceremony| {
            ceremony["sources"] = json!([dice("骰子"), drand]);
            ceremony["sealed_at"] = time.into();
        });
    };
    sealed_at("2023-08-23T23:15:33+08:00");
    let refused = case.seal(&[]).refused("ceremony.drand-time");
    assert!(refused.err.contains("round 124"), "{}", refused.err);
    sealed_at("2023-08-23T23:15:00+08:00");
    case.seal(&[]).ends(0);
    let (dice, confirmed) = ("35214662315416325164\ny\n", "y\n");
    let other = ROUND_123.replace("123", "122");
    let altered = ROUND_123.replace("b75c", "b75d");
    let answers = format!("{dice}{other}\n{altered}\n{ROUND_123}\n{confirmed}");
    let drawn = case.draw(&answers).ends(0);
    for told in ["expected round 123", "copy it from the published round"] {
        assert!(drawn.err.contains(told), "{told}: {}", drawn.err);
    }
    assert_eq!(case.contributions()[1]["kind"], "drand");
    let verified = case.verify("record.json").ends(0);
    assert!(
        verified.out.contains("published 0:00:33"),
        "{}",
        verified.out
    );
}

#[test]
fn a_round_of_drand_may_be_a_file_or_the_signature_alone() {
    let published: Value = serde_json::from_str(ROUND_123).unwrap();
    let signature = published["signature"].as_str().unwrap();
    let chain = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
    for in_file in [true, false] {
        let case = Case::new();
        case.edit("ceremony.json", |ceremony| {
            ceremony["sources"] = json!([{"kind": "drand", "by": "public", "name": "drand", "chain": chain, "round": 123}]);
            ceremony["sealed_at"] = "2023-08-23T23:15:00+08:00".into();
        });
        case.seal(&[]).ends(0);
        case.write("123.json", ROUND_123);
        let answer = match in_file {
            true => case.arg("123.json"),
            false => format!("{} {}", &signature[..48], signature[48..].to_uppercase()),
        };
        case.draw(&format!("{answer}\ny\n")).ends(0);
        assert_eq!(case.contributions()[0]["signature"], signature);
    }
}

#[test]
fn a_case_that_is_not_sealed_is_not_drawn() {
    let case = Case::new();
    case.draw(ANSWERS).refused("case.not-sealed");
    assert!(!case.has("contributions.json"));
}

#[test]
fn the_commitment_of_another_case_is_refused() {
    let (case, other) = (Case::sealed(), Case::sealed());
    case.write("commitment.json", other.bytes("commitment.json"));
    case.draw(ANSWERS).refused("sealed.changed");
}

#[test]
fn wrong_contributions_in_the_folder_are_refused() {
    let document = |commitment: &str, list: Value| {
        json!({"spec": "suiji-v1", "commitment": commitment, "contributions": list}).to_string()
    };
    let one = json!([{"kind": "live", "numbers": [[1]]}]);
    for (code, text) in [
        ("contributions.count", &|own: &str| {
            document(own, one.clone()) as String
        }),
        ("contributions.other-commitment", &|_: &str| {
            document(&"ab".repeat(32), one.clone())
        }),
        ("json.empty", &|own: &str| document(own, json!([]))),
        ("json.truncated", &|_: &str| "[".to_owned()),
    ] as [(&str, &dyn Fn(&str) -> String); 4]
    {
        let case = Case::sealed();
        let text = text(&case.digest("commitment.json"));
        case.write("contributions.json", &text);
        let drawn = case.draw(ANSWERS).refused(code);
        assert!(drawn.err.contains("contributions.json"), "{}", drawn.err);
        assert_eq!(case.bytes("contributions.json"), text.as_bytes());
        assert!(!case.has("record.json"));
    }
}
