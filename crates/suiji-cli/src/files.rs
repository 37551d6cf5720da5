//! Files read within limits, and written whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use suiji::{Error, ErrorKind, Fault, Place};

use crate::codes;
use crate::failure::{file_error, missing_file, unusable};
use crate::random;

/// Who may read a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Access {
    /// Whom the system lets.
    Shared,
    /// Its owner alone: mode 0600 where there are modes.
    Private,
}

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
    if is_there(path) {
        read(path, limit, document).map(Some)
    } else {
        Ok(None)
    }
}

/// Whether something stands under that name, be it a broken link.
pub(crate) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Writes a file that must not be there yet: of two processes that do so at once, one succeeds.
pub(crate) fn create(path: &Path, bytes: &[u8], access: Access) -> Result<(), Error> {
    create_by(path, access, |out| out.write_all(bytes))
}

/// The same of a file that is written bit by bit.
pub(crate) fn create_by(
    path: &Path,
    access: Access,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<(), Error> {
    let unwritable = unwritable(path);
    let mut temporary = Temporary::write(path, access, write).map_err(unwritable)?;
    match fs::hard_link(&temporary.path, path) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(file_error(codes::EXISTS, path, &[]));
        }
        // A file system without links, such as that of a memory stick.
        Err(_) if is_there(path) => return Err(file_error(codes::EXISTS, path, &[])),
        Err(_) => temporary.rename(path).map_err(unwritable)?,
    }
    drop(temporary);
    sync_folder(&folder_of(path)).map_err(unwritable)
}

/// Writes a file in place of one that may be there.
pub(crate) fn replace(path: &Path, bytes: &[u8], access: Access) -> Result<(), Error> {
    let unwritable = unwritable(path);
    Temporary::write(path, access, |out| out.write_all(bytes))
        .and_then(|mut temporary| temporary.rename(path))
        .map_err(unwritable)?;
    sync_folder(&folder_of(path)).map_err(unwritable)
}

/// Makes what was done to the names in a folder last.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    // Elsewhere folders cannot be opened, and renaming lasts by itself.
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}

/// The error of a file that cannot be written.
pub(crate) fn unwritable(path: &Path) -> impl Fn(io::Error) -> Error + Copy {
    |error| unusable(codes::WRITE, path, &error)
}

/// The folder that holds a file.
pub(crate) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// A name beside `path` that nobody else uses, for something to be renamed to it.
fn beside(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mark = random::hex::<4>().map_err(io::Error::other)?;
    Ok(folder_of(path).join(format!(".{name}.{mark}.tmp")))
}

/// A file written under another name, which vanishes unless it is renamed.
struct Temporary {
    path: PathBuf,
    renamed: bool,
}

impl Temporary {
    fn write(
        path: &Path,
        access: Access,
        write: impl FnOnce(&mut File) -> io::Result<()>,
    ) -> io::Result<Self> {
        let temporary = Self {
            path: beside(path)?,
            renamed: false,
        };
        write_new(&temporary.path, access, write)?;
        Ok(temporary)
    }

    fn rename(&mut self, path: &Path) -> io::Result<()> {
        fs::rename(&self.path, path)?;
        self.renamed = true;
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.renamed {
            // Nothing better can be done with one that cannot be removed.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// A folder of new files under another name, which vanishes unless it is renamed.
pub(crate) struct Staged(PathBuf);

impl Staged {
    /// Writes it beside `path`, each file with its name.
    pub(crate) fn write(path: &Path, files: &[(&str, &str, Access)]) -> io::Result<Self> {
        let staged = Self(beside(path)?);
        fs::create_dir(&staged.0)?;
        for (name, text, access) in files {
            let path = staged.0.join(name);
            write_new(&path, *access, |out| out.write_all(text.as_bytes()))?;
        }
        sync_folder(&staged.0)?;
        Ok(staged)
    }

    pub(crate) fn rename(self, path: &Path) -> io::Result<()> {
        fs::rename(&self.0, path)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // Nothing is there any more where it was renamed.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Writes a new file, private from its first byte where it is to be, and lasting.
fn write_new(
    path: &Path,
    access: Access,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if access == Access::Private {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    #[cfg(not(unix))]
    let _ = access;
    let mut file = options.open(path)?;
    write(&mut file)?;
    file.sync_all()
}
