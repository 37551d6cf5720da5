//! Reads the markup.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::attributes::Attributes;
use super::space::tidy;
use super::tree::{
    Align, Block, Cell, Group, Inline, Layout, Markup, Paragraph, Row, Style, Table,
};
use crate::base::texts::{self, Text};

/// The maximum nesting depth of blocks: `keep` in `keep`.
const DEPTH: usize = 8;
const COLUMNS: u32 = 40;
const MILLIMETRES: u32 = 250;
const CHARACTERS: u32 = 60;

/// The problem, the line of the markup, and the wrong tag, by which the template's line is
/// found.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Wrong {
    pub(crate) text: Text,
    pub(crate) line: usize,
    pub(crate) tag: String,
}

/// Reads the markup of a paper.
pub(crate) fn read(markup: &str) -> Result<Markup, Wrong> {
    let mut reading = Reading::new(markup);
    let result = reading.paper();
    result.map_err(|text| reading.wrong(text))
}

struct Reading<'m> {
    xml: Reader<&'m [u8]>,
    markup: &'m str,
    /// The last tag that was read.
    tag: String,
}

/// A piece of the input.
enum Piece<'m> {
    Start(BytesStart<'m>),
    End,
    Text(String),
    Eof,
}

type Read<T> = Result<T, Text>;

impl<'m> Reading<'m> {
    fn new(markup: &'m str) -> Self {
        let mut xml = Reader::from_str(markup);
        xml.config_mut().expand_empty_elements = true;
        let tag = String::new();
        Self { xml, markup, tag }
    }

    fn wrong(&self, text: Text) -> Wrong {
        let place = usize::try_from(self.xml.error_position().max(self.xml.buffer_position()));
        let place = place.unwrap_or(usize::MAX).min(self.markup.len());
        let before = self.markup.as_bytes().get(..place).unwrap_or_default();
        // The position is the end of the tag. A line break after it is not counted.
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        let tag = self.tag.clone();
        Wrong { text, line, tag }
    }

    fn next(&mut self) -> Read<Piece<'m>> {
        loop {
            let event = self.xml.read_event();
            return Ok(match event.map_err(texts::not_well_formed)? {
                Event::Start(of) | Event::Empty(of) => {
                    self.tag = format!("<{}", &*of);
                    Piece::Start(of)
                }
                Event::End(of) => {
                    self.tag = format!("</{}", of.name().as_ref());
                    Piece::End
                }
                Event::Text(text) => Piece::Text((*text).to_owned()),
                Event::GeneralRef(of) => Piece::Text(self.resolved(&of)?),
                Event::Eof => Piece::Eof,
                Event::Comment(_) => continue,
                Event::CData(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {
                    self.tag = "<!".to_owned();
                    return Err(texts::not_allowed("<!…> <?…?>"));
                }
            });
        }
    }

    fn resolved(&mut self, of: &BytesRef<'_>) -> Read<String> {
        let name = format!("&{};", &**of);
        self.tag.clone_from(&name);
        if let Ok(Some(character)) = of.resolve_char_ref() {
            return Ok(character.to_string());
        }
        match quick_xml::escape::resolve_predefined_entity(of) {
            Some(text) => Ok(text.to_owned()),
            None => Err(texts::unknown_reference(name)),
        }
    }

