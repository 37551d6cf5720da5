"""The input and output tables of suiji.estimate, and the texts of results."""

from __future__ import annotations

import ast
import doctest
import importlib
import pickle
import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import suiji.estimate
from suiji import estimate
from suiji.estimate._texts import ERRORS, JOINTS, NOTES, REASONS, UNITS

SAMPLE: dict[str, list[Any]] = {
    "id": ["F-1", "F-2", "F-3", "F-4", "F-5", "F-6", "F-7", "F-8"],
    "task": ["J1"] * 8,
    "stratum": ["high"] * 2 + ["low"] * 6,
    "class": ["high"] * 2 + ["low"] * 6,
    "state": ["selected"] * 6 + ["reserve", "in_frame"],
    "reason": [None] * 8,
    "take": [2] * 2 + [4] * 6,
    "frame_size": [2] * 2 + [10] * 6,
    "probability": [1.0] * 2 + [0.4] * 6,
    "ticket": [f"0{number}" for number in range(8)],
    "rank": [1, 2, 1, 2, 3, 4, 5, 6],
    "team": [None] * 8,
}
RESULTS: dict[str, list[Any]] = {
    "id": ["F-1", "F-2", "F-3", "F-4", "F-5", "F-6", "F-7"],
    "outcome": ["violation", "clear", "violation", "clear", "closed", None, "clear"],
    "fine": [10.0, 0.0, 4.5, 0.0, None, None, 1.0],
}
FOLDER = Path(suiji.estimate.__file__).parent


class Row(NamedTuple):
    id: str
    outcome: str | None


def survey() -> estimate.Survey:
    return estimate.Sample(SAMPLE).results(RESULTS)


@pytest.mark.parametrize(
    "read",
    [
        dict,
        pd.DataFrame,
        pl.DataFrame,
        pa.table,
        lambda columns: pa.table(columns).to_reader(),
        lambda columns: pa.table(columns).to_pylist(),
        lambda columns: pd.DataFrame(columns).convert_dtypes(),
    ],
)
def test_every_kind_of_table_gives_the_same(read: Callable[[Any], object]) -> None:
    found = estimate.Sample(read(SAMPLE)).results(read(RESULTS))
    assert found.total("fine") == survey().total("fine")
    assert found.rate(by="class") == survey().rate(by="class")
    named = [Row(id, outcome) for id, outcome in zip(RESULTS["id"], RESULTS["outcome"])]
    assert estimate.Sample(read(SAMPLE)).results(named).rate() == survey().rate()


def test_results_are_tables_for_others() -> None:
    found = survey().rate(by="stratum")
    frame = pd.DataFrame(found.columns)
    assert frame["group"].to_list() == ["high", "low"] and frame["level"].to_list() == [0.95, 0.95]
    assert pl.DataFrame(found).columns == list(frame.columns) == list(found.columns)
    inclusion = pa.table(estimate.Sample(SAMPLE).inclusion())
    assert pd.DataFrame.from_arrow(found)["group"].to_list() == ["high", "low"]
    assert inclusion.num_rows == 8 and inclusion["exact"].to_pylist()[:3] == ["2/2", "2/2", "4/10"]
    sizes = pl.DataFrame(estimate.plan_sizes({"high": 12}, half_width="20%"))
    assert sizes["frame_size"].to_list() == [12]
    assert pickle.loads(pickle.dumps(found)) == found and hash(found) == hash(pickle.loads(pickle.dumps(found)))


