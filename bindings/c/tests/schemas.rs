//! Every document that a call returns is valid under its schema in `crates/suiji/schema`.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use suiji::Run;
use suiji_c::{
    Failure, Object, SUIJI_CONTRIBUTIONS, SUIJI_CSV, SUIJI_JSON, SUIJI_JSON_LINES, SUIJI_SECRET,
    calls,
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

struct Schemas(jsonschema::Registry<'static>);

impl Schemas {
    fn read() -> Self {
        let mut registry = jsonschema::Registry::new();
        for entry in fs::read_dir(root().join("crates/suiji/schema")).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|of| of == "json") {
                let schema: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
                let id = schema["$id"].as_str().unwrap().to_owned();
                registry = registry.add(id, schema).unwrap();
            }
        }
        Self(registry.prepare().unwrap())
    }

    fn check(&self, name: &str, document: &Value) {
        let schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$ref": format!("urn:suiji:v1:{name}"),
        });
        let options = jsonschema::options().offline();
        let validator = options.with_registry(&self.0).build(&schema).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(document)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:?}\n{document:#}");
    }

    /// Checks each element, and returns their number.
    fn check_each(&self, name: &str, list: &Object) -> usize {
        let list = parsed(list);
        let list = list.as_array().unwrap();
        list.iter().for_each(|document| self.check(name, document));
        list.len()
    }

    fn check_failure(&self, failure: &Failure) {
        self.check("error", &serde_json::from_str(&failure.to_json()).unwrap());
    }
}

fn parsed(object: &Object) -> Value {
    serde_json::from_slice(object.data().unwrap()).unwrap()
}

/// The documents of JSON Lines.
fn lines(object: &Object) -> Vec<Value> {
    let text = core::str::from_utf8(object.data().unwrap()).unwrap();
    let lines = text.lines().map(serde_json::from_str);
    lines.collect::<Result<_, _>>().unwrap()
}

/// The cases that are drawn.
fn cases() -> Vec<PathBuf> {
    let folder = root().join("tests/vectors/cases");
    let folders = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let has = |path: &PathBuf, name: &str| path.join(name).exists();
    let mut cases: Vec<PathBuf> = folders
        .filter(|path| has(path, "expected/record.json") && has(path, "registry.jsonl"))
        .collect();
    cases.sort();
    cases
}

fn drawn(case: &Path) -> (Object, Object) {
    let run = Run::default();
    let read = |name: &str| fs::read(case.join(name)).unwrap();
    let tables = [
        "plan.json",
        "registry.jsonl",
        "roster.jsonl",
        "history.jsonl",
    ]
    .map(read);
    let tables = tables.each_ref().map(Vec::as_slice);
    let inputs = calls::inputs_read(SUIJI_JSON_LINES, tables, &run).unwrap();
    let sealed = calls::seal(&inputs, &read("ceremony.json"), &[], &run).unwrap();
    let record = calls::draw(&sealed, &read("contributions.json"), &run).unwrap();
    (sealed, record)
}

