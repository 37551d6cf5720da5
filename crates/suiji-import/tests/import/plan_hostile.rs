//! Plans that cannot be imported, and malicious files.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use suiji::Lang;
use suiji_import::{Answers, Error, Known, Source, import_plan, limits};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn refused(bytes: impl Into<Vec<u8>>) -> Error {
    let source = Source::from_bytes("a", bytes.into());
    import_plan(vec![source], Known::default(), &Answers::default()).unwrap_err()
}

fn code(bytes: impl Into<Vec<u8>>) -> &'static str {
    refused(bytes).problems()[0].code()
}

fn docx(document: &str) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive
        .start_file("word/document.xml", SimpleFileOptions::default())
        .unwrap();
    archive.write_all(document.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

#[test]
fn other_files_are_refused_with_the_way_out() {
    let mut doc = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    doc.create_stream("/WordDocument")
        .unwrap()
        .write_all(b"x")
        .unwrap();
    doc.flush().unwrap();
    let error = refused(doc.into_inner().into_inner());
    let problem = &error.problems()[0];
    assert_eq!(problem.code(), "import.format");
    assert!(
        problem.problem(Lang::Zh).contains("另存为 .docx"),
        "{problem}"
    );
    assert_eq!(code(""), "import.empty-file");
    assert_eq!(code("%PDF-1.7"), "import.format");
    assert_eq!(code("没有表格的计划\n"), "import.plan-table");
    assert_eq!(
        code(docx("<w:document><w:p></w:document>")),
        "import.document"
    );
    assert_eq!(code(docx("<w:document/>")), "import.plan-table");
}

#[test]
fn bombs_are_refused() {
    let doctype = "<!DOCTYPE a [<!ENTITY b \"bbb\">]><w:document><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>";
    assert_eq!(code(docx(doctype)), "import.entities");
    let bomb = format!("<w:document>{}</w:document>", "<w:p/>".repeat(10 << 20));
    assert_eq!(code(docx(&bomb)), "import.expansion");
    let text = format!(
        "<w:document><w:t>{}</w:t></w:document>",
        "x".repeat(2 << 20)
    );
    assert_eq!(code(docx(&text)), "import.xml-text");
    // The text does not compress well, so it is not a zip bomb. But it is too long for
    // a plan.
    let mut random = 1u64;
    let mut large = String::from("<w:document>");
    while large.len() < 18 << 20 {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        write!(large, "<w:p><w:r><w:t>{random}</w:t></w:r></w:p>").unwrap();
    }
    large.push_str("</w:document>");
    let error = refused(docx(&large));
    assert_eq!(error.problems()[0].code(), "import.plan-size");
    assert!(
        error
            .message(Lang::En)
            .contains(&(limits::PLAN_BYTES >> 20).to_string())
    );
    assert_eq!(code("x\n".repeat(9 << 20)), "import.plan-size");
    let table = "a\tb\tc\td\n".repeat(40_000);
    assert_eq!(code(table), "import.plan-cells");
}

#[test]
fn rows_whose_columns_are_not_known_are_named() {
    let text = "2025年抽查计划\n序号\t抽查任务名称\t抽查事项\t抽查范围\t抽查比例\n1\t甲\t乙\t10%\n\n2\t\t乙\t丙\t10%\n";
    let error = refused(text);
    let problem = &error.problems()[0];
    assert_eq!(
        (problem.code(), problem.row()),
        ("import.plan-row", Some(3))
    );
    let text = "序号\t抽查任务名称\t抽查事项\t抽查范围\t抽查比例\n2\t\t乙\t丙\t10%\n";
    let error = refused(text);
    let problem = &error.problems()[0];
    assert_eq!(
        (problem.code(), problem.row()),
        ("import.plan-task", Some(2))
    );
}

#[test]
fn a_text_that_the_library_refuses_is_told() {
    let text = "2025年样例计划\n样例县工信局文件\n序号\t抽查任务名称\t抽查事项\t抽查范围\t抽查比例\t检查时间\n1\t甲\u{FFFD}\t乙\t丙\t10%\t9月\n";
    let answers = r#"{"answers": [
        {"list": "plan", "about": "value", "field": "kind", "value": "样例县工信局文件", "answer": "internal"},
        {"list": "plan", "about": "value", "field": "team", "value": "internal", "answer": "blank"},
        {"list": "plan", "about": "constant", "field": "lead_required", "answer": "no"},
        {"list": "plan", "about": "constant", "field": "settings", "answer": "blank"}]}"#;
    let answers = Answers::from_json(answers.as_bytes()).unwrap();
    let source = Source::from_bytes("a", text);
    let error = import_plan(vec![source], Known::default(), &answers).unwrap_err();
    assert_eq!(error.problems()[0].code(), "import.plan-refused", "{error}");
}

const HEADER: &str = "序号\t抽查任务名称\t抽查事项\t抽查范围\t抽查比例\n";

#[test]
fn plans_beyond_the_limits_are_refused() {
    let paragraphs = "x\n".repeat(limits::PLAN_PARAGRAPHS + 2);
    assert_eq!(code(paragraphs), "import.plan-paragraphs");
    assert_eq!(code("x".repeat(limits::PLAN_TEXT + 1)), "import.plan-text");
    let tasks = "1\t甲\t乙\t丙\t10%\n".repeat(suiji::limits::TASKS + 1);
    assert_eq!(code(HEADER.to_owned() + &tasks), "import.plan-tasks");
}

#[test]
fn rows_of_one_task_that_differ_are_named() {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row = |cells: &[&str]| {
        let cells: String = cells.iter().map(|text| cell(text)).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let merged = |value: &str, text: &str| {
        format!(
            "<w:tc><w:tcPr><w:vMerge {value}/></w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
        )
    };
    let header: Vec<&str> = HEADER.trim().split('\t').collect();
    let rest = |items: &str, quota: &str| [cell(items), cell("丙"), cell(quota)].concat();
    let first = merged("w:val=\"restart\"", "甲");
    let table = format!(
        "<w:document><w:body><w:tbl>{}<w:tr>{}{first}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl></w:body></w:document>",
        row(&header),
        cell("1"),
        rest("乙", "10%"),
        cell("2"),
        merged("", ""),
        rest("丁", "20%"),
    );
    let error = refused(docx(&table));
    assert_eq!(error.problems()[0].code(), "import.plan-rows", "{error}");
    assert!(error.message(Lang::Zh).contains("抽查比例"), "{error}");
}
