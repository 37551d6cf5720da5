//! Prints the results of generated cases, one on each line. Usage: `generated SEED COUNT`.

use std::env;
use std::io::{self, Write as _};

use suiji_conformance::generated::{case, result};

fn main() -> io::Result<()> {
    let mut arguments = env::args().skip(1);
    let (Some(seed), Some(Ok(count))) = (
        arguments.next(),
        arguments.next().map(|count| count.parse::<u64>()),
    ) else {
        return Err(io::Error::other("expected SEED COUNT"));
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    for number in 0..count {
        writeln!(out, "{number} {}", result(&case(&seed, number)))?;
    }
    out.flush()
}
