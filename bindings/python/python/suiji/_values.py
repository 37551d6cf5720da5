"""Plain values: named tuples, so that they compare, pickle and unpack."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from suiji._native import Contribution, History, Plan, Registry, Roster
    from suiji._words import (
        ErrorKind,
        ImportAbout,
        ImportList,
        Missing,
        Outcome,
        OutcomeGroup,
        PlanChangeKind,
        SampleState,
        Severity,
        Stage,
        State,
    )


class Inputs(NamedTuple):
    """The four inputs of a sealing."""

    plan: Plan
    registry: Registry
    roster: Roster
    history: History

    def findings(
        self, sealed_at: str | None = None, *, progress: Callable[[Stage, int, int], object] | None = None
    ) -> tuple[Finding, ...]:
        """Possible mistakes in the inputs, the most serious first, even if the inputs cannot be sealed. `sealed_at` is
        the time of sealing.
        """
        from suiji._native import findings

        return findings(self.plan, self.registry, self.roster, self.history, sealed_at, progress)


class Root(NamedTuple):
    """The root of a Merkle tree, in hex, and the number of its leaves [S1]."""

    root: str
    size: int


class SealedStratum(NamedTuple):
    """A stratum (层) of a sealed task."""

    stratum: str
    """A risk class, or `all`."""
    size: int
    """The number of its entities."""
    take: int
    """The number of entities to select."""
    probability: Fraction
    """The exact probability that each of its entities is selected."""


class SealedReason(NamedTuple):
    """The number of entities excluded for a reason [F2]."""

    reason: str
    """`exempt`, or the id of a limit."""
    size: int


class SealedTask(NamedTuple):
    """A task in a commitment [S3a]."""

    id: str
    coordination: str | None
    """The group of tasks with which it shares its tickets."""
    frame: Root
    excluded: Root
    reasons: tuple[SealedReason, ...]
    """The number of entities excluded for each reason, in the order of [F2]."""
    strata: tuple[SealedStratum, ...]
    take: int
    """The number of entities to select in all strata."""
    short: int
    """The number of entities that cannot get a full team."""


@dataclass(frozen=True)
class LeftOut:
    """The rows that do not meet a condition of a task but meet all conditions before it [F1]."""

    condition: str
    """`status`, or the field of the scope, such as `categories`."""
    count: int
    """How many rows."""
    empty: int
    """The number of them without a value in this field."""


class TaskSummary(NamedTuple):
    """The numbers of registry rows in the frame of a task and left out of it. Every row is counted once."""

    task: str
    registry: int
    """The number of rows of the registry."""
    left_out: tuple[LeftOut, ...]
    in_scope: int
    """The number of rows that match the scope: the rows of the frame and the excluded ones."""
    excluded: tuple[SealedReason, ...]
    frame: int
    """The number of rows of the frame."""
    unrated: tuple[int, str] | None
    """The number of rows of the frame without a class, and the class that they get."""
    strata: tuple[SealedStratum, ...]
    take: int
    """The total number of entities taken."""
    reserves: int
    """The number of reserves listed in all strata [D3]."""


@dataclass(frozen=True)
class InNoTask:
    """Entities that are in the frame of no task, for one reason."""

    reason: str
    """`status`, the field of the scope, `exempt`, or the id of a limit."""
    count: int
    """How many entities."""
    empty: int
    """The number of them without a value in this field."""
    first: tuple[str, ...]
    """The ids of the first ones, at most 20."""


class Need(NamedTuple):
    """The inspectors that a department needs for all tasks."""

    department: str
    seats: int
    """The number of its seats in all visits."""
    inspectors: int
    """The number of its inspectors on the roster."""
    visits_each: int | None
    """The average number of visits of each of them, rounded up."""


@dataclass(frozen=True)
class Visited:
    """The number of entities of a frame that were visited in the year before the plan."""

    task: str
    frame: int
    """The number of entities of the frame."""
    count: int
    """The number of visited entities."""


class Outlook(NamedTuple):
    """What to expect of a draw."""

    in_no_task: tuple[InNoTask, ...]
    """The entities that are in no task, by reason [F1, F2]."""
    needs: tuple[Need, ...]
    """The departments that have seats, in the order of the plan."""
    visited: tuple[Visited, ...]
    """For each task, the number of entities of its frame that were visited in the year before."""


class Followed(NamedTuple):
    """An earlier commitment whose draw remains valid [S3c]: its digest and that of its record."""

    commitment: str
    record: str


class Superseded(NamedTuple):
    """An earlier commitment that a later one replaces [S3c]: its digest, the reason, and the person who approved it."""

    commitment: str
    reason: str
    approved_by: str
    record: str | None = None
    """The digest of its record, if it was drawn."""
    contributions: tuple[tuple[int, Contribution], ...] = ()
    """Otherwise the contributions already made, each with the number of its source, from 0."""


class ShortTeam(NamedTuple):
    """An entity that cannot get a full team, and the numbers of its vacant seats, from 0 [S5]."""

    entity: str
    seats: tuple[int, ...]


class DrawnEntity(NamedTuple):
    """An entity that was drawn, as selected or as a reserve (备选)."""

    id: str
    stratum: str
    ticket: str
    """The ticket (签号), in hex [D2]."""


class DrawnTeam(NamedTuple):
    """The team (检查小组) of a selected entity [T5]."""

    entity: str
    members: tuple[str, ...]
    """The ids of the inspectors, in the order of their seats."""
    lead: str | None
    """The inspector in seat 0 (主办人员)."""
    vacant: tuple[int, ...]
    """The numbers of the vacant seats, from 0."""
    joins: str | None
    """The earlier task whose team this is. One visit serves both tasks [T7]."""


class SampleRow(NamedTuple):
    """An entity in a task, before or after the draw; in the table of Arrow, `class_` is the column `class`."""

    id: str
    task: str
    stratum: str | None
    """A risk class, or `all`; `None` if the entity is not in the frame."""
    class_: str | None
    """The risk class in the registry, if there is one. A record alone does not have it."""
    state: SampleState
    reason: str | None
    """The reason why the entity is not in the frame. If it is excluded, `exempt` or the id of a limit [F2]. If it is
    out of scope, the condition that it does not meet: `status`, or the field of the scope [F1].
    """
    take: int | None
    """The number of entities to select from the stratum."""
    frame_size: int | None
    """The number of entities in the stratum."""
    probability: Fraction | None
    """The exact inclusion probability: `take` divided by `frame_size`."""
    ticket: str | None
    """The ticket (签号), in hex [D2]; `None` before the draw."""
    rank: int | None
    """The place of the ticket in its stratum, from 1; `None` before the draw."""
    team: tuple[str, ...] | None
    """The ids of the inspectors, in the order of their seats; `None` without a team."""


class OwnOutcome(NamedTuple):
    """An outcome of an office's own list [O1]."""

    code: str
    name: str
    group: OutcomeGroup


