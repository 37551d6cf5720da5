//! Malicious or damaged files. The message of each limit contains its number.

use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};

use suiji::Lang;
use suiji_import::{Answers, Error, Known, Options, Source, import, limits};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::support::path;

fn refused(bytes: Vec<u8>) -> Error {
    let source = Source::from_bytes("a", bytes);
    import(
        vec![source],
        Known::default(),
        &Answers::default(),
        &Options::default(),
    )
    .unwrap_err()
}

fn code(bytes: Vec<u8>) -> &'static str {
    refused(bytes).problems()[0].code()
}

const PACKAGE: &str = "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const CONTENT_TYPES: &str =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
const WORKBOOK: &str =
    "<workbook><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
const RELATIONS: &str = "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

pub(crate) fn workbook(sheet: &str) -> Vec<u8> {
    workbook_with(sheet, &[])
}

/// A workbook of one sheet, and other parts.
pub(crate) fn workbook_with(sheet: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", PACKAGE),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    archive(&[&parts[..], more].concat())
}

/// A workbook of two sheets, `a` and `b`, with rows of texts.
pub(crate) fn two_sheets(one: &[&str], other: &[&str]) -> Vec<u8> {
    let rows = |all: &[&str]| {
        let rows = all.iter().map(|row| {
            let cells = row
                .split('|')
                .map(|cell| format!("<c t=\"str\"><v>{cell}</v></c>"));
            format!("<row>{}</row>", cells.collect::<String>())
        });
        sheet(&rows.collect::<String>(), "")
    };
    let book = WORKBOOK.replace(
        "</sheets>",
        "<sheet name=\"b\" sheetId=\"2\" r:id=\"r2\"/></sheets>",
    );
    let relations = RELATIONS.replace(
        "</Relationships>",
        "<Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>",
    );
    archive(&[
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", PACKAGE),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/worksheets/sheet1.xml", &rows(one)),
        ("xl/worksheets/sheet2.xml", &rows(other)),
    ])
}

/// A sheet with these rows, given as XML.
pub(crate) fn sheet(rows: &str, more: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData>{more}</worksheet>")
}

/// A cell with a text.
pub(crate) fn cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"str\"><v>{text}</v></c>")
}

/// The first row of a registry.
fn header() -> String {
    format!(
        "<row r=\"1\">{}{}</row>",
        cell("A1", "id"),
        cell("B1", "name")
    )
}

/// The same, with columns that are not fields before and after the name.
fn wide_header() -> String {
    let cells = ["id", "x", "name"].iter().zip(["A1", "B1", "C1"]);
    let cells: String = cells.map(|(text, place)| cell(place, text)).collect();
    format!("<row r=\"1\">{cells}</row>")
}

pub(crate) fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn bombs_are_refused() {
    let doctype = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\">]><worksheet><sheetData/></worksheet>";
    assert_eq!(code(workbook(doctype)), "import.entities");
    let zeros = format!(
        "<worksheet><sheetData>{}</sheetData></worksheet>",
        "<row/>".repeat(8 << 20)
    );
    let bomb = workbook(&zeros);
    assert!(bomb.len() < 1 << 20);
    let error = refused(bomb);
    assert_eq!(error.problems()[0].code(), "import.expansion");
    assert!(
        error
            .message(Lang::Zh)
            .contains(&limits::EXPANSION.to_string()),
        "{error}"
    );
    let long = format!(
        "<worksheet><sheetData><row><c t=\"str\"><v>{}</v></c></row></sheetData></worksheet>",
        "x".repeat(2 << 20)
    );
    assert_eq!(code(workbook(&long)), "import.xml-text");
    // An ODS cell that is repeated a million times.
    let cell = "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16000\"><text:p>x</text:p></table:table-cell>";
    let row =
        format!("<table:table-row table:number-rows-repeated=\"1000000\">{cell}</table:table-row>");
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"a\">{row}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let error = refused(archive(&[("content.xml", &content)]));
    assert_eq!(error.problems()[0].code(), "import.cells");
    assert!(
        error.message(Lang::En).contains(&limits::CELLS.to_string()),
        "{error}"
    );
}

