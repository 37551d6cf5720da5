"""What is refused of a table, with its place; and days, of which frames have several kinds."""

from __future__ import annotations

import ctypes
import datetime
import json
from typing import Any, Callable

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import suiji
from conftest import OFFICERS


def with_day(field: str, day: object) -> tuple[Any, dict[str, Any]]:
    """The kind of table that has the field, and a row of it."""
    rows: dict[str, tuple[Any, dict[str, Any]]] = {
        "established": (suiji.Registry, {"id": "A-1", "name": "甲"}),
        "valid_to": (suiji.Roster, {"id": "Z-1", "name": "样例", "department": "样例县工信局"}),
        "date": (suiji.History, {"entity": "A-1", "task": "J1"}),
    }
    table, row = rows[field]
    return table, {**row, field: day}


@pytest.mark.parametrize("field", ["established", "valid_to", "date"])
def test_days_are_texts_and_moments_are_refused(field: str) -> None:
    table, written = with_day(field, "2010-04-11")
    right = table([written])
    for day in (datetime.date(2010, 4, 11), pd.Timestamp(2010, 4, 11).date()):
        row = with_day(field, day)[1]
        for rows in ([row], pa.Table.from_pylist([row]), pl.DataFrame([row]), pd.DataFrame([row])):
            assert table(rows) == right
    moment = with_day(field, datetime.datetime(2010, 4, 11))[1]
    polars, pandas = pl.DataFrame([moment]), pd.DataFrame([moment])
    with_zone = pandas.assign(**{field: pandas[field].dt.tz_localize("Asia/Shanghai")})
    date64 = pa.table(polars.to_arrow()).set_column(polars.columns.index(field), field, pa.array([0], pa.date64()))
    for rows in (polars, pandas, with_zone, date64):
        with pytest.raises(suiji.InputError) as caught:
            table(rows)
        (fault,) = caught.value.faults
        assert (fault.code, fault.path) == ("json.wrong-type", f"$.{field}")
        assert "(polars: .cast(pl.Date), pandas: .dt.date)" in fault.message and ".dt.date" in fault.message_zh
    # What the message says is right.
    assert table(polars.with_columns(pl.col(field).cast(pl.Date))) == right
    assert table(pandas.assign(**{field: pandas[field].dt.date})) == right


@pytest.mark.parametrize("days", [-719_162, -354_286, 2_932_897, 2**31 - 1, -(2**31)])
def test_days_beyond_the_years_of_a_date_are_refused(days: int) -> None:
    table = pa.table({"id": ["A-1"], "name": ["甲"], "established": pa.array([days], pa.int32()).cast(pa.date32())})
    assert code(lambda: suiji.Registry(table)) == "date.form"


def test_all_days_of_the_years_of_a_date_are_taken() -> None:
    days = pa.array([-354_285, 11_016, 2_932_896], pa.int32()).cast(pa.date32())
    table = suiji.Registry(pa.table({"id": ["A-1", "A-2", "A-3"], "name": ["甲"] * 3, "established": days}))
    written = [json.loads(line)["established"] for line in table.to_json_lines().splitlines()]
    assert written == ["1000-01-01", "2000-02-29", "9999-12-31"]


def test_layouts_that_nobody_has_yet_are_refused_by_name() -> None:
    lists = pa.array([["超市"]], pa.list_view(pa.utf8()))
    runs = pa.RunEndEncodedArray.from_arrays(pa.array([1], pa.int32()), pa.array(["甲"]))
    for field, array, name in (("categories", lists, "ListView"), ("name", runs, "RunEndEncoded")):
        with pytest.raises(suiji.InputError) as caught:
            suiji.Registry(pa.table({"id": ["A-1"], "name": ["甲"], field: array}))
        (fault,) = caught.value.faults
        assert (fault.code, fault.path) == ("json.wrong-type", f"$.{field}") and name in fault.message


def code(make: Callable[[], object]) -> str:
    with pytest.raises(suiji.InputError) as caught:
        make()
    assert isinstance(caught.value, ValueError)
    return caught.value.code


