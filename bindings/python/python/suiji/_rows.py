"""Rows given as mappings, to JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from json.encoder import encode_basestring_ascii as text


def lines(rows: Iterable[Mapping[str, object]], columns: Mapping[str, str | None]) -> bytes:
    """A line for each row, under its fields; `None` is an absent field."""
    if isinstance(rows, Mapping) or not isinstance(rows, Iterable):
        # Columns by name, say, or a lazy frame that has not been collected.
        raise TypeError(f"rows are a frame that speaks Arrow or an iterable of mappings, and no {type(rows).__name__}")
    return "\n".join(_line(row, columns) for row in rows).encode("ascii")


def _line(row: Mapping[str, object], columns: Mapping[str, str | None]) -> str:
    if not isinstance(row, Mapping):
        raise TypeError(f"a row is a mapping, and no {type(row).__name__}")
    # Written key by key, so that a field that two columns fill is a repeated key, which the library refuses.
    fields, extra = [], []
    for name, value in row.items():
        field = columns.get(name, name)
        if value is None or field is None:
            continue
        if isinstance(field, str) and field.startswith("extra."):
            extra.append(_pair(field[len("extra.") :], value))
        else:
            fields.append(_pair(field, value))
    if extra:
        fields.append(f'"extra":{{{",".join(extra)}}}')
    return f"{{{','.join(fields)}}}"


def _pair(field: str, value: object) -> str:
    return f"{text(field)}:{_value(value)}"


def _value(value: object) -> str:
    try:
        return json.dumps(value, default=_plain, allow_nan=False)
    except ValueError:
        # What holds itself raises again; what is left are NaN and infinities.
        written = json.dumps(value, default=_plain)
        return json.dumps(json.loads(written, parse_constant=_no_integer))


def _no_integer(_: str) -> float:
    # JSON has no NaN and no infinity. A fraction stands in the same place: the library refuses it there as the number
    # that is no integer, and keeps and tells nothing else of it.
    return 0.5


def _plain(value: object) -> object:
    # `datetime` is a `date` too, and no day.
    if type(value) is date:
        return value.isoformat()
    raise TypeError(f"a {type(value).__name__} is no value of a row: {value!r}")
