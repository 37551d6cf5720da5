//! `suiji papers`: the folder of the papers, its contents, and refusals.

use std::fs;
use std::path::Path;

use crate::support::{Case, suiji};

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn papers_go_to_a_new_folder_each_time() {
    let case = Case::drawn();
    let dir = case.dir();
    for folder in ["papers", "papers-2"] {
        suiji(&["papers", &dir, "--lang", "en"]).ends(0);
        let names = names(&Path::new(&dir).join(folder));
        for name in [
            "index.html",
            "minutes.html",
            "minutes.docx",
            "announcement.html",
            "notices",
        ] {
            assert!(names.iter().any(|of| of == name), "{name}: {names:?}");
        }
    }
    let first = Path::new(&dir).join("papers");
    assert_eq!(
        fs::read(first.join("minutes.docx")).unwrap(),
        fs::read(Path::new(&dir).join("papers-2/minutes.docx")).unwrap()
    );
    let again = suiji(&[
        "papers",
        &dir,
        "--out",
        first.to_str().unwrap(),
        "--lang",
        "en",
    ])
    .ends(2);
    assert!(again.err.contains("[case.exists]"), "{}", again.err);
    // No temporary folder stays.
    assert!(
        names(Path::new(&dir))
            .iter()
            .all(|name| !name.ends_with(".tmp"))
    );
}

#[cfg(unix)]
#[test]
fn only_the_announcement_may_be_read_by_everybody() {
    use std::os::unix::fs::PermissionsExt;

    let case = Case::drawn();
    let dir = case.dir();
    suiji(&[
        "papers",
        &dir,
        "--lang",
        "en",
        "--only",
        "announcement",
        "--only",
        "minutes",
    ])
    .ends(0);
    let folder = Path::new(&dir).join("papers");
    let names = names(&folder);
    assert_eq!(names.len(), 7, "{names:?}");
    for name in names {
        let mode = fs::metadata(folder.join(&name))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(
            mode & 0o077 == 0,
            !name.starts_with("announcement"),
            "{name}: {mode:o}"
        );
    }
}

#[test]
fn a_letter_comes_with_its_receipt() {
    let case = Case::drawn();
    let dir = case.dir();
    let record = case.json("record.json");
    let entity = record["draws"][0]["selected"][0]["id"].as_str().unwrap();
    suiji(&["papers", &dir, "--lang", "en", "--entity", entity]).ends(0);
    let folder = Path::new(&dir).join("papers");
    let names = names(&folder);
    assert_eq!(names.len(), 4, "{names:?}");
    let public = folder.join("public.json");
    let (record, public) = (case.arg("record.json"), public.to_str().unwrap());
    suiji(&["publish", &record, "--case", &dir, "--out", public]).ends(0);
    // With the other papers, in one folder.
    suiji(&["papers", &dir, "--lang", "en", "--entity", entity, "--all"]).ends(0);
    let all = self::names(&Path::new(&dir).join("papers-2"));
    assert!(names.iter().all(|name| all.contains(name)), "{all:?}");
    assert!(all.iter().any(|name| name == "minutes.html"), "{all:?}");
    let receipt = names.iter().find(|name| name.ends_with(".json")).unwrap();
    let receipt = folder.join(receipt);
    suiji(&[
        "check-receipt",
        receipt.to_str().unwrap(),
        "--public",
        public,
    ])
    .ends(0);
}

#[test]
fn what_is_wrong_is_named() {
    let case = Case::sealed();
    let dir = case.dir();
    let refused = |arguments: &[&str], code: &str| {
        let all = [&["papers", &dir, "--lang", "en"], arguments].concat();
        let refused = suiji(&all).ends(2);
        assert!(refused.err.contains(code), "{arguments:?}: {}", refused.err);
        assert!(!Path::new(&dir).join("papers").exists());
        refused.err
    };
    refused(&[], "[case.not-drawn]");
    let case = Case::drawn();
    let dir = case.dir();
    let refused = |arguments: &[&str], code: &str| {
        let all = [&["papers", &dir, "--lang", "en"], arguments].concat();
        let refused = suiji(&all).ends(2);
        assert!(refused.err.contains(code), "{arguments:?}: {}", refused.err);
        assert!(!Path::new(&dir).join("papers").exists());
        refused.err
    };
    refused(&["--only", "minute"], "[usage.kind]");
    refused(&["--office", "nosuch.json"], "[case.missing-file]");
    fs::write(case.path("office.json"), "{\n\"plaice\": 1}").unwrap();
    let error = refused(&[], "[report.office]");
    assert!(
        error.contains("office.json") && error.contains("line 2"),
        "{error}"
    );
    fs::remove_file(case.path("office.json")).unwrap();
    fs::create_dir(case.path("templates")).unwrap();
    fs::write(
        case.path("templates/minutes.en.html"),
        "<paper title=\"a\">\n<p>{{ nosuch }}</p></paper>",
    )
    .unwrap();
    let error = refused(&[], "[report.template]");
    assert!(error.contains("minutes.en.html, line 2"), "{error}");
}