GOOD = {"id": ["A-1", "A-2"], "name": ["甲", "乙"]}
BAD: dict[str, tuple[dict[str, list[Any]], str, int, str]] = {
    "float id": ({**GOOD, "id": [1.0, 2.0]}, "json.wrong-type", 0, "$.id"),
    "integer id": ({**GOOD, "id": [1, 2]}, "json.wrong-type", 1, "$.id"),
    "no id": ({**GOOD, "id": ["A-1", None]}, "json.missing-field", 2, ""),
    "no such field": ({**GOOD, "nmae": ["x", "y"]}, "json.unknown-field", 1, ""),
    "id form": ({**GOOD, "id": ["A-1", "A 2"]}, "id.form", 2, "$.id"),
    "twice": ({**GOOD, "id": ["A-1", "A-1"]}, "registry.duplicate-id", 2, "id"),
    "blank": ({**GOOD, "name": ["甲", " 乙"]}, "text.edge-space", 2, "$.name"),
    "empty": ({**GOOD, "name": ["", "乙"]}, "text.empty", 1, "$.name"),
    "not NFC": ({**GOOD, "name": ["e\u0301", "乙"]}, "text.not-nfc", 1, "$.name"),
    "control": ({**GOOD, "name": ["甲\n", "乙"]}, "text.control", 1, "$.name"),
    "date": ({**GOOD, "established": ["2024-02-30", None]}, "date.form", 1, "$.established"),
    "district": ({**GOOD, "district": [None, "1"]}, "district.form", 2, "$.district"),
    "district as number": ({**GOOD, "district": [140521, None]}, "json.wrong-type", 1, "$.district"),
    "status": ({**GOOD, "status": ["open", "active"]}, "json.choice", 1, "$.status"),
    "text for a list": ({**GOOD, "categories": ["超市", None]}, "json.wrong-type", 1, "$.categories"),
    "member twice": ({**GOOD, "categories": [["a", "a"], None]}, "set.duplicate-member", 1, "$.categories"),
    "member null": ({**GOOD, "categories": [["a", None], None]}, "json.null", 1, "$.categories[1]"),
    "timestamp": (
        {**GOOD, "established": [datetime.datetime(2010, 4, 11), None]},
        "json.wrong-type",
        0,
        "$.established",
    ),
}


@pytest.mark.parametrize("fault", BAD)
def test_each_fault_of_a_frame_is_named_with_its_place(fault: str) -> None:
    columns, right, row, path = BAD[fault]
    for frame in (pa.table(columns), pl.DataFrame(columns)):
        with pytest.raises(suiji.InputError) as caught:
            suiji.Registry(frame)
        found = caught.value.faults[0]
        assert (found.code, found.row or 0, found.path, found.document) == (right, row, path, "registry")
        assert caught.value.kind == "registry" and found.message_zh


def test_all_faults_come_together() -> None:
    with pytest.raises(suiji.InputError) as caught:
        suiji.Registry({"id": f"A {n}", "name": "样例"} for n in range(30))
    assert (len(caught.value.faults), caught.value.fault_count) == (20, 30)
    frame = pa.table({"id": [1.5], "name": ["甲"], "district": [2.5]})
    with pytest.raises(suiji.InputError) as caught:
        suiji.Registry(frame)
    assert [fault.path for fault in caught.value.faults] == ["$.id", "$.district"]


def test_two_columns_for_one_field_and_none_are_refused() -> None:
    both = {"a": ["A-1"], "id": ["A-2"], "name": ["甲"]}
    assert code(lambda: suiji.Registry(pa.table(both), columns={"a": "id"})) == "json.repeated-key"
    row = {name: values[0] for name, values in both.items()}
    assert code(lambda: suiji.Registry([row], columns={"a": "id"})) == "json.repeated-key"
    missing = {"统一社会信用代码": "id"}
    assert code(lambda: suiji.Registry(pa.table(GOOD), columns=missing)) == "table.header"


def test_rows_hold_no_more_than_json() -> None:
    for number in (float("nan"), float("-inf"), 1.5):
        with pytest.raises(suiji.InputError) as caught:
            suiji.Registry([{"id": "A-1", "name": "甲"}, {"id": "A-2", "name": "乙", "class": number}])
        (fault,) = caught.value.faults
        assert (fault.code, fault.row, fault.path) == ("json.number", 2, "$.class")
    assert code(lambda: suiji.Registry([{"id": "A-1", "name": "\ud800"}])).startswith(("json.", "text."))
    assert code(lambda: suiji.Roster([{"id": "Z", "name": "n", "department": "d", "max_load": 2.0}])) == "json.number"
    assert code(lambda: suiji.Roster([{"id": "Z", "name": "n", "department": "d", "max_load": 2**63}])) == "json.number"
    for wrong in (object(), datetime.datetime(2024, 1, 1), b"bytes"):
        with pytest.raises(TypeError):
            suiji.Registry([{"id": "A-1", "name": wrong}])
    for rows in ([5], [("id", "A-1")], [{5: "A-1"}], "text"):
        with pytest.raises(TypeError):
            suiji.Registry(rows)  # type: ignore[arg-type]
    for nothing in (5, GOOD, pl.LazyFrame(GOOD)):
        kind = type(nothing).__name__
        with pytest.raises(TypeError, match=f"a frame that speaks Arrow or an iterable of mappings, and no {kind}"):
            suiji.Registry(nothing)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_json_has_not_is_refused_where_it_stands(number: float) -> None:
    row = {"id": "A-1", "name": "甲", "categories": ["超市", number, "NaN", number], "extra": {"电话": number}}
    with pytest.raises(suiji.InputError) as caught:
        suiji.Registry([row, {"id": "A-2", "name": number}])
    assert [(fault.code, fault.row, fault.path) for fault in caught.value.faults] == [
        ("json.number", 1, "$.categories[1]"),
        ("json.number", 1, "$.categories[3]"),
        ("json.number", 1, "$.extra.电话"),
        ("json.number", 2, "$.name"),
    ]


