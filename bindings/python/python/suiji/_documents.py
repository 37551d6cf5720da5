"""The plan as a mapping: the fields of [I1] and [I2], for type checkers. It is the library that checks the values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, TypedDict

#: `from` and `to`: the first day and the last, `YYYY-MM-DD`.
WindowDocument = TypedDict("WindowDocument", {"from": str, "to": str})


class ClassDocument(TypedDict):
    """A risk class (信用风险分类)."""

    id: str
    name: str


class QuotaDocument(TypedDict, total=False):
    """How many are drawn: exactly one of the four, a ratio such as `"40%"` or a number."""

    at_least: str
    min: int
    at_most: str
    max: int
    exactly: str
    count: int


class ScopeDocument(TypedDict, total=False):
    """Whom a task is about: an entity matches where it meets every field that is there."""

    categories: Sequence[str]
    districts: Sequence[str]
    industries: Sequence[str]
    established_before: str


class RiskDocument(TypedDict, total=False):
    """What each risk class gets: ratios and weights by class."""

    minimum: Mapping[str, str]
    maximum: Mapping[str, str]
    weights: Mapping[str, int]
    unrated_as: str


class _SeatRequired(TypedDict):
    department: str
    count: int


class SeatDocument(_SeatRequired, total=False):
    """A group of seats of a team (检查小组)."""

    role: str
    skills: Sequence[str]
    expert: bool


class _TeamRequired(TypedDict):
    seats: Sequence[SeatDocument]


class TeamDocument(_TeamRequired, total=False):
    """Who visits a selected entity."""

    lead_required: bool
    district: Literal["same", "other"]


class ModeDocument(TypedDict):
    """At which level is drawn, and at which inspected (县抽县查)."""

    drawn_by: str
    inspected_by: str


class _TaskRequired(TypedDict):
    id: str
    name: str


class TaskDocument(_TaskRequired, total=False):
    """A task (抽查任务)."""

    kind: Literal["joint", "internal"]
    targeting: Literal["targeted", "untargeted"]
    items: Sequence[str]
    scope: ScopeDocument
    quota: QuotaDocument
    per_year: int
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
    annual_cap: int
    max_load: int
    extra: Mapping[str, str]
