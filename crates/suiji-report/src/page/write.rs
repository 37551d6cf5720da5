//! Writes a page.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use suiji::Lang;

use super::style;
use crate::base::problem::Error;
use crate::base::texts::{self, codes};
use crate::markup::{self, Align, Block, Cell, Inline, Markup, Paragraph, Row, Style, Table};
use crate::picture::figure::{Format, Picture, find};

/// A paper as a page, with the pictures that it names.
pub(crate) fn page(markup: &Markup, pictures: &[&Picture], lang: Lang) -> Result<Vec<u8>, Error> {
    styled(
        markup,
        pictures,
        lang,
        &style::sheet(lang, markup.foot.as_deref()),
    )
}

/// Several papers as one page, without page numbers: a number would count the pages of the whole file.
pub(crate) fn page_without_numbers(
    markup: &Markup,
    pictures: &[&Picture],
    lang: Lang,
) -> Result<Vec<u8>, Error> {
    styled(markup, pictures, lang, &style::sheets())
}

fn styled(
    markup: &Markup,
    pictures: &[&Picture],
    lang: Lang,
    style: &str,
) -> Result<Vec<u8>, Error> {
    let title = escaped(&markup.title);
    let code = texts::language_code();
    let mut page = Page {
        out: format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n",
            code.get(lang)
        ),
        pictures,
    };
    for block in &markup.blocks {
        page.block(block)?;
    }
    page.out.push_str("</body>\n</html>\n");
    Ok(page.out.into_bytes())
}

/// Escapes a text for HTML.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

struct Page<'p> {
    out: String,
    pictures: &'p [&'p Picture],
}

impl Page<'_> {
    fn block(&mut self, block: &Block) -> Result<(), Error> {
        match block {
            Block::Heading(level, text) => {
                let _ = write!(self.out, "<h{level}>");
                self.inline(text)?;
                let _ = writeln!(self.out, "</h{level}>");
            }
            Block::Paragraph(paragraph) => self.paragraph(paragraph)?,
            Block::Table(table) => self.table(table)?,
            Block::Keep(blocks) => {
                self.out.push_str("<div class=\"keep\">\n");
                blocks.iter().try_for_each(|block| self.block(block))?;
                self.out.push_str("</div>\n");
            }
            Block::PageBreak => self.out.push_str("<div class=\"page-break\"></div>\n"),
        }
        Ok(())
    }

    fn paragraph(&mut self, paragraph: &Paragraph) -> Result<(), Error> {
        let class = match paragraph.style {
            Style::Body => "",
            Style::Addressee => " class=\"to\"",
            Style::Number => " class=\"number\"",
            Style::Note => " class=\"note\"",
            Style::Sign => " class=\"sign\"",
            Style::Digest => " class=\"digest\"",
            Style::Picture => " class=\"picture\"",
        };
        let _ = write!(self.out, "<p{class}>");
        self.inline(&paragraph.text)?;
        self.out.push_str("</p>\n");
        Ok(())
    }

    fn inline(&mut self, pieces: &[Inline]) -> Result<(), Error> {
        for piece in pieces {
            match piece {
                Inline::Text(text) => self.out.push_str(&escaped(text)),
                Inline::Strong(text) => {
                    let _ = write!(self.out, "<strong>{}</strong>", escaped(text));
                }
                Inline::Break => self.out.push_str("<br>"),
                Inline::Blank(size) => {
                    let _ = write!(
                        self.out,
                        "<span class=\"blank\" style=\"width:{size}em\"></span>"
                    );
                }
                Inline::Image(name) => self.image(name)?,
            }
        }
        Ok(())
    }

    fn image(&mut self, name: &str) -> Result<(), Error> {
        let picture = find(self.pictures, name);
        let picture = picture.ok_or_else(|| codes::unknown_picture(name))?;
        let media = match picture.format {
            Format::Svg => "svg+xml",
            Format::Png => "png",
        };
        let _ = write!(
            self.out,
            "<img alt=\"{}\" style=\"width:{}mm\" src=\"data:image/{media};base64,{}\">",
            escaped(&picture.title),
            tenths(picture.width),
            STANDARD.encode(&picture.bytes)
        );
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), Error> {
        let class = match table.form {
            markup::Layout::List => "",
            markup::Layout::Form => " class=\"form\"",
            markup::Layout::Plain => " class=\"plain\"",
        };
        let _ = write!(self.out, "<table{class}>\n<colgroup>");
        for width in &table.widths {
            let _ = write!(self.out, "<col style=\"width:{width}%\">");
        }
        self.out.push_str("</colgroup>\n");
        if !table.head.is_empty() {
            self.out.push_str("<thead>\n");
            table.head.iter().try_for_each(|row| self.row(row))?;
            self.out.push_str("</thead>\n");
        }
        for group in &table.groups {
            let class = if group.keep { " class=\"keep\"" } else { "" };
            let _ = writeln!(self.out, "<tbody{class}>");
            group.rows.iter().try_for_each(|row| self.row(row))?;
            self.out.push_str("</tbody>\n");
        }
        self.out.push_str("</table>\n");
        Ok(())
    }

    fn row(&mut self, row: &Row) -> Result<(), Error> {
        match row.height {
            Some(height) => {
                let _ = write!(self.out, "<tr style=\"height:{height}mm\">");
            }
            None => self.out.push_str("<tr>"),
        }
        row.cells.iter().try_for_each(|cell| self.cell(cell))?;
        self.out.push_str("</tr>\n");
        Ok(())
    }

    fn cell(&mut self, cell: &Cell) -> Result<(), Error> {
        let tag = if cell.is_head { "th" } else { "td" };
        let _ = write!(self.out, "<{tag}");
        match (cell.is_head, cell.align) {
            (false, Align::Left) | (true, Align::Centre) => {}
            (_, Align::Left) => self.out.push_str(" class=\"left\""),
            (_, Align::Centre) => self.out.push_str(" class=\"center\""),
            (_, Align::Right) => self.out.push_str(" class=\"right\""),
        }
        if cell.columns > 1 {
            let _ = write!(self.out, " colspan=\"{}\"", cell.columns);
        }
        self.out.push('>');
        match &*cell.paragraphs {
            [one] if one.style == Style::Body => self.inline(&one.text)?,
            all => all.iter().try_for_each(|of| self.paragraph(of))?,
        }
        let _ = write!(self.out, "</{tag}>");
        Ok(())
    }
}

/// Tenths of a millimetre as a decimal number.
fn tenths(length: u32) -> String {
    format!("{}.{}", length / 10, length % 10)
}
