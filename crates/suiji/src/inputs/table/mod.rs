//! Tables of rows. Registry, roster and history are built in the same ways, and the same reader checks them: a row in
//! any form becomes the tree of one JSON object.

mod changes;
mod columns;
mod face;
mod fields;
mod intern;
mod lines;
mod lists;
mod one;
mod write;

pub(crate) use changes::{Changes, Step};
pub use changes::{RowChange, RowChangeKind};
pub use columns::{Column, Columns, Indices, Validity};
pub(crate) use face::face;
pub(crate) use fields::RowFields;
pub(crate) use intern::Interned;
pub(crate) use lists::Lists;
pub(crate) use one::{of_tree, row_tree};
pub(crate) use write::{same, write_json_lines};

use core::cmp::Ordering;
use std::io::BufRead;

use crate::base::error::{Error, ErrorKind, Fault, Faults, Place};
use crate::base::hash::Digest;
use crate::base::limits;
use crate::base::run::{Cancelled, Run, Stage};
use crate::base::texts::codes;
use crate::json::Json;
use crate::json::reader;
use crate::json::reader::{Path, Reader};

/// What a kind of table does with its rows.
pub(crate) trait Table: Sized {
    /// Rows that were read and checked. They are not sorted yet.
    type Part: Default + Send;
    const KIND: ErrorKind;
    /// The field that says which entity or inspector a row is about.
    const ID: &'static str;
    /// The fields of a row, in the order in which files have them.
    const FIELDS: &'static [&'static str];

    /// Reads and checks a row, and keeps it if it has no fault.
    fn read(
        part: &mut Self::Part,
        reader: &mut Reader<'_>,
        row: &Json<'_>,
        path: &Path<'_>,
        number: u64,
    ) -> Option<()>;
    /// Appends the rows of `later` to those of `part`.
    fn append(part: &mut Self::Part, later: Self::Part);
    /// Sorts the rows and finds duplicates [I5, I6].
    fn finish(part: Self::Part, faults: &mut Faults, run: &Run) -> Result<Self, Cancelled>;
    /// How many rows there are.
    fn size(&self) -> usize;
    /// Compares a row with a row of another table, in the order in which rows are sorted [I5, I6].
    fn order_of(&self, index: usize, other: &Self, at: usize) -> Ordering;
    /// The number of a row in the input.
    fn row_number(&self, index: usize) -> u64;
    /// The id of the entity or inspector that a row is about.
    fn row_id(&self, index: usize) -> &str;
    /// What identifies a row, in words.
    fn row_key(&self, index: usize) -> String {
        self.row_id(index).to_owned()
    }
    /// Appends the canonical JSON of a row. With the salt of a blinded commitment, it is the leaf of the row [S2].
    fn push_row(&self, index: usize, salt: Option<&Digest>, line: &mut Vec<u8>);
}

/// Collects the rows of a table and their faults. The public builders use it.
pub(crate) struct Rows<T: Table> {
    part: T::Part,
    faults: Faults,
    rows: u64,
}

impl<T: Table> Rows<T> {
    pub(crate) fn new() -> Self {
        Self {
            part: T::Part::default(),
            faults: Faults::default(),
            rows: 0,
        }
    }

    /// The rows that were read so far.
    pub(crate) const fn part_mut(&mut self) -> &mut T::Part {
        &mut self.part
    }

    pub(crate) fn push(&mut self, row: &Json<'_>) {
        self.rows += 1;
        read_tree::<T>(
            &mut self.part,
            &mut self.faults,
            &row.clone().sorted(),
            self.rows,
        );
    }

    pub(crate) fn push_json(&mut self, number: Option<u64>, row: &[u8]) {
        self.rows += 1;
        let number = number.unwrap_or(self.rows);
        read_json::<T>(&mut self.part, &mut self.faults, row, number);
    }

    pub(crate) fn push_columns(&mut self, columns: &Columns<'_>, run: &Run) -> Result<(), Error> {
        if let Err(fault) = columns.check(T::KIND) {
            self.faults.push(fault);
            return Ok(());
        }
        let first = self.rows;
        let rows = columns.rows();
        let parts = run.map_chunks(Stage::Read, rows, CHUNK, |range| {
            let (mut part, mut faults) = (T::Part::default(), Faults::default());
            for index in range {
                let number = first + index as u64 + 1;
                match columns.row(index) {
                    Ok(row) => read_tree::<T>(&mut part, &mut faults, &row, number),
                    Err((code, column)) => {
                        let place = Place::new(T::KIND, column.to_owned()).at_row(number);
                        faults.push(Fault::new(code, place, &[]));
                    }
                }
            }
            (part, faults)
        })?;
        self.merge(parts);
        self.rows += rows as u64;
        Ok(())
    }

