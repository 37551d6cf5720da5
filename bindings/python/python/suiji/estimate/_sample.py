"""The drawn sample: table → strata, selected entities, inclusion probabilities and design weights."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from suiji.estimate import _html
from suiji.estimate._errors import Faults, refused, shown
from suiji.estimate._tables import Table, columns

if TYPE_CHECKING:
    from suiji.estimate._joint import Joint
    from suiji.estimate._survey import Survey

STATES = ("selected", "reserve", "in_frame", "excluded", "out_of_scope")
IN_FRAME = STATES[:3]
NEEDED = ("id", "task", "stratum", "state", "take", "frame_size")
TEXTS = NEEDED[:3]
#: Columns of the table that are not groups of entities.
NO_GROUPS = ("id", "task", "state", "reason", "take", "frame_size", "probability", "ticket", "rank", "team")


@dataclass(frozen=True)
class Stratum:
    """One stratum of one task: a simple random sample of `take` of `frame_size` entities, without replacement."""

    task: str
    stratum: str
    frame_size: int
    """The entities in the frame, N."""
    take: int
    """The entities selected, n."""

    @property
    def probability(self) -> Fraction:
        """The exact inclusion probability of each entity, n / N."""
        return Fraction(self.take, self.frame_size)

    @property
    def joint_probability(self) -> Fraction:
        """The exact probability that two given entities are both selected, n(n − 1) / (N(N − 1)); 0 if N is 1."""
        if self.frame_size < 2:
            return Fraction(0)
        return Fraction(self.take * (self.take - 1), self.frame_size * (self.frame_size - 1))

    @property
    def weight(self) -> Fraction | None:
        """The design weight N / n: the number of entities of the frame that one selected entity represents."""
        return Fraction(self.frame_size, self.take) if self.take else None


class Inclusion(Table):
    """Inclusion probabilities and design weights, one row for each entity; read as Arrow, or as `columns`.

    The columns are `id`, `task`, `stratum`, `state`, `probability` and `weight` (float64), `exact` (`n/N` as a text),
    and `joint`: the probability that the entity and one other of its stratum are both selected.
    """

    def _repr_html_(self) -> str:
        return _html.table("入样概率 inclusion probabilities", self.columns)


class Sample:
    """The sample of a draw, made from `record.sample(sealed)`.

    `record.sample()` works too, but has only the selected entities, so the sizes of groups are not known.
    `sealed.frame(task)` is a sample before the draw. It has probabilities but no results.

    Args:
        table: Arrow, pandas, polars, a dict of columns, or rows. Needed are `id`, `task`, `stratum`, `state`, `take`
            and `frame_size`. Other columns, such as `class` or a `district` that you add, can be groups.

    Raises:
        EstimateError: The table contradicts itself. All faults are reported together.

    >>> from suiji import estimate
    >>> sample = estimate.Sample({
    ...     "id": ["F-1", "F-2", "F-3"], "task": ["J1"] * 3, "stratum": ["low"] * 3,
    ...     "state": ["selected", "in_frame", "selected"], "take": [2] * 3, "frame_size": [3] * 3,
    ... })
    >>> sample.probability("F-2", "J1")
    Fraction(2, 3)
    >>> sample.strata[0].joint_probability
    Fraction(1, 3)
    """

    def __init__(self, table: object) -> None:
        self._columns = columns(table)
        self._check_columns()
        self._rows: dict[tuple[str, str], int] = {}
        self._strata: dict[tuple[str, str], Stratum] = {}
        self._members: dict[tuple[str, str], list[int]] = {}
        # Filled on demand: the ids of a stratum, and whether two tasks share tickets.
        self._ids: dict[tuple[str, str], frozenset[str]] = {}
        self._shared: dict[frozenset[str], bool] = {}
        faults = Faults()
        self._check_rows(faults)
        faults.check()
        self._check_strata(faults)
        faults.check()

    @property
    def tasks(self) -> tuple[str, ...]:
        """The tasks, in the order of the table."""
        return tuple(dict.fromkeys(task for task, _ in self._strata))

    @property
    def strata(self) -> tuple[Stratum, ...]:
        """The strata of all tasks, in the order of the table."""
        return tuple(self._strata.values())

    def is_complete(self, task: str | None = None) -> bool:
        """Whether the table has every entity of the frame. The table of a record alone has fewer."""
        name = self._task(task)
        return all(
            len(self._members[key]) == stratum.frame_size for key, stratum in self._strata.items() if key[0] == name
        )

    @property
    def is_drawn(self) -> bool:
        """Whether entities are selected. The table of a frame before the draw has no tickets."""
        if "ticket" in self._columns:
            return any(value is not None for value in self._columns["ticket"])
        return "selected" in self._columns["state"]

    def probability(self, id: str, task: str | None = None) -> Fraction:
        """The exact probability with which an entity of the frame is selected.

        Raises:
            EstimateError: The entity is not in the frame of the task in this table.
        """
        return self._stratum(id, self._task(task)).probability

    def joint(self, first: tuple[str, str], second: tuple[str, str]) -> Joint:
        """The exact probability that two entities are both selected, and its derivation. Each entity is a pair of id
        and task.

        Tasks with the same `coordination` share their tickets, which the table shows: an entity has the same ticket in
        both. With equal frames the smaller sample of a stratum then lies within the larger.

        Raises:
            EstimateError: An entity is not in the frame, or partly overlapping strata are too large.

        >>> from suiji import estimate
        >>> sample = estimate.Sample({
        ...     "id": ["F-1", "F-2", "F-1", "F-2"], "task": ["J1", "J1", "N1", "N1"], "stratum": ["all"] * 4,
        ...     "state": ["selected", "in_frame", "selected", "selected"], "take": [1, 1, 2, 2], "frame_size": [2] * 4,
        ...     "ticket": ["0a", "0b", "0a", "0b"],
        ... })
        >>> joint = sample.joint(("F-1", "J1"), ("F-1", "N1"))
        >>> joint.probability
        Fraction(1, 2)
        >>> joint.why
        'the tasks share tickets and the strata are equal, so the smaller sample lies within the larger: min(1, 2) / 2'
        """
        from suiji.estimate._joint import joint

        return joint(self, (first[0], self._task(first[1])), (second[0], self._task(second[1])))

    def inclusion(self) -> Inclusion:
        """First- and second-order inclusion probabilities and design weights of all entities of the frames."""
        kept = [row for rows in self._members.values() for row in rows]
        kept.sort()
        of = [self._strata[self._columns["task"][row], self._columns["stratum"][row]] for row in kept]
        copied = {name: [self._columns[name][row] for row in kept] for name in ("id", "task", "stratum", "state")}
        facts = {each: self._facts(each) for each in set(of)}
        return Inclusion(
            {
                **copied,
                "probability": [facts[each][0] for each in of],
                "exact": [facts[each][1] for each in of],
                "joint": [facts[each][2] for each in of],
                "weight": [facts[each][3] for each in of],
            }
        )

    def results(self, table: object) -> Survey:
        """Adds the results of the inspections.

        Args:
            table: A row for each result: `id`; `task`, unless the sample has one task; `outcome` (`clear`, `violation`,
                `closed`, `refused`, `unreachable`; empty if not visited yet), and columns of numbers, which can be 0/1.
                If there are only numbers, a row without any counts as not visited yet. Or `suiji.Results`, the document
                of an office: each inspection counts as the last group of its outcomes [O3].

        Raises:
            EstimateError: The results do not fit the sample. All faults are reported together.
        """
        from suiji.estimate._survey import Survey

        if not self.is_drawn:
            raise refused("estimate.not-drawn")
        return Survey(self, table)

    def __repr__(self) -> str:
        selected = sum(stratum.take for stratum in self.strata)
        return f"suiji.estimate.Sample(tasks={list(self.tasks)!r}, selected={selected})"

    def _repr_html_(self) -> str:
        of = self.strata
        return _html.table(
            "样本 sample",
            {
                "任务 task": [each.task for each in of],
                "层 stratum": [each.stratum for each in of],
                "抽样框 frame size": [each.frame_size for each in of],
                "抽取 take": [each.take for each in of],
                "概率 probability": [str(each.probability) for each in of],
                "权数 weight": [str(each.weight or "—") for each in of],
            },
        )

    def _facts(self, of: Stratum) -> tuple[float, str, float, float | None]:
        exact = f"{of.take}/{of.frame_size}"
        weight = None if of.weight is None else float(of.weight)
        return float(of.probability), exact, float(of.joint_probability), weight

    def _task(self, task: str | None) -> str:
        """The named task; without a name, the only one."""
        known = ", ".join(self.tasks)
        if task is None:
            if len(self.tasks) > 1:
                raise refused("estimate.task-needed", expected=known)
            return self.tasks[0]
        if task not in self.tasks:
            raise refused("estimate.task-unknown", found=task, expected=known)
        return task

    def _stratum(self, id: str, task: str) -> Stratum:
        row = self._rows.get((id, task))
        if row is None or self._columns["state"][row] not in IN_FRAME:
            raise refused("estimate.entity-unknown", id=id, task=task)
        return self._strata[task, self._columns["stratum"][row]]

    def _groups(self) -> list[str]:
        return [
            name
            for name, values in self._columns.items()
            if name not in NO_GROUPS and any(value is not None for value in values)
        ]

    def _check_columns(self) -> None:
        faults = Faults()
        for name in NEEDED:
            if name not in self._columns:
                faults.add("estimate.column-missing", column=name, found=", ".join(self._columns))
        faults.check()
        if not self._columns["id"]:
            raise refused("estimate.table-empty")

    def _check_rows(self, faults: Faults) -> None:
        """Each row alone; fills rows, strata and their members."""
        cells = zip(*(self._columns[name] for name in NEEDED))
        for row, (id, task, stratum, state, take, frame_size) in enumerate(cells):
            if state not in STATES:
                faults.add("estimate.state-unknown", row, id, found=state, expected=", ".join(STATES))
                continue
            needed = {"id": id, "task": task}
            if state in IN_FRAME:
                needed.update(stratum=stratum, take=take, frame_size=frame_size)
            empty = [name for name, value in needed.items() if value is None]
            for name in empty:
                faults.add("estimate.value-missing", row, id, column=name)
            texts = [name for name, value in needed.items() if name in TEXTS and value is not None]
            numbers = [name for name in texts if not isinstance(needed[name], str)]
            for name in numbers:
                faults.add("estimate.not-a-text", row, id, column=name, found=shown(needed[name]))
            if empty or numbers:
                continue
            if (id, task) in self._rows:
                faults.add("estimate.duplicate-row", row, id, task=task)
                continue
            self._rows[id, task] = row
            if state in IN_FRAME and self._counts(faults, row, id, take, frame_size):
                self._place(faults, row, Stratum(str(task), str(stratum), int(frame_size), int(take)))

    def _counts(self, faults: Faults, row: int, id: str, *_: Any) -> bool:
        wrong = [name for name in ("take", "frame_size") if not _is_whole(self._columns[name][row])]
        for name in wrong:
            faults.add("estimate.not-an-integer", row, id, column=name, found=shown(self._columns[name][row]))
        return not wrong

    def _place(self, faults: Faults, row: int, of: Stratum) -> None:
        key = (of.task, of.stratum)
        first = self._strata.setdefault(key, of)
        self._members.setdefault(key, []).append(row)
        for name in ("take", "frame_size"):
            both = {getattr(first, name), getattr(of, name)}
            if len(both) > 1:
                found = ", ".join(map(str, sorted(both)))
                faults.add("estimate.stratum-differs", row, task=of.task, stratum=of.stratum, column=name, found=found)

    def _check_strata(self, faults: Faults) -> None:
        """Each stratum as a whole."""
        if not self._strata:
            raise refused("estimate.table-empty")
        for key, of in self._strata.items():
            where: dict[str, Any] = {"task": of.task, "stratum": of.stratum}
            if not 0 <= of.take <= of.frame_size or not of.frame_size:
                faults.add("estimate.take-above-frame", **where, take=of.take, frame_size=of.frame_size)
                continue
            rows = self._members[key]
            states = Counter(self._columns["state"][row] for row in rows)
            if self.is_drawn and states["selected"] != of.take:
                faults.add("estimate.selected-differs", **where, take=of.take, found=states["selected"])
            if len(rows) > of.frame_size:
                faults.add("estimate.frame-exceeded", **where, found=len(rows), frame_size=of.frame_size)
            for row in rows if "probability" in self._columns else ():
                found = self._columns["probability"][row]
                if found is not None and not (_is_number(found) and float(found) == float(of.probability)):
                    expected = str(of.probability)
                    faults.add("estimate.probability-differs", row, **where, expected=expected, found=found)


def _is_number(value: Any) -> bool:
    return not isinstance(value, str) and hasattr(value, "__float__")


def _is_whole(value: Any) -> bool:
    if isinstance(value, (bool, str)):
        return False
    try:
        return bool(int(value) == value)
    except (TypeError, ValueError, OverflowError):
        return False
