"""The error of the package: all faults of a call at once, each with its remedy."""

from __future__ import annotations

import json
from collections.abc import Iterable
from fractions import Fraction
from numbers import Rational
from typing import Any

from suiji._errors import InputError
from suiji._values import Fault, Place
from suiji.estimate._texts import ERRORS

#: The maximum number of rows and ids in a fault.
ROWS = 1000
#: The maximum number of characters of a value in a message.
LONGEST = 60
#: The maximum number of rows in its message.
NAMED = 3


class EstimateError(InputError):
    """A table or an option was refused. `faults` has all faults, `message_zh` the text for the office."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        found = tuple(faults)
        message = "\n".join(of.message for of in found)
        document = {"faults": [{"code": of.code, "message": of.message, "message_zh": of.message_zh} for of in found]}
        super().__init__(
            "\n".join(f"{of.code}: {of.message}" for of in found),
            "value",
            found[0].code,
            message,
            "\n".join(of.message_zh for of in found),
            found,
            sum(of.count for of in found),
            json.dumps(document, ensure_ascii=False),
        )

    def __reduce__(self) -> tuple[type[EstimateError], tuple[tuple[Fault, ...]]]:
        return type(self), (self.faults,)


class Faults:
    """Collects faults. Equal faults of several rows become one."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], tuple[dict[str, str], list[tuple[int | None, str]]]] = {}

    def add(self, code: str, row: int | None = None, id: object = "", **details: object) -> None:
        """Adds a fault. Rows count from 0 here and from 1 in messages."""
        texts = {name: _text(value) for name, value in details.items()}
        name = _text(id)
        if "{id}" in ERRORS[code].en:
            texts["id"] = name
        problem = ERRORS[code].en.format(**texts)
        self._found.setdefault((code, problem), (texts, []))[1].append((row, name))

    def check(self) -> None:
        """Raises the faults that were found."""
        if self._found:
            raise EstimateError(_fault(code, details, rows) for (code, _), (details, rows) in self._found.items())


def shown(value: object) -> str:
    """A value of a cell for a message, cut if it is long."""
    try:
        text = repr(value)
    except ValueError:
        # Python does not write integers of thousands of digits.
        return type(value).__name__
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _text(value: object) -> str:
    """A text, cut if it is very long; any other value as in Python."""
    return value[:ROWS] if isinstance(value, str) else shown(value)


def refused(code: str, **details: Any) -> EstimateError:
    """The error with one fault."""
    faults = Faults()
    faults.add(code, **details)
    try:
        faults.check()
    except EstimateError as error:
        return error
    raise AssertionError("a fault was added")


def share(option: str, value: object) -> Fraction:
    """A share strictly between 0 and 1 as an exact number: `"95%"`, `"0.95"`, 0.95 or a Fraction."""
    found: Fraction | None = None
    try:
        if isinstance(value, str):
            text = value.strip()
            # 1e999999999 would take too long.
            if "e" in text.lower():
                raise ValueError(text)
            found = Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)
        elif isinstance(value, (Rational, float)) and not isinstance(value, bool):
            found = Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        pass
    if found is None or not 0 < found < 1:
        raise refused("estimate.share-wrong", option=option, found=shown(value))
    return found


def choice(option: str, value: object, known: Iterable[str]) -> None:
    """Refuses a value that is not one of the known words."""
    words = list(known)
    if value not in words:
        raise refused("estimate.option-unknown", option=option, expected=", ".join(words), found=shown(value))


def count(option: str, value: object, least: int, most: int) -> int:
    """An integer within limits."""
    try:
        found = value.__index__()  # type: ignore[attr-defined]
    except AttributeError:
        found = None
    if found is None or isinstance(value, bool) or not least <= found <= most:
        raise refused("estimate.count-wrong", option=option, least=least, most=most, found=shown(value))
    return int(found)


def _fault(code: str, details: dict[str, str], rows: list[tuple[int | None, str]]) -> Fault:
    words = ERRORS[code].filled(**details)
    numbers = tuple(row + 1 for row, _ in rows if row is not None)
    named = ", ".join(map(str, numbers[:NAMED])) + (", …" if len(numbers) > NAMED else "")
    en, zh = words
    if len(numbers) == 1:
        en, zh = f"row {named}: {en}", f"第 {named} 行：{zh}"
    elif numbers:
        en = f"{len(numbers)} rows ({named}): {en}"
        zh = f"{len(numbers)} 行（第 {named.replace(', ', '、')} 行）：{zh}"
    ids = tuple(id for _, id in rows)[:ROWS]
    place = Place("value", numbers[0] if numbers else None, "", ids[0] or None)
    return Fault(code, "", place, len(rows), numbers[:ROWS], ids, details, words.en, words.zh, en, zh)
