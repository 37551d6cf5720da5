//! Reading files within limits.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::base::error::Error;
use suiji::error::{ErrorKind, Fault, Place};

use crate::base::errors::{self, file_error, missing_file};
use crate::texts::codes;

/// Opens a regular file. A pipe or a device is refused, because opening it could block.
pub(crate) fn open(path: &Path) -> Result<File, Error> {
    let unreadable = |error: io::Error| match is_not_found(&error) {
        true => missing_file(path, None),
        false => errors::unreadable(path, &error),
    };
    if !fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(file_error(path, codes::not_a_file()));
    }
    File::open(path).map_err(unreadable)
}

/// Reads a document of at most `limit` bytes. A longer one is refused before it is read.
pub(crate) fn read(path: &Path, limit: usize, document: ErrorKind) -> Result<Vec<u8>, Error> {
    let file = open(path)?;
    let unreadable = |error: io::Error| errors::unreadable(path, &error);
    let too_long = || {
        let details = [("limit", &*limit.to_string())];
        Error::from(suiji::Error::new(Fault::new(
            suiji::error::codes::BYTES,
            Place::new(document, ""),
            &details,
        )))
    };
    let limit_and_one = limit as u64 + 1;
    let length = file.metadata().map_err(unreadable)?.len();
    if length >= limit_and_one {
        return Err(too_long());
    }
    let mut bytes = Vec::new();
    // One allocation. It can fail even within the limit.
    bytes
        .try_reserve_exact(usize::try_from(length).unwrap_or(limit) + 1)
        .map_err(|_| unreadable(io::ErrorKind::OutOfMemory.into()))?;
    file.take(limit_and_one)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() > limit {
        return Err(too_long());
    }
    Ok(bytes)
}

/// Reads a document that may be missing. A broken link is an error.
pub(crate) fn read_optional(
    path: &Path,
    limit: usize,
    document: ErrorKind,
) -> Result<Option<Vec<u8>>, Error> {
    match read(path, limit, document) {
        Err(error) if error.is(codes::MISSING_FILE) && !is_link(path)? => Ok(None),
        read => read.map(Some),
    }
}

/// Reads a document of the command that may be missing. An empty file is an error: another command is
/// writing it, or was interrupted.
pub(crate) fn read_written(
    path: &Path,
    limit: usize,
    document: ErrorKind,
) -> Result<Option<Vec<u8>>, Error> {
    match read_optional(path, limit, document)? {
        Some(bytes) if bytes.is_empty() => Err(file_error(path, codes::unfinished())),
        read => Ok(read),
    }
}

/// Whether the name exists. A broken link exists.
pub(crate) fn exists(path: &Path) -> Result<bool, Error> {
    Ok(metadata(path)?.is_some())
}

fn is_link(path: &Path) -> Result<bool, Error> {
    Ok(metadata(path)?.is_some_and(|found| found.is_symlink()))
}

/// The metadata of a name, without following links. If the system cannot tell whether the name exists, that
/// is an error, because the file could exist.
fn metadata(path: &Path) -> Result<Option<Metadata>, Error> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(error) if is_not_found(&error) => Ok(None),
        Err(error) => Err(errors::unreadable(path, &error)),
    }
}

/// Whether an error says that the name does not exist.
pub(crate) fn is_not_found(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// The folder that contains a file.
pub(crate) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}
