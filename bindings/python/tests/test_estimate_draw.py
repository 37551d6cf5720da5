"""suiji.estimate on real draws: the tables of the library, and both pages of the documentation."""

from __future__ import annotations

import ast
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import suiji
from conftest import Case, ceremony, contributions
from suiji import estimate

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGES = ["estimate.md", "estimate.zh-CN.md"]

TASKS: list[suiji.TaskDocument] = [
    {"id": "J1", "name": "样例", "quota": {"count": 6}, "coordination": "样".encode().hex()},
    {"id": "N1", "name": "样例", "quota": {"count": 9}, "coordination": "样".encode().hex(), "reserves": 2},
    {"id": "N2", "name": "样例", "quota": {"count": 4}, "scope": {"districts": ["1"]}},
]


def drawn() -> tuple[suiji.Sealed, suiji.Record]:
    plan = suiji.Plan({"title": "样例", "authority": "样例", "year": 2024, "tasks": TASKS})
    rows = [{"id": f"F-{n:02}", "name": "样例", "district": f"{n % 2 + 1}0", "class": "low"} for n in range(30)]
    rows[3]["status"] = "inactive"
    sealed = suiji.seal(plan, suiji.Registry(rows), ceremony())
    return sealed, sealed.draw(contributions())


def test_the_sample_of_a_draw() -> None:
    sealed, record = drawn()
    whole, part = estimate.Sample(record.sample(sealed)), estimate.Sample(record.sample())
    assert whole.tasks == part.tasks == ("J1", "N1", "N2")
    assert whole.strata == part.strata
    for task in sealed.commitment.tasks:
        (stratum,) = (of for of in whole.strata if of.task == task.id)
        assert (stratum.frame_size, stratum.take) == (task.frame.size, task.take)
        assert stratum.probability == task.strata[0].probability
        assert whole.is_complete(task.id) and not part.is_complete(task.id)
        before = estimate.Sample(sealed.frame(task.id))
        assert before.strata == (stratum,) and not before.is_drawn
    # The named tuples have the same values as the columns.
    assert estimate.Sample(list(record.sample(sealed))).strata == whole.strata


def test_tasks_that_share_tickets_are_seen_in_the_table() -> None:
    sealed, record = drawn()
    whole, part = estimate.Sample(record.sample(sealed)), estimate.Sample(record.sample())
    selected = {of.task: [each.id for each in of.selected] for of in record.draws}
    assert set(selected["J1"]) < set(selected["N1"])
    one, two = selected["J1"][:2]
    for sample in (whole, part):
        assert sample.joint((one, "J1"), (one, "N1")).probability == Fraction(6, 29)
        assert sample.joint((one, "J1"), (two, "N1")).probability == Fraction(6 * 8, 29 * 28)
    other = selected["N2"][0]
    assert whole.joint((other, "J1"), (other, "N2")).why.startswith("two tasks with tickets of their own")


def test_the_probability_of_an_entity_is_that_of_its_receipt(case: Case) -> None:
    sample = estimate.Sample(case.record.sample(case.sealed))
    for id in case.registry.ids():
        assert sample.probability(id, "J1") == case.sealed.receipt(case.record, id).tasks[0].probability


def test_columns_that_are_added_are_groups() -> None:
    sealed, record = drawn()
    table = pl.DataFrame(record.sample(sealed, "N1")).with_columns(pl.col("id").str.slice(2, 1).alias("ten"))
    outcomes = ["violation" if place % 2 else "clear" for place in range(9)]
    results = {"id": [of.id for of in record.draw("N1").selected], "outcome": outcomes}
    estimates = estimate.Sample(table).results(results).total(by="ten")
    assert [of.group for of in estimates] == ["0", "1", "2"]
    assert [of.frame_size for of in estimates] == [9, 10, 10]
    assert sum(of.value for of in estimates) == pytest.approx(29 * 4 / 9)


def test_the_results_of_an_office_are_read_by_the_groups_of_their_outcomes() -> None:
    sealed, record = drawn()
    ids = sorted(of.id for of in record.draw("N2").selected)
    outcomes = [["no_problem"], ["no_problem", "rectified"], ["X1", "rectified"], ["X2"]]
    own = [
        {"code": "X1", "name": "样例停业", "group": "closed"},
        {"code": "X2", "name": "样例拒绝", "group": "refused"},
    ]
    inspections = [
        {"task": "N2", "entity": id, "date": "2024-09-10", "outcomes": codes} for id, codes in zip(ids, outcomes)
    ]
    found = estimate.Sample(record.sample(sealed)).results(suiji.Results(record, inspections, own_outcomes=own))
    by_hand = {"id": ids, "task": ["N2"] * 4, "outcome": ["clear", "violation", "closed", "refused"]}
    assert found.rate(task="N2") == estimate.Sample(record.sample(sealed)).results(by_hand).rate(task="N2")


def blocks(page: str) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```$", (DOCS / page).read_text("utf-8"), re.DOTALL | re.MULTILINE)


def test_both_pages_have_the_same_code() -> None:
    english, chinese = ([ast.dump(ast.parse(text)) for text in blocks(page)] for page in PAGES)
    assert english == chinese and len(english) == 2


def test_the_code_of_the_pages_runs(capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, Any] = {}
    for text in blocks(PAGES[0]):
        exec(text, names)
    rate, total, *notes, minimum, find = capsys.readouterr().out.splitlines()
    assert rate == str(names["survey"].rate()[0])
    assert total.startswith("<suiji.estimate.Estimates: high: 3 entities (3 to 3, 0.95); low: ")
    assert len(notes) == len(names["survey"].rate().notes) and all(note.startswith("… ") for note in notes)
    assert minimum == "{'high': '83%', 'low': '25%'}" and int(find) == names["estimate"].size_to_find(200, 4)
