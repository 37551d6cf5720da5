//! A case from beginning to end, and the JSON output of each command.

use std::fs;
use std::path::Path;

use suiji::Lang;
use suiji::verify::Verdict;

use crate::support::{ANSWERS, Case, answering, contents, suiji};

#[test]
fn a_new_case_seals_draws_verifies_explains_and_publishes() {
    let case = Case::new();
    let sealed = case.seal(&[]).ends(0);
    let digest: suiji::Digest = case.digest("commitment.json").parse().unwrap();
    for line in [&digest.to_groups()[..39], &digest.to_groups()[40..]] {
        assert!(sealed.out.contains(line), "{}", sealed.out);
    }
    let drawn = case.draw(ANSWERS).ends(0);
    assert!(
        drawn.out.contains("91140000SAMPLE0001  样例企业一"),
        "{}",
        drawn.out
    );
    assert!(
        drawn.out.contains("样例局: 样例执法员甲, "),
        "{}",
        drawn.out
    );
    let verified = case.verify("record.json").ends(0);
    let tickets = suiji::verify::checks::TICKETS.template(Lang::En);
    let established = format!("✓ {tickets} (task T1)");
    assert!(verified.out.contains(&established), "{}", verified.out);
    let verdict = format!("Verdict: {}\n", Verdict::Holds.message(Lang::En));
    assert!(verified.out.ends_with(&verdict), "{}", verified.out);
    let (record, receipt, public) = (
        case.arg("record.json"),
        case.arg("receipt.json"),
        case.arg("public.json"),
    );
    let entity = "91140000SAMPLE0001";
    let explained = suiji(&[
        "explain",
        &record,
        entity,
        "--case",
        &case.dir(),
        "--receipt",
        &receipt,
        "--lang",
        "en",
    ])
    .ends(0);
    assert!(explained.out.contains("T1"), "{}", explained.out);
    case.publish("public.json");
    let checked = suiji(&[
        "check-receipt",
        &receipt,
        "--public",
        &public,
        "--plan",
        &case.arg("plan.json"),
    ])
    .ends(0);
    assert!(checked.out.contains("T1"), "{}", checked.out);
    let of_public = suiji(&["verify", &public, "--case", &case.dir()]).ends(0);
    let verdict = format!("结论：{}", Verdict::Holds.message(Lang::Zh));
    assert!(of_public.out.contains(&verdict), "{}", of_public.out);
}

#[test]
fn every_command_has_json_output() {
    let case = Case::new();
    let dir = case.dir();
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("other").display().to_string();
    assert_eq!(
        suiji(&["new", &folder, "--json"]).ends(0).json()["files"]
            .as_array()
            .unwrap()
            .len(),
        7
    );
    let dry = suiji(&["seal", &dir, "--dry-run", "--json"]).ends(0).json();
    assert_eq!(
        (
            &dry["dry_run"],
            &dry["tasks"][0]["task"],
            &dry["tasks"][0]["take"]
        ),
        (&true.into(), &"T1".into(), &1.into())
    );
    let sealed = suiji(&["seal", &dir, "--json"]).ends(0).json();
    assert_eq!(sealed["digest"], case.digest("commitment.json"));
    let drawn = answering(&["draw", &dir, "--yes", "--json"], ANSWERS)
        .ends(0)
        .json();
    let record = case.arg("record.json");
    assert_eq!(drawn["already_there"], false);
    let verified = suiji(&["verify", &record, "--case", &dir, "--json"])
        .ends(0)
        .json();
    assert_eq!(verified["report"]["verdict"], "holds");
    let receipt = suiji(&[
        "explain",
        &record,
        "91140000SAMPLE0001",
        "--case",
        &dir,
        "--json",
    ])
    .ends(0)
    .json();
    assert_eq!(receipt["receipt"]["tasks"][0]["state"], "selected");
    case.write("receipt.json", receipt["receipt"].to_string());
    let public = suiji(&["publish", &record, "--case", &dir, "--json"]).ends(0);
    assert_eq!(public.json()["record"], drawn["digest"]);
    case.write("public.json", &public.out);
    let checked = suiji(&[
        "check-receipt",
        &case.arg("receipt.json"),
        "--public",
        &case.arg("public.json"),
        "--json",
    ])
    .ends(0);
    assert_eq!(checked.json()["report"]["verdict"], "holds");
    let canon = suiji(&["canon", &case.arg("commitment.json"), "--json"])
        .ends(0)
        .json();
    assert_eq!(canon["digest"], sealed["digest"]);
    let error = suiji(&["seal", &dir, "--json"]).ends(2);
    let error: serde_json::Value = serde_json::from_str(&error.err).unwrap();
    assert_eq!(
        (&error["code"], &error["count"]),
        (&"case.sealed".into(), &1.into())
    );
}

