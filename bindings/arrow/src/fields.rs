//! A chunk of columns as the fields of a table. The core borrows them.

use std::collections::BTreeMap;

use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::DataType;
use suiji::error::{ErrorKind, Fault, Place, codes};
use suiji::tables::Columns;

use crate::layout::{column, plain};
use crate::texts::{self, Text};

/// The field that a column fills: one with another name, or none.
pub type Renamed = BTreeMap<String, Option<String>>;

/// The columns of a chunk by field, in layouts that the core can read.
///
/// A column of the null type is left out: the field is absent in every row. `dates` has the type that a column of
/// timestamps should have. The day of a timestamp depends on the time zone, which only the office knows.
///
/// # Errors
/// `table.header` for each renamed column that is missing, `json.type` for each column whose type no field can
/// have.
pub fn fields(
    batch: &RecordBatch,
    renamed: &Renamed,
    kind: ErrorKind,
    dates: &Text,
) -> Result<Vec<(String, ArrayRef)>, Vec<Fault>> {
    let schema = batch.schema();
    let names: Vec<&String> = schema.fields().iter().map(|field| field.name()).collect();
    let absent = renamed.keys().filter(|name| !names.contains(name));
    let mut faults: Vec<Fault> = absent.map(|name| missing(name, kind)).collect();
    let mut fields = Vec::new();
    for (name, array) in names.into_iter().zip(batch.columns()) {
        let field = match renamed.get(name) {
            Some(field) => field.as_ref(),
            None => Some(name).filter(|name| !is_index(name)),
        };
        let Some(field) = field else { continue };
        if array.data_type() == &DataType::Null {
            continue;
        }
        let array = plain(array);
        if column(&*array).is_some() {
            fields.push((field.clone(), array));
        } else {
            let expected = match array.data_type() {
                DataType::Timestamp(..) | DataType::Date64 => dates,
                _ => &texts::columns_read(),
            };
            faults.push(wrong_type(field, array.data_type(), kind, expected));
        }
    }
    if faults.is_empty() {
        Ok(fields)
    } else {
        Err(faults)
    }
}

/// The columns. They borrow the arrays.
pub fn columns(rows: usize, fields: &[(String, ArrayRef)]) -> Columns<'_> {
    let mut columns = Columns::new(rows);
    for (field, array) in fields {
        if let Some(column) = column(&**array) {
            columns = columns.with(field.as_str(), column);
        }
    }
    columns
}

/// The index of a pandas frame. It becomes a column if it is not a plain range.
pub(crate) fn is_index(name: &str) -> bool {
    name.starts_with("__index_level_")
}

/// The fault of a renamed column that is missing.
fn missing(name: &str, kind: ErrorKind) -> Fault {
    let problem = texts::column_missing();
    let details = [
        ("field", name),
        ("problem", problem.en.as_str()),
        ("problem_zh", &problem.zh),
    ];
    Fault::new(codes::CSV_HEADER, Place::new(kind, ""), &details)
}

/// The fault of a column of a type that is not read, such as floats for a field.
pub(crate) fn wrong_type(field: &str, found: &DataType, kind: ErrorKind, expected: &Text) -> Fault {
    let found = texts::column_of(found);
    let details = [
        ("found", found.en.as_str()),
        ("found_zh", &found.zh),
        ("expected", &expected.en),
        ("expected_zh", &expected.zh),
    ];
    let place = Place::new(kind, format!("$.{field}"));
    Fault::new(codes::WRONG_TYPE, place, &details)
}