#[test]
fn what_calls_return_about_the_cases_is_valid() {
    // [S5], [F1], [G3], [M1], [V1]
    let (schemas, run) = (Schemas::read(), Run::default());
    let (mut short, mut statements, mut removed, mut rows) = (0, 0, 0, 0);
    let cases = cases();
    assert!(cases.len() >= 40, "{}", cases.len());
    for case in cases {
        let (sealed, record) = drawn(&case);
        let findings = calls::findings(&sealed, &[], &run).unwrap();
        schemas.check_each("finding", &findings);
        schemas.check("outlook", &parsed(&calls::outlook(&sealed, &run).unwrap()));
        schemas.check_each("task-summary", &calls::summaries(&sealed, &run).unwrap());
        let plan = fs::read(case.join("plan.json")).unwrap();
        for task in parsed(&calls::document(1, SUIJI_JSON, &plan, &run).unwrap())["tasks"]
            .as_array()
            .unwrap()
        {
            let task = task["id"].as_str().unwrap().as_bytes();
            short += schemas.check_each("short-team", &calls::short_teams(&sealed, task).unwrap());
            let frame = lines(&calls::frame_rows(&sealed, task).unwrap());
            let sample = calls::sample_rows(&record, Some(&sealed), task, &run).unwrap();
            let sample = lines(&sample);
            assert_eq!(sample.len(), frame.len());
            let drawn = lines(&calls::sample_rows(&record, None, task, &run).unwrap());
            let is_drawn = |row: &&Value| row["state"] == "selected" || row["state"] == "reserve";
            assert_eq!(drawn.len(), sample.iter().filter(is_drawn).count());
            // A validator is made for each row, so only the first rows are checked.
            for row in [&frame, &sample, &drawn]
                .into_iter()
                .flat_map(|of| of.iter().take(10))
            {
                schemas.check("sample-row", row);
                rows += 1;
            }
        }
        schemas.check("state", &parsed(&calls::state(&record, &[]).unwrap()));
        let requests = fs::read(case.join("requests.json"));
        let amended = calls::amend(&sealed, &record, &[], &requests.unwrap_or_default(), &run);
        if let Ok(amended) = amended {
            schemas.check("amendments", &parsed(&amended));
            let state = calls::state(&record, amended.data().unwrap()).unwrap();
            schemas.check("state", &parsed(&state));
        }
        let secret = calls::part(&sealed, SUIJI_SECRET).unwrap();
        let secret = secret.as_ref().and_then(Object::data).unwrap_or_default();
        let form = calls::public_form(&record, secret, &run).unwrap();
        let registry = calls::part(&sealed, suiji_c::SUIJI_INPUTS)
            .unwrap()
            .unwrap();
        let registry = calls::part(&registry, suiji_c::SUIJI_REGISTRY)
            .unwrap()
            .unwrap();
        let ids = calls::table_ids(&registry, 0, 20).unwrap();
        let empty = calls::table_read(2, SUIJI_JSON_LINES, b"", &run).unwrap();
        let changes = calls::changes(&registry, &empty, 20).unwrap();
        removed += schemas.check_each("row-change", &changes);
        let receipts = calls::receipts(&sealed, &record, ids.data().unwrap(), &run).unwrap();
        for receipt in receipts.data().unwrap().split(|byte| *byte == b'\n') {
            if receipt.is_empty() {
                continue;
            }
            let words = calls::statements(receipt, &plan).unwrap();
            statements += schemas.check_each("statement", &words);
            let report = calls::check_receipt(receipt, &form, &plan).unwrap();
            schemas.check("report", &parsed(&report));
        }
        let report = calls::verify(&record, None, &run).unwrap();
        schemas.check("report", &parsed(&report));
    }
    assert!(short > 0 && statements > 1000, "{short}, {statements}");
    assert!(removed > 100 && rows > 500, "{removed}, {rows}");
    assert!(schemas.check_each("code", &calls::codes()) > 150);
}

#[test]
fn failures_are_valid_errors() {
    // [S5]
    let (schemas, run) = (Schemas::read(), Run::default());
    let (sealed, record) = drawn(&cases()[0]);
    let failures = [
        calls::seal(&record, b"{}", &[], &run).unwrap_err(),
        calls::draw(&sealed, b"{}", &run).unwrap_err(),
        calls::short_teams(&sealed, "“".as_bytes()).unwrap_err(),
        calls::short_teams(&sealed, b"\xff").unwrap_err(),
        calls::document(-1, SUIJI_JSON, b"", &run).unwrap_err(),
        calls::check_contributions(&sealed, SUIJI_CONTRIBUTIONS, b"").unwrap_err(),
        calls::table_read(2, SUIJI_CSV, b"", &run).unwrap_err(),
        calls::require(&calls::verify(&record, None, &run).unwrap()).unwrap_err(),
    ];
    for failure in &failures {
        schemas.check_failure(failure);
    }
}

#[test]
fn the_errors_of_an_import_are_valid() {
    let schemas = Schemas::read();
    let import = |name: &str, data: &[u8], answers: &[u8]| {
        let files = calls::files_new();
        calls::files_add(&files, name.as_bytes(), data).unwrap();
        calls::import_lists(&files, 0, &[], answers, &[], None, None)
    };
    let path = root().join("crates/suiji-import/tests/data/office/registry.xlsx");
    let open = import("registry.xlsx", &fs::read(path).unwrap(), &[]).unwrap();
    let failures = [
        calls::import_check(&open).unwrap_err(),
        import("a.csv", b"%PDF-1.7", &[]).unwrap_err(),
        import("a.csv", b"id,name\nA-1,a\n", b"{").unwrap_err(),
    ];
    for failure in &failures {
        schemas.check_failure(failure);
    }
    assert!(failures[0].to_json().contains("\"sheet\": \"名录库\""));
}

