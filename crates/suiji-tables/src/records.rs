//! Splits bytes into records, strictly by RFC 4180. At most one record is in memory.

use std::io::{self, BufRead};

use suiji::error::codes;
use suiji::error::{ErrorKind, Fault, Place};
use suiji::limits;

/// Reads one record after another.
#[derive(Debug)]
pub(crate) struct Records<R> {
    reader: R,
    kind: ErrorKind,
    /// The number of the line that is read next, counted from 1.
    line: u64,
}

/// One record: its cells without quotation marks, and the line on which it begins.
#[derive(Debug, Default)]
pub(crate) struct Record {
    pub(crate) line: u64,
    /// The bytes of all cells, one after another.
    text: Vec<u8>,
    /// Where each cell ends in `text`.
    ends: Vec<usize>,
    /// What is wrong with the quotation marks, in English and Chinese.
    pub(crate) stray: Option<(&'static str, &'static str)>,
}

/// The state of the reader before the next byte.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum State {
    CellStart,
    /// In a cell without quotation marks, or after a closing one.
    Bare,
    /// After a carriage return outside quotation marks. It may be part of the line end.
    Return,
    Quoted,
    /// After a quotation mark in a quoted cell: it closes the cell, or is the first of two.
    QuoteInside,
}

const STRAY: (&str, &str) = (
    "a quotation mark inside a cell: quote the whole cell, and write each quotation mark in it twice",
    "单元格内有引号：整格须用半角引号括起，格内的每个引号写两次",
);
const TAIL: (&str, &str) = (
    "text after the closing quotation mark",
    "右引号后面还有内容",
);
const UNCLOSED: (&str, &str) = ("a quotation mark is not closed", "引号没有闭合");

impl Record {
    pub(crate) fn cells(&self) -> impl Iterator<Item = &[u8]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts
            .zip(&self.ends)
            .map(|(start, &end)| &self.text[start..end])
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether all cells are empty, as in the blank rows at the end of a spreadsheet.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.is_empty() && self.stray.is_none()
    }

    fn begin(&mut self, line: u64) {
        self.line = line;
        self.text.clear();
        self.ends.clear();
        self.stray = None;
    }

    fn end_cell(&mut self) {
        self.ends.push(self.text.len());
    }

    /// The size of the record, for the limit of a row.
    fn size(&self) -> usize {
        self.text.len() + self.ends.len()
    }

    /// Reads one byte. Returns true if it ends the record.
    fn take(&mut self, state: &mut State, byte: u8) -> bool {
        match (*state, byte) {
            (State::Quoted, b'"') => *state = State::QuoteInside,
            (State::Quoted, _) => self.text.push(byte),
            (State::CellStart, b'"') => *state = State::Quoted,
            (State::QuoteInside, b'"') => {
                self.text.push(byte);
                *state = State::Quoted;
            }
            (_, b'\n') => {
                self.end_cell();
                return true;
            }
            (State::Return, _) => {
                self.text.push(b'\r');
                *state = State::Bare;
                return self.take(state, byte);
            }
            (_, b'\r') => *state = State::Return,
            (_, b',') => {
                self.end_cell();
                *state = State::CellStart;
            }
            (State::QuoteInside, _) => {
                self.stray = self.stray.or(Some(TAIL));
                self.text.push(byte);
                *state = State::Bare;
            }
            (State::Bare, b'"') => {
                self.stray = self.stray.or(Some(STRAY));
                self.text.push(byte);
            }
            (State::CellStart | State::Bare, _) => {
                self.text.push(byte);
                *state = State::Bare;
            }
        }
        false
    }
}

impl<R: BufRead> Records<R> {
    pub(crate) const fn new(reader: R, kind: ErrorKind) -> Self {
        Self {
            reader,
            kind,
            line: 1,
        }
    }

    /// The place of the row that begins on that line.
    pub(crate) fn place(&self, line: u64) -> Place {
        Place::new(self.kind, "").at_row(line)
    }

    /// The place of a cell in that row.
    pub(crate) fn place_in(&self, line: u64, field: &str) -> Place {
        Place::new(self.kind, format!("$.{field}")).at_row(line)
    }

    /// The fault of an empty file.
    pub(crate) fn empty_fault(&self) -> Fault {
        Fault::new(codes::CSV_EMPTY, Place::new(self.kind, ""), &[])
    }

    /// Skips a byte order mark at the beginning of the file.
    pub(crate) fn skip_mark(&mut self) -> Result<(), Fault> {
        const MARK: &[u8] = b"\xEF\xBB\xBF";
        let available = fill(&mut self.reader, self.kind)?;
        if available.starts_with(MARK) {
            self.reader.consume(MARK.len());
        }
        Ok(())
    }

    /// Reads the next record. Returns false at the end. After a fault, nothing more can be read.
    pub(crate) fn next(&mut self, record: &mut Record) -> Result<bool, Fault> {
        record.begin(self.line);
        let mut state = State::CellStart;
        let mut begun = false;
        loop {
            let available = fill(&mut self.reader, self.kind)?;
            if available.is_empty() {
                return self.end(record, state, begun);
            }
            begun = true;
            // No more than the limit is ever in memory.
            let room = limits::LINE_BYTES + 1 - record.size();
            let mut used = 0;
            let mut ended = false;
            for &byte in available.iter().take(room) {
                used += 1;
                self.line += u64::from(byte == b'\n');
                ended = record.take(&mut state, byte);
                if ended {
                    break;
                }
            }
            self.reader.consume(used);
            if record.size() > limits::LINE_BYTES {
                let limit = limits::LINE_BYTES.to_string();
                return Err(Fault::new(
                    codes::LINE,
                    self.place(record.line),
                    &[("limit", &limit)],
                ));
            }
            if ended {
                return Ok(true);
            }
        }
    }

