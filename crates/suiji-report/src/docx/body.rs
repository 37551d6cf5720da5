//! The text of a document: `word/document.xml`.

use suiji::Lang;

use super::images::Images;
use super::styles;
use super::xml::{SPACES, Xml};
use crate::base::problem::Error;
use crate::markup::{Align, Block, Cell, Inline, Layout, Markup, Paragraph, Row, Style, Table};
use crate::picture::figure::Picture;

/// A4, and the margins of GB/T 9704, in twentieths of a point.
const PAGE: [(&str, &str); 2] = [("w:w", "11906"), ("w:h", "16838")];
const MARGINS: [(&str, &str); 7] = [
    ("w:top", "2098"),
    ("w:right", "1474"),
    ("w:bottom", "1984"),
    ("w:left", "1588"),
    ("w:header", "1247"),
    ("w:footer", "1361"),
    ("w:gutter", "0"),
];
/// The width of the text.
const WIDTH: u32 = 8844;
/// Twentieths of a point in ten millimetres.
const CENTIMETRE: u32 = 567;

/// The text, and the pictures and charts that it uses.
pub(super) fn body<'p>(
    markup: &Markup,
    pictures: &'p [&'p Picture],
    lang: Lang,
) -> Result<(Vec<u8>, Images<'p>), Error> {
    let mut body = Body {
        xml: Xml::new("w:document", SPACES),
        images: Images::new(pictures, lang),
    };
    body.xml.start("w:body", &[]);
    for block in &markup.blocks {
        body.block(block, Keep::default())?;
    }
    // A document may not end with a table.
    if matches!(
        markup.blocks.last(),
        None | Some(Block::Table(_) | Block::Keep(_))
    ) {
        body.empty_line();
    }
    body.xml.start("w:sectPr", &[]);
    body.xml.empty(
        "w:footerReference",
        &[("w:type", "default"), ("r:id", "rIdFoot")],
    );
    body.xml.empty("w:pgSz", &PAGE);
    body.xml.empty("w:pgMar", &MARGINS);
    Ok((body.xml.finish(), body.images))
}

/// The settings that keep a paragraph on the page of the next one.
#[derive(Clone, Copy, Debug, Default)]
struct Keep {
    /// With the next paragraph.
    next: bool,
    /// With the next row of the table.
    rows: bool,
}

struct Body<'p> {
    xml: Xml,
    images: Images<'p>,
}

