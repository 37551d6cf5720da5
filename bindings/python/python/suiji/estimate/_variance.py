"""The variance of a total in a stratified simple random sample without replacement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

Array = Any
"""A `numpy.ndarray`. numpy 1 and 2 have different names for its types."""


@dataclass(frozen=True)
class Design:
    """The answers of one task: the stratum number of each answer; for each stratum, N and the number of answers."""

    stratum: Array
    frame_size: Array
    answers: Array

    @property
    def weight(self) -> Array:
        """N / m for each answer, where m is the number of answers in its stratum."""
        return (self.frame_size / np.maximum(self.answers, 1))[self.stratum]

    @property
    def sampled(self) -> Array:
        """The strata that have an error: not all of their entities answered."""
        return (self.answers > 0) & (self.answers < self.frame_size)

    def variance(self, values: Array) -> float:
        """The estimated variance of the total of `values`. They are already weighted.

        sum over strata of (1 − m/N) · m/(m − 1) · sum (u − mean u)²; `nan` if a stratum has one answer and is not full.
        """
        return self.covariance(values, values)

    def covariance(self, one: Array, other: Array) -> float:
        """The estimated covariance of two totals over the same answers."""
        if np.any(self.sampled & (self.answers < 2)):
            return float("nan")
        strata = len(self.frame_size)
        size = np.maximum(self.answers, 1)
        means = [np.bincount(self.stratum, values, strata) / size for values in (one, other)]
        product = (one - means[0][self.stratum]) * (other - means[1][self.stratum])
        within = np.bincount(self.stratum, product, strata)
        factor = np.where(self.sampled, (1 - self.answers / self.frame_size) * size / np.maximum(size - 1, 1), 0.0)
        return float(factor @ within)

    def freedom(self, kept: Array) -> int:
        """The degrees of freedom: answers minus strata, of the strata that have an error and answers that are kept."""
        there = np.bincount(self.stratum, kept, len(self.frame_size)) > 0
        return int(np.sum((self.answers - 1)[self.sampled & there]))


def simple_random(values: Array, weights: Array) -> float:
    """The variance of the total of `values` if the same number of entities were drawn without strata.

    The variance of the values in the population is estimated with the weights.
    """
    size, frame_size = len(values), float(np.sum(weights))
    if size < 2:
        return float("nan")
    mean = float(weights @ values) / frame_size
    spread = float(weights @ (values - mean) ** 2) / frame_size * size / (size - 1)
    return frame_size**2 * (1 - size / frame_size) * spread / size
