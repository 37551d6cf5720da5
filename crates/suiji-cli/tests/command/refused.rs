//! Wrong input: each kind has a code, the file is named, nothing is written, the exit code is 2.

use crate::support::{ANSWERS, Case, suiji};

/// Files that are not JSON documents, or not valid ones.
const DOCUMENTS: [(&[u8], &str); 6] = [
    (b"", "json.empty-document"),
    (b"{\"a\": ", "json.truncated"),
    (b"{\"a\": \xff}", "json.not-utf8"),
    (b"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "json.depth"),
    (b"{} {}", "json.syntax"),
    (b"null", "json.null"),
];

#[test]
fn faults_of_all_files_are_reported_together_each_with_its_file() {
    let case = Case::new();
    case.edit("plan.json", |plan| {
        plan["tasks"][0]["quota"]["at_least"] = "101%".into()
    });
    case.write("registry.csv", "id,name\nA 1,甲\nA-2\n");
    case.write("roster.csv", "id,nmae,department\n");
    case.remove("history.csv");
    case.edit("ceremony.json", |ceremony| ceremony["hash"] = "md5".into());
    let before = case.contents();
    let sealed = case.seal(&[]).refused("ratio.form");
    for (file, code) in [
        ("plan.json", "ratio.form"),
        ("registry.csv", "id.form"),
        ("registry.csv", "table.csv"),
        ("roster.csv", "table.header"),
        ("history.csv", "case.missing-file"),
        ("ceremony.json", "ceremony.hash"),
    ] {
        let line = sealed
            .err
            .lines()
            .find(|line| line.contains(&format!("[{code}]")));
        assert!(
            line.is_some_and(|line| line.contains(file)),
            "{file} {code}: {}",
            sealed.err
        );
    }
    assert!(sealed.err.contains("row 2"), "{}", sealed.err);
    assert_eq!(case.contents(), before);
}

#[test]
fn each_input_of_a_case_exists_in_exactly_one_form() {
    for (name, other) in [
        ("registry.csv", "registry.jsonl"),
        ("roster.csv", "roster.jsonl"),
        ("history.csv", "history.jsonl"),
    ] {
        let case = Case::new();
        case.write(other, "");
        let two = case.seal(&[]).refused("case.two-forms");
        assert!(
            two.err.contains(name) && two.err.contains(other),
            "{}",
            two.err
        );
        case.remove(name);
        case.remove(other);
        let none = case.seal(&[]).refused("case.missing-file");
        assert!(
            none.err.contains(name) && none.err.contains(other),
            "{}",
            none.err
        );
    }
    for name in ["plan.json", "ceremony.json"] {
        let case = Case::new();
        case.remove(name);
        case.seal(&[]).refused("case.missing-file");
    }
    suiji(&["seal", "/no/such/folder"]).refused("case.missing-folder");
    suiji(&["verify", "/no/such/record.json"]).refused("case.missing-file");
}

#[test]
fn a_file_that_is_not_a_document_is_refused() {
    for (bytes, code) in DOCUMENTS {
        for name in ["plan.json", "ceremony.json"] {
            let case = Case::new();
            case.write(name, bytes);
            let sealed = case.seal(&[]).refused(code);
            assert!(sealed.err.contains(name), "{}", sealed.err);
            assert!(!case.has("commitment.json"));
        }
        for name in ["commitment.json", "contributions.json"] {
            let case = Case::sealed();
            case.write(name, bytes);
            // An interrupted run may leave an empty file.
            let unfinished = if bytes.is_empty() {
                "case.unfinished"
            } else {
                code
            };
            let drawn = case.draw(ANSWERS).refused(unfinished);
            assert!(drawn.err.contains(name), "{}", drawn.err);
            assert!(!case.has("record.json"));
        }
        let case = Case::drawn();
        case.write("bad.json", bytes);
        let (bad, record, dir) = (case.arg("bad.json"), case.arg("record.json"), case.dir());
        for args in [
            &["verify", &bad][..],
            &["publish", &bad],
            &["canon", &bad],
            &["explain", &bad, "A-1", "--case", &dir],
            &["check-receipt", &bad, "--public", &record],
        ] {
            let ran = suiji(args).ends(2);
            // A null is valid JSON, so another error of the group may come first.
            assert!(
                ran.err.contains(code) || ran.err.contains("json."),
                "{args:?}: {}",
                ran.err
            );
            assert!(ran.err.contains("bad.json"), "{args:?}: {}", ran.err);
        }
        case.write("office-secret.json", bytes);
        case.remove("contributions.json");
        case.remove("record.json");
        let drawn = case.draw(ANSWERS).refused("case.office-secret");
        assert!(drawn.err.contains("office-secret.json"), "{}", drawn.err);
    }
}

#[test]
fn an_error_of_the_library_names_the_file() {
    let refuse = |file: &str, from: &str, to: &str, code: &str| {
        let case = Case::new();
        let text = String::from_utf8(case.bytes(file)).unwrap();
        assert!(text.contains(from), "{file} {from}");
        case.write(file, text.replace(from, to));
        let sealed = case.seal(&[]).refused(code);
        let line = sealed
            .err
            .lines()
            .find(|line| line.contains(code))
            .unwrap_or_default();
        assert!(line.contains(file), "{line}");
        assert!(!case.has("commitment.json"));
    };
    refuse("plan.json", "\"year\"", "\"annum\"", "json.unknown-field");
    refuse("plan.json", "样例行业", "无此行业", "frame.empty");
    refuse(
        "plan.json",
        "\"count\": 2",
        "\"count\": 1",
        "team.too-few-officers",
    );
    refuse(
        "registry.csv",
        ",general,",
        ",unheard,",
        "registry.unknown-class",
    );
    refuse(
        "registry.csv",
        "\r\n91",
        "\r\n91140000SAMPLE0001,乙,,,,,,,,,\r\n91",
        "registry.duplicate-id",
    );
    refuse(
        "registry.csv",
        "样例企业一",
        "样例企业一 ",
        "text.edge-space",
    );
    refuse(
        "plan.json",
        "\"department\": \"样例局\"",
        "\"department\": \"别的局\"",
        "team.seat-nobody",
    );
    refuse("roster.csv", ",true,", ",是,", "json.wrong-type");
    refuse(
        "history.csv",
        "inspectors\r\n",
        "inspectors\r\nA,T1,2024-01-01,,,\r\nA,T1,2024-01-01,planned,,\r\n",
        "history.duplicate-row",
    );
    refuse(
        "ceremony.json",
        "\"witness\"",
        "\"office\"",
        "ceremony.live-office",
    );
    refuse(
        "ceremony.json",
        "\"from\": 1",
        "\"from\": 6",
        "ceremony.part-range",
    );
}

#[test]
fn another_version_of_the_specification_is_refused() {
    let case = Case::drawn();
    case.edit("record.json", |record| record["spec"] = "suiji-v2".into());
    let ran =
        suiji(&["verify", &case.arg("record.json"), "--lang", "en"]).refused("record.spec-unknown");
    assert!(
        ran.err.contains("suiji-v2") && ran.err.contains("record.json"),
        "{}",
        ran.err
    );
}

#[test]
fn a_document_of_another_kind_is_reported_in_one_line() {
    let case = Case::drawn();
    let arg = |name: &str| case.arg(name);
    let (record, public, receipt) = (arg("record.json"), arg("public.json"), arg("receipt.json"));
    case.publish("public.json");
    let (dir, commitment) = (case.dir(), arg("commitment.json"));
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
    let (plan, contributions) = (arg("plan.json"), arg("contributions.json"));
    for (args, found, expected) in [
        (
            &["check-receipt", &receipt, "--public", &record][..],
            "抽取记录",
            "公示文本",
        ),
        (
            &["check-receipt", &public, "--public", &public],
            "公示文本",
            "查验单",
        ),
        (&["verify", &commitment], "封存单", "抽取记录"),
        (&["verify", &receipt], "查验单", "抽取记录"),
        (&["verify", &plan], "抽查计划", "抽取记录"),
        (&["verify", &contributions], "各随机源的取值", "抽取记录"),
        (&["publish", &public], "公示文本", "抽取记录"),
    ] {
        let ran = suiji(args).refused("case.other-document");
        let message = format!("：应为{expected}，现为{found} [");
        assert!(ran.err.contains(&message), "{args:?}: {}", ran.err);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    }
    // If the file has the expected document, its faults are reported.
    case.edit("record.json", |record| record["seed"] = "0".into());
    suiji(&["verify", &record]).refused("hex.form");
}

#[test]
fn an_id_that_is_nearly_that_of_an_entity_gets_no_receipt() {
    let case = Case::drawn();
    let (record, dir, receipt) = (
        case.arg("record.json"),
        case.dir(),
        case.arg("receipt.json"),
    );
    let explain = |id| {
        let case = ["--case", &dir, "--receipt", &receipt, "--lang", "en"];
        suiji(&[&["explain", &record, id][..], &case].concat())
    };
    let ran = explain("91140000sample0001").refused("receipt.id-case");
    assert!(ran.err.contains("“91140000SAMPLE0001”"), "{}", ran.err);
    assert!(!ran.err.contains("record.json"), "{}", ran.err);
    explain("ZF-0002").refused("receipt.inspector");
    assert!(!case.has("receipt.json"));
    explain("91140000UNKNOWN001").ends(0);
}

#[test]
fn an_unknown_class_is_reported_with_the_other_faults_of_the_registry() {
    let row = |id: &str, class: &str| format!("{id},企业,{class},样例行业\n");
    let rows = row("F-1", "D") + &row("F 2", "low") + &row("F-3", "D");
    let json = r#"{"id":"F-1","name":"企业","class":"D"}
{"id":"F 2","name":"企业"}
{"id":"F-3","name":"企业","class":"D"}
"#;
    for lines in [false, true] {
        let case = Case::new();
        if lines {
            case.remove("registry.csv");
            case.write("registry.jsonl", json);
        } else {
            case.write(
                "registry.csv",
                "id,name,class,categories\n".to_owned() + &rows,
            );
        }
        let refused = case.seal(&["--dry-run"]).refused("registry.unknown-class");
        assert!(refused.err.contains("[id.form]"), "{}", refused.err);
        assert!(refused.err.contains("2 rows"), "{}", refused.err);
    }
}
