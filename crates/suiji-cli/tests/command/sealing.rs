//! Sealing: the files, the time, and the warnings.

use serde_json::json;

use crate::support::{ANSWERS, Case, Ran, dice};

#[test]
fn a_dry_run_writes_nothing() {
    let case = Case::new();
    let before = case.contents();
    let tried = case.seal(&["--dry-run"]).ends(0);
    assert!(
        tried.out.contains("nothing was written") && tried.out.contains("对样例企业的抽查"),
        "{}",
        tried.out
    );
    assert_eq!(case.contents(), before);
    case.edit("plan.json", |plan| {
        drop(plan["tasks"][0].as_object_mut().unwrap().remove("risk"))
    });
    case.edit("plan.json", |plan| {
        drop(plan["tasks"][0].as_object_mut().unwrap().remove("quota"))
    });
    case.seal(&["--dry-run"]).refused("plan.no-number");
}

#[test]
fn the_time_comes_from_the_option_or_the_ceremony_or_the_clock() {
    let sealed_at = |case: &Case| {
        case.json("commitment.json")["sealed_at"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let (option, ceremony_time) = ("2024-09-02T09:00:00+08:00", "2023-09-02T09:00:00+08:00");
    let case = Case::new();
    case.edit("ceremony.json", |ceremony| {
        ceremony["sealed_at"] = ceremony_time.into()
    });
    case.seal(&["--at", option]).ends(0);
    assert_eq!(sealed_at(&case), option);
    let case = Case::new();
    case.edit("ceremony.json", |ceremony| {
        ceremony["sealed_at"] = ceremony_time.into()
    });
    case.seal(&[]).ends(0);
    assert_eq!(sealed_at(&case), ceremony_time);
    let case = Case::new();
    case.seal(&[]).ends(0);
    assert!(sealed_at(&case).ends_with("+08:00"));
    assert!(sealed_at(&case).as_str() > option);
    Case::new()
        .seal(&["--at", "2024-09-02 09:00"])
        .refused("usage.unfit");
}

#[test]
fn the_secret_of_the_office_is_private_and_opens_its_commitment() {
    let case = Case::sealed();
    let secret = case.json("office-secret.json")[0].clone();
    assert_eq!(
        (
            secret["nonce"].as_str().unwrap().len(),
            secret["value"].as_str().unwrap().len()
        ),
        (64, 32)
    );
    let nonce: suiji::Secret = secret["nonce"].as_str().unwrap().parse().unwrap();
    let commitment = suiji::Contribution::commitment(
        suiji::Hash::Sha256,
        &nonce,
        secret["value"].as_str().unwrap(),
    );
    assert_eq!(
        case.json("commitment.json")["sources"][0]["commitment"],
        commitment.to_string()
    );
    #[cfg(unix)]
    for name in ["office-secret.json", "ceremony.json"] {
        assert_eq!(crate::support::mode(&case.path(name)), 0o600, "{name}");
    }
}

#[test]
fn a_sealed_case_is_sealed_again_only_for_a_reason() {
    let case = Case::sealed();
    let before = case.contents();
    case.seal(&[]).refused("case.sealed");
    case.seal(&["--supersede", "名录库有误"])
        .refused("usage.together");
    case.seal(&["--approved-by", "局长"])
        .refused("usage.together");
    case.seal(&["--follow", "--supersede", "a", "--approved-by", "b"])
        .refused("usage.together");
    case.seal(&["--supersede", " a", "--approved-by", "b"])
        .refused("text.edge-space");
    case.seal(&["--follow"]).refused("case.no-record");
    assert_eq!(case.contents(), before);
    Case::new().seal(&["--follow"]).refused("case.not-sealed");
    Case::new()
        .seal(&["--supersede", "a", "--approved-by", "b"])
        .refused("case.not-sealed");
}

#[test]
fn a_witness_without_a_commitment_is_refused() {
    let case = Case::new();
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] =
            json!([{"kind": "committed", "by": "witness", "name": "甲"}, dice("骰子")]);
    });
    let before = case.contents();
    case.seal(&[]).refused("ceremony.no-commitment");
    assert_eq!(case.contents(), before);
}

#[test]
fn a_dry_run_shows_the_warnings() {
    let case = Case::new();
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([{"kind": "committed", "by": "office", "name": "机关"}]);
    });
    case.write("contributions.json", "[]");
    let tried = case.seal(&["--dry-run"]).ends(0);
    assert!(
        tried.out.contains("[ceremony.only-office]"),
        "{}",
        tried.out
    );
    assert!(
        tried
            .out
            .contains("contributions.json existed before the sealing"),
        "{}",
        tried.out
    );
}

#[test]
fn one_of_many_sealings_at_once_succeeds_and_its_secret_is_saved() {
    for _ in 0..10 {
        let case = Case::new();
        let all: Vec<Ran> = std::thread::scope(|scope| {
            let sealing: Vec<_> = (0..6).map(|_| scope.spawn(|| case.seal(&[]))).collect();
            sealing.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(all.iter().filter(|ran| ran.code == 0).count(), 1, "{all:?}");
        for ran in all.into_iter().filter(|ran| ran.code != 0) {
            let refused = ["[case.sealed]", "[case.busy]"];
            assert!(
                refused.iter().any(|code| ran.err.contains(code)),
                "{}",
                ran.err
            );
        }
        case.draw(ANSWERS).ends(0);
        case.verify("record.json").ends(0);
    }
}
