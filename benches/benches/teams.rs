//! Teams of three for every firm of a registry: sealing, which counts the firms that cannot get one, and
//! drawing, with loads that nothing bounds, caps that suffice, caps that do not, and caps that suffice only
//! where inspectors are moved from seat to seat.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use suiji::Hash;
use suiji_benches::{Failure, Firms, Load, Order, ceremony, contributions};

fn size(criterion: &mut Criterion, firms: u64, officers: u64) -> Result<(), Failure> {
    let mut group = criterion.benchmark_group(format!("{firms}x{officers}"));
    group
        .sample_size(10)
        .throughput(Throughput::Elements(firms));
    let firms = Firms {
        count: firms,
        order: Order::Sorted,
        categories: false,
    };
    for load in Load::ALL {
        let name = format!("{load:?}");
        let inputs = load.inputs(&firms, officers)?;
        let (ceremony, contributions) = (ceremony(Hash::Sha256)?, contributions()?);
        group.bench_function(BenchmarkId::new("seal", &name), |bencher| {
            bencher.iter(|| suiji::seal(&inputs, &ceremony));
        });
        let sealed = suiji::seal(&inputs, &ceremony)?;
        group.bench_function(BenchmarkId::new("draw", &name), |bencher| {
            bencher.iter(|| sealed.draw(&contributions));
        });
    }
    group.finish();
    Ok(())
}

#[expect(clippy::unwrap_used, reason = "a bench has nobody to give an error to")]
fn teams(criterion: &mut Criterion) {
    size(criterion, 1_000, 100).unwrap();
    size(criterion, 20_000, 2_000).unwrap();
}

criterion_group!(benches, teams);
criterion_main!(benches);
