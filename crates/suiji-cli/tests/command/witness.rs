//! The sheet of a witness, and what the notes prove.

use std::fs;

use suiji::Record;

use crate::support::{ANSWERS, Case, DICE, Ran, suiji};

const OTHER: &str = "66666666665555555555";

/// A case that was drawn with a ledger, and the head of the ledger before the draw.
fn drawn() -> (Case, String) {
    let case = Case::new();
    suiji(&["ledger", "init", &case.dir()]).ends(0);
    case.seal(&[]).ends(0);
    let head = suiji(&["ledger", "head", &case.dir(), "--json"])
        .ends(0)
        .json();
    case.draw(ANSWERS).ends(0);
    let head = format!("{} {}", head["size"], head["root"].as_str().unwrap());
    (case, head)
}

fn check(case: &Case, notes: &str, args: &[&str]) -> Ran {
    case.write("notes.txt", notes);
    let (notes, record) = (case.arg("notes.txt"), case.arg("record.json"));
    suiji(&[&["witness-check", &notes, &record, "--lang", "en"], args].concat())
}

#[test]
fn the_sheet_has_the_digest_and_room_for_the_rest() {
    let case = Case::new();
    suiji(&["witness-sheet", &case.dir()]).refused("case.not-sealed");
    suiji(&["ledger", "init", &case.dir()]).ends(0);
    case.seal(&[]).ends(0);
    let page = suiji(&["witness-sheet", &case.dir(), "--lang", "en"])
        .ends(0)
        .out;
    let digest: suiji::Digest = case.digest("commitment.json").parse().unwrap();
    assert!(page.contains(&digest.to_groups()), "{page}");
    assert!(
        page.contains("2 entries") && page.contains("____ ____"),
        "{page}"
    );
    let file = case.arg("sheet.html");
    suiji(&["witness-sheet", &case.dir(), "--out", &file]).ends(0);
    // The same in Chinese. An existing file is never overwritten.
    assert!(fs::read_to_string(&file).unwrap().contains("见证人"));
    suiji(&["witness-sheet", &case.dir(), "--out", &file]).refused("case.exists");
    // Nothing on it is secret.
    let secret = case.json("ceremony.json")["secret"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(!page.contains(&secret) && !page.contains("PRIVATE"));
}

#[test]
fn the_lines_of_a_witness_prove_time_values_and_record() {
    let (case, head) = drawn();
    let commitment = case.digest("commitment.json");
    let record = Record::from_json(&case.bytes("record.json"))
        .unwrap()
        .digest();
    let notes = format!("封存单：{commitment}\n取值：{DICE}\n抽取记录：{record}\n登记簿：{head}\n");
    let (dir, ledger) = (case.dir(), case.dir());
    let ran = check(&case, &notes, &["--case", &dir, "--ledger", &ledger]).ends(0);
    assert!(
        ran.out
            .contains("was in the ledger (entry 1) when the head was noted"),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains("was not noted"), "{}", ran.out);
    // A noted head without the ledger is reported.
    let ran = check(&case, &notes, &["--case", &dir]).ends(0);
    assert!(ran.out.contains("--ledger"), "{}", ran.out);
    // Without a note, nothing is proved.
    let ran = check(&case, &format!("record: {record}"), &[]);
    assert_eq!(ran.out.matches("not noted").count(), 2, "{}", ran.out);
}

#[test]
fn each_line_that_differs_is_found() {
    let (case, head) = drawn();
    let commitment = case.digest("commitment.json");
    for notes in [
        format!("commitment: {}", commitment.replace(['0', '1'], "2")),
        format!("values: {OTHER}"),
        format!("record: {commitment}"),
    ] {
        check(&case, &notes, &[]).ends(1);
    }
    let ledger = case.dir();
    let other = head.replacen(' ', " 0", 1);
    let other = &other[..other.len() - 1];
    let notes = format!("values: {DICE}\nledger: {other}");
    let ran = check(&case, &notes, &["--ledger", &ledger]).ends(1);
    assert!(ran.err.contains("[ledger.head-root]"), "{}", ran.err);
    check(&case, "so it was\n", &[]).refused("sheet.line");
    check(&case, &format!("values: {DICE}\nrecord: 12"), &[]).refused("sheet.digest");
}
