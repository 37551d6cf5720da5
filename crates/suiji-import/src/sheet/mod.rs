//! Reads files of every format into rows of cells.

pub(crate) mod block;
pub(crate) mod book;
pub(crate) mod format;
pub(crate) mod source;
pub(crate) mod text;

use block::Block;
use book::Book;
use format::Format;
use source::Source;
use text::TextFile;

use crate::base::problem::Problem;

/// The number of first bytes by which the format is recognised.
const FIRST: usize = 4096;

/// An open file.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) name: String,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Text(TextFile),
    Book(Book),
}

impl File {
    pub(crate) fn open(mut source: Source) -> Result<Self, Problem> {
        let name = source.name.clone();
        let in_file = |problem: Problem| problem.in_file(&name);
        let (first, _) = source.begin(FIRST).map_err(in_file)?;
        let content = match format::of(&first).map_err(in_file)? {
            Format::Text => Content::Text(TextFile::open(source).map_err(in_file)?),
            format => Content::Book(Book::open(source, format).map_err(in_file)?),
        };
        Ok(Self { name, content })
    }

    /// The names of the sheets, and whether each is hidden. A text file has one sheet without a
    /// name.
    pub(crate) fn sheets(&self) -> Vec<(String, bool)> {
        match &self.content {
            Content::Text(_) => vec![(String::new(), false)],
            Content::Book(book) => {
                let sheets = book.sheets.iter();
                sheets
                    .map(|sheet| (sheet.name.clone(), sheet.hidden))
                    .collect()
            }
        }
    }

    /// Whether the file is a text file.
    pub(crate) const fn is_text(&self) -> bool {
        matches!(self.content, Content::Text(_))
    }

    /// The name of a sheet; empty for a text file.
    pub(crate) fn sheet_name(&self, sheet: usize) -> String {
        match &self.content {
            Content::Text(_) => String::new(),
            Content::Book(book) => {
                let sheet = book.sheets.get(sheet);
                sheet.map(|of| of.name.clone()).unwrap_or_default()
            }
        }
    }

    /// The text file. Its separator can still be chosen.
    pub(crate) fn text_mut(&mut self) -> Option<&mut TextFile> {
        match &mut self.content {
            Content::Text(file) if !file.declared => Some(file),
            _ => None,
        }
    }

    /// Calls `each` with the rows of a sheet until it returns false.
    pub(crate) fn read(
        &mut self,
        sheet: usize,
        each: &mut dyn FnMut(Block) -> bool,
    ) -> Result<(), Problem> {
        let read = match &mut self.content {
            Content::Text(file) => file.read(each),
            Content::Book(book) => book.read(sheet, each),
        };
        let name = self.sheet_name(sheet);
        read.map_err(|problem| problem.in_sheet(&name).in_file(&self.name))
    }

    /// The first rows of a sheet.
    pub(crate) fn head(&mut self, sheet: usize, rows: usize) -> Result<Block, Problem> {
        let mut head = Block::default();
        self.read(sheet, &mut |block| {
            for row in block.rows() {
                if head.len() >= rows {
                    break;
                }
                head.push_row(row);
            }
            head.len() < rows
        })?;
        Ok(head)
    }
}
