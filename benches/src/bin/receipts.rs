//! Measures the processor time of making receipts, with and without their JSON.
//!
//! Usage: `receipts [ENTITIES]`, by default 100,000. Each of two tasks selects a tenth of the entities.

#![expect(clippy::print_stdout, reason = "it prints what it measures")]

use core::hint::black_box;
use std::env;
use std::time::Duration;

use suiji::plan::Task;
use suiji::{Ceremony, Hash, History, Inputs, Plan, Registry, Roster};
use suiji_benches::{
    Cost, Entities, Failure, Order, ceremony, contributions, nanoseconds_each, secret, take,
};

fn main() -> Result<(), Failure> {
    let count = env::args()
        .nth(1)
        .map_or(Ok(100_000), |count| count.parse())?;
    let entities = Entities {
        count,
        order: Order::Sorted,
        categories: true,
    };
    let registry = Registry::from_json_lines(entities.lines())?;
    let inputs = Inputs::new(
        plan()?,
        registry,
        Roster::from_rows([])?,
        History::default(),
    )?;
    for hash in [Hash::Sha256, Hash::Sm3] {
        let open = ceremony(hash)?;
        let blinded = open.clone().with_secret(secret());
        measure("open", &inputs, &open, count)?;
        measure("blinded", &inputs, &blinded, count)?;
    }
    Ok(())
}

/// Two tasks for all entities. Each selects a tenth.
fn plan() -> Result<Plan, Failure> {
    let task = |id: &str| -> Result<Task, Failure> {
        Ok(Task::new(id.parse()?, "双随机抽查").with_quota(take("10%")?))
    };
    let plan = Plan::builder("样例抽查计划", "样例县工信局", 2024);
    Ok(plan.with_task(task("J1")?).with_task(task("J2")?).build()?)
}

fn measure(name: &str, inputs: &Inputs, ceremony: &Ceremony, count: u64) -> Result<(), Failure> {
    let sealed = suiji::seal(inputs, ceremony)?;
    let record = sealed.draw(&contributions(sealed.commitment())?)?;
    let (receipts, prepared) = Cost::of(|| sealed.receipts(&record))?;
    let receipts = receipts?;
    let (_, made) = Cost::of(|| receipts.all().for_each(|receipt| drop(black_box(receipt))))?;
    let (bytes, written) = Cost::of(|| {
        let lengths = receipts.all().map(|receipt| receipt.to_json().len());
        lengths.sum::<usize>()
    })?;
    let a_second = |time: Duration| 1_000_000_000 / nanoseconds_each(time, count).max(1);
    println!(
        "{:7} {name:8} {:>7} receipts a second, {:>7} with JSON of {:>4} bytes each; the first takes {} ms",
        ceremony.hash().as_str(),
        a_second(made.processor),
        a_second(written.processor),
        bytes as u64 / count,
        prepared.processor.as_millis(),
    );
    Ok(())
}
