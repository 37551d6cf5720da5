//! Adds lines at the end of a file; existing lines do not change.

use std::fs::{File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;

use super::writing::unwritable;
use crate::base::error::Error;

/// Writes bytes after the first `end` bytes of a file, and syncs the file to disk. Bytes of an interrupted run after `end` are
/// removed. If writing fails, none of the new bytes stay. The caller holds the lock of the file.
pub(crate) fn append(path: &Path, end: u64, bytes: &[u8]) -> Result<(), Error> {
    let unwritable = unwritable(path);
    let mut file = OpenOptions::new()
        .write(true)
        .open(path)
        .map_err(unwritable)?;
    cut(&mut file, end).map_err(unwritable)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.map_err(|error| {
        // If the file cannot be truncated, the next run finds an incomplete line.
        let _ = cut(&mut file, end);
        unwritable(error)
    })
}

fn cut(file: &mut File, end: u64) -> io::Result<()> {
    if file.metadata()?.len() != end {
        file.set_len(end)?;
    }
    file.seek(SeekFrom::Start(end)).map(drop)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn an_incomplete_line_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.jsonl");
        fs::write(&path, "first\nseco").unwrap();
        append(&path, 6, b"other\n").unwrap();
        append(&path, 12, b"third\n").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"first\nother\nthird\n");
    }

    #[test]
    fn a_file_is_not_made() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.jsonl");
        assert_eq!(append(&path, 0, b"x").unwrap_err().code(), "case.write");
        assert!(!path.exists());
    }
}
