"""The words that fields can have, as types. Each type is an enum of the Rust library."""

from __future__ import annotations

from typing import Literal

By = Literal["office", "witness", "public"]
"""The kind of person who controls a source."""
ContributionKind = Literal["committed", "live", "drand"]
"""The kind of a contribution."""
DistrictRule = Literal["same", "other"]
"""Whether inspectors come from the district of the entity, or from another."""
ErrorKind = Literal[
    "plan",
    "registry",
    "roster",
    "history",
    "ceremony",
    "commitment",
    "contributions",
    "record",
    "public_form",
    "amendments",
    "results",
    "receipt",
    "verification",
    "file",
    "value",
    "cancelled",
]
"""The document of an error."""
Hash = Literal["sha256", "sm3"]
"""The hash suite."""
ImportAbout = Literal["column", "columns", "constant", "letters", "date_order", "value", "row", "conflict"]
"""The subject of a question of an import."""
ImportList = Literal["registry", "roster", "history", "plan"]
"""The list that an import reads."""
TaskKind = Literal["joint", "internal"]
"""The kind of a task: of several departments (部门联合) or of one (内部)."""
Missing = Literal[
    "plan",
    "registry",
    "history",
    "roster",
    "secret",
    "sealed_input",
    "sealed_secret",
    "record",
    "limit",
    "earlier_check",
]
"""The missing evidence of a check."""
Outcome = Literal["established", "failed", "not_checked", "on_trust"]
"""The outcome of a check."""
OutcomeGroup = Literal["clear", "violation", "unreachable", "refused", "closed"]
"""The group of an outcome of an inspection."""
PlanChangeKind = Literal["task_added", "task_removed", "added", "removed", "changed", "order"]
"""The kind of a difference between two plans."""
SampleState = Literal["selected", "reserve", "in_frame", "excluded", "out_of_scope"]
"""The state of an entity in a task, in a frame or a sample."""
Severity = Literal["error", "warning", "note"]
"""How serious a finding is."""
SourceKind = Literal["committed", "live", "drand"]
"""The kind of a source."""
Stage = Literal["read", "sort", "hash", "frame", "short", "tickets", "teams", "balance", "record", "compare", "write"]
"""The stage of a long call, for `progress`."""
State = Literal["selected", "reserve", "not_selected", "excluded", "inactive", "out_of_scope", "absent"]
"""The result of a draw for an entity."""
Status = Literal["active", "inactive"]
"""Whether an entity is in business."""
Targeting = Literal["targeted", "untargeted"]
"""Whether a task is limited to a type, trade or region (定向) or not (不定向)."""
Verdict = Literal["holds", "incomplete", "other_inputs", "fails"]
"""The verdict of a report."""
VisitKind = Literal["planned", "case"]
"""The reason of an inspection: a task of a plan, or a case such as a complaint."""
