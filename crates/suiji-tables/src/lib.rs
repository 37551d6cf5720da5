//! Reads registry, roster and history for `suiji` from the CSV files of an office.
//!
//! - A file is UTF-8, with or without a byte order mark. Lines end in LF or CRLF. Cells are separated by commas and
//!   quoted as in RFC 4180. Nothing is guessed: another separator, a misplaced quotation mark or a row of another
//!   length is an error.
//! - The first line has the names of the fields, in any order. They are the fields of a row in SPEC.md
//!   (`id`, `name`, `class`, …). Any other column of the office is named `extra.NAME`. A file has at most
//!   1,000 columns.
//! - An empty cell is an absent field. A line with only empty cells is ignored, because spreadsheets often
//!   end with such lines. An empty file, without even a header, is an error.
//! - Flags are `true` or `false`, or `TRUE` or `FALSE`, as spreadsheets write them.
//! - The members of a list (`categories`, `exempt_from`, `skills`, `recuse`, `by`, `inspectors`) are separated by `;`. If a member contains
//!   `;`, use JSON Lines instead.
//!
//! Values are not trimmed or converted. Each line becomes the JSON of one row, and the core checks it like
//! any other row. A fault has the number of its line in the file; the header is line 1. A file is read row
//! by row, so that even a large file needs little memory.

#![forbid(unsafe_code)]

mod guess;
mod header;
mod lines;
pub mod names;
mod records;

use std::io::BufRead;

use suiji::error::{ErrorKind, Faults};
use suiji::tables::RegistryBuilder;
use suiji::{Error, History, Plan, Registry, Roster, Run};

pub use guess::guess;

use header::Fields;
use lines::JsonLines;

/// Reads a registry (检查对象名录库) from CSV.
///
/// ```
/// use suiji::Run;
///
/// let csv = "id,name,categories,extra.电话\r\nA-1,样例企业,加油站;超市,0356-7000000\r\n";
/// let registry = suiji_tables::registry_from_csv(csv.as_bytes(), &Run::default())?;
/// assert_eq!(registry.name("A-1"), Some("样例企业"));
/// # Ok::<(), suiji::Error>(())
/// ```
///
/// # Errors
/// The errors of [`Registry::from_json_lines`], and `table.csv`, `table.header`.
pub fn registry_from_csv(reader: impl BufRead, run: &Run) -> Result<Registry, Error> {
    build_registry(Registry::builder(), reader, run)
}

/// Reads a registry from CSV, and reports classes that are not in the plan together with its other faults
/// ([`suiji::tables::RegistryBuilder::for_plan`]).
///
/// # Errors
/// Those of [`registry_from_csv`], and `registry.unknown-class`.
pub fn registry_from_csv_for(
    plan: &Plan,
    reader: impl BufRead,
    run: &Run,
) -> Result<Registry, Error> {
    build_registry(Registry::builder().for_plan(plan), reader, run)
}

fn build_registry(
    mut builder: RegistryBuilder,
    reader: impl BufRead,
    run: &Run,
) -> Result<Registry, Error> {
    let faults = read(reader, &header::REGISTRY, |lines| {
        builder.read_lines_with(lines, run)
    })?;
    with_csv_faults(faults, builder.finish_with(run))
}

/// Reads a roster (执法检查人员名录库) from CSV.
///
/// ```
/// use suiji::Run;
///
/// let csv = "id,name,department,lead,max_load\nZ-1,样例一,县工信局,true,12\nZ-2,样例二,县工信局,,\n";
/// let roster = suiji_tables::roster_from_csv(csv.as_bytes(), &Run::default())?;
/// assert_eq!(roster.len(), 2);
/// # Ok::<(), suiji::Error>(())
/// ```
///
/// # Errors
/// The errors of [`Roster::from_json_lines`], and `table.csv`, `table.header`.
pub fn roster_from_csv(reader: impl BufRead, run: &Run) -> Result<Roster, Error> {
    let mut builder = Roster::builder();
    let faults = read(reader, &header::ROSTER, |lines| {
        builder.read_lines_with(lines, run)
    })?;
    with_csv_faults(faults, builder.finish_with(run))
}

/// Reads a history (检查历史) from CSV.
///
/// A file that has only a header is an empty history.
///
/// ```
/// use suiji::Run;
///
/// let history = suiji_tables::history_from_csv("entity,task,date\n".as_bytes(), &Run::default())?;
/// assert!(history.is_empty());
/// # Ok::<(), suiji::Error>(())
/// ```
///
/// # Errors
/// The errors of [`History::from_json_lines`], and `table.csv`, `table.header`.
pub fn history_from_csv(reader: impl BufRead, run: &Run) -> Result<History, Error> {
    let mut builder = History::builder();
    let faults = read(reader, &header::HISTORY, |lines| {
        builder.read_lines_with(lines, run)
    })?;
    with_csv_faults(faults, builder.finish_with(run))
}

