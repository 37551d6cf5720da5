"""Imports of the lists and the plan of an office: from files, bytes and frames, with questions, answers and the log."""

from __future__ import annotations

import csv
import datetime
import io
import json
import pickle
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import suiji
from conftest import DIE, EXAMPLES, PLAN_TEXT, ROOT

DATA = ROOT / "crates" / "suiji-import" / "tests" / "data"
OFFICE = DATA / "office"
EXAMPLE = EXAMPLES / "qinshui-2024"
LOST = "registry:row:id::沁水样例901号汽车销售有限公司"
NUMBER = "roster:row:id::样例执法员12"

LIST = (
    "2024年企业名录,,,,\r\n"
    "统一社会信用代码,企业名称,信用风险等级,登记状态,联系电话\r\n"
    "91140521MA00MMAM0X ,样例一公司,低风险,停业,1\r\n"
    "91140521MA41L67N91,样例二公司,高风险,存续,2\r\n"
    ",,,,\r\n"
    "91140521MAQFXYRN0E,样例三公司,,停业,3\r\n"
)
ANSWERS = {"registry:value:status:停业": "inactive"}
CHANGES = [
    (1, "", "2024年企业名录", "", ("title-row",)),
    (2, "联系电话", "联系电话", "", ("column-left-out",)),
    (3, "统一社会信用代码", "91140521MA00MMAM0X ", "91140521MA00MMAM0X", ("trim",)),
    (3, "信用风险等级", "低风险", "low", ("class-word",)),
    (3, "登记状态", "停业", "inactive", ("answer",)),
    (4, "信用风险等级", "高风险", "high", ("class-word",)),
    (4, "登记状态", "存续", "active", ("status-word",)),
    (5, "", "", "", ("blank-row",)),
    (6, "登记状态", "停业", "inactive", ("answer",)),
]


def changes(log: suiji.ImportLog) -> list[tuple[Any, ...]]:
    return [(of.row, of.column, of.before, of.after, of.rules) for of in log]


def test_every_change_is_in_the_log() -> None:
    table, log = suiji.import_table(LIST.encode("gb18030"), name="名录.csv", answers=ANSWERS)
    assert isinstance(table, suiji.Registry) and len(table) == 3
    assert table.entity("91140521MA00MMAM0X") == {
        "class": "low",
        "id": "91140521MA00MMAM0X",
        "name": "样例一公司",
        "status": "inactive",
    }
    assert changes(log) == CHANGES and len(log) == len(CHANGES)
    assert {of.file for of in log} == {"名录.csv"} and log[-1] == list(log)[-1]
    with pytest.raises(IndexError):
        log[len(CHANGES)]
    (summary,) = log.summaries
    assert (summary.list, summary.read, summary.taken) == ("registry", 4, 3)
    assert dict(summary.left_out) == {"blank-row": 1}
    assert dict(summary.changed) == {"trim": 1, "class-word": 2, "status-word": 1, "answer": 2}
    assert summary.columns_left_out == ("联系电话",)
    assert log.questions == () and log.more_questions == 0 and log.understood == ()
    rows = list(csv.reader(io.StringIO(log.to_csv().decode("utf-8-sig"))))
    assert rows[0] == ["file", "sheet", "row", "column", "before", "after", "rule"]
    assert [(int(row[2]), *row[3:6], tuple(row[6].split("+"))) for row in rows[1:]] == CHANGES
    assert '<html lang="zh' in log.to_html() and '<html lang="en' in log.to_html("en")
    with pytest.raises(ValueError, match="zh"):
        log.to_html("fr")  # type: ignore[arg-type]
    assert repr(log) == "<suiji.ImportLog: registry: 4 rows read, 3 taken; 9 changes, 0 open questions>"
    again = pickle.loads(pickle.dumps(log))
    assert again == log and again.to_csv() == log.to_csv() and again.to_html() == log.to_html()
    other = suiji.import_table(LIST.encode(), name="other.csv", answers=ANSWERS)[1]
    assert other != log


