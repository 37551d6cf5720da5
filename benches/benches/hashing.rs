//! Measures the time for each entity when sealing (leaf, tree, frame) and drawing (ticket, selection). The yardstick is
//! hashing the same bytes in the same run.
//!
//! The functions of the core are private. So each is measured through a public call in which nothing else grows with
//! the registry. Throughput is in entities: 5 Melem/s is 200 ns for each entity.

use core::hint::black_box;

use criterion::measurement::WallTime;
use criterion::{
    BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main,
};
use sha2::Sha256;
use sha2::digest::consts::U32;
use sm3::Sm3;
use suiji::plan::{Quota, Scope};
use suiji::{Hash, History, Inputs, Registry, Roster, Sealed, canonical_json};
use suiji_benches::{Entities, Failure, Order, ceremony, contributions, one_task, take};

const SIZES: [u64; 4] = [1_000, 10_000, 100_000, 1_000_000];

fn entities(count: u64) -> Entities {
    Entities {
        count,
        order: Order::Sorted,
        categories: true,
    }
}

/// Inputs with a task of this quota and scope.
fn inputs(count: u64, quota: Quota, scope: Scope) -> Result<Inputs, Failure> {
    let registry = Registry::from_json_lines(entities(count).lines())?;
    Ok(Inputs::new(
        one_task(quota, scope)?,
        registry,
        Roster::from_rows([])?,
        History::default(),
    )?)
}

/// The bytes that are hashed according to the specification.
struct Bare {
    leaves: Vec<Vec<u8>>,
    frame_leaves: Vec<Vec<u8>>,
    tickets: Vec<Vec<u8>>,
}

impl Bare {
    fn new(count: u64) -> Result<Self, Failure> {
        let (mut leaves, mut frame_leaves, mut tickets) = (Vec::new(), Vec::new(), Vec::new());
        for entity in entities(count).iter() {
            let mut line = Vec::new();
            entity.push_line(&mut line);
            leaves.push([&[0][..], &canonical_json(&line)?].concat());
            frame_leaves
                .push(format!("\0{{\"id\":\"{}\",\"stratum\":\"all\"}}", entity.id).into_bytes());
            tickets.push([&[7; 32][..], entity.id.as_bytes()].concat());
        }
        Ok(Self {
            leaves,
            frame_leaves,
            tickets,
        })
    }

    fn hash<D: sha2::Digest<OutputSize = U32>>(texts: &[Vec<u8>]) {
        for text in texts {
            black_box(D::digest(text));
        }
    }

    /// Hashes the nodes of a tree. There is one node less than leaves, and each has 65 bytes.
    fn nodes<D: sha2::Digest<OutputSize = U32>>(leaves: usize) {
        let node = [1; 65];
        for _ in 1..leaves {
            black_box(D::digest(black_box(node)));
        }
    }
}

fn bare<D: sha2::Digest<OutputSize = U32>>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    count: u64,
) -> Result<(), Failure> {
    let bytes = Bare::new(count)?;
    let size = bytes.leaves.len();
    group.bench_function(BenchmarkId::new("bare-leaf-and-node", count), |bencher| {
        bencher.iter(|| {
            Bare::hash::<D>(&bytes.leaves);
            Bare::nodes::<D>(size);
        });
    });
    group.bench_function(
        BenchmarkId::new("bare-frame-leaf-and-node", count),
        |bencher| {
            bencher.iter(|| {
                Bare::hash::<D>(&bytes.frame_leaves);
                Bare::nodes::<D>(size);
            });
        },
    );
    group.bench_function(BenchmarkId::new("bare-ticket", count), |bencher| {
        bencher.iter(|| Bare::hash::<D>(&bytes.tickets))
    });
    Ok(())
}

fn sealed(hash: Hash, inputs: &Inputs) -> Result<Sealed, Failure> {
    Ok(suiji::seal(inputs, &ceremony(hash)?)?)
}

fn suite(criterion: &mut Criterion, hash: Hash) -> Result<(), Failure> {
    let mut group = criterion.benchmark_group(hash.as_str());
    group
        .sample_size(10)
        .measurement_time(core::time::Duration::from_secs(3));
    for count in SIZES {
        group.throughput(Throughput::Elements(count));
        // With one entity in a hundred in the frame, sealing does little more than making the tree of the registry.
        let mut few = Scope::default();
        few.districts = vec!["140521204".to_owned()];
        few.categories = vec!["民爆物品生产企业".to_owned()];
        let narrow = inputs(count, Quota::Count { count: 1 }, few)?;
        group.bench_function(BenchmarkId::new("registry-root", count), |bencher| {
            bencher.iter(|| sealed(hash, &narrow));
        });
        let whole = |quota| inputs(count, quota, Scope::default());
        let (one, all) = (whole(Quota::Count { count: 1 })?, whole(take("100%")?)?);
        group.bench_function(
            BenchmarkId::new("registry-and-frame-roots", count),
            |bencher| {
                bencher.iter(|| sealed(hash, &one));
            },
        );
        for (name, inputs) in [
            ("ticket-and-one-selected", &one),
            ("ticket-and-all-selected", &all),
        ] {
            let sealed = sealed(hash, inputs)?;
            let contributions = contributions(sealed.commitment())?;
            group.bench_function(BenchmarkId::new(name, count), |bencher| {
                bencher.iter(|| sealed.draw(&contributions));
            });
        }
        match hash {
            Hash::Sm3 => bare::<Sm3>(&mut group, count)?,
            _ => bare::<Sha256>(&mut group, count)?,
        }
    }
    group.finish();
    Ok(())
}

#[expect(clippy::unwrap_used, reason = "a benchmark cannot return an error")]
fn hashing(criterion: &mut Criterion) {
    suite(criterion, Hash::Sha256).unwrap();
    suite(criterion, Hash::Sm3).unwrap();
}

criterion_group!(benches, hashing);
criterion_main!(benches);