#[test]
fn parts_that_are_no_xml_by_their_name_are_looked_through_too() {
    // Any part can be a sheet.
    for name in ["xl/media/a.png", "a", "xl/worksheets/sheet1.dat"] {
        let part = (name, "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>");
        let bytes = workbook_with(&sheet(&header(), ""), &[part]);
        assert_eq!(code(bytes), "import.entities", "{name}");
    }
    let rows = "<a/>".repeat(5 << 20);
    let bytes = workbook_with(&sheet(&header(), ""), &[("a.bin", rows.as_str())]);
    assert_eq!(code(bytes), "import.expansion");
}

#[test]
fn parts_that_overlap_are_refused() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    archive
        .start_file("xl/worksheets/sheet1.xml", options)
        .unwrap();
    archive.write_all(&[b'x'; 1000]).unwrap();
    for number in 0..10 {
        let name = format!("xl/worksheets/{number}.xml");
        archive
            .shallow_copy_file("xl/worksheets/sheet1.xml", name.as_str())
            .unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    assert_eq!(code(bytes), "import.overlap");
}

#[test]
fn a_table_that_announces_more_texts_than_it_has_is_refused() {
    // The library would reserve memory for all of them, and abort.
    let strings = "<sst uniqueCount=\"4000000000000\"><si><t>a</t></si></sst>";
    for name in ["xl/sharedStrings.xml", "XL/SHAREDSTRINGS.XML"] {
        let bytes = workbook_with(&sheet(&header(), ""), &[(name, strings)]);
        let error = refused(bytes);
        assert_eq!(error.problems()[0].code(), "import.announced");
        assert!(error.message(Lang::Zh).contains("4000000000000"), "{error}");
    }
}

#[test]
fn a_text_of_the_table_in_very_many_cells_is_limited() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(120_000));
    // The same in a column that is not a field.
    let row = |number: u32| {
        let id = cell(&format!("A{number}"), &format!("Z{number:08}"));
        let long = "<c t=\"s\"><v>0</v></c>";
        format!(
            "<row r=\"{number}\">{id}{}</row>",
            long.repeat(if number == 2 { 9 } else { 1 })
        )
    };
    let of = |rows: std::ops::Range<u32>| {
        let rows: String = rows.map(row).collect();
        let rows = sheet(&[wide_header(), rows].concat(), "");
        workbook_with(&rows, &[("xl/sharedStrings.xml", strings.as_str())])
    };
    assert_eq!(code(of(2..3)), "import.row-size");
    let error = refused(of(3..603));
    assert_eq!(error.problems()[0].code(), "import.text-size");
    assert!(error.message(Lang::En).contains("64 MiB"), "{error}");
    let long = [
        header(),
        format!("<row r=\"2\">{}</row>", cell("A2", &"x".repeat(200_000))),
    ];
    assert_eq!(
        code(workbook(&sheet(&long.concat(), ""))),
        "import.cell-size"
    );
}

#[test]
fn what_merged_areas_fill_is_limited() {
    // A long text in each of very many rows.
    let own = |row: u32| {
        let id = cell(&format!("A{row}"), &format!("Z{row:08}"));
        format!("<row r=\"{row}\">{id}</row>")
    };
    let rows: String = (3..=5000).map(own).collect();
    let long = format!("<row r=\"2\">{}</row>", cell("B2", &"x".repeat(100_000)));
    let merged = "<mergeCells><mergeCell ref=\"B2:B5000\"/></mergeCells>";
    let sheet = sheet(&[wide_header(), long, rows].concat(), merged);
    assert_eq!(code(workbook(&sheet)), "import.filled");
}

#[test]
fn numbers_of_parts_sheets_and_rows_are_limited() {
    let names: Vec<String> = (0..=limits::PARTS)
        .map(|number| number.to_string())
        .collect();
    let parts: Vec<(&str, &str)> = names.iter().map(|name| (&**name, "")).collect();
    assert_eq!(code(archive(&parts)), "import.parts");
    let sheets: String = (0..=limits::SHEETS)
        .map(|number| format!("<sheet name=\"{number}\" sheetId=\"{number}\" r:id=\"r1\"/>"))
        .collect();
    let workbook = format!("<workbook><sheets>{sheets}</sheets></workbook>");
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", PACKAGE),
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/sheet1.xml", "<worksheet/>"),
    ];
    assert_eq!(code(archive(&parts)), "import.sheets");
    let lines = usize::try_from(limits::ROWS).unwrap();
    let text = format!("id,name\n{}Z-000001,甲\n", "\n".repeat(lines));
    assert_eq!(code(text.into_bytes()), "import.rows");
}

