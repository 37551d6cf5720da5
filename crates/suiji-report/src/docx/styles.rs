//! The styles of a document: fonts, sizes and lines of GB/T 9704. They have the usual names, so that an office can
//! find them.

use suiji::Lang;

use super::xml::{SPACES, Xml};
use crate::markup::Style;

/// The style of a paragraph.
struct Set {
    id: &'static str,
    name: &'static str,
    /// Chinese font; Latin letters are in Times New Roman.
    font: &'static str,
    latin: &'static str,
    /// In half points.
    size: u32,
    is_bold: bool,
    align: &'static str,
    /// In twentieths of a point, and whether the line has exactly this height.
    line: u32,
    is_exact: bool,
    before: u32,
    after: u32,
    /// First line, in hundredths of a character.
    indent: u32,
    /// The level of a heading, from 0.
    level: Option<u32>,
}

const FANGSONG: &str = "仿宋_GB2312";
const ROMAN: &str = "Times New Roman";

const BODY: Set = Set {
    id: "Normal",
    name: "Normal",
    font: FANGSONG,
    latin: ROMAN,
    size: 32,
    is_bold: false,
    align: "both",
    line: 580,
    is_exact: true,
    before: 0,
    after: 0,
    indent: 200,
    level: None,
};

const TABLE: Set = Set {
    id: "SuijiCell",
    name: "suiji cell",
    size: 21,
    align: "left",
    line: 300,
    is_exact: false,
    indent: 0,
    ..BODY
};

const ALL: &[Set] = &[
    BODY,
    Set {
        id: "Heading1",
        name: "heading 1",
        font: "方正小标宋简体",
        size: 40,
        is_bold: false,
        align: "center",
        line: 600,
        after: 160,
        indent: 0,
        level: Some(0),
        ..BODY
    },
    Set {
        id: "Heading2",
        name: "heading 2",
        font: "黑体",
        size: 30,
        align: "left",
        line: 560,
        before: 160,
        after: 40,
        indent: 0,
        level: Some(1),
        ..BODY
    },
    Set {
        id: "Heading3",
        name: "heading 3",
        font: "楷体_GB2312",
        size: 28,
        align: "left",
        line: 520,
        before: 120,
        after: 40,
        indent: 0,
        level: Some(2),
        ..BODY
    },
    Set {
        id: "SuijiAddressee",
        name: "suiji addressee",
        indent: 0,
        ..BODY
    },
    Set {
        id: "SuijiNumber",
        name: "suiji number",
        size: 28,
        align: "center",
        after: 160,
        indent: 0,
        ..BODY
    },
    Set {
        id: "SuijiNote",
        name: "suiji note",
        align: "left",
        size: 21,
        line: 320,
        is_exact: false,
        before: 40,
        after: 40,
        indent: 0,
        ..BODY
    },
    Set {
        id: "SuijiSign",
        name: "suiji sign",
        align: "right",
        indent: 0,
        ..BODY
    },
    Set {
        id: "SuijiDigest",
        name: "suiji digest",
        latin: "Courier New",
        size: 20,
        align: "left",
        line: 300,
        is_exact: false,
        indent: 0,
        ..BODY
    },
    Set {
        id: "SuijiPicture",
        name: "suiji picture",
        size: 21,
        align: "center",
        line: 240,
        is_exact: false,
        indent: 0,
        ..BODY
    },
    TABLE,
    Set {
        id: "SuijiCellDigest",
        name: "suiji cell digest",
        latin: "Courier New",
        size: 17,
        ..TABLE
    },
    Set {
        id: "SuijiCellHead",
        name: "suiji cell head",
        font: "黑体",
        align: "center",
        ..TABLE
    },
    Set {
        id: "SuijiCellSign",
        name: "suiji cell sign",
        align: "right",
        ..TABLE
    },
];

/// The id of the style of a paragraph. In a table without lines it is the style of normal text.
pub(super) const fn of(style: Style, in_cell: bool, is_head: bool) -> &'static str {
    match style {
        Style::Body if is_head => "SuijiCellHead",
        Style::Body | Style::Addressee | Style::Number if in_cell => "SuijiCell",
        Style::Sign if in_cell => "SuijiCellSign",
        Style::Digest if in_cell => "SuijiCellDigest",
        Style::Body => "Normal",
        Style::Addressee => "SuijiAddressee",
        Style::Number => "SuijiNumber",
        Style::Note => "SuijiNote",
        Style::Sign => "SuijiSign",
        Style::Digest => "SuijiDigest",
        Style::Picture => "SuijiPicture",
    }
}

/// The id of the style of a heading.
pub(super) const fn heading(level: u8) -> &'static str {
    match level {
        1 => "Heading1",
        2 => "Heading2",
        _ => "Heading3",
    }
}

/// `word/styles.xml`.
pub(super) fn styles(lang: Lang) -> Vec<u8> {
    let mut xml = Xml::new("w:styles", SPACES);
    xml.start("w:docDefaults", &[]);
    xml.start("w:rPrDefault", &[]);
    xml.start("w:rPr", &[]);
    fonts(&mut xml, &BODY);
    let language = if lang == Lang::En { "en-GB" } else { "en-US" };
    xml.empty("w:lang", &[("w:val", language), ("w:eastAsia", "zh-CN")]);
    (0..3).for_each(|_| xml.end());
    for set in ALL {
        style(&mut xml, set);
    }
    xml.finish()
}

fn fonts(xml: &mut Xml, set: &Set) {
    xml.empty(
        "w:rFonts",
        &[
            ("w:ascii", set.latin),
            ("w:hAnsi", set.latin),
            ("w:eastAsia", set.font),
            ("w:cs", set.latin),
        ],
    );
}

fn style(xml: &mut Xml, set: &Set) {
    let is_body = set.id == BODY.id;
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", set.id)];
    if is_body {
        attributes.push(("w:default", "1"));
    }
    xml.start("w:style", &attributes);
    xml.value("w:name", set.name);
    if !is_body {
        xml.value("w:basedOn", BODY.id);
    }
    xml.empty("w:qFormat", &[]);
    xml.start("w:pPr", &[]);
    if set.level.is_some() {
        xml.empty("w:keepNext", &[]);
        xml.empty("w:keepLines", &[]);
    }
    let rule = if set.is_exact { "exact" } else { "atLeast" };
    xml.empty(
        "w:spacing",
        &[
            ("w:before", &*set.before.to_string()),
            ("w:after", &set.after.to_string()),
            ("w:line", &set.line.to_string()),
            ("w:lineRule", rule),
        ],
    );
    let indent = set.indent.to_string();
    let first = (set.indent * set.size / 10).to_string();
    xml.empty(
        "w:ind",
        &[("w:firstLineChars", &*indent), ("w:firstLine", &first)],
    );
    xml.value("w:jc", set.align);
    if let Some(level) = set.level {
        xml.value("w:outlineLvl", &level.to_string());
    }
    xml.end();
    xml.start("w:rPr", &[]);
    fonts(xml, set);
    if set.is_bold {
        xml.empty("w:b", &[]);
    }
    let size = set.size.to_string();
    xml.value("w:sz", &size);
    xml.value("w:szCs", &size);
    xml.end();
    xml.end();
}
