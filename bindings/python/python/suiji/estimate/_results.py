"""Results of inspections: table → answers of the selected entities, checked against the sample."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property
from numbers import Real
from typing import TYPE_CHECKING, Any

import numpy as np

from suiji.estimate._errors import Faults, refused, shown
from suiji.estimate._tables import Columns, columns
from suiji.estimate._variance import Array, Design

if TYPE_CHECKING:
    from suiji.estimate._sample import Sample, Stratum

#: The outcome groups of the results of a draw, in the order in which they count [O3].
OUTCOMES = ("clear", "violation", "unreachable", "refused", "closed")
#: Entities with an answer. A closed entity has no answer, but its state is known.
INSPECTED = OUTCOMES[:2]
#: The column made of outcomes: 1 for a violation, 0 for clear.
VIOLATION = "violation"


@dataclass(frozen=True)
class Selected:
    """A selected entity and its result."""

    id: str
    place: int
    """Its number among the selected entities of the task."""
    stratum: int
    """The number of its stratum in the task."""
    row: int
    """Its row in the sample."""
    state: str
    """`answered`, `closed`, `refused`, `unreachable` or `open`."""
    result: int | None
    """Its row in the results."""


@dataclass(frozen=True)
class Answers:
    """The selected entities of one task, with their results."""

    task: str
    strata: tuple[Stratum, ...]
    selected: tuple[Selected, ...]
    columns: Columns = field(repr=False)
    """The columns of the results."""
    reserves: int
    """Results of reserves, which are not used."""
    _read: dict[str, Array] = field(default_factory=dict, repr=False, compare=False)

    def design(self, kept: list[Selected]) -> Design:
        """The design of the entities that are kept."""
        stratum = np.array([of.stratum for of in kept], dtype=np.int64)
        frame_size = np.array([of.frame_size for of in self.strata], dtype=np.float64)
        return Design(stratum, frame_size, np.bincount(stratum, minlength=len(self.strata)))

    @cached_property
    def settled(self) -> list[Selected]:
        """The entities with a known result: inspected or closed."""
        return [of for of in self.selected if of.state in ("answered", "closed")]

    def values(self, column: str, kept: list[Selected]) -> Array:
        """The numbers of a column; 0 for closed entities and entities without an answer."""
        if column not in self._read:
            self._read[column] = self._values(column)
        return self._read[column][[of.place for of in kept]]

    def _values(self, column: str) -> Array:
        if column not in self.columns or column in ("id", "task", "outcome"):
            known = [name for name in self.columns if name not in ("id", "task", "outcome")]
            raise refused("estimate.column-missing", column=column, found=", ".join(known) or "—")
        cells = self.columns[column]
        faults = Faults()
        found = np.zeros(len(self.selected))
        for of in self.selected:
            if of.state != "answered":
                continue
            assert of.result is not None, "an answer is a row of the results"
            value = cells[of.result]
            if value is None:
                outcome = self.columns.get("outcome", {of.result: None})[of.result]
                faults.add("estimate.answer-missing", of.result, of.id, column=column, outcome=outcome or "inspected")
            elif not _is_number(value):
                faults.add("estimate.not-a-number", of.result, of.id, column=column, found=shown(value))
            else:
                found[of.place] = float(value)
        faults.check()
        return found


def read(sample: Sample, table: object) -> dict[str, Answers]:
    """The answers of each task of the sample.

    Raises:
        EstimateError: The results do not fit the sample. All faults are reported together.
    """
    cells = _inspections(table) if hasattr(table, "inspections") else columns(table)
    faults = Faults()
    if "id" not in cells:
        faults.add("estimate.column-missing", column="id", found=", ".join(cells) or "—")
        faults.check()
    if not {"outcome", *_numbers(cells)}.intersection(cells):
        faults.add("estimate.column-missing", column="outcome", found=", ".join(cells))
        faults.check()
    if "task" not in cells:
        cells["task"] = [sample._task(None)] * len(cells["id"])
    places = _places(sample, cells, faults)
    states = _states(cells, faults)
    faults.check()
    if "outcome" in cells and VIOLATION not in cells:
        cells[VIOLATION] = [int(word == VIOLATION) if word in INSPECTED else None for word in cells["outcome"]]
    return {task: _answers(sample, task, cells, places, states) for task in sample.tasks}


def _inspections(results: Any) -> Columns:
    """The inspections of `suiji.Results`. Each counts as the last group of its outcomes [O3]."""
    found = list(results.inspections)
    groups = [[results.group_of(code) for code in each.outcomes] for each in found]
    return {
        "id": [each.entity for each in found],
        "task": [each.task for each in found],
        "outcome": [max(of, key=OUTCOMES.index, default="clear") for of in groups],
    }


def _places(sample: Sample, cells: Columns, faults: Faults) -> dict[tuple[str, str], int]:
    """The row of the results by entity and task; each row is checked against the sample."""
    places: dict[tuple[str, str], int] = {}
    for row, (id, task) in enumerate(zip(cells["id"], cells["task"])):
        if id is None or task is None:
            faults.add("estimate.value-missing", row, column="id" if id is None else "task")
            continue
        numbers = [(name, of) for name, of in (("id", id), ("task", task)) if not isinstance(of, str)]
        for name, of in numbers:
            faults.add("estimate.not-a-text", row, id, column=name, found=shown(of))
        if numbers:
            continue
        if task not in sample.tasks:
            faults.add("estimate.task-unknown", row, id, found=task, expected=", ".join(sample.tasks))
            continue
        if (id, task) in places:
            faults.add("estimate.duplicate-row", row, id, task=task)
            continue
        places[id, task] = row
        at = sample._rows.get((id, task))
        if at is None:
            faults.add("estimate.entity-unknown", row, id, task=task)
        elif sample._columns["state"][at] not in ("selected", "reserve"):
            faults.add("estimate.not-selected", row, id, task=task)
    return places


def _states(cells: Columns, faults: Faults) -> list[str]:
    """The result of the entity in each row."""
    numbers = _numbers(cells)
    states = []
    for row, id in enumerate(cells["id"]):
        outcome = cells["outcome"][row] if "outcome" in cells else None
        found = [name for name in numbers if cells[name][row] is not None]
        if outcome is not None and outcome not in OUTCOMES:
            faults.add("estimate.outcome-unknown", row, id, found=outcome, expected=", ".join(OUTCOMES))
        if outcome in OUTCOMES and outcome not in INSPECTED:
            for name in found:
                value = cells[name][row]
                faults.add("estimate.answer-unexpected", row, id, outcome=outcome, column=name, found=value)
            states.append(outcome)
        else:
            states.append("answered" if outcome or found else "open")
    return states


def _numbers(cells: Columns) -> list[str]:
    """The columns of numbers. Their first value is a number."""
    names = [name for name in cells if name not in ("id", "task", "outcome")]
    firsts = {name: next((value for value in cells[name] if value is not None), None) for name in names}
    return [name for name, first in firsts.items() if isinstance(first, Real) or _is_number(first)]


def _is_number(value: Any) -> bool:
    if isinstance(value, (str, bytes)) or not hasattr(value, "__float__"):
        return False
    try:
        return math.isfinite(float(value))
    except (TypeError, ValueError, OverflowError):
        return False


def _answers(
    sample: Sample, task: str, cells: Columns, places: dict[tuple[str, str], int], states: list[str]
) -> Answers:
    strata = tuple(of for of in sample.strata if of.task == task)
    numbers = {of.stratum: number for number, of in enumerate(strata)}
    rows = sorted(row for of in strata for row in sample._members[of.task, of.stratum])
    selected: list[Selected] = []
    reserves = 0
    for row in rows:
        id, state = sample._columns["id"][row], sample._columns["state"][row]
        result = places.get((id, task))
        if state == "reserve":
            reserves += result is not None
        if state == "selected":
            became = "open" if result is None else states[result]
            selected.append(Selected(id, len(selected), numbers[sample._columns["stratum"][row]], row, became, result))
    return Answers(task, strata, tuple(selected), cells, reserves)
