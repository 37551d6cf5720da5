//! Turns records into JSON Lines: each record becomes the JSON of one row, with the line number it has in the file.
//!
//! A builder reads these lines, so its row numbers are those of the file. It uses several threads, reports
//! progress and can be cancelled.

use std::io::{self, BufRead, Read};

use serde::ser::{Serialize, SerializeMap, Serializer};
use suiji::error::{Fault, Faults};

use crate::header::{Column, Fields, Type};
use crate::records::{Record, Records, csv_fault, text};

const FULL_WIDTH: (&str, &str) = (
    "a full-width “；” in a list: separate its members with “;”",
    "列表中有全角“；”，请改用半角“;”分隔",
);

/// How many bytes are made at a time.
const BLOCK: usize = 64 << 10;

/// A CSV file, read as JSON Lines.
#[derive(Debug)]
pub(crate) struct JsonLines<R> {
    records: Records<R>,
    fields: &'static Fields,
    columns: Option<Vec<Column>>,
    record: Record,
    /// How many lines have been made.
    made: u64,
    buffer: Vec<u8>,
    /// How much of the buffer has been read.
    at: usize,
    ended: bool,
    faults: Faults,
}

impl<R: BufRead> JsonLines<R> {
    pub(crate) fn new(reader: R, fields: &'static Fields) -> Self {
        Self {
            records: Records::new(reader, fields.kind),
            fields,
            columns: None,
            record: Record::default(),
            made: 0,
            buffer: Vec::new(),
            at: 0,
            ended: false,
            faults: Faults::default(),
        }
    }

    /// The faults of the CSV. Faults of the rows are in the builder.
    pub(crate) fn into_faults(self) -> Faults {
        self.faults
    }

    /// Makes the next line. Sets `ended` after the last one.
    fn make_line(&mut self) -> Result<(), Fault> {
        if self.columns.is_none() {
            return self.read_header();
        }
        if !self.records.next(&mut self.record)? {
            self.ended = true;
            return Ok(());
        }
        let record = &self.record;
        if record.is_blank() {
            return Ok(());
        }
        let place = self.records.place(record.line);
        if let Some(problem) = record.stray {
            self.faults.push(csv_fault(place, problem));
            return Ok(());
        }
        let columns = self.columns.as_deref().unwrap_or_default();
        if record.len() != columns.len() {
            let (found, expected) = (record.len(), columns.len());
            let problem = format!("{found} cells where the header has {expected}");
            let problem_zh = format!("本行有 {found} 个单元格，表头有 {expected} 个");
            self.faults.push(csv_fault(place, (&problem, &problem_zh)));
            return Ok(());
        }
        // The builder gets a blank line for each line that is ignored.
        while self.made + 1 < record.line {
            self.buffer.push(b'\n');
            self.made += 1;
        }
        let start = self.buffer.len();
        if let Err(fault) = push_row(&mut self.buffer, columns, record, &self.records) {
            self.faults.push(fault);
            self.buffer.truncate(start);
            return Ok(());
        }
        self.buffer.push(b'\n');
        self.made += 1;
        Ok(())
    }

    /// Reads the header, which is the first line that is not blank. A file without a header is a failed export.
    fn read_header(&mut self) -> Result<(), Fault> {
        self.records.skip_mark()?;
        loop {
            if !self.records.next(&mut self.record)? {
                return Err(self.records.empty_fault());
            }
            if !self.record.is_blank() {
                break;
            }
        }
        if let Some(problem) = self.record.stray {
            return Err(csv_fault(self.records.place(self.record.line), problem));
        }
        self.columns = self
            .fields
            .columns(&self.record, &self.records, &mut self.faults);
        self.ended = self.columns.is_none();
        Ok(())
    }
}

impl<R: BufRead> BufRead for JsonLines<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at == self.buffer.len() {
            self.buffer.clear();
            self.at = 0;
            while !self.ended && self.buffer.len() < BLOCK {
                if let Err(fault) = self.make_line() {
                    self.faults.push(fault);
                    self.ended = true;
                }
            }
        }
        Ok(&self.buffer[self.at..])
    }

    fn consume(&mut self, bytes: usize) {
        self.at += bytes;
    }
}

impl<R: BufRead> Read for JsonLines<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut available = self.fill_buf()?;
        let read = available.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

