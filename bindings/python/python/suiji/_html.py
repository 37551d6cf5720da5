"""What a notebook shows of documents: plain tables, which take the notebook's own style."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from suiji import (
        Ceremony,
        Commitment,
        Contributions,
        DrawnTable,
        Plan,
        PublicForm,
        Receipt,
        Record,
        Report,
        TeamTable,
    )

#: A notebook shows the beginning of what is longer.
ROWS = 20
MARKS = {"established": "✓", "failed": "✗", "not-checked": "?", "on-trust": "…"}
VERDICTS = {"holds": "✓ 成立 holds", "incomplete": "? 不完整 incomplete", "fails": "✗ 不成立 fails"}


def plan(it: Plan) -> str:
    """The tasks of a plan."""
    document = it.document
    rows = [(task["id"], task["name"], _quota(task.get("quota", {}))) for task in document["tasks"]]
    return _page(f"{it.title}（{it.authority}，{it.year}）", ("任务 task", "名称 name", "比例/数量 quota"), rows)


def ceremony(it: Ceremony) -> str:
    """The sources of a ceremony, without its secret."""
    rows = [(source.kind, source.by, source.name) for source in it.sources]
    title = f"抽取仪式 ceremony：{it.hash}，{it.sealed_at or '—'}{'，已盲化 blinded' if it.is_blinded else ''}"
    return _page(title, ("类型 kind", "出自 by", "随机源 source"), rows)


def contributions(it: Contributions) -> str:
    """How many there are; what they are is nobody's business here."""
    return _page("随机源取值 contributions", ("数量 count",), [(len(it),)])


def commitment(it: Commitment) -> str:
    """The digest, to be read out, and what is taken of each stratum."""
    rows = [
        (task.id, stratum.stratum, stratum.size, stratum.take, stratum.probability)
        for task in it.tasks
        for stratum in task.strata
    ]
    head = ("任务 task", "层 stratum", "抽样框 size", "抽取 take", "概率 probability")
    title = f"封存单 commitment：{it.authority}，{it.sealed_at}"
    return _page(title, head, rows, it.digest_groups)


def record(it: Record) -> str:
    """The numbers of what was drawn."""
    rows = [(task, len(it.selected(task)), len(it.reserves(task)), len(it.teams(task))) for task in it.tasks]
    head = ("任务 task", "抽中 selected", "备选 reserves", "小组 teams")
    return _page("抽取记录 record", head, rows, it.digest)


def table(it: DrawnTable | TeamTable) -> str:
    """The first rows."""
    head: Sequence[str] = getattr(it[0], "_fields", ()) if len(it) else ()
    cells = ([_cell(value) for value in row] for row in islice(it, ROWS))
    more = f"… 共 {len(it)} 行 rows" if len(it) > ROWS else ""
    return _table(head, cells) + _note(more)


def public_form(it: PublicForm) -> str:
    """The selected of each task."""
    rows = [(task, " ".join(it.selected(task)[:ROWS])) for task in it.tasks]
    return _page("公示文本 public form", ("任务 task", "抽中 selected"), rows, it.record)


def receipt(it: Receipt) -> str:
    """What became of the entity in each task."""
    rows = [
        (statement.task, statement.state, _cell(statement.stratum), _cell(statement.probability))
        for statement in it.tasks
    ]
    head = ("任务 task", "状态 state", "层 stratum", "概率 probability")
    return _page(f"查验单 receipt：{it.entity} {it.name or ''}", head, rows)


def report(it: Report) -> str:
    """The verdict and each check; then the warnings, and what remains on trust."""
    rows = [(MARKS[check.outcome], check.rule, check.message_zh, check.message) for check in it.checks]
    rows += [("!", "", warning.message_zh, warning.message) for warning in it.warnings]
    rows += [("…", "V2", trust.message_zh, trust.message) for trust in it.trust]
    return _page(f"核验 report：{VERDICTS[it.verdict]}", ("", "规则 rule", "核验", "check"), rows)


def _quota(quota: object) -> str:
    assert isinstance(quota, dict)
    return ", ".join(f"{name} {value}" for name, value in quota.items()) or "—"


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return "、".join(map(str, value))
    return "" if value is None else str(value)


def _page(title: str, head: Sequence[str], rows: Iterable[Sequence[object]], digest: str = "") -> str:
    code = f"<br><code>{escape(digest)}</code>" if digest else ""
    return f"<div><strong>{escape(title)}</strong>{code}</div>{_table(head, rows)}"


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    top = "".join(f"<th>{escape(name)}</th>" for name in head)
    body = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _note(text: str) -> str:
    return f"<div>{escape(text)}</div>" if text else ""
