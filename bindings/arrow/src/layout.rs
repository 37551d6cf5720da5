//! Arrays of Arrow in layouts that the core can read.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowDictionaryKeyType, ByteArrayType, Date32Type, Int8Type, Int16Type, Int32Type, Int64Type,
    LargeUtf8Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type, Utf8Type,
};
use arrow_array::{
    Array, ArrayRef, ArrowPrimitiveType, GenericListArray, Int64Array, OffsetSizeTrait,
    StringArray, new_null_array,
};
use arrow_schema::{DataType, Field};
use suiji::tables::{Column, Indices, Validity};

/// The array; if the core cannot read its layout, another array with the same values, if possible.
pub(crate) fn plain(array: &ArrayRef) -> ArrayRef {
    match array.data_type() {
        DataType::Int8 => integers::<Int8Type>(array),
        DataType::Int16 => integers::<Int16Type>(array),
        DataType::Int32 => integers::<Int32Type>(array),
        DataType::UInt8 => integers::<UInt8Type>(array),
        DataType::UInt16 => integers::<UInt16Type>(array),
        DataType::UInt32 => integers::<UInt32Type>(array),
        DataType::UInt64 => integers::<UInt64Type>(array),
        DataType::Date32 => dates(array),
        DataType::List(values) if values.data_type() == &DataType::Null => empty::<i32>(array),
        DataType::LargeList(values) if values.data_type() == &DataType::Null => empty::<i64>(array),
        _ => Arc::clone(array),
    }
}

/// A number above `i64::MAX` is out of range for every field, and so is `i64::MAX`.
fn integers<T>(array: &ArrayRef) -> ArrayRef
where
    T: ArrowPrimitiveType<Native: TryInto<i64>>,
{
    let wide = |number: T::Native| number.try_into().unwrap_or(i64::MAX);
    let integers: Int64Array = array.as_primitive::<T>().unary(wide);
    Arc::new(integers)
}

fn dates(array: &ArrayRef) -> ArrayRef {
    let days = array.as_primitive::<Date32Type>();
    let text = |index| match days.value_as_date(index) {
        Some(day) => day.to_string(),
        // The number is out of range, so the reader refuses it and names the row.
        None => days.value(index).to_string(),
    };
    let texts = (0..days.len()).map(|index| days.is_valid(index).then(|| text(index)));
    Arc::new(texts.collect::<StringArray>())
}

/// A column of lists that are all empty. In some frames its elements have no type.
fn empty<O: OffsetSizeTrait>(array: &ArrayRef) -> ArrayRef {
    let (_, offsets, values, nulls) = array.as_list::<O>().clone().into_parts();
    let element = Arc::new(Field::new("item", DataType::Utf8, true));
    let values = new_null_array(&DataType::Utf8, values.len());
    Arc::new(GenericListArray::new(element, offsets, values, nulls))
}

/// The column of an array, if the core can read its layout.
pub(crate) fn column(array: &dyn Array) -> Option<Column<'_>> {
    let column = match array.data_type() {
        DataType::Utf8 => utf8::<Utf8Type>(array, Column::utf8),
        DataType::LargeUtf8 => utf8::<LargeUtf8Type>(array, Column::utf8_large),
        DataType::Utf8View => {
            let texts = array.as_string_view();
            let buffers = texts.data_buffers().iter();
            Column::views(texts.views(), buffers.map(|buffer| &**buffer).collect())
        }
        DataType::Dictionary(..) => dictionary(array)?,
        DataType::List(_) => {
            let lists = array.as_list::<i32>();
            Column::list(lists.value_offsets(), column(&**lists.values())?)
        }
        DataType::LargeList(_) => {
            let lists = array.as_list::<i64>();
            Column::list_large(lists.value_offsets(), column(&**lists.values())?)
        }
        DataType::Int64 => Column::int(array.as_primitive::<Int64Type>().values()),
        DataType::Boolean => {
            let bits = array.as_boolean().values();
            Column::flags(bits.values(), bits.offset(), bits.len())
        }
        _ => return None,
    };
    Some(match array.nulls() {
        Some(nulls) => column.with_validity(Validity::new(nulls.validity(), nulls.offset())),
        None => column,
    })
}

fn utf8<'a, T: ByteArrayType>(
    array: &'a dyn Array,
    column: impl FnOnce(&'a [T::Offset], &'a [u8]) -> Column<'a>,
) -> Column<'a> {
    let texts = array.as_bytes::<T>();
    column(texts.value_offsets(), texts.value_data())
}

fn dictionary(array: &dyn Array) -> Option<Column<'_>> {
    fn of<'a, K: ArrowDictionaryKeyType>(
        array: &'a dyn Array,
        indices: impl FnOnce(&'a [K::Native]) -> Indices<'a>,
    ) -> Option<Column<'a>> {
        let of = array.as_dictionary::<K>();
        let values = column(&**of.values())?;
        Some(Column::dictionary(indices(of.keys().values()), values))
    }
    let DataType::Dictionary(keys, _) = array.data_type() else {
        return None;
    };
    match **keys {
        DataType::Int8 => of::<Int8Type>(array, Indices::I8),
        DataType::Int16 => of::<Int16Type>(array, Indices::I16),
        DataType::Int32 => of::<Int32Type>(array, Indices::I32),
        DataType::Int64 => of::<Int64Type>(array, Indices::I64),
        DataType::UInt8 => of::<UInt8Type>(array, Indices::U8),
        DataType::UInt16 => of::<UInt16Type>(array, Indices::U16),
        DataType::UInt32 => of::<UInt32Type>(array, Indices::U32),
        DataType::UInt64 => of::<UInt64Type>(array, Indices::U64),
        _ => None,
    }
}
