//! `suiji export`: tables for other platforms.

use serde_json::json;

use crate::support::{Case, suiji};

fn export(case: &Case, args: &[&str]) -> crate::support::Ran {
    suiji(&[&["export", &case.dir()], args].concat())
}

#[test]
fn the_sheet_of_the_publicity_system_is_written_once() {
    let case = Case::drawn();
    let file = case.arg("publicity.xlsx");
    let ran = export(&case, &["--profile", "publicity", "--out", &file]).ends(0);
    assert!(
        ran.out.contains("依据：国家企业信用信息公示系统"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("未能取得") && !ran.out.contains("不公开"),
        "{}",
        ran.out
    );
    assert!(case.bytes("publicity.xlsx").starts_with(b"PK"));
    export(&case, &["--profile", "publicity", "--out", &file]).refused("case.exists");
    let other = case.arg("again.xlsx");
    let json = export(
        &case,
        &["--profile", "publicity", "--out", &other, "--json"],
    )
    .ends(0)
    .json();
    assert_eq!(
        (&json["public"], &json["format"]),
        (&json!(true), &json!("xlsx"))
    );
    assert_eq!(case.bytes("publicity.xlsx"), case.bytes("again.xlsx"));
    // A workbook is not for a terminal.
    export(&case, &["--profile", "publicity"]).refused("usage.out");
}

#[test]
fn a_mapping_file_of_the_office_goes_to_the_output() {
    let case = Case::drawn();
    let profile = json!({
        "profile": "样例", "follows": "样例说明", "missing": [], "public": false, "rows": "results", "format": "csv",
        "columns": [{"name": "代码", "field": "entity.id"}, {"name": "机关", "field": "office.name"}],
    });
    case.write("profile.json", profile.to_string());
    case.write("office.json", r#"{"name": "样例县局"}"#);
    let file = case.arg("profile.json");
    let ran = export(&case, &["--profile", &file, "--lang", "en"]).ends(0);
    assert_eq!(
        ran.out,
        "\u{FEFF}代码,机关\r\n91140000SAMPLE0001,样例县局\r\n"
    );
    assert!(ran.err.contains("It follows: 样例说明."), "{}", ran.err);
    let out = case.arg("table.csv");
    let ran = export(&case, &["--profile", &file, "--out", &out, "--lang", "en"]).ends(0);
    assert!(ran.out.contains("This table is not public."), "{}", ran.out);
    assert!(
        ran.out.contains("An apostrophe stands before"),
        "{}",
        ran.out
    );
    #[cfg(unix)]
    assert_eq!(crate::support::mode(&case.path("table.csv")), 0o600);
}

#[test]
fn faults_of_a_mapping_file_are_told_with_its_name() {
    let case = Case::drawn();
    case.write(
        "profile.json",
        r#"{"profile": "a", "columns": [{"name": "b", "field": "c"}]}"#,
    );
    let file = case.arg("profile.json");
    let refused = export(&case, &["--profile", &file]).refused("report.profile");
    assert_eq!(
        refused.err.matches("[report.profile]").count(),
        6,
        "{}",
        refused.err
    );
    assert!(
        refused
            .err
            .contains("profile.json：字段对照文件有误：columns[0].field：没有“c”这个字段"),
        "{}",
        refused.err
    );
    let refused =
        export(&case, &["--profile", &case.arg("none.json")]).refused("case.missing-file");
    assert!(
        refused.err.contains("publicity, zhejiang"),
        "{}",
        refused.err
    );
    export(&case, &[]).refused("usage.missing");
    let sealed = Case::sealed();
    export(&sealed, &["--profile", "zhejiang"]).refused("case.not-drawn");
}