def test_an_estimate_by_hand() -> None:
    """Stratum high is known in full. Of low, three of ten are settled: one violation, one clear, one closed."""
    total, rate = survey().total()[0], survey().rate()[0]
    assert total.value == pytest.approx(1 + 10 / 3)
    # u = w y has the mean 10/9 and the deviations 20/9, −10/9, −10/9.
    spread = (20 / 9) ** 2 + 2 * (10 / 9) ** 2
    assert total.standard_error == pytest.approx(((1 - 3 / 10) * 3 / 2 * spread) ** 0.5)
    assert rate.value == pytest.approx((1 + 10 / 3) / (2 + 20 / 3))
    assert (rate.take, rate.answered, rate.closed, rate.missing, rate.frame_size) == (6, 4, 1, 1, 12)
    assert rate.unit == "share of active entities" and rate.unit_zh == "占存续企业的比例"
    # With four answers of low: one closed, and the missing one clear or a violation.
    assert rate.if_all_clear == pytest.approx((1 + 2.5) / (2 + 7.5))
    assert rate.if_all_violations == pytest.approx((1 + 5.0) / (2 + 7.5))
    assert rate.interval == "exact" and rate.low is not None and rate.low <= rate.value
    per_frame = survey().rate(method="ht")[0]
    assert per_frame.value == pytest.approx((1 + 10 / 3) / 12)
    # Nine entities of low are not known to be closed, and two of them have an answer. So one to eight have a
    # violation.
    low = survey().rate(by="stratum")[1]
    assert (low.low, low.high) == pytest.approx((1 / 9, 8 / 9))
    fine = survey().mean("fine", by="class")
    assert [each.group for each in fine] == ["high", "low"]
    assert (fine[0].value, fine[0].low, fine[0].high, fine[0].interval) == (5.0, 5.0, 5.0, "known")


def test_what_a_reader_has_to_know_is_said_in_words() -> None:
    found = survey().rate()
    assert [note.code for note in found.notes] == ["missing", "closed", "reserves", "few", "closed-exact"]
    missing, closed, reserves, *_ = found.notes
    assert missing.message.startswith("1 of 6 selected entities have no answer (1 not visited yet)")
    assert missing.message_zh.startswith("抽中 6 户中有 1 户没有结果（1 户尚未检查）")
    assert closed.message.startswith("1 of 6 selected entities are closed")
    assert reserves.message.startswith("1 results of reserves are not used")
    html = found._repr_html_()
    assert "抽中 6 户中有 1 户没有结果" in html and "<td>50.0%</td>" in html
    known, low = survey().rate(by="stratum")
    assert [note.code for note in known.notes] == ["full", "reserves"] or "full" in [of.code for of in known.notes]
    assert low.interval == "exact" and "full" not in [of.code for of in low.notes]


def test_a_stratum_without_answers_is_not_covered_and_said() -> None:
    found = estimate.Sample(SAMPLE).results({"id": ["F-1", "F-2"], "outcome": ["clear", "violation"]}).total()[0]
    assert (found.value, found.frame_size) == (1.0, 2)
    (note,) = (of for of in found.notes if of.code == "not-covered")
    assert note.message == "nothing was inspected in low: these 10 entities are not covered by the estimate"


def test_one_answer_in_a_stratum_has_no_standard_error() -> None:
    results = estimate.Sample(SAMPLE).results({"id": ["F-1", "F-2", "F-3"], "fine": [1.0, 0.0, 2.0]})
    found = results.total("fine")[0]
    assert (found.value, found.standard_error, found.low, found.interval) == (21.0, None, None, "none")
    assert "only one entity was inspected in low" in found.notes[-1].message
    assert str(found) == "21 sum of fine (no interval)"


def test_a_group_that_nobody_visited_has_no_estimate() -> None:
    groups = {
        **SAMPLE,
        "frame_size": [2] * 2 + [6] * 6,
        "probability": [1.0] * 2 + [4 / 6] * 6,
        "town": list("AAAAAAAB"),
    }
    rate, none = estimate.Sample(groups).results(RESULTS).rate(by="town")
    assert rate.group == "A" and none.group == "B" and none.take == 0
    assert (str(none), none.low, none.interval) == ("B: no estimate", None, "none")
    assert [of.code for of in none.notes][-1] == "empty"
    total = estimate.Sample(groups).results(RESULTS).total(by="town")[1]
    assert (total.value, total.low, total.high) == (0.0, 0.0, 1.0)


