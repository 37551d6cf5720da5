"""Shared by all tests: a small case, the vectors, folders."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

import suiji

ROOT = Path(__file__).resolve().parents[3]
VECTORS = ROOT / "tests" / "vectors"
EXAMPLES = ROOT / "examples"
# Appended at the end, because the reference has a test_vectors.py too.
sys.path.append(str(ROOT / "tests" / "reference"))

PLAN: suiji.PlanDocument = {
    "title": "样例计划",
    "authority": "样例县工信局",
    "year": 2024,
    "tasks": [
        {
            "id": "J1",
            "name": "样例抽查",
            "quota": {"exactly": "40%"},
            "reserves": 1,
            "team": {"seats": [{"department": "样例县工信局", "count": 2}]},
        }
    ],
}
ENTITIES = [{"id": f"F-{n:02}", "name": f"样例企业{n}"} for n in range(1, 11)]
INSPECTORS = [{"id": f"Z-{n}", "name": f"样例人员{n}", "department": "样例县工信局"} for n in range(1, 6)]
DIE = suiji.Source.live("掷骰二十次", by="witness", parts=[suiji.Part(20, 1, 6)])
THROWN = [3, 5, 1, 6, 2, 4, 4, 3, 5, 1, 2, 6, 6, 4, 1, 2, 3, 5, 6, 1]


def ceremony(**options: Any) -> suiji.Ceremony:
    return suiji.Ceremony([DIE], hash="sha256", sealed_at="2024-09-02T09:00:00+08:00", **options)


def contributions() -> list[suiji.Contribution]:
    return [DIE.arrange(THROWN)]


def request(**fields: Any) -> Any:
    """A request for an amendment."""
    return {"at": "2024-09-05T09:00:00+08:00", "approved_by": "样例局长", "reason": "样例理由", **fields}


class Case:
    """The case has ten entities, five inspectors and one task."""

    def __init__(self, **options: Any) -> None:
        self.plan = suiji.Plan(PLAN)
        self.registry = suiji.Registry(ENTITIES)
        self.roster = suiji.Roster(INSPECTORS)
        self.history = suiji.History()
        self.ceremony = ceremony(**options)
        self.sealed = suiji.seal(self.plan, self.registry, self.ceremony, roster=self.roster)
        self.record = self.sealed.draw(contributions())

    def form(self) -> suiji.PublicForm:
        return suiji.PublicForm.of(self.record, secret=self.sealed.secret)

    def amendments(self) -> suiji.Amendments:
        """The lead of the first team falls ill, and the second entity has closed."""
        first, second, *_ = self.record.draw("J1").teams
        requests = [
            request(kind="away", inspectors=[first.members[0]]),
            request(kind="substitute", seats=[{"task": "J1", "entity": first.entity, "seat": 0}]),
            request(kind="reserve", task="J1", entity=second.entity),
        ]
        return self.sealed.amend(self.record, requests)


@pytest.fixture(scope="session")
def case() -> Case:
    return Case()


def documents(case: Case) -> list[Any]:
    """One of each class that is a document or a part of one."""
    return [
        case.plan,
        case.ceremony,
        case.ceremony.sources[0],
        case.ceremony.sources[0].parts[0],
        case.sealed.commitment,
        case.record,
        case.record.contributions,
        case.record.contributions[0],
        case.form(),
        case.sealed.receipt(case.record, "F-01"),
        case.amendments(),
    ]


#: The plan of an office as text, with one task.
PLAN_TEXT = (
    "样例县工信局2024年度内部双随机抽查工作计划\n"
    "序号\t抽查任务名称\t抽查事项\t抽查范围\t抽查比例/数量\t抽查检查时间\n"
    "1\t对汽车销售企业的抽查\t经营活动的检查\t汽车销售企业\t不低于20% 1次/年\t9月-11月\n"
)


def import_log() -> suiji.ImportLog:
    """The log of an import with one change."""
    return suiji.import_table("统一社会信用代码,企业名称\n91140521MA41L67N91 ,样例二公司\n".encode())[1]


def canonical(value: object) -> bytes:
    """The canonical JSON of a value that was read from JSON."""
    return suiji.canonical_json(json.dumps(value))


def vectors(kind: str) -> list[Any]:
    """The vectors of a kind, as parameters of pytest."""
    files = sorted((VECTORS / kind).glob("*.json"))
    return [pytest.param(json.loads(file.read_text("utf-8")), id=file.stem) for file in files]
