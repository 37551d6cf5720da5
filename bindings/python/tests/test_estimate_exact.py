"""Exact intervals, chances and sizes, against enumeration."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from math import ceil, comb

import pytest

from suiji import estimate
from suiji.estimate._bounds import Part, bounds
from suiji.estimate._exact import at_most, interval

ERROR = Fraction(5, 100)


def chance(found: int, size: int, cases: int, take: int) -> Fraction:
    """The hypergeometric distribution, by its definition."""
    return Fraction(comb(cases, found) * comb(size - cases, take - found), comb(size, take))


def test_the_distribution_is_that_of_all_samples() -> None:
    size, cases, take = 8, 3, 4
    samples = [sum(one < cases for one in of) for of in combinations(range(size), take)]
    for found in range(-1, take + 2):
        counted = Fraction(sum(of <= found for of in samples), len(samples))
        assert at_most(found, size, cases, take) == counted


@pytest.mark.parametrize(("size", "take"), [(1, 1), (7, 3), (12, 5), (30, 11), (30, 29), (41, 20)])
def test_an_interval_is_right_at_least_as_often_as_stated_and_leaves_out_all_it_can(size: int, take: int) -> None:
    ends = [interval(found, size, take, ERROR) for found in range(take + 1)]
    for cases in range(size + 1):
        right = sum(chance(found, size, cases, take) for found, (low, high) in enumerate(ends) if low <= cases <= high)
        assert right >= 1 - ERROR
    for found, (low, high) in enumerate(ends):
        assert found <= low <= high <= size - take + found
        # With the next number on each side, such a sample would be too unlikely.
        if low > found:
            assert sum(chance(more, size, low - 1, take) for more in range(found, take + 1)) <= ERROR / 2
        if high < size - take + found:
            assert sum(chance(fewer, size, high + 1, take) for fewer in range(found + 1)) <= ERROR / 2


def test_a_joined_interval_is_right_at_least_as_often_as_stated() -> None:
    """Two strata with every number of cases in each, and one stratum that is completely known."""
    sizes, takes = (9, 7), (4, 3)
    worst = Fraction(1)
    for cases in product(*(range(size + 1) for size in sizes)):
        right = Fraction(0)
        for found in product(*(range(take + 1) for take in takes)):
            each = (chance(*of) for of in zip(found, sizes, cases, takes))
            first, second = each
            parts = [Part(size, take, of) for size, take, of in zip(sizes, takes, found)]
            low, high = bounds([*parts, Part(3, 3, 2)], ERROR)
            right += first * second if low <= sum(cases) + 2 <= high else 0
        worst = min(worst, right)
    assert 1 - ERROR <= worst < 1


def test_each_part_of_a_joined_interval_has_an_equal_share_of_the_error() -> None:
    parts = [Part(60, 24, 5), Part(250, 50, 12), Part(9, 9, 4)]
    ends = [interval(5, 60, 24, ERROR / 2), interval(12, 250, 50, ERROR / 2), (4, 4)]
    assert bounds(parts, ERROR) == (sum(low for low, _ in ends), sum(high for _, high in ends))
    assert bounds(parts[:1], ERROR) == interval(5, 60, 24, ERROR)


def test_a_million_entities_take_seconds_at_most() -> None:
    low, high = interval(40, 1_000_000, 2_000, ERROR)
    assert 10_000 < low < 20_000 < high < 30_000


def test_the_size_to_find_one_is_the_least() -> None:
    for size, cases in product(range(1, 15), range(1, 15)):
        if cases > size:
            continue
        chances = [1 - chance(0, size, cases, take) if take <= size else 1 for take in range(size + 1)]
        for wanted in (Fraction(1, 2), Fraction(9, 10), Fraction(999, 1000)):
            take = estimate.size_to_find(size, cases, wanted)
            assert chances[take] >= wanted > chances[take - 1]
        assert [estimate.chance_to_find(size, cases, take) for take in range(size + 1)] == chances


def test_a_planned_ratio_takes_the_planned_number_and_gives_the_width() -> None:
    sizes = {"high": 12, "elevated": 60, "general": 251, "low": 70_001}
    planned = estimate.plan_sizes(sizes, half_width="8%", rate="20%", level="90%")
    assert list(planned.minimum) == list(sizes) and planned.total == sum(row.take for row in planned.rows)
    for row in planned.rows:
        # The plan rounds up [C6].
        assert ceil(Fraction(row.ratio.rstrip("%")) / 100 * row.frame_size) == row.take
        expected = Fraction(20, 100) * row.take
        for found in {int(expected), ceil(expected)}:
            low, high = interval(found, row.frame_size, row.take, Fraction(10, 100))
            assert high - low <= 2 * Fraction(8, 100) * row.frame_size
        assert row.half_width <= Fraction(8, 100)
    # If three of four are found, a third more are selected, but never more than exist.
    more = estimate.plan_sizes(sizes, half_width="8%", rate="20%", level="90%", answering="75%")
    assert [row.take for row in more.rows] == [min(ceil(row.take * 4 / 3), row.frame_size) for row in planned.rows]


def test_a_plan_takes_the_strata_of_an_earlier_draw() -> None:
    strata = [estimate.Stratum("J1", "high", 12, 3), estimate.Stratum("J1", "low", 200, 10)]
    planned = estimate.plan_sizes(strata, half_width=0.1, rate=Fraction(1, 5))
    assert planned.columns["stratum"] == ["high", "low"] and planned.columns["frame_size"] == [12, 200]
    assert planned.columns == estimate.plan_sizes({"high": 12, "low": 200}, half_width="10%", rate="20%").columns