#[test]
fn an_entity_that_is_not_in_the_registry_is_explained() {
    let case = Case::drawn();
    let explained = suiji(&[
        "explain",
        &case.arg("record.json"),
        "A-1",
        "--case",
        &case.dir(),
        "--lang",
        "en",
    ])
    .ends(0);
    assert!(
        explained.out.contains("not in the registry"),
        "{}",
        explained.out
    );
    suiji(&[
        "explain",
        &case.arg("record.json"),
        "甲",
        "--case",
        &case.dir(),
    ])
    .refused("usage.unfit");
}

#[test]
fn the_demonstration_runs_twice_with_different_results() {
    let parent = tempfile::tempdir().unwrap();
    let folder = |name: &str| parent.path().join(name).display().to_string();
    let first = suiji(&["demo", &folder("a"), "--lang", "en"]).ends(0);
    for part in [
        "J1 has inspected it this year",
        "one team, one visit",
        "in the history of the next draw: task J",
        "year of the plan: from “2024” to “2025”",
        &format!("Verdict: {}", Verdict::Fails.message(Lang::En)),
        "xxd",
        "not a valid draw",
    ] {
        assert!(first.out.contains(part), "{part}: {}", first.out);
    }
    let line = first.out.lines().find(|line| line.contains(" checks: "));
    let numbers = line
        .unwrap()
        .split_whitespace()
        .filter_map(|word| word.parse::<u64>().ok());
    let numbers: Vec<u64> = numbers.collect();
    assert!(numbers[0] > 100 && numbers[0] == numbers[1], "{numbers:?}");
    // From the files of the office to the end of the year.
    for name in [
        "office-files/work-plan.docx",
        "import-log-plan.html",
        "registry.csv",
        "amendments.json",
        "results.json",
        "papers/index.html",
        "papers/minutes.docx",
        "papers/outcomes.html",
        "papers/proposals.html",
        "papers/summary.xlsx",
        "ledger.jsonl",
        "keys/office.public.pem",
        "keys/witness.pem",
        "policy.json",
    ] {
        assert!(parent.path().join("a").join(name).exists(), "{name}");
    }
    // A letter with its receipt is among the papers.
    let papers = fs::read_dir(parent.path().join("a/papers")).unwrap();
    let papers: Vec<String> = papers
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    for start in ["letter-", "receipt-"] {
        assert!(papers.iter().any(|name| name.starts_with(start)), "{start}");
    }
    let evidence = fs::read_dir(parent.path().join("a/evidence")).unwrap();
    let mut endings: Vec<String> = evidence
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .map(|name| name[name.find('.').unwrap()..].to_owned())
        .collect();
    endings.sort();
    assert_eq!(endings, [".signatures.json", ".signatures.json", ".tsq"]);
    assert!(first.out.contains("The policy is met"), "{}", first.out);
    let status = suiji(&["status", &folder("a"), "--json"]).ends(0).json();
    let total = |field: &str| status["total"][field].as_u64().unwrap();
    assert_eq!(total("open"), 0);
    for group in ["clear", "violation", "unreachable", "refused", "closed"] {
        assert!(total(group) > 0, "{group}");
    }
    assert!(total("replaced") > 0, "a firm had closed");
    // Each visit is in the history of the next year. A closed entity has no visit.
    let rows = |name: &str| {
        let text = fs::read_to_string(parent.path().join(name)).unwrap();
        text.lines().count() as u64
    };
    let visits = total("drawn") - total("replaced") - total("closed");
    let (before, after) = (rows("a/history.csv"), rows("a/next-year/history.csv"));
    assert_eq!(after, before + visits);
    suiji(&["demo", &folder("a")]).refused("case.exists");
    let second = suiji(&["demo", &folder("b"), "--json"]).ends(0).json();
    assert_eq!(
        (&second["record_holds"], &second["altered_record_holds"]),
        (&true.into(), &false.into())
    );
    // The secret value of the office is new each time.
    assert_ne!(
        fs::read(parent.path().join("a/record.json")).unwrap(),
        fs::read(parent.path().join("b/record.json")).unwrap()
    );
    assert_eq!(
        suiji(&["verify", &folder("b/record.json"), "--case", &folder("b")]).code,
        0
    );
}

