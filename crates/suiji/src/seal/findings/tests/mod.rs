//! Each finding, made by a change to inputs without findings.

mod fit;
mod people;
mod values;

use serde_json::{Value, json};

use super::Finding;
use crate::base::texts::Severity;
use crate::{Ceremony, History, Inputs, Lang, Plan, Registry, Roster, Sealed, seal};

/// Inputs without a finding.
fn office() -> Value {
    let codes = ["18", "2B", "3E", "4H", "5L", "6P", "7T", "8X"];
    let entities = (1..).zip(codes).map(|(number, end)| {
        json!({"id": format!("91140521MA000000{end}"), "name": format!("样例加油站{number:02}"), "class": "general",
               "categories": ["加油站"], "district": "140521", "industry": "5265", "established": "2015-06-01"})
    });
    let inspectors = (1..5).map(|number| {
        json!({"id": format!("ZF-{number}"), "name": format!("样例员{number}"), "department": "县市场监管局",
               "skills": ["计量"], "lead": true, "valid_to": "2026-12-31", "district": "140521"})
    });
    json!({
        "plan": {
            "title": "样例计划", "authority": "样例局", "year": 2026, "window": {"from": "2026-03-01", "to": "2026-11-30"},
            "limits": [{"id": "annual", "visits": 1}],
            "tasks": [{"id": "T1", "name": "加油站抽查", "scope": {"categories": ["加油站"]}, "quota": {"exactly": "50%"},
                       "team": {"seats": [{"department": "县市场监管局", "count": 2, "skills": ["计量"]}]}}],
        },
        "registry": entities.collect::<Vec<_>>(),
        "roster": inspectors.collect::<Vec<_>>(),
        "history": [{"entity": "91140521MA00000018", "task": "T1", "date": "2026-01-05"}],
        "ceremony": {"sealed_at": "2026-03-02T09:00:00+08:00",
                     "sources": [{"kind": "live", "by": "witness", "name": "掷骰", "parts": [{"count": 20, "from": 1, "to": 6}]}]},
    })
}

fn lines(rows: &Value) -> Vec<u8> {
    let rows = rows.as_array().unwrap().iter();
    let lines: Vec<String> = rows.map(Value::to_string).collect();
    (lines.join("\n") + "\n").into_bytes()
}

fn inputs(office: &Value) -> Inputs {
    let plan = Plan::from_json(office["plan"].to_string().as_bytes()).unwrap();
    let registry = Registry::from_json_lines(&lines(&office["registry"])[..]).unwrap();
    let roster = Roster::from_json_lines(&lines(&office["roster"])[..]).unwrap();
    let history = match office["history"].as_array().unwrap().len() {
        0 => History::default(),
        _ => History::from_json_lines(&lines(&office["history"])[..]).unwrap(),
    };
    Inputs::new(plan, registry, roster, history).unwrap()
}

fn sealed(office: &Value) -> Sealed {
    let ceremony = Ceremony::from_json(office["ceremony"].to_string().as_bytes()).unwrap();
    seal(&inputs(office), &ceremony).unwrap()
}

/// The findings after a change of the inputs.
fn found(change: impl FnOnce(&mut Value)) -> Vec<Finding> {
    let mut office = office();
    change(&mut office);
    sealed(&office).findings()
}

/// The only finding.
fn one(change: impl FnOnce(&mut Value)) -> Finding {
    let found = found(change);
    assert_eq!(found.len(), 1, "{found:#?}");
    found.into_iter().next().unwrap()
}

fn codes(found: &[Finding]) -> Vec<&'static str> {
    found.iter().map(Finding::code).collect()
}

fn check(finding: &Finding, code: &str, rows: &[u64]) {
    assert_eq!((finding.code(), finding.rows()), (code, rows), "{finding}");
}

fn detail<'f>(finding: &'f Finding, key: &str) -> &'f str {
    finding.detail(key).unwrap_or_default()
}

#[test]
fn an_office_without_mistakes_has_no_finding() {
    assert_eq!(codes(&found(|_| ())), [""; 0]);
}

