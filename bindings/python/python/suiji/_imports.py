"""The values of an import, read from the JSON document of the library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from suiji._values import ImportChoice, ImportPlace, ImportQuestion, ImportSummary, Understood

_Json = Mapping[str, Any]


def summary(of: _Json) -> ImportSummary:
    """The totals of one list."""
    left_out, changed = tuple(of["left_out"].items()), tuple(of["changed"].items())
    return ImportSummary(of["list"], of["read"], of["taken"], left_out, changed, tuple(of["columns_left_out"]))


def question(of: _Json) -> ImportQuestion:
    """One question."""
    message, why = of["message"], of.get("why_refused", {})
    return ImportQuestion(
        of["id"],
        of["list"],
        of["about"],
        of["field"],
        of["value"],
        message["en"],
        message["zh"],
        tuple(_choices(of["choices"])),
        of["any_value"],
        tuple(map(_place, of["places"])),
        of["count"],
        of.get("refused"),
        why.get("en"),
        why.get("zh"),
    )


def understood(of: _Json) -> Understood:
    """A text of a plan, and its value."""
    field, means = of["field"], of["means"]
    return Understood(
        of["task"],
        field["en"],
        field["zh"],
        of["before"],
        of["after"],
        means["en"],
        means["zh"],
        of["answered"],
        _place(of["place"]),
    )


def _choices(all: Iterable[_Json]) -> Iterable[ImportChoice]:
    return (ImportChoice(of["answer"], of["means"]["en"], of["means"]["zh"]) for of in all)


def _place(of: _Json) -> ImportPlace:
    return ImportPlace(of["file"], of["sheet"], of["row"], of["column"])