def test_over_several_strata_the_exact_interval_is_for_rare_results() -> None:
    ids = [f"F-{n:02}" for n in range(40)]
    strata = {"stratum": ["high"] * 20 + ["low"] * 20, "take": [20] * 40, "frame_size": [50] * 20 + [90] * 20}
    sample = estimate.Sample({"id": ids, "task": ["J1"] * 40, "state": ["selected"] * 40, **strata})
    for ones, interval, codes in ((4, "exact", ["rare", "joined"]), (5, "t", []), (36, "exact", ["rare", "joined"])):
        found = sample.results({"id": ids, "violation": [int(n % 40 < ones) for n in range(40)]}).rate()
        assert found[0].interval == interval and [note.code for note in found.notes] == codes
    total = sample.results({"id": ids, "violation": [int(n < 5) for n in range(40)]}).total()[0]
    assert (total.value, total.interval, total.low) == (12.5, "t", 5.0)
    high, low = sample.results({"id": ids, "violation": [n % 2 for n in range(40)]}).rate(by="stratum")
    assert high.interval == low.interval == "exact" and [note.code for note in high.notes] == ["few"]


def test_outcomes_alone_are_zero_and_one() -> None:
    assert (
        survey().rate() == estimate.Sample(SAMPLE).results({**RESULTS, "violation": [1, 0, 1, 0, None, None, 0]}).rate()
    )


def test_classes_show_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    sample = estimate.Sample(SAMPLE)
    things: list[Any] = [
        sample,
        sample.inclusion(),
        survey(),
        survey().rate(),
        estimate.plan_sizes({"a": 5}, half_width="20%"),
    ]
    for thing in things:
        assert thing._repr_html_().count("<table>") == 1
        assert "suiji.estimate." in repr(thing)
    hostile = {**SAMPLE, "stratum": ["<script>"] * 2 + ["low"] * 6, "class": ["<script>"] * 2 + ["low"] * 6}
    of = estimate.Sample(hostile)
    for thing in (of, of.results(RESULTS), of.results(RESULTS).rate(by="class")):
        assert "<script>" not in thing._repr_html_() and "&lt;script&gt;" in thing._repr_html_()


def test_before_the_draw_a_frame_has_probabilities() -> None:
    frame: dict[str, Any] = {**SAMPLE, "state": ["in_frame"] * 8}
    for name in ("ticket", "rank", "team"):
        del frame[name]
    sample = estimate.Sample(frame)
    assert not sample.is_drawn and sample.probability("F-3") == Fraction(2, 5)
    assert sample.inclusion().columns["exact"] == ["2/2"] * 2 + ["4/10"] * 6


def test_levels_are_shares() -> None:
    assert survey().rate(level="90%") == survey().rate(level=0.9) == survey().rate(level=Fraction(9, 10))


@pytest.mark.parametrize("module", sorted(of.stem for of in FOLDER.glob("*.py")))
def test_examples_run_and_no_module_imports_from_a_later_one(module: str) -> None:
    name = "suiji.estimate" if module == "__init__" else f"suiji.estimate.{module}"
    assert doctest.testmod(importlib.import_module(name)).failed == 0
    order = [
        *("_texts", "_errors", "_tables", "_html", "_joint", "_sample", "_exact", "_variance", "_results"),
        *("_estimators", "_groups", "_bounds", "_estimates", "_case", "_interval", "_one", "_pairs", "_survey"),
        *("_size", "__init__"),
    ]
    assert sorted(order) == sorted(of.stem for of in FOLDER.glob("*.py"))
    tree = ast.parse((FOLDER / f"{module}.py").read_text("utf-8"))
    # Imports in functions and only for types are left out, because a method of an early class may need later ones.
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module]
    for node in imports:
        assert node.module is not None
        names = [node.module.rpartition(".")[2]] if node.module != "suiji.estimate" else [of.name for of in node.names]
        for imported in names:
            if node.module.startswith("suiji.estimate"):
                assert order.index(imported) < order.index(module), f"{module} imports {imported}"


def test_every_text_has_both_languages_and_the_same_fields() -> None:
    for texts in (ERRORS, NOTES, REASONS, JOINTS, UNITS):
        for code, words in texts.items():
            fields = [sorted(re.findall(r"{(\w+)}", text)) for text in words]
            assert set(fields[0]) == set(fields[1]), code
            assert re.search(r"[一-龥]", words.zh) and not re.search(r"[一-龥]", words.en), code