def test_the_log_is_a_table_of_arrow() -> None:
    _, log = suiji.import_table(LIST.encode(), answers=ANSWERS)
    columns = ["file", "sheet", "row", "rows", "column", "before", "after", "rules"]
    frames = (pd.DataFrame(log), pl.DataFrame(log), pa.table(log))
    for frame in frames:
        assert (list(frame.columns) if not isinstance(frame, pa.Table) else frame.column_names) == columns
    assert list(frames[0]["row"]) == [of.row for of in log] == frames[1]["row"].to_list()
    assert [tuple(of) for of in frames[2]["rules"].to_pylist()] == [of.rules for of in log]


def test_what_is_not_sure_is_asked_by_an_id_and_answered_by_it() -> None:
    with pytest.raises(suiji.OpenQuestions) as caught:
        suiji.import_table(LIST.encode(), name="名录.csv")
    error = caught.value
    assert isinstance(error, suiji.InputError) and error.code == "import.question" and error.kind == "file"
    (question,) = error.questions
    assert question.id == "registry:value:status:停业" and question.count == 2
    assert (question.list, question.about, question.field, question.value) == ("registry", "value", "status", "停业")
    assert {choice.answer for choice in question.choices} >= {"active", "inactive"}
    assert question.places[0] == suiji.ImportPlace("名录.csv", "", 3, "登记状态")
    assert "停业" in question.message and "停业" in question.message_zh and question.refused is None
    assert question.id in str(error) and question.id in error.message_zh
    fault = error.faults[0]
    assert (fault.place.row, fault.place.path) == (3, "名录.csv")
    assert json.loads(error.to_json())["faults"][0]["code"] == "import.question"
    assert len(error.log) > 0 and error.log.summaries[0].read == 4
    again = pickle.loads(pickle.dumps(error))
    assert again.questions == error.questions and str(again) == str(error)
    with pytest.raises(suiji.OpenQuestions) as caught:
        suiji.import_table(LIST.encode(), answers={question.id: "perhaps"})
    (refused,) = caught.value.questions
    assert refused.refused == "perhaps" and refused.why_refused and refused.why_refused_zh
    table = suiji.import_table(LIST.encode(), answers={question.id: "inactive"})[0]
    kept = {
        "answers": [{"list": "registry", "about": "value", "field": "status", "value": "停业", "answer": "inactive"}]
    }
    for answers in (kept, json.dumps(kept), json.dumps(kept).encode(), {"answers": ANSWERS}):
        assert suiji.import_table(LIST.encode(), answers=answers)[0] == table
    for wrong in ({"no-id": "x"}, "{", {"answers": 5}):
        with pytest.raises(suiji.InputError) as refusal:
            suiji.import_table(LIST.encode(), answers=wrong)
        assert refusal.value.code == "import.answers"


def frames() -> list[Any]:
    """Frames of the same cells as `LIST`, below its title."""
    text = LIST.split("\r\n", 1)[1]
    pandas = pd.read_csv(io.StringIO(text), dtype=str, skip_blank_lines=False)
    arrow = pa.Table.from_pandas(pandas)
    return [
        pandas,
        pandas.astype("category"),
        pl.DataFrame(arrow),
        arrow,
        pa.concat_tables([arrow.slice(0, 1), arrow.slice(1)]),
        arrow.to_batches()[0],
    ]


@pytest.mark.parametrize("frame", frames(), ids=["pandas", "categories", "polars", "arrow", "chunks", "batch"])
def test_a_frame_of_the_same_cells_gives_the_same_table_and_log(frame: Any) -> None:
    text = LIST.split("\r\n", 1)[1].encode()
    expected = suiji.import_table(text, name="a", answers=ANSWERS)
    assert suiji.import_table(frame, name="a", answers=ANSWERS) == expected
    log = suiji.import_table(frame, answers=ANSWERS)[1]
    assert {of.file for of in log} == {"frame"}


