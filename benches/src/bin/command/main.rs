//! What sealing and drawing a case of a million firms costs by the command, as two processes with all their
//! reading and writing, beside a bare pass of serde_json over the registry's file and the library's own
//! hash of that file, in the same run and in turn.
//!
//! `command [--suiji PATH] [--scattered] [--take RATIO] [ROWS] [RUNS]`; without `--suiji` it starts itself
//! in the command's stead (`command seal CASE`, `command draw CASE`), which does the same over the library.
//! `command case FOLDER …` writes the case alone, for a profiler.

#![expect(clippy::print_stdout, reason = "what it measures is printed")]

mod case;
mod costs;
mod stand_in;

use std::path::{Path, PathBuf};
use std::{env, fs};

use costs::Costs;
use suiji_benches::{Failure, Firms, Order};

/// What is to be measured.
struct Asked {
    suiji: PathBuf,
    firms: Firms,
    take: String,
    runs: u64,
}

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["seal", case] => stand_in::seal(Path::new(case)),
        ["draw", case] => stand_in::draw(Path::new(case)),
        ["case", case, ref asked @ ..] => case::write(Path::new(case), &Asked::new(asked)?),
        ref asked => measure(&Asked::new(asked)?),
    }
}

impl Asked {
    fn new(arguments: &[&str]) -> Result<Self, Failure> {
        let mut asked = Self {
            suiji: env::current_exe()?,
            firms: Firms {
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
                    asked.suiji = fs::canonicalize(rest.next().ok_or("--suiji needs a path")?)?;
                }
                "--take" => {
                    (*rest.next().ok_or("--take needs a ratio")?).clone_into(&mut asked.take);
                }
                "--scattered" => asked.firms.order = Order::Scattered,
                number => numbers.push(number.parse::<u64>()?),
            }
        }
        asked.firms.count = numbers.first().copied().unwrap_or(asked.firms.count);
        asked.runs = numbers.get(1).copied().unwrap_or(asked.runs);
        Ok(asked)
    }
}

fn measure(asked: &Asked) -> Result<(), Failure> {
    let case = env::temp_dir().join(format!("suiji-command-{}", std::process::id()));
    let measured = case::write(&case, asked).and_then(|()| Costs::measure(&case, asked));
    fs::remove_dir_all(&case)?;
    measured.map(|costs| costs.print(asked))
}
