//! Columns in the layouts of Apache Arrow. Valid columns give the same table as rows. Invalid columns give a fault.
//! Nothing panics.
#![expect(clippy::unwrap_used, reason = "tests")]

mod broken;

use serde_json::json;
use suiji::tables::{Column, Columns, Entity, Indices, Inspector, Validity, Visit};
use suiji::{Error, History, Inputs, Registry, Roster};
use suiji_conformance::Small;

fn registry(columns: &Columns<'_>) -> Result<Registry, Error> {
    let mut builder = Registry::builder();
    builder.push_columns(columns);
    builder.finish()
}

/// The roots of registry, roster and history in a commitment. Equal tables have equal roots.
fn roots(registry: Registry, roster: Roster, history: History) -> [String; 3] {
    let case = Small::plain();
    let inputs = Inputs::new(case.read_plan().unwrap(), registry, roster, history).unwrap();
    let sealed = suiji::seal(&inputs, &case.read_ceremony().unwrap()).unwrap();
    let commitment = sealed.commitment();
    [
        commitment.registry(),
        commitment.roster(),
        commitment.history(),
    ]
    .map(|root| format!("{} {}", root.root(), root.size()))
}

/// A view with up to 12 bytes of inline data.
fn inline(text: &str) -> u128 {
    let mut bytes = [0; 16];
    bytes[0] = u8::try_from(text.len()).unwrap();
    bytes[4..4 + text.len()].copy_from_slice(text.as_bytes());
    u128::from_le_bytes(bytes)
}

/// A view of `length` bytes in buffer `buffer`, from offset `from`.
fn view(length: u32, buffer: u32, from: u32) -> u128 {
    let words = [
        length.to_le_bytes(),
        [0; 4],
        buffer.to_le_bytes(),
        from.to_le_bytes(),
    ];
    u128::from_le_bytes(words.concat().try_into().unwrap())
}

#[test]
fn rows_lines_and_columns_give_the_same_table() {
    // [I3, I4, I5, I6]
    let rows = [
        Entity::new("A-3", "样例企业三号有限公司")
            .with_class("low")
            .with_district("140521"),
        Entity::new("A-1", "甲")
            .with_class("high")
            .with_categories(["超市", "加油站"])
            .with_status(suiji::tables::Status::Inactive),
        Entity::new("A-2", "乙")
            .with_established("2010-04-11")
            .with_industry("5264")
            .with_extra([("电话", "0356")]),
    ];
    let inspectors = [
        Inspector::new("Z-2", "样例", "局")
            .with_skills(["焊接", "乙"])
            .with_lead(true)
            .with_max_load(12),
        Inspector::new("Z-1", "样例", "局")
            .with_valid_to("2024-12-31")
            .with_recuse(["A-1"])
            .with_expert(true),
    ];
    let visits = [
        Visit::new("A-2", "J9", "2023-05-06").with_kind(suiji::tables::VisitKind::Case),
        Visit::new("A-1", "J9", "2023-05-06"),
    ];
    let of_rows = roots(
        Registry::from_rows(rows).unwrap(),
        Roster::from_rows(inspectors).unwrap(),
        History::from_rows(visits).unwrap(),
    );

    let mut case = Small::plain();
    case.registry = vec![
        json!({"id": "A-1", "name": "甲", "class": "high", "categories": ["加油站", "超市"], "status": "inactive"}),
        json!({"id": "A-2", "name": "乙", "established": "2010-04-11", "industry": "5264", "extra": {"电话": "0356"}, "categories": []}),
        json!({"id": "A-3", "name": "样例企业三号有限公司", "class": "low", "district": "140521", "status": "active", "extra": {}}),
    ];
    case.roster = vec![
        json!({"id": "Z-1", "name": "样例", "department": "局", "valid_to": "2024-12-31", "recuse": ["A-1"], "expert": true, "lead": false}),
        json!({"id": "Z-2", "name": "样例", "department": "局", "skills": ["乙", "焊接"], "lead": true, "max_load": 12}),
    ];
    case.history = vec![
        json!({"entity": "A-1", "task": "J9", "date": "2023-05-06", "kind": "planned"}),
        json!({"entity": "A-2", "task": "J9", "date": "2023-05-06", "kind": "case"}),
    ];
    let of_lines = roots(
        case.read_registry().unwrap(),
        case.read_roster().unwrap(),
        case.read_history().unwrap(),
    );
    assert_eq!(of_lines, of_rows);
    assert_eq!(
        roots(columns_registry(), columns_roster(), columns_history()),
        of_rows
    );
}

