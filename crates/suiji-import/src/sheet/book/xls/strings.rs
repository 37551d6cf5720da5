//! The length of the texts in the table of texts when the library reads them.

use super::bytes::{damaged, long, short};
use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::codes;

/// The table of texts: a record and the records that continue it.
#[derive(Debug)]
pub(super) struct Strings<'s> {
    rest: &'s [u8],
    more: std::slice::Iter<'s, &'s [u8]>,
}

impl<'s> Strings<'s> {
    pub(super) fn new(first: &'s [u8], more: &'s [&'s [u8]]) -> Result<Self, Problem> {
        Ok(Self {
            rest: first.get(8..).ok_or_else(damaged)?,
            more: more.iter(),
        })
    }

    /// The maximum number of bytes of each text in memory.
    pub(super) fn lengths(mut self) -> Result<Vec<u32>, Problem> {
        let mut lengths = Vec::new();
        while !self.rest.is_empty() || self.go_on() {
            lengths.push(self.text()?);
            if lengths.len() > limits::STRINGS {
                return Err(codes::strings(limits::STRINGS));
            }
        }
        Ok(lengths)
    }

    /// Goes to the next record, if there is one.
    fn go_on(&mut self) -> bool {
        match self.more.next() {
            Some(next) => {
                self.rest = next;
                true
            }
            None => false,
        }
    }

    fn text(&mut self) -> Result<u32, Problem> {
        const WIDE: u8 = 1;
        const EXTENDED: u8 = 4;
        const RICH: u8 = 8;
        if self.rest.is_empty() {
            // An empty record that continues the table.
            return Ok(0);
        }
        let head = self.take(3)?;
        let (length, flags) = (usize::from(short(head, 0)), head[2]);
        let runs = match flags & RICH {
            0 => 0,
            _ => usize::from(short(self.take(2)?, 0)) * 4,
        };
        let extra = match flags & EXTENDED {
            0 => 0,
            _ => long(self.take(4)?, 0),
        };
        self.characters(length, flags & WIDE != 0)?;
        self.skip(runs)?;
        self.skip(extra)?;
        // A character has at most three bytes.
        u32::try_from(length * 3).map_err(|_| damaged())
    }

    /// Skips characters. Each record says whether they have one byte or two.
    fn characters(&mut self, mut left: usize, mut wide: bool) -> Result<(), Problem> {
        while left > 0 {
            let each = if wide { 2 } else { 1 };
            let here = (self.rest.len() / each).min(left);
            self.take(here * each)?;
            left -= here;
            if left > 0 {
                if !self.go_on() {
                    return Err(damaged());
                }
                wide = self.take(1)?[0] & 1 != 0;
            }
        }
        Ok(())
    }

    fn skip(&mut self, mut left: usize) -> Result<(), Problem> {
        while left > 0 {
            if self.rest.is_empty() && !self.go_on() {
                return Err(damaged());
            }
            let here = left.min(self.rest.len());
            self.take(here)?;
            left -= here;
        }
        Ok(())
    }

    fn take(&mut self, bytes: usize) -> Result<&'s [u8], Problem> {
        let (taken, rest) = self.rest.split_at_checked(bytes).ok_or_else(damaged)?;
        self.rest = rest;
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(records: &[&[u8]]) -> Result<Vec<u32>, &'static str> {
        let strings = Strings::new(records[0], &records[1..]);
        let lengths = strings.and_then(Strings::lengths);
        lengths.map_err(|problem| problem.code())
    }

    #[test]
    fn texts_go_on_in_the_next_record() {
        let head = [0; 8];
        // “ab”; “甲乙” whose second character is in the next record; one with runs and more.
        let first = [&head[..], &[2, 0, 0, b'a', b'b'], &[2, 0, 1, 0x32, 0x75]].concat();
        let next = [
            &[1, 0x59, 0x4E][..],
            &[1, 0, 12, 1, 0, 2, 0, 0, 0, b'c'],
            &[9, 9, 9, 9, 7, 7],
        ]
        .concat();
        assert_eq!(lengths(&[&first, &next]), Ok(vec![6, 6, 3]));
        assert_eq!(lengths(&[&first]), Err("import.workbook"));
        let announced = [&head[..], &[0xFF, 0xFF, 0]].concat();
        assert_eq!(lengths(&[&announced]), Err("import.workbook"));
    }
}
