#![no_main]

use suiji_conformance::hostile::Format;

// A panic of the library that reads workbooks is caught, and is an error of the file; without this hook libFuzzer would
// stop at it. A panic that is not caught still stops it.
libfuzzer_sys::fuzz_target!(
    init: std::panic::set_hook(Box::new(|_| ())),
    |bytes: &[u8]| Format::ImportXlsx.fuzz(bytes)
);
