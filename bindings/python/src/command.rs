//! The command `suiji`, with the streams of the process.

use std::ffi::OsString;
use std::io;

use pyo3::prelude::*;
use suiji_cli::Terminal;

use crate::run::attempt;

/// Runs a command line, without the name of the program, and returns its exit code.
#[pyfunction]
pub(crate) fn run_command(py: Python<'_>, args: Vec<OsString>) -> PyResult<u8> {
    attempt(py, || {
        let terminal = Terminal::of_process();
        let (mut input, mut out, mut err) =
            (io::stdin().lock(), io::stdout().lock(), io::stderr().lock());
        Ok(suiji_cli::run(
            args, &mut input, &mut out, &mut err, terminal,
        ))
    })
}
