//! Keeps apart those who work on a case at the same time.
//!
//! The folder is locked by a sealing for itself, and by draws together. Draws then take turns at writing,
//! by a lock on the sheet. The system lets go of a lock when a process ends, however it ends: so what a
//! crash left unfinished can be told from what somebody is still doing.
//!
//! Where there are no such locks (on some network drives, and outside Unix), only the folder `sealing`
//! keeps two sealings apart, of two draws the one that comes second finds the other's files, and what killed
//! runs left under hidden names stays.
//!
//! On NFS the lock of a folder may hold among those on one machine alone, which nobody is told, and the lock
//! of a sheet is refused. Those on other machines are then apart as far as they are without locks; and a
//! sealing that sweeps may take away what one of them is just writing, which is an error there.

use std::path::Path;

use suiji::Error;

/// A case, or its sheet, that is kept from others while this lives.
#[derive(Debug)]
pub(crate) struct Lock {
    #[cfg(unix)]
    held: Option<std::fs::File>,
}

/// For a draw: others may draw too, and find the same contributions.
pub(crate) fn shared(folder: &Path) -> Result<Lock, Error> {
    lock(folder, Way::Together)
}

/// For a sealing: nobody else seals or draws.
pub(crate) fn exclusive(folder: &Path) -> Result<Lock, Error> {
    lock(folder, Way::Alone)
}

/// For whoever writes in a draw: waits while another draw writes, which is not for long.
pub(crate) fn turn(sheet: &Path) -> Result<Lock, Error> {
    lock(sheet, Way::InTurn)
}

#[derive(Clone, Copy, Debug)]
enum Way {
    Together,
    Alone,
    InTurn,
}

impl Lock {
    /// Whether the system does keep others away.
    pub(crate) fn is_held(&self) -> bool {
        #[cfg(unix)]
        return self.held.is_some();
        #[cfg(not(unix))]
        false
    }
}

/// Lets go by name: closing does not, while a child process that is just being started has the file too.
#[cfg(unix)]
impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(held) = &self.held {
            // Where that fails, the end of the process lets go.
            let _ = rustix::fs::flock(held, rustix::fs::FlockOperation::Unlock);
        }
    }
}

#[cfg(unix)]
fn lock(path: &Path, way: Way) -> Result<Lock, Error> {
    use rustix::fs::{FlockOperation, flock};
    use rustix::io::{Errno, retry_on_intr};

    use crate::base::errors::{self, file_error};
    use crate::texts::codes;

    /// What systems say where there are none; NFS says the last of a file opened for reading.
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
    let operation = match way {
        Way::Together => FlockOperation::NonBlockingLockShared,
        Way::Alone => FlockOperation::NonBlockingLockExclusive,
        Way::InTurn => FlockOperation::LockExclusive,
    };
    match retry_on_intr(|| flock(&file, operation)) {
        Ok(()) => Ok(Lock { held: Some(file) }),
        Err(Errno::WOULDBLOCK) => Err(file_error(path, codes::busy())),
        Err(error) if NO_LOCKS.contains(&error) => Ok(Lock { held: None }),
        Err(error) => Err(unreadable(error.into())),
    }
}

#[cfg(not(unix))]
fn lock(_: &Path, _: Way) -> Result<Lock, Error> {
    Ok(Lock {})
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn draws_keep_a_sealing_out_and_a_sealing_keeps_draws_out() {
        let folder = tempfile::tempdir().unwrap();
        let busy = |locked: Result<Lock, Error>| locked.err().map(|error| error.code());
        let draws = (
            shared(folder.path()).unwrap(),
            shared(folder.path()).unwrap(),
        );
        assert_eq!(busy(exclusive(folder.path())), Some("case.busy"));
        drop(draws);
        let sealing = exclusive(folder.path()).unwrap();
        assert_eq!(busy(shared(folder.path())), Some("case.busy"));
        assert_eq!(busy(exclusive(folder.path())), Some("case.busy"));
        drop(sealing);
        assert_eq!(busy(shared(folder.path())), None);
    }

    #[test]
    fn a_folder_that_cannot_be_opened_is_no_folder_without_locks() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("none");
        let code = |locked: Result<Lock, Error>| locked.err().map(|error| error.code());
        assert_eq!(code(shared(&missing)), Some("case.read"));
        assert_eq!(code(exclusive(&missing)), Some("case.read"));
    }
}
