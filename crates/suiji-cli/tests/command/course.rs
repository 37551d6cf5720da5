//! The whole course of a case, and what each command says to people and to programs.

use std::fs;
use std::path::Path;

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
        drawn.out.contains("样例局：样例执法员甲、"),
        "{}",
        drawn.out
    );
    let verified = case.verify("record.json").ends(0);
    assert!(
        verified.out.contains("✓ task T1: the tickets recompute"),
        "{}",
        verified.out
    );
    assert!(
        verified.out.ends_with("Verdict: holds\n"),
        "{}",
        verified.out
    );
    let (record, receipt, public) = (
        case.word("record.json"),
        case.word("receipt.json"),
        case.word("public.json"),
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
    assert!(
        explained.out.contains("task T1: selected"),
        "{}",
        explained.out
    );
    suiji(&["publish", &record, "--out", &public]).ends(0);
    let checked = suiji(&[
        "check-receipt",
        &receipt,
        "--public",
        &public,
        "--plan",
        &case.word("plan.json"),
    ])
    .ends(0);
    assert!(checked.out.contains("任务 T1：抽中"), "{}", checked.out);
    let of_public = suiji(&["verify", &public, "--case", &case.dir()]).ends(0);
    assert!(of_public.out.contains("结论：成立"), "{}", of_public.out);
}

#[test]
fn verification_without_the_case_is_incomplete_and_says_for_want_of_what() {
    let case = Case::drawn();
    let alone = suiji(&["verify", &case.word("record.json"), "--lang", "en"]).ends(1);
    assert!(
        alone
            .out
            .contains("? the plan is the one that was sealed: not checked for want of plan"),
        "{}",
        alone.out
    );
    assert!(alone.out.contains("What remains on trust"));
    case.remove("roster.csv");
    let without_roster = case.verify("record.json").ends(1);
    assert!(
        without_roster
            .out
            .contains("not checked for want of roster"),
        "{}",
        without_roster.out
    );
    assert!(
        !without_roster
            .out
            .contains("not checked for want of registry"),
        "{}",
        without_roster.out
    );
}

#[test]
fn an_altered_record_fails_and_the_place_is_told() {
    let case = Case::drawn();
    case.edit("record.json", |record| {
        let members = record["draws"][0]["teams"][0]["members"]
            .as_array_mut()
            .unwrap();
        members.reverse();
    });
    let verified = case.verify("record.json").ends(1);
    assert!(
        verified
            .out
            .contains("✗ task T1: the teams are those that the seed gives"),
        "{}",
        verified.out
    );
    let (_, failed) = verified
        .out
        .split_once("failed at $.draws[0].teams[0]")
        .unwrap();
    let lines: Vec<&str> = failed.lines().skip(1).take(2).collect();
    assert!(
        lines[0].starts_with("    right: ") && lines[1].starts_with("    found: "),
        "{lines:?}"
    );
}

#[test]
fn the_sheet_that_was_noted_is_compared_with_that_of_the_record() {
    let case = Case::drawn();
    let digest: suiji::Digest = case.digest("commitment.json").parse().unwrap();
    let verify = |sheet: &str| {
        suiji(&[
            "verify",
            &case.word("record.json"),
            "--case",
            &case.dir(),
            "--sheet",
            sheet,
            "--lang",
            "en",
        ])
    };
    let noted = verify(&digest.to_groups()).ends(0);
    assert!(
        noted
            .out
            .contains("✓ the record rests on the sheet that was made known"),
        "{}",
        noted.out
    );
    let other = verify(&"0".repeat(64)).ends(1);
    assert!(
        other.out.contains("✗ the record rests on the sheet"),
        "{}",
        other.out
    );
    let short = verify("17d9").refused("usage.unfit");
    assert!(short.err.starts_with("error: --sheet: "), "{}", short.err);
}

