//! Ledgers that somebody altered, or that an office wrote to hide something. Each case must be found with its code.

use suiji::{Hash, Lang};
use suiji_evidence::{Event, Files, Head, Ledger};

use super::support::{codes, day, dice, drawn, file, invented, sealed, seen};

/// The codes of the failures, and of the warnings.
fn audit(events: &[Event]) -> (Vec<&'static str>, Vec<&'static str>) {
    let ledger = Ledger::read(file(events).as_bytes()).unwrap();
    let audit = ledger.audit(&Files::default());
    let codes = |of: &[suiji_evidence::Problem]| of.iter().map(|one| one.code()).collect();
    (codes(audit.failures()), codes(audit.warnings()))
}

fn left(name: &str) -> Event {
    Event::Left {
        commitment: invented(name),
        reason: "样例原因".to_owned(),
        approved_by: "样例甲".to_owned(),
    }
}

#[test]
fn a_day_in_order_has_no_problems() {
    // [L7]
    assert_eq!(audit(&day()), (vec![], vec![]));
}

#[test]
fn any_altered_removed_or_inserted_line_is_found_at_the_next_one() {
    // [L2]
    let text = file(&day());
    let lines: Vec<&str> = text.lines().collect();
    let joined = |lines: &[&str]| format!("{}\n", lines.join("\n"));
    for number in 0..lines.len() {
        let mut removed = lines.clone();
        removed.remove(number);
        let mut doubled = lines.clone();
        doubled.insert(number, lines[number]);
        let altered = lines[number].replace("2026-03-02", "2026-03-01");
        let mut changed = lines.clone();
        changed[number] = &altered;
        let is_last = number + 1 == lines.len();
        for (text, what) in [
            (joined(&removed), "removed"),
            (joined(&doubled), "doubled"),
            (joined(&changed), "changed"),
        ] {
            let found = Ledger::read(text.as_bytes());
            // The heads that others keep fix the end of a ledger.
            if is_last && what != "doubled" {
                assert!(found.is_ok());
                continue;
            }
            let error = found.unwrap_err();
            let first = ["ledger.chain", "ledger.opening"];
            assert!(first.contains(&error.code()), "{number} {what}: {error}");
        }
    }
}

#[test]
fn a_line_in_another_form_is_refused_with_its_number() {
    // [L2] [L3]
    let text = file(&day());
    let second = text.lines().nth(1).unwrap();
    let with = |from: &str, to: &str| second.replacen(from, to, 1);
    let wrong = [
        (with("{", "{ "), "ledger.form"),
        (
            with("\"kind\":\"sealed\"", "\"kind\":\"unsealed\""),
            "ledger.form",
        ),
        (
            with("\"tasks\":[\"J1\",\"J2\"]", "\"tasks\":[]"),
            "ledger.form",
        ),
        (with("\"tasks\":[\"J1\",\"J2\"],", ""), "ledger.form"),
        (
            with("\"tasks\":[\"J1\",\"J2\"]", "\"tasks\":[1]"),
            "ledger.form",
        ),
        (with("\"year\":2026", "\"year\":\"2026\""), "ledger.form"),
        (
            with("\"year\":2026", "\"year\":2026,\"zeal\":1"),
            "ledger.form",
        ),
        (
            with("\"authority\":\"样例县市场监管局\",", ""),
            "ledger.form",
        ),
        (
            with("\"at\":\"2026-03-02T09:01:00+08:00\"", "\"at\":\"noon\""),
            "ledger.form",
        ),
        (
            with("\"year\":2026", "\"year\":2026,\"year\":2026"),
            "ledger.form",
        ),
        ("[]".to_owned(), "ledger.form"),
        (String::new(), "ledger.form"),
        ("{".to_owned(), "ledger.form"),
        (with("\"number\":1", "\"number\":2"), "ledger.chain"),
    ];
    for (line, code) in wrong {
        let altered = text.replacen(second, &line, 1);
        let error = Ledger::read(altered.as_bytes()).unwrap_err();
        assert_eq!(codes(&error), [code], "{line}");
        assert_eq!(error.problems()[0].line(), Some(2), "{line}");
        assert_ne!(error.message(Lang::Zh), error.message(Lang::En));
    }
    assert_eq!(codes(&Ledger::read(b"").unwrap_err()), ["ledger.empty"]);
    assert_eq!(codes(&Ledger::read(b"{}").unwrap_err()), ["ledger.empty"]);
    let other = text.replacen("suiji-ledger-v1", "suiji-ledger-v2", 1);
    assert_eq!(
        codes(&Ledger::read(other.as_bytes()).unwrap_err()),
        ["ledger.spec"]
    );
    let without = text.lines().nth(1).unwrap().to_owned() + "\n";
    assert_eq!(
        codes(&Ledger::read(without.as_bytes()).unwrap_err()),
        ["ledger.opening"]
    );
    let long = vec![b'\n'; Ledger::BYTES + 1];
    assert_eq!(codes(&Ledger::read(&long).unwrap_err()), ["ledger.bytes"]);
}

