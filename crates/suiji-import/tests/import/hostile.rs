//! Malicious or damaged files. The message of each limit contains its number.

use std::io::{Cursor, Write};

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

fn workbook(sheet: &str) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", PACKAGE),
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
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
        (b"PK\x03\x04 and nothing", "import.workbook"),
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
