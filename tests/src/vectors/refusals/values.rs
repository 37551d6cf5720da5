//! Single values in an invalid form [C1, C3–C7, I3].

use serde_json::{Value, json};

use super::{Refusal, changed};
use crate::Small;

pub(super) fn all() -> Vec<Refusal> {
    let mut all = texts();
    all.extend(ids());
    all.extend(others());
    all
}

fn title(name: &'static str, about: &'static str, code: &'static str, title: &str) -> Refusal {
    let documents = changed(Small::plain(), |case| case.plan["title"] = json!(title));
    Refusal::new(name, about, &["C3"], (code, "plan $.title"), documents)
}

fn texts() -> Vec<Refusal> {
    vec![
        title("text-empty", "an empty title", "text.empty", ""),
        title(
            "text-not-nfc",
            "a letter and an accent that NFC composes",
            "text.not-nfc",
            "样例 Cafe\u{301}",
        ),
        title(
            "text-compatibility",
            "a compatibility ideograph, which NFC replaces",
            "text.not-nfc",
            "样例\u{f900}",
        ),
        title(
            "text-trailing-space",
            "a space at the end",
            "text.edge-space",
            "样例计划 ",
        ),
        title(
            "text-leading-ideographic-space",
            "an ideographic space at the start",
            "text.edge-space",
            "\u{3000}样例计划",
        ),
        title(
            "text-trailing-no-break-space",
            "a no-break space at the end",
            "text.edge-space",
            "样例计划\u{a0}",
        ),
        title("text-control", "a tab inside", "text.control", "样例\t计划"),
        title(
            "text-control-c1",
            "a control character of ISO 8859, U+0085",
            "text.control",
            "样例\u{85}计划",
        ),
        title(
            "text-line-separator",
            "a line separator, U+2028",
            "text.control",
            "样例\u{2028}计划",
        ),
        title(
            "text-bom-inside",
            "a byte order mark inside, U+FEFF",
            "text.invisible",
            "样例\u{feff}计划",
        ),
        title(
            "text-zero-width-space",
            "a zero width space, U+200B",
            "text.invisible",
            "样例\u{200b}计划",
        ),
        title(
            "text-soft-hyphen",
            "a soft hyphen at the end, U+00AD",
            "text.invisible",
            "样例计划\u{ad}",
        ),
        title(
            "text-direction",
            "an override of the writing direction, U+202E",
            "text.invisible",
            "样例\u{202e}计划",
        ),
        title(
            "text-filler",
            "a halfwidth Hangul filler, U+FFA0, which looks like a blank",
            "text.invisible",
            "样例\u{ffa0}计划",
        ),
        title(
            "text-lost-character",
            "a replacement character, U+FFFD, which stands for one that was lost",
            "text.invisible",
            "样例计\u{fffd}",
        ),
        title(
            "text-unassigned",
            "a code point that Unicode 15.0 does not assign, U+0378",
            "text.unassigned",
            "样例\u{378}",
        ),
        title(
            "text-later-letter",
            "a letter of Unicode 16.0, U+1C89",
            "text.unassigned",
            "样例\u{1c89}",
        ),
        title(
            "text-noncharacter",
            "a code point that is never assigned, U+FFFF",
            "text.unassigned",
            "样例\u{ffff}",
        ),
    ]
}

fn ids() -> Vec<Refusal> {
    let of = |name, about, id: String| {
        let documents = changed(Small::plain(), |case| case.registry[1]["id"] = json!(id));
        Refusal::new(
            name,
            about,
            &["C4"],
            ("id.form", "registry row 2 $.id"),
            documents,
        )
    };
    let case = |name, about, place, change: &dyn Fn(&mut Small)| {
        Refusal::new(
            name,
            about,
            &["C4"],
            ("id.case", place),
            changed(Small::with_team(), change),
        )
    };
    vec![
        of("id-space", "a space inside an id", "A 2".to_owned()),
        of(
            "id-first-character",
            "an id that begins with a hyphen",
            "-A2".to_owned(),
        ),
        of(
            "id-full-width",
            "a full-width letter in an id",
            "Ａ2".to_owned(),
        ),
        of("id-newline", "a newline after an id", "A2\n".to_owned()),
        of("id-too-long", "an id of 65 characters", "x".repeat(65)),
        case(
            "id-case",
            "two entities whose ids differ only in letter case",
            "registry row 5 id",
            &|case| {
                case.registry[4]["id"] = json!("a-1");
            },
        ),
        case(
            "id-case-recused",
            "a recusal of a-1; the registry has A-1",
            "roster row 1 recuse",
            &|case| {
                case.roster[0]["recuse"] = json!(["a-1"]);
            },
        ),
        case(
            "id-case-history",
            "a visit of x-9 and a recusal of X-9; neither is in the registry",
            "history row 1 entity",
            &|case| {
                case.roster[0]["recuse"] = json!(["X-9"]);
                case.history = vec![json!({"entity": "x-9", "task": "J1", "date": "2023-01-01"})];
            },
        ),
        case(
            "id-case-inspectors",
            "two inspectors whose ids differ only in letter case",
            "roster row 3 id",
            &|case| {
                case.roster[2]["id"] = json!("z-1");
            },
        ),
        case(
            "id-case-tasks",
            "a visit of task j1; the plan has J1",
            "history row 1 task",
            &|case| {
                case.history = vec![json!({"entity": "A-1", "task": "j1", "date": "2023-01-01"})];
            },
        ),
        case(
            "id-case-visitor",
            "a visit by inspector z-1; the roster has Z-1",
            "history row 1 inspectors",
            &|case| {
                case.history = vec![
                    json!({"entity": "A-1", "task": "J1", "date": "2023-01-01", "inspectors": ["z-1"]}),
                ];
            },
        ),
        case(
            "id-case-exempt-from",
            "an exemption from task j1; the plan has J1",
            "registry row 1 exempt_from",
            &|case| {
                case.registry[0]["exempt"] = json!("样例免检名单");
                case.registry[0]["exempt_from"] = json!(["j1"]);
            },
        ),
        case(
            "id-case-limits",
            "two tasks with limits whose ids differ only in letter case",
            "plan $",
            &|case| {
                let task = |id: &str, limit: &str| json!({"id": id, "name": "抽查", "quota": {"count": 1}, "limits": [{"id": limit, "visits": 1}]});
                case.plan["tasks"] = json!([task("J1", "year"), task("J2", "Year")]);
            },
        ),
        case(
            "id-case-groups",
            "two coordination groups whose ids differ only in letter case",
            "plan $.tasks",
            &|case| {
                let task = |id: &str, group: &str| json!({"id": id, "name": "抽查", "quota": {"count": 1}, "coordination": group});
                case.plan["tasks"] = json!([task("J1", "auto"), task("J2", "Auto")]);
            },
        ),
    ]
}

