//! Earlier commitments, as a ceremony names them [S3c, S4c].

use serde_json::{Value, json};
use suiji::{Commitment, Contribution, Error, Hash, Secret};
use suiji_conformance::Small;

use super::Bad;
use super::ceremony::with;

pub(crate) fn faults() -> Vec<Bad> {
    let digest = |digit: &str| digit.repeat(64);
    let previous = digest("a");
    let followed = |digit: &str| json!({"commitment": digest(digit), "record": digest("f")});
    let superseded = |digit: &str, more: Value| {
        let mut superseded =
            json!({"commitment": digest(digit), "reason": "名录有误", "approved_by": "局长"});
        superseded
            .as_object_mut()
            .expect("an object")
            .extend(more.as_object().expect("fields").clone());
        superseded
    };
    let contribution = |source: u64| json!({"source": source, "kind": "live", "numbers": [[1]]});
    let (none, both) = (
        json!({}),
        json!({"record": digest("f"), "contributions": [contribution(0)]}),
    );
    let place = "ceremony $.supersedes[0]";
    vec![
        with(
            "follows",
            json!({"follows": [followed("a")]}),
            "ceremony.no-previous",
            "ceremony $",
        ),
        with(
            "supersedes",
            json!({"supersedes": [superseded("a", none.clone())]}),
            "ceremony.no-previous",
            "ceremony $",
        ),
        with(
            "in both lists",
            json!({"previous": previous, "follows": [followed("a")], "supersedes": [superseded("a", none)]}),
            "ceremony.sheet-twice",
            "ceremony $",
        ),
        with(
            "record and contributions",
            json!({"previous": previous, "supersedes": [superseded("a", both)]}),
            "ceremony.record-and-contributions",
            place,
        ),
        with(
            "contributions in another order",
            json!({"previous": previous, "supersedes": [superseded("a", json!({"contributions": [contribution(1), contribution(0)]}))]}),
            "ceremony.contribution-order",
            "ceremony $.supersedes[0].contributions",
        ),
        with(
            "the same source twice",
            json!({"previous": previous, "supersedes": [superseded("a", json!({"contributions": [contribution(1), contribution(1)]}))]}),
            "ceremony.contribution-order",
            "ceremony $.supersedes[0].contributions",
        ),
        with(
            "no reason",
            json!({"previous": previous, "supersedes": [superseded("a", json!({"reason": ""}))]}),
            "text.empty",
            "ceremony $.supersedes[0].reason",
        ),
        not_named(),
        newer_first(),
        other_contribution(),
        reused(),
        opened(),
    ]
}

/// A commitment with a committed source, for use as an earlier one.
fn first() -> (Small, Commitment) {
    let mut case = Small::plain();
    let committed = json!({"kind": "committed", "by": "witness", "name": "见证人", "commitment": "c".repeat(64)});
    case.ceremony["sources"]
        .as_array_mut()
        .expect("sources")
        .push(committed);
    let commitment = case.seal().expect("a valid case").commitment().clone();
    (case, commitment)
}

fn not_named() -> Bad {
    let (_, earlier) = first();
    let mut case = Small::plain();
    case.ceremony["previous"] = json!(earlier.digest().to_string());
    let result = seal_with(&case, [earlier]);
    Bad::new(
        "an earlier commitment with J1 that is not named",
        result,
        "ceremony.earlier-sheet",
        "ceremony $",
    )
}

/// Seals a case with these earlier commitments.
fn seal_with(case: &Small, earlier: impl IntoIterator<Item = Commitment>) -> Result<(), Error> {
    let ceremony = case.read_ceremony().expect("a valid ceremony");
    let inputs = case.inputs().expect("valid inputs");
    suiji::seal(&inputs, &ceremony.with_earlier(earlier)).map(|_| ())
}

/// How a later ceremony names a superseded commitment.
fn superseded_entry(commitment: &Commitment) -> Value {
    json!({"commitment": commitment.digest().to_string(), "reason": "名录有误", "approved_by": "局长"})
}

fn newer_first() -> Bad {
    let mut case = Small::plain();
    let older = case.seal().expect("a valid case").commitment().clone();
    case.ceremony["previous"] = json!(older.digest().to_string());
    let newer = case.seal().expect("a valid case").commitment().clone();
    case.ceremony["previous"] = json!(newer.digest().to_string());
    case.ceremony["supersedes"] = json!([superseded_entry(&newer), superseded_entry(&older)]);
    Bad::new(
        "the newer of two commitments named first",
        seal_with(&case, [older, newer]),
        "ceremony.sheet-order",
        "ceremony $",
    )
}

