"""Joint inclusion probabilities of two entities, exact, within a task and under coordination [D1] [D3]."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import factorial
from typing import TYPE_CHECKING

from suiji.estimate._errors import refused
from suiji.estimate._texts import JOINTS

if TYPE_CHECKING:
    from suiji.estimate._sample import Sample, Stratum

#: The maximum number of steps of a count over all orders of tickets.
MOST = 2_000_000


@dataclass(frozen=True)
class Joint:
    """The probability that two entities are both selected."""

    probability: Fraction
    why: str
    """Its derivation from the draw, in English."""
    why_zh: str
    """The same in Chinese."""

    def __float__(self) -> float:
        return float(self.probability)


def joint(sample: Sample, first: tuple[str, str], second: tuple[str, str]) -> Joint:
    """The joint probability of two pairs of id and task."""
    one, other = sample._stratum(*first), sample._stratum(*second)
    product = one.probability * other.probability
    if first[1] == second[1]:
        if first[0] == second[0]:
            return _said("same", one.probability)
        if one == other:
            return _said("stratum", one.joint_probability, take=one.take, frame_size=one.frame_size)
        return _said("strata", product)
    if not coordinated(sample, first[1], second[1]):
        return _said("tasks", product)
    if equal(sample, one, other):
        return _nested(one, other, first[0] == second[0])
    if _are_disjoint(sample, one, other):
        return _said("disjoint", product)
    return _overlapping(sample, one, other, first[0], second[0])


def coordinated(sample: Sample, first: str, second: str) -> bool:
    """Whether two tasks share tickets. Then an entity in both tables has the same ticket [D1]."""
    key = frozenset((first, second))
    if key not in sample._shared:
        sample._shared[key] = _have_one_ticket(sample, first, second)
    return sample._shared[key]


def _have_one_ticket(sample: Sample, first: str, second: str) -> bool:
    """Compares the tickets of an entity that is in the frames of both tasks."""
    ours, theirs = ({of: _ids(sample, of) for of in sample.strata if of.task == task} for task in (first, second))
    shared = frozenset().union(*ours.values()) & frozenset().union(*theirs.values())
    tickets = sample._columns.get("ticket", [])
    for id in shared if tickets else ():
        pair = [tickets[sample._rows[id, task]] for task in (first, second)]
        if None not in pair:
            return bool(pair[0] == pair[1])
    if shared or not all(sample.is_complete(task) for task in (first, second)):
        raise refused("estimate.tickets-missing", first=first, second=second)
    return False


def equal(sample: Sample, one: Stratum, other: Stratum) -> bool:
    """Whether two strata have the same entities, as far as the table shows."""
    ours, theirs = _ids(sample, one), _ids(sample, other)
    if one.frame_size != other.frame_size:
        return False
    if len(ours) == len(theirs) == one.frame_size:
        return ours == theirs
    smaller, larger = sorted((selected(sample, one), selected(sample, other)), key=len)
    return one.stratum == other.stratum and smaller <= larger


def _are_disjoint(sample: Sample, one: Stratum, other: Stratum) -> bool:
    """Whether two strata have no entity in common: the table shows it, or one equals another stratum of the task."""
    if common(sample, one, other):
        return False
    if all(len(_ids(sample, of)) == of.frame_size for of in (one, other)):
        return True
    return any(
        equal(sample, mine, its)
        for mine, task in ((one, other.task), (other, one.task))
        for its in sample.strata
        if its.task == task and its not in (one, other)
    )


def common(sample: Sample, one: Stratum, other: Stratum) -> frozenset[str]:
    """The entities that two strata have in common, as far as the table shows."""
    return _ids(sample, one) & _ids(sample, other)


def selected(sample: Sample, of: Stratum) -> frozenset[str]:
    """The selected entities of a stratum."""
    rows = sample._members[of.task, of.stratum]
    return frozenset(sample._columns["id"][row] for row in rows if sample._columns["state"][row] == "selected")


def _ids(sample: Sample, of: Stratum) -> frozenset[str]:
    key = (of.task, of.stratum)
    if key not in sample._ids:
        sample._ids[key] = frozenset(sample._columns["id"][row] for row in sample._members[key])
    return sample._ids[key]


def _said(why: str, probability: Fraction, **details: object) -> Joint:
    return Joint(probability, *JOINTS[why].filled(**details))


def _nested(one: Stratum, other: Stratum, same: bool) -> Joint:
    size, smaller, larger = one.frame_size, *sorted((one.take, other.take))
    if same:
        chance = Fraction(smaller, size)
        return _said("nested-same", chance, first=one.take, second=other.take, frame_size=size)
    chance = Fraction(smaller * (larger - 1), size * (size - 1)) if smaller else Fraction(0)
    return _said("nested", chance, smaller=smaller, larger=larger, frame_size=size)


def _overlapping(sample: Sample, one: Stratum, other: Stratum, first: str, second: str) -> Joint:
    """Counts over all orders of the tickets of both strata. Each order is equally likely."""
    ours, theirs = _ids(sample, one), _ids(sample, other)
    tasks = {"first": one.task, "second": other.task}
    if len(ours) < one.frame_size or len(theirs) < other.frame_size:
        raise refused("estimate.frame-incomplete", **tasks)
    pair = {first, second}
    kinds = (len(ours - theirs - pair), len(theirs - ours - pair), len((ours & theirs) - pair))
    # For each entity of the pair: whether it is in the first stratum, and whether it is in the second.
    special = [(id in ours, id in theirs) for id in sorted(pair)]
    needs = (sorted(pair).index(first), sorted(pair).index(second))
    steps = (min(kinds[0], one.take) + 1) * (min(kinds[1], other.take) + 1) * (min(kinds[2], one.take + other.take) + 1)
    if steps > MOST:
        raise refused("estimate.joint-too-large", **tasks, found=steps, most=MOST)
    chance = chance_of_both(kinds, special, needs, (one.take, other.take))
    return _said("overlap", chance, common=len(ours & theirs))


def chance_of_both(
    kinds: tuple[int, int, int],
    special: list[tuple[bool, bool]],
    needs: tuple[int, int],
    takes: tuple[int, int],
) -> Fraction:
    """The share of orders in which one entity is among the first `takes[0]` of one stratum, and another (or the same)
    is among the first `takes[1]` of the other stratum.

    Orders are followed ticket by ticket. `kinds` counts the entities only in the first stratum, only in the second,
    and in both. A state has the number of each kind that passed, and the special entities that passed.
    """
    total = factorial(sum(kinds) + len(special))
    every = (1 << len(special)) - 1
    layer = {(0, 0, 0, 0): 1}
    chance = 0
    for left in range(sum(kinds) + len(special), 0, -1):
        following: dict[tuple[int, int, int, int], int] = {}
        for (x, y, z, passed), orders in layer.items():
            at = [x + z, y + z]
            for number, (in_one, in_other) in enumerate(special):
                if passed >> number & 1:
                    at[0] += in_one
                    at[1] += in_other
            # A required entity that has not passed can no longer be selected.
            if any(at[side] >= takes[side] and not passed >> needs[side] & 1 for side in (0, 1)):
                continue
            if passed == every:
                chance += orders * factorial(left)
                continue
            for state, ways in (
                ((x + 1, y, z, passed), kinds[0] - x),
                ((x, y + 1, z, passed), kinds[1] - y),
                ((x, y, z + 1, passed), kinds[2] - z),
                *(((x, y, z, passed | 1 << number), 1) for number in range(len(special)) if not passed >> number & 1),
            ):
                if ways > 0:
                    following[state] = following.get(state, 0) + orders * ways
        layer = following
    chance += sum(orders for (*_, passed), orders in layer.items() if passed == every)
    return Fraction(chance, total)
