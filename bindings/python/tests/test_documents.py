"""Documents, errors and reports."""

from __future__ import annotations

import json
import pickle
from fractions import Fraction
from pathlib import Path

import pytest

import suiji
from conftest import ENTITIES, INSPECTORS, PLAN, VECTORS, Case, contributions, documents


def test_documents_of_another_draw_are_not_equal(case: Case) -> None:
    for document, other in zip(documents(case), documents(Case(secret="5f" * 32))):
        # Plan, source and the contribution are equal; the contributions name their commitment.
        shared = isinstance(document, (suiji.Plan, suiji.Source, suiji.Part, suiji.Contribution))
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
    for document in [*documents(case), case.registry, case.sealed, case.record.draws[0]]:
        with pytest.raises(AttributeError):
            document.year = 2025
        with pytest.raises(TypeError):
            type("Sub", (type(document),), {})


def test_errors_pickle_and_have_messages_in_both_languages() -> None:
    with pytest.raises(suiji.InputError) as caught:
        suiji.Registry([{"id": "A-1", "name": "甲"}, {"id": "A-1", "name": "乙"}])
    error = caught.value
    assert (error.code, error.kind, error.fault_count) == ("registry.duplicate-id", "registry", 1)
    assert str(error).startswith("registry.duplicate-id: ")
    assert "A-1" in error.message and "A-1" in error.message_zh and error.message != error.message_zh
    assert repr(error) == f"InputError({str(error)!r})"
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is suiji.InputError and str(again) == str(error)
    assert vars(again) == vars(error)
    assert json.loads(error.to_json())["code"] == error.code
    assert issubclass(suiji.InputError, ValueError) and not issubclass(suiji.VerificationError, ValueError)


def test_faults_have_place_rows_and_details_and_are_hashable() -> None:
    rows = [{"id": f"A-{n}", "name": "样例", "established": "2024.9.1"} for n in range(1, 6)]
    with pytest.raises(suiji.InputError) as caught:
        suiji.Registry([*rows, {"id": "A 6", "name": "样例"}])
    date, id = caught.value.faults
    assert (date.code, date.count, date.rows) == ("date.form", 5, (1, 2, 3, 4, 5))
    assert date.ids == ("A-1", "A-2", "A-3", "A-4", "A-5")
    assert date.place == suiji.Place("registry", 1, "$.established", "A-1") and date.details == {"found": "2024.9.1"}
    assert (id.code, id.count, id.rows, id.place.row, id.place.id) == ("id.form", 1, (6,), 6, None)
    assert caught.value.fault_count == 6
    for fault in caught.value.faults:
        assert fault.problem in fault.message and fault.problem_zh in fault.message_zh
        assert fault.message in str(caught.value) and fault.message_zh in caught.value.message_zh
        assert fault.rule and f"[{fault.rule}]" in str(caught.value)
    assert len({date, id, pickle.loads(pickle.dumps(date))}) == 2
    with pytest.raises(suiji.InputError) as caught:
        suiji.Plan.from_json("{}")
    assert {(fault.rows, fault.place.row, fault.place.kind) for fault in caught.value.faults} == {((), None, "plan")}


def test_a_report_is_not_a_bool_and_can_be_required(case: Case) -> None:
    report = suiji.verify(case.record)
    assert report.verdict == "incomplete"
    assert report.message and report.message_zh and report.message != report.message_zh
    assert f"? {report.message_zh} {report.message}<" in report._repr_html_()
    with pytest.raises(TypeError, match="require"):
        bool(report)
    with pytest.raises(suiji.VerificationError) as caught:
        report.require()
    assert caught.value.kind == "verification"
    assert {check.outcome for check in report.checks} == {"established", "not_checked"}
    assert {check.missing for check in report.checks} >= {None, "plan", "registry"}
    assert [trust.id for trust in report.trust][:1] == ["trust.inputs"]
    assert report == suiji.verify(case.record)
    # There is no estimate of a take below 30.
    assert report.facts == () and report.outcomes == (str(6**20),)


