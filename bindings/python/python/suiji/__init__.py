"""双随机抽查: a double-random draw of inspections that anyone can check afterwards.

Which firms are inspected, and which officers inspect them, by lot. One task, ten firms, twenty throws of a die:

    import suiji

    task = {"id": "J1", "name": "样例抽查", "quota": {"count": 3}}
    plan = suiji.Plan({"title": "样例计划", "authority": "样例县工信局", "year": 2024, "tasks": [task]})
    firms = suiji.Registry({"id": f"F-{n:02}", "name": "样例企业"} for n in range(1, 11))
    die = suiji.Source.live("企业代表掷骰二十次", by="witness", symbols="123456", length=20)
    ceremony = suiji.Ceremony([die], hash="sm3", sealed_at="2024-09-02T09:00:00+08:00")
    sealed = suiji.seal(plan, firms, ceremony)
    print("read out:", sealed.commitment.digest)
    record = sealed.draw([suiji.Contribution.live("35162443512664123561")])
    print([drawn.id for drawn in record.selected("J1")])

`firms` may as well be a pandas or polars frame, or whatever else speaks Arrow. The rules, byte for byte, are those
of SPEC.md; marks such as [D2] name them.
"""

from suiji._documents import (
    ClassDocument,
    ModeDocument,
    PlanDocument,
    QuotaDocument,
    RiskDocument,
    ScopeDocument,
    SeatDocument,
    TaskDocument,
    TeamDocument,
    WindowDocument,
)
from suiji._errors import Error, Fault, InputError, VerificationError
from suiji._native import (
    Ceremony,
    Commitment,
    Contribution,
    Contributions,
    DrawnTable,
    History,
    Plan,
    PublicForm,
    Receipt,
    Record,
    Registry,
    Report,
    Roster,
    Sealed,
    Source,
    TeamTable,
    __version__,
    canonical_json,
    seal,
    verify,
    verify_public,
)
from suiji._values import (
    Check,
    Drawn,
    Fact,
    Finding,
    Followed,
    Root,
    SealedStratum,
    SealedTask,
    Short,
    Statement,
    Superseded,
    TeamDrawn,
    Trust,
)

__all__ = [
    "Ceremony",
    "Check",
    "ClassDocument",
    "Commitment",
    "Contribution",
    "Contributions",
    "Drawn",
    "DrawnTable",
    "Error",
    "Fact",
    "Fault",
    "Finding",
    "Followed",
    "History",
    "InputError",
    "ModeDocument",
    "Plan",
    "PlanDocument",
    "PublicForm",
    "QuotaDocument",
    "Receipt",
    "Record",
    "Registry",
    "Report",
    "RiskDocument",
    "Root",
    "Roster",
    "ScopeDocument",
    "Sealed",
    "SealedStratum",
    "SealedTask",
    "SeatDocument",
    "Short",
    "Source",
    "Statement",
    "Superseded",
    "TaskDocument",
    "TeamDocument",
    "TeamDrawn",
    "TeamTable",
    "Trust",
    "VerificationError",
    "WindowDocument",
    "__version__",
    "canonical_json",
    "seal",
    "verify",
    "verify_public",
]
