"""Sample and results together: totals, means, rates, ratios and differences."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from suiji.estimate import _groups, _html
from suiji.estimate._case import Wanted
from suiji.estimate._errors import choice, refused, share
from suiji.estimate._estimates import Estimates, Method, Quantity
from suiji.estimate._one import estimate
from suiji.estimate._pairs import difference
from suiji.estimate._results import VIOLATION, Answers, read

if TYPE_CHECKING:
    from suiji.estimate._sample import Sample


#: The possible results of a selected entity.
STATES = {
    "answered": "有结果 answered",
    "closed": "关闭 closed",
    "refused": "拒绝 refused",
    "unreachable": "无法联系 unreachable",
    "open": "未检查 open",
}


class Survey:
    """A sample with its results; made by `Sample.results`.

    All estimates have these options. `task`: the task, if several were drawn. `by`: a column of the sample or the
    results, for one estimate per value (classes, districts). `level`: the confidence level. `interval`: `t`, `exact`
    (hypergeometric, only for 0/1), or `auto`. `auto` is exact for 0/1 if the error comes from one stratum with fewer
    than 30 answers, or if fewer than 5 answers are 1, or 0; otherwise t. `post`: a column whose groups have a known
    size in the frame. The weights are adjusted to these sizes.

    Selected entities that are closed count as no longer existing, and represent other closed entities of the frame.
    Selected entities without an answer are represented by the others of their stratum. `notes` give their number.

    >>> from suiji import estimate
    >>> sample = estimate.Sample({
    ...     "id": ["F-1", "F-2", "F-3", "F-4"], "task": ["J1"] * 4, "stratum": ["low"] * 4,
    ...     "state": ["selected", "selected", "in_frame", "in_frame"], "take": [2] * 4, "frame_size": [4] * 4,
    ... })
    >>> survey = sample.results({"id": ["F-1", "F-2"], "outcome": ["violation", "clear"]})
    >>> print(survey.rate()[0])
    50.0% (25.0% to 75.0%, 0.95)
    """

    def __init__(self, sample: Sample, results: object) -> None:
        self._sample = sample
        self._answers = read(sample, results)

    @property
    def sample(self) -> Sample:
        """The sample."""
        return self._sample

    def rate(
        self,
        y: str = VIOLATION,
        *,
        task: str | None = None,
        by: str | None = None,
        method: Method = "hajek",
        post: str | None = None,
        interval: str = "auto",
        level: object = "95%",
    ) -> Estimates:
        """The share of entities with 1 in a column of 0/1, usually violations.

        `hajek` divides by the estimated number of active entities, `ht` by all entities of the frame.

        Raises:
            EstimateError: A value or an option is not possible, or nothing was inspected.
        """
        return self._each("rate", y, None, task, by, method, post, interval, level)

    def mean(
        self,
        y: str = "y",
        *,
        task: str | None = None,
        by: str | None = None,
        method: Method = "hajek",
        post: str | None = None,
        interval: str = "auto",
        level: object = "95%",
    ) -> Estimates:
        """The mean of a column of numbers, for each active entity (`hajek`) or each entity of the frame (`ht`).

        Raises:
            EstimateError: A value or an option is not possible, or nothing was inspected.
        """
        return self._each("mean", y, None, task, by, method, post, interval, level)

    def total(
        self,
        y: str = VIOLATION,
        *,
        task: str | None = None,
        by: str | None = None,
        method: Method = "ht",
        post: str | None = None,
        interval: str = "auto",
        level: object = "95%",
    ) -> Estimates:
        """The sum of a column over the frame. For violations, it is their number among all entities.

        `ht` is the Horvitz–Thompson estimator. `hajek` multiplies the mean of the sample by the number of entities of
        the group, which must be known.

        Raises:
            EstimateError: A value or an option is not possible, or nothing was inspected.
        """
        return self._each("total", y, None, task, by, method, post, interval, level)

    def ratio(
        self,
        numerator: str,
        denominator: str,
        *,
        task: str | None = None,
        by: str | None = None,
        post: str | None = None,
        level: object = "95%",
    ) -> Estimates:
        """The ratio of the totals of two columns, such as faulty devices to devices.

        Raises:
            EstimateError: A value or an option is not possible, or nothing was inspected.
        """
        return self._each("ratio", numerator, denominator, task, by, "hajek", post, "t", level)

    def difference(self, first: str, second: str, *, y: str = VIOLATION, level: object = "95%") -> Estimates:
        """The mean (or rate) of one task minus that of another.

        Tasks that share tickets visit the same entities where possible. Then the covariance is taken into account, and
        the difference is more precise than that of two independent samples.

        Raises:
            EstimateError: A value or an option is not possible, or frames of tasks that share tickets overlap only
                partly.
        """
        one, other = self._task(first), self._task(second)
        return Estimates(f"{first} − {second}：{y}", [difference(self._sample, one, other, y, share("level", level))])

    def _each(
        self,
        quantity: Quantity,
        y: str,
        denominator: str | None,
        task: str | None,
        by: str | None,
        method: Method,
        post: str | None,
        interval: str,
        level: object,
    ) -> Estimates:
        choice("method", method, ("ht", "hajek", "post"))
        choice("interval", interval, ("auto", "t", "exact"))
        if method == "post" and post is None:
            raise refused("estimate.option-unknown", option="post", expected="a column", found="None")
        answers = self._task(task)
        wanted = Wanted(
            quantity,
            y,
            denominator,
            by,
            "post" if post is not None else method,
            post,
            interval,
            Fraction(share("level", level)),
        )
        kept = answers.settled
        found = [
            estimate(self._sample, answers, wanted, group) for group in _groups.groups(self._sample, answers, kept, by)
        ]
        over = f" / {denominator}" if denominator else ""
        return Estimates(f"{answers.task} {quantity}：{y}{over}", found)

    def _task(self, task: str | None) -> Answers:
        answers = self._answers[self._sample._task(task)]
        if not any(of.state == "answered" for of in answers.selected):
            raise refused("estimate.no-answers", task=answers.task)
        return answers

    def __repr__(self) -> str:
        answered = {task: sum(of.state == "answered" for of in each.selected) for task, each in self._answers.items()}
        return f"suiji.estimate.Survey(answered={answered!r})"

    def _repr_html_(self) -> str:
        rows = []
        for each in self._answers.values():
            states = Counter((of.stratum, of.state) for of in each.selected)
            for number, of in enumerate(each.strata):
                found = [states[number, state] for state in STATES]
                rows.append((of.task, of.stratum, of.frame_size, of.take, *found))
        head = ("任务 task", "层 stratum", "抽样框 frame size", "抽取 take", *STATES.values())
        return _html.table("检查结果 results", dict(zip(head, zip(*rows))))
