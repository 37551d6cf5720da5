//! One list in every format.

use suiji_import::{Answers, Known, List, Source};

use super::support::{imported, log, path, questions, rows, source};

const EXPECTED: [&str; 3] = [
    "91140521MA00000018,样例加油站01,high,加油站;超市,140521,,,2015-06-01,,",
    "91140521MA0000002B,样例加油站02,low,加油站,140521,,,2015-06-01,,",
    "91140521MA0000003E,样例加油站03,,超市;加油站,140521100,,,2015-06-01,,",
];

/// The list as text. The date cell of row 4 has one of the forms that spreadsheets
/// show.
const TEXT: &str = "样例县检查对象名录库,,,,,,\r\n填报单位：样例局,,,,,2024.9.1,\r\n\
    序号,统一社会信用代码,企业名称,信用风险等级,类别,行政区划,成立日期\r\n\
    1,91140521MA00000018,样例加油站01,高风险,加油站、超市,140521,2015/6/1\r\n\
    2,91140521MA0000002B  ,样例加油站02　,低,加油站,140521,2015.6.1\r\n,,,,,,\r\n\
    3,91140521ma0000003e,样例加油站03,,超市；加油站,140521100,2015年6月1日\r\n合计,3,户,,,,\r\n";

fn check(source: Source, name: &str) -> Vec<String> {
    let import = imported(vec![source], Known::default(), &Answers::default());
    assert_eq!(questions(&import), Vec::<String>::new(), "{name}");
    assert_eq!(rows(&import, List::Registry), EXPECTED, "{name}");
    log(&import)
}

/// The changes that occur in every format.
const CHANGES: [&str; 12] = [
    "1||样例县检查对象名录库||title-row",
    "2||填报单位：样例局 2024.9.1||title-row",
    "4|信用风险等级|高风险|high|class-word",
    "4|类别|加油站、超市|加油站;超市|list",
    "5|统一社会信用代码|91140521MA0000002B  |91140521MA0000002B|trim",
    "5|企业名称|样例加油站02　|样例加油站02|trim",
    "5|信用风险等级|低|low|class-word",
    "5|成立日期|2015.6.1|2015-06-01|date",
    "7|统一社会信用代码|91140521ma0000003e|91140521MA0000003E|letter-case",
    "7|类别|超市；加油站|超市;加油站|list",
    "7|成立日期|2015年6月1日|2015-06-01|date",
    "8||合计 3 户||total-row",
];

#[test]
fn workbooks_of_every_format_give_one_list_and_one_log() {
    for name in ["registry.xlsx", "registry.xls", "registry.ods"] {
        let log = check(source(&format!("tests/data/{name}")), name);
        for change in CHANGES {
            assert!(
                log.iter().any(|of| of == change),
                "{name}: {change}\n{log:#?}"
            );
        }
        assert!(log.iter().any(|of| of == "6||||blank-row"), "{name}");
        // Sheets that are not lists are named in the log.
        let sheets: Vec<&String> = log.iter().filter(|of| of.starts_with("0||")).collect();
        let expected: &[&str] = match name {
            "registry.xlsx" => &["0||说明||sheet-left-out", "0||旧表||sheet-hidden"],
            _ => &[],
        };
        assert_eq!(sheets, expected, "{name}");
        let others = log.len() - sheets.len();
        assert_eq!(others, CHANGES.len() + 1, "{name}: {log:#?}");
    }
}

#[test]
fn text_files_of_every_encoding_and_separator_give_one_list() {
    let (gbk, _, lost) = encoding_rs::GBK.encode(TEXT);
    assert!(!lost);
    let little: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let tabs = TEXT.replace(',', "\t");
    let semicolons = TEXT.replace(',', ";");
    let with = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    for (name, bytes) in [
        ("UTF-8", TEXT.as_bytes().to_vec()),
        ("UTF-8 with a mark", with(b"\xEF\xBB\xBF", TEXT.as_bytes())),
        (
            "two marks",
            with(b"\xEF\xBB\xBF\xEF\xBB\xBF", TEXT.as_bytes()),
        ),
        ("GBK", gbk.into_owned()),
        ("UTF-16 LE", with(b"\xFF\xFE", &little)),
        ("UTF-16 LE without a mark", little),
        ("UTF-16 BE", with(b"\xFE\xFF", &big)),
        ("tabs", tabs.clone().into_bytes()),
        ("semicolons", semicolons.clone().into_bytes()),
    ] {
        let log = check(Source::from_bytes("a.txt", bytes), name);
        for change in CHANGES {
            assert!(
                log.iter().any(|of| of == change),
                "{name}: {change}\n{log:#?}"
            );
        }
        let date = "4|成立日期|2015/6/1|2015-06-01|date".to_owned();
        assert!(log.contains(&date), "{name}");
    }
    // A line `sep=` is not a row, but counts in the row numbers.
    let declared = format!("sep=;\r\n{semicolons}");
    let log = check(Source::from_bytes("a.csv", declared), "sep=");
    assert!(
        log.contains(&"9||合计 3 户||total-row".to_owned()),
        "{log:#?}"
    );
}

#[test]
fn the_name_of_a_file_says_nothing() {
    let bytes = std::fs::read(path("tests/data/registry.xlsx")).unwrap();
    check(Source::from_bytes("名录.csv", bytes), "a renamed workbook");
    check(Source::from_bytes("名录.xlsx", TEXT), "a renamed text");
}

#[test]
fn dates_of_the_calendar_of_1904_are_dates() {
    let import = imported(
        vec![source("tests/data/date-1904.xlsx")],
        Known::default(),
        &Answers::default(),
    );
    let expected = "91140521MA00000018,样例加油站01,,,,,,2015-06-01,,";
    assert_eq!(rows(&import, List::Registry), [expected]);
}

#[test]
fn a_header_of_two_rows_and_merged_cells_are_understood() {
    let import = imported(
        vec![source("tests/data/roster-two-rows.xlsx")],
        Known::default(),
        &Answers::default(),
    );
    assert_eq!(questions(&import), Vec::<String>::new());
    let expected = [
        "ZF-001,张样例,样例县工信局,,,,,,,,",
        "ZF-002,李样例,样例县工信局,,,,,,,2027-06-30,",
        "ZF-003,王样例,样例县市场监管局,,,,,,,2026-12-31,",
    ];
    assert_eq!(rows(&import, List::Roster), expected);
    let log = log(&import);
    for change in [
        "4|姓名|张\u{3000}样例|张样例|inner-blank",
        "4|证件有效期|长期||no-end",
        "5|单位||样例县工信局|merged-cell",
        "6|证件有效期|2020年1月1日至2026年12月31日|2026-12-31|date+period-end",
        "3|备注|备注||column-left-out",
    ] {
        assert!(log.iter().any(|of| of == change), "{change}\n{log:#?}");
    }
}
