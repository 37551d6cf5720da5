"""Strata with their exact probabilities and weights, and these as columns."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from suiji.estimate import _html
from suiji.estimate._tables import Table


@dataclass(frozen=True)
class Stratum:
    """One stratum of one task: a simple random sample of `take` of `frame_size` entities, without replacement."""

    task: str
    stratum: str
    frame_size: int
    """The entities in the frame, N."""
    take: int
    """The entities selected, n."""

    @property
    def probability(self) -> Fraction:
        """The exact inclusion probability of each entity, n / N."""
        return Fraction(self.take, self.frame_size)

    @property
    def joint_probability(self) -> Fraction:
        """The exact probability that two given entities are both selected, n(n − 1) / (N(N − 1)); 0 if N is 1."""
        if self.frame_size < 2:
            return Fraction(0)
        return Fraction(self.take * (self.take - 1), self.frame_size * (self.frame_size - 1))

    @property
    def weight(self) -> Fraction | None:
        """The design weight N / n: how many entities of the frame one selected entity represents."""
        return Fraction(self.frame_size, self.take) if self.take else None


class Inclusion(Table):
    """Inclusion probabilities and design weights, one row for each entity; read as Arrow, or as `columns`.

    The columns are `id`, `task`, `stratum`, `state`, `probability` and `weight` (float64), `exact` (`n/N` as a text),
    and `joint`: the probability that the entity and one other of its stratum are both selected.
    """

    def _repr_html_(self) -> str:
        return _html.table("入样概率 inclusion probabilities", self.columns)
