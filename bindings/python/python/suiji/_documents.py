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
    """The id [I1]."""
    name: str
    """The name [I1]."""


# This form is used because `from` is a keyword in Python.
_LimitOptional = TypedDict("_LimitOptional", {"from": str, "classes": Sequence[str], "by": Sequence[str]}, total=False)


class LimitDocument(_LimitOptional):
    """A limit on visits to an entity (频次上限), for all tasks of the plan or for one task [F2].

    - `from`: The day from which visits count; by default the first day of the year [F2].
    - `classes`: The classes to which it applies; all if absent [F2].
    - `by`: The departments or levels whose visits count; all if absent [F2].
    """

    id: str
    """The id, unique among the limits of the plan and of one task. It is the reason of an exclusion [I2] [F2]."""
    visits: int
    """The maximum number of different dates of visits to an entity [F2]."""


class QuotaDocument(TypedDict, total=False):
    """The number of entities to draw: one of `at_least` (with `min`), `at_most` (with `max`), `exactly` and
    `count`.

    Ratios are texts such as `"5%"`. The number 0.05 is refused.
    """

    at_least: str
    """The ratio, rounded up [F4]."""
    min: int
    """The least number [F4]."""
    at_most: str
    """The ratio, rounded down [F4]."""
    max: int
    """The greatest number [F4]."""
    exactly: str
    """The ratio [F4]."""
    count: int
    """The number [F4]."""


class ScopeDocument(TypedDict, total=False):
    """The entities of a task: those that match every field."""

    categories: Sequence[str]
    """The entity has one of these categories [F1]."""
    districts: Sequence[str]
    """One of these is a prefix of the entity's district [F1]."""
    industries: Sequence[str]
    """One of these is a prefix of the entity's industry [F1]."""
    established_before: str
    """The entity was established before this day [F1]."""


class RiskDocument(TypedDict, total=False):
    """Ratios and weights by risk class."""

    minimum: Mapping[str, str]
    """The least ratio of each class [F4]."""
    maximum: Mapping[str, str]
    """The greatest ratio of each class [F4]."""
    weights: Mapping[str, int]
    """The weight of each class in the allocation; 1 if absent [F4]."""
    unrated_as: str
    """The class in which entities without a class are drawn [F3]."""


class _SeatGroupRequired(TypedDict):
    department: str
    """The department of the inspectors in these seats [T2]."""
    count: int
    """The number of these seats [I2]."""


class SeatGroupDocument(_SeatGroupRequired, total=False):
    """Seats of a team with the same requirements."""

    role: str
    """The role; it has no effect on the draw [I2]."""
    skills: Sequence[str]
    """The skills that an inspector in these seats must have [T2]."""
    expert: bool
    """Whether these seats are for experts [I4] [T2]."""


class _TeamRequired(TypedDict):
    seats: Sequence[SeatGroupDocument]
    """The seats: at most 20, at least two of them and the first one not for experts [T1]."""


class TeamDocument(_TeamRequired, total=False):
    """The team (检查小组) of a task."""

    lead_required: bool
    """Whether the first seat needs an inspector with lead [T2]."""
    district: DistrictRule
    """Whether members must be from the district of the entity, or from another one [T2]."""
    rotation_from: str
    """An inspector who has visited the entity since this day does not visit it again [T2]."""


class ModeDocument(TypedDict):
    """The levels that draw and inspect (县抽县查)."""

    drawn_by: str
    """The level that draws: province, city, county or other words [I2]."""
    inspected_by: str
    """The level that inspects: province, city, county or other words [I2]."""


class _TaskRequired(TypedDict):
    id: str
    """The id, unique in the plan [I1]."""
    name: str
    """The name [I2]."""


class TaskDocument(_TaskRequired, total=False):
    """A task (抽查任务)."""

    kind: TaskKind
    """Joint with other departments (部门联合) or internal (内部) [I2]."""
    targeting: Targeting
    """Targeted (定向) or untargeted (不定向) [I2]."""
    items: Sequence[str]
    """The items that are inspected (抽查事项), in the order of the plan [I2]."""
    scope: ScopeDocument
    """The entities that can be drawn [I2]."""
    quota: QuotaDocument
    """The number of entities to draw [I2]."""
    limits: Sequence[LimitDocument]
    """The limits on visits to an entity for this task (频次) [I2] [F2]."""
    risk: RiskDocument
    """Strata by risk class [I2]."""
    coordination: str
    """The coordination group: its tasks share their tickets [I2] [D1]."""
    reserves: int
    """The number of reserves (备选) of each stratum [I2] [D3]."""
    team: TeamDocument
    """The team that inspects; absent if no inspectors are drawn [I2]."""
    window: WindowDocument
    """The period of the inspections (起止时间) [I2]."""
    initiator: str
    """The department that leads the task (发起部门) [I2]."""
    partners: Sequence[str]
    """The departments that take part (配合部门) [I2]."""
    mode: ModeDocument
    """The levels that draw and inspect [I2]."""
    methods: Sequence[str]
    """The way of inspecting: on_site, document, network or other words [I2]."""
    risk_note: str
    """The text of the plan about risk classes [I2]."""
    extra: Mapping[str, str]
    """Other data of the office [I1]."""


