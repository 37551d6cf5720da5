"""Ten thousand draws with a fixed seed: estimates are unbiased, their variances too, and intervals are right as stated.

A share p in R draws has the standard error sqrt(p (1 − p) / R). Four standard errors are allowed. The population is
invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from typing import Any

import numpy as np
import pytest

from suiji import estimate

Array = Any
DRAWS = 10_000
#: Stratum: entities, taken, rate of violations.
STRATA = {"high": (6, 6, 0.5), "general": (50, 20, 0.4), "low": (140, 28, 0.2)}


class Population:
    """The true values of all entities."""

    def __init__(self) -> None:
        chance = np.random.Generator(np.random.PCG64(18))
        self.stratum = np.repeat(list(STRATA), [size for size, _, _ in STRATA.values()])
        rates = np.repeat([rate for _, _, rate in STRATA.values()], [size for size, _, _ in STRATA.values()])
        self.ids = np.array([f"F-{number:03}" for number in range(len(self.stratum))])
        self.violation = (chance.random(len(self.ids)) < rates).astype(int)
        self.devices = chance.integers(1, 10, len(self.ids))
        self.fine = self.violation * self.devices * chance.random(len(self.ids))
        self.district = chance.choice(list("AB"), len(self.ids), p=(0.6, 0.4))

    def sample(self, selected: Array) -> dict[str, list[object]]:
        """The table of a sample: a row for each selected entity."""
        stratum = self.stratum[selected]
        return {
            "id": self.ids[selected].tolist(),
            "task": ["J1"] * len(selected),
            "stratum": stratum.tolist(),
            "district": self.district[selected].tolist(),
            "state": ["selected"] * len(selected),
            "take": [STRATA[name][1] for name in stratum],
            "frame_size": [STRATA[name][0] for name in stratum],
        }

    def results(self, selected: Array) -> dict[str, list[object]]:
        return {
            "id": self.ids[selected].tolist(),
            "violation": self.violation[selected].tolist(),
            "fine": self.fine[selected].tolist(),
            "devices": self.devices[selected].tolist(),
        }


def draws(population: Population, seed: int, count: int) -> Iterator[Array]:
    """Simple random samples of each stratum."""
    chance = np.random.Generator(np.random.PCG64(seed))
    places = {name: np.flatnonzero(population.stratum == name) for name in STRATA}
    for _ in range(count):
        yield np.concatenate([chance.permutation(places[name])[: STRATA[name][1]] for name in STRATA])


def error(share: float, count: int = DRAWS) -> float:
    """The standard error of a share that is seen in some draws."""
    return sqrt(share * (1 - share) / count)


Seen = dict[str, "list[tuple[float, float, bool]]"]


def look(seen: Seen, name: str, truth: float, of: estimate.Estimate) -> None:
    """Keeps the value, the estimated variance, and whether the interval contains the true value."""
    assert of.low is not None and of.high is not None and of.standard_error is not None
    seen.setdefault(name, []).append((of.value, of.standard_error**2, of.low <= truth <= of.high))


def test_ten_thousand_draws() -> None:
    of = Population()
    here = of.district == "A"
    truths = {
        "devices": of.devices.sum(),
        "violations": of.violation.sum(),
        "ratio": of.fine.sum() / of.devices.sum(),
        "rate in A": of.violation[here].mean(),
    }
    seen: Seen = {}
    for number, selected in enumerate(draws(of, 1, DRAWS)):
        survey = estimate.Sample(of.sample(selected)).results(of.results(selected))
        look(seen, "devices", truths["devices"], survey.total("devices")[0])
        look(seen, "violations", truths["violations"], survey.total(interval="exact")[0])
        # Linearised estimates take longer, so they are made only for every fifth draw.
        if number % 5 == 0:
            look(seen, "ratio", truths["ratio"], survey.ratio("fine", "devices")[0])
            in_a = next(each for each in survey.rate(by="district", interval="t") if each.group == "A")
            look(seen, "rate in A", truths["rate in A"], in_a)
    for name, truth in truths.items():
        values, variances, right = (np.array(column) for column in zip(*seen[name]))
        count, spread = len(values), float(values.std(ddof=1))
        print(f"{name}: {right.mean():.2%} of {count} intervals are right, ± {error(0.95, count):.2%}")
        # A ratio has a bias and an error of its variance of the order of 1 / answers.
        is_ratio = name in ("ratio", "rate in A")
        assert abs(values.mean() - truth) < 4 * spread / sqrt(count) + is_ratio * 0.05 * spread, name
        of_variance = sqrt((variances.var() + 2 * spread**4) / count)
        assert abs(variances.mean() - spread**2) < 4 * of_variance + is_ratio * 0.1 * spread**2, name
        assert right.mean() > 0.95 - 4 * error(0.95, count) - is_ratio * 0.05, name
    # For values that are not skewed, t is right exactly as often as stated.
    right = np.array([of for _, _, of in seen["devices"]])
    assert abs(right.mean() - 0.95) < 4 * error(0.95)


@pytest.mark.parametrize("takes", [(20, 20), (12, 30)])
def test_the_error_of_a_difference_of_tasks_that_share_tickets(takes: tuple[int, int]) -> None:
    """Nested samples of one frame: the estimated variance is that of the draws, and less than of independent ones."""
    of = Population()
    places = np.flatnonzero(of.stratum == "general")
    other = of.devices * (0.5 + of.violation)
    chance = np.random.Generator(np.random.PCG64(2))
    count = DRAWS // 5
    found = []
    for _ in range(count):
        order = chance.permutation(places)
        samples = [order[:take] for take in takes]
        names = ("J1", "N1")
        columns: dict[str, list[Any]] = {
            "id": [of.ids[place] for each in samples for place in each],
            "task": [task for task, each in zip(names, samples) for _ in each],
            "ticket": [f"{of.ids[place]}" for each in samples for place in each],
            "take": [len(each) for each in samples for _ in each],
            "y": [float(y[place]) for y, each in zip((of.devices, other), samples) for place in each],
        }
        rows = len(columns["id"])
        fixed = {"stratum": ["general"] * rows, "state": ["selected"] * rows, "frame_size": [len(places)] * rows}
        whole = {**columns, **fixed}
        survey = estimate.Sample(whole).results({name: columns[name] for name in ("id", "task", "y")})
        each = survey.difference("J1", "N1", y="y")[0]
        assert each.standard_error is not None and each.design_effect is not None
        found.append((each.value, each.standard_error**2, each.design_effect))
    values, variances, effects = (np.array(column) for column in zip(*found))
    truth = of.devices[places].mean() - other[places].mean()
    spread = float(values.std(ddof=1))
    assert abs(values.mean() - truth) < 4 * spread / sqrt(count)
    of_variance = sqrt((variances.var() + 2 * spread**4) / count)
    assert abs(variances.mean() - spread**2) < 4 * of_variance
    assert effects.mean() < 0.9
