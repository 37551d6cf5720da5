"""Every error of suiji.estimate, with its place and remedy. All faults of one call are reported at once."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from typing import Any

import pandas as pd
import polars as pl
import pytest

import suiji
from suiji import estimate
from suiji.estimate._texts import ERRORS
from test_estimate_tables import RESULTS, SAMPLE


def changed(columns: dict[str, Any], name: str, row: int, value: object) -> dict[str, Any]:
    """The columns with another value in one row."""
    return {**columns, name: [value if at == row else of for at, of in enumerate(columns[name])]}


def without(columns: dict[str, Any], name: str) -> dict[str, Any]:
    return {of: values for of, values in columns.items() if of != name}


def joined(**other: Any) -> dict[str, Any]:
    """The sample with a second task N1, with some columns changed."""
    second = {**SAMPLE, "task": ["N1"] * 8, **other}
    return {name: [*values, *second[name]] for name, values in SAMPLE.items()}


def sample(name: str, row: int, value: object) -> Callable[[], object]:
    return lambda: estimate.Sample(changed(SAMPLE, name, row, value))


def results(name: str, row: int, value: object) -> Callable[[], object]:
    return lambda: estimate.Sample(SAMPLE).results(changed(RESULTS, name, row, value))


def survey(columns: dict[str, Any] = SAMPLE, found: dict[str, Any] = RESULTS) -> estimate.Survey:
    return estimate.Sample(columns).results(found)


BOTH: dict[str, Any] = {"id": ["F-1", "F-1"], "task": ["J1", "N1"], "outcome": ["clear", "clear"]}
WHOLE: dict[str, Any] = {
    "id": [f"{side}{number:03}" for side in ("AC", "CB") for half in side for number in range(200)],
    "task": ["J1"] * 400 + ["N1"] * 400,
    "stratum": ["all"] * 800,
    "state": (["selected"] * 150 + ["in_frame"] * 250) * 2,
    "take": [150] * 800,
    "frame_size": [400] * 800,
}
WHOLE["id"] = [f"{kind}{number:03}" for kind in "ACCB" for number in range(200)]
WHOLE["ticket"] = list(WHOLE["id"])

CASES: dict[str, list[tuple[Callable[[], object], str]]] = {
    "estimate.table-unreadable": [
        (lambda: estimate.Sample(5), "found int"),
        (lambda: estimate.Sample("x"), "found str"),
        (lambda: estimate.Sample({"id": "F-1"}), "found a dict with a column of type str"),
        (lambda: estimate.Sample(pl.LazyFrame(SAMPLE)), "found LazyFrame"),
    ],
    "estimate.table-empty": [
        (lambda: estimate.Sample({name: [] for name in SAMPLE}), "record.sample(sealed)"),
        (lambda: estimate.Sample({**SAMPLE, "state": ["excluded"] * 8}), "record.sample(sealed)"),
    ],
    "estimate.columns-uneven": [(lambda: estimate.Sample({"id": ["F-1"], "task": []}), "(0, 1)")],
    "estimate.column-missing": [
        (lambda: estimate.Sample(without(SAMPLE, "take")), "column “take” is missing: the table has id, task"),
        (lambda: estimate.Sample(SAMPLE).results({"outcome": []}), "column “id” is missing"),
        (lambda: estimate.Sample(SAMPLE).results({"id": ["F-1"]}), "column “outcome” is missing"),
        (lambda: survey().total("tax"), "column “tax” is missing: the table has fine, violation"),
    ],
    "estimate.value-missing": [
        (sample("stratum", 2, None), "row 3: column “stratum” is empty"),
        (results("id", 1, None), "row 2: column “id” is empty"),
    ],
    "estimate.column-repeated": [
        (
            lambda: estimate.Sample(pd.DataFrame([["F-1", "F-2"]], columns=["id", "id"])),
            "column “id” occurs more than once",
        )
    ],
    "estimate.not-a-text": [
        (sample("id", 2, 3), "row 3: column “id”: expected a text, found 3: read codes as texts (dtype=str)"),
        (sample("stratum", 2, ["low"]), "row 3: column “stratum”: expected a text"),
        (results("id", 0, 5.0), "row 1: column “id”: expected a text, found 5.0"),
        (results("id", 0, 10**5000), "row 1: column “id”: expected a text, found int"),
    ],
    "estimate.not-an-integer": [
        (sample("take", 4, 2.5), "row 5: column “take”: expected an integer, found 2.5"),
        (sample("frame_size", 4, float("inf")), "found inf"),
        (sample("take", 4, []), "found []"),
    ],
    "estimate.state-unknown": [(sample("state", 0, "chosen"), "row 1: column “state”: “chosen” is not a state")],
    "estimate.duplicate-row": [
        (sample("id", 1, "F-1"), "row 2: F-1 occurs more than once in task J1"),
        (results("id", 6, "F-1"), "row 7: F-1 occurs more than once in task J1"),
    ],
    "estimate.stratum-differs": [
        (sample("frame_size", 7, 11), "row 8: stratum low of task J1 has several values of “frame_size” (10, 11)")
    ],
    "estimate.take-above-frame": [
        (
            lambda: estimate.Sample({**SAMPLE, "take": [3] * 2 + [4] * 6}),
            "stratum high of task J1 takes 3 of 2 entities",
        )
    ],
    "estimate.probability-differs": [
        (sample("probability", 3, 0.5), "row 4: stratum low of task J1: expected the probability 2/5"),
        (sample("probability", 3, "0.4"), "expected the probability 2/5 (take / frame_size), found 0.4"),
    ],
    "estimate.selected-differs": [
        (sample("state", 3, "in_frame"), "stratum low of task J1 takes 4 entities, but 3 rows are selected")
    ],
    "estimate.frame-exceeded": [
        (
            lambda: estimate.Sample({**SAMPLE, "frame_size": [2] * 2 + [5] * 6, "probability": [1.0] * 2 + [0.8] * 6}),
            "stratum low of task J1 has 6 rows in the frame, more than its 5 entities",
        )
    ],
    "estimate.not-drawn": [(lambda: survey({**SAMPLE, "ticket": [None] * 8}), "record.sample(sealed)")],
    "estimate.task-unknown": [
        (lambda: survey().rate(task="J9"), "task “J9” is not in the sample: it has J1"),
        (lambda: survey(found={**RESULTS, "task": ["J1"] * 6 + ["J2"]}), "row 7: task “J2” is not in the sample"),
    ],
    "estimate.task-needed": [
        (lambda: survey(joined()), "several tasks were drawn (J1, N1)"),
        (lambda: survey(joined(), BOTH).rate(), "several tasks were drawn (J1, N1)"),
    ],
    "estimate.entity-unknown": [
        (results("id", 0, "F-9"), "row 1: F-9 is not in the frame of task J1"),
        (lambda: estimate.Sample(SAMPLE).probability("F-9"), "F-9 is not in the frame of task J1"),
    ],
    "estimate.not-selected": [(results("id", 0, "F-8"), "row 1: F-8 was not selected in task J1")],
    "estimate.outcome-unknown": [(results("outcome", 0, "合格"), "row 1: column “outcome”: “合格” is not an outcome")],
    "estimate.not-a-number": [
        (
            lambda: survey(found=changed(RESULTS, "fine", 2, "4,5")).total("fine"),
            "row 3: column “fine”: expected a finite",
        ),
        (lambda: survey(found=changed(RESULTS, "fine", 2, float("inf"))).total("fine"), "found inf"),
        (lambda: survey(found=changed(RESULTS, "fine", 2, 10**5000)).total("fine"), "found int"),
    ],
    "estimate.not-zero-one": [
        (lambda: survey().rate("fine"), "row 1: column “fine”: a rate needs 0 or 1, found 10: use mean()"),
        (lambda: survey().total("fine", interval="exact"), "row 1: column “fine”"),
    ],
    "estimate.answer-missing": [
        (
            lambda: survey(found=changed(RESULTS, "fine", 1, None)).total("fine"),
            "row 2: F-2 was inspected (outcome “clear”), but column “fine” is empty",
        )
    ],
    "estimate.answer-unexpected": [
        (
            results("fine", 4, 7.0),
            "row 5: F-5 has the outcome “closed”, so nothing was inspected, but column “fine” has 7.0",
        )
    ],
    "estimate.no-answers": [
        (lambda: survey(found={"id": ["F-1"], "outcome": ["refused"]}).rate(), "task J1 has no inspected entity yet")
    ],
    "estimate.group-unknown": [(lambda: survey().rate(by="区"), "“区” is not a column of the sample or the results")],
    "estimate.frame-needed": [
        (lambda: survey({**SAMPLE, "area": list("ABABABAB")}).total(by="area", method="hajek"), "groups of “area”"),
        (lambda: survey({**SAMPLE, "area": list("ABABABAB")}).rate(post="area"), "record.sample(sealed)"),
    ],
    "estimate.post-empty": [
        (
            lambda: survey(found={"id": ["F-1", "F-2"], "outcome": ["clear", "violation"]}).rate(post="class"),
            "post-stratum “low” of “class” has 10 entities in the frame but none was inspected",
        )
    ],
    "estimate.option-unknown": [
        (lambda: survey().rate(method="greg"), "method: expected ht, hajek, post, found 'greg'"),  # type: ignore[arg-type]
        (lambda: survey().rate(method="post"), "post: expected a column, found None"),
        (lambda: survey().rate(interval="wald"), "interval: expected auto, t, exact, found 'wald'"),
    ],
    "estimate.share-wrong": [
        (lambda: survey().rate(level=95), 'level: expected a share between 0 and 1, such as "95%" or 0.95, found 95'),
        (lambda: survey().rate(level="95"), "found '95'"),
        (lambda: survey().rate(level=True), "found True"),
        (lambda: survey().rate(level="1e-999999999"), "found '1e-999999999'"),
        (lambda: estimate.plan_sizes({"low": 9}, half_width=float("nan")), "half_width: expected a share"),
        (lambda: estimate.size_to_find(9, 2, "1/0"), "chance: expected a share"),
    ],
    "estimate.count-wrong": [
        (lambda: estimate.size_to_find(9, 10), "cases: expected an integer from 1 to 9, found 10"),
        (lambda: estimate.plan_sizes({"low": 9.5}, half_width="10%"), "found 9.5"),  # type: ignore[arg-type]
        (lambda: estimate.chance_to_find(10**9, 1, 1), "frame_size: expected an integer from 1 to 1000000"),
    ],
    "estimate.frames-differ": [
        (
            lambda: survey(
                joined(
                    take=[1] * 2 + [4] * 6,
                    state=["reserve", *SAMPLE["state"][1:]],
                    frame_size=[3] * 2 + [10] * 6,
                    probability=[1 / 3] * 2 + [0.4] * 6,
                ),
                BOTH | {"id": ["F-1", "F-2"]},
            ).difference("J1", "N1"),
            "tasks J1 and N1 share tickets, but their strata differ",
        )
    ],
    "estimate.tickets-missing": [
        (
            lambda: survey(without(joined(), "ticket"), BOTH).difference("J1", "N1"),
            "no entity with a ticket in both J1 and N1",
        )
    ],
    "estimate.frame-incomplete": [
        (
            lambda: estimate.Sample(joined(frame_size=[2] * 2 + [12] * 6, probability=[1.0] * 2 + [1 / 3] * 6)).joint(
                ("F-3", "J1"), ("F-3", "N1")
            ),
            "the table does not show their whole frames",
        )
    ],
    "estimate.joint-too-large": [
        (lambda: estimate.Sample(WHOLE).joint(("A001", "J1"), ("B001", "N1")), "overlap in part and are too large")
    ],
    "estimate.package-missing": [],
}


def test_every_code_has_a_case() -> None:
    assert CASES.keys() == ERRORS.keys()


@pytest.mark.parametrize(("code", "call", "said"), [(code, *case) for code, cases in CASES.items() for case in cases])
def test_a_fault_says_where_and_what(code: str, call: Callable[[], object], said: str) -> None:
    with pytest.raises(estimate.EstimateError) as caught:
        call()
    error = caught.value
    assert error.code == code and said in error.message, error.message
    assert isinstance(error, suiji.InputError) and error.message_zh and error.fault_count >= 1
    assert json.loads(error.to_json())["faults"][0]["code"] == code
    again = pickle.loads(pickle.dumps(error))
    assert (again.message, again.faults) == (error.message, error.faults)


def test_all_faults_of_a_table_are_told_together() -> None:
    wrong = changed(changed(changed(RESULTS, "id", 0, "F-8"), "id", 1, "F-9"), "outcome", 2, "合格")
    wrong = changed(wrong, "fine", 4, 7.0)
    with pytest.raises(estimate.EstimateError) as caught:
        estimate.Sample(SAMPLE).results(wrong)
    codes = [fault.code for fault in caught.value.faults]
    assert codes == [
        "estimate.not-selected",
        "estimate.entity-unknown",
        "estimate.outcome-unknown",
        "estimate.answer-unexpected",
    ]
    assert [fault.rows for fault in caught.value.faults] == [(1,), (2,), (3,), (5,)]


def test_equal_faults_of_several_rows_are_one() -> None:
    with pytest.raises(estimate.EstimateError) as caught:
        estimate.Sample({**SAMPLE, "state": ["抽中"] * 6 + ["reserve", "in_frame"]})
    (fault,) = caught.value.faults
    assert (fault.count, fault.rows, fault.place.row) == (6, (1, 2, 3, 4, 5, 6), 1)
    assert fault.message.startswith("6 rows (1, 2, 3, …): column “state”: “抽中” is not a state")
    assert fault.message_zh.startswith("6 行（第 1、2、3、… 行）：“state”列：“抽中”不是已知状态")
