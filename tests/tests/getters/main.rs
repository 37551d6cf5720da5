//! The getters of a document return its whole content [S3a], [E1], [G1].
#![expect(clippy::unwrap_used, reason = "tests")]

mod forms;

use serde_json::{Value, json};
use suiji::ceremony::{PartialContributions, Superseded};
use suiji::record::{DrawnEntity, Last};
use suiji::{Contributions, Digest, Hash, PublicForm, Receipt, Record, Secret};
use suiji_conformance::{Small, vectors::folder};

use forms::{commitment, draw, maybe, statement, superseded, text};

/// The vectors of a folder.
fn vectors(name: &str) -> Vec<Value> {
    let entries = folder().join(name).read_dir().unwrap();
    let files = entries.map(|entry| std::fs::read(entry.unwrap().path()).unwrap());
    files
        .map(|file| serde_json::from_slice(&file).unwrap())
        .collect()
}

#[test]
fn getters_of_a_record_return_its_content() {
    let mut count = 0;
    for vector in vectors("draws") {
        let expected = &vector["expected"]["record"];
        let bytes = serde_json::to_vec(expected).unwrap();
        let record = Record::from_json(&bytes).unwrap();
        assert_eq!(
            commitment(record.commitment()),
            expected["commitment"],
            "{}",
            vector["name"]
        );
        assert_eq!(text(record.seed()), expected["seed"]);
        let draws: Vec<Value> = record.draws().iter().map(draw).collect();
        assert_eq!(json!(draws), expected["draws"], "{}", vector["name"]);
        for draw in record.draws() {
            assert_eq!(record.draw(draw.task().as_str()), Some(draw));
        }
        assert_eq!(record.draw("no such task"), None);
        let secret = vector["documents"]["ceremony.json"]["json"]["secret"].as_str();
        let secret = secret.map(|secret| secret.parse::<Secret>().unwrap());
        let form = PublicForm::of(&record, secret.as_ref()).unwrap();
        for (public, draw) in form.draws().iter().zip(record.draws()) {
            assert!(
                public
                    .selected()
                    .iter()
                    .eq(draw.selected().iter().map(DrawnEntity::id))
            );
            // The greatest ticket of each stratum with a selected entity.
            for (stratum, last) in public.last() {
                let of_stratum = draw
                    .selected()
                    .iter()
                    .filter(|drawn| drawn.stratum() == stratum);
                let greatest = of_stratum.map(DrawnEntity::ticket).max().unwrap();
                match (last, &secret) {
                    (Last::Ticket(last), None) => assert_eq!(last, greatest),
                    (Last::Commitment(last), Some(_)) => assert_ne!(last, greatest),
                    (last, _) => panic!("{}: {last:?}", vector["name"]),
                }
            }
            assert_eq!(public.last().count() == 0, draw.selected().is_empty());
        }

        let contributions = record.contributions();
        let as_text: Value = serde_json::from_str(&contributions.to_json()).unwrap();
        assert_eq!(as_text["contributions"], expected["contributions"]);
        let digest = record.commitment().digest();
        assert_eq!(contributions.commitment(), digest);
        assert_eq!(as_text["commitment"], json!(digest.to_string()));
        let length = expected["contributions"].as_array().unwrap().len();
        assert_eq!(
            (contributions.len(), contributions.iter().count()),
            (length, length)
        );
        assert!(!contributions.is_empty());
        count += 1;
    }
    assert!(count > 50, "{count}");
}

#[test]
fn contributions_can_be_read_and_written_unchanged() {
    // [S3c]
    let none = Contributions::new(Digest::from_bytes([7; 32]), []);
    assert_eq!((none.len(), none.is_empty()), (0, true));
    let text = r#"[{"kind":"live","numbers":[[6,6]],"source":0},{"kind":"live","numbers":[[1,2]],"source":3}]"#;
    let part = PartialContributions::from_json(text.as_bytes()).unwrap();
    let sources: Vec<u64> = part.iter().map(|(source, _)| source).collect();
    assert_eq!(sources, [0, 3]);
    let expected: Value = serde_json::from_str(text).unwrap();
    assert_eq!(
        serde_json::from_str::<Value>(&part.to_json()).unwrap(),
        expected
    );
}

