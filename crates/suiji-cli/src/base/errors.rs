//! The errors of files and streams.

use std::io;
use std::path::Path;

use super::error::Error;
use crate::texts::{self, Problem, Text, codes};

/// The error of a file as a whole.
pub(crate) fn file_error(path: &Path, problem: Problem) -> Error {
    Error::of_file(path, problem)
}

/// The error of a file that the system cannot read.
pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Error {
    file_error(path, codes::cannot_read(of_system(error)))
}

/// The error of a file that the system cannot write.
pub(crate) fn unwritable(path: &Path, error: &io::Error) -> Error {
    file_error(path, codes::cannot_write(of_system(error)))
}

/// An error of the system. Its own text is English; common errors are also explained in
/// Chinese.
pub(super) fn of_system(error: &io::Error) -> Text {
    match error.kind() {
        io::ErrorKind::PermissionDenied => texts::no_permission(error),
        io::ErrorKind::NotFound => texts::no_such_path(error),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => texts::disk_full(error),
        io::ErrorKind::FileTooLarge => texts::file_too_large(error),
        io::ErrorKind::ReadOnlyFilesystem => texts::disk_read_only(error),
        _ => texts::system_error(error),
    }
}

/// The error of a missing file. `other` is an alternative file that is missing too.
pub(crate) fn missing_file(path: &Path, other: Option<&str>) -> Error {
    let nor = other.map_or_else(Text::default, texts::nor);
    file_error(path, codes::missing_file(nor))
}
