//! From the files of an office to a sealed case, without an editor: the lists of `crates/suiji-import/tests/data/office`,
//! which have the mistakes of real lists, and the plan as a Word document. All firms and inspectors are invented.

use std::fs;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use suiji::{Registry, Run};

use crate::support::{answering, suiji};

/// Answers without a question do no harm, because the file serves several years.
const UNUSED: [[&str; 6]; 6] = [
    ["registry", "value", "status", "停业", "", "inactive"],
    ["registry", "value", "district", "沁水县", "", "140521"],
    ["history", "value", "kind", "专项检查", "", "planned"],
    ["plan", "value", "team", "县应急局", "", "县应急局 2"],
    ["roster", "value", "lead", "待定", "", "false"],
    ["registry", "column", "", "行业大类", "", "leave_out"],
];
/// SHA-256; blinded; a value of the office; a witness with twenty dice; nobody else; write.
const DICE: &str = "1\n\n\n\n1\n纪检监察人员\n1\n\n\n\n3\n\n";

/// Rows of the office's list that differ from the example: one firm on two rows with different categories, and two
/// firms that are exempt in the example. The office's list has no column for exemptions.
const DIFFERENT: [&str; 3] = [
    "91140521MA41L67N91",
    "91140521MAQFXYRN0E",
    "91140521MAYYATDA8J",
];

fn repository(of: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(of)
}

fn file(of: &str) -> String {
    let data = repository("crates/suiji-import/tests/data").join(of);
    data.display().to_string()
}

#[test]
fn the_files_of_an_office_become_a_sealed_case_without_an_editor() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let arg = |name: &str| path(name).display().to_string();
    let case = arg("case");
    suiji(&["new", &case]).ends(0);
    // The answers for what the plan does not say and the lists leave unclear.
    let given = fs::read(repository("examples/qinshui-2024/office/answers.json")).unwrap();
    let mut given: Value = serde_json::from_slice(&given).unwrap();
    let answers = given["answers"].as_array_mut().unwrap();
    answers.extend(UNUSED.map(|[list, about, field, value, of, answer]| {
        json!({"list": list, "about": about, "field": field, "value": value, "of": of, "answer": answer})
    }));
    let count = answers.len();
    let map = arg("answers.json");
    fs::write(&map, given.to_string()).unwrap();
    let import = |files: &[&str], more: &[&str]| {
        let files: Vec<String> = files.iter().map(|of| file(of)).collect();
        let files = files.iter().map(String::as_str);
        let args = ["import", &case].into_iter().chain(files);
        let args: Vec<&str> = args
            .chain(["--map", &map])
            .chain(more.iter().copied())
            .collect();
        suiji(&args)
    };
    import(&["plan/work-plan.docx"], &["--as", "plan"]).ends(0);
    let lists = [
        "office/registry.xlsx",
        "office/roster.xlsx",
        "office/history.xlsx",
    ];
    let ran = import(&lists, &[]).ends(0);
    for part in [
        "读取 384 行，导入 376 行",
        "合计行 1",
        "重复的行 2",
        "按答复不导入 1",
    ] {
        assert!(ran.out.contains(part), "{part}: {}", ran.out);
    }
    // The answers are kept in one file for the next year.
    let kept = fs::read(path("case/import-map.json")).unwrap();
    let kept: Value = serde_json::from_slice(&kept).unwrap();
    assert_eq!(kept["answers"].as_array().unwrap().len(), count);

    answering(&["ceremony", &case], DICE).ends(0);
    let checked = suiji(&["check", &case, "--page", &arg("check.html")]).ends(0);
    assert!(checked.out.contains("共 8 项任务"), "{}", checked.out);
    assert!(path("check.html").exists());
    suiji(&["seal", &case]).ends(0);
    assert!(path("case/commitment.json").exists());

    // The registry is that of the example, except for the rows listed above.
    let csv = fs::read(path("case/registry.csv")).unwrap();
    let run = Run::default();
    let found = suiji_tables::registry_from_csv(&*csv, &run).unwrap();
    let example = fs::File::open(repository("examples/qinshui-2024/registry.jsonl")).unwrap();
    let example = Registry::from_json_lines(BufReader::new(example)).unwrap();
    let mut different: Vec<String> = example
        .iter()
        .filter(|of| found.entity(of.id()).as_ref() != Some(of))
        .map(|of| of.id().to_owned())
        .collect();
    different.sort_unstable();
    assert_eq!(different, DIFFERENT);
    assert_eq!(found.len(), example.len());
}
