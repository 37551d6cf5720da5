//! Tables through the capsules of the Arrow C data interface, both ways, without copying the values.
#![expect(unsafe_code, reason = "a capsule holds a bare pointer")]

use core::ffi::CStr;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi};
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::{Array, RecordBatch, RecordBatchIterator, StructArray};
use arrow_schema::{ArrowError, DataType, Schema};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

const ARRAY: &CStr = c"arrow_array";
const SCHEMA: &CStr = c"arrow_schema";
const STREAM: &CStr = c"arrow_array_stream";

/// A table that Python hands over, chunk by chunk.
pub(crate) enum Chunks {
    Stream(RecordBatchStreamReader),
    One(RecordBatch),
}

impl Chunks {
    /// The table of an object that has `__arrow_c_stream__` or `__arrow_c_array__`; none of another.
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
        Ok(None)
    }

    fn stream(capsule: &Bound<'_, PyCapsule>) -> PyResult<Self> {
        let pointer = capsule.pointer_checked(Some(STREAM))?;
        // SAFETY: a capsule of that name holds such a stream, which is moved out and left released.
        let stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.cast().as_ptr()) };
        RecordBatchStreamReader::try_new(stream)
            .map(Self::Stream)
            .map_err(refused)
    }

    fn array(schema: &Bound<'_, PyCapsule>, array: &Bound<'_, PyCapsule>) -> PyResult<Self> {
        let schema = schema
            .pointer_checked(Some(SCHEMA))?
            .cast::<FFI_ArrowSchema>();
        let array = array.pointer_checked(Some(ARRAY))?.cast::<FFI_ArrowArray>();
        // SAFETY: capsules of these names hold such structures; the array is moved out and left released.
        let data = unsafe { from_ffi(FFI_ArrowArray::from_raw(array.as_ptr()), schema.as_ref()) };
        let data = data.map_err(refused)?;
        if !matches!(data.data_type(), DataType::Struct(_)) {
            return Err(PyTypeError::new_err(
                "an array of structs is wanted, or a table",
            ));
        }
        let rows = StructArray::from(data);
        if rows.null_count() > 0 {
            return Err(PyValueError::new_err("a row of the table is null"));
        }
        Ok(Self::One(RecordBatch::from(rows)))
    }
}

impl Iterator for Chunks {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Stream(stream) => stream.next(),
            Self::One(batch) => {
                let empty = RecordBatch::new_empty(Schema::empty().into());
                let batch = core::mem::replace(batch, empty);
                (batch.num_columns() > 0).then_some(Ok(batch))
            }
        }
    }
}

/// What the other side said of its own table.
pub(crate) fn refused(error: ArrowError) -> PyErr {
    PyValueError::new_err(error.to_string())
}

/// The table as a capsule for `__arrow_c_stream__`.
pub(crate) fn stream(py: Python<'_>, batch: RecordBatch) -> PyResult<Bound<'_, PyCapsule>> {
    let schema = batch.schema();
    let batches = RecordBatchIterator::new([Ok(batch)], schema);
    let stream = FFI_ArrowArrayStream::new(Box::new(batches));
    PyCapsule::new_with_value(py, stream, STREAM)
}

/// The schema as a capsule for `__arrow_c_schema__`.
pub(crate) fn schema<'py>(py: Python<'py>, schema: &Schema) -> PyResult<Bound<'py, PyCapsule>> {
    let schema = FFI_ArrowSchema::try_from(schema).map_err(refused)?;
    PyCapsule::new_with_value(py, schema, SCHEMA)
}
