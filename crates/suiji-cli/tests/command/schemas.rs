//! The output with `--json` matches the schemas of `schema/`. They refer to the schemas of the library.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::{ANSWERS, Case, Ran, answering, suiji};

/// The schemas of command and library.
struct Schemas(jsonschema::Registry<'static>);

impl Schemas {
    fn read() -> Self {
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut registry = jsonschema::Registry::new();
        let others = ["../suiji/schema", "../suiji-evidence/schema"].map(|folder| own.join(folder));
        for folder in others.into_iter().chain([own.join("schema")]) {
            for entry in fs::read_dir(folder).unwrap().flatten() {
                let path = entry.path();
                if path.extension().is_some_and(|end| end == "json") {
                    let schema: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
                    assert!(jsonschema::meta::is_valid(&schema), "{}", path.display());
                    let id = schema["$id"].as_str().unwrap().to_owned();
                    registry = registry.add(id, schema).unwrap();
                }
            }
        }
        Self(registry.prepare().unwrap())
    }

    /// Asserts that the output of a run matches the schema of a command; returns it.
    #[track_caller]
    fn check(&self, command: &str, ran: &Ran) -> Value {
        let output = ran.json();
        let schema = json!({"$ref": format!("urn:suiji-command:{command}")});
        let validator = jsonschema::options().offline().with_registry(&self.0);
        let validator = validator.build(&schema).unwrap();
        let errors = validator.iter_errors(&output);
        let errors: Vec<String> = errors
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}\n{output:#}", errors.join("\n"));
        let mut more = output.clone();
        more["x"] = json!(1);
        assert!(!validator.is_valid(&more), "{command} allows any field");
        output
    }
}

#[test]
fn results_and_status() {
    let (schemas, case) = (Schemas::read(), Case::drawn());
    let public = suiji(&["publish", &case.arg("record.json"), "--case", &case.dir()]).ends(0);
    let record = public.json()["record"].clone();
    let date = case.json("commitment.json")["sealed_at"].clone();
    let row = json!({"task": "T1", "entity": "91140000SAMPLE0001", "date": date.as_str().unwrap()[..10],
                     "outcomes": ["no_problem"], "measures": ["case"]});
    let document = json!({"spec": "suiji-v1", "record": record, "results": [row]});
    case.write("r.json", document.to_string());
    let file = case.arg("r.json");
    let ran = suiji(&["results", &case.dir(), &file, "--json"]).ends(0);
    let output = schemas.check("results", &ran);
    assert_eq!(output["findings"].as_array().unwrap().len(), 1);
    let page = case.arg("status.html");
    let ran = suiji(&["status", &case.dir(), "--page", &page, "--json"]).ends(0);
    schemas.check("status", &ran);
    let day = date.as_str().unwrap()[..10].to_owned();
    let csv = format!("主体代码,检查任务,检查日期,检查结果\n91140000SAMPLE0001,T1,{day},正常\n");
    case.write("r.csv", csv);
    let ran = suiji(&["results", &case.dir(), &case.arg("r.csv"), "--json"]).ends(0);
    let output = schemas.check("results", &ran);
    assert_eq!(output["lists"][0]["taken"], 1);
    case.write("new.json", case.bytes("plan.json"));
    case.edit("new.json", |plan| plan["year"] = 2031.into());
    let ran = suiji(&["plan-diff", &case.dir(), &case.arg("new.json"), "--json"]).ends(0);
    schemas.check("plan-diff", &ran);
    let ran = suiji(&[
        "history",
        &case.dir(),
        "--out",
        &case.arg("h.csv"),
        "--json",
    ])
    .ends(0);
    schemas.check("history", &ran);
}

#[test]
fn a_sealing_has_its_tasks_its_rows_and_its_findings() {
    let schemas = Schemas::read();
    let case = Case::new();
    case.edit("plan.json", |plan| {
        let team = plan["tasks"][0]["team"]["seats"].as_array_mut().unwrap();
        let mut more = team[0].clone();
        more["count"] = 3.into();
        team.push(more);
    });
    let dry = schemas.check("seal", &case.seal(&["--dry-run", "--json"]).ends(0));
    assert_eq!(dry.get("digest"), None);
    let sealed = schemas.check("seal", &case.seal(&["--json"]).ends(0));
    assert_eq!(sealed["digest"], case.digest("commitment.json"));
    assert_eq!(
        sealed["rows"],
        json!({"registry": 1, "roster": 3, "history": 0})
    );
    assert_eq!(sealed["short"][0]["task"], "T1");
    assert!(!sealed["findings"].as_array().unwrap().is_empty());
}

#[test]
fn a_report_stands_beside_its_boxes_whatever_the_verdict() {
    let schemas = Schemas::read();
    let case = Case::drawn();
    let (record, dir) = (case.arg("record.json"), case.dir());
    let verify = |args: &[&str]| suiji(&[&["verify", &record, "--json"], args].concat());
    let whole = ["--case", &dir];
    let found = schemas.check("verify", &verify(&whole).ends(0));
    assert_eq!(found["report"]["verdict"], "holds");
    let alone = schemas.check("verify", &verify(&[]).ends(1));
    assert_eq!(alone["report"]["verdict"], "incomplete");
    let values = ["--values", "1: x"];
    let noted = schemas.check("verify", &verify(&[&whole[..], &values].concat()).ends(1));
    assert_eq!(noted["report"]["verdict"], "fails");
    let receipt = case.arg("receipt.json");
    let id = "91140000SAMPLE0001";
    suiji(&[
        "explain",
        &record,
        id,
        "--case",
        &dir,
        "--receipt",
        &receipt,
    ])
    .ends(0);
    let public = case.publish("public.json");
    let args = ["check-receipt", &receipt, "--public", &public, "--json"];
    let checked = schemas.check("verify", &suiji(&args).ends(0));
    assert_eq!(checked["report"]["verdict"], "holds");
}

#[test]
fn amendments_stand_beside_what_was_drawn() {
    let schemas = Schemas::read();
    let case = Case::drawn();
    let (record, dir, id) = (case.arg("record.json"), case.dir(), "91140000SAMPLE0001");
    let explain = || suiji(&["explain", &record, id, "--case", &dir, "--json"]).ends(0);
    let before = schemas.check("explain", &explain());
    assert_eq!(before.get("amended"), None);
    let members = before["receipt"]["tasks"][0]["members"].clone();
    let leaver = members[1].as_str().unwrap();
    let args = [
        "amend", &dir, "--away", leaver, "--reason", "生病", "--json",
    ];
    let args = [&args[..], &["--approved-by", "局长", "--yes"]].concat();
    let amended = schemas.check("amend", &suiji(&args).ends(0));
    assert_eq!(amended["added"][0]["kind"], "away");
    let after = schemas.check("explain", &explain());
    assert_eq!(after["receipt"], before["receipt"]);
    let team = &after["amended"][0];
    assert_eq!(
        (&team["task"], &team["members"][0]),
        (&json!("T1"), &members[0])
    );
    assert_ne!(team["members"][1], members[1]);
    let public = case.arg("public.json");
    let args = [
        "publish", &record, "--case", &dir, "--out", &public, "--json",
    ];
    let published = schemas.check("publish", &suiji(&args).ends(0));
    assert_eq!(published["amendments"], amended["digest"]);
    assert_eq!(
        published["amended"][0]["teams"][0]["members"],
        team["members"]
    );
}

#[test]
fn a_sealing_after_a_draw_says_which_visits_the_history_lacks() {
    let case = Case::new();
    case.seal(&[]).ends(0);
    answering(&["draw", &case.dir(), "--yes"], ANSWERS).ends(0);
    let next = case.seal(&["--follow", "--dry-run", "--json"]).ends(0);
    let next = Schemas::read().check("seal", &next);
    assert_eq!(next["not_in_history"][0]["task"], "T1");
}

#[test]
fn an_import_has_its_sums_with_and_without_questions() {
    let schemas = Schemas::read();
    let case = Case::new();
    let list =
        "统一社会信用代码,企业名称,登记状态,电话\n91140521MA00000018 ,样例甲,停业,1\n合计,1,,\n";
    case.write("../名录.csv", list);
    let (dir, file) = (case.dir(), case.arg("../名录.csv"));
    let import = || suiji(&["import", &dir, &file, "--json"]);
    let open = schemas.check("import", &import().ends(2));
    assert_eq!(
        (&open["questions"], &open["answers"]),
        (&json!(1), &Value::Null)
    );
    assert_eq!(open["files"], json!([]));
    let answers = json!({"answers": [{"list": "registry", "about": "value", "field": "status", "value": "停业",
        "answer": "inactive"}]});
    case.write("questions.json", answers.to_string());
    let done = schemas.check("import", &import().ends(0));
    assert_eq!(done["questions"], 0);
    assert_eq!(done["lists"][0]["changed"], json!({"trim": 1, "answer": 1}));
    assert_eq!(done["files"][0], "registry.csv");
}

#[test]
fn papers_are_listed() {
    let case = Case::drawn();
    let ran = suiji(&["papers", &case.dir(), "--json"]).ends(0);
    let output = Schemas::read().check("papers", &ran);
    let papers = output["papers"].as_array().unwrap();
    let public = papers
        .iter()
        .filter(|paper| paper["public"] == true)
        .count();
    assert!(papers.len() > 20 && public >= 2, "{output}");
    assert_eq!(papers.last().unwrap()["kind"], "index");
}

#[test]
fn an_exported_table_says_what_it_follows() {
    let case = Case::drawn();
    let (dir, table) = (case.dir(), case.arg("table.csv"));
    let args = [
        "export",
        &dir,
        "--profile",
        "zhejiang",
        "--out",
        &table,
        "--json",
    ];
    let output = Schemas::read().check("export", &suiji(&args).ends(0));
    assert_eq!(output["table"], table);
    assert!(!output["missing"].as_array().unwrap().is_empty());
}

#[test]
fn a_check_has_its_tasks_its_findings_and_the_outlook() {
    let case = Case::new();
    let (dir, page) = (case.dir(), case.arg("check.html"));
    let ran = suiji(&["check", &dir, "--page", &page, "--json"]).ends(0);
    let checked = Schemas::read().check("check", &ran);
    assert_eq!(checked["page"], page);
}

#[test]
fn what_a_ledger_shows() {
    let (schemas, case) = (Schemas::read(), Case::new());
    suiji(&["ledger", "init", &case.dir()]).ends(0);
    case.seal(&[]).ends(0);
    answering(&["draw", &case.dir()], "").ends(2);
    let ran = suiji(&["ledger", "verify", &case.dir(), "--json"]).ends(1);
    let output = schemas.check("ledger", &ran);
    assert_eq!(output["failures"][0]["code"], "ledger.unfinished");
}

#[test]
fn signatures_and_timestamps_have_their_files() {
    let (schemas, case) = (Schemas::read(), Case::drawn());
    let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/evidence");
    let vectors = fs::read(vectors.join("envelopes.json")).unwrap();
    let vectors: Value = serde_json::from_slice(&vectors).unwrap();
    let key = &vectors["keys"][0];
    case.write("key.pem", key["private"].as_str().unwrap());
    let (dir, private) = (case.dir(), case.arg("key.pem"));
    schemas.check("to-sign", &suiji(&["to-sign", &dir, "--json"]).ends(0));
    let signed = suiji(&["sign", &dir, "--key", &private, "--json"]).ends(0);
    assert_eq!(schemas.check("sign", &signed)["key"], key["id"]);
    let asked = suiji(&["timestamp", &dir, "--json"]).ends(0);
    assert_eq!(
        schemas.check("timestamp", &asked)["digest"],
        case.digest("commitment.json")
    );
    let policy = json!({"spec": "suiji-policy-v1",
        "keys": [{"name": key["name"], "role": "office", "key": key["public"]}],
        "rules": [{"document": "record", "role": "office", "at_least": 1}]});
    case.write("policy.json", policy.to_string());
    let (record, policy) = (case.arg("record.json"), case.arg("policy.json"));
    let args = [
        "verify", &record, "--case", &dir, "--policy", &policy, "--json",
    ];
    let verified = schemas.check("verify", &suiji(&args).ends(0));
    assert_eq!(verified["policy"]["verdict"], "met");
}

#[test]
fn the_page_that_verifies() {
    let (schemas, case) = (Schemas::read(), Case::new());
    let alone = schemas.check("verify-page", &suiji(&["verify-page", "--json"]).ends(0));
    assert_eq!(alone.get("matches"), None);
    let args = ["verify-page", "--check", &case.arg("plan.json"), "--json"];
    let checked = schemas.check("verify-page", &suiji(&args).ends(1));
    assert_eq!(checked["expected"], alone["expected"]);
}
