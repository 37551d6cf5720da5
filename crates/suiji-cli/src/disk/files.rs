//! Files read within limits.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use suiji::{Error, ErrorKind, Fault, Place};

use crate::base::errors::{self, file_error, missing_file};
use crate::texts::codes;

/// Opens a regular file. A pipe or a device is refused before it can block.
pub(crate) fn open(path: &Path) -> Result<File, Error> {
    let unreadable = |error: io::Error| match is_absence(&error) {
        true => missing_file(path, None),
        false => errors::unreadable(path, &error),
    };
    if !fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(file_error(path, codes::not_a_file()));
    }
    File::open(path).map_err(unreadable)
}

/// Reads a document of at most `limit` bytes; a longer one is refused before it is read.
pub(crate) fn read(path: &Path, limit: usize, document: ErrorKind) -> Result<Vec<u8>, Error> {
    let file = open(path)?;
    let unreadable = |error: io::Error| errors::unreadable(path, &error);
    let too_long = || {
        let details = [("limit", &*limit.to_string())];
        Error::new(Fault::new(
            suiji::codes::BYTES,
            Place::new(document, ""),
            &details,
        ))
    };
    let limit_and_one = limit as u64 + 1;
    let length = file.metadata().map_err(unreadable)?.len();
    if length >= limit_and_one {
        return Err(too_long());
    }
    let mut bytes = Vec::new();
    // Read in one go. The length is within the limit; memory may still be wanting.
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

/// The same, where the file may be absent; a link that leads nowhere is not.
pub(crate) fn read_if_there(
    path: &Path,
    limit: usize,
    document: ErrorKind,
) -> Result<Option<Vec<u8>>, Error> {
    match read(path, limit, document) {
        Err(error) if error.code() == codes::MISSING_FILE.id() && !is_link(path)? => Ok(None),
        read => read.map(Some),
    }
}

/// A document that the command writes itself. An empty one is what a run that was killed leaves, at worst,
/// or one that is just writing it.
pub(crate) fn read_own(
    path: &Path,
    limit: usize,
    document: ErrorKind,
) -> Result<Option<Vec<u8>>, Error> {
    match read_if_there(path, limit, document)? {
        Some(bytes) if bytes.is_empty() => Err(file_error(path, codes::unfinished())),
        read => Ok(read),
    }
}

/// Whether something stands under that name, be it a link that leads nowhere.
pub(crate) fn is_there(path: &Path) -> Result<bool, Error> {
    Ok(look(path)?.is_some())
}

fn is_link(path: &Path) -> Result<bool, Error> {
    Ok(look(path)?.is_some_and(|found| found.is_symlink()))
}

/// What stands under a name. Where that cannot be seen it may well be there, so that it is an error and no
/// absence.
fn look(path: &Path) -> Result<Option<Metadata>, Error> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(error) if is_absence(&error) => Ok(None),
        Err(error) => Err(errors::unreadable(path, &error)),
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