#[test]
fn values_have_the_same_text_as_in_documents() {
    // [S3a]
    assert_eq!(
        [Hash::Sha256, Hash::Sm3].map(|hash| hash.to_string()),
        ["sha256", "sm3"]
    );
    let digest: Digest = "0123456789abcdef".repeat(4).parse().unwrap();
    assert_eq!(digest.to_string(), "0123456789abcdef".repeat(4));
    assert_eq!(format!("{digest:?}"), digest.to_string());
}

#[test]
fn getters_of_a_superseded_commitment_return_its_content() {
    // [S3c]
    let [commitment, record] =
        ["ab", "cd"].map(|digits| digits.repeat(32).parse::<Digest>().unwrap());
    let bare = Superseded::new(commitment, "名录有误", "局长");
    assert_eq!(
        (bare.record(), bare.contributions().iter().count()),
        (None, 0)
    );
    assert_eq!(bare.clone().with_record(record).record(), Some(record));
    let text = r#"[{"kind":"live","numbers":[[1,2]],"source":3}]"#;
    let contributions = PartialContributions::from_json(text.as_bytes()).unwrap();
    let with_contributions = bare.with_contributions(contributions.clone());
    assert_eq!(with_contributions.contributions(), &contributions);
    assert_eq!(
        superseded(&with_contributions)["contributions"][0]["source"],
        3
    );
}

#[test]
fn a_receipt_has_vacant_seats() {
    // [G3], [T4] All inspectors are recused from all entities, so every seat is vacant.
    let mut case = Small::with_team();
    for inspector in &mut case.roster {
        inspector["recuse"] = json!(["A-1", "A-2", "A-3", "A-4", "A-5"]);
    }
    let (sealed, record) = case.draw().unwrap();
    let drawn = record.draws()[0].selected()[0].id();
    let receipt = sealed.receipt(&record, drawn).unwrap();
    let statement = &receipt.tasks()[0];
    assert_eq!(
        (statement.members(), statement.vacant()),
        (&[][..], &[0, 1][..])
    );
}

#[test]
fn getters_of_a_receipt_return_its_content() {
    let mut reasons = 0;
    for vector in vectors("receipts") {
        let expected = &vector["receipt"];
        let receipt = Receipt::from_json(&serde_json::to_vec(expected).unwrap()).unwrap();
        assert_eq!(receipt.entity(), expected["entity"]);
        assert_eq!(text(receipt.record()), expected["record"]);
        let row = &expected["registry"]["row"];
        assert_eq!(receipt.name(), row["name"].as_str());
        assert_eq!(maybe(receipt.salt()), expected["registry"]["salt"]);
        let tasks = expected["tasks"].as_array().unwrap();
        assert_eq!(receipt.tasks().len(), tasks.len());
        for (task, expected) in receipt.tasks().iter().zip(tasks) {
            let fields = statement(task);
            for (key, value) in &fields {
                assert_eq!(value, &expected[key], "{key} of {expected}");
            }
            // The reason is next to the proof. Only the check uses the other fields.
            assert_eq!(
                task.reason()
                    .map(|reason| json!(reason))
                    .unwrap_or_default(),
                expected["excluded"]["reason"]
            );
            reasons += usize::from(task.reason().is_some());
            for key in expected.as_object().unwrap().keys() {
                let without_getter = [
                    "cutoff_salt",
                    "excluded",
                    "frame",
                    "key",
                    "salt",
                    "proof",
                    "index",
                ];
                assert!(
                    fields.contains_key(key) || without_getter.contains(&key.as_str()),
                    "{key}"
                );
            }
        }
    }
    assert!(reasons > 0);
}