def test_cells_of_other_types_are_read_as_a_spreadsheet_shows_them() -> None:
    rows = {
        "执法证号": ["04052124001", "04052124002"],
        "姓名": ["样例甲", "样例乙"],
        "单位": ["样例县工信局"] * 2,
        "是否主办": [True, False],
        "最多承担户数": [12.0, None],
        "在办件数": [3, 0],
        "证件有效期": [datetime.datetime(2025, 12, 31), None],
        "专业": [["汽车", "单用途卡"], []],
    }
    for frame in (pl.DataFrame(rows), pa.table(rows)):
        table, _ = suiji.import_table(frame, as_="roster")
        assert table.inspector("04052124001") == {
            "department": "样例县工信局",
            "id": "04052124001",
            "lead": True,
            "load": 3,
            "max_load": 12,
            "name": "样例甲",
            "skills": ["单用途卡", "汽车"],
            "valid_to": "2025-12-31",
        }
        other = table.inspector("04052124002")
        assert other and "max_load" not in other and "valid_to" not in other
    lost = pd.DataFrame({"统一社会信用代码": [911405210000000000.0, 1.0], "企业名称": ["样例一公司", "样例二公司"]})
    with pytest.raises(suiji.OpenQuestions) as caught:
        suiji.import_table(lost)
    assert any("9.11405" in of.message for of in caught.value.questions)
    with pytest.raises(suiji.InputError) as refused:
        suiji.import_table(pa.table({"统一社会信用代码": [b"A-1"], "企业名称": ["样例"]}))
    assert refused.value.faults[0].place.path == "$.统一社会信用代码"


@pytest.fixture(scope="module")
def office() -> dict[str, Any]:
    """The lists of the office, with its answers."""
    plan = suiji.Plan.read(EXAMPLE / "plan.json")
    with pytest.raises(suiji.OpenQuestions) as caught:
        suiji.import_table(OFFICE / "registry.xlsx", plan=plan)
    lost = next(of for of in caught.value.faults if "沁水样例901号" in of.message)
    assert (lost.place.path, lost.place.row, lost.details) == ("registry.xlsx", 44, {"sheet": "名录库"})
    letters = next(of.id for of in caught.value.questions if of.about == "letters")
    answers = {letters: "a_is_high", LOST: "leave_out", NUMBER: "04052124012"}
    registry, log = suiji.import_table(OFFICE / "registry.xlsx", as_="registry", plan=plan, answers=answers)
    roster, _ = suiji.import_table(OFFICE / "roster.xlsx", as_="roster", plan=plan, answers=answers, registry=registry)
    history, _ = suiji.import_table(
        OFFICE / "history.xlsx", as_="history", plan=plan, answers=answers, registry=registry, roster=roster
    )
    return {"plan": plan, "answers": answers, "registry": registry, "roster": roster, "history": history, "log": log}


def test_the_lists_of_an_office_become_those_of_the_example(office: dict[str, Any]) -> None:
    registry, roster, history = office["registry"], office["roster"], office["history"]
    assert (len(registry), len(roster), len(history)) == (376, 27, 41)
    example = suiji.Registry.read(EXAMPLE / "registry.jsonl")
    different = [id for id in example.ids() if example.entity(id) != registry.entity(id)]
    # Two rows with different categories, and two that are exempt only in the example.
    assert different == ["91140521MA41L67N91", "91140521MAQFXYRN0E", "91140521MAYYATDA8J"]
    (summary,) = office["log"].summaries
    assert (summary.read, summary.taken) == (384, 376) and dict(summary.changed)["class-letter"] == 24
    gbk, _ = suiji.import_table(OFFICE / "registry-gbk.csv", plan=office["plan"], answers=office["answers"])
    assert gbk == registry
    visit = {"date": "2023-09-21", "entity": "91140521MAT9YT838T", "task": "J2"}
    assert {**visit, "inspectors": ["04052124006", "04052124012"]} in list(history)


def test_what_was_imported_can_be_sealed(office: dict[str, Any]) -> None:
    later = suiji.Ceremony([DIE], hash="sm3", sealed_at="2024-12-02T09:00:00+08:00")
    sealed = suiji.seal(office["plan"], office["registry"], later, roster=office["roster"], history=office["history"])
    assert sealed.commitment.registry.size == 376