impl Body<'_> {
    fn block(&mut self, block: &Block, keep: Keep) -> Result<(), Error> {
        match block {
            Block::Heading(level, text) => {
                self.begin(styles::heading(*level), Align::Left, true, keep);
                self.inline(text)?;
                self.xml.end();
            }
            Block::Paragraph(paragraph) => {
                self.paragraph(
                    paragraph,
                    styles::of(paragraph.style, false, false),
                    None,
                    keep,
                )?;
            }
            Block::Table(table) => self.table(table, keep)?,
            Block::Keep(blocks) => {
                for (place, block) in blocks.iter().enumerate() {
                    let next = keep.next || place + 1 < blocks.len();
                    self.block(block, Keep { next, rows: true })?;
                }
            }
            Block::PageBreak => {
                self.begin("SuijiNote", Align::Left, true, keep);
                self.xml.start("w:r", &[]);
                self.xml.empty("w:br", &[("w:type", "page")]);
                self.xml.end();
                self.xml.end();
            }
        }
        Ok(())
    }

    /// A line of one point, between two tables and at the end.
    fn empty_line(&mut self) {
        self.xml.start("w:p", &[]);
        self.xml.start("w:pPr", &[]);
        self.xml.value("w:pStyle", "SuijiNote");
        self.xml
            .empty("w:spacing", &[("w:line", "120"), ("w:lineRule", "exact")]);
        self.xml.end();
        self.xml.end();
    }

    /// Begins a paragraph.
    fn begin(&mut self, style: &str, align: Align, usual: bool, keep: Keep) {
        self.xml.start("w:p", &[]);
        self.xml.start("w:pPr", &[]);
        self.xml.value("w:pStyle", style);
        if keep.next {
            self.xml.empty("w:keepNext", &[]);
            self.xml.empty("w:keepLines", &[]);
        }
        if !usual {
            let align = match align {
                Align::Left => "left",
                Align::Centre => "center",
                Align::Right => "right",
            };
            self.xml.value("w:jc", align);
        }
        self.xml.end();
    }

    fn paragraph(
        &mut self,
        paragraph: &Paragraph,
        style: &str,
        align: Option<Align>,
        keep: Keep,
    ) -> Result<(), Error> {
        let style = match paragraph.text.iter().any(is_image) {
            // A line with a fixed height would cut off the picture.
            true if style == "Normal" => "SuijiPicture",
            _ => style,
        };
        self.begin(style, align.unwrap_or_default(), align.is_none(), keep);
        self.inline(&paragraph.text)?;
        self.xml.end();
        Ok(())
    }

    fn inline(&mut self, pieces: &[Inline]) -> Result<(), Error> {
        for piece in pieces {
            self.xml.start("w:r", &[]);
            match piece {
                Inline::Text(text) => self.text(text),
                Inline::Strong(text) => {
                    self.xml.start("w:rPr", &[]);
                    self.xml.empty("w:b", &[]);
                    self.xml.end();
                    self.text(text);
                }
                Inline::Break => self.xml.empty("w:br", &[]),
                Inline::Blank(size) => {
                    self.xml.start("w:rPr", &[]);
                    self.xml.value("w:u", "single");
                    self.xml.end();
                    let size = usize::try_from(*size).unwrap_or(1);
                    self.text(&"\u{3000}".repeat(size));
                }
                Inline::Image(name) => self.images.draw(&mut self.xml, name)?,
            }
            self.xml.end();
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        self.xml.text("w:t", &[("xml:space", "preserve")], text);
    }

    fn table(&mut self, table: &Table, keep: Keep) -> Result<(), Error> {
        let sum: u32 = table.widths.iter().sum::<u32>().max(1);
        let widths: Vec<u32> = table.widths.iter().map(|of| of * WIDTH / sum).collect();
        self.xml.start("w:tbl", &[]);
        self.table_properties(table.form);
        self.xml.start("w:tblGrid", &[]);
        for width in &widths {
            self.xml.empty("w:gridCol", &[("w:w", &*width.to_string())]);
        }
        self.xml.end();
        let with_next = |next| Keep { next, ..keep };
        for row in &table.head {
            self.row(row, (&widths, table.form), true, with_next(true))?;
        }
        for (place, group) in table.groups.iter().enumerate() {
            for (number, row) in group.rows.iter().enumerate() {
                let next = match number + 1 < group.rows.len() {
                    true => group.keep || keep.rows,
                    // The last row of the table stays with what follows the table.
                    false if place + 1 == table.groups.len() => keep.next,
                    false => keep.rows,
                };
                self.row(row, (&widths, table.form), false, with_next(next))?;
            }
        }
        self.xml.end();
        if keep.next {
            self.begin("SuijiNote", Align::Left, true, keep);
            self.xml.end();
        } else {
            self.empty_line();
        }
        Ok(())
    }

    fn table_properties(&mut self, form: Layout) {
        let width = WIDTH.to_string();
        self.xml.start("w:tblPr", &[]);
        self.xml
            .empty("w:tblW", &[("w:w", &*width), ("w:type", "dxa")]);
        if form != Layout::Plain {
            self.xml.start("w:tblBorders", &[]);
            for edge in [
                "w:top",
                "w:left",
                "w:bottom",
                "w:right",
                "w:insideH",
                "w:insideV",
            ] {
                let line = [
                    ("w:val", "single"),
                    ("w:sz", "4"),
                    ("w:space", "0"),
                    ("w:color", "000000"),
                ];
                self.xml.empty(edge, &line);
            }
            self.xml.end();
        }
        self.xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        self.xml.start("w:tblCellMar", &[]);
        for (edge, margin) in [
            ("w:top", "40"),
            ("w:left", "70"),
            ("w:bottom", "40"),
            ("w:right", "70"),
        ] {
            self.xml.empty(edge, &[("w:w", margin), ("w:type", "dxa")]);
        }
        self.xml.end();
        self.xml.end();
    }

    fn row(
        &mut self,
        row: &Row,
        (widths, form): (&[u32], Layout),
        is_head: bool,
        keep: Keep,
    ) -> Result<(), Error> {
        self.xml.start("w:tr", &[]);
        self.xml.start("w:trPr", &[]);
        self.xml.empty("w:cantSplit", &[]);
        if let Some(height) = row.height {
            let height = (height * CENTIMETRE / 10).to_string();
            self.xml
                .empty("w:trHeight", &[("w:val", &*height), ("w:hRule", "atLeast")]);
        }
        if is_head {
            self.xml.empty("w:tblHeader", &[]);
        }
        self.xml.end();
        let mut widths = widths.iter();
        for cell in &row.cells {
            let columns = usize::try_from(cell.columns).unwrap_or(1);
            let width = widths.by_ref().take(columns).sum();
            self.cell(cell, width, form, keep)?;
        }
        self.xml.end();
        Ok(())
    }

    fn cell(&mut self, cell: &Cell, width: u32, form: Layout, keep: Keep) -> Result<(), Error> {
        self.xml.start("w:tc", &[]);
        self.xml.start("w:tcPr", &[]);
        self.xml
            .empty("w:tcW", &[("w:w", &*width.to_string()), ("w:type", "dxa")]);
        if cell.columns > 1 {
            self.xml.value("w:gridSpan", &cell.columns.to_string());
        }
        self.xml.value("w:vAlign", "center");
        self.xml.end();
        let usual = if cell.is_head {
            Align::Centre
        } else {
            Align::Left
        };
        for paragraph in &cell.paragraphs {
            let style = styles::of(paragraph.style, form != Layout::Plain, cell.is_head);
            let follows = paragraph.style == Style::Body && cell.align != usual;
            self.paragraph(paragraph, style, follows.then_some(cell.align), keep)?;
        }
        if cell.paragraphs.is_empty() {
            self.begin("SuijiCell", Align::Left, true, keep);
            self.xml.end();
        }
        self.xml.end();
        Ok(())
    }
}

const fn is_image(piece: &Inline) -> bool {
    matches!(piece, Inline::Image(_))
}
