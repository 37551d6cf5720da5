//! A ledger without faults: its lines, heads, proofs and words.

use suiji::{Hash, Lang};
use suiji_evidence::note::{Note, PrivateKey, PublicKey, Verifier};
use suiji_evidence::{ConsistencyProof, Event, Files, Head, InclusionProof, Ledger, Opening};

use super::support::{at, codes, day, dice, event, file, invented, sealed, seen};

fn read(text: &str) -> Ledger {
    Ledger::read(text.as_bytes()).unwrap()
}

/// The events of a day and a line for each.
#[test]
fn a_ledger_is_read_as_it_was_written() {
    // [L1] [L2] [L3]
    let events = day();
    let text = file(&events);
    let ledger = read(&text);
    assert_eq!(ledger.entries().len(), events.len() + 1);
    for (number, (entry, event)) in (1..).zip(ledger.entries()[1..].iter().zip(&events)) {
        assert_eq!((entry.number(), entry.event()), (number, event));
        assert_eq!(*entry.at(), at(u32::try_from(number).unwrap()));
    }
    assert_eq!((ledger.complete(), ledger.torn()), (text.len() as u64, 0));
    for (number, line) in (0..).zip(text.lines()) {
        assert_eq!(ledger.line(number).unwrap(), line);
    }
    // The root before the third entry, computed by hand from two leaves.
    let mut lines = text.lines();
    let leaf = |line: &str| Hash::Sha256.digest(&[b"\0", line.as_bytes()].concat());
    let (first, second) = (leaf(lines.next().unwrap()), leaf(lines.next().unwrap()));
    let node = [b"\x01", first.as_bytes().as_slice(), second.as_bytes()].concat();
    assert_eq!(ledger.entries()[2].before(), Hash::Sha256.digest(&node));
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(ledger.entries()[0].before().to_string(), empty);
}

