"""Results of inspections, their check and status, rows for the next history; papers."""

from __future__ import annotations

import json
import pickle
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import suiji
from conftest import PLAN, Case


def results(case: Case) -> suiji.Results:
    """The first entity has no problem, the second has closed."""
    first, second, *_ = case.record.draw("J1").teams
    return suiji.Results(
        case.record,
        [
            {
                "task": "J1",
                "entity": first.entity,
                "date": "2024-09-10",
                "inspectors": first.members,
                "outcomes": ["no_problem"],
                "published": "2024-09-20",
            },
            {"task": "J1", "entity": second.entity, "date": "2024-09-11", "outcomes": ["X1"], "measures": ["Y1"]},
        ],
        own_outcomes=[{"code": "X1", "name": "样例已停业", "group": "closed"}],
        own_measures=[{"code": "Y1", "name": "样例移交"}],
    )


def test_results_are_a_document(case: Case) -> None:
    made = results(case)
    assert suiji.Results.from_json(made.to_json()) == made == pickle.loads(pickle.dumps(made))
    assert made.record == case.record.digest and len(made) == 2
    first, second = made.inspections
    assert first.outcomes == ("no_problem",) and first.published == "2024-09-20" and first.measures == ()
    assert second.measures == ("Y1",) and second.published is None
    assert made.own_outcomes == (suiji.OwnOutcome("X1", "样例已停业", "closed"),)
    assert made.own_measures == (suiji.OwnMeasure("Y1", "样例移交"),)
    assert made.outcome_name_zh("X1") == "样例已停业" and made.outcome_name("none such") is None
    assert made.measure_name("Y1") == made.measure_name_zh("Y1") == "样例移交"
    assert made.group_of("X1") == "closed" and made.group_of("no_problem") == "clear"
    assert "样例已停业" in made._repr_html_()
    codes = {code.code: code for code in suiji.outcome_codes()}
    assert codes["no_problem"].group == "clear" and codes["no_problem"].name_zh == made.outcome_name_zh("no_problem")
    assert all(code.name and code.name_zh for code in suiji.measure_codes())
    assert len(suiji.Results(case.record)) == 0


def test_results_are_compared_with_the_record(case: Case) -> None:
    made = results(case)
    findings = made.check(case.record, plan=case.plan, today="2024-09-30")
    assert "error" not in {finding.severity for finding in findings}
    assert {"note"} <= {finding.severity for finding in findings}
    drawn = {of.id for of in case.record.draw("J1").selected}
    stranger = next(id for id in case.registry.ids() if id not in drawn)
    wrong = suiji.Results(
        case.record, [{"task": "J1", "entity": stranger, "date": "2024-09-10", "outcomes": ["no_problem"]}]
    )
    assert "error" in {finding.severity for finding in wrong.check(case.record)}
    with pytest.raises(suiji.InputError) as refused:
        made.check(Case(secret="5f" * 32).record)
    assert refused.value.code == "results.other-record"


def test_a_status_counts_what_became_of_the_drawn(case: Case) -> None:
    status = results(case).status(case.record)
    assert (status.total.drawn, status.total.open, status.total.with_result) == (4, 2, 2)
    assert (status.total.of("clear"), status.total.of("closed"), status.total.of("refused")) == (1, 1, 0)
    assert (status.total.inspected, status.total.published, status.total.replaced) == (1, 1, 0)
    task = status.task("J1")
    assert task.total == status.total and task.strata == (("all", status.total),)
    assert [course.entity for course in task.courses] == [of.id for of in case.record.draw("J1").selected]
    assert [course.group for course in task.courses] == ["clear", "closed", None, None]
    assert [course.is_open for course in task.courses] == [False, False, True, True]
    assert task.courses[0].inspection == results(case).inspections[0]
    assert sum(of.total.drawn for of in status.inspectors) == sum(
        len(of.members) for of in case.record.draw("J1").teams
    )
    assert json.loads(status.to_json())["total"]["open"] == 2
    with pytest.raises(KeyError):
        status.task("J9")
    amended = results(case).status(case.record, case.amendments())
    assert amended.total.drawn == 5


