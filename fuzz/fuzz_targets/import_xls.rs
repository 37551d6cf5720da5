#![no_main]

use suiji_conformance::hostile::Format;

// If the library that reads workbooks panics, `suiji-import` catches the panic and reports an error of the file.
// Without this hook, libFuzzer would stop at such a panic. It still stops at a panic that is not caught.
libfuzzer_sys::fuzz_target!(
    init: std::panic::set_hook(Box::new(|_| ())),
    |bytes: &[u8]| Format::ImportXls.fuzz(bytes)
);
