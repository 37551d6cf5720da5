//! A data frame as the text of a file, which the import reads like a file of an office. Each cell has the form that a
//! spreadsheet shows.

use std::fmt::{self, Write};

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowTemporalType, ByteArrayType, Date32Type, Date64Type, Decimal128Type, Float32Type,
    Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, LargeUtf8Type,
    TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type, Utf8Type,
};
use arrow_array::{Array, ArrowPrimitiveType, OffsetSizeTrait, RecordBatch};
use arrow_schema::{DataType, Schema, TimeUnit};
use suiji::error::{ErrorKind, Fault};

use crate::fields::{is_index, wrong_type};
use crate::texts::{self, Text};

/// The cells of a frame as CSV in UTF-8, chunk by chunk. The first row has the column names.
#[derive(Debug)]
pub struct Cells(String);

impl Cells {
    /// The names of the columns.
    #[must_use]
    pub fn new(schema: &Schema) -> Self {
        // With a byte order mark the encoding is not guessed.
        let mut text = String::from("\u{feff}");
        let fields = schema.fields().iter().filter(|of| !is_index(of.name()));
        for (number, field) in fields.enumerate() {
            if number > 0 {
                text.push(',');
            }
            quote(&mut text, field.name());
        }
        text.push('\n');
        Self(text)
    }

    /// Adds the rows of a chunk. A null is an empty cell, and members of a list are separated by `;`. A number with
    /// more digits than a float keeps is written with an exponent.
    ///
    /// # Errors
    /// `json.wrong-type` for each column without a text form, such as bytes, and for times with a time zone.
    pub fn push(&mut self, batch: &RecordBatch, dates: &Text) -> Result<(), Vec<Fault>> {
        let schema = batch.schema();
        let (mut columns, mut faults) = (Vec::new(), Vec::new());
        for (field, array) in schema.fields().iter().zip(batch.columns()) {
            match column(&**array) {
                _ if is_index(field.name()) => {}
                Some(column) => columns.push(column),
                None => {
                    let found = array.data_type();
                    let expected = match found {
                        DataType::Timestamp(..) => dates,
                        _ => &texts::cells_read(),
                    };
                    faults.push(wrong_type(field.name(), found, ErrorKind::File, expected));
                }
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut cell = String::new();
        for row in 0..batch.num_rows() {
            for (number, column) in columns.iter().enumerate() {
                if number > 0 {
                    self.0.push(',');
                }
                cell.clear();
                column(row, &mut cell);
                quote(&mut self.0, &cell);
            }
            self.0.push('\n');
        }
        Ok(())
    }

    /// The text.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

fn quote(text: &mut String, cell: &str) {
    if !cell.contains([',', '"', '\n', '\r', '\t', ';']) {
        text.push_str(cell);
        return;
    }
    text.push('"');
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}

/// Appends the cell of a row.
type Column<'a> = Box<dyn Fn(usize, &mut String) + 'a>;

/// The cells of a column; none if they have no text form.
fn column(array: &dyn Array) -> Option<Column<'_>> {
    let cells: Column<'_> = match array.data_type() {
        DataType::Null => Box::new(|_, _| {}),
        DataType::Utf8 => texts_of::<Utf8Type>(array),
        DataType::LargeUtf8 => texts_of::<LargeUtf8Type>(array),
        DataType::Utf8View => {
            let texts = array.as_string_view();
            Box::new(|row, cell| cell.push_str(texts.value(row)))
        }
        DataType::Boolean => {
            let flags = array.as_boolean();
            Box::new(|row, cell| put(cell, flags.value(row)))
        }
        DataType::Int8 => numbers::<Int8Type>(array),
        DataType::Int16 => numbers::<Int16Type>(array),
        DataType::Int32 => numbers::<Int32Type>(array),
        DataType::Int64 => numbers::<Int64Type>(array),
        DataType::UInt8 => numbers::<UInt8Type>(array),
        DataType::UInt16 => numbers::<UInt16Type>(array),
        DataType::UInt32 => numbers::<UInt32Type>(array),
        DataType::UInt64 => numbers::<UInt64Type>(array),
        DataType::Float32 => floats::<Float32Type>(array),
        DataType::Float64 => floats::<Float64Type>(array),
        DataType::Decimal128(..) => {
            let numbers = array.as_primitive::<Decimal128Type>();
            Box::new(|row, cell| cell.push_str(&numbers.value_as_string(row)))
        }
        DataType::Date32 => dates::<Date32Type>(array),
        DataType::Date64 => dates::<Date64Type>(array),
        DataType::Timestamp(unit, None) => match unit {
            TimeUnit::Second => dates::<TimestampSecondType>(array),
            TimeUnit::Millisecond => dates::<TimestampMillisecondType>(array),
            TimeUnit::Microsecond => dates::<TimestampMicrosecondType>(array),
            TimeUnit::Nanosecond => dates::<TimestampNanosecondType>(array),
        },
        DataType::Dictionary(..) => {
            let of = array.as_any_dictionary();
            let values = column(&**of.values())?;
            let keys = match of.values().is_empty() {
                true => Vec::new(),
                false => of.normalized_keys(),
            };
            Box::new(move |row, cell| {
                if let Some(&key) = keys.get(row) {
                    values(key, cell);
                }
            })
        }
        DataType::List(_) => lists::<i32>(array)?,
        DataType::LargeList(_) => lists::<i64>(array)?,
        _ => return None,
    };
    Some(Box::new(move |row, cell| {
        if array.is_valid(row) {
            cells(row, cell);
        }
    }))
}

fn texts_of<T: ByteArrayType<Native = str>>(array: &dyn Array) -> Column<'_> {
    let texts = array.as_bytes::<T>();
    Box::new(|row, cell| cell.push_str(texts.value(row)))
}

