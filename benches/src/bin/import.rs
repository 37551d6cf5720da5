//! Measures the import of lists and the peak of memory. The yardstick for a CSV file is only reading it with the crate
//! `csv`, for a workbook only reading it with `calamine`.
//!
//! Usage: `import [ROWS] [ROUNDS]`, by default a million rows of CSV, a tenth of them as a workbook, and five rounds.
//! Each round runs the yardstick and then the import. The list is like that of an office: every row has classes,
//! statuses and dates in the words of the office, a twentieth of the codes end with blanks, and a tenth of the rows
//! have two categories.

#![expect(clippy::print_stdout, reason = "it prints what it measures")]

use std::env;
use std::fmt::Write as _;
use std::io::{self, Cursor, Write};
use std::time::Duration;

use calamine::{Reader, Xlsx};
use suiji_benches::{Failure, peak_bytes, timed};
use suiji_import::{Answers, Import, Known, Options, Source, import};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn main() -> Result<(), Failure> {
    let mut arguments = env::args().skip(1);
    let rows: u32 = arguments
        .next()
        .map_or(Ok(1_000_000), |rows| rows.parse())?;
    let rounds: usize = arguments.next().map_or(Ok(5), |rounds| rounds.parse())?;
    let path = env::temp_dir().join("suiji-import-bench.csv");
    write_csv(
        &mut io::BufWriter::new(std::fs::File::create(&path)?),
        rows,
        tidy_or_not,
    )?;
    measure(
        "CSV",
        rounds,
        || plain_csv(&path),
        || imported(file(&path)?),
    )?;
    let peak = peak_bytes()?;
    println!("peak of memory with {rows} rows of CSV: {} MiB", peak >> 20);
    write_csv(
        &mut io::BufWriter::new(std::fs::File::create(&path)?),
        rows,
        tidy,
    )?;
    measure(
        "tidy CSV",
        rounds,
        || plain_csv(&path),
        || imported(file(&path)?),
    )?;
    std::fs::remove_file(&path)?;
    let workbook = workbook(rows / 10)?;
    measure(
        "XLSX",
        rounds,
        || plain_xlsx(&workbook),
        || imported(Source::from_bytes("a.xlsx", workbook.clone())),
    )
}

fn measure(
    name: &str,
    rounds: usize,
    plain: impl Fn() -> Result<u64, Failure>,
    import: impl Fn() -> Result<u64, Failure>,
) -> Result<(), Failure> {
    let mut times: Vec<(Duration, Duration)> = Vec::new();
    for _ in 0..rounds {
        let (expected, yardstick) = timed(&plain);
        let (found, own) = timed(&import);
        if expected? != found? + 1 {
            return Err("the import has another number of rows".into());
        }
        times.push((yardstick, own));
    }
    let median = |of: fn(&(Duration, Duration)) -> Duration| {
        let mut all: Vec<Duration> = times.iter().map(of).collect();
        all.sort_unstable();
        all.get(all.len() / 2).copied().unwrap_or_default()
    };
    let (yardstick, own) = (median(|of| of.0), median(|of| of.1));
    let percent = own.as_micros() * 100 / yardstick.as_micros().max(1);
    println!("{name}: plain {yardstick:?}, import {own:?}, {percent} % of the time");
    Ok(())
}

fn file(path: &std::path::Path) -> Result<Source, Failure> {
    Ok(Source::new("a.csv", std::fs::File::open(path)?))
}

/// Only reads the file with the crate `csv`. This is fastest if one record is reused.
fn plain_csv(path: &std::path::Path) -> Result<u64, Failure> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_path(path)?;
    let mut record = csv::StringRecord::new();
    let mut rows = 0;
    while reader.read_record(&mut record)? {
        rows += 1;
    }
    Ok(rows)
}

fn plain_xlsx(bytes: &[u8]) -> Result<u64, Failure> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let range = workbook.worksheet_range("a")?;
    Ok(u64::try_from(range.height())?)
}

