//! What must hold of every draw and every allocation, tried on many made at random. (That of selection alone stands beside
//! its code, `draw/ticket/tests.rs`; that of teams in `staffing/`.)
#![expect(clippy::unwrap_used, reason = "tests")]

mod allocation;
mod draws;

use proptest::test_runner::{Config, RngSeed};

/// So many cases, the same in every run, more of them where PROPTEST_CASES asks for more.
fn cases(times: u32) -> Config {
    Config {
        cases: times * Config::default().cases,
        rng_seed: RngSeed::Fixed(2024),
        failure_persistence: None,
        ..Config::default()
    }
}
