//! Locks. With them, commands that work on a case at the same time do not disturb each other.
//!
//! A sealing locks the folder exclusively. Draws share the lock of the folder. Only one of them writes at a time,
//! under a lock on the commitment. The system releases a lock when its process ends, even after a crash. So if
//! there is no lock, no other command is running.
//!
//! Some network drives have no locks. There, only the folder `sealing` separates two sealings, the second of two
//! draws finds the files of the first, and temporary files of interrupted runs stay.
//!
//! On Unix the folder and the commitment themselves are locked. On Windows a folder cannot be locked, and a
//! locked file cannot be read. A hidden file beside them is locked instead. It is not removed.
//!
//! On NFS the lock of a folder may work on one machine only, without any error, and the lock of a file is
//! refused. Commands on other machines are then as safe as without locks. A sealing may remove a temporary file
//! that such a command is writing; that command then fails.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

use crate::base::error::Error;

use crate::base::errors::{self, file_error};
use crate::texts::codes;

/// A locked folder or file; unlocked when dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    held: Option<File>,
}

/// Locks the folder of a case for a draw: other draws may run at the same time.
pub(crate) fn shared(folder: &Path) -> Result<Lock, Error> {
    lock(folder, Mode::Shared)
}

/// Locks the folder of a case for a sealing: no other command can seal or draw.
pub(crate) fn exclusive(folder: &Path) -> Result<Lock, Error> {
    lock(folder, Mode::Exclusive)
}

/// Locks the commitment while a draw writes. If another draw is writing, it waits; that takes moments.
pub(crate) fn turn(commitment: &Path) -> Result<Lock, Error> {
    lock(commitment, Mode::Turn)
}

#[derive(Clone, Copy, Debug)]
enum Mode {
    Shared,
    Exclusive,
    Turn,
}

impl Lock {
    /// Whether there is a lock; false if the system has none.
    pub(crate) fn is_held(&self) -> bool {
        self.held.is_some()
    }
}

/// Unlocks explicitly. Closing the file would not unlock it if a child process has inherited it.
impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(held) = &self.held {
            // If that fails, the end of the process unlocks.
            let _ = held.unlock();
        }
    }
}

fn lock(path: &Path, mode: Mode) -> Result<Lock, Error> {
    let unreadable = |error: io::Error| errors::unreadable(path, &error);
    let Some(file) = open(path).map_err(unreadable)? else {
        return Ok(Lock { held: None });
    };
    let locked = match mode {
        Mode::Shared => file.try_lock_shared(),
        Mode::Exclusive => file.try_lock(),
        Mode::Turn => wait(&file).map_err(TryLockError::Error),
    };
    match locked {
        Ok(()) => Ok(Lock { held: Some(file) }),
        Err(TryLockError::WouldBlock) => Err(file_error(path, codes::busy())),
        Err(TryLockError::Error(error)) if has_no_locks(&error) => Ok(Lock { held: None }),
        Err(TryLockError::Error(error)) => Err(unreadable(error)),
    }
}

/// Locks a file. If a signal interrupts the waiting, it waits again.
fn wait(file: &File) -> io::Result<()> {
    loop {
        match file.lock() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

/// Opens the file that is locked for a folder or file.
#[cfg(unix)]
fn open(path: &Path) -> io::Result<Option<File>> {
    File::open(path).map(Some)
}

/// The same, with the hidden file. None if it cannot be created; then no other file can be created there either.
#[cfg(windows)]
fn open(path: &Path) -> io::Result<Option<File>> {
    use std::os::windows::fs::OpenOptionsExt;

    const HIDDEN: u32 = 2;
    let beside = match (path.metadata()?.is_dir(), path.file_name()) {
        (false, Some(name)) => path.with_file_name(format!(".{}.lock", name.display())),
        _ => path.join(".lock"),
    };
    let mut options = File::options();
    options
        .read(true)
        .write(true)
        .create(true)
        .attributes(HIDDEN);
    match options.open(&beside) {
        Err(error) if is_read_only(&error) => Ok(File::open(&beside).ok()),
        opened => opened.map(Some),
    }
}

#[cfg(windows)]
fn is_read_only(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
    )
}

/// Whether an error says that the system has no locks. NFS returns the last of these errors for a file that is
/// open for reading.
#[cfg(unix)]
fn has_no_locks(error: &io::Error) -> bool {
    use rustix::io::Errno;

    const NO_LOCKS: [Errno; 6] = [
        Errno::NOTSUP,
        Errno::OPNOTSUPP,
        Errno::NOSYS,
        Errno::INVAL,
        Errno::NOLCK,
        Errno::BADF,
    ];
    Errno::from_io_error(error).is_some_and(|error| NO_LOCKS.contains(&error))
        || error.kind() == io::ErrorKind::Unsupported
}

/// The same: `ERROR_INVALID_FUNCTION` or `ERROR_NOT_SUPPORTED`.
#[cfg(windows)]
fn has_no_locks(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(1 | 50)) || error.kind() == io::ErrorKind::Unsupported
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_exclude_a_sealing_and_a_sealing_excludes_draws() {
        let folder = tempfile::tempdir().unwrap();
        let code = |locked: Result<Lock, Error>| locked.err().map(|error| error.code());
        let draws = (
            shared(folder.path()).unwrap(),
            shared(folder.path()).unwrap(),
        );
        assert_eq!(code(exclusive(folder.path())), Some("case.busy"));
        drop(draws);
        let sealing = exclusive(folder.path()).unwrap();
        assert_eq!(code(shared(folder.path())), Some("case.busy"));
        assert_eq!(code(exclusive(folder.path())), Some("case.busy"));
        drop(sealing);
        assert_eq!(code(shared(folder.path())), None);
    }

    #[test]
    fn a_folder_that_cannot_be_opened_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("none");
        let code = |locked: Result<Lock, Error>| locked.err().map(|error| error.code());
        assert_eq!(code(shared(&missing)), Some("case.read"));
        assert_eq!(code(exclusive(&missing)), Some("case.read"));
    }
}
