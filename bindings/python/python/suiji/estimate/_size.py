"""Sample sizes: for an interval of a given width in each stratum, and to find at least one case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from statistics import NormalDist
from typing import TYPE_CHECKING

from suiji.estimate import _html
from suiji.estimate._errors import count, share
from suiji.estimate._exact import at_most, interval
from suiji.estimate._tables import Table

if TYPE_CHECKING:
    from suiji.estimate._sample import Stratum

#: The maximum number of entities of a frame in a plan of sizes. With more, the exact search takes too long.
MOST = 1_000_000


@dataclass(frozen=True)
class StratumSize:
    """The number of entities to select from one stratum."""

    stratum: str
    frame_size: int
    take: int
    """The entities to select, including those added for expected missing answers."""
    ratio: str
    """A ratio for `risk.minimum` of the plan that gives `take`, such as `40%` (rounded up there, rule [C6])."""
    half_width: Fraction
    """Half the width of the exact interval if the result is `rate`, as a share of the stratum."""


class Sizes(Table):
    """A plan of sample sizes: `rows` has one `StratumSize` for each stratum, `total` the sum of what they take."""

    def __init__(self, rows: Iterable[StratumSize], title: str) -> None:
        self._rows, self._title = tuple(rows), title
        names = ("stratum", "frame_size", "take", "ratio", "half_width")
        cells = {name: [getattr(row, name) for row in self._rows] for name in names}
        super().__init__({**cells, "half_width": [float(row.half_width) for row in self._rows]})

    @property
    def rows(self) -> tuple[StratumSize, ...]:
        """The strata, in the order given."""
        return self._rows

    @property
    def total(self) -> int:
        """The entities to select in all strata."""
        return sum(row.take for row in self._rows)

    @property
    def minimum(self) -> dict[str, str]:
        """The ratios for `risk.minimum` of the task in the plan."""
        return {row.stratum: row.ratio for row in self._rows}

    def __repr__(self) -> str:
        return f"suiji.estimate.Sizes(minimum={self.minimum!r}, total={self.total})"

    def _repr_html_(self) -> str:
        widths = [f"±{float(row.half_width):.1%}" for row in self._rows]
        names = {
            "层 stratum": "stratum",
            "抽样框 frame size": "frame_size",
            "抽取 take": "take",
            "比例 ratio": "ratio",
        }
        cells = {head: [getattr(row, name) for row in self._rows] for head, name in names.items()}
        return _html.table(f"{self._title}，合计 total {self.total}", {**cells, "精度 half width": widths})


def plan_sizes(
    strata: Mapping[str, int] | Iterable[Stratum],
    *,
    half_width: object,
    rate: object = "50%",
    level: object = "95%",
    answering: object | None = None,
) -> Sizes:
    """The ratio that gives a rate within ± `half_width` in each stratum.

    Args:
        strata: The entities in the frame of each stratum, or `sample.strata` of an earlier draw.
        half_width: The maximum half width of the interval, such as `"10%"`.
        rate: The expected rate. Use `"50%"` if nothing is known; this gives the largest sizes.
        level: The confidence level of the interval.
        answering: The share of the selected entities that will be found and inspected; by default all.

    The sizes are found with exact hypergeometric intervals, not with a formula for large samples: with `take`
    entities, half the width of the interval is at most `half_width` if the sample shows `rate`.

    Raises:
        EstimateError: A share or a frame size is not possible.

    >>> from suiji import estimate
    >>> estimate.plan_sizes({"high": 12, "low": 200}, half_width="10%", rate="20%")
    suiji.estimate.Sizes(minimum={'high': '83%', 'low': '25%'}, total=60)
    """
    width, expected, error = share("half_width", half_width), share("rate", rate), 1 - share("level", level)
    found = None if answering is None else share("answering", answering)
    sizes = dict(strata) if isinstance(strata, Mapping) else {of.stratum: of.frame_size for of in strata}
    sizes = {str(name): count(f"strata[{name!r}]", size, 1, MOST) for name, size in sizes.items()}
    rows = [_row(name, size, width, expected, error, found) for name, size in sizes.items()]
    return Sizes(rows, f"样本量 sample sizes：±{float(width):.1%}，{float(1 - error):.0%}")


def size_to_find(frame_size: int, cases: int, chance: object = "95%") -> int:
    """The least number of entities to select so that at least one of `cases` is found with probability `chance`.

    >>> from suiji import estimate
    >>> estimate.size_to_find(100, 5, "95%")
    45
    """
    size = count("frame_size", frame_size, 1, MOST)
    number = count("cases", cases, 1, size)
    wanted = share("chance", chance)
    low, high = 1, size - number + 1
    while low < high:
        middle = (low + high) // 2
        if chance_to_find(size, number, middle) >= wanted:
            high = middle
        else:
            low = middle + 1
    return low


def chance_to_find(frame_size: int, cases: int, take: int) -> Fraction:
    """The exact probability that at least one of `cases` is among `take` of `frame_size` entities.

    >>> from suiji import estimate
    >>> estimate.chance_to_find(10, 2, 3)
    Fraction(8, 15)
    """
    size = count("frame_size", frame_size, 1, MOST)
    number, taken = count("cases", cases, 0, size), count("take", take, 0, size)
    return 1 - at_most(0, size, number, taken)


def _row(
    name: str, size: int, width: Fraction, expected: Fraction, error: Fraction, answering: Fraction | None
) -> StratumSize:
    # The formula for large samples, as a start: n = n0 / (1 + (n0 − 1) / N) with n0 = z² p (1 − p) / e².
    z = NormalDist().inv_cdf(float(1 - error / 2))
    n0 = z * z * float(expected * (1 - expected)) / float(width) ** 2
    take = min(max(ceil(n0 / (1 + (n0 - 1) / size)), 1), size)
    while take < size and _half_width(size, take, expected, error) > width:
        take += 1
    while take > 1 and _half_width(size, take - 1, expected, error) <= width:
        take -= 1
    half = _half_width(size, take, expected, error)
    if answering is not None:
        take = min(ceil(take / answering), size)
    return StratumSize(name, size, take, _ratio(take, size), half)


def _half_width(size: int, take: int, expected: Fraction, error: Fraction) -> Fraction:
    """Half the width of the exact interval: the wider one of the two counts next to the expected one."""
    both = {floor(expected * take), ceil(expected * take)}
    bounds = (interval(found, size, take, error) for found in both)
    return max(Fraction(high - low, 2 * size) for low, high in bounds)


def _ratio(take: int, size: int) -> str:
    """The shortest ratio whose product with the size, rounded up, is `take`."""
    for digits in range(7):
        unit = 10**digits
        # The greatest ratio with this number of digits that is not above take / size.
        most = 100 * unit * take // size
        if most and -(-most * size // (100 * unit)) == take:
            whole, rest = divmod(most, unit)
            fraction = f"{rest:0{digits}}".rstrip("0") if digits else ""
            return f"{whole}.{fraction}%" if fraction else f"{whole}%"
    raise AssertionError("a frame has at most a million entities")
