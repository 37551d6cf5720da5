"""The results: estimates with their intervals, and notes in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from fractions import Fraction
from math import isnan
from typing import Literal, overload

from suiji.estimate import _html
from suiji.estimate._tables import Table
from suiji.estimate._texts import NOTES

Quantity = Literal["total", "mean", "rate", "ratio", "difference"]
Method = Literal["ht", "hajek", "post"]
Interval = Literal["t", "exact", "known", "none"]


@dataclass(frozen=True)
class Note:
    """A note that a reader of an estimate needs."""

    code: str
    """A stable code, such as `missing`."""
    message: str
    message_zh: str


@dataclass(frozen=True)
class Estimate:
    """One estimate."""

    task: str
    group: str
    """The group of entities; empty for all."""
    quantity: Quantity
    method: Method
    """`ht` Horvitz–Thompson, `hajek` Hájek, `post` post-stratified."""
    value: float
    standard_error: float | None
    """With finite-population correction; `None` if it cannot be computed (see `notes`)."""
    low: float | None
    """The lower end of the interval."""
    high: float | None
    """The upper end of the interval."""
    level: Fraction
    """The confidence level of the interval."""
    interval: Interval
    """`t`, `exact` (hypergeometric), `known` (all entities were visited) or `none`."""
    freedom: int
    """The degrees of freedom of `t`: answers minus strata, without strata that were visited in full."""
    unit: str
    """The unit of `value`, in English."""
    unit_zh: str
    frame_size: int
    """The entities of the group, including closed ones; if they are not known, those of all strata."""
    take: int
    """The selected entities of the group."""
    answered: int
    """Entities with an answer."""
    closed: int
    """Entities that no longer exist."""
    missing: int
    """Entities without an answer: refused, unreachable, not visited yet."""
    design_effect: float | None
    """The variance, divided by the variance of a simple random sample of the same size without strata."""
    if_all_clear: float | None
    """The value if all missing answers were 0; only for 0/1, and only if some are missing."""
    if_all_violations: float | None
    """The value if all missing answers were 1."""
    notes: tuple[Note, ...]

    def __str__(self) -> str:
        if isnan(self.value):
            return f"{self.group or self.task}: no estimate"
        texts = [_number(self, each) for each in (self.value, self.low, self.high) if each is not None]
        group = f"{self.group}: " if self.group else ""
        unit = "" if self.quantity == "rate" else f" {self.unit}"
        if len(texts) < 3:
            return f"{group}{texts[0]}{unit} (no interval)"
        return f"{group}{texts[0]}{unit} ({texts[1]} to {texts[2]}, {float(self.level):.4g})"


class Estimates(Table, Sequence[Estimate]):
    """Estimates of one task, one for each group; also a table for Arrow, pandas and polars."""

    def __init__(self, title: str, estimates: Sequence[Estimate]) -> None:
        self._title, self._estimates = title, tuple(estimates)
        names = [of.name for of in fields(Estimate) if of.name != "notes"]
        cells: dict[str, list[object]] = {name: [getattr(of, name) for of in estimates] for name in names}
        cells["level"] = [float(of.level) for of in estimates]
        super().__init__({**cells, "notes": [" ".join(note.message for note in of.notes) for of in estimates]})

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes of all estimates, each once."""
        return tuple(dict.fromkeys(note for of in self._estimates for note in of.notes))

    @overload
    def __getitem__(self, place: int) -> Estimate: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Estimate, ...]: ...
    def __getitem__(self, place: int | slice) -> Estimate | tuple[Estimate, ...]:
        return self._estimates[place]

    def __iter__(self) -> Iterator[Estimate]:
        return iter(self._estimates)

    def __len__(self) -> int:
        return len(self._estimates)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Estimates) and self._estimates == other._estimates

    def __hash__(self) -> int:
        return hash(self._estimates)

    def __repr__(self) -> str:
        return f"<suiji.estimate.Estimates: {'; '.join(map(str, self._estimates))}>"

    def _repr_html_(self) -> str:
        of = self._estimates
        columns: dict[str, list[object]] = {
            "组 group": [each.group or "全部 all" for each in of],
            "估计 estimate": [_number(each, each.value) for each in of],
            "区间 interval": [_between(each) for each in of],
            "方法 method": [f"{each.method}, {each.interval}" for each in of],
            "抽中 selected": [each.take for each in of],
            "有结果 answered": [each.answered for each in of],
            "关闭 closed": [each.closed for each in of],
            "无结果 missing": [each.missing for each in of],
            "抽样框 frame size": [each.frame_size for each in of],
        }
        notes = [f"{note.message_zh} {note.message}" for note in self.notes]
        return _html.table(self._title, columns, notes)


def note(code: str, **details: object) -> Note:
    """The note with a code."""
    return Note(code, *NOTES[code].filled(**details))


def _number(of: Estimate, value: float | None) -> str:
    if value is None or isnan(value):
        return "—"
    if of.quantity == "rate":
        return f"{value:.1%}"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"


def _between(of: Estimate) -> str:
    return "—" if of.low is None else f"{_number(of, of.low)} – {_number(of, of.high)}"
