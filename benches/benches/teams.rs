//! Teams of three for every firm of a registry: sealing, which counts the firms that cannot get one, and
//! drawing, with loads that nothing bounds, with caps that just suffice, and with caps that do not.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use suiji::{Hash, History, Inputs, Registry, Run};
use suiji_benches::{Failure, Firms, Order, ceremony, contributions, inspectors};

/// 30 seats an inspector are needed, and a little more in the one department.
const CAPS: [(&str, Option<u64>); 3] = [("loose", None), ("tight", Some(31)), ("vacant", Some(30))];

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
    for (name, cap) in CAPS {
        let registry = Registry::from_json_lines(firms.lines(), &Run::default())?;
        let roster = inspectors(officers, cap, &firms)?;
        let inputs = Inputs::new(
            suiji_benches::teams()?,
            registry,
            roster,
            History::default(),
        )?;
        let (ceremony, contributions) = (ceremony(Hash::Sha256)?, contributions()?);
        group.bench_function(BenchmarkId::new("seal", name), |bencher| {
            bencher.iter(|| suiji::seal(&inputs, &ceremony, &Run::default()));
        });
        let sealed = suiji::seal(&inputs, &ceremony, &Run::default())?;
        group.bench_function(BenchmarkId::new("draw", name), |bencher| {
            bencher.iter(|| sealed.draw(&contributions, &Run::default()));
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
