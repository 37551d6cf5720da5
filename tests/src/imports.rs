//! Lists and plans of offices as bytes, for tests and fuzz targets of `suiji-import`.
//!
//! If the bytes of an archive are mutated, they are almost never an archive. So the input of a fuzz target for
//! workbooks is only the part with the cells. It is packed here.

use std::io::{Cursor, Write};

use crate::format::Format;
use suiji_import::{
    Answers, Error, Extra, Import, Known, Options, PlanImport, Source, import, import_plan, page,
    plan_page,
};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const LISTS: [&str; 3] = [
    "样例名录,,,\r\n序号,统一社会信用代码,企业名称,信用风险等级,企业类型,成立日期,登记状态,行政区划\r\n\
     1,91140521MA00000018 ,样例甲,高风险,加油站、超市,2015年6月1日,存续,140521\r\n\
     2,'91140521ma0000002b,样例乙,D,\"加油站;超市\",42156,注销,沁水县\r\n合计,2,户\r\n",
    "姓名\t执法证号\t单位\t是否主办\t证件有效期\t最多承担户数\t回避企业\n张 样例\tZF-001\t县局\t√\t2020.1.1-2026.12.31\t12户\t样例甲\n李样例\t\t县局\t否\t长期\t\t\n",
    "企业名称;检查任务;检查时间;检查类型;检查人员\n样例甲;J1;3/4/2024;双随机抽查;张样例、李样例\n;J1;2024.9.1;专项;\n",
];

const SHEET: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>id</v></c><c r="B1" t="inlineStr"><is><t>企业名称</t></is></c><c r="C1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>911405211023457000</v></c><c r="B2" t="str"><v> 样例 </v></c><c r="C2" s="1"><v>45536</v></c></row><row r="3"><c r="A3" t="str"><v>Z-1</v></c><c r="C3" t="e"><v>#N/A</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells></worksheet>"#;

const CONTENT: &str = r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="a"><table:table-row><table:table-cell office:value-type="string"><text:p>id</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>企业名称</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>Z-1</text:p></table:table-cell><table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>样<text:s text:c="3"/>例</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;

const PLAN: &str = "样例县工信局文件\n样工信字〔2024〕1号\n样例县工信局 2024年双随机抽查工作计划\n根据《甲办法》(样〔2024〕2号)要求，制定本计划。\n一、抽查时间\n9月至11月\n二、抽查对象\n加油站、超市。\n\
    附件1\n部门联合抽查计划\n序号\t抽查任务名称\t抽查事项\t抽查对象范围\t抽查比例及频次\t信用风险分类要求\t起止时间\t发起部门\t配合部门\t抽查模式\n\
    1\t甲\t1. 一; 2.二\t加油站、市塲\t不低于20%1次/年\t分别递加抽查比例、频次\t9-11月\t县局\t县市场局\t县抽县查\n2\t乙\t三\n四\t超市\t10%(20户)\t无\t第三季度\t县局\t\t市抽查\n备注：无\n";

const DOCUMENT: &str = r#"<w:document><w:body><w:p><w:r><w:t>样例县局2024年内部抽查计划</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>任务名称</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>抽查事项</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>抽查比例</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val="0"/></w:trPr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>乙&amp;</w:t><w:br/></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>5%—20%</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>丙</w:t><w:tab/></w:r></w:p></w:tc><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>"#;

const TYPES: &str =
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const PACKAGE: &str = r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str =
    r#"<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
const STRINGS: &str = r#"<sst><si><t>成立日期</t></si></sst>"#;

const MIMETYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";
const MANIFEST: &str = r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>"#;

/// Valid inputs of a format.
pub fn seeds(format: Format) -> Vec<Vec<u8>> {
    let all: &[&str] = match format {
        Format::ImportText => &LISTS,
        Format::ImportXlsx => &[SHEET],
        Format::ImportOds => &[CONTENT],
        Format::PlanText => &[PLAN],
        Format::PlanDocx => &[DOCUMENT],
        _ => return vec![records()],
    };
    all.iter().map(|text| text.as_bytes().to_vec()).collect()
}

