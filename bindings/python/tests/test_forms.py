"""The same table from every source: data frames of all layouts, rows, JSON Lines, files."""

from __future__ import annotations

import csv
import datetime
import json
import unicodedata
from pathlib import Path
from typing import Any, Callable, NamedTuple

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import suiji
from conftest import INSPECTORS, PLAN, ceremony

ROWS: list[dict[str, Any]] = [
    {"id": "A-3", "name": "样例企业三号有限公司", "class": "low", "district": "140521"},
    {"id": "A-1", "name": "甲", "class": "high", "categories": ["超市", "加油站"], "status": "inactive"},
    {
        "id": "A-2",
        "name": "乙",
        "established": "2010-04-11",
        "industry": "5264",
        "exempt": "样例免检名单",
        "exempt_from": ["J9", "J2"],
    },
]
# The order of the columns does not matter.
FIELDS = ["name", "id", "class", "district", "categories", "industry", "status", "established", "exempt", "exempt_from"]


def roots(
    registry: Any = None, *, roster: Any = None, history: Any = None
) -> tuple[suiji.Root, suiji.Root, suiji.Root]:
    """The roots of the tables in a commitment, by which tables are compared."""
    # Certificates are compared with the window, and inspections with the time of sealing.
    plan = suiji.Plan({**PLAN, "window": {"from": "2024-09-01", "to": "2024-11-30"}})
    sealed = suiji.seal(
        plan,
        registry or suiji.Registry([{"id": "A-1", "name": "甲"}]),
        ceremony().with_sealed_at("9999-12-31T23:59:59+08:00"),
        roster=roster or suiji.Roster(INSPECTORS),
        history=history,
    )
    commitment = sealed.commitment
    return commitment.registry, commitment.roster, commitment.history


def wide(rows: list[dict[str, Any]], fields: list[str]) -> dict[str, list[Any]]:
    return {field: [row.get(field) for row in rows] for field in fields}


def arrow(rows: list[dict[str, Any]], text: pa.DataType, fields: list[str]) -> pa.Table:
    arrays = {}
    for field, values in wide(rows, fields).items():
        is_list = any(isinstance(value, list) for value in values)
        # The pyarrow of Python 3.9 cannot make a dictionary of large texts from values in one step.
        plain = text.value_type if pa.types.is_dictionary(text) else text
        first, last = (pa.list_(kind) if is_list else kind for kind in (plain, text))
        arrays[field] = pa.array(values, first).cast(last)
    return pa.table(arrays)