    /// The next start tag within an element; none at its end. Text before it is an error.
    fn element(&mut self) -> Read<Option<BytesStart<'m>>> {
        loop {
            match self.next()? {
                Piece::Start(of) => return Ok(Some(of)),
                Piece::End => return Ok(None),
                Piece::Eof => return Err(texts::ends_early()),
                Piece::Text(text) if text.trim().is_empty() => {}
                Piece::Text(text) => {
                    let start: String = text.trim().chars().take(20).collect();
                    self.tag.clone_from(&start);
                    return Err(texts::text_outside(start));
                }
            }
        }
    }

    fn unexpected(&self, of: &BytesStart<'_>, allowed: &str) -> Text {
        texts::unexpected_element(of.name().as_ref(), allowed)
    }

    fn paper(&mut self) -> Read<Markup> {
        let root = loop {
            match self.next() {
                Ok(Piece::Start(of)) => break of,
                Ok(Piece::Text(text)) if text.trim().is_empty() => {}
                _ => return Err(texts::no_paper()),
            }
        };
        if root.name().as_ref() != "paper" {
            return Err(texts::no_paper());
        }
        let attributes = Attributes::of(&root, &["title", "foot"])?;
        let title = attributes.text("title").filter(|title| !title.is_empty());
        let title = title.ok_or_else(texts::no_title)?.to_owned();
        let foot = attributes.text("foot").filter(|foot| !foot.is_empty());
        let foot = foot.map(str::to_owned);
        let blocks = self.blocks(0)?;
        loop {
            match self.next()? {
                Piece::Eof => break,
                Piece::Text(text) if text.trim().is_empty() => {}
                _ => return Err(texts::after_paper()),
            }
        }
        Ok(Markup {
            title,
            foot,
            blocks,
        })
    }

    fn blocks(&mut self, depth: usize) -> Read<Vec<Block>> {
        let mut blocks = Vec::new();
        while let Some(of) = self.element()? {
            blocks.push(match of.name().as_ref() {
                "h1" => self.heading(&of, 1)?,
                "h2" => self.heading(&of, 2)?,
                "h3" => self.heading(&of, 3)?,
                "p" => Block::Paragraph(self.paragraph(&of)?),
                "table" => Block::Table(self.table(&of)?),
                "page-break" => {
                    Attributes::of(&of, &[])?;
                    self.nothing(&of)?;
                    Block::PageBreak
                }
                "keep" if depth < DEPTH => {
                    Attributes::of(&of, &[])?;
                    Block::Keep(self.blocks(depth + 1)?)
                }
                _ => return Err(self.unexpected(&of, "h1 h2 h3 p table keep page-break")),
            });
        }
        Ok(blocks)
    }

    fn heading(&mut self, of: &BytesStart<'_>, level: u8) -> Read<Block> {
        Attributes::of(of, &[])?;
        Ok(Block::Heading(level, self.inline()?))
    }

    fn paragraph(&mut self, of: &BytesStart<'_>) -> Read<Paragraph> {
        let attributes = Attributes::of(of, &["class"])?;
        let style = attributes.word(
            "class",
            &[
                ("to", Style::Addressee),
                ("number", Style::Number),
                ("note", Style::Note),
                ("sign", Style::Sign),
                ("digest", Style::Digest),
                ("picture", Style::Picture),
            ],
        )?;
        Ok(Paragraph {
            style: style.unwrap_or_default(),
            text: self.inline()?,
        })
    }

    /// The text of an element, to its end.
    fn inline(&mut self) -> Read<Vec<Inline>> {
        let mut pieces = Vec::new();
        loop {
            match self.next()? {
                Piece::Text(text) => pieces.push(Inline::Text(text)),
                Piece::Start(of) => pieces.push(self.inline_element(&of)?),
                Piece::End => return Ok(tidy(pieces)),
                Piece::Eof => return Err(texts::ends_early()),
            }
        }
    }

    fn inline_element(&mut self, of: &BytesStart<'_>) -> Read<Inline> {
        match of.name().as_ref() {
            "strong" => {
                Attributes::of(of, &[])?;
                self.strong()
            }
            "br" => {
                Attributes::of(of, &[])?;
                self.nothing(of)?;
                Ok(Inline::Break)
            }
            "blank" => {
                let size = Attributes::of(of, &["size"])?.number("size", CHARACTERS)?;
                self.nothing(of)?;
                Ok(Inline::Blank(size.unwrap_or(8)))
            }
            "img" => {
                let attributes = Attributes::of(of, &["src"])?;
                let name = attributes.text("src").unwrap_or_default().to_owned();
                self.nothing(of)?;
                Ok(Inline::Image(name))
            }
            _ => Err(self.unexpected(of, "strong br blank img")),
        }
    }

    fn strong(&mut self) -> Read<Inline> {
        let mut all = String::new();
        loop {
            match self.next()? {
                Piece::Text(text) => all.push_str(&text),
                Piece::End => return Ok(Inline::Strong(all)),
                Piece::Start(of) => return Err(self.unexpected(&of, "–")),
                Piece::Eof => return Err(texts::ends_early()),
            }
        }
    }

    /// The end of an element without content.
    fn nothing(&mut self, of: &BytesStart<'_>) -> Read<()> {
        match self.element()? {
            None => Ok(()),
            Some(_) => Err(texts::not_empty(of.name().as_ref())),
        }
    }

    fn table(&mut self, of: &BytesStart<'_>) -> Read<Table> {
        let attributes = Attributes::of(of, &["class", "widths"])?;
        let forms = [("form", Layout::Form), ("plain", Layout::Plain)];
        let mut table = Table {
            form: attributes.word("class", &forms)?.unwrap_or_default(),
            widths: attributes.numbers("widths", 100)?,
            head: Vec::new(),
            groups: Vec::new(),
        };
        while let Some(of) = self.element()? {
            match of.name().as_ref() {
                "thead" if table.head.is_empty() && table.groups.is_empty() => {
                    Attributes::of(&of, &[])?;
                    table.head = self.rows()?;
                }
                "tbody" => {
                    let attributes = Attributes::of(&of, &["class"])?;
                    let keep = attributes.word("class", &[("keep", true)])?;
                    let (keep, rows) = (keep.unwrap_or(false), self.rows()?);
                    table.groups.push(Group { keep, rows });
                }
                "tr" => {
                    let row = self.row(&of)?;
                    match table.groups.last_mut() {
                        Some(group) if !group.keep => group.rows.push(row),
                        _ => table.groups.push(Group {
                            keep: false,
                            rows: vec![row],
                        }),
                    }
                }
                _ => return Err(self.unexpected(&of, "thead tbody tr")),
            }
        }
        check_columns(&mut table)?;
        Ok(table)
    }

    fn rows(&mut self) -> Read<Vec<Row>> {
        let mut rows = Vec::new();
        while let Some(of) = self.element()? {
            match of.name().as_ref() {
                "tr" => rows.push(self.row(&of)?),
                _ => return Err(self.unexpected(&of, "tr")),
            }
        }
        Ok(rows)
    }

    fn row(&mut self, of: &BytesStart<'_>) -> Read<Row> {
        let height = Attributes::of(of, &["height"])?.number("height", MILLIMETRES)?;
        let mut cells = Vec::new();
        while let Some(of) = self.element()? {
            match of.name().as_ref() {
                "th" => cells.push(self.cell(&of, true)?),
                "td" => cells.push(self.cell(&of, false)?),
                _ => return Err(self.unexpected(&of, "th td")),
            }
        }
        Ok(Row { height, cells })
    }

    fn cell(&mut self, of: &BytesStart<'_>, is_head: bool) -> Read<Cell> {
        let attributes = Attributes::of(of, &["colspan", "align"])?;
        let words = [
            ("left", Align::Left),
            ("center", Align::Centre),
            ("right", Align::Right),
        ];
        let usual = if is_head { Align::Centre } else { Align::Left };
        Ok(Cell {
            is_head,
            align: attributes.word("align", &words)?.unwrap_or(usual),
            columns: attributes.number("colspan", COLUMNS)?.unwrap_or(1),
            paragraphs: self.cell_paragraphs()?,
        })
    }

    /// Text, or paragraphs.
    fn cell_paragraphs(&mut self) -> Read<Vec<Paragraph>> {
        let (mut paragraphs, mut pieces) = (Vec::new(), Vec::new());
        loop {
            match self.next()? {
                Piece::Text(text) => pieces.push(Inline::Text(text)),
                Piece::Start(of) if of.name().as_ref() == "p" => {
                    close(&mut paragraphs, &mut pieces);
                    paragraphs.push(self.paragraph(&of)?);
                }
                Piece::Start(of) => pieces.push(self.inline_element(&of)?),
                Piece::End => {
                    close(&mut paragraphs, &mut pieces);
                    return Ok(paragraphs);
                }
                Piece::Eof => return Err(texts::ends_early()),
            }
        }
    }
}