fn other_contribution() -> Bad {
    let mut case = Small::plain();
    let earlier = case.seal().expect("a valid case").commitment().clone();
    let mut named = superseded_entry(&earlier);
    named["contributions"] = json!([{"source": 0, "kind": "live", "numbers": [[1, 2, 3]]}]);
    case.ceremony["previous"] = named["commitment"].clone();
    case.ceremony["supersedes"] = json!([named]);
    Bad::new(
        "a superseded contribution that is too short",
        seal_with(&case, [earlier]),
        "ceremony.sheet-contribution",
        "ceremony $.supersedes[0].contributions[0]",
    )
}

fn reused() -> Bad {
    let (mut case, earlier) = first();
    let digest = earlier.digest().to_string();
    case.ceremony["previous"] = json!(digest);
    case.ceremony["supersedes"] =
        json!([{"commitment": digest, "reason": "名录有误", "approved_by": "局长"}]);
    let result = seal_with(&case, [earlier]);
    Bad::new(
        "a source commitment that was used before",
        result,
        "ceremony.reused-commitment",
        "ceremony $.sources[1]",
    )
}

/// A source whose commitment is opened by a contribution to a superseded commitment [S4c].
fn opened() -> Bad {
    let nonce = Secret::from_bytes([7; 32]);
    let commitment = Contribution::commitment(Hash::Sha256, &nonce, "三六五");
    let mut case = Small::plain();
    let source = json!({"kind": "committed", "by": "witness", "name": "见证人", "commitment": commitment.to_string()});
    let sources = case.ceremony["sources"].as_array_mut();
    sources.expect("sources").push(source);
    let opening =
        json!({"source": 1, "kind": "committed", "nonce": "07".repeat(32), "value": "三六五"});
    case.ceremony["previous"] = json!("a".repeat(64));
    case.ceremony["supersedes"] = json!([{"commitment": "a".repeat(64), "reason": "名录有误", "approved_by": "局长", "contributions": [opening]}]);
    Bad::new(
        "a commitment that was opened before",
        case.seal(),
        "ceremony.opened-commitment",
        "ceremony $.sources[1]",
    )
}

#[test]
fn named_and_unrelated_earlier_commitments_are_accepted() {
    // [S3c, S4c] Earlier commitments that are named, of another authority, of another year, or with other tasks.
    let (_, earlier) = first();
    let seal = |case: &Small| {
        let ceremony = case
            .read_ceremony()
            .unwrap()
            .with_earlier([earlier.clone()]);
        suiji::seal(&case.inputs().unwrap(), &ceremony)
            .map(|_| ())
            .map_err(|error| error.code())
    };
    let digest = json!(earlier.digest().to_string());
    let mut named = Small::plain();
    named.ceremony["previous"] = digest.clone();
    assert_eq!(seal(&named), Err("ceremony.earlier-sheet"));
    named.ceremony["follows"] = json!([{"commitment": digest, "record": "f".repeat(64)}]);
    assert_eq!(seal(&named), Ok(()));
    for (field, value) in [("authority", json!("另一机关")), ("year", json!(2025))] {
        let mut other = Small::plain();
        other.ceremony["previous"] = digest.clone();
        other.plan[field] = value;
        assert_eq!(seal(&other), Ok(()), "{field}");
    }
    let mut other = Small::plain();
    other.ceremony["previous"] = digest;
    other.task(0)["id"] = json!("J2");
    assert_eq!(seal(&other), Ok(()));
}

#[test]
fn a_missing_previous_commitment_is_reported_once() {
    // [S3c, S4c]
    let (_, earlier) = first();
    let digest = earlier.digest().to_string();
    for (field, named) in [
        (
            "follows",
            json!({"commitment": digest, "record": "f".repeat(64)}),
        ),
        ("supersedes", superseded_entry(&earlier)),
    ] {
        let mut case = Small::plain();
        case.ceremony[field] = json!([named]);
        let error = seal_with(&case, [earlier.clone()]).unwrap_err();
        assert_eq!(
            (error.code(), error.fault_count()),
            ("ceremony.no-previous", 1),
            "{field}"
        );
    }
}
