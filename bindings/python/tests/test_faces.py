"""The repr and the HTML of all classes."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest

import suiji
from conftest import DIE, THROWN, Case, documents, import_log

HOSTILE = "<script>alert('&amp;')</script>"


def cells(thing: Any) -> list[list[str]]:
    """The texts of the cells in the HTML of a notebook, head first."""
    tree = ElementTree.fromstring(f"<p>{thing._repr_html_().replace('<br>', '<br/>')}</p>")
    (table,) = tree.iter("table")
    return [["".join(cell.itertext()) for cell in row] for row in table.iter("tr")]


def test_everything_has_a_repr_and_html(case: Case) -> None:
    things = [
        *documents(case),
        case.registry,
        case.roster,
        case.history,
        case.sealed,
        suiji.verify(case.record),
        case.record.draw("J1"),
        case.record.draw("J1").selected,
        case.record.draw("J1").teams,
        case.amendments().state(case.record),
        case.record.sample(),
        suiji.Results(case.record),
        case.record.papers(case.sealed, kinds=["announcement"]),
        import_log(),
    ]
    classes = [thing for name in suiji.__all__ if isinstance(thing := getattr(suiji, name), type)]
    # Named tuples, dataclasses and errors have the repr of Python.
    others = (
        suiji.Error,
        suiji.Fault,
        suiji.Finding,
        suiji.ImportQuestion,
        suiji.LeftOut,
        suiji.InNoTask,
        suiji.Visited,
        suiji.Counts,
        suiji.InspectionStatus,
        suiji.Paper,
        dict,
        tuple,
    )
    assert {type(thing) for thing in things} == {of for of in classes if not issubclass(of, others)}
    for thing in things:
        assert repr(thing).lstrip("<").startswith("suiji.")
        head, *rows = cells(thing)
        assert all(len(row) == len(head) for row in rows)
    assert "企业" not in case.record.contributions._repr_html_()


def test_a_table_shows_its_fields_and_the_other_columns_of_the_office() -> None:
    rows = [
        {"id": "F-02", "name": "样例乙", "extra": {"电话": "123"}, "status": "inactive"},
        {"id": "F-01", "name": "样例甲", "categories": ["超市", "加油站"], "extra": {"备注": "样例行"}},
    ]
    assert cells(suiji.Registry(rows)) == [
        ["编号 id", "名称 name", "行业标签 categories", "状态 status", "extra.备注", "extra.电话"],
        ["F-01", "样例甲", "加油站、超市", "", "样例行", ""],
        ["F-02", "样例乙", "", "inactive", "", "123"],
    ]
    inspector = {"id": "Z-1", "name": "样例人员", "department": "样例县工信局"}
    inspectors: list[dict[str, Any]] = [
        {**inspector, "lead": True, "max_load": 3},
        {**inspector, "id": "Z-2", "recuse": ["F-01", "F-02"]},
    ]
    assert cells(suiji.Roster(inspectors)) == [
        ["证件号 id", "姓名 name", "部门 department", "可任主办 lead", "承担上限 max_load", "回避 recuse"],
        ["Z-1", "样例人员", "样例县工信局", "✓", "3", ""],
        ["Z-2", "样例人员", "样例县工信局", "", "", "F-01、F-02"],
    ]
    history = suiji.History([{"entity": "F-01", "task": "J0", "date": "2023-05-06", "kind": "case"}])
    assert cells(history) == [
        ["检查对象 entity", "任务 task", "日期 date", "类型 kind"],
        ["F-01", "J0", "2023-05-06", "case"],
    ]
    assert "检查历史 history：1 行 rows" in history._repr_html_()
    assert cells(suiji.History()) == [[]]


@pytest.mark.parametrize("bytes_of_a_row", [10, 200_000])
def test_of_a_long_table_only_the_first_rows_are_shown(bytes_of_a_row: int) -> None:
    rows = [{"id": f"F-{n:02}", "name": "样例", "extra": {"注": "x" * bytes_of_a_row}} for n in range(25)]
    long = suiji.Registry(rows)
    assert [row[0] for row in cells(long)[1:]] == [f"F-{n:02}" for n in range(20)]
    assert "registry：25 行 rows" in long._repr_html_() and "… 共 25 行 rows" in long._repr_html_()
    whole = suiji.Registry(rows[:20])
    assert len(cells(whole)) == 21 and "… 共" not in whole._repr_html_()
    assert len(long._repr_html_()) < 20_000


def test_a_long_text_is_cut_in_a_cell() -> None:
    row = {"id": "F-01", "name": "样例" * 100, "extra": {"注": "样" * 201}}
    assert cells(suiji.Registry([row]))[1] == ["F-01", "样例" * 100, "样" * 200 + "…"]


def test_a_source_shows_the_fields_of_its_kind(case: Case) -> None:
    assert cells(case.ceremony.sources[0]) == [
        ["类型 kind", "出自 by", "随机源 name", "各部分 parts"],
        ["live", "witness", "掷骰二十次", "20 × 1–6"],
    ]
    chosen = suiji.Source.committed("样例局", by="office", commitment="ab" * 32)
    assert cells(chosen) == [
        ["类型 kind", "出自 by", "随机源 name", "承诺值 commitment"],
        ["committed", "office", "样例局", "ab" * 32],
    ]


def test_html_of_hostile_names_is_escaped() -> None:
    task: suiji.TaskDocument = {"id": "J1", "name": HOSTILE, "quota": {"count": 1}}
    plan = suiji.Plan({"title": HOSTILE, "authority": "a\"'", "year": 2024, "tasks": [task]})
    registry = suiji.Registry([{"id": "F-01", "name": HOSTILE, "extra": {HOSTILE: HOSTILE}}])
    roster = suiji.Roster([{"id": "Z-1", "name": HOSTILE, "department": HOSTILE, "skills": [HOSTILE]}])
    source = suiji.Source.live(HOSTILE, by="witness", parts=DIE.parts)
    ceremony = suiji.Ceremony([source], hash="sm3")
    for thing, times in ((plan, 1), (registry, 2), (roster, 3), (source, 1), (ceremony, 1)):
        html = thing._repr_html_()
        assert "<script" not in html and "&amp;amp;" in html
        assert sum(HOSTILE in row for row in cells(thing)) == 1
        assert sum(row.count(HOSTILE) for row in cells(thing)) == times
    assert f"extra.{HOSTILE}" in cells(registry)[0]


def test_amendments_show_who_leaves_and_who_steps_in(case: Case) -> None:
    amendments = case.amendments()
    _, substitute, reserve = amendments
    assert isinstance(substitute.change, suiji.Substitute) and isinstance(reserve.change, suiji.Reserve)
    (seat,) = substitute.change.seats
    rows = cells(amendments)[1:]
    assert [row[1] for row in rows] == ["away", "substitute", "reserve"]
    assert all(row[0] == "2024-09-05T09:00:00+08:00" and row[3:] == ["样例理由", "样例局长"] for row in rows)
    assert rows[0][2] == f"inspectors {seat.leaves}"
    assert rows[1][2] == f"J1 {seat.entity} 0: {seat.leaves} → {seat.inspector}"
    assert reserve.change.reserve in rows[2][2]
    state = amendments.state(case.record)
    rows = cells(state)[1:]
    assert [row[1] for row in rows] == [team.entity for team in state.teams("J1")]
    assert [row[3] for row in rows] == ["", "已由备选增补 replaced", "", "", "备选 reserve"]


def test_a_draw_shows_the_selected_entities_with_their_inspectors(case: Case) -> None:
    draw = case.record.draw("J1")
    rows = [[of.id, "all", "、".join(team.members)] for of, team in zip(draw.selected, draw.teams)]
    assert cells(draw)[1:] == rows and len(rows) == 4


def test_a_report_shows_what_is_proved_what_is_not_and_what_is_on_trust(case: Case) -> None:
    report = suiji.verify(case.record, commitment="0" * 64)
    rows = cells(report)[1:]
    boxes = [(place, row[0]) for place, row in enumerate(rows) if row[0]]
    assert [name for _, name in boxes] == ["已核实 proved", "未核实 not proved", "只能采信 on trust"]
    _, second, third = (place for place, _ in boxes)
    assert {row[1] for row in rows[:second]} == {"✓"} and {row[1] for row in rows[second:third]} == {"✗", "?"}
    assert [row[4] for row in rows[third:]] == [trust.message for trust in report.trust]


def test_nothing_shows_a_secret() -> None:
    secret, nonce = "5f" * 32, "7a" * 32
    commitment = suiji.Contribution.commitment(nonce=nonce, value="三六五", hash="sha256")
    source = suiji.Source.committed("县工信局", by="office", commitment=commitment)
    opened = suiji.Contribution.committed(nonce=nonce, value="三六五")
    case = Case(secret=secret)
    things = [*documents(case), case.sealed, opened, suiji.Contributions("0" * 64, [opened]), source]
    shown = [face for thing in things for face in (repr(thing), thing._repr_html_())]
    assert not any(hidden in text for text in shown for hidden in (secret, nonce, "三六五"))
    assert "committed" in opened._repr_html_()
    assert not any(sep.join(map(str, THROWN[:5])) in "".join(shown) for sep in ("", "、", ", ", ","))
    assert secret in case.ceremony.to_json_with_secret() and case.ceremony.secret == case.sealed.secret == secret
