//! The errors of files and streams, and the errors of several inputs together.

use std::io;
use std::path::Path;

use suiji::codes::Code;
use suiji::{Error, ErrorKind, Fault, Faults, Place};

use crate::codes;

/// The error of a file as a whole.
pub(crate) fn file_error(
    code: &'static Code,
    path: &Path,
    details: &[(&'static str, &str)],
) -> Error {
    Error::new(Fault::new(
        code,
        Place::new(ErrorKind::File, path.display().to_string()),
        details,
    ))
}

/// The error of a file that the system does not let be read or written.
pub(crate) fn unusable(code: &'static Code, path: &Path, error: &io::Error) -> Error {
    let place = Place::new(ErrorKind::File, path.display().to_string());
    system_error(code, place, error)
}

/// What the system says, in words of ours where it is what an office meets; it speaks English.
pub(super) fn system_error(code: &'static Code, place: Place, error: &io::Error) -> Error {
    let text = error.to_string();
    let words = match error.kind() {
        io::ErrorKind::PermissionDenied => "没有权限",
        io::ErrorKind::NotFound => "没有这个路径",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "磁盘空间不足",
        io::ErrorKind::FileTooLarge => "超过系统允许的文件大小",
        io::ErrorKind::ReadOnlyFilesystem => "磁盘只读",
        _ => "系统报告",
    };
    let text_zh = format!("{words}（{text}）");
    let details = [("problem", &*text), ("problem_zh", &*text_zh)];
    Error::new(Fault::new(code, place, &details))
}

/// A file that is not there, nor the `other` that might stand in its place.
pub(crate) fn missing_file(path: &Path, other: Option<&str>) -> Error {
    let (nor, nor_zh) = match other {
        Some(other) => (format!(", nor {other}"), format!("，也没有 {other}")),
        None => Default::default(),
    };
    let details = [("nor", &*nor), ("nor_zh", &*nor_zh)];
    file_error(codes::MISSING_FILE, path, &details)
}

/// Both values, or the faults of both.
pub(crate) fn together<A, B>(a: Result<A, Error>, b: Result<B, Error>) -> Result<(A, B), Error> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(error), Ok(_)) | (Ok(_), Err(error)) => Err(error),
        (Err(a), Err(b)) => {
            let mut faults = Faults::default();
            faults.extend(&a);
            faults.extend(&b);
            faults.into_result(()).and(Err(b))
        }
    }
}