/// Appends the JSON of one row.
fn push_row<R: BufRead>(
    json: &mut Vec<u8>,
    columns: &[Column],
    record: &Record,
    records: &Records<R>,
) -> Result<(), Fault> {
    let mut fields = Vec::new();
    let mut extra = Vec::new();
    for (column, cell) in columns.iter().zip(record.cells()) {
        let place = |field: &str| records.place_in(record.line, field);
        let cell = text(cell, || place(column.name()))?;
        match column {
            _ if cell.is_empty() => {}
            // Otherwise `a；b` would be one member that matches no scope, and nobody would be told.
            Column::Field(name, Type::List) if cell.contains('；') => {
                return Err(csv_fault(place(name), FULL_WIDTH));
            }
            Column::Field(name, of_type) => fields.push((*name, Cell(*of_type, cell))),
            Column::Extra(name) => extra.push((name.as_str(), cell)),
        }
    }
    serde_json::to_writer(json, &Row { fields, extra }).expect("texts and numbers are JSON");
    Ok(())
}

/// The cells of a row that are not empty, in the order of the columns.
struct Row<'r> {
    fields: Vec<(&'static str, Cell<'r>)>,
    extra: Vec<(&'r str, &'r str)>,
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut row = to.serialize_map(None)?;
        for (name, cell) in &self.fields {
            row.serialize_entry(name, cell)?;
        }
        if !self.extra.is_empty() {
            row.serialize_entry("extra", &Extra(&self.extra))?;
        }
        row.end()
    }
}

/// The columns that the office keeps in `extra`.
struct Extra<'r>(&'r [(&'r str, &'r str)]);

impl Serialize for Extra<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().copied())
    }
}

/// A cell. If it is not a flag or not an integer, it stays a text; the core reports it with row and field.
struct Cell<'r>(Type, &'r str);

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match (self.0, self.1) {
            (Type::Flag, "true" | "TRUE") => to.serialize_bool(true),
            (Type::Flag, "false" | "FALSE") => to.serialize_bool(false),
            (Type::Integer, cell) => match integer(cell) {
                Some(number) => to.serialize_i128(number),
                None => to.serialize_str(cell),
            },
            (Type::List, cell) => to.collect_seq(cell.split(';')),
            (_, cell) => to.serialize_str(cell),
        }
    }
}

/// The integer of a cell that is written as JSON writes integers.
fn integer(cell: &str) -> Option<i128> {
    let number: i128 = cell.parse().ok()?;
    (number.to_string() == cell).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::header;

    fn made(csv: &str) -> String {
        let mut json = String::new();
        let mut lines = JsonLines::new(csv.as_bytes(), &header::ROSTER);
        lines.read_to_string(&mut json).unwrap();
        assert_eq!(lines.into_faults(), Faults::default());
        json
    }

    #[test]
    fn each_type_of_cell_becomes_its_json() {
        let csv = "\u{feff}id,lead,name,skills,max_load,extra.😀,department,expert,extra.a\r\n\
                   Z-1,true,\"样例, \"\"一\"\"\",a;b,12,笑,县工信局,FALSE,\r\n\
                   Z-2,,样例二,a,-1,,县\\局,,x\r\n";
        let rows = [
            r#"{"id":"Z-1","lead":true,"name":"样例, \"一\"","skills":["a","b"],"max_load":12,"department":"县工信局","expert":false,"extra":{"😀":"笑"}}"#,
            r#"{"id":"Z-2","name":"样例二","skills":["a"],"max_load":-1,"department":"县\\局","extra":{"a":"x"}}"#,
        ];
        assert_eq!(made(csv), format!("\n{}\n{}\n", rows[0], rows[1]));
    }

    #[test]
    fn a_cell_that_is_no_flag_or_no_integer_stays_text() {
        for wrong in ["yes", "True", "1", "是"] {
            assert!(
                made(&format!("id,name,department,lead\nZ,n,d,{wrong}\n"))
                    .contains(&format!("\"lead\":\"{wrong}\""))
            );
        }
        for wrong in ["1.0", "012", "-", "-0", "+1", "1e3", " 1", "１"] {
            let json = made(&format!("id,name,department,max_load\nZ,n,d,{wrong}\n"));
            assert!(
                json.contains(&format!("\"max_load\":\"{wrong}\"")),
                "{json}"
            );
        }
    }

    #[test]
    fn rows_have_the_line_numbers_of_the_file() {
        let csv = "\n,,\nid,name,department\n\nZ-1,\"a\n\u{1}b\",d\n,,\nZ-2,n,d";
        let json = made(csv);
        let lines: Vec<&str> = json.split('\n').collect();
        assert!(lines[4].contains(r#""a\n\u0001b""#), "{json}");
        assert!(lines[7].contains("Z-2"), "{json}");
        assert_eq!(lines.len(), 9);
    }

    #[test]
    fn reading_byte_by_byte_gives_the_same() {
        let csv = format!(
            "id,name,department\n{}",
            "Z,\"a\"\"b\",c\r\n".repeat(10_000)
        );
        let mut small = JsonLines::new(
            io::BufReader::with_capacity(1, csv.as_bytes()),
            &header::ROSTER,
        );
        let mut json = String::new();
        small.read_to_string(&mut json).unwrap();
        assert_eq!(json, made(&csv));
    }
}
