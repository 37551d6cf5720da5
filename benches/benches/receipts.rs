//! Measures receipts with their JSON for 100,000 entities, blinded and not blinded, with both hash suites. The
//! yardstick is reading and writing the same documents with serde_json in the same run.
//!
//! Throughput is in receipts: 100 Kelem/s is 10 µs for each receipt.

use core::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use serde_json::Value;
use suiji::plan::Scope;
use suiji::receipt::Receipts;
use suiji::values::EntityId;
use suiji::{Hash, History, Inputs, Receipt, Registry, Roster};
use suiji_benches::{Entities, Failure, Order, ceremony, contributions, one_task, secret, take};

const ENTITIES: u64 = 100_000;
/// Every hundredth entity.
const STEP: usize = 100;

fn inputs() -> Result<Inputs, Failure> {
    let entities = Entities {
        count: ENTITIES,
        order: Order::Sorted,
        categories: true,
    };
    let registry = Registry::from_json_lines(entities.lines())?;
    let plan = one_task(take("10%")?, Scope::default())?;
    Ok(Inputs::new(
        plan,
        registry,
        Roster::from_rows([])?,
        History::default(),
    )?)
}

fn json(receipts: &Receipts<'_>, ids: &[EntityId]) -> Result<Vec<String>, Failure> {
    let each = receipts.each(ids)?;
    Ok(each.map(|receipt: Receipt| receipt.to_json()).collect())
}

fn rewritten(documents: &[String]) -> Result<(), Failure> {
    for document in documents {
        let value: Value = serde_json::from_str(document)?;
        black_box(serde_json::to_string_pretty(&value)?);
    }
    Ok(())
}

fn suite(criterion: &mut Criterion, inputs: &Inputs, hash: Hash) -> Result<(), Failure> {
    let mut group = criterion.benchmark_group(hash.as_str());
    group.sample_size(10);
    let ids = inputs.registry().ids().step_by(STEP);
    let ids: Vec<EntityId> = ids.map(str::parse).collect::<Result<_, _>>()?;
    group.throughput(Throughput::Elements(ids.len() as u64));
    let open = ceremony(hash)?;
    for (name, ceremony) in [
        ("open", open.clone()),
        ("blinded", open.with_secret(secret())),
    ] {
        let sealed = suiji::seal(inputs, &ceremony)?;
        let record = sealed.draw(&contributions(sealed.commitment())?)?;
        let receipts = sealed.receipts(&record)?;
        group.bench_function(BenchmarkId::new("receipt", name), |bencher| {
            bencher.iter(|| json(&receipts, &ids));
        });
        let documents = json(&receipts, &ids)?;
        group.bench_function(BenchmarkId::new("yardstick-serde-json", name), |bencher| {
            bencher.iter(|| rewritten(&documents));
        });
    }
    group.finish();
    Ok(())
}

#[expect(clippy::unwrap_used, reason = "a benchmark cannot return an error")]
fn receipts(criterion: &mut Criterion) {
    let inputs = inputs().unwrap();
    suite(criterion, &inputs, Hash::Sha256).unwrap();
    suite(criterion, &inputs, Hash::Sm3).unwrap();
}

criterion_group!(benches, receipts);
criterion_main!(benches);
