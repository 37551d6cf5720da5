"""Joint inclusion probabilities, against all orders of the tickets."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import permutations

import pytest

from suiji import estimate

Frames = dict[str, "tuple[str, int]"]


def sample(frames: Frames, tickets: dict[str, dict[str, str]] | None = None) -> estimate.Sample:
    """A sample of one stratum for each task: its entities, each a letter, and how many are taken."""
    columns: dict[str, list[object]] = {
        name: [] for name in ("id", "task", "stratum", "state", "take", "frame_size", "ticket")
    }
    for task, (ids, take) in frames.items():
        for place, id in enumerate(ids):
            ticket = (tickets or {}).get(task, {}).get(id, f"{ord(id):02x}")
            state = "selected" if place < take else "in_frame"
            for name, value in zip(columns, (id, task, "all", state, take, len(ids), ticket)):
                columns[name].append(value)
    return estimate.Sample(columns)


def counted(frames: Frames, first: tuple[str, str], second: tuple[str, str]) -> Fraction:
    """The share of all orders of the entities in which both are among the first of their task."""

    def is_selected(order: Iterable[str], of: tuple[str, str]) -> bool:
        ids, take = frames[of[1]]
        return of[0] in [id for id in order if id in ids][:take]

    orders = list(permutations(sorted({id for ids, _ in frames.values() for id in ids})))
    return Fraction(sum(is_selected(order, first) and is_selected(order, second) for order in orders), len(orders))


@pytest.mark.parametrize(
    "frames",
    [
        {"J1": ("abcde", 2), "N1": ("abcde", 4)},
        {"J1": ("abcd", 3), "N1": ("cdef", 1)},
        {"J1": ("abcdef", 2), "N1": ("cd", 1)},
        {"J1": ("abc", 1), "N1": ("cdefg", 3)},
        {"J1": ("abc", 2), "N1": ("def", 1)},
        {"J1": ("abcd", 0), "N1": ("abce", 4)},
    ],
)
def test_of_tasks_that_share_tickets_all_orders_are_counted(frames: Frames) -> None:
    of = sample(frames)
    for first in frames["J1"][0]:
        for second in frames["N1"][0]:
            pair = ((first, "J1"), (second, "N1"))
            assert of.joint(*pair).probability == counted(frames, *pair)
            assert of.joint(*reversed(pair)).probability == of.joint(*pair).probability
    for task, (ids, _) in frames.items():
        pair = ((ids[0], task), (ids[1], task))
        assert of.joint(*pair).probability == counted(frames, *pair)
        assert of.joint(pair[0], pair[0]).probability == of.probability(ids[0], task)


def test_tasks_with_tickets_of_their_own_are_independent() -> None:
    frames = {"J1": ("abcd", 2), "N1": ("abcd", 3)}
    own = sample(frames, {"N1": {id: f"9{id}" for id in "abcd"}})
    joint = own.joint(("a", "J1"), ("a", "N1"))
    assert joint.probability == Fraction(1, 2) * Fraction(3, 4)
    assert joint.why.startswith("two tasks with tickets of their own") and "各自独立" in joint.why_zh
    shared = sample(frames).joint(("a", "J1"), ("a", "N1"))
    assert shared.probability == Fraction(1, 2) and "min(2, 3) / 4" in shared.why


def test_joint_probabilities_of_a_task_add_up_to_its_size() -> None:
    """The sum over the other entities is (n − 1) times the probability of the one."""
    of = sample({"J1": ("abcdefg", 3)})
    others = sum(of.joint(("a", "J1"), (id, "J1")).probability for id in "bcdefg")
    assert others == 2 * of.probability("a", "J1")


def test_columns_have_probabilities_and_weights() -> None:
    columns = sample({"J1": ("abcde", 2), "N1": ("xy", 0)}).inclusion().columns
    assert columns["id"] == list("abcdexy")
    assert columns["exact"] == ["2/5"] * 5 + ["0/2"] * 2
    assert columns["probability"] == [0.4] * 5 + [0.0] * 2
    assert columns["joint"] == [0.1] * 5 + [0.0] * 2
    assert columns["weight"] == [2.5] * 5 + [None] * 2


def test_strata_that_are_too_large_are_refused_with_their_size() -> None:
    ids = [chr(0x4E00 + number) for number in range(3000)]
    frames = {"J1": ("".join(ids[:2000]), 300), "N1": ("".join(ids[1000:]), 400)}
    with pytest.raises(estimate.EstimateError, match="joint-too-large"):
        sample(frames).joint((ids[0], "J1"), (ids[2500], "N1"))
