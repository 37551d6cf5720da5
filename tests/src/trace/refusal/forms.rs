//! Single values: empty values, text, hex, ratios, dates and times [C1, C2c, C3, C6, C7].

use std::sync::LazyLock;

use serde_json::{Value, json};

use super::{list, text};
use crate::Small;
use crate::trace::clean;
use crate::trace::time::{days, instant};

/// [C2c] Fields that are never dropped are not empty, and the ceremony contains no default and no empty value.
pub(super) fn nothing_is_empty(case: &Small) -> bool {
    let empty = |value: Option<&Value>| value.is_some_and(is_empty);
    let any = |of: &Value, fields: &[&str]| fields.iter().any(|field| empty(of.get(field)));
    let limits = |of: &Value| {
        list(&of["limits"])
            .iter()
            .any(|limit| any(limit, &["classes", "by"]))
    };
    let task = |task: &Value| {
        let team = task.get("team").unwrap_or(&Value::Null);
        any(task, &["quota", "team", "window", "mode"])
            || empty(team.get("seats"))
            || any(&task["scope"], &["categories", "districts", "industries"])
            || limits(task)
            || empty(task.get("risk").map(clean::without_empty).as_ref())
    };
    let parts = |source: &Value| {
        let defaults = |part: &Value| part.get("distinct") == Some(&json!(false));
        list(&source["parts"]).iter().any(defaults)
    };
    let ceremony = &case.ceremony;
    !any(&case.plan, &["classes", "tasks", "window"])
        && !limits(&case.plan)
        && !list(&case.plan["tasks"]).iter().any(task)
        && !case.registry.iter().any(|row| any(row, &["exempt_from"]))
        && !any(ceremony, &["sources", "follows", "supersedes"])
        && !list(&ceremony["supersedes"])
            .iter()
            .any(|named| any(named, &["contributions"]))
        && !list(&ceremony["sources"]).iter().any(parts)
}

fn is_empty(value: &Value) -> bool {
    *value == json!([]) || *value == json!({})
}

/// [C3] All strings, even those that are not text, because the same characters are forbidden in them.
pub(super) fn texts(case: &Small) -> bool {
    let rows = [&case.registry, &case.roster, &case.history];
    let rows = rows.into_iter().flatten();
    let others = [&case.plan, &case.ceremony];
    rows.chain(others)
        .flat_map(|value| strings(value))
        .all(is_text)
}

/// Every string and every key.
fn strings(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(strings).collect(),
        Value::Object(fields) => {
            let fields = fields.iter();
            fields
                .flat_map(|(key, value)| [vec![key.as_str()], strings(value)].concat())
                .collect()
        }
        _ => Vec::new(),
    }
}

/// [C3]
pub(in crate::trace) fn is_text(text: &str) -> bool {
    let space = |c: char| {
        matches!(
            c,
            ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'
                ..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
        )
    };
    let control =
        |c: char| matches!(c, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}');
    !text.is_empty()
        && !text.starts_with(space)
        && !text.ends_with(space)
        && !text.contains(control)
        && !text.contains(is_unseen)
        && text.chars().all(is_assigned)
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffd}')
}

/// [C3] In Unicode 15.0, or an ideograph of two later blocks.
fn is_assigned(c: char) -> bool {
    static RANGES: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| {
        let text = include_str!("../../../../crates/suiji/unicode-15.0.txt");
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let code = |hex: &str| u32::from_str_radix(hex, 16).expect("a code point of the list");
        let range = |line: &str| {
            let (first, last) = line.split_once("..").unwrap_or((line, line));
            (code(first), code(last))
        };
        lines.map(range).collect()
    });
    let c = u32::from(c);
    matches!(c, 0x2ebf0..=0x2ee5d | 0x323b0..=0x33479)
        || RANGES.iter().any(|&(first, last)| first <= c && c <= last)
}

/// [C1]
pub(super) fn hex(case: &Small) -> bool {
    let ceremony = &case.ceremony;
    let named = [&ceremony["follows"], &ceremony["supersedes"]];
    let named = named.into_iter().flat_map(list);
    let earlier = list(&ceremony["supersedes"]).iter();
    let mut earlier = earlier.flat_map(|of| list(&of["contributions"]));
    let hash = ceremony.get("hash").map_or("sha256", text);
    ["sha256", "sm3"].contains(&hash)
        && is_hex(64, ceremony, "secret")
        && is_hex(64, ceremony, "previous")
        && list(&ceremony["sources"]).iter().chain(named).all(|of| {
            ["commitment", "record", "chain"]
                .iter()
                .all(|field| is_hex(64, of, field))
        })
        && earlier.all(is_contribution)
}

/// [C1] The hex of a contribution.
pub(super) fn is_contribution(of: &Value) -> bool {
    is_hex(64, of, "nonce") && is_hex(96, of, "signature")
}

fn is_hex(length: usize, of: &Value, field: &str) -> bool {
    let digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let good = |hex: &str| hex.len() == length && hex.bytes().all(digit);
    of.get(field).map(text).is_none_or(good)
}

/// [C6]
pub(super) fn ratios(case: &Small) -> bool {
    list(&case.plan["tasks"]).iter().all(|task| {
        let quota = ["at_least", "at_most", "exactly"];
        let quota = quota.iter().filter_map(|field| task["quota"].get(field));
        let risk = ["minimum", "maximum"].into_iter();
        let risk = risk.filter_map(|field| task["risk"][field].as_object());
        let mut ratios = quota.chain(risk.flat_map(|of| of.values()));
        ratios.all(|ratio| is_ratio(text(ratio)))
    })
}

fn is_ratio(ratio: &str) -> bool {
    let Some(number) = ratio.strip_suffix('%') else {
        return false;
    };
    let digits = |of: &str| of.bytes().all(|byte| byte.is_ascii_digit());
    let two = |of: &str| matches!(of.len(), 1 | 2) && digits(of) && !of.starts_with('0');
    match number.split_once('.') {
        None => number == "100" || two(number),
        Some((whole, decimals)) => {
            (whole == "0" || two(whole))
                && (1..=6).contains(&decimals.len())
                && digits(decimals)
                && !decimals.ends_with('0')
        }
    }
}

/// [C7]
pub(super) fn times(case: &Small) -> bool {
    let windows = |of: &Value| [of["window"]["from"].clone(), of["window"]["to"].clone()];
    let from = |of: &Value| {
        let limits = list(&of["limits"]).iter();
        limits
            .map(|limit| limit["from"].clone())
            .collect::<Vec<_>>()
    };
    let tasks = list(&case.plan["tasks"]).iter();
    let tasks = tasks.flat_map(|task| {
        let own = [
            task["scope"]["established_before"].clone(),
            task["team"]["rotation_from"].clone(),
        ];
        [own.to_vec(), windows(task).to_vec(), from(task)].concat()
    });
    let rows = case.registry.iter().map(|row| row["established"].clone());
    let rows = rows.chain(case.roster.iter().map(|row| row["valid_to"].clone()));
    let rows = rows.chain(case.history.iter().map(|row| row["date"].clone()));
    let mut dates = tasks
        .chain(rows)
        .chain(windows(&case.plan))
        .chain(from(&case.plan));
    instant(text(&case.ceremony["sealed_at"])).is_some()
        && dates.all(|date| date.is_null() || days(text(&date)).is_some())
        && (1000..=9999).contains(&case.plan["year"].as_u64().unwrap_or(0))
}