#[test]
fn what_calls_return_about_results_is_valid() {
    // [O1] [O2] [O3]
    let schemas = Schemas::read();
    let mut drawn_entities = 0;
    for case in cases() {
        let (_sealed, record) = drawn(&case);
        let document = calls::write(&record, SUIJI_JSON, &Run::default()).unwrap();
        let draws = parsed(&document)["draws"].clone();
        let digest = calls::digest(suiji_c::SUIJI_RECORD, 0, document.data().unwrap()).unwrap();
        let digest = String::from_utf8(digest.data().unwrap().to_vec()).unwrap();
        let inspections: Vec<Value> = draws
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|draw| {
                let entity = draw["selected"][0]["id"].as_str()?;
                Some(
                    json!({"task": draw["task"], "entity": entity, "date": "2001-01-01",
                            "outcomes": ["no_problem"]}),
                )
            })
            .collect();
        let mut results = json!({"spec": "suiji-v1", "record": digest});
        if !inspections.is_empty() {
            results["results"] = json!(inspections);
        }
        let results = results.to_string();
        let read = calls::document(
            suiji_c::SUIJI_RESULTS,
            SUIJI_JSON,
            results.as_bytes(),
            &Run::default(),
        );
        let read = read.unwrap();
        schemas.check("results", &parsed(&read));
        let results = read.data().unwrap();
        // Every inspection is before the sealing, which is an error.
        let findings = calls::results_check(&record, results, &[], &[], &[]).unwrap();
        assert!(schemas.check_each("finding", &findings) >= inspections.len().min(1));
        let status = calls::results_status(&record, results, &[]).unwrap();
        let status = parsed(&status);
        schemas.check("status", &status);
        assert_eq!(status["total"]["clear"], inspections.len());
        drawn_entities += status["total"]["drawn"].as_u64().unwrap();
        let visits = calls::results_visits(&record, results, &[], None).unwrap();
        assert_eq!(visits.rows(), status["total"]["drawn"].as_u64());
        let again = calls::results_update(results, results).unwrap();
        assert_eq!(parsed(&again), parsed(&read));
        let other = results_of("0".repeat(64));
        let failure = calls::results_status(&record, &other, &[]).unwrap_err();
        schemas.check_failure(&failure);
    }
    assert!(drawn_entities > 100, "{drawn_entities}");
}

#[test]
fn differences_of_two_plans_are_valid() {
    let schemas = Schemas::read();
    let plans: Vec<Vec<u8>> = cases()
        .iter()
        .map(|case| fs::read(case.join("plan.json")).unwrap())
        .collect();
    let mut kinds = std::collections::BTreeSet::new();
    for (earlier, later) in plans.iter().zip(plans.iter().skip(1)) {
        let changes = calls::plan_changes(earlier, later).unwrap();
        schemas.check_each("plan-change", &changes);
        for change in parsed(&changes).as_array().unwrap() {
            kinds.insert(change["kind"].as_str().unwrap().to_owned());
        }
        let same = calls::plan_changes(earlier, earlier).unwrap();
        assert_eq!(parsed(&same), json!([]));
    }
    assert!(kinds.contains("changed") && kinds.len() >= 3, "{kinds:?}");
    let failure = calls::plan_changes(&plans[0], b"{}").unwrap_err();
    schemas.check_failure(&failure);
}

fn results_of(record: String) -> Vec<u8> {
    json!({"spec": "suiji-v1", "record": record})
        .to_string()
        .into_bytes()
}

#[test]
fn papers_are_listed_and_read_by_their_place() {
    let schemas = Schemas::read();
    let (sealed, record) = drawn(&cases()[0]);
    let make = |office: &[u8], kinds: &[u8], letters: &[u8], language: i32| {
        let after = calls::Afterwards::default();
        let files = calls::OfficeFiles {
            office,
            ..calls::OfficeFiles::default()
        };
        calls::papers(&sealed, &record, after, files, kinds, letters, language)
    };
    let papers = make(&[], b"[\"announcement\"]", &[], suiji_c::SUIJI_ZH).unwrap();
    let list = parsed(&calls::papers_list(&papers).unwrap());
    let kinds: Vec<&str> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|of| of["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["announcement", "announcement", "index"]);
    for (at, of) in (0..).zip(list.as_array().unwrap()) {
        let paper = calls::paper(&papers, at).unwrap().unwrap();
        assert_eq!(of["size"], paper.data().unwrap().len());
        assert_eq!(of["public"], of["kind"] == "announcement");
    }
    assert!(calls::paper(&papers, 3).unwrap().is_none());
    assert!(calls::paper(&papers, -1).unwrap().is_none());
    let failures = [
        make(b"{\"no_such\": 1}", &[], &[], suiji_c::SUIJI_EN).unwrap_err(),
        make(&[], b"[\"no such\"]", &[], suiji_c::SUIJI_EN).unwrap_err(),
        make(&[], &[], "[\"“\"]".as_bytes(), suiji_c::SUIJI_EN).unwrap_err(),
        make(&[], &[], &[], 3).unwrap_err(),
    ];
    for failure in &failures {
        schemas.check_failure(failure);
    }
    assert!(failures[0].to_json().contains("report."));
}

/// A notice of 2027, invented for this test.
const HOLIDAYS: &str = r#"{"notices": [
    {"year": 2027, "document_number": "样例〔2026〕1号", "issued": "2026-11-01", "off": [
        {"name": "元旦", "from": "2027-01-01", "to": "2027-01-03"},
        {"name": "劳动节", "from": "2027-05-01", "to": "2027-05-05"},
        {"name": "国庆节", "from": "2027-10-01", "to": "2027-10-07"}], "work": []}]}"#;

