//! The inputs of one size: an invented registry and plans over all of it, and the same bytes as the kernels hash them.

use std::io::{self, Write};
use std::sync::Arc;

use suiji::plan::{Class, Risk, Task};
use suiji::{Error, History, Inputs, Plan, Registry, Roster};
use suiji_benches::{Entities, Entity, Failure, Order, take};

/// The bytes of an id.
pub(crate) const ID: usize = 18;

/// The risk classes from the highest to the lowest, with their weights. Each is a stratum.
const CLASSES: [(&str, &str, u64); 4] = [
    ("high", "高", 4),
    ("elevated", "较高", 3),
    ("general", "一般", 2),
    ("low", "低", 1),
];

/// The tasks of the plan with several tasks.
const TASKS: usize = 8;

/// Messages in one buffer.
pub(crate) struct Messages {
    bytes: Vec<u8>,
    /// Where each message begins, and where the next one would begin.
    starts: Vec<usize>,
    /// The bytes between two messages.
    gap: usize,
}

impl Messages {
    fn new(gap: usize) -> Self {
        Self {
            bytes: Vec::new(),
            starts: vec![0],
            gap,
        }
    }

    fn push(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        write(&mut self.bytes);
        self.bytes.resize(self.bytes.len() + self.gap, b'\n');
        self.starts.push(self.bytes.len());
    }

    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    pub(crate) fn get(&self, index: usize) -> &[u8] {
        &self.bytes[self.starts[index]..self.starts[index + 1] - self.gap]
    }

    /// All messages with the bytes between them.
    pub(crate) fn text(&self) -> &[u8] {
        &self.bytes
    }
}

/// Everything that is measured with one number of entities.
pub(crate) struct Data {
    pub(crate) size: u64,
    /// The registry as JSON Lines. Each line is canonical, so it is the leaf of its row.
    pub(crate) rows: Messages,
    /// The leaves of the frame.
    pub(crate) framed: Messages,
    pub(crate) ids: Vec<[u8; ID]>,
    /// The stratum of each entity, as its place in [`CLASSES`].
    pub(crate) strata: Vec<u8>,
    /// A stratified task of 5 %.
    pub(crate) one: Inputs,
    /// A stratified task of all entities.
    pub(crate) all: Inputs,
    /// Eight tasks like the first one.
    pub(crate) eight: Inputs,
}

impl Data {
    pub(crate) fn new(size: u64) -> Result<Self, Failure> {
        let (mut rows, mut framed) = (Messages::new(1), Messages::new(0));
        let (mut ids, mut strata) = (Vec::new(), Vec::new());
        for entity in entities(size).iter() {
            rows.push(|row| push_row(row, &entity));
            framed.push(|leaf| {
                push_text(leaf, "{\"id\":\"", &entity.id);
                push_text(leaf, "\",\"stratum\":\"", entity.class);
                leaf.extend(b"\"}");
            });
            ids.push(entity.id.as_bytes().try_into()?);
            strata.push(stratum(entity.class)?);
        }
        let registry = Arc::new(Registry::from_json_lines(rows.text())?);
        let inputs = |tasks, ratio| -> Result<Inputs, Error> {
            let roster = Roster::from_rows([])?;
            Inputs::new(
                plan(tasks, ratio)?,
                registry.clone(),
                roster,
                History::default(),
            )
        };
        Ok(Self {
            size,
            rows,
            framed,
            ids,
            strata,
            one: inputs(1, "5%")?,
            all: inputs(1, "100%")?,
            eight: inputs(TASKS, "5%")?,
        })
    }

    /// The average length of a row.
    pub(crate) fn row_bytes(&self) -> u64 {
        (self.rows.text().len() as u64 / self.size.max(1)).saturating_sub(1)
    }
}

/// Writes the frame for other programs: id and stratum, with a header.
pub(crate) fn write_frame(size: u64, mut into: impl Write) -> io::Result<()> {
    writeln!(into, "id,stratum")?;
    entities(size)
        .iter()
        .try_for_each(|entity| writeln!(into, "{},{}", entity.id, entity.class))?;
    into.flush()
}

fn entities(count: u64) -> Entities {
    Entities {
        count,
        order: Order::Sorted,
        categories: false,
    }
}

/// The place of a class in [`CLASSES`].
pub(crate) fn stratum(class: &str) -> Result<u8, Failure> {
    let place = CLASSES.iter().position(|(id, _, _)| *id == class);
    Ok(u8::try_from(place.ok_or("unknown class")?)?)
}

fn plan(tasks: usize, ratio: &str) -> Result<Plan, Error> {
    let mut risk = Risk::default();
    let mut classes = Vec::new();
    for (id, name, weight) in CLASSES {
        classes.push(Class::new(id.parse()?, name));
        risk.weights.push((id.parse()?, weight));
    }
    let mut plan = Plan::builder("样例抽查计划", "样例县工信局", 2024).with_classes(classes);
    for number in 1..=tasks {
        let task = Task::new(format!("J{number}").parse()?, "双随机抽查");
        plan = plan.with_task(task.with_quota(take(ratio)?).with_risk(risk.clone()));
    }
    plan.build()
}

/// The canonical JSON of a row [S1]. Its keys are in ascending order.
fn push_row(row: &mut Vec<u8>, entity: &Entity) {
    push_text(row, "{\"class\":\"", entity.class);
    push_text(row, "\",\"district\":\"", entity.district);
    push_text(row, "\",\"id\":\"", &entity.id);
    push_text(row, "\",\"name\":\"", &entity.name);
    row.extend(b"\"}");
}

fn push_text(bytes: &mut Vec<u8>, before: &str, text: &str) {
    bytes.extend(before.as_bytes());
    bytes.extend(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_are_canonical_and_the_frame_has_all_of_them() {
        let data = Data::new(300).unwrap();
        assert_eq!((data.rows.len(), data.framed.len()), (300, 300));
        let mut canonical = Vec::new();
        data.one
            .registry()
            .write_json_lines(&mut canonical)
            .unwrap();
        assert_eq!(canonical, data.rows.text());
        let leaf = format!(
            r#"{{"id":"{}","stratum":"low"}}"#,
            str::from_utf8(&data.ids[0]).unwrap()
        );
        assert_eq!(data.framed.get(0), leaf.as_bytes());
    }

    #[test]
    fn a_frame_for_other_programs_has_a_line_for_each_entity() {
        let mut text = Vec::new();
        write_frame(3, &mut text).unwrap();
        let text = String::from_utf8(text).unwrap();
        assert_eq!(
            text.lines().collect::<Vec<_>>(),
            [
                "id,stratum",
                "91140521MA00000000,low",
                "91140521MA00000001,low",
                "91140521MA00000002,low"
            ]
        );
    }
}