#[test]
fn the_command_gives_the_expected_result_for_every_case_of_the_project() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/cases");
    let mut count = 0;
    for entry in fs::read_dir(cases).unwrap() {
        let case = entry.unwrap().path();
        if !case.is_dir() {
            continue;
        }
        count += 1;
        let copy = tempfile::tempdir().unwrap();
        for (name, bytes) in contents(&case)
            .into_iter()
            .filter(|(name, _)| !name.contains('/'))
        {
            fs::write(copy.path().join(name), bytes).unwrap();
        }
        let dir = copy.path().display().to_string();
        let sealed = suiji(&["seal", &dir]);
        let drawn = if sealed.code == 0 {
            suiji(&["draw", &dir, "--yes"])
        } else {
            sealed
        };
        if case.join("expected/error.txt").exists() {
            assert_eq!(
                (drawn.code, copy.path().join("record.json").exists()),
                (2, false),
                "{}",
                case.display()
            );
            continue;
        }
        drawn.ends(0);
        for name in ["commitment.json", "record.json"] {
            let json = |path: &Path| {
                serde_json::from_slice::<serde_json::Value>(&fs::read(path).unwrap()).unwrap()
            };
            assert_eq!(
                json(&copy.path().join(name)),
                json(&case.join("expected").join(name)),
                "{}",
                case.display()
            );
        }
        suiji(&[
            "verify",
            &copy.path().join("record.json").display().to_string(),
            "--case",
            &dir,
        ])
        .ends(0);
    }
    assert!(count >= 32, "{count}");
}

#[cfg(unix)]
#[test]
fn a_folder_may_have_any_name_and_the_next_command_can_be_copied() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("二〇二四年 第 1 次");
    let dir = folder.display().to_string();
    let record = folder.join("record.json").display().to_string();
    let made = suiji(&["new", &dir]).ends(0);
    let sealed = suiji(&["seal", &dir]).ends(0);
    let drawn = answering(&["draw", &dir, "--yes"], ANSWERS).ends(0);
    for (ran, next) in [
        (&made, format!("suiji import '{dir}' ")),
        (&sealed, format!("suiji draw '{dir}'")),
        (&drawn, format!("suiji verify '{record}' --case '{dir}'")),
    ] {
        assert!(ran.out.contains(&next), "{next}: {}", ran.out);
    }
    suiji(&["verify", &record, "--case", &dir]).ends(0);
}

#[test]
fn the_files_of_the_demonstration_are_those_of_the_example() {
    // The package of the command contains copies: a package has no files of another folder.
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (copy, original) in [
        (
            "registry.xlsx",
            "crates/suiji-import/tests/data/office/registry.xlsx",
        ),
        (
            "roster.xlsx",
            "crates/suiji-import/tests/data/office/roster.xlsx",
        ),
        (
            "history.xlsx",
            "crates/suiji-import/tests/data/office/history.xlsx",
        ),
        (
            "work-plan.docx",
            "crates/suiji-import/tests/data/plan/work-plan.docx",
        ),
        ("answers.json", "examples/qinshui-2024/office/answers.json"),
        ("office.json", "examples/qinshui-2024/office.json"),
        ("ceremony.json", "examples/qinshui-2024/ceremony.json"),
        ("throws.json", "examples/qinshui-2024/throws.json"),
    ] {
        let copied = fs::read(own.join("demo").join(copy)).unwrap();
        let original = fs::read(own.join("../..").join(original)).unwrap();
        assert!(copied == original, "{copy}");
    }
}