LAYOUTS: dict[str, Callable[[list[dict[str, Any]], list[str]], Any]] = {
    "utf8": lambda rows, fields: arrow(rows, pa.utf8(), fields),
    "large_utf8": lambda rows, fields: arrow(rows, pa.large_utf8(), fields),
    "utf8_view": lambda rows, fields: arrow(rows, pa.string_view(), fields),
    "dictionary": lambda rows, fields: arrow(rows, pa.dictionary(pa.int32(), pa.utf8()), fields),
    "dictionary_8": lambda rows, fields: arrow(rows, pa.dictionary(pa.int8(), pa.large_utf8()), fields),
    "batch": lambda rows, fields: arrow(rows, pa.utf8(), fields).combine_chunks().to_batches()[0],
    "sliced": lambda rows, fields: arrow([rows[0], *rows], pa.utf8(), fields).slice(1),
    "chunks": lambda rows, fields: pa.Table.from_batches(arrow(rows, pa.utf8(), fields).to_batches(max_chunksize=1)),
    "reader": lambda rows, fields: arrow(rows, pa.utf8(), fields).to_reader(max_chunksize=2),
    "polars": lambda rows, fields: pl.DataFrame(wide(rows, fields), strict=False),
    "pandas": lambda rows, fields: pd.DataFrame(wide(rows, fields)),
    "mappings": lambda rows, fields: rows,
    "generator": lambda rows, fields: iter(rows),
    "none is absent": lambda rows, fields: [{field: row.get(field) for field in fields} for row in rows],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_table_of_the_rows(layout: str) -> None:
    lines = "\n".join(map(json.dumps, ROWS))
    right = roots(suiji.Registry.from_json_lines(lines))
    assert right[0].size == 3
    assert roots(suiji.Registry(LAYOUTS[layout](ROWS, FIELDS))) == right
    rows = list(reversed(ROWS))
    assert roots(suiji.Registry(LAYOUTS[layout](rows, FIELDS), threads=2)) == right


def test_polars_categories_and_enums_are_texts() -> None:
    frame = pl.DataFrame({"id": ["A-1", "A-2"], "name": ["甲", "乙"], "class": ["low", None]})
    right = roots(suiji.Registry(frame))
    for kind in (pl.Categorical, pl.Enum(["low", "high"])):
        assert roots(suiji.Registry(frame.with_columns(pl.col("class").cast(kind)))) == right
    pandas = pd.DataFrame(frame.to_dict(as_series=False))
    pandas["class"] = pandas["class"].astype("category")
    assert roots(suiji.Registry(pandas)) == right


def test_a_query_is_a_table() -> None:
    query = "SELECT 'A-' || n AS id, '样例' AS name, DATE '2010-04-11' AS established FROM range(1, 3) AS of (n)"
    rows = [{"id": f"A-{n}", "name": "样例", "established": "2010-04-11"} for n in (1, 2)]
    assert roots(suiji.Registry(duckdb.sql(query))) == roots(suiji.Registry(rows))


def test_the_index_of_a_frame_is_not_a_column() -> None:
    frame = pd.DataFrame({"id": ["A-1", "A-2", "A-3"], "name": ["甲", "乙", "丙"]})
    some = frame[frame["id"] != "A-2"]
    assert suiji.Registry(some).ids() == ["A-1", "A-3"]


def test_roster_and_history_are_read_from_all_frames_too() -> None:
    inspectors: list[dict[str, Any]] = [
        {
            "id": "Z-2",
            "name": "样例",
            "department": "样例县工信局",
            "skills": ["焊接"],
            "lead": True,
            "max_load": 12,
            "load": 3,
        },
        {
            "id": "Z-1",
            "name": "样例",
            "department": "样例县工信局",
            "valid_to": "2024-12-31",
            "recuse": ["A-1"],
        },
    ]
    visits: list[dict[str, Any]] = [
        {"entity": "A-1", "task": "J1", "date": "2023-05-06"},
        {
            "entity": "A-2",
            "task": "J9",
            "date": "2023-05-06",
            "kind": "case",
            "by": ["县市场监管局", "县工信局"],
            "inspectors": ["Z-2"],
        },
    ]
    right = roots(roster=suiji.Roster(inspectors), history=suiji.History(visits))
    of_inspectors, of_visits = ({field: None for row in rows for field in row} for rows in (inspectors, visits))
    inspector_columns, visit_columns = wide(inspectors, list(of_inspectors)), wide(visits, list(of_visits))
    for frame in (pl.DataFrame, pa.table):
        roster, history = suiji.Roster(frame(inspector_columns)), suiji.History(frame(visit_columns))
        assert roots(roster=roster, history=history) == right
    for bits in (pa.int8(), pa.int32(), pa.uint16(), pa.uint64()):
        table = pa.table(inspector_columns)
        place = table.schema.get_field_index("max_load")
        narrow = table.set_column(place, "max_load", table["max_load"].cast(bits))
        assert roots(roster=suiji.Roster(narrow), history=suiji.History(visits)) == right


def test_columns_have_the_names_of_the_office() -> None:
    columns = {"统一社会信用代码": "id", "企业名称": "name", "电话": "extra.电话", "备注": None}
    office = [{"统一社会信用代码": "A-1", "企业名称": "甲", "电话": "0356-7000000", "备注": "无"}]
    right = roots(suiji.Registry([{"id": "A-1", "name": "甲", "extra": {"电话": "0356-7000000"}}]))
    for table in (office, pa.Table.from_pylist(office), pl.DataFrame(office), pd.DataFrame(office)):
        assert roots(suiji.Registry(table, columns=columns)) == right
    plain = [{"id": "A-1", "name": "甲", "extra.电话": "0356-7000000"}]
    assert roots(suiji.Registry(plain)) == roots(suiji.Registry(pl.DataFrame(plain))) == right


def test_files_are_json_lines_or_csv(tmp_path: Path) -> None:
    rows = [{"id": "A-1", "name": '甲,"乙"', "class": "low"}, {"id": "A-2", "name": "丙"}]
    lines, table = tmp_path / "registry.jsonl", tmp_path / "registry.CSV"
    lines.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, ["id", "name", "class"])
        writer.writeheader()
        writer.writerows(rows)
    right = roots(suiji.Registry(rows))
    assert roots(suiji.Registry.read(lines)) == roots(suiji.Registry.read(str(table))) == right
    with pytest.raises(FileNotFoundError) as caught:
        suiji.Registry.read(tmp_path / "none.csv")
    assert caught.value.filename == str(tmp_path / "none.csv")
    with pytest.raises(OSError):
        suiji.Plan.read(tmp_path)


