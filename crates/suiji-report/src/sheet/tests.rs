//! Tables, in both forms.

use std::io::{Cursor, Read as _};
use std::path::PathBuf;

use quick_xml::events::Event;
use suiji::Lang;
use suiji::values::Time;

use super::*;
use crate::trial::Trial;

fn at() -> Time {
    "2024-09-18T09:00:00+08:00".parse().unwrap()
}

fn part(workbook: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut text = String::new();
    let mut file = archive.by_name(name).unwrap();
    file.read_to_string(&mut text).unwrap();
    text
}

/// The shared strings of a workbook.
fn strings(workbook: &[u8]) -> Vec<String> {
    let text = part(workbook, "xl/sharedStrings.xml");
    let mut reader = quick_xml::Reader::from_str(&text);
    let (mut all, mut inside) = (Vec::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if tag.name().as_ref() == "t" => {
                inside = true;
                all.push(String::new());
            }
            Event::End(_) => inside = false,
            Event::Text(text) if inside => all.last_mut().unwrap().push_str(&text),
            Event::GeneralRef(name) if inside => all.last_mut().unwrap().push_str(match &*name {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                other => panic!("{other}"),
            }),
            Event::Eof => return all,
            _ => {}
        }
    }
}

fn one_text(text: &str) -> Table {
    let text = text.to_owned();
    Table {
        name: "a".to_owned(),
        head: "&P &[Path] 1".to_owned(),
        columns: vec![Column {
            head: text.clone(),
            width: 10,
        }],
        rows: vec![vec![Cell::Text(text)]],
    }
}

/// The values of one column.
fn column<'t>(table: &'t Table, head: &str) -> Vec<&'t Cell> {
    let place = table.columns.iter().position(|of| of.head == head);
    let place = place.unwrap_or_else(|| panic!("{head}: {:?}", table.columns));
    table.rows.iter().map(|row| &row[place]).collect()
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

#[test]
fn every_row_has_a_cell_for_each_column() {
    let facts = Trial::new().amended().facts(Lang::Zh);
    for lang in [Lang::Zh, Lang::En] {
        for table in office_tables(&facts, lang)
            .iter()
            .chain([&publicity_table(&facts, lang)])
        {
            assert!(!table.rows.is_empty(), "{}", table.name);
            assert!(
                table
                    .rows
                    .iter()
                    .all(|row| row.len() == table.columns.len())
            );
            // The columns of the registry that the office chose have the names of its file.
            let ours = table
                .columns
                .iter()
                .filter(|of| !["address", "phone"].contains(&&*of.head));
            let is_english = |of: &Column| of.head.is_ascii() || of.head.contains('’');
            assert!(ours.clone().all(|of| is_english(of) == (lang == Lang::En)));
        }
    }
}

#[test]
fn the_state_after_amendments_is_shown_with_its_reason() {
    let trial = Trial::new().amended();
    let facts = trial.facts(Lang::Zh);
    let table = &office_tables(&facts, Lang::Zh)[0];
    let drawn: usize = facts
        .tasks
        .iter()
        .map(|task| task.selected.len() + task.reserves.len())
        .sum();
    assert_eq!(table.rows.len(), drawn);
    let states = column(table, "状态");
    let notes = column(table, "备注");
    let codes = column(table, "统一社会信用代码");
    let row = |state: &str| {
        let mut found = states
            .iter()
            .enumerate()
            .filter(|(_, of)| ***of == text(state));
        let (place, _) = found.next().unwrap();
        assert!(found.next().is_none());
        place
    };
    let (replaced, used) = (row("抽中（已由备选替换）"), row("备选（已启用）"));
    assert_eq!(*codes[replaced], text(&trial.closed()));
    let (replaced, used) = (notes[replaced].written(), notes[used].written());
    assert!(
        replaced.contains("由 ") && replaced.contains("样例企业已注销，样例局长批准"),
        "{replaced}"
    );
    assert!(
        used.contains("替换 ") && used.contains(&trial.closed()),
        "{used}"
    );
    // A replaced entity is not visited, but its reserve is.
    let visits = &office_tables(&facts, Lang::Zh)[1];
    let entities: Vec<(String, String)> = column(visits, "任务编号")
        .iter()
        .zip(column(visits, "统一社会信用代码"))
        .map(|(task, code)| (task.written(), code.written()))
        .collect();
    let of_first = |code: &str| {
        entities
            .iter()
            .any(|(task, of)| of == code && task.split('；').any(|id| id == facts.tasks[0].id))
    };
    assert!(!of_first(&trial.closed()));
    assert!(
        column(visits, "替补情况")
            .iter()
            .any(|of| of.written().contains(" 替补 "))
    );
}

