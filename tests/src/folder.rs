//! The documents of a case's folder as JSON values, for the trace. Tables may be JSON Lines or plain CSV.

use serde_json::{Map, Value, json};

use crate::{Case, Small};

impl Case {
    /// The documents of the folder. The contributions come from their document [R4].
    pub fn small(&self) -> Small {
        Small {
            plan: self.value("plan.json"),
            registry: self.rows("registry"),
            roster: self.rows("roster"),
            history: self.rows("history"),
            ceremony: self.value("ceremony.json"),
            contributions: self.value("contributions.json")["contributions"].clone(),
        }
    }

    /// The requests after the draw, if any.
    pub fn requests(&self) -> Option<Vec<Value>> {
        self.value("requests.json").as_array().cloned()
    }

    /// A JSON file; null if there is none.
    pub fn value(&self, file: &str) -> Value {
        serde_json::from_slice(&self.bytes(file)).unwrap_or_default()
    }

    fn rows(&self, table: &str) -> Vec<Value> {
        let csv = self.bytes(&format!("{table}.csv"));
        if !csv.is_empty() {
            return rows_of_csv(&String::from_utf8_lossy(&csv));
        }
        let lines = self.bytes(&format!("{table}.jsonl"));
        let lines = lines.split(|&byte| byte == b'\n');
        let lines = lines.filter(|line| !line.is_empty());
        lines
            .map(|line| serde_json::from_slice(line).unwrap_or_default())
            .collect()
    }
}

const LISTS: [&str; 6] = [
    "categories",
    "exempt_from",
    "skills",
    "recuse",
    "by",
    "inspectors",
];

fn rows_of_csv(text: &str) -> Vec<Value> {
    let mut lines = records(text.trim_start_matches('\u{feff}')).into_iter();
    let header = lines.next().unwrap_or_default();
    lines.map(|cells| row(&header, &cells)).collect()
}

fn row(header: &[String], cells: &[String]) -> Value {
    let (mut row, mut extra) = (Map::new(), Map::new());
    for (column, cell) in header
        .iter()
        .zip(cells)
        .filter(|(_, cell)| !cell.is_empty())
    {
        if let Some(name) = column.strip_prefix("extra.") {
            extra.insert(name.to_owned(), json!(cell));
            continue;
        }
        let value = match column.as_str() {
            list if LISTS.contains(&list) => cell.split(';').map(Value::from).collect(),
            "lead" | "expert" => json!(cell == "true"),
            "max_load" | "load" => json!(cell.parse::<u64>().unwrap_or_default()),
            _ => json!(cell),
        };
        row.insert(column.clone(), value);
    }
    if !extra.is_empty() {
        row.insert("extra".to_owned(), extra.into());
    }
    Value::Object(row)
}

/// The cells of each line of a CSV text whose cells have no line ends.
fn records(text: &str) -> Vec<Vec<String>> {
    let lines = text.lines().filter(|line| !line.is_empty());
    lines.map(cells).collect()
}

fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut characters = line.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(core::mem::take(&mut cell)),
            other => cell.push(other),
        }
    }
    cells.push(cell);
    cells
}
