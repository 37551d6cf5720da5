//! Measures the command, and prints the figures.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{fs, thread};

use serde::de::IgnoredAny;
use serde_json::Value;
use suiji::Hash;
use suiji_benches::{Cost, Failure, median, permille};

use crate::Arguments;

/// What was measured: one cost for each run. In each run everything is measured once.
#[derive(Default)]
pub(crate) struct Costs {
    values: Vec<Cost>,
    ignored: Vec<Cost>,
    hash: Vec<Cost>,
    seal: Vec<Cost>,
    draw: Vec<Cost>,
    /// The size of the registry file and of the record, in bytes.
    bytes: (u64, u64),
}

impl Costs {
    pub(crate) fn measure(case: &Path, arguments: &Arguments) -> Result<Self, Failure> {
        let registry = case.join("registry.jsonl");
        let mut costs = Self::default();
        for _ in 0..arguments.runs {
            for made in ["commitment.json", "contributions.json", "record.json"] {
                let file = case.join(made);
                if file.exists() {
                    fs::remove_file(file)?;
                }
            }
            let values = pass(&registry, |line| {
                serde_json::from_slice::<Value>(line).map(drop)
            });
            costs.values.push(values?);
            let ignored = pass(&registry, |line| {
                serde_json::from_slice::<IgnoredAny>(line).map(drop)
            });
            costs.ignored.push(ignored?);
            let (hash, cost) =
                Cost::of(|| fs::read(&registry).map(|bytes| Hash::Sha256.digest(&bytes)))?;
            costs.hash.push(hash.map(|_| cost)?);
            costs.seal.push(process(&arguments.suiji, "seal", case)?);
            crate::case::contribute(case)?;
            costs.draw.push(process(&arguments.suiji, "draw", case)?);
        }
        let length = |file: &str| fs::metadata(case.join(file)).map(|file| file.len());
        costs.bytes = (length("registry.jsonl")?, length("record.json")?);
        Ok(costs)
    }

    pub(crate) fn print(&self, arguments: &Arguments) {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        println!(
            "{} rows, {:?}, {} bytes; takes {} (record of {} bytes); {} runs; {threads} processors; {}",
            arguments.entities.count,
            arguments.entities.order,
            self.bytes.0,
            arguments.take,
            self.bytes.1,
            arguments.runs,
            arguments.suiji.display(),
        );
        println!("{:>58}", "median     (all) ms     processor ms");
        for (name, costs) in [
            ("serde_json to Value", &self.values),
            ("serde_json to IgnoredAny", &self.ignored),
            ("SHA-256 of the file", &self.hash),
            ("seal", &self.seal),
            ("draw", &self.draw),
        ] {
            let wall = times(costs, |cost| cost.wall);
            let processor = median(&times(costs, |cost| cost.processor)).as_millis();
            let all: Vec<u128> = wall.iter().map(Duration::as_millis).collect();
            println!(
                "  {name:26} {:>6} {all:?} {processor:>6}",
                median(&wall).as_millis()
            );
        }
        for (name, parse) in [("Value", &self.values), ("IgnoredAny", &self.ignored)] {
            let wall = self.ratio(parse, |cost| cost.wall);
            let processor = self.ratio(parse, |cost| cost.processor);
            println!("  seal and draw ÷ ({name} and hash): {wall}; of processor time {processor}");
        }
    }

    /// The median of the ratios of all runs.
    fn ratio(&self, parse: &[Cost], time: impl Fn(&Cost) -> Duration) -> String {
        let ratio = |run: usize| {
            let both = time(&self.seal[run]) + time(&self.draw[run]);
            permille(both, time(&parse[run]) + time(&self.hash[run]))
        };
        let mut ratios: Vec<u128> = (0..self.seal.len()).map(ratio).collect();
        ratios.sort_unstable();
        let middle = ratios.get(ratios.len() / 2).copied().unwrap_or_default();
        format!("{}.{:03}", middle / 1000, middle % 1000)
    }
}

fn times(costs: &[Cost], time: impl Fn(&Cost) -> Duration) -> Vec<Duration> {
    costs.iter().map(time).collect()
}

/// Parses the file line by line, and does nothing else.
fn pass(file: &Path, parse: impl Fn(&[u8]) -> serde_json::Result<()>) -> Result<Cost, Failure> {
    let (result, cost) = Cost::of(|| -> Result<(), Failure> {
        let bytes = fs::read(file)?;
        let lines = bytes.split(|&byte| byte == b'\n');
        Ok(lines.filter(|line| !line.is_empty()).try_for_each(parse)?)
    })?;
    result.map(|()| cost)
}

fn process(suiji: &Path, command: &str, case: &Path) -> Result<Cost, Failure> {
    let mut process = Command::new(suiji);
    process.arg(command).arg(case);
    if command == "draw" {
        process.arg("--yes");
    }
    process.stdin(Stdio::null()).stdout(Stdio::null());
    let (status, cost) = Cost::of(|| process.status())?;
    match status?.success() {
        true => Ok(cost),
        false => Err(format!("{command} failed").into()),
    }
}
