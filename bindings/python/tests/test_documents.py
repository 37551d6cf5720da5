"""What all documents have in common."""

from __future__ import annotations

import json
import pickle
from fractions import Fraction
from pathlib import Path

import pytest

import suiji
from conftest import Case, documents


def test_documents_of_another_draw_are_others(case: Case) -> None:
    for document, other in zip(documents(case), documents(Case(secret="5f" * 32))):
        # Plan, source and contributions are the same.
        shared = isinstance(document, (suiji.Plan, suiji.Source, suiji.Contribution, suiji.Contributions))
        assert (other == document) == shared


def test_documents_are_read_as_they_are_written(case: Case, tmp_path: Path) -> None:
    for document in documents(case):
        if not hasattr(document, "from_json"):
            continue
        text = document.to_json_with_secret() if document is case.ceremony else document.to_json()
        assert type(document).from_json(text) == document
        assert type(document).from_json(text.encode()) == document
        path = tmp_path / "document.json"
        path.write_text(text, "utf-8")
        assert type(document).read(path) == document
        with pytest.raises(suiji.InputError):
            type(document).from_json("{")
        with pytest.raises(TypeError):
            type(document).from_json(5)


def test_documents_are_frozen(case: Case) -> None:
    for document in [*documents(case), case.registry, case.sealed, case.record.selected("J1")]:
        with pytest.raises(AttributeError):
            document.year = 2025
        with pytest.raises(TypeError):
            type("Sub", (type(document),), {})


def test_errors_pickle_and_tell_in_both_languages() -> None:
    with pytest.raises(suiji.InputError) as caught:
        suiji.Registry([{"id": "A-1", "name": "甲"}, {"id": "A-1", "name": "乙"}])
    error = caught.value
    assert (error.code, error.kind, error.fault_count) == ("registry.duplicate-id", "registry", 1)
    assert str(error).startswith("registry.duplicate-id: ") and "A-1" in error.message_zh
    assert repr(error) == f"InputError({str(error)!r})"
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is suiji.InputError and str(again) == str(error)
    assert (again.faults, again.message_zh) == (error.faults, error.message_zh)
    assert json.loads(error.to_json())["code"] == error.code
    assert issubclass(suiji.InputError, ValueError) and not issubclass(suiji.VerificationError, ValueError)


def test_a_report_is_no_bool_and_is_required(case: Case) -> None:
    report = suiji.verify(case.record)
    assert report.verdict == "incomplete"
    assert report.message == "nothing failed, but the verification is incomplete"
    assert report.message_zh == "未发现不符，但核验不完整"
    assert f"? {report.message_zh} {report.message}<" in report._repr_html_()
    with pytest.raises(TypeError):
        bool(report)
    with pytest.raises(suiji.VerificationError) as caught:
        report.require()
    assert caught.value.kind == "verification"
    assert {check.outcome for check in report.checks} == {"established", "not_checked"}
    assert {check.for_want_of for check in report.checks} >= {None, "plan", "registry"}
    assert [trust.id for trust in report.trust][:1] == ["trust.inputs"]
    assert report == suiji.verify(case.record)
    (fact,) = report.facts
    assert (fact.task, fact.stratum, fact.take) == ("J1", "all", 4)
    assert report.outcomes == (str(6**20),)


def test_probabilities_are_exact(case: Case) -> None:
    (task,) = case.sealed.commitment.tasks
    assert [stratum.probability for stratum in task.strata] == [Fraction(2, 5)]
    assert (task.take, task.short) == (4, 0)
    statement = case.sealed.receipt(case.record, "F-01").tasks[0]
    assert statement.probability == Fraction(2, 5)
    assert isinstance(statement.probability, Fraction)


def test_names_and_places_that_are_not_there(case: Case) -> None:
    assert case.registry.name("F-01") == "样例企业1" and case.registry.name("F-99") is None
    assert case.roster.name("Z-1") == ("样例人员1", "样例县工信局") and case.roster.name("Z-9") is None
    with pytest.raises(KeyError):
        case.record.selected("J9")
    with pytest.raises(KeyError):
        case.sealed.short("J9")
    with pytest.raises(suiji.InputError):
        case.sealed.receipt(case.record, "not an id")


def test_a_second_draw_is_never_silent(case: Case) -> None:
    first = case.sealed.commitment
    with pytest.raises(suiji.InputError) as caught:
        suiji.seal(case.plan, case.registry, case.ceremony, roster=case.roster, earlier=[first])
    assert caught.value.code == "ceremony.earlier-sheet"
    superseded = suiji.Superseded(first.digest, "名录库有误", "样例局长", record=case.record.digest)
    for named in (
        {"supersedes": [superseded]},
        {"follows": [suiji.Followed(first.digest, case.record.digest)]},
    ):
        again = Case(previous=first.digest, **named)
        sealed = suiji.seal(case.plan, case.registry, again.ceremony, roster=case.roster, earlier=[first])
        assert sealed.commitment.previous == first.digest
        assert any(finding.code.startswith("warning.") for finding in sealed.findings())
        report = suiji.verify(sealed.draw(case.record.contributions), earlier=[first])
        assert report.warnings and all(check.outcome != "failed" for check in report.checks)
    part = suiji.Superseded(
        first.digest, "骰子丢失", "样例局长", contributions=((0, suiji.Contribution.live("1" * 20)),)
    )
    assert "骰子丢失" in Case(previous=first.digest, supersedes=[part]).sealed.commitment.to_json()
