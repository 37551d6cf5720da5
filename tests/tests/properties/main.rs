//! Properties of all draws and allocations, tested on many random ones. (`draw/ticket/tests.rs`, next to the code,
//! tests properties of selection. `staffing/` tests properties of teams.)
#![expect(clippy::unwrap_used, reason = "tests")]

mod allocation;
mod draws;

use proptest::test_runner::{Config, RngSeed};

/// The number of cases. They are the same in every run. PROPTEST_CASES sets a greater number.
fn cases(times: u32) -> Config {
    Config {
        cases: times * Config::default().cases,
        rng_seed: RngSeed::Fixed(2024),
        failure_persistence: None,
        ..Config::default()
    }
}
