"""Documents as HTML for notebooks: plain tables, in the style of the notebook."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from suiji import (
        AmendedState,
        AmendedTeam,
        Amendment,
        Amendments,
        Ceremony,
        Commitment,
        Contribution,
        Contributions,
        Draw,
        DrawnTable,
        History,
        ImportLog,
        ImportQuestion,
        Papers,
        Part,
        Plan,
        PublicForm,
        Receipt,
        Record,
        Registry,
        Report,
        Results,
        Roster,
        SampleTable,
        Source,
        TeamTable,
    )

#: The number of rows shown of a longer table.
ROWS = 20
#: The number of characters shown of a longer cell.
CELL = 200
MARKS = {"established": "✓", "failed": "✗", "not_checked": "?", "on_trust": "…"}
VERDICTS = {"holds": "✓", "incomplete": "?", "other_inputs": "≠", "fails": "✗"}
#: The fields of a row, the most important first.
ENTITY = {
    "id": "编号",
    "name": "名称",
    "class": "风险类别",
    "categories": "行业标签",
    "district": "行政区划",
    "industry": "行业",
    "status": "状态",
    "established": "成立日期",
    "exempt": "免检",
    "exempt_from": "免检任务",
}
INSPECTOR = {
    "id": "证件号",
    "name": "姓名",
    "department": "部门",
    "district": "行政区划",
    "skills": "专长",
    "lead": "可任主办",
    "expert": "专家",
    "max_load": "承担上限",
    "load": "在办户数",
    "valid_to": "证件有效期至",
    "recuse": "回避",
}
INSPECTION = {
    "entity": "检查对象",
    "task": "任务",
    "date": "日期",
    "kind": "类型",
    "by": "检查部门",
    "inspectors": "检查人员",
}
SOURCE = {
    "kind": "类型",
    "by": "出自",
    "name": "随机源",
    "commitment": "承诺值",
    "parts": "各部分",
}


def plan(it: Plan) -> str:
    """The tasks of a plan."""
    document = it.document
    rows = [(task["id"], task["name"], _quota(task.get("quota", {}))) for task in document["tasks"]]
    return _page(f"{it.title}（{it.authority}，{it.year}）", ("任务 task", "名称 name", "比例/数量 quota"), rows)


def registry(it: Registry) -> str:
    """The first entities."""
    return _rows("检查对象名录库 registry", ENTITY, it)


def roster(it: Roster) -> str:
    """The first inspectors."""
    return _rows("执法检查人员名录库 roster", INSPECTOR, it)


def history(it: History) -> str:
    """The first inspections."""
    return _rows("检查历史 history", INSPECTION, it)


def part(it: Part) -> str:
    """One part of a live source."""
    rows = [(it.count, f"{it.from_}–{it.to}", _cell(it.is_distinct))]
    return _page("部分 part", ("个数 count", "范围 from–to", "不重复 distinct"), rows)


def source(it: Source) -> str:
    """The fields of the source."""
    document = dict(it.document)
    if it.parts:
        document["parts"] = [_part(part) for part in it.parts]
    return _page("随机源 source", *_columns(SOURCE, [document]))


def ceremony(it: Ceremony) -> str:
    """The sources of a ceremony, without its secret."""
    rows = [(source.kind, source.by, source.name) for source in it.sources]
    title = f"抽取仪式 ceremony：{it.hash}，{it.sealed_at or '—'}{'' if it.secret is None else '，已盲化 blinded'}"
    return _page(title, ("类型 kind", "出自 by", "随机源 source"), rows)


def contribution(it: Contribution) -> str:
    """Its kind, without its value."""
    return _page("随机源取值 contribution", ("类型 kind",), [(it.kind,)])


def contributions(it: Contributions) -> str:
    """The number of contributions, without their values."""
    return _page("随机源取值 contributions", ("数量 count",), [(len(it),)])


def commitment(it: Commitment) -> str:
    """The digest for reading aloud, and the strata."""
    rows = [
        (task.id, stratum.stratum, stratum.size, stratum.take, stratum.probability)
        for task in it.tasks
        for stratum in task.strata
    ]
    head = ("任务 task", "层 stratum", "抽样框 size", "抽取 take", "概率 probability")
    title = f"封存单 commitment：{it.authority}，{it.sealed_at}"
    return _page(title, head, rows, it.digest_groups)


def record(it: Record) -> str:
    """The number of entities that each task drew."""
    rows = [(of.task, len(of.selected), len(of.reserves), len(of.teams)) for of in it.draws]
    head = ("任务 task", "抽中 selected", "备选 reserves", "小组 teams")
    return _page("抽取记录 record", head, rows, it.digest)


def draw(it: Draw) -> str:
    """The first selected entities with their inspectors."""
    members = {team.entity: _cell(team.members) for team in it.teams}
    rows = [(of.id, of.stratum, members.get(of.id, "")) for of in islice(it.selected, ROWS)]
    head = ("抽中 selected", "层 stratum", "检查人员 members")
    return _page(f"抽取 draw：{it.task}", head, rows) + _more(len(it.selected))


def table(it: DrawnTable | SampleTable | TeamTable) -> str:
    """The first rows."""
    head: Sequence[str] = getattr(it[0], "_fields", ()) if len(it) else ()
    cells = ([_cell(value) for value in row] for row in islice(it, ROWS))
    return _table(head, cells) + _more(len(it))


def papers(it: Papers) -> str:
    """The first files, and the minutes in printed form."""
    rows = [(of.title, of.name, _cell(of.is_public)) for of in it[:ROWS]]
    listed = _page("文书 papers", ("名称 title", "文件 name", "可公开 public"), rows) + _more(len(it))
    return listed + "".join(of._repr_html_() for of in it.of("minutes", "html")[:1])


def results(it: Results) -> str:
    """The first inspections."""
    rows = [
        (of.task, of.entity, of.date, _names(it.outcome_name_zh, of.outcomes), _names(it.measure_name_zh, of.measures))
        for of in it.inspections[:ROWS]
    ]
    head = ("任务 task", "检查对象 entity", "日期 date", "结果 outcomes", "措施 measures")
    return _page("检查结果 results", head, rows, it.record) + _more(len(it))


def _names(name: Callable[[str], str | None], codes: Sequence[str]) -> str:
    return "、".join(name(code) or code for code in codes)


def amendments(it: Amendments) -> str:
    """The change, its time and reason, and the person who approved it."""
    rows = [(of.at, of.change.kind, _change(of), of.reason, of.approved_by) for of in it]
    head = ("时间 at", "类型 kind", "变更 change", "理由 reason", "批准人 approved by")
    return _page("变更记录 amendments", head, rows, it.record)


def state(it: AmendedState) -> str:
    """The first teams in their current state."""
    teams = [(task, team) for task in it._tasks() for team in it.teams(task)]
    rows = [(task, team.entity, _seats(team), _entity(team)) for task, team in teams[:ROWS]]
    head = ("任务 task", "检查对象 entity", "席位 seats", "")
    title = f"检查小组现状 state，不能参加 away：{_cell(it.away) or '—'}"
    return _page(title, head, rows) + _more(len(teams))


def public_form(it: PublicForm) -> str:
    """The first selected entities of each task."""
    rows = [(of.task, " ".join(of.selected[:ROWS])) for of in it.draws]
    return _page("公示文本 public form", ("任务 task", "抽中 selected"), rows, it.record)


def receipt(it: Receipt) -> str:
    """The state of the entity in each task."""
    rows = [
        (statement.task, statement.state, _cell(statement.stratum), _cell(statement.probability))
        for statement in it.tasks
    ]
    head = ("任务 task", "状态 state", "层 stratum", "概率 probability")
    return _page(f"查验单 receipt：{it.entity} {it.name or ''}", head, rows)


def report(it: Report) -> str:
    """The verdict, the facts that are proved or not proved, and those that must be trusted."""
    boxes = {"已核实 proved": _checks(it, "established"), "未核实 not proved": _checks(it, "failed", "not_checked")}
    boxes["未核实 not proved"] += [("!", "", warning.message_zh, warning.message) for warning in it.warnings]
    boxes["只能采信 on trust"] = _checks(it, "on_trust")
    boxes["只能采信 on trust"] += [("…", "V2", trust.message_zh, trust.message) for trust in it.trust]
    rows = [(box if not place else "", *row) for box, rows in boxes.items() for place, row in enumerate(rows)]
    verdict = f"{VERDICTS[it.verdict]} {it.message_zh} {it.message}"
    return _page(f"核验 report：{verdict}", ("", "", "规则 rule", "核验", "check"), rows)


def import_log(it: ImportLog) -> str:
    """The totals, the open questions, and the first changes."""
    totals = [f"{of.list} {of.read} → {of.taken}" for of in it.summaries]
    questions = [("?", of.id, of.message_zh, _answers(of)) for of in it.questions]
    changes = [(of.row or "", of.column, f"{of.before} → {of.after}", _cell(of.rules)) for of in islice(it, ROWS)]
    rows = [[_short(str(cell)) for cell in row] for row in questions[:ROWS] + changes]
    title = f"导入记录 import log：{'，'.join(totals) or '—'}"
    head = ("行 row", "列 column", "变更 change", "规则 rule")
    return _page(title, head, rows) + _more(len(it))


def _answers(of: ImportQuestion) -> str:
    answers = [choice.answer for choice in of.choices]
    return _cell([*answers, "其他值 another value"] if of.any_value else answers)


def _checks(it: Report, *outcomes: str) -> list[tuple[str, str, str, str]]:
    checks = (check for check in it.checks if check.outcome in outcomes)
    return [(MARKS[check.outcome], check.rule, check.message_zh, check.message) for check in checks]


def _rows(title: str, names: Mapping[str, str], it: Registry | Roster | History) -> str:
    rows = [json.loads(line) for line in it._head(ROWS)]
    return _page(f"{title}：{len(it)} 行 rows", *_columns(names, rows)) + _more(len(it))


def _columns(names: Mapping[str, str], rows: Sequence[dict[str, object]]) -> tuple[list[str], list[list[str]]]:
    """The fields that the rows have, the known ones first, and the cells."""
    flat = [_flat(row) for row in rows]
    there = {field for row in flat for field in row}
    fields = [field for field in names if field in there]
    fields += sorted(there.difference(names))
    head = [f"{names[field]} {field}" if field in names else field for field in fields]
    return head, [[_short(_cell(row.get(field))) for field in fields] for row in flat]


def _flat(row: dict[str, object]) -> dict[str, object]:
    extra = row.get("extra")
    if not isinstance(extra, dict):
        return row
    return {field: value for field, value in row.items() if field != "extra"} | {
        f"extra.{name}": value for name, value in extra.items()
    }


def _short(text: str) -> str:
    return text if len(text) <= CELL else f"{text[:CELL]}…"


def _part(part: Part) -> str:
    distinct = "不重复 distinct" if part.is_distinct else ""
    return f"{part.count} × {part.from_}–{part.to} {distinct}".rstrip()


def _change(of: Amendment) -> str:
    """The fields of a change. In a substitution, the inspectors who leave and who step in."""
    change = of.change
    if change.kind == "substitute":
        seats = (f"{at.task} {at.entity} {at.seat}: {at.leaves} → {at.inspector or '—'}" for at in change.seats)
        return _short("、".join(seats))
    fields = change._asdict()
    del fields["kind"]
    return _short(" ".join(f"{name} {_cell(value)}" for name, value in fields.items() if value or value == 0))


def _seats(team: AmendedTeam) -> str:
    return "、".join(inspector or "—" for inspector in team.seats)


def _entity(team: AmendedTeam) -> str:
    """Whether the entity is a used reserve, or was replaced by one."""
    marks = [
        text for text, on in (("备选 reserve", team.is_reserve), ("已由备选增补 replaced", team.is_replaced)) if on
    ]
    return "，".join(marks)


def _quota(quota: object) -> str:
    assert isinstance(quota, dict)
    return ", ".join(f"{name} {value}" for name, value in quota.items()) or "—"


def _cell(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return "、".join(map(str, value))
    if value is True:
        return "✓"
    return "" if value is None else str(value)


def _page(title: str, head: Sequence[str], rows: Iterable[Sequence[object]], digest: str = "") -> str:
    code = f"<br><code>{escape(digest)}</code>" if digest else ""
    return f"<div><strong>{escape(title)}</strong>{code}</div>{_table(head, rows)}"


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    top = "".join(f"<th>{escape(name)}</th>" for name in head)
    body = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _more(rows: int) -> str:
    return f"<div>… 共 {rows} 行 rows</div>" if rows > ROWS else ""
