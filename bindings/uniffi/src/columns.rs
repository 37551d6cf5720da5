//! Columns as bytes, which every language hands over in one piece.

use suiji::tables::{Column as Core, Columns, Validity};

/// A column of one chunk of rows.
///
/// `field` is the field that it fills; `extra.NAME` goes to `extra`. Numbers are little-endian, bitmaps have the lowest bit
/// first, as in Apache Arrow. `valid` has a bit for each row that has a value; without it, all have one.
#[derive(Clone, Debug, uniffi::Enum)]
pub enum Column {
    /// Texts: row r is `data[offsets[r]..offsets[r + 1]]`, in UTF-8.
    Texts {
        /// The field.
        field: String,
        /// One more 32-bit number than there are rows.
        offsets: Vec<u8>,
        /// The texts, one after another.
        data: Vec<u8>,
        /// Which rows have a value.
        valid: Option<Vec<u8>>,
    },
    /// Lists of texts: row r has those from `offsets[r]` to `offsets[r + 1]` of the texts that `items` and `data` make.
    Lists {
        /// The field.
        field: String,
        /// One more 32-bit number than there are rows.
        offsets: Vec<u8>,
        /// One more 32-bit number than there are texts.
        items: Vec<u8>,
        /// The texts, one after another.
        data: Vec<u8>,
        /// Which rows have a value.
        valid: Option<Vec<u8>>,
    },
    /// Whole numbers.
    Integers {
        /// The field.
        field: String,
        /// A 64-bit number for each row.
        values: Vec<u8>,
        /// Which rows have a value.
        valid: Option<Vec<u8>>,
    },
    /// Yes or no.
    Flags {
        /// The field.
        field: String,
        /// A bit for each row.
        bits: Vec<u8>,
        /// Which rows have a value.
        valid: Option<Vec<u8>>,
    },
}

/// Hands the core's view of a chunk to `take`.
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

/// The numbers of a column, which stand unaligned in its bytes.
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
