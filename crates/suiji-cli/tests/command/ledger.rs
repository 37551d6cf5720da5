//! The ledger of an office: it is opened once, other commands write to it, and anybody can examine it.

use std::fs;

use serde_json::Value;

use crate::support::{ANSWERS, Case, DICE, Ran, answering, suiji};

const OTHER: &str = "66666666665555555555";

/// A case with a ledger in the folder above it.
fn with_ledger() -> Case {
    let case = Case::new();
    suiji(&["ledger", "init", &office(&case)]).ends(0);
    case
}

/// The folder above the case.
fn office(case: &Case) -> String {
    case.path("..")
        .canonicalize()
        .unwrap()
        .display()
        .to_string()
}

fn file(case: &Case) -> std::path::PathBuf {
    case.path("../ledger.jsonl")
}

/// The kinds of the entries.
fn kinds(case: &Case) -> Vec<String> {
    let text = fs::read_to_string(file(case)).unwrap();
    let kind = |line: &str| {
        let entry: Value = serde_json::from_str(line).unwrap();
        entry["kind"].as_str().unwrap().to_owned()
    };
    text.lines().map(kind).collect()
}

fn verify(case: &Case, args: &[&str]) -> Ran {
    suiji(&[&["ledger", "verify", &office(case), "--lang", "en"], args].concat())
}

/// Asserts that the ledger has exactly these problems.
#[track_caller]
fn has(ran: &Ran, failures: &[&str]) {
    let found = codes(&ran.json()["failures"]);
    assert_eq!(found, failures, "{}", ran.out);
    assert_eq!(ran.code, u8::from(!failures.is_empty()));
}

