//! Sealing again: a new commitment names the earlier ones. Their files are kept under a number.

use serde_json::json;

use suiji::Lang;

use crate::support::{ANSWERS, Case, dice, nonce, suiji, witness};

const SUPERSEDE: [&str; 4] = ["--supersede", "名录库有误", "--approved-by", "局长"];

#[test]
fn a_superseding_commitment_names_the_earlier_one_and_its_record() {
    let case = Case::drawn();
    let (commitment, record) = (case.bytes("commitment.json"), case.bytes("record.json"));
    let contributions = case.bytes("contributions.json");
    let digest = case.digest("commitment.json");
    let record_digest = suiji::Record::from_json(&record)
        .unwrap()
        .digest()
        .to_string();
    case.seal(&SUPERSEDE).ends(0);
    let new = case.json("commitment.json");
    assert_eq!(new["previous"], digest);
    assert_eq!(
        new["supersedes"],
        json!([{"commitment": digest, "reason": "名录库有误", "approved_by": "局长", "record": record_digest}])
    );
    assert_eq!(case.bytes("commitment.1.json"), commitment);
    assert_eq!(case.bytes("record.1.json"), record);
    assert_eq!(case.bytes("contributions.1.json"), contributions);
    assert!(case.has("office-secret.1.json") && case.has("office-secret.json"));
    assert!(!case.has("contributions.json") && !case.has("record.json") && !case.has("sealing"));
    #[cfg(unix)]
    for name in ["office-secret.1.json", "office-secret.json"] {
        assert_eq!(crate::support::mode(&case.path(name)), 0o600, "{name}");
    }
    case.draw(ANSWERS).ends(0);
    let verified = case.verify("record.json").ends(0);
    let named = suiji::verify::checks::EARLIER_NAMED.template(Lang::En);
    let established = format!("  ✓ {named} [");
    assert!(verified.out.contains(&established), "{}", verified.out);
    // The earlier record verifies as before.
    case.verify("record.1.json").ends(0);
}

#[test]
fn the_last_of_several_commitments_names_all_of_them_the_oldest_first() {
    let case = Case::drawn();
    let first = case.digest("commitment.json");
    case.seal(&["--follow"]).ends(0);
    let second = case.digest("commitment.json");
    assert_eq!(
        case.json("commitment.json")["follows"][0]["commitment"],
        first
    );
    case.draw("11111111111111111111\ny\n").ends(0);
    case.seal(&SUPERSEDE).ends(0);
    let third = case.digest("commitment.json");
    case.seal(&["--supersede", "又有误", "--approved-by", "局长"])
        .ends(0);
    let last = case.json("commitment.json");
    let named = |list: &str| -> Vec<String> {
        let entries = last[list].as_array().unwrap().iter();
        entries
            .map(|entry| entry["commitment"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(named("follows"), [first]);
    assert_eq!(named("supersedes"), [second, third.clone()]);
    assert_eq!(last["previous"], third);
    assert!(
        last["supersedes"][1].get("record").is_none()
            && last["supersedes"][1].get("contributions").is_none()
    );
    for name in [
        "commitment.1.json",
        "commitment.2.json",
        "commitment.3.json",
        "record.2.json",
        "office-secret.3.json",
    ] {
        assert!(case.has(name), "{name}");
    }
    assert!(!case.has("record.3.json"));
    for record in ["record.1.json", "record.2.json"] {
        case.verify(record).ends(0);
    }
    case.draw(ANSWERS).ends(0);
    case.verify("record.json").ends(0);
}

#[test]
fn the_contributions_for_a_superseded_commitment_are_in_the_new_one() {
    let case = Case::new();
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([dice("骰子"), witness("甲", 7, "七"), witness("乙", 8, "八")]);
    });
    case.seal(&[]).ends(0);
    case.draw(&format!("{}\n七\ny\n", nonce(7))).ends(2);
    // The witnesses must choose new values. A value that an earlier sealing used cannot be used again.
    case.seal(&SUPERSEDE).refused("ceremony.reused-commitment");
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([dice("骰子"), witness("甲", 9, "九")])
    });
    case.seal(&SUPERSEDE).ends(0);
    let confirmed = json!([{"source": 1, "kind": "committed", "nonce": nonce(7), "value": "七"}]);
    assert_eq!(
        case.json("commitment.json")["supersedes"][0]["contributions"],
        confirmed
    );
    assert!(case.has("contributions.partial.1.json") && !case.has("contributions.partial.json"));
    case.draw(&format!("{}\n九\ny\n{ANSWERS}", nonce(9)))
        .ends(0);
    // A commitment with all its contributions and without a record.
    case.remove("record.json");
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([dice("骰子")])
    });
    case.seal(&SUPERSEDE).ends(0);
    let all = case.json("commitment.json")["supersedes"][1]["contributions"].clone();
    assert_eq!(
        (
            all.as_array().unwrap().len(),
            &all[0]["source"],
            &all[1]["source"]
        ),
        (2, &0.into(), &1.into())
    );
    case.draw(ANSWERS).ends(0);
    case.verify("record.json").ends(0);
}

