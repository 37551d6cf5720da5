//! A table that is built from several pieces.

use std::io::BufRead;

use arrow_array::RecordBatch;
use suiji::error::{ErrorKind, Fault};
use suiji::tables::{Columns, HistoryBuilder, RegistryBuilder, RosterBuilder};
use suiji::{Error, History, Registry, Roster, Run};
use suiji_arrow::{Renamed, Text};

use crate::codes::{SUIJI_HISTORY, SUIJI_REGISTRY, SUIJI_ROSTER};
use crate::failure::Failure;
use crate::texts;

/// A builder of a registry, roster or history.
#[derive(Debug)]
pub struct Builder {
    table: Table,
    renamed: Renamed,
}

#[derive(Debug)]
enum Table {
    Registry(RegistryBuilder),
    Roster(RosterBuilder),
    History(HistoryBuilder),
}

/// All three builders of the core have the same methods.
macro_rules! each {
    ($table:expr, $builder:ident => $work:expr) => {
        match $table {
            Table::Registry($builder) => $work,
            Table::Roster($builder) => $work,
            Table::History($builder) => $work,
        }
    };
}

impl Table {
    fn new(kind: i32) -> Result<Self, Failure> {
        match kind {
            SUIJI_REGISTRY => Ok(Self::Registry(Registry::builder())),
            SUIJI_ROSTER => Ok(Self::Roster(Roster::builder())),
            SUIJI_HISTORY => Ok(Self::History(History::builder())),
            _ => Err(Failure::unknown_number("kind", kind.into())),
        }
    }

    const fn kind(&self) -> ErrorKind {
        match self {
            Self::Registry(_) => ErrorKind::Registry,
            Self::Roster(_) => ErrorKind::Roster,
            Self::History(_) => ErrorKind::History,
        }
    }

    /// An empty builder of the same kind.
    fn renewed(&self) -> Self {
        match self {
            Self::Registry(_) => Self::Registry(Registry::builder()),
            Self::Roster(_) => Self::Roster(Roster::builder()),
            Self::History(_) => Self::History(History::builder()),
        }
    }
}

impl Builder {
    pub(crate) fn new(kind: i32, renamed: Renamed) -> Result<Self, Failure> {
        let table = Table::new(kind)?;
        Ok(Self { table, renamed })
    }

    pub(crate) fn push_lines(&mut self, lines: impl BufRead, run: &Run) -> Result<(), Error> {
        each!(&mut self.table, builder => builder.read_lines_with(lines, run))
    }

    pub(crate) fn push_columns(&mut self, columns: &Columns<'_>, run: &Run) -> Result<(), Error> {
        each!(&mut self.table, builder => builder.push_columns_with(columns, run))
    }

    fn push_fault(&mut self, fault: Fault) {
        each!(&mut self.table, builder => builder.push_fault(fault));
    }

    /// Adds a chunk. Returns `false` if its columns are invalid; then the columns of all other
    /// chunks are invalid too.
    pub(crate) fn push_batch(&mut self, batch: &RecordBatch, run: &Run) -> Result<bool, Error> {
        let dates = texts::columns_of_dates();
        let dates = Text::new(&dates.zh, &dates.en);
        match suiji_arrow::fields(batch, &self.renamed, self.table.kind(), &dates) {
            Ok(fields) => {
                let columns = suiji_arrow::columns(batch.num_rows(), &fields);
                self.push_columns(&columns, run).map(|()| true)
            }
            Err(faults) => {
                faults.into_iter().for_each(|fault| self.push_fault(fault));
                Ok(false)
            }
        }
    }

    /// The table. The builder is empty afterwards.
    pub(crate) fn finish(&mut self, run: &Run) -> Result<Built, Error> {
        let empty = self.table.renewed();
        Ok(match core::mem::replace(&mut self.table, empty) {
            Table::Registry(builder) => Built::Registry(builder.finish_with(run)?),
            Table::Roster(builder) => Built::Roster(builder.finish_with(run)?),
            Table::History(builder) => Built::History(builder.finish_with(run)?),
        })
    }
}

/// The table that a builder made.
#[derive(Debug)]
pub(crate) enum Built {
    Registry(Registry),
    Roster(Roster),
    History(History),
}
