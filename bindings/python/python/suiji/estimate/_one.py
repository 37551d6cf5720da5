"""One estimate of one group: value, error, interval and notes."""

from __future__ import annotations

from collections import Counter
from math import isnan, sqrt
from typing import TYPE_CHECKING

from suiji.estimate import _groups
from suiji.estimate._case import Case, Wanted, case
from suiji.estimate._estimates import Estimate, Note, note
from suiji.estimate._estimators import Group
from suiji.estimate._interval import between
from suiji.estimate._results import VIOLATION
from suiji.estimate._texts import REASONS, UNITS, Words
from suiji.estimate._variance import simple_random

if TYPE_CHECKING:
    from suiji.estimate._results import Answers
    from suiji.estimate._sample import Sample


def estimate(sample: Sample, answers: Answers, wanted: Wanted, group: Group) -> Estimate:
    """The estimate of one group."""
    of = case(sample, answers, wanted, group, answers.settled)
    here = _groups.members(sample, answers, group, wanted.by)
    states = Counter(each.state for each in here)
    found = of.point(wanted)
    variance = found.variance(of.design)
    kind, low, high, notes = between(of, wanted, found, variance)
    plain = simple_random(found.linear, found.weights)
    covered = of.size if of.size is not None else of.design.frame_size[of.design.answers > 0].sum()
    unit = _unit(wanted, of)
    missing = len(here) - states["answered"] - states["closed"]
    clear, violations = (None, None)
    if missing and of.is_zero_one and wanted.quantity != "ratio":
        clear, violations = (_filled(sample, answers, wanted, group, value) for value in (0.0, 1.0))
    return Estimate(
        task=answers.task,
        group=group.name,
        quantity=wanted.quantity,
        method=wanted.method,
        value=found.value,
        standard_error=None if isnan(variance) else sqrt(variance),
        low=low,
        high=high,
        level=wanted.level,
        interval=kind,
        freedom=of.design.freedom(group.member),
        unit=unit.en,
        unit_zh=unit.zh,
        frame_size=int(covered),
        take=len(here),
        answered=states["answered"],
        closed=states["closed"],
        missing=missing,
        design_effect=variance / plain if plain > 0 and not isnan(variance) else None,
        if_all_clear=clear,
        if_all_violations=violations,
        notes=(*_common(answers, of, wanted, states, len(here)), *notes),
    )


def _filled(sample: Sample, answers: Answers, wanted: Wanted, group: Group, value: float) -> float:
    """The value if all missing answers were the same."""
    everyone = list(answers.selected)
    same = next(of for of in _groups.groups(sample, answers, everyone, wanted.by) if of.name == group.name)
    return case(sample, answers, wanted, same, everyone, value).point(wanted).value


def _common(answers: Answers, of: Case, wanted: Wanted, states: Counter[str], take: int) -> list[Note]:
    """The notes for every kind of interval: entities that are missing, closed or not covered."""
    notes = []
    missing = take - states["answered"] - states["closed"]
    if missing:
        counted = [REASONS[state].filled(count=states[state]) for state in REASONS if states[state]]
        reasons = Words(", ".join(each.en for each in counted), "，".join(each.zh for each in counted))
        said = note("missing", missing=missing, take=take, reasons="{reasons}")
        en = said.message.replace("{reasons}", reasons.en)
        notes.append(Note(said.code, en, said.message_zh.replace("{reasons}", reasons.zh)))
    if states["closed"]:
        notes.append(note("closed", closed=states["closed"], take=take))
        if wanted.method == "ht" and wanted.quantity in ("mean", "rate"):
            notes.append(note("per-frame", frame_size=int(of.size or 0)))
    empty = of.design.answers == 0
    if of.group.sizes is not None:
        empty = empty & (of.group.sizes > 0)
    if empty.any():
        sizes = of.design.frame_size if of.group.sizes is None else of.group.sizes
        notes.append(note("not-covered", strata=of.names(empty), count=int(sizes[empty].sum())))
    if answers.reserves:
        notes.append(note("reserves", count=answers.reserves))
    return notes


def _unit(wanted: Wanted, of: Case) -> Words:
    if wanted.quantity == "ratio":
        return UNITS["ratio"].filled(numerator=wanted.y, denominator=wanted.denominator)
    if wanted.quantity == "total":
        return UNITS["count"] if wanted.y == VIOLATION and of.is_zero_one else UNITS["total"].filled(column=wanted.y)
    name = f"{wanted.quantity}-frame" if wanted.method == "ht" else wanted.quantity
    return UNITS[name].filled(column=wanted.y)
