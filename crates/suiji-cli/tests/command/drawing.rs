//! Draws: only from what was sealed, and the same result every time.

use std::fs;

use serde_json::json;

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
    // Even if the contributions are missing, a record is not drawn a second time.
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
    // With the first rows that differ: the sealing kept its inputs.
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
        // Without the kept inputs the list is named, and no row.
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

#[test]
fn a_drand_source_is_refused_before_anything_is_asked() {
    let case = Case::new();
    let chain = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
    let drand = json!({"kind": "drand", "by": "public", "name": "drand", "chain": chain, "round": 9_000_000});
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([dice("骰子"), drand])
    });
    case.seal(&[]).refused("ceremony.drand-unsupported");
    // A commitment made by another program may have one.
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([dice("骰子")])
    });
    case.seal(&[]).ends(0);
    case.edit("commitment.json", |commitment| {
        commitment["sources"] = json!([dice("骰子"), drand])
    });
    let drawn = case
        .draw(ANSWERS)
        .refused("contributions.drand-unsupported");
    assert_eq!(drawn.err.lines().count(), 1, "{}", drawn.err);
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
    let document = |commitment: &str, list: serde_json::Value| {
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