class OwnMeasure(NamedTuple):
    """A measure of an office's own list [O1]."""

    code: str
    name: str


class OutcomeCode(NamedTuple):
    """A published outcome of inspections [O1]."""

    code: str
    name: str
    name_zh: str
    group: OutcomeGroup
    list_2017: str | None
    """Its number in the list of 2017."""
    list_later: str | None
    """Its number in the later list."""


class MeasureCode(NamedTuple):
    """A published measure that an inspection can lead to [O1]."""

    code: str
    name: str
    name_zh: str


class Inspection(NamedTuple):
    """One inspection: the result of an entity for a task [O1]."""

    task: str
    entity: str
    date: str
    inspectors: tuple[str, ...]
    """Those who visited, sorted by id."""
    outcomes: tuple[str, ...]
    """Codes, sorted."""
    measures: tuple[str, ...]
    """Codes, sorted."""
    note: str | None
    published: str | None
    """The day on which the result was published."""


class Update(NamedTuple):
    """The changes by later results."""

    added: int
    """Inspections that are new."""
    changed: int
    """Inspections that replaced an earlier one with other content."""
    same: int
    """Inspections that already existed."""


@dataclass(frozen=True)
class Counts:
    """The number of drawn entities, and the counts of their results [O3]."""

    drawn: int
    """Selected entities and used reserves."""
    replaced: int
    """Entities that were replaced by a reserve and have no result of their own."""
    open: int
    """Entities for which a result is still expected."""
    with_result: int
    inspected: int
    """Entities whose result is clear or a violation."""
    published: int
    """Results that were published."""
    groups: tuple[tuple[OutcomeGroup, int], ...]
    """The number of results in each group."""

    def of(self, group: OutcomeGroup) -> int:
        """Entities with a result of this group."""
        return dict(self.groups)[group]


