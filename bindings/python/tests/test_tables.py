"""Faults of tables with their places; dates, which frames have in several types."""

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
from conftest import INSPECTORS, PLAN, ceremony


def with_date(field: str, date: object) -> tuple[Any, dict[str, Any]]:
    """The table that has the field, and a row of it."""
    rows: dict[str, tuple[Any, dict[str, Any]]] = {
        "established": (suiji.Registry, {"id": "A-1", "name": "甲"}),
        "valid_to": (suiji.Roster, {"id": "Z-1", "name": "样例", "department": "样例县工信局"}),
        "date": (suiji.History, {"entity": "A-1", "task": "J1"}),
    }
    table, row = rows[field]
    return table, {**row, field: date}


@pytest.mark.parametrize("field", ["established", "valid_to", "date"])
def test_dates_are_texts_and_timestamps_are_refused(field: str) -> None:
    table, written = with_date(field, "2010-04-11")
    right = table([written])
    for date in (datetime.date(2010, 4, 11), pd.Timestamp(2010, 4, 11).date()):
        row = with_date(field, date)[1]
        for rows in ([row], pa.Table.from_pylist([row]), pl.DataFrame([row]), pd.DataFrame([row])):
            assert table(rows) == right
    timestamp = with_date(field, datetime.datetime(2010, 4, 11))[1]
    polars, pandas = pl.DataFrame([timestamp]), pd.DataFrame([timestamp])
    with_zone = pandas.assign(**{field: pandas[field].dt.tz_localize("Asia/Shanghai")})
    date64 = pa.table(polars.to_arrow()).set_column(polars.columns.index(field), field, pa.array([0], pa.date64()))
    for rows in (polars, pandas, with_zone, date64):
        with pytest.raises(suiji.InputError) as caught:
            table(rows)
        (fault,) = caught.value.faults
        assert (fault.code, fault.place.path) == ("json.wrong-type", f"$.{field}")
        assert "(polars: .cast(pl.Date), pandas: .dt.date)" in fault.message and ".dt.date" in fault.message_zh
    # The advice of the message works.
    assert table(polars.with_columns(pl.col(field).cast(pl.Date))) == right
    assert table(pandas.assign(**{field: pandas[field].dt.date})) == right


@pytest.mark.parametrize("days", [-719_162, -354_286, 2_932_897, 2**31 - 1, -(2**31)])
def test_dates_with_years_out_of_range_are_refused(days: int) -> None:
    table = pa.table({"id": ["A-1"], "name": ["甲"], "established": pa.array([days], pa.int32()).cast(pa.date32())})
    assert code(lambda: suiji.Registry(table)) == "date.form"


def test_all_dates_with_years_in_range_are_read() -> None:
    days = pa.array([-354_285, 11_016, 2_932_896], pa.int32()).cast(pa.date32())
    table = suiji.Registry(pa.table({"id": ["A-1", "A-2", "A-3"], "name": ["甲"] * 3, "established": days}))
    written = [json.loads(line)["established"] for line in table.to_json_lines().splitlines()]
    assert written == ["1000-01-01", "2000-02-29", "9999-12-31"]


def test_unknown_layouts_are_refused_and_named() -> None:
    lists = pa.array([["超市"]], pa.list_view(pa.utf8()))
    runs = pa.RunEndEncodedArray.from_arrays(pa.array([1], pa.int32()), pa.array(["甲"]))
    for field, array, name in (("categories", lists, "ListView"), ("name", runs, "RunEndEncoded")):
        with pytest.raises(suiji.InputError) as caught:
            suiji.Registry(pa.table({"id": ["A-1"], "name": ["甲"], field: array}))
        (fault,) = caught.value.faults
        assert (fault.code, fault.place.path) == ("json.wrong-type", f"$.{field}") and name in fault.message


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
def test_each_fault_of_a_frame_has_its_place(fault: str) -> None:
    columns, right, row, path = BAD[fault]
    for frame in (pa.table(columns), pl.DataFrame(columns)):
        with pytest.raises(suiji.InputError) as caught:
            suiji.Registry(frame)
        found = caught.value.faults[0]
        assert (found.code, *found.place[:3]) == (right, "registry", row or None, path)
        assert caught.value.kind == "registry" and found.message_zh


def test_all_faults_are_reported_together() -> None:
    with pytest.raises(suiji.InputError) as caught:
        suiji.Registry({"id": f"A {n}", "name": "样例"} for n in range(30))
    assert (len(caught.value.faults), caught.value.fault_count) == (20, 30)
    frame = pa.table({"id": [1.5], "name": ["甲"], "district": [2.5]})
    with pytest.raises(suiji.InputError) as caught:
        suiji.Registry(frame)
    assert [fault.place.path for fault in caught.value.faults] == ["$.id", "$.district"]


def test_two_columns_for_one_field_and_a_missing_column_are_refused() -> None:
    both = {"a": ["A-1"], "id": ["A-2"], "name": ["甲"]}
    assert code(lambda: suiji.Registry(pa.table(both), columns={"a": "id"})) == "json.repeated-key"
    row = {name: values[0] for name, values in both.items()}
    assert code(lambda: suiji.Registry([row], columns={"a": "id"})) == "json.repeated-key"
    missing = {"统一社会信用代码": "id"}
    assert code(lambda: suiji.Registry(pa.table(GOOD), columns=missing)) == "table.header"


