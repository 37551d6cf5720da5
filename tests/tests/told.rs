//! What the getters of a document tell, put together again, is the document [S3a], [E1], [G1].
#![expect(clippy::unwrap_used, reason = "tests")]

use serde_json::{Map, Value, json};
use suiji::ceremony::{PartialContributions, Root, SealedTask, SourceKind, Superseded};
use suiji::receipt::Statement;
use suiji::record::{Draw, DrawnEntity, DrawnTeam};
use suiji::{Commitment, Contributions, Digest, Hash, PublicForm, Receipt, Record, Source};
use suiji_conformance::{Small, vectors::folder};

/// An object of the fields that are there.
fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let there = fields.into_iter().filter(|(_, value)| !value.is_null());
    Value::Object(there.map(|(key, value)| (key.to_owned(), value)).collect())
}

/// A list, or nothing where it is empty.
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
    object([
        ("id", text(task.id())),
        ("frame", root(task.frame())),
        ("excluded", root(task.excluded())),
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
        SourceKind::Live {
            length,
            symbols,
            outcomes,
        } => object([
            kind,
            ("name", name),
            ("by", by),
            ("length", (*length).into()),
            ("symbols", text(symbols)),
            ("outcomes", outcomes.map_or(Value::Null, Value::from)),
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

fn superseded(sheet: &Superseded) -> Value {
    let contributions: Value = serde_json::from_str(&sheet.contributions().to_json()).unwrap();
    assert_eq!(
        contributions.as_array().unwrap().len(),
        sheet.contributions().iter().count()
    );
    object([
        ("commitment", text(sheet.commitment())),
        ("reason", text(sheet.reason())),
        ("approved_by", text(sheet.approved_by())),
        ("record", maybe(sheet.record())),
        (
            "contributions",
            list(contributions.as_array().unwrap().clone()),
        ),
    ])
}

fn sheet(sheet: &Commitment) -> Value {
    let follows = sheet.follows().iter().map(
        |sheet| json!({"commitment": text(sheet.commitment()), "record": text(sheet.record())}),
    );
    object([
        ("spec", text("suiji-v1")),
        ("hash", text(sheet.hash().as_str())),
        ("sealed_at", text(sheet.sealed_at())),
        ("authority", text(sheet.authority())),
        ("year", sheet.year().into()),
        (
            "blinded",
            if sheet.blinded() {
                true.into()
            } else {
                Value::Null
            },
        ),
        ("plan", text(sheet.plan())),
        ("registry", root(sheet.registry())),
        ("roster", root(sheet.roster())),
        ("history", root(sheet.history())),
        ("tasks", list(sheet.tasks().iter().map(task))),
        ("sources", list(sheet.sources().iter().map(source))),
        ("previous", maybe(sheet.previous())),
        ("follows", list(follows)),
        (
            "supersedes",
            list(sheet.supersedes().iter().map(superseded)),
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
fn a_record_tells_what_stands_in_it() {
    let mut said = 0;
    for vector in vectors("draws") {
        let right = &vector["expected"]["record"];
        let bytes = serde_json::to_vec(right).unwrap();
        let record = Record::from_json(&bytes).unwrap();
        assert_eq!(
            sheet(record.commitment()),
            right["commitment"],
            "{}",
            vector["name"]
        );
        assert_eq!(text(record.seed()), right["seed"]);
        let draws: Vec<Value> = record.draws().iter().map(draw).collect();
        assert_eq!(json!(draws), right["draws"], "{}", vector["name"]);
        for draw in record.draws() {
            assert_eq!(record.draw(draw.task().as_str()), Some(draw));
        }
        assert_eq!(record.draw("no such task"), None);
        let form = PublicForm::of(&record);
        for (public, draw) in form.draws().iter().zip(record.draws()) {
            assert!(
                public
                    .selected()
                    .iter()
                    .eq(draw.selected().iter().map(DrawnEntity::id))
            );
            // The greatest ticket of each stratum that has one.
            for (stratum, last) in public.last() {
                let of_stratum = draw
                    .selected()
                    .iter()
                    .filter(|drawn| drawn.stratum() == stratum);
                assert_eq!(of_stratum.map(DrawnEntity::ticket).max(), Some(last));
            }
            assert_eq!(public.last().count() == 0, draw.selected().is_empty());
        }

        let given = record.contributions();
        let as_text: Value = serde_json::from_str(&given.to_json()).unwrap();
        assert_eq!(as_text, right["contributions"]);
        let count = right["contributions"].as_array().unwrap().len();
        assert_eq!((given.len(), given.iter().count()), (count, count));
        assert!(!given.is_empty());
        said += 1;
    }
    assert!(said > 50, "{said}");
}

#[test]
fn contributions_read_back_as_they_were_written() {
    // [S3c]
    let none = Contributions::new([]);
    assert_eq!(
        (none.len(), none.is_empty(), none.to_json().trim()),
        (0, true, "[]")
    );
    let text =
        r#"[{"kind":"live","source":0,"value":"66"},{"kind":"live","source":3,"value":"12"}]"#;
    let part = PartialContributions::from_json(text.as_bytes()).unwrap();
    let sources: Vec<u64> = part.iter().map(|(source, _)| source).collect();
    assert_eq!(sources, [0, 3]);
    let right: Value = serde_json::from_str(text).unwrap();
    assert_eq!(
        serde_json::from_str::<Value>(&part.to_json()).unwrap(),
        right
    );
}

#[test]
fn values_write_themselves_as_documents_have_them() {
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
fn an_earlier_sheet_tells_what_it_is_made_of() {
    // [S3c]
    let [sheet, record] = ["ab", "cd"].map(|digits| digits.repeat(32).parse::<Digest>().unwrap());
    let bare = Superseded::new(sheet, "名录有误", "局长");
    assert_eq!(
        (bare.record(), bare.contributions().iter().count()),
        (None, 0)
    );
    assert_eq!(bare.clone().with_record(record).record(), Some(record));
    let text = r#"[{"kind":"live","source":3,"value":"12"}]"#;
    let given = PartialContributions::from_json(text.as_bytes()).unwrap();
    let with_given = bare.with_contributions(given.clone());
    assert_eq!(with_given.contributions(), &given);
    assert_eq!(superseded(&with_given)["contributions"][0]["source"], 3);
}

#[test]
fn a_receipt_tells_of_vacant_seats() {
    // [G3], [T4]: nobody of the department may visit anybody, so that all seats are vacant.
    let mut case = Small::with_team();
    for officer in &mut case.roster {
        officer["recuse"] = json!(["A-1", "A-2", "A-3", "A-4", "A-5"]);
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
fn a_receipt_tells_what_stands_in_it() {
    let mut reasons = 0;
    for vector in vectors("receipts") {
        let right = &vector["receipt"];
        let receipt = Receipt::from_json(&serde_json::to_vec(right).unwrap()).unwrap();
        assert_eq!(receipt.entity(), right["entity"]);
        assert_eq!(text(receipt.record()), right["record"]);
        let row = &right["registry"]["row"];
        assert_eq!(receipt.name(), row["name"].as_str());
        assert_eq!(maybe(receipt.salt()), right["registry"]["salt"]);
        let tasks = right["tasks"].as_array().unwrap();
        assert_eq!(receipt.tasks().len(), tasks.len());
        for (told, right) in receipt.tasks().iter().zip(tasks) {
            let told_fields = statement(told);
            for (key, value) in &told_fields {
                assert_eq!(value, &right[key], "{key} of {right}");
            }
            // The reason stands beside the proof; the other fields are for the check alone.
            assert_eq!(
                told.reason()
                    .map(|reason| json!(reason.as_str()))
                    .unwrap_or_default(),
                right["excluded"]["reason"]
            );
            reasons += usize::from(told.reason().is_some());
            for key in right.as_object().unwrap().keys() {
                let beside = [
                    "coordination",
                    "excluded",
                    "frame",
                    "key",
                    "salt",
                    "proof",
                    "index",
                ];
                assert!(
                    told_fields.contains_key(key) || beside.contains(&key.as_str()),
                    "{key}"
                );
            }
        }
    }
    assert!(reasons > 0);
}
