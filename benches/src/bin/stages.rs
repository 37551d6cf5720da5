//! Measures every stage in nanoseconds for each row, on one thread, with several sizes and both orders of rows.
//! The time for a row must not grow with the number of rows, except for the logarithm of sorting.
//!
//! `stages [ROWS …]`: by default 100,000, 1,000,000 and 3,000,000 rows.

#![expect(clippy::print_stdout, reason = "it prints what it measures")]

use std::env;
use std::io::Read as _;

use serde_json::Value;
use suiji::plan::Scope;
use suiji::tables::Visit;
use suiji::{Hash, History, Inputs, Registry, Roster, Run, Sealed};
use suiji_benches::{
    Entities, Failure, Order, ceremony, contributions, nanoseconds_each, one_task, resident_bytes,
    take, timed,
};

/// The name of a stage, and nanoseconds for each row.
type Row = (&'static str, u128);

fn main() -> Result<(), Failure> {
    let mut sizes = env::args()
        .skip(1)
        .map(|size| size.parse())
        .collect::<Result<Vec<u64>, _>>()?;
    if sizes.is_empty() {
        sizes = vec![100_000, 1_000_000, 3_000_000];
    }
    for order in [Order::Sorted, Order::Scattered] {
        let columns = sizes.iter().map(|&count| {
            stages(&Entities {
                count,
                order,
                categories: true,
            })
        });
        let columns: Vec<Vec<Row>> = columns.collect::<Result<_, _>>()?;
        println!("{order:?}, ns for each row {sizes:>58?}");
        for (at, (name, _)) in columns.first().into_iter().flatten().enumerate() {
            let figures = columns.iter().map(|column| format!("{:>10}", column[at].1));
            println!("  {name:44} {}", figures.collect::<String>());
        }
    }
    Ok(())
}

fn stages(entities: &Entities) -> Result<Vec<Row>, Failure> {
    let mut rows: Vec<Row> = Vec::new();
    let mut text = Vec::new();
    entities.lines().read_to_end(&mut text)?;
    let run = Run::default();
    macro_rules! stage {
        ($name:literal, $work:expr) => {{
            let (result, time) = timed(|| $work);
            rows.push(($name, nanoseconds_each(time, entities.count)));
            result
        }};
    }
    stage!("yardstick: serde_json to Value", values(&text))?;
    stage!("yardstick: SHA-256 of the text", Hash::Sha256.digest(&text));
    let before = resident_bytes()?;
    let registry = stage!(
        "read the registry",
        Registry::from_json_lines_with(&*text, &run)
    )?;
    let registry_bytes = resident_bytes()?.saturating_sub(before);
    let history = stage!("history with a visit for each row", visits(entities))?;
    let plan = one_task(take("5%")?, Scope::default())?;
    let none = Inputs::new(
        plan.clone(),
        registry.clone(),
        Roster::from_rows([])?,
        History::default(),
    )?;
    let inputs = stage!(
        "inputs",
        Inputs::new(plan, registry, Roster::from_rows([])?, history)
    )?;
    let ceremony = ceremony(Hash::Sha256)?;
    let sealed = stage!(
        "seal without history",
        suiji::seal_with(&none, &ceremony, &run)
    )?;
    stage!(
        "reopen without history",
        Sealed::reopen_with(&none, sealed.commitment(), None, &run)
    )?;
    stage!(
        "seal with history",
        suiji::seal_with(&inputs, &ceremony, &run)
    )?;
    let thrown = contributions(sealed.commitment())?;
    let record = stage!("draw 5%", sealed.draw_with(&thrown, &run))?;
    stage!("record 5% as JSON", record.to_json());
    let all = Inputs::new(
        one_task(take("100%")?, Scope::default())?,
        none.registry().clone(),
        Roster::from_rows([])?,
        History::default(),
    )?;
    let sealed = suiji::seal_with(&all, &ceremony, &run)?;
    let thrown = contributions(sealed.commitment())?;
    let record = stage!("draw 100%", sealed.draw_with(&thrown, &run))?;
    stage!("record 100% as JSON", record.to_json());
    stage!("record 100%: digest", record.digest());
    rows.push((
        "resident bytes of the registry for each row",
        u128::from(registry_bytes / entities.count.max(1)),
    ));
    Ok(rows)
}

fn values(text: &[u8]) -> Result<(), serde_json::Error> {
    let lines = text
        .split(|&byte| byte == b'\n')
        .filter(|line| !line.is_empty());
    lines
        .map(serde_json::from_slice::<Value>)
        .try_for_each(|value| value.map(drop))
}

/// One visit for each entity, before the year of the plan.
fn visits(entities: &Entities) -> Result<History, suiji::Error> {
    let mut builder = History::builder();
    for entity in entities.iter() {
        builder.push(&Visit::new(entity.id, "J1", "2019-05-06"));
    }
    builder.finish()
}
