//! Files read within limits.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use suiji::{Error, ErrorKind, Fault, Place};

use crate::codes;
use crate::failure::{file_error, missing_file, unusable};

/// Opens a regular file. A pipe or a device is refused before it can block.
pub(crate) fn open(path: &Path) -> Result<File, Error> {
    let unreadable = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => missing_file(path, None),
        _ => unusable(codes::READ, path, &error),
    };
    if !fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(file_error(codes::NOT_A_FILE, path, &[]));
    }
    File::open(path).map_err(unreadable)
}

/// Reads a document of at most `limit` bytes; a longer one is refused before it is read.
pub(crate) fn read(path: &Path, limit: usize, document: ErrorKind) -> Result<Vec<u8>, Error> {
    let file = open(path)?;
    let unreadable = |error: io::Error| unusable(codes::READ, path, &error);
    let too_long = || {
        let details = [("limit", &*limit.to_string())];
        Error::new(Fault::new(
            suiji::codes::BYTES,
            Place::new(document, ""),
            &details,
        ))
    };
    let limit_and_one = limit as u64 + 1;
    if file.metadata().map_err(unreadable)?.len() >= limit_and_one {
        return Err(too_long());
    }
    let mut bytes = Vec::new();
    file.take(limit_and_one)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() > limit {
        return Err(too_long());
    }
    Ok(bytes)
}

/// The same, where the file may be absent.
pub(crate) fn read_if_there(
    path: &Path,
    limit: usize,
    document: ErrorKind,
) -> Result<Option<Vec<u8>>, Error> {
    if is_there(path)? {
        read(path, limit, document).map(Some)
    } else {
        Ok(None)
    }
}

/// Whether something stands under that name, be it a broken link. What cannot be looked at may well be
/// there, so that this is an error and no absence.
pub(crate) fn is_there(path: &Path) -> Result<bool, Error> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if is_absence(&error) => Ok(false),
        Err(error) => Err(unusable(codes::READ, path, &error)),
    }
}

/// Whether an error says that there is nothing under a name.
pub(crate) fn is_absence(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// The folder that holds a file.
pub(crate) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}
