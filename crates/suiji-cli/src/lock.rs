//! Keeps a sealing apart from whatever else is done with the case at the same time.
//!
//! The system lets go of a lock when a process ends, however it ends: so what a crash left unfinished can
//! be told from what somebody is still doing. Where there are no such locks (on some network drives, and
//! outside Unix), only the folder `sealing` keeps two sealings apart.

use std::fs::File;
use std::path::Path;

use suiji::Error;

use crate::codes;
use crate::failure::file_error;

/// A case that nobody else seals while this lives.
#[derive(Debug)]
pub(crate) struct Lock {
    #[cfg_attr(not(unix), expect(dead_code, reason = "no lock to let go of"))]
    folder: Option<File>,
}

/// Lets go by name: closing does not, while a child process that is just being started has the file too.
#[cfg(unix)]
impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            // Where that fails, the end of the process lets go.
            let _ = rustix::fs::flock(folder, rustix::fs::FlockOperation::Unlock);
        }
    }
}

/// For a draw: others may draw too, and find the same contributions.
pub(crate) fn shared(folder: &Path) -> Result<Lock, Error> {
    lock(folder, false)
}

/// For a sealing: nobody else seals or draws.
pub(crate) fn exclusive(folder: &Path) -> Result<Lock, Error> {
    lock(folder, true)
}

#[cfg(unix)]
fn lock(folder: &Path, alone: bool) -> Result<Lock, Error> {
    use rustix::fs::{FlockOperation, flock};
    use rustix::io::Errno;

    let Ok(opened) = File::open(folder) else {
        return Ok(Lock { folder: None });
    };
    let operation = if alone {
        FlockOperation::NonBlockingLockExclusive
    } else {
        FlockOperation::NonBlockingLockShared
    };
    match flock(&opened, operation) {
        Err(Errno::WOULDBLOCK) => Err(file_error(codes::BUSY, folder, &[])),
        _ => Ok(Lock {
            folder: Some(opened),
        }),
    }
}

#[cfg(not(unix))]
fn lock(_: &Path, _: bool) -> Result<Lock, Error> {
    Ok(Lock { folder: None })
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
}