fn others() -> Vec<Refusal> {
    let ratio = |name, about, ratio: &str| {
        let documents = changed(Small::plain(), |case| {
            case.task(0)["quota"] = json!({"at_least": ratio})
        });
        Refusal::new(
            name,
            about,
            &["C6"],
            ("ratio.form", "plan $.tasks[0].quota.at_least"),
            documents,
        )
    };
    let ceremony = |name, about, rules, code, place, (field, value): (&str, Value)| {
        let documents = changed(Small::plain(), |case| case.ceremony[field] = value);
        Refusal::new(name, about, rules, (code, place), documents)
    };
    let time = |name, about, time: &str| {
        ceremony(
            name,
            about,
            &["C7"],
            "time.form",
            "ceremony $.sealed_at",
            ("sealed_at", json!(time)),
        )
    };
    let secret = |name, about, secret: String| {
        ceremony(
            name,
            about,
            &["C1", "S2"],
            "hex.form",
            "ceremony $.secret",
            ("secret", json!(secret)),
        )
    };
    let row = |name, about, rules, code, place, (field, value): (&str, &str)| {
        let documents = changed(Small::plain(), |case| {
            case.registry[1][field] = json!(value)
        });
        Refusal::new(name, about, rules, (code, place), documents)
    };
    let date = "registry row 2 $.established";
    let district = "registry row 2 $.district";
    vec![
        ratio("ratio-zero", "0 %", "0%"),
        ratio(
            "ratio-trailing-zero",
            "a trailing zero after the decimal point",
            "20.0%",
        ),
        ratio("ratio-above-100", "more than 100 %", "101%"),
        ratio("ratio-full-width", "a full-width percent sign", "20％"),
        ratio("ratio-newline", "a newline after the ratio", "20%\n"),
        ratio(
            "ratio-seven-decimals",
            "seven decimals; six are allowed",
            "1.0000001%",
        ),
        time("time-z", "a time with Z", "2024-09-02T10:00:00Z"),
        time(
            "time-minus-zero",
            "an offset of -00:00",
            "2024-09-02T10:00:00-00:00",
        ),
        time(
            "time-second-60",
            "a leap second",
            "2024-09-02T10:00:60+08:00",
        ),
        time(
            "time-offset",
            "an offset beyond 18 hours",
            "2024-09-02T10:00:00+18:01",
        ),
        secret("hex-upper", "upper-case hex", "5E".repeat(32)),
        secret("hex-short", "63 hex digits", "5".repeat(63)),
        secret(
            "hex-prefix",
            "hex with the prefix 0x, 64 characters in total",
            format!("0x{}", "5e".repeat(31)),
        ),
        ceremony(
            "hash",
            "a hash suite in capitals",
            &["C1"],
            "ceremony.hash",
            "ceremony $.hash",
            ("hash", json!("SM3")),
        ),
        row(
            "date-does-not-exist",
            "29 February of a year that is not a leap year",
            &["C7"],
            "date.form",
            date,
            ("established", "2023-02-29"),
        ),
        row(
            "date-century",
            "29 February 1900, which does not exist in the Gregorian calendar",
            &["C7"],
            "date.form",
            date,
            ("established", "1900-02-29"),
        ),
        row(
            "date-slashes",
            "a date with slashes",
            &["C7"],
            "date.form",
            date,
            ("established", "2023/02/28"),
        ),
        row(
            "district-short",
            "a district code of one digit",
            &["I3"],
            "district.form",
            district,
            ("district", "1"),
        ),
        row(
            "district-full-width",
            "a district code in full-width digits",
            &["I3"],
            "district.form",
            district,
            ("district", "１４"),
        ),
    ]
}
