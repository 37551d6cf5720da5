#![no_main]

use suiji_conformance::hostile::Format;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| Format::Policy.fuzz(bytes));
