//! Invalid bytes never make a reader panic, hang or use up memory.

use suiji_conformance::count::counted;
use suiji_conformance::hostile::{Context, Format, Mutator};
use suiji_conformance::imports::imported;

/// The number of mutations of each seed. `SUIJI_MUTATIONS` sets another number for long runs.
fn mutations() -> usize {
    std::env::var("SUIJI_MUTATIONS")
        .ok()
        .and_then(|number| number.parse().ok())
        .unwrap_or(400)
}

#[test]
fn mutated_documents_are_read_or_refused() {
    // [C2a, C2b]
    let context = Context::new().unwrap();
    let mut mutator = Mutator::new(u64::try_from(mutations()).unwrap());
    let mut count = 0;
    for format in Format::ALL {
        for seed in format.seeds().unwrap() {
            format.read(&seed, &context);
            for _ in 0..mutations() {
                format.read(&mutator.mutate(&seed), &context);
                count += 1;
            }
        }
    }
    assert!(count >= 10_000, "{count} mutations");
    counted(count, "mutated documents: read or refused");
}

#[test]
fn mutations_of_lists_start_from_lists_that_are_imported() {
    for format in Format::ALL {
        if !format.is_list() {
            continue;
        }
        for seed in format.seeds().unwrap() {
            let import = imported(format, &seed).unwrap().unwrap();
            let read = import.summaries().iter().map(|of| of.read);
            assert!(read.sum::<u64>() >= 2, "{}: {import:?}", format.name());
        }
    }
}

#[test]
fn a_line_that_is_too_long_is_refused_early() {
    // The limit must stop the reader after the length of a line, not at the end of the input.
    struct Brackets(u64);
    impl std::io::Read for Brackets {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let size = buffer.len().min(usize::try_from(self.0).unwrap());
            buffer[..size].fill(b'[');
            self.0 -= size as u64;
            Ok(size)
        }
    }
    let mut brackets = Brackets(1 << 30);
    let run = suiji::Run::default();
    let reader = std::io::BufReader::new(&mut brackets);
    let error = suiji::Registry::from_json_lines_with(reader, &run).unwrap_err();
    assert_eq!(error.code(), "limit.line");
    assert!(
        brackets.0 > (1 << 30) - (8 << 20),
        "{} bytes left",
        brackets.0
    );
    let document = vec![b'['; 17 << 20];
    assert_eq!(
        suiji::Plan::from_json(&document).unwrap_err().code(),
        "limit.bytes"
    );
    assert_eq!(
        suiji::Record::from_json(&document).unwrap_err().code(),
        "json.depth"
    );
}
