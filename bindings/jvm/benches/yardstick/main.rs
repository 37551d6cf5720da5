//! The yardstick of `DrawBenchmark.java`, with the same rows. For each line of input it builds a registry from chunks
//! of columns, seals and draws. It prints the elapsed nanoseconds and the digest of the record.

#![expect(clippy::print_stdout, reason = "it prints its measurements")]

use std::io;

use suiji::tables::Columns;
use suiji::{
    Ceremony, Contribution, Contributions, Digest, History, Inputs, Plan, Registry, Roster, Run,
};
use suiji_benches::{Failure, Texts, timed};

/// Rows per chunk, as in Java.
const ROWS: u64 = 65_536;
/// Ids are unsorted but unique, because the stride and the number of ids have no common divisor.
const STRIDE: u64 = 331_543_217;
const IDS: u64 = 100_000_000;
const CLASSES: [&str; 4] = ["low", "general", "elevated", "high"];

fn main() -> Result<(), Failure> {
    let [rows, plan, ceremony, thrown] = arguments()?;
    let prepared = Prepared {
        plan: Plan::from_json(plan.as_bytes())?.into(),
        ceremony: Ceremony::from_json(ceremony.as_bytes())?,
        thrown: Contribution::live([numbers(&thrown)?])?,
        chunks: chunks(rows.parse()?)?,
    };
    for line in io::stdin().lines() {
        line?;
        let (digest, took) = timed(|| prepared.turn());
        println!("{} {}", took.as_nanos(), digest?);
    }
    Ok(())
}

fn arguments() -> Result<[String; 4], Failure> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    words
        .try_into()
        .map_err(|_| "usage: suiji-jvm-yardstick ROWS PLAN CEREMONY NUMBERS".into())
}

/// The numbers that fell, separated by commas.
fn numbers(text: &str) -> Result<Vec<u64>, Failure> {
    let numbers: Result<_, _> = text.split(',').map(str::parse).collect();
    Ok(numbers?)
}

/// The inputs, prepared before the measurement.
struct Prepared {
    plan: std::sync::Arc<Plan>,
    ceremony: Ceremony,
    thrown: Contribution,
    chunks: Vec<Chunk>,
}

struct Chunk {
    rows: usize,
    texts: [Texts; 4],
}

impl Prepared {
    fn turn(&self) -> Result<Digest, suiji::Error> {
        let run = Run::default();
        let mut builder = Registry::builder();
        for Chunk { rows, texts } in &self.chunks {
            let [ids, names, classes, districts] = texts;
            let columns = Columns::new(*rows)
                .with("id", ids.column())
                .with("name", names.column())
                .with("class", classes.column())
                .with("district", districts.column());
            builder.push_columns_with(&columns, &run)?;
        }
        let (registry, plan) = (builder.finish_with(&run)?, self.plan.clone());
        let inputs = Inputs::new_with(plan, registry, Roster::default(), History::default(), &run)?;
        let sealed = suiji::seal_with(&inputs, &self.ceremony, &run)?;
        let contributions = Contributions::new(sealed.commitment().digest(), [self.thrown.clone()]);
        let record = sealed.draw_with(&contributions, &run)?;
        Ok(record.digest())
    }
}

fn chunks(rows: u64) -> Result<Vec<Chunk>, Failure> {
    let mut chunks = Vec::new();
    for begin in (0..rows).step_by(usize::try_from(ROWS)?) {
        let end = rows.min(begin + ROWS);
        let mut texts: [Texts; 4] = Default::default();
        for row in begin..end {
            for (texts, value) in texts.iter_mut().zip(values(row)?) {
                texts.push(&value)?;
            }
        }
        let rows = usize::try_from(end - begin)?;
        chunks.push(Chunk { rows, texts });
    }
    Ok(chunks)
}

/// Id, name, class and district of an invented firm.
fn values(row: u64) -> Result<[String; 4], Failure> {
    let class = CLASSES[usize::try_from(row / 5 % 4)?];
    Ok([
        format!("F-{:08}", row * STRIDE % IDS),
        format!("样例企业{row}"),
        class.to_owned(),
        format!("140521{:03}", row / 7 % 12),
    ])
}