#[test]
fn tasks_that_share_a_visit_are_one_row() {
    let trial = Trial::new();
    let facts = trial.facts(Lang::Zh);
    let visits = &office_tables(&facts, Lang::Zh)[1];
    let draws = trial.record.draws().iter();
    let teams = draws.flat_map(|draw| draw.teams());
    let (joined, own): (Vec<_>, Vec<_>) = teams.partition(|team| team.joins().is_some());
    assert!(!joined.is_empty());
    assert_eq!(visits.rows.len(), own.len());
    let tasks = column(visits, "任务编号");
    let shared = tasks.iter().map(|of| of.written().matches('；').count());
    assert_eq!(shared.sum::<usize>(), joined.len());
    // The lead of each visit is the first member of the drawn team.
    let leads = column(visits, "主办证号");
    let mut expected: Vec<String> = own
        .iter()
        .map(|team| team.members()[0].to_string())
        .collect();
    let mut found: Vec<String> = leads.iter().map(|of| of.written()).collect();
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn the_publicity_sheet_has_what_is_published_and_no_more() {
    let facts = Trial::new().amended().facts(Lang::Zh);
    let table = publicity_table(&facts, Lang::Zh);
    let heads: Vec<&str> = table.columns.iter().map(|of| &*of.head).collect();
    let expected = [
        "统一社会信用代码",
        "检查对象名称",
        "抽查计划编号",
        "抽查计划名称",
        "抽查任务编号",
        "抽查任务名称",
        "抽查类型",
        "抽查机关",
        "抽查完成时间",
        "检查事项",
        "检查结果",
    ];
    assert_eq!(heads, expected);
    assert!(
        column(&table, "抽查完成时间")
            .iter()
            .all(|of| **of == Cell::Blank)
    );
    let written = String::from_utf8(csv(&table).unwrap()).unwrap();
    for stratum in facts.tasks.iter().flat_map(|task| &task.strata) {
        assert!(!written.contains(&stratum.name), "{}", stratum.name);
    }
    for inspector in &facts.inspectors {
        assert!(!written.contains(&inspector.id) && !written.contains(&inspector.name));
    }
    assert!(written.contains("沁工信字〔2024〕15号"));
}

#[test]
fn loads_add_up() {
    let facts = Trial::new().amended().facts(Lang::Zh);
    let table = &office_tables(&facts, Lang::Zh)[2];
    let sum = |head: &str| -> u64 {
        let counts = column(table, head).into_iter().map(|of| match of {
            Cell::Count(count) => *count,
            _ => panic!("{head}"),
        });
        counts.sum()
    };
    let seats = facts.visits.iter().flat_map(|visit| &visit.team);
    let held = seats.filter(|seat| seat.inspector.is_some()).count();
    assert_eq!(sum("本次检查"), held as u64);
    let leads = facts
        .visits
        .iter()
        .filter(|visit| visit.lead().is_some())
        .count();
    assert_eq!(sum("其中主办"), leads as u64);
    assert_eq!(sum("合计"), sum("此前承担") + sum("本次检查"));
    let away: Vec<String> = column(table, "在岗情况")
        .iter()
        .map(|of| of.written())
        .collect();
    assert_eq!(away.iter().filter(|of| *of == "不在岗").count(), 1);
}

#[test]
fn codes_stay_texts_with_their_zeros_and_digits() {
    // Two ids of the example become digits that a spreadsheet would round or shorten.
    let trial = Trial::with(&[
        ("91140521MA00MMAM0X", "911101066976941872"),
        ("91140521MA03TUM265", "000000000000000123"),
    ]);
    let facts = trial.facts(Lang::Zh);
    let mut tables = office_tables(&facts, Lang::Zh);
    tables[0].rows[0][4] = text("911101066976941872");
    tables[0].rows[1][4] = text("000000000000000123");
    let tables: Vec<&Table> = tables.iter().collect();
    let bytes = workbook(&tables, &at()).unwrap();
    let all = strings(&bytes);
    for code in ["911101066976941872", "000000000000000123", "04052124001"] {
        assert!(all.iter().any(|of| of == code), "{code}");
    }
    // Only counts are numbers: a number in the sheet has no more than six digits.
    for sheet in ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"] {
        let text = part(&bytes, sheet);
        assert!(!text.contains("911101066976941872") && !text.contains("<f>"));
    }
    let csv = csv(tables[2]).unwrap();
    let csv = String::from_utf8(csv).unwrap();
    assert!(csv.starts_with("\u{FEFF}执法证号,姓名,"));
    assert!(csv.contains("\r\n04052124001,样例执法员01,"));
}