#[test]
fn a_rewritten_ledger_contradicts_every_head_that_somebody_kept() {
    // [L5]
    let events = day();
    let honest: Vec<Ledger> = (1..=events.len())
        .map(|count| Ledger::read(file(&events[..count]).as_bytes()).unwrap())
        .collect();
    // The office enters another throw, and rewrites all later entries.
    let mut other = day();
    other[1] = seen("A", dice(6, 6));
    other[3] = drawn("A", "record A", dice(6, 6));
    let rewritten = Ledger::read(file(&other).as_bytes()).unwrap();
    for (count, ledger) in (1..).zip(&honest) {
        let head = Head::read(ledger.head().unwrap().to_string().as_bytes()).unwrap();
        let mut files = Files::default();
        files.add_head("会议记录", head);
        let audit = rewritten.audit(&files);
        let found: Vec<&str> = audit.failures().iter().map(|of| of.code()).collect();
        // Heads from before the altered entry match both ledgers.
        let expected: &[&str] = if count < 2 {
            &[]
        } else {
            &["ledger.head-root"]
        };
        assert_eq!(found, expected, "{count}");
        assert_eq!(audit.heads(), 1);
    }
    // The last entries were removed.
    let newest = honest.last().unwrap().head().unwrap().to_string();
    let newest = Head::read(newest.as_bytes()).unwrap();
    assert_eq!(
        codes(&honest[2].check_head(&newest).unwrap_err()),
        ["ledger.head-size"]
    );
    let foreign = Head::read(b"other\n1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n").unwrap();
    assert_eq!(
        codes(&rewritten.check_head(&foreign).unwrap_err()),
        ["ledger.head-origin"]
    );
}

#[test]
fn one_task_is_not_sealed_twice_in_silence() {
    // [L7]: the cases of [S3c]
    let twice = [sealed("A", &["J1", "J2"], &[]), sealed("B", &["J2"], &[])];
    assert_eq!(audit(&twice).0, ["ledger.not-named"]);
    let named = [
        sealed("A", &["J1", "J2"], &[]),
        sealed("B", &["J2"], &["A"]),
    ];
    assert_eq!(audit(&named).0, [""; 0]);
    let others = [sealed("A", &["J1"], &[]), sealed("B", &["J2"], &[])];
    assert_eq!(audit(&others).0, [""; 0]);
    let again = [sealed("A", &["J1"], &[]), sealed("A", &["J1"], &[])];
    assert_eq!(audit(&again).0, ["ledger.sealed-twice"]);
}

#[test]
fn a_commitment_that_was_given_values_is_not_left_in_silence() {
    // [L7]
    let silent = [sealed("A", &["J1"], &[]), seen("A", dice(3, 5))];
    assert_eq!(audit(&silent), (vec!["ledger.unfinished"], vec![]));
    let explained = [sealed("A", &["J1"], &[]), seen("A", dice(3, 5)), left("A")];
    assert_eq!(audit(&explained), (vec![], vec![]));
    // Without values it may still be drawn, so the office is only asked.
    assert_eq!(
        audit(&[sealed("A", &["J1"], &[])]),
        (vec![], vec!["ledger.open"])
    );
}

#[test]
fn a_value_that_was_looked_at_and_thrown_away_is_found() {
    // [L7]
    let abort = [
        sealed("A", &["J1"], &[]),
        seen("A", dice(3, 5)),
        seen("A", dice(6, 1)),
        drawn("A", "record A", dice(6, 1)),
    ];
    assert_eq!(audit(&abort), (vec!["ledger.thrown-away"], vec![]));
    let declined = Event::Declined {
        commitment: invented("A"),
        source: 0,
    };
    let mistyped = [
        sealed("A", &["J1"], &[]),
        seen("A", dice(3, 5)),
        declined.clone(),
        seen("A", dice(6, 1)),
        drawn("A", "record A", dice(6, 1)),
    ];
    let (failures, warnings) = audit(&mistyped);
    assert_eq!((failures, warnings), (vec![], vec!["ledger.declined"]));
    let ledger = Ledger::read(file(&mistyped).as_bytes()).unwrap();
    let said = ledger.audit(&Files::default()).warnings()[0].message(Lang::En);
    assert!(said.contains("3 5") && said.contains("6 1"), "{said}");
    // The value was shown, the command interrupted, and the same value typed again.
    let same = [
        sealed("A", &["J1"], &[]),
        seen("A", dice(3, 5)),
        seen("A", dice(3, 5)),
        drawn("A", "record A", dice(3, 5)),
    ];
    assert_eq!(audit(&same), (vec![], vec![]));
}

#[test]
fn entries_that_contradict_each_other_are_found() {
    // [L7]
    let mut second = day();
    second.push(drawn("A", "record B", dice(3, 5)));
    assert_eq!(audit(&second).0, ["ledger.second-record"]);
    let unsealed = [drawn("A", "record A", dice(3, 5))];
    assert_eq!(audit(&unsealed).0, ["ledger.not-sealed"]);
    let after = [
        sealed("A", &["J1"], &[]),
        left("A"),
        drawn("A", "record A", dice(3, 5)),
    ];
    assert_eq!(audit(&after).0, ["ledger.after-end"]);
    let published = [Event::Published {
        record: invented("record A"),
    }];
    assert_eq!(audit(&published).0, ["ledger.not-drawn"]);
}

#[test]
fn a_clock_that_goes_back_is_told() {
    use suiji_evidence::Opening;
    let at = |text: &str| text.parse().unwrap();
    let opening = Opening::new(Hash::Sha256, "suiji-ledger/样例");
    let mut ledger = Ledger::new(opening, at("2026-03-02T09:00:00+08:00")).unwrap();
    // The same instant in another time zone is not earlier.
    ledger
        .append(sealed("A", &["J1"], &[]), at("2026-03-02T10:00:00+09:00"))
        .unwrap();
    ledger
        .append(left("A"), at("2026-03-02T08:59:59+08:00"))
        .unwrap();
    let audit = ledger.audit(&Files::default());
    let codes: Vec<&str> = audit.warnings().iter().map(|of| of.code()).collect();
    assert_eq!(codes, ["ledger.time"]);
}