    fn end(&self, record: &mut Record, state: State, begun: bool) -> Result<bool, Fault> {
        if state == State::Quoted {
            return Err(csv_fault(self.place(record.line), UNCLOSED));
        }
        if begun {
            record.end_cell();
        }
        Ok(begun)
    }
}

/// The text of a cell. It is a fault if it is not UTF-8.
pub(crate) fn text(cell: &[u8], place: impl FnOnce() -> Place) -> Result<&str, Fault> {
    core::str::from_utf8(cell).map_err(|error| {
        let byte = (error.valid_up_to() + 1).to_string();
        Fault::new(codes::NOT_UTF8, place(), &[("byte", &byte)])
    })
}

pub(crate) fn csv_fault(place: Place, (problem, problem_zh): (&str, &str)) -> Fault {
    Fault::new(
        codes::CSV,
        place,
        &[("problem", problem), ("problem_zh", problem_zh)],
    )
}

/// The bytes that can be read now. Tries again after an interruption.
fn fill(reader: &mut impl BufRead, kind: ErrorKind) -> Result<&[u8], Fault> {
    let unreadable = |error: io::Error| {
        Fault::new(
            codes::READ,
            Place::new(kind, ""),
            &[("problem", &error.to_string())],
        )
    };
    loop {
        match reader.fill_buf() {
            Ok(_) => break,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(unreadable(error)),
        }
    }
    reader.fill_buf().map_err(unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(csv: &str) -> Vec<(u64, Vec<String>)> {
        let mut records = Records::new(csv.as_bytes(), ErrorKind::Registry);
        let mut record = Record::default();
        let mut all = Vec::new();
        while records.next(&mut record).unwrap() {
            assert_eq!(record.stray, None, "{csv}");
            let cells = record
                .cells()
                .map(|cell| String::from_utf8(cell.to_vec()).unwrap());
            all.push((record.line, cells.collect()));
        }
        all
    }

    fn row(line: u64, cells: &[&str]) -> (u64, Vec<String>) {
        (line, cells.iter().map(|&cell| cell.to_owned()).collect())
    }

    #[test]
    fn cells_are_those_of_rfc_4180() {
        assert_eq!(cells(""), []);
        assert_eq!(cells("a,b\n"), [row(1, &["a", "b"])]);
        assert_eq!(
            cells("a,b\r\nc,\r\n"),
            [row(1, &["a", "b"]), row(2, &["c", ""])]
        );
        assert_eq!(
            cells("a\n\nb"),
            [row(1, &["a"]), row(2, &[""]), row(3, &["b"])]
        );
        assert_eq!(cells("a,b\r"), [row(1, &["a", "b"])]);
        assert_eq!(cells("\"a,\"\"\",\"\"\r\n"), [row(1, &["a,\"", ""])]);
        assert_eq!(
            cells("\"a\r\nb\",c\nd,e"),
            [row(1, &["a\r\nb", "c"]), row(3, &["d", "e"])]
        );
        assert_eq!(cells("a\rb,\r,c\n"), [row(1, &["a\rb", "\r", "c"])]);
    }

    #[test]
    fn reading_continues_after_a_stray_quotation_mark() {
        let mut records = Records::new("a\"b\n\"a\"b,c\nd\n".as_bytes(), ErrorKind::Registry);
        let mut record = Record::default();
        for stray in [Some(STRAY), Some(TAIL), None] {
            assert!(records.next(&mut record).unwrap());
            assert_eq!(record.stray, stray);
        }
        assert!(!records.next(&mut record).unwrap());
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_is_reported_with_the_row_in_which_it_opens() {
        let mut records = Records::new("a\nb,\"c\nd\n".as_bytes(), ErrorKind::Registry);
        let mut record = Record::default();
        assert!(records.next(&mut record).unwrap());
        let fault = records.next(&mut record).unwrap_err();
        assert_eq!((fault.code(), fault.place().row()), ("table.csv", Some(2)));
    }

    #[test]
    fn an_endless_row_is_refused_and_takes_little_memory() {
        for endless in [&b"["[..], b"\"", b"\"\"", b",", b"\r"] {
            let reader = io::BufReader::new(Endless(endless));
            let mut records = Records::new(reader, ErrorKind::Registry);
            let mut record = Record::default();
            let fault = loop {
                match records.next(&mut record) {
                    Ok(more) => assert!(more),
                    Err(fault) => break fault,
                }
            };
            assert_eq!(fault.code(), "limit.line", "{endless:?}");
            assert!(record.text.capacity() <= 4 * limits::LINE_BYTES);
        }
    }

    /// A reader that repeats the same bytes forever.
    struct Endless(&'static [u8]);

    impl io::Read for Endless {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            for (byte, of) in into.iter_mut().zip(self.0.iter().cycle()) {
                *byte = *of;
            }
            Ok(into.len() / self.0.len() * self.0.len())
        }
    }
}
