//! Files that somebody removed: they are reported as lost, restored where possible, and never a reason to seal
//! again.

use std::fs;

use crate::support::{ANSWERS, Case};

#[test]
fn a_lost_commitment_is_restored_from_the_record() {
    let case = Case::drawn();
    let commitment = case.bytes("commitment.json");
    case.remove("commitment.json");
    fs::remove_dir_all(case.path("sealed")).unwrap();
    let refused = case.seal(&[]).refused("case.restorable-commitment");
    assert!(!refused.err.contains("suiji seal"), "{}", refused.err);
    let drawn = case.draw("").ends(0);
    assert!(
        drawn.err.contains("was lost; it was restored"),
        "{}",
        drawn.err
    );
    assert_eq!(case.bytes("commitment.json"), commitment);
}

#[test]
fn a_lost_commitment_is_restored_from_the_inputs_that_were_kept() {
    let case = Case::sealed();
    let commitment = case.bytes("commitment.json");
    case.remove("commitment.json");
    case.seal(&["--dry-run"])
        .refused("case.restorable-commitment");
    case.draw(ANSWERS).ends(0);
    assert_eq!(case.bytes("commitment.json"), commitment);
}

#[test]
fn a_commitment_that_is_nowhere_is_named_as_lost() {
    let case = Case::sealed();
    case.remove("commitment.json");
    fs::remove_dir_all(case.path("sealed")).unwrap();
    let before = case.contents();
    let supersede = ["--supersede", "a", "--approved-by", "b"];
    for refused in [case.draw(ANSWERS), case.seal(&[]), case.seal(&supersede)] {
        let refused = refused.refused("case.lost-commitment");
        assert!(
            refused.err.contains("office-secret.json"),
            "{}",
            refused.err
        );
        assert!(!refused.err.contains("suiji seal"), "{}", refused.err);
    }
    assert_eq!(case.contents(), before);
}

#[test]
fn a_lost_secret_of_the_office_is_named_before_anything_is_asked() {
    let case = Case::sealed();
    case.remove("office-secret.json");
    let refused = case.draw(ANSWERS).ends(2);
    assert!(
        refused.err.contains("[case.lost-secret]"),
        "{}",
        refused.err
    );
    assert!(
        refused.err.contains("样例局抽取工作人员"),
        "{}",
        refused.err
    );
    assert!(!refused.err.contains("nonce (64") && !refused.err.contains("suiji seal"));
    assert!(!case.has("contributions.json") && !case.has("contributions.partial.json"));
}

#[test]
fn the_secret_of_the_office_is_restored_from_the_record() {
    let case = Case::drawn();
    let secret = case.json("office-secret.json");
    case.remove("office-secret.json");
    let drawn = case.draw("").ends(0);
    assert!(
        drawn.err.contains("office-secret.json was lost"),
        "{}",
        drawn.err
    );
    assert_eq!(case.json("office-secret.json"), secret);
    #[cfg(unix)]
    assert_eq!(
        crate::support::mode(&case.path("office-secret.json")),
        0o600
    );
}