#[test]
fn earlier_commitments_of_the_ceremony_stay_and_its_old_time_is_dropped() {
    let case = Case::new();
    let (foreign, since) = ("ab".repeat(32), "cd".repeat(32));
    case.edit("ceremony.json", |ceremony| {
        ceremony["sealed_at"] = "2024-09-02T09:00:00+08:00".into();
        ceremony["previous"] = foreign.clone().into();
        ceremony["supersedes"] =
            json!([{"commitment": foreign, "reason": "a", "approved_by": "b"}]);
    });
    case.seal(&[]).ends(0);
    let (ceremony, old) = (case.bytes("ceremony.json"), case.digest("commitment.json"));
    case.seal(&SUPERSEDE).ends(0);
    let new = case.json("commitment.json");
    assert_eq!(case.bytes("ceremony.json"), ceremony);
    assert_eq!(
        (
            &new["supersedes"][0]["commitment"],
            &new["supersedes"][1]["commitment"]
        ),
        (&foreign.clone().into(), &old.clone().into())
    );
    assert_eq!(new["previous"], old);
    assert_ne!(new["sealed_at"], "2024-09-02T09:00:00+08:00");
    // A later commitment of another plan, and a later time, are taken from the ceremony.
    case.edit("ceremony.json", |ceremony| {
        ceremony["previous"] = since.clone().into();
        ceremony["sealed_at"] = "2999-01-01T00:00:00+08:00".into();
    });
    case.seal(&SUPERSEDE).ends(0);
    let new = case.json("commitment.json");
    assert_eq!(
        (&new["previous"], &new["sealed_at"]),
        (&since.into(), &"2999-01-01T00:00:00+08:00".into())
    );
    assert_eq!(new["supersedes"].as_array().unwrap().len(), 3);
}

#[test]
fn the_record_of_another_commitment_is_refused() {
    let (case, other) = (Case::sealed(), Case::drawn());
    case.write("record.json", other.bytes("record.json"));
    let before = case.contents();
    case.seal(&["--follow"]).refused("case.other-record");
    case.seal(&SUPERSEDE).refused("case.other-record");
    case.draw(ANSWERS).refused("case.other-record");
    assert_eq!(case.contents(), before);
}

#[test]
fn a_dry_run_of_a_second_sealing_changes_nothing() {
    let case = Case::drawn();
    let before = case.contents();
    case.seal(&["--dry-run", "--follow"]).ends(0);
    assert_eq!(case.contents(), before);
}

#[test]
fn an_earlier_record_is_verified_and_explained_after_a_later_sealing() {
    let case = Case::drawn();
    case.seal(&SUPERSEDE).ends(0);
    let earlier = case.verify("record.1.json").ends(0);
    let note = "as they were kept when sealing, in ";
    assert!(earlier.err.contains(note), "{}", earlier.err);
    let explain = || {
        let (record, dir) = (case.arg("record.1.json"), case.dir());
        let id = "91140000SAMPLE0001";
        suiji(&["explain", &record, id, "--case", &dir, "--lang", "en"])
    };
    let explained = explain().ends(0);
    assert!(explained.out.contains("T1"), "{}", explained.out);
    // It verifies with the inputs that were kept, even if the files were changed for a later commitment.
    let roster = String::from_utf8(case.bytes("roster.csv")).unwrap();
    case.write("roster.csv", roster.replace("样例执法员乙", "样例执法员丁"));
    case.verify("record.1.json").ends(0);
    explain().ends(0);
    // Without them, both commands report which inputs are needed.
    std::fs::remove_dir_all(case.path("sealed")).unwrap();
    let digest = case.digest("commitment.1.json");
    let other = case.verify("record.1.json").ends(1);
    assert!(
        other
            .out
            .contains("other inputs than those that were sealed: roster; use"),
        "{}",
        other.out
    );
    assert!(other.out.contains(&digest), "{}", other.out);
    let note = "belongs to another commitment than commitment.json";
    assert!(other.err.contains(note), "{}", other.err);
    let changed = explain().ends(1);
    for part in ["[sealed.changed]", "[case.needs-inputs]", &digest] {
        assert!(changed.err.contains(part), "{part}: {}", changed.err);
    }
}

#[test]
fn after_the_last_number_a_sealing_is_refused() {
    let case = Case::drawn();
    let last = format!("record.{}.json", u64::MAX);
    case.write(&last, "{}");
    let before = case.contents();
    let sealed = case.seal(&SUPERSEDE).refused("case.exists");
    assert!(sealed.err.contains(&last), "{}", sealed.err);
    assert_eq!(case.contents(), before);
}

#[test]
fn a_numbered_backup_is_not_overwritten_and_does_not_disturb_a_sealing() {
    let case = Case::drawn();
    // A backup made by hand: of the commitment, and of other contributions.
    case.write("commitment.1.json", case.bytes("commitment.json"));
    case.write("contributions.1.json", "mine");
    let whole = case.contents();
    case.seal(&SUPERSEDE).ends(0);
    assert_eq!(case.bytes("contributions.1.json"), b"mine");
    for name in [
        "commitment.json",
        "contributions.json",
        "record.json",
        "office-secret.json",
    ] {
        let before = whole.iter().find(|(of, _)| of == name).unwrap();
        assert_eq!(
            case.bytes(&name.replace(".json", ".2.json")),
            before.1,
            "{name}"
        );
    }
    assert!(!case.has("sealing") && !case.has("record.1.json"));
    case.draw(ANSWERS).ends(0);
    case.verify("record.json").ends(0);
    case.seal(&SUPERSEDE).ends(0);
    assert!(case.has("record.3.json"));
}

#[test]
fn a_file_that_cannot_be_archived_is_reported_before_the_sealing() {
    let case = Case::drawn();
    case.remove("office-secret.json");
    std::fs::create_dir(case.path("office-secret.json")).unwrap();
    let before = case.contents();
    let refused = case.seal(&SUPERSEDE).refused("case.not-a-file");
    assert!(
        refused.err.contains("office-secret.json"),
        "{}",
        refused.err
    );
    assert!(!case.has("sealing"));
    assert_eq!(case.contents(), before);
}
