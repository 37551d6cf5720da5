//! The forms of single values: text, ids, hex, ratios, dates, times, district codes [C1, C3–C7, I3].

use serde_json::{Value, json};
use suiji::Lang;
use suiji_conformance::Small;

use super::Bad;

fn plan(pointer: &str, value: Value, code: &'static str) -> Bad {
    let mut case = Small::plain();
    case.task(0)["quota"] = json!({"at_least": "20%"});
    case.task(0)["risk_note"] = json!("x");
    case.plan["window"] = json!({"from": "2024-01-01", "to": "2024-12-31"});
    *case
        .plan
        .pointer_mut(pointer)
        .expect("an existing field of the plan") = value.clone();
    let place = format!(
        "plan $.{}",
        pointer[1..].replace("/0", "[0]").replace('/', ".")
    );
    Bad::new(value, case.read_plan(), code, place)
}

fn row(field: &str, value: Value, code: &'static str) -> Bad {
    let mut case = Small::plain();
    case.registry[1][field] = value.clone();
    Bad::new(
        value,
        case.read_registry(),
        code,
        format!("registry row 2 $.{field}"),
    )
}

fn ceremony(field: &str, value: Value, code: &'static str) -> Bad {
    let mut case = Small::plain().blinded();
    case.ceremony[field] = value;
    Bad::new(
        field,
        case.read_ceremony(),
        code,
        format!("ceremony $.{field}"),
    )
}

pub(crate) fn faults() -> Vec<Bad> {
    let mut all = vec![
        plan("/title", json!(""), "text.empty"),
        plan("/title", json!("Cafe\u{301}"), "text.not-nfc"),
        plan("/title", json!("样例\u{f900}"), "text.not-nfc"),
        row("name", json!("a\u{0}b"), "text.control"),
        row("district", json!("1"), "district.form"),
        row("district", json!("1405211234567"), "district.form"),
        row("district", json!("14052x"), "district.form"),
        row("district", json!("１４０５２１"), "district.form"),
    ];
    for blank in [' ', '\u{a0}', '\u{3000}'] {
        all.push(plan(
            "/authority",
            json!(format!("{blank}样例")),
            "text.edge-space",
        ));
        all.push(row(
            "name",
            json!(format!("样例{blank}")),
            "text.edge-space",
        ));
    }
    for control in ['\t', '\n', '\u{7f}', '\u{85}', '\u{2028}'] {
        all.push(plan(
            "/tasks/0/risk_note",
            json!(format!("a{control}b")),
            "text.control",
        ));
    }
    for invisible in [
        '\u{ad}', '\u{200b}', '\u{202e}', '\u{3164}', '\u{feff}', '\u{fffd}',
    ] {
        let text = json!(format!("a{invisible}b"));
        all.push(row("name", text, "text.invisible"));
    }
    for unassigned in ['\u{378}', '\u{1c89}', '\u{10ffff}'] {
        let text = json!(format!("a{unassigned}b"));
        all.push(row("name", text, "text.unassigned"));
    }
    // [C4]
    for id in ["A 1", "企业一", "-A", "", "A\n", "Ａ1", "A+1"] {
        all.push(row("id", json!(id), "id.form"));
        all.push(plan("/tasks/0/id", json!(id), "id.form"));
    }
    all.push(row("id", json!("x".repeat(65)), "id.form"));
    // [C6]
    for ratio in [
        "0%",
        "0.0%",
        "101%",
        "20",
        "20％",
        "1/5",
        "20.0%",
        "020%",
        "20%\n",
        " 20%",
        "1.0000001%",
        "0.2",
        "-5%",
        "%",
    ] {
        all.push(plan("/tasks/0/quota/at_least", json!(ratio), "ratio.form"));
    }
    // [C7]
    for date in [
        "2024-02-30",
        "2023-02-29",
        "2024-1-1",
        "2024/01/01",
        "0999-12-31",
        "20240101",
        "2024-01-01 ",
    ] {
        all.push(plan("/window/from", json!(date), "date.form"));
        all.push(row("established", json!(date), "date.form"));
    }
    for time in [
        "2024-09-02T10:00:00Z",
        "2024-09-02T10:00:00-00:00",
        "2024-09-02T10:00:60+08:00",
        "2024-09-02T24:00:00+08:00",
        "2024-09-02T10:00:00+18:01",
        "2024-09-02T10:00:00.0+08:00",
        "2024-09-02 10:00:00+08:00",
        "2024-09-02T10:00+08:00",
    ] {
        all.push(ceremony("sealed_at", json!(time), "time.form"));
    }
    // [C1]
    for hex in [
        "5E".repeat(32),
        "5e".repeat(31),
        "5e".repeat(33),
        format!("0x{}", "5e".repeat(31)),
        format!("{} ", "5e".repeat(32)),
        "５".repeat(64),
    ] {
        all.push(ceremony("secret", json!(hex), "hex.form"));
        all.push(ceremony("previous", json!(hex), "hex.form"));
    }
    all.push(ceremony("hash", json!("SHA256"), "ceremony.hash"));
    all.push(ceremony("hash", json!("md5"), "ceremony.hash"));
    all
}

