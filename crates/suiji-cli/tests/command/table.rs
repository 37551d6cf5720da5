//! The draw in a meeting: what is shown and confirmed, numbers as people type them, and a commitment of a
//! witness.

use serde_json::json;
use suiji::{Contribution, Hash, Secret};

use crate::support::{ANSWERS, Case, DICE, answering, dice, suiji, witness};

fn asked(case: &Case, answers: &str) -> crate::support::Ran {
    answering(&["draw", &case.dir(), "--lang", "en"], answers)
}

#[test]
fn all_values_are_shown_and_confirmed_before_the_draw_is_computed() {
    for (last, code) in [("", 2), ("n\n", 2), ("y\n", 0)] {
        let case = Case::sealed();
        let drawn = asked(&case, &(ANSWERS.to_owned() + last)).ends(code);
        let office = case.json("office-secret.json")[0].clone();
        let (_, shown) = drawn.err.split_once("The contributions:").unwrap();
        for part in [
            "[1/2] 样例局抽取工作人员",
            office["value"].as_str().unwrap(),
            office["nonce"].as_str().unwrap(),
            "3 5 2 1 4 6 6 2 3 1 5 4 1 6 3 2 5 1 6 4",
        ] {
            assert!(shown.contains(part), "{part}: {shown}");
        }
        let done = code == 0;
        assert_eq!(
            (case.has("record.json"), case.has("contributions.json")),
            (done, done)
        );
        assert_eq!(drawn.err.contains("[case.not-confirmed]"), !done);
        // Contributions that were confirmed one by one are not asked for again.
        asked(&case, "y\n").ends(0);
    }
}

#[test]
fn values_that_a_file_brought_are_shown_too() {
    let case = Case::drawn();
    case.remove("record.json");
    let refused = asked(&case, "").ends(2);
    assert!(refused.err.contains("3 5 2 1 4 6 6 2"), "{}", refused.err);
    assert!(
        refused.err.contains("[case.not-confirmed]"),
        "{}",
        refused.err
    );
    assert!(!case.has("record.json"));
    asked(&case, "y\n").ends(0);
    // A finished draw is shown again without a question.
    asked(&case, "").ends(0);
}

#[test]
fn balls_are_typed_in_any_order_and_shown_back_in_theirs() {
    let case = Case::new();
    let parts = json!([{"count": 6, "from": 1, "to": 33, "distinct": true}, {"count": 1, "from": 1, "to": 16}]);
    let balls = json!({"kind": "live", "by": "public", "name": "双色球", "parts": parts});
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([balls, dice("骰子")]);
    });
    case.seal(&[]).ends(0);
    // A ball twice, one too few, and one that is not in the drum are asked for again.
    let wrong = "14 3 9 28 21 14 11\n14 3 9 28 21 30\n34 3 9 28 21 30 11\n14 x\n";
    let answers = format!("{wrong}14 03 9 28 21 30 + 11\ny\n35214 66231 54163 25164\ny\ny\n");
    let drawn = asked(&case, &answers).ends(0);
    assert_eq!(
        drawn.err.matches("Please enter it again.").count(),
        4,
        "{}",
        drawn.err
    );
    assert!(
        drawn.err.contains("The value is 3 9 14 21 28 30 + 11."),
        "{}",
        drawn.err
    );
    let numbers = case.contributions()[0]["numbers"].clone();
    assert_eq!(numbers, json!([[3, 9, 14, 21, 28, 30], [11]]));
    case.verify("record.json").ends(0);
    // A program must enter them in the canonical form.
    case.remove("record.json");
    let mut document = case.json("contributions.json");
    document["contributions"][0]["numbers"][0] = json!([14, 3, 9, 28, 21, 30]);
    case.write("contributions.json", document.to_string());
    case.draw("").ends(2);
    assert!(!case.has("record.json"));
}

#[test]
fn risk_classes_are_shown_only_if_they_are_requested() {
    let case = Case::drawn();
    let draw = |args: &[&str]| suiji(&[&["draw", &case.dir()], args].concat()).ends(0).out;
    assert!(!draw(&[]).contains("一般风险"));
    assert!(draw(&["--with-classes"]).contains("一般风险"));
}

#[test]
fn a_witness_commits_on_his_own_and_opens_with_his_file() {
    let case = Case::new();
    let file = case.arg("mine.json");
    let made = answering(&["commit", &file, "--json"], "三六五\n")
        .ends(0)
        .json();
    suiji(&["commit", &file, "--value", "七"]).refused("case.exists");
    suiji(&["commit", &case.arg("b.json"), "--value", " 七"]).refused("text.edge-space");
    suiji(&["commit", &case.arg("b.json")]).refused("case.not-answered");
    assert!(!case.has("b.json"));
    #[cfg(unix)]
    assert_eq!(crate::support::mode(&case.path("mine.json")), 0o600);
    let opening = case.json("mine.json");
    assert_eq!(opening["value"], "三六五");
    let nonce: Secret = opening["nonce"].as_str().unwrap().parse().unwrap();
    let commitment = Contribution::commitment(Hash::Sha256, &nonce, "三六五");
    assert_eq!(made["commitment"], commitment.to_string());
    case.edit("ceremony.json", |ceremony| {
        let mut source = witness("企业代表", 0, "");
        source["commitment"] = made["commitment"].clone();
        ceremony["sources"] = json!([source, dice("骰子")]);
    });
    case.seal(&[]).ends(0);
    // Another file is not an opening.
    let other = case.arg("plan.json");
    let answers = format!("{other}\n{file}\ny\n{ANSWERS}y\n");
    let drawn = asked(&case, &answers).ends(0);
    assert_eq!(
        drawn.err.matches("Please enter it again.").count(),
        1,
        "{}",
        drawn.err
    );
    case.verify("record.json").ends(0);
}

