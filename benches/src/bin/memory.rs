//! Measures the memory of a registry of a million entities with id, name, class and district. The result is the peak of
//! the process, minus the texts, divided by the number of rows. Each way of building the registry is measured in its
//! own process. The rows are made while they are read.
//!
//! `memory [ROWS]` measures every way. It starts one process `memory WAY ORDER ROWS` for each.

#![expect(clippy::print_stdout, reason = "it prints what it measures")]

use std::env;
use std::process::{Command, ExitCode};

use suiji::Registry;
use suiji::tables::{Column, Columns, Indices};
use suiji_benches::{Entities, Failure, Order, Texts, peak_bytes, resident_bytes};

/// The maximum number of bytes per row, without its text.
const LIMIT: u64 = 200;
const WAYS: [&str; 3] = ["lines", "rows", "columns"];
const ORDERS: [(&str, Order); 2] = [("sorted", Order::Sorted), ("scattered", Order::Scattered)];

fn main() -> Result<ExitCode, Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => all("1000000"),
        [rows] => all(rows),
        [way, order, rows] => one(way, order, rows.parse()?),
        _ => Err("usage: memory [ROWS] | memory WAY ORDER ROWS".into()),
    }
}

fn all(rows: &str) -> Result<ExitCode, Failure> {
    let mut within = true;
    for way in WAYS {
        for (order, _) in ORDERS {
            within &= Command::new(env::current_exe()?)
                .args([way, order, rows])
                .status()?
                .success();
        }
    }
    Ok(if within {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn one(way: &str, order: &str, rows: u64) -> Result<ExitCode, Failure> {
    let (_, order_of_ids) = ORDERS
        .into_iter()
        .find(|(name, _)| *name == order)
        .ok_or("unknown order")?;
    let entities = Entities {
        count: rows,
        order: order_of_ids,
        categories: false,
    };
    let registry = match way {
        "lines" => Registry::from_json_lines(entities.lines())?,
        "rows" => from_rows(&entities)?,
        "columns" => from_columns(&entities)?,
        _ => return Err("unknown way".into()),
    };
    let (peak, held, text) = (peak_bytes()?, resident_bytes()?, entities.text_bytes());
    let each = |bytes: u64| bytes.saturating_sub(text) / registry.len().max(1);
    println!(
        "{way:8} {order:10} {rows} rows; for each row {} bytes of text, and {} bytes more at the peak, {} at the end (limit {LIMIT})",
        text / rows.max(1),
        each(peak),
        each(held),
    );
    Ok(if each(peak) < LIMIT {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn from_rows(entities: &Entities) -> Result<Registry, Failure> {
    let mut builder = Registry::builder();
    for entity in entities.iter() {
        builder.push(&entity.row());
    }
    Ok(builder.finish()?)
}

/// Chunks of 65,536 rows, as Parquet readers return them. The classes are a dictionary.
fn from_columns(entities: &Entities) -> Result<Registry, Failure> {
    const CLASSES: [&str; 4] = ["low", "general", "elevated", "high"];
    let mut classes = Texts::default();
    CLASSES.iter().try_for_each(|class| classes.push(class))?;
    let mut builder = Registry::builder();
    let mut rows = entities.iter().peekable();
    while rows.peek().is_some() {
        let (mut ids, mut names, mut districts, mut class_of) = (
            Texts::default(),
            Texts::default(),
            Texts::default(),
            Vec::new(),
        );
        for entity in rows.by_ref().take(1 << 16) {
            ids.push(&entity.id)?;
            names.push(&entity.name)?;
            districts.push(entity.district)?;
            let index = CLASSES
                .iter()
                .position(|class| *class == entity.class)
                .ok_or("unknown class")?;
            class_of.push(u8::try_from(index)?);
        }
        let columns = Columns::new(class_of.len())
            .with("id", ids.column())
            .with("name", names.column())
            .with("district", districts.column())
            .with(
                "class",
                Column::dictionary(Indices::U8(&class_of), classes.column()),
            );
        builder.push_columns(&columns);
    }
    Ok(builder.finish()?)
}
