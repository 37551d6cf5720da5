//! Writes the invented inputs of this example: `registry.jsonl`, `roster.jsonl`, `history.jsonl`.
//!
//! `cargo run -p suiji-examples --bin generate-qinshui [FOLDER]` writes them into FOLDER, or into this folder. It writes
//! the same bytes each time.

mod codes;
mod invented;

use std::path::PathBuf;
use std::{env, fs, io};

use codes::{Numbers, code};
use invented::{
    CLASSES, DISTRICTS, EXEMPT, GROUPS, INACTIVE, INSPECTORS, RECUSALS, VISITS, visitors,
};

/// A row of the registry, with everything that the other files need.
struct Row {
    id: String,
    categories: &'static [&'static str],
    active: bool,
    row: String,
}

fn main() -> io::Result<()> {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/qinshui-2024");
    let folder = env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from(own), PathBuf::from);

    let mut numbers = Numbers::new(202_415);
    let entities = registry(&mut numbers);
    let unknown = code(&mut numbers);
    let former = code(&mut numbers);
    let roster = roster(&entities, &unknown);
    let history = history(&entities, &former);

    let registry = entities.into_iter().map(|row| row.row).collect();
    for (name, rows) in [
        ("registry", registry),
        ("roster", roster),
        ("history", history),
    ] {
        fs::write(folder.join(name).with_extension("jsonl"), lines(rows))?;
    }
    Ok(())
}

fn registry(numbers: &mut Numbers) -> Vec<Row> {
    let mut entities = Vec::new();
    for (count, categories, trades) in GROUPS {
        let mut actives = 0;
        for (place, class) in CLASSES.iter().cycle().take(count).enumerate() {
            let id = code(numbers);
            let number = entities.len() + 1;
            let (trade, industry) = numbers.pick(trades);
            let district = numbers.pick(&DISTRICTS);
            let year = 2004 + numbers.below(20);
            let (month, day) = (1 + numbers.below(12), 1 + numbers.below(28));
            let active = (place + 7) % INACTIVE != 0;

            let mut row =
                format!(r#"{{"id": "{id}", "name": "沁水样例{number:03}号{trade}有限公司""#);
            if !class.is_empty() {
                row += &format!(r#", "class": "{class}""#);
            }
            row += &format!(r#", "categories": {}"#, array(categories));
            row += &format!(r#", "district": "{district}", "industry": "{industry}""#);
            if !active {
                row += r#", "status": "inactive""#;
            }
            row += &format!(r#", "established": "{year}-{month:02}-{day:02}""#);
            if active {
                row += &exemption(categories, actives);
                actives += 1;
            }
            row.push('}');
            entities.push(Row {
                id,
                categories,
                active,
                row,
            });
        }
    }
    entities
}

/// The additional fields of the `n`th active entity of these categories, if it is exempt.
fn exemption(categories: &[&str], n: usize) -> String {
    let mut exempt = EXEMPT.iter();
    match exempt.find(|(of, place, ..)| *of == categories && *place == n) {
        None => String::new(),
        Some((_, _, reason, [])) => format!(r#", "exempt": "{reason}""#),
        Some((_, _, reason, tasks)) => {
            format!(r#", "exempt": "{reason}", "exempt_from": {}"#, array(tasks))
        }
    }
}

/// The id of the inspector of that number, from 1.
fn certificate(number: usize) -> String {
    format!("04052124{number:03}")
}

/// The `n`th active entity that is only in this category.
fn nth<'a>(entities: &'a [Row], category: &str, n: usize) -> &'a str {
    let mut own = entities
        .iter()
        .filter(|row| row.active && row.categories == [category]);
    own.nth(n).map_or("", |row| &row.id)
}

/// `unknown` is an entity that is not in the registry.
fn roster(entities: &[Row], unknown: &str) -> Vec<String> {
    let mut recusals = vec![(6, unknown)];
    recusals.extend(RECUSALS.map(|(number, category, n)| (number, nth(entities, category, n))));

    let mut rows = Vec::new();
    for (number, (department, lead, skills, load, max_load, day)) in (1..).zip(INSPECTORS) {
        let id = certificate(number);
        let mut row = format!(r#"{{"id": "{id}", "name": "样例执法员{number:02}""#);
        row += &format!(r#", "department": "{department}", "district": "140521""#);
        if !skills.is_empty() {
            row += &format!(r#", "skills": {}"#, array(skills));
        }
        if lead {
            row += r#", "lead": true"#;
        }
        if load > 0 {
            row += &format!(r#", "load": {load}"#);
        }
        if max_load > 0 {
            row += &format!(r#", "max_load": {max_load}"#);
        }
        if !day.is_empty() {
            row += &format!(r#", "valid_to": "{day}""#);
        }
        let recuse: Vec<&str> = recusals
            .iter()
            .filter(|(of, _)| *of == number)
            .map(|(_, entity)| *entity)
            .collect();
        if !recuse.is_empty() {
            row += &format!(r#", "recuse": {}"#, array(&recuse));
        }
        rows.push(row + "}");
    }
    rows
}

/// `former` is an entity that was visited last year and is no longer in the registry.
fn history(entities: &[Row], former: &str) -> Vec<String> {
    let mut rows = Vec::new();
    for (category, n, tasks, dates, kind, numbers) in VISITS {
        let inspectors: Vec<String> = numbers.iter().map(|number| certificate(*number)).collect();
        let inspectors: Vec<&str> = inspectors.iter().map(String::as_str).collect();
        for date in dates {
            for task in tasks {
                let entity = nth(entities, category, n);
                let mut row = visit(entity, task, date);
                if kind != "planned" {
                    row += &format!(r#", "kind": "{kind}""#);
                }
                row += &format!(r#", "by": {}"#, array(visitors(task)));
                // Only the first two inspectors visit for the internal task.
                let own = inspectors
                    .len()
                    .min(if task.starts_with('N') { 2 } else { 3 });
                if own > 0 {
                    row += &format!(r#", "inspectors": {}"#, array(&inspectors[..own]));
                }
                rows.push(row + "}");
            }
        }
    }
    // These rows are from a time when the office did not record who visited.
    rows.extend(["J2", "N2"].map(|task| visit(former, task, "2023-09-21") + "}"));
    rows
}

/// The required fields of a visit, without the closing brace.
fn visit(entity: &str, task: &str, date: &str) -> String {
    format!(r#"{{"entity": "{entity}", "task": "{task}", "date": "{date}""#)
}

fn array(members: &[&str]) -> String {
    format!(r#"["{}"]"#, members.join(r#"", ""#))
}

fn lines(mut rows: Vec<String>) -> String {
    rows.sort_unstable();
    rows.into_iter()
        .flat_map(|row| [row, "\n".to_owned()])
        .collect()
}
