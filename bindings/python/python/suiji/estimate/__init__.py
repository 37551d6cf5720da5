"""Estimates from a sample: exact inclusion probabilities, estimates with intervals, and sample sizes.

It uses the table of a draw, `record.sample(sealed)`, and the results of the inspections. It needs
numpy and scipy: `pip install 'suiji[estimate]'`. Probabilities are exact; estimates are computed in floating point.

>>> from suiji import estimate
>>> sample = estimate.Sample({
...     "id": ["F-1", "F-2", "F-3", "F-4", "F-5"], "task": ["J1"] * 5,
...     "stratum": ["high", "low", "low", "low", "low"],
...     "state": ["selected", "selected", "selected", "in_frame", "in_frame"],
...     "take": [1, 2, 2, 2, 2], "frame_size": [1, 4, 4, 4, 4],
... })
>>> survey = sample.results({"id": ["F-1", "F-2", "F-3"], "outcome": ["violation", "violation", "clear"]})
>>> for found in survey.total(by="stratum"):
...     print(found, "-", found.interval)
high: 1 entities (1 to 1, 0.95) - known
low: 2 entities (1 to 3, 0.95) - exact
"""

from __future__ import annotations

from suiji.estimate._errors import EstimateError, refused

try:
    import numpy as _numpy  # noqa: F401
    import scipy as _scipy  # type: ignore[import-untyped]  # noqa: F401
except ImportError as _missing:
    raise ImportError(
        str(refused("estimate.package-missing", found=_missing.name, install="suiji[estimate]"))
    ) from None

from suiji.estimate._estimates import Estimate, Estimates, Note
from suiji.estimate._joint import Joint
from suiji.estimate._sample import Inclusion, Sample, Stratum
from suiji.estimate._size import Sizes, StratumSize, chance_to_find, plan_sizes, size_to_find
from suiji.estimate._survey import Survey

__all__ = [
    "Estimate",
    "EstimateError",
    "Estimates",
    "Inclusion",
    "Joint",
    "Note",
    "Sample",
    "Sizes",
    "Stratum",
    "StratumSize",
    "Survey",
    "chance_to_find",
    "plan_sizes",
    "size_to_find",
]
