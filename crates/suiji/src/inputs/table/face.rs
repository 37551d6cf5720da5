//! The public functions that all three tables have: building, reading, writing, size, equality.

/// Gives a [`super::Table`] its builder and the public functions that all tables share.
///
/// `$name` is the builder, `$table` the table, `$row` the type of a row, and `$rows` the word for its rows. `$codes`
/// are the error codes of [`super::Table::finish`] in addition to `json.*`.
macro_rules! face {
    (
        $(#[$doc:meta])*
        builder $name:ident, table $table:ident, row $row:ident, one $one:literal, codes $codes:literal
    ) => {
        $(#[$doc])*
        pub struct $name($crate::inputs::table::Rows<$table>);

        impl $name {
            /// Adds a row.
            pub fn push(&mut self, row: &$row<'_>) {
                self.0.push(row.0.tree());
            }

            /// Adds a row from one JSON object.
            pub fn push_json(&mut self, row: &[u8]) {
                self.0.push_json(None, row);
            }

            /// Adds a row from one JSON object. Faults call it row `number`, which is its place in the caller's file.
            pub fn push_json_at(&mut self, number: u64, row: &[u8]) {
                self.0.push_json(Some(number), row);
            }

            /// Adds rows from columns, such as those of a data frame or a query.
            ///
            /// Faults of the rows are kept for `finish`.
            pub fn push_columns(&mut self, columns: &$crate::inputs::table::Columns<'_>) {
                let run = $crate::base::run::Run::default();
                self.push_columns_with(columns, &run).expect("this run is never cancelled");
            }

            /// [`Self::push_columns`] under a [`Run`]: threads, progress, cancelling.
            ///
            /// # Errors
            /// The errors of [`Self::push_columns`], and `cancelled`.
            pub fn push_columns_with(
                &mut self,
                columns: &$crate::inputs::table::Columns<'_>,
                run: &$crate::base::run::Run,
            ) -> Result<(), $crate::base::error::Error> {
                self.0.push_columns(columns, run)
            }

            /// Adds rows from JSON Lines: one object on each line. Blank lines are ignored.
            ///
            /// # Errors
            /// `table.read` if the reader fails, and `limit.line`. Faults of the rows are kept for `finish`.
            pub fn read_lines(&mut self, reader: impl std::io::BufRead) -> Result<(), $crate::base::error::Error> {
                self.read_lines_with(reader, &$crate::base::run::Run::default())
            }

            /// [`Self::read_lines`] under a [`Run`]: threads, progress, cancelling.
            ///
            /// # Errors
            /// The errors of [`Self::read_lines`], and `cancelled`.
            pub fn read_lines_with(
                &mut self,
                reader: impl std::io::BufRead,
                run: &$crate::base::run::Run,
            ) -> Result<(), $crate::base::error::Error> {
                self.0.read_lines(reader, run)
            }

            /// Adds a fault that the caller's own reader found. `finish` reports it together with the faults of the
            /// rows.
            pub fn push_fault(&mut self, fault: $crate::base::error::Fault) {
                self.0.push_fault(fault);
            }

            /// The table, if no row had a fault.
            ///
            /// # Errors
            /// All faults of the rows; `limit.rows`.
            pub fn finish(self) -> Result<$table, $crate::base::error::Error> {
                self.finish_with(&$crate::base::run::Run::default())
            }

            /// [`Self::finish`] under a [`Run`]: threads, progress, cancelling.
            ///
            /// # Errors
            /// The errors of [`Self::finish`], and `cancelled`.
            pub fn finish_with(
                self,
                run: &$crate::base::run::Run,
            ) -> Result<$table, $crate::base::error::Error> {
                self.0.finish(run)
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }

        impl $table {
            /// A builder that takes rows, JSON objects, JSON Lines and columns.
            pub fn builder() -> $name {
                $name($crate::inputs::table::Rows::new())
            }

            /// A table of these rows.
            ///
            /// # Errors
            #[doc = concat!("Every fault of the rows: `json.*`, ", $codes, ".")]
            pub fn from_rows<'a>(
                rows: impl IntoIterator<Item = $row<'a>>,
            ) -> Result<Self, $crate::base::error::Error> {
                let mut builder = Self::builder();
                for row in rows {
                    builder.push(&row);
                }
                builder.finish()
            }

            #[doc = concat!("Reads JSON Lines, one ", $one, " a line.")]
            ///
            /// # Errors
            /// The errors of [`Self::from_rows`], and `table.read`, `limit.line`, `limit.rows`.
            pub fn from_json_lines(reader: impl std::io::BufRead) -> Result<Self, $crate::base::error::Error> {
                Self::from_json_lines_with(reader, &$crate::base::run::Run::default())
            }

            /// [`Self::from_json_lines`] under a [`Run`]: threads, progress, cancelling.
            ///
            /// # Errors
            /// The errors of [`Self::from_json_lines`], and `cancelled`.
            pub fn from_json_lines_with(
                reader: impl std::io::BufRead,
                run: &$crate::base::run::Run,
            ) -> Result<Self, $crate::base::error::Error> {
                let mut builder = Self::builder();
                builder.read_lines_with(reader, run)?;
                builder.finish_with(run)
            }

            #[doc = concat!("Writes the table as JSON Lines, one ", $one, " a line, in sorted order, without a copy in memory.")]
            ///
            /// Each line is canonical [C2a]. [`Self::from_json_lines`] reads an equal table from the lines. (A row from
            /// columns may be larger than [`crate::limits::LINE_BYTES`]. Such a row is written, but refused when it is
            /// read.)
            ///
            /// # Errors
            /// The errors of `out`.
            pub fn write_json_lines(&self, out: impl std::io::Write) -> std::io::Result<()> {
                self.write_json_lines_with(out, &$crate::base::run::Run::default())
            }

            /// [`Self::write_json_lines`] under a [`Run`]: threads, progress, cancelling.
            ///
            /// # Errors
            /// The errors of [`Self::write_json_lines`], and `cancelled`.
            pub fn write_json_lines_with(
                &self,
                out: impl std::io::Write,
                run: &$crate::base::run::Run,
            ) -> std::io::Result<()> {
                $crate::inputs::table::write_json_lines(self, out, run)
            }

            /// The rows in sorted order, in the form that a builder accepts.
            pub fn iter(&self) -> impl Iterator<Item = $row<'static>> {
                let rows = 0..$crate::inputs::table::Table::size(self);
                rows.map(|index| $row($crate::inputs::table::row_tree(self, index).into()))
            }

            /// The rows in which `later` differs from this table, in sorted order. The iterator finds one row at a
            /// time.
            pub fn changes<'t>(
                &'t self,
                later: &'t Self,
            ) -> impl Iterator<Item = $crate::inputs::table::RowChange> + 't {
                $crate::inputs::table::Changes::new(self, later)
            }

            /// The number of rows.
            pub fn len(&self) -> u64 {
                $crate::inputs::table::Table::size(self) as u64
            }

            /// Whether there are no rows.
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }
        }

        /// Tables are equal if their rows are equal, in any form and order of the input.
        impl PartialEq for $table {
            fn eq(&self, other: &Self) -> bool {
                $crate::inputs::table::same(self, other)
            }
        }

        impl Eq for $table {}
    };
}

pub(crate) use face;