def test_what_can_be_written_in_no_way_has_an_error_of_its_own() -> None:
    around: list[Any] = [float("nan")]
    around.append(around)
    for value, told in ((around, "Circular reference"), (10**5000, "integer string conversion")):
        with pytest.raises(ValueError, match=told) as caught:
            suiji.Registry([{"id": "A-1", "name": "甲", "categories": value}])
        assert not isinstance(caught.value, suiji.InputError)


def test_numbers_beyond_64_bits_with_sign_stay_wrong() -> None:
    officer = {**OFFICERS[0], "max_load": 2**64 - 1}
    table = pa.Table.from_pylist(
        [officer],
        schema=pa.schema([(name, pa.uint64() if name == "max_load" else pa.utf8()) for name in officer]),
    )
    assert code(lambda: suiji.Roster(table)) == "json.number"


def test_broken_arrow_data_are_refused() -> None:
    def table(offsets: list[int], data: bytes) -> pa.Table:
        packed = pa.py_buffer(b"".join(offset.to_bytes(4, "little") for offset in offsets))
        ids = pa.Array.from_buffers(pa.utf8(), len(offsets) - 1, [None, packed, pa.py_buffer(data)])
        return pa.Table.from_arrays([ids, pa.array(["甲"] * len(ids))], ["id", "name"])

    assert suiji.Registry(table([0, 2, 4], b"A1A2")).ids() == ["A1", "A2"]
    assert code(lambda: suiji.Registry(table([0, 9, 4], b"A1A2"))) == "table.column-broken"
    assert code(lambda: suiji.Registry(table([0, 2, 4], b"A1\xff2"))) == "table.column-not-utf8"
    beyond = pa.DictionaryArray.from_arrays(pa.array([0, 7], pa.int8()), pa.array(["甲"]), safe=False)
    assert code(lambda: suiji.Registry(pa.table({**GOOD, "name": beyond}))) == "table.column-broken"


def test_what_speaks_no_arrow_or_lies_about_it_is_refused() -> None:
    class Liar:
        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            return 5

    class Once:
        def __init__(self) -> None:
            self.capsule = pa.table(GOOD).__arrow_c_stream__()

        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            return self.capsule

    with pytest.raises(TypeError):
        suiji.Registry(Liar())
    once = Once()
    assert len(suiji.Registry(once)) == 2
    with pytest.raises(ValueError, match="released"):
        suiji.Registry(once)
    for column in (pl.Series(["A-1"]), pa.chunked_array([["A-1"]])):
        with pytest.raises(ValueError, match="a single column is none"):
            suiji.Registry(column)
    with pytest.raises(TypeError):
        suiji.Registry(pa.array(["A-1"]))
    nulls = pa.StructArray.from_arrays([pa.array(["A-1"]), pa.array(["甲"])], ["id", "name"], mask=pa.array([True]))
    with pytest.raises(ValueError):
        suiji.Registry(nulls)


def test_a_fault_of_the_library_is_an_exception_like_others() -> None:
    class Liar:
        """Three rows are said to be there, and one is: an assertion of the Arrow library fails."""

        def __arrow_c_array__(self, requested_schema: object = None) -> object:
            schema, array = pa.record_batch({"id": ["A-1"], "name": ["甲"]}).__arrow_c_array__()
            pointer = ctypes.pythonapi.PyCapsule_GetPointer
            pointer.restype, pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
            length = ctypes.cast(pointer(array, b"arrow_array"), ctypes.POINTER(ctypes.c_int64))
            length[0] = 3
            return schema, array

    with pytest.raises(RuntimeError, match="a fault of suiji itself"):
        suiji.Registry(Liar())


def test_an_error_of_the_producer_is_passed_on() -> None:
    def batches() -> Any:
        yield pa.record_batch(GOOD)
        raise RuntimeError("样例")

    reader = pa.RecordBatchReader.from_batches(pa.schema([("id", pa.utf8()), ("name", pa.utf8())]), batches())
    with pytest.raises(ValueError, match="样例"):
        suiji.Registry(reader)


def test_tables_without_rows_are_empty() -> None:
    tables: list[Any] = [[], pa.table({"id": pa.array([], pa.utf8())}), pl.DataFrame()]
    for table in tables:
        assert len(suiji.History(table)) == 0
    assert len(suiji.Roster()) == 0 and not suiji.Roster()
    assert suiji.Registry().ids() == []