def test_rows_have_only_values_of_json() -> None:
    for number in (float("nan"), float("-inf"), 1.5):
        with pytest.raises(suiji.InputError) as caught:
            suiji.Registry([{"id": "A-1", "name": "甲"}, {"id": "A-2", "name": "乙", "class": number}])
        (fault,) = caught.value.faults
        assert (fault.code, *fault.place) == ("json.number", "registry", 2, "$.class", "A-2")
    assert code(lambda: suiji.Registry([{"id": "A-1", "name": "\ud800"}])).startswith(("json.", "text."))
    assert code(lambda: suiji.Roster([{"id": "Z", "name": "n", "department": "d", "max_load": 2.0}])) == "json.number"
    assert code(lambda: suiji.Roster([{"id": "Z", "name": "n", "department": "d", "max_load": 2**63}])) == "json.number"
    for wrong in (object(), datetime.datetime(2024, 1, 1), b"bytes"):
        with pytest.raises(TypeError, match=f"a value of type {type(wrong).__name__}（行中不能有"):
            suiji.Registry([{"id": "A-1", "name": wrong}])
    for rows, name in (([5], "int"), ([("id", "A-1")], "tuple"), ("text", "str")):
        with pytest.raises(TypeError, match=f"expected a mapping for a row, found {name}（一行应为"):
            suiji.Registry(rows)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        suiji.Registry([{5: "A-1"}])  # type: ignore[dict-item]
    for other in (5, GOOD):
        name = type(other).__name__
        with pytest.raises(TypeError, match=f"that supports Arrow or an iterable of mappings, found {name}（应为"):
            suiji.Registry(other)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_json_does_not_have_are_refused_with_their_place(number: float) -> None:
    row = {"id": "A-1", "name": "甲", "categories": ["超市", number, "NaN", number], "extra": {"电话": number}}
    with pytest.raises(suiji.InputError) as caught:
        suiji.Registry([row, {"id": "A-2", "name": number}])
    assert [(fault.code, fault.place.row, fault.place.path, fault.count) for fault in caught.value.faults] == [
        ("json.number", 1, "$.categories[1]", 1),
        ("json.number", 1, "$.extra.电话", 1),
        ("json.number", 2, "$.name", 1),
    ]


def test_values_that_cannot_be_written_as_json_have_the_error_of_python() -> None:
    around: list[Any] = [float("nan")]
    around.append(around)
    for value, told in ((around, "Circular reference"), (10**5000, "integer string conversion")):
        with pytest.raises(ValueError, match=told) as caught:
            suiji.Registry([{"id": "A-1", "name": "甲", "categories": value}])
        assert not isinstance(caught.value, suiji.InputError)


def test_numbers_above_64_bits_with_sign_are_refused() -> None:
    inspector = {**INSPECTORS[0], "max_load": 2**64 - 1}
    table = pa.Table.from_pylist(
        [inspector],
        schema=pa.schema([(name, pa.uint64() if name == "max_load" else pa.utf8()) for name in inspector]),
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


def test_objects_with_wrong_arrow_methods_are_refused() -> None:
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
        with pytest.raises(ValueError, match="not a single column"):
            suiji.Registry(column)
    with pytest.raises(TypeError, match="expected a table or an array of structs"):
        suiji.Registry(pa.array(["A-1"]))
    nulls = pa.StructArray.from_arrays([pa.array(["A-1"]), pa.array(["甲"])], ["id", "name"], mask=pa.array([True]))
    for rows in (nulls, pa.chunked_array([nulls])):
        with pytest.raises(ValueError, match="a row is null"):
            suiji.Registry(rows)


def test_a_panic_is_an_exception() -> None:
    class Liar:
        """Claims to have three rows but has one, so an assertion of the Arrow library fails."""

        def __arrow_c_array__(self, requested_schema: object = None) -> object:
            schema, array = pa.record_batch({"id": ["A-1"], "name": ["甲"]}).__arrow_c_array__()
            pointer = ctypes.pythonapi.PyCapsule_GetPointer
            pointer.restype, pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
            length = ctypes.cast(pointer(array, b"arrow_array"), ctypes.POINTER(ctypes.c_int64))
            length[0] = 3
            return schema, array

    with pytest.raises(RuntimeError, match="a bug in suiji"):
        suiji.Registry(Liar())


def test_an_error_of_the_frame_is_raised() -> None:
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


def test_a_ratio_that_is_a_number_is_refused_with_its_right_form() -> None:
    task: Any = {"id": "J1", "name": "样例", "quota": {"exactly": 0.05}}
    with pytest.raises(suiji.InputError) as refused:
        suiji.Plan({"title": "样例", "authority": "样例", "year": 2024, "tasks": [task]})
    assert '"5%"' in refused.value.message and '"5%"' in refused.value.message_zh


def test_a_lazy_frame_is_collected() -> None:
    lazy = pl.LazyFrame({"id": ["A-1", "A-2"], "name": ["样例甲", "样例乙"]})
    assert suiji.Registry(lazy).ids() == ["A-1", "A-2"]
    assert suiji.Registry(lazy.filter(pl.col("id") == "A-2")).ids() == ["A-2"]


def test_faults_of_one_column_and_value_are_one() -> None:
    rows = [{"id": f"A-{n}", "name": "样例", "class": "高" if n % 2 else "low"} for n in range(1, 801)]
    with pytest.raises(suiji.InputError) as refused:
        suiji.seal(suiji.Plan(PLAN), suiji.Registry(rows), ceremony(), roster=suiji.Roster(INSPECTORS))
    (fault,) = refused.value.faults
    assert (fault.count, fault.rows[:3], fault.place.path) == (400, (1, 3, 5), "$.class")