/// Passes the file to a builder as JSON Lines with the line numbers of the file. Returns the faults of the CSV.
fn read<R: BufRead>(
    reader: R,
    fields: &'static Fields,
    build: impl FnOnce(&mut JsonLines<R>) -> Result<(), Error>,
) -> Result<Faults, Error> {
    let mut lines = JsonLines::new(reader, fields);
    let built = build(&mut lines);
    let mut faults = lines.into_faults();
    match built {
        Ok(()) => Ok(faults),
        Err(error) if error.kind() == ErrorKind::Cancelled => Err(error),
        Err(error) => {
            faults.extend(&error);
            faults.into_result(Faults::default())
        }
    }
}

/// The built table, or all faults: first those of the CSV, then those of the rows.
fn with_csv_faults<T>(mut faults: Faults, built: Result<T, Error>) -> Result<T, Error> {
    match built {
        Ok(table) => faults.into_result(table),
        Err(error) => {
            faults.extend(&error);
            faults.into_result(()).and(Err(error))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(error: &Error) -> Vec<(&str, Option<u64>)> {
        error
            .faults()
            .iter()
            .map(|fault| (fault.code(), fault.place().row()))
            .collect()
    }

    fn registry(csv: impl AsRef<[u8]>) -> Result<Registry, Error> {
        registry_from_csv(csv.as_ref(), &Run::default())
    }

    #[test]
    fn a_wrong_header_is_reported_once_and_its_rows_are_not() {
        let rows = "x,y,z\n".repeat(100);
        let error = registry(format!("id,nmae,id\n{rows}")).unwrap_err();
        assert_eq!(codes(&error), [("table.header", Some(1)); 3]);
        assert_eq!(error.fault_count(), 3);
        for header in [
            "ID,name",
            "id;name",
            " id,name",
            "id,name,",
            "id,name,extra",
            "id,name,extra.",
            "id",
            "name,\"id",
        ] {
            assert!(registry(format!("{header}\n")).is_err(), "{header}");
        }
        let history = history_from_csv("entity,task,date,extra.a\n".as_bytes(), &Run::default());
        assert_eq!(history.unwrap_err().code(), "table.header");
    }

    #[test]
    fn a_file_in_which_nothing_is_is_a_fault() {
        for nothing in ["", "\u{feff}", "\n", "\r\n,,\r\n"] {
            assert_eq!(
                codes(&registry(nothing).unwrap_err()),
                [("table.empty-file", None)]
            );
            let roster = roster_from_csv(nothing.as_bytes(), &Run::default());
            assert_eq!(roster.unwrap_err().code(), "table.empty-file");
            let history = history_from_csv(nothing.as_bytes(), &Run::default());
            assert_eq!(history.unwrap_err().code(), "table.empty-file");
        }
        let header = "\u{feff}entity,task,date,kind,by,inspectors\r\n";
        assert!(
            history_from_csv(header.as_bytes(), &Run::default())
                .unwrap()
                .is_empty()
        );
    }

    #[test]
    fn all_columns_are_read() {
        let csv = "id,name,exempt,exempt_from\nA-1,甲,白名单,J1;J2\nA-2,乙,白名单,\n";
        let registry = registry(csv).unwrap();
        let entity = registry.entity("A-1").unwrap();
        assert_eq!(
            (entity.exempt(), entity.exempt_from()),
            (Some("白名单"), vec!["J1", "J2"])
        );
        assert_eq!(registry.entity("A-2").unwrap().exempt(), Some("白名单"));
        let csv = "id,name,department,load\nZ-1,a,b,3\nZ-2,a,b,0\n";
        let roster = roster_from_csv(csv.as_bytes(), &Run::default()).unwrap();
        let load = |id| roster.inspector(id).unwrap().load();
        assert_eq!((load("Z-1"), load("Z-2")), (3, 0));
        let csv = "entity,task,date,by,inspectors\nA-1,J1,2024-03-05,县局;市局,Z-2;Z-1\n";
        let history = history_from_csv(csv.as_bytes(), &Run::default()).unwrap();
        let mut line = Vec::new();
        history.write_json_lines(&mut line).unwrap();
        let row = r#"{"by":["县局","市局"],"date":"2024-03-05","entity":"A-1","inspectors":["Z-1","Z-2"],"task":"J1"}"#;
        assert_eq!(String::from_utf8(line).unwrap(), format!("{row}\n"));
    }

    #[test]
    fn a_file_has_at_most_a_thousand_columns() {
        let header = |columns: usize| {
            let extra: String = (2..columns).map(|n| format!(",extra.{n}")).collect();
            format!("id,name{extra}\n")
        };
        assert!(registry(header(1000)).is_ok());
        let error = registry(header(1001)).unwrap_err();
        assert_eq!((error.code(), error.fault_count()), ("table.header", 1));
        // A header of the maximum length is one fault, not half a million.
        let error = registry("a,".repeat((1 << 19) - 1)).unwrap_err();
        assert_eq!((error.code(), error.fault_count()), ("table.header", 1));
    }

    #[test]
    fn faults_of_form_and_of_rows_are_reported_together_by_line() {
        let csv = b"id,name,established,categories\n\
            A-1,a\n\
            A-2,a,2024-02-30,\n\
            A-3,\xd5\xc5,,\n\
            A-4,a,,x;x\n\
            A-5,a\"b,,\n\
            A 6,a,,\n\
            A-7,a,,\xe5\x8a\xa0\xef\xbc\x9b\xe8\xb6\x85\n";
        let error = registry(csv).unwrap_err();
        let chinese = error.message(suiji::Lang::Zh);
        assert!(
            chinese.contains("第 2 行：不符合 CSV 格式：本行有 2 个单元格，表头有 4 个"),
            "{chinese}"
        );
        let mut found = codes(&error);
        found.sort_by_key(|&(_, row)| row);
        assert_eq!(
            found,
            [
                ("table.csv", Some(2)),
                ("date.form", Some(3)),
                ("json.not-utf8", Some(4)),
                ("set.duplicate-member", Some(5)),
                ("table.csv", Some(6)),
                ("id.form", Some(7)),
                ("table.csv", Some(8)),
            ]
        );
    }

    #[test]
    fn a_header_in_another_encoding_is_a_fault() {
        // 地址 in GBK.
        let error = registry(b"id,name,extra.\xb5\xd8\xd6\xb7\nA-1,a,b\n").unwrap_err();
        assert_eq!(codes(&error), [("json.not-utf8", Some(1))]);
    }

    #[test]
    fn a_duplicate_id_is_reported_with_its_line() {
        let error = registry("id,name\nA-1,a\n\nA-1,b\n").unwrap_err();
        assert_eq!(codes(&error), [("registry.duplicate-id", Some(4))]);
    }

    #[test]
    fn equal_faults_of_many_rows_are_one_fault_with_a_count() {
        let error = registry(format!(
            "id,name\n{}{}",
            "x\n".repeat(30),
            "A,\n".repeat(30)
        ))
        .unwrap_err();
        let counts: Vec<u64> = error
            .faults()
            .iter()
            .map(suiji::error::Fault::count)
            .collect();
        assert_eq!(counts, [30, 30]);
    }

    #[test]
    fn flags_and_integers_are_checked_by_the_core() {
        let csv = "id,name,department,lead,max_load\nZ-1,a,b,yes,2.5\nZ-2,a,b,true,0\n";
        let error = roster_from_csv(csv.as_bytes(), &Run::default()).unwrap_err();
        let expected = [
            ("json.wrong-type", Some(2)),
            ("json.wrong-type", Some(2)),
            ("json.range", Some(3)),
        ];
        assert_eq!(codes(&error), expected);
        assert_eq!(error.faults()[1].place().path(), "$.max_load");
    }

    #[test]
    fn reading_stops_at_a_line_that_is_too_long() {
        let error = registry(format!("id,name\nA,{}\n", "x".repeat(2 << 20))).unwrap_err();
        assert_eq!(codes(&error), [("limit.line", Some(2))]);
        // This line is short enough as CSV, but too long as JSON.
        let error = registry(format!("id,name\nA,{}\n", "\u{1}".repeat(1 << 19))).unwrap_err();
        assert_eq!(codes(&error), [("limit.line", Some(2))]);
    }

    #[test]
    fn reading_can_be_cancelled() {
        let csv = format!(
            "id,name\n{}",
            (0..1_000_000)
                .map(|n| format!("A-{n},a\n"))
                .collect::<String>()
        );
        let run = Run::default().on_progress(|_| std::ops::ControlFlow::Break(()));
        assert_eq!(
            registry_from_csv(csv.as_bytes(), &run).unwrap_err().code(),
            "cancelled"
        );
    }
}
