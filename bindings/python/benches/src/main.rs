//! Seals and draws an invented registry given as columns, and prints the milliseconds of the processor for both,
//! the bytes of memory at the peak, and the record digest. It is the yardstick of `frame.py`, which makes the same rows.

#![expect(clippy::print_stdout, reason = "what it measures is printed")]

use suiji::tables::Columns;
use suiji::{Ceremony, Contributions, History, Inputs, Plan, Registry, Roster, Run};
use suiji_benches::{Cost, Failure, Texts, peak_bytes};

/// Ids are scattered and unique, because the stride is coprime to the number of ids.
const STRIDE: u64 = 331_543_217;
const IDS: u64 = 100_000_000;
const CLASSES: [&str; 4] = ["low", "general", "elevated", "high"];

fn main() -> Result<(), Failure> {
    let [rows, plan, ceremony, contributions] = arguments()?;
    let rows: u64 = rows.parse()?;
    let plan = Plan::from_json(plan.as_bytes())?;
    let ceremony = Ceremony::from_json(ceremony.as_bytes())?;
    let contributions = Contributions::from_json(contributions.as_bytes())?;
    let [ids, names, classes, districts] = texts(rows)?;
    let run = Run::default();
    let (sealed, sealing) = Cost::of(|| {
        let columns = Columns::new(usize::try_from(rows).unwrap_or_default())
            .with("id", ids.column())
            .with("name", names.column())
            .with("class", classes.column())
            .with("district", districts.column());
        let mut builder = Registry::builder();
        builder.push_columns_with(&columns, &run)?;
        let registry = builder.finish_with(&run)?;
        let inputs = Inputs::new_with(plan, registry, Roster::default(), History::default(), &run)?;
        suiji::seal_with(&inputs, &ceremony, &run)
    })?;
    let sealed = sealed?;
    let thrown = contributions.iter().cloned();
    let contributions = Contributions::new(sealed.commitment().digest(), thrown);
    let (record, drawing) = Cost::of(|| sealed.draw_with(&contributions, &run))?;
    let [sealing, drawing] = [sealing, drawing].map(|cost| cost.processor.as_millis());
    let peak = peak_bytes()?;
    println!("{sealing} {drawing} {peak} {}", record?.digest());
    Ok(())
}

fn arguments() -> Result<[String; 4], Failure> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    words
        .try_into()
        .map_err(|_| "frame.py gives: ROWS PLAN CEREMONY CONTRIBUTIONS".into())
}

fn texts(rows: u64) -> Result<[Texts; 4], Failure> {
    let mut texts: [Texts; 4] = Default::default();
    for row in 0..rows {
        let class = CLASSES[usize::try_from(row / 5 % 4)?];
        let values = [
            format!("F-{:08}", row * STRIDE % IDS),
            format!("样例企业{row}"),
            class.to_owned(),
            format!("140521{:03}", row / 7 % 12),
        ];
        for (texts, value) in texts.iter_mut().zip(values) {
            texts.push(&value)?;
        }
    }
    Ok(texts)
}
