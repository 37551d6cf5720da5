//! Measures `suiji seal` and `suiji draw` with a case of a million entities: two processes, with all their
//! reading and writing. In the same run it measures two yardsticks: parsing the registry file with serde_json
//! and nothing else, and hashing that file with the library.
//!
//! `command [--suiji PATH] [--scattered] [--take RATIO] [ROWS] [RUNS]`. Without `--suiji` the program starts
//! itself (`command seal CASE`, `command draw CASE`) and calls the library. `command case FOLDER …` only
//! writes the case, for a profiler.

#![expect(clippy::print_stdout, reason = "it prints what it measures")]

mod case;
mod costs;
mod stand_in;

use std::path::{Path, PathBuf};
use std::{env, fs};

use costs::Costs;
use suiji_benches::{Entities, Failure, Order};

/// The arguments of the program.
struct Arguments {
    suiji: PathBuf,
    entities: Entities,
    take: String,
    runs: u64,
}

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["seal", case] => stand_in::seal(Path::new(case)),
        ["draw", case] => stand_in::draw(Path::new(case)),
        ["case", case, ref rest @ ..] => case::write(Path::new(case), &Arguments::new(rest)?),
        ref rest => measure(&Arguments::new(rest)?),
    }
}

impl Arguments {
    fn new(arguments: &[&str]) -> Result<Self, Failure> {
        let mut parsed = Self {
            suiji: env::current_exe()?,
            entities: Entities {
                count: 1_000_000,
                order: Order::Sorted,
                categories: true,
            },
            take: "5%".to_owned(),
            runs: 5,
        };
        let mut rest = arguments.iter();
        let mut numbers = Vec::new();
        while let Some(&argument) = rest.next() {
            match argument {
                "--suiji" => {
                    parsed.suiji = fs::canonicalize(rest.next().ok_or("--suiji needs a path")?)?;
                }
                "--take" => {
                    (*rest.next().ok_or("--take needs a ratio")?).clone_into(&mut parsed.take);
                }
                "--scattered" => parsed.entities.order = Order::Scattered,
                number => numbers.push(number.parse::<u64>()?),
            }
        }
        parsed.entities.count = numbers.first().copied().unwrap_or(parsed.entities.count);
        parsed.runs = numbers.get(1).copied().unwrap_or(parsed.runs);
        Ok(parsed)
    }
}

fn measure(arguments: &Arguments) -> Result<(), Failure> {
    let case = env::temp_dir().join(format!("suiji-command-{}", std::process::id()));
    let measured = case::write(&case, arguments).and_then(|()| Costs::measure(&case, arguments));
    fs::remove_dir_all(&case)?;
    measured.map(|costs| costs.print(arguments))
}