    pub(crate) fn read_lines(&mut self, mut reader: impl BufRead, run: &Run) -> Result<(), Error> {
        let mut first = 1;
        let mut step = run.step(Stage::Read, 0);
        loop {
            let block = lines::Block::read(&mut reader, T::KIND, first).map_err(Error::new)?;
            if block.is_empty() {
                return Ok(());
            }
            if let Some(line) = block.array().filter(|_| first == 1) {
                let place = Place::new(T::KIND, "").at_row(line);
                return Err(Error::new(codes::json_array().at(place)));
            }
            let pieces = block.pieces();
            let parts =
                run.without_progress()
                    .map_chunks(Stage::Read, pieces.len(), 1, |range| {
                        let (mut part, mut faults) = (T::Part::default(), Faults::default());
                        for piece in &pieces[range] {
                            for (number, line) in piece.lines() {
                                read_json::<T>(&mut part, &mut faults, line, number);
                            }
                        }
                        (part, faults)
                    })?;
            self.merge(parts);
            let lines = block.line_count();
            self.rows += lines;
            first += lines;
            if self.rows > limits::ROWS {
                return Err(Error::new(too_many_rows(T::KIND)));
            }
            step.advance(usize::try_from(lines).unwrap_or(usize::MAX))?;
        }
    }

    pub(crate) fn finish(mut self, run: &Run) -> Result<T, Error> {
        if self.rows > limits::ROWS {
            self.faults.push(too_many_rows(T::KIND));
        }
        let table = T::finish(self.part, &mut self.faults, run)?;
        self.faults.into_result(table)
    }

    fn merge(&mut self, parts: Vec<(T::Part, Faults)>) {
        for (part, faults) in parts {
            T::append(&mut self.part, part);
            self.faults.append(&faults);
        }
    }

    pub(crate) fn push_fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }
}

fn too_many_rows(kind: ErrorKind) -> Fault {
    codes::rows(limits::ROWS).at(Place::new(kind, ""))
}

/// How many rows are read between two checks for cancelling.
const CHUNK: usize = 1024;

fn read_json<T: Table>(part: &mut T::Part, faults: &mut Faults, row: &[u8], number: u64) {
    match reader::parse(row, limits::LINE_BYTES, T::KIND, Some(number)) {
        Ok(tree) => read_tree::<T>(part, faults, &tree, number),
        Err(fault) => faults.push(fault),
    }
}

fn read_tree<T: Table>(part: &mut T::Part, faults: &mut Faults, row: &Json<'_>, number: u64) {
    let mut reader = Reader::of_row(T::KIND, number, row, T::ID, faults);
    // A row with a fault is reported and not kept.
    let _ = T::read(part, &mut reader, row, &Path::Root, number);
}

/// [I6] Sorts a set of texts as bytes and reports repeated members.
pub(crate) fn sort_set<'t>(
    reader: &mut Reader<'_>,
    mut members: Vec<&'t str>,
    path: &Path<'_>,
) -> Option<Vec<&'t str>> {
    members.sort_unstable();
    match members.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => {
            reader.fault(codes::member_duplicate(pair[0]), path);
            None
        }
        None => Some(members),
    }
}

/// Finds duplicate rows. `equal` compares neighbours, and `fault` makes the fault for an equal pair.
pub(crate) fn find_repeats<T>(
    sorted: &[T],
    equal: impl Fn(&T, &T) -> bool,
    fault: impl Fn(&T, &T) -> Fault,
    faults: &mut Faults,
    run: &Run,
) -> Result<(), Cancelled> {
    let mut step = run.step(Stage::Sort, sorted.len());
    for (at, pair) in sorted.windows(2).enumerate() {
        if equal(&pair[0], &pair[1]) {
            faults.push(fault(&pair[0], &pair[1]));
        }
        if (at + 1) % CHUNK == 0 {
            step.advance(CHUNK)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::registry::Registry;

    #[test]
    fn more_rows_than_the_limit_are_refused() {
        let code = |count: u64| {
            let mut rows = Rows::<Registry>::new();
            rows.rows = count;
            rows.finish(&Run::default()).map_err(|error| error.code())
        };
        assert!(code(limits::ROWS).is_ok());
        assert_eq!(code(limits::ROWS + 1).map(|_| ()), Err("limit.rows"));
    }
}
