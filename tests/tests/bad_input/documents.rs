//! Documents that break the JSON rules [C2a]–[C2c], and limits.

use std::io::{self, BufReader, Read};

use serde_json::json;
use suiji::{Commitment, Contributions, Plan, PublicForm, Receipt, Record, Registry};
use suiji_conformance::Small;

use super::{Bad, place};

const PLAN: &str = r#"{"title": "样例计划", "authority": "样例县工信局", "year": 2024, "tasks":
    [{"id": "J1", "name": "抽查", "quota": {"count": 2}}]}"#;

fn plan(what: &str, text: impl AsRef<[u8]>, code: &'static str, place: &str) -> Bad {
    Bad::new(what, Plan::from_json(text.as_ref()), code, place)
}

fn replaced(from: &str, to: &str, code: &'static str, place: &str) -> Bad {
    assert!(PLAN.contains(from));
    plan(to, PLAN.replacen(from, to, 1), code, place)
}

pub(crate) fn faults() -> Vec<Bad> {
    let mut all = forms();
    all.extend(values());
    all.extend(limits());
    all
}

fn forms() -> Vec<Bad> {
    let not_utf8 = [&PLAN.as_bytes()[..20], b"\xff", &PLAN.as_bytes()[20..]].concat();
    let mut all = vec![
        plan("not UTF-8", not_utf8, "json.not-utf8", "plan"),
        plan(
            "a byte order mark",
            format!("\u{feff}{PLAN}"),
            "json.bom",
            "plan",
        ),
        plan(
            "a trailing comma",
            PLAN.replace("2}", "2,}"),
            "json.syntax",
            "plan",
        ),
        plan(
            "two documents",
            format!("{PLAN} {PLAN}"),
            "json.syntax",
            "plan",
        ),
        plan("a comment", format!("{PLAN} // J1"), "json.syntax", "plan"),
        plan(
            "an unpaired surrogate",
            PLAN.replace("样例计划", "\\ud800"),
            "json.syntax",
            "plan",
        ),
        plan("empty", "", "json.empty-document", "plan"),
        plan("white space", " \r\n\t", "json.empty-document", "plan"),
    ];
    for length in [1, 30, PLAN.len() - 1] {
        let cut = &PLAN.as_bytes()[..length];
        all.push(plan("truncated", cut, "json.truncated", "plan"));
    }
    let lines = "{\"id\": \"A-1\", \"name\": \"甲\"}\n{\"id\": \"A-2\"";
    let result = Registry::from_json_lines(lines.as_bytes());
    all.push(Bad::new(
        "a truncated line",
        result,
        "json.truncated",
        "registry row 2",
    ));
    let lines = b"{\"id\": \"A-1\", \"name\": \"\xb0\xa1\"}\n";
    let result = Registry::from_json_lines(lines.as_slice());
    all.push(Bad::new("GBK", result, "json.not-utf8", "registry row 1"));
    all
}

fn values() -> Vec<Bad> {
    let year = "plan $.year";
    let mut all = vec![
        replaced("2024", "null", "json.null", year),
        replaced("2024", "\"2024\"", "json.wrong-type", year),
        replaced("2024", "[2024]", "json.wrong-type", year),
        replaced(
            "2024",
            "{\"$serde_json::private::Number\": \"2024\"}",
            "json.wrong-type",
            year,
        ),
        replaced("2024", "999", "json.range", year),
        replaced("2024", "10000", "json.range", year),
        replaced(
            "{\"count\": 2}",
            "[]",
            "json.wrong-type",
            "plan $.tasks[0].quota",
        ),
        replaced(
            "\"count\": 2",
            "\"count\": 0",
            "json.range",
            "plan $.tasks[0].quota.count",
        ),
        replaced(
            "\"count\": 2",
            "\"count\": -1",
            "json.range",
            "plan $.tasks[0].quota.count",
        ),
        replaced(
            "\"count\": 2",
            "\"exactly\": 0.05",
            "json.wrong-type",
            "plan $.tasks[0].quota.exactly",
        ),
        replaced("\"抽查\"", "7", "json.wrong-type", "plan $.tasks[0].name"),
        replaced("\"J1\"", "true", "json.wrong-type", "plan $.tasks[0].id"),
        replaced(
            "\"year\"",
            "\"unknown\": 1, \"year\"",
            "json.unknown-field",
            "plan $",
        ),
        replaced(
            "\"name\"",
            "\"Name\": \"x\", \"name\"",
            "json.unknown-field",
            "plan $.tasks[0]",
        ),
        replaced(
            "\"year\"",
            "\"year\": 2024, \"year\"",
            "json.repeated-key",
            "plan $",
        ),
        replaced(
            "\"name\"",
            "\"\\u006eame\": \"x\", \"name\"",
            "json.repeated-key",
            "plan $.tasks[0]",
        ),
        replaced(
            "\"title\": \"样例计划\", ",
            "",
            "json.missing-field",
            "plan $",
        ),
        replaced(
            "\"name\": \"抽查\", ",
            "",
            "json.missing-field",
            "plan $.tasks[0]",
        ),
        replaced(
            "\"name\"",
            "\"kind\": \"both\", \"name\"",
            "json.choice",
            "plan $.tasks[0].kind",
        ),
    ];
    for number in [
        "2024.0",
        "2.024e3",
        "-0",
        "9007199254740992",
        "-9007199254740992",
    ] {
        all.push(replaced("2024", number, "json.number", year));
    }
    let plan_of = |tasks: &str| {
        PLAN.replace(
            &PLAN[PLAN.find('[').unwrap_or_default()..PLAN.len() - 1],
            tasks,
        )
    };
    all.push(plan(
        "no tasks",
        plan_of("[]"),
        "json.empty",
        "plan $.tasks",
    ));
    all.push(plan("an array", "[]", "json.wrong-type", "plan $"));
    all
}

