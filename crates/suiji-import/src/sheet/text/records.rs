//! The records of a text file, as blocks.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::super::block::Block;
use super::encoding::Utf8;
use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::codes;

/// Reads the records of a text file. Quotation marks are interpreted as in spreadsheets.
pub(super) struct Records<'s> {
    text: Utf8<'s>,
    csv: Reader,
    /// The number of the last row.
    number: u32,
    /// Whether the last record ended with a carriage return. A line feed may belong to it.
    returned: bool,
    output: Vec<u8>,
    ends: Vec<usize>,
    ended: bool,
    separator: u8,
    /// The number of cells in the longest record so far.
    width: usize,
}

impl<'s> Records<'s> {
    pub(super) fn new(text: Utf8<'s>, separator: u8) -> Self {
        Self {
            text,
            csv: ReaderBuilder::new().delimiter(separator).build(),
            number: 0,
            returned: false,
            output: vec![0; 4096],
            ends: vec![0; limits::COLUMNS],
            ended: false,
            separator,
            width: 0,
        }
    }

    /// The next rows; none at the end.
    pub(super) fn next_block(&mut self) -> Result<Option<Block>, Problem> {
        let mut block = Block::default();
        while !block.is_full() && !self.ended {
            if let Some((bytes, cells)) = self.record()? {
                self.push(&mut block, bytes, cells)?;
            }
        }
        Ok((!block.is_empty()).then_some(block))
    }

    fn push(&mut self, block: &mut Block, bytes: usize, cells: usize) -> Result<(), Problem> {
        let output = self.output.get(..bytes).unwrap_or_default();
        let ends = self.ends.get(..cells).unwrap_or_default();
        if memchr::memchr(b'\n', output).is_some() {
            self.check_quotes(output, ends)?;
        }
        self.width = self.width.max(cells);
        if bytes > 4 * limits::CELL_LINES {
            self.check_lines(output)?;
        }
        match std::str::from_utf8(output) {
            Ok(text) => block.push_texts(self.number, text, ends),
            Err(_) => {
                let mut start = 0;
                let (mut text, mut new) = (String::new(), Vec::new());
                for &end in ends {
                    let cell = output.get(start..end).unwrap_or_default();
                    text.push_str(&String::from_utf8_lossy(cell));
                    new.push(text.len());
                    start = end;
                }
                block.push_texts(self.number, &text, &new);
            }
        }
        Ok(())
    }

    /// The cell contains the rest of its row, a line end, a code and another cell. So it contains rows: a quotation
    /// mark is not closed.
    fn check_quotes(&self, output: &[u8], ends: &[usize]) -> Result<(), Problem> {
        const SHOWN: usize = 60;
        let mut start = 0;
        for (index, &end) in ends.iter().enumerate() {
            let cell = output.get(start..end).unwrap_or_default();
            start = end;
            let count = |line: &[u8]| memchr::memchr_iter(self.separator, line).count();
            let mut lines = cell.split(|byte| *byte == b'\n');
            let first = lines.next().unwrap_or_default();
            let rest = self.width.checked_sub(index + 1);
            let has_row = |line: &[u8]| count(line) > 0 && has_code(line);
            if rest == Some(count(first)) && lines.any(has_row) {
                let cell = String::from_utf8_lossy(cell);
                let shown: String = cell.chars().take(SHOWN).collect();
                return Err(codes::open_quote(shown.replace(['\r', '\n'], " ")).at_row(self.number));
            }
        }
        Ok(())
    }

    /// A cell with very many line ends contains rows: a quotation mark is not closed.
    fn check_lines(&self, output: &[u8]) -> Result<(), Problem> {
        let lines = memchr::memchr_iter(b'\n', output).count();
        match lines > limits::CELL_LINES {
            true => Err(codes::quote(limits::CELL_LINES).at_row(self.number)),
            false => Ok(()),
        }
    }

    /// Reads a record, and returns its number of bytes and cells.
    fn record(&mut self) -> Result<Option<(usize, usize)>, Problem> {
        let (mut bytes, mut cells) = (0, 0);
        let mut leading = true;
        let mut blank = 0u32;
        loop {
            let input = self.text.next()?;
            if leading {
                let (lines, more) = leading_lines(input, &mut self.returned);
                blank += lines;
                leading = !more && !input.is_empty();
            }
            let (result, read, written, ended) = self.csv.read_record(
                input,
                self.output.get_mut(bytes..).unwrap_or_default(),
                self.ends.get_mut(cells..).unwrap_or_default(),
            );
            let last = read
                .checked_sub(1)
                .and_then(|last| input.get(last))
                .copied();
            self.text.consume(read);
            bytes += written;
            cells += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.grow(blank)?,
                ReadRecordResult::OutputEndsFull => {
                    return Err(codes::columns(limits::COLUMNS).at_row(self.next_number(blank)?));
                }
                ReadRecordResult::Record => {
                    self.number = self.next_number(blank)?;
                    self.returned = last == Some(b'\r');
                    return Ok(Some((bytes, cells)));
                }
                ReadRecordResult::End => {
                    self.ended = true;
                    return Ok(None);
                }
            }
        }
    }

    fn grow(&mut self, blank: u32) -> Result<(), Problem> {
        if self.output.len() >= limits::ROW_BYTES {
            let row = self.next_number(blank)?;
            return Err(codes::row_size(limits::ROW_BYTES).at_row(row));
        }
        self.output.resize(self.output.len() * 4, 0);
        Ok(())
    }

    fn next_number(&self, blank: u32) -> Result<u32, Problem> {
        let next = self.number.saturating_add(blank).saturating_add(1);
        match next > limits::ROWS {
            true => Err(codes::rows(limits::ROWS)),
            false => Ok(next),
        }
    }
}

/// Whether a line has ASCII letters and digits like a code.
fn has_code(line: &[u8]) -> bool {
    const CODE: usize = 6;
    let of_code = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    let mut runs = line.split(|byte| !of_code(byte));
    runs.any(|run| run.len() >= CODE && run.iter().any(u8::is_ascii_digit))
}

/// The number of blank lines at the start, and whether other lines follow. A line feed after a carriage return is part
/// of the same line end.
fn leading_lines(input: &[u8], returned: &mut bool) -> (u32, bool) {
    let mut lines = 0;
    for &byte in input {
        match byte {
            b'\n' if *returned => *returned = false,
            b'\n' => lines += 1,
            b'\r' => {
                lines += 1;
                *returned = true;
            }
            _ => {
                *returned = false;
                return (lines, true);
            }
        }
    }
    (lines, false)
}
