"""The interval of one estimate: t, exact, or none, with its notes."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import sqrt

import numpy as np
from scipy import stats  # type: ignore[import-untyped]

from suiji.estimate._bounds import FEW, RARE, Part, bounds
from suiji.estimate._case import Case, Wanted
from suiji.estimate._estimates import Interval, Note, note
from suiji.estimate._estimators import Point

Found = tuple[Interval, "float | None", "float | None", "list[Note]"]
"""The kind, the lower and the upper end, and notes."""


def between(case: Case, wanted: Wanted, found: Point, variance: float) -> Found:
    """The interval of an estimate."""
    if np.isnan(found.value):
        return "none", None, None, [note("empty")]
    open_strata = case.open_strata
    if not open_strata.any():
        return "known", found.value, found.value, [note("full")]
    notes: list[Note] = []
    reason = _reason(case)
    is_rate = case.is_zero_one and wanted.quantity != "ratio"
    if is_rate and (wanted.interval == "exact" or (wanted.interval == "auto" and reason is not None)):
        ends = _exact(case, wanted, notes)
        if ends is not None:
            if wanted.interval == "auto" and reason is not None:
                notes.insert(0, reason)
            return "exact", min(ends[0], found.value), max(ends[1], found.value), notes
    if np.isnan(variance):
        single = case.design.sampled & (case.design.answers < 2)
        return "none", None, None, [*notes, note("single", strata=case.names(single))]
    freedom = case.design.freedom(case.group.member)
    if freedom < 1:
        return "none", None, None, notes
    reach = quantile(wanted.level, freedom) * sqrt(variance)
    low, high = found.value - reach, found.value + reach
    if is_rate:
        # The number is at least the number found.
        low = max(low, float((case.y * case.active * case.group.member).sum()) if wanted.quantity == "total" else 0.0)
        high = high if wanted.quantity == "total" else min(high, 1.0)
    return "t", low, high, notes


def _reason(case: Case) -> Note | None:
    """The reason why t would be a poor approximation for 0/1, if any."""
    answers = case.design.answers[case.open_strata]
    if len(answers) == 1 and answers[0] < FEW:
        return note("few", least=FEW)
    here = case.open_strata[case.design.stratum] & (case.active * case.group.member > 0)
    ones = int(case.y[here].sum())
    return note("rare", least=RARE) if min(ones, int(here.sum()) - ones) < RARE else None


@lru_cache(maxsize=1024)
def quantile(level: Fraction, freedom: int) -> float:
    """The number of standard errors on each side of a t interval."""
    return float(stats.t.ppf(float(1 + level) / 2, freedom))


def _exact(case: Case, wanted: Wanted, notes: list[Note]) -> tuple[float, float] | None:
    """The ends of the exact interval, or `None` if the table does not show the sizes that it needs."""
    sizes, per_active = case.group.sizes, wanted.quantity != "total" and wanted.method != "ht"
    if sizes is None and wanted.quantity != "total":
        notes.append(note("no-exact"))
        return None
    parts, whole = [], 0
    for number in np.flatnonzero(case.design.answers > 0):
        here = (case.design.stratum == number) & (case.group.member > 0)
        size = int(case.design.frame_size[number] if sizes is None else sizes[number])
        # For a group of unknown size, all entities of the stratum are used. Those of other groups
        # count as 0.
        answers = int(case.design.answers[number]) if sizes is None else int(here.sum())
        closed = int((here & (case.active == 0)).sum()) if per_active else 0
        parts.append(Part(size - closed, answers - closed, int(case.y[here].sum())))
        whole += size - closed
    low, high = bounds(parts, 1 - wanted.level)
    unknown = sum(of.is_open for of in parts)
    if unknown > 1:
        notes.append(note("joined", count=unknown))
    if per_active and (case.active * case.group.member).sum() < case.group.member.sum():
        notes.append(note("closed-exact"))
    if wanted.quantity == "total":
        return float(low), float(high)
    return (low / whole, high / whole) if whole else None
