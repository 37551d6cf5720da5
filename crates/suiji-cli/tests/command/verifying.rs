//! Verification: which checks pass, fail, or cannot be made.

use suiji::Lang;
use suiji::error::Code;
use suiji::verify::checks;

use crate::support::{Case, suiji};

/// The text of a check, in English.
fn check(code: &Code) -> &str {
    code.template(Lang::En)
}

#[test]
fn a_verification_without_the_inputs_is_incomplete_and_names_the_checks() {
    let case = Case::drawn();
    let alone = suiji(&["verify", &case.arg("record.json"), "--lang", "en"]).ends(1);
    let unchecked = |out: &str, code| {
        let mut lines = out.lines().filter(|line| line.starts_with("  ? "));
        lines.any(|line| line.contains(check(code)))
    };
    for code in [
        checks::PLAN_DIGEST,
        checks::REGISTRY_ROOT,
        checks::ROSTER_ROOT,
    ] {
        assert!(unchecked(&alone.out, code), "{}", alone.out);
    }
    assert!(alone.out.contains("3. On trust ("));
    case.remove("roster.csv");
    case.verify("record.json").ends(0);
    std::fs::remove_dir_all(case.path("sealed")).unwrap();
    let without_roster = case.verify("record.json").ends(1);
    let out = &without_roster.out;
    assert!(unchecked(out, checks::ROSTER_ROOT), "{out}");
    assert!(!unchecked(out, checks::REGISTRY_ROOT), "{out}");
}

#[test]
fn an_altered_record_fails_with_the_place() {
    let case = Case::drawn();
    case.edit("record.json", |record| {
        let members = record["draws"][0]["teams"][0]["members"]
            .as_array_mut()
            .unwrap();
        members.reverse();
    });
    let verified = case.verify("record.json").ends(1);
    let failed = format!("✗ {} (task T1)", check(checks::TEAMS));
    assert!(verified.out.contains(&failed), "{}", verified.out);
    let (_, failed) = verified
        .out
        .split_once("      at:       $.draws[0].teams[0]")
        .unwrap();
    let lines: Vec<&str> = failed.lines().skip(1).take(2).collect();
    assert!(
        lines[0].starts_with("      expected: ") && lines[1].starts_with("      found:    "),
        "{lines:?}"
    );
}

#[test]
fn the_published_digest_is_compared_with_the_commitment_of_the_record() {
    let case = Case::drawn();
    let digest: suiji::Digest = case.digest("commitment.json").parse().unwrap();
    let verify = |published: &str| {
        suiji(&[
            "verify",
            &case.arg("record.json"),
            "--case",
            &case.dir(),
            "--commitment",
            published,
            "--lang",
            "en",
        ])
    };
    let same = verify(&digest.to_groups()).ends(0);
    let known = format!("✓ {}", check(checks::SHEET_KNOWN));
    assert!(same.out.contains(&known), "{}", same.out);
    let other = verify(&"0".repeat(64)).ends(1);
    let unknown = format!("✗ {}", check(checks::SHEET_KNOWN));
    assert!(other.out.contains(&unknown), "{}", other.out);
    let short = verify("17d9").refused("usage.unfit");
    assert!(
        short.err.starts_with("error: --commitment: "),
        "{}",
        short.err
    );
}
