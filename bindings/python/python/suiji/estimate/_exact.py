"""Exact intervals and chances of a simple random sample without replacement: hypergeometric, in integers."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from math import comb

Holds = Callable[[int], bool]


def at_most(found: int, frame_size: int, cases: int, take: int) -> Fraction:
    """The exact probability of finding at most `found` of `cases` among `take` of `frame_size` entities."""
    least, most = max(0, take - (frame_size - cases)), min(take, cases)
    if found < least:
        return Fraction(0)
    if found >= most:
        return Fraction(1)
    every = comb(frame_size, take)
    # The shorter tail is added up, with each term computed from the previous one.
    if found - least <= most - found:
        return Fraction(_terms(least, found, frame_size, cases, take), every)
    return 1 - Fraction(_terms(found + 1, most, frame_size, cases, take), every)


def _terms(first: int, last: int, frame_size: int, cases: int, take: int) -> int:
    """The number of samples with `first` to `last` cases."""
    others = frame_size - cases
    term = comb(cases, first) * comb(others, take - first)
    whole = term
    for found in range(first, last):
        term = term * (cases - found) * (take - found) // ((found + 1) * (others - take + found + 1))
        whole += term
    return whole


@lru_cache(maxsize=1024)
def interval(found: int, frame_size: int, take: int, error: Fraction) -> tuple[int, int]:
    """The least and the greatest number of cases in the frame that are compatible with the sample.

    Both tails are inverted, as Clopper and Pearson do for the binomial distribution: a number of cases is left out if
    the found number, or a more extreme one, has a probability of at most `error` / 2.
    """
    half = error / 2
    least, most = found, frame_size - (take - found)
    low = _first(least, most, lambda cases: 1 - at_most(found - 1, frame_size, cases, take) > half)
    # Searched from the top down, for the greatest one that still holds.
    high = -_first(-most, -least, lambda negative: at_most(found, frame_size, -negative, take) > half)
    return low, high


def _first(low: int, high: int, holds: Holds) -> int:
    """The least number from `low` to `high` that satisfies `holds`. All greater ones satisfy it, and so does `high`."""
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low