#[test]
fn findings_are_graded_and_written_as_json() {
    let (second, seventh) = (
        office()["registry"][1]["id"].clone(),
        office()["registry"][6]["id"].clone(),
    );
    let (second, seventh) = (second.as_str().unwrap(), seventh.as_str().unwrap());
    let found = found(|office| {
        office["roster"][2]["name"] = json!("样例员1");
        office["registry"][6]["name"] = json!("样例加油站02");
    });
    let grades: Vec<Severity> = found.iter().map(Finding::severity).collect();
    assert_eq!(grades, [Severity::Warning, Severity::Note]);
    let written: Value = serde_json::from_str(&found[0].to_json()).unwrap();
    assert_eq!(written["severity"], "warning");
    assert_eq!(written["code"], "registry.same-name");
    assert_eq!(written["rows"], json!([2, 7]));
    assert_eq!(written["ids"], json!([second, seventh]));
    assert_eq!(written["place"]["id"], second);
    assert_eq!(written["count"], 2);
    assert!(
        written["remedy"]["zh"]
            .as_str()
            .is_some_and(|text| !text.is_empty())
    );
    let message = found[0].message(Lang::Zh);
    assert!(message.starts_with("检查对象名录库“名称”列："), "{message}");
    assert!(message.ends_with("（2 行，如第 2、7 行）"), "{message}");
}

#[test]
fn inputs_that_cannot_be_sealed_have_findings_too() {
    let mut office = office();
    office["plan"]["tasks"][0]["scope"]["categories"] = json!(["加油點"]);
    let ceremony = Ceremony::from_json(office["ceremony"].to_string().as_bytes()).unwrap();
    let inputs = inputs(&office);
    let error = seal(&inputs, &ceremony).unwrap_err();
    assert_eq!(codes(&Finding::of_error(&error)), ["frame.empty"]);
    assert_eq!(Finding::of_error(&error)[0].severity(), Severity::Error);
    assert_eq!(
        codes(&inputs.findings(ceremony.sealed_at())),
        ["plan.scope-nobody"]
    );
}

#[test]
fn a_summary_counts_every_row_once() {
    let mut office = office();
    office["plan"]["tasks"][0]["scope"]["established_before"] = json!("2020-01-01");
    office["plan"]["tasks"][0]["risk"] = json!({"weights": {"high": 2}, "unrated_as": "general"});
    office["registry"][1]["status"] = json!("inactive");
    office["registry"][2]["categories"] = json!(["超市"]);
    office["registry"][3]
        .as_object_mut()
        .unwrap()
        .remove("categories");
    office["registry"][4]["established"] = json!("2021-01-01");
    office["registry"][5]
        .as_object_mut()
        .unwrap()
        .remove("class");
    let sealed = sealed(&office);
    let summaries = sealed.summaries();
    let summary = &summaries[0];
    let left_out: Vec<_> = summary
        .left_out()
        .iter()
        .map(|of| (of.condition(), of.count(), of.empty()))
        .collect();
    let expected = [
        ("status", 1, 0),
        ("categories", 2, 1),
        ("established_before", 1, 0),
    ];
    assert_eq!(left_out, expected);
    assert_eq!(
        (summary.registry(), summary.in_scope(), summary.frame()),
        (8, 4, 3)
    );
    let excluded: Vec<_> = summary
        .excluded()
        .iter()
        .map(|of| (of.reason(), of.size()))
        .collect();
    assert_eq!(excluded, [("annual", 1)]);
    let unrated = summary
        .unrated()
        .map(|(count, class)| (count, class.as_str()));
    assert_eq!(unrated, Some((1, "general")));
    assert_eq!((summary.strata().len(), summary.take()), (1, 2));
    let written: Value = serde_json::from_str(&summary.to_json()).unwrap();
    assert_eq!(
        written["left_out"][1],
        json!({"condition": "categories", "count": 2, "empty": 1})
    );
    assert_eq!(written["in_scope"], 4);
}
