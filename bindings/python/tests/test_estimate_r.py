"""suiji.estimate gives the numbers of R's survey and sampling, to ten digits (tests/r).

R's numbers are in tests/r/expected.csv. `./check r` computes them again and sets SUIJI_R to the new file.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from suiji import estimate

HERE = Path(__file__).resolve().parents[3] / "tests" / "r"
EXPECTED = Path(os.environ.get("SUIJI_R", HERE / "expected.csv"))


def rows(file: Path) -> list[dict[str, str]]:
    with open(file, encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def number(text: str) -> float | None:
    return float(text) if text else None


def survey() -> estimate.Survey:
    frame = rows(HERE / "frame.csv")
    columns: dict[str, list[Any]] = {name: [row[name] for row in frame] for name in frame[0]}
    for name in ("take", "frame_size"):
        columns[name] = [int(value) for value in columns[name]]
    found = rows(HERE / "results.csv")
    results: dict[str, list[Any]] = {name: [row[name] for row in found] for name in ("id", "task", "outcome")}
    for name in ("fine", "devices"):
        results[name] = [number(row[name]) for row in found]
    return estimate.Sample(columns).results(results)


def both(name: str, of: estimate.Estimate) -> Iterator[tuple[str, float | None]]:
    yield f"{name}.value", of.value
    yield f"{name}.se", of.standard_error


def ends(name: str, of: estimate.Estimate) -> Iterator[tuple[str, float | None]]:
    yield f"{name}.low", of.low
    yield f"{name}.high", of.high


def ours() -> Iterator[tuple[str, float | None]]:
    of = survey()
    total = of.total("fine", task="J1")[0]
    yield from both("total", total)
    yield "total.deff", total.design_effect
    yield from ends("total", total)
    yield from ends("total90", of.total("fine", task="J1", level="90%")[0])
    mean = of.mean("fine", task="J1")[0]
    yield from both("mean", mean)
    yield "mean.deff", mean.design_effect
    yield from both("rate", of.rate(task="J1")[0])
    yield from both("count", of.total(task="J1")[0])
    yield from both("ratio", of.ratio("fine", "devices", task="J1")[0])
    for each in of.total("fine", task="J1", by="stratum"):
        yield from both(f"class.total.{each.group}", each)
    for each in of.rate(task="J1", by="stratum"):
        yield from both(f"class.rate.{each.group}", each)
    for name, estimates in (
        ("total", of.total("fine", task="J1", by="district")),
        ("mean", of.mean("fine", task="J1", by="district")),
        ("ratio", of.ratio("fine", "devices", task="J1", by="district")),
        ("hajek", of.total("fine", task="J1", by="district", method="hajek")),
        ("ht", of.mean("fine", task="J1", by="district", method="ht")),
    ):
        for each in estimates:
            yield from both(f"district.{name}.{each.group}", each)
    yield from both("post.total", of.total("fine", task="J1", post="district")[0])
    yield from both("post.mean", of.mean("fine", task="J1", post="district")[0])
    yield "post.ratio.se", of.ratio("fine", "devices", task="J1", post="district")[0].standard_error
    assert total.standard_error is not None
    yield "sampling.ht", total.value
    yield "sampling.hajek", mean.value
    yield "sampling.ht.variance", total.standard_error**2
    for size, take in ((5, 2), (12, 12), (20, 7), (40, 39)):
        yield f"joint.{size}.{take}", float(estimate.Stratum("J1", "all", size, take).joint_probability)
    yield from both("difference", of.difference("J1", "N1", y="fine")[0])
    yield from both("difference.rate", of.difference("J1", "N1")[0])
    yield from both("independent", of.difference("J1", "N2", y="fine")[0])
    yield from both("missing.rate", of.rate(task="N2")[0])
    mean = of.mean("fine", task="N2")[0]
    yield from both("missing.mean", mean)
    yield from ends("missing.mean", mean)
    yield from both("missing.total", of.total("fine", task="N2")[0])
    yield from both("missing.ratio", of.ratio("fine", "devices", task="N2")[0])
    for each in of.rate(task="N2", by="stratum"):
        yield from both(f"missing.class.{each.group}", each)
    for size, take, found in (
        (60, 24, 5),
        (60, 24, 0),
        (250, 50, 50),
        (700, 35, 3),
        (12, 11, 4),
        (100_000, 300, 17),
    ):
        # n of N entities are inspected, and x of them have a violation.
        yield from ends(f"exact.{size}.{take}.{found}", alone(size, take, found).total(interval="exact")[0])
    for size, cases in ((100, 5), (700, 7), (12, 1), (50_000, 25)):
        yield f"find.{size}.{cases}.take", estimate.size_to_find(size, cases)
        yield f"find.{size}.{cases}.half", float(estimate.chance_to_find(size, cases, size // 2))


def alone(size: int, take: int, found: int) -> estimate.Survey:
    """One stratum."""
    ids = [f"F-{number}" for number in range(take)]
    sample = {"id": ids, "task": ["J1"] * take, "stratum": ["all"] * take, "state": ["selected"] * take}
    outcomes = ["violation"] * found + ["clear"] * (take - found)
    whole = {**sample, "take": [take] * take, "frame_size": [size] * take}
    return estimate.Sample(whole).results({"id": ids, "outcome": outcomes})


def test_every_number_of_r_to_ten_digits() -> None:
    expected = {row["name"]: float(row["value"]) for row in rows(EXPECTED)}
    found = dict(ours())
    assert found.keys() == expected.keys()
    for name, value in expected.items():
        assert found[name] == pytest.approx(value, rel=1e-10, abs=1e-12), name


def test_the_numbers_of_r_are_current() -> None:
    """The new numbers of `./check r` equal the checked-in numbers."""
    kept = {row["name"]: float(row["value"]) for row in rows(HERE / "expected.csv")}
    assert {row["name"]: float(row["value"]) for row in rows(EXPECTED)} == pytest.approx(kept, rel=1e-10, abs=1e-12)
