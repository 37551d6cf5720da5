//! Documents of Word (Office Open XML): the paragraphs and tables of their main part.

use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;

use super::content::{Paragraph, Part};
use super::grid::Grid;
use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::{self, codes};
use crate::sheet::source::Bytes;

/// The main part.
pub(super) const DOCUMENT: &str = "word/document.xml";

/// Reads a document that was checked.
pub(super) fn read(bytes: &mut dyn Bytes) -> Result<Vec<Part>, Problem> {
    let mut archive = ZipArchive::new(bytes).map_err(damaged)?;
    let part = archive.by_name(DOCUMENT).map_err(damaged)?;
    if part.size() > limits::PLAN_BYTES {
        return Err(codes::plan_size(limits::PLAN_BYTES >> 20));
    }
    // The archive states the size above, which may be wrong. A longer part is cut here, and is then not
    // complete XML.
    let part = BufReader::new(part.take(limits::PLAN_BYTES));
    let mut xml = Reader::from_reader(part);
    xml.config_mut().expand_empty_elements = true;
    let mut builder = Builder::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(of) => builder.start(&of)?,
            Event::End(of) => builder.end(of.local_name().as_ref())?,
            Event::Text(text) => builder.text(&text),
            Event::CData(text) => builder.text(&text),
            Event::GeneralRef(of) => builder.text(&resolved(&of)),
            Event::Eof => return Ok(builder.parts),
            _ => {}
        }
    }
}

/// The library's message about a damaged file does not help a person.
fn damaged<E>(_: E) -> Problem {
    codes::document(texts::records_damaged())
}

/// A character written by its name or number. Entities that the document defines were refused before.
fn resolved(of: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = of.resolve_char_ref() {
        return c.to_string();
    }
    let named = quick_xml::escape::resolve_predefined_entity(of);
    named.unwrap_or_default().to_owned()
}

/// Parts of a document that are not text: pictures with their own paragraphs, deleted text, commands of fields.
const SKIPPED: [&str; 10] = [
    "drawing",
    "pict",
    "object",
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "Fallback",
    "tabs",
    "sectPr",
];

#[derive(Debug, Default)]
struct Builder {
    parts: Vec<Part>,
    /// The open table. Paragraphs of nested tables belong to the cells that contain these tables.
    table: Option<Grid>,
    depth: usize,
    text: String,
    in_text: bool,
    is_listed: bool,
    /// The number of open elements in the skipped element, including itself.
    skipped: usize,
    /// Columns at the end of the row without cells.
    after: usize,
}

impl Builder {
    fn start(&mut self, of: &BytesStart<'_>) -> Result<(), Problem> {
        let name = of.local_name();
        let name = name.as_ref();
        if self.skipped > 0 || SKIPPED.contains(&name) {
            self.skipped += 1;
            return Ok(());
        }
        match name {
            "tbl" => {
                self.depth += 1;
                self.table.get_or_insert_with(Grid::default);
            }
            "t" => self.in_text = true,
            "tab" => self.text.push('\t'),
            "br" | "cr" => self.text.push('\n'),
            "noBreakHyphen" => self.text.push('-'),
            "numPr" => self.is_listed = true,
            _ => return self.start_in_table(name, of),
        }
        Ok(())
    }

