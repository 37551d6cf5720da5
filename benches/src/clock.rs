//! Wall time, and what is said of it, in integers.

use std::time::{Duration, Instant};

/// What `work` gives, and how long it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

/// The middle one of some times, the later of two; zero of none.
pub fn median(times: &[Duration]) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// Thousandths that `time` is of `yardstick`.
pub fn permille(time: Duration, yardstick: Duration) -> u128 {
    time.as_nanos() * 1000 / yardstick.as_nanos().max(1)
}

/// Nanoseconds for each of `count` things.
pub fn nanoseconds_each(time: Duration, count: u64) -> u128 {
    time.as_nanos() / u128::from(count.max(1))
}