#[test]
fn the_templates_can_be_copied_and_used() {
    let case = Case::drawn();
    let (dir, own) = (case.dir(), case.arg("templates"));
    suiji(&["papers", &dir, "--copy-templates", &own]).ends(0);
    let minutes = Path::new(&own).join("minutes.zh.html");
    let text = fs::read_to_string(&minutes).unwrap();
    fs::write(&minutes, text.replace("一、基本情况", "一、本局的情况")).unwrap();
    suiji(&["papers", &dir, "--only", "minutes"]).ends(0);
    let page = Path::new(&dir).join("papers/抽取记录表.html");
    assert!(fs::read_to_string(page).unwrap().contains("一、本局的情况"));
}

#[test]
fn papers_of_results_need_results() {
    let case = Case::drawn();
    let dir = case.dir();
    let early = ["papers", &dir, "--only", "summary", "--lang", "en"];
    let refused = suiji(&early).ends(2);
    assert!(refused.err.contains("[case.no-results]"), "{}", refused.err);
    assert!(!case.has("papers"));
    let record = case.json("record.json");
    let public = suiji(&["publish", &case.arg("record.json"), "--case", &dir]).ends(0);
    let public: serde_json::Value = serde_json::from_str(&public.out).unwrap();
    let sealed = case.json("commitment.json")["sealed_at"].clone();
    let team = &record["draws"][0]["teams"][0];
    let results = serde_json::json!({"spec": "suiji-v1", "record": public["record"], "results": [{
        "task": record["draws"][0]["task"], "entity": team["entity"], "date": sealed.as_str().unwrap()[..10],
        "inspectors": team["members"], "outcomes": ["unreachable"]}]});
    case.write("from-office.json", results.to_string());
    suiji(&["results", &dir, &case.arg("from-office.json")]).ends(0);
    suiji(&["papers", &dir, "--lang", "en"]).ends(0);
    let names = names(&Path::new(&dir).join("papers"));
    for name in [
        "outcomes.html",
        "outcomes.docx",
        "proposals.docx",
        "summary.html",
        "summary.xlsx",
    ] {
        assert!(names.iter().any(|of| of == name), "{name}: {names:?}");
    }
    let page = String::from_utf8(case.bytes("papers/proposals.html")).unwrap();
    assert!(page.contains("cannot be reached at the registered address"));
    let table = suiji(&["export", &dir, "--profile", "zhejiang"]).ends(0);
    assert!(table.out.trim_end().ends_with(",6"), "{}", table.out);
}

#[test]
fn a_new_case_has_settings_of_the_office_that_its_readme_explains() {
    fn names(of: &serde_json::Value, all: &mut Vec<String>) {
        match of {
            serde_json::Value::Object(map) => map.iter().for_each(|(name, value)| {
                all.push(name.clone());
                names(value, all);
            }),
            serde_json::Value::Array(list) => list.iter().for_each(|value| names(value, all)),
            _ => {}
        }
    }
    let case = Case::drawn();
    let mut all = Vec::new();
    names(&case.json("office.json"), &mut all);
    assert!(all.len() > 20, "{all:?}");
    let readme = String::from_utf8(case.bytes("README.md")).unwrap();
    for name in all {
        let explained = readme.contains(&format!("`{name}`"))
            || readme.contains(&format!("announcement.{name}"))
            || readme.contains(&format!("`{{\"{name}\""));
        assert!(explained || name == "announcement", "{name}");
    }
    let ran = suiji(&["papers", &case.dir(), "--only", "minutes"]).ends(0);
    assert!(!ran.out.contains("office.json"), "{}", ran.out);
}