#[test]
fn every_command_speaks_json_to_programs() {
    let case = Case::new();
    let dir = case.dir();
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("other").display().to_string();
    assert_eq!(
        suiji(&["new", &folder, "--json"]).ends(0).json()["files"]
            .as_array()
            .unwrap()
            .len(),
        6
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
    let drawn = answering(&["draw", &dir, "--json"], ANSWERS).ends(0).json();
    let record = case.word("record.json");
    assert_eq!(drawn["already_there"], false);
    let verified = suiji(&["verify", &record, "--case", &dir, "--json"])
        .ends(0)
        .json();
    assert_eq!(verified["verdict"], "holds");
    let receipt = suiji(&[
        "explain",
        &record,
        "91140000SAMPLE0001",
        "--case",
        &dir,
        "--json",
    ])
    .ends(0);
    assert_eq!(receipt.json()["tasks"][0]["state"], "selected");
    case.write("receipt.json", &receipt.out);
    let public = suiji(&["publish", &record, "--json"]).ends(0);
    assert_eq!(public.json()["record"], drawn["digest"]);
    case.write("public.json", &public.out);
    let checked = suiji(&[
        "check-receipt",
        &case.word("receipt.json"),
        "--public",
        &case.word("public.json"),
        "--json",
    ])
    .ends(0);
    assert_eq!(checked.json()["verdict"], "holds");
    let canon = suiji(&["canon", &case.word("commitment.json"), "--json"])
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
fn canon_gives_bytes_alone_that_hash_to_the_digests_of_the_commitment() {
    let case = Case::sealed();
    let plan = suiji(&["canon", &case.word("plan.json")]).ends(0);
    let digest = suiji::Hash::Sha256.digest(plan.out.as_bytes());
    assert_eq!(case.json("commitment.json")["plan"], digest.to_string());
    assert_eq!(plan.err, format!("sha256 {digest}\n"));
    // A default that is written out is not hashed [C2c].
    case.edit("plan.json", |plan| {
        plan["tasks"][0]["scope"]["districts"] = serde_json::json!([])
    });
    assert_eq!(
        suiji(&["canon", &case.word("plan.json")]).ends(0).out,
        plan.out
    );
    let sheet = suiji(&["canon", &case.word("commitment.json"), "--hash", "sm3"]).ends(0);
    let digest = suiji::Hash::Sm3.digest(sheet.out.as_bytes());
    assert_eq!(sheet.err, format!("sm3 {digest}\n"));
    suiji(&["canon", &case.word("plan.json"), "--hash", "md5"]).refused("usage.value");
    case.write("other.json", "{\"b\": [1, true], \"a\": {}}\n");
    assert_eq!(
        suiji(&["canon", &case.word("other.json")]).ends(0).out,
        "{\"a\":{},\"b\":[1,true]}"
    );
    case.write("other.json", "[1.5]");
    suiji(&["canon", &case.word("other.json")]).refused("json.number");
}

#[test]
fn canon_takes_the_suite_that_the_document_names() {
    let vectors = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/cases/03");
    let sheet = format!("{vectors}/expected/commitment.json");
    let commitment = suiji::Commitment::from_json(&fs::read(&sheet).unwrap()).unwrap();
    assert_eq!(commitment.hash(), suiji::Hash::Sm3);
    let canon = |words: &[&str]| suiji(&[&["canon"], words].concat()).ends(0);
    let of_sheet = canon(&[&sheet]);
    assert_eq!(of_sheet.err, format!("sm3 {}\n", commitment.digest()));
    let json = canon(&[&sheet, "--json"]).json();
    assert_eq!(json["digest"], commitment.digest().to_string());
    // A record names it in its commitment.
    let record = format!("{vectors}/expected/record.json");
    let digest = suiji::Record::from_json(&fs::read(&record).unwrap(), &suiji::Run::default())
        .unwrap()
        .digest();
    assert_eq!(canon(&[&record]).err, format!("sm3 {digest}\n"));
    let asked = canon(&[&sheet, "--hash", "sha256"]);
    let digest = suiji::Hash::Sha256.digest(asked.out.as_bytes());
    assert_eq!(asked.err, format!("sha256 {digest}\n"));
    let case = Case::new();
    case.write("other.json", "{\"hash\": \"md5\"}");
    assert!(
        canon(&[&case.word("other.json")])
            .err
            .starts_with("sha256 ")
    );
}

#[test]
fn what_is_said_fits_the_width_of_a_page() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("a").display().to_string();
    suiji(&["demo", &folder]).ends(0);
    let seal = suiji(&["seal", &folder, "--supersede", "a", "--approved-by", "b"]).ends(0);
    let rows = seal.out.lines().filter(|line| line.starts_with(['J', 'N']));
    let throws = include_str!("../../../../examples/qinshui-2024/throws.json");
    let throws: serde_json::Value = serde_json::from_str(throws).unwrap();
    let answers = throws.as_array().unwrap().iter();
    let answers = answers.map(|throw| format!("{}\ny\n", throw["value"].as_str().unwrap()));
    let drawn = answering(&["draw", &folder], &answers.collect::<String>());
    let drawn = drawn.ends(0);
    let teams = drawn.out.lines().filter(|line| line.starts_with("      "));
    assert!(teams.clone().count() > 50, "{}", drawn.out);
    let firms = drawn.out.lines().filter(|line| line.contains("9114052"));
    let firms = firms.filter(|line| !line.contains("空缺"));
    for line in rows.chain(firms).chain(teams) {
        let width: usize = line.chars().map(|c| 1 + usize::from(!c.is_ascii())).sum();
        assert!(width <= 100, "{width}: {line}");
    }
}

#[test]
fn messages_are_chinese_unless_english_is_asked_for() {
    let case = Case::sealed();
    let chinese = suiji(&["seal", &case.dir()]).ends(2);
    assert!(chinese.err.starts_with("错误：文件 "), "{}", chinese.err);
    let english = case.seal(&[]).ends(2);
    assert!(
        english.err.starts_with("error: file ") && english.err.is_ascii(),
        "{}",
        english.err
    );
    for command in [
        "",
        "new",
        "seal",
        "draw",
        "verify",
        "explain",
        "check-receipt",
        "publish",
        "canon",
        "demo",
    ] {
        let words: Vec<&str> = [command, "--help"]
            .into_iter()
            .filter(|word| !word.is_empty())
            .collect();
        let chinese = suiji(&words).ends(0).out;
        let english = suiji(&[&words[..], &["--lang", "en"]].concat()).ends(0).out;
        assert!(
            chinese.contains("用法：suiji") && english.contains("Usage: suiji"),
            "{chinese}{english}"
        );
        let own = english.replace("随机", "").replace('→', "");
        assert!(own.is_ascii(), "{own}");
    }
    assert!(suiji(&["--version"]).ends(0).out.starts_with("suiji "));
    let nothing = suiji(&[]).ends(2);
    assert!(nothing.err.contains("用法") && nothing.out.is_empty());
}

#[test]
fn the_demonstration_goes_through_and_goes_through_twice() {
    let parent = tempfile::tempdir().unwrap();
    let folder = |name: &str| parent.path().join(name).display().to_string();
    let first = suiji(&["demo", &folder("a"), "--lang", "en"]).ends(0);
    for sign in [
        "141 checks, 141 established.",
        "per_year",
        "one team, one visit",
        "Verdict: fails",
        "xxd",
        "no valid draw",
    ] {
        assert!(first.out.contains(sign), "{sign}: {}", first.out);
    }
    suiji(&["demo", &folder("a")]).refused("case.exists");
    let second = suiji(&["demo", &folder("b"), "--json"]).ends(0).json();
    assert_eq!(
        (&second["record_holds"], &second["altered_record_holds"]),
        (&true.into(), &false.into())
    );
    // Its secret value is fresh.
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
fn a_new_case_goes_into_no_folder_that_holds_anything() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("deep/case");
    let word = folder.display().to_string();
    suiji(&["new", &word]).ends(0);
    let before = contents(&folder);
    suiji(&["new", &word]).refused("case.exists");
    assert_eq!(contents(&folder), before);
    let empty = parent.path().join("empty");
    fs::create_dir(&empty).unwrap();
    suiji(&["new", &empty.display().to_string(), "--lang", "en"]).ends(0);
    assert!(
        fs::read_to_string(empty.join("README.md"))
            .unwrap()
            .starts_with("# The folder")
    );
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 2);
    let secret = |folder: &Path| fs::read(folder.join("ceremony.json")).unwrap();
    assert_ne!(secret(&empty), secret(&folder));
}