fn codes(list: &Value) -> Vec<String> {
    let list = list.as_array().unwrap().iter();
    list.map(|of| of["code"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn every_command_writes_its_entry() {
    let case = with_ledger();
    case.seal(&[]).ends(0);
    case.draw(ANSWERS).ends(0);
    case.publish("public.json");
    let all = [
        "opened",
        "sealed",
        "seen",
        "seen",
        "confirmed",
        "drawn",
        "published",
    ];
    assert_eq!(kinds(&case), all);
    // Nothing is entered twice when a command is run again.
    case.draw("").ends(0);
    let (record, dir) = (case.arg("record.json"), case.dir());
    suiji(&["publish", &record, "--case", &dir]).ends(0);
    assert_eq!(kinds(&case), all);
    has(&verify(&case, &["--json"]), &[]);
    let shown = suiji(&["ledger", "show", &case.dir(), "--lang", "en"]).ends(0);
    assert_eq!(
        shown
            .out
            .lines()
            .filter(|line| line.contains("+08:00  "))
            .count(),
        7,
        "{}",
        shown.out
    );
    assert!(shown.out.contains("was shown"));
    suiji(&["ledger", "init", &office(&case)]).refused("case.exists");
}

#[test]
fn a_case_without_a_ledger_works_as_before() {
    let case = Case::drawn();
    assert!(!file(&case).exists());
    suiji(&["ledger", "show", &case.dir()]).refused("case.missing-file");
}

#[test]
fn a_ledger_that_is_opened_late_has_what_was_there() {
    let case = Case::drawn();
    case.seal(&["--supersede", "样例原因", "--approved-by", "样例甲"])
        .ends(0);
    suiji(&[
        "ledger",
        "init",
        &office(&case),
        "--name",
        "suiji-ledger/sample",
    ])
    .ends(0);
    assert_eq!(kinds(&case), ["opened", "sealed", "drawn", "sealed"]);
    let text = fs::read_to_string(file(&case)).unwrap();
    assert_eq!(text.matches("\"adopted\":true").count(), 3);
    let ran = verify(&case, &["--json"]);
    has(&ran, &[]);
    assert_eq!(codes(&ran.json()["warnings"]), ["ledger.open"]);
}

#[test]
fn a_value_that_was_looked_at_and_thrown_away_is_found() {
    let case = with_ledger();
    case.seal(&[]).ends(0);
    // The value is shown for confirmation. Then the terminal is closed.
    answering(&["draw", &case.dir(), "--lang", "en"], &format!("{DICE}\n")).ends(2);
    assert_eq!(kinds(&case)[1..], ["sealed", "seen", "seen"]);
    has(&verify(&case, &["--json"]), &["ledger.unfinished"]);
    case.draw(&format!("{OTHER}\ny\n")).ends(0);
    let ran = verify(&case, &["--json"]);
    has(&ran, &["ledger.thrown-away"]);
    let message = ran.json()["failures"][0]["message"]["en"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(
        message.contains("3 5 2 1 4") && message.contains("6 6 6"),
        "{message}"
    );
}

#[test]
fn a_value_that_was_declined_on_the_spot_is_a_warning() {
    let case = with_ledger();
    case.seal(&[]).ends(0);
    case.draw(&format!("{OTHER}\nn\n{DICE}\ny\n")).ends(0);
    let ran = verify(&case, &["--json"]);
    has(&ran, &[]);
    assert_eq!(codes(&ran.json()["warnings"]), ["ledger.declined"]);
}

#[test]
fn a_commitment_that_is_given_up_needs_a_reason() {
    let case = with_ledger();
    case.seal(&[]).ends(0);
    answering(&["draw", &case.dir()], &format!("{DICE}\n")).ends(2);
    let leave = |args: &[&str]| suiji(&[&["ledger", "leave", &case.dir()], args].concat());
    leave(&["--reason", "骰子落地，样例"]).refused("usage.leave");
    leave(&["--reason", "骰子落地，样例", "--approved-by", "样例甲"]).ends(0);
    has(&verify(&case, &["--json"]), &[]);
    // A draw from such a commitment is detected.
    case.draw(&format!("{DICE}\ny\n")).ends(0);
    assert!(
        codes(&verify(&case, &["--json"]).json()["failures"])
            .contains(&"ledger.after-end".to_owned())
    );
    leave(&["--reason", "x", "--approved-by", "y"]).refused("ledger.drawn");
}

#[test]
fn a_second_sealing_in_another_folder_is_found() {
    let case = with_ledger();
    case.seal(&[]).ends(0);
    case.draw(ANSWERS).ends(0);
    // The office copies the inputs, seals again as if for the first time, and throws until it likes the result.
    let second = case.path("../second");
    fs::create_dir(&second).unwrap();
    for name in [
        "plan.json",
        "registry.csv",
        "roster.csv",
        "history.csv",
        "ceremony.json",
    ] {
        fs::copy(case.path(name), second.join(name)).unwrap();
    }
    let second = second.display().to_string();
    suiji(&["seal", &second, "--at", "2026-03-02T09:00:00+08:00"]).ends(0);
    let ran = verify(&case, &["--json"]);
    assert!(
        codes(&ran.json()["failures"]).contains(&"ledger.not-named".to_owned()),
        "{}",
        ran.out
    );
}

#[test]
fn a_draw_beside_the_ledger_is_found() {
    let case = with_ledger();
    case.seal(&[]).ends(0);
    let ledger = fs::read(file(&case)).unwrap();
    fs::remove_file(file(&case)).unwrap();
    case.draw(ANSWERS).ends(0);
    fs::write(file(&case), ledger).unwrap();
    has(&verify(&case, &["--json"]), &["ledger.no-record"]);
    // Showing the draw again does not add the missing entry.
    case.draw("").ends(0);
    has(&verify(&case, &["--json"]), &["ledger.no-record"]);
}

#[test]
fn a_sealing_beside_the_ledger_is_found() {
    let case = with_ledger();
    let ledger = fs::read(file(&case)).unwrap();
    fs::remove_file(file(&case)).unwrap();
    case.seal(&[]).ends(0);
    fs::write(file(&case), ledger).unwrap();
    has(&verify(&case, &["--json"]), &["ledger.no-commitment"]);
    // A draw from it would be detected too.
    case.draw(ANSWERS).ends(0);
    let failures = codes(&verify(&case, &["--json"]).json()["failures"]);
    assert!(
        failures.contains(&"ledger.not-sealed".to_owned()),
        "{failures:?}"
    );
}

#[test]
fn a_draw_whose_files_were_deleted_is_found() {
    let case = with_ledger();
    case.seal(&[]).ends(0);
    case.draw(ANSWERS).ends(0);
    for name in ["record.json", "commitment.json"] {
        case.remove(name);
    }
    let ran = verify(&case, &["--json"]).ends(0);
    let warnings = codes(&ran.json()["warnings"]);
    assert_eq!(warnings, ["ledger.lost-commitment", "ledger.lost-record"]);
}

#[test]
fn a_ledger_that_was_altered_or_cut_contradicts_the_head_that_somebody_kept() {
    let case = with_ledger();
    case.seal(&[]).ends(0);
    let (kept, dir) = (case.arg("kept.txt"), case.dir());
    suiji(&["ledger", "head", &dir, "--out", &kept]).ends(0);
    case.draw(ANSWERS).ends(0);
    let ran = verify(&case, &["--json", "--head", &kept]);
    has(&ran, &[]);
    assert_eq!(ran.json()["heads"], 1);
    let whole = fs::read_to_string(file(&case)).unwrap();
    // A letter of an entry.
    fs::write(file(&case), whole.replacen("样例", "样列", 1)).unwrap();
    let ran = verify(&case, &["--head", &kept]).ends(1);
    assert!(ran.err.contains("[ledger.chain]"), "{}", ran.err);
    // The entry of the sealing was removed.
    let first = whole.lines().next().unwrap().to_owned() + "\n";
    fs::write(file(&case), first).unwrap();
    assert!(
        codes(&verify(&case, &["--json", "--head", &kept]).json()["failures"])
            .contains(&"ledger.head-size".to_owned())
    );
    // A new ledger of the same name and length.
    fs::remove_file(file(&case)).unwrap();
    fs::remove_file(case.path("../ledger.key")).unwrap();
    let name = whole
        .split("\"origin\":\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    suiji(&["ledger", "init", &office(&case), "--name", name]).ends(0);
    let failures = codes(&verify(&case, &["--json", "--head", &kept]).json()["failures"]);
    assert!(
        failures.contains(&"ledger.head-root".to_owned()),
        "{failures:?}"
    );
    assert!(
        failures.contains(&"note.unsigned".to_owned())
            || failures.contains(&"note.signature".to_owned()),
        "{failures:?}"
    );
}

#[test]
fn entries_and_heads_are_proved_without_the_ledger() {
    let case = with_ledger();
    case.seal(&[]).ends(0);
    let dir = case.dir();
    let [old, new, proof, entry] =
        ["old.txt", "new.txt", "proof.txt", "entry.txt"].map(|name| case.arg(name));
    suiji(&["ledger", "head", &dir, "--out", &old]).ends(0);
    case.draw(ANSWERS).ends(0);
    suiji(&["ledger", "head", &dir, "--out", &new]).ends(0);
    suiji(&["ledger", "prove", &dir, "--head", &old, "--out", &proof]).ends(0);
    let text = fs::read_to_string(file(&case)).unwrap();
    let opened: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    let key = opened["key"].as_str().unwrap();
    suiji(&["ledger", "check", &proof, "--head", &old, "--key", key]).ends(0);
    suiji(&["ledger", "check", &proof, "--head", &new]).ends(1);
    fs::remove_file(&proof).unwrap();
    suiji(&["ledger", "prove", &dir, "--entry", "1", "--out", &proof]).ends(0);
    case.write("entry.txt", text.lines().nth(1).unwrap());
    suiji(&["ledger", "check", &proof, "--entry", &entry, "--key", key]).ends(0);
    case.write("entry.txt", text.lines().nth(2).unwrap());
    let ran = suiji(&["ledger", "check", &proof, "--entry", &entry, "--lang", "en"]).ends(1);
    assert!(ran.err.contains("[ledger.not-included]"), "{}", ran.err);
    // Without the key of the office the head is not signed.
    for file in [case.path("../ledger.key"), case.path("proof.txt")] {
        fs::remove_file(file).unwrap();
    }
    suiji(&["ledger", "prove", &dir, "--entry", "2", "--out", &proof]).ends(0);
    suiji(&["ledger", "check", &proof, "--entry", &entry]).ends(0);
    let check = ["ledger", "check", &proof, "--entry", &entry, "--key", key];
    let ran = suiji(&check).ends(1);
    assert!(ran.err.contains("[ledger.head-not-signed]"), "{}", ran.err);
    suiji(&["ledger", "prove", &dir, "--entry", "70"]).refused("ledger.no-such-entry");
    suiji(&["ledger", "prove", &dir]).refused("usage.head-or-entry");
    suiji(&["ledger", "check", &proof]).refused("usage.head-or-entry");
    suiji(&["ledger", "prove", &dir, "--entry", "x"]).refused("usage.value");
    suiji(&["ledger", "erase", &dir]).refused("usage.value");
}

#[test]
fn heads_are_signed_with_sm2_if_the_office_wants_so() {
    // [L4]
    let case = Case::new();
    let office = office(&case);
    let ran = suiji(&["ledger", "init", &office, "--algorithm", "sm2", "--json"]).ends(0);
    let key = ran.json()["public_key"].as_str().unwrap().to_owned();
    // The base64 of ff and the first bytes of the name of this signature type.
    assert!(key.contains("+/3ZuZC5zdWlqaS5zbT"), "{key}");
    case.seal(&[]).ends(0);
    let [kept, proof, entry] = ["kept.txt", "proof.txt", "entry.txt"].map(|name| case.arg(name));
    suiji(&["ledger", "head", &case.dir(), "--out", &kept]).ends(0);
    suiji(&[
        "ledger",
        "prove",
        &case.dir(),
        "--entry",
        "1",
        "--out",
        &proof,
    ])
    .ends(0);
    let text = fs::read_to_string(file(&case)).unwrap();
    case.write("entry.txt", text.lines().nth(1).unwrap());
    let check = ["ledger", "check", &proof, "--entry", &entry, "--key", &key];
    suiji(&check).ends(0);
    has(&verify(&case, &["--head", &kept, "--json"]), &[]);
    // A changed number of entries has no valid signature.
    let head = fs::read_to_string(case.path("kept.txt")).unwrap();
    case.write("kept.txt", head.replacen("\n2\n", "\n1\n", 1));
    let ran = verify(&case, &["--head", &kept, "--json"]);
    has(&ran, &["ledger.head-root", "note.signature"]);
    suiji(&["ledger", "init", &office, "--algorithm", "rsa"]).refused("usage.value");
    // The key of an interrupted run is used again, but not as one of another algorithm.
    fs::remove_file(file(&case)).unwrap();
    suiji(&["ledger", "init", &office, "--algorithm", "ed25519"]).refused("case.exists");
    suiji(&["ledger", "init", &office]).ends(0);
    assert!(fs::read_to_string(file(&case)).unwrap().contains(&key));
}

#[test]
fn a_line_that_was_not_completely_written_is_told_and_replaced() {
    let case = with_ledger();
    let mut torn = fs::read(file(&case)).unwrap();
    torn.extend(b"{\"at\":\"2026-03");
    fs::write(file(&case), torn).unwrap();
    let ran = verify(&case, &["--json"]).ends(0);
    assert_eq!(codes(&ran.json()["warnings"]), ["ledger.torn"]);
    case.seal(&[]).ends(0);
    assert_eq!(kinds(&case), ["opened", "sealed"]);
}

#[test]
fn nothing_is_sealed_over_a_broken_ledger() {
    let case = with_ledger();
    let text = fs::read_to_string(file(&case)).unwrap();
    fs::write(file(&case), text.replacen("sha256", "sha1", 1)).unwrap();
    let ran = case.seal(&[]).ends(2);
    assert!(ran.err.contains("[ledger.form]"), "{}", ran.err);
    // The sealing is finished when the ledger is back.
    fs::write(file(&case), text).unwrap();
    case.seal(&[]).ends(0);
    assert_eq!(kinds(&case), ["opened", "sealed"]);
}

#[cfg(unix)]
#[test]
fn key_and_ledger_are_readable_by_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let case = with_ledger();
    for name in ["../ledger.jsonl", "../ledger.key"] {
        let mode = fs::metadata(case.path(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    // Another key is not used to sign.
    let key = fs::read_to_string(case.path("../ledger.key")).unwrap();
    let other = with_ledger();
    fs::write(other.path("../ledger.key"), key).unwrap();
    suiji(&["ledger", "head", &other.dir()]).refused("ledger.other-key");
}

#[test]
fn many_cases_at_once_are_entered_one_after_another() {
    let first = with_ledger();
    let office = office(&first);
    let folders: Vec<String> = (0..8)
        .map(|number| format!("{office}/case-{number}"))
        .collect();
    for (number, folder) in folders.iter().enumerate() {
        suiji(&["new", folder]).ends(0);
        // Each case has another task, so that none is a second sealing.
        let plan = fs::read_to_string(format!("{folder}/plan.json")).unwrap();
        fs::write(
            format!("{folder}/plan.json"),
            plan.replace("\"T1\"", &format!("\"T1{number}\"")),
        )
        .unwrap();
    }
    std::thread::scope(|scope| {
        for folder in &folders {
            scope.spawn(|| {
                suiji(&["seal", folder]).ends(0);
                answering(&["draw", folder, "--yes"], ANSWERS).ends(0);
            });
        }
    });
    let kinds = kinds(&first);
    let count = |kind: &str| kinds.iter().filter(|of| *of == kind).count();
    assert_eq!(
        (count("sealed"), count("drawn"), count("confirmed")),
        (8, 8, 8)
    );
    has(&verify(&first, &["--json"]), &[]);
}
