"""Plans and rows as mappings, for type checkers. The library checks the values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypedDict, Union

if TYPE_CHECKING:
    from suiji._words import DistrictRule, Status, Targeting, TaskKind, VisitKind

#: `from` and `to`: the first and the last day, `YYYY-MM-DD`.
WindowDocument = TypedDict("WindowDocument", {"from": str, "to": str})


class ClassDocument(TypedDict):
    """A risk class (信用风险分类)."""

    id: str
    name: str


# `from` is a keyword of Python, so this form is used.
_LimitOptional = TypedDict("_LimitOptional", {"from": str, "classes": Sequence[str], "by": Sequence[str]}, total=False)


class LimitDocument(_LimitOptional):
    """How often an entity may be visited (频次上限), by tasks of the plan or by this task [F2]."""

    id: str
    visits: int


class QuotaDocument(TypedDict, total=False):
    """How many entities are drawn: one of `at_least` (with `min`), `at_most` (with `max`), `exactly` and `count`.

    Ratios are texts such as `"40%"`.
    """

    at_least: str
    min: int
    at_most: str
    max: int
    exactly: str
    count: int


class ScopeDocument(TypedDict, total=False):
    """The entities that a task is about: those that match every field."""

    categories: Sequence[str]
    districts: Sequence[str]
    industries: Sequence[str]
    established_before: str


class RiskDocument(TypedDict, total=False):
    """Ratios and weights by risk class."""

    minimum: Mapping[str, str]
    maximum: Mapping[str, str]
    weights: Mapping[str, int]
    unrated_as: str


class _SeatGroupRequired(TypedDict):
    department: str
    count: int


class SeatGroupDocument(_SeatGroupRequired, total=False):
    """Seats of a team with the same requirements."""

    role: str
    skills: Sequence[str]
    expert: bool


class _TeamRequired(TypedDict):
    seats: Sequence[SeatGroupDocument]


class TeamDocument(_TeamRequired, total=False):
    """The team (检查小组) of a task."""

    lead_required: bool
    district: DistrictRule
    rotation_from: str


class ModeDocument(TypedDict):
    """The levels that draw and inspect (县抽县查)."""

    drawn_by: str
    inspected_by: str


class _TaskRequired(TypedDict):
    id: str
    name: str


class TaskDocument(_TaskRequired, total=False):
    """A task (抽查任务)."""

    kind: TaskKind
    targeting: Targeting
    items: Sequence[str]
    scope: ScopeDocument
    quota: QuotaDocument
    limits: Sequence[LimitDocument]
    risk: RiskDocument
    coordination: str
    reserves: int
    team: TeamDocument
    window: WindowDocument
    initiator: str
    partners: Sequence[str]
    mode: ModeDocument
    methods: Sequence[str]
    risk_note: str
    extra: Mapping[str, str]


class _PlanRequired(TypedDict):
    title: str
    authority: str
    year: int
    tasks: Sequence[TaskDocument]


class PlanDocument(_PlanRequired, total=False):
    """A plan (年度抽查工作计划)."""

    document_number: str
    window: WindowDocument
    basis: Sequence[str]
    classes: Sequence[ClassDocument]
    limits: Sequence[LimitDocument]
    max_load: int
    extra: Mapping[str, str]


# `class` is a keyword of Python, so this form is used.
_EntityOptional = TypedDict(
    "_EntityOptional",
    {
        "class": str,
        "categories": Sequence[str],
        "district": str,
        "industry": str,
        "status": "Status",
        "established": str,
        "exempt": str,
        "exempt_from": Sequence[str],
        "extra": Mapping[str, str],
    },
    total=False,
)


class EntityDocument(_EntityOptional):
    """A row of the registry: an entity (检查对象)."""

    id: str
    name: str


class _InspectorRequired(TypedDict):
    id: str
    name: str
    department: str


class InspectorDocument(_InspectorRequired, total=False):
    """A row of the roster: an inspector (执法检查人员)."""

    district: str
    skills: Sequence[str]
    lead: bool
    expert: bool
    max_load: int
    load: int
    valid_to: str
    recuse: Sequence[str]
    extra: Mapping[str, str]


class _VisitRequired(TypedDict):
    entity: str
    task: str
    date: str


class VisitDocument(_VisitRequired, total=False):
    """A row of the history: an inspection already carried out."""

    kind: VisitKind
    by: Sequence[str]
    inspectors: Sequence[str]


class _InspectionRequired(TypedDict):
    task: str
    entity: str
    date: str
    outcomes: Sequence[str]


class InspectionDocument(_InspectionRequired, total=False):
    """One inspection of `Results`: what became of an entity for a task [O1]. Outcomes and measures are codes."""

    inspectors: Sequence[str]
    measures: Sequence[str]
    note: str
    published: str


class _Request(TypedDict):
    at: str
    approved_by: str
    reason: str


class AwayDocument(_Request):
    """A request: these inspectors take no further seat, or are no longer away [M3]."""

    kind: Literal["away", "back"]
    inspectors: Sequence[str]


class SeatDocument(TypedDict):
    """A seat of a team; `seat` is its number, from 0."""

    task: str
    entity: str
    seat: int


class SubstituteDocument(_Request):
    """A request: the inspectors in these seats leave them [M3]."""

    kind: Literal["substitute"]
    seats: Sequence[SeatDocument]


class ReserveDocument(_Request):
    """A request: an entity cannot be inspected, so the next reserve is visited in addition [M4]."""

    kind: Literal["reserve"]
    task: str
    entity: str


class ByHandDocument(_Request, SeatDocument):
    """A request: the office chooses an inspector for a vacant seat [M5]."""

    kind: Literal["by_hand"]
    inspector: str


RequestDocument = Union[AwayDocument, SubstituteDocument, ReserveDocument, ByHandDocument]
"""Something that happened after the draw, with the time, who approved it, and why: what `Sealed.amend` takes."""