#[test]
fn the_first_lines_are_these_bytes() {
    // [L2]
    let text = file(&[seen("A", dice(3, 5))]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[0],
        r#"{"at":"2026-03-02T09:00:00+08:00","before":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","hash":"sha256","kind":"opened","number":0,"origin":"suiji-ledger/样例","spec":"suiji-ledger-v1"}"#
    );
    assert!(
        lines[1].contains(r#""contribution":{"kind":"live","numbers":[[3,5]],"source":0}"#),
        "{}",
        lines[1]
    );
}

#[test]
fn every_kind_of_entry_is_read_and_said_in_both_languages() {
    // [L3]
    let mut events = day();
    events.push(Event::Declined {
        commitment: invented("A"),
        source: 0,
    });
    events.push(Event::Amended {
        record: invented("record A"),
        amendments: invented("amendment"),
        count: 2,
    });
    events.push(sealed("B", &["J1"], &["A"]));
    events.push(event(serde_json::json!({
        "kind": "sealed", "commitment": invented("C").to_string(), "authority": "样例县市场监管局", "year": 2026,
        "tasks": ["J1"], "follows": [invented("B").to_string()], "adopted": true,
    })));
    events.push(Event::Left {
        commitment: invented("C"),
        reason: "样例原因".to_owned(),
        approved_by: "样例甲".to_owned(),
    });
    let ledger = read(&file(&events));
    for (entry, event) in ledger.entries()[1..].iter().zip(&events) {
        assert_eq!(entry.event(), event);
        let (zh, en) = (entry.message(Lang::Zh), entry.message(Lang::En));
        assert!(
            zh.starts_with("第 ") && zh != en && !en.contains('{'),
            "{zh} {en}"
        );
    }
    let line = ledger.entries()[2].message(Lang::En);
    assert_eq!(
        line,
        "2  2026-03-02T09:02:00+08:00  source 1: 3 5 was shown"
    );
}

#[test]
fn a_torn_last_line_is_no_entry() {
    // [L1]
    let text = file(&day());
    let whole = read(&text);
    let before = text[..text.len() - 1].rfind('\n').unwrap() + 1;
    for end in before..text.len() {
        let torn = Ledger::read(&text.as_bytes()[..end]).unwrap();
        assert_eq!(
            torn.entries(),
            &whole.entries()[..whole.entries().len() - 1]
        );
        assert_eq!(torn.torn(), (end - before) as u64);
        assert_eq!(torn.complete(), before as u64);
        let warnings = torn.audit(&Files::default());
        let told = warnings
            .warnings()
            .iter()
            .any(|of| of.code() == "ledger.torn");
        assert_eq!(told, end > before);
    }
}

#[test]
fn a_head_is_a_checkpoint_that_the_key_of_the_office_signs() {
    // [L4]
    let secret = PrivateKey::new("suiji-ledger/样例", &[9; 32]).unwrap();
    let opening = Opening::new(Hash::Sha256, "suiji-ledger/样例").with_key(secret.public().clone());
    let mut ledger = Ledger::new(opening, at(0)).unwrap();
    ledger.append(sealed("A", &["J1"], &[]), at(1)).unwrap();
    let mut note = Note::new(&ledger.head().unwrap().to_string()).unwrap();
    note.sign(&secret).unwrap();
    let root = ledger.root();
    let forms = [
        note.to_string(),
        note.to_string().replace('\n', "\r\n"),
        note.text().to_owned(),
        format!("2 {root}"),
        format!("2\n{}\n", root.to_groups().to_uppercase()),
    ];
    for form in &forms {
        let head = Head::read(form.as_bytes()).unwrap();
        assert_eq!((head.size(), head.root()), (2, root), "{form}");
        ledger.check_head(&head).unwrap();
    }
    let head = Head::read(forms[0].as_bytes()).unwrap();
    let key: &PublicKey = ledger.opening().key().unwrap();
    assert_eq!(
        head.signed(&[key as &dyn Verifier]).unwrap().known(),
        ["suiji-ledger/样例"]
    );
    for wrong in [
        "",
        "2",
        "2 0123",
        "two lines",
        &format!("02 {root}"),
        &format!("2 {root}0"),
    ] {
        assert_eq!(
            codes(&Head::read(wrong.as_bytes()).unwrap_err()),
            ["ledger.head"],
            "{wrong}"
        );
    }
}

#[test]
fn an_entry_is_proved_to_whoever_has_the_head() {
    // [L6]
    let text = file(&day());
    let ledger = read(&text);
    let head = ledger.head().unwrap().to_string();
    for (number, line) in (0..).zip(text.lines()) {
        let proof = ledger
            .inclusion(number)
            .unwrap()
            .with_head(&head)
            .to_string();
        let proof = InclusionProof::read(proof.as_bytes()).unwrap();
        assert_eq!(proof.index(), number);
        let found = proof.verify(Hash::Sha256, line.as_bytes()).unwrap();
        assert_eq!(found.root(), ledger.root());
        let other = line.replace("2026", "2027");
        let wrong = proof.verify(Hash::Sha256, other.as_bytes()).unwrap_err();
        assert_eq!(codes(&wrong), ["ledger.not-included"]);
    }
    assert_eq!(
        codes(&ledger.inclusion(6).unwrap_err()),
        ["ledger.no-such-entry"]
    );
    let first = ledger.inclusion(0).unwrap().with_head(&head).to_string();
    assert!(first.starts_with("c2sp.org/tlog-proof@v1\nindex 0\n"));
    for wrong in [
        "",
        "c2sp.org/tlog-proof@v1\nindex 0",
        &first.replace("index 0", "index 00"),
        &first.replace("@v1", "@v2"),
    ] {
        assert_eq!(
            codes(&InclusionProof::read(wrong.as_bytes()).unwrap_err()),
            ["ledger.proof"]
        );
    }
    let long = format!(
        "c2sp.org/tlog-proof@v1\nindex 0\n{}\n{head}",
        format!("{}\n", first.lines().nth(2).unwrap()).repeat(65)
    );
    assert_eq!(
        codes(&InclusionProof::read(long.as_bytes()).unwrap_err()),
        ["ledger.proof"]
    );
}

#[test]
fn two_heads_are_compared_without_the_ledger() {
    // [L6]
    let events = day();
    let heads: Vec<String> = (0..=events.len())
        .map(|count| read(&file(&events[..count])).head().unwrap().to_string())
        .collect();
    let ledger = read(&file(&events));
    let newest = &heads[events.len()];
    for old in &heads {
        let old = Head::read(old.as_bytes()).unwrap();
        let proof = ledger
            .consistency(old.size())
            .unwrap()
            .with_head(newest)
            .to_string();
        let proof = ConsistencyProof::read(proof.as_bytes()).unwrap();
        assert_eq!(proof.verify(Hash::Sha256, &old).unwrap().size(), 6);
    }
    // A different history of the same length.
    let mut other = day();
    other[1] = seen("A", dice(6, 6));
    let rewritten = read(&file(&other));
    let kept = Head::read(heads[3].as_bytes()).unwrap();
    let proof = rewritten
        .consistency(4)
        .unwrap()
        .with_head(&rewritten.head().unwrap().to_string());
    assert_eq!(
        codes(&proof.verify(Hash::Sha256, &kept).unwrap_err()),
        ["ledger.not-consistent"]
    );
    let foreign = Head::read(heads[3].replace("样例", "别处").as_bytes()).unwrap();
    assert_eq!(
        codes(&proof.verify(Hash::Sha256, &foreign).unwrap_err()),
        ["ledger.head-origin"]
    );
    assert_eq!(
        codes(&ledger.consistency(0).unwrap_err()),
        ["ledger.no-such-entry"]
    );
    for wrong in ["", "old 1", "old 01\n\nx"] {
        assert_eq!(
            codes(&ConsistencyProof::read(wrong.as_bytes()).unwrap_err()),
            ["ledger.proof"]
        );
    }
}

#[test]
fn an_event_that_cannot_be_read_again_is_not_entered() {
    let mut ledger = read(&file(&[]));
    for reason in ["", "  ", "一行\u{0}"] {
        let event = Event::Left {
            commitment: invented("A"),
            reason: reason.to_owned(),
            approved_by: "样例甲".to_owned(),
        };
        assert_eq!(
            codes(&ledger.append(event, at(1)).unwrap_err()),
            ["ledger.form"],
            "{reason:?}"
        );
    }
    assert_eq!(ledger.entries().len(), 1);
}
