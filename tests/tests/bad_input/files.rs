//! Files and columns of tables that cannot be read at all.

use std::io::{self, BufRead, Read};

use suiji::tables::{Column, Columns};
use suiji::{Error, Registry, Run};

use super::Bad;

pub(crate) fn faults() -> Vec<Bad> {
    let mut all = files();
    all.extend(columns());
    all
}

/// A reader that fails after some bytes.
struct Failing(&'static [u8]);

impl Read for Failing {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Failing {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.0.is_empty() {
            Err(io::Error::other("I/O error"))
        } else {
            Ok(self.0)
        }
    }

    fn consume(&mut self, amount: usize) {
        self.0 = &self.0[amount..];
    }
}

fn files() -> Vec<Bad> {
    let run = Run::default();
    let csv = |text: &'static str| suiji_tables::registry_from_csv(text.as_bytes(), &run);
    vec![
        Bad::new(
            "an I/O error",
            Registry::from_json_lines_with(Failing(b"{\"id\""), &run),
            "table.read",
            "registry",
        ),
        Bad::new(
            "a quote inside a cell",
            csv("id,name\nA-1,a\"b\n"),
            "table.csv",
            "registry row 2",
        ),
        Bad::new("an empty file", csv(""), "table.empty-file", "registry"),
        Bad::new(
            "a byte order mark alone",
            csv("\u{feff}"),
            "table.empty-file",
            "registry",
        ),
        Bad::new(
            "a JSON array",
            Registry::from_json_lines(&b"\n[\n{}\n]"[..]),
            "table.json-array",
            "registry row 2",
        ),
        Bad::new(
            "an unknown column",
            csv("id,name,Class\nA-1,甲,low\n"),
            "table.header",
            "registry row 1",
        ),
    ]
}

fn columns() -> Vec<Bad> {
    let names = Column::utf8(&[0, 1, 2], b"xy");
    let read = |columns: Columns<'_>| -> Result<Registry, Error> {
        let mut builder = Registry::builder();
        builder.push_columns(&columns);
        builder.finish()
    };
    let ids =
        |ids: Column<'static>| read(Columns::new(2).with("id", ids).with("name", names.clone()));
    vec![
        Bad::new(
            "3 ids for 2 rows",
            ids(Column::utf8(&[0, 1, 2, 3], b"ABC")),
            "table.column-length",
            "registry",
        ),
        Bad::new(
            "an offset outside the data",
            ids(Column::utf8(&[0, 1, 9], b"AB")),
            "table.column-broken",
            "registry row 2 id",
        ),
        Bad::new(
            "a column that is not UTF-8",
            ids(Column::utf8(&[0, 1, 2], b"A\xff")),
            "table.column-not-utf8",
            "registry row 2 id",
        ),
    ]
}
