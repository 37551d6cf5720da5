//! Adds rows to the history of a case, in the form of its file.

use serde_json::{Map, Value};
use suiji::error::ErrorKind;

use super::folder::{Case, Table};
use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::disk::files;
use crate::disk::writing::{self, Access};
use crate::texts::codes;

/// A longer history is refused, because it is read as a whole.
const HISTORY_BYTES: usize = 1 << 30;

/// A visit to be added.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct NewVisit {
    pub(crate) entity: String,
    pub(crate) task: String,
    pub(crate) date: String,
    /// Sorted by id.
    pub(crate) inspectors: Vec<String>,
}

impl NewVisit {
    /// The value of a column; blank if the visit has none.
    fn cell(&self, column: &str) -> String {
        match column {
            "entity" => self.entity.clone(),
            "task" => self.task.clone(),
            "date" => self.date.clone(),
            "inspectors" => self.inspectors.join(";"),
            _ => String::new(),
        }
    }

    fn to_json(&self) -> Value {
        let mut row = Map::new();
        for field in ["entity", "task", "date"] {
            row.insert(field.to_owned(), self.cell(field).into());
        }
        if !self.inspectors.is_empty() {
            row.insert("inspectors".to_owned(), self.inspectors.clone().into());
        }
        Value::Object(row)
    }
}

/// Adds visits at the end of the history, and replaces its file in one step.
pub(crate) fn add(case: &Case, visits: &[NewVisit]) -> Result<(), Error> {
    let table = case.table("history")?;
    let (Table::JsonLines(path) | Table::Csv(path)) = &table;
    let mut bytes = files::read(path, HISTORY_BYTES, ErrorKind::History)?;
    if bytes.last().is_some_and(|last| *last != b'\n') {
        bytes.push(b'\n');
    }
    let rows = match table {
        Table::JsonLines(_) => json_lines(visits),
        Table::Csv(_) => {
            if visits.iter().any(|visit| !visit.inspectors.is_empty()) {
                // [T2] Rotation needs to know the inspectors.
                bytes = with_column(bytes, "inspectors");
            }
            let rows = csv(&bytes, visits);
            rows.ok_or_else(|| file_error(path, codes::history_header()))?
        }
    };
    bytes.extend(rows.as_bytes());
    writing::replace(path, &bytes, Access::Shared)
}

fn json_lines(visits: &[NewVisit]) -> String {
    visits
        .iter()
        .map(|visit| format!("{}\n", visit.to_json()))
        .collect()
}

/// The table with one more column, blank in all rows. If it already has the column, it is unchanged.
fn with_column(table: Vec<u8>, name: &str) -> Vec<u8> {
    let is_end = |byte: u8| byte == b'\n' || byte == b'\r';
    let header = table.iter().position(|byte| is_end(*byte));
    let header = table
        .get(..header.unwrap_or(table.len()))
        .unwrap_or_default();
    let header = String::from_utf8_lossy(header);
    let header = header.trim_start_matches('\u{FEFF}');
    if header.is_empty()
        || header
            .split(',')
            .any(|of| of.trim().trim_matches('"') == name)
    {
        return table;
    }
    let mut out = Vec::with_capacity(table.len() + table.len() / 16);
    let (mut quoted, mut filled, mut is_header) = (false, false, true);
    for byte in table {
        if is_end(byte) && !quoted && filled {
            out.push(b',');
            if is_header {
                out.extend(name.as_bytes());
            }
            (filled, is_header) = (false, false);
        } else if !is_end(byte) {
            filled = true;
        }
        quoted ^= byte == b'"';
        out.push(byte);
    }
    out
}

/// The rows in the order of the header. No value needs quotes, because ids and dates contain neither commas nor
/// quotes. None if the header lacks a required column.
fn csv(table: &[u8], visits: &[NewVisit]) -> Option<String> {
    let text = std::str::from_utf8(table).ok()?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let header = text.lines().next()?;
    let columns = header.split(',').map(|name| name.trim().trim_matches('"'));
    let columns: Vec<&str> = columns.collect();
    let required = ["entity", "task", "date"];
    if required.iter().any(|name| !columns.contains(name)) {
        return None;
    }
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let row = |visit: &NewVisit| {
        let cells: Vec<String> = columns.iter().map(|column| visit.cell(column)).collect();
        cells.join(",") + end
    };
    Some(visits.iter().map(row).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit() -> NewVisit {
        NewVisit {
            entity: "A-1".to_owned(),
            task: "T1".to_owned(),
            date: "2024-09-02".to_owned(),
            inspectors: vec!["Z-1".to_owned(), "Z-2".to_owned()],
        }
    }

    #[test]
    fn a_row_has_the_columns_of_the_header() {
        let of = |header: &str| csv(header.as_bytes(), &[visit()]);
        let all = of("\u{FEFF}date,task,kind,\"entity\",inspectors\r\n");
        assert_eq!(all.as_deref(), Some("2024-09-02,T1,,A-1,Z-1;Z-2\r\n"));
        let few = of("entity,task,date\n");
        assert_eq!(few.as_deref(), Some("A-1,T1,2024-09-02\n"));
        assert_eq!(of("entity,task,kind\n"), None);
        assert_eq!(of(""), None);
    }

    #[test]
    fn a_column_is_added_to_a_table_that_lacks_it() {
        let of = |table: &str| String::from_utf8(with_column(table.into(), "inspectors")).unwrap();
        assert_eq!(
            of("\u{FEFF}entity,task,date,by\r\nA-1,T,2024-01-01,\"甲\n乙\"\r\n\r\n"),
            "\u{FEFF}entity,task,date,by,inspectors\r\nA-1,T,2024-01-01,\"甲\n乙\",\r\n\r\n"
        );
        let has = "entity,\"inspectors\",task\n1,2,3\n";
        assert_eq!(of(has), has);
        assert_eq!(of(""), "");
    }

    #[test]
    fn a_line_has_the_fields_of_a_visit() {
        let line: Value = serde_json::from_str(&json_lines(&[visit()])).unwrap();
        let expected = serde_json::json!({"entity": "A-1", "task": "T1", "date": "2024-09-02", "inspectors": ["Z-1", "Z-2"]});
        assert_eq!(line, expected);
    }
}
