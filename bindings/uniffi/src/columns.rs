//! Columns as bytes. Every language can pass these without copying value by value.

use suiji::tables::{Column as Core, Columns, Validity};

/// A column of one chunk of rows.
///
/// `field` is the name of a field; `extra.NAME` is an entry of `extra`. Numbers are little-endian; bitmaps have the lowest bit
/// first, as in Apache Arrow. `valid` has a bit per row, which is set if the row has a value. Without `valid`, all rows
/// have a value.
#[derive(Clone, Debug, uniffi::Enum)]
pub enum Column {
    /// Texts: row `r` is `data[offsets[r]..offsets[r + 1]]`, in UTF-8.
    Texts {
        /// The field.
        field: String,
        /// 32-bit numbers, one more than rows.
        offsets: Vec<u8>,
        /// The bytes of all texts, without separators.
        data: Vec<u8>,
        /// The rows that have a value.
        valid: Option<Vec<u8>>,
    },
    /// Lists of texts: row `r` has the texts `offsets[r]..offsets[r + 1]` of the column that `items` and `data` form.
    Lists {
        /// The field.
        field: String,
        /// 32-bit numbers, one more than rows.
        offsets: Vec<u8>,
        /// The offsets of the texts in `data`: 32-bit numbers, one more than texts.
        items: Vec<u8>,
        /// The bytes of all texts, without separators.
        data: Vec<u8>,
        /// The rows that have a value.
        valid: Option<Vec<u8>>,
    },
    /// Integers.
    Integers {
        /// The field.
        field: String,
        /// A 64-bit number per row.
        values: Vec<u8>,
        /// The rows that have a value.
        valid: Option<Vec<u8>>,
    },
    /// True or false.
    Flags {
        /// The field.
        field: String,
        /// A bit per row.
        bits: Vec<u8>,
        /// The rows that have a value.
        valid: Option<Vec<u8>>,
    },
}

/// Calls `take` with the core's view of a chunk.
pub(crate) fn with_columns<T>(
    rows: usize,
    columns: &[Column],
    take: impl FnOnce(&Columns<'_>) -> T,
) -> T {
    let numbers: Vec<Numbers> = columns.iter().map(Numbers::of).collect();
    let chunk =
        columns
            .iter()
            .zip(&numbers)
            .fold(Columns::new(rows), |chunk, (column, numbers)| {
                let (field, core) = view(rows, column, numbers);
                chunk.with(field, core)
            });
    take(&chunk)
}

/// The numbers of a column, decoded because they are not aligned in its bytes.
#[derive(Default)]
struct Numbers {
    offsets: Vec<i32>,
    items: Vec<i32>,
    values: Vec<i64>,
}

impl Numbers {
    fn of(column: &Column) -> Self {
        match column {
            Column::Texts { offsets, .. } => Self {
                offsets: numbers(offsets, i32::from_le_bytes),
                ..Self::default()
            },
            Column::Lists { offsets, items, .. } => Self {
                offsets: numbers(offsets, i32::from_le_bytes),
                items: numbers(items, i32::from_le_bytes),
                ..Self::default()
            },
            Column::Integers { values, .. } => Self {
                values: numbers(values, i64::from_le_bytes),
                ..Self::default()
            },
            Column::Flags { .. } => Self::default(),
        }
    }
}

fn numbers<const N: usize, T>(bytes: &[u8], read: fn([u8; N]) -> T) -> Vec<T> {
    bytes.as_chunks().0.iter().copied().map(read).collect()
}

fn view<'a>(rows: usize, column: &'a Column, numbers: &'a Numbers) -> (&'a str, Core<'a>) {
    let (field, core, valid) = match column {
        Column::Texts {
            field, data, valid, ..
        } => (field, Core::utf8(&numbers.offsets, data), valid),
        Column::Lists {
            field, data, valid, ..
        } => {
            let items = Core::utf8(&numbers.items, data);
            (field, Core::list(&numbers.offsets, items), valid)
        }
        Column::Integers { field, valid, .. } => (field, Core::int(&numbers.values), valid),
        Column::Flags { field, bits, valid } => (field, Core::flags(bits, 0, rows), valid),
    };
    match valid {
        Some(bits) => (field, core.with_validity(Validity::new(bits, 0))),
        None => (field, core),
    }
}