fn limits() -> Vec<Bad> {
    let huge = vec![b'['; (16 << 20) + 1];
    let deep = format!("{}{}", "[".repeat(33), "]".repeat(33));
    let tasks: Vec<_> = (0..=10_000)
        .map(|n| json!({"id": format!("T{n}"), "name": "抽查"}))
        .collect();
    let mut many = Small::plain();
    many.plan["tasks"] = tasks.into();
    let source = many.ceremony["sources"][0].clone();
    many.ceremony["sources"] = vec![source; 1001].into();
    let long = format!(
        "{{\"id\": \"A-1\", \"name\": \"{}\"}}\n",
        "x".repeat(1 << 20)
    );
    let endless = BufReader::with_capacity(1 << 20, io::repeat(b'[').take(1 << 30));
    vec![
        plan("more than 16 MiB", &huge, "limit.bytes", "plan"),
        plan(
            "16 MiB of opening brackets",
            &huge[1..],
            "json.depth",
            "plan",
        ),
        plan("33 levels", deep, "json.depth", "plan"),
        Bad::new(
            "a record of opening brackets",
            Record::from_json(&huge),
            "json.depth",
            "record",
        ),
        Bad::new(
            "10,001 tasks",
            many.read_plan(),
            "limit.tasks",
            "plan $.tasks",
        ),
        Bad::new(
            "1,001 sources",
            many.read_ceremony(),
            "limit.sources",
            "ceremony $.sources",
        ),
        Bad::new(
            "a line that is too long",
            Registry::from_json_lines(long.as_bytes()),
            "limit.line",
            "registry row 1",
        ),
        Bad::new(
            "1 GB of opening brackets",
            Registry::from_json_lines(endless),
            "limit.line",
            "registry row 1",
        ),
    ]
}

#[test]
fn other_documents_are_refused_in_the_same_way() {
    // [C2a]
    let check = |name: &str, read: &dyn Fn(&[u8]) -> Result<(), suiji::Error>| {
        for (bytes, code) in [
            (b"".as_slice(), "json.empty-document"),
            (b"{", "json.truncated"),
            (b"\"\xff\"", "json.not-utf8"),
            (b"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "json.depth"),
            (b"7", "json.wrong-type"),
            (b"null", "json.null"),
        ] {
            let error = read(bytes).unwrap_err();
            assert_eq!(error.code(), code, "{name}");
            assert_eq!(error.kind().as_str(), name);
            assert!(place(&error.faults()[0]).starts_with(name));
        }
    };
    check("plan", &|bytes| Plan::from_json(bytes).map(|_| ()));
    check("ceremony", &|bytes| {
        suiji::Ceremony::from_json(bytes).map(|_| ())
    });
    check("commitment", &|bytes| {
        Commitment::from_json(bytes).map(|_| ())
    });
    check("contributions", &|bytes| {
        Contributions::from_json(bytes).map(|_| ())
    });
    check("record", &|bytes| Record::from_json(bytes).map(|_| ()));
    check("public_form", &|bytes| {
        PublicForm::from_json(bytes).map(|_| ())
    });
    check("receipt", &|bytes| Receipt::from_json(bytes).map(|_| ()));
}
