//! Memory and processor time of this process, as counted by the kernel.

use std::fs;
use std::time::Duration;

use crate::{Failure, timed};

/// The peak of the resident memory of this process in bytes (`VmHWM`).
///
/// # Errors
/// If there is no `/proc/self/status`, as on systems other than Linux.
pub fn peak_bytes() -> Result<u64, Failure> {
    field("VmHWM:")
}

/// The resident memory of this process in bytes (`VmRSS`).
///
/// # Errors
/// The errors of [`peak_bytes`].
pub fn resident_bytes() -> Result<u64, Failure> {
    field("VmRSS:")
}

/// Makes the peak of [`peak_bytes`] the memory that is resident now, so that it can be measured for one step.
///
/// # Errors
/// If the kernel does not allow it, as in some containers.
pub fn reset_peak() -> Result<(), Failure> {
    Ok(fs::write("/proc/self/clear_refs", "5")?)
}

fn field(name: &str) -> Result<u64, Failure> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix(name))
        .ok_or("no such line in /proc/self/status")?;
    let kibibytes: u64 = line.trim().trim_end_matches("kB").trim_end().parse()?;
    Ok(kibibytes * 1024)
}

/// The time that some work took.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::exhaustive_structs, reason = "unpublished")]
pub struct Cost {
    /// Wall time.
    pub wall: Duration,
    /// Processor time of all threads and finished child processes together, in steps of 10 ms.
    pub processor: Duration,
}

impl Cost {
    /// Returns the result of `work` and the time that it took.
    ///
    /// # Errors
    /// If there is no `/proc/self/stat`, as on systems other than Linux.
    pub fn of<T>(work: impl FnOnce() -> T) -> Result<(T, Self), Failure> {
        let before = processor_time()?;
        let (result, wall) = timed(work);
        let processor = processor_time()?.saturating_sub(before);
        Ok((result, Self { wall, processor }))
    }
}

/// The processor time of this process and of its child processes that have finished.
fn processor_time() -> Result<Duration, Failure> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // The second field, the name, is in brackets and can contain any character.
    let (_, fields) = stat.rsplit_once(") ").ok_or("no name in /proc/self/stat")?;
    // Fields 14 to 17: utime, stime, cutime and cstime, in hundredths of a second.
    let times = fields.split(' ').skip(11).take(4);
    let ticks = times.map(str::parse::<u64>).sum::<Result<u64, _>>()?;
    Ok(Duration::from_millis(10 * ticks))
}
