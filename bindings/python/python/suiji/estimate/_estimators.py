"""The estimators: answers of one task and one group → value, linearised values, variance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from suiji.estimate._variance import Array, Design


@dataclass(frozen=True)
class Group:
    """The entities whose estimate is wanted."""

    name: str
    member: Array
    """1 for each settled entity that belongs to it, otherwise 0."""
    sizes: Array | None
    """Its entities in the frame of each stratum, if they are known."""


@dataclass(frozen=True)
class Post:
    """Post-strata: the number of each settled entity's post-stratum, and the frame size of each post-stratum."""

    number: Array
    frame_size: Array


@dataclass(frozen=True)
class Point:
    """A value with the data for its variance."""

    value: float
    linear: Array
    """For each settled entity, the contribution of one unit of its weight to the error of the value."""
    weights: Array

    def variance(self, design: Design) -> float:
        """The estimated variance of the value."""
        return design.variance(self.weights * self.linear)


def point(design: Design, numerator: Array, denominator: Array | float, scale: float, post: Post | None) -> Point:
    """`scale` × (total of the numerator) / (total of the denominator), or / the denominator if that is a number.

    A ratio of two totals has the variance of the total of (y − R x) / X. With post-strata the weights are adjusted
    so that each post-stratum has its known size. Only the difference from its mean adds to the error.
    """
    weights = design.weight
    if post is not None:
        there = np.bincount(post.number, weights, len(post.frame_size))
        weights = weights * (post.frame_size / np.where(there > 0, there, 1))[post.number]
    top = float(weights @ numerator)
    if isinstance(denominator, float):
        bottom, linear = denominator, numerator / denominator if denominator else numerator * np.nan
    else:
        bottom = float(weights @ denominator)
        ratio = top / bottom if bottom else float("nan")
        linear = (numerator - ratio * denominator) / bottom if bottom else numerator * np.nan
    value = scale * top / bottom if bottom else float("nan")
    linear = scale * linear
    if post is not None:
        linear = _residuals(linear, design.weight, post)
    return Point(value, linear, weights)


def _residuals(values: Array, weights: Array, post: Post) -> Any:
    """The values without the weighted mean of their post-stratum."""
    groups = len(post.frame_size)
    there = np.bincount(post.number, weights, groups)
    means = np.bincount(post.number, weights * values, groups) / np.where(there > 0, there, 1)
    return values - means[post.number]
