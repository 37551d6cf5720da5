//! Measures teams of three for every entity of a registry: sealing, which counts the entities that cannot get a full
//! team, and drawing. There are four kinds of caps: none, sufficient ones, ones that are too small, and ones that are
//! sufficient only if inspectors move from seat to seat.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use suiji::Hash;
use suiji_benches::{Entities, Failure, Load, Order, ceremony, contributions};

fn size(criterion: &mut Criterion, entities: u64, inspectors: u64) -> Result<(), Failure> {
    let mut group = criterion.benchmark_group(format!("{entities}x{inspectors}"));
    group
        .sample_size(10)
        .throughput(Throughput::Elements(entities));
    let entities = Entities {
        count: entities,
        order: Order::Sorted,
        categories: false,
    };
    for load in Load::ALL {
        let name = format!("{load:?}");
        let inputs = load.inputs(&entities, inspectors)?;
        let ceremony = ceremony(Hash::Sha256)?;
        group.bench_function(BenchmarkId::new("seal", &name), |bencher| {
            bencher.iter(|| suiji::seal(&inputs, &ceremony));
        });
        let sealed = suiji::seal(&inputs, &ceremony)?;
        let contributions = contributions(sealed.commitment())?;
        group.bench_function(BenchmarkId::new("draw", &name), |bencher| {
            bencher.iter(|| sealed.draw(&contributions));
        });
    }
    group.finish();
    Ok(())
}

#[expect(clippy::unwrap_used, reason = "a benchmark cannot return an error")]
fn teams(criterion: &mut Criterion) {
    size(criterion, 1_000, 100).unwrap();
    size(criterion, 20_000, 2_000).unwrap();
}

criterion_group!(benches, teams);
criterion_main!(benches);
