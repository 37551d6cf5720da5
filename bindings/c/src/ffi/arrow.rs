//! The structures of the Arrow C data interface.

use std::sync::Arc;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi_and_data_type, to_ffi};
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{Array, RecordBatch, RecordBatchIterator, StructArray, make_array};
use arrow_schema::{ArrowError, DataType, Schema};

use super::Call;
use crate::failure::Failure;
use crate::texts::{self, Text};

impl Call {
    /// Takes an array. It is released when the result is dropped.
    pub(crate) fn take_array(&self, array: *mut FFI_ArrowArray) -> Option<FFI_ArrowArray> {
        if array.is_null() {
            return None;
        }
        // SAFETY: it is an array (contract of `Call::new`). It is moved out, and marked as released.
        let array = unsafe { FFI_ArrowArray::from_raw(array) };
        Some(array).filter(|array| !array.is_released())
    }

    /// The rows of an array with this schema. The schema is only read.
    pub(crate) fn batch(
        &self,
        schema: *const FFI_ArrowSchema,
        array: Option<FFI_ArrowArray>,
    ) -> Result<RecordBatch, Failure> {
        // SAFETY: it is NULL or a schema (contract of `Call::new`).
        let schema = unsafe { schema.as_ref() }.ok_or_else(|| Failure::null("schema"))?;
        let array = array.ok_or_else(|| Failure::arrow("array", &texts::released()))?;
        if schema.release().is_none() {
            return Err(Failure::arrow("schema", &texts::released()));
        }
        let data_type = DataType::try_from(schema).map_err(|error| refused("schema", &error))?;
        // SAFETY: the array has this schema (contract of `Call::new`).
        let data = unsafe { from_ffi_and_data_type(array, data_type) };
        let rows = make_array(data.map_err(|error| refused("array", &error))?);
        rows_of("schema", "array", &*rows)
    }

    /// Takes a stream. It is released when the result is dropped.
    pub(crate) fn take_stream(
        &self,
        stream: *mut FFI_ArrowArrayStream,
    ) -> Result<impl Iterator<Item = Result<RecordBatch, Failure>> + use<>, Failure> {
        if stream.is_null() {
            return Err(Failure::null("stream"));
        }
        // SAFETY: it is a stream (contract of `Call::new`). It is moved out, and marked as released.
        let stream = unsafe { FFI_ArrowArrayStream::from_raw(stream) };
        let chunks = ArrayStreamReader::try_new(stream);
        let chunks = chunks.map_err(|error| refused("stream", &error))?;
        Ok(chunks.map(|chunk| {
            let chunk = chunk.map_err(|error| refused("stream", &error))?;
            rows_of("stream", "stream", &*chunk)
        }))
    }

    /// Writes a table as a stream, batch by batch.
    pub(crate) fn give_stream(
        &self,
        batches: Vec<RecordBatch>,
        stream: *mut FFI_ArrowArrayStream,
    ) -> Result<(), Failure> {
        let schema = batches.first().map(RecordBatch::schema);
        let schema = schema.unwrap_or_else(|| Arc::new(Schema::empty()));
        let batches = RecordBatchIterator::new(batches.into_iter().map(Ok), schema);
        let made = FFI_ArrowArrayStream::new(Box::new(batches));
        self.write("stream", stream, made)
    }

    /// Writes a table as one array of structs.
    pub(crate) fn give_batch(
        &self,
        batch: RecordBatch,
        schema: *mut FFI_ArrowSchema,
        array: *mut FFI_ArrowArray,
    ) -> Result<(), Failure> {
        let structs = StructArray::from(batch);
        let made = to_ffi(&structs.to_data());
        let (of_array, of_schema) = made.map_err(|error| refused("array", &error))?;
        // If one cannot be written, neither is.
        if schema.is_null() || array.is_null() {
            let name = if schema.is_null() { "schema" } else { "array" };
            return Err(Failure::null(name));
        }
        self.write("schema", schema, of_schema)?;
        self.write("array", array, of_array)
    }
}

/// The rows of an array of structs. No row may be null, because a [`RecordBatch`] cannot have null
/// rows.
fn rows_of(
    schema: &'static str,
    array: &'static str,
    rows: &dyn Array,
) -> Result<RecordBatch, Failure> {
    let structs = rows.as_any().downcast_ref::<StructArray>();
    let structs = structs.ok_or_else(|| Failure::arrow(schema, &texts::not_structs()))?;
    if structs.null_count() > 0 {
        return Err(Failure::arrow(array, &texts::row_null()));
    }
    Ok(RecordBatch::from(structs.clone()))
}

/// An error of the structures, or of their producer.
fn refused(name: &'static str, error: &ArrowError) -> Failure {
    let (zh, en) = (error.to_string(), error.to_string());
    Failure::arrow(name, &Text { zh, en })
}
