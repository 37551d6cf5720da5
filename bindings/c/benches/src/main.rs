//! Seals and draws an invented registry of columns, alternately through the C functions and in Rust. Prints the
//! processor time of both and their ratio: `suiji-c-benches [ROWS [TURNS]]`.

#![allow(unsafe_code, reason = "it calls the functions of the header")]
#![expect(clippy::print_stdout, reason = "what it measures is printed")]

mod in_c;

use std::sync::Arc;
use std::time::Duration;

use arrow_array::{Array, RecordBatch, StringArray};
use suiji::tables::{Column, Columns};
use suiji::{Ceremony, Commitment, Contribution, Contributions, Digest, Inputs};
use suiji::{History, Plan, Registry, Roster};
use suiji_benches::{Cost, Entities, Failure, Order, median, permille};

const FIELDS: [&str; 4] = ["id", "name", "class", "district"];

const PLAN: &str = r#"{"title": "样例计划", "authority": "样例县工信局", "year": 2024, "tasks": [{"id": "J1", "name": "抽查",
    "quota": {"exactly": "5%"}, "reserves": 3}]}"#;
const CEREMONY: &str = r#"{"hash": "sha256", "sealed_at": "2024-09-02T09:00:00+08:00", "sources": [{"kind": "live",
    "by": "public", "name": "掷骰", "parts": [{"count": 20, "from": 1, "to": 6}]}]}"#;

fn main() -> Result<(), Failure> {
    let mut words = std::env::args().skip(1);
    let rows: u64 = words.next().as_deref().unwrap_or("1000000").parse()?;
    let turns: usize = words.next().as_deref().unwrap_or("7").parse()?;
    let batch = batch(rows)?;
    let (mut rust, mut c) = (Vec::new(), Vec::new());
    // The first turn of each does not count.
    for turn in 0..=turns {
        let (digest, cost) = Cost::of(|| in_rust(&batch))?;
        let (same, cost_in_c) = Cost::of(|| in_c::draw(&batch))?;
        assert_eq!(digest?.to_string(), same?, "another record");
        if turn > 0 {
            rust.push(cost.processor);
            c.push(cost_in_c.processor);
        }
    }
    let show = |times: &[Duration]| median(times).as_millis();
    let ratio = permille(median(&c), median(&rust));
    println!(
        "{rows} rows, median of {turns}: Rust {} ms, C {} ms, ratio {ratio} ‰",
        show(&rust),
        show(&c),
    );
    Ok(())
}

/// The registry as Arrow columns.
fn batch(rows: u64) -> Result<RecordBatch, Failure> {
    let entities = Entities {
        count: rows,
        order: Order::Scattered,
        categories: false,
    };
    let mut columns: [Vec<String>; 4] = Default::default();
    for entity in entities.iter() {
        let [ids, names, classes, districts] = &mut columns;
        ids.push(entity.id);
        names.push(entity.name);
        classes.push(entity.class.to_owned());
        districts.push(entity.district.to_owned());
    }
    let arrays = columns.map(|column| Arc::new(StringArray::from(column)) as Arc<dyn Array>);
    Ok(RecordBatch::try_from_iter(FIELDS.into_iter().zip(arrays))?)
}

fn in_rust(batch: &RecordBatch) -> Result<Digest, Failure> {
    let mut columns = Columns::new(batch.num_rows());
    for (field, array) in FIELDS.into_iter().zip(batch.columns()) {
        let texts = array.as_any().downcast_ref::<StringArray>();
        let texts = texts.ok_or("a column that is not of texts")?;
        columns = columns.with(
            field,
            Column::utf8(texts.value_offsets(), texts.value_data()),
        );
    }
    let mut builder = Registry::builder();
    builder.push_columns(&columns);
    let plan = Plan::from_json(PLAN.as_bytes())?;
    let (roster, history) = (Roster::default(), History::default());
    let inputs = Inputs::new(plan, builder.finish()?, roster, history)?;
    let sealed = suiji::seal(&inputs, &Ceremony::from_json(CEREMONY.as_bytes())?)?;
    let contributions = contributions(sealed.commitment().digest())?;
    let record = sealed.draw(&contributions)?;
    // The C layer returns documents, so they are written here too.
    let commitment = Commitment::from_json(sealed.commitment().to_json().as_bytes())?;
    assert_eq!(&commitment, record.commitment());
    let mut json = Vec::new();
    record.write_json(&mut json)?;
    Ok(record.digest())
}

fn contributions(commitment: Digest) -> Result<Contributions, Failure> {
    let dice = Contribution::live([[6, 3, 1, 4, 2, 5, 5, 1, 6, 2, 3, 4, 4, 1, 2, 6, 5, 3, 1, 6]])?;
    Ok(Contributions::new(commitment, [dice]))
}
