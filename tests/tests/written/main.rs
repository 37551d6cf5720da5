//! Tables written as JSON Lines again [C2a, C2c, I3–I6]: the same lines from whatever form they came, and an
//! equal table from the lines.
#![expect(clippy::unwrap_used, reason = "tests")]

mod forms;
mod rows;

use std::fmt::Debug;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};
use suiji::tables::Columns;
use suiji::{Error, History, Registry, Roster, Run};
use suiji_tables::{history_from_csv, registry_from_csv, roster_from_csv};

/// The same cases in every run, more of them where PROPTEST_CASES asks for more.
fn config() -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(2024),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// What the three tables have in common.
trait Table: Debug + PartialEq + Sized {
    fn of_lines(lines: &[u8], run: &Run) -> Result<Self, Error>;
    fn of_csv(csv: &str) -> Self;
    fn of_columns(columns: &Columns<'_>) -> Self;
    fn written(&self) -> String;
}

macro_rules! tables {
    ($($table:ident, $of_csv:ident;)+) => {$(
        impl Table for $table {
            fn of_lines(lines: &[u8], run: &Run) -> Result<Self, Error> {
                Self::from_json_lines_with(lines, run)
            }
            fn of_csv(csv: &str) -> Self {
                $of_csv(csv.as_bytes(), &Run::default()).unwrap()
            }
            fn of_columns(columns: &Columns<'_>) -> Self {
                let mut builder = Self::builder();
                builder.push_columns(columns);
                builder.finish().unwrap()
            }
            fn written(&self) -> String {
                let mut lines = Vec::new();
                self.write_json_lines(&mut lines).unwrap();
                String::from_utf8(lines).unwrap()
            }
        }
    )+};
}

tables! {
    Registry, registry_from_csv;
    Roster, roster_from_csv;
    History, history_from_csv;
}

fn lines(rows: &[Value]) -> String {
    rows.iter().map(|row| format!("{row}\n")).collect()
}

/// `given` are the rows `right` in another order and with what [C2c] and [I6] drop.
fn round<T: Table>(right: &[Value], given: &[Value]) {
    let canonical = |row| serde_json_canonicalizer::to_string(row).unwrap() + "\n";
    let right: String = right.iter().map(canonical).collect();
    let of_lines = T::of_lines(lines(given).as_bytes(), &Run::default().threads(2)).unwrap();
    assert_eq!(of_lines.written(), right);
    let fields = forms::fields(given);
    let buffers = forms::buffers(&fields, given);
    let columns = buffers
        .iter()
        .fold(Columns::new(given.len()), |columns, (name, buffer)| {
            columns.with(name.as_str(), buffer.column())
        });
    let again = T::of_lines(right.as_bytes(), &Run::default()).unwrap();
    for other in [
        T::of_csv(&forms::csv(&fields, given)),
        T::of_columns(&columns),
        again,
    ] {
        assert_eq!(other.written(), right);
        assert_eq!(other, of_lines);
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_registry_is_written_as_it_is_whatever_it_came_from((right, given) in rows::registry()) {
        // [C2a], [C2c], [I3], [I6]
        round::<Registry>(&right, &given);
    }

    #[test]
    fn a_roster_is_written_as_it_is_whatever_it_came_from((right, given) in rows::roster()) {
        // [C2a], [C2c], [I4], [I6]
        round::<Roster>(&right, &given);
    }

    #[test]
    fn a_history_is_written_as_it_is_whatever_it_came_from((right, given) in rows::history()) {
        // [C2a], [C2c], [I5]
        round::<History>(&right, &given);
    }
}

/// Rows that differ from `row` in one field each, or lack it, are other tables.
fn differ<T: Table>(row: Value, others: &[(&str, Value)]) {
    let table = |row: &Value| T::of_lines(row.to_string().as_bytes(), &Run::default()).unwrap();
    let mut seen = vec![table(&row), T::of_lines(b"", &Run::default()).unwrap()];
    for (field, value) in others {
        let mut other = row.clone();
        other[field] = value.clone();
        seen.push(table(&other));
    }
    for (index, one) in seen.iter().enumerate() {
        for (place, other) in seen.iter().enumerate() {
            assert_eq!(one == other, index == place, "{one:?} {other:?}");
        }
    }
}

#[test]
fn tables_that_differ_in_any_field_are_not_equal() {
    differ::<Registry>(
        json!({"id": "A-1", "name": "甲"}),
        &[
            ("id", json!("A-2")),
            ("name", json!("乙")),
            ("class", json!("low")),
            ("categories", json!(["超市"])),
            ("district", json!("140521")),
            ("industry", json!("5264")),
            ("status", json!("inactive")),
            ("established", json!("2010-04-11")),
            ("extra", json!({"电话": "0356"})),
        ],
    );
    differ::<Roster>(
        json!({"id": "Z-1", "name": "样例", "department": "局"}),
        &[
            ("id", json!("Z-2")),
            ("name", json!("样例二")),
            ("department", json!("所")),
            ("district", json!("140521")),
            ("skills", json!(["焊接"])),
            ("lead", json!(true)),
            ("expert", json!(true)),
            ("max_load", json!(12)),
            ("valid_to", json!("2024-12-31")),
            ("recuse", json!(["A-1"])),
            ("extra", json!({"电话": "0356"})),
        ],
    );
    differ::<History>(
        json!({"entity": "A-1", "task": "J1", "date": "2023-05-06"}),
        &[
            ("entity", json!("A-2")),
            ("task", json!("J2")),
            ("date", json!("2023-05-07")),
            ("kind", json!("case")),
        ],
    );
}

#[test]
fn where_a_row_stood_does_not_count() {
    let lines = "\n\n{\"id\": \"A-2\", \"name\": \"乙\", \"class\": \"low\"}\n{\"id\": \"A-1\", \"name\": \"甲\", \"class\": \"high\"}";
    let registry = Registry::of_lines(lines.as_bytes(), &Run::default()).unwrap();
    let written = registry.written();
    assert_eq!(
        written,
        "{\"class\":\"high\",\"id\":\"A-1\",\"name\":\"甲\"}\n{\"class\":\"low\",\"id\":\"A-2\",\"name\":\"乙\"}\n"
    );
    assert_eq!(
        Registry::of_lines(written.as_bytes(), &Run::default()).unwrap(),
        registry
    );
}
