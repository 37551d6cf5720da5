//! Registry, roster and history, and ids across them [C4, I3–I6].

use std::io::{self, BufRead, Read};

use serde_json::{Value, json};
use suiji::tables::{Column, Columns};
use suiji::{Error, Registry, Run};
use suiji_conformance::Small;

use super::Bad;

fn small(change: impl FnOnce(&mut Small)) -> Small {
    let mut case = Small::with_team();
    case.history = vec![
        json!({"entity": "A-1", "task": "J1", "date": "2023-03-05"}),
        json!({"entity": "A-1", "task": "J1", "date": "2023-03-05", "kind": "case"}),
    ];
    change(&mut case);
    case
}

fn bad(what: &str, change: impl FnOnce(&mut Small), code: &'static str, place: &str) -> Bad {
    Bad::new(what, small(change).inputs(), code, place)
}

pub(crate) fn faults() -> Vec<Bad> {
    let mut all = rows();
    all.extend(across());
    all.extend(files());
    all.extend(columns());
    all
}

fn rows() -> Vec<Bad> {
    vec![
        bad(
            "two A-2",
            |case| case.registry[4]["id"] = json!("A-2"),
            "registry.duplicate-id",
            "registry row 5 id",
        ),
        bad(
            "two Z-1",
            |case| case.roster[2]["id"] = json!("Z-1"),
            "roster.duplicate-id",
            "roster row 3 id",
        ),
        bad(
            "a visit twice",
            |case| case.history.push(case.history[0].clone()),
            "history.duplicate-row",
            "history row 3",
        ),
        bad(
            "planned, written out and not",
            |case| {
                case.history.push(
                    json!({"entity": "A-1", "task": "J1", "date": "2023-03-05", "kind": "planned"}),
                )
            },
            "history.duplicate-row",
            "history row 3",
        ),
        bad(
            "a class",
            |case| case.registry[3]["class"] = json!("D"),
            "registry.unknown-class",
            "registry row 4 class",
        ),
        bad(
            "a class of an inactive row",
            |case| {
                case.registry[3]["class"] = json!("all");
                case.registry[3]["status"] = json!("inactive");
            },
            "registry.unknown-class",
            "registry row 4 class",
        ),
        bad(
            "status",
            |case| case.registry[0]["status"] = json!("closed"),
            "json.choice",
            "registry row 1 $.status",
        ),
        bad(
            "kind",
            |case| case.history[0]["kind"] = json!("complaint"),
            "json.choice",
            "history row 1 $.kind",
        ),
        bad(
            "max_load",
            |case| case.roster[0]["max_load"] = json!(0),
            "json.range",
            "roster row 1 $.max_load",
        ),
        bad(
            "lead",
            |case| case.roster[0]["lead"] = json!("yes"),
            "json.wrong-type",
            "roster row 1 $.lead",
        ),
        bad(
            "department",
            |case| drop(case.roster[0]["department"].take()),
            "json.null",
            "roster row 1 $.department",
        ),
        bad(
            "recuse",
            |case| case.roster[0]["recuse"] = json!(["企业"]),
            "id.form",
            "roster row 1 $.recuse[0]",
        ),
        bad(
            "extra",
            |case| case.registry[0]["extra"] = json!({"a": 1}),
            "json.wrong-type",
            "registry row 1 $.extra.a",
        ),
        bad(
            "an empty key",
            |case| case.registry[0]["extra"] = json!({"": "a"}),
            "text.empty",
            "registry row 1 $.extra.",
        ),
        bad(
            "salt",
            |case| case.registry[0]["salt"] = json!("00"),
            "json.unknown-field",
            "registry row 1",
        ),
        bad(
            "a list",
            |case| case.registry[0] = json!([]),
            "json.wrong-type",
            "registry row 1",
        ),
        bad(
            "null",
            |case| case.registry[0]["class"] = Value::Null,
            "json.null",
            "registry row 1 $.class",
        ),
        bad(
            "categories",
            |case| case.registry[0]["categories"] = json!(["加油站", "超市", "加油站"]),
            "set.duplicate-member",
            "registry row 1 $.categories",
        ),
        bad(
            "skills",
            |case| case.roster[0]["skills"] = json!(["a", "a"]),
            "set.duplicate-member",
            "roster row 1 $.skills",
        ),
        bad(
            "recuse",
            |case| case.roster[0]["recuse"] = json!(["A", "A"]),
            "set.duplicate-member",
            "roster row 1 $.recuse",
        ),
    ]
}

/// Ids of one kind that are equal but for letter case, anywhere in the inputs [C4].
fn across() -> Vec<Bad> {
    let recused = |id: &'static str| move |case: &mut Small| case.roster[0]["recuse"] = json!([id]);
    let visited = |entity: &'static str, task: &'static str| {
        move |case: &mut Small| {
            case.history[0] = json!({"entity": entity, "task": task, "date": "2023-03-06"})
        }
    };
    vec![
        bad(
            "entities",
            |case| case.registry[4]["id"] = json!("a-1"),
            "id.case",
            "registry id",
        ),
        bad(
            "an entity and a recusal",
            recused("a-1"),
            "id.case",
            "registry id",
        ),
        bad(
            "an entity and a visit",
            visited("a-2", "J1"),
            "id.case",
            "registry id",
        ),
        bad(
            "a recusal and a visit",
            |case| {
                recused("X-9")(case);
                visited("x-9", "J1")(case);
            },
            "id.case",
            "registry id",
        ),
        bad(
            "inspectors",
            |case| case.roster[2]["id"] = json!("z-1"),
            "id.case",
            "roster id",
        ),
        bad(
            "a task and a visit",
            visited("A-1", "j1"),
            "id.case",
            "history id",
        ),
    ]
}

/// A reader that fails after some bytes.
struct Failing(&'static [u8]);

impl Read for Failing {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Failing {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.0.is_empty() {
            Err(io::Error::other("the disk is gone"))
        } else {
            Ok(self.0)
        }
    }

    fn consume(&mut self, amount: usize) {
        self.0 = &self.0[amount..];
    }
}

fn files() -> Vec<Bad> {
    let run = Run::default();
    let csv = |text: &'static str| suiji_tables::registry_from_csv(text.as_bytes(), &run);
    vec![
        Bad::new(
            "a disk",
            Registry::from_json_lines_with(Failing(b"{\"id\""), &run),
            "table.read",
            "registry",
        ),
        Bad::new(
            "a quote",
            csv("id,name\nA-1,a\"b\n"),
            "table.csv",
            "registry row 2",
        ),
        Bad::new(
            "a header",
            csv("id,name,Class\nA-1,甲,low\n"),
            "table.header",
            "registry row 1",
        ),
    ]
}

fn columns() -> Vec<Bad> {
    let names = Column::utf8(&[0, 1, 2], b"xy");
    let read = |columns: Columns<'_>| -> Result<Registry, Error> {
        let mut builder = Registry::builder();
        builder.push_columns(&columns);
        builder.finish()
    };
    let ids =
        |ids: Column<'static>| read(Columns::new(2).with("id", ids).with("name", names.clone()));
    vec![
        Bad::new(
            "3 ids for 2 rows",
            ids(Column::utf8(&[0, 1, 2, 3], b"ABC")),
            "table.column-length",
            "registry",
        ),
        Bad::new(
            "an offset outside",
            ids(Column::utf8(&[0, 1, 9], b"AB")),
            "table.column-broken",
            "registry row 2 id",
        ),
        Bad::new(
            "not UTF-8",
            ids(Column::utf8(&[0, 1, 2], b"A\xff")),
            "table.column-not-utf8",
            "registry row 2 id",
        ),
    ]
}
