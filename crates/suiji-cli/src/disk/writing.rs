//! Files and folders that are there whole or not at all: written under a hidden name, made to last, and
//! then given their own.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use suiji::Error;

use super::files::folder_of;
use crate::base::errors::{self, file_error};
use crate::base::random;
use crate::texts::codes;

/// Who may read a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Access {
    /// Whom the system lets.
    Shared,
    /// Its owner alone: mode 0600 where there are modes.
    Private,
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
    let temporary = Temporary::file(path, access, write).map_err(unwritable)?;
    temporary
        .name_new(path, access)
        .map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => file_error(path, codes::exists()),
            _ => unwritable(error),
        })?;
    sync_folder(&folder_of(path)).map_err(unwritable)
}

/// Writes a file in place of one that may be there.
pub(crate) fn replace(path: &Path, bytes: &[u8], access: Access) -> Result<(), Error> {
    Temporary::file(path, access, |out| out.write_all(bytes))
        .and_then(|temporary| temporary.rename(path))
        .and_then(|()| sync_folder(&folder_of(path)))
        .map_err(unwritable(path))
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
    |error| errors::unwritable(path, &error)
}

/// Removes a folder with all that it holds at one stroke: half of it never stands under its name.
pub(crate) fn discard(folder: &Path) -> io::Result<()> {
    let hidden = beside(folder)?;
    fs::rename(folder, &hidden)?;
    remove(&hidden)
}

/// A hidden name beside `path` that nobody else uses; `leftovers.rs` knows it again.
pub(crate) fn beside(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mark = random::hex::<4>().map_err(io::Error::other)?;
    Ok(folder_of(path).join(format!(".{name}.{mark}.tmp")))
}

/// Removes a file, or a folder with all that it holds.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path)?.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    }
}

/// A file or a folder under a hidden name, which vanishes unless it is given another.
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
        let path = beside(path)?;
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
        let path = beside(path)?;
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

    /// Gives a file a name under which nothing stands.
    fn name_new(self, path: &Path, access: Access) -> io::Result<()> {
        match fs::hard_link(&self.path, path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                self.name_without_links(path, access)
            }
            linked => linked,
        }
    }

    /// The same on a file system without links, such as that of a memory stick.
    fn name_without_links(mut self, path: &Path, access: Access) -> io::Result<()> {
        match rename_new(&self.path, path) {
            Ok(()) => self.renamed = true,
            Err(error) if cannot(&error) => return self.claim(path, access),
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// The last resort: an empty file takes the name, which only one can make, and is then replaced. A crash
    /// leaves it there, and it is refused by whoever reads it; what was given is never written over.
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
            // Nothing better can be done with one that cannot be removed.
            let _ = remove(&self.path);
        }
    }
}

/// A folder of new files under a hidden name, which vanishes unless it is renamed.
#[derive(Debug)]
pub(crate) struct Staged(Temporary);

impl Staged {
    /// Writes it beside `path`, each file with its name.
    pub(crate) fn write(path: &Path, files: &[(&str, &str, Access)]) -> io::Result<Self> {
        let staged = Temporary::folder(path)?;
        for (name, text, access) in files {
            let mut file = new_file(&staged.path.join(name), *access)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
        }
        sync_folder(&staged.path)?;
        Ok(Self(staged))
    }

    pub(crate) fn rename(self, path: &Path) -> io::Result<()> {
        self.0.rename(path)
    }
}

/// A new file, private from its first byte where it is to be.
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

/// Renames where nothing stands under the new name, in one step.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn rename_new(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether an error says that this way of renaming is unknown here.
fn cannot(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_naming_a_new_file_leaves_one_that_came_before_it() {
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
            // Nor does a hidden one stay.
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        }
    }
}
