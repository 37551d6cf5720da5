"""Converts a row, given as a mapping, to a line of JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from json.encoder import encode_basestring_ascii as text

Plain = Callable[[object], object]
"""Converts a value that JSON does not have, such as a date, to a JSON value."""


def line(row: Mapping[str, object], columns: Mapping[str, str | None], plain: Plain) -> str:
    """The row by field; `None` is an absent field."""
    # The row is written key by key. If two columns fill one field, its key is repeated, and the library
    # refuses it.
    fields, extra = [], []
    for name, value in row.items():
        field = columns.get(name, name)
        if value is None or field is None:
            continue
        if isinstance(field, str) and field.startswith("extra."):
            extra.append(_pair(field[len("extra.") :], value, plain))
        else:
            fields.append(_pair(field, value, plain))
    if extra:
        fields.append(f'"extra":{{{",".join(extra)}}}')
    return f"{{{','.join(fields)}}}"


def _pair(field: str, value: object, plain: Plain) -> str:
    return f"{text(field)}:{_value(value, plain)}"


def _value(value: object, plain: Plain) -> str:
    try:
        return json.dumps(value, default=plain, allow_nan=False)
    except ValueError:
        # A value that contains itself fails again. The other values contain NaN or infinities.
        written = json.dumps(value, default=plain)
        return json.dumps(json.loads(written, parse_constant=_fraction))


def _fraction(_: str) -> float:
    # JSON has neither NaN nor infinity. A fraction is written instead, which the library refuses because it
    # is not an integer.
    return 0.5