#[test]
fn many_blank_rows_are_one_entry() {
    let far = format!("<row r=\"1048576\">{}</row>", cell("A1048576", "Z-000001"));
    let named = far.replace("</row>", &(cell("B1048576", "甲") + "</row>"));
    let import = import_of(workbook(&sheet(&[header(), named].concat(), "")));
    let blank: Vec<_> = import.log().entries().collect();
    assert_eq!(blank.len(), 1);
    assert_eq!((blank[0].row, blank[0].rows), (2, 1_048_574));
    let summary = &import.summaries()[0];
    assert_eq!((summary.read, summary.taken), (1_048_575, 1));
    assert_eq!(summary.left_out[0].1, 1_048_574);
}

#[test]
fn very_many_rows_of_one_firm_are_refused_and_not_held() {
    use std::fmt::Write;
    let mut csv = "id,name,类别\n".to_owned();
    for number in 0..40_000 {
        writeln!(csv, "Z-000001,甲,类{number}").unwrap();
    }
    let error = refused(csv.into_bytes());
    let problem = &error.problems()[0];
    assert_eq!(problem.code(), "import.merged-size");
    assert!(problem.row() > Some(1000), "{error}");
}

/// A source that has only a length and its first bytes.
struct Hollow {
    first: &'static [u8],
    length: u64,
    at: u64,
}

impl Read for Hollow {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let at = usize::try_from(self.at).unwrap();
        let rest = self.first.get(at..).unwrap_or_default();
        if rest.is_empty() {
            return Err(io::Error::other("the disk is gone"));
        }
        let read = rest.len().min(buffer.len());
        buffer[..read].copy_from_slice(&rest[..read]);
        self.at += u64::try_from(read).unwrap();
        Ok(read)
    }
}

impl Seek for Hollow {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::End(at) => self.length.checked_add_signed(at).unwrap(),
            SeekFrom::Current(at) => self.at.checked_add_signed(at).unwrap(),
        };
        Ok(self.at)
    }
}

#[test]
fn files_that_are_too_large_or_cannot_be_read_are_told() {
    const OLE: &[u8; 4096] = &{
        let mut first = [0; 4096];
        let magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        let mut at = 0;
        while at < magic.len() {
            first[at] = magic[at];
            at += 1;
        }
        first
    };
    for (first, length, expected) in [
        (
            &b"id,name\n"[..],
            limits::FILE_BYTES + 1,
            "import.file-size",
        ),
        (b"id,name\n", 1 << 20, "import.read"),
        (OLE, limits::XLS_BYTES + 1, "import.xls-size"),
    ] {
        let file = Hollow {
            first,
            length,
            at: 0,
        };
        let (known, answers) = (Known::default(), Answers::default());
        let source = Source::new("a", file);
        let error = import(vec![source], known, &answers, &Options::default()).unwrap_err();
        assert_eq!(error.problems()[0].code(), expected, "{error}");
    }
}

#[test]
fn a_workbook_with_a_password_is_told() {
    let compound = |name: &str, stream: &[u8]| {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        file.create_stream(name).unwrap().write_all(stream).unwrap();
        file.flush().unwrap();
        file.into_inner().into_inner()
    };
    assert_eq!(
        code(compound("/EncryptedPackage", b"x")),
        "import.encrypted"
    );
    // In the old format, a record marks the encryption.
    let records = [0x09, 0x08, 4, 0, 0, 6, 5, 0, 0x2F, 0, 2, 0, 1, 0];
    assert_eq!(code(compound("/Workbook", &records)), "import.encrypted");
    let manifest = "<manifest:encryption-data/>";
    let parts = [("META-INF/manifest.xml", manifest), ("content.xml", "?")];
    assert_eq!(code(archive(&parts)), "import.encrypted");
    assert_eq!(code(compound("/WordDocument", b"x")), "import.format");
}

