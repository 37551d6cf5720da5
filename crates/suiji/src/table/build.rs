//! The public builders of the three tables: the same methods over one mechanism.

use core::fmt;
use std::io::BufRead;

use super::{Columns, Rows};
use crate::base::error::{Error, Fault};
use crate::base::run::Run;
use crate::history::{History, Visit};
use crate::registry::{Entity, Registry};
use crate::roster::{Inspector, Roster};

macro_rules! builders {
    ($($(#[$doc:meta])* $name:ident of $table:ident from $row:ident;)+) => {$(
        $(#[$doc])*
        pub struct $name(Rows<$table>);

        impl $name {
            pub(crate) fn new() -> Self {
                Self(Rows::new())
            }

            /// Adds a row.
            pub fn push(&mut self, row: &$row<'_>) {
                self.0.push(row.tree());
            }

            /// Adds a row given as one JSON object.
            pub fn push_json(&mut self, row: &[u8]) {
                self.0.push_json(None, row);
            }

            /// The same, naming the row `number` in faults: its place in whatever it came from.
            pub fn push_json_at(&mut self, number: u64, row: &[u8]) {
                self.0.push_json(Some(number), row);
            }

            /// Adds rows given as columns, such as those of a data frame or a query.
            ///
            /// # Errors
            /// `cancelled`; faults of the rows are kept for `finish`.
            pub fn push_columns(&mut self, columns: &Columns<'_>, run: &Run) -> Result<(), Error> {
                self.0.push_columns(columns, run)
            }

            /// Adds rows given as JSON Lines: one object a line; blank lines are passed over.
            ///
            /// # Errors
            /// `table.read` where the reader fails, `limit.line`, `cancelled`; faults of the rows are
            /// kept for `finish`.
            pub fn read_lines(&mut self, reader: impl BufRead, run: &Run) -> Result<(), Error> {
                self.0.read_lines(reader, run)
            }

            /// Adds a fault that a reader of another form found, to be reported with those of the rows.
            pub fn push_fault(&mut self, fault: Fault) {
                self.0.push_fault(fault);
            }

            /// The table, where no row had a fault.
            ///
            /// # Errors
            /// All faults of the rows; `limit.rows`; `cancelled`.
            pub fn finish(self, run: &Run) -> Result<$table, Error> {
                self.0.finish(run)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )+};
}

builders! {
    /// Builds a [`Registry`]; every fault of its rows is reported by `finish`.
    ///
    /// ```
    /// use suiji::{Entity, Registry, Run};
    ///
    /// let mut builder = Registry::builder();
    /// builder.push(&Entity::new("91140521MA0KAAAA1B", "样例企业").with_class("low"));
    /// builder.push_json(r#"{"id": "91140521MA0KBBBB2C", "name": "样例商行"}"#.as_bytes());
    /// assert_eq!(builder.finish(&Run::default())?.len(), 2);
    /// # Ok::<(), suiji::Error>(())
    /// ```
    RegistryBuilder of Registry from Entity;
    /// Builds a [`Roster`]; every fault of its rows is reported by `finish`.
    RosterBuilder of Roster from Inspector;
    /// Builds a [`History`]; every fault of its rows is reported by `finish`.
    HistoryBuilder of History from Visit;
}
