//! The same rows as CSV and as columns.

use std::collections::BTreeSet;

use serde_json::Value;
use suiji::tables::{Column, Validity};

/// The names of all columns. Each key of `extra` has its own column.
pub(crate) fn fields(rows: &[Value]) -> Vec<String> {
    let names = rows
        .iter()
        .flat_map(|row| row.as_object().unwrap())
        .flat_map(|(name, value)| match value {
            Value::Object(extra) => extra.keys().map(|key| format!("extra.{key}")).collect(),
            _ => vec![name.clone()],
        });
    names.collect::<BTreeSet<_>>().into_iter().collect()
}

fn value<'r>(row: &'r Value, field: &str) -> Option<&'r Value> {
    match field.strip_prefix("extra.") {
        Some(key) => row.get("extra")?.get(key),
        None => row.get(field),
    }
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// A CSV file with every cell quoted.
pub(crate) fn csv(fields: &[String], rows: &[Value]) -> String {
    let line = |cells: Vec<String>| {
        let quoted = cells
            .iter()
            .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        quoted.collect::<Vec<_>>().join(",") + "\r\n"
    };
    let cell = |value: Option<&Value>| match value {
        None => String::new(),
        Some(Value::Array(members)) => members.iter().map(text).collect::<Vec<_>>().join(";"),
        Some(value) => text(value),
    };
    let rows = rows
        .iter()
        .map(|row| line(fields.iter().map(|field| cell(value(row, field))).collect()));
    line(fields.to_vec()) + &rows.collect::<String>()
}

/// The data that a column borrows.
#[derive(Default)]
pub(crate) struct Buffers {
    texts: Texts,
    /// The offsets of each row's members, for a column of lists.
    lists: Option<Vec<i64>>,
    numbers: Option<Vec<i64>>,
    flags: Option<Vec<u8>>,
    valid: Vec<u8>,
    rows: usize,
}

struct Texts {
    offsets: Vec<i32>,
    data: Vec<u8>,
}

impl Default for Texts {
    fn default() -> Self {
        Self {
            offsets: vec![0],
            data: Vec::new(),
        }
    }
}

impl Texts {
    fn push(&mut self, text: &str) {
        self.data.extend_from_slice(text.as_bytes());
        self.offsets.push(self.data.len().try_into().unwrap());
    }

    fn count(&self) -> i64 {
        i64::try_from(self.offsets.len()).unwrap() - 1
    }
}

impl Buffers {
    fn of(values: &[Option<&Value>]) -> Self {
        let mut buffers = Self {
            valid: bits(values.iter().map(Option::is_some)),
            rows: values.len(),
            ..Self::default()
        };
        let first = values.iter().copied().flatten().next();
        match first {
            Some(Value::Array(_)) => {
                let mut ends = vec![0];
                for value in values {
                    for member in value.and_then(Value::as_array).into_iter().flatten() {
                        buffers.texts.push(&text(member));
                    }
                    ends.push(buffers.texts.count());
                }
                buffers.lists = Some(ends);
            }
            Some(Value::Number(_)) => {
                let number = |value: &Option<&Value>| value.and_then(Value::as_i64).unwrap_or(0);
                buffers.numbers = Some(values.iter().map(number).collect());
            }
            Some(Value::Bool(_)) => {
                buffers.flags = Some(bits(
                    values.iter().map(|of| *of == Some(&Value::Bool(true))),
                ));
            }
            _ => values
                .iter()
                .for_each(|of| buffers.texts.push(&of.map(text).unwrap_or_default())),
        }
        buffers
    }

    pub(crate) fn column(&self) -> Column<'_> {
        let texts = Column::utf8(&self.texts.offsets, &self.texts.data);
        let column = match (&self.lists, &self.numbers, &self.flags) {
            (Some(ends), _, _) => Column::list_large(ends, texts),
            (_, Some(numbers), _) => Column::int(numbers),
            (_, _, Some(flags)) => Column::flags(flags, 0, self.rows),
            _ => texts,
        };
        column.with_validity(Validity::new(&self.valid, 0))
    }
}

fn bits(flags: impl Iterator<Item = bool>) -> Vec<u8> {
    let flags: Vec<bool> = flags.collect();
    let byte = |eight: &[bool]| {
        let bits = eight.iter().enumerate();
        bits.map(|(at, &flag)| u8::from(flag) << at).sum()
    };
    flags.chunks(8).map(byte).collect()
}

pub(crate) fn buffers(fields: &[String], rows: &[Value]) -> Vec<(String, Buffers)> {
    let buffer = |field: &String| {
        let values: Vec<_> = rows.iter().map(|row| value(row, field)).collect();
        (field.clone(), Buffers::of(&values))
    };
    fields.iter().map(buffer).collect()
}