fn numbers<T: ArrowPrimitiveType<Native: fmt::Display>>(array: &dyn Array) -> Column<'_> {
    let numbers = array.as_primitive::<T>();
    Box::new(|row, cell| put(cell, numbers.value(row)))
}

/// Whole numbers have no point, as in a spreadsheet. A number with more digits than a float keeps is written with an exponent,
/// because its last digits are not exact. So it is not mistaken for a code.
fn floats<T: ArrowPrimitiveType<Native: Into<f64>>>(array: &dyn Array) -> Column<'_> {
    const EXACT: f64 = 1e15;
    let numbers = array.as_primitive::<T>();
    Box::new(|row, cell| {
        let number: f64 = numbers.value(row).into();
        match number.abs() < EXACT {
            true => put(cell, number),
            // A frame has no other mark for a missing number.
            false if number.is_nan() => {}
            false => cell.push_str(&format!("{number:E}").replace('E', "E+")),
        }
    })
}

/// A date without a time of day, or a time with its date.
fn dates<T: ArrowTemporalType>(array: &dyn Array) -> Column<'_>
where
    i64: From<T::Native>,
{
    let dates = array.as_primitive::<T>();
    Box::new(|row, cell| {
        let Some(time) = dates.value_as_datetime(row) else {
            // The number is out of range, which the import reports.
            return put(cell, i64::from(dates.value(row)));
        };
        let text = time.to_string();
        cell.push_str(text.strip_suffix(" 00:00:00").unwrap_or(&text));
    })
}

fn lists<O: OffsetSizeTrait>(array: &dyn Array) -> Option<Column<'_>> {
    let lists = array.as_list::<O>();
    let values = column(&**lists.values())?;
    Some(Box::new(move |row, cell| {
        let offsets = lists.value_offsets();
        let ends = (offsets.get(row), offsets.get(row + 1));
        let (Some(start), Some(end)) = ends else {
            return;
        };
        for (number, member) in (start.as_usize()..end.as_usize()).enumerate() {
            if number > 0 {
                cell.push(';');
            }
            values(member, cell);
        }
    }))
}

/// Writing to a text does not fail.
fn put(cell: &mut String, value: impl fmt::Display) {
    let _ = write!(cell, "{value}");
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::builder::{ListBuilder, StringBuilder, StringDictionaryBuilder};
    use arrow_array::{
        ArrayRef, BooleanArray, Date32Array, Float64Array, Int64Array, StringArray,
        TimestampMillisecondArray,
    };

    use super::*;

    fn csv(columns: Vec<(&str, ArrayRef)>) -> Result<String, Vec<Fault>> {
        let batch = RecordBatch::try_from_iter_with_nullable(
            columns.into_iter().map(|(name, array)| (name, array, true)),
        )
        .unwrap();
        let mut cells = Cells::new(&batch.schema());
        cells.push(&batch, &Text::new("", ""))?;
        Ok(String::from_utf8(cells.into_bytes()).unwrap())
    }

    #[test]
    fn each_cell_is_what_a_spreadsheet_shows() {
        let mut words = StringDictionaryBuilder::<Int8Type>::new();
        for word in [Some("低"), None, Some("高")] {
            words.append_option(word);
        }
        let mut lists = ListBuilder::new(StringBuilder::new());
        lists.append_value([Some("超市"), Some("加油站")]);
        lists.append_value([None::<&str>; 0]);
        lists.append_null();
        let columns: Vec<(&str, ArrayRef)> = vec![
            (
                "名,称",
                Arc::new(StringArray::from(vec![Some("a\"b"), Some(" 甲\n乙"), None])),
            ),
            (
                "__index_level_0__",
                Arc::new(Int64Array::from(vec![7, 8, 9])),
            ),
            (
                "户数",
                Arc::new(Int64Array::from(vec![Some(3), None, Some(-1)])),
            ),
            (
                "数",
                Arc::new(Float64Array::from(vec![
                    12.0,
                    f64::NAN,
                    911_405_210_000_000_000.0,
                ])),
            ),
            (
                "主办",
                Arc::new(BooleanArray::from(vec![Some(true), Some(false), None])),
            ),
            (
                "日",
                Arc::new(Date32Array::from(vec![Some(0), None, Some(19967)])),
            ),
            (
                "时",
                Arc::new(TimestampMillisecondArray::from(vec![
                    Some(0),
                    Some(86_400_000 * 2 + 60_000),
                    None,
                ])),
            ),
            ("等级", Arc::new(words.finish())),
            ("类别", Arc::new(lists.finish())),
        ];
        let expected = "\u{feff}\"名,称\",户数,数,主办,日,时,等级,类别\n\
            \"a\"\"b\",3,12,true,1970-01-01,1970-01-01,低,\"超市;加油站\"\n\
            \" 甲\n乙\",,,false,,1970-01-03 00:01:00,,\n\
            ,-1,9.1140521E+17,,2024-09-01,,高,\n";
        assert_eq!(csv(columns).unwrap(), expected);
    }

    #[test]
    fn a_column_without_text_is_a_fault() {
        let bytes = arrow_array::BinaryArray::from_vec(vec![b"a"]);
        let times = TimestampMillisecondArray::from(vec![0]).with_timezone("+08:00");
        let faults = csv(vec![("a", Arc::new(bytes)), ("b", Arc::new(times))]).unwrap_err();
        let places: Vec<_> = faults
            .iter()
            .map(|of| (of.code(), of.place().path()))
            .collect();
        assert_eq!(
            places,
            [("json.wrong-type", "$.a"), ("json.wrong-type", "$.b")]
        );
    }
}