fn imported(source: Source) -> Result<u64, Failure> {
    let imported: Import = import(
        vec![source],
        Known::default(),
        &Answers::default(),
        &Options::default(),
    )?;
    let table = imported.tables().first().ok_or("questions are open")?;
    table.write_csv(&mut io::sink())?;
    imported.log().write_csv(&mut io::sink())?;
    Ok(u64::try_from(table.len())?)
}

const HEADER: [&str; 9] = [
    "序号",
    "统一社会信用代码",
    "企业名称",
    "信用风险等级",
    "企业类型",
    "行政区划",
    "成立日期",
    "登记状态",
    "住所",
];

type Cells = [String; 9];

fn tidy_or_not(row: u32) -> Cells {
    let of = |all: &[&str]| all[row as usize % all.len()].to_owned();
    [
        row.to_string(),
        format!(
            "91140521MA{row:08}{}",
            if row.is_multiple_of(20) { "  " } else { "" }
        ),
        format!("沁水样例{row:07}号有限公司"),
        of(&[
            "低风险",
            "低风险",
            "一般风险",
            "较高风险",
            "低",
            "高风险",
            "",
        ]),
        of(&[
            "汽车销售企业",
            "成品油零售企业",
            "单用途商业预付卡企业",
            "外商投资企业",
            "再生资源回收企业",
            "家电零售企业",
            "二手车交易市场",
            "拍卖企业",
            "汽车销售企业、外商投资企业",
            "汽车销售企业",
        ]),
        format!("1405211{:02}", row % 7),
        format!("{}/{}/{}", 2000 + row % 24, 1 + row % 12, 1 + row % 28),
        of(&["存续", "存续", "在业", "存续（在营、开业、在册）", "注销"]),
        format!("山西省晋城市沁水县龙港镇新建路{row}号"),
    ]
}

fn tidy(row: u32) -> Cells {
    let of = |all: &[&str]| all[row as usize % all.len()].to_owned();
    let mut cells = tidy_or_not(row);
    cells[1] = cells[1].trim().to_owned();
    cells[3] = of(&["low", "general", "elevated", "high", ""]);
    cells[4] = cells[4].replace('、', ";");
    cells[6] = format!(
        "{}-{:02}-{:02}",
        2000 + row % 24,
        1 + row % 12,
        1 + row % 28
    );
    cells[7] = of(&["active", "inactive"]);
    cells
}

fn write_csv(out: &mut impl Write, rows: u32, cells: fn(u32) -> Cells) -> io::Result<()> {
    writeln!(out, "{}", HEADER.join(","))?;
    for row in 0..rows {
        writeln!(out, "{}", cells(row).join(","))?;
    }
    out.flush()
}

/// A workbook as spreadsheets write it: texts are shared.
fn workbook(rows: u32) -> Result<Vec<u8>, Failure> {
    let mut strings: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    let mut order = Vec::new();
    let mut sheet = String::from("<worksheet><sheetData>");
    for number in 0..=rows {
        let cells = match number.checked_sub(1) {
            None => HEADER.map(str::to_owned),
            Some(row) => tidy_or_not(row),
        };
        let line = number + 1;
        write!(sheet, "<row r=\"{line}\">")?;
        for (column, cell) in ('A'..='I').zip(cells) {
            let next = strings.len();
            let index = *strings.entry(cell.clone()).or_insert_with(|| {
                order.push(cell);
                next
            });
            write!(sheet, "<c r=\"{column}{line}\" t=\"s\"><v>{index}</v></c>")?;
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    let items: String = order
        .iter()
        .map(|text| format!("<si><t>{text}</t></si>"))
        .collect();
    let parts = [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned()),
        ("_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".to_owned()),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>".to_owned()),
        ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>".to_owned()),
        ("xl/sharedStrings.xml", format!("<sst>{items}</sst>")),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, SimpleFileOptions::default())?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}
