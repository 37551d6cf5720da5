#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    suiji_conformance::whole_draw::draw(bytes);
});
