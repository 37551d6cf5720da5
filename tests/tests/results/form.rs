//! Results that are wrong in form, with the place and the remedy that the message names in both languages [O1].

use serde_json::{Value, json};
use suiji::{Lang, Results};
use suiji_conformance::count::counted;

use super::drawn::{Drawn, with};

/// A wrong value of a field, the code, and what the message says in both languages.
type Invalid = (&'static str, Value, &'static str, [&'static str; 2]);

/// Fields of a result that are wrong in form [O1].
fn invalid() -> Vec<Invalid> {
    vec![
        (
            "outcomes",
            json!([]),
            "json.empty",
            ["不得为空", "must not be empty"],
        ),
        (
            "outcomes",
            json!(["fine"]),
            "results.unknown-outcome",
            [
                "请用公布的代码，或在 own_outcomes 中写明",
                "use a published code, or define it in own_outcomes",
            ],
        ),
        (
            "outcomes",
            json!(["rectified", "rectified"]),
            "set.duplicate-member",
            ["“rectified”重复", "duplicate “rectified”"],
        ),
        (
            "measures",
            json!(["fine"]),
            "results.unknown-measure",
            [
                "请用公布的代码，或在 own_measures 中写明",
                "use a published code, or define it in own_measures",
            ],
        ),
        (
            "published",
            json!("2024-09-09"),
            "results.published-early",
            ["早于检查日期 2024-09-10，请核对", "2024-09-10: check both"],
        ),
        (
            "date",
            json!("2024-02-30"),
            "date.form",
            [
                "应填真实存在的日期，写作 2024-09-01",
                "expected a date of the calendar such as 2024-09-01",
            ],
        ),
        (
            "date",
            json!(20_240_910),
            "json.wrong-type",
            ["应填", "expected"],
        ),
        (
            "task",
            Value::Null,
            "json.null",
            ["没有内容的字段请删去", "leave the field out"],
        ),
        (
            "entity",
            json!("A 1"),
            "id.form",
            [
                "应为 1 至 64 个英文字母、数字",
                "expected 1 to 64 ASCII letters",
            ],
        ),
        (
            "inspectors",
            json!(["Z-1", "Z-1"]),
            "set.duplicate-member",
            ["“Z-1”重复", "duplicate “Z-1”"],
        ),
        (
            "note",
            json!(""),
            "text.empty",
            ["不得为空", "must not be empty"],
        ),
        (
            "note",
            json!(" x"),
            "text.edge-space",
            ["请删去", "remove it"],
        ),
        (
            "remark",
            json!("x"),
            "json.unknown-field",
            ["请核对拼写或删去", "check the spelling or remove it"],
        ),
    ]
}

#[test]
fn results_that_are_wrong_in_form_are_refused_with_their_place_and_remedy() {
    // [O1]
    let drawn = Drawn::new();
    let (first, row) = (drawn.row(drawn.selected(0)), drawn.row(drawn.selected(1)));
    let mut all: Vec<(Value, &str, [&str; 2])> = invalid()
        .into_iter()
        .map(|(field, value, code, remedy)| (with(&row, &json!({ field: value })), code, remedy))
        .collect();
    for field in ["task", "entity", "date", "outcomes"] {
        let mut without = row.clone();
        without.as_object_mut().unwrap().remove(field);
        all.push((without, "json.missing-field", ["缺少字段", "is missing"]));
    }
    counted(all.len(), "results: kinds of invalid ones");
    for (wrong, code, remedy) in all {
        let error = drawn.read(&[first.clone(), wrong.clone()]).unwrap_err();
        assert_eq!(error.code(), code, "{wrong}: {error}");
        let place = error.faults()[0].place().path();
        assert!(place.starts_with("$.results[1]"), "{wrong}: {place}");
        for (lang, remedy) in [Lang::Zh, Lang::En].into_iter().zip(remedy) {
            let message = error.message(lang);
            assert!(message.contains("results[1]"), "{message}");
            assert!(message.contains(remedy), "{message}");
        }
    }
}

#[test]
fn a_document_with_wrong_codes_of_the_office_is_refused() {
    // [O1]
    let drawn = Drawn::new();
    let base = json!({"spec": "suiji-v1", "record": drawn.record.digest().to_string()});
    let own = |code: &str| json!([{"code": code, "name": "样例", "group": "violation"}]);
    let other = "请改用其他代码";
    let documents = [
        (
            json!({"own_outcomes": own("rectified")}),
            "results.own-code",
            other,
        ),
        (
            json!({"own_outcomes": [own("x")[0], own("x")[0]]}),
            "results.own-code",
            other,
        ),
        (
            json!({"own_outcomes": [{"code": "x", "name": "样例", "group": "bad"}]}),
            "json.choice",
            "应填以下之一",
        ),
        (
            json!({"spec": "suiji-v2"}),
            "results.spec-unknown",
            "suiji-v2",
        ),
        (
            json!({"record": "sha256:00"}),
            "hex.form",
            "小写十六进制数字",
        ),
    ];
    for (changes, code, words) in documents {
        let document = with(&base, &changes).to_string();
        let error = Results::from_json(document.as_bytes()).unwrap_err();
        let message = error.message(Lang::Zh);
        assert_eq!(error.code(), code, "{changes}: {message}");
        assert!(message.contains(words), "{changes}: {message}");
    }
}