def test_later_results_replace_earlier_ones(case: Case) -> None:
    made = results(case)
    again, update = made.update(made)
    assert again == made and update == suiji.Update(0, 0, 2)
    third = case.record.draw("J1").selected[2].id
    later = suiji.Results(
        case.record, [{"task": "J1", "entity": third, "date": "2024-09-12", "outcomes": ["no_problem"]}]
    )
    more, update = made.update(later)
    assert len(more) == 3 and update == suiji.Update(1, 0, 0) and len(made) == 2


def test_results_become_the_history_of_the_next_draw(case: Case) -> None:
    rows = results(case).visits(case.record)
    selected = [of.id for of in case.record.draw("J1").selected]
    # The second entity was closed, so nobody visited it.
    assert sorted(row["entity"] for row in rows) == sorted([selected[0], selected[2], selected[3]])
    days = {row["entity"]: row["date"] for row in rows}
    assert days[selected[0]] == "2024-09-10" and days[selected[2]] == "2024-09-02"
    history = suiji.History(rows)
    assert len(history) == 3 and results(case).visits(case.record, earlier=history) == []


def test_papers_are_files_by_kind(case: Case, tmp_path: Path) -> None:
    papers = case.record.papers(case.sealed, office={"place": "样例会议室"})
    assert {paper.kind for paper in papers} >= {"minutes", "task_sheet", "announcement", "table", "index"}
    (page,) = papers.of("announcement", "html")
    assert page.is_public and page.content.startswith(b"<!DOCTYPE html>")
    (docx,) = papers.of("announcement", "docx")
    assert "word/document.xml" in zipfile.ZipFile(BytesIO(docx.content)).namelist()
    assert (
        '<iframe sandbox=""' in papers._repr_html_()
        and "样例会议室" in papers.of("minutes", "html")[0].content.decode()
    )
    folder = papers.save(tmp_path / "papers")
    assert (folder / "index.html").read_bytes() == papers.of("index")[0].content
    assert sum(1 for path in folder.rglob("*") if path.is_file()) == len(papers)
    with pytest.raises(FileExistsError):
        papers.save(folder)
    assert (
        case.record.papers(case.sealed, office={"place": "样例会议室"}) == papers == pickle.loads(pickle.dumps(papers))
    )


def test_papers_of_some_kinds_and_letters(case: Case) -> None:
    few = case.record.papers(case.sealed, kinds=["announcement"], lang="en", amendments=case.amendments())
    assert {paper.kind for paper in few} == {"announcement", "index"} and len(few) == 3
    letters = case.record.papers(case.sealed, letters_to=["F-01"])
    assert {paper.kind for paper in letters} == {"letter", "index"}
    assert {paper.form for paper in letters} == {"html", "docx", "json"}


def test_papers_of_results_need_results(case: Case) -> None:
    kinds: list[suiji.PaperKind] = ["outcomes", "proposals", "summary"]
    assert {paper.kind for paper in case.record.papers(case.sealed, kinds=kinds)} == {"index"}
    papers = case.record.papers(case.sealed, kinds=kinds, results=results(case))
    assert {paper.kind for paper in papers} == {*kinds, "index"}
    assert [paper.form for paper in papers.of("summary")] == ["html", "docx", "xlsx"]
    (outcomes,) = papers.of("outcomes", "html")
    assert outcomes.is_public and case.record.draw("J1").teams[0].entity in outcomes.content.decode()
    with pytest.raises(suiji.InputError) as refused:
        Case(secret="5f" * 32).record.papers(Case(secret="5f" * 32).sealed, results=results(case))
    assert refused.value.code == "report.draw"


def test_a_chart_of_a_document_can_be_edited(case: Case) -> None:
    (minutes, *_) = case.record.papers(case.sealed, kinds=["minutes"]).of("minutes", "docx")
    with zipfile.ZipFile(BytesIO(minutes.content)) as document:
        names = document.namelist()
        chart = document.read("word/charts/chart0.xml").decode()
        workbook = document.read("word/embeddings/chart0.xlsx")
    assert "抽样框" in chart and "xl/worksheets/sheet1.xml" in zipfile.ZipFile(BytesIO(workbook)).namelist()
    assert sum(name.startswith("word/charts/chart") for name in names) > 1


