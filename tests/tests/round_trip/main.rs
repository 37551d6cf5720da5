//! Tables from JSON Lines, CSV and columns are written as the same canonical JSON Lines. An equal table is read from
//! these [C2a, C2c, I3–I6].
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

/// The cases are the same in every run. PROPTEST_CASES sets their number.
fn config() -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(2024),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// What registry, roster and history have in common.
trait Table: Debug + PartialEq + Sized {
    fn of_lines(lines: &[u8], run: &Run) -> Result<Self, Error>;
    fn of_csv(csv: &str) -> Self;
    fn of_columns(columns: &Columns<'_>) -> Self;
    /// The header of an empty list.
    const HEADER: &'static str;
    fn written(&self) -> String;
}

macro_rules! tables {
    ($($table:ident, $of_csv:ident, $header:literal;)+) => {$(
        impl Table for $table {
            const HEADER: &'static str = $header;
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
    Registry, registry_from_csv, "id,name\n";
    Roster, roster_from_csv, "id,name,department\n";
    History, history_from_csv, "entity,task,date\n";
}

fn lines(rows: &[Value]) -> String {
    rows.iter().map(|row| format!("{row}\n")).collect()
}

/// `input` has the rows of `canonical` in another order, and with defaults and empty fields that readers drop
/// [C2c, I6].
fn assert_round_trip<T: Table>(canonical: &[Value], input: &[Value]) {
    let line = |row| serde_json_canonicalizer::to_string(row).unwrap() + "\n";
    let expected: String = canonical.iter().map(line).collect();
    let of_lines = T::of_lines(lines(input).as_bytes(), &Run::default().threads(2)).unwrap();
    assert_eq!(of_lines.written(), expected);
    let fields = forms::fields(input);
    let buffers = forms::buffers(&fields, input);
    let columns = buffers
        .iter()
        .fold(Columns::new(input.len()), |columns, (name, buffer)| {
            columns.with(name.as_str(), buffer.column())
        });
    let again = T::of_lines(expected.as_bytes(), &Run::default()).unwrap();
    for other in [
        T::of_csv(&match fields.is_empty() {
            true => T::HEADER.to_owned(),
            false => forms::csv(&fields, input),
        }),
        T::of_columns(&columns),
        again,
    ] {
        assert_eq!(other.written(), expected);
        assert_eq!(other, of_lines);
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_registry_is_written_the_same_from_every_form((canonical, input) in rows::registry()) {
        // [C2a], [C2c], [I3], [I6]
        assert_round_trip::<Registry>(&canonical, &input);
    }

    #[test]
    fn a_roster_is_written_the_same_from_every_form((canonical, input) in rows::roster()) {
        // [C2a], [C2c], [I4], [I6]
        assert_round_trip::<Roster>(&canonical, &input);
    }

    #[test]
    fn a_history_is_written_the_same_from_every_form((canonical, input) in rows::history()) {
        // [C2a], [C2c], [I5]
        assert_round_trip::<History>(&canonical, &input);
    }
}

/// Asserts that tables are different if their row differs from `row` in one field, or is absent.
fn assert_different<T: Table>(row: Value, others: &[(&str, Value)]) {
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
    assert_different::<Registry>(
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
    assert_different::<Roster>(
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
    assert_different::<History>(
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
fn the_place_of_a_row_in_the_file_does_not_matter() {
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