/// Text before a paragraph of a cell, or at the end of the cell, is also a paragraph.
fn close(paragraphs: &mut Vec<Paragraph>, pieces: &mut Vec<Inline>) {
    let text = tidy(std::mem::take(pieces));
    if !text.is_empty() {
        let style = Style::Body;
        paragraphs.push(Paragraph { style, text });
    }
}

/// Every row must have as many columns as there are widths.
fn check_columns(table: &mut Table) -> Read<()> {
    let rows = table.groups.iter().flat_map(|group| &group.rows);
    let mut counts = table
        .head
        .iter()
        .chain(rows)
        .map(|row| row.cells.iter().map(|cell| cell.columns).sum::<u32>());
    let first = counts.next().unwrap_or(0);
    if let Some(other) = counts.find(|count| *count != first) {
        return Err(texts::ragged(first, other));
    }
    if first == 0 || first > COLUMNS {
        return Err(texts::columns(COLUMNS, first));
    }
    if table.widths.is_empty() {
        let count = usize::try_from(first).unwrap_or(1);
        table.widths = vec![100 / first; count];
    }
    let (sum, count) = (table.widths.iter().sum::<u32>(), table.widths.len());
    match u32::try_from(count) == Ok(first) && sum <= 100 {
        true => Ok(()),
        false => Err(texts::widths(first, count, sum)),
    }
}