def test_templates_of_the_office_replace_ours(case: Case, tmp_path: Path) -> None:
    own = '<paper title="本局公示"><p>本局的公示：{{ tasks | length }} 项</p></paper>'
    (tmp_path / "announcement.zh.html").write_text(own, encoding="utf-8-sig")
    (tmp_path / "notes.txt").write_text("not a template", encoding="utf-8")
    given: list[dict[str, str] | Path | str] = [{"announcement.zh.html": own}, tmp_path, str(tmp_path)]
    for templates in given:
        papers = case.record.papers(case.sealed, kinds=["announcement"], templates=templates)
        (page,) = papers.of("announcement", "html")
        assert page.title == "本局公示" and "本局的公示：" in page.content.decode()
    with pytest.raises(suiji.InputError) as refused:
        wrong = {"notice.zh.html": "<paper>\n{{ visit.", "nosuch.html": ""}
        case.record.papers(case.sealed, templates=wrong)
    assert [fault.code for fault in refused.value.faults] == ["report.unknown-template", "report.template"]
    place = refused.value.faults[1].place
    assert (place.path, place.row) == ("notice.zh.html", 2)
    assert json.loads(refused.value.to_json())["faults"][1]["place"]["row"] == 2
    with pytest.raises(FileNotFoundError):
        case.record.papers(case.sealed, templates=tmp_path / "missing")


def test_holidays_of_later_years_come_from_the_office(case: Case) -> None:
    office = {"drawn_at": "2027-03-01T09:00:00+08:00", "deadlines": {"notify": {"working_days": 3}}}

    def sheet(holidays: dict[str, object] | None = None) -> str:
        papers = case.record.papers(case.sealed, kinds=["task_sheet"], office=office, holidays=holidays)
        return papers.of("task_sheet", "html")[0].content.decode()

    assert "没有 2027 年的节假日安排" in sheet()
    # A notice of 2027, invented for this test.
    off = [("元旦", "01-01", "01-03"), ("劳动节", "05-01", "05-05"), ("国庆节", "10-01", "10-07")]
    notice = {
        "year": 2027,
        "document_number": "样例〔2026〕1号",
        "issued": "2026-11-01",
        "off": [{"name": name, "from": f"2027-{first}", "to": f"2027-{last}"} for name, first, last in off],
        "work": ["2027-03-06"],
    }
    # Drawn on a Monday.
    assert "3个工作日内（至2027年3月4日止）" in sheet({"notices": [notice]})
    with pytest.raises(suiji.InputError) as refused:
        sheet({"notices": [1]})
    assert refused.value.code == "report.calendar"


def test_papers_are_refused_with_a_reason(case: Case) -> None:
    with pytest.raises(suiji.InputError) as refused:
        case.record.papers(case.sealed, office={"no_such": 1})
    assert refused.value.code.startswith("report.") and refused.value.faults and refused.value.to_json()
    with pytest.raises(suiji.InputError) as refused:
        Case(secret="5f" * 32).record.papers(case.sealed)
    assert refused.value.code == "report.other-record"
    with pytest.raises(ValueError, match="minutes"):
        case.record.papers(case.sealed, kinds=["no such"])  # type: ignore[list-item]


def test_differences_of_two_plans_are_told_in_words(case: Case) -> None:
    assert case.plan.changes(case.plan) == ()
    (first,) = PLAN["tasks"]
    later = suiji.Plan({**PLAN, "title": "样例计划二", "tasks": [{**first, "name": "样例抽查二"}]})
    title, name = case.plan.changes(later)
    assert (title.kind, title.task, title.field) == ("changed", None, "title")
    assert (name.kind, name.task, name.field) == ("changed", first["id"], "name")
    assert "样例计划二" in title.message_zh and "样例抽查二" in name.message
    without = suiji.Plan({**PLAN, "tasks": [{**first, "id": "J9"}]})
    kinds = {change.kind: change for change in case.plan.changes(without)}
    assert kinds["task_added"].task == "J9" and kinds["task_removed"].field == ""
