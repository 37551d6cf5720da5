//! Earlier sheets, as a ceremony names them [S3c, S4c].

use serde_json::{Value, json};
use suiji::{Commitment, Error};
use suiji_conformance::Small;

use super::Bad;
use super::ceremony::with;

pub(crate) fn faults() -> Vec<Bad> {
    let digest = |digit: &str| digit.repeat(64);
    let previous = digest("a");
    let followed = |digit: &str| json!({"commitment": digest(digit), "record": digest("f")});
    let superseded = |digit: &str, more: Value| {
        let mut sheet =
            json!({"commitment": digest(digit), "reason": "名录有误", "approved_by": "局长"});
        sheet
            .as_object_mut()
            .expect("a sheet")
            .extend(more.as_object().expect("fields").clone());
        sheet
    };
    let given = |source: u64| json!({"source": source, "kind": "live", "value": "1"});
    let (none, both) = (
        json!({}),
        json!({"record": digest("f"), "contributions": [given(0)]}),
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
            json!({"previous": previous, "supersedes": [superseded("a", json!({"contributions": [given(1), given(0)]}))]}),
            "ceremony.contribution-order",
            "ceremony $.supersedes[0].contributions",
        ),
        with(
            "one source twice",
            json!({"previous": previous, "supersedes": [superseded("a", json!({"contributions": [given(1), given(1)]}))]}),
            "ceremony.contribution-order",
            "ceremony $.supersedes[0].contributions",
        ),
        with(
            "no reason",
            json!({"previous": previous, "supersedes": [superseded("a", json!({"reason": ""}))]}),
            "text.empty",
            "ceremony $.supersedes[0].reason",
        ),
        earlier_unnamed(),
        younger_first(),
        other_contribution(),
        reused(),
    ]
}

/// The first sheet of the office, with a committed source.
fn first() -> (Small, Commitment) {
    let mut case = Small::plain();
    let committed = json!({"kind": "committed", "by": "witness", "name": "见证人", "commitment": "c".repeat(64)});
    case.ceremony["sources"]
        .as_array_mut()
        .expect("sources")
        .push(committed);
    let sheet = case.seal().expect("a right case").commitment().clone();
    (case, sheet)
}

fn earlier_unnamed() -> Bad {
    let (_, sheet) = first();
    let mut case = Small::plain();
    case.ceremony["previous"] = json!(sheet.digest().to_string());
    let found = beside(&case, [sheet]);
    Bad::new(
        "an earlier sheet with J1",
        found,
        "ceremony.earlier-sheet",
        "ceremony $",
    )
}

/// The sealing of a case beside these earlier sheets.
fn beside(case: &Small, sheets: impl IntoIterator<Item = Commitment>) -> Result<(), Error> {
    let ceremony = case.read_ceremony().expect("a right ceremony");
    let inputs = case.inputs().expect("right inputs");
    suiji::seal(&inputs, &ceremony.with_earlier(sheets)).map(|_| ())
}

/// A sheet as a later one names it.
fn superseded_of(sheet: &Commitment) -> Value {
    json!({"commitment": sheet.digest().to_string(), "reason": "名录有误", "approved_by": "局长"})
}

fn younger_first() -> Bad {
    let mut case = Small::plain();
    let older = case.seal().expect("a right case").commitment().clone();
    case.ceremony["previous"] = json!(older.digest().to_string());
    let younger = case.seal().expect("a right case").commitment().clone();
    case.ceremony["previous"] = json!(younger.digest().to_string());
    case.ceremony["supersedes"] = json!([superseded_of(&younger), superseded_of(&older)]);
    Bad::new(
        "the younger of two sheets named first",
        beside(&case, [older, younger]),
        "ceremony.sheet-order",
        "ceremony $",
    )
}

fn other_contribution() -> Bad {
    let mut case = Small::plain();
    let sheet = case.seal().expect("a right case").commitment().clone();
    let mut named = superseded_of(&sheet);
    named["contributions"] = json!([{"source": 0, "kind": "live", "value": "123"}]);
    case.ceremony["previous"] = named["commitment"].clone();
    case.ceremony["supersedes"] = json!([named]);
    Bad::new(
        "a contribution too short for its die",
        beside(&case, [sheet]),
        "ceremony.sheet-contribution",
        "ceremony $.supersedes[0].contributions[0]",
    )
}

fn reused() -> Bad {
    let (mut case, sheet) = first();
    let digest = sheet.digest().to_string();
    case.ceremony["previous"] = json!(digest);
    case.ceremony["supersedes"] =
        json!([{"commitment": digest, "reason": "名录有误", "approved_by": "局长"}]);
    let found = beside(&case, [sheet]);
    Bad::new(
        "a commitment used again",
        found,
        "ceremony.reused-commitment",
        "ceremony $.sources[1]",
    )
}

#[test]
fn a_named_earlier_sheet_and_those_of_others_are_accepted() {
    // [S3c, S4c]: named; of another authority; of another year; with other tasks.
    let (_, sheet) = first();
    let seal = |case: &Small| {
        let ceremony = case.read_ceremony().unwrap().with_earlier([sheet.clone()]);
        suiji::seal(&case.inputs().unwrap(), &ceremony)
            .map(|_| ())
            .map_err(|error| error.code())
    };
    let digest = json!(sheet.digest().to_string());
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
fn a_sheet_that_is_named_asks_for_the_previous_one_once() {
    // [S3c, S4c]
    let (_, sheet) = first();
    let digest = sheet.digest().to_string();
    for (field, named) in [
        (
            "follows",
            json!({"commitment": digest, "record": "f".repeat(64)}),
        ),
        ("supersedes", superseded_of(&sheet)),
    ] {
        let mut case = Small::plain();
        case.ceremony[field] = json!([named]);
        let error = beside(&case, [sheet.clone()]).unwrap_err();
        assert_eq!(
            (error.code(), error.fault_count()),
            ("ceremony.no-previous", 1),
            "{field}"
        );
    }
}
