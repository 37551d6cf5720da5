//! The corpus of a fuzz target: one text file, with an input on each line.
//!
//! An input is escaped as in a Rust byte string (`\n`, `\xe4`). The lines are sorted by bytes and unique.
//! So the same inputs always give the same file, and a diff shows which inputs are new.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::rules::workspace;

/// The file of a target.
pub fn file(target: &str) -> PathBuf {
    workspace().join(format!("fuzz/corpus/{target}.txt"))
}

/// The reason why a corpus cannot be read or written.
#[derive(Debug, Error)]
pub enum CorpusError {
    /// A file or folder cannot be read or written.
    #[error("{}: {error}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// The error of the system.
        error: io::Error,
    },
    /// A line that is not an escaped input.
    #[error("{}: line {line}: unknown escape", path.display())]
    Escape {
        /// The corpus.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// A folder without inputs, which would empty the corpus.
    #[error("{}: no files", path.display())]
    Empty {
        /// The folder.
        path: PathBuf,
    },
}

/// The inputs of a target.
///
/// # Errors
/// If the file cannot be read, or a line is not an escaped input.
pub fn read(target: &str) -> Result<BTreeSet<Vec<u8>>, CorpusError> {
    let path = file(target);
    let text = fs::read_to_string(&path).map_err(at(&path))?;
    let inputs = text.lines().zip(1..).map(|(text, line)| {
        let path = path.clone();
        unescaped(text).ok_or(CorpusError::Escape { path, line })
    });
    inputs.collect()
}

/// The text of a file with these inputs.
pub fn to_text(inputs: &BTreeSet<Vec<u8>>) -> String {
    inputs
        .iter()
        .map(|input| format!("{}\n", input.escape_ascii()))
        .collect()
}

/// Adds files to the inputs of a target. Returns the number of new inputs.
///
/// # Errors
/// If a file cannot be read or written.
pub fn add(target: &str, files: &[PathBuf]) -> Result<usize, CorpusError> {
    let mut inputs = read(target)?;
    let before = inputs.len();
    for path in files {
        inputs.insert(fs::read(path).map_err(at(path))?);
    }
    write(target, &inputs)?;
    Ok(inputs.len() - before)
}

/// Writes the inputs of a target into a folder, one file for each. Returns their number.
///
/// # Errors
/// If the corpus cannot be read or the folder cannot be written.
pub fn unpack(target: &str, folder: &Path) -> Result<usize, CorpusError> {
    let inputs = read(target)?;
    fs::create_dir_all(folder).map_err(at(folder))?;
    for (number, input) in inputs.iter().enumerate() {
        let path = folder.join(format!("{number:05}"));
        fs::write(&path, input).map_err(at(&path))?;
    }
    Ok(inputs.len())
}

/// Replaces the inputs of a target with the files of a folder. Returns their number.
///
/// # Errors
/// If the folder is empty or cannot be read, or the corpus cannot be written.
pub fn pack(target: &str, folder: &Path) -> Result<usize, CorpusError> {
    let entries = fs::read_dir(folder).map_err(at(folder))?;
    let inputs = entries.map(|entry| fs::read(entry?.path()));
    let inputs: io::Result<BTreeSet<Vec<u8>>> = inputs.collect();
    let inputs = inputs.map_err(at(folder))?;
    if inputs.is_empty() {
        let path = folder.to_owned();
        return Err(CorpusError::Empty { path });
    }
    write(target, &inputs)?;
    Ok(inputs.len())
}

fn write(target: &str, inputs: &BTreeSet<Vec<u8>>) -> Result<(), CorpusError> {
    let path = file(target);
    fs::write(&path, to_text(inputs)).map_err(at(&path))
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> CorpusError {
    |error| CorpusError::File {
        path: path.to_owned(),
        error,
    }
}

/// The inverse of `escape_ascii`.
fn unescaped(line: &str) -> Option<Vec<u8>> {
    let mut input = Vec::new();
    let mut bytes = line.bytes();
    while let Some(byte) = bytes.next() {
        input.push(match byte {
            b'\\' => match bytes.next()? {
                b'n' => b'\n',
                b'r' => b'\r',
                b't' => b'\t',
                b'x' => {
                    let digits = [bytes.next()?, bytes.next()?];
                    u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
                }
                itself @ (b'\\' | b'\'' | b'"') => itself,
                _ => return None,
            },
            byte => byte,
        });
    }
    Some(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_can_be_written_and_read() {
        let all: Vec<u8> = (0..=u8::MAX).collect();
        assert_eq!(unescaped(&all.escape_ascii().to_string()), Some(all));
    }

    #[test]
    fn an_unknown_or_unfinished_escape_is_refused() {
        for line in ["\\q", "\\", "\\x", "\\x4", "\\xzz"] {
            assert_eq!(unescaped(line), None, "{line}");
        }
    }
}