#[test]
fn a_list_that_may_be_two_is_not_guessed() {
    let text = "检查人员,部门\n张样例,县局\n";
    let error = refused(text.as_bytes().to_vec());
    assert_eq!(error.problems()[0].code(), "import.which-list");
}

#[test]
fn every_problem_has_a_test() {
    let mut texts = Vec::new();
    let mut folders = vec![path("src"), path("tests")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                // The tests in a source file.
                let tests = match path.components().any(|of| of.as_os_str() == "src") {
                    true => text
                        .split_once("#[cfg(test)]")
                        .map(|(_, tests)| tests.to_owned()),
                    false => Some(text),
                };
                texts.extend(tests);
            }
        }
    }
    let missing = suiji_import::codes::ALL.iter().copied().filter(|id| {
        let quoted = format!("\"{id}\"");
        !texts.iter().any(|text| text.contains(&quoted))
    });
    assert_eq!(missing.collect::<Vec<_>>(), [""; 0]);
}

fn import_of(bytes: Vec<u8>) -> suiji_import::Import {
    let source = Source::from_bytes("a", bytes);
    let (known, answers) = (Known::default(), Answers::default());
    import(vec![source], known, &answers, &Options::default()).unwrap()
}

#[test]
fn a_cell_far_away_costs_nothing() {
    let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>id</v></c><c r=\"B1\" t=\"str\"><v>name</v></c><c r=\"C1\" t=\"str\"><v>class</v></c></row>\
        <row r=\"1048576\"><c r=\"A1048576\" t=\"str\"><v>A-1</v></c><c r=\"B1048576\" t=\"str\"><v>甲</v></c></row></sheetData></worksheet>";
    let source = Source::from_bytes("a", workbook(sheet));
    let import = import(
        vec![source],
        Known::default(),
        &Answers::default(),
        &Options::default(),
    )
    .unwrap();
    assert_eq!(import.tables()[0].len(), 1);
    let wide = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>id</v></c><c r=\"B1\" t=\"str\"><v>name</v></c><c r=\"XFD1\" t=\"str\"><v>x</v></c></row></sheetData></worksheet>";
    let error = refused(workbook(wide));
    assert_eq!(error.problems()[0].code(), "import.columns");
}

#[test]
fn what_is_no_list_says_what_it_is() {
    for (bytes, code_) in [
        (&b""[..], "import.empty-file"),
        (b"\xEF\xBB\xBF", "import.no-header"),
        (b"%PDF-1.7", "import.format"),
        (
            b"<html><table><tr><td>a</td></tr></table></html>",
            "import.format",
        ),
        (b"[\n {\"id\": \"A\"}\n]", "import.format"),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and nothing",
            "import.workbook",
        ),
        (b"PK\x03\x04 and nothing", "import.archive"),
        ("甲,乙\n1,2\n".as_bytes(), "import.no-header"),
        (
            "企业名称,信用风险等级,类别\n甲,低,乙\n".as_bytes(),
            "import.missing-column",
        ),
    ] {
        assert_eq!(
            code(bytes.to_vec()),
            code_,
            "{:?}",
            String::from_utf8_lossy(bytes)
        );
    }
    assert_eq!(
        code(archive(&[("word/document.xml", "<a/>")])),
        "import.format"
    );
    assert_eq!(code(archive(&[("xl/workbook.bin", "a")])), "import.format");
    assert_eq!(code(archive(&[("a.txt", "a")])), "import.format");
}

#[test]
fn damaged_workbooks_never_panic() {
    for name in ["registry.xlsx", "registry.xls", "registry.ods"] {
        let bytes = std::fs::read(path(&format!("tests/data/{name}"))).unwrap();
        let step = (bytes.len() / 60).max(1);
        for at in (0..bytes.len()).step_by(step) {
            let source = |bytes: Vec<u8>| Source::from_bytes("a", bytes);
            let try_it = |bytes: Vec<u8>| {
                let _ = import(
                    vec![source(bytes)],
                    Known::default(),
                    &Answers::default(),
                    &Options::default(),
                );
            };
            try_it(bytes[..at].to_vec());
            let mut changed = bytes.clone();
            changed[at] ^= 0xFF;
            try_it(changed);
        }
    }
}