#[test]
fn written_files_are_never_written_over() {
    let case = Case::drawn();
    case.write("there.json", "something else");
    let (record, there) = (case.word("record.json"), case.word("there.json"));
    suiji(&["publish", &record, "--out", &there]).refused("case.exists");
    suiji(&[
        "explain",
        &record,
        "A-1",
        "--case",
        &case.dir(),
        "--receipt",
        &there,
    ])
    .refused("case.exists");
    assert_eq!(case.bytes("there.json"), b"something else");
}

#[test]
fn an_entity_that_is_not_in_the_registry_is_told_so() {
    let case = Case::drawn();
    let explained = suiji(&[
        "explain",
        &case.word("record.json"),
        "A-1",
        "--case",
        &case.dir(),
        "--lang",
        "en",
    ])
    .ends(0);
    assert!(
        explained.out.contains("the registry has no such entity"),
        "{}",
        explained.out
    );
    suiji(&[
        "explain",
        &case.word("record.json"),
        "甲",
        "--case",
        &case.dir(),
    ])
    .refused("usage.unfit");
}

#[test]
fn secrets_show_in_no_output() {
    let case = Case::new();
    let (dir, record) = (case.dir(), case.word("record.json"));
    let secret = case.json("ceremony.json")["secret"]
        .as_str()
        .unwrap()
        .to_owned();
    let mut said = String::new();
    let mut hear = |ran: crate::support::Ran| said += &(ran.out + &ran.err);
    hear(case.seal(&[]));
    let office = case.json("office-secret.json")[0].clone();
    hear(case.seal(&[]));
    hear(case.draw("1\n"));
    for secret in [
        &secret,
        office["nonce"].as_str().unwrap(),
        office["value"].as_str().unwrap(),
    ] {
        assert!(!said.contains(secret), "{said}");
    }
    let mut hear = |ran: crate::support::Ran| said += &(ran.out + &ran.err);
    hear(case.draw(ANSWERS));
    for json in [&[][..], &["--json"]] {
        hear(suiji(
            &[&["verify", &record, "--case", &dir], json].concat(),
        ));
        hear(suiji(
            &[
                &["explain", &record, "91140000SAMPLE0001", "--case", &dir],
                json,
            ]
            .concat(),
        ));
        hear(suiji(&[&["publish", &record], json].concat()));
    }
    case.edit("ceremony.json", |ceremony| {
        ceremony["secret"] = secret.to_uppercase().into()
    });
    hear(case.draw(""));
    assert!(!said.to_lowercase().contains(&secret), "{said}");
}

#[test]
fn every_case_of_the_project_comes_out_equal_by_the_command() {
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
            suiji(&["draw", &dir])
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
