//! Documents in the form of their JSON, made from the values that the getters return.

use serde_json::{Map, Value, json};
use suiji::Commitment;
use suiji::Source;
use suiji::ceremony::{Part, Root, SealedTask, SourceKind, Superseded};
use suiji::receipt::Statement;
use suiji::record::{Draw, DrawnEntity, DrawnTeam};

/// An object without the fields that are null.
pub(crate) fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let present = fields.into_iter().filter(|(_, value)| !value.is_null());
    Value::Object(
        present
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
}

/// A list, or null if it is empty.
pub(crate) fn list(values: impl IntoIterator<Item = Value>) -> Value {
    let values: Vec<Value> = values.into_iter().collect();
    if values.is_empty() {
        Value::Null
    } else {
        values.into()
    }
}

pub(crate) fn text(value: impl ToString) -> Value {
    value.to_string().into()
}

pub(crate) fn maybe(value: Option<impl ToString>) -> Value {
    value.map_or(Value::Null, text)
}

pub(crate) fn root(root: Root) -> Value {
    json!({"size": root.size(), "root": text(root.root())})
}

pub(crate) fn task(task: &SealedTask) -> Value {
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

pub(crate) fn source(source: &Source) -> Value {
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

pub(crate) fn part(part: &Part) -> Value {
    let mut value = json!({"count": part.count(), "from": part.from(), "to": part.to()});
    if part.is_distinct() {
        value["distinct"] = json!(true);
    }
    value
}

pub(crate) fn superseded(superseded: &Superseded) -> Value {
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

pub(crate) fn commitment(commitment: &Commitment) -> Value {
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

pub(crate) fn drawn(drawn: &DrawnEntity) -> Value {
    json!({"id": text(drawn.id()), "stratum": drawn.stratum(), "ticket": text(drawn.ticket())})
}

pub(crate) fn team(team: &DrawnTeam) -> Value {
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

pub(crate) fn draw(draw: &Draw) -> Value {
    object([
        ("task", text(draw.task())),
        ("key", text(draw.key())),
        ("selected", list(draw.selected().iter().map(drawn))),
        ("reserves", list(draw.reserves().iter().map(drawn))),
        ("teams", list(draw.teams().iter().map(team))),
    ])
}

pub(crate) fn statement(statement: &Statement) -> Map<String, Value> {
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
