//! The three tables and their builders. All three have the same methods.

use core::mem;
use std::sync::{Arc, Mutex, PoisonError};

use crate::columns::{Column, with_columns};
use crate::count;
use crate::error::SuijiError;
use crate::run::{self, Run};

macro_rules! tables {
    ($($(#[$doc:meta])* $table:ident, $(#[$builder_doc:meta])* $builder:ident, $csv:path;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, uniffi::Object)]
        pub struct $table {
            pub(crate) core: Arc<suiji::$table>,
        }

        impl $table {
            fn of(core: suiji::$table) -> Arc<Self> {
                let core = Arc::new(core);
                Arc::new(Self { core })
            }
        }

        #[uniffi::export]
        impl $table {
            /// Reads JSON Lines: one object per line.
            #[uniffi::constructor(default(run = None))]
            pub fn from_json_lines(lines: Vec<u8>, run: Option<Arc<Run>>) -> Result<Arc<Self>, SuijiError> {
                Ok(Self::of(suiji::$table::from_json_lines_with(lines.as_slice(), &run::core(run))?))
            }

            /// Reads CSV in UTF-8: a header of field names, lists joined with `;`.
            #[uniffi::constructor(default(run = None))]
            pub fn from_csv(csv: Vec<u8>, run: Option<Arc<Run>>) -> Result<Arc<Self>, SuijiError> {
                Ok(Self::of($csv(csv.as_slice(), &run::core(run))?))
            }

            /// The number of rows.
            pub fn len(&self) -> i64 {
                count(self.core.len())
            }

            /// Whether it has no rows.
            pub fn is_empty(&self) -> bool {
                self.core.is_empty()
            }
        }

        $(#[$builder_doc])*
        #[derive(Debug, uniffi::Object)]
        pub struct $builder(Mutex<suiji::tables::$builder>);

        #[uniffi::export]
        impl $builder {
            /// An empty builder.
            #[uniffi::constructor]
            pub fn new() -> Arc<Self> {
                Arc::new(Self(Mutex::new(suiji::$table::builder())))
            }

            /// Adds a row as a JSON object.
            pub fn push_json(&self, row: Vec<u8>) {
                self.lock().push_json(&row);
            }

            /// Adds a chunk of rows as columns. `finish` reports faults of the rows.
            #[uniffi::method(default(run = None))]
            pub fn push_columns(&self, rows: i32, columns: Vec<Column>, run: Option<Arc<Run>>) -> Result<(), SuijiError> {
                let rows = usize::try_from(rows).unwrap_or_default();
                with_columns(rows, &columns, |chunk| self.lock().push_columns_with(chunk, &run::core(run)))?;
                Ok(())
            }

            /// Returns the table, or all faults of the rows. The builder is empty afterwards.
            #[uniffi::method(default(run = None))]
            pub fn finish(&self, run: Option<Arc<Run>>) -> Result<Arc<$table>, SuijiError> {
                let builder = mem::replace(&mut *self.lock(), suiji::$table::builder());
                Ok($table::of(builder.finish_with(&run::core(run))?))
            }
        }

        impl $builder {
            /// A panic of another call leaves the builder consistent, so a poisoned lock is used.
            fn lock(&self) -> std::sync::MutexGuard<'_, suiji::tables::$builder> {
                self.0.lock().unwrap_or_else(PoisonError::into_inner)
            }
        }
    )+};
}

tables! {
    /// The registry (检查对象名录库): all entities that can be drawn.
    Registry,
    /// Builds a registry; `finish` reports all faults of the rows.
    RegistryBuilder, suiji_tables::registry_from_csv;

    /// The roster (执法检查人员名录库): all inspectors.
    Roster,
    /// Builds a roster; `finish` reports all faults of the rows.
    RosterBuilder, suiji_tables::roster_from_csv;

    /// The history (检查历史): inspections already made.
    History,
    /// Builds a history; `finish` reports all faults of the rows.
    HistoryBuilder, suiji_tables::history_from_csv;
}

#[uniffi::export]
impl Registry {
    /// The name of an entity; none if the registry does not contain it.
    pub fn name(&self, id: &str) -> Option<String> {
        self.core.name(id).map(str::to_owned)
    }
}

#[uniffi::export]
impl Roster {
    /// The name of an inspector; none if the roster does not contain it.
    pub fn name(&self, id: &str) -> Option<String> {
        self.core.name(id).map(|(name, _)| name.to_owned())
    }

    /// The department of an inspector; none if the roster does not contain it.
    pub fn department(&self, id: &str) -> Option<String> {
        self.core
            .name(id)
            .map(|(_, department)| department.to_owned())
    }
}
