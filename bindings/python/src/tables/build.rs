//! Fills the builders of the core from frames, rows, JSON Lines and files.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use arrow_schema::ArrowError;
use pyo3::prelude::*;
use suiji::error::{ErrorKind, Fault};
use suiji::tables::{Columns, HistoryBuilder, RegistryBuilder, RosterBuilder};
use suiji::{Error, Run};
use suiji_arrow::Renamed;

use crate::capsules::{Chunks, refused};
use crate::json::unreadable;
use crate::rows;
use crate::run::Settings;
use crate::texts;

/// The methods that the three builders of the core share.
pub(super) trait Builder: Sized + Send {
    type Table: Send;
    const KIND: ErrorKind;
    fn begin() -> Self;
    fn push_columns(&mut self, columns: &Columns<'_>, run: &Run) -> Result<(), Error>;
    fn push_fault(&mut self, fault: Fault);
    fn read_lines(&mut self, lines: impl BufRead, run: &Run) -> Result<(), Error>;
    fn finish(self, run: &Run) -> Result<Self::Table, Error>;
    fn read_csv(file: impl BufRead, run: &Run) -> Result<Self::Table, Error>;
}

macro_rules! builders {
    ($($builder:ident of $table:ident or $read_csv:ident;)+) => {$(
        impl Builder for $builder {
            type Table = suiji::$table;
            const KIND: ErrorKind = ErrorKind::$table;
            fn begin() -> Self {
                suiji::$table::builder()
            }
            fn push_columns(&mut self, columns: &Columns<'_>, run: &Run) -> Result<(), Error> {
                self.push_columns_with(columns, run)
            }
            fn push_fault(&mut self, fault: Fault) {
                self.push_fault(fault);
            }
            fn read_lines(&mut self, lines: impl BufRead, run: &Run) -> Result<(), Error> {
                self.read_lines_with(lines, run)
            }
            fn finish(self, run: &Run) -> Result<Self::Table, Error> {
                self.finish_with(run)
            }
            fn read_csv(file: impl BufRead, run: &Run) -> Result<Self::Table, Error> {
                suiji_tables::$read_csv(file, run)
            }
        }
    )+};
}

builders! {
    RegistryBuilder of Registry or registry_from_csv;
    RosterBuilder of Roster or roster_from_csv;
    HistoryBuilder of History or history_from_csv;
}

/// A table from a frame that supports Arrow or from an iterable of mappings.
pub(super) fn of_rows<B: Builder>(
    rows: &Bound<'_, PyAny>,
    renamed: Renamed,
    settings: Settings,
) -> PyResult<B::Table> {
    let py = rows.py();
    match Chunks::of(rows)? {
        Some(chunks) => settings
            .run(py, |run| of_chunks::<B>(chunks, &renamed, run))?
            .map_err(refused),
        None => {
            let lines = rows::lines(rows, renamed)?;
            settings.run(py, |run| of_lines::<B>(&*lines, run))
        }
    }
}

/// A table from JSON Lines.
pub(super) fn of_lines<B: Builder>(lines: impl BufRead, run: &Run) -> Result<B::Table, Error> {
    let mut builder = B::begin();
    builder.read_lines(lines, run)?;
    builder.finish(run)
}

/// A table from a file: CSV if its name ends with `.csv`, otherwise JSON Lines.
pub(super) fn of_file<B: Builder>(
    py: Python<'_>,
    path: &Path,
    settings: Settings,
) -> PyResult<B::Table> {
    // Opening can take long, because a pipe waits for its writer.
    let file = py.detach(|| File::open(path));
    let file = file.map_err(|error| unreadable(py, path, error))?;
    let file = BufReader::new(file);
    let is_csv = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    settings.run(py, |run| {
        if is_csv {
            B::read_csv(file, run)
        } else {
            of_lines::<B>(file, run)
        }
    })
}

/// The inner error is the error of the data frame.
fn of_chunks<B: Builder>(
    chunks: Chunks,
    renamed: &Renamed,
    run: &Run,
) -> Result<Result<B::Table, ArrowError>, Error> {
    let mut builder = B::begin();
    for chunk in chunks {
        let chunk = match chunk {
            Ok(chunk) => chunk,
            Err(error) => return Ok(Err(error)),
        };
        match suiji_arrow::fields(&chunk, renamed, B::KIND, &texts::columns_of_dates()) {
            Ok(fields) => {
                builder.push_columns(&suiji_arrow::columns(chunk.num_rows(), &fields), run)?;
            }
            Err(faults) => {
                // The other chunks have the same columns.
                faults
                    .into_iter()
                    .for_each(|fault| builder.push_fault(fault));
                break;
            }
        }
    }
    builder.finish(run).map(Ok)
}
