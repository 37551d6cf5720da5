//! Details that implementations are likely to get wrong.

use serde_json::{Value, json};

use super::{Draw, entities, entity, inspector, inspectors, limit, of_task, task, visit, with};
use crate::Small;
use crate::vectors::Document;

pub(super) fn all() -> Vec<Draw> {
    let mut all = text();
    all.extend(equal_to_team());
    all.extend(ids());
    all.push(Draw::new(
        "greatest-integers",
        "integers up to 2^53 − 1, which must not be rounded by floating point",
        &["C2a", "D3", "F4.2"],
        {
            let greatest: u64 = (1 << 53) - 1;
            let mut case = Small::plain();
            case.plan["max_load"] = json!(greatest);
            case.plan["limits"] = json!([limit("greatest", greatest - 1)]);
            case.task(0)["quota"] = json!({"at_most": "60%", "max": greatest});
            case.task(0)["reserves"] = json!(greatest);
            case.roster = inspectors("局", "Z", 1);
            case.roster[0]["load"] = json!(greatest - 2);
            case
        },
    ));
    all
}

/// Which characters texts and keys may have.
fn text() -> Vec<Draw> {
    let extra = |extra: Value| {
        let mut case = Small::plain();
        case.plan["extra"] = extra.clone();
        case.task(0)["extra"] = extra.clone();
        case.registry[0]["extra"] = extra.clone();
        case.roster = vec![with(inspector("Z-1", "局"), json!({"extra": extra}))];
        case
    };
    vec![
        Draw::new(
            "key-order",
            "keys of extra are sorted by UTF-16 code units: U+1F600 before U+FF21; in UTF-8 and by code point it would be after",
            &["C2a"],
            extra(json!({
                "Ａ": "U+FF21", "😀": "U+1F600", "𠮷": "U+20BB7", "a": "a", "A": "A", "é": "U+00E9", "样例": "样例",
                "10": "10", "9": "9", "\u{e000}": "U+E000", "a b": "blank", "ab": "none"})),
        ),
        Draw::new(
            "extra-keys-like-fields",
            "keys of extra with the names of fields, and the defaults of these fields as texts, are not fields and are kept",
            &["C2c", "I1"],
            extra(json!({
                "id": "A-2", "class": "low", "status": "active", "kind": "planned", "salt": "00", "expert": "false",
                "reserves": "0", "spec": "suiji-v2", "extra": "{}", "name": "null"})),
        ),
        Draw::new(
            "names-beyond-the-bmp",
            "names with characters of two UTF-16 units, four UTF-8 bytes and several code points",
            &["C2a", "C3", "S1"],
            {
                let mut case = Small::plain();
                let names = [
                    "样例𠮷野家",
                    "样例😀👩‍🏭",
                    "样例ﬃ①Ⅷ",
                    "样例 \u{229}\u{302}",
                    "样例＆（山西）",
                ];
                let rows = case.registry.iter_mut().zip(names);
                // \u{229}\u{302} is NFC: there is no composed character for it.
                rows.for_each(|(row, name)| row["name"] = json!(name));
                case
            },
        ),
        Draw::new(
            "escapes",
            "text with quotes, backslashes, slashes and characters that other formats escape: JCS escapes only the first two",
            &["C2a", "C3"],
            extra(json!({
                "quotes": "\"'`", "backslash": "\\n \\u0041", "slash": "</script>", "html": "<b>&amp;", "sql": "'; --",
                "csv": "a,b;c", "unicode": "样\u{200c}\u{200d}\u{e000}\u{10fffd}", "\"": "\\"})),
        ),
    ]
}

/// The documents of `team` in other notations. The commitment and the record are equal.
fn equal_to_team() -> Vec<Draw> {
    let plan = r#"
        { "\u0079ear" : 2024 , "tasks":[ {"team":{"seats":[{"count":2,"department":"\u5c40"}]},"quota":{"count":2},
          "name":"\u62bd\u67e5","id":"J\u0031"} ],
          "authority":"样例县工信局",	"title":"\u6837\u4f8b计划" }
    "#;
    let registry = "\r\n{ \"name\":\"样例企业 A-5\", \"class\":\"low\", \"id\":\"A-5\" }\r\n\
        {\"id\":\"A-2\",\"name\":\"\\u6837\\u4F8B企业 A-2\",\"class\":\"elevated\"}\n\n\
        {\"id\":\"A-4\",\"class\":\"low\",\"name\":\"样例企业 A-4\"}\n  \n\
        {\"id\":\"\\u0041-1\",\"class\":\"high\",\"name\":\"样例企业 A-1\"}\n\
        {\"id\":\"A-3\",\"class\":\"general\",\"name\":\"样例企业 A-3\"}";
    vec![
        Draw::new(
            "equivalent-documents",
            "white space, escapes, order of keys and rows, blank lines and a missing final newline change nothing: the result equals that of `team`",
            &["C2a", "I6", "E1"],
            Small::with_team(),
        )
        .with_document("plan.json", Document::text(plan))
        .with_document("registry.jsonl", Document::text(registry)),
        Draw::new(
            "explicit-defaults",
            "defaults and empty fields are dropped from plan and rows, innermost first: the result equals that of `team`",
            &["C2c", "I1", "I2"],
            defaults(),
        ),
    ]
}

