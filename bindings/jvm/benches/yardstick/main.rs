//! Builds a registry from chunks of columns, seals and draws it, once for each line that it reads, and prints the nanoseconds
//! on the wall's clock and the record digest. It is the yardstick of `DrawBenchmark.java`, which makes the same rows.

#![expect(clippy::print_stdout, reason = "what it measures is printed")]

use std::io;

use suiji::tables::Columns;
use suiji::{Ceremony, Contributions, Digest, History, Inputs, Plan, Registry, Roster, Run};
use suiji_benches::{Failure, Texts, timed};

/// The rows of a chunk, as in Java.
const ROWS: u64 = 65_536;
/// Ids are scattered, and no two are alike: the stride is prime to the number of ids.
const STRIDE: u64 = 331_543_217;
const IDS: u64 = 100_000_000;
const CLASSES: [&str; 4] = ["low", "general", "elevated", "high"];

fn main() -> Result<(), Failure> {
    let [rows, plan, ceremony, contributions] = arguments()?;
    let sheet = Sheet {
        plan: Plan::from_json(plan.as_bytes())?.into(),
        ceremony: Ceremony::from_json(ceremony.as_bytes())?,
        contributions: Contributions::from_json(contributions.as_bytes())?,
        chunks: chunks(rows.parse()?)?,
    };
    for line in io::stdin().lines() {
        line?;
        let (digest, took) = timed(|| sheet.turn());
        println!("{} {}", took.as_nanos(), digest?);
    }
    Ok(())
}

fn arguments() -> Result<[String; 4], Failure> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    words
        .try_into()
        .map_err(|_| "the benchmark gives: ROWS PLAN CEREMONY CONTRIBUTIONS".into())
}

/// What lies ready before the clock starts.
struct Sheet {
    plan: std::sync::Arc<Plan>,
    ceremony: Ceremony,
    contributions: Contributions,
    chunks: Vec<Chunk>,
}

struct Chunk {
    rows: usize,
    texts: [Texts; 4],
}

impl Sheet {
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
        let record = sealed.draw_with(&self.contributions, &run)?;
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
