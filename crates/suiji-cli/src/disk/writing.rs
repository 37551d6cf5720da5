//! Atomic writing: a file or folder is written under a temporary name, synced to disk, and then renamed to its final
//! name. So it is either complete or missing, never half written.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::base::error::Error;

use super::files::folder_of;
use crate::base::errors::{self, file_error};
use crate::base::random;
use crate::texts::codes;

/// Who may read a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Access {
    /// The default permissions of the system.
    Shared,
    /// Only its owner: mode 0600 on Unix.
    Private,
}

/// Writes a file that must not exist yet. If two processes do this at the same time, only one of them succeeds.
pub(crate) fn create(path: &Path, bytes: &[u8], access: Access) -> Result<(), Error> {
    create_by(path, access, |out| out.write_all(bytes))
}

/// The same for a file that is written in pieces.
pub(crate) fn create_by(
    path: &Path,
    access: Access,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<(), Error> {
    let unwritable = unwritable(path);
    let temporary = Temporary::file(path, access, write).map_err(unwritable)?;
    temporary
        .name_new(path, access)
        .map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => file_error(path, codes::exists()),
            _ => unwritable(error),
        })?;
    sync_folder(&folder_of(path)).map_err(unwritable)
}

/// Writes a file, replacing one of that name.
pub(crate) fn replace(path: &Path, bytes: &[u8], access: Access) -> Result<(), Error> {
    replace_by(path, access, |out| out.write_all(bytes))
}

/// The same for a file that is written in pieces.
pub(crate) fn replace_by(
    path: &Path,
    access: Access,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<(), Error> {
    Temporary::file(path, access, write)
        .and_then(|temporary| temporary.rename(path))
        .and_then(|()| sync_folder(&folder_of(path)))
        .map_err(unwritable(path))
}

/// Syncs a folder to disk, so that new names in it survive a power failure.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    // On other systems a folder cannot be opened, and does not need to be synced.
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}

/// The error of a file that cannot be written.
pub(crate) fn unwritable(path: &Path) -> impl Fn(io::Error) -> Error + Copy {
    |error| errors::unwritable(path, &error)
}

/// Removes a folder with its contents. It is renamed first, so that no other command sees it half empty.
pub(crate) fn discard(folder: &Path) -> io::Result<()> {
    let temporary = temporary_name(folder)?;
    fs::rename(folder, &temporary)?;
    remove(&temporary)
}

/// A new temporary name in the folder of `path`; `leftovers.rs` recognises its form.
pub(crate) fn temporary_name(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mark = random::hex::<4>().map_err(io::Error::other)?;
    Ok(folder_of(path).join(format!(".{name}.{mark}.tmp")))
}

/// Removes a file, or a folder with its contents.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path)?.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    }
}

/// A file or folder under a temporary name. It is removed when dropped, unless it was renamed.
#[derive(Debug)]
struct Temporary {
    path: PathBuf,
    renamed: bool,
}

impl Temporary {
    fn file(
        path: &Path,
        access: Access,
        write: impl FnOnce(&mut File) -> io::Result<()>,
    ) -> io::Result<Self> {
        let path = temporary_name(path)?;
        let mut file = new_file(&path, access)?;
        let temporary = Self {
            path,
            renamed: false,
        };
        write(&mut file)?;
        file.sync_all()?;
        Ok(temporary)
    }

    fn folder(path: &Path) -> io::Result<Self> {
        let path = temporary_name(path)?;
        fs::create_dir(&path)?;
        Ok(Self {
            path,
            renamed: false,
        })
    }

    fn rename(mut self, path: &Path) -> io::Result<()> {
        fs::rename(&self.path, path)?;
        self.renamed = true;
        Ok(())
    }

    /// Gives a file its final name, which must not exist yet.
    fn name_new(self, path: &Path, access: Access) -> io::Result<()> {
        match fs::hard_link(&self.path, path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                self.name_without_links(path, access)
            }
            linked => linked,
        }
    }

    /// The same on a file system without links, for example on a memory stick.
    fn name_without_links(mut self, path: &Path, access: Access) -> io::Result<()> {
        match rename_new(&self.path, path) {
            Ok(()) => self.renamed = true,
            Err(error) if is_unsupported(&error) => return self.claim(path, access),
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// The last resort: creates an empty file of the final name, which only one process can do, and then replaces it.
    /// After a crash in between, the empty file remains, and every reader refuses it. An existing file is never
    /// overwritten.
    fn claim(self, path: &Path, access: Access) -> io::Result<()> {
        new_file(path, access)?;
        self.rename(path).inspect_err(|_| {
            let _ = fs::remove_file(path);
        })
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.renamed {
            // An error is ignored, because nothing else can be done.
            let _ = remove(&self.path);
        }
    }
}

/// A folder of new files under a temporary name. It is removed when dropped, unless it was renamed.
#[derive(Debug)]
pub(crate) struct Staged(Temporary);

impl Staged {
    /// An empty folder, later renamed to `path`.
    pub(crate) fn folder(path: &Path) -> io::Result<Self> {
        Temporary::folder(path).map(Self)
    }

    /// Writes one more file, in a subfolder if its name has a `/`. It is not synced, because only files that can be
    /// made again are written this way.
    pub(crate) fn add(&self, name: &str, bytes: &[u8], access: Access) -> io::Result<()> {
        let path = self.0.path.join(name);
        fs::create_dir_all(folder_of(&path))?;
        new_file(&path, access)?.write_all(bytes)
    }

    /// Writes these files to a folder that is later renamed to `path`. A name with a `/` means a subfolder.
    pub(crate) fn write<B: AsRef<[u8]>>(
        path: &Path,
        files: &[(&str, B, Access)],
    ) -> io::Result<Self> {
        let staged = Temporary::folder(path)?;
        for (name, bytes, access) in files {
            let path = staged.path.join(name);
            fs::create_dir_all(folder_of(&path))?;
            let mut file = new_file(&path, *access)?;
            file.write_all(bytes.as_ref())?;
            file.sync_all()?;
        }
        sync_folder(&staged.path)?;
        Ok(Self(staged))
    }

    /// Copies a file into the folder, with its name and its permissions.
    pub(crate) fn copy(&self, path: &Path) -> io::Result<()> {
        let to = self.0.path.join(path.file_name().unwrap_or_default());
        fs::copy(path, &to)?;
        File::open(&to)?.sync_all()?;
        sync_folder(&self.0.path)
    }

    pub(crate) fn rename(self, path: &Path) -> io::Result<()> {
        self.0.rename(path)
    }
}

/// Creates a file. A private file has its permissions from the start.
fn new_file(path: &Path, access: Access) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if access == Access::Private {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    #[cfg(not(unix))]
    let _ = access;
    options.open(path)
}

/// Renames in one step, unless the new name exists.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn rename_new(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether an error says that the system cannot rename in this way.
fn is_unsupported(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_way_of_naming_a_new_file_overwrites_an_existing_one() {
        type Way = fn(Temporary, &Path) -> io::Result<()>;
        let ways: [Way; 3] = [
            |file, path| file.name_new(path, Access::Private),
            |file, path| file.name_without_links(path, Access::Private),
            |file, path| file.claim(path, Access::Private),
        ];
        for way in ways {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("record.json");
            let write = |text: &'static str| {
                let file = |out: &mut File| out.write_all(text.as_bytes());
                Temporary::file(&path, Access::Private, file).unwrap()
            };
            way(write("first"), &path).unwrap();
            let refused = way(write("second"), &path).unwrap_err();
            assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
            assert_eq!(fs::read(&path).unwrap(), b"first");
            // No temporary file stays.
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        }
    }
}