def test_a_failed_check_has_expected_and_found_in_both_languages(case: Case) -> None:
    report = suiji.verify(case.record, commitment="0" * 64)
    (check,) = [check for check in report.checks if check.outcome == "failed"]
    assert check.expected == check.expected_zh == "0" * 64
    assert check.found == check.found_zh == case.sealed.commitment.digest
    # Words instead of values.
    document = json.loads(case.record.to_json())
    document["contributions"][0]["numbers"][0][0] = 7
    report = suiji.verify(suiji.Record.from_json(json.dumps(document)))
    assert any(check.found != check.found_zh for check in report.checks if check.outcome == "failed")
    assert all((check.expected is None) == (check.outcome != "failed") for check in report.checks)


def test_probabilities_are_exact(case: Case) -> None:
    (task,) = case.sealed.commitment.tasks
    assert [stratum.probability for stratum in task.strata] == [Fraction(2, 5)]
    assert (task.take, task.short) == (4, 0)
    statement = case.sealed.receipt(case.record, "F-01").tasks[0]
    assert statement.probability == Fraction(2, 5)
    assert isinstance(statement.probability, Fraction)


def test_a_row_is_found_by_its_id_and_a_task_by_its_own(case: Case) -> None:
    assert case.registry.name("F-01") == "样例企业1" and case.registry.name("F-99") is None
    assert case.registry.entity("F-01") == ENTITIES[0] and case.registry.entity("F-99") is None
    assert case.roster.name("Z-1") == ("样例人员1", "样例县工信局") and case.roster.name("Z-9") is None
    assert case.roster.inspector("Z-1") == INSPECTORS[0] and case.roster.inspector("Z-9") is None
    assert case.plan.task("J1") == PLAN["tasks"][0]
    for task in (case.plan.task, case.record.draw, case.sealed.short_teams, case.sealed.excluded):
        with pytest.raises(KeyError, match="J9"):
            task("J9")
    with pytest.raises(suiji.InputError):
        case.sealed.receipt(case.record, "not an id")


def test_a_plan_has_the_fields_of_its_document() -> None:
    fields: suiji.PlanDocument = {
        "document_number": "样例〔2024〕1号",
        "window": {"from": "2024-01-01", "to": "2024-12-31"},
        "basis": ["样例通知"],
        "classes": [{"id": "high", "name": "高"}, {"id": "low", "name": "低"}],
        "limits": [{"id": "year", "visits": 2, "from": "2024-01-01", "classes": ["high"], "by": ["样例县"]}],
        "max_load": 9,
        "extra": {"备注": "样例"},
        **PLAN,
    }
    plan = suiji.Plan(fields)
    for name, value in plan.document.items():
        found = getattr(plan, name)
        assert (list(found) if isinstance(found, tuple) else found) == value
    assert plan.document == fields
    plain = suiji.Plan(PLAN)
    assert (plain.window, plain.limits, plain.extra, plain.basis) == (None, (), {}, ())
    assert [of["id"] for of in plain.classes] == ["high", "elevated", "general", "low"]


def test_sources_and_contributions_have_the_fields_of_their_kind() -> None:
    parts = (suiji.Part.distinct(6, 1, 33), suiji.Part(1, 1, 16))
    live = suiji.Source.live("双色球第2024102期", by="public", parts=parts)
    assert live.document["parts"] == [
        {"count": 6, "from": 1, "to": 33, "distinct": True},
        {"count": 1, "from": 1, "to": 16},
    ]
    assert (live.parts, live.outcomes) == (parts, 17_721_088)
    chosen = suiji.Source.committed("样例局", by="office", commitment="ab" * 32)
    drand = suiji.Source.drand("League of Entropy", round=7)
    for source in (chosen, drand, suiji.Source.committed("样例局", by="office")):
        found = {name: getattr(source, name) for name in ("kind", "by", "name", "commitment", "round")}
        document = {name: value for name, value in source.document.items() if name != "chain"}
        assert {name: value for name, value in found.items() if value is not None} == document
        assert (source.parts, source.outcomes) == ((), None)
    contribution = suiji.Contribution.committed(nonce="7a" * 32, value="三六五")
    assert (contribution.kind, contribution.nonce, contribution.value) == ("committed", "7a" * 32, "三六五")
    assert contribution.numbers is None
    contribution = suiji.Contribution.live([[3, 5], [1]])
    assert (contribution.kind, contribution.nonce, contribution.value) == ("live", None, None)
    assert contribution.numbers == ((3, 5), (1,))
    record = suiji.Record.read(VECTORS / "drand" / "record.json")
    given = json.loads(record.contributions.to_json())["contributions"][1]
    assert record.contributions[1].kind == "drand" and record.contributions[1].value is None
    assert record.contributions[1].signature == bytes.fromhex(given["signature"])


