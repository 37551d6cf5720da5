//! Registry, roster, history, and ids in all of them [C4, I3–I6].

use serde_json::{Value, json};
use suiji_conformance::Small;

use super::Bad;

fn changed(change: impl FnOnce(&mut Small)) -> Small {
    let mut case = Small::with_team();
    case.history = vec![
        json!({"entity": "A-1", "task": "J1", "date": "2023-03-05"}),
        json!({"entity": "A-1", "task": "J1", "date": "2023-03-05", "kind": "case"}),
    ];
    change(&mut case);
    case
}

fn bad(what: &str, change: impl FnOnce(&mut Small), code: &'static str, place: &str) -> Bad {
    Bad::new(what, changed(change).inputs(), code, place)
}

pub(crate) fn faults() -> Vec<Bad> {
    let mut all = rows();
    all.push(after_sealing());
    all.extend(letter_case());
    all
}

fn rows() -> Vec<Bad> {
    vec![
        bad(
            "A-2 twice",
            |case| case.registry[4]["id"] = json!("A-2"),
            "registry.duplicate-id",
            "registry row 5 id",
        ),
        bad(
            "Z-1 twice",
            |case| case.roster[2]["id"] = json!("Z-1"),
            "roster.duplicate-id",
            "roster row 3 id",
        ),
        bad(
            "a visit twice",
            |case| case.history.push(case.history[0].clone()),
            "history.duplicate-row",
            "history row 3",
        ),
        bad(
            "a visit twice, once with an explicit kind",
            |case| {
                case.history.push(
                    json!({"entity": "A-1", "task": "J1", "date": "2023-03-05", "kind": "planned"}),
                )
            },
            "history.duplicate-row",
            "history row 3",
        ),
        bad(
            "an unknown class",
            |case| case.registry[3]["class"] = json!("D"),
            "registry.unknown-class",
            "registry row 4 class",
        ),
        bad(
            "an unknown class of an inactive row",
            |case| {
                case.registry[3]["class"] = json!("all");
                case.registry[3]["status"] = json!("inactive");
            },
            "registry.unknown-class",
            "registry row 4 class",
        ),
        bad(
            "an unknown status",
            |case| case.registry[0]["status"] = json!("closed"),
            "json.choice",
            "registry row 1 $.status",
        ),
        bad(
            "an unknown kind",
            |case| case.history[0]["kind"] = json!("complaint"),
            "json.choice",
            "history row 1 $.kind",
        ),
        bad(
            "max_load 0",
            |case| case.roster[0]["max_load"] = json!(0),
            "json.range",
            "roster row 1 $.max_load",
        ),
        bad(
            "lead as text",
            |case| case.roster[0]["lead"] = json!("yes"),
            "json.wrong-type",
            "roster row 1 $.lead",
        ),
        bad(
            "department null",
            |case| drop(case.roster[0]["department"].take()),
            "json.null",
            "roster row 1 $.department",
        ),
        bad(
            "an invalid id in recuse",
            |case| case.roster[0]["recuse"] = json!(["企业"]),
            "id.form",
            "roster row 1 $.recuse[0]",
        ),
        bad(
            "a number in extra",
            |case| case.registry[0]["extra"] = json!({"a": 1}),
            "json.wrong-type",
            "registry row 1 $.extra.a",
        ),
        bad(
            "an empty key in extra",
            |case| case.registry[0]["extra"] = json!({"": "a"}),
            "text.empty",
            "registry row 1 $.extra.",
        ),
        bad(
            "a salt in a row",
            |case| case.registry[0]["salt"] = json!("00"),
            "json.unknown-field",
            "registry row 1",
        ),
        bad(
            "an array as a row",
            |case| case.registry[1] = json!([]),
            "json.wrong-type",
            "registry row 2",
        ),
        bad(
            "an exemption from tasks without a reason",
            |case| case.registry[0]["exempt_from"] = json!(["J1"]),
            "registry.exempt-missing",
            "registry row 1 $.exempt_from",
        ),
        bad(
            "an exemption from no task",
            |case| {
                case.registry[0]["exempt"] = json!("白名单");
                case.registry[0]["exempt_from"] = json!([]);
            },
            "json.empty",
            "registry row 1 $.exempt_from",
        ),
        bad(
            "a negative load",
            |case| case.roster[0]["load"] = json!(-1),
            "json.range",
            "roster row 1 $.load",
        ),
        bad(
            "a department twice",
            |case| case.history[0]["by"] = json!(["局", "局"]),
            "set.duplicate-member",
            "history row 1 $.by",
        ),
        bad(
            "class null",
            |case| case.registry[0]["class"] = Value::Null,
            "json.null",
            "registry row 1 $.class",
        ),
        bad(
            "a duplicate category",
            |case| case.registry[0]["categories"] = json!(["加油站", "超市", "加油站"]),
            "set.duplicate-member",
            "registry row 1 $.categories",
        ),
        bad(
            "a duplicate skill",
            |case| case.roster[0]["skills"] = json!(["a", "a"]),
            "set.duplicate-member",
            "roster row 1 $.skills",
        ),
        bad(
            "a duplicate recusal",
            |case| case.roster[0]["recuse"] = json!(["A", "A"]),
            "set.duplicate-member",
            "roster row 1 $.recuse",
        ),
    ]
}

/// A visit on the day after the sealing [I5]. A visit on the day itself is allowed.
fn after_sealing() -> Bad {
    let on = |date: &str| {
        let case = changed(|case| case.history[1]["date"] = json!(date));
        case.seal()
    };
    on("2024-09-02").expect("the day of the sealing");
    Bad::new(
        "a visit on the next day",
        on("2024-09-03"),
        "history.after-sealing",
        "history row 2 date",
    )
}

/// Ids of one kind that differ only in letter case, anywhere in the inputs [C4].
fn letter_case() -> Vec<Bad> {
    let recused = |id: &'static str| move |case: &mut Small| case.roster[0]["recuse"] = json!([id]);
    let visited = |entity: &'static str, task: &'static str| {
        move |case: &mut Small| {
            case.history[0] = json!({"entity": entity, "task": task, "date": "2023-03-06"})
        }
    };
    let by = |id: &'static str| move |case: &mut Small| case.history[0]["inspectors"] = json!([id]);
    let exempt = |id: &'static str| {
        move |case: &mut Small| {
            case.registry[0]["exempt"] = json!("白名单");
            case.registry[0]["exempt_from"] = json!([id]);
        }
    };
    vec![
        bad(
            "entities",
            |case| case.registry[4]["id"] = json!("a-1"),
            "id.case",
            "registry row 5 id",
        ),
        bad(
            "an entity and a recusal",
            recused("a-1"),
            "id.case",
            "roster row 1 recuse",
        ),
        bad(
            "an entity and a visit",
            visited("a-2", "J1"),
            "id.case",
            "history row 1 entity",
        ),
        bad(
            "a recusal and a visit",
            |case| {
                recused("X-9")(case);
                visited("x-9", "J1")(case);
            },
            "id.case",
            "history row 1 entity",
        ),
        bad(
            "inspectors",
            |case| case.roster[2]["id"] = json!("z-1"),
            "id.case",
            "roster row 3 id",
        ),
        bad(
            "an inspector and one who visited",
            by("z-1"),
            "id.case",
            "history row 1 inspectors",
        ),
        bad(
            "a task and a visit",
            visited("A-1", "j1"),
            "id.case",
            "history row 1 task",
        ),
        bad(
            "a task and an exemption",
            exempt("j1"),
            "id.case",
            "registry row 1 exempt_from",
        ),
    ]
}
