//! Tables through the capsules of the Arrow C data interface, both ways, without copying the values.
#![expect(unsafe_code, reason = "a capsule holds a raw pointer")]

use core::ffi::CStr;
use std::sync::Arc;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi_and_data_type};
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{Array, ArrayReader, RecordBatch, RecordBatchIterator, StructArray};
use arrow_schema::{ArrowError, DataType, Schema};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::texts;

const ARRAY: &CStr = c"arrow_array";
const SCHEMA: &CStr = c"arrow_schema";
const STREAM: &CStr = c"arrow_array_stream";

/// A table of Python, chunk by chunk.
pub(crate) enum Chunks {
    Stream(ArrayStreamReader),
    /// An array of structs, until it is taken.
    One(Option<FFI_ArrowArray>, DataType),
}

impl Chunks {
    /// The table of an object with `__arrow_c_stream__` or `__arrow_c_array__`; otherwise `None`.
    pub(crate) fn of(table: &Bound<'_, PyAny>) -> PyResult<Option<Self>> {
        if table.hasattr("__arrow_c_stream__")? {
            let capsule = table.call_method0("__arrow_c_stream__")?;
            return Self::stream(capsule.cast()?).map(Some);
        }
        if table.hasattr("__arrow_c_array__")? {
            let capsules = table.call_method0("__arrow_c_array__")?;
            let (schema, array): (Bound<'_, PyCapsule>, Bound<'_, PyCapsule>) =
                capsules.extract()?;
            return Self::array(&schema, &array).map(Some);
        }
        // A lazy frame of polars. Other libraries have a `collect` too, with another meaning.
        if table.hasattr("collect_schema")? && table.hasattr("collect")? {
            return Self::of(&table.call_method0("collect")?);
        }
        Ok(None)
    }

    /// The schema, if it is known before the first chunk.
    pub(crate) fn schema(&self) -> Option<Schema> {
        match self {
            Self::Stream(stream) => match stream.field().data_type() {
                DataType::Struct(fields) => Some(Schema::new(fields.clone())),
                _ => None,
            },
            Self::One(_, DataType::Struct(fields)) => Some(Schema::new(fields.clone())),
            Self::One(..) => None,
        }
    }

    fn stream(capsule: &Bound<'_, PyCapsule>) -> PyResult<Self> {
        let pointer = capsule.pointer_checked(Some(STREAM))?;
        // SAFETY: a capsule with this name has such a stream. It is moved out and marked as
        // released.
        let stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.cast().as_ptr()) };
        let not_a_table =
            |problem: String| PyValueError::new_err(texts::not_a_table(problem).in_both());
        let stream =
            ArrayStreamReader::try_new(stream).map_err(|error| not_a_table(error.to_string()))?;
        match stream.field().data_type() {
            DataType::Struct(_) => Ok(Self::Stream(stream)),
            other => Err(not_a_table(other.to_string())),
        }
    }

    fn array(schema: &Bound<'_, PyCapsule>, array: &Bound<'_, PyCapsule>) -> PyResult<Self> {
        let schema = schema
            .pointer_checked(Some(SCHEMA))?
            .cast::<FFI_ArrowSchema>();
        let array = array.pointer_checked(Some(ARRAY))?.cast::<FFI_ArrowArray>();
        // SAFETY: a capsule with this name has such a schema.
        let data_type = DataType::try_from(unsafe { schema.as_ref() }).map_err(refused)?;
        if !matches!(data_type, DataType::Struct(_)) {
            return Err(PyTypeError::new_err(texts::not_structs().in_both()));
        }
        // SAFETY: a capsule with this name has such an array. It is moved out and marked as
        // released.
        let array = unsafe { FFI_ArrowArray::from_raw(array.as_ptr()) };
        Ok(Self::One(Some(array), data_type))
    }
}

impl Iterator for Chunks {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Stream(stream) => {
                let chunk = stream.next()?;
                Some(chunk.and_then(|chunk| rows_of(StructArray::from(chunk.to_data()))))
            }
            Self::One(array, data_type) => Some(chunk(array.take()?, data_type.clone())),
        }
    }
}

fn chunk(array: FFI_ArrowArray, data_type: DataType) -> Result<RecordBatch, ArrowError> {
    if array.is_released() {
        return Err(ArrowError::CDataInterface(texts::array_taken().in_both()));
    }
    // SAFETY: the array came with this type.
    rows_of(StructArray::from(unsafe {
        from_ffi_and_data_type(array, data_type)
    }?))
}

/// The rows. No row may be null, because a [`RecordBatch`] cannot have null rows.
fn rows_of(rows: StructArray) -> Result<RecordBatch, ArrowError> {
    if rows.null_count() > 0 {
        return Err(ArrowError::InvalidArgumentError(
            texts::row_null().in_both(),
        ));
    }
    Ok(RecordBatch::from(rows))
}

/// An error of the table itself, or of its producer.
pub(crate) fn refused(error: ArrowError) -> PyErr {
    PyValueError::new_err(error.to_string())
}

/// The table, batch by batch, as a capsule for `__arrow_c_stream__`.
pub(crate) fn stream(py: Python<'_>, batches: Vec<RecordBatch>) -> PyResult<Bound<'_, PyCapsule>> {
    let schema = batches.first().map(RecordBatch::schema);
    let schema = schema.unwrap_or_else(|| Arc::new(Schema::empty()));
    let batches = RecordBatchIterator::new(batches.into_iter().map(Ok), schema);
    let stream = FFI_ArrowArrayStream::new(Box::new(batches));
    PyCapsule::new_with_value(py, stream, STREAM)
}

/// The schema as a capsule for `__arrow_c_schema__`.
pub(crate) fn schema<'py>(py: Python<'py>, schema: &Schema) -> PyResult<Bound<'py, PyCapsule>> {
    let schema = FFI_ArrowSchema::try_from(schema).map_err(refused)?;
    PyCapsule::new_with_value(py, schema, SCHEMA)
}