#[test]
fn the_type_found_instead_of_a_text_is_named() {
    // [C2b] None of them is converted to text.
    let kinds = [
        (json!(null), "null", "null"),
        (json!(true), "true or false", "true 或 false"),
        (json!(7), "an integer", "整数"),
        (json!([]), "an array", "数组"),
        (json!({}), "an object", "对象"),
    ];
    for (value, english, chinese) in kinds {
        let mut case = Small::plain();
        case.registry[1]["district"] = value.clone();
        let error = case.read_registry().unwrap_err();
        assert!(error.message(Lang::En).contains(english), "{error}");
        assert!(error.message(Lang::Zh).contains(chinese), "{error}");
    }
    let mut case = Small::plain();
    case.plan["year"] = json!("2024");
    let error = case.read_plan().unwrap_err();
    assert!(error.message(Lang::En).contains("found “2024”"), "{error}");
    assert!(error.message(Lang::Zh).contains("“2024”"), "{error}");
}

#[test]
fn the_message_says_how_many_digits_are_expected() {
    // [C1], [S2]
    let mut case = Small::plain();
    case.ceremony["secret"] = json!("5e");
    let error = case.read_ceremony().unwrap_err();
    assert!(error.message(Lang::En).contains("64"), "{error}");
}

#[test]
fn values_outside_documents_are_refused_with_the_same_codes() {
    // [C1, C4, C6, C7]
    let code = |error: suiji::Error| {
        assert_eq!(error.kind(), suiji::error::ErrorKind::Value);
        error.code()
    };
    assert_eq!(
        "0%".parse::<suiji::values::Ratio>().map_err(code),
        Err("ratio.form")
    );
    assert_eq!(
        "甲".parse::<suiji::values::EntityId>().map_err(code),
        Err("id.form")
    );
    assert_eq!(
        "甲".parse::<suiji::values::InspectorId>().map_err(code),
        Err("id.form")
    );
    assert_eq!(
        "甲".parse::<suiji::values::TaskId>().map_err(code),
        Err("id.form")
    );
    assert_eq!(
        "甲".parse::<suiji::values::ClassId>().map_err(code),
        Err("id.form")
    );
    assert_eq!(
        "2024-13-01".parse::<suiji::values::Date>().map_err(code),
        Err("date.form")
    );
    assert_eq!(
        "noon".parse::<suiji::values::Time>().map_err(code),
        Err("time.form")
    );
    assert_eq!(
        "AB".repeat(32).parse::<suiji::Digest>().map_err(code),
        Err("hex.form")
    );
    assert!(
        "AB".repeat(32)
            .parse::<suiji::Secret>()
            .map_err(code)
            .is_err()
    );
    assert_eq!(
        "sha1".parse::<suiji::Hash>().map_err(code),
        Err("ceremony.hash")
    );
}
