"""The difference of two tasks, with the covariance that shared tickets cause [D1]."""

from __future__ import annotations

from fractions import Fraction
from math import isnan, sqrt
from typing import TYPE_CHECKING

import numpy as np

from suiji.estimate._case import Case, Wanted, case
from suiji.estimate._errors import refused
from suiji.estimate._estimates import Estimate, Note, note
from suiji.estimate._estimators import Point
from suiji.estimate._groups import groups
from suiji.estimate._interval import quantile
from suiji.estimate._joint import common, coordinated, equal
from suiji.estimate._one import estimate
from suiji.estimate._texts import UNITS

if TYPE_CHECKING:
    from suiji.estimate._results import Answers, Selected
    from suiji.estimate._sample import Sample, Stratum


def difference(sample: Sample, one: Answers, other: Answers, y: str, level: Fraction) -> Estimate:
    """The mean of the one task minus that of the other."""
    wanted = Wanted("mean", y, None, None, "hajek", None, "t", level)
    sides = [_side(sample, answers, wanted) for answers in (one, other)]
    estimates = [estimate(sample, answers, wanted, side[0].group) for answers, side in zip((one, other), sides)]
    variances = [point.variance(of.design) for of, point in sides]
    shared = coordinated(sample, one.task, other.task)
    notes = [note("nested" if shared else "independent")]
    covariance = _covariance(sample, (one, other), sides, notes) if shared else 0.0
    variance = sum(variances) - 2 * covariance
    value = sides[0][1].value - sides[1][1].value
    freedom = min(of.freedom for of in estimates)
    error = None if isnan(variance) else sqrt(max(variance, 0.0))
    known = all(of.interval == "known" for of in estimates)
    reach = 0.0 if known else None
    if error is not None and not known and freedom > 0:
        reach = quantile(level, freedom) * error
    independent = sum(variances)
    return Estimate(
        task=f"{one.task} − {other.task}",
        group="",
        quantity="difference",
        method="hajek",
        value=value,
        standard_error=error,
        low=None if reach is None else value - reach,
        high=None if reach is None else value + reach,
        level=level,
        interval="known" if known else "none" if reach is None else "t",
        freedom=freedom,
        unit=UNITS["difference"].en,
        unit_zh=UNITS["difference"].zh,
        frame_size=sum(of.frame_size for of in estimates),
        take=sum(of.take for of in estimates),
        answered=sum(of.answered for of in estimates),
        closed=sum(of.closed for of in estimates),
        missing=sum(of.missing for of in estimates),
        design_effect=variance / independent if independent > 0 else None,
        if_all_clear=None,
        if_all_violations=None,
        notes=tuple(dict.fromkeys([*notes, *(each for of in estimates for each in of.notes)])),
    )


def _side(sample: Sample, answers: Answers, wanted: Wanted) -> tuple[Case, Point]:
    kept = answers.settled
    (group,) = groups(sample, answers, kept, None)
    of = case(sample, answers, wanted, group, kept)
    return of, of.point(wanted)


def _covariance(
    sample: Sample, tasks: tuple[Answers, Answers], sides: list[tuple[Case, Point]], notes: list[Note]
) -> float:
    """The covariance of both values.

    In a stratum of both tasks with m1 and m2 answers, of which m12 are from the same entities, it is
    N² (m12 / (m1 m2) − 1 / N) times the covariance of the entities. Of nested samples the factor is that of the larger.
    """
    whole = 0.0
    for ours in tasks[0].strata:
        for theirs in tasks[1].strata:
            if equal(sample, ours, theirs) and ours.stratum == theirs.stratum:
                whole += _of_stratum(ours, theirs, tasks, sides)
                complete = sample.is_complete(ours.task) and sample.is_complete(theirs.task)
                if not complete and note("nested-assumed") not in notes:
                    notes.append(note("nested-assumed"))
            elif ours.stratum == theirs.stratum or common(sample, ours, theirs):
                raise refused("estimate.frames-differ", first=ours.task, second=theirs.task)
    return whole


def _of_stratum(
    ours: Stratum, theirs: Stratum, tasks: tuple[Answers, Answers], sides: list[tuple[Case, Point]]
) -> float:
    mine, its = (_linear(answers, side[1], of) for answers, side, of in zip(tasks, sides, (ours, theirs)))
    both = sorted(mine.keys() & its.keys())
    if not mine or not its:
        return 0.0
    size = ours.frame_size
    factor = size**2 * (len(both) / (len(mine) * len(its)) - 1 / size)
    if abs(factor) < 1e-12 * size:
        return 0.0
    if len(both) < 2:
        return float("nan")
    values = np.array([[mine[id] for id in both], [its[id] for id in both]])
    return factor * float(np.cov(values)[0, 1])


def _linear(answers: Answers, found: Point, of: Stratum) -> dict[str, float]:
    """The linearised values of the settled entities of one stratum, by id."""
    kept: list[Selected] = answers.settled
    return {each.id: float(value) for each, value in zip(kept, found.linear) if answers.strata[each.stratum] == of}