def test_a_frame_read_from_a_workbook_gives_the_list_of_the_workbook(office: dict[str, Any]) -> None:
    frame = pd.read_excel(OFFICE / "registry.xlsx", dtype=str, header=None)
    given = {"plan": office["plan"], "answers": office["answers"]}
    frame.columns = [str(name) for name in frame.columns]
    table, log = suiji.import_table(frame, as_="registry", **given)
    expected = office["registry"]
    # A frame does not show that a spreadsheet has lost the last digits of a code; the workbook does, and asks.
    assert set(table.ids()) - set(expected.ids()) == {"911405211102345728"}
    # Merged cells and dates are the workbook's own; texts are the same.
    assert all(table.name(id) == expected.name(id) for id in expected.ids())
    assert log.summaries[0].taken == 377


def test_other_columns_are_kept_by_name() -> None:
    def extra(keep: Any) -> Any:
        table, _ = suiji.import_table(LIST.encode(), answers=ANSWERS, extra=keep)
        assert isinstance(table, suiji.Registry)
        row = table.entity("91140521MA41L67N91")
        return row and row.get("extra")

    assert extra(None) is None and extra(["其他"]) is None
    assert extra(["联系电话"]) == extra("all") == {"联系电话": "2"}


def test_a_plan_is_imported_with_what_was_understood(office: dict[str, Any]) -> None:
    with pytest.raises(suiji.OpenQuestions) as caught:
        suiji.import_plan(PLAN_TEXT.encode())
    asked = {of.id for of in caught.value.questions}
    assert asked == {"plan:value:team:internal", "plan:constant:lead_required", "plan:constant:settings"}
    answers = {"plan:value:team:internal": "县工信局 2", "plan:constant:lead_required": "yes"}
    answers["plan:constant:settings"] = "blank"
    plan, log = suiji.import_plan(PLAN_TEXT.encode(), answers=answers)
    (task,) = plan.tasks
    assert task["quota"] == {"at_least": "20%"} and plan.year == 2024
    quota = next(of for of in log.understood if of.before == "不低于20% 1次/年")
    assert quota.means_zh and quota.place.row > 0 and not quota.answered
    assert any(of.answered for of in log.understood) and log.summaries == ()
    assert "汽车销售企业" in log.to_html() and pickle.loads(pickle.dumps(log)) == log
    with pytest.raises(suiji.OpenQuestions):
        suiji.import_plan(*sorted((DATA / "plan").glob("*.docx"))[:1], registry=office["registry"])


def test_what_cannot_be_imported_is_refused(tmp_path: Path) -> None:
    with pytest.raises(suiji.InputError) as caught:
        suiji.import_table(b"%PDF-1.7 a", name="名录.pdf")
    assert caught.value.code == "import.format" and caught.value.faults[0].place.path == "名录.pdf"
    assert not isinstance(caught.value, suiji.OpenQuestions)
    with pytest.raises(FileNotFoundError) as missing:
        suiji.import_table(tmp_path / "none.csv")
    assert missing.value.filename == str(tmp_path / "none.csv")
    with pytest.raises(TypeError, match="int"):
        suiji.import_table(5)  # type: ignore[call-overload]
    with pytest.raises(ValueError, match="as_"):
        suiji.import_table(LIST.encode(), as_="plan")  # type: ignore[call-overload]
    with pytest.raises(suiji.InputError) as empty:
        suiji.import_table(pl.DataFrame({"a": ["x"]}))
    assert empty.value.code == "import.no-header"


def test_a_workbook_of_several_lists_needs_to_be_told_which(tmp_path: Path) -> None:
    path = tmp_path / "名录.xlsx"
    with pd.ExcelWriter(path) as book:
        firms = pd.DataFrame({"统一社会信用代码": ["91140521MA41L67N91"], "企业名称": ["样例二公司"]})
        firms.to_excel(book, sheet_name="企业", index=False)
        people = pd.DataFrame({"执法证号": ["04052124001"], "姓名": ["样例甲"], "单位": ["样例县工信局"]})
        people.to_excel(book, sheet_name="人员", index=False)
    with pytest.raises(ValueError, match="registry, roster"):
        suiji.import_table(path)
    registry, log = suiji.import_table(path, as_="registry")
    assert registry.ids() == ["91140521MA41L67N91"]
    assert [of.before for of in log if of.rules == ("sheet-left-out",)] == ["人员"]
    roster, _ = suiji.import_table(str(path), as_="roster")
    assert roster.ids() == ["04052124001"]