#[test]
fn the_next_draw_names_the_visits_that_the_history_lacks_and_adds_them() {
    let case = Case::drawn();
    let members = case.json("record.json")["draws"][0]["teams"][0]["members"].clone();
    let mut inspectors: Vec<&str> = [0, 1].map(|seat| members[seat].as_str().unwrap()).to_vec();
    inspectors.sort_unstable();
    let dry = case.seal(&["--follow", "--dry-run"]).ends(0);
    assert!(
        dry.out.contains("task T1: 91140000SAMPLE0001"),
        "{}",
        dry.out
    );
    case.seal(&["--add-drawn"]).refused("usage.together");
    case.seal(&["--follow", "--add-drawn", "--dry-run"])
        .refused("usage.together");
    // The limit of the task is one visit, so with the visit added, no entity is left.
    case.seal(&["--follow", "--add-drawn"])
        .refused("frame.empty");
    let day = case.json("commitment.json")["sealed_at"].as_str().unwrap()[..10].to_owned();
    let history = String::from_utf8(case.bytes("history.csv")).unwrap();
    let row = format!("91140000SAMPLE0001,T1,{day},,,{}\r\n", inspectors.join(";"));
    assert!(history.ends_with(&row), "{history}");
    // A second run adds nothing.
    case.seal(&["--follow", "--add-drawn"])
        .refused("frame.empty");
    assert_eq!(
        String::from_utf8(case.bytes("history.csv")).unwrap(),
        history
    );
    case.edit("plan.json", |plan| {
        drop(plan["tasks"][0].as_object_mut().unwrap().remove("limits"));
    });
    let sealed = case.seal(&["--follow", "--json"]).ends(0).json();
    assert_eq!(sealed["not_in_history"], json!([]));
    assert_eq!(
        sealed["rows"],
        json!({"registry": 1, "roster": 3, "history": 1})
    );
}

#[test]
fn a_dry_run_has_no_digest_and_every_sealing_the_counts_of_rows() {
    let case = Case::new();
    let dry = case.seal(&["--dry-run", "--json"]).ends(0).json();
    assert_eq!(dry.get("digest"), None);
    assert_eq!(
        dry["rows"],
        json!({"registry": 1, "roster": 3, "history": 0})
    );
    let dry = case.seal(&["--dry-run"]).ends(0);
    assert!(
        dry.out
            .contains("registry: 1 rows, roster: 3 rows, history: 0 rows"),
        "{}",
        dry.out
    );
    assert!(!dry.out.contains("Commitment digest"), "{}", dry.out);
}

#[test]
fn inputs_are_kept_unless_that_is_refused() {
    let case = Case::sealed();
    for name in [
        "plan.json",
        "registry.csv",
        "roster.csv",
        "history.csv",
        "ceremony.json",
        "commitment.json",
    ] {
        assert_eq!(
            case.bytes(&format!("sealed/1/{name}")),
            case.bytes(name),
            "{name}"
        );
    }
    #[cfg(unix)]
    assert_eq!(
        crate::support::mode(&case.path("sealed/1/ceremony.json")),
        0o600
    );
    case.seal(&["--supersede", "a", "--approved-by", "b"])
        .ends(0);
    assert_eq!(
        case.bytes("sealed/2/commitment.json"),
        case.bytes("commitment.json")
    );
    let case = Case::new();
    case.seal(&["--keep-inputs", "maybe"])
        .refused("usage.value");
    let sealed = case.seal(&["--keep-inputs", "no"]).ends(0);
    assert!(
        sealed.out.contains("are not kept in the case"),
        "{}",
        sealed.out
    );
    assert!(!case.has("sealed"));
}

#[test]
fn a_secret_in_a_wrong_place_is_not_shown() {
    let case = Case::sealed();
    let secret = "7f".repeat(32);
    for args in [
        &["draw", &case.dir(), &secret][..],
        &[&*secret],
        &["seal", &case.dir(), "--at", &secret],
        &["draw", &case.dir(), &format!("--{secret}")],
        &["canon", "a", "--hash", &secret],
    ] {
        let ran = suiji(args).ends(2);
        assert!(!ran.err.contains(&secret), "{}", ran.err);
    }
    // Nonce and value in the wrong order.
    let refused = asked(&case, &format!("{DICE}x\n{secret}\n"));
    assert!(!refused.err.contains(&secret), "{}", refused.err);
}