fn defaults() -> Small {
    let mut case = Small::with_team();
    case.plan = with(
        case.plan,
        json!({
            "basis": [], "extra": {}, "limits": [],
            "classes": [{"id": "high", "name": "高风险"}, {"id": "elevated", "name": "较高风险"},
                {"id": "general", "name": "一般风险"}, {"id": "low", "name": "低风险"}]}),
    );
    case.plan["tasks"] = json!([task(
        "J1",
        json!({
        "items": [], "scope": {}, "limits": [], "quota": {"count": 2}, "reserves": 0, "partners": [], "methods": [], "extra": {},
        "team": {"seats": [{"department": "局", "count": 2, "skills": [], "expert": false}], "lead_required": false}})
    )]);
    for row in &mut case.registry {
        *row = with(
            row.clone(),
            json!({"categories": [], "status": "active", "extra": {}}),
        );
    }
    for row in &mut case.roster {
        *row = with(
            row.clone(),
            json!({"skills": [], "recuse": [], "lead": false, "expert": false, "load": 0, "extra": {}}),
        );
    }
    case
}

fn ids() -> Vec<Draw> {
    vec![
        Draw::new(
            "id-byte-order",
            "ids with every allowed character, up to 64 characters long, sorted by bytes: upper case before lower case",
            &["C4", "I6", "S1"],
            {
                let ids = [
                    "a", "B", "b-1", "B-1b", "B.1", "B/1", "B:1", "B_1", "B(1)", "10", "9", "0.9",
                ];
                let mut registry: Vec<Value> = ids.iter().map(|id| entity(id, "low")).collect();
                registry.push(entity(&"Z9".repeat(32), "low"));
                of_task(
                    json!({"quota": {"exactly": "40%"}, "reserves": 2}),
                    registry,
                )
            },
        ),
        Draw::new(
            "ids-of-different-kinds",
            "ids of different kinds (entity, inspector, task, group, class, limit) may be equal, or differ only in letter case",
            &["C4", "D1"],
            {
                let mut case = of_task(
                    json!({}),
                    vec![entity("J1", "j1"), entity("J2", "j1"), entity("x", "J2")],
                );
                case.plan["classes"] =
                    json!([{"id": "j1", "name": "甲"}, {"id": "J2", "name": "乙"}]);
                case.plan["limits"] = json!([limit("J1", 1), limit("x", 1)]);
                let team = json!({"seats": [{"department": "局", "count": 2}]});
                case.plan["tasks"] = json!([
                    task(
                        "J1",
                        json!({"quota": {"count": 2}, "risk": {"unrated_as": "j1"}, "team": team})
                    ),
                    task("J2", json!({"quota": {"count": 2}, "coordination": "J1"}))
                ]);
                case.roster = ["j1", "j2", "X"].map(|id| inspector(id, "局")).into();
                case
            },
        ),
        Draw::new(
            "derive-lengths",
            "without the lengths in derive, task J1 with entity 2A and task J12 with entity A would have the same input",
            &["C5", "T4.2", "S2"],
            {
                let mut case = of_task(
                    json!({}),
                    vec![
                        entity("2A", "low"),
                        entity("A", "low"),
                        entity("12A", "low"),
                    ],
                );
                let team = json!({"seats": [{"department": "局", "count": 2}]});
                let all = |id: &str| task(id, json!({"quota": {"exactly": "100%"}, "team": team}));
                case.plan["tasks"] = json!([all("J"), all("J1"), all("J12")]);
                case.plan["limits"] = json!([limit("year", 9)]);
                case.history = vec![
                    visit("A", "12024", "2024-01-01"),
                    visit("A1", "2024", "2024-01-01"),
                ];
                case.roster = inspectors("局", "Z", 4);
                case.blinded()
            },
        ),
        Draw::new(
            "duplicates-in-the-plan",
            "the plan digest keeps order and duplicates of arrays; [T7] compares skills as sets",
            &["I1", "T7"],
            {
                let mut case = of_task(json!({}), entities(&[("low", 3)]));
                case.registry
                    .iter_mut()
                    .for_each(|row| row["categories"] = json!(["超市"]));
                let of = |id: &str, skills: Value| {
                    let team =
                        json!({"seats": [{"department": "局", "count": 2, "skills": skills}]});
                    task(
                        id,
                        json!({"quota": {"exactly": "100%"}, "coordination": "auto", "team": team,
                        "items": ["乙", "甲", "乙"], "scope": {"categories": ["超市", "宾馆", "超市"]}}),
                    )
                };
                case.plan["tasks"] = json!([
                    of("J1", json!(["焊接", "电气"])),
                    of("J2", json!(["电气", "焊接", "电气"]))
                ]);
                case.roster = inspectors("局", "Z", 3);
                case.roster
                    .iter_mut()
                    .for_each(|row| row["skills"] = json!(["焊接", "电气"]));
                case
            },
        ),
        Draw::new(
            "time-offset",
            "the same instant with another offset gives another commitment: sealed_at is never converted",
            &["C7", "S3a"],
            {
                let mut case = Small::plain();
                case.ceremony["sealed_at"] = json!("2024-09-01T23:30:00-02:30");
                case
            },
        ),
        Draw::new(
            "district-prefixes",
            "district codes of 2 to 12 digits: two districts match if either is a prefix of the other",
            &["F1", "T2", "I3"],
            {
                let mut case = of_task(
                    json!({"quota": {"exactly": "100%"}, "scope": {"districts": ["1", "33"]},
                        "team": {"district": "same", "seats": [{"department": "局", "count": 2}]}}),
                    entities(&[("low", 4)]),
                );
                let of = ["14", "140521", "140521001001", "3301"];
                case.registry
                    .iter_mut()
                    .zip(of)
                    .for_each(|(row, of)| row["district"] = json!(of));
                case.roster = inspectors("局", "Z", 5);
                let of = ["14", "1405", "140521001", "33", "330102"];
                case.roster
                    .iter_mut()
                    .zip(of)
                    .for_each(|(row, of)| row["district"] = json!(of));
                case
            },
        ),
    ]
}
