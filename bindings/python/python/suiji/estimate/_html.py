"""Tables for notebooks, in the style of the other classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from suiji._html import ROWS, _cell, _more, _page


def table(title: str, columns: Mapping[str, Sequence[object]], notes: Sequence[str] = ()) -> str:
    """The first rows of some columns, with notes below."""
    rows = [[_cell(cell) for cell in row] for row in zip(*(values[:ROWS] for values in columns.values()))]
    length = len(next(iter(columns.values()), ()))
    return _page(title, list(columns), rows) + _more(length) + "".join(_note(note) for note in notes)


def _note(text: str) -> str:
    from html import escape

    return f"<div>{escape(text)}</div>"
