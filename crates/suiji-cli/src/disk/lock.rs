//! Locks, so that commands that work on a case at the same time do not disturb each other.
//!
//! A sealing locks the folder for itself. Draws share the lock of the folder; among them, one at a time
//! writes, under a lock on the commitment. The system releases a lock when its process ends, in whatever
//! way, so that a command that finds no lock knows that nobody else is running.
//!
//! Some network drives have no locks, and there are none outside Unix. Then only the folder `sealing` keeps
//! two sealings apart, the second of two draws finds the files of the first, and temporary files of
//! interrupted runs stay.
//!
//! On NFS the lock of a folder may work on one machine only, without any error, and the lock of a file is
//! refused. Commands on other machines are then as safe as without locks; a sealing that removes temporary
//! files may remove one that such a command is writing, and that command then fails.

use std::path::Path;

use suiji::Error;

/// A locked folder or file; unlocked when dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    #[cfg(unix)]
    held: Option<std::fs::File>,
}

/// Locks the folder of a case for a draw: other draws may run at the same time.
pub(crate) fn shared(folder: &Path) -> Result<Lock, Error> {
    lock(folder, Mode::Shared)
}

/// Locks the folder of a case for a sealing: nobody else seals or draws.
pub(crate) fn exclusive(folder: &Path) -> Result<Lock, Error> {
    lock(folder, Mode::Exclusive)
}

/// Locks the commitment while a draw writes. It waits for another draw that is writing, which takes moments.
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
    /// Whether there is a lock; false where the system has none.
    pub(crate) fn is_held(&self) -> bool {
        #[cfg(unix)]
        return self.held.is_some();
        #[cfg(not(unix))]
        false
    }
}

/// Unlocks explicitly: closing the file would not, if a child process was just started and has it too.
#[cfg(unix)]
impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(held) = &self.held {
            // If that fails, the end of the process unlocks.
            let _ = rustix::fs::flock(held, rustix::fs::FlockOperation::Unlock);
        }
    }
}

#[cfg(unix)]
fn lock(path: &Path, mode: Mode) -> Result<Lock, Error> {
    use rustix::fs::{FlockOperation, flock};
    use rustix::io::{Errno, retry_on_intr};

    use crate::base::errors::{self, file_error};
    use crate::texts::codes;

    /// The errors of systems without locks; NFS returns the last one for a file that is open for reading.
    const NO_LOCKS: [Errno; 6] = [
        Errno::NOTSUP,
        Errno::OPNOTSUPP,
        Errno::NOSYS,
        Errno::INVAL,
        Errno::NOLCK,
        Errno::BADF,
    ];
    let unreadable = |error: std::io::Error| errors::unreadable(path, &error);
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let operation = match mode {
        Mode::Shared => FlockOperation::NonBlockingLockShared,
        Mode::Exclusive => FlockOperation::NonBlockingLockExclusive,
        Mode::Turn => FlockOperation::LockExclusive,
    };
    match retry_on_intr(|| flock(&file, operation)) {
        Ok(()) => Ok(Lock { held: Some(file) }),
        Err(Errno::WOULDBLOCK) => Err(file_error(path, codes::busy())),
        Err(error) if NO_LOCKS.contains(&error) => Ok(Lock { held: None }),
        Err(error) => Err(unreadable(error.into())),
    }
}

#[cfg(not(unix))]
fn lock(_: &Path, _: Mode) -> Result<Lock, Error> {
    Ok(Lock {})
}

#[cfg(all(test, unix))]
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
