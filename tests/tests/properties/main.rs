//! Properties of every draw and every allocation, tested on many random ones. (The properties of selection are tested
//! beside its code, in `draw/ticket/tests.rs`; those of teams in `staffing/`.)
#![expect(clippy::unwrap_used, reason = "tests")]

mod allocation;
mod draws;

use proptest::test_runner::{Config, RngSeed};

/// The number of cases, the same in every run; PROPTEST_CASES sets a greater one.
fn cases(times: u32) -> Config {
    Config {
        cases: times * Config::default().cases,
        rng_seed: RngSeed::Fixed(2024),
        failure_persistence: None,
        ..Config::default()
    }
}