class Course(NamedTuple):
    """The state of a drawn entity or a used reserve [O3]."""

    entity: str
    stratum: str
    seats: tuple[str | None, ...]
    """The inspectors by seat number after all amendments, `None` for a vacant seat."""
    joins: str | None
    """The task whose visit this is, if one visit serves both tasks [T7]."""
    is_reserve: bool
    """The entity is a reserve that was used [M4]."""
    is_replaced: bool
    """A reserve was used because the entity could not be inspected [M4]."""
    inspection: Inspection | None
    """`None` if there is no result yet."""
    group: OutcomeGroup | None
    """The group of the outcome."""
    is_open: bool
    """A result is still expected."""


class TaskStatus(NamedTuple):
    """The progress of the inspections of one task [O3]."""

    task: str
    total: Counts
    strata: tuple[tuple[str, Counts], ...]
    """By stratum, in the order of their names."""
    courses: tuple[Course, ...]
    """By entity: the selected ones in their order, then the used reserves."""


class InspectorStatus(NamedTuple):
    """The progress of the visits of one inspector [O3]."""

    inspector: str
    total: Counts
    """The entities in whose teams the inspector holds a seat now."""


@dataclass(frozen=True)
class InspectionStatus:
    """The progress of the inspections of a draw [O3], made by `Results.status`."""

    tasks: tuple[TaskStatus, ...]
    """In the order of the plan."""
    inspectors: tuple[InspectorStatus, ...]
    """Those who hold a seat, sorted by id."""
    total: Counts
    """All tasks together. An entity that was drawn for two tasks counts twice."""
    _json: str = field(repr=False)

    def task(self, task: str) -> TaskStatus:
        """A task. Raises `KeyError` if the record has no such task."""
        for of in self.tasks:
            if of.task == task:
                return of
        raise KeyError(task)

    def to_json(self) -> str:
        """The status as a JSON document."""
        return self._json


class PlanChange(NamedTuple):
    """A difference between two plans, made by `Plan.changes`."""

    kind: PlanChangeKind
    task: str | None
    """The id of the task; `None` if the change is about the plan as a whole."""
    field: str
    """The field by its path, such as `scope.categories`; empty if a task was added or removed."""
    message: str
    """The change in words, in English."""
    message_zh: str
    """The same in Chinese, for the notice."""


class Last(NamedTuple):
    """The cutoff (末位签号) of a stratum in a public form, its greatest selected ticket, in hex [E2]."""

    stratum: str
    ticket: str | None
    """The ticket; `None` if the commitment is blinded."""
    commitment: str | None
    """A commitment to the ticket, which the receipts of the stratum open. `None` if the commitment is not blinded."""


class PublicDraw(NamedTuple):
    """The draw of one task in a public form [E2]."""

    task: str
    selected: tuple[str, ...]
    """The ids of the selected entities, in the order of visits."""
    last: tuple[Last, ...]
    """The cutoff of each stratum from which entities were selected."""


class Away(NamedTuple):
    """These inspectors take no further seat [M3]. They keep the seats that they hold."""

    inspectors: tuple[str, ...]
    kind: Literal["away"] = "away"


class Back(NamedTuple):
    """These inspectors are no longer away [M3]."""

    inspectors: tuple[str, ...]
    kind: Literal["back"] = "back"


class Substitution(NamedTuple):
    """A seat that changes hands [M3]."""

    task: str
    entity: str
    seat: int
    """The number of the seat, from 0."""
    leaves: str
    """The inspector who held the seat."""
    inspector: str | None
    """The inspector who takes it (替补); `None` if it is vacant now."""


