//! Rows in the form of columns, in the layouts of Apache Arrow. They are read without a copy.

use std::borrow::Cow;

use crate::base::error::{ErrorKind, Fault, Place};
use crate::base::texts::{Code, codes};
use crate::json::Json;

/// Which values of a column are present: a bitmap, the lowest bit first, as in Arrow.
#[derive(Clone, Copy, Debug)]
pub struct Validity<'a> {
    bits: &'a [u8],
    offset: usize,
}

impl<'a> Validity<'a> {
    /// The bitmap, whose first row is at bit `offset`.
    pub const fn new(bits: &'a [u8], offset: usize) -> Self {
        Self { bits, offset }
    }

    fn bit(self, index: usize) -> Option<bool> {
        let at = self.offset.checked_add(index)?;
        Some(self.bits.get(at / 8)? >> (at % 8) & 1 == 1)
    }
}

/// The places of dictionary values.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Indices<'a> {
    /// 8 bits, signed.
    I8(&'a [i8]),
    /// 16 bits, signed.
    I16(&'a [i16]),
    /// 32 bits, signed.
    I32(&'a [i32]),
    /// 64 bits, signed.
    I64(&'a [i64]),
    /// 8 bits.
    U8(&'a [u8]),
    /// 16 bits.
    U16(&'a [u16]),
    /// 32 bits.
    U32(&'a [u32]),
    /// 64 bits.
    U64(&'a [u64]),
}

impl Indices<'_> {
    const fn len(&self) -> usize {
        match self {
            Self::I8(values) => values.len(),
            Self::I16(values) => values.len(),
            Self::I32(values) => values.len(),
            Self::I64(values) => values.len(),
            Self::U8(values) => values.len(),
            Self::U16(values) => values.len(),
            Self::U32(values) => values.len(),
            Self::U64(values) => values.len(),
        }
    }

    fn at(&self, index: usize) -> Option<usize> {
        match self {
            Self::I8(values) => usize::try_from(*values.get(index)?).ok(),
            Self::I16(values) => usize::try_from(*values.get(index)?).ok(),
            Self::I32(values) => usize::try_from(*values.get(index)?).ok(),
            Self::I64(values) => usize::try_from(*values.get(index)?).ok(),
            Self::U8(values) => Some(usize::from(*values.get(index)?)),
            Self::U16(values) => Some(usize::from(*values.get(index)?)),
            Self::U32(values) => usize::try_from(*values.get(index)?).ok(),
            Self::U64(values) => usize::try_from(*values.get(index)?).ok(),
        }
    }
}

/// One column. A value that is marked as not valid is an absent field.
#[derive(Clone, Debug)]
pub struct Column<'a> {
    values: Values<'a>,
    validity: Option<Validity<'a>>,
}

#[derive(Clone, Debug)]
enum Values<'a> {
    Utf8(&'a [i32], &'a [u8]),
    Utf8Large(&'a [i64], &'a [u8]),
    Views(&'a [u128], Vec<&'a [u8]>),
    Dictionary(Indices<'a>, Box<Column<'a>>),
    List(&'a [i32], Box<Column<'a>>),
    ListLarge(&'a [i64], Box<Column<'a>>),
    Int(&'a [i64]),
    Flags(Validity<'a>, usize),
}

impl<'a> Column<'a> {
    const fn of(values: Values<'a>) -> Self {
        Self {
            values,
            validity: None,
        }
    }

    /// Texts: `offsets` has one more element than there are rows (Arrow's Utf8).
    pub const fn utf8(offsets: &'a [i32], data: &'a [u8]) -> Self {
        Self::of(Values::Utf8(offsets, data))
    }

    /// The same with 64-bit offsets (`LargeUtf8`).
    pub const fn utf8_large(offsets: &'a [i64], data: &'a [u8]) -> Self {
        Self::of(Values::Utf8Large(offsets, data))
    }

    /// Texts as 16-byte views (`Utf8View`), read as little-endian numbers.
    pub const fn views(views: &'a [u128], buffers: Vec<&'a [u8]>) -> Self {
        Self::of(Values::Views(views, buffers))
    }

    /// Values of a dictionary.
    pub fn dictionary(indices: Indices<'a>, values: Self) -> Self {
        Self::of(Values::Dictionary(indices, Box::new(values)))
    }

    /// Arrays of texts.
    pub fn list(offsets: &'a [i32], values: Self) -> Self {
        Self::of(Values::List(offsets, Box::new(values)))
    }

    /// The same with 64-bit offsets.
    pub fn list_large(offsets: &'a [i64], values: Self) -> Self {
        Self::of(Values::ListLarge(offsets, Box::new(values)))
    }

    /// Integers.
    pub const fn int(values: &'a [i64]) -> Self {
        Self::of(Values::Int(values))
    }

    /// Booleans as a bitmap.
    pub const fn flags(bits: &'a [u8], offset: usize, rows: usize) -> Self {
        Self::of(Values::Flags(Validity::new(bits, offset), rows))
    }

    /// The same values, some of them absent.
    #[must_use]
    pub const fn with_validity(mut self, validity: Validity<'a>) -> Self {
        self.validity = Some(validity);
        self
    }

    fn rows(&self) -> usize {
        match &self.values {
            Values::Utf8(offsets, _) | Values::List(offsets, _) => offsets.len().saturating_sub(1),
            Values::Utf8Large(offsets, _) | Values::ListLarge(offsets, _) => {
                offsets.len().saturating_sub(1)
            }
            Values::Views(views, _) => views.len(),
            Values::Dictionary(indices, _) => indices.len(),
            Values::Int(values) => values.len(),
            Values::Flags(_, rows) => *rows,
        }
    }

    /// The value of a row, or `None` if it is absent. An error if the data do not contain it.
    fn value(&self, row: usize) -> Result<Option<Json<'a>>, &'static Code> {
        let broken = codes::COLUMN_BROKEN;
        if let Some(validity) = self.validity
            && !validity.bit(row).ok_or(broken)?
        {
            return Ok(None);
        }
        let value = match &self.values {
            Values::Utf8(offsets, data) => {
                text(range(offsets, row).and_then(|range| data.get(range)))?
            }
            Values::Utf8Large(offsets, data) => {
                text(range(offsets, row).and_then(|range| data.get(range)))?
            }
            Values::Views(views, buffers) => view(views.get(row).ok_or(broken)?, buffers)?,
            Values::Dictionary(indices, values) => {
                return values.value(indices.at(row).ok_or(broken)?);
            }
            Values::List(offsets, values) => list(range(offsets, row), values)?,
            Values::ListLarge(offsets, values) => list(range(offsets, row), values)?,
            Values::Int(values) => Json::integer(*values.get(row).ok_or(broken)?),
            Values::Flags(bits, _) => Json::Bool(bits.bit(row).ok_or(broken)?),
        };
        Ok(Some(value))
    }
}

fn range<O: Copy + TryInto<usize>>(offsets: &[O], row: usize) -> Option<core::ops::Range<usize>> {
    let at = |index: usize| (*offsets.get(index)?).try_into().ok();
    Some(at(row)?..at(row + 1)?)
}

fn text(bytes: Option<&[u8]>) -> Result<Json<'_>, &'static Code> {
    let bytes = bytes.ok_or(codes::COLUMN_BROKEN)?;
    core::str::from_utf8(bytes)
        .map(Json::text)
        .map_err(|_| codes::COLUMN_UTF8)
}

/// A view has its length first. If the text has at most 12 bytes, it follows. Otherwise prefix, buffer and offset
/// follow.
fn view<'a>(view: &'a u128, buffers: &[&'a [u8]]) -> Result<Json<'a>, &'static Code> {
    let bytes = view.to_le_bytes();
    let number =
        |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    let size = |at: usize| usize::try_from(number(at)).ok();
    let length = size(0).ok_or(codes::COLUMN_BROKEN)?;
    if length <= 12 {
        let inline = bytes[4..4 + length].to_vec();
        return String::from_utf8(inline)
            .map(Json::text)
            .map_err(|_| codes::COLUMN_UTF8);
    }
    let outside = || {
        let (buffer, from) = (size(8)?, size(12)?);
        buffers.get(buffer)?.get(from..from.checked_add(length)?)
    };
    text(outside())
}

fn list<'a>(
    range: Option<core::ops::Range<usize>>,
    values: &Column<'a>,
) -> Result<Json<'a>, &'static Code> {
    let range = range
        .filter(|range| range.start <= range.end && range.end <= values.rows())
        .ok_or(codes::COLUMN_BROKEN)?;
    // An absent element is kept as null. The reader refuses it and reports its place.
    let items = range.map(|index| values.value(index).map(|value| value.unwrap_or(Json::Null)));
    items.collect::<Result<_, _>>().map(Json::List)
}

/// Columns of one chunk of rows. The name of a column is that of its field; `extra.NAME` is for a column of `extra`.
///
/// ```
/// use suiji::Registry;
/// use suiji::tables::{Column, Columns};
///
/// let ids = Column::utf8(&[0, 3, 6], b"A-1A-2");
/// let names = Column::utf8(&[0, 1, 2], b"xy");
/// let columns = Columns::new(2).with("id", ids).with("name", names);
/// let mut builder = Registry::builder();
/// builder.push_columns(&columns);
/// assert_eq!(builder.finish()?.len(), 2);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Columns<'a> {
    rows: usize,
    fields: Vec<(Cow<'a, str>, Column<'a>)>,
    extra: Vec<(Cow<'a, str>, Column<'a>)>,
}

impl<'a> Columns<'a> {
    /// A chunk with this number of rows.
    pub const fn new(rows: usize) -> Self {
        Self {
            rows,
            fields: Vec::new(),
            extra: Vec::new(),
        }
    }

    /// Adds a column.
    #[must_use]
    pub fn with(mut self, field: impl Into<Cow<'a, str>>, column: Column<'a>) -> Self {
        let field = field.into();
        match field.strip_prefix("extra.") {
            Some(name) => self.extra.push((name.to_owned().into(), column)),
            None => self.fields.push((field, column)),
        }
        self
    }

    pub(super) const fn rows(&self) -> usize {
        self.rows
    }

    /// Checks that every column has as many rows as the chunk.
    pub(super) fn check(&self, kind: ErrorKind) -> Result<(), Fault> {
        let wrong = self
            .fields
            .iter()
            .chain(&self.extra)
            .find(|(_, column)| column.rows() != self.rows);
        match wrong {
            Some((name, column)) => {
                let problem = codes::column_length(name, self.rows, column.rows());
                Err(problem.at(Place::new(kind, "")))
            }
            None => Ok(()),
        }
    }

    /// The tree of one row, its fields sorted.
    pub(super) fn row(&self, index: usize) -> Result<Json<'_>, (&'static Code, &str)> {
        let mut row = fields(&self.fields, index)?;
        let extra = fields(&self.extra, index)?;
        if !extra.is_empty() {
            row.push(("extra".into(), Json::Object(extra)));
        }
        row.sort_by(|(a, _), (b, _)| a.cmp(b));
        Ok(Json::Object(row))
    }
}

type RowFields<'c> = Vec<(Cow<'c, str>, Json<'c>)>;

fn fields<'c>(
    columns: &'c [(Cow<'_, str>, Column<'c>)],
    index: usize,
) -> Result<RowFields<'c>, (&'static Code, &'c str)> {
    let mut fields = Vec::with_capacity(columns.len() + 1);
    for (name, column) in columns {
        if let Some(value) = column.value(index).map_err(|code| (code, &**name))? {
            fields.push((Cow::Borrowed(&**name), value));
        }
    }
    fields.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(fields)
}