/// The same registry, with every layout of text columns.
fn columns_registry() -> Registry {
    let long = "样例企业三号有限公司".as_bytes();
    let views = [view(30, 1, 2), inline("甲"), inline("乙")];
    let padded = [b"__", long].concat();
    let members = Column::utf8(&[0, 6, 15], "超市加油站".as_bytes());
    let columns = Columns::new(3)
        .with("id", Column::utf8_large(&[1, 4, 7, 10], b"_A-3A-1A-2"))
        .with("name", Column::views(&views, vec![b"", &padded]))
        .with(
            "class",
            Column::dictionary(
                Indices::I8(&[1, 0, 0]),
                Column::utf8(&[0, 4, 7], b"highlow"),
            )
            .with_validity(Validity::new(&[0b0000_0110], 1)),
        )
        .with("categories", Column::list(&[0, 0, 2, 2], members))
        .with(
            "district",
            Column::utf8(&[0, 6, 6, 6], b"140521").with_validity(Validity::new(&[0b001], 0)),
        )
        .with(
            "industry",
            Column::utf8(&[0, 0, 0, 4], b"5264").with_validity(Validity::new(&[0b100], 0)),
        )
        .with(
            "status",
            Column::dictionary(
                Indices::U64(&[0, 1, 0]),
                Column::utf8(&[0, 6, 14], b"activeinactive"),
            ),
        )
        .with(
            "established",
            Column::utf8(&[0, 0, 0, 10], b"2010-04-11").with_validity(Validity::new(&[0b100], 0)),
        )
        .with(
            "extra.电话",
            Column::utf8(&[0, 0, 0, 4], b"0356").with_validity(Validity::new(&[0b100], 0)),
        );
    registry(&columns).unwrap()
}

fn columns_roster() -> Roster {
    let members = Column::utf8_large(&[0, 6, 9], "焊接乙".as_bytes());
    let columns = Columns::new(2)
        .with("id", Column::utf8(&[0, 3, 6], b"Z-2Z-1"))
        .with(
            "name",
            Column::dictionary(
                Indices::U8(&[0, 0]),
                Column::utf8(&[0, 6], "样例".as_bytes()),
            ),
        )
        .with(
            "department",
            Column::dictionary(
                Indices::I64(&[0, 0]),
                Column::utf8(&[0, 3], "局".as_bytes()),
            ),
        )
        .with("skills", Column::list_large(&[0, 2, 2], members))
        .with("lead", Column::flags(&[0b0010_0000], 5, 2))
        .with("expert", Column::flags(&[0b0000_0010], 0, 2))
        .with(
            "max_load",
            Column::int(&[12, 0]).with_validity(Validity::new(&[0b01], 0)),
        )
        .with(
            "valid_to",
            Column::utf8(&[0, 0, 10], b"2024-12-31").with_validity(Validity::new(&[0b10], 0)),
        )
        .with(
            "recuse",
            Column::list(&[0, 0, 1], Column::utf8(&[0, 3], b"A-1")),
        );
    let mut builder = Roster::builder();
    builder.push_columns(&columns);
    builder.finish().unwrap()
}

fn columns_history() -> History {
    let columns = Columns::new(2)
        .with("entity", Column::utf8(&[0, 3, 6], b"A-2A-1"))
        .with(
            "task",
            Column::dictionary(Indices::U32(&[0, 0]), Column::utf8(&[0, 2], b"J9")),
        )
        .with(
            "date",
            Column::dictionary(Indices::I16(&[0, 0]), Column::utf8(&[0, 10], b"2023-05-06")),
        )
        .with(
            "kind",
            Column::dictionary(
                Indices::U16(&[1, 0]),
                Column::utf8(&[0, 7, 11], b"plannedcase"),
            ),
        );
    let mut builder = History::builder();
    builder.push_columns(&columns);
    builder.finish().unwrap()
}

#[test]
fn rows_are_counted_over_all_chunks() {
    let mut builder = Registry::builder();
    for chunk in [b"A-1A-2", b"A-3A 4"] {
        let columns = Columns::new(2)
            .with("id", Column::utf8(&[0, 3, 6], chunk))
            .with("name", Column::utf8(&[0, 1, 2], b"xy"));
        builder.push_columns(&columns);
    }
    builder.push(&Entity::new("A-1", "甲"));
    let error = builder.finish().unwrap_err();
    let faults: Vec<_> = error
        .faults()
        .iter()
        .map(|fault| (fault.code(), fault.place().row()))
        .collect();
    assert_eq!(
        faults,
        [("id.form", Some(4)), ("registry.duplicate-id", Some(5))]
    );
}
