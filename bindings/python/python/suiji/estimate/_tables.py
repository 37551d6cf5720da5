"""Tables in and out: Arrow, pandas, polars, rows or a dict of columns → lists."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from suiji.estimate._errors import refused

Columns = dict[str, "list[Any]"]


def columns(table: object) -> Columns:
    """The columns of a table, as lists; nulls are `None`."""
    found = _read(table)
    lengths = {len(values) for values in found.values()}
    if len(lengths) > 1:
        raise refused("estimate.columns-uneven", found=", ".join(map(str, sorted(lengths))))
    return {name: [_plain(value) for value in values] for name, values in found.items()}


def _read(table: object) -> Columns:
    if isinstance(table, Mapping):
        wrong = [
            values for values in table.values() if isinstance(values, (str, bytes)) or not hasattr(values, "__iter__")
        ]
        if wrong:
            raise refused("estimate.table-unreadable", found=f"a dict with a column of type {type(wrong[0]).__name__}")
        return {str(name): list(values) for name, values in table.items()}
    # pandas and polars, without conversion through Arrow.
    if hasattr(table, "to_dict") and hasattr(table, "columns"):
        names = [str(name) for name in table.columns]
        repeated = [name for place, name in enumerate(names) if name in names[:place]]
        if repeated:
            raise refused("estimate.column-repeated", column=repeated[0])
        return {name: _list(table[original]) for name, original in zip(names, table.columns)}  # type: ignore[index]
    if hasattr(table, "to_pydict"):
        return dict(table.to_pydict())
    if hasattr(table, "__arrow_c_stream__") and _has_pyarrow():
        return dict(_pyarrow().table(table).to_pydict())
    if isinstance(table, Iterable) and not isinstance(table, (str, bytes)):
        rows = list(table)
        if rows and all(isinstance(row, Mapping) for row in rows):
            names = list(dict.fromkeys(name for row in rows for name in row))
            return {str(name): [row.get(name) for row in rows] for name in names}
        if rows and all(hasattr(row, "_fields") for row in rows):
            # A name that is a Python keyword, such as class, gets an underscore.
            names = [name.rstrip("_") for name in rows[0]._fields]
            return {name: list(values) for name, values in zip(names, zip(*rows))}
    if hasattr(table, "__arrow_c_stream__"):
        _pyarrow()
    raise refused("estimate.table-unreadable", found=type(table).__name__)


def _list(series: Any) -> list[Any]:
    values: list[Any] = series.to_list() if hasattr(series, "to_list") else list(series)
    return values


def _plain(value: Any) -> Any:
    """pandas has NaN or NA for a missing value."""
    if type(value) in (str, int):
        return value
    if value is None or value is getattr(value, "NA", object()):
        return None
    if isinstance(value, float) and math.isnan(value):
        return None
    return None if type(value).__name__ in ("NAType", "NaTType") else value


def _has_pyarrow() -> bool:
    return find_spec("pyarrow") is not None


def _pyarrow() -> Any:
    try:
        return import_module("pyarrow")
    except ImportError:
        raise refused("estimate.package-missing", found="pyarrow", install="pyarrow") from None


class Table:
    """Columns that pandas, polars and pyarrow read as Arrow; `columns` needs no other package."""

    def __init__(self, columns: Mapping[str, Sequence[object]]) -> None:
        self._columns = {name: tuple(values) for name, values in columns.items()}

    @property
    def columns(self) -> dict[str, list[object]]:
        """The columns by name, as lists."""
        return {name: list(values) for name, values in self._columns.items()}

    def to_arrow(self) -> Any:
        """The columns as a `pyarrow.Table`; it needs pyarrow. Fractions become texts such as `2/5`."""
        plain = {
            name: [str(value) if isinstance(value, Fraction) else value for value in values]
            for name, values in self._columns.items()
        }
        return _pyarrow().table(plain)

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return len(next(iter(self._columns.values()), ()))
