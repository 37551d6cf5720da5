//! Offices' tables for `suiji`: CSV files as registry, roster and history.
//!
//! - UTF-8, with or without a byte order mark; lines end in LF or CRLF; cells are separated by commas and
//!   quoted as in RFC 4180. Nothing is guessed: another delimiter, a stray quote or a row of another
//!   length is an error.
//! - The first line holds field names, those of the rows of SPEC.md (`id`, `name`, `class`, …), in any
//!   order; a column that the office keeps besides is called `extra.NAME`. There are at most 1,000.
//! - An empty cell is an absent field. A line whose cells are all empty is passed over, as spreadsheets
//!   leave such lines behind; an empty file is an empty table.
//! - Flags are `true` and `false` (or `TRUE` and `FALSE`, as spreadsheets write them).
//! - Lists (`categories`, `skills`, `recuse`) are joined by `;`. A member that holds `;` needs JSON Lines.
//!
//! Values are neither trimmed nor converted: each line becomes the JSON text of one row, which the core
//! checks as it does any other. Faults name the line of the file, the header being line 1. A table is
//! read as a stream, a row at a time, so that no file fills the memory.

#![forbid(unsafe_code)]

mod header;
mod lines;
mod records;

use std::io::BufRead;

use suiji::error::{ErrorKind, Faults};
use suiji::{Error, History, Registry, Roster, Run};

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
/// As [`Registry::from_json_lines`], and `table.csv`, `table.header`.
pub fn registry_from_csv(reader: impl BufRead, run: &Run) -> Result<Registry, Error> {
    let mut builder = Registry::builder();
    let faults = read(reader, &header::REGISTRY, |lines| {
        builder.read_lines_with(lines, run)
    })?;
    together(faults, builder.finish_with(run))
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
/// As [`Roster::from_json_lines`], and `table.csv`, `table.header`.
pub fn roster_from_csv(reader: impl BufRead, run: &Run) -> Result<Roster, Error> {
    let mut builder = Roster::builder();
    let faults = read(reader, &header::ROSTER, |lines| {
        builder.read_lines_with(lines, run)
    })?;
    together(faults, builder.finish_with(run))
}

/// Reads the history of inspections from CSV. A header alone is an empty history, and so is an empty file.
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
/// As [`History::from_json_lines`], and `table.csv`, `table.header`.
pub fn history_from_csv(reader: impl BufRead, run: &Run) -> Result<History, Error> {
    let mut builder = History::builder();
    let faults = read(reader, &header::HISTORY, |lines| {
        builder.read_lines_with(lines, run)
    })?;
    together(faults, builder.finish_with(run))
}

/// Hands the table to a builder as JSON Lines with the line numbers of the file; gives the faults of
/// the form of CSV.
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

/// The faults of CSV before those of the rows.
fn together<T>(mut faults: Faults, built: Result<T, Error>) -> Result<T, Error> {
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
    fn a_wrong_header_is_reported_once_and_nothing_else() {
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
    fn a_thousand_columns_are_read_and_no_more() {
        let header = |columns: usize| {
            let extra: String = (2..columns).map(|n| format!(",extra.{n}")).collect();
            format!("id,name{extra}\n")
        };
        assert!(registry(header(1000)).is_ok());
        let error = registry(header(1001)).unwrap_err();
        assert_eq!((error.code(), error.fault_count()), ("table.header", 1));
        // As long as a line may be: one fault, and not one for each of half a million names.
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
            chinese.contains("第 2 行：不是合法的 CSV：本行有 2 个单元格，表头有 4 个"),
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
    fn a_header_of_another_encoding_is_told_as_such() {
        // 地址 in GBK.
        let error = registry(b"id,name,extra.\xb5\xd8\xd6\xb7\nA-1,a,b\n").unwrap_err();
        assert_eq!(codes(&error), [("json.not-utf8", Some(1))]);
    }

    #[test]
    fn twice_the_same_id_is_named_by_its_lines() {
        let error = registry("id,name\nA-1,a\n\nA-1,b\n").unwrap_err();
        assert_eq!(codes(&error), [("registry.duplicate-id", Some(4))]);
    }

    #[test]
    fn equal_faults_of_many_rows_are_one_with_a_count() {
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
        let wrong = [
            ("json.wrong-type", Some(2)),
            ("json.wrong-type", Some(2)),
            ("json.range", Some(3)),
        ];
        assert_eq!(codes(&error), wrong);
        assert_eq!(error.faults()[1].place().path(), "$.max_load");
    }

    #[test]
    fn a_line_that_is_too_long_ends_the_reading() {
        let error = registry(format!("id,name\nA,{}\n", "x".repeat(2 << 20))).unwrap_err();
        assert_eq!(codes(&error), [("limit.line", Some(2))]);
        // Short as a line of CSV, too long as JSON.
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
