//! Invalid columns: offsets outside the data, bytes that are not text, wrong types.

use suiji::Roster;
use suiji::error::codes;
use suiji::tables::{Column, Columns, Indices, Validity};

use super::{inline, registry, view};

/// The error code of a registry of two rows with this column; empty if it is accepted.
fn code_of(field: &'static str, column: Column<'_>) -> &'static str {
    let mut columns = Columns::new(2).with("name", Column::utf8(&[0, 1, 2], b"xy"));
    if field != "id" {
        columns = columns.with("id", Column::utf8(&[0, 1, 2], b"AB"));
    }
    registry(&columns.with(field, column)).map_or_else(|error| error.code(), |_| "")
}

#[test]
fn broken_texts_are_faults() {
    let [length, broken, utf8] = [
        codes::COLUMN_LENGTH,
        codes::COLUMN_BROKEN,
        codes::COLUMN_UTF8,
    ]
    .map(suiji::error::Code::id);
    assert_eq!(code_of("id", Column::utf8(&[0, 1, 2], b"AB")), "");
    for (offsets, code) in [
        (&[0, 1, 3][..], broken),
        (&[0, 2, 1], broken),
        (&[-1, 1, 2], broken),
        (&[i32::MIN, i32::MAX, 2], broken),
        (&[0, 1], length),
        (&[], length),
        (&[0, 1, 2, 2], length),
    ] {
        assert_eq!(
            code_of("id", Column::utf8(offsets, b"AB")),
            code,
            "{offsets:?}"
        );
        let large: Vec<i64> = offsets.iter().map(|&offset| offset.into()).collect();
        assert_eq!(
            code_of("id", Column::utf8_large(&large, b"AB")),
            code,
            "{offsets:?}"
        );
    }
    assert_eq!(
        code_of("id", Column::utf8_large(&[0, 1, i64::MAX], b"AB")),
        broken
    );
    assert_eq!(code_of("id", Column::utf8(&[0, 1, 2], b"A\xe7")), utf8);
    let buffers = || vec![b"ABCDEFGHIJKLMNOP".as_slice()];
    assert_eq!(
        code_of(
            "id",
            Column::views(&[inline("A"), view(16, 0, 0)], buffers())
        ),
        ""
    );
    for far in [
        view(17, 0, 0),
        view(16, 0, 1),
        view(16, 1, 0),
        view(u32::MAX, 0, u32::MAX),
        view(16, u32::MAX, 0),
    ] {
        assert_eq!(
            code_of("id", Column::views(&[inline("A"), far], buffers())),
            broken,
            "{far:x}"
        );
    }
    assert_eq!(
        code_of(
            "id",
            Column::views(
                &[inline("A"), view(13, 0, 0)],
                vec![b"ABCDEFGHIJKL\xff".as_slice()]
            )
        ),
        utf8
    );
    assert_eq!(
        code_of(
            "id",
            Column::views(&[inline("A"), u128::from(0xff_0000_0001_u64)], Vec::new())
        ),
        utf8
    );
    assert_eq!(
        code_of("id", Column::views(&[inline("A")], Vec::new())),
        length
    );
}

#[test]
fn broken_dictionaries_lists_and_bitmaps_are_faults() {
    let broken = codes::COLUMN_BROKEN.id();
    let values = || Column::utf8(&[0, 1, 2], b"AB");
    assert_eq!(
        code_of("id", Column::dictionary(Indices::U8(&[1, 0]), values())),
        ""
    );
    for indices in [
        Indices::I8(&[0, -1]),
        Indices::I16(&[0, 2]),
        Indices::I32(&[0, i32::MIN]),
        Indices::I64(&[0, i64::MAX]),
        Indices::U8(&[0, 255]),
        Indices::U16(&[0, 2]),
        Indices::U32(&[0, u32::MAX]),
        Indices::U64(&[0, u64::MAX]),
    ] {
        assert_eq!(
            code_of("id", Column::dictionary(indices, values())),
            broken,
            "{indices:?}"
        );
    }
    assert_eq!(
        code_of("categories", Column::list(&[0, 1, 2], values())),
        ""
    );
    for offsets in [
        [0, 1, 3],
        [0, 2, 1],
        [2, 1, 2],
        [-1, 1, 2],
        [0, -1, 2],
        [5, 5, 5],
    ] {
        assert_eq!(
            code_of("categories", Column::list(&offsets, values())),
            broken,
            "{offsets:?}"
        );
        let large = offsets.map(i64::from);
        assert_eq!(
            code_of("categories", Column::list_large(&large, values())),
            broken,
            "{offsets:?}"
        );
    }
    // An invalid element is null, which a list may not contain [C2a].
    let with_null = values().with_validity(Validity::new(&[0b01], 0));
    assert_eq!(
        code_of("categories", Column::list(&[0, 1, 2], with_null)),
        "json.null"
    );
    assert_eq!(
        code_of("id", values().with_validity(Validity::new(&[0xff], 7))),
        broken
    );
    assert_eq!(
        code_of("id", values().with_validity(Validity::new(&[], usize::MAX))),
        broken
    );
    assert_eq!(
        code_of("id", values().with_validity(Validity::new(&[0b01], 0))),
        "json.missing-field",
        "a null id"
    );
}

#[test]
fn wrong_types_and_names_of_columns_are_faults() {
    // [C2a, C2b]
    assert_eq!(code_of("id", Column::int(&[1, 2])), "json.wrong-type");
    assert_eq!(code_of("id", Column::flags(&[3], 0, 2)), "json.wrong-type");
    assert_eq!(
        code_of("id", Column::flags(&[], 0, 2)),
        codes::COLUMN_BROKEN.id()
    );
    assert_eq!(
        code_of("categories", Column::utf8(&[0, 1, 2], b"AB")),
        "json.wrong-type"
    );
    assert_eq!(code_of("extra.a", Column::int(&[1, 2])), "json.wrong-type");
    assert_eq!(
        code_of("unknown", Column::utf8(&[0, 1, 2], b"AB")),
        "json.unknown-field"
    );
    assert_eq!(
        code_of("name", Column::utf8(&[0, 1, 2], b"AB")),
        "json.repeated-key"
    );
    assert_eq!(
        code_of("extra.", Column::utf8(&[0, 1, 2], b"AB")),
        "text.empty"
    );
    let load = |value: i64| {
        let values = [value];
        let columns = Columns::new(1)
            .with("id", Column::utf8(&[0, 1], b"Z"))
            .with("name", Column::utf8(&[0, 1], b"x"))
            .with("department", Column::utf8(&[0, 1], b"x"))
            .with("max_load", Column::int(&values));
        let mut builder = Roster::builder();
        builder.push_columns(&columns);
        builder.finish().map_or_else(|error| error.code(), |_| "")
    };
    assert_eq!(
        [load(1), load(0), load(-1), load(i64::MAX)],
        ["", "json.range", "json.range", "json.number"]
    );
}