def test_parts_are_checked_and_numbers_are_arranged() -> None:
    die, balls = suiji.Part(20, 1, 6), suiji.Part.distinct(6, 1, 33)
    assert (die.count, die.from_, die.to, die.is_distinct, die.outcomes) == (20, 1, 6, False, 6**20)
    assert (balls.count, balls.from_, balls.to, balls.is_distinct, balls.outcomes) == (6, 1, 33, True, 1_107_568)
    assert suiji.Part(21, 1, 6).outcomes is None and suiji.Part(6, 1, 33) != balls
    for make, code in (
        (lambda: suiji.Part(0, 1, 6), "json.range"),
        (lambda: suiji.Part(2, 6, 1), "ceremony.part-range"),
        (lambda: suiji.Part.distinct(33, 1, 33), "ceremony.part-distinct"),
        (lambda: suiji.Source.live("样例", by="witness", parts=[]), "ceremony.part-count"),
        (lambda: suiji.Source.live("样例", by="office", parts=[die]), "ceremony.live-office"),
        (lambda: suiji.Contribution.live([[1], []]), "json.empty"),
    ):
        with pytest.raises(suiji.InputError) as caught:
            make()
        assert caught.value.code == code
    lottery = suiji.Source.live("双色球第2024102期", by="public", parts=[balls, suiji.Part(1, 1, 16)])
    arranged = lottery.arrange([14, 3, 9, 28, 21, 30, 11])
    assert arranged == suiji.Contribution.live([[3, 9, 14, 21, 28, 30], [11]])
    with pytest.raises(suiji.InputError) as caught:
        lottery.arrange([14, 3, 9, 28, 21, 14, 17])
    assert {fault.code for fault in caught.value.faults} == {
        "contributions.repeated-number",
        "contributions.number-range",
    }


def test_contributions_are_of_one_commitment(case: Case) -> None:
    given = suiji.Contributions(case.sealed.commitment.digest, contributions())
    assert given == case.record.contributions and given.commitment == case.sealed.commitment.digest
    other = suiji.Contributions("0" * 64, contributions())
    assert other != given and list(other) == list(given)
    with pytest.raises(suiji.InputError) as caught:
        case.sealed.draw(other)
    assert caught.value.kind == "contributions"


def test_a_ceremony_is_completed_step_by_step(case: Case) -> None:
    secret, digest = "5f" * 32, "ab" * 32
    followed, superseded = suiji.Followed(digest, digest), suiji.Superseded(digest, "样例", "样例局长")
    sources = [suiji.Source.committed("样例局", by="office"), *case.ceremony.sources]
    ceremony = suiji.Ceremony(sources, hash="sm3").with_sealed_at("2024-09-02T09:00:00+08:00")
    ceremony = ceremony.with_commitment(0, "cd" * 32).with_secret(secret).with_previous(digest)
    ceremony = ceremony.with_followed(followed).with_superseded(superseded)
    assert ceremony.sources[0].commitment == "cd" * 32
    assert ceremony == suiji.Ceremony(
        ceremony.sources,
        hash="sm3",
        sealed_at="2024-09-02T09:00:00+08:00",
        secret=secret,
        previous=digest,
        follows=[followed],
        supersedes=[superseded],
    )
    assert (ceremony.secret, case.ceremony.secret) == (secret, None)


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
        assert any(finding.severity == "warning" for finding in sealed.findings())
        report = suiji.verify(sealed.draw(list(case.record.contributions)), earlier=[first])
        assert report.warnings and all(check.outcome != "failed" for check in report.checks)
    part = suiji.Superseded(
        first.digest, "骰子丢失", "样例局长", contributions=((0, suiji.Contribution.live([[1] * 20])),)
    )
    assert "骰子丢失" in Case(previous=first.digest, supersedes=[part]).sealed.commitment.to_json()
