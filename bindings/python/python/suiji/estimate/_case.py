"""The data for one estimate: the settled entities of a task, one group, and the quantity to estimate."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from suiji.estimate import _groups
from suiji.estimate._errors import Faults, refused
from suiji.estimate._estimates import Method, Quantity
from suiji.estimate._estimators import Group, Point, Post, point
from suiji.estimate._variance import Array, Design

if TYPE_CHECKING:
    from suiji.estimate._results import Answers, Selected
    from suiji.estimate._sample import Sample, Stratum


@dataclass(frozen=True)
class Wanted:
    """The quantity to estimate."""

    quantity: Quantity
    y: str
    denominator: str | None
    by: str | None
    method: Method
    post: str | None
    interval: str
    level: Fraction

    @property
    def is_rate_of(self) -> bool:
        """Whether the values must be 0 or 1."""
        return self.quantity == "rate" or self.interval == "exact"


@dataclass(frozen=True)
class Case:
    """The settled entities of a task, and one group of them."""

    strata: tuple[Stratum, ...]
    design: Design
    group: Group
    active: Array
    """1 for each entity with an answer, 0 for a closed one."""
    y: Array
    denominator: Array
    post: Post | None

    @property
    def size(self) -> float | None:
        """The entities of the group in the strata that have answers, if they are known."""
        sizes = self.group.sizes
        return None if sizes is None else float(sizes[self.design.answers > 0].sum())

    @property
    def is_zero_one(self) -> bool:
        """Whether all values are 0 or 1."""
        return bool(np.isin(self.y, (0, 1)).all())

    @property
    def open_strata(self) -> Array:
        """The strata that add to the error: not fully settled, and possibly with entities of the group."""
        open_strata = self.design.sampled
        return open_strata if self.group.sizes is None else open_strata & (self.group.sizes > 0)

    def names(self, strata: Array) -> str:
        """The names of some strata."""
        return ", ".join(of.stratum for of, there in zip(self.strata, strata) if there)

    def point(self, wanted: Wanted) -> Point:
        """The value, with the data for its variance."""
        numerator = self.y * self.active * self.group.member
        active = self.active * self.group.member
        if wanted.quantity == "ratio":
            return point(self.design, numerator, self.denominator * active, 1.0, self.post)
        if wanted.quantity == "total" and wanted.method == "hajek":
            return point(self.design, numerator, self.group.member, self._known(wanted), self.post)
        if wanted.quantity == "total":
            return point(self.design, numerator, 1.0, 1.0, self.post)
        if wanted.method == "ht":
            return point(self.design, numerator, self._known(wanted), 1.0, self.post)
        return point(self.design, numerator, active, 1.0, self.post)

    def _known(self, wanted: Wanted) -> float:
        if self.size is None:
            raise refused("estimate.frame-needed", column=wanted.by)
        return self.size


def case(
    sample: Sample, answers: Answers, wanted: Wanted, group: Group, kept: list[Selected], assumed: float = 0.0
) -> Case:
    """The case of one group. `kept` has the entities to use. Those without an answer have the assumed value."""
    active = np.array([of.state != "closed" for of in kept], dtype=float)
    missing = np.array([of.state not in ("answered", "closed") for of in kept], dtype=float)
    y = answers.values(wanted.y, kept)
    if wanted.is_rate_of:
        _check_zero_one(answers, wanted, kept)
    return Case(
        answers.strata,
        answers.design(kept),
        group,
        active,
        y + assumed * missing,
        np.ones(len(kept)) if wanted.denominator is None else answers.values(wanted.denominator, kept),
        None if wanted.post is None else _groups.post(sample, answers, kept, wanted.post),
    )


def _check_zero_one(answers: Answers, wanted: Wanted, kept: list[Selected]) -> None:
    faults = Faults()
    for of, value in zip(kept, answers.values(wanted.y, kept)):
        if value not in (0, 1):
            faults.add("estimate.not-zero-one", of.result, of.id, column=wanted.y, found=f"{value:g}")
    faults.check()
