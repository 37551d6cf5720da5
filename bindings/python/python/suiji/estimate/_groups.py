"""Groups of entities: classes, domains and post-strata, with their frame sizes if the table shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from suiji.estimate._errors import Faults, refused
from suiji.estimate._estimators import Group, Post
from suiji.estimate._variance import Array

if TYPE_CHECKING:
    from suiji.estimate._results import Answers, Selected
    from suiji.estimate._sample import Sample


def groups(sample: Sample, answers: Answers, kept: list[Selected], by: str | None) -> list[Group]:
    """The groups of a column, in the order of the frame; without a column, everything."""
    if by is None:
        return [Group("", np.ones(len(kept)), np.array([of.frame_size for of in answers.strata]))]
    labels = _labels(sample, answers, kept, by)
    sizes = _sizes(sample, answers, by)
    names = list(sizes) if sizes is not None else list(dict.fromkeys(labels))
    return [
        Group(name, np.array([label == name for label in labels], dtype=float), None if sizes is None else sizes[name])
        for name in names
    ]


def members(sample: Sample, answers: Answers, group: Group, by: str | None) -> list[Selected]:
    """All selected entities of a group, also those without an answer."""
    if by is None:
        return list(answers.selected)
    everyone = list(answers.selected)
    return [of for of, label in zip(everyone, _labels(sample, answers, everyone, by)) if label == group.name]


def post(sample: Sample, answers: Answers, kept: list[Selected], by: str) -> Post:
    """The post-strata of a column; all their sizes must be known, and each must have an answer."""
    sizes = _sizes(sample, answers, by)
    if sizes is None:
        raise refused("estimate.frame-needed", column=by)
    names = list(sizes)
    number = np.array([names.index(label) for label in _labels(sample, answers, kept, by)], dtype=np.int64)
    frame_size = np.array([sizes[name].sum() for name in names], dtype=float)
    there = np.bincount(number, minlength=len(names))
    faults = Faults()
    for name, size, found in zip(names, frame_size, there):
        if not found:
            faults.add("estimate.post-empty", column=by, found=name, frame_size=int(size))
    faults.check()
    return Post(number, frame_size)


def known(sample: Sample, answers: Answers) -> list[str]:
    """The columns that can be groups."""
    return list(dict.fromkeys([*sample._groups(), *(name for name in answers.columns if _is_label(answers, name))]))


def _is_label(answers: Answers, name: str) -> bool:
    first = next((value for value in answers.columns[name] if value is not None), None)
    return isinstance(first, str) and name not in ("id", "task", "outcome")


def _labels(sample: Sample, answers: Answers, kept: list[Selected], by: str) -> list[str]:
    """The group of each selected entity: `—` if it has none."""
    if by in sample._groups():
        values: list[Any] = [sample._columns[by][of.row] for of in kept]
    elif by in known(sample, answers):
        values = [None if of.result is None else answers.columns[by][of.result] for of in kept]
    else:
        raise refused("estimate.group-unknown", found=by, expected=", ".join(known(sample, answers)))
    return ["—" if value is None else str(value) for value in values]


def _sizes(sample: Sample, answers: Answers, by: str) -> dict[str, Array] | None:
    """The entities of each group in the frame, by stratum; `None` if the table does not show them."""
    if by not in sample._groups():
        return None
    labels = sample._columns[by]
    rows = [sample._members[of.task, of.stratum] for of in answers.strata]
    if all(len(of) == stratum.frame_size for of, stratum in zip(rows, answers.strata)):
        counted: dict[str, Array] = {}
        for number, of in enumerate(rows):
            for row in of:
                name = "—" if labels[row] is None else str(labels[row])
                counted.setdefault(name, np.zeros(len(rows), dtype=np.int64))[number] += 1
        return counted
    # A record shows only a part of the frame. The class is then known only if it is the stratum.
    if by == "stratum" or all(labels[row] == of.stratum for of, mine in zip(answers.strata, rows) for row in mine):
        each = np.diag([of.frame_size for of in answers.strata])
        return {of.stratum: each[number] for number, of in enumerate(answers.strata)}
    return None