class Kind(NamedTuple):
    """A kind of table: its fields with type and valid values, and values that are refused."""

    table: Any
    fields: dict[str, tuple[Any, st.SearchStrategy[Any]]]
    required: int
    """The number of required fields, which come first."""
    key: tuple[str, ...]
    wrong: list[tuple[str, Any]]
    more: list[dict[str, Any]]
    """Rows that sealing needs."""


def _text(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


CHARACTERS = st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"], exclude_characters="\ufffc\ufffd")
TEXT, TEXTS, FLAG = pl.String(), pl.List(pl.String()), pl.Boolean()
NAMES = st.text(CHARACTERS, min_size=1, max_size=12).map(_text).filter(bool)
IDS = st.from_regex(r"[A-Z][0-9]{1,3}", fullmatch=True)
SETS = st.lists(NAMES, max_size=3, unique=True)
DAYS = st.dates(datetime.date(1000, 1, 1)).map(str)
DISTRICTS = st.from_regex(r"[0-9]{2,12}", fullmatch=True)
EXTRA = {"extra.电话": (TEXT, NAMES), "extra.😀": (TEXT, NAMES)}
KINDS = {
    "registry": Kind(
        suiji.Registry,
        {
            "id": (TEXT, IDS),
            "name": (TEXT, NAMES),
            "class": (TEXT, st.sampled_from(["high", "elevated", "general", "low"])),
            "categories": (TEXTS, SETS),
            "district": (TEXT, DISTRICTS),
            "industry": (TEXT, NAMES),
            "status": (TEXT, st.sampled_from(["active", "inactive"])),
            "established": (TEXT, DAYS),
            "exempt": (TEXT, NAMES),
            **EXTRA,
        },
        2,
        ("id",),
        [
            *(("id", id) for id in (None, "A 2")),
            *(("name", name) for name in (None, "", " 乙", "e\u0301", "甲\n")),
            *(("categories", members) for members in ([None], ["a", None], ["a", "a"], [""])),
            *[("district", "1"), ("status", "open"), ("established", "2024-02-30")],
            *[("exempt", ""), ("extra.电话", " 1")],
        ],
        [{"id": "A-1", "name": "甲"}],
    ),
    "roster": Kind(
        suiji.Roster,
        {
            "id": (TEXT, IDS),
            "name": (TEXT, NAMES),
            "department": (TEXT, NAMES),
            "district": (TEXT, DISTRICTS),
            "skills": (TEXTS, SETS),
            "lead": (FLAG, st.booleans()),
            "expert": (FLAG, st.booleans()),
            "max_load": (pl.Int64(), st.integers(1, 2**53 - 1)),
            "load": (pl.Int64(), st.integers(0, 2**53 - 1)),
            "valid_to": (TEXT, DAYS),
            "recuse": (TEXTS, st.lists(IDS, max_size=3, unique=True)),
            **EXTRA,
        },
        3,
        ("id",),
        [
            *[("id", None), ("department", None), ("department", ""), ("valid_to", "2024-13-01"), ("extra.😀", "")],
            *(("skills", members) for members in ([None], ["a", None], ["a", "a"])),
            *(("recuse", members) for members in ([None, "A1"], ["A 1"])),
            *(("max_load", load) for load in (0, -1, 2**53)),
            *(("load", load) for load in (-1, 2**53)),
        ],
        INSPECTORS,
    ),
    "history": Kind(
        suiji.History,
        {
            "entity": (TEXT, IDS),
            "task": (TEXT, IDS),
            "date": (TEXT, DAYS),
            "kind": (TEXT, st.sampled_from(["planned", "case"])),
            "by": (TEXTS, SETS),
            "inspectors": (TEXTS, st.lists(IDS, max_size=3, unique=True)),
        },
        3,
        ("entity", "task", "date"),
        [
            *[("entity", "A 1"), ("task", None), ("task", ""), ("date", None), ("date", "2024-2-3")],
            *[("kind", "other"), ("by", [""]), ("by", ["甲", "甲"])],
            *(("inspectors", members) for members in (["Z 1"], ["Z1", None])),
        ],
        [],
    ),
}


@st.composite
def tables(draw: st.DrawFn, kind: Kind) -> tuple[list[dict[str, Any]], bool]:
    """Rows with one wrong value or none; optional fields are absent or null."""
    values = {field: values for field, (_, values) in kind.fields.items()}
    required = {field: values.pop(field) for field in list(values)[: kind.required]}
    optional = {field: st.none() | right for field, right in values.items()}
    row = st.fixed_dictionaries(required, optional=optional)
    rows = draw(st.lists(row, min_size=1, max_size=6, unique_by=lambda row: tuple(row[field] for field in kind.key)))
    wrong = draw(st.none() | st.sampled_from(kind.wrong))
    if wrong:
        field, value = wrong
        draw(st.sampled_from(rows))[field] = value
    return rows + kind.more, wrong is not None


def line(row: dict[str, Any]) -> str:
    """The row as JSON: absent fields are left out, other columns of the office are in `extra`."""
    there = {field: value for field, value in row.items() if value is not None}
    extra = {field.split(".")[1]: there.pop(field) for field in list(there) if field.startswith("extra.")}
    return json.dumps({**there, "extra": extra} if extra else there)


@pytest.mark.parametrize("name", KINDS)
@settings(deadline=None)
@given(data=st.data())
def test_every_source_gives_the_same_table_or_the_same_faults(name: str, data: st.DataObject) -> None:
    kind = KINDS[name]
    rows, is_wrong = data.draw(tables(kind))
    columns = wide(rows, list(kind.fields))
    frame = pl.DataFrame(columns, schema={field: form for field, (form, _) in kind.fields.items()})

    def outcome(make: Callable[[], Any]) -> object:
        try:
            return roots(**{name: make()})
        except suiji.InputError as error:
            return error.faults

    right = outcome(lambda: kind.table.from_json_lines("\n".join(map(line, rows))))
    assert isinstance(right[0], suiji.Fault if is_wrong else suiji.Root)  # type: ignore[index]
    forms: dict[str, Callable[[], Any]] = {
        "mappings": lambda: kind.table(rows),
        "none is absent": lambda: kind.table([dict(zip(columns, row)) for row in zip(*columns.values())]),
        "polars": lambda: kind.table(frame),
        "pyarrow": lambda: kind.table(frame.to_arrow()),
        "chunks": lambda: kind.table(frame.to_arrow().to_reader(max_chunksize=2)),
        "threads": lambda: kind.table(frame, threads=3),
    }
    assert {form: outcome(make) for form, make in forms.items()} == dict.fromkeys(forms, right)
