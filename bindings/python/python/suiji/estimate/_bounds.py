"""Exact intervals over several strata, for 0/1."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from suiji.estimate._exact import interval

#: By default the exact interval is used if there is one stratum with fewer answers than this,
FEW = 30
#: or if fewer answers than this are 1, or 0.
RARE = 5


@dataclass(frozen=True)
class Part:
    """A group within one stratum: its entities, those with an answer, and those with the answer 1."""

    frame_size: int
    answers: int
    found: int

    @property
    def is_open(self) -> bool:
        """Whether entities without an answer are left."""
        return self.answers < self.frame_size


def bounds(parts: list[Part], error: Fraction) -> tuple[int, int]:
    """The least and the greatest number of 1 in all parts together.

    Each part that is not known in full gets an equal share of the error (Bonferroni), so that all their intervals hold
    together at least as often as stated. A single part has the whole error.
    """
    unknown = sum(of.is_open for of in parts)
    low = high = 0
    for of in parts:
        if not of.is_open:
            low, high = low + of.found, high + of.found
        else:
            least, most = interval(of.found, of.frame_size, of.answers, error / unknown)
            low, high = low + least, high + most
    return low, high
