"""Why an input was refused, or a verification does not hold."""

from __future__ import annotations

import json
from typing import Any, NamedTuple


class Fault(NamedTuple):
    """One fault of an input."""

    code: str
    """Stable, such as `registry.duplicate-id`."""
    rule: str
    """The rule of SPEC.md, without brackets; may be empty."""
    document: str
    """In which document it lies, such as `registry`."""
    row: int | None
    """The row of a table, from 1, or the line of a file."""
    path: str
    """The place in the JSON of the document or the row, such as `$.id`; may be empty."""
    message: str
    """In English."""
    message_zh: str
    """In Chinese, for a clerk."""


class Error(Exception):
    """What the library refuses; its text says what, where, and by which rule."""

    def __init__(self, text: str, message_zh: str, document: str) -> None:
        super().__init__(text, message_zh, document)
        told = json.loads(document)
        self.code: str = told["code"]
        """The stable code of the first fault, such as `registry.duplicate-id`."""
        self.kind: str = told["kind"]
        """The stage that refused, such as `registry`."""
        self.message_zh: str = message_zh
        """The same in Chinese, for a clerk."""
        self.faults: tuple[Fault, ...] = tuple(map(_fault, told["faults"]))
        """The first 20 faults of each document."""
        self.fault_count: int = told["count"]
        """How many there are in all."""

    def __str__(self) -> str:
        return str(self.args[0])

    def __repr__(self) -> str:
        # Without the document, which says the same once more.
        return f"{type(self).__name__}({self.args[0]!r})"

    def to_json(self) -> str:
        """The error as a JSON document."""
        return str(self.args[2])


class InputError(Error, ValueError):
    """An input is refused."""


class VerificationError(Error):
    """A verification does not hold, or is incomplete: raised by `Report.require`."""


def _fault(told: dict[str, Any]) -> Fault:
    place, message = told["place"], told["message"]
    return Fault(
        told["code"],
        told.get("rule", ""),
        place["document"],
        place.get("row"),
        place.get("path", ""),
        message["en"],
        message["zh"],
    )