class Substitute(NamedTuple):
    """Seats change hands [M3]."""

    seats: tuple[Substitution, ...]
    kind: Literal["substitute"] = "substitute"


class Reserve(NamedTuple):
    """A reserve is visited in addition to an entity that cannot be inspected [M4]."""

    task: str
    entity: str
    """The entity that cannot be inspected."""
    reserve: str
    members: tuple[str, ...]
    """The ids of the inspectors who visit the reserve, in the order of their seats."""
    vacant: tuple[int, ...]
    """The numbers of the vacant seats, from 0."""
    joins: str | None
    """The task whose team of the reserve this is, if one visit serves both tasks [T7]."""
    kind: Literal["reserve"] = "reserve"


class ByHand(NamedTuple):
    """A vacant seat is filled by a choice of the office [M5]."""

    task: str
    entity: str
    seat: int
    """The number of the seat, from 0."""
    inspector: str
    """The chosen inspector."""
    kind: Literal["by_hand"] = "by_hand"


class Amendment(NamedTuple):
    """One amendment: the change, its time and reason, and the person who approved it [M1]."""

    previous: str
    """The digest of the previous amendment; for the first one, the digest of the record."""
    at: str
    approved_by: str
    reason: str
    change: Away | Back | Substitute | Reserve | ByHand


class AmendedTeam(NamedTuple):
    """A team after all amendments."""

    entity: str
    seats: tuple[str | None, ...]
    """The ids of the inspectors by seat number; `None` for a vacant seat."""
    lead: str | None
    """The inspector in seat 0 (主办人员)."""
    joins: str | None
    """The task whose team this is, if one visit serves both tasks [T7]."""
    is_reserve: bool
    """Whether the entity is a reserve that was used [M4]."""
    is_replaced: bool
    """Whether the entity could not be inspected, so that a reserve was used [M4]."""


class Check(NamedTuple):
    """One check of a report [V1]."""

    id: str
    """A stable id, such as `record.seed`."""
    rule: str
    """The rule of SPEC.md, without brackets."""
    task: str | None
    source: str | None
    """The name of the source, if the check is about one."""
    path: str
    """The place in the JSON of the document."""
    outcome: Outcome
    expected: str | None
    """The right value, if the check failed."""
    expected_zh: str | None
    found: str | None
    """The value in the document, if the check failed."""
    found_zh: str | None
    missing: Missing | None
    """The missing evidence, if the check was not made."""
    message: str
    message_zh: str


class Fact(NamedTuple):
    """An estimate of the number of selected entities of a stratum, from its greatest selected ticket [V1]."""

    task: str
    stratum: str
    take: int
    estimate: int
    one_in: int
    """For a fair draw, a difference this large occurs about once in this number of draws; 1 if it is common."""
    message: str
    message_zh: str


class Trust(NamedTuple):
    """A claim that no check can show [V2]."""

    id: str
    message: str
    message_zh: str


class Statement(NamedTuple):
    """The statement of a receipt about one task [G3, G4, G5]."""

    task: str
    state: State
    stratum: str | None
    """The stratum; `None` if the entity was not in the frame."""
    ticket: str | None
    cutoff: str | None
    """The greatest selected ticket of the stratum (末位签号)."""
    probability: Fraction | None
    """The exact probability that the entity is selected."""
    reserve: int | None
    """The number among the reserves of the stratum, from 1."""
    reason: str | None
    """The reason why the entity was excluded: `exempt`, or the id of a limit."""
    members: tuple[str, ...]
    """The ids of the inspectors, in the order of their seats."""
    vacant: tuple[int, ...]
    """The numbers of the vacant seats, from 0."""
    message: str
    message_zh: str


class Place(NamedTuple):
    """The place of a fault."""

    kind: ErrorKind
    """The kind of document."""
    row: int | None
    """The row of a table, or the line of a file, from 1."""
    path: str
    """The path in the JSON of the document or row, such as `$.id`; may be empty."""
    id: str | None = None
    """The id of the row, of the entity or inspector, if it could be read."""


