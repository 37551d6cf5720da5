//! Measures our steps, the bare kernels beside them, and the goals, with the same frame in the same run.
//!
//! `table [--rounds N] [--hash sha256|sm3] [--kernels] [--json FILE] [ENTITIES …]`: by default 5 rounds, both hashes, and
//! 1,000 to 1,000,000 entities. `--kernels` leaves out our steps. `--json` also writes the figures to a file.
//! `table --show FILE` prints the figures of a file, for example after `peers.py` has added to it.
//! `table --frame ENTITIES` writes the frame of that size as CSV, for other programs.

#![expect(clippy::print_stdout, reason = "it prints what it measures")]

mod check;
mod data;
mod kernels;
mod measure;
mod parse;
mod recorder;
mod show;

use std::env;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use suiji::Hash;
use suiji_benches::{Failure, Figures, Machine};

use data::Data;
use measure::{How, measure};

/// The entities of a round, if frames are smaller.
const ENTITIES: u64 = 100_000;

/// The arguments of a run.
struct Arguments {
    rounds: u64,
    hashes: Vec<Hash>,
    only_kernels: bool,
    json: Option<PathBuf>,
    sizes: Vec<u64>,
}

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--show", file] => print!("{}", show::text(&Figures::read(Path::new(file))?)),
        ["--frame", size] => data::write_frame(size.parse()?, BufWriter::new(io::stdout()))?,
        ref rest => run(&Arguments::new(rest)?)?,
    }
    Ok(())
}

fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut figures = Figures {
        machine: Machine::this(),
        rounds: arguments.rounds,
        frames: Vec::new(),
    };
    for &size in &arguments.sizes {
        let data = Data::new(size)?;
        for &hash in &arguments.hashes {
            figures.frames.push(measure(
                &data,
                How {
                    hash,
                    rounds: arguments.rounds,
                    only_kernels: arguments.only_kernels,
                    entities: ENTITIES,
                },
            )?);
        }
    }
    if let Some(path) = &arguments.json {
        figures.write(path)?;
    }
    print!("{}", show::text(&figures));
    Ok(())
}

impl Arguments {
    fn new(arguments: &[&str]) -> Result<Self, Failure> {
        let mut parsed = Self {
            rounds: 5,
            hashes: Vec::new(),
            only_kernels: false,
            json: None,
            sizes: Vec::new(),
        };
        let mut rest = arguments.iter();
        while let Some(&argument) = rest.next() {
            let mut value = || {
                rest.next()
                    .copied()
                    .ok_or_else(|| format!("{argument} needs a value"))
            };
            match argument {
                "--rounds" => parsed.rounds = value()?.parse()?,
                "--hash" => parsed.hashes.push(value()?.parse()?),
                "--json" => parsed.json = Some(value()?.into()),
                "--kernels" => parsed.only_kernels = true,
                size => parsed.sizes.push(
                    size.parse()
                        .map_err(|_| format!("{size} is not a number"))?,
                ),
            }
        }
        if parsed.hashes.is_empty() {
            parsed.hashes = vec![Hash::Sha256, Hash::Sm3];
        }
        if parsed.sizes.is_empty() {
            parsed.sizes = vec![1_000, 10_000, 100_000, 1_000_000];
        }
        if parsed.rounds == 0 || parsed.sizes.contains(&0) {
            return Err("rounds and entities must be at least 1".into());
        }
        Ok(parsed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_have_defaults() {
        let parsed = Arguments::new(&[]).unwrap();
        assert_eq!((parsed.rounds, parsed.hashes.len()), (5, 2));
        assert_eq!(parsed.sizes, [1_000, 10_000, 100_000, 1_000_000]);
    }

    #[test]
    fn arguments_are_read_in_any_order() {
        let arguments = ["10", "--hash", "sm3", "--rounds", "3", "20", "--kernels"];
        let parsed = Arguments::new(&arguments).unwrap();
        assert_eq!((parsed.rounds, parsed.sizes), (3, vec![10, 20]));
        assert_eq!(parsed.hashes, [Hash::Sm3]);
        assert!(parsed.only_kernels && parsed.json.is_none());
    }

    #[test]
    fn wrong_arguments_are_refused() {
        for arguments in [
            &["--rounds"][..],
            &["0"],
            &["--unknown"],
            &["--hash", "md5"],
        ] {
            assert!(Arguments::new(arguments).is_err(), "{arguments:?}");
        }
    }
}