class _PlanRequired(TypedDict):
    title: str
    """The title [I1]."""
    authority: str
    """The authority that draws [I1]."""
    year: int
    """The year [I1]."""
    tasks: Sequence[TaskDocument]
    """The tasks, at least one; their order has an effect [I1]."""


class PlanDocument(_PlanRequired, total=False):
    """A plan (年度抽查工作计划)."""

    document_number: str
    """The document number (文号) [I1]."""
    window: WindowDocument
    """The period of the inspections [I1]."""
    basis: Sequence[str]
    """The documents on which the plan is based [I1]."""
    classes: Sequence[ClassDocument]
    """Two to nine risk classes, the highest risk first; by default high, elevated, general and low [I1]."""
    limits: Sequence[LimitDocument]
    """The limits on visits to an entity for any task [I1] [F2]."""
    max_load: int
    """The load from which on an inspector gets no further seat [T3]."""
    extra: Mapping[str, str]
    """Other data of the office [I1]."""


# This form is used because `class` is a keyword in Python.
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
    """A row of the registry: an entity (检查对象).

    - `class`: The risk class; absent if the entity is not rated [I3].
    - `categories`: The categories, a set [I3] [I6].
    - `district`: The administrative division, GB/T 2260 [I3].
    - `industry`: The industry code, GB/T 4754 [I3].
    - `status`: Whether the entity can be drawn [I3] [F1].
    - `established`: The day on which the entity was established [I3].
    - `exempt`: Why the entity is exempt from the draw (免检) [I3] [F2].
    - `exempt_from`: The tasks from which the entity is exempt, a set; all if absent [I3] [I6] [F2].
    - `extra`: Other columns of the office [I3].
    """

    id: str
    """The id, normally the unified social credit code, GB 32100-2015 [I3]."""
    name: str
    """The name [I3]."""


class _InspectorRequired(TypedDict):
    id: str
    """The id, normally the number of the enforcement certificate [I4]."""
    name: str
    """The name [I4]."""
    department: str
    """The department [I4]."""


class InspectorDocument(_InspectorRequired, total=False):
    """A row of the roster: an inspector (执法检查人员)."""

    district: str
    """The administrative division [I4]."""
    skills: Sequence[str]
    """The skills, a set [I4] [I6]."""
    lead: bool
    """Whether the inspector can lead a team (主办人员) [I4]."""
    expert: bool
    """Whether this is an expert, who is not an enforcement inspector [I4]."""
    max_load: int
    """The load from which on the inspector gets no further seat [I4] [T3]."""
    load: int
    """The open cases of the inspector at the time of sealing [I4] [T3]."""
    valid_to: str
    """The last day of the certificate [I4]."""
    recuse: Sequence[str]
    """The entities that this inspector must not inspect (回避), a set [I4]."""
    extra: Mapping[str, str]
    """Other columns of the office [I4]."""


class _VisitRequired(TypedDict):
    entity: str
    """The id of the inspected entity [I5]."""
    task: str
    """The id of the task [I5]."""
    date: str
    """The day of the inspection [I5]."""


class VisitDocument(_VisitRequired, total=False):
    """A row of the history: an inspection already carried out."""

    kind: VisitKind
    """planned, or case: after a complaint, a transfer or similar. A case does not count for limits [I5]."""
    by: Sequence[str]
    """The departments or levels that visited, a set [I5] [I6] [F2]."""
    inspectors: Sequence[str]
    """The inspectors who visited, a set [I5] [I6] [T2]."""


class _InspectionRequired(TypedDict):
    task: str
    entity: str
    date: str
    outcomes: Sequence[str]


class InspectionDocument(_InspectionRequired, total=False):
    """One inspection of `Results`: the result of an entity for a task [O1]. Outcomes and measures are codes."""

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
"""An event after the draw, with the time, the person who approved it, and the reason: what `Sealed.amend`
takes."""
