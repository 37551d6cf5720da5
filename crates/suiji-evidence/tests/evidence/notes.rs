//! The notes of a witness, in the forms in which people type them.

use suiji::Lang;
use suiji_evidence::Notes;

use super::support::{codes, invented};

#[test]
fn notes_are_read_in_both_languages_and_over_several_lines() {
    // [W1]
    let (commitment, record) = (invented("A"), invented("record"));
    let groups = commitment.to_groups();
    let (first, second) = groups.split_at(40);
    let typed = [
        format!(
            "commitment: {commitment}\nvalues: 3 5\nrecord: {record}\nledger: 12 {}\n",
            record.to_groups()
        ),
        format!(
            "\u{FEFF}封存单摘要：{first}\r\n  {second}\r\n\r\n取值：3 5\r\n抽取记录：{}\r\n登记簿: 12\r\n{record}\r\n",
            record.to_string().to_uppercase()
        ),
    ];
    for text in &typed {
        let notes = Notes::read(text.as_bytes()).unwrap();
        assert_eq!(notes.commitment(), Some(commitment), "{text}");
        assert_eq!(notes.record(), Some(record));
        assert_eq!(notes.values(), ["3 5"]);
        let heads: Vec<_> = notes
            .heads()
            .iter()
            .map(|of| (of.size(), of.root()))
            .collect();
        assert_eq!(heads, [(12, record)]);
    }
    let several = Notes::read("取值: 骰子: 3 5\n1: 2 2\nvalue: 9".as_bytes()).unwrap();
    assert_eq!(several.values(), ["骰子: 3 5", "1: 2 2", "9"]);
    assert_eq!((several.commitment(), several.record()), (None, None));
}

#[test]
fn all_faults_of_notes_are_told_with_their_lines() {
    let digest = invented("A");
    let text = format!(
        "hello\ncommitment: {}\nrecord: {digest}\nrecord: {}\nledger: 1\n",
        "0123",
        invented("B")
    );
    let error = Notes::read(text.as_bytes()).unwrap_err();
    assert_eq!(
        codes(&error),
        ["sheet.line", "sheet.digest", "sheet.twice", "ledger.head"]
    );
    let lines: Vec<_> = error
        .problems()
        .iter()
        .map(|of| of.line().unwrap())
        .collect();
    assert_eq!(lines, [1, 2, 4, 5]);
    assert_ne!(error.message(Lang::Zh), error.message(Lang::En));
    assert_eq!(codes(&Notes::read(b" \n\n").unwrap_err()), ["sheet.empty"]);
    assert_eq!(codes(&Notes::read(b"\xFF").unwrap_err()), ["sheet.line"]);
    let long = vec![b' '; (1 << 20) + 1];
    assert_eq!(codes(&Notes::read(&long).unwrap_err()), ["sheet.line"]);
}
