//! Tables as JSON Lines: the whole text, its hash, its rows, its beginning.

use core::hash::Hasher;
use std::hash::DefaultHasher;
use std::io::{self, Write};

use pyo3::prelude::*;
use suiji::Run;

use crate::run::Settings;

/// The lines of a table.
pub(super) fn text(
    py: Python<'_>,
    settings: Settings,
    write: impl FnOnce(&mut Vec<u8>, &Run) -> io::Result<()> + Send,
) -> PyResult<String> {
    let mut lines = Vec::new();
    settings.run(py, |run| Ok(write(&mut lines, run)))??;
    Ok(String::from_utf8(lines)?)
}

/// The hash of the lines of a table, without keeping them.
pub(super) fn hash(
    py: Python<'_>,
    write: impl FnOnce(&mut Hashed, &Run) -> io::Result<()> + Send,
) -> PyResult<u64> {
    let mut hashed = Hashed::default();
    Settings::default().run(py, |run| Ok(write(&mut hashed, run)))??;
    Ok(hashed.0.finish())
}

/// A writer into a hash for Python, which is only valid in this process.
#[derive(Default)]
pub(super) struct Hashed(DefaultHasher);

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Hasher::write(&mut self.0, bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// An iterator over lines of JSON, as values of Python.
pub(super) fn iter<'py>(py: Python<'py>, lines: &str) -> PyResult<Bound<'py, PyAny>> {
    // With this argument only "\n" ends a line: a text in JSON can hold other line separators.
    let lines = py.import("io")?.getattr("StringIO")?.call1((lines, "\n"))?;
    let loads = py.import("json")?.getattr("loads")?;
    py.import("builtins")?.getattr("map")?.call1((loads, lines))
}

/// The first `wanted` lines of a table.
pub(super) fn head(
    py: Python<'_>,
    wanted: usize,
    write: impl FnOnce(&mut Head, &Run) -> io::Result<()> + Send,
) -> PyResult<Vec<String>> {
    let mut head = Head {
        wanted,
        text: Vec::new(),
    };
    let written = Settings::default().run(py, |run| Ok(write(&mut head, run)))?;
    if head.wanted > 0 {
        written?;
    }
    Ok(String::from_utf8(head.text)?
        .lines()
        .map(str::to_owned)
        .collect())
}

/// A writer that takes `wanted` lines and then stops the writing, so that the rest of a long table is not written.
pub(super) struct Head {
    wanted: usize,
    text: Vec<u8>,
}

impl Write for Head {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut taken = 0;
        for line in bytes
            .split_inclusive(|&byte| byte == b'\n')
            .take(self.wanted)
        {
            self.text.extend_from_slice(line);
            self.wanted -= usize::from(line.ends_with(b"\n"));
            taken += line.len();
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