/// The records of an XLS workbook with one sheet: cells of each kind, a merged area and an embedded object.
fn records() -> Vec<u8> {
    let record = |kind: u16, data: &[u8]| {
        let length = u16::try_from(data.len()).unwrap_or_default();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    };
    let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0]);
    let wide = |text: &str| -> Vec<u8> {
        let text: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = u8::try_from(text.len() / 2).unwrap_or_default();
        [&[length, 0, 1][..], &text].concat()
    };
    let label = |row: u8, column: u8, text: &str| {
        record(
            0x0204,
            &[&[row, 0, column, 0, 0, 0][..], &wide(text)].concat(),
        )
    };
    let end = record(0x000A, &[]);
    let sheet = |at: u32| {
        record(
            0x0085,
            &[&at.to_le_bytes()[..], &[0, 0, 1, 0, b'a']].concat(),
        )
    };
    let strings = record(0x00FC, &[&[0; 8][..], &wide("样例")].concat());
    let globals = begin(5).len() + sheet(0).len() + strings.len() + end.len();
    let at = u32::try_from(globals).unwrap_or_default();
    let number = 5265f64.to_le_bytes();
    [
        begin(5),
        sheet(at),
        strings,
        end.clone(),
        begin(16),
        label(0, 0, "id"),
        label(0, 1, "企业名称"),
        label(0, 2, "行业代码"),
        label(1, 0, "Z-000001"),
        record(0x00FD, &[1, 0, 1, 0, 0, 0, 0, 0, 0, 0]),
        record(0x0203, &[&[1, 0, 2, 0, 0, 0][..], &number].concat()),
        [begin(32), end.clone()].concat(),
        // A formula with a text, and a small number.
        record(
            0x0006,
            &[
                2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0,
            ],
        ),
        record(0x0207, &wide("Z-000002")),
        record(0x027E, &[2, 0, 2, 0, 0, 0, 2, 0, 0, 0]),
        record(0x00E5, &[1, 0, 1, 0, 2, 0, 1, 0, 1, 0]),
        end,
    ]
    .concat()
}

/// The bytes, packed as the format requires. None if that fails.
fn packed(format: Format, bytes: &[u8]) -> Option<Vec<u8>> {
    match format {
        Format::ImportText => Some(bytes.to_vec()),
        Format::ImportXlsx => archive(&[
            ("[Content_Types].xml", TYPES.as_bytes()),
            ("_rels/.rels", PACKAGE.as_bytes()),
            ("xl/workbook.xml", WORKBOOK.as_bytes()),
            ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
            ("xl/styles.xml", STYLES.as_bytes()),
            ("xl/sharedStrings.xml", STRINGS.as_bytes()),
            ("xl/worksheets/sheet1.xml", bytes),
        ]),
        Format::ImportOds => archive(&[
            ("mimetype", MIMETYPE.as_bytes()),
            ("META-INF/manifest.xml", MANIFEST.as_bytes()),
            ("content.xml", bytes),
        ]),
        _ => compound(bytes),
    }
}

/// Imports the bytes. None if they cannot be packed.
pub fn imported(format: Format, bytes: &[u8]) -> Option<Result<Import, Error>> {
    let source = Source::from_bytes("a", packed(format, bytes)?);
    let options = Options::default().with_extra(Extra::All);
    let answers = Answers::default();
    Some(import(vec![source], Known::default(), &answers, &options))
}

/// Imports the bytes and uses the result. It must return.
pub(crate) fn read(format: Format, bytes: &[u8]) {
    if let Some(Ok(imported)) = imported(format, bytes) {
        drop(page(&imported, suiji::Lang::Zh));
        drop(imported.log().write_csv(&mut std::io::sink()));
        for table in imported.tables() {
            drop(table.write_csv(&mut std::io::sink()));
        }
        let questions = Answers::questions_to_json(imported.questions(), suiji::Lang::En);
        assert!(Answers::from_json(questions.as_bytes()).is_ok());
    }
}

/// Imports the bytes as a plan: without answers, and with an answer to every question that has choices. It must return.
pub(crate) fn read_plan(format: Format, bytes: &[u8]) {
    let packed = match format {
        Format::PlanDocx => archive(&[("word/document.xml", bytes)]),
        _ => Some(bytes.to_vec()),
    };
    let Some(packed) = packed else {
        return;
    };
    let mut answers = Answers::default();
    // A second round, because answers may lead to other questions.
    for _ in 0..2 {
        let source = Source::from_bytes("a", packed.clone());
        let Ok(imported) = import_plan(vec![source], Known::default(), &answers) else {
            return;
        };
        written(&imported);
        for question in imported.questions() {
            if let Some(choice) = question.choices.first() {
                answers.insert(question.key.clone(), choice.answer.as_str());
            }
        }
    }
}

fn written(imported: &PlanImport) {
    drop(plan_page(imported, suiji::Lang::Zh));
    drop(imported.log().write_csv(&mut std::io::sink()));
    if let Some(plan) = imported.plan() {
        assert!(suiji::Plan::from_json(plan.to_json().as_bytes()).is_ok());
    }
    let questions = Answers::questions_to_json(imported.questions(), suiji::Lang::En);
    assert!(Answers::from_json(questions.as_bytes()).is_ok());
}

fn archive(parts: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, part) in parts {
        archive.start_file(*name, stored).ok()?;
        archive.write_all(part).ok()?;
    }
    Some(archive.finish().ok()?.into_inner())
}

fn compound(stream: &[u8]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).ok()?;
    file.create_stream("/Workbook")
        .ok()?
        .write_all(stream)
        .ok()?;
    file.flush().ok()?;
    Some(file.into_inner().into_inner())
}