#[test]
fn the_workbook_is_ready_to_print_and_the_same_each_time() {
    let facts = Trial::new().facts(Lang::Zh);
    let tables = office_tables(&facts, Lang::Zh);
    let tables: Vec<&Table> = tables.iter().collect();
    let bytes = workbook(&tables, &at()).unwrap();
    assert_eq!(bytes, workbook(&tables, &at()).unwrap());
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for mark in [
        r#"<pageSetup paperSize="9""#,
        r#"orientation="landscape""#,
        r#"fitToHeight="0""#,
        r#"state="frozen""#,
        r#"ySplit="1""#,
        "<autoFilter",
        "<cols>",
    ] {
        assert!(sheet.contains(mark), "{mark}");
    }
    let book = part(&bytes, "xl/workbook.xml");
    assert!(
        book.contains("Print_Titles") && book.contains("$1:$1"),
        "{book}"
    );
    // The longest cell decides the height of a row.
    let mut long = one_text("短");
    long.rows.push(vec![text(&"长".repeat(45))]);
    let rows = part(
        &workbook(&[&long], &at()).unwrap(),
        "xl/worksheets/sheet1.xml",
    );
    assert!(rows.contains(r#"<row r="2" spans="1:1" ht="18""#), "{rows}");
    assert!(
        rows.contains(r#"<row r="3" spans="1:1" ht="183""#),
        "{rows}"
    );
    // The time of the record in UTC, and no other time.
    let core = part(&bytes, "docProps/core.xml");
    assert_eq!(core.matches("2024-09-18T01:00:00Z").count(), 2, "{core}");
}

#[test]
fn no_text_becomes_a_formula_or_a_mark() {
    let hostile = [
        "=HYPERLINK(\"http://example.invalid\",\"a\")",
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "'=1",
        "＝1",
        "{=1}",
        "http://example.invalid",
        "<&>\"",
        "a,b\"c\r\nd",
        "_x0041_",
        "1e5",
        "2024-09-01",
    ];
    for of in hostile {
        let table = one_text(of);
        let bytes = workbook(&[&table], &at()).unwrap();
        let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
        assert!(
            !sheet.contains("<f>") && !sheet.contains("<hyperlink"),
            "{of}"
        );
        // Both cells refer to the same string.
        assert_eq!(sheet.matches(r#"t="s"><v>0</v>"#).count(), 2, "{sheet}");
        assert_eq!(strings(&bytes).len(), 1);
        // Marks in the head of a page are text.
        assert!(sheet.contains("&amp;L&amp;10 ＆P ＆[Path] 1<"), "{sheet}");
        let text = csv(&table).unwrap();
        let mut reader = csv_reader(&text);
        let cell = reader.records().next().unwrap().unwrap()[0].to_owned();
        assert!(
            !cell.starts_with(['=', '+', '-', '@', '\t', '＝']),
            "{cell}"
        );
        // Without the first apostrophe, the text is the value.
        let back = match cell.strip_prefix('\'') {
            Some(rest) => rest,
            None => &cell,
        };
        assert_eq!(back, of);
    }
}

fn csv_reader(text: &[u8]) -> ::csv::Reader<&[u8]> {
    ::csv::Reader::from_reader(text.strip_prefix("\u{FEFF}".as_bytes()).unwrap())
}

#[test]
fn a_cell_that_is_too_long_is_named() {
    let table = one_text(&"长".repeat(32_768));
    let error = workbook(&[&table], &at()).unwrap_err();
    assert_eq!(error.code(), "report.cell");
    assert!(error.message(Lang::Zh).contains("“a”第 1 行"));
    assert!(workbook(&[&one_text(&"长".repeat(32_767))], &at()).is_ok());
    let mut large = one_text("a");
    large.rows = vec![vec![Cell::Count(u64::MAX)]];
    let bytes = workbook(&[&large], &at()).unwrap();
    assert!(strings(&bytes).contains(&u64::MAX.to_string()));
}

/// The workbook as LibreOffice reads it: `cargo test -p suiji-report --lib libreoffice -- --ignored`.
#[test]
#[ignore = "needs LibreOffice"]
fn libreoffice_reads_the_same_texts() {
    let folder = std::env::temp_dir().join(format!("suiji-sheets-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let facts = Trial::with(&[("样例203号超市", "=1+1样例203号超市")])
        .amended()
        .facts(Lang::Zh);
    let mut tables = office_tables(&facts, Lang::Zh);
    tables.push(publicity_table(&facts, Lang::Zh));
    tables.push(one_text("000000000000000123"));
    let all: Vec<&Table> = tables.iter().collect();
    let path = folder.join("tables.xlsx");
    std::fs::write(&path, workbook(&all, &at()).unwrap()).unwrap();
    // CSV of every sheet, in UTF-8, with cells as displayed.
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    let ran = std::process::Command::new("soffice")
        .args([&*profile, "--headless", "--convert-to", filter, "--outdir"])
        .args([&folder, &path])
        .output()
        .unwrap();
    assert!(ran.status.success(), "{ran:?}");
    for table in &tables {
        let shown = std::fs::read(folder.join(format!("tables-{}.csv", table.name))).unwrap();
        let shown = shown.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&shown);
        let mut reader = ::csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(shown);
        let shown: Vec<Vec<String>> = reader
            .records()
            .map(|row| row.unwrap().iter().map(str::to_owned).collect())
            .collect();
        let heads = table.columns.iter().map(|of| of.head.clone()).collect();
        let rows = table
            .rows
            .iter()
            .map(|row| row.iter().map(Cell::written).collect());
        let expected: Vec<Vec<String>> = std::iter::once(heads).chain(rows).collect();
        assert_eq!(shown, expected, "{}", table.name);
    }
    if let Some(kept) = std::env::var_os("SUIJI_SHEETS").map(PathBuf::from) {
        std::fs::copy(&path, kept.join("tables.xlsx")).unwrap();
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn the_tables_of_the_summary_add_up() {
    let facts = Trial::new().inspected().facts(Lang::Zh);
    let tables = summary_tables(&facts, facts.results.as_ref().unwrap(), Lang::Zh);
    for table in &tables {
        let widths = table.rows.iter().map(Vec::len);
        assert!(
            !table.rows.is_empty() && widths.into_iter().all(|of| of == table.columns.len()),
            "{}",
            table.name
        );
    }
    let sum = |table: &Table, head: &str| -> u64 {
        let cells = column(table, head).into_iter();
        cells
            .map(|cell| match cell {
                Cell::Count(count) => *count,
                _ => 0,
            })
            .sum()
    };
    let drawn: usize = facts.tasks.iter().map(|task| task.selected.len()).sum();
    let drawn = drawn as u64;
    // The first table has a row for all tasks together.
    assert_eq!(sum(&tables[0], "抽中及启用备选"), drawn * 2);
    assert_eq!(sum(&tables[1], "抽中及启用备选"), drawn);
    let open = facts.tasks.len() as u64;
    assert_eq!(tables[4].rows.len() as u64, drawn - open);
    assert_eq!(sum(&tables[1], "有结果"), drawn - open);
    assert!(
        column(&tables[4], "检查结果")
            .iter()
            .any(|of| of.written() == "已注销")
    );
}
