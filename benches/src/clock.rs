//! Wall time, and figures computed from it, in integers.

use std::time::{Duration, Instant};

/// Returns the result of `work` and the time that it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

/// The median of the times. Of two in the middle, the greater one. Zero if there are no times.
pub fn median(times: &[Duration]) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// The ratio of `time` to `yardstick`, in thousandths.
pub fn permille(time: Duration, yardstick: Duration) -> u128 {
    time.as_nanos() * 1000 / yardstick.as_nanos().max(1)
}

/// The time divided by `count`, in nanoseconds.
pub fn nanoseconds_each(time: Duration, count: u64) -> u128 {
    time.as_nanos() / u128::from(count.max(1))
}
