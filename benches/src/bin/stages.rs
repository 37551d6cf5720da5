//! Nanoseconds a row of every stage, on one thread, at several sizes and in both orders of rows: cost
//! must grow with the rows and not faster, but for the logarithm of sorting.
//!
//! `stages [ROWS …]`; 100,000, 1,000,000 and 3,000,000 where none are given.

#![expect(clippy::print_stdout, reason = "what it measures is printed")]

use std::env;
use std::io::Read as _;

use serde_json::Value;
use suiji::plan::Scope;
use suiji::tables::Visit;
use suiji::{Hash, History, Inputs, Registry, Roster, Run, Sealed};
use suiji_benches::{
    Failure, Firms, Order, ceremony, contributions, nanoseconds_each, one_task, resident_bytes,
    take, timed,
};

/// A name of a stage and nanoseconds a row.
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
            stages(&Firms {
                count,
                order,
                categories: true,
            })
        });
        let columns: Vec<Vec<Row>> = columns.collect::<Result<_, _>>()?;
        println!("{order:?}, ns a row {sizes:>58?}");
        for (at, (name, _)) in columns.first().into_iter().flatten().enumerate() {
            let figures = columns.iter().map(|column| format!("{:>10}", column[at].1));
            println!("  {name:44} {}", figures.collect::<String>());
        }
    }
    Ok(())
}

fn stages(firms: &Firms) -> Result<Vec<Row>, Failure> {
    let mut rows: Vec<Row> = Vec::new();
    let mut text = Vec::new();
    firms.lines().read_to_end(&mut text)?;
    let run = Run::default();
    macro_rules! stage {
        ($name:literal, $work:expr) => {{
            let (result, time) = timed(|| $work);
            rows.push(($name, nanoseconds_each(time, firms.count)));
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
    let history = stage!("rows of a history of as many", visits(firms))?;
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
    let sheet = ceremony(Hash::Sha256)?;
    let sealed = stage!(
        "seal without history",
        suiji::seal_with(&none, &sheet, &run)
    )?;
    stage!(
        "reopen without history",
        Sealed::reopen_with(&none, sealed.commitment(), None, &run)
    )?;
    stage!("seal with it", suiji::seal_with(&inputs, &sheet, &run))?;
    let given = contributions()?;
    let record = stage!("draw 5%", sealed.draw_with(&given, &run))?;
    stage!("record as a file", record.to_json());
    let all = Inputs::new(
        one_task(take("100%")?, Scope::default())?,
        none.registry().clone(),
        Roster::from_rows([])?,
        History::default(),
    )?;
    let sealed = suiji::seal_with(&all, &sheet, &run)?;
    let record = stage!("draw 100%", sealed.draw_with(&given, &run))?;
    stage!("record of 100% as a file", record.to_json());
    stage!("record of 100%, its digest", record.digest());
    rows.push((
        "bytes of the registry, resident, a row",
        u128::from(registry_bytes / firms.count.max(1)),
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

/// A visit of every firm long ago.
fn visits(firms: &Firms) -> Result<History, suiji::Error> {
    let mut builder = History::builder();
    for firm in firms.iter() {
        builder.push(&Visit::new(firm.id, "J1", "2019-05-06"));
    }
    builder.finish()
}