#[test]
fn papers_take_results_holidays_and_templates() {
    let schemas = Schemas::read();
    let (sealed, record) = cases()
        .iter()
        .map(|case| drawn(case))
        .find(|(_, record)| !first_selected(record).is_empty())
        .unwrap();
    let record_json = calls::write(&record, SUIJI_JSON, &Run::default()).unwrap();
    let digest = calls::digest(suiji_c::SUIJI_RECORD, 0, record_json.data().unwrap()).unwrap();
    let digest = String::from_utf8(digest.data().unwrap().to_vec()).unwrap();
    let results = results_of(digest);
    let templates =
        json!({"announcement.zh.html": "<paper title=\"本局公示\"><p>本局的公示</p></paper>"});
    let templates = templates.to_string();
    let make = |results: &[u8], holidays: &[u8], templates: &[u8], kinds: &[u8]| {
        let after = calls::Afterwards {
            results,
            ..calls::Afterwards::default()
        };
        let files = calls::OfficeFiles {
            holidays,
            templates,
            ..calls::OfficeFiles::default()
        };
        calls::papers(
            &sealed,
            &record,
            after,
            files,
            kinds,
            &[],
            suiji_c::SUIJI_ZH,
        )
    };
    let kinds = b"[\"announcement\", \"outcomes\", \"summary\"]";
    let made = make(&results, HOLIDAYS.as_bytes(), templates.as_bytes(), kinds).unwrap();
    let list = parsed(&calls::papers_list(&made).unwrap());
    let of = |field: &str| -> Vec<String> {
        let list = list.as_array().unwrap().iter();
        list.map(|of| of[field].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(of("title")[..2], ["本局公示", "本局公示"]);
    let expected = ["announcement", "outcomes", "summary", "index"];
    let mut kinds_made = of("kind");
    kinds_made.dedup();
    assert_eq!(kinds_made, expected);
    // Without results there are no papers of results.
    let without = make(&[], &[], &[], kinds).unwrap();
    let without = parsed(&calls::papers_list(&without).unwrap());
    assert_eq!(without.as_array().unwrap().len(), 3);
    let wrong = json!({"announcement.zh.html": "<paper>\n{{ office.", "nosuch.html": ""});
    let failures = [
        make(&results_of("0".repeat(64)), &[], &[], kinds).unwrap_err(),
        make(&[], b"{\"notices\": [1]}", &[], kinds).unwrap_err(),
        make(&[], &[], wrong.to_string().as_bytes(), kinds).unwrap_err(),
        make(&[], &[], b"[]", kinds).unwrap_err(),
    ];
    for failure in &failures {
        schemas.check_failure(failure);
    }
    let codes = ["report.draw", "report.calendar", "report.template"];
    for (failure, code) in failures.iter().zip(codes) {
        let failure: Value = serde_json::from_str(&failure.to_json()).unwrap();
        assert_eq!(failure["code"], code);
    }
    let faults: Value = serde_json::from_str(&failures[2].to_json()).unwrap();
    assert_eq!(faults["faults"].as_array().unwrap().len(), 2);
    assert!(failures[2].to_json().contains("announcement.zh.html"));
}

/// The first selected entity of a record; empty if there is none.
fn first_selected(record: &Object) -> String {
    let document = calls::write(record, SUIJI_JSON, &Run::default()).unwrap();
    let id = parsed(&document)["draws"][0]["selected"][0]["id"].clone();
    id.as_str().unwrap_or_default().to_owned()
}
