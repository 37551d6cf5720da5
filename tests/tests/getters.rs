//! The getters of a document return everything that is in it [S3a], [E1], [G1].
#![expect(clippy::unwrap_used, reason = "tests")]

use serde_json::{Map, Value, json};
use suiji::ceremony::{Part, PartialContributions, Root, SealedTask, SourceKind, Superseded};
use suiji::receipt::Statement;
use suiji::record::{Draw, DrawnEntity, DrawnTeam, Last};
use suiji::{Commitment, Contributions, Digest, Hash, PublicForm, Receipt, Record, Secret, Source};
use suiji_conformance::{Small, vectors::folder};

/// An object without the fields that are null.
fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let present = fields.into_iter().filter(|(_, value)| !value.is_null());
    Value::Object(
        present
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
}

/// A list, or null if it is empty.
fn list(values: impl IntoIterator<Item = Value>) -> Value {
    let values: Vec<Value> = values.into_iter().collect();
    if values.is_empty() {
        Value::Null
    } else {
        values.into()
    }
}

fn text(value: impl ToString) -> Value {
    value.to_string().into()
}

fn maybe(value: Option<impl ToString>) -> Value {
    value.map_or(Value::Null, text)
}

fn root(root: Root) -> Value {
    json!({"size": root.size(), "root": text(root.root())})
}

fn task(task: &SealedTask) -> Value {
    let strata = task.strata().iter().map(|stratum| {
        json!({"stratum": stratum.stratum(), "size": stratum.size(), "take": stratum.take()})
    });
    let strata: Vec<Value> = strata.collect();
    let takes = strata.iter().filter_map(|stratum| stratum["take"].as_u64());
    assert_eq!(task.take(), takes.sum::<u64>());
    let mut excluded = root(task.excluded());
    let reasons = task
        .reasons()
        .iter()
        .map(|of| json!({"reason": of.reason(), "size": of.size()}));
    let reasons: Vec<Value> = reasons.collect();
    if !reasons.is_empty() {
        excluded["reasons"] = reasons.into();
    }
    object([
        ("id", text(task.id())),
        ("coordination", maybe(task.coordination())),
        ("frame", root(task.frame())),
        ("excluded", excluded),
        ("strata", strata.into()),
        (
            "short",
            if task.short() == 0 {
                Value::Null
            } else {
                task.short().into()
            },
        ),
    ])
}

fn source(source: &Source) -> Value {
    let (name, by) = (text(source.name()), text(source.by().as_str()));
    let kind = ("kind", text(source.kind().as_str()));
    match source.kind() {
        SourceKind::Live { parts } => object([
            kind,
            ("name", name),
            ("by", by),
            ("parts", parts.iter().map(part).collect()),
        ]),
        SourceKind::Committed { commitment } => object([
            kind,
            ("name", name),
            ("by", by),
            ("commitment", maybe(*commitment)),
        ]),
        SourceKind::Drand { round } => {
            object([kind, ("name", name), ("by", by), ("round", (*round).into())])
        }
        _ => unreachable!(),
    }
}

fn part(part: &Part) -> Value {
    let mut value = json!({"count": part.count(), "from": part.from(), "to": part.to()});
    if part.is_distinct() {
        value["distinct"] = json!(true);
    }
    value
}

fn superseded(superseded: &Superseded) -> Value {
    let contributions: Value = serde_json::from_str(&superseded.contributions().to_json()).unwrap();
    assert_eq!(
        contributions.as_array().unwrap().len(),
        superseded.contributions().iter().count()
    );
    object([
        ("commitment", text(superseded.commitment())),
        ("reason", text(superseded.reason())),
        ("approved_by", text(superseded.approved_by())),
        ("record", maybe(superseded.record())),
        (
            "contributions",
            list(contributions.as_array().unwrap().clone()),
        ),
    ])
}

fn commitment(commitment: &Commitment) -> Value {
    let follows = commitment.follows().iter().map(
        |earlier| json!({"commitment": text(earlier.commitment()), "record": text(earlier.record())}),
    );
    object([
        ("spec", text("suiji-v1")),
        ("hash", text(commitment.hash().as_str())),
        ("sealed_at", text(commitment.sealed_at())),
        ("authority", text(commitment.authority())),
        ("year", commitment.year().into()),
        (
            "blinded",
            if commitment.blinded() {
                true.into()
            } else {
                Value::Null
            },
        ),
        ("plan", text(commitment.plan())),
        ("registry", root(commitment.registry())),
        ("roster", root(commitment.roster())),
        ("history", root(commitment.history())),
        ("tasks", list(commitment.tasks().iter().map(task))),
        ("sources", list(commitment.sources().iter().map(source))),
        ("previous", maybe(commitment.previous())),
        ("follows", list(follows)),
        (
            "supersedes",
            list(commitment.supersedes().iter().map(superseded)),
        ),
    ])
}

fn drawn(drawn: &DrawnEntity) -> Value {
    json!({"id": text(drawn.id()), "stratum": drawn.stratum(), "ticket": text(drawn.ticket())})
}

fn team(team: &DrawnTeam) -> Value {
    if !team.vacant().contains(&0) {
        assert_eq!(team.lead(), team.members().first());
    }
    object([
        ("entity", text(team.entity())),
        ("members", list(team.members().iter().map(text))),
        ("vacant", list(team.vacant().iter().map(|seat| json!(seat)))),
        ("joins", maybe(team.joins())),
    ])
}

fn draw(draw: &Draw) -> Value {
    object([
        ("task", text(draw.task())),
        ("key", text(draw.key())),
        ("selected", list(draw.selected().iter().map(drawn))),
        ("reserves", list(draw.reserves().iter().map(drawn))),
        ("teams", list(draw.teams().iter().map(team))),
    ])
}

fn statement(statement: &Statement) -> Map<String, Value> {
    let probability = statement
        .probability()
        .map(|fraction| json!({"numer": fraction.numer(), "denom": fraction.denom()}));
    let fields = object([
        ("task", text(statement.task())),
        ("state", text(statement.state().as_str())),
        ("stratum", maybe(statement.stratum())),
        ("ticket", maybe(statement.ticket())),
        ("cutoff", maybe(statement.cutoff())),
        (
            "reserve",
            statement.reserve().map_or(Value::Null, Value::from),
        ),
        ("probability", probability.unwrap_or(Value::Null)),
        ("members", list(statement.members().iter().map(text))),
        (
            "vacant",
            list(statement.vacant().iter().map(|seat| json!(seat))),
        ),
    ]);
    fields.as_object().unwrap().clone()
}

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
            // The reason is next to the proof. The other fields are only used by the check.
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