@dataclass(frozen=True)
class Fault:
    """One fault of an input, or the same fault of several rows."""

    code: str
    """A stable code, such as `registry.duplicate-id`."""
    rule: str
    """The rule of SPEC.md, without brackets; may be empty."""
    place: Place
    """Its place, or the first one if there are several rows."""
    count: int
    """The number of times it was found."""
    rows: tuple[int, ...]
    """The numbers of the rows, at most the first 1,000; empty if the document has no rows."""
    ids: tuple[str, ...]
    """The id of each of these rows, of the entity or inspector; empty if it could not be read."""
    details: Mapping[str, str] = field(hash=False)
    """The values in the message by name, such as `found`, for programs that write their own message."""
    problem: str
    """The problem without its place, in English."""
    problem_zh: str
    """The same in Chinese."""
    message: str
    """The problem with its place, in English."""
    message_zh: str
    """The same in Chinese, for the office."""


@dataclass(frozen=True)
class Finding:
    """A finding about the inputs of a sealing, to read before the digest is published; in a report, a question to the
    office. The same finding in several rows is one finding.
    """

    severity: Severity
    code: str
    """A stable code, such as `allocation.stratum-not-taken`."""
    rule: str
    """The rule of SPEC.md, without brackets; may be empty."""
    place: Place
    """Its document, with the first row and the column if it is about rows."""
    count: int
    """The number of times it was found."""
    rows: tuple[int, ...]
    """The numbers of the rows, at most the first 1,000."""
    details: Mapping[str, str] = field(hash=False)
    """The values in the message by name, for programs that write their own message."""
    message: str
    """The finding, in English."""
    message_zh: str
    """The same in Chinese, for the office."""
    remedy: str | None
    """A remedy, in English, if there is anything to do."""
    remedy_zh: str | None
    """The same in Chinese."""


class ImportPlace(NamedTuple):
    """A place in a file of the office."""

    file: str
    sheet: str
    """Empty in a text file."""
    row: int
    """The row number, as in a spreadsheet; 0 if it is not about a row."""
    column: str
    """Empty if it is not about a column."""


class ImportChoice(NamedTuple):
    """A choice for the answer."""

    answer: str
    means: str
    means_zh: str


@dataclass(frozen=True)
class ImportQuestion:
    """A question about a list or a plan that only a person can answer.

    `answers={question.id: answer}` answers it, also for the list of another year.
    """

    id: str
    list: ImportList
    about: ImportAbout
    field: str
    value: str
    """The value or the column, as written; or empty."""
    message: str
    message_zh: str
    choices: tuple[ImportChoice, ...]
    any_value: bool
    """Whether any value of the field is allowed as an answer."""
    places: tuple[ImportPlace, ...]
    """The first places where it arose."""
    count: int
    refused: str | None
    """A given answer that cannot be used."""
    why_refused: str | None
    why_refused_zh: str | None


class ImportSummary(NamedTuple):
    """The totals of one list."""

    list: ImportList
    read: int
    """Rows below the headers, including blank ones."""
    taken: int
    """Rows of the table."""
    left_out: tuple[tuple[str, int], ...]
    """The number of rows left out or merged, by rule."""
    changed: tuple[tuple[str, int], ...]
    """The number of cells changed, by rule."""
    columns_left_out: tuple[str, ...]
    """The columns that are not fields and were left out."""


class ImportChange(NamedTuple):
    """One change: of a value, or of a whole row or column."""

    file: str
    sheet: str
    row: int
    """The row number, as in a spreadsheet; 0 if it is not of a row."""
    rows: int
    """The number of rows from this one on that it covers: more than 1 for blank rows."""
    column: str
    before: str
    after: str
    """Empty if nothing is left."""
    rules: tuple[str, ...]
    """The reasons, such as `trim` and `class-word`."""


class Understood(NamedTuple):
    """A text of a plan or an answer, with its value."""

    task: str
    """The id of the task, or empty."""
    field: str
    field_zh: str
    before: str
    after: str
    """The value, in words that do not depend on the language."""
    means: str
    means_zh: str
    answered: bool
    """An answer was used."""
    place: ImportPlace