    fn start_in_table(&mut self, name: &str, of: &BytesStart<'_>) -> Result<(), Problem> {
        let Some(table) = self.table.as_mut().filter(|_| self.depth == 1) else {
            return Ok(());
        };
        let count = || value(of).and_then(|text| text.parse::<usize>().ok());
        match name {
            "tc" => table.begin_cell(),
            "gridSpan" => table.span(count().unwrap_or(1)),
            "vMerge" if value(of).is_none_or(|word| word != "restart") => table.continues(),
            "gridBefore" => table.skip(count().unwrap_or(0))?,
            "gridAfter" => self.after = count().unwrap_or(0),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Problem> {
        if self.skipped > 0 {
            self.skipped -= 1;
            return Ok(());
        }
        match name {
            "t" => self.in_text = false,
            "p" => {
                self.end_paragraph();
                if self.parts.len() > limits::PLAN_PARAGRAPHS {
                    return Err(codes::plan_paragraphs(limits::PLAN_PARAGRAPHS));
                }
            }
            "tbl" => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0
                    && let Some(table) = self.table.take()
                {
                    self.parts.push(Part::Table(table.finish()));
                }
            }
            _ if self.depth == 1 => {
                if let Some(table) = &mut self.table {
                    match name {
                        "tc" => table.end_cell()?,
                        "tr" => {
                            table.skip(std::mem::take(&mut self.after))?;
                            table.end_row();
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.in_text && self.skipped == 0 {
            self.text.push_str(text);
        }
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.text);
        let is_listed = std::mem::take(&mut self.is_listed);
        match &mut self.table {
            Some(table) => table.paragraph(&text, is_listed),
            None if text.trim().is_empty() => {}
            None => self.parts.push(Part::Paragraph(Paragraph {
                text,
                ..Paragraph::default()
            })),
        }
    }
}

/// The attribute `val`.
fn value(of: &BytesStart<'_>) -> Option<String> {
    let mut all = of.attributes().flatten();
    let attribute = all.find(|at| at.key.local_name().as_ref() == "val")?;
    let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
    Some(value.ok()?.into_owned())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn parts(body: &str) -> Result<Vec<Part>, &'static str> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive
            .start_file(DOCUMENT, SimpleFileOptions::default())
            .unwrap();
        let document = format!("<w:document><w:body>{body}</w:body></w:document>");
        archive.write_all(document.as_bytes()).unwrap();
        read(&mut archive.finish().unwrap()).map_err(|problem| problem.code())
    }

    fn rows(body: &str) -> Vec<String> {
        let parts = parts(&format!("<w:tbl>{body}</w:tbl>")).unwrap();
        let [Part::Table(table)] = &parts[..] else {
            panic!("{parts:?}");
        };
        let cell = |cell: &super::super::Cell| {
            let mark = if cell.is_filled { "^" } else { "" };
            format!("{mark}{}", cell.text)
        };
        let rows = table.rows.iter();
        rows.map(|row| row.cells.iter().map(cell).collect::<Vec<_>>().join("|"))
            .collect()
    }

    #[test]
    fn paragraphs_have_the_text_that_is_seen() {
        let body = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>甲&amp;&#20057;</w:t><w:tab/><w:t xml:space=\"preserve\"> 丙</w:t></w:r>\
            <w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r><w:drawing><w:p><w:r><w:t>y</w:t></w:r></w:p></w:drawing></w:p><w:p/>";
        let parts = parts(body).unwrap();
        assert!(
            matches!(&parts[..], [Part::Paragraph(of)] if of.text == "甲&乙\t 丙"),
            "{parts:?}"
        );
    }

    #[test]
    fn merged_cells_are_filled() {
        let cell = |more: &str, text: &str| {
            format!("<w:tc><w:tcPr>{more}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
        };
        let (down, on) = ("<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>");
        let body = [
            format!(
                "<w:tr>{}{}</w:tr>",
                cell(down, "a"),
                cell("<w:gridSpan w:val=\"2\"/>", "b")
            ),
            format!(
                "<w:tr>{}{}{}</w:tr>",
                cell(on, ""),
                cell("", "c"),
                cell("", "d")
            ),
            format!(
                "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{}{}</w:tr>",
                cell("", "e"),
                cell(on, "")
            ),
        ];
        assert_eq!(rows(&body.concat()), ["a|b|^b", "^a|c|d", "|e|^d"]);
    }

    #[test]
    fn a_table_within_a_cell_belongs_to_the_cell() {
        let inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        let body = format!("<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p>{inner}</w:tc></w:tr>");
        assert_eq!(rows(&body), ["a\nb"]);
    }

    #[test]
    fn what_is_too_large_or_damaged_is_refused() {
        let wide = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"4000000000\"/></w:tcPr></w:tc></w:tr>";
        assert_eq!(
            parts(&format!("<w:tbl>{wide}</w:tbl>")),
            Err("import.columns")
        );
        let many =
            "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"999\"/></w:tcPr></w:tc></w:tr>".repeat(200);
        assert_eq!(
            parts(&format!("<w:tbl>{many}</w:tbl>")),
            Err("import.plan-cells")
        );
        let text = "x".repeat(100_000);
        let first = format!(
            "<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>"
        );
        let on = "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc></w:tr>".repeat(1000);
        assert_eq!(
            parts(&format!("<w:tbl>{first}{on}</w:tbl>")),
            Err("import.filled")
        );
        assert_eq!(parts("<w:p></w:q>"), Err("import.document"));
        let deep = "<w:tbl><w:tr><w:tc>".repeat(50_000) + &"</w:tc></w:tr></w:tbl>".repeat(50_000);
        assert!(parts(&deep).is_ok());
    }
}
