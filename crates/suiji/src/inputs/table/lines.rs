//! Reads JSON Lines in blocks of whole lines. A block has several MiB and is cut into pieces for the threads.

use std::io::BufRead;

use crate::base::error::{ErrorKind, Fault, Place};
use crate::base::limits;
use crate::base::texts::codes;

/// Bytes of a block, and of a piece of it.
const BLOCK: usize = 2 << 20;
const PIECE: usize = 128 << 10;

/// Whole lines read at once.
#[derive(Debug)]
pub(super) struct Block {
    bytes: Vec<u8>,
    first: u64,
}

/// Whole lines of a block, with the number of the first line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'b> {
    bytes: &'b [u8],
    first: u64,
}

impl Block {
    /// Reads at least `BLOCK` bytes, if the input has as many, and then to the end of the line.
    pub(super) fn read(
        reader: &mut impl BufRead,
        kind: ErrorKind,
        first: u64,
    ) -> Result<Self, Fault> {
        let mut bytes = Vec::new();
        let mut line_start = 0;
        loop {
            let available = match reader.fill_buf() {
                Ok(available) => available,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => {
                    return Err(codes::read(error).at(Place::new(kind, "")));
                }
            };
            if available.is_empty() {
                break;
            }
            let wanted = BLOCK.saturating_sub(bytes.len());
            let taken = if wanted > 0 {
                available.len().min(wanted)
            } else {
                available
                    .iter()
                    .position(|&byte| byte == b'\n')
                    .map_or(available.len(), |at| at + 1)
            };
            let before = bytes.len();
            bytes.extend_from_slice(&available[..taken]);
            reader.consume(taken);
            if let Some(at) = bytes[before..].iter().rposition(|&byte| byte == b'\n') {
                line_start = before + at + 1;
            }
            // A line without an end must not fill the memory.
            if bytes.len() - line_start > limits::LINE_BYTES {
                let row = first + count_lines(&bytes[..line_start]);
                let place = Place::new(kind, "").at_row(row);
                return Err(codes::line(limits::LINE_BYTES).at(place));
            }
            if bytes.len() >= BLOCK && line_start == bytes.len() {
                break;
            }
        }
        Ok(Self { bytes, first })
    }

    /// The line on which a JSON array begins, if nothing comes before it. An array is not a row.
    pub(super) fn array(&self) -> Option<u64> {
        // A byte order mark before it would be a less important fault.
        let bytes = self.bytes.strip_prefix(b"\xEF\xBB\xBF");
        let bytes = bytes.unwrap_or(&self.bytes);
        let at = bytes.iter().position(|byte| !byte.is_ascii_whitespace())?;
        (bytes[at] == b'[').then(|| self.first + count_lines(&bytes[..at]))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub(super) fn line_count(&self) -> u64 {
        let open_end = self.bytes.last().is_some_and(|&byte| byte != b'\n');
        count_lines(&self.bytes) + u64::from(open_end)
    }

    pub(super) fn pieces(&self) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        let (mut rest, mut first) = (self.bytes.as_slice(), self.first);
        while !rest.is_empty() {
            let from = PIECE.min(rest.len());
            let end = rest[from..]
                .iter()
                .position(|&byte| byte == b'\n')
                .map_or(rest.len(), |at| from + at + 1);
            let (bytes, after) = rest.split_at(end);
            pieces.push(Piece { bytes, first });
            first += count_lines(bytes);
            rest = after;
        }
        pieces
    }
}

impl<'b> Piece<'b> {
    /// The lines that are not blank, with their numbers.
    pub(super) fn lines(self) -> impl Iterator<Item = (u64, &'b [u8])> {
        let mut rest = self.bytes;
        let lines = core::iter::from_fn(move || {
            let line = rest;
            // This searches several bytes at a time. Reading from memory cannot fail.
            let length = rest.skip_until(b'\n').unwrap_or_default();
            let line = &line[..length];
            (length > 0).then(|| line.strip_suffix(b"\n").unwrap_or(line))
        });
        (self.first..)
            .zip(lines)
            .filter(|(_, line)| !line.iter().all(u8::is_ascii_whitespace))
    }
}

/// The counts are bytes, so that the compiler can use vectors. A chunk is too short for a byte to overflow.
fn count_lines(bytes: &[u8]) -> u64 {
    let count = |chunk: &[u8]| {
        chunk.iter().fold(0_u8, |count, &byte| {
            count.wrapping_add(u8::from(byte == b'\n'))
        })
    };
    bytes.chunks(192).map(|chunk| u64::from(count(chunk))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<(u64, String)> {
        let block = Block::read(&mut text.as_bytes(), ErrorKind::Registry, 1).unwrap();
        let line =
            |(number, line): (u64, &[u8])| (number, String::from_utf8(line.to_vec()).unwrap());
        block
            .pieces()
            .into_iter()
            .flat_map(Piece::lines)
            .map(line)
            .collect()
    }

    #[test]
    fn lines_keep_their_numbers_and_blank_ones_are_passed_over() {
        assert_eq!(
            numbers("a\n\n b\r\nc"),
            [(1, "a".into()), (3, " b\r".into()), (4, "c".into())]
        );
        assert_eq!(numbers(""), []);
        let long: String = (0..300_000).map(|n| format!("{n}\n")).collect();
        assert!(
            numbers(&long)
                .iter()
                .all(|(number, line)| (number - 1).to_string() == *line)
        );
    }

    #[test]
    fn a_line_without_an_end_is_refused() {
        let endless = vec![b'['; 20 << 20];
        let fault = Block::read(&mut endless.as_slice(), ErrorKind::Registry, 1).unwrap_err();
        assert_eq!(fault.code(), "limit.line");
    }
}
